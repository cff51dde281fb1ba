//! Layers as a text, in which a browser keeps them.

use std::fmt::Write;

use engine::hash::fnv1a;
use engine::trace::{CellKind, Form, Parameters};

/// How such a text begins; another version of it begins otherwise.
const BEGIN: &str = "unrolled-net 1";
/// The forms that another library's layers have.
const RELU: &str = "relu";
const RESET_BEFORE: &str = "reset_before";

/// Writes layers, from the input up: a line that says what follows, then for each layer its cell, form, inputs and hidden units, and
/// all numbers in the order of [`Parameters::numbers`]. Every number is read back as it was.
#[must_use]
pub fn packed(layers: &[Parameters]) -> String {
    let mut text = BEGIN.to_owned();
    for layer in layers {
        let form = match (layer.form.relu, layer.form.reset_before) {
            (true, _) => RELU,
            (false, true) => RESET_BEFORE,
            (false, false) => "plain",
        };
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{} {form} {} {}", layer.cell.key(), layer.input(), layer.hidden());
        for x in layer.numbers().concat() {
            let _ = write!(text, " {x:?}");
        }
    }
    text
}

/// What follows from all numbers of a network, and from the forms of its cells: no two networks that differ have the same.
#[must_use]
pub fn mark(layers: &[Parameters]) -> u64 {
    let numbers = layers.iter().flat_map(|layer| layer.numbers().concat());
    let mut bytes: Vec<u8> = numbers.flat_map(f64::to_le_bytes).collect();
    for layer in layers {
        bytes.extend([u8::from(layer.form.relu), u8::from(layer.form.reset_before)]);
    }
    fnv1a(&bytes)
}

/// Reads them; `None` of any other text.
#[must_use]
pub fn unpacked(text: &str) -> Option<Vec<Parameters>> {
    let mut lines = text.lines();
    (lines.next()? == BEGIN).then(|| lines.map(layer).collect())?
}

fn layer(line: &str) -> Option<Parameters> {
    let mut words = line.split(' ');
    let cell = words.next()?;
    let cell = CellKind::ALL.into_iter().find(|own| own.key() == cell)?;
    let form = match words.next()? {
        RELU => Form::default().with_relu(),
        RESET_BEFORE => Form::default().with_reset_before(),
        _ => Form::default(),
    };
    let mut size = || words.next()?.parse::<usize>().ok().filter(|size| *size > 0);
    let (input, hidden) = (size()?, size()?);
    let numbers: Vec<f64> = words.map(|x| x.parse().ok().filter(|x: &f64| x.is_finite())).collect::<Option<_>>()?;
    Parameters::of(cell, form, (input, hidden), &numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_are_read_back_as_they_were_and_nothing_else_is_read() {
        let mut next = 0.1_f64;
        let mut layer = |cell, form, input| {
            let mut own = Parameters { form, ..Parameters::zeros(cell, input, 3) };
            own.numbers_mut().into_iter().flatten().for_each(|x| {
                next = (next * 1e9).sin() * 1e-7_f64.powf(next.abs());
                *x = next;
            });
            own
        };
        let all = vec![
            layer(CellKind::Gru, Form::default().with_reset_before(), 2),
            layer(CellKind::Gru, Form::default(), 3),
            layer(CellKind::Rnn, Form::default().with_relu(), 3),
        ];
        let text = packed(&all);
        assert_eq!(unpacked(&text), Some(all));
        for wrong in [
            "",
            "unrolled-net 2",
            "unrolled-net 1\nlstm plain 1",
            "unrolled-net 1\nrnn plain 1 1 0 0 0",
            "unrolled-net 1\nrnn plain 1 1 0 0 0 NaN",
        ] {
            assert_eq!(unpacked(wrong), None, "{wrong}");
        }
        assert_eq!(unpacked(&text[..text.len() / 2]), None);
        let huge = "unrolled-net 1\nrnn plain 4294967295 4294967295 0 0 0 0";
        assert_eq!(unpacked(huge), None, "no more room is made than its numbers fill");
    }
}
