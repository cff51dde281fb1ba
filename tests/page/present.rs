//! For a class: all of it is read from row eight, nothing is cut, and it is still played and turned.

use fantoccini::key::Key;

use engine::trace::Pass;

use crate::browser::{Page, Setup};

/// The smallest text at 1920 × 1080, in CSS pixels.
const LEAST: f64 = 20.0;

/// What is presented, and what has come once it is there.
const VIEWS: [(&str, &str); 21] = [
    ("view=start", "document.querySelector('.start h2')"),
    ("view=lab", "document.querySelector('.diagram svg')"),
    ("view=lab&sequence=co2", "document.querySelector('.ruler')"),
    ("view=lab&gain=4&cell=rnn", "document.querySelector('.diagram svg')"),
    ("view=lab&picture=hears", "document.querySelector('.picture .heard')"),
    ("view=lab&picture=roads", "document.querySelector('.picture .unrolled-plot')"),
    ("view=lab&picture=chain", "document.querySelector('.picture .figure')"),
    ("view=lab&picture=spectrum", "document.querySelector('.picture .figure')"),
    ("view=lab&picture=triangle", "document.querySelector('.picture .figure')"),
    ("lesson=sequences.1", "document.querySelector('.lesson-article h2 span')"),
    ("lesson=bptt.2", "document.querySelector('.lesson-ask')"),
    ("lesson=vanishing.2", "document.querySelector('.picture .figure')"),
    ("lesson=lstm.7", "document.querySelector('.lesson-ask')"),
    ("lesson=vanishing.7", "document.querySelector('.run-figure .figure')"),
    ("lesson=training.3", "document.querySelector('.train-lane .figure')"),
    ("lesson=series.1", "document.querySelector('.lesson-article h2 span')"),
    ("view=train", "document.querySelector('.train-lane .figure')"),
    ("view=train&task=agreement", "document.querySelector('.train-lane .figure')"),
    ("view=compare", "document.querySelector('.claims td')"),
    ("view=results", "document.querySelector('.paper .figure')"),
    ("view=choose", "document.querySelector('.advice h3')"),
];

/// What nobody is shown who is shown a figure.
const GONE: &str = "[...document.querySelectorAll('.views button, .controls input, #pictures input, .within button, .more')]\
    .every(own => !own.checkVisibility())";

/// Whether a lesson's text, and its figure beside it, need no scrolling.
const FITS: &str = "[...document.querySelectorAll('.lesson-text, .learning .bench, .runs-figure, .learning .train')]\
    .every(own => !own.checkVisibility() || own.scrollHeight <= own.clientHeight + 2)";

/// Whether the bar at the foot is in sight.
fn bar(of: &str) -> String {
    format!("getComputedStyle(document.querySelector('{of}')).opacity === '1'")
}

fn projector() -> Setup {
    Setup::default()
        .screen(1920, 1080)
        .preferring("prefers-reduced-motion", "reduce")
        .running_first(include_str!("../browser/letters.js"))
}

fn lines(page: &Page, expression: &str) -> String {
    page.text(&format!("{expression}.join('\\n')"))
}

#[test]
fn every_view_is_read_from_row_eight_and_nothing_is_cut() {
    let page = projector().open("view=start&present=yes");
    assert_eq!(page.number("Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize))"), 22.0);
    for (fragment, there) in VIEWS {
        page.go_to(&format!("{fragment}&present=yes"));
        page.wait_until(&format!("{fragment} is there"), there);
        page.settle();
        assert_eq!(lines(&page, &format!("smaller({LEAST})")), "", "too small at #{fragment}");
        assert_eq!(lines(&page, "cut()"), "", "cut at #{fragment}");
        assert_eq!(page.overhang(), 0.0, "#{fragment}");
        assert!(page.holds(FITS), "a lesson's text and its figure fit at #{fragment}");
        assert!(page.holds(GONE), "no controls and nowhere to go at #{fragment}");
        page.press(Key::Escape);
        page.wait_until("Escape leaves", "!document.querySelector('.presenting')");
        assert_eq!(page.number("parseFloat(getComputedStyle(document.documentElement).fontSize)"), 16.0);
    }
}

#[test]
fn a_smaller_screen_has_no_smaller_letters_than_usual() {
    for (width, height) in [(1280, 720), (768, 1024)] {
        let page = Setup::default().screen(width, height).open("view=lab&present=yes");
        assert_eq!(page.number("parseFloat(getComputedStyle(document.documentElement).fontSize)"), 16.0);
        assert_eq!(page.overhang(), 0.0);
    }
}

#[test]
fn three_lanes_fill_the_height_and_the_bar_comes_with_the_pointer() {
    let page = projector().open("view=lab&present=yes");
    let last = "document.querySelector('[data-cell=gru] canvas').getBoundingClientRect().bottom";
    let (end, height) = (page.number(last), page.number("innerHeight"));
    assert!(end > 0.85 * height && end <= height, "the lanes end at {end} of {height}");
    let transport = bar(".transport");
    page.wait_until("nobody moves: it is gone", &format!("!({transport})"));
    page.point(600.0, 400.0);
    page.wait_until("it comes with the pointer", &transport);
    page.click("#play");
    page.wait_until("it plays", "document.querySelector('#play').textContent.includes('Pause')");
    page.press(' ');
    page.wait_until("it rests", "!document.querySelector('#play').textContent.includes('Pause')");
    page.press(Key::End);
    page.press(Key::Left);
    assert_eq!(page.playhead().pass, Pass::Backward);
    page.script("document.activeElement.blur()", vec![]);
    page.wait_until("it goes when the pointer rests", &format!("!({transport})"));
    page.press(Key::Tab);
    page.wait_until("it comes with the focus", &format!("{transport} || document.activeElement.matches('.kit-skip')"));
}

#[test]
fn a_lesson_is_turned_by_key_and_by_its_button() {
    let page = projector().open("lesson=sequences.1&present=yes");
    page.wait_until("it is there", "document.querySelector('.lesson-article h2 span')");
    page.press(Key::PageDown);
    page.wait_until("the second step", "location.hash.includes('lesson=sequences.2')");
    page.point(300.0, 300.0);
    page.wait_until("the bar comes", &bar(".lesson-turn"));
    // On, or to the answer.
    page.script("document.querySelector('.lesson-next button').click()", vec![]);
    page.wait_until(
        "the third, or the answer",
        "!location.hash.includes('lesson=sequences.2') || location.hash.includes('shown')",
    );
    assert!(page.holds("document.querySelector('.presenting')"), "it goes on presenting");
}

#[test]
fn a_step_without_a_question_has_at_most_twelve_lines_beside_its_figure() {
    const LINES: &str = "[...document.querySelectorAll('.lesson-text :is(p, li)')].filter(own => own.checkVisibility())\
        .reduce((all, own) => all + Math.round(own.clientHeight / parseFloat(getComputedStyle(own).lineHeight)), 0)";
    let page = projector().open("lesson=words.7&present=yes");
    for step in ["words.7", "transformer.6", "recurrence.1", "training.3"] {
        page.go_to(&format!("lesson={step}&present=yes"));
        page.wait_until("it is told", "document.querySelector('.lesson-article h2 span')");
        page.settle();
        let lines = page.number(LINES);
        assert!((3.0..=12.0).contains(&lines), "{step}: {lines} lines");
    }
}

#[test]
fn an_answer_and_its_question_are_whole_beside_the_figure() {
    for (width, height) in [(1920, 1080), (1280, 720)] {
        let page = projector().screen(width, height).open("lesson=series.1&present=yes&shown=yes");
        for step in ["series.1", "series.2", "lstm.8", "gru.6", "vanishing.4"] {
            page.go_to(&format!("lesson={step}&shown=yes&present=yes"));
            page.wait_until("it is answered", "document.querySelector('.lesson-verdict')");
            page.settle();
            assert!(page.holds(FITS), "{step} at {width} × {height}");
        }
    }
}

#[test]
fn what_is_read_from_top_to_bottom_is_shown_a_screen_at_a_time() {
    const CUT: &str = "(() => { const view = document.querySelector('.view:not([hidden])'); \
        return [...view.querySelectorAll('.claims, .view-inside > .sweep, .card, .takes')].filter(own => own.checkVisibility()) \
            .filter(own => own.scrollHeight > own.clientHeight + 1 || Math.abs(own.clientHeight - view.clientHeight) > 1) \
            .map(own => `${own.id || own.className}: ${own.scrollHeight} in ${own.clientHeight} of ${view.clientHeight}`); })()";
    const AT: &str = "(() => { const view = document.querySelector('.view:not([hidden])'); \
        return Math.round(view.scrollTop / view.clientHeight); })()";
    let views = [("compare", ".claims td", 4), ("results", ".paper .figure", 11), ("choose", ".advice h3", 3)];
    for (width, height) in [(1920, 1080), (1280, 720)] {
        let page = projector().screen(width, height).open("view=choose&present=yes");
        for (view, there, slides) in views {
            page.go_to(&format!("view={view}&present=yes"));
            page.wait_until("it is there", &format!("document.querySelector('.view:not([hidden]) {there}')"));
            page.settle();
            assert_eq!(lines(&page, CUT), "", "{view} at {width} × {height}");
            page.press(Key::PageDown);
            page.wait_until("the second", &format!("{AT} === 1"));
            page.press(Key::PageUp);
            page.wait_until("the first", &format!("{AT} === 0"));
            page.point(300.0, 300.0);
            page.wait_until("the bar comes", &bar(".slides"));
            assert_eq!(page.text("document.querySelector('.slides-at').textContent"), format!("1 of {slides}"));
            let next = page.button(".slides", "Next");
            page.script("document.querySelector(arguments[0]).click()", vec![next.into()]);
            let second = format!("document.querySelector('.slides-at').textContent === '2 of {slides}'");
            page.wait_until("the next one", &second);
        }
    }
}

#[test]
fn three_lanes_of_train_are_whole() {
    for (width, height) in [(1920, 1080), (1440, 900), (1280, 720)] {
        let page = projector().screen(width, height).open("view=train&present=yes");
        page.wait_until("it is there", "document.querySelectorAll('.train-lane .figure').length >= 6");
        page.settle();
        let end = page.number("document.querySelector('#train-gru').getBoundingClientRect().bottom");
        let room = page.number("document.querySelector('.train').getBoundingClientRect().bottom");
        assert!(end <= room + 1.0 && end > 0.75 * room, "{end} of {room} at {width} × {height}");
    }
}
