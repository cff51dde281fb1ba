//! The page enlarged: at 200 % of 1280 × 720 and of 1920 × 1080, and at 400 %, where a window has 320 CSS pixels.

use crate::browser::{Page, Setup, VIEWS};

const WINDOWS: [(u32, u32); 4] = [(640, 360), (960, 540), (1092, 500), (320, 256)];

/// What sticks to the window, but for what is hidden and what says something for a moment.
const STUCK: &str = "[...document.body.querySelectorAll('*')].filter(own => { \
    const { width, height } = own.getBoundingClientRect(); \
    return ['sticky', 'fixed'].includes(getComputedStyle(own).position) && width > 2 && height > 2 \
        && own.checkVisibility({ visibilityProperty: true }) && !own.closest('.kit-skip, .passing'); \
    }).map(own => own.querySelector('#play, #train-toggle') && own.matches('.kit-anchor') ? 'play' : own.outerHTML.slice(0, 60))";

/// What hangs over the window's right edge, but for words that lean and for tables, which scroll by themselves.
const OVER: &str = "[...document.querySelectorAll('.page *')].filter(own => { \
    const { right, width } = own.getBoundingClientRect(); \
    return width > 2 && right > innerWidth + 1 && own.checkVisibility({ visibilityProperty: true }) \
        && !own.closest('.slanted, .kit-table, .train-answers, svg'); \
    }).map(own => `${own.outerHTML.slice(0, 60)} ${own.getBoundingClientRect().right}`)";

fn lines(page: &Page, expression: &str) -> Vec<String> {
    serde_json::from_value(page.value(expression)).unwrap()
}

/// Whether what is cut is a table.
fn is_a_table(cut: &str) -> bool {
    cut.starts_with("div#.kit-table") || cut.starts_with("div#.train-answers") || cut.starts_with("div#.page")
}

#[test]
fn nothing_sticks_but_the_play_button_and_nothing_is_cut() {
    for (width, height) in WINDOWS {
        let page = Setup::default()
            .screen(width, height)
            .preferring("prefers-reduced-motion", "reduce")
            .running_first(include_str!("../browser/letters.js"))
            .open("");
        for (name, fragment) in VIEWS {
            let place = format!("{name} at {width} × {height}");
            page.go_to(if fragment.is_empty() { "view=start" } else { fragment });
            page.settle();
            page.frames(20);
            let stuck = lines(&page, STUCK);
            assert!(stuck.iter().all(|own| own == "play"), "{place}: {stuck:?}");
            assert_eq!(lines(&page, OVER), Vec::<String>::new(), "{place}");
            assert_eq!(page.overhang(), 0.0, "{place}");
            let cut: Vec<_> = lines(&page, "cut()").into_iter().filter(|own| !is_a_table(own)).collect();
            assert_eq!(cut, Vec::<String>::new(), "{place}");
            // All of it scrolls as one.
            let inner = "[...document.querySelectorAll('.stage, .view, .train, .reference, .lesson-text, #laboratory')] \
                .some(own => own.checkVisibility() && getComputedStyle(own).overflowY !== 'visible')";
            assert!(!page.holds(inner), "{place} scrolls within itself");
        }
    }
}

#[test]
fn the_play_button_plays_wherever_the_page_is_scrolled_to() {
    let page = Setup::default().screen(640, 360).open("view=lab");
    page.script("scrollTo(0, 500)", vec![]);
    page.click("#play");
    page.wait_until("it plays", "document.querySelector('#play').textContent.includes('Pause')");
}
