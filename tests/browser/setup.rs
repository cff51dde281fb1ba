//! How a test wants its page: where it is served, on what screen, and what befalls it.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::engine::{Chosen, Engine};
use super::environment;
use super::idle::Borrowed;
use super::page::Page;
use super::session::{Kind, Session, mix};
use super::site::Site;
use super::tracing;

/// The measurements at the largest setting take the longest.
const LONGEST_SCRIPT: Duration = Duration::from_secs(120);

/// The page of another site that shows ours in a frame: the address stands behind its `#`.
const AROUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/around");
/// The page of another site that shows ours in frames as a test asks.
const OUTSIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/outside");

/// Run first where the driver tells of no errors: they are noted.
const WATCH: &str = "(() => { const all = window.unrolledErrors = [], note = text => all.push(String(text).slice(0, 300)); \
    addEventListener('error', event => note(event.message ?? `${event.target.src ?? event.target.href} did not load`), true); \
    addEventListener('unhandledrejection', event => note(event.reason)); \
    addEventListener('securitypolicyviolation', event => note(`Content-Security-Policy: ${event.blockedURI}`)); \
    const error = console.error; console.error = (...texts) => { note(texts.join(' ')); error.apply(console, texts); }; })();";

/// A visitor's line and processor.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Millions of bits a second, down.
    pub megabits: f64,
    /// Milliseconds until an answer begins.
    pub latency: f64,
    /// How many times as slow the processor is as this machine's.
    pub slower: f64,
}

/// A page that is still to be opened; on a desktop of 1440 × 900, served at `/`, unless told otherwise.
pub struct Setup {
    /// The variable of the environment that names the folder.
    folder: &'static str,
    below: &'static str,
    screen: (u32, u32),
    touch: bool,
    media: Vec<(&'static str, &'static str)>,
    before: Option<&'static str>,
    /// Whether errors are noted in engines whose drivers do not tell them, by a script that the server puts into the page.
    watched: bool,
    query: &'static str,
    traced: bool,
    line: Option<Line>,
    tolerated: Vec<&'static str>,
    refused: &'static str,
    held: &'static str,
    in_workers: &'static str,
    host: &'static str,
    framed: bool,
    is_pseudo: bool,
    arguments: Vec<String>,
    /// The browser's own settings.
    preferences: Map<String, Value>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            folder: "UNROLLED_DIST",
            below: "/",
            screen: (1440, 900),
            touch: false,
            media: vec![],
            before: None,
            watched: true,
            query: "",
            traced: false,
            line: None,
            tolerated: vec![],
            refused: "",
            held: "",
            in_workers: "",
            host: "",
            framed: false,
            is_pseudo: false,
            arguments: vec![],
            preferences: Map::new(),
        }
    }
}

impl Setup {
    /// The gallery of components, in the place of the page.
    pub fn gallery(self) -> Self {
        Self { folder: "UNROLLED_GALLERY", ..self }
    }

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

    /// With nothing in the page that is not its own.
    pub fn unwatched(self) -> Self {
        Self { watched: false, ..self }
    }

    /// Every file that the page makes is kept, for [`Page::made`].
    pub fn keeping_files(self) -> Self {
        self.running_first(
            "window.made = []; const make = URL.createObjectURL; \
             URL.createObjectURL = file => { window.made.push(file); return make.call(URL, file); };",
        )
    }

    /// A query in the page's address, with its question mark.
    pub fn query(self, query: &'static str) -> Self {
        Self { query, ..self }
    }

    /// With Chromium's own tracing of what the main thread does.
    pub fn traced(self) -> Self {
        Self { traced: true, ..self }
    }

    /// By a visitor with such a line and processor, whose browser has kept nothing.
    pub fn on(self, line: Line) -> Self {
        Self { line: Some(line), ..self }
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
        self.choosing("profile.default_content_setting_values.cookies", json!(2))
    }

    /// In a frame of another site's page, as a course platform shows it, in a browser that gives such a frame a place of
    /// its own to keep things in.
    pub fn framed(self) -> Self {
        Self { framed: true, ..self }
    }

    /// The same in a browser that refuses storage and locks to such a frame.
    pub fn framed_without_site_data(mut self) -> Self {
        // A browser that refuses them what they would share with the site itself still has a place apart for them.
        self.arguments.push("--disable-features=ThirdPartyStoragePartitioning".to_owned());
        self.framed().choosing("profile.cookie_controls_mode", json!(1))
    }

    /// With all texts in a language that nobody speaks, accented and a third longer.
    pub fn in_pseudo_language(self) -> Self {
        Self { is_pseudo: true, ..self }
    }

    /// With a browser whose person reads these languages, between commas.
    pub fn speaking(self, languages: &str) -> Self {
        self.choosing("intl.accept_languages", json!(languages))
    }

    /// With a choice of a person in the browser's own settings.
    fn choosing(mut self, name: &str, value: Value) -> Self {
        self.preferences.insert(name.to_owned(), value);
        self
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
        let site = Site::new(&PathBuf::from(environment(self.folder)), self.below, self.in_workers, self.host);
        site.refuse(self.refused);
        site.hold(self.held);
        if self.is_pseudo {
            site.speak_pseudo();
        }
        let address = format!("{}{}", site.address(), self.query);
        let address = if fragment.is_empty() { address } else { format!("{address}#{fragment}") };
        // Another name is another site, and as safe as the machine's number.
        let around = self.framed.then(|| Site::new(&PathBuf::from(AROUND), "/", "", "localhost"));
        let address =
            around.as_ref().map_or_else(|| address.clone(), |around| format!("{}#{address}", around.address()));
        if Engine::here() != Engine::Chromium && self.watched {
            site.run_first(&format!("{WATCH}{}", self.before.unwrap_or_default()));
        }
        let page = Page::new(self.start(), site, around, self.tolerated);
        page.prefer_all(&self.media);
        page.visit(&address);
        page.enter();
        page
    }

    /// Opens the page of another site, which knows ours as `page` and shows it in frames by `show` and `put`.
    pub fn open_outside(self) -> Page {
        let site = Site::new(&PathBuf::from(environment(self.folder)), self.below, self.in_workers, self.host);
        let outside = Site::new(&PathBuf::from(OUTSIDE), "/", "", "localhost");
        let address = format!("{}#{}", outside.address(), site.address());
        let page = Page::new(self.start(), site, Some(outside), self.tolerated);
        page.prefer_all(&self.media);
        page.visit(&address);
        page
    }

    fn start(&self) -> Borrowed {
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
        if !self.preferences.is_empty() {
            mix(&mut more, &json!({ "goog:chromeOptions": { "prefs": self.preferences } }));
        }
        let has = |feature: &str, value: &str| self.media.contains(&(feature, value));
        let chosen =
            Chosen { dark: has("prefers-color-scheme", "dark"), still: has("prefers-reduced-motion", "reduce") };
        let session = Borrowed::new(&Kind::new(&more, chosen));
        session.wait_for_scripts(LONGEST_SCRIPT);
        if session.kind.engine != Engine::Chromium {
            assert!(!self.touch && !self.traced && self.line.is_none(), "this is Chromium's own");
            assert!(self.arguments.is_empty() && self.preferences.is_empty(), "these are settings of Chromium");
            session.fit(width, height);
            return session;
        }
        if !self.touch {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            session.devtools("Emulation.setDeviceMetricsOverride", metrics);
        }
        if let Some(line) = self.line {
            session.play(line);
        }
        if let Some(script) = self.before {
            session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        }
        session
    }
}

impl Session {
    /// Plays a visitor's line and processor. The way up is as wide: what goes there is small.
    fn play(&self, line: Line) {
        let bytes = line.megabits * 1e6 / 8.0;
        let conditions = json!({
            "offline": false, "latency": line.latency, "downloadThroughput": bytes, "uploadThroughput": bytes
        });
        self.devtools("Network.enable", json!({}));
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        self.devtools("Network.emulateNetworkConditions", conditions);
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": line.slower }));
    }
}

/// Run first: a browser, or the site that frames the page, that lets nothing be copied.
pub const CLIPBOARD_REFUSES: &str =
    "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));";
/// Run first: a browser without a clipboard.
pub const NO_CLIPBOARD: &str = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });";
