//! Pointing at anything shows it in the inspector; clicking keeps it there.

use engine::trace::{CellKind, Pass, Quantity};
use fantoccini::key::Key;
use model::settings::{Part, parts};

use crate::browser::Page;

const STEPS: f64 = 13.0;

/// The step (from 1) that is shown, as the row of words marks it.
fn shown_step(page: &Page) -> f64 {
    page.number("Number(document.querySelector('.words button.here').dataset.step)")
}

/// Where the middle of a step (from 1) is across the time axis.
fn across(step: usize) -> f64 {
    (step as f64 - 0.5) / STEPS
}

/// Where the middle of a lane's nth band is down its canvas.
fn band(page: &Page, cell: CellKind, place: usize) -> f64 {
    page.number(&format!(
        "(() => {{ const lane = document.querySelector('.lane[data-cell={}]'); \
        const row = lane.querySelectorAll('.rows span')[{place}].getBoundingClientRect(); \
        const all = lane.querySelector('canvas').getBoundingClientRect(); \
        return (row.top + row.height / 2 - all.top) / all.height; }})()",
        cell.key()
    ))
}

#[test]
fn the_mouse_shows_and_its_leaving_gives_back() {
    let page = Page::open("view=lab");
    let before = (page.inspected(), shown_step(&page));
    page.point_at("#lane-gru", across(9), 0.1);
    assert_eq!((page.inspected(), shown_step(&page)), ("gru".into(), 9.0));
    page.point_at("#lane-rnn", across(4), 0.1);
    assert_eq!((page.inspected(), shown_step(&page)), ("rnn".into(), 4.0));
    // The chart's axis is the lanes', and has room for names before it.
    let lane =
        page.number("document.getElementById('lane-rnn').clientWidth / document.getElementById('reach').clientWidth");
    page.point_at("#reach", 1.0 - (1.0 - across(6)) * lane, 0.5);
    assert_eq!(shown_step(&page), 6.0);
    page.point(4.0, 4.0);
    assert_eq!((page.inspected(), shown_step(&page)), before);
}

#[test]
fn every_state_gate_and_gradient_of_a_lane_can_be_clicked() {
    let page = Page::open("view=lab");
    // The gradient is read in the backward equations; anything else leaves the pass as it is.
    let mut pass = Pass::Forward;
    for cell in CellKind::ALL {
        let parts = parts(cell).into_iter().filter(|part| *part != Part::Token);
        for (place, part) in parts.enumerate() {
            let (lane, down) = (format!("#lane-{}", cell.key()), band(&page, cell, place));
            page.point_at(&lane, across(2 + place), down);
            page.click_here();
            page.point(4.0, 4.0);
            let focus = page.state().focus;
            assert_eq!((focus.cell, focus.step, focus.part), (cell, 1 + place, part));
            if part == Part::Gradient {
                pass = Pass::Backward;
            }
            assert_eq!(focus.pass, pass, "{part:?}");
        }
    }
}

#[test]
fn each_unit_has_its_row() {
    let page = Page::open("view=lab");
    let at = |unit: usize| {
        let rows = "document.querySelector('.lane[data-cell=rnn] .rows span').getBoundingClientRect().height";
        let all = "document.getElementById('lane-rnn').getBoundingClientRect().height";
        (unit as f64 + 0.5) / 12.0 * page.number(rows) / page.number(all)
    };
    for unit in [0, 5, 11] {
        page.point_at("#lane-rnn", across(3), at(unit));
        page.click_here();
        let focus = page.state().focus;
        assert_eq!((focus.unit, focus.part), (unit, Part::State(Quantity::Hidden)));
    }
}

#[test]
fn a_word_can_be_clicked() {
    let page = Page::open("view=lab");
    page.click(".words button[data-step='10']");
    let focus = page.state().focus;
    assert_eq!((focus.step, focus.part), (9, Part::Token));
}

#[test]
fn an_equation_in_focus_lights_up_its_operands() {
    let page = Page::open("cell=lstm&at=5&part=forget");
    page.click(".inspector summary");
    page.script("document.querySelector('.equation[data-result=cell]').focus();", vec![]);
    page.settle();
    let one = page.picture("lane-lstm");
    page.press(Key::Tab);
    assert_eq!(page.text("document.activeElement.dataset.result"), "cell_tanh");
    assert_ne!(page.picture("lane-lstm"), one);
}

#[test]
fn every_cell_has_a_diagram_of_its_own_that_moves_with_the_values() {
    let page = Page::open("view=lab");
    let diagram = || page.text("document.querySelector('.diagram').innerHTML.replace(/<!--.*?-->/g, '')");
    let mut seen = Vec::new();
    for cell in CellKind::ALL {
        for (at, equations) in [(3, "forward"), (8, "forward"), (8, "backward")] {
            page.go_to(&format!("cell={}&at={at}&equations={equations}", cell.key()));
            assert_eq!(page.text("document.querySelector('.diagram').dataset.cell"), cell.key());
            let diagram = diagram();
            assert!(!seen.contains(&diagram), "{}, {equations}, t = {at} looks like another", cell.name());
            seen.push(diagram);
        }
    }
}

#[test]
fn every_line_of_a_diagram_has_an_arrow_which_turns_with_the_pass() {
    let page = Page::open("view=lab");
    let heads = "[...document.querySelectorAll('.diagram .wire')].map(own => own.querySelector('.head').getAttribute('d')).join(' ')";
    let small = "[...document.querySelectorAll('.diagram text, .diagram tspan')].filter(own => \
        parseFloat(getComputedStyle(own).fontSize) * own.ownerSVGElement.getScreenCTM().a < 13).length";
    let outside = "(() => { const own = document.querySelector('.diagram svg').getBoundingClientRect(); \
        return [...document.querySelectorAll('.diagram text')].filter(text => { const box = text.getBoundingClientRect(); \
        return box.left < own.left - 1 || box.right > own.right + 1 || box.bottom > own.bottom + 1; }).map(text => text.textContent).join(); })()";
    let names = "[...document.querySelectorAll('.diagram .layered')].map(own => \
        [...own.querySelectorAll('.name')].map(line => line.textContent).join(' ')).join(', ')";
    for cell in CellKind::ALL {
        page.go_to(&format!("cell={}&at=5&equations=forward", cell.key()));
        let forward = page.text(heads);
        page.go_to(&format!("cell={}&at=5&equations=backward", cell.key()));
        let backward = page.text(heads);
        assert_eq!(forward.matches('Z').count(), backward.matches('Z').count());
        assert!(forward.split_inclusive('Z').zip(backward.split_inclusive('Z')).all(|(one, other)| one != other));
        assert_eq!(page.number(small), 0.0, "{}: letters are too small", cell.name());
        assert_eq!(page.text(outside), "", "{}", cell.name());
        let expected = match cell {
            CellKind::Rnn => "",
            CellKind::Lstm => "forget gate, input gate, candidate, output gate",
            CellKind::Gru => "update gate, reset gate, hidden part, new state",
        };
        assert_eq!(page.text(names), expected);
    }
}

#[test]
fn a_road_that_is_closed_has_a_barrier_in_the_diagram() {
    let page = Page::open("cell=lstm&closed=lstm.carry,lstm.input&equations=backward");
    page.wait_until("barriers are there", "document.querySelectorAll('.diagram .barrier').length === 2");
    assert_eq!(page.number("document.querySelectorAll('.diagram .lost').length"), 1.0, "the line of c is behind one");
    assert!(page.text("document.querySelector('.why').textContent").contains("closed here"));
    page.go_to("cell=gru&closed=&equations=backward");
    assert!(!page.holds("document.querySelector('.diagram .barrier')"));
}

#[test]
fn equations_are_folded_in_the_lab_and_open_in_a_lesson() {
    let page = Page::open("view=lab");
    let in_sight = "document.querySelector('.equation.here').checkVisibility() \
        && document.querySelector('.equation.here').getBoundingClientRect().height > 0";
    assert!(!page.holds(in_sight));
    page.click(".inspector summary");
    page.wait_until("they are open", in_sight);
    page.go_to("lesson=lstm.7");
    page.wait_until("they are open there", in_sight);
    assert!(!page.holds("document.querySelector('.inspector summary').checkVisibility()"));
}

#[test]
fn the_switch_turns_the_equations() {
    let page = Page::open("cell=gru&at=4");
    let first = || page.text("document.querySelector('.equation:not([hidden])').dataset.result");
    assert_eq!(first(), "reset_pre");
    page.click(&page.labelled(".inspector", "Backward"));
    assert_eq!(first(), "d_hidden");
    page.click(&page.labelled(".inspector", "Forward"));
    assert_eq!(first(), "reset_pre");
}
