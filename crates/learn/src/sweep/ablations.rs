//! The sweep over ablations: on one task, each whole cell beside the same cell without each of its parts.

use super::{Extra, Job};
use crate::task::Sets;
use crate::training::{ABLATIONS, Ablation, CellPart, Setup};
use engine::trace::CellKind;
use model::keys::{Key, Scope};
use model::settings::Settings;
use words::results::words;

/// The most training steps of a run of this sweep.
const MOST_STEPS: usize = 1500;

/// The networks of the sweep in order: each cell whole (`None`), then without each of its parts.
pub fn cells() -> Vec<(CellKind, Option<&'static Ablation>)> {
    let of = |cell: CellKind| {
        let parts = ABLATIONS.iter().filter(move |part| part.cell == cell);
        std::iter::once((cell, None)).chain(parts.map(move |part| (cell, Some(part))))
    };
    CellKind::ALL.into_iter().flat_map(of).collect()
}

/// The label of a row. It does not name the cell: the rows stand in groups by cell. (Train's list of forms has labels
/// of its own, which do.)
fn label(part: CellPart) -> &'static str {
    let words = words();
    match part {
        CellPart::Tanh => words.relu,
        CellPart::ForgetGate => words.no_forget,
        CellPart::InputGate => words.no_input,
        CellPart::OutputGate => words.no_output,
        CellPart::OwnInputGate => words.coupled,
        CellPart::CandidateTanh => words.linear_candidate,
        CellPart::StateTanh => words.linear_output,
        CellPart::ResetGate => words.no_reset,
        CellPart::UpdateGate => words.half_update,
        CellPart::ResetAfter => words.reset_before,
    }
}

/// A job for each of [`cells`], on the settings' task with the settings' choices for sweeps.
pub fn jobs(settings: &Settings) -> Vec<Job> {
    // Only the task and its number of steps are read: no data is needed.
    let setup = Setup::new(settings, &Sets::default()).0;
    let steps = setup.steps.min(MOST_STEPS);
    // The task stands first, whether a person chose it or it is the default.
    let own = Key::of(Scope::Sweep).filter(|key| *key != Key::Task && !settings.written(*key).is_empty());
    let chosen: String = own.map(|key| format!("{}={}&", key.name(), settings.written(key))).collect();
    let job = |(cell, part): (CellKind, Option<&Ablation>)| Job {
        label: part.map_or(words().whole, |part| label(part.part)).to_owned(),
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
