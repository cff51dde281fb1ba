//! A browser through its driver: WebDriver's commands, and the two of chromedriver's own that the
//! tests need (its logs, and the DevTools protocol).

use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

use super::engine::{Chosen, Engine};
use super::environment;
use super::idle;
use super::processes::Processes;

/// What a browser was started with.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// Its engine.
    pub engine: Engine,
    /// What its driver is asked for.
    pub capabilities: Value,
}

impl Kind {
    /// Chromium with these capabilities beside the usual ones; any other as a person has chosen it to be.
    pub fn new(more: &Value, chosen: Chosen) -> Self {
        let engine = Engine::here();
        let capabilities = if engine == Engine::Chromium { chromium(more) } else { engine.capabilities(chosen) };
        Self { engine, capabilities }
    }
}

/// One browser. It is closed when this is dropped.
pub struct Session {
    /// What it is.
    pub kind: Kind,
    /// How many tests it has served.
    pub uses: usize,
    runtime: Runtime,
    client: Client,
    /// The driver that it has for itself; none if that serves many.
    driver: Option<String>,
}

impl Session {
    /// Starts a browser.
    pub fn start(kind: &Kind) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(kind.capabilities.as_object().cloned().expect("capabilities are an object"));
        let driver = (kind.engine != Engine::Chromium).then(idle::free_driver);
        let address = driver.clone().unwrap_or_else(|| environment("WEBDRIVER_URL"));
        let client = runtime.block_on(builder.connect(&address));
        let client = client.unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self { kind: kind.clone(), uses: 0, runtime, client, driver }
    }

    /// Leaves one window, in which nothing is shown and nothing has been set, and logs that are read.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn clear(&self) -> Result<(), CmdError> {
        let client = self.client.clone();
        self.runtime.block_on(async move {
            let before = client.windows().await?;
            let fresh = client.new_window(false).await?.handle;
            for window in before {
                client.switch_to_window(window).await?;
                client.close_window().await?;
            }
            client.switch_to_window(fresh).await
        })?;
        ["browser", "performance"].into_iter().try_for_each(|kind| self.log(kind).map(drop))
    }

    /// Runs one command of the driver to its end; a failure ends the test.
    pub fn run<T>(&self, command: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> T {
        let result = self.runtime.block_on(command(self.client.clone()));
        result.unwrap_or_else(|error| panic!("the browser's driver: {error}"))
    }

    /// Gives the window such a size that the page has so many CSS pixels.
    pub fn fit(&self, width: u32, height: u32) {
        let (mut wide, mut high) = (width, height);
        for _ in 0..3 {
            self.run(async |client| client.set_window_rect(0, 0, wide, high).await);
            let inner = self.run(async |client| client.execute("return [innerWidth, innerHeight];", vec![]).await);
            let [x, y]: [u32; 2] = serde_json::from_value(inner).expect("two numbers");
            if (x, y) == (width, height) {
                return;
            }
            (wide, high) = (wide + width - x, high + height - y);
        }
        panic!("the window does not take {width} x {height}");
    }

    /// Lets a script in the page take longer than the driver's half a minute.
    pub fn wait_for_scripts(&self, longest: Duration) {
        let timeouts = TimeoutConfiguration::new(Some(longest), None, None);
        self.run(async |client| client.update_timeouts(timeouts).await);
    }

    /// A command of the DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: Value) {
        self.ask(command, parameters);
    }

    /// What a command of the DevTools protocol answers.
    pub fn ask(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.kind.engine, Engine::Chromium, "{command} is Chromium's own: this test cannot run elsewhere");
        let body = json!({ "cmd": command, "params": parameters });
        self.vendor("goog/cdp/execute", body).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// The processes that show its pages.
    pub fn processes(&self) -> Processes {
        let all = self.client.capabilities().expect("a session's capabilities");
        Processes::of(all["chrome"]["userDataDir"].as_str().expect("the folder of the profile"))
    }

    /// What has come into a log, `browser` or `performance`, since it was last asked for.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn log(&self, kind: &str) -> Result<Vec<Value>, CmdError> {
        if self.kind.engine != Engine::Chromium {
            return Ok(vec![]);
        }
        let entries = self.vendor("se/log", json!({ "type": kind }))?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }

    fn vendor(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.runtime.block_on(self.client.issue_cmd(Vendor { path, body }))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that cannot be closed ends with its driver.
        let _ = self.runtime.block_on(self.client.clone().close());
        if let Some(driver) = self.driver.take() {
            idle::give_back(driver);
        }
    }
}

/// A command that only chromedriver has.
#[derive(Debug)]
struct Vendor {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Vendor {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// The capabilities that the environment names, with `more` mixed in.
fn chromium(more: &Value) -> Value {
    let mut all = match std::env::var("UNROLLED_CAPABILITIES") {
        Ok(file) => {
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
        }
        Err(_) => json!({ "goog:chromeOptions": { "args": ["--headless=new", "--no-sandbox"] } }),
    };
    mix(&mut all, more);
    all
}

/// Objects are joined, lists are lengthened, anything else is replaced.
pub fn mix(into: &mut Value, more: &Value) {
    match (into, more) {
        (Value::Object(into), Value::Object(more)) => {
            for (key, value) in more {
                mix(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(into), Value::Array(more)) => into.extend(more.iter().cloned()),
        (into, more) => *into = more.clone(),
    }
}
