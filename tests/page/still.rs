//! Nothing moves under a reader's eyes while a view loads, whatever comes late.

use course::lesson::{Place, lessons};
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

/// Turns through all steps of all lessons, there and back again.
fn assert_turns_are_still(page: &Page) {
    let places: Vec<Place> = lessons()
        .iter()
        .flat_map(|(key, lesson)| (1..=lesson.entries.len()).map(move |step| format!("{key}.{step}")))
        .map(|name| Place::named(&name).unwrap())
        .collect();
    page.settle();
    let mut moved = vec![];
    for place in places.iter().skip(1).chain(places.iter().rev().skip(1)) {
        page.script("window.shifts.length = 0", vec![]);
        page.go_to(&format!("lesson={}&{}", place.name(), place.entry().cue));
        let said = format!("Lesson {} · step {} of {}", place.number + 1, place.step + 1, place.page.entries.len());
        page.wait_until(&said, &format!("document.querySelector('.lesson-place')?.textContent.startsWith('{said}')"));
        page.settle();
        let shifts = Shifts::of(page);
        if shifts.sum() > STILL {
            moved.push(format!("{} shifted by {:.3}:\n{}", place.name(), shifts.sum(), shifts.moved().join("\n")));
        }
    }
    assert!(moved.is_empty(), "{}", moved.join("\n"));
}

#[test]
fn no_turn_of_a_lesson_moves_anything() {
    assert_turns_are_still(&wide().open("lesson=sequences.1"));
}

#[test]
fn no_turn_of_a_lesson_moves_anything_in_a_low_window() {
    assert_turns_are_still(&wide().screen(1280, 720).open("lesson=sequences.1"));
}

#[test]
fn no_turn_of_a_lesson_moves_anything_on_a_phone() {
    assert_turns_are_still(&narrow().open("lesson=sequences.1"));
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
