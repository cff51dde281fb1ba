//! A network drawn as what it is, one cell with a loop, which unrolls into a chain of copies: once by itself, and by a button.

use std::time::Duration;

use leptos::prelude::*;

use kit::Button;
use words::page::words;

use crate::view::live::{flag, shows, text};
use crate::view::theme::reduced_motion;

/// So many copies are drawn.
const COPIES: usize = 5;
/// How far apart they stand, where the first stands, and where the loop stands, in units of the drawing.
const APART: usize = 96;
const FIRST: usize = 68;
const LOOP: usize = 260;
/// So long the loop is seen before it unrolls.
const PAUSE: Duration = Duration::from_millis(900);

/// The loop and the chain.
#[component]
pub fn Unroll() -> impl IntoView {
    let unrolled = RwSignal::new(false);
    if !reduced_motion() {
        // The lesson may have been left by then.
        set_timeout(move || unrolled.try_set(true).map_or((), drop), PAUSE);
    }
    let words = words();
    let copy = |n: usize| {
        let name = move |letter: &str| {
            let place = char::from_u32(0x2081 + n as u32).unwrap_or_default();
            let letter = letter.to_owned();
            text(move || if unrolled.get() { format!("{letter}{place}") } else { letter.clone() })
        };
        let to = FIRST + n * APART;
        view! {
            <g class="unroll-copy" style:--from=format!("{LOOP}px") style:--to=format!("{to}px")>
                <path class="unroll-word" d="M0 118V92M-4 98L0 91L4 98"></path>
                <text y="134" use:shows=name("x")></text>
                <g class="unroll-next" class:unroll-first=n == 0><path d="M-74 68H-24M-31 63L-23 68L-31 73"></path></g>
                <rect x="-22" y="46" width="44" height="44" rx="7"></rect>
                <text class="unroll-state" y="73" use:shows=name("h")></text>
            </g>
        }
    };
    let hair = |n: usize| {
        let to = FIRST + n * APART;
        view! { <path d=format!("M{LOOP} 22L{to} 45")></path> }
    };
    let label = text(move || if unrolled.get() { words.unroll_back } else { words.unroll });
    view! {
        <section class="unroll" class:unroll-done=flag(move || unrolled.get()) data-cell="rnn">
            <div role="img" aria-label=text(move || if unrolled.get() { words.unroll_chain } else { words.unroll_loop })>
                <svg viewBox="0 0 520 140" aria-hidden="true">
                    <g class="unroll-hairs">{(0..COPIES).map(hair).collect_view()}</g>
                    {(0..COPIES).rev().map(copy).collect_view()}
                    <path class="unroll-loop" d=format!("M{} 60C{} 40 {} 100 {} 78M{} 84L{} 77L{} 76", LOOP + 22, LOOP + 74, LOOP + 74, LOOP + 25, LOOP + 27, LOOP + 24, LOOP + 33)></path>
                    <g class="unroll-weights">
                        <rect x=(LOOP - 11).to_string() y="2" width="22" height="20" rx="4"></rect>
                        <text x=LOOP.to_string() y="17">"W"</text>
                    </g>
                </svg>
            </div>
            <Button label press=Callback::new(move |()| unrolled.update(|own| *own = !*own)) />
        </section>
    }
}
