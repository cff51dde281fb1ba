//! Stepping and scrubbing through both passes.

use engine::trace::Pass;
use fantoccini::key::Key;
use model::playback::Playhead;

use crate::browser::Page;

const LAST: usize = 12;

fn forward(step: usize) -> Playhead {
    Playhead { pass: Pass::Forward, step }
}

fn backward(step: usize) -> Playhead {
    Playhead { pass: Pass::Backward, step }
}

#[test]
fn the_arrows_step_through_the_forward_pass_and_on_into_the_backward_pass() {
    let page = Page::open("view=lab");
    page.press(Key::Home);
    for step in 1..=LAST {
        page.press(Key::Right);
        assert_eq!(page.playhead(), forward(step));
    }
    page.press(Key::Left);
    assert_eq!(page.playhead(), forward(LAST - 1));
    page.press_times(2, Key::Right);
    assert_eq!(page.playhead(), backward(LAST));
    for step in (0..LAST).rev() {
        page.press(Key::Left);
        assert_eq!(page.playhead(), backward(step));
    }
    page.press(Key::Right);
    assert_eq!(page.playhead(), backward(1));
}

#[test]
fn keys_lead_to_the_ends_and_turn() {
    let page = Page::open("view=lab");
    let at = |key, place| {
        page.press(key);
        assert_eq!(page.playhead(), place);
    };
    at(char::from(Key::Home), forward(0));
    page.chord(&[Key::Shift], Key::Right);
    assert_eq!(page.playhead(), forward(LAST));
    at(char::from(Key::Left), forward(LAST - 1));
    at('b', backward(LAST - 1));
    page.chord(&[Key::Shift], Key::Left);
    assert_eq!(page.playhead(), backward(0));
    at('b', forward(0));
    at(char::from(Key::End), backward(0));
}

#[test]
fn the_buttons_do_what_the_keys_do() {
    let page = Page::open("view=lab");
    for (button, place) in [
        ("home", forward(0)),
        ("right", forward(1)),
        ("right", forward(2)),
        ("left", forward(1)),
        ("turn", backward(1)),
        ("end", backward(0)),
    ] {
        page.click(&format!("#{button}"));
        assert_eq!(page.playhead(), place, "after the button {button}");
    }
}

#[test]
fn every_step_has_a_picture_of_its_own() {
    let page = Page::open("view=lab");
    page.press(Key::Home);
    let mut pictures = vec![page.picture("lane-lstm")];
    for _ in 0..2 * LAST + 1 {
        page.press(if page.playhead().pass == Pass::Forward { Key::Right } else { Key::Left });
        let picture = page.picture("lane-lstm");
        assert!(!pictures.contains(&picture), "{:?} looks like another step", page.playhead());
        pictures.push(picture);
    }
}

#[test]
fn the_scrubber_is_dragged_in_both_passes() {
    let page = Page::open("view=lab");
    page.press(Key::Home);
    page.watch("document.getElementById('scrubber').value");
    page.drag("scrubber", &[2.0, 5.0, 9.0]);
    assert_eq!(page.playhead(), forward(9));
    assert!(page.watched().contains(&"5".into()), "it moves while it is dragged");
    page.press('b');
    page.drag("scrubber", &[7.0, 3.0]);
    assert_eq!(page.playhead(), backward(3));
    page.press(Key::Left);
    assert_eq!(page.playhead(), backward(2), "arrows on the scrubber step");
}

#[test]
fn the_number_follows_the_backward_pass_to_the_marked_step() {
    let page = Page::open("view=lab");
    let at_rest = page.shares();
    page.press(Key::Home);
    page.chord(&[Key::Shift], Key::Right);
    page.press(Key::Right);
    assert_eq!(page.shares(), [1.0; 3], "at the loss all of the gradient is there");
    page.press_times(LAST - 1, Key::Left);
    assert_eq!(page.playhead(), backward(1));
    assert_eq!(page.shares(), at_rest);
    page.press(Key::Left);
    assert_eq!(page.shares(), at_rest, "past the marked step it stays");
}

/// Where a flag over the words stands, as a step from 1.
fn flag(page: &Page, name: &str) -> f64 {
    page.number(&format!(
        "Number([...document.querySelectorAll('.flag')].find(own => own.textContent.trim() === '{name}').ariaValueNow)"
    ))
}

#[test]
fn the_flags_are_dragged_and_moved_by_keys_and_undone() {
    let page = Page::open("view=lab");
    assert_eq!((flag(&page, "measured"), flag(&page, "loss")), (2.0, 13.0));
    let flag_of = |name: &str| page.button(".tokens", name);
    let loss = page.button(".tokens", "The loss is read here");
    page.script("document.querySelector(arguments[0]).focus()", vec![loss.into()]);
    page.press(Key::Left);
    page.settle();
    assert_eq!((flag(&page, "loss"), page.state().settings.read_step()), (12.0, 11));
    let measured = flag_of("The lanes’ numbers are measured here");
    // From the second column into the fifth.
    let column = page.number("document.querySelector('.tokens').clientWidth / 13");
    page.drag_by(&measured, 3.0 * column);
    page.settle();
    assert_eq!((flag(&page, "measured"), page.state().settings.mark_step()), (5.0, 4));
    page.press_button(".controls", "Undo");
    page.settle();
    assert_eq!((flag(&page, "measured"), flag(&page, "loss")), (2.0, 12.0));
}

#[test]
fn there_is_one_cursor() {
    let page = Page::open("view=lab");
    let assert_at = |step: usize| {
        let thumb = page.number("Number(document.getElementById('scrubber').value)") as usize;
        let told = page.text("document.querySelector('.transport .where').textContent");
        let panel = page.text("document.querySelector('.inspector').textContent");
        assert_eq!(thumb + 1, step);
        assert!(told.starts_with(&format!("step {step},")) && panel.contains(&format!("at step {step},")), "{told}");
    };
    // At rest it stands where the numbers are measured.
    assert_at(2);
    page.click(".words li:nth-child(6) button");
    page.settle();
    assert_at(6);
    page.press(Key::Left);
    page.settle();
    assert_at(5);
    page.point_at(".words li:nth-child(9) button", 0.5, 0.5);
    assert_at(9);
}
