//! The form of a cell: how it differs from PyTorch's. Another activation, the reset gate's place, frozen or removed
//! gates, and roads that are closed to the gradient.

use super::{CellKind, Quantity};

/// The gates that can be frozen.
const GATES: [Quantity; 5] = [Quantity::Input, Quantity::Forget, Quantity::Output, Quantity::Reset, Quantity::Update];

/// A road: a term through which the state of one step enters the state of the next, and the gradient goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Road {
    /// RNN: through W_hh and the activation.
    Recurrent,
    /// LSTM: along the cell state, times the forget gate. GRU: along h, times the update gate.
    Carry,
    /// LSTM: through the input gate.
    Input,
    /// LSTM: through the forget gate.
    Forget,
    /// LSTM: through the candidate.
    Candidate,
    /// LSTM: through the output gate.
    Output,
    /// GRU: through the new state.
    New,
    /// GRU: through the update gate.
    Update,
    /// GRU: through the reset gate.
    Reset,
}

impl Road {
    /// Every road of every cell.
    pub const ALL: [Self; 9] = [
        Self::Recurrent,
        Self::Carry,
        Self::Input,
        Self::Forget,
        Self::Candidate,
        Self::Output,
        Self::New,
        Self::Update,
        Self::Reset,
    ];

    /// The road through the weights of a gate, named by its pre-activation.
    #[must_use]
    pub fn through(block: Quantity) -> Self {
        match block {
            Quantity::InputPre => Self::Input,
            Quantity::ForgetPre => Self::Forget,
            Quantity::CandidatePre => Self::Candidate,
            Quantity::OutputPre => Self::Output,
            Quantity::ResetPre => Self::Reset,
            Quantity::UpdatePre => Self::Update,
            Quantity::NewPre => Self::New,
            _ => Self::Recurrent,
        }
    }

    /// The name in fixtures.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Recurrent => "recurrent",
            Self::Carry => "carry",
            Self::Input => "input",
            Self::Forget => "forget",
            Self::Candidate => "candidate",
            Self::Output => "output",
            Self::New => "new",
            Self::Update => "update",
            Self::Reset => "reset",
        }
    }
}

impl CellKind {
    /// The roads from one state to the next.
    #[must_use]
    pub fn roads(self) -> &'static [Road] {
        match self {
            Self::Rnn => &[Road::Recurrent],
            Self::Lstm => &[Road::Carry, Road::Forget, Road::Input, Road::Candidate, Road::Output],
            Self::Gru => &[Road::Carry, Road::New, Road::Update, Road::Reset],
        }
    }
}

/// How a cell differs from PyTorch's. The default is PyTorch's cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Form {
    /// RNN: ReLU, max(0, a), instead of tanh.
    pub relu: bool,
    /// GRU: the reset gate is applied before the matrix product.
    pub reset_before: bool,
    /// LSTM: the candidate without tanh.
    pub linear_candidate: bool,
    /// LSTM: the cell state is read without tanh.
    pub linear_output: bool,
    /// LSTM: coupled gates, i = 1 − f.
    pub coupled: bool,
    frozen: [Option<f64>; GATES.len()],
    closed: [bool; Road::ALL.len()],
}

impl Form {
    /// RNN: ReLU, max(0, a), instead of tanh (Le, Jaitly and Hinton 2015).
    #[must_use]
    pub fn with_relu(self) -> Self {
        Self { relu: true, ..self }
    }

    /// GRU: the reset gate before the matrix product, W_hn (r ⊙ h), as first published (Cho et al. 2014).
    #[must_use]
    pub fn with_reset_before(self) -> Self {
        Self { reset_before: true, ..self }
    }

    /// LSTM: no tanh on the candidate, g = a_g.
    #[must_use]
    pub fn with_linear_candidate(self) -> Self {
        Self { linear_candidate: true, ..self }
    }

    /// LSTM: no tanh on the cell state, h = o ⊙ c.
    #[must_use]
    pub fn with_linear_output(self) -> Self {
        Self { linear_output: true, ..self }
    }

    /// LSTM: input and forget gate coupled, i = 1 − f (Greff et al. 2015).
    #[must_use]
    pub fn with_coupled(self) -> Self {
        Self { coupled: true, ..self }
    }

    /// Freezes a gate at one number for all units and steps; 1 removes it.
    ///
    /// # Panics
    /// If the quantity is no gate, or the number lies outside 0 to 1.
    #[must_use]
    pub fn with_frozen(mut self, gate: Quantity, value: f64) -> Self {
        assert!((0.0..=1.0).contains(&value), "a gate lies between 0 and 1");
        let place = GATES.iter().position(|g| *g == gate);
        self.frozen[place.unwrap_or_else(|| panic!("{gate:?} is no gate"))] = Some(value);
        self
    }

    /// Closes a road to the gradient: going back, the state that enters there is held fixed (stop-gradient). The
    /// forward pass does not change.
    #[must_use]
    pub fn with_closed(mut self, road: Road) -> Self {
        self.closed[road as usize] = true;
        self
    }

    /// The number at which a gate is frozen; `None` if it is computed.
    #[must_use]
    pub fn frozen(&self, gate: Quantity) -> Option<f64> {
        GATES.iter().position(|g| *g == gate).and_then(|place| self.frozen[place])
    }

    /// Whether a road is closed to the gradient.
    #[must_use]
    pub fn closed(&self, road: Road) -> bool {
        self.closed[road as usize]
    }

    /// Whether any road is closed.
    #[must_use]
    pub fn any_closed(&self) -> bool {
        self.closed.contains(&true)
    }

    /// The same form with every road open.
    #[must_use]
    pub fn with_open_roads(self) -> Self {
        Self { closed: Self::default().closed, ..self }
    }
}
