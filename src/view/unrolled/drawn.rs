//! The drawing of a chain. All that changes changes in place.

use leptos::prelude::*;

use figures::{Places, Way};

use super::chain::Chain;
use super::outline::{LEVELS, Ribbons, rects, ribbons, rounded, strength, wires};
use crate::view::live::{flag, shows, text};

/// A chain. Its size and its clip follow from who shows it.
#[component]
pub fn Drawn(
    /// What is drawn.
    chain: Chain,
    /// The step that is marked.
    at: Signal<usize>,
    /// The name of the clip that shows how far the error has come, where it is on its way.
    #[prop(default = "")]
    clip: &'static str,
) -> impl IntoView {
    let places = chain.places;
    let steps = Memo::new(move |_| places.with(|places| if places.has_cells() { places.steps } else { 0 }));
    let of_cells = move |make: fn(&Places, &mut dyn Iterator<Item = usize>) -> String| {
        text(move || places.with(|places| make(places, &mut (0..steps.get()))))
    };
    let frames = of_cells(|places, steps| rounded(steps.map(|step| places.frame(step)), 6.0));
    let words = of_cells(|places, steps| {
        let y = places.frame(0).y;
        steps.map(|step| format!("M{:.2} 0V{y:.2}", places.middle(step))).collect()
    });
    let wire = of_cells(|places, steps| {
        let all: Vec<_> =
            steps.skip(1).flat_map(|step| Way::of(places.cell).iter().map(move |way| (step, *way))).collect();
        wires(all.into_iter().map(|(step, way)| (places.wire(step), places.road(way))))
    });
    let boxes = of_cells(|places, steps| {
        let fits = places.frame(0).width > places.weights(0).width;
        if fits { rounded(steps.map(|step| places.weights(step)), 3.0) } else { String::new() }
    });
    let letters = of_cells(|places, steps| {
        let fits = places.frame(0).width > places.weights(0).width;
        if fits { steps.map(|step| format!("{:.2} ", places.middle(step))).collect() } else { String::new() }
    });
    // Without a place each they would lie on each other.
    let letter = text(move || if letters.with(String::is_empty) { String::new() } else { "W".repeat(steps.get()) });
    let jaws = text(move || {
        let all = places.with(|places| {
            let jaws = |(step, opening): (usize, &f64)| places.jaws(step, *opening);
            chain.openings.with(|all| all.iter().enumerate().take(steps.get()).flat_map(jaws).collect::<Vec<_>>())
        });
        rects(all.into_iter())
    });
    // Where there are no cells, the pipe's walls, the other road's middle, and the gate's mean as a line.
    let bare = text(move || {
        places.with(|places| {
            if places.has_cells() || places.steps == 0 {
                return String::new();
            }
            let (from, to, half) = (places.middle(0), places.middle(places.steps - 1), places.half());
            let line = |y: f64| format!("M{from:.2} {y:.2}H{to:.2}");
            let of = |way: &Way| match (way, places.road(*way)) {
                (Way::Straight, y) => line(y - half) + &line(y + half),
                (Way::Through, y) => line(y),
            };
            Way::of(places.cell).iter().map(of).collect()
        })
    });
    let means = text(move || {
        places.with(|places| {
            if places.has_cells() {
                return String::new();
            }
            let point = |(step, opening): (usize, &f64)| {
                let (x, y) = places.mean(step, *opening);
                format!("{}{x:.2} {y:.2}", if step == 0 { 'M' } else { 'L' })
            };
            chain.openings.with(|all| all.iter().enumerate().filter(|(_, mean)| mean.is_finite()).map(point).collect())
        })
    });
    let all = Memo::new(move |_| {
        let pieces = |places: &Places| chain.arrivals.with(|all| all.as_ref().map(|all| places.pieces(all)));
        places.with(|places| ribbons(places, &pieces(places).unwrap_or_default()))
    });
    let road = move |place: usize| {
        let level = move |level: usize| {
            let path = text(move || all.with(|all: &Ribbons| all.levels[place][level].clone()));
            view! { <path d=path fill-opacity=format!("{:.3}", strength(level))></path> }
        };
        view! { <g data-road=if place == 0 { "straight" } else { "through" }>{(0..LEVELS).map(level).collect_view()}</g> }
    };
    // A closed road is grey behind its barrier.
    let closed = move |make: fn(&Places, Way, f64) -> String| {
        text(move || {
            let (closed, read) = (chain.closed(), chain.read.get());
            places.with(|places| {
                let x = places.barrier(read);
                closed.iter().filter(|_| read > 0).map(|way| make(places, *way, x)).collect::<String>()
            })
        })
    };
    let behind = closed(|places, way, x| {
        let (y, half, first) = (places.road(way), places.half(), places.middle(0));
        format!("M{x:.2} {:.2}H{first:.2}M{x:.2} {:.2}H{first:.2}", y - half, y + half)
    });
    let barrier = closed(|places, way, x| {
        let (y, half) = (places.road(way), places.half());
        format!("M{x:.2} {:.2}V{:.2}", y - half - 2.0, y + half + 2.0)
    });
    let mark = move |of: fn(figures::Rect) -> f64| {
        text(move || {
            format!("{:.2}", places.with(|places| of(places.frame(at.get().min(places.steps.saturating_sub(1))))))
        })
    };
    let written = Memo::new(move |_| places.with(|places| if places.is_written() { places.steps } else { 0 }));
    let number = move |step: usize| {
        let place =
            move |of: fn(&Places, usize) -> f64| text(move || format!("{:.2}", places.with(|places| of(places, step))));
        view! { <text x=place(Places::middle) y=place(|places, _| places.foot()) use:shows=text(move || chain.shown(step))></text> }
    };
    let length = move |of: fn(&Places) -> f64| text(move || format!("{:.2}", places.with(of)));
    let clip = if clip.is_empty() { String::new() } else { format!("url(#{clip})") };
    view! {
        <g class="unrolled-cells">
            <path class="unrolled-words" d=words></path>
            <path class="unrolled-frames" d=frames></path>
            <path class="unrolled-bare" d=bare></path>
        </g>
        <path class="unrolled-behind" d=behind></path>
        <g class="unrolled-ribbons" class:unrolled-line=flag(move || !places.with(Places::has_cells)) clip-path=clip>
            {road(0)} {road(1)}
            <path class="unrolled-against" d=text(move || all.with(|all| all.against.clone()))></path>
        </g>
        <path class="unrolled-wires" d=wire></path>
        <path class="unrolled-jaws" d=jaws></path>
        <path class="unrolled-means" d=means></path>
        <path class="unrolled-weights" d=boxes></path>
        <text class="unrolled-letters" x=letters y=length(|places| places.road(Way::Through) + 4.5 * places.scale) use:shows=letter></text>
        <g class="unrolled-numbers"><For each=move || 0..written.get() key=|step| *step children=number /></g>
        <path class="unrolled-barrier" d=barrier></path>
        <rect
            class="unrolled-mark"
            class:unrolled-column=flag(move || !places.with(Places::has_cells))
            rx=text(move || if places.with(Places::has_cells) { "6" } else { "0" })
            x=mark(|frame| frame.x)
            y=mark(|frame| frame.y)
            width=mark(|frame| frame.width)
            height=mark(|frame| frame.height)
        ></rect>
    }
}
