//! The open page: how it is reached, and what must hold of it at the end of every test.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use super::engine::Engine;
use super::environment;
use super::idle::Borrowed;
use super::processes::Processes;
use super::setup::Setup;
use super::site::Site;

/// How long anything may take to come true.
const PATIENCE: Duration = Duration::from_secs(40);
/// How long what a network has to learn for may take.
const LONG_PATIENCE: Duration = Duration::from_secs(300);

/// The page in a browser of its own. When it is dropped, the browser's log must hold no error, and
/// nothing may have been asked of another server, or in vain.
pub struct Page {
    pub(super) session: Borrowed,
    site: Site,
    /// The site whose page shows ours in a frame.
    around: Option<Site>,
    tolerated: Vec<&'static str>,
    /// Its tabs, in the order in which they were opened.
    tabs: RefCell<Vec<WindowHandle>>,
}

impl Page {
    pub(super) fn new(session: Borrowed, site: Site, around: Option<Site>, tolerated: Vec<&'static str>) -> Self {
        let first = session.run(async |client| client.window().await);
        Self { session, site, around, tolerated, tabs: RefCell::new(vec![first]) }
    }

    /// The page on a desktop, at a fragment (without `#`).
    pub fn open(fragment: &str) -> Self {
        Setup::default().open(fragment)
    }

    /// The server gives every file again.
    pub fn refuse_nothing(&self) {
        self.site.refuse("");
    }

    /// The server gives what it has held back.
    pub fn release(&self) {
        self.site.release();
    }

    /// Takes the network away: nobody answers any more.
    pub fn take_the_network_away(&self) {
        self.site.go_off();
    }

    /// Gives it back.
    pub fn give_the_network_back(&self) {
        self.site.go_on();
    }

    /// The server gives a file from now on with `new` in the place of `old`, as another build would have it.
    pub fn build_anew(&self, name: &'static str, old: &'static str, new: &str) {
        self.site.change(name, old, new);
    }

    /// Goes to an address.
    pub fn visit(&self, address: &str) {
        self.session.run(async |client| client.goto(address).await);
    }

    /// Opens the page at a fragment in another tab of the same browser, and turns to it. (It is a window, so that each is
    /// in sight and goes on drawing.)
    pub fn open_tab(&self, fragment: &str) {
        let tab = self.session.run(async |client| Ok(client.new_window(false).await?.handle));
        self.tabs.borrow_mut().push(tab);
        self.turn_to(self.tabs.borrow().len() - 1);
        self.visit(&format!("{}#{fragment}", self.site.address()));
        self.wait_until_it_stands();
    }

    /// Turns to a tab: 0 is the one that was opened first.
    pub fn turn_to(&self, tab: usize) {
        let tab = self.tabs.borrow()[tab].clone();
        self.session.run(async |client| client.switch_to_window(tab).await);
    }

    /// Takes the window out of sight, as if another one lay over it.
    pub fn hide(&self) {
        self.session.run(async |client| client.minimize_window().await);
    }

    /// Brings it back into sight.
    pub fn reveal(&self) {
        self.session.run(async |client| client.set_window_size(1440, 900).await);
    }

    /// The processes that show it and run its workers, after the page's garbage has been collected. Workers collect their own
    /// when they like.
    pub fn processes(&self) -> Processes {
        self.session.devtools("HeapProfiler.collectGarbage", json!({}));
        self.session.processes()
    }

    /// Goes into the frame in which another site's page shows ours, if there is one.
    pub(super) fn enter(&self) {
        if self.around.is_some() {
            self.session.run(async |client| client.enter_frame(0).await);
        }
    }

    /// Does something inside a frame of the page, the first of which is 0, and comes back out.
    pub fn inside<T>(&self, frame: u16, act: impl FnOnce() -> T) -> T {
        self.session.run(async |client| client.enter_frame(frame).await);
        let done = act();
        self.session.run(async |client| client.enter_parent_frame().await);
        done
    }

    /// Opens a file of the built page without a server.
    pub fn visit_file(&self, name: &str) {
        self.visit(&format!("file://{}/{name}", environment("UNROLLED_DIST")));
    }

    /// Opens the page at a fragment as one who was never there: the browser has kept nothing of it.
    pub fn open_anew(&self, fragment: &str) {
        self.visit("about:blank");
        let kept = json!({ "origin": self.site.origin(), "storageTypes": "all" });
        self.session.devtools("Storage.clearDataForOrigin", kept);
        self.visit(&format!("{}#{fragment}", self.site.address()));
        self.wait_until_it_stands();
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.session.run(async |client| client.refresh().await);
        self.enter();
        self.wait_until_it_stands();
    }

    /// Waits until the page has started and all is drawn.
    pub fn wait_until_it_stands(&self) {
        // A step of a lesson has those of its figure, with its text.
        let lanes = "document.querySelector('.page').dataset.figure === 'lab' \
            ? document.querySelectorAll('.lane canvas').length === 3 \
            : document.querySelector('.lesson-place')?.textContent";
        self.wait_until("the lanes are there", lanes);
        self.wait_until("fonts are loaded", "document.fonts.status === 'loaded'");
        self.settle();
    }

    /// Lets a person prefer something, such as `prefers-color-scheme: dark`.
    pub fn prefer(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.session.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Lets a person prefer several things, and nothing else.
    pub fn prefer_these(&self, all: &[(&str, &str)]) {
        let features: Vec<Value> = all.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.session.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Shows the page on a screen of so many CSS pixels.
    pub fn resize(&self, (width, height): (u32, u32)) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.devtools("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Lets a person prefer all of this. Engines without the DevTools protocol have been started so.
    pub(super) fn prefer_all(&self, all: &[(&str, &str)]) {
        for (feature, value) in all.iter().filter(|_| self.session.kind.engine == Engine::Chromium) {
            self.prefer(feature, value);
        }
    }

    /// Which engine shows it.
    pub fn engine(&self) -> Engine {
        self.session.kind.engine
    }

    /// What a screen reader is told of: role and name of each part, as the browser works them out.
    pub fn roles_and_names(&self) -> Vec<(String, String)> {
        let tree = self.tree();
        let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
        let parts = tree["nodes"].as_array().expect("a tree").iter();
        parts
            .filter(|part| part["ignored"] != json!(true))
            .map(|part| (text(&part["role"]), text(&part["name"])))
            .collect()
    }

    /// The accessibility tree, as the DevTools protocol gives it: all parts in `nodes`, each with those inside it in `childIds`.
    pub fn tree(&self) -> Value {
        self.session.ask("Accessibility.getFullAXTree", json!({}))
    }

    /// What the browser makes of the page's manifest: its `url`, and `errors`.
    pub fn manifest(&self) -> Value {
        self.session.ask("Page.getAppManifest", json!({}))
    }

    /// Shows the page as it is printed.
    pub fn print(&self) {
        self.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    }

    /// Shows the page on the screen again.
    pub fn show(&self) {
        self.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
    }

    /// Lets the page do what a browser asks a person about.
    pub fn allow(&self, permissions: &[&str]) {
        self.session.devtools("Browser.grantPermissions", json!({ "permissions": permissions }));
    }

    /// Puts another fragment into the address bar of the open page, once the page has written its own.
    pub fn go_to(&self, fragment: &str) {
        self.wait_for_the_address();
        let script = "const [fragment, done] = arguments, before = location.hash; \
            addEventListener('hashchange', () => done(), { once: true }); \
            location.hash = fragment; \
            if (location.hash === before) done();";
        self.script_with_callback(script, vec![json!(fragment)]);
        self.settle();
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.session.run(async |client| client.execute(script, arguments).await)
    }

    /// Runs a script in the page that hands its result to the last of its arguments.
    pub fn script_with_callback(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.session.run(async |client| client.execute_async(script, arguments).await)
    }

    /// The value of an expression in the page.
    pub fn value(&self, expression: &str) -> Value {
        self.script(&format!("return {expression};"), vec![])
    }

    /// The value of an expression that is a text.
    pub fn text(&self, expression: &str) -> String {
        match self.value(expression) {
            Value::String(text) => text,
            other => panic!("{expression} is no text but {other}"),
        }
    }

    /// Presses what makes a file, by a script with an argument, and waits for the file. See [`Setup::keeping_files`].
    pub fn have_made(&self, what: &str, script: &str) {
        self.script(&format!("window.made.length = 0; {script}"), vec![what.into()]);
        self.wait_until(what, "window.made.length > 0");
    }

    /// Makes something of the file that was made last, by an asynchronous function of it.
    pub fn made(&self, of: &str) -> Value {
        self.script(&format!("window.read = undefined; ({of})(window.made[0]).then(own => window.read = own)"), vec![]);
        self.wait_until("the file is read", "window.read !== undefined");
        self.value("window.read")
    }

    /// The value of an expression that is a number.
    pub fn number(&self, expression: &str) -> f64 {
        self.value(expression).as_f64().unwrap_or_else(|| panic!("{expression} is no number"))
    }

    /// Whether an expression holds.
    pub fn holds(&self, expression: &str) -> bool {
        self.value(&format!("!!({expression})")) == json!(true)
    }

    /// Waits until an expression holds.
    pub fn wait_until(&self, what: &str, expression: &str) {
        self.wait(PATIENCE, what, expression);
    }

    /// Waits until an expression holds that runs of training have to come before.
    pub fn wait_long_until(&self, what: &str, expression: &str) {
        self.wait(LONG_PATIENCE, what, expression);
    }

    fn wait(&self, patience: Duration, what: &str, expression: &str) {
        let start = Instant::now();
        while !self.holds(expression) {
            assert!(start.elapsed() < patience, "waited in vain until {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until the page has written its address, which it does a little after the last change.
    pub(super) fn wait_for_the_address(&self) {
        self.wait_until("the address is written", "!document.documentElement.hasAttribute('data-unwritten')");
    }

    /// Waits until the browser has shown so many more pictures.
    pub fn frames(&self, count: usize) {
        let script = "let [left, done] = arguments; \
            const look = () => left-- > 0 ? requestAnimationFrame(look) : done(); \
            look();";
        self.script_with_callback(script, vec![json!(count)]);
    }

    /// Waits until all that has been asked for is drawn.
    pub fn settle(&self) {
        let script = "const done = arguments[0]; \
            const look = () => document.querySelector('.page.stale') \
                ? requestAnimationFrame(look) \
                : requestAnimationFrame(() => requestAnimationFrame(() => done())); \
            look();";
        self.script_with_callback(script, vec![]);
    }

    /// The one element that a CSS selector finds.
    pub fn find(&self, css: &str) -> Element {
        self.session.run(async |client| client.find(Locator::Css(css)).await)
    }

    /// What has come into one of the browser's logs since it was last read.
    pub(super) fn log(&self, kind: &str) -> Vec<Value> {
        self.session.log(kind).unwrap_or_else(|error| panic!("the browser's log: {error}"))
    }

    fn assert_clean(&self) {
        let ours = |error: &String| self.tolerated.iter().all(|words| !error.contains(words));
        let told = self.log("browser");
        let errors = told.iter().filter_map(error_in).chain(self.noted("window.unrolledErrors"));
        let errors: Vec<_> = errors.filter(ours).collect();
        assert!(errors.is_empty(), "errors in the console: {errors:#?}");
        let origins: Vec<String> = [&self.site].into_iter().chain(&self.around).map(Site::origin).collect();
        let own: Vec<&str> = origins.iter().map(String::as_str).chain(["data:", "file:"]).collect();
        let foreign = |url: &String| own.iter().all(|own| !url.starts_with(own));
        let (told, noted) =
            (self.log("performance"), self.noted("performance.getEntriesByType('resource').map(own => own.name)"));
        let requests = told.iter().filter_map(request_in).chain(noted);
        let requests: Vec<_> = requests.filter(foreign).collect();
        assert!(requests.is_empty(), "requests to another origin: {requests:#?}");
        let missing: Vec<_> = self.site.missing().into_iter().filter(ours).collect();
        assert!(missing.is_empty(), "files that are not there: {missing:#?}");
    }

    /// Texts that the page has noted itself, in engines whose drivers tell nothing.
    fn noted(&self, expression: &str) -> Vec<String> {
        if self.session.kind.engine == Engine::Chromium {
            return vec![];
        }
        serde_json::from_value(self.value(&format!("{expression} ?? []"))).expect("texts")
    }

    /// For a test that has failed: what the console says may be the cause.
    fn print_errors(&self) {
        let entries = self.session.log("browser").unwrap_or_default();
        entries.iter().filter_map(error_in).for_each(|error| eprintln!("in the console: {error:.300}"));
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.print_errors();
        } else {
            self.assert_clean();
        }
    }
}

/// An entry of the browser's log, if it tells of an error or of a breach of the page's policy.
fn error_in(entry: &Value) -> Option<String> {
    let message = entry["message"].as_str().unwrap_or_default();
    let breach = message.contains("Content Security Policy") || message.contains("Content-Security-Policy");
    (entry["level"] == "SEVERE" || breach).then(|| message.to_owned())
}

/// The address of a request, if that is what an entry of the performance log tells of.
fn request_in(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
    let url = event["params"]["request"]["url"].as_str()?;
    (event["method"] == "Network.requestWillBeSent").then(|| url.to_owned())
}
