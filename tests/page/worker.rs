//! The worker: while a slider is dragged it runs the engine; without it the page does.

use crate::browser::{Page, Setup, place_of_sequence};
use crate::number::assert_computed;

/// Notes when a worker listens, and what it is sent.
const LISTEN: &str = "window.asked = []; const Real = Worker; window.Worker = class extends Real { \
    constructor(...all) { super(...all); this.addEventListener('message', () => { window.listens = true; }); } \
    postMessage(...all) { window.asked.push(all[0]); super.postMessage(...all); } };";

/// A worker that cannot be had, as behind a proxy that keeps its file from the page.
const BREAK: &str = "const Real = Worker; window.Worker = function (address, options) { \
    return new Real(address.replace('loader', 'none'), options); };";

/// A worker that dies when it is asked for something.
const KILL: &str = "window.asked = []; const Real = Worker; window.Worker = class extends Real { \
    constructor(...all) { super(...all); this.addEventListener('message', () => { window.listens = true; }); } \
    postMessage(...all) { window.asked.push(all[0]); setTimeout(() => this.dispatchEvent(new ErrorEvent('error'))); } };";

fn wait_for_the_worker(page: &Page) {
    page.wait_until("the worker listens", "window.listens");
}

#[test]
fn the_worker_answers_a_drag_and_the_page_everything_else() {
    let page = Setup::default().running_first(LISTEN).open("view=lab");
    let address = page.text("document.querySelector('meta[name=worker]').content");
    assert!(address.starts_with("later/"), "{address}");
    wait_for_the_worker(&page);
    page.drag("bias", &[2.0, 3.0]);
    let settings = page.state().settings;
    assert!(page.value("window.asked.length").as_u64().unwrap() > 0);
    assert_computed(&page, &settings);

    let asked = page.value("window.asked.length");
    page.drag("units", &[20.0]);
    assert_computed(&page, &page.state().settings);
    assert_eq!(page.value("window.asked.length"), asked, "another shape is made in the page");
}

#[test]
fn a_page_without_its_worker_runs_the_engine_itself() {
    let page = Setup::default().running_first(BREAK).tolerating("404").tolerating("worker_none.js").open("view=lab");
    page.drag("bias", &[2.0, 3.0]);
    assert_computed(&page, &page.state().settings);
}

#[test]
fn a_series_that_cannot_be_brought_is_told_and_the_rest_goes_on() {
    let page = Setup::default().running_first(BREAK).tolerating("404").tolerating("worker_none.js").open("view=lab");
    page.choose_without_waiting("sequence", &place_of_sequence("co2"));
    page.wait_until("it is told", "document.querySelector('#notices').textContent.includes('could not be loaded')");
    assert!(page.holds("document.querySelector('.page.stale')"), "what is not there is not shown as if it were");
    page.choose_sequence("impulse");
    assert_computed(&page, &page.state().settings);
}

#[test]
fn a_worker_that_dies_under_a_drag_loses_nothing() {
    let page = Setup::default().running_first(KILL).open("view=lab");
    wait_for_the_worker(&page);
    page.drag("gain", &[0.2, 0.5]);
    assert!(page.value("window.asked.length").as_u64().unwrap() > 0);
    assert_computed(&page, &page.state().settings);
    page.drag("bias", &[2.0]);
    assert_computed(&page, &page.state().settings);
}
