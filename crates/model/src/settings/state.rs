//! Everything that the address holds: settings, the place of the playhead, what is in focus, and how it is shown. The page has one,
//! and all that it shows follows from it.

use super::Settings;
use super::source::Source;
use crate::keys::{Bound, HEARS, Key, Range, list};
use crate::playback::Playhead;
use engine::trace::{CellKind, Pass, Quantity};

/// A part of a lane that can be in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A unit's state: h, or the LSTM's c.
    State(Quantity),
    /// A gate.
    Gate(Quantity),
    /// The gradient with respect to the state.
    Gradient,
    /// The step's input.
    Token,
}

/// The place that the inspector shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The cell, and with it the lane.
    pub cell: CellKind,
    /// The step (from 0).
    pub step: usize,
    /// The hidden unit (from 0).
    pub unit: usize,
    /// The part of the lane.
    pub part: Part,
    /// The pass whose equations the inspector shows.
    pub pass: Pass,
}

/// Everything that the address holds: settings, playhead, focus and display.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The settings of the run.
    pub settings: Settings,
    /// The playhead's position.
    pub playhead: Playhead,
    /// The place that the inspector shows.
    pub focus: Focus,
    /// The speed of the playhead: one of [`SPEEDS`](crate::playback::SPEEDS).
    pub speed: f64,
    /// Larger type for a projector, controls folded away.
    pub presenting: bool,
}

impl Default for State {
    fn default() -> Self {
        Self::of(Settings::default())
    }
}

impl State {
    /// The state in which these settings open: all numbers shown, the lanes' number in focus; for what hears what the loss,
    /// which hears the most.
    #[must_use]
    pub fn of(settings: Settings) -> Self {
        let focus = Focus {
            cell: CellKind::Lstm,
            step: if settings.written(Key::Picture) == HEARS { settings.read_step() } else { settings.mark_step() },
            unit: 3.min(settings.units - 1),
            part: Part::State(Quantity::Cell),
            pass: Pass::Forward,
        };
        Self { playhead: settings.timeline().end(), focus, speed: 1.0, presenting: false, settings }
    }

    /// Computes a range that depends on other settings.
    #[must_use]
    pub fn bound(&self, bound: Bound) -> Range<u64> {
        let (low, high) = match bound {
            Bound::Lengths => (self.settings.shortest(), self.settings.longest()),
            Bound::Steps => (1, self.settings.steps()),
            Bound::Units => (1, self.settings.units),
        };
        (low as u64, high as u64)
    }

    /// A description of the valid values of a key, given the other settings.
    #[must_use]
    pub fn expected(&self, key: Key) -> String {
        match (key, &self.settings.source) {
            (Key::Part, _) => list(&parts(self.focus.cell).into_iter().map(part_key).collect::<Vec<_>>()),
            (Key::Text, source) if !matches!(source, Source::Own(_)) => crate::keys::said().no_own_text.to_owned(),
            _ => key.expected(|bound| self.bound(bound)),
        }
    }

    /// Clamps length, playhead and focus to what the sequence and the hidden units allow.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.settings.length = self.settings.length.clamp(self.settings.shortest(), self.settings.longest());
        self.playhead = self.settings.timeline().clamp(self.playhead);
        self.focus.step = self.focus.step.min(self.settings.steps() - 1);
        self.focus.unit = self.focus.unit.min(self.settings.units - 1);
        self
    }
}

/// The parts of a lane that can be in focus, from top to bottom.
#[must_use]
pub fn parts(cell: CellKind) -> Vec<Part> {
    let states = states(cell).iter().map(|&q| Part::State(q));
    let gates = cell.gates().iter().map(|&q| Part::Gate(q));
    states.chain(gates).chain([Part::Gradient, Part::Token]).collect()
}

/// The states that a lane draws as maps, from top to bottom.
#[must_use]
pub fn states(cell: CellKind) -> &'static [Quantity] {
    match cell {
        CellKind::Lstm => &[Quantity::Cell, Quantity::Hidden],
        CellKind::Rnn | CellKind::Gru => &[Quantity::Hidden],
    }
}

/// The same focus in another lane; where that lane has no such part, its main state.
#[must_use]
pub fn in_lane(focus: Focus, cell: CellKind) -> Focus {
    let part = if parts(cell).contains(&focus.part) { focus.part } else { Part::State(states(cell)[0]) };
    Focus { cell, part, ..focus }
}

/// The name in the address of a part of a lane.
#[must_use]
pub fn part_key(part: Part) -> &'static str {
    match part {
        Part::State(quantity) | Part::Gate(quantity) => quantity.key(),
        Part::Gradient => "gradient",
        Part::Token => "token",
    }
}
