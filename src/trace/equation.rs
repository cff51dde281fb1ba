//! Each cell's equations as data, forward and backward, so that the page can write them with
//! symbols, plug the numbers in, and light up what each is made of.
//!
//! Forward equations are those of PyTorch's documentation of `nn.RNN`, `nn.LSTM` and `nn.GRU`;
//! backward ones are their derivatives, totals over all that happens later. The structure does
//! not depend on the step: what lies before the first step or after the last one is zero.

use super::{CellKind, Quantity, Trace};

/// One of the two passes over a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pass {
    /// From the first step to the last: states.
    Forward,
    /// From the loss back to the first step: gradients.
    Backward,
}

/// A place in a layer: step t (from 0) and unit (from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The step.
    pub step: usize,
    /// The hidden unit.
    pub unit: usize,
}

/// A quantity, or the gradient of the loss with respect to it, at step t + `shift`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operand {
    /// Which quantity.
    pub quantity: Quantity,
    /// Whether its gradient is meant.
    pub gradient: bool,
    /// −1, 0 or 1: the step before, this one, the one after.
    pub shift: isize,
}

/// A row of weights (forward, with its bias) or a column of them (backward) times a whole vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// True for `weight_hh`, false for `weight_ih`.
    pub recurrent: bool,
    /// The gate whose rows are meant, by its pre-activation.
    pub block: Quantity,
    /// The vector.
    pub operand: Operand,
}

/// The right-hand side of an equation, for one unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A recorded number.
    Value(Operand),
    /// Its square.
    Square(Operand),
    /// W x + b: one row times a vector, plus the bias.
    Affine(Product),
    /// Wᵀ δ: one column times a vector.
    Transposed(Product),
    /// v ∂L/∂y_t: what the read-out sends back at this very step (zero unless the loss is read here).
    FromLoss,
    /// A sum.
    Sum(Vec<Expr>),
    /// A product.
    Times(Vec<Expr>),
    /// a − b.
    Minus(Box<Expr>, Box<Expr>),
    /// 1 − a.
    OneMinus(Box<Expr>),
    /// σ(a), the logistic function.
    Sigmoid(Box<Expr>),
    /// tanh(a).
    Tanh(Box<Expr>),
}

/// result = expr, for one unit at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Equation {
    /// The left-hand side.
    pub result: Operand,
    /// The right-hand side.
    pub expr: Expr,
}

impl Operand {
    /// The recorded number at `spot` moved by the shift. Outside the sequence states and later
    /// gradients are zero; the gradient of the state before the first step is what that hands back.
    ///
    /// For the input x the unit is cut to the last component.
    #[must_use]
    pub fn number(self, trace: &Trace, spot: Spot) -> f64 {
        let layer = trace.top();
        let channel = layer.channel(self.quantity);
        let series = if self.gradient { &channel.gradient } else { &channel.value };
        match spot.step.checked_add_signed(self.shift) {
            Some(t) if t < layer.steps() => series.at(t)[spot.unit.min(series.width() - 1)],
            None if self.gradient => layer.handed_back(self.quantity, 0)[spot.unit],
            _ => 0.0,
        }
    }

    fn vector(self, trace: &Trace, step: usize) -> Option<&[f64]> {
        let layer = trace.top();
        let t = step.checked_add_signed(self.shift).filter(|&t| t < layer.steps())?;
        Some(if self.gradient { layer.gradient(self.quantity, t) } else { layer.value(self.quantity, t) })
    }
}

impl Product {
    /// Row `unit` of the gate's block times the vector, plus the bias of that row.
    fn affine(self, trace: &Trace, spot: Spot) -> f64 {
        let parameters = &trace.top().parameters;
        let row = parameters.row(self.block) + spot.unit;
        let (weight, bias) = if self.recurrent {
            (&parameters.weight_hh, &parameters.bias_hh)
        } else {
            (&parameters.weight_ih, &parameters.bias_ih)
        };
        let Some(vector) = self.operand.vector(trace, spot.step) else { return bias[row] };
        bias[row] + vector.iter().enumerate().map(|(j, x)| weight[(row, j)] * x).sum::<f64>()
    }

    /// Column `unit` of the gate's block times the vector.
    fn transposed(self, trace: &Trace, spot: Spot) -> f64 {
        let parameters = &trace.top().parameters;
        let row = parameters.row(self.block);
        let weight = if self.recurrent { &parameters.weight_hh } else { &parameters.weight_ih };
        let column = spot.unit.min(weight.ncols() - 1);
        let Some(vector) = self.operand.vector(trace, spot.step) else { return 0.0 };
        vector.iter().enumerate().map(|(j, x)| weight[(row + j, column)] * x).sum()
    }
}

impl Expr {
    /// Its number at one spot.
    #[must_use]
    pub fn number(&self, trace: &Trace, spot: Spot) -> f64 {
        match self {
            Self::Value(operand) => operand.number(trace, spot),
            Self::Square(operand) => operand.number(trace, spot).powi(2),
            Self::Affine(product) => product.affine(trace, spot),
            Self::Transposed(product) => product.transposed(trace, spot),
            Self::FromLoss => trace.readout_weights[spot.unit] * trace.readout.gradient.at(spot.step)[0],
            Self::Sum(terms) => terms.iter().map(|e| e.number(trace, spot)).sum(),
            Self::Times(factors) => factors.iter().map(|e| e.number(trace, spot)).product(),
            Self::Minus(a, b) => a.number(trace, spot) - b.number(trace, spot),
            Self::OneMinus(a) => 1.0 - a.number(trace, spot),
            Self::Sigmoid(a) => 1.0 / (1.0 + (-a.number(trace, spot)).exp()),
            Self::Tanh(a) => a.number(trace, spot).tanh(),
        }
    }

    /// Everything it is made of; a weight product names its vector.
    #[must_use]
    pub fn operands(&self) -> Vec<Operand> {
        match self {
            Self::Value(operand) | Self::Square(operand) => vec![*operand],
            Self::Affine(product) | Self::Transposed(product) => vec![product.operand],
            Self::FromLoss => vec![],
            Self::Sum(all) | Self::Times(all) => all.iter().flat_map(Self::operands).collect(),
            Self::Minus(a, b) => [a.operands(), b.operands()].concat(),
            Self::OneMinus(a) | Self::Sigmoid(a) | Self::Tanh(a) => a.operands(),
        }
    }
}

const fn at(quantity: Quantity) -> Operand {
    Operand { quantity, gradient: false, shift: 0 }
}
const fn before(quantity: Quantity) -> Operand {
    Operand { quantity, gradient: false, shift: -1 }
}
const fn after(quantity: Quantity) -> Operand {
    Operand { quantity, gradient: false, shift: 1 }
}
const fn grad(quantity: Quantity) -> Operand {
    Operand { quantity, gradient: true, shift: 0 }
}
const fn grad_after(quantity: Quantity) -> Operand {
    Operand { quantity, gradient: true, shift: 1 }
}
fn from_x(block: Quantity) -> Expr {
    Expr::Affine(Product { recurrent: false, block, operand: at(Quantity::X) })
}
fn from_h(block: Quantity) -> Expr {
    Expr::Affine(Product { recurrent: true, block, operand: before(Quantity::Hidden) })
}
fn sigmoid(e: Expr) -> Expr {
    Expr::Sigmoid(Box::new(e))
}
fn tanh(e: Expr) -> Expr {
    Expr::Tanh(Box::new(e))
}
fn one_minus(e: Expr) -> Expr {
    Expr::OneMinus(Box::new(e))
}

/// The equations of one cell in one pass, in the order of computation.
#[must_use]
pub fn equations(cell: CellKind, pass: Pass) -> Vec<Equation> {
    match (cell, pass) {
        (CellKind::Rnn, Pass::Forward) => rnn_forward(),
        (CellKind::Rnn, Pass::Backward) => rnn_backward(),
        (CellKind::Lstm, Pass::Forward) => lstm_forward(),
        (CellKind::Lstm, Pass::Backward) => lstm_backward(),
        (CellKind::Gru, Pass::Forward) => gru_forward(),
        (CellKind::Gru, Pass::Backward) => gru_backward(),
    }
}

fn equation(result: Operand, expr: Expr) -> Equation {
    Equation { result, expr }
}

/// a = W_i x + b_i + W_h h + b_h, for one gate.
fn pre_activation(block: Quantity) -> Equation {
    equation(at(block), Expr::Sum(vec![from_x(block), from_h(block)]))
}

/// What comes back to h_t or x_t through each gate's weights.
fn through_weights(recurrent: bool, gradients: &[(Quantity, Quantity)]) -> Vec<Expr> {
    let shifted = if recurrent { grad_after } else { grad };
    let product = |&(block, source)| Expr::Transposed(Product { recurrent, block, operand: shifted(source) });
    gradients.iter().map(product).collect()
}

/// ∂L/∂a = ∂L/∂s · s(1 − s), the slope of σ.
fn sigmoid_back(pre: Quantity, gate: Quantity) -> Equation {
    let slope = vec![Expr::Value(grad(gate)), Expr::Value(at(gate)), one_minus(Expr::Value(at(gate)))];
    equation(grad(pre), Expr::Times(slope))
}

/// ∂L/∂a = ∂L/∂y · (1 − y²), the slope of tanh.
fn tanh_back(pre: Quantity, result: Quantity) -> Equation {
    equation(grad(pre), Expr::Times(vec![Expr::Value(grad(result)), one_minus(Expr::Square(at(result)))]))
}

fn times(a: Operand, b: Operand) -> Expr {
    Expr::Times(vec![Expr::Value(a), Expr::Value(b)])
}

fn rnn_forward() -> Vec<Equation> {
    use Quantity::*;
    vec![pre_activation(PreActivation), equation(at(Hidden), tanh(Expr::Value(at(PreActivation))))]
}

fn rnn_backward() -> Vec<Equation> {
    use Quantity::*;
    let sources = [(PreActivation, PreActivation)];
    let hidden = [vec![Expr::FromLoss], through_weights(true, &sources)].concat();
    vec![
        equation(grad(Hidden), Expr::Sum(hidden)),
        tanh_back(PreActivation, Hidden),
        equation(grad(X), Expr::Sum(through_weights(false, &sources))),
    ]
}

fn lstm_forward() -> Vec<Equation> {
    use Quantity::*;
    vec![
        pre_activation(ForgetPre),
        equation(at(Forget), sigmoid(Expr::Value(at(ForgetPre)))),
        pre_activation(InputPre),
        equation(at(Input), sigmoid(Expr::Value(at(InputPre)))),
        pre_activation(CandidatePre),
        equation(at(Candidate), tanh(Expr::Value(at(CandidatePre)))),
        equation(at(Cell), Expr::Sum(vec![times(at(Forget), before(Cell)), times(at(Input), at(Candidate))])),
        equation(at(CellTanh), tanh(Expr::Value(at(Cell)))),
        pre_activation(OutputPre),
        equation(at(Output), sigmoid(Expr::Value(at(OutputPre)))),
        equation(at(Hidden), times(at(Output), at(CellTanh))),
    ]
}

fn lstm_backward() -> Vec<Equation> {
    use Quantity::*;
    let sources = [ForgetPre, InputPre, CandidatePre, OutputPre].map(|q| (q, q));
    let hidden = [vec![Expr::FromLoss], through_weights(true, &sources)].concat();
    let cell = Expr::Sum(vec![
        Expr::Times(vec![Expr::Value(grad(CellTanh)), one_minus(Expr::Square(at(CellTanh)))]),
        times(after(Forget), grad_after(Cell)),
    ]);
    vec![
        equation(grad(Hidden), Expr::Sum(hidden)),
        equation(grad(Output), times(grad(Hidden), at(CellTanh))),
        equation(grad(CellTanh), times(grad(Hidden), at(Output))),
        equation(grad(Cell), cell),
        equation(grad(Forget), times(grad(Cell), before(Cell))),
        equation(grad(Input), times(grad(Cell), at(Candidate))),
        equation(grad(Candidate), times(grad(Cell), at(Input))),
        sigmoid_back(ForgetPre, Forget),
        sigmoid_back(InputPre, Input),
        tanh_back(CandidatePre, Candidate),
        sigmoid_back(OutputPre, Output),
        equation(grad(X), Expr::Sum(through_weights(false, &sources))),
    ]
}

fn gru_forward() -> Vec<Equation> {
    use Quantity::*;
    let reset_part = Expr::Times(vec![Expr::Value(at(Reset)), Expr::Value(at(NewHidden))]);
    let hidden = Expr::Sum(vec![
        Expr::Times(vec![one_minus(Expr::Value(at(Update))), Expr::Value(at(New))]),
        times(at(Update), before(Hidden)),
    ]);
    vec![
        pre_activation(ResetPre),
        equation(at(Reset), sigmoid(Expr::Value(at(ResetPre)))),
        pre_activation(UpdatePre),
        equation(at(Update), sigmoid(Expr::Value(at(UpdatePre)))),
        equation(at(NewHidden), from_h(NewPre)),
        equation(at(NewPre), Expr::Sum(vec![from_x(NewPre), reset_part])),
        equation(at(New), tanh(Expr::Value(at(NewPre)))),
        equation(at(Hidden), hidden),
    ]
}

fn gru_backward() -> Vec<Equation> {
    use Quantity::*;
    let recurrent = [(ResetPre, ResetPre), (UpdatePre, UpdatePre), (NewPre, NewHidden)];
    let input = [ResetPre, UpdatePre, NewPre].map(|q| (q, q));
    let kept = times(after(Update), grad_after(Hidden));
    let hidden = [vec![Expr::FromLoss, kept], through_weights(true, &recurrent)].concat();
    let difference = Expr::Minus(Box::new(Expr::Value(before(Hidden))), Box::new(Expr::Value(at(New))));
    vec![
        equation(grad(Hidden), Expr::Sum(hidden)),
        equation(grad(New), Expr::Times(vec![Expr::Value(grad(Hidden)), one_minus(Expr::Value(at(Update)))])),
        equation(grad(Update), Expr::Times(vec![Expr::Value(grad(Hidden)), difference])),
        tanh_back(NewPre, New),
        equation(grad(NewHidden), times(grad(NewPre), at(Reset))),
        equation(grad(Reset), times(grad(NewPre), at(NewHidden))),
        sigmoid_back(ResetPre, Reset),
        sigmoid_back(UpdatePre, Update),
        equation(grad(X), Expr::Sum(through_weights(false, &input))),
    ]
}
