//! The ends of what can be set: gradients that grow without end, and some that f64 cannot hold.

use unrolled::format;
use unrolled::trace::CellKind;
use unrolled::words::words;

use crate::browser::Page;

fn shown(page: &Page, cell: CellKind) -> String {
    page.text(&format!("document.querySelector('#number-{} strong').innerText.trim()", cell.key()))
}

fn sentence(page: &Page, cell: CellKind) -> String {
    page.text(&format!("document.querySelector('#number-{} span').innerText.trim()", cell.key()))
}

/// The words of a sentence up to its first gap.
fn beginning(sentence: &str) -> &str {
    sentence.split('{').next().unwrap_or_default().trim()
}

#[test]
fn a_gradient_that_grows_a_hundred_decades_is_told_as_it_is() {
    let page = Page::open("sequence=impulse&length=500&units=64&gain=10");
    let share = page.share(CellKind::Rnn);
    assert!(share > 1e100, "{share:e}");
    assert_eq!(shown(&page, CellKind::Rnn), format::share(share));
    assert!(sentence(&page, CellKind::Rnn).starts_with(beginning(words().grown_at)));
}

#[test]
fn what_falls_below_the_smallest_number_is_said_to() {
    let page = Page::open("sequence=impulse&length=500&gain=0.1");
    assert_eq!(page.share(CellKind::Rnn), 0.0);
    assert_eq!(shown(&page, CellKind::Rnn), "0");
    assert!(sentence(&page, CellKind::Rnn).starts_with(beginning(words().underflowed_at)));
    let lstm = page.share(CellKind::Lstm);
    assert!(lstm > 0.0 && lstm < 1e-40, "{lstm:e}");
    assert_ne!(sentence(&page, CellKind::Lstm), sentence(&page, CellKind::Rnn));
}

#[test]
fn one_unit_and_one_token() {
    let page = Page::open("sequence=words&text=alone&units=1");
    assert_eq!(page.shares(), [1.0; 3]);
    for key in [' ', 'b', '1', 'l', 'm'] {
        page.press(key);
    }
    assert_eq!(page.playhead().step, 0);
}

#[test]
fn the_largest_setting_follows_the_hand() {
    let page = Page::open("sequence=impulse&length=500&units=64");
    let before = page.shares();
    page.drag("gain", &[0.1, 0.4, 0.2]);
    assert_ne!(page.shares(), before);
}
