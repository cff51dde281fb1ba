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

use crate::looks::{LOOKS, Look, Region, View, views};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/views.txt");
/// How many lines of a difference are shown.
const SHOWN: usize = 8;

/// The views as they stand in the fixture: an address after `# `, regions after `## `, and the lines of each.
fn written(views: &[View], looks: &[Look]) -> String {
    let mut before: HashMap<&Region, &str> = HashMap::new();
    let mut all = String::new();
    for (view, Look { regions, .. }) in views.iter().zip(looks) {
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
    let now = written(&views, &LOOKS);
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
