//! The accessibility tree of each view, as the browser works it out: what a screen reader finds. It has one main landmark
//! that holds the view, headings in order from one of level 1, and a name for every control, canvas and image.
//!
//! `UNROLLED_WRITE=1` prints each view's headings.

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::browser::{Page, Setup};

/// Counts what is under way in the page and its workers.
const QUIET: &str = include_str!("../browser/quiet.js");

/// Each view, with an element that stands there once its workers have drawn.
const VIEWS: [(&str, &str, &str); 8] = [
    ("Start", "", ".start-figure:not(.start-going) .start-number"),
    ("Lab", "view=lab", "#pictures input"),
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

/// A part of the tree, in the order in which it is read.
struct Part {
    role: String,
    name: String,
    /// Of a heading.
    level: Option<i64>,
    /// Whether it stands in a main landmark.
    is_in_main: bool,
}

/// The parts of the page's tree that are not passed over.
fn parts(page: &Page) -> Vec<Part> {
    let tree = page.tree();
    let nodes = tree["nodes"].as_array().expect("a tree");
    let by_id: HashMap<&str, &Value> = nodes.iter().map(|node| (node["nodeId"].as_str().unwrap(), node)).collect();
    let children: HashSet<&str> = nodes.iter().flat_map(ids).collect();
    let roots = nodes.iter().filter(|node| !children.contains(node["nodeId"].as_str().unwrap()));
    let mut left: Vec<(&Value, bool)> = roots.map(|root| (root, false)).collect();
    left.reverse();
    let mut parts = vec![];
    while let Some((node, is_in_main)) = left.pop() {
        let holds_main = is_in_main || node["role"]["value"] == "main";
        left.extend(ids(node).into_iter().rev().filter_map(|id| Some((*by_id.get(id)?, holds_main))));
        if node["ignored"] != json!(true) {
            let text = |value: &Value| value["value"].as_str().unwrap_or_default().trim().to_owned();
            let level =
                node["properties"].as_array().into_iter().flatten().find(|property| property["name"] == "level");
            let level = level.and_then(|property| property["value"]["value"].as_i64());
            parts.push(Part { role: text(&node["role"]), name: text(&node["name"]), level, is_in_main });
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
    let outside = |part: &&Part| part.role == "heading" && part.level != Some(1) && !part.is_in_main;
    parts.iter().filter(outside).for_each(|_| add("a heading outside the main landmark".to_owned()));
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

#[test]
fn each_view_has_one_main_headings_in_order_and_names() {
    let page = Setup::default().running_first(QUIET).in_workers(QUIET).open("view=lab");
    let writes = std::env::var("UNROLLED_WRITE").is_ok_and(|write| write == "1");
    let mut wrong = vec![];
    for (view, address, drawn) in VIEWS {
        page.open_anew(address);
        page.wait_until(&format!("{view} is drawn"), &format!("document.querySelector('{drawn}')"));
        page.wait_until("nothing is under way", "window.quiet()");
        let parts = parts(&page);
        if writes {
            let headings = parts.iter().filter(|part| part.role == "heading");
            headings.for_each(|part| println!("// {view}: {} {}", part.level.unwrap_or_default(), part.name));
        }
        let found = faults(&parts);
        if !found.is_empty() {
            wrong.push(format!("{view} has {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn faults_of_a_tree_are_told() {
    let part = |role: &str, name: &str, level| {
        let (role, name, is_in_main) = (role.to_owned(), name.to_owned(), level != Some(4));
        Part { role, name, level, is_in_main }
    };
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
            ("a heading outside the main landmark", 1),
            ("a heading without a text", 1),
            ("a slider without a name", 1),
        ]
    );
}
