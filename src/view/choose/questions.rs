//! The questions, and the two numbers that are asked for beside them.

use leptos::prelude::*;

use course::choose::{Question, Size, answers, questions};
use kit::{Choices, NumberField, Segmented};
use model::keys::{Value, typed};
use words::choose::{self, words};

use crate::view::keyed::lock;
use crate::view::live::text;
use crate::view::store::Store;

/// The questions.
#[component]
pub fn Questions() -> impl IntoView {
    let words = words();
    let all = questions().into_iter().enumerate();
    view! {
        <div class="questions">
            {all.map(|(place, question)| view! { <Asked place question /> }).collect_view()}
            <div class="sizes">
                <Number size=Size::UNITS label=words.units />
                <Number size=Size::INPUTS label=words.inputs />
            </div>
        </div>
    }
}

#[component]
fn Asked(place: usize, question: Question) -> impl IntoView {
    let store: Store = expect_context();
    let Question { key, asked, answers: options } = question;
    let now = Signal::derive(move || store.settings.with(answers)[place]);
    let options = options.into_iter().map(|(answer, name)| (answer, name.to_owned())).collect();
    let choices = Choices::new(options, now, move |answer: &'static str| store.choose_key(key, answer));
    view! { <Segmented label=text(move || asked) choices lock=lock(store, key) /> }
}

/// A number. What can't be read stays in its field, and the default is used.
#[component]
fn Number(size: Size, label: &'static str) -> impl IntoView {
    let store: Store = expect_context();
    let Size { key, default } = size;
    let shown = text(move || store.settings.with(|settings| size.shown(settings)));
    let read = move |text: String| {
        let taken = typed(&text).ok().filter(|_| Value::read(key, &key.typed(&text)).is_some());
        taken.ok_or_else(|| choose::wrong(&text, default))
    };
    let set = move |number: f64| store.set_by_key(key.name(), &number.to_string(), false);
    view! {
        <NumberField
            label
            shown
            read=Callback::new(read)
            set=Callback::new(set)
            clear=Callback::new(move |()| store.set_by_key(key.name(), "", false))
            commit=Callback::new(move |()| store.commit())
            tried=true
            lock=lock(store, key)
        />
    }
}
