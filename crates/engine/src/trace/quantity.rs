//! The cells and the quantities they compute, by the field's standard names.

/// A recurrent cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum CellKind {
    /// The vanilla recurrent network with tanh (Elman 1990), as PyTorch's `nn.RNN`.
    Rnn,
    /// Long short-term memory with a forget gate (Gers et al. 2000), as PyTorch's `nn.LSTM`.
    Lstm,
    /// Gated recurrent unit (Cho et al. 2014), reset applied after the matrix product, as `nn.GRU`.
    Gru,
}

/// What a layer computes at every step. All have H numbers a step, but `X` (I numbers).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Quantity {
    /// x_t, the input.
    X,
    /// RNN: a_t, what tanh is applied to.
    PreActivation,
    /// LSTM: what the input gate's σ is applied to.
    InputPre,
    /// LSTM: what the forget gate's σ is applied to.
    ForgetPre,
    /// LSTM: what the candidate's tanh is applied to.
    CandidatePre,
    /// LSTM: what the output gate's σ is applied to.
    OutputPre,
    /// LSTM: i_t, the input gate.
    Input,
    /// LSTM: f_t, the forget gate.
    Forget,
    /// LSTM: g_t, the candidate.
    Candidate,
    /// LSTM: o_t, the output gate.
    Output,
    /// LSTM: c_t, the cell state.
    Cell,
    /// LSTM: tanh(c_t).
    CellTanh,
    /// GRU: what the reset gate's σ is applied to.
    ResetPre,
    /// GRU: what the update gate's σ is applied to.
    UpdatePre,
    /// GRU: u_t = W_hn h_{t−1} + b_hn, the hidden part of the new state, before the reset.
    NewHidden,
    /// GRU: what the new state's tanh is applied to.
    NewPre,
    /// GRU: r_t, the reset gate.
    Reset,
    /// GRU: z_t, the update gate.
    Update,
    /// GRU: n_t, the new (candidate) state.
    New,
    /// h_t, the hidden state.
    Hidden,
}

/// The role of a quantity, the same for all cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The input of a step.
    Input,
    /// The argument of a non-linearity; any real number.
    PreActivation,
    /// A gate, between 0 and 1.
    Gate,
    /// A candidate for the new state, between −1 and 1 (with tanh).
    Candidate,
    /// A state, passed on to the next step.
    State,
    /// An intermediate result, between −1 and 1 (with tanh).
    Inner,
}

impl CellKind {
    /// The three cells, in the order of the lanes.
    pub const ALL: [Self; 3] = [Self::Rnn, Self::Lstm, Self::Gru];

    /// The standard abbreviation.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rnn => "RNN",
            Self::Lstm => "LSTM",
            Self::Gru => "GRU",
        }
    }

    /// The name in lower case: in addresses, class names and fixtures.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Rnn => "rnn",
            Self::Lstm => "lstm",
            Self::Gru => "gru",
        }
    }

    /// All quantities that the cell computes in one step, in the order of computation, without the input.
    #[must_use]
    pub fn quantities(self) -> &'static [Quantity] {
        use Quantity::*;
        match self {
            Self::Rnn => &[PreActivation, Hidden],
            Self::Lstm => &[
                InputPre,
                ForgetPre,
                CandidatePre,
                OutputPre,
                Input,
                Forget,
                Candidate,
                Output,
                Cell,
                CellTanh,
                Hidden,
            ],
            Self::Gru => &[ResetPre, UpdatePre, NewHidden, NewPre, Reset, Update, New, Hidden],
        }
    }

    /// The blocks of H rows of the stacked weights, named by the pre-activations they yield, in PyTorch's order.
    #[must_use]
    pub const fn blocks(self) -> &'static [Quantity] {
        use Quantity::*;
        match self {
            Self::Rnn => &[PreActivation],
            Self::Lstm => &[InputPre, ForgetPre, CandidatePre, OutputPre],
            Self::Gru => &[ResetPre, UpdatePre, NewPre],
        }
    }

    /// The gates, in the order a lane shows them.
    #[must_use]
    pub fn gates(self) -> &'static [Quantity] {
        match self {
            Self::Rnn => &[],
            Self::Lstm => &[Quantity::Forget, Quantity::Input, Quantity::Output],
            Self::Gru => &[Quantity::Update, Quantity::Reset],
        }
    }

    /// The gate that keeps the state, whose bias the initialisation raises: forget (LSTM) or update (GRU).
    #[must_use]
    pub fn road(self) -> Option<Quantity> {
        match self {
            Self::Rnn => None,
            Self::Lstm => Some(Quantity::ForgetPre),
            Self::Gru => Some(Quantity::UpdatePre),
        }
    }
}

impl Quantity {
    /// The role of the quantity.
    #[must_use]
    pub fn role(self) -> Role {
        use Quantity::*;
        match self {
            X => Role::Input,
            PreActivation | InputPre | ForgetPre | CandidatePre | OutputPre | ResetPre | UpdatePre | NewHidden
            | NewPre => Role::PreActivation,
            Input | Forget | Output | Reset | Update => Role::Gate,
            Candidate | New => Role::Candidate,
            Cell | Hidden => Role::State,
            CellTanh => Role::Inner,
        }
    }

    /// The key used in fixtures, addresses and the page's data attributes.
    #[must_use]
    pub fn key(self) -> &'static str {
        use Quantity::*;
        match self {
            X => "x",
            PreActivation => "pre_activation",
            InputPre => "input_pre",
            ForgetPre => "forget_pre",
            CandidatePre => "candidate_pre",
            OutputPre => "output_pre",
            Input => "input",
            Forget => "forget",
            Candidate => "candidate",
            Output => "output",
            Cell => "cell",
            CellTanh => "cell_tanh",
            ResetPre => "reset_pre",
            UpdatePre => "update_pre",
            NewHidden => "new_hidden",
            NewPre => "new_pre",
            Reset => "reset",
            Update => "update",
            New => "new",
            Hidden => "hidden",
        }
    }

    /// The letter and the index in the usual notation: a_f is `("a", "f")`, h is `("h", "")`.
    #[must_use]
    pub fn symbol(self) -> (&'static str, &'static str) {
        use Quantity::*;
        match self {
            X => ("x", ""),
            PreActivation => ("a", ""),
            InputPre => ("a", "i"),
            ForgetPre => ("a", "f"),
            CandidatePre => ("a", "g"),
            OutputPre => ("a", "o"),
            Input => ("i", ""),
            Forget => ("f", ""),
            Candidate => ("g", ""),
            Output => ("o", ""),
            Cell => ("c", ""),
            CellTanh => ("m", ""),
            ResetPre => ("a", "r"),
            UpdatePre => ("a", "z"),
            NewHidden => ("u", ""),
            NewPre => ("a", "n"),
            Reset => ("r", ""),
            Update => ("z", ""),
            New => ("n", ""),
            Hidden => ("h", ""),
        }
    }
}
