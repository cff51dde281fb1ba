//! What lines and planes of a figure stand for.

use leptos::prelude::*;

use super::hue::Hue;
use super::id::unique;
use super::text::shows;

/// How something is drawn: its shape tells it apart where its colour does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line.
    Line,
    /// A broken line.
    Dashed,
    /// A line of dots.
    Dotted,
    /// A plane.
    Plane,
    /// A plane of slanted lines.
    Hatched,
}

/// One thing of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub name: String,
    /// Its colour.
    pub hue: Hue,
    /// How it is drawn.
    pub mark: Mark,
}

/// A list of what is drawn in a figure, each with its sign.
#[component]
pub fn Legend(
    /// What it is a legend of; it is only said.
    #[prop(into)]
    label: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    entries: Signal<Vec<Entry>>,
) -> impl IntoView {
    let named = unique("label");
    let sign = |mark: Mark| {
        match mark {
        Mark::Line => view! { <path class="kit-line-mark" d="M2 8h20" /> }.into_any(),
        Mark::Dashed => view! { <path class="kit-line-mark" stroke-dasharray="5 3" d="M2 8h20" /> }.into_any(),
        Mark::Dotted => view! { <path class="kit-line-mark" stroke-dasharray="0.1 4.9" d="M2.5 8h20" /> }.into_any(),
        Mark::Plane => view! { <path class="kit-plane-mark" d="M4 2h16v12H4z" /> }.into_any(),
        Mark::Hatched => {
            view! {
                <path class="kit-edge-mark" d="M4.5 2.5h15v11h-15z" />
                <path class="kit-edge-mark" d="M4.5 8.500 10.500 2.500M4.500 13.500 15.500 2.500M9 13.500 19.500 3M14.500 13.500 19.500 8.500" />
            }
            .into_any()
        }
    }
    };
    let entry = move |Entry { name, hue, mark }: Entry| {
        view! {
            <li style:--hue=hue.value()>
                <svg class="kit-sign" viewBox="0 0 24 16" aria-hidden="true">
                    {sign(mark)}
                </svg>
                <span>{name}</span>
            </li>
        }
    };
    view! {
        <span class="kit-hidden" id=named.clone() use:shows=label></span>
        <ul class="kit-legend" aria-labelledby=named>
            {move || entries.get().into_iter().map(entry).collect_view()}
        </ul>
    }
}
