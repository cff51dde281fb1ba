//! A number that is typed.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::id::{own, unique};
use super::lock::Lock;
use super::status::Status;
use super::text::shows;

/// A field for a number, with its unit. What can't be read stays in the field, and a message below it says what is expected;
/// whoever uses it keeps the last number that could.
#[component]
pub fn NumberField(
    /// What is set.
    #[prop(into)]
    label: Signal<String>,
    /// The number as it is written, without its unit.
    #[prop(into)]
    shown: Signal<String>,
    /// The unit; none for a plain number.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// What is expected, such as the range, below the field; none where that is plain.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// Reads what was typed.
    ///
    /// # Errors
    /// With a message of what is wrong and what is expected.
    #[prop(into)]
    read: Callback<String, Result<f64, String>>,
    /// Sets the number, while it is typed.
    #[prop(into)]
    set: Callback<f64>,
    /// What an empty field stands for; none if it has to hold a number.
    #[prop(optional, into)]
    clear: Option<Callback<()>>,
    /// Told when a person has typed to the end.
    #[prop(optional, into)]
    commit: Option<Callback<()>>,
    /// Whether what it shows is read, too, as if it had been typed; else nothing is wrong before a person has typed.
    #[prop(optional)]
    tried: bool,
    /// How many characters have room.
    #[prop(default = 6)]
    room: usize,
    /// Its id, where others refer to it.
    #[prop(optional)]
    id: &'static str,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    let (id, united, told, locked) = (own(id, "number"), unique("unit"), unique("message"), unique("lock"));
    let status = use_context::<Status>();
    // What is being typed, and what was shown for it: once another number is shown, as after an undo, the field has that.
    let typed = RwSignal::new(None::<(String, String)>);
    let draft = move || match (typed.get(), shown.get()) {
        (Some((text, before)), now) if before == now => text,
        (_, now) => now,
    };
    let is_clear = move |text: &str| clear.is_some() && text.trim().is_empty();
    let wrong = Memo::new(move |_| {
        let text = match (typed.get(), shown.get()) {
            (Some((text, before)), now) if before == now => text,
            (_, now) if tried => now,
            _ => return None,
        };
        if is_clear(&text) { None } else { read.run(text).err() }
    });
    let message = Signal::derive(move || wrong.get().unwrap_or_else(|| hint.get()));
    let is_locked = Memo::new(move |_| lock.with(Option::is_some));
    let described = {
        let (united, told, locked) = (united.clone(), told.clone(), locked.clone());
        move || if is_locked.get() { format!("{united} {locked}") } else { format!("{united} {told}") }
    };
    view! {
        <div class="kit-field" class:kit-locked=move || is_locked.get() class:kit-wrong=move || wrong.get().is_some()>
            <label class="kit-label" for=id.clone() use:shows=label></label>
            <span class="kit-box kit-number">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    id=id
                    size=room.to_string()
                    readonly=move || is_locked.get()
                    aria-invalid=move || wrong.get().is_some().then_some("true")
                    aria-describedby=described
                    prop:value=draft
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        match clear.filter(|_| is_clear(&text)) {
                            Some(clear) => clear.run(()),
                            None => read.run(text.clone()).into_iter().for_each(|number| set.run(number)),
                        }
                        typed.set(Some((text, shown.get_untracked())));
                    }
                    on:change=move |_| {
                        match (wrong.get_untracked(), status) {
                            (Some(message), Some(status)) => status.say(message),
                            (Some(_), None) => {}
                            // Another way to write the same number is written as all are.
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
            <Lock id=locked lock=lock />
        </div>
    }
}
