//! The page's prose, apart from its components: one value a language. A translation is one more
//! static of type [`Words`]. `{name}` in a text is filled in by [`fill`].

macro_rules! words {
    ($($name:ident: $text:literal,)*) => {
        /// Every text of this part.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $text] pub $name: &'static str,)*
        }

        /// English.
        pub static EN: Words = Words { $($name: $text,)* };

        /// In the language of the page.
        #[must_use]
        pub fn words() -> &'static Words {
            &EN
        }
    };
}
pub(crate) use words as prose;

words! {
    title: "unrolled",
    subtitle: "how networks remember",
    learn: "Learn",
    lab: "Lab",
    train: "Train",
    compare: "Compare",
    choose: "Choose",
    results: "Results",
    reference: "Reference",
    present: "Present",
    present_end: "End presenting",
    present_tip: "Larger type for a projector, controls folded away (P)",
    share: "Copy link",
    share_tip: "Copy the address of this very picture",
    shared: "Link copied",
    share_failed: "The browser did not allow copying. The address bar holds the link.",
    theme: "Light or dark",
    numbers: "Numbers",
    numbers_tip: "The numbers behind the pictures, as a table",
    close: "Close",

    sequence: "Sequence",
    sequence_sentence: "The book … was excellent",
    sequence_words: "Your own text, by words",
    sequence_characters: "Your own text, by characters",
    sequence_csv: "Your own numbers (CSV)",
    sequence_impulse: "Impulse: a 1, then zeros",
    sequence_adding: "Adding problem",
    sequence_copy: "Copy problem",
    sequence_co2: "CO₂ at Mauna Loa, monthly",
    sequence_sunspots: "Sunspots, yearly",
    sequence_sst: "Sea-surface temperature, monthly",
    sequence_weather: "Seattle weather, daily, 4 channels",
    sequence_speech: "Speech: one vowel, 12 channels",
    sequence_clicks: "Clicks in a shop, simulated",
    sequence_frames: "Moving dot, 8 × 8 pixels, simulated",
    own_text: "Your text",
    text_empty: "Found no words. Type at least one; the last text stays until then.",
    text_cut: "Found {found}, at most {most} fit: the first {most} are shown.",
    units_words: "words",
    units_characters: "characters",
    units: "Hidden units",
    gain: "Recurrent gain",
    gain_tip: "Multiplies the recurrent weights Wₕₕ. 1 is PyTorch’s default.",
    bias: "Forget/update bias",
    bias_tip: "Added to the bias of the LSTM’s forget gate and of the GRU’s update gate. 0 is PyTorch’s default.",
    bias_default: "0 is PyTorch’s default",
    weights: "Weights",
    layer: "Layer {n} of {all}. ",
    trained: "Weights as training left them; L is the answer, but for its bias.",
    weights_untrained: "untrained",
    untrained: "These weights know no English: what you see is how the cells carry a signal.",
    untrained_numbers: "These weights are untrained: what you see is how the cells carry a signal.",
    more: "More",
    length: "Length",
    length_unit: "steps",
    normalised: "Normalised to mean 0, variance 1",
    seed: "Seed",
    seed_new: "New seed",
    read_at: "Loss read at",
    mark_at: "Number read at",
    held: "Held constant",
    held_text: "Weights from U(−1/√H, 1/√H) as in PyTorch, in 64-bit floating point. First state 0. One layer, one direction. The same embeddings and read-out v for all three cells.",
    held_tokens: "Each word or character becomes 8 seeded random numbers (variance 1); the same word, the same numbers.",
    loss_text: "L = v·h at the step where the loss is read; v is seeded, the same for all three.",
    loss_target: "L = (v·h − target)² at the step where the loss is read. Target: the next value; for adding, the sum.",
    source_adding: "Generated: a value from U[0, 1) and a marker a step, 1 twice, once in each half. Target: the sum of the two marked values (after Hochreiter and Schmidhuber 1997).",
    source_copy: "Generated: symbols, blanks, “go”, then blanks where the symbols are to be recalled (“A?”). A token is 8 seeded random numbers; no target.",
    source_csv: "Your own numbers (squares, until you bring some); the first column is forecast.",
    undo: "Undo",
    redo: "Redo",
    reset: "Reset",

    rnn_about: "one tanh, no gates",
    lstm_about: "cell state and 3 gates",
    gru_about: "2 gates, no cell state",
    form_relu: "ReLU for tanh",
    form_candidate: "no tanh on g",
    form_output: "no tanh on c",
    form_coupled: "i = 1 − f",
    form_before: "reset before the product",
    form_closed: "closed to the gradient: {roads}",
    form_start: "{start} start",
    form_edits: "put in by hand: {n}",
    parameters: "{n} parameters",
    left_at: "of the gradient is left at {token}",
    grown_at: "as much gradient arrives at {token}",
    underflowed_at: "left at {token}: below 5·10⁻³²⁴, the smallest number of f64",
    closed_at: "of the gradient is left at {token}: no open road leads back there",
    overflowed_at: "at {token}: beyond 1.8·10³⁰⁸, the largest number of f64",
    nan_at: "at {token}: infinities met (∞ − ∞ or 0 · ∞)",
    row_gradient: "∂L",
    input_label: "What is read at each of {steps} steps.",
    read_lane: "Colour: a unit’s state, blue −1 to red +1, beyond that as ±1. Bars: a gate’s mean, 0 to 1. Ribbon: gradient left, width and colour on the log scale below.",

    reach_title: "What still reaches back",
    reach_how: "λₜ: how the loss changes with the state at step t. Drawn: ‖λₜ‖ / ‖λ‖ at the loss, log scale.",
    reach_state: "State: h; for the LSTM h and c together, taken as independent.",
    reach_lines: "One decade per line.",
    reach_lines_many: "{n} decades per line.",
    reach_label: "Chart of the gradient that is left at every step, log scale, for RNN, LSTM and GRU.",

    forward: "Forward pass",
    backward: "Backward pass",
    turn_tip: "The other direction (B)",
    play: "Play",
    pause: "Pause",
    home: "To the first step (Home)",
    end: "To the end of the backward pass (End)",
    left: "One step left (←)",
    right: "One step right (→)",
    speed: "Speed",
    scrubber: "Step",
    losses: "L = v·h: {losses}",
    losses_target: "L = (v·h − target)²: {losses}",
    step_of: "{step} · T = {steps}",
    play_tip: "Play or pause (Space)",
    speed_tip: "How fast the playhead runs",
    sequence_tip: "What the three networks read",
    more_tip: "Seed, where the loss is read, undo",
    keys_line: "Space · ← → · B · ?",

    inspector: "Inspector",
    at: "at {step}",
    step: "step {t}",
    unit_of: "unit {unit} of {units}",
    point: "point at anything to read it here",
    tap: "tap anything to read it here",
    equations_forward: "Forward",
    equations_backward: "Backward",
    read_here: "Read the loss here",
    measure_here: "Measure here",
    gradient_of: "gradient w.r.t. the {name}",
    input_token: "embedding of {token}, 8 numbers",
    input_number: "input",
    read_out: "Read-out y = v·h = {y}; the loss would be {loss} if it were read here.",
    totals: "Totals over everything later, as PyTorch’s retain_grad reports them.",
    after_read: "After the step where the loss is read nothing is heard: these gradients are 0.",
    why_rnn: "Going back one step, this unit’s gradient passes tanh′ = {slope} and then the whole matrix Wₕₕ, at every step anew.",
    why_relu: "Going back one step, this unit’s gradient passes relu′ = {slope} and then the whole matrix Wₕₕ, at every step anew.",
    why_lstm: "Going back one step, this unit keeps {kept} of its gradient along the cell state: just the forget gate, no weight matrix and no tanh in between. The RNN multiplies by both.",
    why_gru: "Going back one step, this unit keeps {kept} of its gradient along h: just the update gate z. The rest comes through the new state and the gates’ matrices.",
    read_by_gates: "all read the whole of x and h; this unit’s",
    read_by_gru: "z, r: all of x and h · u: all of h · n: all of x",
    back_through_gates: "and through all gates’ weights to the whole of x and h",
    rnn_slope: "the slope of tanh at this unit:",
    rnn_slope_back: "one step back multiplies by it",
    why_title: "One step back.",
    all_units: "all units together",
    lambda: "‖λₜ‖ = {here}, ‖λ‖ at the loss (step {t}) = {there}. λₜ = ∂L/∂hₜ, all units.",
    lambda_lstm: "‖λₜ‖ = {here}, ‖λ‖ at the loss (step {t}) = {there}. λₜ = [∂L/∂hₜ ; fₜ₊₁ ⊙ ∂L/∂cₜ₊₁], all units.",
    tab_tip: "Equations of this pass, with their numbers",

    table_title: "The numbers behind the pictures",

    pictures: "Laboratory",
    picture_failed: "The laboratory has stopped. Reload the page: the address keeps the picture.",

    keys_title: "Keys",

    problem_unknown: "The address held {key}={found}; there is no such setting.",
    locked: "The address locks this.",
    problem_names: "The address held {key}={found}; expected {expected}. The other names count.",
    problem: "The address held {key}={found}; expected {expected}. The default is used.",
    dismiss: "Dismiss",
    crashed: "Unrolled has stopped because of an error in the page.",
    reload: "Reload this picture from its address",
}

/// Fills `{name}` in a text.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
