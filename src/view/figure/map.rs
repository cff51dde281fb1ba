//! A dense map on a canvas: a pixel a number.

use leptos::html;
use leptos::prelude::*;

use figures::{Axes, Layout, Map, Margins, Palette, Table, Tones, draw, map_on_paper, record};
use kit::{ColourBar, Hue};
use web_sys::Element;
use words::figures::words;

use super::looked::{Choose, Look, LookedAt, Places, Way};
use super::near::drawn;
use super::numbers::Numbers;
use super::paper::on_paper;
use super::sheet::on_sheet;
use super::take::with_legend;
use super::width::width;
use crate::view::canvas;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// A place of a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From 0 at the left.
    pub column: usize,
    /// From 0 at the top.
    pub row: usize,
}

const SIGNED: &[Hue] = &[
    Hue("--signed-0"),
    Hue("--signed-1"),
    Hue("--signed-2"),
    Hue("--signed-3"),
    Hue("--signed-4"),
    Hue("--signed-5"),
    Hue("--signed-6"),
    Hue("--signed-7"),
    Hue("--signed-8"),
];
const GRADIENT: &[Hue] =
    &[Hue("--gradient-0"), Hue("--gradient-1"), Hue("--gradient-2"), Hue("--gradient-3"), Hue("--gradient-4")];
const INK: &[Hue] = &[Hue("--paper"), Hue("--ink-2")];

/// The colours of a map from its lowest level to its highest.
pub fn hues(tones: Tones) -> &'static [Hue] {
    match tones {
        Tones::Signed => SIGNED,
        Tones::Gradient => GRADIENT,
        Tones::Ink | Tones::Tints => INK,
    }
}

/// A map: its headline, its pixels between their axes, what stands at the place that is looked at, what its colours mean, and
/// the table behind it.
#[component]
pub fn MapFigure(
    /// What it shows. The tones of its legend stay what they are.
    #[prop(into)]
    map: Signal<Map>,
    /// What its columns and its rows are.
    #[prop(into)]
    axes: Signal<Axes>,
    /// What it shows, in a sentence.
    #[prop(into)]
    headline: Signal<String>,
    /// What it is a map of, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// Its height in CSS pixels, with the axes.
    #[prop(default = 190.0)]
    height: f64,
    /// The room round the map, where others stand above or below; else its own.
    #[prop(optional, into)]
    margins: Option<Signal<Margins>>,
    /// Where it looks as long as nobody looks elsewhere.
    #[prop(into)]
    at: Signal<Place>,
    /// What stands at a place.
    #[prop(into)]
    tell: Callback<Place, String>,
    /// What its table tells.
    #[prop(into)]
    caption: Signal<String>,
    /// Its numbers; of one step, where there would be thousands.
    #[prop(into)]
    table: Signal<Table>,
    /// Chooses a place.
    #[prop(optional, into)]
    choose: Option<Callback<Place>>,
) -> impl IntoView {
    let store: Store = expect_context();
    let Stage { zoom, theme: Theme { palette, printing, .. }, .. } = expect_context();
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let pixels = NodeRef::<html::Canvas>::new();
    let element = move || frame.get().map(Element::from);
    // In CSS pixels of the figure as designed.
    let measured = width(element);
    let width = Memo::new(move |_| measured.get() / zoom.get());
    let tall = text(move || format!("{}px", height * zoom.get()));
    let chart = Memo::new(move |_| axes.get().chart());
    let laid_out = move |size: (f64, f64)| {
        chart.with(|chart| match margins {
            Some(margins) => {
                Layout::with_margins(chart, size, false, Margins::of(chart, size, false).below(margins.get()))
            }
            None => Layout::new(chart, size, false),
        })
    };
    let layout = Memo::new(move |_| laid_out((width.get().max(1.0), height)));
    let paint_axes = move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let (layout, palette) = (layout.get_untracked(), palette.get_untracked());
        chart.with_untracked(|chart| {
            on_sheet(&node, layout.size, zoom.get_untracked(), |drawing| draw(drawing, chart, &layout, &palette));
            if printing.get_untracked() {
                on_paper(&node, layout.size, &record(layout.size, |drawing| draw(drawing, chart, &layout, &palette)));
            }
        });
    };
    let axes_change = move || {
        // Read, not only tracked: one that nobody has read yet would not tell that the width has come.
        layout.with(|_| ());
        chart.track();
        palette.track();
    };
    drawn(store.frame, element, axes_change, paint_axes);
    let paint_pixels = move || {
        map.with_untracked(|map| {
            let colors = map.rgba(&palette.get_untracked());
            // What cannot be painted stays as it was; the table has the numbers.
            let _ = canvas::picture(pixels.get_untracked(), &colors, map.width, map.height);
        });
    };
    let pixels_change = move || {
        map.track();
        palette.track();
        pixels.track();
    };
    drawn(store.frame, element, pixels_change, paint_pixels);
    let looked = RwSignal::new(None::<Place>);
    let inside = move |place: Place| {
        map.with(|map| Place {
            column: place.column.min(map.width.saturating_sub(1)),
            row: place.row.min(map.height.saturating_sub(1)),
        })
    };
    let place = Memo::new(move |_| inside(looked.get().unwrap_or_else(|| at.get())));
    let under = move |(x, y): (f64, f64)| {
        let part = |at: f64, from: f64, to: f64, of: usize| ((at - from) / (to - from) * of as f64).max(0.0) as usize;
        let place = layout.with_untracked(|layout| {
            let (from, to) = (layout.from, layout.to);
            map.with_untracked(|map| Place {
                column: part(x, from.0, to.0, map.width),
                row: part(y, from.1, to.1, map.height),
            })
        });
        Some(untrack(|| inside(place)))
    };
    let to = move |way| {
        let Place { column, row } = place.get_untracked();
        let to = match way {
            Way::Right => Place { column: column + 1, row },
            Way::Left => Place { column: column.saturating_sub(1), row },
            Way::Down => Place { column, row: row + 1 },
            Way::Up => Place { column, row: row.saturating_sub(1) },
            Way::First => Place { column: 0, row },
            Way::Last => Place { column: usize::MAX, row },
        };
        Some(untrack(|| inside(to)))
    };
    let look = Look {
        looked,
        under: Callback::new(under),
        to: Callback::new(to),
        choose: choose.map(|choose| Choose { place: choose, here: Signal::derive(move || Some(place.get())) }),
    };
    let places =
        move || Places { first: 1.0, last: map.with(|map| map.width as f64), now: place.get().column as f64 + 1.0 };
    let draws = Callback::new(move |palette: Palette| {
        let size = with_legend(untrack(|| layout.with(|layout| layout.size)));
        map.with_untracked(|map| Some((size, map_on_paper(map, axes.get_untracked(), size, &palette).ok()?)))
    });
    let told = Memo::new(move |_| tell.run(place.get()));
    let said = move || told.with(|told| if told.is_empty() { words().nothing.to_owned() } else { told.clone() });
    let hues = hues(map.with_untracked(|map| map.legend.tones));
    let legend = move |of: fn(&Map) -> String| text(move || map.with(of));
    let ticks = Signal::derive(move || map.with(|map| map.legend.ends.to_vec()));
    let edge = move |of: fn(&Layout) -> f64| text(move || format!("{}px", layout.with(of) * zoom.get()));
    let middle = move |of: fn(&Layout) -> (f64, f64), part: fn(Place, &Map) -> f64| {
        text(move || {
            let (from, to) = layout.with(of);
            format!("{}px", (from + (to - from) * map.with(|map| part(place.get(), map))) * zoom.get())
        })
    };
    let across = middle(
        |layout| (layout.from.0, layout.to.0),
        |place, map| (place.column as f64 + 0.5) / map.width.max(1) as f64,
    );
    let down =
        middle(|layout| (layout.from.1, layout.to.1), |place, map| (place.row as f64 + 0.5) / map.height.max(1) as f64);
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=tall>
                <LookedAt look node height label places=Signal::derive(places) said=text(said) />
                <canvas
                    node_ref=pixels
                    class="figure-map"
                    aria-hidden="true"
                    style:left=edge(|layout| layout.from.0)
                    style:top=edge(|layout| layout.from.1)
                    style:width=edge(|layout| layout.to.0 - layout.from.0)
                    style:height=edge(|layout| layout.to.1 - layout.from.1)
                ></canvas>
                <span class="figure-cursor" aria-hidden="true" style:left=across style:top=down></span>
            </div>
            <p class="figure-place" use:shows=text(move || told.get())></p>
            <ColourBar label=legend(|map| map.legend.title.clone()) hues ticks />
            <Numbers caption table draws title=headline />
        </figure>
    }
}
