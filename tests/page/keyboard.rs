//! The page without a mouse.

use engine::trace::{CellKind, Quantity};
use fantoccini::key::Key;
use model::settings::Part;

use crate::browser::{Page, place_of_sequence};

/// The ids that Tab leads to, from the top of the page to the end, and the values of choices; each must show where it is.
fn walk(page: &Page) -> Vec<String> {
    let mut ids = Vec::new();
    for _ in 0..80 {
        page.press(Key::Tab);
        if page.holds("document.activeElement === document.body") {
            break;
        }
        let what = page.text("document.activeElement.outerHTML.slice(0, 80)");
        assert!(page.holds("document.activeElement.matches(':focus-visible')"), "{what} does not show its focus");
        ids.push(page.text(
            "document.activeElement.id || document.activeElement.value || document.activeElement.tagName.toLowerCase()",
        ));
    }
    ids
}

#[test]
fn tab_leads_to_everything() {
    let ids = walk(&Page::open("view=lab"));
    let all = [
        "share",
        "theme",
        "numbers-open",
        "sequence",
        "units",
        "gain",
        "bias",
        "summary",
        "lane-rnn",
        "lane-lstm",
        "lane-gru",
        "scrubber",
        "Forward",
        "read-here",
        "measure-here",
        "home",
        "left",
        "play",
        "right",
        "end",
        "← Learn",
        "speed",
    ];
    for id in all {
        assert!(ids.iter().any(|found| found == id), "Tab does not lead to {id}: {ids:?}");
    }
}

/// Each view, with an element that stands there once its workers have drawn.
const VIEWS: [(&str, &str); 8] = [
    ("", ".start-figure:not(.start-going) .start-number"),
    ("view=lab", "#pictures input"),
    ("view=train&task=adding&t_knob=20", "#train-gru-progress [data-step]"),
    ("lesson=vanishing.1", ".lesson-place"),
    ("view=compare", ".claims tbody tr"),
    ("view=choose", ".advice h3"),
    ("view=results", "#results .verdict"),
    ("view=reference", ".reference article"),
];

#[test]
fn the_first_tab_leads_past_everything_to_the_content() {
    let page = Page::open("view=lab");
    for (address, drawn) in VIEWS {
        page.open_anew(address);
        page.wait_until("the view is drawn", &format!("document.querySelector('{drawn}')"));
        page.settle();
        let edges = "JSON.stringify([...document.querySelectorAll('header, main > *')].map(e => e.getBoundingClientRect().top))";
        let (before, at) = (page.text(edges), page.fragment());
        page.press(Key::Tab);
        let link = "document.activeElement.getBoundingClientRect()";
        assert!(page.holds("document.activeElement.matches('a.kit-skip')"), "#{address}: the first is another");
        let size = page.number(&format!("{link}.width")) > 100.0 && page.number(&format!("{link}.height")) > 24.0;
        let inside = page.holds(&format!("{link}.left >= 0 && {link}.top >= 0 && {link}.bottom <= innerHeight"));
        assert!(size && inside, "#{address}: it is not in sight");
        assert_eq!(page.text(edges), before, "#{address}: it moves the page");
        page.press(Key::Enter);
        assert!(page.holds("document.activeElement.closest('main')"), "#{address}: it leads elsewhere");
        assert!(
            page.holds("document.activeElement.getBoundingClientRect().height > 60"),
            "#{address}: nothing is there"
        );
        assert_eq!(page.fragment(), at, "#{address}: the address is another");
        page.press(Key::Tab);
        let next = page.text("document.activeElement.outerHTML.slice(0, 80)");
        assert!(page.holds("document.activeElement.closest('main')"), "#{address}: Tab goes on to {next}");
    }
}

#[test]
fn arrow_keys_choose_which_equations_are_shown_and_leave_the_playhead() {
    let page = Page::open("cell=gru&at=4");
    let first = || page.text("document.querySelector('.equation:not([hidden])').dataset.result");
    let at = page.playhead();
    page.script("document.querySelector('.inspector input[type=radio]:checked').focus()", vec![]);
    assert_eq!(first(), "reset_pre");
    page.press(Key::Right);
    assert_eq!((first().as_str(), page.playhead()), ("d_hidden", at));
    page.press(Key::Left);
    assert_eq!((first().as_str(), page.playhead()), ("reset_pre", at));
}

/// Presses Tab until the element with that id has the focus.
fn tab_to(page: &Page, id: &str) {
    for _ in 0..80 {
        if page.holds(&format!("document.activeElement.id === '{id}'")) {
            return;
        }
        page.press(Key::Tab);
    }
    panic!("Tab does not lead to {id}");
}

#[test]
fn sliders_and_lists_are_set_by_keys_and_undone() {
    let page = Page::open("view=lab");
    tab_to(&page, "bias");
    page.press_times(4, Key::Right);
    assert_eq!(page.state().settings.bias, 1.2);
    page.press(Key::End);
    assert_eq!(page.state().settings.bias, 6.0);
    page.chord(&[Key::Control], 'z');
    assert_eq!(page.state().settings.bias, 1.2);
    page.chord(&[Key::Control, Key::Shift], 'z');
    assert_eq!(page.state().settings.bias, 6.0);

    let page = Page::open("view=lab");
    tab_to(&page, "sequence");
    let at = page.playhead();
    page.press(Key::Enter);
    page.press(Key::End);
    assert_eq!(page.playhead(), at, "an open list keeps the keys for itself");
    page.press(' ');
    assert!(!page.is_playing());
    assert_eq!(page.text("document.getElementById('sequence').value"), place_of_sequence("example"));
    assert!(page.fragment().contains("example"));
}

#[test]
fn numbers_lead_to_the_lanes_and_arrows_through_their_rows() {
    let page = Page::open("view=lab");
    for (key, cell) in [('1', CellKind::Rnn), ('3', CellKind::Gru), ('2', CellKind::Lstm)] {
        page.press(key);
        assert_eq!(page.inspected(), cell.key());
        assert_eq!(page.text("document.activeElement.id"), format!("lane-{}", cell.key()));
    }
    let unit = page.state().focus.unit;
    page.press(Key::Down);
    assert_eq!(page.state().focus.unit, unit + 1);
    page.press_times(2, Key::Up);
    assert_eq!(page.state().focus.unit, unit - 1);
    page.press_times(30, Key::Down);
    let focus = page.state().focus;
    assert_eq!(focus.part, Part::Gradient, "the last row of a lane");
    page.press_times(3, Key::Up);
    assert_eq!(page.state().focus.part, Part::Gate(Quantity::Forget));
}

#[test]
fn what_is_in_focus_is_spoken() {
    let page = Page::open("view=lab");
    let spoken = || page.text("document.querySelector('[role=status][aria-live]').textContent");
    page.press('1');
    let one = spoken();
    assert!(one.contains("RNN"), "{one}");
    page.press(Key::Down);
    assert_ne!(spoken(), one);
    let label = page.text("document.activeElement.getAttribute('aria-label')");
    assert!(spoken().contains(&label) || label.contains("RNN"), "{label}");
}

#[test]
fn the_loss_and_the_number_are_read_at_the_step_in_focus() {
    let page = Page::open("view=lab");
    let before = page.shares();
    page.press(Key::Home);
    page.press_times(8, Key::Right);
    page.press('l');
    assert_eq!(page.state().settings.read, Some(8));
    page.press_times(5, Key::Left);
    page.press('m');
    assert_eq!(page.state().settings.mark, Some(3));
    assert_ne!(page.shares(), before);
    page.chord(&[Key::Control], 'z');
    page.chord(&[Key::Control], 'z');
    assert_eq!(page.shares(), before);
}

#[test]
fn a_question_mark_shows_the_keys_and_escape_hides_them() {
    let page = Page::open("view=lab");
    let open = || page.holds("document.querySelector('#keys[open]')");
    let at = page.playhead();
    page.press('?');
    page.wait_until("the keys are told", "document.querySelector('#keys[open]')");
    page.press(Key::Home);
    assert_eq!(page.playhead(), at, "an open dialog keeps the keys for itself");
    page.press(Key::Escape);
    assert!(!open());
    page.press('?');
    page.press('?');
    assert!(!open());
}

#[test]
fn typing_a_text_moves_nothing() {
    let page = Page::open("view=lab");
    page.choose_sequence("words");
    page.click("#text");
    page.write("a");
    let at = page.playhead();
    for key in " bl123mp?".chars() {
        page.press(key);
    }
    page.press(Key::Home);
    assert_eq!(page.text("document.getElementById('text').value"), "a bl123mp?");
    assert_eq!(page.playhead(), at);
    assert!(!page.holds("document.querySelector('dialog[open], .presenting')"));
}

#[test]
fn the_whole_of_it_is_played_and_pressed_by_keys() {
    let page = Page::open("view=lab");
    tab_to(&page, "play");
    page.press(' ');
    assert!(page.is_playing());
    page.press(Key::Enter);
    assert!(!page.is_playing());
}
