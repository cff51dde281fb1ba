//! A number that is typed.

use leptos::prelude::*;

use super::text_field::TextField;

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
    let is_clear = move |text: &str| clear.is_some() && text.trim().is_empty();
    let judge = move |text: String| if is_clear(&text) { None } else { read.run(text).err() };
    let take = move |text: String| match clear.filter(|_| is_clear(&text)) {
        Some(clear) => clear.run(()),
        None => read.run(text).into_iter().for_each(|number| set.run(number)),
    };
    let (judge, take) = (Callback::new(judge), Callback::new(take));
    view! { <TextField label shown unit hint judge take commit tried room=Some(room) tip id lock /> }
}
