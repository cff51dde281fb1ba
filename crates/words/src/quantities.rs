//! What the cells compute, by name.

use engine::trace::Quantity;

prose! {
    x: "input",
    pre_activation: "pre-activation",
    input_pre: "input gate’s pre-activation",
    forget_pre: "forget gate’s pre-activation",
    candidate_pre: "candidate’s pre-activation",
    output_pre: "output gate’s pre-activation",
    input: "input gate",
    forget: "forget gate",
    candidate: "candidate",
    output: "output gate",
    cell: "cell state",
    cell_tanh: "tanh of the cell state",
    reset_pre: "reset gate’s pre-activation",
    update_pre: "update gate’s pre-activation",
    new_hidden: "hidden part of the new state",
    new_pre: "new state’s pre-activation",
    reset: "reset gate",
    update: "update gate",
    new: "new state",
    hidden: "hidden state",
}

/// The name of a quantity.
#[must_use]
pub fn name(quantity: Quantity) -> &'static str {
    let words = words();
    match quantity {
        Quantity::X => words.x,
        Quantity::PreActivation => words.pre_activation,
        Quantity::InputPre => words.input_pre,
        Quantity::ForgetPre => words.forget_pre,
        Quantity::CandidatePre => words.candidate_pre,
        Quantity::OutputPre => words.output_pre,
        Quantity::Input => words.input,
        Quantity::Forget => words.forget,
        Quantity::Candidate => words.candidate,
        Quantity::Output => words.output,
        Quantity::Cell => words.cell,
        Quantity::CellTanh => words.cell_tanh,
        Quantity::ResetPre => words.reset_pre,
        Quantity::UpdatePre => words.update_pre,
        Quantity::NewHidden => words.new_hidden,
        Quantity::NewPre => words.new_pre,
        Quantity::Reset => words.reset,
        Quantity::Update => words.update,
        Quantity::New => words.new,
        Quantity::Hidden => words.hidden,
    }
}
