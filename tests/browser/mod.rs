//! A page of the built Unrolled in a real browser, for the tests and the measurements.
//!
//! Needs two environment variables, which `cargo xtask test` and `cargo xtask bench` set:
//! `UNROLLED_DIST`, the folder of the built page, and `WEBDRIVER_URL`, where a chromedriver listens.
//! `UNROLLED_CAPABILITIES` may name a JSON file of capabilities to ask that driver for. `UNROLLED_ENGINE` names another engine than
//! Chromium's, `firefox` or `webkit`; then `UNROLLED_BROWSER` is the program, and
//! `UNROLLED_DRIVERS` are the addresses of its drivers, as many as tests run at a time.
#![allow(dead_code, unused_imports, clippy::expect_used, clippy::unwrap_used)]

mod engine;
mod eye;
mod hand;
mod idle;
mod page;
mod processes;
mod pseudo;
mod session;
mod setup;
mod shift;
mod site;
mod tracing;

pub use engine::Engine;
pub use eye::parse;
pub use hand::place_of_sequence;
pub use page::Page;
pub use processes::Processes;
pub use setup::{CLIPBOARD_REFUSES, Line, NO_CLIPBOARD, Setup};
pub use shift::{STILL, Shifts, VIEWS};
pub use tracing::Stretch;

pub fn environment(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set; run `cargo xtask test page`"))
}
