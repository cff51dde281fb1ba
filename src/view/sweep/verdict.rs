//! A verdict: a sign, a word, and the sentence that it rests on.

use leptos::prelude::*;

use course::agreement::Agreement;
use course::standing::Source;
use kit::{Glyph, Icon};

use crate::view::live::part;
use crate::view::rich::rich;

/// What is judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Whether it agrees.
    pub agrees: Agreement,
    /// That in a word.
    pub word: &'static str,
    /// Why, in the form of `words::rich`.
    pub said: String,
    /// Where its numbers are from.
    pub source: Source,
}

/// A verdict; nothing before there is one.
#[component]
pub fn Verdict(
    /// What is judged.
    #[prop(into)]
    judged: Signal<Option<Judged>>,
    /// Whether it says where it is from, since nothing beside it does.
    #[prop(optional)]
    tells_source: bool,
) -> impl IntoView {
    let line = move |Judged { agrees, word, said, source }: Judged| {
        let sign = match agrees {
            Agreement::Agrees => view! { <Glyph icon=Icon::Check /> }.into_any(),
            Agreement::Partly => "≈".into_any(),
            Agreement::Disagrees => view! { <Glyph icon=Icon::Close /> }.into_any(),
        };
        let from = tells_source.then(|| view! { <small>{source.said()}</small> " " });
        view! {
            <p class="verdict" class:faint=source.is_faint()>
                <span class="verdict-sign" aria-hidden="true">{sign}</span>
                <span><b>{word}</b> " " {from} <span class="verdict-said">{rich(&said)}</span></span>
            </p>
        }
    };
    let judged = Memo::new(move |_| judged.get());
    view! { <div class="verdict-place">{part(move || judged.get().map(line))}</div> }
}
