//! What a state still holds of what was read: how far it moves when one step reads something else, and how much of a past input a
//! probe finds in it.

use engine::chance::Chance;
use engine::probe::{Rows, last_state};
use engine::swap::swapped;
use engine::trace::{CellKind, Layer, Parameters, Quantity, Series, norm};
use nalgebra::DMatrix;

use super::Run;
use crate::sequence::{Input, Sequence};

/// The most other words that are tried at a step.
const MOST_OTHERS: usize = 12;

/// What is read instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The token that is first read at this step (from 0).
    Token(usize),
    /// The symbol of this number.
    Symbol(usize),
    /// The same numbers with the opposite sign.
    Opposite,
    /// Ones, where all numbers are 0.
    Ones,
}

/// A swap: what is read instead at a step, and what comes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swap {
    /// What is read instead.
    pub instead: Instead,
    /// ‖h′ − h‖ / (‖h′‖ + ‖h‖) at the read step: how far the state moves, of the most that it could at these lengths. 1 where it turns
    /// to its opposite.
    pub moved: f64,
    /// v·h′ at the read step.
    pub answer: f64,
}

/// What each step could read instead, with its vector: another token of the sequence, another symbol, or numbers with the opposite
/// sign. So are the inputs of a layer that does not read the sequence itself, as `reads_it` tells.
fn others(sequence: &Sequence, layer: &Layer, reads_it: bool) -> impl Fn(usize) -> Vec<(Instead, Vec<f64>)> {
    let x = layer.channel(Quantity::X).value.clone();
    let input = reads_it.then(|| sequence.input.clone());
    let firsts = match &input {
        Some(Input::Tokens(tokens)) => firsts(tokens),
        _ => vec![],
    };
    move |t: usize| {
        let own = x.at(t);
        match &input {
            Some(Input::Tokens(tokens)) => {
                let all = firsts.iter().copied().filter(|first| tokens[*first] != tokens[t]);
                thinned(all.map(|first| (Instead::Token(first), x.at(first).to_vec())).collect())
            }
            Some(Input::Symbols { kinds, read }) => {
                let one = |k: usize| (0..*kinds).map(|n| if n == k { 1.0 } else { 0.0 }).collect();
                (0..*kinds).filter(|k| Some(*k) != read[t]).map(|k| (Instead::Symbol(k), one(k))).collect()
            }
            _ if own.iter().all(|x| *x == 0.0) => vec![(Instead::Ones, vec![1.0; own.len()])],
            _ => vec![(Instead::Opposite, own.iter().map(|x| -x).collect())],
        }
    }
}

/// The steps at which a token is read for the first time.
fn firsts(tokens: &[String]) -> Vec<usize> {
    (0..tokens.len()).filter(|t| !tokens[..*t].contains(&tokens[*t])).collect()
}

/// At most [`MOST_OTHERS`] of a list, evenly spread.
fn thinned<T: Clone>(all: Vec<T>) -> Vec<T> {
    let kept = all.len().min(MOST_OTHERS);
    if kept == all.len() { all } else { (0..kept).map(|n| all[n * all.len() / kept].clone()).collect() }
}

/// At every step from 0 to `read` the swap that moves the state at `read` furthest; `None` where there is nothing else to read, or
/// that step `is_asked` for by nobody.
#[must_use]
pub fn swaps(
    sequence: &Sequence,
    layer: &Layer,
    reads_it: bool,
    v: &[f64],
    read: usize,
    is_asked: impl Fn(usize) -> bool,
) -> Vec<Option<Swap>> {
    let all = others(sequence, layer, reads_it);
    let others = |t: usize| if is_asked(t) { all(t) } else { vec![] };
    let own = layer.value(Quantity::Hidden, read);
    let states = swapped(layer, read, |t| others(t).into_iter().map(|(_, x)| x).collect());
    let of_step = |(t, states): (usize, Vec<Vec<f64>>)| {
        let all = others(t).into_iter().zip(states).map(|((instead, _), state)| {
            let answer = state.iter().zip(v).map(|(h, v)| h * v).sum();
            Swap { instead, moved: moved(own, &state), answer }
        });
        all.max_by(|a, b| a.moved.total_cmp(&b.moved))
    };
    states.into_iter().enumerate().map(of_step).collect()
}

/// See [`Swap::moved`].
#[must_use]
pub fn moved(own: &[f64], other: &[f64]) -> f64 {
    let difference: Vec<f64> = own.iter().zip(other).map(|(a, b)| a - b).collect();
    let most = norm(own) + norm(other);
    if most > 0.0 { norm(&difference) / most } else { 0.0 }
}

/// How many other inputs are tried at a step, at most.
#[must_use]
pub fn tries(sequence: &Sequence, reads_it: bool) -> usize {
    match &sequence.input {
        Input::Tokens(tokens) if reads_it => (firsts(tokens).len() - 1).min(MOST_OTHERS),
        Input::Symbols { kinds, .. } if reads_it => *kinds,
        _ => 1,
    }
}

/// All swaps of the three cells in the making, a step of a cell at a time.
#[derive(Clone, Debug)]
pub struct Swaps {
    sequence: Sequence,
    layers: [Layer; 3],
    v: [Vec<f64>; 3],
    reads_it: bool,
    read: usize,
    found: [Vec<Option<Swap>>; 3],
}

impl Swaps {
    /// None has been tried yet, of the layers that a run shows. See [`swaps`].
    #[must_use]
    pub fn new(run: &Run, sequence: &Sequence, reads_it: bool, read: usize) -> Self {
        let traces = CellKind::ALL.map(|cell| &run.lane(cell).trace);
        Self {
            sequence: sequence.clone(),
            layers: traces.map(|trace| trace.top().clone()),
            v: traces.map(|trace| trace.readout_weights.clone()),
            reads_it,
            read,
            found: [const { vec![] }; 3],
        }
    }

    /// Pieces of work in all.
    #[must_use]
    pub fn pieces(&self) -> usize {
        3 * (self.read + 1)
    }

    /// Pieces that have been done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.found.iter().map(Vec::len).sum()
    }

    /// Does the next piece; whether there was one.
    pub fn advance(&mut self) -> bool {
        let Some(cell) = self.found.iter().position(|found| found.len() <= self.read) else { return false };
        let step = self.found[cell].len();
        let (layer, v) = (&self.layers[cell], &self.v[cell]);
        let all = swaps(&self.sequence, layer, self.reads_it, v, self.read, |t| t == step);
        self.found[cell].push(all[step]);
        true
    }

    /// The swaps of a cell that have been tried, from the first step on.
    #[must_use]
    pub fn found(&self, cell: CellKind) -> &[Option<Swap>] {
        &self.found[cell as usize]
    }
}

/// The seed of the random sequences.
const SEED: u64 = 1;
/// Random sequences that a probe learns from, with a state of no units, and how many more for each unit.
const LEARNED: (usize, usize) = (400, 8);
/// Random sequences that it is tested on.
const HELD_OUT: usize = 200;

/// The different inputs of a sequence, in the order in which they are read first.
fn different(x: &Series) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = vec![];
    for t in 0..x.steps() {
        if !rows.iter().any(|row| row == x.at(t)) {
            rows.push(x.at(t).to_vec());
        }
    }
    rows
}

/// Random sequences: the place in a list of `rows` inputs of what is read at each of so many steps, each as likely as another.
fn random_sequences(rows: usize, steps: usize, count: usize) -> Vec<Vec<u16>> {
    let mut chance = Chance::new(SEED);
    (0..count).map(|_| (0..steps).map(|_| (chance.unit() * rows as f64) as u16).collect()).collect()
}

/// A probe of the three cells in the making: which part of what is read at each step a linear read-out finds in the state after the
/// last one, over random sequences.
#[derive(Clone, Debug)]
pub struct Probe {
    parameters: [Parameters; 3],
    /// What can be read at a step, by cell: all read the same, unless they are layers above others.
    inputs: [Vec<Vec<f64>>; 3],
    /// What each random sequence reads, by its place among those.
    sequences: Vec<Vec<u16>>,
    /// How many of them it learns from.
    learned: usize,
    /// The last state of every sequence that has been read, by cell.
    states: [Vec<f64>; 3],
    rows: [Option<Rows>; 3],
    /// R² at every step, as far as it has been worked out, by cell.
    found: [Vec<f64>; 3],
    /// Sequences that have been read.
    read: usize,
}

impl Probe {
    /// One that has read nothing yet, of the layers that a run shows, for sequences that end at its read step.
    #[must_use]
    pub fn new(run: &Run, read: usize) -> Self {
        let layers = CellKind::ALL.map(|cell| run.lane(cell).trace.top());
        let learned = LEARNED.0 + LEARNED.1 * layers[0].hidden();
        let inputs = layers.map(|layer| different(&layer.channel(Quantity::X).value));
        let rows = inputs.iter().map(Vec::len).min().unwrap_or_default();
        Self {
            parameters: layers.map(|layer| layer.parameters.clone()),
            sequences: random_sequences(rows, read + 1, learned + HELD_OUT),
            inputs,
            learned,
            states: [const { vec![] }; 3],
            rows: [const { None }; 3],
            found: [const { vec![] }; 3],
            read: 0,
        }
    }

    fn steps(&self) -> usize {
        self.sequences[0].len()
    }

    /// Pieces of work in all: a sequence each, then a step of a cell each.
    #[must_use]
    pub fn pieces(&self) -> usize {
        self.sequences.len() + 3 * self.steps()
    }

    /// Pieces that have been done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.read + self.found.iter().map(Vec::len).sum::<usize>()
    }

    /// Does the next piece; whether there was one.
    pub fn advance(&mut self) -> bool {
        if let Some(sequence) = self.sequences.get(self.read) {
            for ((parameters, inputs), states) in self.parameters.iter().zip(&self.inputs).zip(&mut self.states) {
                let numbers = sequence.iter().flat_map(|place| &inputs[usize::from(*place)]).copied();
                states.extend(last_state(parameters, Series::new(inputs[0].len(), numbers.collect())));
            }
            self.read += 1;
            return true;
        }
        let steps = self.steps();
        let Some(cell) = self.found.iter().position(|found| found.len() < steps) else { return false };
        if self.rows[cell].is_none() {
            let all = self.states[cell].chunks_exact(self.parameters[cell].hidden());
            let rows = |from: usize, count| by_rows(&all.clone().skip(from).take(count).collect::<Vec<_>>());
            self.rows[cell] = Rows::new(rows(0, self.learned), rows(self.learned, HELD_OUT));
        }
        let step = self.found[cell].len();
        let read = |all: &[Vec<u16>]| {
            by_rows(&all.iter().map(|places| &*self.inputs[cell][usize::from(places[step])]).collect::<Vec<_>>())
        };
        let (learned, held_out) = self.sequences.split_at(self.learned);
        let explained = self.rows[cell].as_ref().map(|rows| rows.explained(read(learned), read(held_out)));
        self.found[cell].push(explained.unwrap_or(f64::NAN));
        true
    }

    /// R² at every step from 0 to the last, by cell: of what is read there, on sequences that it has not learned from (see
    /// [`Rows::explained`]). NaN where all inputs are alike. `None` before all is done.
    #[must_use]
    pub fn found(&self) -> Option<[Vec<f64>; 3]> {
        (self.done() == self.pieces()).then(|| self.found.clone())
    }
}

fn by_rows(rows: &[&[f64]]) -> DMatrix<f64> {
    DMatrix::from_fn(rows.len(), rows.first().map_or(0, |row| row.len()), |row, column| rows[row][column])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::Library;
    use crate::settings::State;

    fn opened(fragment: &str) -> (Sequence, Run, usize) {
        let (state, problems) = State::from_fragment(fragment);
        assert_eq!(problems, [], "{fragment}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        (sequence, run, state.settings.read_step())
    }

    fn swaps_of(fragment: &str, cell: CellKind) -> Vec<Option<Swap>> {
        let (sequence, run, read) = opened(fragment);
        let trace = &run.lane(cell).trace;
        swaps(&sequence, trace.top(), true, &trace.readout_weights, read, |_| true)
    }

    /// The latch of lesson 4: the sign of the first input is the sign of the last state, and nothing later can turn it.
    #[test]
    fn a_latch_turns_with_its_first_input_and_with_no_other() {
        const LATCH: &str = "sequence=impulse&length=30&units=1&edits=rnn.weight_ih.0.0=1;rnn.weight_hh.0.0=1.5;rnn.bias_ih.0.0=0;rnn.bias_hh.0.0=0";
        let (_, run, read) = opened(LATCH);
        let trace = &run.lane(CellKind::Rnn).trace;
        let swaps = swaps_of(LATCH, CellKind::Rnn);
        assert_eq!((swaps.len(), read), (30, 29));
        let first = swaps[0].unwrap();
        assert_eq!(first.instead, Instead::Opposite);
        assert!((first.moved - 1.0).abs() < 1e-14 && (first.answer + trace.loss()).abs() < 1e-15, "{first:?}");
        assert!(swaps[1..20].iter().flatten().all(|swap| swap.moved < 1e-4), "{swaps:?}");
        assert!(trace.reach()[0] < 3e-12);
    }

    /// Each swap is the run of an edited sequence: of all other words the one that moves the state furthest.
    #[test]
    fn a_word_is_swapped_for_the_one_that_moves_the_state_furthest() {
        let (sequence, run, read) = opened("");
        for cell in CellKind::ALL {
            let trace = &run.lane(cell).trace;
            let swap = swaps_of("", cell)[1].unwrap();
            let own = trace.top().value(Quantity::Hidden, read);
            let moved_by = |first: usize| {
                let x = trace.top().value(Quantity::X, first);
                let edits: Vec<String> = x.iter().enumerate().map(|(n, x)| format!("x.1.{n}={x}")).collect();
                let (_, run, _) = opened(&format!("edits={}", edits.join(";")));
                let state = run.lane(cell).trace.top().value(Quantity::Hidden, read).to_vec();
                moved(own, &state)
            };
            let all: Vec<f64> = (0..sequence.steps()).map(moved_by).collect();
            let furthest = all.iter().copied().fold(0.0, f64::max);
            assert!((swap.moved - furthest).abs() < 1e-14, "{swap:?}: {all:?}");
            let Instead::Token(first) = swap.instead else { panic!("{swap:?}") };
            assert!((all[first] - furthest).abs() < 1e-14);
        }
    }

    #[test]
    fn where_nothing_else_can_be_read_there_is_no_swap() {
        assert_eq!(swaps_of("sequence=words&text=one", CellKind::Rnn), [None]);
    }

    #[test]
    fn a_probe_finds_the_last_input_and_ends() {
        let (_, run, read) = opened("sequence=words&text=one+two+three+four+two&units=6");
        let mut probe = Probe::new(&run, read);
        assert_eq!(probe.found(), None);
        let pieces = (0..).take_while(|_| probe.advance()).count();
        assert_eq!((pieces, probe.done()), (probe.pieces(), probe.pieces()));
        let found = probe.found().unwrap();
        for found in &found {
            assert_eq!(found.len(), 5);
            assert!(found.iter().all(|x| *x <= 1.0 && *x > -0.2), "{found:?}");
        }
        assert!(found[0][4] > 0.5 && found[0][4] > 2.0 * found[0][0], "{found:?}");
    }
}
