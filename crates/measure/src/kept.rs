//! Remembered or not: how far the last state moves when one step reads something else, and how much a probe finds of what was read
//! there, beside the gradient that is left.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Quantity};
use learn::task::Sets;
use learn::training::Setup;
use model::lab::kept::{self, Swap, swaps};
use model::sequence::Sequence;
use model::settings::{Settings, Source};

use crate::going::Going;
use crate::scene::Scene;

/// So many products of two numbers may be made at once: what takes more is worked out piece by piece.
const AT_ONCE: usize = 4_000_000;

/// What is read instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Instead {
    /// Another word.
    Word(String),
    /// The same numbers with the opposite sign.
    Opposite,
    /// Ones, where all numbers are 0.
    Ones,
}

/// A swap at the step in focus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swapped {
    /// What is read instead.
    pub instead: Instead,
    /// v·h where the loss is read, after the swap.
    pub answer: f64,
}

/// What is kept of each step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The step where the loss is read (from 0).
    pub read: usize,
    /// The cell in focus.
    pub cell: CellKind,
    /// The step in focus (from 0), at most `read`.
    pub at: usize,
    /// ‖h′ − h‖ / (‖h′‖ + ‖h‖) of the state at `read`, with h′ its value where a step reads something else: at every step, by cell.
    /// NaN where nothing else can be read, or has not been yet.
    pub moved: [Vec<f64>; 3],
    /// ‖λ_t‖ / ‖λ_read‖ at every step, by cell.
    pub left: [Vec<f64>; 3],
    /// v·h where the loss is read, by cell; `None` if the answer is given by other layers.
    pub answers: [Option<f64>; 3],
    /// The swap at the step in focus, by cell.
    pub swapped: [Option<Swapped>; 3],
    /// R²: how much of what is read at each step a linear probe finds in the state at `read`, over random sequences, by cell. `None`
    /// before it is worked out.
    pub found: Option<[Vec<f64>; 3]>,
    /// How far all of it is.
    pub going: Going,
}

impl Kept {
    /// Reads something else at the step in focus, and at as many others, evenly spread, as take no time to speak of.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let read = settings.read_step();
        let at = scene.state.focus.step.min(read);
        let is_asked = |t: usize| t == at || (read - t).is_multiple_of(every(scene, read));
        let traces = CellKind::ALL.map(|cell| &scene.run.lane(cell).trace);
        let is_read = !learn::trained::has_decoder(settings);
        let mut kept = Self {
            read,
            cell: scene.state.focus.cell,
            at,
            moved: [const { vec![] }; 3],
            left: CellKind::ALL.map(|cell| scene.run.lane(cell).reach[..=read].to_vec()),
            answers: traces.map(|trace| {
                let own = trace.top().value(Quantity::Hidden, read).iter().zip(&trace.readout_weights);
                (is_read && trace.arriving.is_empty()).then(|| own.map(|(h, v)| h * v).sum::<f64>())
            }),
            swapped: [None, None, None],
            found: None,
            going: Going::default(),
        };
        for (cell, trace) in CellKind::ALL.into_iter().zip(traces) {
            let v = &trace.readout_weights;
            kept.moved[cell as usize] = vec![f64::NAN; read + 1];
            let swaps = swaps(scene.sequence, trace.top(), reads_it(settings), v, read, is_asked);
            kept.take(cell, &swaps, scene.sequence, settings);
        }
        kept
    }

    /// Takes in swaps of a cell, from the first step on, as far as there are any.
    pub(crate) fn take(&mut self, cell: CellKind, swaps: &[Option<Swap>], sequence: &Sequence, settings: &Settings) {
        for (moved, swap) in self.moved[cell as usize].iter_mut().zip(swaps) {
            *moved = swap.map_or(*moved, |swap| swap.moved);
        }
        if let Some(swap) = swaps.get(self.at).copied().flatten() {
            let instead = named(swap, sequence, settings);
            self.swapped[cell as usize] = Some(Swapped { instead, answer: swap.answer });
        }
    }
}

/// Whether the layer shown reads the sequence itself.
pub(crate) fn reads_it(settings: &Settings) -> bool {
    settings.layer().0 == 1
}

/// At every how many steps something else is read at once, back from `read`.
fn every(scene: &Scene, read: usize) -> usize {
    let layer = scene.run.lane(CellKind::Lstm).trace.top();
    let (hidden, input) = (layer.hidden(), layer.parameters.input());
    // A step of the three cells has eight blocks of products; after a swap half of the steps are made anew, on average.
    let one = kept::tries(scene.sequence, reads_it(&scene.state.settings)) * (read + 1) * 4 * hidden * (hidden + input);
    (read + 1).div_ceil((AT_ONCE / one.max(1)).max(1))
}

/// What is read instead, with its name: a symbol's is its task's, where that needs no data; else its number.
fn named(swap: Swap, sequence: &Sequence, settings: &Settings) -> Instead {
    match swap.instead {
        kept::Instead::Token(first) => Instead::Word(sequence.labels[first].clone()),
        kept::Instead::Symbol(k) => {
            let level = Setup::new(settings, &Sets::default()).0.level;
            let is_known = settings.source == Source::Example && level.missing().is_none();
            let name = is_known.then(|| (level.task().input)(&level, k)).filter(|name| !name.is_empty());
            Instead::Word(name.unwrap_or_else(|| (k + 1).to_string()))
        }
        kept::Instead::Opposite => Instead::Opposite,
        kept::Instead::Ones => Instead::Ones,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn kept(fragment: &str) -> Kept {
        let (state, problems) = State::from_fragment(fragment);
        assert_eq!(problems, [], "{fragment}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        Kept::of(&Scene { quick: true, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    #[test]
    fn what_is_read_instead_is_named_and_answers_with_it() {
        let own = kept("at=2&cell=lstm");
        let word = own.swapped[1].clone().unwrap();
        assert!(matches!(&word.instead, Instead::Word(name) if !name.is_empty() && name != "book"), "{word:?}");
        assert!(own.answers[1].is_some_and(|before| before != word.answer));
        let instead =
            |at| kept(&format!("sequence=impulse&length=9&at={at}")).swapped[0].clone().map(|own| own.instead);
        assert_eq!((instead(1), instead(2)), (Some(Instead::Opposite), Some(Instead::Ones)));
    }

    #[test]
    fn what_takes_no_time_is_read_at_once_and_of_the_rest_the_step_in_focus() {
        let known = |fragment: &str| {
            let moved = kept(fragment).moved;
            moved.map(|moved| (0..moved.len()).filter(|t| !moved[*t].is_nan()).collect::<Vec<_>>())
        };
        assert_eq!(known("").map(|all| all.len()), [13; 3], "all of the page's own sentence");
        for known in known("units=128&sequence=adding&length=100&at=50") {
            assert!(known.len() < 10 && known.contains(&49) && known.contains(&99), "{known:?}");
        }
    }
}
