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
        .map(word => word.textContent.trim().replace(/[\\u2066-\\u2069]/g, '')).join(' ')"
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
    let page = Page::open("view=lab");
    assert_is_the_lab(&page);
    // The cursor rests where the numbers are measured, at “book”.
    assert_eq!(page.playhead(), Playhead { pass: Pass::Backward, step: 1 });
}

#[test]
fn the_bias_stands_at_one_and_pytorchs_zero_is_named() {
    let page = Page::open("view=lab");
    assert_eq!(page.number("Number(document.getElementById('bias').value)"), 1.0);
    let label = page.text("document.getElementById('bias').closest('.kit-field').innerText");
    assert!(label.contains("0 is PyTorch"), "{label}");
}

#[test]
fn it_works_below_another_path() {
    let page = Setup::default().below("/course/rnn/").open("view=lab");
    assert_is_the_lab(&page);
    assert_eq!(page.text("location.pathname"), "/course/rnn/");
}

#[test]
fn every_picture_has_something_on_it() {
    let page = Page::open("view=lab");
    let empty = page.text("document.createElement('canvas').toDataURL()");
    for picture in page.pictures() {
        assert!(picture.len() > 4 * empty.len());
    }
}

/// What can be seen of Start: each part with its text, its outline, and where it stands.
const SEEN: &str = "[...document.querySelectorAll('header h1, nav .kit-button, .start :is(h2, h3, p, em, li, span, path, article, a)')]
    .filter(part => part.checkVisibility() && !part.matches('span.kit-button, .kit-hidden, .kit-label'))
    .map(part => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const place = [x, y, width, height].map(Math.round).join(' ');
        const text = part.children.length ? '' : part.textContent;
        return `${part.localName === 'a' ? 'button' : part.localName} ${text} ${part.getAttribute('d') ?? ''} ${place}`;
    })
    .join('\\n')";

#[test]
fn what_can_be_read_before_the_pages_code_has_come_is_what_the_page_then_makes() {
    for (width, height) in [(1440, 900), (768, 1024), (390, 844)] {
        let page = Setup::default()
            .screen(width, height)
            .preferring("prefers-reduced-motion", "reduce")
            .holding("_bg.wasm")
            .open_in_vain("");
        page.wait_until(
            "it can be read",
            "document.fonts.status === 'loaded' && document.querySelector('#boot .start')",
        );
        page.wait_until(
            "its styles are there",
            "getComputedStyle(document.querySelector('.start h2')).fontSize !== '24px'",
        );
        let first = page.text(SEEN);
        assert!(first.contains("0.017") && first.lines().count() > 80, "{first}");
        page.release();
        page.wait_until_it_stands();
        assert!(!page.holds("document.getElementById('boot')"));
        let then = page.text(SEEN);
        let differ: Vec<_> = first.lines().zip(then.lines()).filter(|(first, then)| first != then).collect();
        assert!(differ.is_empty() && first.lines().count() == then.lines().count(), "{width}: {differ:#?}");
    }
}

#[test]
fn nothing_is_painted_before_the_last_of_what_stands_at_first_has_come() {
    let page = Setup::default().holding("_bg.wasm").open_in_vain("");
    // A browser paints as soon as what it expects *begins*: all else must stand before it.
    let expected =
        "document.querySelector(document.querySelector('link[rel=expect][blocking=render]').getAttribute('href'))";
    page.wait_until("it is there", expected);
    assert!(page.holds(&format!("document.getElementById('boot').lastElementChild === {expected}")));
    assert_eq!(page.text(&format!("{expected}.innerHTML")), "");
}

#[test]
fn an_address_is_awaited_with_its_own_frame() {
    for (address, opens) in
        [("view=lab", "lab"), ("units=4", "lab"), ("view=train", "other"), ("lesson=lstm.1", "other")]
    {
        let page = Setup::default().holding("_bg.wasm").open_in_vain(address);
        page.wait_until("it is awaited", "document.querySelector('#boot header')");
        assert_eq!(page.text("document.documentElement.dataset.opens"), opens, "{address}");
        assert!(!page.holds("document.querySelector('#boot .start').checkVisibility()"), "{address}");
        assert!(!page.holds("document.querySelector('#boot .wait').checkVisibility({ visibilityProperty: true })"));
    }
}
