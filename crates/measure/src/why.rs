//! Why: a number traced back through the equations, term by term, along the path that a person chooses.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Expr, Operand, Pass, Product, Quantity, Spot, Trace, equations};
use model::keys::Key;
use model::settings::Part;

use crate::scene::Scene;

/// The most terms of a product with a row of weights that get a row each.
const TERMS: usize = 6;

/// One number of a run: a quantity or its gradient, at a step, for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The quantity, or its gradient; `shift` is 0.
    pub operand: Operand,
    /// Step and unit, from 0.
    pub spot: Spot,
}

impl Place {
    /// The number that an equation's operand stands for, if the equation is read at `spot`; `None` if it lies outside
    /// the sequence.
    fn of(operand: Operand, spot: Spot, unit: usize, steps: usize) -> Option<Self> {
        let step = spot.step.checked_add_signed(operand.shift).filter(|step| *step < steps)?;
        Some(Self { operand: Operand { shift: 0, ..operand }, spot: Spot { step, unit } })
    }

    /// The number's name in the address: `forget.12.3` or `d_forget.12.3`, with step and unit from 0.
    #[must_use]
    pub fn written(self) -> String {
        let sign = if self.operand.gradient { "d_" } else { "" };
        format!("{sign}{}.{}.{}", self.operand.quantity.key(), self.spot.step, self.spot.unit)
    }

    /// Reads a name from the address; `None` if the run of the cell has no such number.
    fn read(text: &str, cell: CellKind, trace: &Trace) -> Option<Self> {
        let mut parts = text.split('.');
        let name = parts.next()?;
        let (gradient, name) = name.strip_prefix("d_").map_or((false, name), |name| (true, name));
        let quantity = cell.quantities().iter().copied().chain([Quantity::X]).find(|q| q.key() == name)?;
        let step = parts.next()?.parse().ok().filter(|step| *step < trace.steps())?;
        let width = trace.top().channel(quantity).value.width();
        let unit = parts.next()?.parse().ok().filter(|unit| *unit < width.max(trace.top().hidden()))?;
        Some(Self { operand: Operand { quantity, gradient, shift: 0 }, spot: Spot { step, unit } })
    }

    /// The value in a trace.
    #[must_use]
    pub fn number(self, trace: &Trace) -> f64 {
        self.operand.number(trace, self.spot)
    }
}

/// The number in focus.
fn in_focus(scene: &Scene) -> Place {
    let focus = scene.state.focus;
    let (quantity, gradient) = match focus.part {
        Part::State(quantity) | Part::Gate(quantity) => (quantity, focus.pass == Pass::Backward),
        Part::Gradient => (Quantity::Hidden, true),
        Part::Token => (Quantity::X, focus.pass == Pass::Backward),
    };
    Place { operand: Operand { quantity, gradient, shift: 0 }, spot: Spot { step: focus.step, unit: focus.unit } }
}

/// The path from the number in focus to the one shown, both included. If the settings' path begins elsewhere, it is the
/// number in focus alone.
fn trail(scene: &Scene, trace: &Trace) -> Vec<Place> {
    let cell = scene.state.focus.cell;
    let chosen = scene.state.settings.text(Key::Why).split('>');
    let trail: Option<Vec<Place>> = chosen.map(|text| Place::read(text, cell, trace)).collect();
    let start = in_focus(scene);
    trail.filter(|trail| trail.first() == Some(&start)).unwrap_or_else(|| vec![start])
}

/// What a row notes beside its factors.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// Nothing: the factors are the whole term.
    Nothing,
    /// The gradient comes from the layer above.
    FromAbove,
    /// The gradient comes from the loss.
    FromLoss,
    /// The number is held at a constant.
    Held,
    /// A factor lies before the first step or after the last.
    Outside,
    /// The factor is multiplied by this weight.
    Weight(f64),
    /// The row is the sum of this many smaller terms.
    Rest(usize),
    /// The row is the bias.
    Bias,
}

/// A term of the number, or a sum of its smaller terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The factors with their values. A person can follow each of them.
    pub factors: Vec<(Place, f64)>,
    /// The note beside the factors.
    pub note: Note,
    /// The value of the term.
    pub brings: f64,
}

/// A number traced back through the equations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// The path from the number in focus to the one shown, both included, with their values.
    pub trail: Vec<(Place, f64)>,
    /// The terms of the last number of the trail; their values add up to it. Empty for an input.
    pub rows: Vec<Row>,
}

impl Why {
    /// Follows the chosen path, and splits its last number into terms.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let cell = scene.state.focus.cell;
        let trace = &scene.run.lane(cell).trace;
        let trail = trail(scene, trace);
        let here = trail[trail.len() - 1];
        let pass = if here.operand.gradient { Pass::Backward } else { Pass::Forward };
        let all = equations(cell, &trace.top().parameters.form, pass);
        let equation = all.into_iter().find(|e| e.result.quantity == here.operand.quantity);
        let terms = match equation.map(|equation| equation.expr) {
            Some(Expr::Sum(terms)) => terms,
            Some(expr) => vec![expr],
            None => vec![],
        };
        // The loss is read at one step; at all others its term is left out.
        let above = !trace.arriving.is_empty();
        let heard = |term: &&Expr| !matches!(term, Expr::FromLoss) || above || here.spot.step == trace.read;
        let rows = terms.iter().filter(heard).flat_map(|term| rows(term, trace, here.spot)).collect();
        Self { trail: trail.into_iter().map(|place| (place, place.number(trace))).collect(), rows }
    }
}

/// The rows of one term of the equation, whose values add up to it.
fn rows(expr: &Expr, trace: &Trace, spot: Spot) -> Vec<Row> {
    if let Expr::Affine(product) | Expr::Transposed(product) = expr {
        return products(*product, matches!(expr, Expr::Affine(_)), trace, spot);
    }
    let mut factors: Vec<(Place, f64)> = Vec::new();
    for operand in expr.operands() {
        let place = Place::of(operand, spot, spot.unit, trace.steps());
        if let Some(place) = place.filter(|place| factors.iter().all(|(other, _)| other != place)) {
            factors.push((place, operand.number(trace, spot)));
        }
    }
    let note = match expr {
        Expr::FromLoss if !trace.arriving.is_empty() => Note::FromAbove,
        Expr::FromLoss => Note::FromLoss,
        Expr::Constant(_) => Note::Held,
        _ if factors.len() < expr.operands().len() && expr.number(trace, spot) == 0.0 => Note::Outside,
        _ => Note::Nothing,
    };
    vec![Row { factors, note, brings: expr.number(trace, spot) }]
}

/// The rows of a row or column of weights times a vector: the largest terms by magnitude, then the sum of the others,
/// then the bias.
fn products(product: Product, with_bias: bool, trace: &Trace, spot: Spot) -> Vec<Row> {
    let (layer, steps) = (trace.top(), trace.steps());
    let parameters = &layer.parameters;
    let row = parameters.row(product.block);
    let (weights, biases) = if product.recurrent {
        (&parameters.weight_hh, &parameters.bias_hh)
    } else {
        (&parameters.weight_ih, &parameters.bias_ih)
    };
    let weight = |j: usize| {
        if with_bias { weights[(row + spot.unit, j)] } else { weights[(row + j, spot.unit.min(weights.ncols() - 1))] }
    };
    let width = if with_bias { weights.ncols() } else { layer.hidden() };
    let let_through = |j: usize| product.gate.map_or(1.0, |gate| layer.value(gate, spot.step)[j]);
    let mut terms: Vec<(Place, f64, f64)> = (0..width)
        .filter_map(|j| {
            let to = Place::of(product.operand, spot, j, steps)?;
            let by = weight(j) * let_through(j);
            Some((to, by, by * to.number(trace)))
        })
        .collect();
    terms.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    let rest: f64 = terms.iter().skip(TERMS).map(|(.., brings)| brings).sum();
    let mut rows: Vec<Row> = terms
        .iter()
        .take(TERMS)
        .map(|(to, by, brings)| Row {
            factors: vec![(*to, to.number(trace))],
            note: Note::Weight(*by),
            brings: *brings,
        })
        .collect();
    let plain = |note: Note, brings: f64| Row { factors: vec![], note, brings };
    if terms.is_empty() {
        rows.push(plain(Note::Outside, 0.0));
    }
    if terms.len() > TERMS {
        rows.push(plain(Note::Rest(terms.len() - TERMS), rest));
    }
    if with_bias {
        rows.push(plain(Note::Bias, biases[row + spot.unit]));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    /// What is brought, all rows together, is the number; and every place survives the address.
    #[test]
    fn what_a_number_is_made_of_adds_up_to_it() {
        for form in ["", "relu=yes&reset_before=yes&linear_output=yes&coupled=yes", "update=0.5&forget=1&output=0.2"] {
            let (state, _) = State::from_fragment(form);
            let sequence = state.settings.sequence(Library::shipped());
            let run = Run::new(&state.settings, &sequence);
            for cell in CellKind::ALL {
                let trace = &run.lane(cell).trace;
                for pass in [Pass::Forward, Pass::Backward] {
                    for equation in equations(cell, &trace.top().parameters.form, pass) {
                        let Expr::Sum(terms) = &equation.expr else { continue };
                        for step in [0, 5, 12] {
                            let spot = Spot { step, unit: 2 };
                            let place = Place { operand: equation.result, spot };
                            assert_eq!(Place::read(&place.written(), cell, trace), Some(place));
                            let sum: f64 = terms.iter().map(|term| term.number(trace, spot)).sum();
                            assert!((sum - place.number(trace)).abs() < 1e-12, "{cell:?} {equation:?}");
                            for term in terms {
                                let (Expr::Affine(product) | Expr::Transposed(product)) = term else { continue };
                                let rows = products(*product, matches!(term, Expr::Affine(_)), trace, spot);
                                let brought: f64 = rows.iter().map(|row| row.brings).sum();
                                let whole = term.number(trace, spot);
                                assert!((brought - whole).abs() <= 1e-12, "{brought} for {whole}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_way_that_does_not_begin_in_focus_or_cannot_be_read_is_left() {
        for (why, length) in [
            ("cell.1.3>forget.1.3>forget_pre.1.3", 3),
            ("cell.1.3>x.1.0", 2),
            ("cell.2.3>forget.2.3", 1),
            ("cell.1.3>nothing.1.3", 1),
            ("cell.1.3>forget.99.3", 1),
            ("cell.1.3>forget.1.999", 1),
            ("<b>", 1),
            ("", 1),
        ] {
            let (mut state, _) = State::from_fragment("");
            state.settings.choose(Key::Why, why);
            let sequence = state.settings.sequence(Library::shipped());
            let run = Run::new(&state.settings, &sequence);
            let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
            assert_eq!(trail(&scene, &run.lane(CellKind::Lstm).trace).len(), length, "{why}");
        }
    }
}
