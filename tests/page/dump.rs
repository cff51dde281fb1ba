//! What stands in every view: controls with their names and states, texts and numbers, as they stood when
//! `fixtures/views.txt` was written. Where a change is meant, `UNROLLED_WRITE=1` writes the file anew.
//!
//! Each address is a section, and each region of the page a part of it. Where a section before has the same region, only
//! that section is named. Of a long list the first lines stand there and a hash of the rest, of a long link its beginning
//! and a hash.
//!
//! Left out is what may differ between machines: in Compare the name of the browser and the number of threads; below the
//! chart how many decades there are to a line, which hangs on its height; sizes, colours and places of whatever is drawn.
//! Nothing trains, so nothing is measured: what was recorded stands there as it is shipped.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use course::lesson::lessons;
use model::keys::{PICTURES, SEQUENCES};

use crate::browser::{Page, Setup};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/views.txt");
/// Counts what is under way in the page and its workers.
pub const QUIET: &str = include_str!("../browser/quiet.js");
/// Reads what is in sight.
const TREE: &str = include_str!("../browser/tree.js");
/// Unfolds all that is folded, and remembers what was.
const UNFOLD: &str = "window.unfolded = new Set(document.querySelectorAll('details:not([open])')); \
    window.unfolded.forEach(details => details.open = true);";
/// How many browsers read views at a time.
const BROWSERS: usize = 2;
/// How many lines of a difference are shown.
const SHOWN: usize = 8;

/// A view: its address, an element that stands there once its workers have drawn, and a button that is pressed then.
pub struct View {
    pub address: String,
    pub drawn: &'static str,
    pub pressed: &'static str,
}

/// A region's name and its lines.
type Region = (String, Vec<String>);

fn view(address: impl Into<String>, drawn: &'static str) -> View {
    View { address: address.into(), drawn, pressed: "" }
}

/// All of them.
pub fn views() -> Vec<View> {
    const LAB: &str = "#pictures input";
    const STEP: &str = ".lesson-place";
    const LANE: &str = "#train-gru-progress [data-step]";
    let mut all = vec![view("view=lab", LAB)];
    all.push(view("view=start", ".start-figure:not(.start-going) .start-number"));
    // Two pictures are of networks that have learned a task.
    let trained = |picture| match picture {
        "gates" => "sequence=example&task=agreement&trained=3000&",
        "brackets" => "sequence=example&task=brackets&trained=3000&",
        _ => "",
    };
    let figure = "#laboratory :is(details table, .picture details)";
    all.extend(PICTURES.map(|picture| view(format!("{}picture={picture}", trained(picture)), figure)));
    all.extend(SEQUENCES.map(|sequence| view(format!("sequence={sequence}"), LAB)));
    all.extend(
        ["", "&task=adding&t_knob=20", "&task=co2", "&task=entities&t_knob=5"]
            .map(|task| view(format!("view=train{task}"), LANE)),
    );
    all.push(view("view=results", "#results .verdict"));
    all.push(view("view=compare", ".claims tbody tr"));
    all.push(view("view=choose", ".advice h3"));
    let pages = ["overview", "mistakes", "faq", "glossary", "notation", "sources", "class", "pros"];
    all.extend(pages.map(|page| view(format!("view=reference&page={page}"), ".reference article")));
    all.extend(lessons().iter().map(|(key, _)| view(format!("lesson={key}.1"), STEP)));
    // Questions, a program and a table that runs fill, each before its answer and with it.
    for step in ["vanishing.2", "vanishing.4", "yourself.2", "transformer.2"] {
        all.extend([view(format!("lesson={step}"), STEP), view(format!("lesson={step}&shown=yes"), STEP)]);
    }
    all.push(view("units=4&lock=units,seed&hide=views,gain", LAB));
    all.push(view("present=yes", LAB));
    all.push(view("cell=gru&at=5&unit=2&part=update&equations=backward&pass=forward&step=4", LAB));
    all.push(view("reset_before=yes&coupled=yes&relu=yes&closed=lstm.output&start_rnn=orthogonal", LAB));
    all.push(view("bias=big&evil=1&lock=unitz", LAB));
    all.push(View { pressed: "#numbers-open", ..view("units=3", LAB) });
    all.push(View { pressed: "#keys-open", ..view("units=2", LAB) });
    all
}

/// Opens a view in a page that nothing was ever kept of, with all that it folds away, and waits until nothing is under way.
pub fn open(page: &Page, view: &View) {
    page.open_anew(&view.address);
    page.wait_until("it is drawn", &format!("document.querySelector('{}')", view.drawn));
    page.wait_until(
        "styles are loaded",
        "[...document.querySelectorAll('link[rel=stylesheet]')].every(link => link.sheet)",
    );
    page.wait_until("nothing is under way", "window.quiet()");
    if !view.pressed.is_empty() {
        page.script("document.querySelector(arguments[0]).click()", vec![view.pressed.into()]);
        page.wait_until("it opens", "document.querySelector('dialog[open] table, dialog[open] dl')");
    }
    page.script(UNFOLD, vec![]);
    page.settle();
    page.wait_until("nothing is under way", "window.quiet()");
}

/// Reads the regions of a view.
fn read(page: &Page, view: &View) -> Vec<Region> {
    open(page, view);
    serde_json::from_value(page.script(TREE, vec![])).unwrap()
}

/// The views' regions, read by a few browsers.
fn read_all(views: &[View]) -> Vec<Vec<Region>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let page = Setup::default().running_first(QUIET).in_workers(QUIET).open("view=lab");
        let mut read_here = vec![];
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(view) = views.get(number) else { return read_here };
            read_here.push((number, read(&page, view)));
        }
    };
    let mut all: Vec<(usize, Vec<Region>)> = std::thread::scope(|scope| {
        let readers = [(); BROWSERS].map(|()| scope.spawn(work));
        readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, regions)| regions).collect()
}

/// The views as they stand in the fixture: an address after `# `, regions after `## `, and the lines of each.
fn written(views: &[View], read: &[Vec<Region>]) -> String {
    let mut before: HashMap<&Region, &str> = HashMap::new();
    let mut all = String::new();
    for (view, regions) in views.iter().zip(read) {
        writeln!(all, "# {}", view.address).unwrap();
        for region in regions {
            let (name, lines) = region;
            if let Some(address) = before.get(region) {
                writeln!(all, "## {name}: as in #{address}").unwrap();
                continue;
            }
            writeln!(all, "## {name}").unwrap();
            lines.iter().for_each(|line| writeln!(all, "{line}").unwrap());
            before.insert(region, &view.address);
        }
    }
    all
}

/// The sections, each by its address.
fn sections(all: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = vec![];
    for line in all.lines() {
        match (line.strip_prefix("# "), found.last_mut()) {
            (Some(address), _) => found.push((address, vec![])),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => {}
        }
    }
    found
}

/// The first lines that differ between two sections: what is gone after `-`, what has come after `+`.
fn difference(before: &[&str], now: &[&str]) -> String {
    // How many lines, of those from each place on, the two have in common.
    let mut common = vec![vec![0; now.len() + 1]; before.len() + 1];
    for (b, gone) in before.iter().enumerate().rev() {
        for (n, come) in now.iter().enumerate().rev() {
            common[b][n] = if gone == come { common[b + 1][n + 1] + 1 } else { common[b + 1][n].max(common[b][n + 1]) };
        }
    }
    let (mut b, mut n) = (0, 0);
    let mut lines = vec![];
    while b < before.len() || n < now.len() {
        if b < before.len() && n < now.len() && before[b] == now[n] {
            (b, n) = (b + 1, n + 1);
        } else if n == now.len() || (b < before.len() && common[b + 1][n] >= common[b][n + 1]) {
            lines.push(format!("- {}\n", before[b]));
            b += 1;
        } else {
            lines.push(format!("+ {}\n", now[n]));
            n += 1;
        }
    }
    let more = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    lines.concat() + &if more > 0 { format!("... and {more} more\n") } else { String::new() }
}

#[test]
fn every_view_has_the_controls_names_and_texts_that_it_had() {
    let views = views();
    let now = written(&views, &read_all(&views));
    if std::env::var("UNROLLED_WRITE").is_ok_and(|write| write == "1") {
        return std::fs::write(FIXTURE, now).unwrap();
    }
    let before = std::fs::read_to_string(FIXTURE).unwrap_or_else(|error| panic!("{FIXTURE}: {error}"));
    let (before, now) = (sections(&before), sections(&now));
    let mut differ = vec![];
    for (address, lines) in &now {
        match before.iter().find(|(other, _)| other == address) {
            Some((_, own)) if own == lines => {}
            Some((_, own)) => differ.push(format!("#{address}\n{}", difference(own, lines))),
            None => differ.push(format!("#{address} is new\n")),
        }
    }
    let gone = before.iter().filter(|(address, _)| !now.iter().any(|(other, _)| other == address));
    differ.extend(gone.map(|(address, _)| format!("#{address} is read no more\n")));
    assert!(
        differ.is_empty(),
        "{} of {} views differ. If that is meant, UNROLLED_WRITE=1 writes {FIXTURE} anew.\n{}",
        differ.len(),
        now.len(),
        differ.join("\n")
    );
}

#[test]
fn a_difference_is_told_by_its_lines() {
    let told = difference(&["a", "b", "c"], &["a", "x", "y", "c"]);
    assert_eq!(told, "- b\n+ x\n+ y\n");
    assert_eq!(difference(&["p", "q", "r"], &["q", "r", "s"]), "- p\n+ s\n");
    assert_eq!(difference(&["p"], &["p"]), "");
    assert!(difference(&[], &["line"; SHOWN + 3]).ends_with("+ line\n... and 3 more\n"));
    let found = sections("# one\n## header\n  p: 1\n# two\n");
    assert_eq!(found, [("one", vec!["## header", "  p: 1"]), ("two", vec![])]);
}
