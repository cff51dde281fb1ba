//! What each part of a cell is worth on a task: the cell without it, beside the whole one.

use super::{Extra, Job};
use crate::training::{ABLATIONS, Ablation, Setup};
use engine::trace::CellKind;
use model::keys::{Key, Scope};
use model::settings::Settings;
use words::results::words;

/// The most steps of a run.
const MOST_STEPS: usize = 1500;

/// The sweep's cells in order: each cell whole, then without each of its parts.
pub fn cells() -> Vec<(CellKind, Option<&'static Ablation>)> {
    let of = |cell: CellKind| {
        let parts = ABLATIONS.iter().filter(move |part| part.cell == cell);
        std::iter::once((cell, None)).chain(parts.map(move |part| (cell, Some(part))))
    };
    CellKind::ALL.into_iter().flat_map(of).collect()
}

fn label(part: &Ablation) -> &'static str {
    let words = words();
    match part.key {
        Key::Relu => words.relu,
        Key::Forget => words.no_forget,
        Key::Input => words.no_input,
        Key::Output => words.no_output,
        Key::Coupled => words.coupled,
        Key::LinearCandidate => words.linear_candidate,
        Key::LinearOutput => words.linear_output,
        Key::Reset => words.no_reset,
        Key::Update => words.half_update,
        Key::ResetBefore => words.reset_before,
        key => key.help(),
    }
}

/// A job for each, on the task of the settings.
pub fn jobs(settings: &Settings) -> Vec<Job> {
    let setup = Setup::new(settings).0;
    let steps = setup.steps.min(MOST_STEPS);
    // The task stands first, whether it was chosen or is the default.
    let own = Key::of(Scope::Sweep).filter(|key| *key != Key::Task && !settings.written(*key).is_empty());
    let chosen: String = own.map(|key| format!("{}={}&", key.name(), settings.written(key))).collect();
    let job = |(cell, part): (CellKind, Option<&Ablation>)| Job {
        label: part.map_or(words().whole, label).to_owned(),
        cell,
        fragment: format!(
            "task={}&{chosen}t_steps={steps}&{}",
            setup.task().key,
            part.map_or(String::new(), Ablation::fragment)
        ),
        extra: Extra::None,
    };
    cells().into_iter().map(job).collect()
}
