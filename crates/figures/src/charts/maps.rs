//! What the columns and rows of the page's maps are.

use crate::{Axes, Axis, Format, Scale};
use words::figures::words;
use words::format::Measure;

/// A count along an axis.
fn counted(title: &str, scale: Scale) -> Axis {
    Axis { title: title.to_owned(), scale, format: Format::Of(Measure::Count) }
}

/// A column a step, a row a unit.
#[must_use]
pub fn units(sequence: &[String], units: usize) -> Axes {
    Axes { x: Axis::of_steps(sequence), y: counted(words().unit_axis, Scale::counted_down(units)) }
}

/// A column a step, a row a bin of the values of a quantity between two ends.
#[must_use]
pub fn bins(sequence: &[String], quantity: &str, (low, high): (f64, f64)) -> Axes {
    let title = words::figures::bin_axis(quantity);
    Axes {
        x: Axis::of_steps(sequence),
        y: Axis { title, scale: Scale::Linear(low, high), format: Format::Of(Measure::Number) },
    }
}

/// A column a step, a row a loss that is read at a step, the first at the top.
#[must_use]
pub fn losses(sequence: &[String], read: &[usize]) -> Axes {
    let names = read.iter().map(|step| sequence.get(*step).cloned().unwrap_or_default());
    Axes { x: Axis::of_steps(sequence), y: counted(words().read_axis, Scale::named_down(names)) }
}

/// A column a look at a network in training, a row a step back in time, the last step at the bottom. Of no step yet, the rows
/// have no numbers.
#[must_use]
pub fn reach(training: Scale, steps: usize) -> Axes {
    let back = match steps {
        0 => Scale::Columns(vec![]),
        steps => Scale::Linear(-0.5, steps as f64 - 0.5),
    };
    let words = words();
    Axes { x: counted(words.training_axis, training), y: counted(words.back_axis, back) }
}
