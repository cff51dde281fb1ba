//! A network unrolled: what goes by its roads, how far its valves are open, and how far the error has come, are the engine's.

use engine::roads::step_shares;
use engine::trace::{CellKind, Quantity, Road};
use model::lab::Run;
use model::sequence::Library;
use words::page::words;

use crate::browser::{Page, parse};
use crate::number::assert_close;

/// Half of the most that a road is wide, in CSS pixels, as `figures` has it.
const HALF: f64 = 9.0;

fn opened(address: &str) -> Page {
    let page = Page::open(address);
    page.wait_until("the chain is there", "document.querySelector('.unrolled-ribbons path[d^=M]')");
    page
}

fn run_of(page: &Page) -> Run {
    let settings = page.state().settings;
    Run::new(&settings, &settings.sequence(Library::shipped()))
}

/// By the engine: what arrives at a state along the carried state, and what through the weights; then the mean of the valve.
fn expected(run: &Run, cell: CellKind, t: usize) -> Vec<f64> {
    let lane = run.lane(cell);
    let layer = lane.trace.top();
    let shares = step_shares(layer, t + 1);
    let of = |carry: bool| {
        let own = cell.roads().iter().zip(&shares).filter(|(road, _)| (**road == Road::Carry) == carry);
        lane.reach[t] * own.map(|(_, share)| share).sum::<f64>()
    };
    let mean = |gate| layer.value(gate, t).iter().sum::<f64>() / layer.hidden() as f64;
    match cell {
        CellKind::Rnn => vec![of(false)],
        CellKind::Lstm => vec![of(true), of(false), mean(Quantity::Forget)],
        CellKind::Gru => vec![of(true), of(false), mean(Quantity::Update)],
    }
}

/// The numbers that are told within a selector.
fn told(page: &Page, within: &str) -> Vec<f64> {
    let all = format!(
        "[...document.querySelectorAll('{within} .unrolled-told span:not([hidden]) b, {within} .unrolled-gate b')].map(own => own.dataset.number).join(' ')"
    );
    page.text(&all).split(' ').filter(|own| !own.is_empty()).map(parse).collect()
}

#[track_caller]
fn assert_told(page: &Page, within: &str, cell: CellKind, t: usize) {
    let (own, right) = (told(page, within), expected(&run_of(page), cell, t));
    assert_eq!(own.len(), right.len(), "{own:?}");
    for (own, right) in own.into_iter().zip(&right) {
        assert_close(cell.name(), own, *right, 1e-9, right.abs());
    }
}

/// How wide a road is drawn at an x of the plot, in CSS pixels.
fn drawn(page: &Page, road: &str, x: f64) -> f64 {
    page.number(&format!(
        "(() => {{ const svg = document.querySelector('.unrolled svg'); const point = svg.createSVGPoint(); point.x = {x}; \
         const paths = [...svg.querySelectorAll('[data-road={road}] path')]; let filled = 0; \
         for (point.y = 0; point.y < 70; point.y += 0.1) filled += paths.some(path => path.isPointInFill(point)); \
         return filled / 10; }})()"
    ))
}

fn column(page: &Page) -> f64 {
    page.number(
        "document.querySelector('.unrolled-plot').clientWidth / document.querySelector('.unrolled-plot').ariaValueMax",
    )
}

/// How wide the same share must be: six powers of ten from nothing to all.
fn wide(share: f64) -> f64 {
    2.0 * HALF * (1.0 + share.log10() / 6.0).clamp(0.0, 1.0)
}

fn starts(page: &Page, css: &str) -> f64 {
    page.number(&format!(
        "[...document.querySelectorAll('.unrolled {css}')].map(own => own.getAttribute('d').split('M').length - 1)\
         .reduce((sum, own) => sum + own, 0)"
    ))
}

#[test]
fn the_chain_in_the_lab_tells_the_engines_split_and_draws_it_over_the_lanes_columns() {
    for cell in CellKind::ALL {
        let page = opened(&format!("cell={}&at=2", cell.key()));
        assert_told(&page, ".unrolled", cell, 1);
        // What is drawn right of the cell is as wide as what arrives there.
        let right = expected(&run_of(&page), cell, 1);
        let x = 2.0 * column(&page);
        let roads = if cell == CellKind::Rnn { &["through"][..] } else { &["straight", "through"] };
        for (road, share) in roads.iter().zip(right) {
            if share > 0.0 {
                let own = drawn(&page, road, x);
                assert!((own - wide(share)).abs() < 0.5, "{road} of {}: {own}, not {}", cell.name(), wide(share));
            }
        }
        let edges = |css: &str| {
            page.text(&format!(
                "(own => `${{own.left}} ${{own.right}}`)(document.querySelector('{css}').getBoundingClientRect())"
            ))
        };
        assert_eq!(edges(".unrolled-plot"), edges("#lane-lstm"));
        let said = page.text("document.querySelector('.unrolled-plot').ariaValueText");
        assert!(said.contains("book"), "{said}");
    }
}

#[test]
fn a_larger_bias_opens_the_valve_and_widens_the_pipe() {
    let page = opened("cell=lstm&at=2&bias=0");
    let jaws = || page.number("document.querySelector('.unrolled-jaws').getTotalLength()");
    let gate = || page.number("Number(document.querySelectorAll('.unrolled-numbers text')[1].textContent)");
    let before = (jaws(), gate(), drawn(&page, "straight", 2.0 * column(&page)));
    page.drag("bias", &[1.0, 2.0, 3.0]);
    assert!(page.state().settings.bias > 2.5);
    page.settle();
    assert_told(&page, ".unrolled", CellKind::Lstm, 1);
    let after = (jaws(), gate(), drawn(&page, "straight", 2.0 * column(&page)));
    assert!(after.0 < before.0 && after.1 > before.1 + 0.2 && after.2 > before.2 + 1.0, "{before:?} {after:?}");
    let right = expected(&run_of(&page), CellKind::Lstm, 1);
    assert!((after.1 - right[2]).abs() <= 0.005 + 1e-9 && (after.2 - wide(right[0])).abs() < 0.5);
}

#[test]
fn a_closed_road_is_a_barrier_and_nothing_comes_by_it() {
    let page = opened("cell=lstm&at=2&closed=lstm.carry");
    assert_eq!(told(&page, ".unrolled")[0], 0.0);
    assert_told(&page, ".unrolled", CellKind::Lstm, 1);
    assert_eq!(starts(&page, "[data-road=straight] path"), 12.0 + 13.0);
    assert_eq!(drawn(&page, "straight", 2.0 * column(&page)), 0.0);
    // One barrier, and the two walls of the pipe behind it.
    assert!(starts(&page, ".unrolled-barrier") == 1.0 && starts(&page, ".unrolled-behind") == 2.0);
    assert!(page.holds("document.querySelector('.unrolled-closed').checkVisibility()"));
    assert_eq!(page.text("document.querySelector('.unrolled-closed').textContent"), words().road_closed);
    let open = opened("cell=lstm&at=2");
    assert!(
        starts(&open, ".unrolled-barrier") == 0.0
            && !open.holds("document.querySelector('.unrolled-closed').checkVisibility()")
    );
}

#[test]
fn five_hundred_steps_are_a_line_with_a_part_for_each() {
    let page = opened("sequence=impulse&length=500&cell=lstm&at=400");
    assert_eq!(starts(&page, ".unrolled-frames"), 0.0);
    assert_eq!(starts(&page, "[data-road=straight] path"), 499.0);
    assert_eq!(starts(&page, "[data-road=through] path") + starts(&page, ".unrolled-against"), 499.0);
    assert!(page.number("document.querySelectorAll('.unrolled svg *').length") < 80.0);
    let run = run_of(&page);
    for t in [498, 480, 400] {
        let (own, right) =
            (drawn(&page, "straight", (t as f64 + 1.0) * column(&page)), expected(&run, CellKind::Lstm, t)[0]);
        assert!((own - wide(right)).abs() < 0.5, "{t}: {own}, not {}", wide(right));
    }
}

#[test]
fn the_sentence_fills_the_chain_and_the_error_comes_back_in_it() {
    let x = |page: &Page, css: &str| {
        page.number(&format!("Number(document.querySelector('.unrolled {css}').getAttribute('x'))"))
    };
    let read = opened("cell=gru&pass=forward&step=5");
    let column = column(&read);
    assert!((x(&read, ".unrolled-veil") - 5.0 * column).abs() < 0.1);
    assert!((x(&read, "clipPath rect") - 13.0 * column).abs() < 0.1, "no error goes back yet");
    let back = opened("cell=gru&pass=backward&step=5");
    assert!((x(&back, ".unrolled-veil") - 13.0 * column).abs() < 0.1);
    assert!((x(&back, "clipPath rect") - 4.0 * column).abs() < 0.1);
}

#[test]
fn the_picture_of_roads_opens_all_three_with_their_tables() {
    let page = Page::open("picture=roads&at=2");
    page.wait_until(
        "the three are there",
        "document.querySelectorAll('.unrolled-figure .unrolled-told span:not([hidden]) b').length === 5",
    );
    page.settle();
    for (place, cell) in CellKind::ALL.into_iter().enumerate() {
        let figure = format!(".unrolled-figure:nth-of-type({})", place + 1);
        assert_told(&page, &figure, cell, 1);
        page.script(&format!("document.querySelector('{figure} details').open = true"), vec![]);
        page.wait_until("its table is there", &format!("document.querySelectorAll('{figure} tbody tr').length === 13"));
    }
    // The arrow keys look at other cells.
    page.script("document.querySelector('.unrolled-figure .unrolled-plot').focus()", vec![]);
    page.press(fantoccini::key::Key::Right);
    assert_told(&page, ".unrolled-figure:nth-of-type(1)", CellKind::Rnn, 2);
}
