//! What stands there when the page is opened.

use engine::trace::{CellKind, Pass};
use model::playback::Playhead;
use model::sequence::SENTENCE;

use crate::browser::{Page, Setup};
use crate::fixture::Fixture;
use crate::number::assert_close;

/// The labels of the steps with a class, without the marks that isolate their writing direction.
fn tokens(page: &Page, class: &str) -> String {
    page.text(&format!(
        "[...document.querySelectorAll('.words button{class}')] \
        .map(word => word.innerText.replace(/[\\u2066-\\u2069]/g, '')).join(' ')"
    ))
}

fn assert_is_the_lab(page: &Page) {
    assert_eq!(page.number("document.querySelectorAll('.lane').length"), 3.0);
    assert_eq!(tokens(page, ""), SENTENCE);
    assert_eq!(tokens(page, ".marked"), "book excellent");
    let torch = Fixture::load("lab");
    let left = CellKind::ALL.map(|cell| {
        let lambda = torch.vector(&format!("{}/lambda_norm", cell.key()));
        lambda[1] / lambda[torch.read()]
    });
    for (cell, (left, written)) in CellKind::ALL.into_iter().zip(left.into_iter().zip(["0.017", "1.8", "7.2"])) {
        assert_close(cell.name(), page.share(cell), left, 1e-12, left);
        // One unit for the three, chosen by the smallest.
        let shown = page.text(&format!("document.querySelector('#number-{} strong').innerText.trim()", cell.key()));
        assert_eq!(shown.replace(['\u{202f}', '\u{a0}'], " "), format!("{written} %"));
    }
}

#[test]
fn the_lab_stands_there_with_pytorchs_numbers() {
    let page = Page::open("");
    assert_is_the_lab(&page);
    assert_eq!(page.playhead(), Playhead { pass: Pass::Backward, step: 0 });
}

#[test]
fn the_bias_stands_at_one_and_pytorchs_zero_is_named() {
    let page = Page::open("");
    assert_eq!(page.number("Number(document.getElementById('bias').value)"), 1.0);
    let label = page.text("document.getElementById('bias').closest('.kit-field').innerText");
    assert!(label.contains("0 is PyTorch"), "{label}");
}

#[test]
fn it_works_below_another_path() {
    let page = Setup::default().below("/course/rnn/").open("");
    assert_is_the_lab(&page);
    assert_eq!(page.text("location.pathname"), "/course/rnn/");
}

#[test]
fn every_picture_has_something_on_it() {
    let page = Page::open("");
    let empty = page.text("document.createElement('canvas').toDataURL()");
    for picture in page.pictures() {
        assert!(picture.len() > 4 * empty.len());
    }
}
