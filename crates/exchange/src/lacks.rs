//! What the layers of other libraries lack: a network of the page may have more than they do.

use engine::trace::{CellKind, Parameters};
use port::exchange::{Lack, Library, Unwritten};

/// That a library has such layers. A road that is closed to the gradient changes no state, and is no matter.
///
/// # Errors
/// With what it lacks.
pub fn expressed(layers: &[Parameters], library: Library) -> Result<(), Unwritten> {
    let Some(first) = layers.first() else { return Ok(()) };
    let (cell, form) = (first.cell, first.form);
    // Keras and Flax have one activation for both.
    let has_linear = match library {
        Library::Burn => true,
        Library::Keras | Library::Jax => form.linear_candidate == form.linear_output,
        Library::Pytorch | Library::Candle => false,
    };
    let has_reset_before = matches!(library, Library::Keras | Library::Burn);
    let frozen = cell.gates().iter().filter_map(|gate| form.frozen(*gate).map(|value| Lack::Frozen(*gate, value)));
    let own = match cell {
        CellKind::Rnn => vec![],
        CellKind::Lstm => vec![
            (form.linear_candidate && !has_linear).then_some(Lack::LinearCandidate),
            (form.linear_output && !has_linear).then_some(Lack::LinearOutput),
            form.coupled.then_some(Lack::Coupled),
        ],
        CellKind::Gru => vec![(form.reset_before && !has_reset_before).then_some(Lack::ResetBefore)],
    };
    let units: Vec<usize> = layers.iter().map(Parameters::hidden).collect();
    // PyTorch's module has one size for all of its layers.
    let several = (library == Library::Pytorch && units.iter().any(|own| *own != first.hidden())).then_some(units);
    let lacks: Vec<Lack> = own.into_iter().flatten().chain(frozen).chain(several.map(Lack::Units)).collect();
    if lacks.is_empty() { Ok(()) } else { Err(Unwritten::Form(library, cell, lacks)) }
}
