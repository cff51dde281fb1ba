//! Trained weights for the Lab: read from the saved runs in the browser's files before a run of the Lab that needs
//! them.

use crate::task::Sets;
use crate::training::{Session, Setup};
use engine::trace::{CellKind, Parameters};
use engine::train::Weights;
use model::keys::Key;
use model::lab::Network;
use model::settings::Settings;

/// The trained weights that have been loaded.
#[derive(Debug, Default)]
pub struct Trained {
    /// The request that was loaded last, and each cell's weights, in the order of [`CellKind::ALL`].
    brought: Option<(Wanted, [Option<Weights>; 3])>,
    /// The data that was loaded at the time. The number of inputs may depend on it.
    sets: Sets,
}

/// Which weights the settings ask for: those of a run, after a number of training steps.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    step: usize,
    setup: Setup,
}

/// Which weights the settings ask for; `None` if they ask for no trained weights.
fn wanted(settings: &Settings, sets: &Sets) -> Option<Wanted> {
    let step = settings.whole(Key::Trained)?;
    Some(Wanted { step, setup: Setup::new(settings, sets).0 })
}

impl Trained {
    /// Whether the settings ask for weights that are not loaded.
    #[must_use]
    pub fn is_missing(&self, settings: &Settings) -> bool {
        let wanted = wanted(settings, &self.sets);
        wanted.is_some() && self.brought.as_ref().map(|(own, _)| own) != wanted.as_ref()
    }

    /// Loads the cells' weights from their saved files, in the order of [`CellKind::ALL`]; a file with another run
    /// counts as missing. Returns true if no trained weights are asked for, or if the run of the cell in focus has
    /// reached the step asked for and those of the other cells have made at least one step.
    pub fn bring(&mut self, settings: &Settings, sets: &Sets, focus: CellKind, files: [Option<Vec<u8>>; 3]) -> bool {
        let Some(wanted) = wanted(settings, sets) else { return true };
        let step = wanted.step;
        let mut reached = true;
        let mut file = files.into_iter();
        let lanes = CellKind::ALL.map(|cell| {
            let session = file.next().flatten().and_then(|bytes| {
                let mut session = Session::new(wanted.setup.clone(), cell);
                session.restore(&bytes).ok().map(|()| session)
            });
            let came = session.as_ref().map_or(0, |session| session.record.step);
            // The other cells may train more slowly.
            reached &= came >= step || (came > 0 && cell != focus);
            session.map(|mut session| session.weights_at(step))
        });
        self.brought = Some((wanted, lanes));
        self.sets = sets.clone();
        reached
    }

    /// Whether the settings ask for weights that cannot be shown: no file has them, or a network has more units than
    /// the Lab shows. Initial weights (step 0) follow from the settings and need no file.
    #[must_use]
    pub fn is_absent(&self, settings: &Settings) -> bool {
        let Some(wanted) = wanted(settings, &self.sets) else { return false };
        let none = self.brought.as_ref().is_none_or(|(_, lanes)| lanes.iter().any(Option::is_none));
        let too_few = CellKind::ALL.iter().any(|cell| wanted.setup.units_of(*cell) > settings.units);
        too_few || (wanted.step > 0 && none)
    }

    /// A cell's trained network, or its initial one where no weights are loaded. `None` if the settings ask for no
    /// trained weights, or if the network has more units than the Lab shows.
    #[must_use]
    pub fn network(&self, settings: &Settings, cell: CellKind) -> Option<Network> {
        if !settings.is_trained() {
            return None;
        }
        let brought = self.brought.as_ref().and_then(|(_, lanes)| lanes[cell as usize].clone());
        let (setup, _) = Setup::new(settings, &self.sets);
        let row = settings.whole(Key::Answer).unwrap_or_default();
        let weights = brought.unwrap_or_else(|| setup.weights(cell, 0));
        (setup.units_of(cell) <= settings.units).then(|| network(weights, row, settings.units))
    }
}

/// A network's layers and row `row` of its read-out, padded to `units` hidden units. Padded units have zero weights, so
/// their h stays 0.
fn network(weights: Weights, row: usize, units: usize) -> Network {
    let pad = |(number, layer): (usize, Parameters)| {
        let (own, inputs) = (layer.hidden(), layer.input());
        let mut padded = Parameters::zeros(layer.cell, if number > 0 { units } else { inputs }, units);
        for block in 0..layer.weight_hh.nrows() / own {
            let (from, to) = (block * own, block * units);
            padded.weight_ih.view_mut((to, 0), (own, inputs)).copy_from(&layer.weight_ih.rows(from, own));
            padded.weight_hh.view_mut((to, 0), (own, own)).copy_from(&layer.weight_hh.rows(from, own));
            padded.bias_ih.rows_mut(to, own).copy_from(&layer.bias_ih.rows(from, own));
            padded.bias_hh.rows_mut(to, own).copy_from(&layer.bias_hh.rows(from, own));
        }
        padded.form = layer.form;
        padded
    };
    let mut head: Vec<f64> = weights.head.row(row.min(weights.head.nrows() - 1)).iter().copied().collect();
    head.resize(units, 0.0);
    let all = |layers: Vec<Parameters>| layers.into_iter().enumerate().map(pad).collect();
    Network { layers: all(weights.layers), decoder: all(weights.decoder), row: head }
}

/// Whether the Lab shows the encoder of a trained network that has a decoder.
#[must_use]
pub fn has_decoder(settings: &Settings) -> bool {
    // A decoder's number of inputs follows from the task alone: no data is needed.
    let level = Setup::new(settings, &Sets::default()).0.level;
    settings.is_trained() && (level.task().decoder)(&level) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::shipped;
    use crate::task::{TASKS, Task};
    use engine::train::Target;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    #[test]
    fn the_lab_gives_the_answer_of_the_network_that_was_trained() {
        let sets = shipped();
        for task in &TASKS {
            for (more, units) in [("", 6), ("&t_layers=3&layer=3", 6), ("&t_layers=2&layer=1", 6), ("&t_equal=yes", 24)]
            {
                answers_agree(task, more, units, &sets);
            }
        }
    }

    #[test]
    fn only_the_cell_in_focus_has_to_be_as_far_as_is_asked_for() {
        let settings = State::from_fragment("task=recall&t_knob=5&t_units=4&t_batch=4&trained=20").0.settings;
        let sets = Sets::default();
        let (setup, _) = Setup::new(&settings, &sets);
        let files = CellKind::ALL.map(|cell| {
            let mut session = Session::new(setup.clone(), cell);
            let steps = if cell == CellKind::Gru { 20 } else { 10 };
            assert!((0..steps).all(|_| session.advance()));
            Some(session.save())
        });
        assert!(Trained::default().bring(&settings, &sets, CellKind::Gru, files.clone()));
        assert!(!Trained::default().bring(&settings, &sets, CellKind::Lstm, files));
    }

    fn answers_agree(task: &Task, more: &str, units: usize, sets: &Sets) {
        let train = format!("task={}&t_knob=10&t_units=6&t_batch=4{more}", task.key);
        let settings = State::from_fragment(&train).0.settings;
        let (setup, _) = Setup::new(&settings, sets);
        let mut sessions = CellKind::ALL.map(|cell| Session::new(setup.clone(), cell));
        sessions.iter_mut().for_each(|session| assert!((0..30).all(|_| session.advance())));
        let (batch, _) = sessions[0].example(None);
        let inputs = (task.inputs)(&setup.level);
        let row = match &batch.target {
            Target::Class(right) if !batch.decoder_x.is_empty() => right[0] as usize,
            Target::Class(right) => right[right.len() - 1] as usize,
            Target::Value(_) => 0,
        };
        let rows = batch.x.chunks_exact(inputs).chain(std::iter::once(&batch.x[..inputs]));
        let rows: Vec<String> = rows.map(|row| row.iter().map(f32::to_string).collect::<Vec<_>>().join(",")).collect();
        let fragment = format!(
            "{train}&trained=30&answer={row}&cell=gru&sequence=csv&numbers={}&normalised=no&units={units}&read={}",
            rows.join(";"),
            batch.steps
        );
        let (state, problems) = State::from_fragment(&fragment);
        assert_eq!(problems, [], "{}", task.key);
        let mut trained = Trained::default();
        assert!(trained.is_missing(&state.settings));
        assert!(trained.bring(&state.settings, sets, CellKind::Gru, [0, 1, 2].map(|k| Some(sessions[k].save()))));
        assert!(!trained.is_missing(&state.settings));
        let run = Run::with(&state.settings, &state.settings.sequence(Library::shipped()), |cell| {
            trained.network(&state.settings, cell)
        });
        for (cell, session) in CellKind::ALL.into_iter().zip(&mut sessions) {
            let (_, answers) = session.example(None);
            let outputs = (task.outputs)(&setup.level);
            // A decoder's first answer, else the last one.
            let last =
                if batch.decoder_x.is_empty() { &answers[answers.len() - outputs..] } else { &answers[..outputs] };
            let bias = session.weights().head_bias[row];
            let ours = run.lane(cell).trace.losses[batch.steps - 1] + bias;
            assert!((ours - f64::from(last[row])).abs() < 1e-4, "{} {cell:?}: {ours}, {}", task.key, last[row]);
        }
    }
}
