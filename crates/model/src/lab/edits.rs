//! Weights and inputs that a person typed in place of drawn ones.

use crate::keys;
use crate::settings::Settings;
use engine::trace::{Parameters, Series};

/// The largest magnitude of a typed weight or input. Beyond it squares of gradients may exceed the range of f64.
const LARGEST: f64 = 1e6;

/// Reads a number that may replace a weight or an input; `None` for any other text.
#[must_use]
pub fn number(written: &str) -> Option<f64> {
    keys::number(written).filter(|x| x.abs() <= LARGEST)
}

/// The element of a cell's weights with a name such as `lstm.weight_hh.3.4`: row and column from 0; biases have one
/// column.
fn entry<'a>(weights: &'a mut Parameters, place: &str) -> Option<&'a mut f64> {
    let mut parts = place.split('.');
    if parts.next()? != weights.cell.key() {
        return None;
    }
    let tensor = parts.next()?;
    let row: usize = parts.next()?.parse().ok()?;
    let column: usize = parts.next()?.parse().ok()?;
    match tensor {
        "weight_ih" => weights.weight_ih.get_mut((row, column)),
        "weight_hh" => weights.weight_hh.get_mut((row, column)),
        "bias_ih" if column == 0 => weights.bias_ih.get_mut(row),
        "bias_hh" if column == 0 => weights.bias_hh.get_mut(row),
        _ => None,
    }
}

/// The weights with the typed numbers in place. An edit that is no number, or names no place, is ignored.
#[must_use]
pub fn edit_weights(settings: &Settings, mut weights: Parameters) -> Parameters {
    for (place, written) in settings.edits() {
        if let (Some(number), Some(entry)) = (number(written), entry(&mut weights, place)) {
            *entry = number;
        }
    }
    weights
}

/// The inputs with the typed numbers in place: `x.3.0` is step 3, component 0, both counted from 0.
#[must_use]
pub fn edit_inputs(settings: &Settings, mut x: Series) -> Series {
    for (place, written) in settings.edits() {
        let mut parts = place.split('.').skip_while(|part| *part == "x").map(str::parse::<usize>);
        let (Some(number), true) = (number(written), place.starts_with("x.")) else { continue };
        let (Some(Ok(step)), Some(Ok(component))) = (parts.next(), parts.next()) else { continue };
        if step < x.steps() && component < x.width() {
            x.at_mut(step)[component] = number;
        }
    }
    x
}
