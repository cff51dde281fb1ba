//! `cargo xtask test --changed`: which checks a change can break. One table from places to steps and to modules of the
//! page's tests; what the table does not know can break everything.

use crate::process;
use crate::suite::Choice;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// What a change of files in one place can break.
struct Rule {
    /// Files, or beginnings of paths: the first rule that has a file's is the file's.
    places: &'static [&'static str],
    about: &'static str,
    /// Steps of `cargo xtask test`; [`ALL`] is every one.
    steps: &'static [&'static str],
    /// Modules of `tests/page`, for the step `page`; [`ALL`] is every one.
    modules: &'static [&'static str],
}

/// Stands for every step, or every module.
const ALL: &[&str] = &["*"];

/// For what is only read by people.
const TOLD: &[&str] = &["fmt", "doc"];

/// For Rust that the page is compiled from.
const CODE: &[&str] = &["fmt", "floors", "clippy", "clippy-wasm", "doc", "native", "wasm", "build", "size", "page"];

/// For what training shows, and what of it stands elsewhere.
const TRAINS: &[&str] =
    &["training", "tabs", "own_data", "own_text", "results", "lessons", "laboratory", "worker", "dump"];

const RULES: &[Rule] = &[
    Rule {
        places: &["docs/", "LICENSE", ".gitignore", ".ci/"],
        about: "nothing is made of it",
        steps: &[],
        modules: &[],
    },
    Rule {
        places: &[
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "benches/peers/README.md",
            "static/sets/README.md",
            "crates/course/src/lesson/content/README.md",
        ],
        about: "prose about the code",
        steps: TOLD,
        modules: &[],
    },
    Rule { places: &["rustfmt.toml"], about: "how code is written", steps: &["fmt"], modules: &[] },
    Rule { places: &["clippy.toml"], about: "what lints ask", steps: &["clippy", "clippy-wasm"], modules: &[] },
    Rule {
        places: &["xtask/src/size.rs"],
        about: "the page's limits",
        steps: &["fmt", "xtask", "floors", "clippy", "doc", "build", "size"],
        modules: &[],
    },
    Rule {
        places: &[
            "Trunk.toml",
            "xtask/src/bundle.rs",
            "xtask/src/csp.rs",
            "xtask/src/html.rs",
            "xtask/src/offline.rs",
            "xtask/src/slim.rs",
            "xtask/src/tools.rs",
        ],
        about: "how the page is built",
        steps: &["setup", "fmt", "xtask", "floors", "clippy", "doc", "build", "size", "page"],
        modules: &["starting", "policy", "opening", "offline", "worker"],
    },
    Rule {
        places: &["static/service_worker.js", "static/manifest.webmanifest", "static/icons/", "src/view/offline.rs"],
        about: "what keeps the page for use without a network",
        steps: &["fmt", "xtask", "floors", "clippy-wasm", "build", "size", "page"],
        modules: &["offline", "policy"],
    },
    Rule {
        places: &["xtask/src/browser.rs"],
        about: "the browser that tests run in",
        steps: &["setup", "fmt", "xtask", "floors", "clippy", "doc", "wasm", "build", "page"],
        modules: &["opening"],
    },
    Rule {
        places: &["xtask/"],
        about: "the project's own tools",
        steps: &["fmt", "xtask", "floors", "clippy", "doc"],
        modules: &[],
    },
    Rule {
        places: &["index.html", "static/icon.svg"],
        about: "what stands there until the page starts",
        steps: &["build", "size", "page"],
        modules: &["starting", "policy", "opening", "worker"],
    },
    Rule {
        places: &["static/laboratory.css"],
        about: "the style of what opens later",
        steps: &["build", "size", "page"],
        modules: &["laboratory", "lessons", "training", "results", "own_data", "own_text", "dump"],
    },
    Rule {
        places: &["static/lesson.css", "static/reference.css"],
        about: "the style of lessons and of Reference",
        steps: &["build", "size", "page"],
        modules: &["lessons", "texts", "layout", "dump"],
    },
    Rule {
        places: &["static/views.css", "static/results.css", "static/compare.css", "static/choose.css"],
        about: "the style of Compare, Choose and Results",
        steps: &["build", "size", "page"],
        modules: &["results", "lessons", "training", "texts", "dump"],
    },
    Rule {
        places: &["static/present.css"],
        about: "the style for a class",
        steps: &["build", "size", "page"],
        modules: &["present", "dump"],
    },
    Rule {
        places: &["static/style.css", "static/fonts/"],
        about: "the style of the whole page, and its fonts",
        steps: &["build", "size", "page"],
        modules: ALL,
    },
    Rule {
        places: &["crates/kit/", "static/kit.css", "static/kit_later.css", "static/tokens.css"],
        about: "the page's components, and the gallery of them",
        steps: CODE,
        modules: &["gallery"],
    },
    Rule {
        places: &["static/worker_loader.js"],
        about: "what starts each worker",
        steps: &["build", "size", "page"],
        modules: &["worker", "training", "laboratory", "lessons"],
    },
    Rule {
        places: &["static/sets/"],
        about: "data to learn from",
        steps: &["native", "build", "size", "page", "benches"],
        modules: &["series", "sequences", "training", "own_data", "results", "lessons", "dump"],
    },
    Rule {
        places: &["static/weights/"],
        about: "trained weights and recorded losses",
        steps: &["native", "build", "size", "page"],
        modules: &["weights", "training"],
    },
    Rule {
        places: &["tests/wasm.rs"],
        about: "tests of the WebAssembly",
        steps: &["fmt", "clippy", "clippy-wasm", "wasm"],
        modules: &[],
    },
    Rule {
        places: &["tests/fixtures/views.txt", "tests/browser/quiet.js", "tests/browser/tree.js"],
        about: "what stands in every view, and how it is read",
        steps: &["build", "page"],
        modules: &["dump"],
    },
    Rule {
        places: &["tests/fixtures/cases/"],
        about: "files as people have them",
        steps: &["native", "fuzz"],
        modules: &[],
    },
    Rule {
        places: &["tests/fixtures/"],
        about: "PyTorch's numbers",
        steps: &["native", "wasm", "build", "page"],
        modules: &["opening", "equations"],
    },
    Rule {
        places: &["tests/fixture/"],
        about: "how PyTorch's numbers are read",
        steps: &["fmt", "clippy", "clippy-wasm", "native", "wasm", "build", "page"],
        modules: &["opening", "equations"],
    },
    Rule {
        places: &[
            "tests/bench.rs",
            "tests/start.rs",
            "tests/browser/drag.js",
            "tests/browser/train.js",
            "tests/browser/answer.js",
            "tests/browser/shift.js",
        ],
        about: "what is measured in a browser",
        steps: &["fmt", "clippy", "build", "benches"],
        modules: &[],
    },
    Rule {
        places: &["tests/browser/", "tests/page/"],
        about: "what the page's tests share",
        steps: &["fmt", "clippy", "build", "page", "benches"],
        modules: ALL,
    },
    Rule {
        places: &["tests/interop/"],
        about: "what `cargo xtask test --interop` runs, apart from the steps",
        steps: &[],
        modules: &[],
    },
    Rule {
        places: &["tests/"],
        about: "tests of the engine and the library",
        steps: &["fmt", "clippy", "native"],
        modules: &[],
    },
    Rule {
        places: &["benches/losses.js", "benches/losses.mjs", "benches/module.mjs"],
        about: "training under Node",
        steps: &["build", "page", "benches"],
        modules: &["training"],
    },
    Rule { places: &["benches/"], about: "what is measured", steps: &["build", "benches"], modules: &[] },
    Rule {
        places: &["examples/"],
        about: "programs for those who write lessons and fixtures",
        steps: &["fmt", "clippy", "native"],
        modules: &[],
    },
    Rule {
        places: &["crates/worker/src/bench.rs"],
        about: "what is measured in a worker",
        steps: &["fmt", "floors", "clippy-wasm", "doc", "build", "size", "page", "benches"],
        modules: &["training"],
    },
    Rule {
        places: &["crates/worker/", "crates/port/"],
        about: "the actors, and what they say to the page",
        steps: CODE,
        modules: &[
            "worker",
            "capabilities",
            "tabs",
            "training",
            "own_data",
            "own_text",
            "results",
            "lessons",
            "laboratory",
            "dump",
        ],
    },
    Rule {
        places: &["crates/serve/"],
        about: "the server of the page and of its tests",
        steps: &["fmt", "xtask", "floors", "clippy", "doc", "native", "page"],
        modules: &["opening", "capabilities", "series"],
    },
    Rule {
        places: &["crates/course/src/lesson/content/"],
        about: "prose of lessons and reference",
        steps: &["native", "build", "size", "page"],
        modules: &["lessons", "dump"],
    },
    Rule {
        places: &["crates/course/src/lesson/", "crates/course/src/choose/", "crates/course/src/compare/"],
        about: "lessons, reference and advice",
        steps: CODE,
        modules: &["lessons", "results", "training", "policy", "dump"],
    },
    Rule { places: &["crates/course/src/results/"], about: "sweeps and papers", steps: &["*"], modules: TRAINS },
    Rule {
        places: &["crates/learn/", "crates/measure/src/training/", "src/view/train/"],
        about: "training and its tasks",
        steps: &["*"],
        modules: TRAINS,
    },
    Rule {
        places: &["crates/measure/", "src/view/pictures/"],
        about: "the laboratory's pictures",
        steps: CODE,
        modules: &["laboratory", "lessons", "series", "sequences", "training", "table", "dump"],
    },
];

/// A module of the page's tests breaks nothing but itself; what it shares with others is none.
fn module_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix("tests/page/")?.strip_suffix(".rs")?;
    (!matches!(name, "main" | "number")).then_some(name)
}

/// What a change of files can break, and why: for each place its files, and what is run for them.
fn choose(files: &[String]) -> (Choice, Vec<String>) {
    let mut why: BTreeMap<String, usize> = BTreeMap::new();
    let (mut steps, mut modules) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        let (place, about, of, on) = match (module_of(file), rule_of(file)) {
            (Some(module), _) => {
                (file.as_str(), "tests of the page", vec!["fmt", "clippy", "build", "page"], vec![module])
            }
            (None, Some((place, rule))) => (place, rule.about, rule.steps.to_vec(), rule.modules.to_vec()),
            (None, None) => (file.as_str(), "anything may hang on it", ALL.to_vec(), ALL.to_vec()),
        };
        *why.entry(format!("{place}: {about}: {}", runs(&of, &on))).or_default() += 1;
        steps.extend(of.into_iter().map(str::to_owned));
        modules.extend(on.into_iter().map(str::to_owned));
    }
    let why = why
        .into_iter()
        .map(|(line, files)| format!("{files:>4} {} in {line}", if files == 1 { "file" } else { "files" }));
    let every = |names: &BTreeSet<String>| names.contains(ALL[0]);
    let choice = Choice {
        steps: (!every(&steps)).then(|| steps.iter().cloned().collect()),
        modules: if every(&modules) { vec![] } else { modules.iter().cloned().collect() },
    };
    (choice, why.collect())
}

/// The rule of a file, and which of its places the file is in.
fn rule_of(file: &str) -> Option<(&'static str, &'static Rule)> {
    RULES.iter().find_map(|rule| {
        let inside = |place: &&&str| if place.ends_with('/') { file.starts_with(**place) } else { file == **place };
        Some((*rule.places.iter().find(inside)?, rule))
    })
}

/// What is run, in words.
fn runs(steps: &[&str], modules: &[&str]) -> String {
    match (steps, modules) {
        ([], _) => "nothing".to_owned(),
        (["*"], ["*"]) => "everything".to_owned(),
        (["*"], _) => format!("every step, of the page's tests {}", modules.join(", ")),
        (_, [] | ["*"]) => steps.join(", "),
        _ => format!("{}, of the page's tests {}", steps.join(", "), modules.join(", ")),
    }
}

/// What has changed since `base`, or since this branch left `main`, and can be broken by that. Says what is chosen.
///
/// # Errors
/// When git can't be asked, or knows no such base.
pub fn choice(base: Option<&str>) -> Result<Choice> {
    let base = match base {
        Some(base) => base.to_owned(),
        None => ["main", "origin/main"]
            .into_iter()
            .find_map(|branch| git(&["merge-base", branch, "HEAD"]).ok())
            .unwrap_or_else(|| "HEAD".to_owned()),
    };
    let commit = git(&["rev-parse", "--short", "--verify", &format!("{base}^{{commit}}")])?;
    let changed = git(&["diff", "--name-only", "--no-renames", &commit])?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    let files: Vec<String> = changed.lines().chain(new.lines()).map(str::to_owned).collect();
    let (choice, why) = choose(&files);
    println!("Since {commit}, {} files have changed:\n{}", files.len(), why.join("\n"));
    Ok(choice)
}

fn git(arguments: &[&str]) -> Result<String> {
    let output = process::program("git").args(arguments).output().context("git could not be started")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`git {}` failed: {}", arguments.join(" "), said.trim());
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suite;

    #[track_caller]
    fn chosen(files: &[&str]) -> Choice {
        choose(&files.iter().map(|&file| file.to_owned()).collect::<Vec<_>>()).0
    }

    #[track_caller]
    fn assert_chosen(files: &[&str], steps: &[&str], modules: &[&str]) {
        let choice = chosen(files);
        let found: BTreeSet<String> = choice.steps.expect("not everything").into_iter().collect();
        assert_eq!(found, steps.iter().map(|&step| step.to_owned()).collect());
        assert_eq!(choice.modules, modules);
    }

    #[test]
    fn prose_about_the_code_breaks_no_code() {
        assert_chosen(&["README.md", "docs/lab.png"], &["fmt", "doc"], &[]);
        assert_chosen(&["docs/lab.png"], &[], &[]);
        assert_chosen(&[], &[], &[]);
    }

    #[test]
    fn the_engine_and_what_is_unknown_can_break_everything() {
        for file in
            ["engine/src/engine/lstm.rs", "src/view/lane.rs", "src/words.rs", "Cargo.lock", "crates/new/src/lib.rs"]
        {
            let all = chosen(&["README.md", "tests/page/theme.rs", file]);
            assert_eq!((all.steps, all.modules), (None, vec![]), "{file}");
        }
    }

    #[test]
    fn a_module_of_the_pages_tests_breaks_itself_and_what_they_share_all() {
        assert_chosen(
            &["tests/page/theme.rs", "tests/page/table.rs"],
            &["fmt", "clippy", "build", "page"],
            &["table", "theme"],
        );
        let shared = chosen(&["tests/page/number.rs", "tests/page/theme.rs"]);
        assert!(shared.steps.is_some_and(|steps| steps.iter().any(|step| step == "page")));
        assert_eq!(shared.modules, [""; 0]);
    }

    #[test]
    fn a_part_of_the_page_is_tested_where_it_shows() {
        assert_chosen(&["xtask/src/watch.rs"], &["fmt", "xtask", "floors", "clippy", "doc"], &[]);
        assert_chosen(
            &["crates/course/src/lesson/content/05-lstm.txt"],
            &["native", "build", "size", "page"],
            &["dump", "lessons"],
        );
        let pictures = chosen(&["src/view/pictures/chain.rs"]);
        assert!(pictures.modules.iter().any(|module| module == "laboratory"));
        assert!(
            pictures
                .steps
                .is_some_and(|steps| ["native", "build", "page"].iter().all(|step| steps.iter().any(|s| s == step)))
        );
    }

    #[test]
    fn the_table_knows_only_what_there_is() {
        let root = process::root();
        for rule in RULES {
            for place in rule.places {
                assert!(root.join(place).exists(), "{place} is no file or folder: the table is out of date");
            }
            for step in rule.steps.iter().filter(|step| **step != "*") {
                assert!(suite::names().any(|name| name == *step), "{step} is no step");
            }
            for module in rule.modules.iter().filter(|module| **module != "*") {
                assert!(root.join(format!("tests/page/{module}.rs")).is_file(), "{module} is no module");
            }
            assert_eq!(
                rule.modules.is_empty(),
                !rule.steps.iter().any(|step| ["page", "*"].contains(step)),
                "{}",
                rule.about
            );
        }
    }

    #[test]
    fn what_is_chosen_is_told() {
        let (_, why) =
            choose(&["xtask/src/watch.rs", "xtask/src/main.rs", "crates/engine/src/lib.rs"].map(str::to_owned));
        assert_eq!(
            why,
            [
                "   1 file in crates/engine/src/lib.rs: anything may hang on it: everything",
                "   2 files in xtask/: the project's own tools: fmt, xtask, floors, clippy, doc"
            ]
        );
    }
}
