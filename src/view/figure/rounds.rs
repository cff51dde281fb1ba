//! The rounds of a parallel scan on a canvas.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Palette, Rounds, record};

use super::looked::{Choose, Look, LookedAt, Places, Way};
use super::near::drawn;
use super::numbers::Numbers;
use super::paper::on_paper;
use super::sheet::on_sheet;
use super::told::{Told, say};
use super::width::width;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// Rounds: what is seen as a sentence, a row a round, what the step that is looked at holds, and a table.
#[component]
pub fn RoundsFigure(
    /// What it shows.
    rounds: Memo<Rounds>,
    /// Chooses a step.
    choose: Callback<f64>,
    /// Its height in CSS pixels.
    #[prop(default = 300.0)]
    height: f64,
) -> impl IntoView {
    let store: Store = expect_context();
    let Stage { zoom, theme: Theme { palette, printing, .. }, .. } = expect_context();
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    // In CSS pixels of the figure as designed.
    let measured = width(move || frame.get().map(Element::from));
    let width = Memo::new(move |_| measured.get() / zoom.get());
    let tall = text(move || format!("{}px", height * zoom.get()));
    let looked = RwSignal::new(None::<usize>);
    let size = move || (width.get().max(1.0), height);
    let paint = move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let (size, palette) = (untrack(size), palette.get_untracked());
        rounds.with_untracked(|rounds| {
            let at = looked.get_untracked();
            on_sheet(&node, size, zoom.get_untracked(), |drawing| rounds.draw(drawing, at, &palette));
            if printing.get_untracked() {
                on_paper(&node, size, &record(size, |drawing| rounds.draw(drawing, None, &palette)));
            }
        });
    };
    let changes = move || {
        rounds.track();
        width.track();
        looked.track();
        palette.track();
    };
    drawn(store.frame, move || frame.get().map(Element::from), changes, paint);
    let last = move || rounds.with(|rounds| rounds.words.len().saturating_sub(1));
    let at = Memo::new(move |_| looked.get().unwrap_or_else(|| rounds.with(|rounds| rounds.at)).min(last()));
    let told = Memo::new(move |_| Some(rounds.with(|rounds| rounds.reading(at.get()))));
    let under = move |(x, _): (f64, f64)| {
        let size = untrack(size);
        rounds.with_untracked(|rounds| Some(rounds.nearest(&rounds.layout(size), x)))
    };
    let to = move |way| {
        let (now, last) = (at.get_untracked(), untrack(last));
        Some(match way {
            Way::Right | Way::Up => (now + 1).min(last),
            Way::Left | Way::Down => now.saturating_sub(1),
            Way::First => 0,
            Way::Last => last,
        })
    };
    let choose = Choose {
        place: Callback::new(move |step: usize| choose.run(step as f64)),
        here: Signal::derive(move || Some(at.get())),
    };
    let look = Look { looked, under: Callback::new(under), to: Callback::new(to), choose: Some(choose) };
    let places = move || Places { first: 1.0, last: last() as f64 + 1.0, now: at.get() as f64 + 1.0 };
    let headline = text(move || rounds.with(Rounds::headline));
    let draws = Callback::new(move |palette: Palette| {
        let size = untrack(size);
        rounds.with_untracked(|rounds| Some((size, record(size, |drawing| rounds.draw(drawing, None, &palette)).ok()?)))
    });
    let said = text(move || told.with(|told| told.as_ref().map(say).unwrap_or_default()));
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=tall>
                <LookedAt look node height label=headline places=Signal::derive(places) said />
            </div>
            <Told told />
            <Numbers caption=headline table=Signal::derive(move || rounds.with(Rounds::table)) draws />
        </figure>
    }
}
