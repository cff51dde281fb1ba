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
    spectrum: "Spectrum",
    spectrum_title: "The spectrum: which directions last",
    spectrum_how: "Dots: eigenvalues of one step’s Jacobian J<sub>t</sub>; rings: those of the recurrent weights. Inside the circle of radius 1 a direction shrinks when the same step is repeated. But the steps differ, and the largest stretch of one step is the singular value σ<sub>max</sub>, never below the spectral radius ρ.",
    spectrum_label: "Eigenvalues in the complex plane, with the unit circle",
    spectrum_of: "{cell}, step {t}",
    rho: "spectral radius ρ",
    sigma: "largest singular value σ_max",
    jacobian: "J_t",
    recurrent: "W_hh",
    recurrent_candidate: "W_h of the candidate",
    pascanu_holds: "σ_max(W_hh) = {sigma} is below 1/γ = 1 (γ: the largest slope of tanh): the gradient must vanish (Pascanu et al. 2013).",
    pascanu_open: "σ_max(W_hh) = {sigma} is not below 1/γ = 1 (γ: the largest slope of tanh; 1/4 for σ, so 1/γ = 4 there): the sufficient bound for vanishing (Pascanu et al. 2013) says nothing here.",
    pascanu_gated: "The bound of Pascanu et al. (2013), σ_max(W_hh) below 1/γ, is for networks without gates: see the RNN.",
    values_how: "Singular values of ∂s<sub>T</sub>/∂s<sub>t</sub> at step {t}, {lag} steps before the loss, each a tick. Pale: below 10⁻¹³ of the largest, where a plain decomposition of the product would be wrong; found by QR accumulation.",
    values_label: "Singular values of the chain, log scale",
    values_zero: "{n} of {all} are 0: the step is singular.",
    rank: "place",

    saturation: "Saturation",
    saturation_title: "Saturation: where the slopes are flat",
    saturation_how: "Every unit (row) at every step (column): the slope of its non-linearity, as a part of the largest it can have. What is pale passes little gradient on. Below: how often each value was taken at each step.",
    saturated: "{share} of all units and steps are saturated: slope below 36 % of the largest (a gate below 0.1 or above 0.9; a tanh beyond ±0.8).",
    histogram: "{name} over time: its values from bottom (−1, or 0 for a gate) to top (1), darker where more units are.",
    of_steps: "saturated",

    triangle: "Triangle",
    triangle_title: "The triangle: which loss each state hears",
    triangle_how: "As if a loss were read at every step. Column: a state. Row: a loss, the first at the top. Colour: that loss’s share of the whole gradient at that state, ⟨g<sub>s</sub>, g⟩ / ‖g‖²; blue −1, red +1. Each column adds up to 1; a diagonal alone means that each state hears only its own loss.",
    triangle_reach: "At step {t} the loss right there has {own} of the gradient; half of it comes from losses up to {half} steps later.",
    loss_at: "loss at step",
    share: "share at step {t}",

    hears: "Hears",
    hears_title: "What hears what",
    hears_how: "The output y<sub>t</sub> = v·h<sub>t</sub> at the step in focus, and how strongly it hears each earlier token: the norm of its gradient with respect to that token’s input (connectivity, Madsen 2019). One logarithmic scale for all three.",
    hears_at: "Output at {token}. Choose another by a click on a token or with the arrow keys.",
    hears_scale: "From {low} (pale) to {high} (strong).",
    hears_relative: "Relative: each row by its own largest",
    hears_relative_told: "Relative: each row is divided by its own largest, so rows cannot be compared.",

    roads_effect_label: "What still reaches back with the closed roads, log scale",
}

/// The laboratory's language.
#[must_use]
pub fn words() -> &'static Words {
    &EN
}
