//! The ends of what can be set: gradients that grow without end, and some that f64 cannot hold.

use engine::trace::CellKind;
use words::format::{self, Digits, Group, Measure};
use words::page::words;

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
    // In the unit that the three lanes share.
    let lanes = Group::new(Measure::Share, page.shares());
    assert_eq!(shown(&page, CellKind::Rnn), lanes.write(share, Digits::Headline));
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

/// Without biases and input a unit rests at 0, where tanh is steepest: a recurrent weight of a million
/// then makes its gradient a million times larger at every step back.
const OVERFLOWING: &str = "sequence=impulse&length=100&units=1&pass=backward&step=1&edits=x.0.0=0;\
    rnn.bias_ih.0.0=0;rnn.bias_hh.0.0=0;rnn.weight_hh.0.0=1000000;\
    gru.bias_ih.0.0=1000;gru.bias_ih.1.0=-1000;gru.bias_ih.2.0=0;gru.bias_hh.2.0=0;gru.weight_hh.2.0=1000000";

/// Whether a lane's ribbon has the colour of what is not finite at its left end, and not at its right.
const ALARMED: &str = "(() => {
    const alarm = [0xd1, 0x00, 0x6c];
    const canvas = document.getElementById('lane-rnn'), context = canvas.getContext('2d');
    const has = x => {
        const { data } = context.getImageData(x, 0, 1, canvas.height);
        for (let i = 0; i < data.length; i += 4) if (alarm.every((c, k) => data[i + k] === c)) return true;
        return false;
    };
    return has(4) && !has(canvas.width - 4);
})()";

#[test]
fn what_grows_beyond_the_largest_number_is_drawn_and_named_so() {
    let page = Page::open(OVERFLOWING);
    page.wait_until("the worker has made the run", "!document.querySelector('.page.stale')");
    page.settle();
    assert_eq!(page.share(CellKind::Rnn), f64::INFINITY);
    assert_eq!(shown(&page, CellKind::Rnn), format::share(f64::INFINITY));
    assert!(sentence(&page, CellKind::Rnn).starts_with(beginning(words().overflowed_at)));
    assert!(page.holds(ALARMED), "the ribbon shows where it is beyond");
    // In the GRU the infinite gradient meets a gate that stands at 0.
    assert!(page.share(CellKind::Gru).is_nan());
    assert_eq!(shown(&page, CellKind::Gru), format::share(f64::NAN));
    assert!(sentence(&page, CellKind::Gru).starts_with(beginning(words().nan_at)));
}
