//! The laboratory's prose, apart from its pictures, as the page's own is in [`crate::words`].

macro_rules! words {
    ($($name:ident: $text:literal,)*) => {
        /// Every text of the laboratory.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $text] pub $name: &'static str,)*
        }

        /// English.
        static EN: Words = Words { $($name: $text,)* };
    };
}

words! {
    cell: "Cell",
    unknown: "There is no picture “{found}”; expected one of: {expected}.",
    table: "The numbers",
    step: "t",

    keys_title: "Keys",
    table_title: "The numbers behind the pictures",
    key_space: "play, pause",
    key_arrows: "one step left or right; at the right end on into the other pass",
    key_updown: "in a lane: the unit, gate or gradient above or below",
    key_shift: "to the end of the pass",
    key_b: "turn: forward or backward pass",
    key_home: "first step; end of the backward pass",
    key_lanes: "to RNN, LSTM, GRU",
    key_l: "read the loss at the step in focus",
    key_m: "measure the lanes’ number at the step in focus",
    key_p: "present",
    key_undo: "undo, redo a setting",
    key_help: "these keys",
    table_token: "token",
    table_reach: "gradient left",
    table_state: "‖h‖",
    table_how: "Gradient left: ‖λₜ‖ / ‖λ‖ at the loss. ‖h‖: length of the hidden state. Gates: mean over the units.",
    save_csv: "Save as CSV",

    chain: "Chain",
    chain_title: "The chain: a product of Jacobians",
    chain_how: "Each step back multiplies the gradient by one more Jacobian J<sub>t</sub> = ∂s<sub>t</sub>/∂s<sub>t−1</sub>. Solid: the most that the product can stretch a gradient, ‖∂s<sub>T</sub>/∂s<sub>t</sub>‖₂. Dashed: the geometric mean of its singular values, what it does on average. Thin blue: the LSTM’s cell state alone, ‖∂c<sub>T</sub>/∂c<sub>t</sub>‖₂.",
    chain_label: "Norm of the chain of Jacobians at every step, log scale",
    chain_lag: "Step {t}, {lag} steps before the loss",
    chain_norm: "‖∂s_T/∂s_t‖₂",
    chain_mean: "geometric mean",
    chain_factor: "‖J_t‖₂",
    factors: "One step alone: ‖J<sub>t</sub>‖₂ of the {cell}. Above 1 the step can stretch a gradient, below 1 it must shrink it.",
    factors_label: "Norm of each step’s Jacobian",

    roads: "Roads",
    roads_title: "The roads: which way the gradient took",
    roads_how: "A cell hands the gradient g back as a sum, g = Σ g<sub>k</sub>: one term for each road. A road’s share is ⟨g<sub>k</sub>, g⟩ / ‖g‖². Below 0 it works against the rest; all together make 1.",
    roads_step: "One step back, from step {t} to step {before}:",
    roads_step_label: "Share of each road in every step back",
    road_recurrent: "W_hh and tanh′",
    road_carry: "cell state, × f",
    road_update_carry: "along h, × z",
    road_input: "input gate",
    road_forget: "forget gate",
    road_candidate: "candidate",
    road_output: "output gate",
    road_new: "new state",
    road_update: "update gate",
    road_reset: "reset gate",
    ways_how: "The whole way, from the loss to step {t}: on one road at every step, or now on this and now on that.",
    ways_rnn: "The RNN has one road: through W_hh and tanh′ at every step.",
    ways_label: "Share of each way over the whole stretch",
    way_cell: "pure cell road, ∏ f",
    way_hidden: "pure hidden road",
    way_update: "pure update road, ∏ z",
    way_gates: "new state and gates only",
    way_mixed: "mixed",
    roads_close: "Close a road: the state that enters there is held fixed (stop-gradient), going back only.",
    roads_open: "At step {t} {open} of the gradient is left, with every road open.",
    roads_shut: "At step {t} {open} of the gradient is left with every road open (grey), {shut} with those closed.",
    roads_effect_label: "What still reaches back with the closed roads, log scale",
}

/// The laboratory's language.
#[must_use]
pub fn words() -> &'static Words {
    &EN
}
