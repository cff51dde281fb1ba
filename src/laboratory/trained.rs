//! Weights that training left, for the Lab: they lie in the browser's files, and are brought before a run that asks
//! for them.

use std::cell::RefCell;

use crate::engine::train::Weights;
use crate::engine::{self, Readout, Start, parameters};
use crate::keys::Key;
use crate::lab;
use crate::settings::Settings;
use crate::task::Sequence;
use crate::trace::{CellKind, Parameters, Series, Trace};
use crate::training::{Session, Setup};

use super::{edit_inputs, prepare_weights};

/// What was brought: for which settings, and each cell's weights.
type Brought = Option<(Wanted, [Option<Weights>; 3])>;

/// What the settings ask for: after how many steps, of which run.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    step: usize,
    setup: Setup,
}

/// A network: its layers, those of its decoder, and a row of its read-out.
struct Stack {
    layers: Vec<Parameters>,
    decoder: Vec<Parameters>,
    row: Vec<f64>,
}

thread_local! {
    static BROUGHT: RefCell<Brought> = const { RefCell::new(None) };
}

/// What the settings ask for; none if they ask for no trained weights.
fn wanted(settings: &Settings) -> Option<Wanted> {
    let step = settings.whole(Key::Trained)?;
    Some(Wanted { step, setup: Setup::new(settings).0 })
}

/// Whether the settings ask for weights that have not been brought.
#[must_use]
pub fn is_missing(settings: &Settings) -> bool {
    let wanted = wanted(settings);
    wanted.is_some() && BROUGHT.with_borrow(|brought| brought.as_ref().map(|(own, _)| own) != wanted.as_ref())
}

/// Takes in what the files of the cells hold; a file that holds another run counts as none. Whether the cell in
/// focus is as far as is asked for, and something is there of the others.
pub fn bring(settings: &Settings, focus: CellKind, files: [Option<Vec<u8>>; 3]) -> bool {
    let Some(wanted) = wanted(settings) else { return true };
    let step = wanted.step;
    let mut reached = true;
    let mut file = files.into_iter();
    let lanes = CellKind::ALL.map(|cell| {
        let session = file.next().flatten().and_then(|bytes| {
            let mut session = Session::new(wanted.setup.clone(), cell);
            session.restore(&bytes).then_some(session)
        });
        let came = session.as_ref().map_or(0, |session| session.record.step);
        // The others may have been slower.
        reached &= came >= step || (came > 0 && cell != focus);
        session.map(|mut session| session.weights_at(step))
    });
    BROUGHT.set(Some((wanted, lanes)));
    reached
}

/// A network's layers and one row of its read-out, with units that say nothing beside its own where more are shown:
/// they have no weights, so their h stays 0.
fn stack(weights: Weights, row: usize, units: usize) -> Stack {
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
    Stack { layers: all(weights.layers), decoder: all(weights.decoder), row: head }
}

/// Whether the settings ask for weights that are not among the browser's files. Those that a run begins with follow
/// from its settings, and need no file.
#[must_use]
pub fn is_absent(settings: &Settings) -> bool {
    let Some(wanted) = wanted(settings) else { return false };
    let none = |brought: &Brought| brought.as_ref().is_none_or(|(_, lanes)| lanes.iter().any(Option::is_none));
    let too_few = CellKind::ALL.iter().any(|cell| wanted.setup.units_of(*cell) > settings.units);
    too_few || (wanted.step > 0 && BROUGHT.with_borrow(none))
}

/// A cell's network, if the settings ask for it and it reads so many inputs; as it starts, where the files have none.
fn lane(settings: &Settings, cell: CellKind, inputs: Option<usize>) -> Option<Stack> {
    if !settings.is_trained() {
        return None;
    }
    let brought = BROUGHT.with_borrow(|brought| brought.as_ref().and_then(|(_, lanes)| lanes[cell as usize].clone()));
    let (setup, _) = Setup::new(settings);
    let row = settings.whole(Key::Answer).unwrap_or_default();
    let weights = brought.unwrap_or_else(|| setup.weights(cell, 0));
    let fits =
        setup.units_of(cell) <= settings.units && inputs.is_none_or(|inputs| weights.layers[0].input() == inputs);
    fits.then(|| stack(weights, row, settings.units))
}

/// The weights of the layer of a cell's trained network that is shown, W_hh times the recurrent gain, if the settings
/// ask for them and the network reads so many inputs.
#[must_use]
pub fn weights(settings: &Settings, cell: CellKind, inputs: usize) -> Option<Parameters> {
    let layer = lane(settings, cell, None)?.layers.into_iter().nth(settings.layer().0 - 1);
    let mut weights = layer.filter(|own| own.input() == inputs)?;
    weights.weight_hh *= settings.gain;
    Some(weights)
}

/// v, the row of a cell's trained read-out that is asked for.
#[must_use]
pub fn readout(settings: &Settings, cell: CellKind) -> Option<Vec<f64>> {
    lane(settings, cell, None).map(|network| network.row)
}

/// The run of a network of several layers, with the one that is shown.
///
/// # Panics
/// If the settings ask for no such network.
#[must_use]
pub fn run_stack(settings: &Settings, sequence: &Sequence, x: Series, cell: CellKind) -> Trace {
    let (layer, layers) = settings.layer();
    let steps = x.steps();
    let Stack { layers: mut stack, decoder, .. } = lane(settings, cell, Some(x.width())).unwrap_or_else(|| {
        // More units than are shown: somebody changed the address. Untrained ones are in their place.
        let width = |number: usize| if number == 0 { x.width() } else { settings.units };
        let start = Start { seed: settings.seed, hidden: settings.units, gain: 1.0, bias: settings.bias };
        let layers = (0..layers).map(|number| parameters(cell, width(number), start)).collect();
        Stack { layers, decoder: vec![], row: vec![] }
    });
    // A decoder is not shown, but the encoder before it.
    let layer = layer.min(stack.len());
    let shown = prepare_weights(settings, steps, stack[layer - 1].clone());
    stack[layer - 1] = shown;
    let (edit, readout) = (|x| edit_inputs(settings, x), lab::readout(settings, sequence, cell));
    let Some(first) = decoder.first() else { return engine::run_stack(stack, layer - 1, x, edit, readout) };
    // The decoder's first answer: it reads that nothing has been said yet.
    let inputs = first.input();
    let begin = (0..inputs).map(|k| if k + 1 == inputs { 1.0 } else { 0.0 }).collect();
    let readout = Readout { read: 0, targets: None, ..readout };
    engine::run_encoder((stack, layer - 1, x), edit, (decoder, Series::new(inputs, begin)), readout)
}

/// Whether the network that is shown goes on with a decoder.
#[must_use]
pub fn has_decoder(settings: &Settings) -> bool {
    let level = Setup::new(settings).0.level;
    settings.is_trained() && (level.task().decoder)(&level) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::train::Target;
    use crate::lab::Run;
    use crate::settings::State;
    use crate::task::train::{TASKS, Task};

    #[test]
    fn the_lab_gives_the_answer_of_the_network_that_was_trained() {
        for task in &TASKS {
            for (more, units) in [("", 6), ("&t_layers=3&layer=3", 6), ("&t_layers=2&layer=1", 6), ("&t_equal=yes", 24)]
            {
                answers_agree(task, more, units);
            }
        }
    }

    #[test]
    fn only_the_cell_in_focus_has_to_be_as_far_as_is_asked_for() {
        let settings = State::from_fragment("task=recall&t_knob=5&t_units=4&t_batch=4&trained=20").0.settings;
        let (setup, _) = Setup::new(&settings);
        let files = CellKind::ALL.map(|cell| {
            let mut session = Session::new(setup.clone(), cell);
            let steps = if cell == CellKind::Gru { 20 } else { 10 };
            assert!((0..steps).all(|_| session.advance()));
            Some(session.save())
        });
        assert!(bring(&settings, CellKind::Gru, files.clone()));
        assert!(!bring(&settings, CellKind::Lstm, files));
    }

    fn answers_agree(task: &Task, more: &str, units: usize) {
        let train = format!("task={}&t_knob=10&t_units=6&t_batch=4{more}", task.key);
        let settings = State::from_fragment(&train).0.settings;
        let (setup, _) = Setup::new(&settings);
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
        assert!(is_missing(&state.settings));
        assert!(bring(&state.settings, CellKind::Gru, [0, 1, 2].map(|k| Some(sessions[k].save()))));
        assert!(!is_missing(&state.settings));
        let run = Run::new(&state.settings, &state.settings.sequence());
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
