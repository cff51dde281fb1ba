//! `cargo xtask watch`: serves the page while it is worked on. A change is compiled without the release's
//! optimisation, and the page loads itself anew.
//!
//! Page and worker are one cargo call, so that the library is compiled once. A script that
//! only this server adds asks for news and waits; it is of the page's own origin, so the page's policy stays as it is.

use crate::compile::{self, Failure, Order};
use crate::layout;
use crate::tools::Toolbox;
use crate::{process, serve};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tiny_http::{Request, Response};

/// How often the sources' ages are looked at: some hundred files, two milliseconds.
const PAUSE: Duration = Duration::from_millis(100);

/// What no part of the page is made of. All else is watched, so that a new folder is too.
const APART: [&str; 8] = ["benches", "dist", "docs", "examples", "node_modules", "target", "tests", "xtask"];

/// What is copied into the page's folder as it is.
const COPIED: [&str; 4] = ["css", "html", "js", "svg"];

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
    let server = serve::listen(port, "watch")?;
    let news = News::default();
    std::thread::scope(|scope| {
        scope.spawn(|| serve::answer_all(&server, |request| news.answer(request, &workshop.page)));
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
            let names = layout::programs(&page)?;
            let order = Order { profile: "watch", programs: &names };
            let programs = compile::compile(tools, &order)?;
            std::thread::scope(|scope| {
                let bind = |program| scope.spawn(move || compile::bind(tools, program, &self.built));
                let bound: Vec<_> = programs.iter().map(bind).collect();
                bound.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| bail!("a thread has panicked")))
            })?;
        }
        layout::lay_out(&page, &self.built, &self.page, &format!("reload.js?turn={turn}"))
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

/// What the open pages are told.
#[derive(Default)]
struct News(Mutex<Latest>);

/// The last turn, and who waits for the next.
#[derive(Default)]
struct Latest {
    /// Empty before the first.
    turn: String,
    error: Option<String>,
    waiting: Vec<Request>,
}

impl News {
    /// Tells all who wait what came of a turn, and all who ask from now on.
    fn tell(&self, turn: String, error: Option<String>) {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (latest.turn, latest.error) = (turn, error);
        for request in std::mem::take(&mut latest.waiting) {
            latest.answer(request);
        }
    }

    /// Answers a request of a page: at once, but for one that asks for news while there is none.
    fn answer(&self, request: Request, page: &Path) {
        let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
        match path {
            "/reload" => {
                let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                if latest.turn.is_empty() || latest.turn == query {
                    latest.waiting.push(request);
                } else {
                    latest.answer(request);
                }
            }
            "/reload.js" => respond(request, SCRIPT, "text/javascript; charset=utf-8"),
            "/" | "/index.html" if !page.join("index.html").is_file() => {
                respond(request, UNBUILT, "text/html; charset=utf-8");
            }
            _ => serve::answer(request, page),
        }
    }
}

impl Latest {
    fn answer(&self, request: Request) {
        let news = serde_json::json!({ "turn": self.turn, "error": self.error });
        respond(request, &news.to_string(), "application/json");
    }
}

fn respond(request: Request, text: &str, content_type: &str) {
    // A browser that went away is no fault of the server's.
    let _ = request.respond(serve::with_headers(Response::from_string(text), content_type));
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
        assert!(is_copied(Path::new("static/style.css")) && is_copied(Path::new("index.html")));
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
        let server = tiny_http::Server::http("127.0.0.1:0").unwrap();
        let address = server.server_addr().to_string();
        let (news, page) = (News::default(), Path::new("/nowhere"));
        std::thread::scope(|scope| {
            scope.spawn(|| server.incoming_requests().for_each(|request| news.answer(request, page)));
            let waits = ask(&address, "/reload?0");
            assert!(read(ask(&address, "/")).contains("being built"));
            news.tell("7".to_owned(), Some("no".to_owned()));
            assert!(read(waits).ends_with(r#"{"error":"no","turn":"7"}"#));
            assert!(read(ask(&address, "/reload?6")).ends_with(r#"{"error":"no","turn":"7"}"#), "at once");
            let waits = ask(&address, "/reload?7");
            assert!(read(ask(&address, "/reload.js")).contains("location.reload()"));
            news.tell("8".to_owned(), None);
            assert!(read(waits).ends_with(r#"{"error":null,"turn":"8"}"#));
            server.unblock();
        });
    }
}
