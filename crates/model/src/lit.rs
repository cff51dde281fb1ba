//! What lights up: the operands of what is in focus, in every lane, or the one operand that is
//! pointed at in an equation.

use engine::trace::{CellKind, Form, Operand, Pass, Quantity, Spot, equations};

use crate::settings::{Focus, Part, in_lane, parts};

/// A place in a lane that lights up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which band.
    pub part: Part,
    /// The step (from 0).
    pub step: usize,
    /// One unit, or the whole vector.
    pub unit: Option<usize>,
}

/// The marks in one lane.
#[must_use]
pub fn marks(cell: CellKind, form: &Form, shown: Focus, pointed: Option<(Operand, Spot)>, steps: usize) -> Vec<Mark> {
    if let Some((operand, spot)) = pointed {
        return mark(cell, operand, spot, steps, true).into_iter().collect();
    }
    let focus = in_lane(shown, cell);
    let spot = Spot { step: focus.step, unit: focus.unit };
    let Some((quantity, pass)) = subject(cell, focus) else { return vec![] };
    let gradient = pass == Pass::Backward;
    let mut marks: Vec<Mark> = Vec::new();
    let mut open = vec![(quantity, gradient)];
    // Pre-activations are not drawn: what they are made of is.
    while let Some((quantity, gradient)) = open.pop() {
        let all = equations(cell, form, if gradient { Pass::Backward } else { Pass::Forward });
        let Some(equation) = all.into_iter().find(|e| e.result.quantity == quantity) else { continue };
        for operand in equation.expr.operands() {
            // The new state of a GRU takes its own unit of the old one; all else takes all of it.
            let whole = quantity != Quantity::Hidden;
            match mark(cell, operand, spot, steps, whole) {
                Some(mark) if !marks.contains(&mark) => marks.push(mark),
                None if operand.shift == 0 && operand.quantity != quantity && !operand.gradient => {
                    open.push((operand.quantity, false));
                }
                _ => {}
            }
        }
    }
    marks
}

/// The quantity that a focus is about, and whether its value or its gradient is meant.
fn subject(cell: CellKind, focus: Focus) -> Option<(Quantity, Pass)> {
    match focus.part {
        Part::State(quantity) | Part::Gate(quantity) => Some((quantity, focus.pass)),
        Part::Gradient => Some((Quantity::Hidden, Pass::Backward)),
        Part::Token => None,
    }
    .filter(|(quantity, _)| cell.quantities().contains(quantity))
}

fn mark(cell: CellKind, operand: Operand, spot: Spot, steps: usize, whole: bool) -> Option<Mark> {
    let step = spot.step.checked_add_signed(operand.shift).filter(|t| *t < steps)?;
    let part = if operand.quantity == Quantity::X {
        Part::Token
    } else if operand.gradient {
        Part::Gradient
    } else {
        parts(cell).into_iter().find(|part| match part {
            Part::State(q) | Part::Gate(q) => *q == operand.quantity,
            _ => false,
        })?
    };
    // The whole of h_{t−1} goes into a weight product.
    let whole = operand.quantity == Quantity::Hidden && operand.shift < 0 && (whole || cell != CellKind::Gru);
    Some(Mark { part, step, unit: (!whole).then_some(spot.unit) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cell_state_is_made_of_its_gates_and_the_one_before() {
        let focus =
            Focus { cell: CellKind::Lstm, step: 4, unit: 2, part: Part::State(Quantity::Cell), pass: Pass::Forward };
        let marks = marks(CellKind::Lstm, &Form::default(), focus, None, 10);
        let at = |part, step| Mark { part, step, unit: Some(2) };
        for expected in [
            at(Part::Gate(Quantity::Forget), 4),
            at(Part::State(Quantity::Cell), 3),
            at(Part::Gate(Quantity::Input), 4),
        ] {
            assert!(marks.contains(&expected), "{expected:?} in {marks:?}");
        }
    }

    #[test]
    fn nothing_lies_before_the_first_step_or_after_the_last() {
        for cell in CellKind::ALL {
            for pass in [Pass::Forward, Pass::Backward] {
                for part in parts(cell) {
                    let focus = Focus { cell, step: 0, unit: 0, part, pass };
                    assert!(marks(cell, &Form::default(), focus, None, 1).iter().all(|m| m.step == 0));
                }
            }
        }
    }
}
