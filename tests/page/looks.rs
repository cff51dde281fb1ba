//! Every view as it stands once its workers have drawn, opened once for all that is looked at in it: the controls, names and texts
//! that are there, and what axe finds on each screen in each theme.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use course::lesson::lessons;
use model::keys::{PICTURES, SEQUENCES};
use serde::Deserialize;

use crate::browser::{Page, Setup, environment};

/// Counts what is under way in the page and its workers.
pub const QUIET: &str = include_str!("../browser/quiet.js");
/// Reads what is in sight.
const TREE: &str = include_str!("../browser/tree.js");
/// Unfolds all that is folded, and remembers what was.
const UNFOLD: &str = "window.unfolded = new Set(document.querySelectorAll('details:not([open])')); \
    window.unfolded.forEach(details => details.open = true);";
/// How many browsers look at views at a time.
const BROWSERS: usize = 2;
/// The screens.
const SCREENS: [(u32, u32); 2] = [(1440, 900), (390, 844)];
/// All rules: those of WCAG 2.2 A and AA, and of good practice.
const ALL: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// What hangs on the theme.
const COLORS: &[&str] = &["color-contrast"];
/// What axe finds by rules, or by all rules with such tags: `[names, done]`.
const FIND: &str = "const [names, done] = arguments; \
    const runOnly = { type: names.length > 1 ? 'tag' : 'rule', values: names }; \
    axe.run(document, { resultTypes: ['violations'], runOnly, iframes: false, preload: false }) \
        .then(found => done(found.violations.flatMap(own => own.nodes.map(node => ({ rule: own.id, at: node.target.join(' '), why: node.failureSummary ?? '' }))))) \
        .catch(error => done([{ rule: 'axe itself', at: '', why: String(error) }]));";

/// A fault.
#[derive(Debug, Deserialize)]
struct Fault {
    rule: String,
    at: String,
    why: String,
}

/// A view: its address, an element that stands there once its workers have drawn, and a button that is pressed then.
pub struct View {
    pub address: String,
    pub drawn: &'static str,
    pub pressed: &'static str,
}

/// A region's name and its lines.
pub type Region = (String, Vec<String>);

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

/// What stands in a view, and what is wrong with it.
#[derive(Default)]
pub struct Look {
    /// Its regions.
    pub regions: Vec<Region>,
    /// What axe finds.
    pub faults: Vec<String>,
}

/// What axe finds in a view that is open, on each screen in each theme.
fn faults(page: &Page, axe: &str, view: &View) -> Vec<String> {
    let mut all = vec![];
    page.script(axe, vec![]);
    for (screen, themes) in SCREENS.into_iter().zip([["light", "dark"], ["dark", "light"]]) {
        page.resize(screen);
        for (theme, rules) in themes.into_iter().zip([ALL, COLORS]) {
            page.prefer_these(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]);
            page.settle();
            let found: Vec<Fault> =
                serde_json::from_value(page.script_with_callback(FIND, vec![rules.into()])).unwrap();
            let told = |Fault { rule, at, why }: Fault| {
                format!("#{} {} px, {theme}: {rule} at {at}: {}", view.address, screen.0, why.replace('\n', " "))
            };
            all.extend(found.into_iter().map(told));
        }
    }
    all
}

/// Opens a view and looks at it.
fn look(page: &Page, axe: &str, view: &View) -> Look {
    page.resize(SCREENS[0]);
    page.prefer_these(&[("prefers-color-scheme", "light"), ("prefers-reduced-motion", "no-preference")]);
    open(page, view);
    let regions = serde_json::from_value(page.script(TREE, vec![])).unwrap();
    // The Lab has the same parts, whatever is read.
    let faults = if view.address.starts_with("sequence=") { vec![] } else { faults(page, axe, view) };
    Look { regions, faults }
}

/// What a few browsers see in all views, in their order.
pub static LOOKS: LazyLock<Vec<Look>> = LazyLock::new(|| {
    let axe = std::fs::read_to_string(environment("UNROLLED_AXE")).expect("axe's script");
    let (views, next) = (views(), AtomicUsize::new(0));
    let work = || {
        let page = Setup::default().running_first(QUIET).in_workers(QUIET).open("view=lab");
        let mut seen = vec![];
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(view) = views.get(number) else { return seen };
            seen.push((number, look(&page, &axe, view)));
        }
    };
    let mut all: Vec<(usize, Look)> = std::thread::scope(|scope| {
        let readers = [(); BROWSERS].map(|()| scope.spawn(work));
        readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, look)| look).collect()
});
