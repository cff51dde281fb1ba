//! How much the layout shifts while a view loads.

use super::{Page, Setup};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Most that a layout may shift, as the sum of all shifts.
pub const STILL: f64 = 0.02;

/// Each view once.
pub const VIEWS: [(&str, &str); 8] = [
    ("Start", ""),
    ("Lab", "view=lab"),
    ("Train", "view=train"),
    ("a lesson", "lesson=vanishing.1"),
    ("Compare", "view=compare"),
    ("Choose", "view=choose"),
    ("Results", "view=results"),
    ("Reference", "view=reference"),
];

/// How many elements that moved are told.
const MOVED: usize = 5;

/// A shift of the layout.
#[derive(Deserialize)]
struct Shift {
    value: f64,
    /// What moved, from where to where, in CSS pixels.
    moved: Vec<String>,
}

/// The shifts of a page, from its beginning.
pub struct Shifts(Vec<Shift>);

impl Setup {
    /// A page that notes its shifts from the beginning.
    pub fn noting_shifts(self) -> Self {
        self.running_first(include_str!("shift.js"))
    }
}

impl Shifts {
    /// Those of a page that has noted them.
    pub fn of(page: &Page) -> Self {
        Self(serde_json::from_value(page.value("window.shifts")).unwrap())
    }

    /// How much it has shifted in all.
    pub fn sum(&self) -> f64 {
        self.0.iter().map(|shift| shift.value).sum()
    }

    /// What moved most, a line each, with the sum of the shifts that it was in.
    pub fn moved(&self) -> Vec<String> {
        let mut moved: BTreeMap<&str, f64> = BTreeMap::new();
        for shift in &self.0 {
            shift.moved.iter().for_each(|what| *moved.entry(what).or_default() += shift.value);
        }
        let mut moved: Vec<(&str, f64)> = moved.into_iter().collect();
        moved.sort_by(|a, b| b.1.total_cmp(&a.1));
        moved.iter().take(MOVED).map(|(what, value)| format!("{value:.4}  {what}")).collect()
    }
}
