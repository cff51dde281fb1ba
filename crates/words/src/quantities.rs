//! What the cells compute, by name.

use engine::trace::Quantity;

prose!("quantities");

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
