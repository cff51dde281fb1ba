//! What the colours of a map stand for.

use leptos::prelude::*;

use super::hue::Hue;
use super::id::unique;
use super::text::shows;

/// A bar of a map's colours, from the lowest value at the left, with values below it. It runs from left to right as the
/// figure does, whatever way the page is written.
#[component]
pub fn ColourBar(
    /// What is coloured, with its unit.
    #[prop(into)]
    label: Signal<String>,
    /// The colours, from the lowest value to the highest, evenly apart.
    hues: &'static [Hue],
    /// The values below the bar, evenly apart, the first and the last at its ends.
    #[prop(into)]
    ticks: Signal<Vec<String>>,
) -> impl IntoView {
    let named = unique("label");
    let stops = hues.iter().map(|hue| hue.value()).collect::<Vec<_>>().join(", ");
    let count = Memo::new(move |_| ticks.with(Vec::len));
    let tick = move |place: usize| {
        let tick = Signal::derive(move || ticks.with(|ticks| ticks.get(place).cloned().unwrap_or_default()));
        view! { <li><span use:shows=tick></span></li> }
    };
    view! {
        <figure class="kit-colours" aria-labelledby=named.clone()>
            <figcaption class="kit-label" id=named.clone() use:shows=label></figcaption>
            <div class="kit-ramp" style:--ramp=format!("linear-gradient(90deg, {stops})")></div>
            <ol dir="ltr">
                <For each=move || 0..count.get() key=|place| *place children=tick />
            </ol>
        </figure>
    }
}
