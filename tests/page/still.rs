//! Nothing moves under a reader's eyes while a view loads, whatever comes late.

use fantoccini::key::Key;
use model::keys::PICTURES;

use crate::browser::{Page, STILL, Setup, Shifts, VIEWS};

fn wide() -> Setup {
    Setup::default().noting_shifts()
}

fn narrow() -> Setup {
    Setup::default().phone(390, 844).noting_shifts()
}

#[track_caller]
fn assert_still(page: &Page, what: &str) {
    let shifts = Shifts::of(page);
    assert!(shifts.sum() <= STILL, "{what} shifted by {:.3}:\n{}", shifts.sum(), shifts.moved().join("\n"));
}

#[test]
fn every_view_stands_still_while_it_loads() {
    for (name, address) in VIEWS.into_iter().chain([("Train with data that is fetched", "view=train&task=characters")])
    {
        for (width, setup) in [("wide", wide()), ("narrow", narrow())] {
            let page = setup.open(address);
            page.settle();
            assert_still(&page, &format!("{name}, {width},"));
        }
    }
}

#[test]
fn every_view_stands_still_though_its_worker_comes_late() {
    for (name, address) in VIEWS {
        for (width, setup) in [("wide", wide()), ("narrow", narrow())] {
            let page = setup.holding("worker_bg.wasm").open_in_vain(address);
            page.wait_until("it is told", "document.querySelector('#notices')?.textContent.includes('Waiting for')");
            page.release();
            page.wait_until("nobody waits", "document.querySelector('#notices').textContent === ''");
            page.settle();
            assert_still(&page, &format!("{name}, {width}, with a late worker,"));
        }
    }
}

#[test]
fn nothing_moves_from_view_to_view() {
    let page = wide().open("view=lab");
    page.settle();
    // There and back again, since what is left counts as well.
    for (name, address) in VIEWS.into_iter().chain(VIEWS.into_iter().rev()) {
        page.script("window.shifts.length = 0", vec![]);
        page.go_to(if address.is_empty() { "view=start" } else { address });
        page.settle();
        assert_still(&page, &format!("the way to {name}"));
    }
}

#[test]
fn nothing_moves_when_steps_are_turned() {
    let page = wide().open("lesson=vanishing.1");
    page.settle();
    // The answer, another figure, the step before.
    for (key, step) in [(Key::PageDown, "1"), (Key::PageDown, "2"), (Key::PageUp, "1")] {
        page.script("window.shifts.length = 0", vec![]);
        page.press(key);
        page.wait_until("it is turned", &format!("location.hash.includes('vanishing.{step}')"));
        page.settle();
        assert_still(&page, &format!("a turn to step {step}"));
    }
}

#[test]
fn nothing_moves_when_a_picture_of_the_lab_is_chosen() {
    let page = wide().open("view=lab");
    page.settle();
    for picture in PICTURES {
        page.script("window.shifts.length = 0", vec![]);
        page.go_to(&format!("view=lab&picture={picture}"));
        page.settle();
        assert_still(&page, &format!("the way to {picture}"));
    }
}

#[test]
fn nothing_moves_when_a_control_is_used() {
    let page = wide().open("view=lab");
    page.settle();
    let sliders = page.number("document.querySelectorAll('.controls input[type=range]').length") as usize;
    assert!(sliders >= 3);
    for slider in 0..sliders {
        for end in ["max", "min"] {
            page.script("window.shifts.length = 0", vec![]);
            let own = format!("const own = document.querySelectorAll('.controls input[type=range]')[{slider}]");
            page.script(
                &format!("{own}; own.value = own.{end}; own.dispatchEvent(new Event('input', {{bubbles: true}}))"),
                vec![],
            );
            page.settle();
            assert_still(&page, &format!("slider {slider} to its {end}"));
        }
    }
}

#[test]
fn nothing_is_laid_out_anew_while_both_passes_play() {
    let page = wide().open("view=lab");
    page.settle();
    let boxes = "JSON.stringify([...document.querySelectorAll('.lane, .reach, .scrubber, .transport > *, .unrolled, #laboratory, .words li, .controls > *')]\
        .map(own => { const {x, y, width, height} = own.getBoundingClientRect(); return [x, y, width, height].map(Math.round); }))";
    page.script("document.getElementById('home').click(); window.shifts.length = 0", vec![]);
    page.settle();
    page.script(
        &format!(
            "window.seen = new Set(); const look = () => {{ window.seen.add({boxes}); requestAnimationFrame(look); }}; look(); \
             document.getElementById('play').click()"
        ),
        vec![],
    );
    let at_the_end = "document.querySelector('#turn .backward, #turn.backward') && document.getElementById('play').textContent.trim() !== 'Pause'";
    page.wait_until("both passes have played", at_the_end);
    assert_eq!(page.number("window.seen.size"), 1.0, "boxes that moved");
    assert_still(&page, "playing");
}

#[test]
fn a_shift_is_seen() {
    let page = wide().open("view=lab");
    page.settle();
    // The page's own shifts while it loads are too small to matter, but they would end the wait.
    let more = "window.shifts.length = 0; const more = document.createElement('p'); more.style.height = '200px'; document.querySelector('.page').prepend(more)";
    page.script(more, vec![]);
    page.wait_until("it has moved", "window.shifts.length > 0");
    assert!(Shifts::of(&page).sum() > STILL);
}
