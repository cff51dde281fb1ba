//! Every check of the project, in the order from quick to slow, and the measurements.

use crate::browser::{Browser, Driver};
use crate::elsewhere::{Absent, Engine};
use crate::tools::{Toolbox, WASM};
use crate::{bundle, floors, gallery, process, size, tools};
use anyhow::{Context, Result, bail};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long the tests of the page may take together, compiling included.
const BROWSER_LIMIT: Duration = Duration::from_secs(30 * 60);

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Choice) -> Result<()>,
}

const STEPS: [Step; 16] = [
    Step { name: SETUP, about: "get the build tools and the browser", run: |_| setup() },
    Step { name: "fmt", about: "the code is formatted", run: |_| cargo(&["fmt", "--all", "--check"]) },
    Step { name: "xtask", about: "tests of these tools", run: |_| cargo(&["test", "--package", "xtask"]) },
    Step { name: "floors", about: "crates use what is below, texts hold no markup", run: |_| floors::check() },
    Step { name: "clippy", about: "no lint, natively", run: |_| clippy() },
    Step { name: "clippy-wasm", about: "no lint, for the browser", run: |_| clippy_wasm() },
    Step { name: "doc", about: "the documentation builds without a warning", run: |_| doc() },
    Step { name: "native", about: "tests of the engine and the library", run: |_| native() },
    Step {
        name: "fuzz",
        about: "readers of files, of the address and of a frame's messages bear 20 s of chance each",
        run: |_| fuzz(&["--seconds", "20"]),
    },
    Step { name: "wasm", about: "tests of the WebAssembly in a browser", run: |_| wasm() },
    Step { name: "build", about: "the page, as it is released", run: |_| bundle::build() },
    Step { name: "size", about: "the page is within its limits", run: |_| size::check(&bundle::dist()?) },
    Step { name: PAGE, about: "tests of the built page in a browser", run: page },
    Step {
        name: "firefox",
        about: "a part of those tests in Firefox",
        run: |choice| elsewhere(Engine::Firefox, choice),
    },
    Step { name: "webkit", about: "the same part in WebKit", run: |choice| elsewhere(Engine::WebKit, choice) },
    Step { name: "benches", about: "every measurement still runs; no speed is judged", run: |_| benches() },
];

/// The step that makes a machine ready, which is not counted to what the checks take.
const SETUP: &str = "setup";

/// The step whose tests are in modules, of which some can be chosen.
const PAGE: &str = "page";

/// Steps that are run when they are named: a clean machine takes too long to get their browsers, beside all else.
const ON_REQUEST: [&str; 2] = ["firefox", "webkit"];

/// The tests of the page that are run in other engines, too, one a line.
const ELSEWHERE: &str = "tests/page/elsewhere.txt";

/// Which checks are run.
#[derive(Debug, Default, PartialEq)]
pub struct Choice {
    /// The steps by name; all where it is `None`.
    pub steps: Option<Vec<String>>,
    /// Of the page's tests these modules, or those whose names begin so (`lessons::every`); all where there is none.
    pub modules: Vec<String>,
}

impl Choice {
    /// Reads what follows `--only`: names of steps between commas; `page:MODULE` for a module of the page's tests.
    ///
    /// # Errors
    /// On a name that no step has.
    pub fn only(names: &str) -> Result<Self> {
        let (mut steps, mut modules) = (Vec::new(), Vec::new());
        for name in names.split(',') {
            let (step, module) = name.split_once(':').unwrap_or((name, ""));
            let has_modules = [PAGE, Engine::Firefox.name(), Engine::WebKit.name()].contains(&step);
            if !self::names().any(|known| known == step) || !(module.is_empty() || has_modules) {
                let known = self::names().collect::<Vec<_>>().join(", ");
                bail!("`{name}` is no step of the tests, expected some of: {known}, {PAGE}:MODULE");
            }
            steps.push(step.to_owned());
            modules.extend(Some(module.to_owned()).filter(|module| !module.is_empty()));
        }
        Ok(Self { steps: Some(steps), modules })
    }

    /// Whether a test of the page is among the chosen ones.
    fn takes(&self, test: &str) -> bool {
        self.modules.is_empty() || self.modules.iter().any(|module| test.starts_with(module.as_str()))
    }

    fn has(&self, step: &str) -> bool {
        self.steps.as_ref().map_or(!ON_REQUEST.contains(&step), |steps| steps.iter().any(|name| name == step))
    }
}

/// The names of all steps.
pub fn names() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name)
}

/// Prints the steps of [`test()`].
pub fn list() {
    for step in STEPS {
        println!("{:<12} {}", step.name, step.about);
    }
}

/// Runs the chosen steps up to the first that fails.
///
/// # Errors
/// When a step fails.
pub fn test(choice: &Choice) -> Result<()> {
    let mut lines = Vec::new();
    let mut failure = None;
    let mut total = Duration::ZERO;
    for step in STEPS.iter().filter(|step| choice.has(step.name)) {
        if failure.is_some() {
            lines.push(line(step.name, "not run", None, step.about));
            continue;
        }
        println!("\n==> {}: {}", step.name, step.about);
        let start = Instant::now();
        let result = (step.run)(choice);
        let time = start.elapsed();
        if step.name != SETUP {
            total += time;
        }
        let is_absent = result.as_ref().is_err_and(|error| error.is::<Absent>());
        let outcome = match result {
            Ok(()) => "passed",
            Err(_) if is_absent => "absent",
            Err(_) => "FAILED",
        };
        lines.push(line(step.name, outcome, Some(time), step.about));
        println!("<== {} {outcome} after {:.1} s", step.name, time.as_secs_f64());
        // What cannot be had here is said, and no fault of what is tested.
        let error = result.err().filter(|_| !is_absent);
        failure = error.map(|error| error.context(format!("step `{}` failed", step.name)));
    }
    lines.push(line("together", "", Some(total), "without setup"));
    println!("\n{}", lines.join("\n"));
    failure.map_or(Ok(()), Err)
}

/// One line of the closing table.
fn line(name: &str, outcome: &str, time: Option<Duration>, about: &str) -> String {
    let time = time.map_or(String::new(), |time| format!("{:.1} s", time.as_secs_f64()));
    format!("{name:<12} {outcome:<8} {time:>9}   {about}")
}

/// How much is measured.
#[derive(Clone, Copy, PartialEq)]
enum Amount {
    /// What tells speeds.
    Full,
    /// What shows that a measurement still runs: a few frames, one task, one seed.
    Tiny,
}

impl Amount {
    /// Tells a measurement, in its environment.
    fn tell(self, command: &mut Command) {
        if self == Self::Tiny {
            command.env("UNROLLED_BENCH", "tiny");
        }
    }
}

/// Builds the page and runs the measurements of `tests/bench.rs` on it.
///
/// # Errors
/// When the build or a measurement fails.
pub fn bench() -> Result<()> {
    bundle::build()?;
    measure_in_browser("bench", Amount::Full)
}

/// Builds the page and runs `tests/start.rs` on it: how soon it stands, and how still.
///
/// # Errors
/// When the build or a measurement fails.
pub fn bench_start() -> Result<()> {
    bundle::build()?;
    measure_in_browser("start", Amount::Full)
}

/// Builds the page and runs a script with its WebAssembly under Node; of what it measures those with such names, where
/// any are given.
///
/// # Errors
/// When the build or a run fails.
pub fn bench_in_node(script: &str, names: &[&str]) -> Result<()> {
    bundle::build()?;
    measure_in_node(script, names, Amount::Full)
}

/// Trains the default run of each task natively, of those with such keys where any are given, and writes the weights and
/// losses that ship with the page: the same bytes each time, on any machine.
///
/// # Errors
/// When the build or a run fails.
pub fn bench_weights(names: &[&str]) -> Result<()> {
    let run = ["run", "--profile", "worker", "--package", "learn", "--example", "weights", "--"];
    cargo(&[&run[..], names].concat())
}

/// Builds the page and times a training step beside its peers, in one browser.
///
/// # Errors
/// When the build, npm or a measurement fails.
pub fn bench_peers(options: &[&str]) -> Result<()> {
    bundle::build()?;
    get_peers()?;
    measure_peers(options)
}

/// Runs every measurement with tiny counts.
fn benches() -> Result<()> {
    measure_in_browser("bench", Amount::Tiny)?;
    measure_in_browser("start", Amount::Tiny)?;
    for script in ["benches/tasks.mjs", "benches/results.mjs"] {
        measure_in_node(script, &[], Amount::Tiny)?;
    }
    let tiny = ["--sizes", "S1", "--rounds", "1"];
    match get_peers() {
        Ok(()) => measure_peers(&tiny),
        Err(error) => {
            println!("TensorFlow.js can't be had, so nothing is measured beside it: {error:#}");
            measure_peers(&[&tiny[..], &["--no-tfjs"]].concat())
        }
    }
}

fn measure_in_browser(test: &str, amount: Amount) -> Result<()> {
    // Side by side they would take the machine from each other.
    let threads = if amount == Amount::Full { "--test-threads=1".to_owned() } else { threads() };
    let arguments = ["test", "--test", test, "--", "--nocapture", &threads];
    in_browser(&arguments, amount, None)
}

fn measure_in_node(script: &str, names: &[&str], amount: Amount) -> Result<()> {
    let mut node = process::program("node");
    node.arg(script).args(names).env("UNROLLED_DIST", bundle::dist()?);
    amount.tell(&mut node);
    process::run(&mut node)
}

/// Gets the packages that training is compared with, unless they are there.
fn get_peers() -> Result<()> {
    let folder = process::root().join("benches/peers");
    let age = |name: &str| Path::new(&folder).join(name).metadata().and_then(|data| data.modified());
    if matches!((age("node_modules/.package-lock.json"), age("package-lock.json")), (Ok(have), Ok(want)) if have >= want)
    {
        return Ok(());
    }
    process::run(process::program("npm").args(["ci", "--no-audit", "--no-fund", "--prefix", "benches/peers"]))
}

fn measure_peers(options: &[&str]) -> Result<()> {
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
    tools::axe()?;
    let browser = Browser::ready()?;
    println!("Tools and {} are ready", browser.chromium.display());
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    process::run(process::program("cargo").args(arguments))
}

fn native() -> Result<()> {
    // No crate has examples in its documentation.
    cargo(&["test", "--workspace", "--exclude", "xtask", "--tests"])
}

/// The programs that try readers, each with the names of what it tries.
const FUZZ: [(&str, &[&str]); 2] = [("fuzz", &["files"]), ("fuzz_address", &["address", "messages"])];

/// Tries the readers of a person's files with the cases, then those of the address and of a frame's messages with their corpora,
/// changed by chance: for how long each and from which seed the options say. `--only` names one of them: `files`, `address` or
/// `messages`.
///
/// # Errors
/// When a reader panics, hangs, takes too much memory or breaks a promise, or `--only` names none of them.
pub fn fuzz(options: &[&str]) -> Result<()> {
    let only =
        options.iter().position(|own| *own == "--only").map(|place| options.get(place + 1).copied().unwrap_or(""));
    if let Some(other) = only.filter(|only| FUZZ.iter().all(|(_, names)| !names.contains(only))) {
        bail!("found --only `{other}`, expected files, address or messages");
    }
    // As the tests are compiled, and with them: overflows and slips of indices are found, and nothing is compiled again.
    let all = ["--workspace", "--exclude", "xtask", "--profile", "test"];
    let runs: Vec<&str> =
        FUZZ.iter().filter(|(_, names)| only.is_none_or(|only| names.contains(&only))).map(|(run, _)| *run).collect();
    for run in &runs {
        cargo(&[&["build", "--example", run][..], &all].concat())?;
        process::run(Command::new(process::root().join("target/debug/examples").join(run)).args(options))?;
    }
    Ok(())
}

fn clippy() -> Result<()> {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    // A plain run of tests leaves these out, and so does what is said of all targets.
    cargo(&["clippy", "--test", "page", "--test", "bench", "--test", "start", "--", "-D", "warnings"])
}

fn clippy_wasm() -> Result<()> {
    Toolbox::ready()?;
    let all = [
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "unrolled-serve",
        "--exclude",
        "opening",
        "--lib",
        "--bins",
        "--test",
        "wasm",
        "--",
        "-D",
        "warnings",
    ];
    cargo(&[&["clippy", "--target", WASM][..], &all].concat())
}

/// The page's for its own target, so that what clippy checked need not be checked again.
fn doc() -> Result<()> {
    let tools = Toolbox::ready()?;
    for package in [
        &["--workspace", "--exclude", "xtask", "--exclude", "unrolled-serve", "--exclude", "opening", "--target", WASM]
            [..],
        &["--package", "xtask", "--package", "unrolled-serve", "--package", "opening", "--document-private-items"],
    ] {
        let mut cargo = tools.program("cargo");
        cargo.args(["doc", "--no-deps"]).args(package);
        process::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    Ok(())
}

/// With what the worker is compiled with, and unoptimised, unlike the native tests: these compute little.
fn wasm() -> Result<()> {
    let tools = Toolbox::ready()?;
    let browser = Browser::ready()?;
    let mut cargo = tools.program("cargo");
    cargo.args(["test", "--profile", "dev", "--target", WASM, "--test", "wasm"]);
    cargo.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.capabilities()?);
    process::run(&mut cargo)
}

/// As many browsers at once as there are cores: each test has one of its own, and a driver serves many.
fn threads() -> String {
    format!("--test-threads={}", count())
}

fn count() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// The tests of the page; of those in the chosen modules, where any are.
fn page(choice: &Choice) -> Result<()> {
    let path = |module: &String| if module.contains("::") { module.clone() } else { format!("{module}::") };
    let modules: Vec<String> = choice.modules.iter().map(path).collect();
    let modules = modules.iter().map(String::as_str);
    let (page, threads) = (["test", "--test", "page"], threads());
    let all: Vec<&str> =
        page.into_iter().chain(TIMED).chain(["--"]).chain(TIMES).chain([&*threads]).chain(modules).collect();
    let shows = choice.modules.is_empty() || choice.modules.iter().any(|module| module == gallery::PROGRAM);
    let gallery = if shows { Some(gallery::build()?) } else { None };
    in_browser(&all, Amount::Full, gallery.as_deref())
}

/// The tests of the page that other engines show, too; of those in the chosen modules, where any are.
fn elsewhere(engine: Engine, choice: &Choice) -> Result<()> {
    let browser = engine.ready()?;
    let file = process::root().join(ELSEWHERE);
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
    let names: Vec<&str> = named(&text).filter(|name| choice.takes(name)).collect();
    // One that is not there would be passed over in silence.
    let list = ["test", "--test", "page", "--", "--list", "--exact"];
    let list = process::ask(process::program("cargo").args([&list[..], &names].concat())).unwrap_or_default();
    if let Some(absent) = names.iter().find(|name| !list.lines().any(|line| line == format!("{name}: test"))) {
        bail!("{ELSEWHERE} names `{absent}`, and there is no such test: take it out, or write its new name");
    }
    let (page, threads) = (["test", "--test", "page"], threads());
    let mut cargo: Command = process::program("cargo");
    cargo.args(page).args(TIMED).arg("--").args(TIMES).args([&*threads, "--exact"]).args(names);
    cargo.env("UNROLLED_DIST", bundle::dist()?);
    let drivers = browser.drive(count(), &mut cargo)?;
    process::run_within(BROWSER_LIMIT, &mut cargo, || drop(drivers))
}

/// The names in a list of them; what follows `#` is not read.
fn named(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|name| !name.is_empty())
}

/// Has cargo start test programs so that they can tell how long each test took: Rust's test harness takes the options
/// [`TIMES`] only from who says that it may change.
const TIMED: [&str; 2] = ["--config", "target.'cfg(all())'.runner = ['env', 'RUSTC_BOOTSTRAP=1']"];
const TIMES: [&str; 3] = ["-Z", "unstable-options", "--report-time"];

/// Runs cargo with all that a test of the built page needs: where the page lies, and the gallery if it was built; a driver,
/// and the capabilities to ask it for.
fn in_browser(arguments: &[&str], amount: Amount, gallery: Option<&Path>) -> Result<()> {
    let dist = bundle::dist()?;
    let browser = Browser::ready()?;
    let capabilities = browser.capabilities()?;
    let driver = Driver::start(&browser.driver).context("the browser's driver did not start")?;
    let mut cargo: Command = process::program("cargo");
    cargo
        .args(arguments)
        .env("UNROLLED_DIST", dist)
        .env("UNROLLED_CAPABILITIES", capabilities)
        .env("WEBDRIVER_URL", driver.url())
        .env("UNROLLED_AXE", tools::axe()?);
    if let Some(gallery) = gallery {
        cargo.env("UNROLLED_GALLERY", gallery);
    }
    amount.tell(&mut cargo);
    // A test that waits for ever on a browser fails when the browser goes.
    process::run_within(BROWSER_LIMIT, &mut cargo, || drop(driver))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_for_other_engines_are_named_one_a_line() {
        let list = "# The first view\nopening::a\n\nstepping::b  # and back\n";
        assert_eq!(named(list).collect::<Vec<_>>(), ["opening::a", "stepping::b"]);
        let choice = Choice::only("firefox:opening").unwrap();
        assert!(choice.takes("opening::a") && !choice.takes("stepping::b") && Choice::default().takes("stepping::b"));
    }

    #[test]
    fn steps_are_chosen_by_name_and_the_pages_tests_by_module() {
        let choice = Choice::only("build,page:laboratory,page:lessons").unwrap();
        assert!(choice.has("build") && choice.has("page") && !choice.has("native"));
        assert_eq!(choice.modules, ["laboratory", "lessons"]);
        assert!(names().all(|step| Choice::default().has(step) != ON_REQUEST.contains(&step)));
        for wrong in ["builds", "build:laboratory", "", "build,,page"] {
            let error = Choice::only(wrong).unwrap_err().to_string();
            assert!(error.contains("expected some of: setup, fmt"), "{error}");
        }
    }
}
