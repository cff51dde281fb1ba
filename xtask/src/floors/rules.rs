//! Rules of the house that a look at each file's text can hold.

use crate::process;
use anyhow::{Context, Result};
use std::path::Path;

/// What only a browser has. An actor names none of it.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "console_error_panic_hook"];

/// What only an operating system has. The engine is arithmetic alone: the same numbers, whenever and wherever it runs.
const MACHINE: [&str; 7] = ["std::fs", "std::env", "std::io", "std::net", "std::process", "std::thread", "std::time"];

/// The files of the worker that carry out what its actors give, or are measured.
const SHELL: [&str; 5] = ["shell.rs", "files.rs", "fetched.rs", "bench.rs", "main.rs"];

/// What runs a network. What draws gets what came of it: `measure` and `course::runs` have runs made, and a session that cannot be
/// changed asks no network.
const RUNNERS: [&str; 6] = ["Run::new(", "Run::with(", "run_at(", "Runner::new(", "Session::new(", "&mut Session"];

/// The files of the course that run networks: for whoever draws, and to check what is said.
const RUNNING: [&str; 2] = ["crates/course/src/runs.rs", "crates/course/src/lesson/check.rs"];

/// What a global that changes is made of. `LazyLock` and `OnceLock` are none: what ships with the page may be read once.
const CHANGEABLE: [&str; 3] = ["Mutex<", "RwLock<", "Atomic"];

/// What is wrong, a line each.
///
/// # Errors
/// When a file can't be read.
pub fn broken() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for folder in ["crates", "src", "tests"] {
        walk(&process::root().join(folder), &mut wrong)?;
    }
    wrong.sort();
    Ok(wrong)
}

/// Looks at every file below a folder.
fn walk(folder: &Path, wrong: &mut Vec<String>) -> Result<()> {
    let unread = || format!("{} could not be read", folder.display());
    for entry in std::fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        if path.is_dir() {
            walk(&path, wrong)?;
            continue;
        }
        let name = path.strip_prefix(process::root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name.ends_with(".rs") || name.ends_with("Cargo.toml") {
            let text = std::fs::read_to_string(&path).with_context(|| format!("{name} could not be read"))?;
            wrong.extend(faults(&name, &text));
        }
    }
    Ok(())
}

/// What is wrong with a file.
fn faults(name: &str, text: &str) -> Vec<String> {
    if name.ends_with("Cargo.toml") {
        let takes_over = text.contains("[lints]\nworkspace = true");
        return if takes_over { vec![] } else { vec![format!("{name}: `[lints] workspace = true` is missing")] };
    }
    let actor = name.strip_prefix("crates/worker/src/").is_some_and(|file| !SHELL.contains(&file));
    let component = name.starts_with("src/view/") && !name.starts_with("src/view/store/");
    let draws = component || name.starts_with("crates/course/src/") && !RUNNING.contains(&name);
    let mut wrong = Vec::new();
    let mut in_tests = false;
    for (number, line) in text.lines().enumerate() {
        in_tests |= line.trim() == "#[cfg(test)]";
        let code = line.split("//").next().unwrap_or_default();
        let mut tell = |what: String| wrong.push(format!("{name}:{}: {what}", number + 1));
        let switch = code.find("cfg(").or_else(|| code.find("cfg!(")).map(|at| &code[at..]);
        if switch.is_some_and(|switch| switch.contains("feature")) {
            tell("a feature switches code: only `target_arch` may, or what is tested is not what ships".to_owned());
        }
        if name.starts_with("src/") && line.trim() == "#[cfg(test)]" {
            tell("a test that nobody runs: the page's program is built for a browser alone; what is to be tested belongs into a crate".to_owned());
        }
        let is_engine = name.starts_with("crates/engine/src/") && !in_tests;
        if let Some(machine) = MACHINE.iter().find(|machine| is_engine && code.contains(**machine)) {
            tell(format!("the engine names `{machine}`: it is arithmetic, with no clock, no files and no threads"));
        }
        if let Some(browser) = BROWSER.iter().find(|browser| actor && code.contains(**browser)) {
            tell(format!("an actor names `{browser}`: an effect of `actor.rs` is to do that, in the shell"));
        }
        if let Some(runner) = RUNNERS.iter().find(|runner| draws && !in_tests && code.contains(**runner)) {
            tell(format!("a drawing names `{runner}`: others run networks, and a drawing gets what came of it"));
        }
        let declared = code.trim_start().trim_start_matches("pub ");
        let changes = declared.starts_with("static mut ")
            || (declared.starts_with("static ") && CHANGEABLE.iter().any(|kind| code.contains(kind)));
        // Components are the page's, and a page counts the names it gives out.
        let is_below = name.starts_with("crates/") && !name.starts_with("crates/kit/");
        if is_below && (changes || code.contains("thread_local!")) {
            tell("a global that changes: hand the value to whoever needs it, as `learn::task::Sets`".to_owned());
        }
        if name.starts_with("src/") && code.contains("engine::") && !code.contains("engine::trace") {
            tell("the page names the engine: `model::lab` runs it, and `engine::trace` is what it reads".to_owned());
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_rule_is_told_with_its_line() {
        let told = |name: &str, text: &str| faults(name, text).join("\n");
        assert!(told("crates/a/Cargo.toml", "[package]").contains("[lints] workspace = true"));
        assert_eq!(told("crates/a/Cargo.toml", "[lints]\nworkspace = true\n"), "");
        assert!(
            told("crates/a/src/lib.rs", "\n#[cfg(feature = \"x\")]").starts_with("crates/a/src/lib.rs:2: a feature")
        );
        assert!(told("src/main.rs", "if cfg!(feature = \"x\") {}").contains("a feature"));
        assert_eq!(told("src/main.rs", "#[cfg(target_arch = \"wasm32\")]\n// cfg(feature)"), "");
        assert!(told("crates/worker/src/trainer.rs", "use web_sys::Window;").contains("an actor names `web_sys`"));
        assert_eq!(told("crates/worker/src/shell.rs", "use web_sys::Window;"), "");
        let clock = "let start = std::time::Instant::now();";
        assert!(told("crates/engine/src/lstm.rs", clock).contains("the engine names `std::time`"));
        assert_eq!(told("crates/learn/src/lib.rs", clock), "");
        let running = "let run = Run::new(&settings, &sequence);";
        assert!(told("crates/course/src/compare/table.rs", running).contains("a drawing names `Run::new(`"));
        assert_eq!(told("crates/course/src/compare/table.rs", &format!("#[cfg(test)]\n{running}")), "");
        assert_eq!(told("crates/course/src/runs.rs", running), "");
        for global in ["thread_local! {", "static mut N: u8 = 0;", "pub static N: AtomicU8 = AtomicU8::new(0);"] {
            assert!(told("crates/learn/src/lib.rs", global).contains("a global that changes"), "{global}");
        }
        assert_eq!(told("crates/learn/src/lib.rs", "static N: LazyLock<u8> = LazyLock::new(|| 1);"), "");
        assert_eq!(told("crates/learn/src/lib.rs", "// No thread_local! here.\nlet n = AtomicU8::new(0);"), "");
        assert!(told("src/view/lane.rs", "fn f() {}\n#[cfg(test)]").contains("lane.rs:2: a test that nobody runs"));
        assert!(told("src/view/lane.rs", "use engine::run;").contains("the page names the engine"));
        assert_eq!(told("src/view/lane.rs", "use engine::trace::CellKind;"), "");
        assert!(told("src/view/lane.rs", running).contains("a drawing names `Run::new(`"));
        assert_eq!(told("src/view/store/compute.rs", running), "", "the store has the page's own run made");
        let told_by = "crates/course/src/results/papers.rs";
        assert!(told(told_by, "fn lane(session: &mut Session) {}").contains("a drawing names `&mut Session`"));
        assert_eq!(told("crates/measure/src/hears.rs", "use engine::run;"), "");
    }

    #[test]
    fn the_house_keeps_the_rules() {
        assert_eq!(broken().unwrap(), [""; 0]);
    }
}
