//! The runs of Compare's sweeps.

use engine::trace::CellKind;
use learn::sweep::{Extra, Job};
use model::command::ComparisonKey;

/// The settings of the table's five groups of runs, a run a cell: short, long, to the target, complex, time of a step.
pub const GROUPS: [(&str, Extra); 5] = [
    ("task=agreement&t_knob=4&t_steps=1500", Extra::None),
    ("task=agreement&t_knob=40&t_steps=1000", Extra::None),
    ("task=adding&t_knob=50&t_steps=1500", Extra::None),
    ("task=sentiment&t_steps=800", Extra::None),
    ("task=adding&t_knob=50&t_steps=60", Extra::Time),
];
/// Hidden units of those runs: Train's default.
pub const UNITS: usize = 32;
/// Words between noun and verb.
pub const LENGTHS: [usize; 6] = [4, 10, 20, 30, 40, 60];
/// Hidden units.
pub const SIZES: [usize; 5] = [8, 16, 32, 64, 128];

/// A sweep's jobs.
#[must_use]
pub fn jobs(key: ComparisonKey) -> Vec<Job> {
    let each = |label: String, settings: String, extra: Extra| {
        CellKind::ALL.map(|cell| Job {
            label: format!("{}, {label}", cell.name()),
            cell,
            fragment: settings.clone(),
            extra,
        })
    };
    match key {
        ComparisonKey::Table => {
            GROUPS.iter().flat_map(|(settings, extra)| each(String::new(), (*settings).to_owned(), *extra)).collect()
        }
        ComparisonKey::Length => {
            let at = |n: usize| each(n.to_string(), format!("task=agreement&t_knob={n}&t_steps=1000"), Extra::None);
            LENGTHS.into_iter().flat_map(at).collect()
        }
        ComparisonKey::Units | ComparisonKey::Equal => {
            let equal = if key == ComparisonKey::Equal { "&t_equal=yes" } else { "" };
            let at = |n: usize| {
                each(n.to_string(), format!("task=adding&t_knob=50&t_units={n}&t_steps=30{equal}"), Extra::Time)
            };
            SIZES.into_iter().flat_map(at).collect()
        }
    }
}
