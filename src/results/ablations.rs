//! What each part of a cell is worth on a task: the cell without it, beside the whole one.

use super::sweep::{Extra, Job};
use super::words::words;
use crate::settings::Settings;
use crate::trace::CellKind;
use crate::training::Setup;

/// The most steps of a run.
const MOST_STEPS: usize = 1500;

/// The cells without a part: which cell, and the setting that takes it away; the first of each cell is whole.
pub const ABLATIONS: [(CellKind, &str); 13] = [
    (CellKind::Rnn, ""),
    (CellKind::Rnn, "relu=yes"),
    (CellKind::Lstm, ""),
    (CellKind::Lstm, "forget=1"),
    (CellKind::Lstm, "input=1"),
    (CellKind::Lstm, "output=1"),
    (CellKind::Lstm, "coupled=yes"),
    (CellKind::Lstm, "linear_candidate=yes"),
    (CellKind::Lstm, "linear_output=yes"),
    (CellKind::Gru, ""),
    (CellKind::Gru, "reset=1"),
    (CellKind::Gru, "update=0.5"),
    (CellKind::Gru, "reset_before=yes"),
];

/// A job for each, on the task of the settings.
pub fn jobs(settings: &Settings) -> Vec<Job> {
    let setup = Setup::new(settings).0;
    let steps = setup.steps.min(MOST_STEPS);
    let own = ["t_knob", "t_window", "t_units", "t_rate", "t_start", "t_bias", "t_clip", "t_own"];
    let chosen = own.iter().filter(|key| !settings.choice(key).is_empty());
    let chosen: Vec<String> = chosen.map(|key| format!("{key}={}&", settings.choice(key))).collect();
    let job = |((cell, part), name): (&(CellKind, &str), &&str)| Job {
        label: (*name).to_owned(),
        cell: *cell,
        fragment: format!("task={}&{}t_steps={steps}&{part}", setup.level.key, chosen.concat()),
        extra: Extra::None,
    };
    let words = words();
    let whole = words.whole;
    let names = [
        whole,
        words.relu,
        whole,
        words.no_forget,
        words.no_input,
        words.no_output,
        words.coupled,
        words.linear_candidate,
        words.linear_output,
        whole,
        words.no_reset,
        words.half_update,
        words.reset_before,
    ];
    ABLATIONS.iter().zip(&names).map(job).collect()
}
