//! The curves of training runs as a table: a row a number.

use std::fmt::Write;

use super::LaneData;

/// The first row.
const HEAD: &str = "cell,quantity,step,value\n";

/// Every loss, norm and share of runs as CSV, in the order of cells and quantities, with all digits. `step` is the training step,
/// from 1; where a number is a mean over several, their middle.
#[must_use]
pub fn curves<'a>(lanes: impl IntoIterator<Item = &'a LaneData>) -> String {
    let mut out = HEAD.to_owned();
    for lane in lanes {
        let mut write = |quantity: &str, numbers: &mut dyn Iterator<Item = (f64, f64)>| {
            for (step, value) in numbers {
                // Writing to a String cannot fail.
                let _ = writeln!(out, "{},{quantity},{step},{value:e}", lane.cell.key());
            }
        };
        let losses = &lane.losses;
        write("loss", &mut losses.samples.iter().map(|own| (own.step, own.mean)));
        if losses.has_seeds {
            write("loss_lowest_seed", &mut losses.samples.iter().map(|own| (own.step, own.low)));
            write("loss_highest_seed", &mut losses.samples.iter().map(|own| (own.step, own.high)));
        }
        write("validation_loss", &mut losses.watched.iter().copied());
        write("gradient_norm", &mut lane.norms.before.iter().copied());
        write("clipped_share", &mut losses.clipped.iter().copied());
        let reach = &lane.reach;
        let first = reach.columns.iter().enumerate();
        let first = first.filter_map(|(n, column)| Some(((n * reach.every + 1) as f64, f64::from(*column.last()?))));
        write("gradient_left_log10", &mut first.filter(|(_, left)| !left.is_nan()));
    }
    out
}
