//! Weights that training left, for the Lab: they lie in the browser's files, and are brought before a run that asks
//! for them.

use std::cell::RefCell;

use crate::settings::{ANSWER, Settings, TRAINED};
use crate::trace::{CellKind, Parameters};
use crate::training::{Session, Setup};

/// What was brought: for which settings, and each cell's weights and the row of the read-out that is asked for.
type Brought = Option<(String, [Option<(Parameters, Vec<f64>)>; 3])>;

thread_local! {
    static BROUGHT: RefCell<Brought> = const { RefCell::new(None) };
}

/// What the weights follow from; none if the settings ask for none.
fn identity(settings: &Settings) -> Option<String> {
    let step = settings.choice(TRAINED);
    (!step.is_empty()).then(|| format!("{step} {} {:?}", settings.choice(ANSWER), Setup::new(settings).0))
}

/// Whether the settings ask for weights that have not been brought.
#[must_use]
pub fn is_missing(settings: &Settings) -> bool {
    let wanted = identity(settings);
    wanted.is_some() && BROUGHT.with_borrow(|brought| brought.as_ref().map(|(identity, _)| identity) != wanted.as_ref())
}

/// Takes in what the files of the cells hold; a file that holds another run counts as none. Whether all are as far
/// as is asked for.
pub fn bring(settings: &Settings, files: [Option<Vec<u8>>; 3]) -> bool {
    let Some(identity) = identity(settings) else { return true };
    let step: usize = settings.choice(TRAINED).parse().unwrap_or_default();
    let row: usize = settings.choice(ANSWER).parse().unwrap_or_default();
    let (setup, _) = Setup::new(settings);
    let mut reached = true;
    let mut file = files.into_iter();
    let lanes = CellKind::ALL.map(|cell| {
        let bytes = file.next().flatten()?;
        let mut session = Session::new(setup.clone(), cell);
        if !session.restore(&bytes) {
            return None;
        }
        // The others may have been slower.
        reached &= session.record.step >= step || cell.key() != settings.choice("cell");
        let weights = session.weights_at(step);
        let row = row.min(weights.head.nrows() - 1);
        Some((weights.layers.into_iter().next()?, weights.head.row(row).iter().copied().collect()))
    });
    BROUGHT.set(Some((identity, lanes)));
    reached
}

/// A cell's lane, if the settings ask for it and it fits.
fn lane(settings: &Settings, cell: CellKind) -> Option<(Parameters, Vec<f64>)> {
    if settings.choice(TRAINED).is_empty() {
        return None;
    }
    let lane = BROUGHT.with_borrow(|brought| brought.as_ref().and_then(|(_, lanes)| lanes[cell as usize].clone()))?;
    (lane.0.hidden() == settings.units).then_some(lane)
}

/// A cell's trained weights, W_hh times the recurrent gain, if the settings ask for them.
#[must_use]
pub fn weights(settings: &Settings, cell: CellKind) -> Option<Parameters> {
    let (mut weights, _) = lane(settings, cell)?;
    weights.weight_hh *= settings.gain;
    Some(weights)
}

/// v, the row of a cell's trained read-out that is asked for.
#[must_use]
pub fn readout(settings: &Settings, cell: CellKind) -> Option<Vec<f64>> {
    lane(settings, cell).map(|(_, row)| row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::train::Target;
    use crate::lab::Run;
    use crate::settings::State;
    use crate::task::train::TASKS;

    #[test]
    fn the_lab_gives_the_answer_of_the_network_that_was_trained() {
        for task in &TASKS {
            let train = format!("task={}&t_knob=10&t_units=6&t_batch=4", task.key);
            let settings = State::from_fragment(&train).0.settings;
            let (setup, _) = Setup::new(&settings);
            let mut sessions = CellKind::ALL.map(|cell| Session::new(setup.clone(), cell));
            sessions.iter_mut().for_each(|session| assert!((0..30).all(|_| session.advance())));
            let (batch, _) = sessions[0].example(None);
            let row = match &batch.target {
                Target::Class(right) => right[right.len() - 1] as usize,
                Target::Value(_) => 0,
            };
            let rows = batch.x.chunks_exact(task.inputs).chain(std::iter::once(&batch.x[..task.inputs]));
            let rows: Vec<String> =
                rows.map(|row| row.iter().map(f32::to_string).collect::<Vec<_>>().join(",")).collect();
            let fragment = format!(
                "{train}&trained=30&answer={row}&cell=gru&sequence=csv&numbers={}&normalised=no&units=6&read={}",
                rows.join(";"),
                batch.steps
            );
            let (state, problems) = State::from_fragment(&fragment);
            assert_eq!(problems, [], "{}", task.key);
            assert!(is_missing(&state.settings));
            assert!(bring(&state.settings, [0, 1, 2].map(|k| Some(sessions[k].save()))));
            assert!(!is_missing(&state.settings));
            let run = Run::new(&state.settings, &state.settings.sequence());
            for (cell, session) in CellKind::ALL.into_iter().zip(&mut sessions) {
                let (_, answers) = session.example(None);
                let last = &answers[answers.len() - task.outputs..];
                let bias = session.weights().head_bias[row];
                let ours = run.lane(cell).trace.losses[batch.steps - 1] + bias;
                assert!((ours - f64::from(last[row])).abs() < 1e-4, "{} {cell:?}: {ours}, {}", task.key, last[row]);
            }
        }
    }
}
