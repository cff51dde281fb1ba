//! The page in other languages than English: that all of it has room, and that time runs from left to right.

use words::Language;

use crate::browser::{Page, Setup};
use crate::looks::{QUIET, open, views};

/// What has less room than it needs, of what says what can be pressed or chosen, and of what is read at a glance.
const CUT: &str = "[...document.querySelectorAll('button, .kit-button, .kit-segment, summary, h1, h2, h3, th, .kit-label')]
    .filter(own => !own.closest('.seen-ask, .words, .flag, .diagram') && own.checkVisibility({ visibilityProperty: true }) && own.clientWidth > 4 && own.scrollWidth > own.clientWidth + 1
        && !['auto', 'scroll'].includes(getComputedStyle(own).overflowX))
    .map(own => own.textContent.trim()).join(' | ')";

#[test]
fn the_page_names_the_languages_that_it_has_texts_of() {
    let page = Page::open("");
    let named = page.text("document.querySelector('meta[name=languages]').content");
    assert_eq!(named, Language::ALL.map(Language::key).join(" "));
}

/// A view of each kind.
const KINDS: [&str; 9] = [
    "view=lab",
    "view=start",
    "picture=triangle",
    "picture=data&sequence=numbers",
    "view=train&task=adding&t_knob=20",
    "view=results",
    "view=compare",
    "view=choose",
    "view=reference&page=faq",
];

#[test]
fn a_language_a_third_longer_than_english_has_room() {
    let page = Setup::default().running_first(QUIET).in_workers(QUIET).in_pseudo_language().open("view=lab");
    let all = views();
    let mut faults = vec![];
    for own in KINDS {
        let Some(view) = all.iter().find(|view| view.address == own) else { continue };
        page.resize((1440, 900));
        open(&page, view);
        page.script("document.documentElement.lang = 'qps'", vec![]);
        for screen in [(1440, 900), (1024, 768), (390, 844), (320, 640)] {
            page.resize(screen);
            page.settle();
            let (over, cut) = (page.overhang(), page.text(CUT));
            if over > 0.0 || !cut.is_empty() {
                faults.push(format!("#{own} at {} px hangs over by {over} px and cuts {cut}", screen.0));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// A page whose prose is written from right to left.
const FROM_RIGHT: &str = "addEventListener('DOMContentLoaded', () => document.documentElement.dir = 'rtl');";

#[test]
fn time_runs_from_left_to_right_where_prose_does_not() {
    let page = Setup::default().running_first(FROM_RIGHT).open("view=lab");
    let over = "JSON.stringify((() => {
        const lane = document.getElementById('lane-lstm').getBoundingClientRect();
        const words = [...document.querySelectorAll('.words li')];
        return words.map((word, step) => {
            const box = word.getBoundingClientRect(), at = lane.left + (step + 0.5) / words.length * lane.width;
            return Math.round(box.left + box.width / 2 - at);
        });
    })())";
    let apart: Vec<f64> = serde_json::from_str(&page.text(over)).unwrap();
    assert!(apart.iter().all(|by| by.abs() <= 3.0), "words stand beside their columns by {apart:?} px");
    let x = |id: &str| page.number(&format!("document.getElementById('{id}').getBoundingClientRect().x"));
    assert!(x("home") < x("left") && x("left") < x("right") && x("right") < x("end"));
    page.press(fantoccini::key::Key::Home);
    let first = page.number("Number(document.getElementById('scrubber').value)");
    page.press(fantoccini::key::Key::Right);
    assert!(page.number("Number(document.getElementById('scrubber').value)") > first);
    assert_eq!(page.overhang(), 0.0);
    page.open_anew("view=start");
    page.wait_until("it stands", "document.querySelector('.start-figure:not(.start-going) .start-number')");
    assert!(page.holds(
        "[...document.querySelectorAll('.start-words li')].map(word => word.getBoundingClientRect().x).every((x, n, all) => n === 0 || x > all[n - 1])"
    ));
}
