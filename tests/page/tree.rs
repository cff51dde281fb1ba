//! The accessibility tree of each view, as the browser works it out: what a screen reader finds. It has one main landmark,
//! headings in order from one of level 1, and a name for every control, canvas and image. What a view still lacks stands in
//! [`FAULTS`], which must fit exactly: whoever mends a fault takes its line out, and once the table is empty, it goes.
//!
//! `UNROLLED_WRITE=1` prints the faults of today as lines of that table, and each view's headings.

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::browser::{Page, Setup};

/// Counts what is under way in the page and its workers.
const QUIET: &str = include_str!("../browser/quiet.js");

/// Each view, with an element that stands there once its workers have drawn.
const VIEWS: [(&str, &str, &str); 7] = [
    ("Lab", "", "#pictures input"),
    ("Train", "view=train&task=adding&t_knob=20", "#train-gru-progress [data-step]"),
    ("lesson", "lesson=vanishing.1", ".lesson-place"),
    ("Compare", "view=compare", ".claims tbody tr"),
    ("Choose", "view=choose", ".advice h3"),
    ("Results", "view=results", "#results .verdict"),
    ("Reference", "view=reference", ".reference article"),
];

/// Roles of what a person uses or looks at: each needs a name.
const NAMED: [&str; 21] = [
    "button",
    "link",
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "checkbox",
    "radio",
    "switch",
    "slider",
    "spinbutton",
    "tab",
    "menuitem",
    "image",
    "img",
    "Canvas",
    "graphics-document",
    "application",
    "progressbar",
    "meter",
    "dialog",
];

/// What each view lacks yet, and how often.
const FAULTS: &[(&str, &str, usize)] = &[
    ("Train", "0 main landmarks", 1),
    ("Compare", "0 main landmarks", 1),
    ("Choose", "0 main landmarks", 1),
    ("Results", "0 main landmarks", 1),
    ("Reference", "0 main landmarks", 1),
];

/// A part of the tree, in the order in which it is read.
struct Part {
    role: String,
    name: String,
    /// Of a heading.
    level: Option<i64>,
}

/// The parts of the page's tree that are not passed over.
fn parts(page: &Page) -> Vec<Part> {
    let tree = page.tree();
    let nodes = tree["nodes"].as_array().expect("a tree");
    let by_id: HashMap<&str, &Value> = nodes.iter().map(|node| (node["nodeId"].as_str().unwrap(), node)).collect();
    let children: HashSet<&str> = nodes.iter().flat_map(ids).collect();
    let roots = nodes.iter().filter(|node| !children.contains(node["nodeId"].as_str().unwrap()));
    let mut left: Vec<&Value> = roots.collect();
    left.reverse();
    let mut parts = vec![];
    while let Some(node) = left.pop() {
        left.extend(ids(node).into_iter().rev().filter_map(|id| by_id.get(id)));
        if node["ignored"] != json!(true) {
            let text = |value: &Value| value["value"].as_str().unwrap_or_default().trim().to_owned();
            let level =
                node["properties"].as_array().into_iter().flatten().find(|property| property["name"] == "level");
            let level = level.and_then(|property| property["value"]["value"].as_i64());
            parts.push(Part { role: text(&node["role"]), name: text(&node["name"]), level });
        }
    }
    parts
}

/// What stands inside a part, in order.
fn ids(node: &Value) -> Vec<&str> {
    node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What is wrong with a tree, and how often.
fn faults(parts: &[Part]) -> BTreeMap<String, usize> {
    let mut faults = BTreeMap::new();
    let mut add = |fault: String| *faults.entry(fault).or_default() += 1;
    let count = |role: &str| parts.iter().filter(|part| part.role == role).count();
    if count("main") != 1 {
        add(format!("{} main landmarks", count("main")));
    }
    let headings: Vec<(i64, &str)> =
        parts.iter().filter(|part| part.role == "heading").map(|part| (part.level.unwrap_or(2), &*part.name)).collect();
    let first = headings.iter().filter(|(level, _)| *level == 1).count();
    if first != 1 {
        add(format!("{first} headings of level 1"));
    }
    let mut above = 0;
    for (level, name) in headings {
        if level > above + 1 {
            add(format!("a heading of level {level} follows one of level {above}"));
        }
        if name.is_empty() {
            add("a heading without a text".to_owned());
        }
        above = level;
    }
    for part in parts.iter().filter(|part| NAMED.contains(&&*part.role) && part.name.is_empty()) {
        add(format!("a {} without a name", part.role));
    }
    faults
}

/// The table's lines of a view.
fn known(view: &str) -> BTreeMap<String, usize> {
    let own = FAULTS.iter().filter(|(of, ..)| *of == view);
    own.map(|(_, fault, count)| ((*fault).to_owned(), *count)).collect()
}

#[test]
fn each_view_has_one_main_headings_in_order_and_names_but_for_the_faults_of_the_table() {
    let page = Setup::default().running_first(QUIET).in_workers(QUIET).open("");
    let writes = std::env::var("UNROLLED_WRITE").is_ok_and(|write| write == "1");
    let mut wrong = vec![];
    for (view, address, drawn) in VIEWS {
        page.open_anew(address);
        page.wait_until(&format!("{view} is drawn"), &format!("document.querySelector('{drawn}')"));
        page.wait_until("nothing is under way", "window.quiet()");
        let parts = parts(&page);
        let found = faults(&parts);
        if writes {
            found.iter().for_each(|(fault, count)| println!("    (\"{view}\", \"{fault}\", {count}),"));
            let headings = parts.iter().filter(|part| part.role == "heading");
            headings.for_each(|part| println!("// {view}: {} {}", part.level.unwrap_or_default(), part.name));
        }
        if found != known(view) {
            wrong.push(format!("{view} has {found:?}, the table says {:?}", known(view)));
        }
    }
    assert!(writes || wrong.is_empty(), "the table in tests/page/tree.rs does not fit:\n{}", wrong.join("\n"));
}

#[test]
fn faults_of_a_tree_are_told() {
    let part = |role: &str, name: &str, level| Part { role: role.to_owned(), name: name.to_owned(), level };
    let good = [
        part("main", "", None),
        part("heading", "A", Some(1)),
        part("heading", "B", Some(2)),
        part("heading", "C", Some(3)),
        part("heading", "D", Some(2)),
        part("button", "Play", None),
        part("paragraph", "", None),
    ];
    assert_eq!(faults(&good), BTreeMap::new());
    let bad = [
        part("heading", "A", Some(2)),
        part("heading", "", Some(4)),
        part("Canvas", "", None),
        part("Canvas", "", None),
        part("slider", "", None),
    ];
    let told: Vec<(String, usize)> = faults(&bad).into_iter().collect();
    let told: Vec<(&str, usize)> = told.iter().map(|(fault, count)| (&**fault, *count)).collect();
    assert_eq!(
        told,
        [
            ("0 headings of level 1", 1),
            ("0 main landmarks", 1),
            ("a Canvas without a name", 2),
            ("a heading of level 2 follows one of level 0", 1),
            ("a heading of level 4 follows one of level 2", 1),
            ("a heading without a text", 1),
            ("a slider without a name", 1),
        ]
    );
}
