//! Every check of the project, in the order from quick to slow, and the measurements in a browser.

use crate::browser::{Browser, Driver};
use crate::tools::{Toolbox, WASM};
use crate::{bundle, process, size};
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::time::{Duration, Instant};

/// How long the tests of the page may take together, compiling included.
const BROWSER_LIMIT: Duration = Duration::from_secs(30 * 60);

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: [Step; 10] = [
    Step { name: "setup", about: "get the build tools and the browser", run: setup },
    Step { name: "fmt", about: "the code is formatted", run: || cargo(&["fmt", "--all", "--check"]) },
    Step { name: "clippy", about: "no lint, natively", run: clippy },
    Step { name: "clippy-wasm", about: "no lint, for the browser", run: clippy_wasm },
    Step { name: "doc", about: "the documentation builds without a warning", run: doc },
    Step { name: "native", about: "tests of the engine and of these tools", run: || cargo(&["test", "--workspace"]) },
    Step { name: "wasm", about: "tests of the WebAssembly in a browser", run: wasm },
    Step { name: "build", about: "the page, as it is released", run: bundle::build },
    Step { name: "size", about: "the page is within its limits", run: || size::check(&bundle::dist()?) },
    Step {
        name: "page",
        about: "tests of the built page in a browser",
        run: || in_browser(&["test", "--features", "page-tests", "--test", "page", "--", "--test-threads=1"]),
    },
];

/// Prints the steps of [`test()`].
pub fn list() {
    for step in STEPS {
        println!("{:<12} {}", step.name, step.about);
    }
}

/// Runs the named steps, or all when none is named, up to the first that fails.
///
/// # Errors
/// On a name that no step has, and when a step fails.
pub fn test(names: &[&str]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known = STEPS.map(|step| step.name).join(", ");
        bail!("`{name}` is no step of the tests, expected some of: {known}");
    }
    let mut lines = Vec::new();
    let mut failure = None;
    for step in STEPS {
        if !names.is_empty() && !names.contains(&step.name) {
            continue;
        }
        if failure.is_some() {
            lines.push(line(&step, "not run", None));
            continue;
        }
        println!("\n==> {}: {}", step.name, step.about);
        let start = Instant::now();
        let result = (step.run)();
        let outcome = if result.is_ok() { "passed" } else { "FAILED" };
        lines.push(line(&step, outcome, Some(start.elapsed())));
        println!("<== {} {outcome} after {:.1} s", step.name, start.elapsed().as_secs_f64());
        failure = result.err().map(|error| error.context(format!("step `{}` failed", step.name)));
    }
    println!("\n{}", lines.join("\n"));
    failure.map_or(Ok(()), Err)
}

/// One line of the closing table.
fn line(step: &Step, outcome: &str, time: Option<Duration>) -> String {
    let time = time.map_or(String::new(), |time| format!("{:.1} s", time.as_secs_f64()));
    format!("{:<12} {outcome:<8} {time:>9}   {}", step.name, step.about)
}

/// Builds the page and runs the measurements of `tests/bench.rs` on it.
///
/// # Errors
/// When the build or a measurement fails.
pub fn bench() -> Result<()> {
    bundle::build()?;
    in_browser(&[
        "test",
        "--release",
        "--features",
        "page-tests",
        "--test",
        "bench",
        "--",
        "--nocapture",
        "--test-threads=1",
    ])
}

/// Builds the page and runs a script with its WebAssembly under Node; of what it measures those with such names, where
/// any are given.
///
/// # Errors
/// When the build or a run fails.
pub fn bench_in_node(script: &str, names: &[&str]) -> Result<()> {
    bundle::build()?;
    let mut node = process::program("node");
    node.arg(script).args(names).env("UNROLLED_DIST", bundle::dist()?);
    process::run(&mut node)
}

/// Builds the page and times a training step beside its peers, in one browser.
///
/// # Errors
/// When the build, npm or a measurement fails.
pub fn bench_peers(options: &[&str]) -> Result<()> {
    bundle::build()?;
    process::run(process::program("npm").args(["ci", "--prefix", "benches/peers"]))?;
    let browser = Browser::ready()?;
    let capabilities = browser.capabilities()?;
    let driver = Driver::start(&browser.driver).context("the browser's driver did not start")?;
    let mut node = process::program("node");
    node.arg("benches/peers/run.mjs").args(options);
    node.env("UNROLLED_DIST", bundle::dist()?).env("UNROLLED_CAPABILITIES", capabilities);
    process::run(node.env("WEBDRIVER_URL", driver.url()))
}

fn setup() -> Result<()> {
    Toolbox::ready()?;
    let browser = Browser::ready()?;
    println!("Tools and {} are ready", browser.chromium.display());
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    process::run(process::program("cargo").args(arguments))
}

fn clippy() -> Result<()> {
    cargo(&["clippy", "--workspace", "--all-targets", "--features", "unrolled/page-tests", "--", "-D", "warnings"])
}

fn clippy_wasm() -> Result<()> {
    Toolbox::ready()?;
    cargo(&[
        "clippy",
        "--target",
        WASM,
        "--features",
        "ui",
        "--lib",
        "--bins",
        "--test",
        "wasm",
        "--",
        "-D",
        "warnings",
    ])?;
    // As the page is built: without the laboratory, which is its worker's.
    let lean = ["--no-default-features", "--features", "ui", "--lib", "--bin", "app", "--", "-D", "warnings"];
    cargo(&[&["clippy", "--target", WASM][..], &lean].concat())
}

/// The page's for its own target, so that what clippy checked need not be checked again.
fn doc() -> Result<()> {
    let tools = Toolbox::ready()?;
    for package in [
        &["--package", "unrolled-engine", "--package", "unrolled", "--target", WASM, "--features", "unrolled/ui"][..],
        &["--package", "xtask", "--document-private-items"],
    ] {
        let mut cargo = tools.program("cargo");
        cargo.args(["doc", "--no-deps"]).args(package);
        process::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    Ok(())
}

/// Unoptimised, unlike the native tests: these compute little, and drag in all of the page's crates.
fn wasm() -> Result<()> {
    let tools = Toolbox::ready()?;
    let browser = Browser::ready()?;
    let mut cargo = tools.program("cargo");
    cargo.args(["test", "--profile", "dev", "--target", WASM, "--features", "ui", "--test", "wasm"]);
    cargo.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
    process::run(&mut cargo)
}

/// Runs cargo with all that a test of the built page needs: where the page lies, a driver, and the
/// capabilities to ask it for.
fn in_browser(arguments: &[&str]) -> Result<()> {
    let dist = bundle::dist()?;
    let browser = Browser::ready()?;
    let capabilities = browser.capabilities()?;
    let driver = Driver::start(&browser.driver).context("the browser's driver did not start")?;
    let mut cargo: Command = process::program("cargo");
    cargo
        .args(arguments)
        .env("UNROLLED_DIST", dist)
        .env("UNROLLED_CAPABILITIES", capabilities)
        .env("WEBDRIVER_URL", driver.url());
    // A test that waits for ever on a browser fails when the browser goes.
    process::run_within(BROWSER_LIMIT, &mut cargo, || drop(driver))
}
