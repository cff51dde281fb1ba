//! The table of keys: each key of the address once, with its values, its scope, and its help text.
//!
//! Everything that depends on a key follows from this table: how the address is read and written (`address`), which
//! changes undo takes back, which need a new run or a worker (`settings`), which keys belong to a lesson, which ones a
//! sweep copies, and the message for an invalid value.

mod names;
mod number;
mod value;

pub use names::{BLOCKS, HEARS, PICTURES, RULES, SCHEDULES, SCHEMES, SEQUENCES, TASKS};
pub use number::{Unread, number, thousands, typed, whole};
pub use value::{Choice, Value};

use crate::playback::SPEEDS;
use engine::trace::{CellKind, Quantity, Road};
use names::{ALONG, FOLLOWED, ROADS, all_parts, blocks, quantities};
use words::fill;
use words::keys::words;
pub use words::keys::words as said;

/// The most hidden units H.
pub const MOST_UNITS: usize = 128;
/// The smallest and largest recurrent gain.
pub const GAIN: (f64, f64) = (0.1, 10.0);
/// The smallest and largest forget or update bias.
pub const BIAS: (f64, f64) = (-3.0, 6.0);
/// The range of w in the picture of one unit, around the cliff of its error surface.
pub const CLIFF_W: (f64, f64) = (4.0, 6.5);
/// The range of b in the picture of one unit; see [`CLIFF_W`].
pub const CLIFF_B: (f64, f64) = (-3.2, -1.8);
/// The largest seed.
pub const MOST_SEED: u64 = 999_999;

/// The scope of a key: what has to be recomputed when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The sequence. Marks and focus that belong to the previous sequence are reset.
    Sequence,
    /// The run.
    Run,
    /// The numbers of the run but not its shape: a worker can recompute them while a slider is dragged.
    Drag,
    /// The cells: form, initialisation, numbers set by hand, trained weights. Only workers have the code for these.
    Cell,
    /// The step at which the lanes' number is read off the run.
    Mark,
    /// Playhead, focus and playback. They are no settings, so undo ignores them.
    Moment,
    /// A picture of the laboratory.
    Look,
    /// The open view.
    Place,
    /// A training run, and the runs of a sweep, which copy the value.
    Sweep,
    /// A training run, or its display.
    Train,
    /// A lesson, and the parts and settings that a lecturer's address hides and locks. A lesson's figure does not read
    /// it.
    Lesson,
    /// A question of Choose.
    Choose,
}

/// The smallest and the largest value.
pub type Range<T> = (T, T);

/// A range that depends on other settings; [`State::bound`](crate::settings::State::bound) computes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The lengths that the sequence can have.
    Lengths,
    /// The steps of the sequence, from 1.
    Steps,
    /// The hidden units, from 1.
    Units,
}

/// The values that a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `yes` or `no`.
    Flag,
    /// A whole number.
    Whole(Range<u64>),
    /// A whole number in a range that depends on other settings.
    Within(Bound),
    /// A whole number; decimals are cut off.
    Count(Range<u64>),
    /// A number.
    Real(Range<f64>),
    /// One of these numbers.
    Step(&'static [f64]),
    /// One of these names.
    One(&'static [&'static str]),
    /// One of these names, which the engine defines.
    Named(fn() -> Vec<&'static str>),
    /// Any of these names, separated by commas.
    Set(&'static [&'static str]),
    /// Any keys of this table, separated by commas.
    Keys,
    /// A text. Its reader reports what is invalid in it.
    Text,
}

/// A line of the table.
struct Entry {
    name: &'static str,
    kind: Kind,
    scope: Scope,
    help: &'static str,
}

macro_rules! keys {
    ($($key:ident $name:literal: $kind:expr, $scope:ident, $help:literal;)*) => {
        /// A key of the address.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $(#[doc = $help] $key,)*
        }

        impl Key {
            /// Every key, in the order in which keys are read and written: a key whose range depends on another follows
            /// it.
            pub const ALL: &'static [Self] = &[$(Self::$key,)*];
        }

        static TABLE: &[Entry] = &[
            $(Entry { name: $name, kind: $kind, scope: Scope::$scope, help: $help },)*
        ];
    };
}

use Kind::{Count, Flag, Keys, Named, One, Real, Set, Step, Text, Whole, Within};

keys! {
    Sequence "sequence": One(&SEQUENCES), Sequence, "What the three cells read";
    Text "text": Text, Sequence, "A text of your own";
    Numbers "numbers": Text, Sequence, "Numbers of your own: a comma between columns, a semicolon between rows";

    Length "length": Within(Bound::Lengths), Run, "Steps of a sequence that is no text";
    Normalised "normalised": Flag, Run, "A series is brought to mean 0 and variance 1";
    Units "units": Whole((1, MOST_UNITS as u64)), Run, "Hidden units of each cell";
    Gain "gain": Real(GAIN), Drag, "What the recurrent weights are multiplied by";
    Bias "bias": Real(BIAS), Drag, "What is added to the bias of the forget or update gate";
    Seed "seed": Whole((0, MOST_SEED)), Run, "The number that all draws follow from";
    Read "read": Within(Bound::Steps), Run, "The step at which the loss is read";
    Mark "mark": Within(Bound::Steps), Mark, "The step at which the lanes’ number is read";

    Pass "pass": One(&["forward", "backward"]), Moment, "The pass that the playhead is in";
    Step "step": Within(Bound::Steps), Moment, "The step of the playhead";
    Cell "cell": One(&["rnn", "lstm", "gru"]), Moment, "The cell in focus";
    At "at": Within(Bound::Steps), Moment, "The step in focus";
    Unit "unit": Within(Bound::Units), Moment, "The unit in focus";
    Part "part": Named(all_parts), Moment, "What of the cell is in focus: a state, a gate, the gradient or the token";
    Equations "equations": One(&["forward", "backward"]), Moment, "The pass whose equations are shown";
    Speed "speed": Step(&SPEEDS), Moment, "How fast the playhead runs";
    Present "present": Flag, Moment, "Larger type for a projector, controls folded away";

    Picture "picture": One(&PICTURES), Look, "The picture that is open";
    Gate "gate": Named(quantities), Look, "The gate whose saturation is shown";
    Relative "relative": Flag, Look, "What each cell hears, measured by its own loudest";
    Cures "cures": Text, Look, "Two starts that are compared, with ~ between";
    Equal "equal": Flag, Look, "The starts that are compared have as many parameters";
    UnitW "unit_w": Real(CLIFF_W), Look, "The weight that one unit’s descent begins with";
    UnitB "unit_b": Real(CLIFF_B), Look, "The bias that one unit’s descent begins with";
    UnitRate "unit_rate": Real((0.1, 4.0)), Look, "The learning rate of one unit’s descent";
    UnitClip "unit_clip": Real((0.01, 0.5)), Look, "The largest gradient of one unit’s descent";
    LatchW "latch_w": Real((0.2, 3.0)), Look, "The weight of a unit that reads only itself";
    LatchH "latch_h": Real((-1.0, 1.0)), Look, "The state that such a unit begins with";
    LatchN "latch_n": Count((0, 40)), Look, "How many steps such a unit makes";
    Tensor "tensor": Named(blocks), Look, "The gate whose weights are edited";
    Why "why": Text, Look, "The way from a number to what it is made of";
    Csv "csv": Text, Look, "A table that is about to become the sequence";
    ForkW "fork_w": Real((0.0, 2.5)), Look, "The weight of a unit that comes to rest";
    ForkB "fork_b": Real((-1.0, 1.0)), Look, "The bias of such a unit";
    ForkAlong "fork_along": One(&ALONG), Look, "Whether its states are drawn along the weight or along the bias";
    ForkWay "fork_way": Text, Look, "The way on which its weight or bias was dragged";
    AfterPart "after": One(&["states", "attention", "scan"]), Look, "What is shown of what came after";
    SpaceTrained "space_trained": Flag, Look, "Whether the state space is that of two units or of trained networks";
    SpaceOwn "space_own": Real((0.0, 2.5)), Look, "What each of two units reads of itself";
    SpaceCross "space_cross": Real((0.0, 2.5)), Look, "What each of two units reads of the other";
    SpaceTurns "space_turns": Flag, Look, "One of two units reads the other with the opposite sign";
    SpaceB1 "space_bias": Real((-1.0, 1.0)), Look, "The bias of the first of two units";
    SpaceB2 "space_bias_second": Real((-1.0, 1.0)), Look, "The bias of the second of two units";
    SpaceH1 "space_x": Real((-1.0, 1.0)), Look, "The first number of the state that two units begin with";
    SpaceH2 "space_y": Real((-1.0, 1.0)), Look, "The second number of the state that two units begin with";
    ScanRound "scan_round": Count((0, 9)), Look, "The round of a parallel scan that is shown";
    CounterText "counter_text": Text, Look, "The text that the bracket counter reads";
    CounterBy "counter_by": One(&FOLLOWED), Look, "What the bracket counter’s units are compared with";
    CounterUnit "counter_unit": Whole((1, MOST_UNITS as u64)), Look, "The unit of the bracket counter that is shown";

    Input "input": Real((0.0, 1.0)), Cell, "LSTM: the number at which the input gate is held";
    Forget "forget": Real((0.0, 1.0)), Cell, "LSTM: the number at which the forget gate is held";
    Output "output": Real((0.0, 1.0)), Cell, "LSTM: the number at which the output gate is held";
    Reset "reset": Real((0.0, 1.0)), Cell, "GRU: the number at which the reset gate is held";
    Update "update": Real((0.0, 1.0)), Cell, "GRU: the number at which the update gate is held";
    Relu "relu": Flag, Cell, "RNN: max(0, a) in the place of tanh";
    LinearCandidate "linear_candidate": Flag, Cell, "LSTM: the candidate without tanh";
    LinearOutput "linear_output": Flag, Cell, "LSTM: the cell state is read without tanh";
    Coupled "coupled": Flag, Cell, "LSTM: the input gate is what the forget gate leaves";
    ResetBefore "reset_before": Flag, Cell, "GRU: the reset gate before the matrix product";
    Closed "closed": Set(&ROADS), Cell, "Roads that the gradient does not take back";
    StartRnn "start_rnn": One(&SCHEMES), Cell, "How the RNN’s weights are drawn";
    StartLstm "start_lstm": One(&SCHEMES), Cell, "How the LSTM’s weights are drawn";
    StartGru "start_gru": One(&SCHEMES), Cell, "How the GRU’s weights are drawn";
    Edits "edits": Text, Cell, "Numbers put in by hand, each in the place of a drawn one";
    Net "net": Text, Cell, "A network of your own, by its name";
    Trained "trained": Whole((0, 1_000_000_000)), Cell, "The step of training whose weights are shown";
    Answer "answer": Whole((0, 1_000_000)), Cell, "The answer that a trained network is asked for, by its number";
    Untrained "untrained": Flag, Cell, "A trained network as it was before its first step of training";
    Example "example": Whole((1, 1_000_000)), Cell, "The example of the task that is read, by its number";
    Layer "layer": Whole((1, 8)), Cell, "The layer of a trained network that is shown";

    View "view": One(&["start", "train", "results", "compare", "choose", "reference"]), Place, "The page in view, in the place of the Lab";
    Page "page": Text, Place, "The page of the reference";
    Entry "entry": Text, Place, "The entry of that page";

    Task "task": One(&TASKS), Sweep, "What is learned";
    Knob "t_knob": Count((0, 1_000_000)), Sweep, "How hard the task is: its length or distance";
    Window "t_window": Count((0, 1_000_000)), Sweep, "How much of a series is read before the forecast";
    TrainUnits "t_units": Count((1, 512)), Sweep, "Hidden units of the networks that learn";
    Rate "t_rate": Real((0.0, 1e9)), Sweep, "The learning rate";
    TrainStart "t_start": One(&SCHEMES), Sweep, "How weights are drawn before they learn";
    TrainBias "t_bias": Real(BIAS), Sweep, "What is added to the bias of the forget or update gate before they learn";
    Clip "t_clip": Real((0.0, 1e6)), Sweep, "The largest norm of the gradient; 0 for any";
    Own "t_own": Text, Sweep, "The name of the data of your own that is learned from";
    TrainNet "t_net": Text, Train, "The network of your own from whose weights training begins";
    Layers "t_layers": Count((1, 4)), Train, "Layers of the networks that learn";
    Rule "t_rule": One(&RULES), Train, "The optimiser";
    Dropout "t_dropout": Real((0.0, 0.9)), Train, "The share of h that is dropped between layers";
    Batch "t_batch": Count((1, 1024)), Train, "Sequences of a batch";
    TrainSeed "t_seed": Count((0, MOST_SEED)), Train, "The first seed";
    Seeds "t_seeds": Count((1, 5)), Train, "How many seeds run side by side";
    Steps "t_steps": Count((1, 1_000_000)), Train, "Steps of training";
    Until "t_until": Real((0.0, 1e6)), Train, "The loss at which a run ends; 0 for none";
    Schedule "t_schedule": One(&SCHEDULES), Train, "How the learning rate goes over a run";
    Chunk "t_chunk": Count((0, 1_000_000)), Train, "Steps that a gradient goes back; 0 for all";
    EqualSizes "t_equal": Flag, Train, "The cells have as many parameters, not as many units";
    Patience "t_patience": Count((0, 1_000_000)), Train, "A run ends after so many looks that were not better; 0 for never";
    Cases "t_cases": Count((0, 1_000_000)), Train, "Different sequences in the training set; 0 for a new one each time";
    Parts "t_parts": Count((1, 8)), Train, "Parts of a batch, each worked out on its own";
    Raw "t_raw": Flag, Train, "A series is learned as it is, not normalised";
    Temperature "t_temp": Real((0.1, 2.0)), Train, "How freely a network writes";
    Ahead "t_ahead": Flag, Train, "Forecasts several steps ahead, from the network’s own forecasts, are shown";
    Moment "t_at": Count((0, 1_000_000_000)), Train, "The step of training that is looked back at";

    Lesson "lesson": Text, Lesson, "The lesson and its step";
    Guess "guess": Real((-1e9, 1e9)), Lesson, "What was guessed";
    Shown "shown": Flag, Lesson, "The answer is shown";
    Done "done": Text, Lesson, "Steps that have been done";
    Hide "hide": Set(&BLOCKS), Lesson, "What of the page is hidden";
    Lock "lock": Keys, Lesson, "Settings that cannot be changed";

    QLength "q_length": One(&["short", "medium", "long", "endless"]), Choose, "How long the sequences are";
    QData "q_data": One(&["little", "some", "much"]), Choose, "How much data there is";
    QWhere "q_where": One(&["edge", "cpu", "gpu"]), Choose, "Where it is to run";
    QNeeds "q_needs": One(&["near", "far", "many", "unknown"]), Choose, "How far back it has to remember";
    QFirst "q_first": One(&["accuracy", "speed", "baseline"]), Choose, "What comes first";
    QTask "q_task": One(&["classify", "forecast", "tag", "generate", "translate"]), Choose, "What is to be done";
    QUnits "q_units": Whole((1, 1024)), Choose, "Hidden units to be counted with";
    QInputs "q_inputs": Whole((1, 1024)), Choose, "Inputs to be counted with";
}

impl Kind {
    /// Whether a value is a list, whose valid names count even if others are invalid.
    #[must_use]
    pub fn is_a_list(self) -> bool {
        matches!(self, Set(_) | Keys)
    }
}

impl Scope {
    /// Whether the default follows from other settings, or from the page; the others have none, and are kept by their
    /// keys where they are chosen.
    #[must_use]
    pub fn has_default(self) -> bool {
        matches!(self, Self::Sequence | Self::Run | Self::Drag | Self::Mark | Self::Moment)
    }

    /// Whether a change needs a new run.
    #[must_use]
    pub fn makes_a_run(self) -> bool {
        matches!(self, Self::Sequence | Self::Run | Self::Drag | Self::Cell)
    }

    /// Whether a training run or its display depends on it.
    #[must_use]
    pub fn is_of_training(self) -> bool {
        matches!(self, Self::Sweep | Self::Train)
    }

    /// Whether undo takes a change back.
    #[must_use]
    pub fn is_undone(self) -> bool {
        self != Self::Moment
    }
}

impl Key {
    /// The key with this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.name() == name)
    }

    /// The keys of a scope, in the order of the table.
    pub fn of(scope: Scope) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |key| key.scope() == scope)
    }

    fn entry(self) -> &'static Entry {
        &TABLE[self as usize]
    }

    /// The name in the address.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The values that the key takes.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.entry().kind
    }

    /// The key's scope: what has to be recomputed when it changes.
    #[must_use]
    pub fn scope(self) -> Scope {
        self.entry().scope
    }

    /// A short description, for the help.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.entry().help
    }

    /// The names that the key takes; empty if it takes none.
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self.kind() {
            One(names) | Set(names) => names,
            _ => &[],
        }
    }

    /// Whether its own field, or the picture's own place, says what of a value cannot be used.
    #[must_use]
    pub fn has_a_field_that_tells(self) -> bool {
        let is_number = matches!(self.kind(), Whole(_) | Count(_) | Real(_)) && self != Self::Moment;
        self == Self::Picture || is_number && (self.scope().is_of_training() || self.scope() == Scope::Choose)
    }

    /// The smallest and the largest value of a key with a fixed range.
    ///
    /// # Panics
    /// If the key takes no number, or its range depends on other settings.
    #[must_use]
    pub fn range(self) -> Range<f64> {
        match self.kind() {
            Whole((low, high)) | Count((low, high)) => (low as f64, high as f64),
            Real(range) => range,
            _ => panic!("{} has no range", self.name()),
        }
    }

    /// What is expected: the error text where a value cannot be used. `bound` works out a range that follows from
    /// other settings.
    #[must_use]
    pub fn expected(self, bound: impl Fn(Bound) -> Range<u64>) -> String {
        let words = words();
        let between = |text: &str, low: String, high: String| fill(text, &[("low", &low), ("high", &high)]);
        let whole = |(low, high): Range<u64>| between(words.whole, low.to_string(), high.to_string());
        match self.kind() {
            Flag => words.flag.into(),
            Whole(range) | Count(range) => whole(range),
            Within(of) => whole(bound(of)),
            Real((low, high)) => between(words.real, low.to_string(), high.to_string()),
            Step(all) => list(&all.iter().map(f64::to_string).collect::<Vec<_>>()),
            One(names) => list(names),
            Named(names) => list(&names()),
            Set(names) => fill(words.set, &[("names", &names.join(", "))]),
            Keys => words.keys.into(),
            Text => match self {
                Self::Text => words.own_text.into(),
                Self::Numbers => words.own_numbers.into(),
                _ => words.text.into(),
            },
        }
    }

    /// The key that freezes a gate.
    ///
    /// # Panics
    /// If the quantity is no gate.
    #[must_use]
    pub fn of_gate(gate: Quantity) -> Self {
        Self::named(gate.key()).unwrap_or_else(|| panic!("{gate:?} is no gate"))
    }

    /// The key of a cell's initialisation.
    #[must_use]
    pub fn of_start(cell: CellKind) -> Self {
        match cell {
            CellKind::Rnn => Self::StartRnn,
            CellKind::Lstm => Self::StartLstm,
            CellKind::Gru => Self::StartGru,
        }
    }
}

/// A road of a cell as it stands in a value of [`Key::Closed`].
#[must_use]
pub fn road_name(cell: CellKind, road: Road) -> String {
    format!("{}.{}", cell.key(), road.key())
}

/// A list in prose: "a, b or c"; a long one has commas only.
#[must_use]
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    const SHORT: usize = 3;
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() && names.len() <= SHORT => rest.join(", ") + words().or + last,
        _ => names.join(", "),
    }
}

#[cfg(test)]
mod tests;
