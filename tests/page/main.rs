//! The built page in a real browser: what a person does with it, and what it must never do.
//!
//! `cargo xtask test page` builds the page, starts a driver and runs these. Every test has a server
//! and a browser of its own, and ends with a look at the browser's log and at what was fetched.
#![allow(clippy::expect_used, clippy::unwrap_used)]

#[path = "../browser/mod.rs"]
mod browser;
#[path = "../fixture/mod.rs"]
mod fixture;

mod address;
mod along;
mod axe;
mod capabilities;
mod controls;
mod dump;
mod equations;
mod extremes;
mod film;
mod frames;
mod gallery;
mod hand;
mod keyboard;
mod laboratory;
mod languages;
mod layout;
mod legible;
mod lessons;
mod locks;
mod looks;
mod models;
mod number;
mod offline;
mod opening;
mod own_data;
mod own_text;
mod playing;
mod pointing;
mod policy;
mod present;
mod print;
mod reference;
mod results;
mod roads;
mod sequences;
mod series;
mod sharing;
mod start;
mod starting;
mod stepping;
mod still;
mod table;
mod tabs;
mod taking;
mod texts;
mod theme;
mod training;
mod translated;
mod tree;
mod weights;
mod worker;
mod zoom;
