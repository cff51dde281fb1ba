//! What a network that knows what comes next writes by itself.

use leptos::prelude::*;

use measure::training::Showing;
use words::training::{self, words};

use crate::view::live::{shows, text};

/// What was read, what is written after it, and the temperature.
fn texts(shown: Option<&Showing>) -> (String, Vec<String>, String) {
    let Some(Showing::Writing { temperature, read, texts }) = shown else { return Default::default() };
    (read.clone(), texts.clone(), training::written_at(*temperature))
}

/// The texts, what was read before each in grey.
#[component]
pub fn WritingPart(
    /// The example.
    shown: Memo<Option<Showing>>,
) -> impl IntoView {
    let texts = Memo::new(move |_| shown.with(|shown| texts(shown.as_ref())));
    let one = move |place: usize| {
        view! {
            <p>
                <i use:shows=text(move || texts.with(|(read, ..)| read.clone()))></i>
                <span use:shows=text(move || texts.with(|(_, all, _)| all.get(place).cloned().unwrap_or_default()))></span>
            </p>
        }
    };
    view! {
        <div class="train-written" tabindex="0" role="group" aria-label=words().written_title>
            <For each=move || 0..texts.with(|(_, all, _)| all.len()) key=|place| *place children=one />
        </div>
        <p class="train-small" use:shows=text(move || texts.with(|(.., said)| said.clone()))></p>
    }
}
