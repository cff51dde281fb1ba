//! The engine of the browser that the tests run in: Chromium's, where nothing else is said, Firefox's or WebKit's. Only chromedriver
//! speaks the DevTools protocol; in the others a test does without what needs it.

use serde_json::{Value, json};

use super::environment;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// WebKit's, in the small browser of its port to GTK.
    WebKit,
}

/// What a person has chosen in the browser before it starts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen {
    /// Dark pages.
    pub dark: bool,
    /// Less that moves.
    pub still: bool,
}

impl Engine {
    /// The one that `UNROLLED_ENGINE` names.
    pub fn here() -> Self {
        match std::env::var("UNROLLED_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("UNROLLED_ENGINE is {other}, expected chromium, firefox or webkit"),
        }
    }

    /// What its driver is asked for; the program that is driven is `UNROLLED_BROWSER`.
    pub fn capabilities(self, chosen: Chosen) -> Value {
        let binary = environment("UNROLLED_BROWSER");
        match self {
            Self::Chromium => json!({}),
            Self::Firefox => {
                let preferences = json!({
                    "layout.css.prefers-color-scheme.content-override": i32::from(!chosen.dark),
                    "ui.prefersReducedMotion": i32::from(chosen.still),
                });
                json!({ "moz:firefoxOptions": { "binary": binary, "args": ["-headless"], "prefs": preferences } })
            }
            // What a person prefers, the screen says to all of its windows.
            Self::WebKit => {
                assert!(!chosen.dark && !chosen.still, "WebKit cannot be told by a test what a person prefers");
                json!({ "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] } })
            }
        }
    }
}
