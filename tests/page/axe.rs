//! axe-core finds no fault in any view, dialog or picture: of WCAG 2.2 up to AA, and of its own good practice; light and dark, on a
//! desktop and on a phone.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Deserialize;

use crate::browser::{Page, Setup, environment};
use crate::dump::{QUIET, View, open, views};

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

/// What axe finds in a view, on each screen in each theme.
fn faults(page: &Page, axe: &str, view: &View) -> Vec<String> {
    let mut all = vec![];
    page.resize(SCREENS[0]);
    open(page, view);
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

#[test]
fn axe_finds_no_fault_in_any_view_dialog_or_picture() {
    let axe = std::fs::read_to_string(environment("UNROLLED_AXE")).expect("axe's script");
    // The Lab has the same parts, whatever is read.
    let views: Vec<View> = views().into_iter().filter(|own| !own.address.starts_with("sequence=")).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let page = Setup::default().running_first(QUIET).in_workers(QUIET).open("view=lab");
        let mut found = vec![];
        while let Some(view) = views.get(next.fetch_add(1, Ordering::Relaxed)) {
            found.extend(faults(&page, &axe, view));
        }
        found
    };
    let found: Vec<String> = std::thread::scope(|scope| {
        let readers = [(); BROWSERS].map(|()| scope.spawn(work));
        readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect()
    });
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}
