//! The sequences of numbers: an impulse, and the real series, normalised or not.

use crate::browser::Page;
use crate::number::assert_computed;

/// Picks a sequence, drags its length, and compares with the engine at every stop.
fn assert_runs(page: &Page, sequence: &str, lengths: &[f64]) {
    page.choose_sequence(sequence);
    assert!(page.holds("document.getElementById('input')"), "{sequence} has a curve");
    assert_computed(page, &page.state().settings);
    for &length in lengths {
        page.drag("length", &[length]);
        let settings = page.state().settings;
        assert!((settings.length as f64 - length).abs() < 12.0, "{sequence} of length {}", settings.length);
        assert_eq!(page.number("Number(document.getElementById('scrubber').max)") as usize, settings.steps() - 1);
        assert_computed(page, &settings);
    }
}

#[test]
fn an_impulse_of_any_length() {
    assert_runs(&Page::open("view=lab"), "impulse", &[5.0, 240.0, 500.0]);
}

#[test]
fn carbon_dioxide() {
    assert_runs(&Page::open("view=lab"), "co2", &[5.0, 150.0]);
}

#[test]
fn sunspots() {
    assert_runs(&Page::open("view=lab"), "sunspots", &[308.0]);
}

#[test]
fn sea_surface_temperature() {
    assert_runs(&Page::open("view=lab"), "sst", &[200.0]);
}

#[test]
fn the_weather_has_four_channels() {
    let page = Page::open("view=lab");
    assert_runs(&page, "weather", &[100.0]);
    page.choose_sequence("sentence");
    assert_computed(&page, &page.state().settings);
}

#[test]
fn a_series_as_it_is_and_normalised() {
    let page = Page::open("view=lab");
    for sequence in ["co2", "sunspots"] {
        page.choose_sequence(sequence);
        if !page.holds("document.getElementById('more').open") {
            page.click("#more summary");
        }
        for normalised in [false, true] {
            page.click("#normalised");
            let settings = page.state().settings;
            assert_eq!(settings.normalised, normalised);
            assert_computed(&page, &settings);
            assert!(page.shares().iter().all(|share| share.is_finite()));
        }
    }
}

#[test]
fn the_source_of_a_series_is_named() {
    let page = Page::open("sequence=sunspots");
    page.click("#more summary");
    assert!(page.text("document.getElementById('more').innerText").contains("NOAA"));
    page.go_to("sequence=co2");
    assert!(page.text("document.getElementById('more').innerText").contains("Keeling"));
}
