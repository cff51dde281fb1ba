//! Paths in a plane on a canvas, over a map if they have one.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::{Ground, Layout, Palette, Paths, Reading, Tones, paths_on_paper, record};
use kit::ColourBar;

use super::handle::{Handle, dragged};
use super::looked::{Choose, Look, LookedAt, Places, Way};
use super::map::hues;
use super::near::drawn;
use super::numbers::Numbers;
use super::paper::on_paper;
use super::sheet::on_sheet;
use super::take::with_legend;
use super::told::{Told, say};
use super::width::width;
use crate::view::canvas;
use crate::view::live::{part, shows, text};
use crate::view::stage::Stage;
use crate::view::store::Store;
use crate::view::theme::Theme;

/// How near to a stop a pointer is to it, in CSS pixels.
const NEAR: f64 = 24.0;

/// Paths: what is seen as a sentence, the paths, what stands at the stop that is looked at, and a table.
#[component]
pub fn PathsFigure(
    /// What it shows. Whether it has a map stays what it is.
    #[prop(into)]
    paths: Signal<Paths>,
    /// Its height in CSS pixels.
    #[prop(default = 340.0)]
    height: f64,
    /// A place of it that is dragged.
    #[prop(optional)]
    handle: Option<Handle>,
    /// What chooses a stop.
    #[prop(optional, into)]
    choose: Option<Callback<usize>>,
) -> impl IntoView {
    let store: Store = expect_context();
    let Stage { zoom, theme: Theme { palette, printing, .. }, .. } = expect_context();
    let (frame, node) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let ground = NodeRef::<html::Canvas>::new();
    // In CSS pixels of the figure as designed.
    let measured = width(move || frame.get().map(Element::from));
    let width = Memo::new(move |_| measured.get() / zoom.get());
    let tall = text(move || format!("{}px", height * zoom.get()));
    let looked = RwSignal::new(None::<usize>);
    let layout = Memo::new(move |_| paths.with(|paths| paths.layout((width.get().max(1.0), height))));
    let (has_ground, has_legend, has_dots) = paths.with_untracked(|paths| {
        (paths.ground.is_some(), paths.shaded().is_some(), matches!(paths.ground, Some(Ground::Cloud(_))))
    });
    let paint = move || {
        let Some(node) = node.get_untracked().filter(|_| width.get_untracked() > 0.0) else { return };
        let (size, palette) = (layout.with_untracked(|layout| layout.size), palette.get_untracked());
        paths.with_untracked(|paths| {
            on_sheet(&node, size, zoom.get_untracked(), |drawing| {
                paths.draw(drawing, false, looked.get_untracked(), &palette)
            });
            if printing.get_untracked() {
                on_paper(&node, size, &record(size, |drawing| paths.draw(drawing, !has_legend, None, &palette)));
            }
        });
    };
    let element = move || frame.get().map(Element::from);
    let changes = move || {
        paths.track();
        // Read, not only tracked: one that nobody has read yet would not tell that the width has come.
        layout.with(|_| ());
        looked.track();
        palette.track();
    };
    drawn(store.frame, element, changes, paint);
    // The map lies below on a canvas of its own: it changes seldom, and has more pixels than lines have points.
    let filled = Memo::new(move |_| paths.with(|paths| paths.ground.clone()));
    let map = Memo::new(move |_| paths.with(|paths| paths.map().cloned()));
    let paint_map = move || {
        let Some(ground) = ground.get_untracked() else { return };
        if has_dots && width.get_untracked() > 0.0 {
            let (size, palette) = (layout.with_untracked(|layout| layout.size), palette.get_untracked());
            return paths.with_untracked(|paths| {
                on_sheet(&ground, size, zoom.get_untracked(), |drawing| paths.draw_cloud(drawing, &palette));
            });
        }
        map.with_untracked(|map| {
            let Some(map) = map else { return };
            // What cannot be painted stays as it was; the table has the numbers.
            let _ = canvas::picture(Some(ground), &map.rgba(&palette.get_untracked()), map.width, map.height);
        });
    };
    let map_changes = move || {
        if has_dots {
            filled.track();
            layout.with(|_| ());
        }
        map.track();
        palette.track();
        ground.track();
    };
    drawn(store.frame, element, map_changes, paint_map);
    let last = move || paths.with(Paths::stops).saturating_sub(1);
    let here = move || paths.with(|paths| paths.here);
    let at = Memo::new(move |_| looked.get().or_else(here).unwrap_or_else(last).min(last()));
    let told = Memo::new(move |_| Some(paths.with(|paths| paths.reading(at.get()))));
    let nearest = move |place: (f64, f64)| {
        let near = paths.with_untracked(|paths| layout.with_untracked(|layout| paths.nearest(layout, place)));
        near.filter(|(_, distance)| *distance <= NEAR).map(|(stop, _)| stop)
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
    let choose = choose.map(|place| Choose { place, here: Signal::derive(move || Some(at.get())) });
    let look = Look { looked, under: Callback::new(nearest), to: Callback::new(to), choose };
    let first = move || paths.with(|paths| paths.first);
    let places = move || {
        let number = |stop: usize| (stop + first()) as f64;
        Places { first: number(0), last: number(last()), now: number(at.get()) }
    };
    let headline = text(move || paths.with(|paths| paths.headline.clone()));
    let draws = Callback::new(move |palette: Palette| {
        let size = with_legend(untrack(|| layout.with(|layout| layout.size)));
        paths.with_untracked(|paths| Some((size, paths_on_paper(paths, size, &palette).ok()?)))
    });
    let label = text(move || {
        paths.with(|paths| [&paths.headline, &paths.y.title, &paths.x.title].map(String::as_str).join("; "))
    });
    let said = text(move || told.with(|told: &Option<Reading>| told.as_ref().map(say).unwrap_or_default()));
    // A map fills the plane, a cloud has the whole figure's size.
    let under = move |of: fn(&Layout) -> f64, whole: fn(&Layout) -> f64| {
        let of = if has_dots { whole } else { of };
        text(move || format!("{}px", layout.with(of) * zoom.get()))
    };
    let map_of = move || {
        has_ground.then(|| {
            view! {
                <canvas
                    node_ref=ground
                    class="figure-ground"
                    aria-hidden="true"
                    style:left=under(|layout| layout.from.0, |_| 0.0)
                    style:top=under(|layout| layout.from.1, |_| 0.0)
                    style:width=under(|layout| layout.to.0 - layout.from.0, |layout| layout.size.0)
                    style:height=under(|layout| layout.to.1 - layout.from.1, |layout| layout.size.1)
                ></canvas>
            }
        })
    };
    let legend = move || {
        let title = text(move || map.with(|map| map.as_ref().map(|map| map.legend.title.clone()).unwrap_or_default()));
        let ticks = Signal::derive(move || {
            map.with(|map| map.as_ref().map(|map| map.legend.ends.to_vec()).unwrap_or_default())
        });
        has_legend.then(|| view! { <ColourBar label=title hues=hues(Tones::Ink) ticks /> })
    };
    view! {
        <figure class="figure">
            <figcaption use:shows=headline></figcaption>
            <div class="figure-frame" node_ref=frame style:height=tall>
                {map_of()}
                <LookedAt look node height label places=Signal::derive(places) said />
                {handle.map(|handle| dragged(handle, layout, frame, zoom))}
            </div>
            {part(legend)}
            <Told told />
            <Numbers caption=headline table=Signal::derive(move || paths.with(Paths::table)) draws />
        </figure>
    }
}
