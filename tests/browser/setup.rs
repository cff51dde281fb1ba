//! How a test wants its page: where it is served, on what screen, and what befalls it.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use super::chrome::{Chrome, mix};
use super::environment;
use super::page::Page;
use super::site::Site;
use super::tracing;

/// The measurements at the largest setting take the longest.
const LONGEST_SCRIPT: Duration = Duration::from_secs(120);

/// A page that is still to be opened; on a desktop of 1440 × 900, served at `/`, unless told otherwise.
pub struct Setup {
    below: &'static str,
    screen: (u32, u32),
    touch: bool,
    media: Vec<(&'static str, &'static str)>,
    before: Option<&'static str>,
    query: &'static str,
    traced: bool,
    tolerated: Vec<&'static str>,
    refused: &'static str,
    held: &'static str,
    in_workers: &'static str,
    host: &'static str,
    arguments: Vec<String>,
    site_data: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            below: "/",
            screen: (1440, 900),
            touch: false,
            media: vec![],
            before: None,
            query: "",
            traced: false,
            tolerated: vec![],
            refused: "",
            held: "",
            in_workers: "",
            host: "",
            arguments: vec![],
            site_data: true,
        }
    }
}

impl Setup {
    /// Served below another path.
    pub fn below(self, below: &'static str) -> Self {
        Self { below, ..self }
    }

    /// A window that shows the page on so many CSS pixels.
    pub fn screen(self, width: u32, height: u32) -> Self {
        Self { screen: (width, height), ..self }
    }

    /// A phone with a touch screen and three pixels to each CSS pixel.
    pub fn phone(self, width: u32, height: u32) -> Self {
        Self { touch: true, ..self.screen(width, height) }
    }

    /// A person's preference, such as `prefers-color-scheme: dark`.
    pub fn preferring(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.push((feature, value));
        self
    }

    /// A script that runs before any of the page's.
    pub fn running_first(self, script: &'static str) -> Self {
        Self { before: Some(script), ..self }
    }

    /// A query in the page's address, with its question mark.
    pub fn query(self, query: &'static str) -> Self {
        Self { query, ..self }
    }

    /// With Chromium's own tracing of what the main thread does.
    pub fn traced(self) -> Self {
        Self { traced: true, ..self }
    }

    /// From a server that refuses a file, until [`Page::refuse_nothing`].
    pub fn refusing(self, name: &'static str) -> Self {
        Self { refused: name, ..self }.tolerating("503")
    }

    /// From a server that gives a file only after [`Page::release`].
    pub fn holding(self, name: &'static str) -> Self {
        Self { held: name, ..self }
    }

    /// A script that every worker runs before anything else.
    pub fn in_workers(self, script: &'static str) -> Self {
        Self { in_workers: script, ..self }
    }

    /// Over plain http from another machine, as a browser sees it: no storage, no locks, no clipboard. (127.0.0.1 and all
    /// addresses like it would be taken for safe.)
    pub fn over_plain_http(mut self) -> Self {
        self.host = "unrolled.test";
        self.arguments.push(format!("--host-resolver-rules=MAP {} 127.0.0.1", self.host));
        self
    }

    /// A browser that keeps nothing of any site, and refuses storage and locks.
    pub fn without_site_data(self) -> Self {
        Self { site_data: false, ..self }
    }

    /// Console errors with these words are what the test is about.
    pub fn tolerating(mut self, words: &'static str) -> Self {
        self.tolerated.push(words);
        self
    }

    /// Opens the page at a fragment (without `#`) and waits until it stands.
    pub fn open(self, fragment: &str) -> Page {
        let page = self.open_in_vain(fragment);
        page.wait_until_it_stands();
        page
    }

    /// Opens a page that is not expected to start.
    pub fn open_in_vain(self, fragment: &str) -> Page {
        let site = Site::new(&PathBuf::from(environment("UNROLLED_DIST")), self.below, self.in_workers, self.host);
        site.refuse(self.refused);
        site.hold(self.held);
        let address = format!("{}{}", site.address(), self.query);
        let page = Page::new(self.start(), site, self.tolerated);
        for (feature, value) in self.media {
            page.prefer(feature, value);
        }
        page.visit(&if fragment.is_empty() { address } else { format!("{address}#{fragment}") });
        page
    }

    fn start(&self) -> Chrome {
        let (width, height) = self.screen;
        let mut more = json!({ "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" } });
        if self.touch {
            let metrics = json!({ "width": width, "height": height, "pixelRatio": 3.0, "touch": true });
            more["goog:chromeOptions"]["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        if self.traced {
            more["goog:chromeOptions"]["perfLoggingPrefs"] = json!({ "traceCategories": tracing::CATEGORIES });
        }
        if !self.arguments.is_empty() {
            mix(&mut more, &json!({ "goog:chromeOptions": { "args": self.arguments } }));
        }
        if !self.site_data {
            let settings = json!({ "profile.default_content_setting_values.cookies": 2 });
            mix(&mut more, &json!({ "goog:chromeOptions": { "prefs": settings } }));
        }
        let chrome = Chrome::start(&more);
        chrome.wait_for_scripts(LONGEST_SCRIPT);
        if !self.touch {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            chrome.devtools("Emulation.setDeviceMetricsOverride", metrics);
        }
        if let Some(script) = self.before {
            chrome.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        }
        chrome
    }
}

/// Run first: a browser, or the site that frames the page, that lets nothing be copied.
pub const CLIPBOARD_REFUSES: &str =
    "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));";
/// Run first: a browser without a clipboard.
pub const NO_CLIPBOARD: &str = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";
