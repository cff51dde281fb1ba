//! The advice, its reasons, and a pair of runs to try it with.

use leptos::prelude::*;

use course::choose::{Advice, Advised};
use words::choose::words;

use crate::view::live::{part, shows, text};
use crate::view::rich::rich;

/// The advice.
#[component]
pub fn AdviceCard(
    /// What the settings lead to.
    advised: Memo<Advised>,
) -> impl IntoView {
    let words = words();
    let advice = Memo::new(move |_| advised.with(|own| own.advice));
    let reasons = Memo::new(move |_| advised.with(|own| own.reasons.clone()));
    let list = move || {
        let reasons = reasons.get();
        view! { <ul>{reasons.iter().map(|reason| view! { <li>{rich(reason)}</li> }).collect_view()}</ul> }
    };
    let pair = move || advised.with(|own| format!("#{}", own.pair));
    view! {
        <article class="card advice">
            // That another advice follows is said where a question is answered.
            <h3 aria-live="polite" use:shows=text(move || Advice::said(advice.get()))></h3>
            <h4>{words.because}</h4>
            <div class="reasons">{part(list)}</div>
            <a class="kit-button kit-primary" href=pair>
                {words.try_both}
            </a>
        </article>
    }
}
