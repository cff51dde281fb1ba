//! The open page: what can be read from it, and what must hold of it at the end of every test.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use unrolled::playback::Playhead;
use unrolled::settings::State;
use unrolled::trace::{CellKind, Pass};

use super::chrome::Chrome;
use super::setup::Setup;
use super::site::Site;

/// How long anything may take to come true.
const PATIENCE: Duration = Duration::from_secs(20);
/// The page writes its address 200 ms after the last change.
const ADDRESS_WRITTEN: Duration = Duration::from_millis(280);

/// The page in a browser of its own. When it is dropped, the browser's log must hold no error, and
/// nothing may have been asked of another server, or in vain.
pub struct Page {
    pub(super) chrome: Chrome,
    site: Site,
    tolerated: Vec<&'static str>,
}

impl Page {
    pub(super) fn new(chrome: Chrome, site: Site, tolerated: Vec<&'static str>) -> Self {
        Self { chrome, site, tolerated }
    }

    /// The page on a desktop, at a fragment (without `#`).
    pub fn open(fragment: &str) -> Self {
        Setup::default().open(fragment)
    }

    /// Goes to an address.
    pub fn visit(&self, address: &str) {
        self.chrome.run(async |client| client.goto(address).await);
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.chrome.run(async |client| client.refresh().await);
        self.wait_until("the lanes are there", "document.querySelectorAll('canvas.plot').length >= 4");
        self.settle();
    }

    /// Puts another fragment into the address bar of the open page.
    pub fn go_to(&self, fragment: &str) {
        let script = "const [fragment, done] = arguments; \
            addEventListener('hashchange', () => done(), { once: true }); \
            location.hash = fragment; \
            if (decodeURIComponent(location.hash) === '') setTimeout(done, 50);";
        self.chrome.run(async |client| client.execute_async(script, vec![json!(fragment)]).await);
        self.settle();
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.chrome.run(async |client| client.execute(script, arguments).await)
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
        let start = Instant::now();
        while !self.holds(expression) {
            assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until all that has been asked for is drawn.
    pub fn settle(&self) {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        self.chrome.run(async |client| client.execute_async(script, vec![]).await);
    }

    /// The one element that a CSS selector finds.
    pub fn find(&self, css: &str) -> Element {
        self.chrome.run(async |client| client.find(Locator::Css(css)).await)
    }

    /// What follows the `#`, once the page has written it.
    pub fn fragment(&self) -> String {
        std::thread::sleep(ADDRESS_WRITTEN);
        self.text("location.hash.slice(1)")
    }

    /// The state that the address holds, once the page has written it.
    pub fn state(&self) -> State {
        let fragment = self.fragment();
        let (state, problems) = State::from_fragment(&fragment);
        assert_eq!(problems, [], "the page wrote an address that it cannot read: {fragment}");
        state
    }

    /// Where the playhead is.
    pub fn playhead(&self) -> Playhead {
        let backward = self.holds("document.querySelector('#turn.backward')");
        let step = self.number("Number(document.getElementById('scrubber').value)") as usize;
        Playhead { pass: if backward { Pass::Backward } else { Pass::Forward }, step }
    }

    /// A lane's big number: the share of the gradient that is left.
    pub fn share(&self, cell: CellKind) -> f64 {
        let number = format!("document.querySelector('#number-{} strong').dataset.value", cell.key());
        parse(&self.text(&number))
    }

    /// The big numbers of the three lanes.
    pub fn shares(&self) -> [f64; 3] {
        CellKind::ALL.map(|cell| self.share(cell))
    }

    /// Which cell the inspector shows.
    pub fn inspected(&self) -> String {
        self.text("document.querySelector('.inspector .cell-name').dataset.cell")
    }

    /// A canvas as a picture, to compare with another.
    pub fn picture(&self, id: &str) -> String {
        self.text(&format!("document.getElementById('{id}').toDataURL()"))
    }

    /// The pictures of the three lanes and the chart.
    pub fn pictures(&self) -> [String; 4] {
        ["lane-rnn", "lane-lstm", "lane-gru", "reach"].map(|id| self.picture(id))
    }

    /// How far the page can be scrolled sideways.
    pub fn overhang(&self) -> f64 {
        self.number("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    }

    fn assert_clean(&self) {
        let errors: Vec<String> = self.chrome.log("browser").iter().filter_map(error_in).collect();
        let own = |error: &&String| self.tolerated.iter().all(|words| !error.contains(words));
        assert_eq!(errors.iter().filter(own).collect::<Vec<_>>(), Vec::<&String>::new(), "errors in the console");
        let origin = self.site.origin();
        let foreign = |url: &String| !url.starts_with(&origin) && !url.starts_with("data:");
        let requests = self.chrome.log("performance").iter().filter_map(request_in).filter(foreign);
        assert_eq!(requests.collect::<Vec<_>>(), Vec::<String>::new(), "requests to another origin");
        assert_eq!(self.site.missing(), Vec::<String>::new(), "files that are not there");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.assert_clean();
        }
    }
}

/// A number as the page's data attributes hold it.
pub fn parse(number: &str) -> f64 {
    number.parse().unwrap_or_else(|_| panic!("{number} is no number"))
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
