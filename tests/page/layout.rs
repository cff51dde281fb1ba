//! From a phone to a wide screen.

use crate::browser::{Page, Setup};
use engine::trace::Pass;

/// Everything that makes a page wide.
const WIDE: [&str; 7] = [
    "",
    "sequence=impulse&length=500&units=64&gain=10",
    "sequence=co2",
    "sequence=words&text=Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf+%D7%A9%D7%9C%D7%95%D7%9D",
    "sequence=characters",
    "sequence=example&task=agreement&trained=3000",
    "gain=a&evil=wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

fn assert_fits(page: &Page) {
    // On a phone it is in the sheet from below.
    if page.holds("document.querySelector('#panel-open').checkVisibility()") {
        page.click("#panel-open");
        page.wait_until("the sheet has come up", PANEL_RESTS);
    }
    page.click("#more summary");
    for fragment in WIDE {
        page.go_to(fragment);
        let width = page.number("innerWidth");
        assert_eq!(page.overhang(), 0.0, "at {width} px it can be scrolled sideways at #{fragment}");
        let sheet = "document.querySelector('#more > :last-child').getBoundingClientRect()";
        let (left, right) = (page.number(&format!("{sheet}.left")), page.number(&format!("{sheet}.right")));
        assert!(left >= 0.0 && right <= width, "at {width} px More opens from {left} to {right} at #{fragment}");
    }
}

#[test]
fn nothing_hangs_over_on_a_phone() {
    assert_fits(&Setup::default().phone(390, 844).open("view=lab"));
    assert_fits(&Setup::default().phone(360, 740).open("view=lab"));
}

#[test]
fn nothing_hangs_over_on_other_screens() {
    for (width, height) in [(768, 1024), (1024, 768), (1280, 720), (1440, 900), (1920, 1080)] {
        assert_fits(&Setup::default().screen(width, height).open("view=lab"));
    }
}

/// Whether the controls' sheet has come to where it goes.
const PANEL_RESTS: &str = "document.querySelector('.controls').getAnimations().length === 0";

#[test]
fn a_phones_controls_are_a_sheet_above_which_the_figure_stays() {
    let page = Setup::default().phone(390, 844).open("view=lab");
    let panel = "document.querySelector('.controls')";
    let is_open = format!("{PANEL_RESTS} && getComputedStyle({panel}).visibility === 'visible'");
    let is_shut = format!("{PANEL_RESTS} && getComputedStyle({panel}).visibility === 'hidden'");
    assert!(page.holds(&is_shut));
    let top = |css: &str| page.number(&format!("document.querySelector('{css}').getBoundingClientRect().top"));
    assert!(top("[data-cell=gru] canvas") < top(".transport"), "all three lanes begin on the first screen");
    page.tap("#panel-open", 0.5, 0.5);
    page.wait_until("it comes up", &is_open);
    assert_eq!(page.text(&format!("{panel}.getAttribute('role')")), "dialog");
    assert!(page.holds(&format!("{panel}.getAttribute('aria-label')")), "it has a name");
    page.wait_until("the keyboard goes in", &format!("{panel}.contains(document.activeElement)"));
    assert!(top("[data-cell=rnn] canvas") + 80.0 < top(".controls"), "a lane is in sight above it");
    let before = page.picture("lane-rnn");
    page.tap("#gain", 0.9, 0.5);
    page.wait_until("the gain is set", "location.hash.includes('gain=')");
    assert_ne!(page.picture("lane-rnn"), before, "the figure follows");
    assert!(page.holds(&is_open));
    page.tap("#lane-rnn", 0.5, 0.9);
    page.wait_until("a tap outside closes it", &is_shut);
    // What was tapped is looked at.
    page.wait_until("the inspector comes up", &format!("{SHEET_RESTS} && {INSPECTOR_IN_SIGHT}"));
    page.tap(".inspector > .close", 0.5, 0.5);
    page.wait_until("it goes", &format!("{SHEET_RESTS} && !{INSPECTOR_IN_SIGHT}"));
    page.tap("#panel-open", 0.5, 0.5);
    page.wait_until("it comes again", &is_open);
    page.wait_until("the keyboard goes in", &format!("{panel}.contains(document.activeElement)"));
    page.press(fantoccini::key::Key::Escape);
    page.wait_until("Escape closes it", &is_shut);
    page.wait_until("the keyboard comes back", "document.activeElement.id === 'panel-open'");
    assert_eq!(page.overhang(), 0.0);
}

#[test]
fn in_a_lesson_on_a_phone_the_figure_stays_in_sight() {
    let page = Setup::default().phone(390, 844).open("lesson=lstm.2");
    page.wait_until("it is there", "document.querySelector('.lesson-article h2 span')");
    page.script("scrollTo(0, document.documentElement.scrollHeight)", vec![]);
    page.settle();
    let bench = "document.querySelector('.bench').getBoundingClientRect()";
    let (top, height) = (page.number(&format!("{bench}.top")), page.number(&format!("{bench}.height")));
    // A cell's drawing has more than a third, or its letters could not be read.
    assert!(top.abs() < 1.0 && height > 150.0 && height < 0.45 * 844.0, "from {top}, {height} high");
}

/// Whether the inspector is in sight, at least in part.
const INSPECTOR_IN_SIGHT: &str = "(() => { const sheet = document.querySelector('.inspector'), box = sheet.getBoundingClientRect(); \
    return getComputedStyle(sheet).visibility === 'visible' && box.top < innerHeight - 100 && box.height > 100; })()";

/// Whether the inspector has come to where it goes.
const SHEET_RESTS: &str = "document.querySelector('.inspector').getAnimations().length === 0";

fn assert_tap_opens_the_inspector(width: u32, height: u32) {
    let page = Setup::default().phone(width, height).open("view=lab");
    assert!(!page.holds(INSPECTOR_IN_SIGHT));
    page.tap("#lane-gru", 0.5, 0.1);
    page.wait_until("the sheet has come up", &format!("{SHEET_RESTS} && {INSPECTOR_IN_SIGHT}"));
    assert_eq!(page.inspected(), "gru");
    assert_eq!(page.overhang(), 0.0);
    page.tap(".inspector > .close", 0.5, 0.5);
    page.wait_until("the sheet has gone", &format!("{SHEET_RESTS} && !{INSPECTOR_IN_SIGHT}"));
}

#[test]
fn a_tap_opens_the_inspector_and_another_closes_it() {
    assert_tap_opens_the_inspector(390, 844);
    assert_tap_opens_the_inspector(360, 740);
}

#[test]
fn a_finger_plays_and_steps() {
    let page = Setup::default().phone(390, 844).open("view=lab");
    page.tap("#left", 0.5, 0.5);
    assert_eq!(page.playhead().step, 0);
    page.tap("#right", 0.5, 0.5);
    assert_eq!(page.playhead().step, 1);
    page.tap("#turn .kit-segment", 0.5, 0.5);
    assert_eq!(page.playhead().pass, Pass::Forward);
    page.tap("#play", 0.5, 0.5);
    page.wait_until("it plays", "document.getElementById('scrubber').value > 2");
}

#[test]
fn what_a_finger_presses_is_large_enough() {
    let page = Setup::default().phone(390, 844).open("view=lab");
    let small = page.text(
        "[...document.querySelectorAll('.transport button, .transport select, header button, .controls select, summary')] \
        .filter(button => { const box = button.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 24); }) \
        .map(button => button.id || button.className).join(', ')",
    );
    assert_eq!(small, "", "WCAG 2.2 asks for 24 pixels");
}
