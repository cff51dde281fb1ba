//! `cargo xtask watch`: serves the page while it is worked on. A change is compiled without the release's
//! optimisation, and the page loads itself anew.
//!
//! Page and worker are one cargo call, so that the library is compiled once. A script that
//! only this server adds asks for news and waits; it is of the page's own origin, so the page's policy stays as it is.
//! The gallery of components is served at /gallery/ in the same way.

use crate::compile::{self, Failure, Order};
use crate::tools::Toolbox;
use crate::{gallery, layout, opening, process, serve};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::watch::Sender;
use unrolled_serve::{Answer, Folder, Request, Server, StatusCode};

/// How often the sources' ages are looked at: some hundred files, two milliseconds.
const PAUSE: Duration = Duration::from_millis(100);

/// What no part of the page is made of. All else is watched, so that a new folder is too.
const APART: [&str; 8] = ["benches", "dist", "docs", "examples", "node_modules", "target", "tests", "xtask"];

/// What is copied into the page's folder as it is.
const COPIED: [&str; 5] = ["css", "html", "js", "svg", "woff2"];

/// The script that loads the page anew.
const SCRIPT: &str = include_str!("reload.js");

/// Stands there until the page has been built for the first time.
const UNBUILT: &str = "<!doctype html><html lang=\"en\"><title>Unrolled</title><body><p>The page is being built.</p>\
    <script type=\"module\" src=\"reload.js?turn=0\"></script>";

/// Serves the page, and makes it anew at each change, until the process is ended.
///
/// # Errors
/// When a tool or the port can't be had, or the sources can't be read. What is wrong with the code is no error: it is shown.
pub fn watch(port: u16) -> Result<()> {
    let tools = Toolbox::ready()?;
    let workshop = Workshop::new(&process::root().join("target/watch"))?;
    let news = Arc::new(News::default());
    let _server = start(&news, &workshop.page, port)?;
    let mut known = BTreeMap::new();
    let mut broken = false;
    loop {
        let found = sources(process::root())?;
        let changed = changes(&known, &found);
        if changed.is_empty() {
            std::thread::sleep(PAUSE);
            continue;
        }
        println!("\nChanged: {}", list(&changed));
        known = found;
        let turn = turn_of(SystemTime::now());
        let start = Instant::now();
        let made = workshop.make(&tools, broken || !changed.iter().all(|file| is_copied(file)), &turn);
        let seconds = start.elapsed().as_secs_f64();
        match &made {
            Ok(()) => println!("The page is as the sources are, after {seconds:.1} s"),
            Err(error) => eprintln!("error: {error:#}\nThe page stays as it was ({seconds:.1} s)"),
        }
        broken = made.is_err();
        news.tell(turn, made.err().map(|error| message(&error)));
    }
}

/// Serves the page, with its news.
fn start(news: &Arc<News>, page: &Path, port: u16) -> Result<Server> {
    let (news, page) = (Arc::clone(news), Arc::new(Folder::new(page, "/")));
    serve::start(port, "watch", move |request| {
        let (news, page) = (Arc::clone(&news), Arc::clone(&page));
        async move { news.answer(&request, &page).await }
    })
}

/// Where the page is made.
struct Workshop {
    /// What is compiled, kept from turn to turn.
    built: PathBuf,
    /// The page as it is served.
    page: PathBuf,
}

impl Workshop {
    /// In a folder; without what is there of an earlier page.
    fn new(folder: &Path) -> Result<Self> {
        let workshop = Self { built: folder.join("built"), page: folder.join("page") };
        for folder in [&workshop.built, &workshop.page] {
            std::fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
        }
        let page = workshop.page.join("index.html");
        if page.is_file() {
            std::fs::remove_file(&page).with_context(|| format!("{} could not be removed", page.display()))?;
        }
        Ok(workshop)
    }

    /// Makes the page; the code only where it may have changed.
    fn make(&self, tools: &Toolbox, code: bool, turn: &str) -> Result<()> {
        let source = process::root().join("index.html");
        let page =
            std::fs::read_to_string(&source).with_context(|| format!("{} could not be read", source.display()))?;
        if code {
            let mut names = layout::programs(&page)?;
            names.push(gallery::PROGRAM);
            let order = Order { profile: "watch", programs: &names, ..Order::default() };
            let programs = compile::compile(tools, &order)?;
            std::thread::scope(|scope| {
                let bind = |program| scope.spawn(move || compile::bind(tools, program, &self.built));
                let bound: Vec<_> = programs.iter().map(bind).collect();
                bound.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| bail!("a thread has panicked")))
            })?;
            opening::write_texts(&opening::printed(tools)?, &self.built)?;
        }
        layout::lay_out(&page, &self.built, &self.page, &format!("reload.js?turn={turn}"))?;
        gallery::lay_out(&self.built, &self.page.join("gallery"), Some(&format!("../reload.js?turn={turn}")))
    }
}

/// The name of a turn: another one also where the server has been started again.
fn turn_of(now: SystemTime) -> String {
    now.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis().to_string()
}

/// What the page is to show of an error: what the compiler said of the code, if that is where it lies.
fn message(error: &anyhow::Error) -> String {
    let said = error.downcast_ref::<Failure>().map(|failure| failure.said.as_str()).filter(|said| !said.is_empty());
    said.map_or_else(|| format!("{error:#}"), str::to_owned)
}

/// Whether a change of a file needs no compiler.
fn is_copied(file: &Path) -> bool {
    file.extension().is_some_and(|ending| COPIED.iter().any(|copied| ending == *copied))
}

/// The first files, and how many more there are.
fn list(files: &[PathBuf]) -> String {
    let names: Vec<_> = files.iter().take(3).map(|file| file.to_string_lossy()).collect();
    let more = files.len() - names.len();
    if more == 0 { names.join(", ") } else { format!("{} and {more} more", names.join(", ")) }
}

/// The age of each file that the page is made of, by its path below `root`.
fn sources(root: &Path) -> Result<BTreeMap<PathBuf, SystemTime>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let path = root.join(&folder);
        for entry in std::fs::read_dir(&path).with_context(|| format!("{} could not be read", path.display()))? {
            let Ok(entry) = entry else { continue };
            let name = folder.join(entry.file_name());
            if !is_source(&name) {
                continue;
            }
            // What has gone meanwhile is seen to be gone.
            match entry.metadata() {
                Ok(data) if data.is_dir() => folders.push(name),
                Ok(data) => drop(data.modified().map(|age| found.insert(name, age))),
                Err(_) => {}
            }
        }
    }
    Ok(found)
}

/// Whether the page may be made of what lies there: not of what editors leave for a moment.
fn is_source(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let apart = path.components().count() == 1 && APART.contains(&name.as_ref());
    name == ".cargo" || !(apart || name.starts_with('.') || name.ends_with('~') || name.ends_with(".md"))
}

/// The files that have come, gone or changed.
fn changes(before: &BTreeMap<PathBuf, SystemTime>, after: &BTreeMap<PathBuf, SystemTime>) -> Vec<PathBuf> {
    let changed = after.iter().filter(|(file, age)| before.get(*file) != Some(age)).map(|(file, _)| file);
    let gone = before.keys().filter(|file| !after.contains_key(*file));
    changed.chain(gone).cloned().collect()
}

/// What the open pages are told: what came of the last turn.
#[derive(Default)]
struct News(Sender<Latest>);

#[derive(Clone, Default)]
struct Latest {
    /// Empty before the first.
    turn: String,
    error: Option<String>,
}

impl News {
    /// Tells all who wait what came of a turn, and all who ask from now on.
    fn tell(&self, turn: String, error: Option<String>) {
        self.0.send_replace(Latest { turn, error });
    }

    /// Answers a request of a page: at once, but for one that asks for news while there is none.
    async fn answer(&self, request: &Request, page: &Folder) -> Answer {
        match request.path.as_str() {
            "/reload" => {
                let Latest { turn, error } = self.after(&request.query).await;
                let news = serde_json::json!({ "turn": turn, "error": error });
                Answer::found("application/json", news.to_string())
            }
            "/reload.js" => Answer::found("text/javascript; charset=utf-8", SCRIPT),
            path => match page.answer(path) {
                answer if answer.status == StatusCode::NOT_FOUND && matches!(path, "/" | "/index.html") => {
                    Answer::found("text/html; charset=utf-8", UNBUILT)
                }
                answer => answer,
            },
        }
    }

    /// What came of the first turn that is another than `seen`.
    async fn after(&self, seen: &str) -> Latest {
        let mut told = self.0.subscribe();
        let news = told.wait_for(|latest| !latest.turn.is_empty() && latest.turn != seen).await;
        // Who tells is here as long as this.
        news.map(|latest| latest.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn sources_are_watched_and_what_is_made_of_them_is_not() {
        for source in [
            "src",
            "crates/words/src/page.rs",
            "crates/engine/src/lib.rs",
            "static/style.css",
            "index.html",
            ".cargo",
            "crates",
            "src/tests",
        ] {
            assert!(is_source(Path::new(source)), "{source}");
        }
        for other in ["target", "dist", ".git", "src/.words.rs.swp", "src/words.rs~", "README.md", "tests", "xtask"] {
            assert!(!is_source(Path::new(other)), "{other}");
        }
        let found = sources(process::root()).unwrap();
        assert!(found.contains_key(Path::new(".cargo/config.toml")));
        assert!(found.contains_key(Path::new("crates/course/src/lesson/content/01-sequences.txt")));
        assert!(!found.keys().any(|file| file.starts_with("tests")));
    }

    #[test]
    fn a_file_that_comes_goes_or_changes_is_a_change() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let files = |all: &[(&str, u64)]| all.iter().map(|(file, age)| (PathBuf::from(file), at(*age))).collect();
        let before: BTreeMap<_, _> = files(&[("kept", 1), ("changed", 1), ("gone", 1)]);
        let after = files(&[("kept", 1), ("changed", 2), ("new", 1)]);
        assert_eq!(changes(&before, &after), ["changed", "new", "gone"].map(PathBuf::from));
        assert!(changes(&before, &before).is_empty());
    }

    #[test]
    fn a_style_is_copied_and_prose_that_is_compiled_in_is_not() {
        for copied in ["static/style.css", "index.html", "static/fonts/sans.woff2"] {
            assert!(is_copied(Path::new(copied)), "{copied}");
        }
        for code in [
            "crates/words/src/page.rs",
            "crates/course/src/lesson/content/01-sequences.txt",
            "static/sets/sunspots-yearly.csv",
            "Cargo.lock",
        ] {
            assert!(!is_copied(Path::new(code)), "{code}");
        }
    }

    #[test]
    fn a_page_shows_what_the_compiler_said_and_else_the_error() {
        let code = |said: &str| anyhow::Error::from(Failure { said: said.to_owned() }).context("`cargo` failed");
        assert_eq!(message(&code("error[E0425]: cannot find value")), "error[E0425]: cannot find value");
        assert_eq!(message(&code("")), "`cargo` failed: the code does not compile");
        assert_eq!(message(&anyhow::anyhow!("no policy").context("index.html")), "index.html: no policy");
    }

    /// Asks a server for a path; the answer comes when it is read.
    fn ask(address: &str, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    fn read(mut stream: TcpStream) -> String {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn who_asks_for_news_gets_it_when_there_is_some() {
        let news = Arc::new(News::default());
        let server = start(&news, Path::new("/nowhere"), 0).unwrap();
        let address = server.address().to_string();
        let waits = ask(&address, "/reload?0");
        assert!(read(ask(&address, "/")).contains("being built"));
        news.tell("7".to_owned(), Some("no".to_owned()));
        assert!(read(waits).ends_with(r#"{"error":"no","turn":"7"}"#));
        assert!(read(ask(&address, "/reload?6")).ends_with(r#"{"error":"no","turn":"7"}"#), "at once");
        let waits = ask(&address, "/reload?7");
        assert!(read(ask(&address, "/reload.js")).contains("location.reload()"));
        news.tell("8".to_owned(), None);
        assert!(read(waits).ends_with(r#"{"error":null,"turn":"8"}"#));
    }
}
