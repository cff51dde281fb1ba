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
