//! A text that is typed.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::id::{own, unique};
use super::lock::Lock;
use super::status::Status;
use super::text::shows;
use super::tip::Tip;

/// A field for a line of text. What can't be used stays in the field, and a message below it says what is wrong; whoever uses it
/// keeps the last text that could.
#[component]
pub fn TextField(
    /// What is typed.
    #[prop(into)]
    label: Signal<String>,
    /// The text that is used.
    #[prop(into)]
    shown: Signal<String>,
    /// The unit, of a number that has one.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// What is expected, below the field; none where that is plain.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// An example of what can be typed, in the field as long as that is empty.
    #[prop(optional)]
    example: &'static str,
    /// What is wrong with a text, and what is expected; none if it can be used.
    #[prop(into)]
    judge: Callback<String, Option<String>>,
    /// Takes the text, while it is typed, whether it can be used or not.
    #[prop(into)]
    take: Callback<String>,
    /// Told when a person has typed to the end.
    #[prop(optional_no_strip, into)]
    commit: Option<Callback<()>>,
    /// Whether what it shows is judged, too, as if it had been typed; else nothing is wrong before a person has typed.
    #[prop(optional)]
    tried: bool,
    /// How many characters of a number have room; none for a text, which has the field's whole width and its own direction.
    #[prop(optional_no_strip)]
    room: Option<usize>,
    /// What is to be known of it beyond its label, above it while it is pointed at or has the focus.
    #[prop(optional)]
    tip: &'static str,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    let (id, united, told, locked) = (own(id, "field"), unique("unit"), unique("message"), unique("lock"));
    let status = use_context::<Status>();
    // What is being typed, and what was shown for it: once another text is shown, as after an undo, the field has that.
    let typed = RwSignal::new(None::<(String, String)>);
    let draft = move || match (typed.get(), shown.get()) {
        (Some((text, before)), now) if before == now => text,
        (_, now) => now,
    };
    let wrong = Memo::new(move |_| match (typed.get(), shown.get()) {
        (Some((text, before)), now) if before == now => judge.run(text),
        (_, now) if tried => judge.run(now),
        _ => None,
    });
    let message = Signal::derive(move || wrong.get().unwrap_or_else(|| hint.get()));
    let is_locked = Memo::new(move |_| lock.with(Option::is_some));
    let tip = Tip::new(tip);
    let described = {
        let of = |more: &[&str]| std::iter::once(&*united).chain(more.iter().copied()).collect::<Vec<_>>().join(" ");
        let told = match tip.id() {
            Some(tip) => of(&[&told, &tip]),
            None => of(&[&told]),
        };
        let locked = of(&[&locked]);
        move || if is_locked.get() { locked.clone() } else { told.clone() }
    };
    let place = tip.place();
    view! {
        <div
            class="kit-field"
            class:kit-locked=move || is_locked.get()
            class:kit-wrong=move || wrong.get().is_some()
            on:pointerenter=move |_| place()
            on:focusin=move |_| place()
        >
            <label class="kit-label" for=id.clone() use:shows=label></label>
            <span class=if room.is_some() { "kit-box kit-number" } else { "kit-box kit-text" }>
                <input
                    type="text"
                    inputmode=room.map(|_| "decimal")
                    autocomplete="off"
                    spellcheck="false"
                    id=id
                    placeholder=(!example.is_empty()).then_some(example)
                    dir=room.is_none().then_some("auto")
                    size=room.map(|room| room.to_string())
                    readonly=move || is_locked.get()
                    aria-invalid=move || wrong.get().is_some().then_some("true")
                    aria-describedby=described
                    prop:value=draft
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        take.run(text.clone());
                        typed.set(Some((text, shown.get_untracked())));
                    }
                    on:change=move |_| {
                        match (wrong.get_untracked(), status) {
                            (Some(message), Some(status)) => status.say(message),
                            (Some(_), None) => {}
                            // Another way to write the same is written as all are.
                            (None, _) => typed.set(None),
                        }
                        if let Some(commit) = commit {
                            commit.run(());
                        }
                    }
                />
                <span class="kit-unit" id=united use:shows=unit></span>
            </span>
            <p class="kit-note" hidden=move || message.with(String::is_empty) || is_locked.get()>
                {move || wrong.get().is_some().then(|| view! { <Glyph icon=Icon::Warning /> })}
                <span id=told use:shows=message></span>
            </p>
            {tip.view()}
            <Lock id=locked lock=lock />
        </div>
    }
}
