//! How soon the page can be read and answers, and how still it then stands: `cargo xtask bench --start` builds it as it is
//! released and runs this.
//!
//! It reports and does not judge. Chromium plays a line of a width and a latency, and a slow processor; the server
//! compresses as a host does, and every load is by a browser that has nothing yet. Chromium's line delays each answer, but
//! sets up connections at once, and its slow processor slows the page's thread alone, not the workers.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod browser;

use browser::{Line, STILL, Setup, Shifts, VIEWS};

/// What a visitor has, and within how many seconds the page is to be seen and to answer there.
struct Visitor {
    line: Line,
    seen: f64,
    answers: f64,
}

const VISITORS: [Visitor; 2] = [
    Visitor { line: Line { megabits: 9.0, latency: 85.0, slower: 1.0 }, seen: 0.3, answers: 1.2 },
    Visitor { line: Line { megabits: 1.6, latency: 150.0, slower: 4.0 }, seen: 0.8, answers: 6.0 },
];

/// So long after it has loaded a view is watched, in milliseconds.
const WATCHED: f64 = 3000.0;
/// Whether this only shows that the measurement still runs: one load of each kind.
fn is_tiny() -> bool {
    std::env::var("UNROLLED_BENCH").is_ok_and(|amount| amount == "tiny")
}

fn line(what: &str, figure: String, aim: &str) {
    println!("  {what:<52} {figure:>9}   {aim}");
}

/// When one load was seen first, and answered, in seconds from its beginning; and what had come over the line by then, in
/// bytes.
struct Start {
    seen: f64,
    answers: f64,
    bytes: f64,
}

impl Start {
    fn measure(line: Line) -> Self {
        let page = Setup::default().on(line).running_first(include_str!("browser/answer.js")).open_in_vain("");
        page.wait_until("it answers a key", "window.answered");
        let seen = page.number("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        let bytes = page.number(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
             .filter(file => file.responseEnd <= window.answered).reduce((sum, file) => sum + file.transferSize, 0)",
        );
        Self { seen: seen / 1e3, answers: page.number("window.answered") / 1e3, bytes }
    }
}

/// The middle one of some figures, and the least and the most.
fn spread(figures: impl Iterator<Item = f64>) -> (f64, String) {
    let mut sorted: Vec<f64> = figures.collect();
    sorted.sort_by(f64::total_cmp);
    (sorted[sorted.len() / 2], format!("{:.2} to {:.2} s", sorted[0], sorted[sorted.len() - 1]))
}

#[test]
fn a_visitor_waits_for_the_page() {
    let loads = if is_tiny() { 1 } else { 5 };
    for Visitor { line: over, seen, answers } in VISITORS {
        let starts: Vec<Start> = (0..loads).map(|_| Start::measure(over)).collect();
        let Line { megabits, latency, slower } = over;
        println!("\n{megabits} Mbit/s, {latency} ms, a processor {slower} times as slow, the middle of {loads} loads:");
        for (what, aim, figures) in [
            ("first contentful paint", seen, spread(starts.iter().map(|start| start.seen))),
            ("an arrow key is answered", answers, spread(starts.iter().map(|start| start.answers))),
        ] {
            line(what, format!("{:.2} s", figures.0), &format!("aim: {aim} s   ({})", figures.1));
        }
        line("fetched by then", format!("{:.0} kB", spread(starts.iter().map(|start| start.bytes)).0 / 1e3), "");
    }
}

fn shifts(setup: Setup, address: &str) -> Shifts {
    let page = setup.on(VISITORS[0].line).noting_shifts().open_in_vain(address);
    let loaded = "performance.getEntriesByType('navigation')[0].loadEventEnd";
    page.wait_until("it has stood for a while", &format!("{loaded} && performance.now() > {loaded} + {WATCHED}"));
    Shifts::of(&page)
}

#[test]
fn the_layout_shifts_while_a_view_loads() {
    let views = if is_tiny() { &VIEWS[..1] } else { &VIEWS };
    println!("\nShift of the layout until {} s after a view has loaded, at 9 Mbit/s:", WATCHED / 1e3);
    for &(name, address) in views {
        for (width, setup) in [(1440, Setup::default()), (390, Setup::default().phone(390, 844))] {
            let shifts = shifts(setup, address);
            line(&format!("{name}, {width} px wide"), format!("{:.3}", shifts.sum()), &format!("aim: {STILL}"));
            shifts.moved().iter().for_each(|what| println!("      {what}"));
        }
    }
}
