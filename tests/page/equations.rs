//! Every equation of every cell, in both passes, reads PyTorch's numbers.

use engine::trace::{CellKind, Equation, Expr, Form, Operand, Parameters, Pass, Product, Quantity, equations};
use words::format;

use crate::browser::{Page, parse};
use crate::fixture::Fixture;
use crate::number::assert_close;

/// The unit (from 0) that is read.
const UNIT: usize = 3;
/// Of the largest number of the tensor at that step, or of the terms of a weight product.
const TOLERANCE: f64 = 1e-12;

/// Key, number and text of every equation, each with operand, number and text of all that is plugged in.
const READ: &str = "return [...document.querySelectorAll('.equation:not([hidden])')].map(row => [
    row.dataset.result, row.dataset.value, row.querySelector('.result').textContent,
    [...row.querySelectorAll('.numbers mn[data-value]')].map(n => [n.dataset.operand ?? '', n.dataset.value, n.textContent])
]);";

type Plugged = (String, String, String);
type Row = (String, String, String, Vec<Plugged>);

/// A number with the scale that rounding is measured by.
struct Scaled {
    number: f64,
    scale: f64,
}

/// One cell of a fixture.
struct Torch {
    cell: CellKind,
    fixture: Fixture,
    parameters: Parameters,
}

impl Torch {
    fn new(cell: CellKind) -> Self {
        let fixture = Fixture::load("lab");
        let parameters = fixture.parameters(cell, "");
        Self { cell, fixture, parameters }
    }

    /// A whole vector at a step moved by the operand's shift; zeros outside of the sequence.
    fn vector(&self, operand: Operand, step: usize) -> Vec<f64> {
        let series = if operand.quantity == Quantity::X && !operand.gradient {
            self.fixture.series("x")
        } else {
            self.fixture.series(&format!("{}/{}", self.cell.key(), name(operand)))
        };
        match step.checked_add_signed(operand.shift) {
            Some(t) if t < series.steps() => series.at(t).to_vec(),
            _ => vec![0.0; series.width()],
        }
    }

    fn recorded(&self, operand: Operand, step: usize) -> Scaled {
        let vector = self.vector(operand, step);
        let scale = vector.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        Scaled { number: vector[UNIT.min(vector.len() - 1)], scale }
    }

    /// W x + b for one row, or Wᵀ x for one column of the gate's block.
    fn product(&self, product: Product, step: usize, transposed: bool) -> Scaled {
        let p = &self.parameters;
        let (weight, bias) = if product.recurrent { (&p.weight_hh, &p.bias_hh) } else { (&p.weight_ih, &p.bias_ih) };
        let row = p.row(product.block);
        let weight_of = |j: usize| if transposed { weight[(row + j, UNIT)] } else { weight[(row + UNIT, j)] };
        let vector = self.vector(product.operand, step);
        let mut terms: Vec<f64> = vector.iter().enumerate().map(|(j, x)| weight_of(j) * x).collect();
        if !transposed {
            terms.push(bias[row + UNIT]);
        }
        Scaled { number: terms.iter().sum(), scale: terms.iter().map(|term| term.abs()).sum() }
    }

    /// v where the loss is read, since ∂L/∂y = 1 there; else 0.
    fn loss_term(&self, step: usize) -> Scaled {
        let heard = if step == self.fixture.read() { 1.0 } else { 0.0 };
        let number = heard * self.fixture.vector("v")[UNIT];
        Scaled { number, scale: number.abs() }
    }

    /// All numbers of an expression, in the order in which they are written, with the operands' names.
    fn plugged(&self, expr: &Expr, step: usize) -> Vec<(String, Scaled)> {
        let all = |parts: &[Expr]| parts.iter().flat_map(|part| self.plugged(part, step)).collect();
        match expr {
            Expr::Value(operand) | Expr::Square(operand) => vec![(data(*operand), self.recorded(*operand, step))],
            Expr::Affine(product) => vec![(data(product.operand), self.product(*product, step, false))],
            Expr::Transposed(product) => vec![(data(product.operand), self.product(*product, step, true))],
            Expr::FromLoss => vec![(String::new(), self.loss_term(step))],
            Expr::Sum(parts) | Expr::Times(parts) => all(parts),
            Expr::Minus(a, b) => all(&[(**a).clone(), (**b).clone()]),
            Expr::OneMinus(a) | Expr::Sigmoid(a) | Expr::Tanh(a) => self.plugged(a, step),
            Expr::Relu(_) | Expr::Positive(_) | Expr::Constant(_) => unreachable!("the standard cells have none"),
        }
    }
}

/// The name of a tensor in a fixture, and of an equation on the page.
fn name(operand: Operand) -> String {
    format!("{}{}", if operand.gradient { "d_" } else { "" }, operand.quantity.key())
}

fn data(operand: Operand) -> String {
    format!("{} {}", name(operand), operand.shift)
}

fn assert_reads(what: &str, (value, text): (&str, &str), expected: &Scaled) {
    let Scaled { number, scale } = *expected;
    assert_close(what, parse(value), number, TOLERANCE, scale);
    // Near the edge of rounding, the last digit may be either.
    let edge = 10.0 * TOLERANCE * scale;
    let texts = [number, number - edge, number + edge].map(format::number);
    assert!(texts.iter().any(|t| t == text), "{what}: `{text}` is none of {texts:?}");
}

fn assert_equation(what: &str, torch: &Torch, equation: &Equation, step: usize, row: &Row) {
    let (key, value, text, numbers) = row;
    assert_eq!(key, &name(equation.result), "{what}");
    assert_reads(&format!("{what}, {key}"), (value, text), &torch.recorded(equation.result, step));
    let expected = torch.plugged(&equation.expr, step);
    assert_eq!(numbers.len(), expected.len(), "{what}, {key}: numbers that are plugged in");
    for ((operand, value, text), (named, number)) in numbers.iter().zip(&expected) {
        assert_eq!(operand, named, "{what}, {key}");
        assert_reads(&format!("{what}, {key}, operand {operand}"), (value, text), number);
    }
}

fn assert_all(cell: CellKind) {
    let (page, torch) = (Page::open("view=lab"), Torch::new(cell));
    for (pass, tab) in [(Pass::Forward, "forward"), (Pass::Backward, "backward")] {
        for t in [1, 7, 13] {
            page.go_to(&format!("cell={}&at={t}&unit={}&part=hidden&equations={tab}", cell.key(), UNIT + 1));
            assert_eq!(page.inspected(), cell.key());
            let rows: Vec<Row> = serde_json::from_value(page.script(READ, vec![])).unwrap();
            let expected = equations(cell, &Form::default(), pass);
            assert_eq!(rows.len(), expected.len());
            for (row, equation) in rows.iter().zip(&expected) {
                assert_equation(&format!("{}, {tab}, t = {t}", cell.name()), &torch, equation, t - 1, row);
            }
        }
    }
}

#[test]
fn rnn() {
    assert_all(CellKind::Rnn);
}

#[test]
fn lstm() {
    assert_all(CellKind::Lstm);
}

#[test]
fn gru() {
    assert_all(CellKind::Gru);
}
