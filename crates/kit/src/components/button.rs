//! What is pressed.

use leptos::html;
use leptos::prelude::*;

use super::availability::Availability;
use super::beside::{beside, put};
use super::icon::{Glyph, Icon};
use super::id::unique;
use super::text::shows;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// What the view is for: one a view.
    Primary,
    /// Any other.
    #[default]
    Plain,
    /// An icon alone. Its label is its name, and is shown while it is pointed at or has the focus.
    Icon,
}

/// A button. One that can't be used keeps the focus and says why.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: Signal<String>,
    /// How much it stands out.
    #[prop(optional)]
    kind: ButtonKind,
    /// A sign before the label.
    #[prop(optional, into)]
    icon: Option<Signal<Icon>>,
    /// For a button that stays pressed: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For a button that leads somewhere: whether that is here.
    #[prop(optional, into)]
    current: Option<Signal<bool>>,
    /// What is to be known of it beyond its label, while it is pointed at or has the focus; for an icon in its label's place.
    #[prop(optional)]
    tip: &'static str,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Whether it can be used.
    #[prop(optional, into)]
    availability: Signal<Availability>,
    /// What it does.
    #[prop(into)]
    press: Callback<()>,
) -> impl IntoView {
    let told = unique("why");
    let id = (!id.is_empty()).then_some(id);
    let is_described = Memo::new(move |_| !tip.is_empty() || availability.with(|now| !now.why().is_empty()));
    let described = {
        let told = told.clone();
        move || is_described.get().then(|| told.clone())
    };
    // An icon's name is shown there, too; it need not be said twice.
    let bubble = Signal::derive(move || match availability.with(|now| now.why().to_owned()) {
        why if !why.is_empty() => why,
        _ if tip.is_empty() && kind == ButtonKind::Icon => label.get(),
        _ => tip.to_owned(),
    });
    let shape = match kind {
        ButtonKind::Primary => "kit-button kit-primary",
        ButtonKind::Plain => "kit-button",
        ButtonKind::Icon => "kit-button kit-icon",
    };
    let is_off = Memo::new(move |_| !availability.with(Availability::is_ready));
    let is_busy = Memo::new(move |_| availability.with(Availability::is_busy));
    let (button, told_at) = (NodeRef::<html::Button>::new(), NodeRef::<html::Span>::new());
    let place = move || {
        if let (Some(button), Some(bubble)) = (button.get_untracked(), told_at.get_untracked()) {
            let (left, top) = beside(&button, &bubble);
            let own = button.get_bounding_client_rect();
            put(&bubble, left - own.left(), top - own.top());
        }
    };
    view! {
        <span class="kit-anchor">
            <button
                type="button"
                id=id
                class=shape
                aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
                aria-current=move || current.and_then(|current| current.get().then_some("page"))
                aria-disabled=move || is_off.get().then_some("true")
                aria-busy=move || is_busy.get().then_some("true")
                aria-describedby=described
                node_ref=button
                on:pointerenter=move |_| place()
                on:focus=move |_| place()
                on:click=move |_| {
                    if !is_off.get_untracked() {
                        press.run(());
                    }
                }
            >
                <span class="kit-busy" aria-hidden="true"></span>
                {icon.map(|icon| view! { <Glyph icon=icon /> })}
                <span class=if kind == ButtonKind::Icon { "kit-hidden" } else { "" } use:shows=label></span>
            </button>
            <span class="kit-bubble" id=told node_ref=told_at aria-hidden=move || (!is_described.get()).then_some("true") use:shows=bubble></span>
        </span>
    }
}
