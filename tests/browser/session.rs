//! A Chromium through its driver: WebDriver's commands, and the two of chromedriver's own that the
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

use super::environment;
use super::processes::Processes;

/// One browser. It is closed when this is dropped.
pub struct Session {
    runtime: Runtime,
    client: Client,
}

impl Session {
    /// Starts a browser that has these capabilities beside the usual ones.
    pub fn start(more: &Value) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(more));
        let client = runtime.block_on(builder.connect(&environment("WEBDRIVER_URL")));
        let client = client.unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self { runtime, client }
    }

    /// Runs one command of the driver to its end; a failure ends the test.
    pub fn run<T>(&self, command: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> T {
        let result = self.runtime.block_on(command(self.client.clone()));
        result.unwrap_or_else(|error| panic!("the browser's driver: {error}"))
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
fn capabilities(more: &Value) -> Map<String, Value> {
    let mut all = match std::env::var("UNROLLED_CAPABILITIES") {
        Ok(file) => {
            let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
        }
        Err(_) => json!({ "goog:chromeOptions": { "args": ["--headless=new", "--no-sandbox"] } }),
    };
    mix(&mut all, more);
    all.as_object().cloned().expect("capabilities are an object")
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
