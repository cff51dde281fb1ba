//! A dense map on a canvas: a pixel a number.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use figures::{Map, Tones};
use kit::{ColourBar, Hue};
use web_sys::Element;
use words::figures::words;

use super::near::draw_near;
use crate::view::canvas;
use crate::view::live::{shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;

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
        Tones::Ink => INK,
    }
}

/// A map: its pixels, what stands at the place that is looked at, and what its colours mean.
///
/// A pointer over it, and the arrow keys while it has the keyboard, look at a place; Escape looks away. A press and Enter
/// choose the place, if that does anything.
#[component]
pub fn MapFigure(
    /// What it shows. The tones of its legend stay what they are.
    #[prop(into)]
    map: Signal<Map>,
    /// What it is a map of, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// Its height in CSS pixels.
    #[prop(default = 150.0)]
    height: f64,
    /// Where it looks as long as nobody looks elsewhere.
    #[prop(into)]
    at: Signal<Place>,
    /// What stands at a place.
    #[prop(into)]
    tell: Callback<Place, String>,
    /// What the uppermost and the lowest row are, above and below the map; nothing where that is said elsewhere.
    #[prop(optional, into)]
    rows: Option<Signal<[String; 2]>>,
    /// Chooses a place.
    #[prop(optional, into)]
    choose: Option<Callback<Place>>,
) -> impl IntoView {
    let store: Store = expect_context();
    let palette = expect_context::<Stage>().theme.palette;
    let node = NodeRef::<html::Canvas>::new();
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked() else { return };
        map.with_untracked(|map| {
            let pixels = map.rgba(&palette.get_untracked());
            // What cannot be painted stays as it was; the table has the numbers.
            let _ = canvas::picture(Some(node), &pixels, map.width, map.height);
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    draw_near(store.frame, painter, move || node.get().map(Element::from));
    Effect::new(move |_| {
        map.track();
        palette.track();
        store.frame.request(painter);
    });
    let looked = RwSignal::new(None::<Place>);
    let inside = move |place: Place| {
        map.with(|map| Place {
            column: place.column.min(map.width.saturating_sub(1)),
            row: place.row.min(map.height.saturating_sub(1)),
        })
    };
    let place = Memo::new(move |_| inside(looked.get().unwrap_or_else(|| at.get())));
    let under = move |event: &PointerEvent| {
        let size = node.get_untracked()?.get_bounding_client_rect();
        let (columns, rows) = map.with_untracked(|map| (map.width as f64, map.height as f64));
        let part = |at: i32, whole: f64, of: f64| (f64::from(at) / whole * of).clamp(0.0, of - 1.0) as usize;
        Some(Place {
            column: part(event.offset_x(), size.width(), columns),
            row: part(event.offset_y(), size.height(), rows),
        })
    };
    let choose_at = move |place: Option<Place>| {
        if let (Some(choose), Some(place)) = (choose, place) {
            looked.set(None);
            choose.run(place);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Place { column, row } = place.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" => Place { column: column + 1, row },
            "ArrowLeft" => Place { column: column.saturating_sub(1), row },
            "ArrowDown" => Place { column, row: row + 1 },
            "ArrowUp" => Place { column, row: row.saturating_sub(1) },
            "Home" => Place { column: 0, row },
            "End" => Place { column: usize::MAX, row },
            "Escape" if looked.get_untracked().is_some() => {
                event.stop_propagation();
                return looked.set(None);
            }
            "Enter" | " " if choose.is_some() => {
                event.prevent_default();
                event.stop_propagation();
                return choose_at(Some(Place { column, row }));
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        looked.set(Some(untrack(|| inside(to))));
    };
    let told = Memo::new(move |_| tell.run(place.get()));
    let said = move || told.with(|told| if told.is_empty() { words().nothing.to_owned() } else { told.clone() });
    let hues = hues(map.with_untracked(|map| map.legend.tones));
    let legend = move |of: fn(&Map) -> String| text(move || map.with(of));
    let ticks = Signal::derive(move || map.with(|map| map.legend.ends.to_vec()));
    let (left, top) = (
        move || map.with(|map| format!("{}%", 100.0 * (place.get().column as f64 + 0.5) / map.width.max(1) as f64)),
        move || map.with(|map| format!("{}%", 100.0 * (place.get().row as f64 + 0.5) / map.height.max(1) as f64)),
    );
    let row = move |place: usize| {
        rows.map(
            |rows| view! { <p class="figure-row" use:shows=text(move || rows.with(|rows| rows[place].clone()))></p> },
        )
    };
    view! {
        <figure class="figure">
            {row(0)}
            <div class="figure-frame" style:height=format!("{height}px")>
                <canvas
                    node_ref=node
                    class="figure-canvas figure-map"
                    style:height=format!("{height}px")
                    role="slider"
                    tabindex="0"
                    aria-label=label
                    aria-valuemin="1"
                    aria-valuemax=text(move || map.with(|map| map.width.to_string()))
                    aria-valuenow=text(move || (place.get().column + 1).to_string())
                    aria-valuetext=text(said)
                    on:pointermove=move |event| if event.pointer_type() != "touch" { looked.set(under(&event)) }
                    on:pointerleave=move |event| if event.pointer_type() != "touch" { looked.set(None) }
                    on:pointerup=move |event| {
                        let place = under(&event);
                        looked.set(place);
                        choose_at(place);
                    }
                    on:keydown=on_key
                    on:blur=move |_| looked.set(None)
                ></canvas>
                <span class="figure-cursor" aria-hidden="true" style:left=text(left) style:top=text(top)></span>
            </div>
            {row(1)}
            <p class="figure-place" use:shows=text(move || told.get())></p>
            <ColourBar label=legend(|map| map.legend.title.clone()) hues ticks />
        </figure>
    }
}
