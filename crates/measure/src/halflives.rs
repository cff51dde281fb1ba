//! A ruler of half-lives: in how many steps each unit's forget or update gate halves what the unit keeps, for some starts and
//! for the networks in the lanes.

use serde::{Deserialize, Serialize};

use engine::cure::{Scheme, start};
use engine::halflife::half_lives;
use engine::trace::{CellKind, Layer, Quantity};
use engine::{Start, parameters, read};

use crate::scene::Scene;

/// The cells that have such a gate.
pub const CELLS: [CellKind; 2] = [CellKind::Lstm, CellKind::Gru];
/// While a slider may be moving other starts are worked out up to this H² T.
const MOST_WORK: usize = 40_000;

/// A start that the networks in the lanes are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Begun {
    /// PyTorch's weights.
    Plain,
    /// The same, with 1 added to the bias of the gate.
    BiasOne,
    /// The same, with chrono biases (Tallec and Ollivier 2018).
    Chrono,
}

/// The half-lives of every unit, of a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ruled {
    /// Of each start in the order of [`Begun::ALL`]; empty while they are left out.
    pub starts: Vec<Vec<f64>>,
    /// Of the network in the lanes.
    pub lanes: Vec<f64>,
}

/// The numbers of the ruler.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Halflives {
    /// LSTM and GRU, in the order of [`CELLS`].
    pub cells: [Ruled; 2],
    /// The step (from 0) where the way begins.
    pub from: usize,
    /// The step (from 0) where the loss is read.
    pub to: usize,
    /// Whether the lanes show networks after training.
    pub is_trained: bool,
}

impl Begun {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Plain, Self::BiasOne, Self::Chrono];
}

impl Halflives {
    /// Measures the networks in the lanes, and runs the other starts over the same sequence.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let (from, to) = way(scene);
        Self {
            cells: CELLS.map(|cell| Ruled::of(scene, cell)),
            from,
            to,
            is_trained: settings.is_trained() && !settings.is_before_training() && !scene.absent,
        }
    }

    /// The steps from where the way begins to the loss.
    #[must_use]
    pub fn distance(&self) -> usize {
        self.to - self.from
    }
}

impl Ruled {
    fn of(scene: &Scene, cell: CellKind) -> Self {
        let shown = scene.run.lane(cell).trace.top();
        let units = if scene.state.settings.is_trained() { trained_units(shown) } else { shown.hidden() };
        let work = units * units * shown.steps();
        let is_left_out = scene.quick && work > MOST_WORK;
        let starts =
            if is_left_out { vec![] } else { Begun::ALL.map(|begun| started(scene, cell, units, begun)).to_vec() };
        Self { starts, lanes: half_lives(shown, units, way(scene)) }
    }
}

/// The steps where the way begins and where the loss is read.
fn way(scene: &Scene) -> (usize, usize) {
    let settings = &scene.state.settings;
    (settings.mark_step(), settings.read_step())
}

/// The units that a trained network has: the Lab may show more, whose weights are 0 and which do nothing.
fn trained_units(layer: &Layer) -> usize {
    let weights = &layer.parameters;
    let Some(road) = weights.cell.road() else { return layer.hidden() };
    let row = weights.row(road);
    let is_used = |unit: &usize| weights.weight_hh.row(row + unit).iter().any(|weight| *weight != 0.0);
    (0..layer.hidden()).rev().find(is_used).map_or(layer.hidden(), |last| last + 1)
}

/// The half-lives of a network that begins in some way, over the sequence of the lanes.
fn started(scene: &Scene, cell: CellKind, hidden: usize, begun: Begun) -> Vec<f64> {
    let settings = &scene.state.settings;
    let x = scene.run.lane(cell).trace.top().channel(Quantity::X).value.clone();
    let (seed, steps) = (settings.seed, x.steps());
    let bias = if begun == Begun::BiasOne { 1.0 } else { 0.0 };
    let mut weights = parameters(cell, x.width(), Start { seed, hidden, gain: 1.0, bias });
    if begun == Begun::Chrono {
        start(&mut weights, Scheme::Chrono, seed, 1.0, 0.0, steps);
    }
    half_lives(&read(weights, x), hidden, way(scene))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn halflives(fragment: &str, quick: bool) -> Halflives {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        Halflives::of(&Scene { quick, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    /// A frozen gate is the same for all units and steps.
    #[test]
    fn a_frozen_gate_has_its_half_life_in_every_unit() {
        let own = halflives("forget=0.95&update=0.5", false);
        assert!(
            own.cells[0].lanes.iter().all(|steps| (steps - 13.513_407_334).abs() < 1e-8),
            "{:?}",
            own.cells[0].lanes
        );
        assert!(own.cells[1].lanes.iter().all(|steps| (steps - 1.0).abs() < 1e-12));
    }

    #[test]
    fn the_starts_are_the_networks_that_the_lanes_would_show() {
        let own = halflives("bias=0", false);
        let one = halflives("bias=1", false);
        let chrono = halflives("bias=0&start_lstm=chrono&start_gru=chrono", false);
        for cell in 0..2 {
            assert_eq!(own.cells[cell].starts[0], own.cells[cell].lanes);
            assert_eq!(own.cells[cell].starts[1], one.cells[cell].lanes);
            assert_eq!(own.cells[cell].starts[2], chrono.cells[cell].lanes);
            assert_eq!(own.cells[cell].starts, one.cells[cell].starts);
        }
        assert_eq!((own.from, own.to, own.distance(), own.is_trained), (1, 12, 11, false));
        // The lesson says so.
        assert!(own.cells[0].starts.iter().flatten().all(|steps| *steps < 11.0));
    }

    #[test]
    fn while_a_slider_moves_only_small_networks_are_compared() {
        assert_eq!(halflives("", true).cells[0].starts.len(), 3);
        let large = halflives("units=128&sequence=impulse&length=60", true);
        assert!(large.cells[0].starts.is_empty() && large.cells[0].lanes.len() == 128);
    }
}
