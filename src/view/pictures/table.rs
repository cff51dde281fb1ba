//! The table behind a picture: every number in it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use words::laboratory::words;

use crate::view::live::{part, shows, text};

/// A table that is made once someone opens it. Its rows stay while their numbers change; the first column names them.
#[component]
pub fn Numbers(
    /// The columns' names.
    head: Vec<&'static str>,
    /// How many rows there are.
    #[prop(into)]
    rows: Signal<usize>,
    /// What stands in a row and a column.
    of: Callback<(usize, usize), String>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let columns = head.len();
    let row = move |row: usize| {
        let cells = (0..columns).map(|column| {
            let shown = text(move || of.run((row, column)));
            if column == 0 {
                view! { <th scope="row" use:shows=shown></th> }.into_any()
            } else {
                view! { <td use:shows=shown></td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let table = move || {
        let head: Vec<_> = head.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect();
        view! {
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>
                    <For each=move || 0..rows.get() key=|row| *row children=row />
                </tbody>
            </table>
        }
    };
    let turned = move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        opened.set(details.is_some_and(|details| details.open()));
    };
    view! {
        <details on:toggle=turned>
            <summary>{words().table}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=words().table>
                {part(move || opened.get().then(&table))}
            </div>
        </details>
    }
}
