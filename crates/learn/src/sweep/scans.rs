//! The sweep over lengths of a sequence: the time that h_t = a_t h_{t−1} + b_t takes step by step, and by a parallel scan on
//! one thread.

use super::{Extra, Job};
use engine::trace::CellKind;
use model::settings::Settings;

/// The lengths.
pub const LENGTHS: [usize; 5] = [16, 64, 256, 1024, 4096];

/// Two jobs for each length: step by step, then the scan. There are as many units as in the Lab.
#[must_use]
pub fn jobs(settings: &Settings) -> Vec<Job> {
    let job = |length: usize, extra: Extra| Job {
        label: length.to_string(),
        cell: CellKind::Gru,
        fragment: format!("t_units={}", settings.units),
        extra,
    };
    LENGTHS
        .into_iter()
        .flat_map(|length| [job(length, Extra::InTurn(length)), job(length, Extra::Scan(length))])
        .collect()
}
