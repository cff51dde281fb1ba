//! What the papers come to, in one line: those that disagree first, by name.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use course::agreement::Agreement;
use course::results::about;
use model::command::PaperKey;
use words::results::{counted, words};

use super::paper::id_of;
use crate::view::live::part;
use crate::view::store::Store;

/// What came of papers, worst first.
const ORDER: [Agreement; 3] = [Agreement::Disagrees, Agreement::Partly, Agreement::Agrees];

/// The line.
#[component]
pub fn Summary() -> impl IntoView {
    let store: Store = expect_context();
    let judged = Memo::new(move |_| {
        store.sweeps.results.with(|own| {
            let papers = own.iter().flat_map(|own| &own.papers);
            papers.filter_map(|own| Some((own.key, own.verdict.as_ref()?.0.agrees))).collect::<Vec<_>>()
        })
    });
    let group = move |agrees: Agreement| {
        let all: Vec<PaperKey> =
            judged.with(|judged| judged.iter().filter(|own| own.1 == agrees).map(|own| own.0).collect());
        let links = (agrees != Agreement::Agrees).then(|| all.iter().copied().map(link).collect_view());
        (!all.is_empty()).then(|| view! { <li><b>{counted(word(agrees), all.len())}</b> " " {links}</li> })
    };
    view! { <ul class="papers-summary">{part(move || ORDER.into_iter().map(group).collect_view())}</ul> }
}

fn word(agrees: Agreement) -> &'static str {
    let words = words();
    match agrees {
        Agreement::Agrees => words.agrees,
        Agreement::Partly => words.partly,
        Agreement::Disagrees => words.disagrees,
    }
}

/// A link to a paper's card.
fn link(paper: PaperKey) -> impl IntoView {
    let go = move |event: leptos::ev::MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            show(paper);
        }
    };
    view! { <a href="#view=results" on:click=go>{about(paper).short()}</a> " " }
}

/// Brings a paper's card into sight; its heading has the keyboard.
fn show(paper: PaperKey) {
    let Some(card) = document().get_element_by_id(&id_of(paper)) else { return };
    let heading = card.query_selector("h3").ok().flatten().and_then(|own| own.dyn_into::<HtmlElement>().ok());
    // What can't have the keyboard is shown all the same.
    let _ = heading.map(|heading| heading.focus());
    card.scroll_into_view();
}
