//! Each cell's equations as data, forward and backward, so that the page can write them with
//! symbols, insert the numbers, and highlight the operands of each.
//!
//! Forward equations are those of PyTorch's documentation of `nn.RNN`, `nn.LSTM` and `nn.GRU`;
//! backward ones are their derivatives, totals through all later steps. The structure does not depend on the step:
//! operands before the first step or after the last one are zero.

use super::{CellKind, Form, Quantity, Road, Trace};

/// One of the two passes over a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pass {
    /// From the first step to the last: states.
    Forward,
    /// From the loss back to the first step: gradients.
    Backward,
}

/// A place in a layer: step t (from 0) and unit (from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Spot {
    /// The step.
    pub step: usize,
    /// The hidden unit.
    pub unit: usize,
}

/// A quantity, or the gradient of the loss with respect to it, at step t + `shift`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Operand {
    /// Which quantity.
    pub quantity: Quantity,
    /// True for ∂L/∂quantity, false for the quantity itself.
    pub gradient: bool,
    /// −1, 0 or 1: the step before, this one, the one after.
    pub shift: isize,
}

/// A row of weights (forward, with its bias) or a column of them (backward) times a whole vector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// True for `weight_hh`, false for `weight_ih`.
    pub recurrent: bool,
    /// The block of H rows, named by the pre-activation it yields.
    pub block: Quantity,
    /// The vector.
    pub operand: Operand,
    /// A gate by which the vector is multiplied first, element by element.
    pub gate: Option<Quantity>,
}

/// The right-hand side of an equation, for one unit.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A recorded number.
    Value(Operand),
    /// The square of a recorded number.
    Square(Operand),
    /// W x + b: one row times a vector, plus the bias.
    Affine(Product),
    /// Wᵀ δ: one column times a vector.
    Transposed(Product),
    /// v ∂L/∂y_t: the gradient from the read-out at this step; zero unless the loss is read here.
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
    /// max(0, a).
    Relu(Box<Expr>),
    /// 1 where the operand is above 0, else 0 (Iverson's bracket).
    Positive(Operand),
    /// A number that is held fixed.
    Constant(f64),
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
    /// The recorded number at `spot`, moved by the shift. States before the first step and gradients after the last one
    /// are zero; the gradient with respect to the initial state is the one that the first step passes back.
    ///
    /// For the input x a unit beyond the last component stands for the last component.
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
        let gate = self.gate.map(|gate| trace.top().value(gate, spot.step));
        let let_through = |j: usize| gate.map_or(1.0, |gate| gate[j]);
        bias[row] + vector.iter().enumerate().map(|(j, x)| weight[(row, j)] * let_through(j) * x).sum::<f64>()
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
    /// The value of the expression at one spot.
    #[must_use]
    pub fn number(&self, trace: &Trace, spot: Spot) -> f64 {
        match self {
            Self::Value(operand) => operand.number(trace, spot),
            Self::Square(operand) => operand.number(trace, spot).powi(2),
            Self::Affine(product) => product.affine(trace, spot),
            Self::Transposed(product) => product.transposed(trace, spot),
            Self::FromLoss => {
                let above = trace.arriving.get(spot.step * trace.top().hidden() + spot.unit);
                let here = || trace.readout_weights[spot.unit] * trace.readout.gradient.at(spot.step)[0];
                above.copied().unwrap_or_else(here)
            }
            Self::Sum(terms) => terms.iter().map(|e| e.number(trace, spot)).sum(),
            Self::Times(factors) => factors.iter().map(|e| e.number(trace, spot)).product(),
            Self::Minus(a, b) => a.number(trace, spot) - b.number(trace, spot),
            Self::OneMinus(a) => 1.0 - a.number(trace, spot),
            Self::Sigmoid(a) => 1.0 / (1.0 + (-a.number(trace, spot)).exp()),
            Self::Tanh(a) => a.number(trace, spot).tanh(),
            Self::Relu(a) => a.number(trace, spot).max(0.0),
            Self::Positive(operand) => f64::from(operand.number(trace, spot) > 0.0),
            Self::Constant(x) => *x,
        }
    }

    /// All operands of the expression, in order; a weight product contributes its vector.
    #[must_use]
    pub fn operands(&self) -> Vec<Operand> {
        match self {
            Self::Value(operand) | Self::Square(operand) | Self::Positive(operand) => vec![*operand],
            Self::Affine(product) | Self::Transposed(product) => {
                product.gate.map(at).into_iter().chain([product.operand]).collect()
            }
            Self::FromLoss | Self::Constant(_) => vec![],
            Self::Sum(all) | Self::Times(all) => all.iter().flat_map(Self::operands).collect(),
            Self::Minus(a, b) => [a.operands(), b.operands()].concat(),
            Self::OneMinus(a) | Self::Sigmoid(a) | Self::Tanh(a) | Self::Relu(a) => a.operands(),
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
    Expr::Affine(Product { recurrent: false, block, operand: at(Quantity::X), gate: None })
}
fn from_h(block: Quantity) -> Expr {
    Expr::Affine(Product { recurrent: true, block, operand: before(Quantity::Hidden), gate: None })
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

/// The equations of one cell in one pass, in the order of computation. Quantities and terms that a form removes (the
/// pre-activation of a frozen gate, the terms of a closed road) do not occur.
#[must_use]
pub fn equations(cell: CellKind, form: &Form, pass: Pass) -> Vec<Equation> {
    match (cell, pass) {
        (CellKind::Rnn, Pass::Forward) => rnn_forward(form),
        (CellKind::Rnn, Pass::Backward) => rnn_backward(form),
        (CellKind::Lstm, Pass::Forward) => lstm_forward(form),
        (CellKind::Lstm, Pass::Backward) => lstm_backward(form),
        (CellKind::Gru, Pass::Forward) => gru_forward(form),
        (CellKind::Gru, Pass::Backward) => gru_backward(form),
    }
}

fn equation(result: Operand, expr: Expr) -> Equation {
    Equation { result, expr }
}

/// a = W_i x + b_i + W_h h + b_h, for one gate.
fn pre_activation(block: Quantity) -> Equation {
    equation(at(block), Expr::Sum(vec![from_x(block), from_h(block)]))
}

/// The terms of ∂L/∂h_t or ∂L/∂x_t through each gate's weights.
fn through_weights(recurrent: bool, gradients: &[(Quantity, Quantity)]) -> Vec<Expr> {
    let shifted = if recurrent { grad_after } else { grad };
    let product =
        |&(block, source)| Expr::Transposed(Product { recurrent, block, operand: shifted(source), gate: None });
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

/// A gate's equations: σ of its pre-activation, or the number at which it is held.
fn gate(form: &Form, pre: Quantity, gate: Quantity) -> Vec<Equation> {
    match form.frozen(gate) {
        Some(value) => vec![equation(at(gate), Expr::Constant(value))],
        None => vec![pre_activation(pre), equation(at(gate), sigmoid(Expr::Value(at(pre))))],
    }
}

/// The pre-activations through which a gradient goes back, each with its road to the state before.
type Sources<const N: usize> = [(Quantity, Road, bool); N];

/// The terms of ∂L/∂h_t (by open roads) or ∂L/∂x_t (by all) through the weights of the gates that are not frozen.
fn back<const N: usize>(form: &Form, recurrent: bool, sources: Sources<N>) -> Vec<Expr> {
    let moving = sources.into_iter().filter(|(_, road, moves)| *moves && !(recurrent && form.closed(*road)));
    through_weights(recurrent, &moving.map(|(pre, ..)| (pre, pre)).collect::<Vec<_>>())
}

fn rnn_forward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let a = Expr::Value(at(PreActivation));
    let activation = if form.relu { Expr::Relu(Box::new(a)) } else { tanh(a) };
    vec![pre_activation(PreActivation), equation(at(Hidden), activation)]
}

fn rnn_backward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let sources = [(PreActivation, Road::Recurrent, true)];
    let through = if form.relu {
        let slope = vec![Expr::Value(grad(Hidden)), Expr::Positive(at(Hidden))];
        equation(grad(PreActivation), Expr::Times(slope))
    } else {
        tanh_back(PreActivation, Hidden)
    };
    vec![
        equation(grad(Hidden), Expr::Sum([vec![Expr::FromLoss], back(form, true, sources)].concat())),
        through,
        equation(grad(X), Expr::Sum(back(form, false, sources))),
    ]
}

fn lstm_forward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let input = if form.coupled {
        vec![equation(at(Input), one_minus(Expr::Value(at(Forget))))]
    } else {
        gate(form, InputPre, Input)
    };
    let candidate = Expr::Value(at(CandidatePre));
    let candidate = if form.linear_candidate { candidate } else { tanh(candidate) };
    let mut all = gate(form, ForgetPre, Forget);
    all.extend(input);
    all.push(pre_activation(CandidatePre));
    all.push(equation(at(Candidate), candidate));
    let cell = Expr::Sum(vec![times(at(Forget), before(Cell)), times(at(Input), at(Candidate))]);
    all.push(equation(at(Cell), cell));
    if !form.linear_output {
        all.push(equation(at(CellTanh), tanh(Expr::Value(at(Cell)))));
    }
    all.extend(gate(form, OutputPre, Output));
    all.push(equation(at(Hidden), times(at(Output), read(form))));
    all
}

/// The operand that the output gate multiplies: tanh(c_t), or c_t itself.
fn read(form: &Form) -> Operand {
    at(if form.linear_output { Quantity::Cell } else { Quantity::CellTanh })
}

fn lstm_backward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let moves = |gate: Quantity| form.frozen(gate).is_none();
    let input_moves = moves(Input) && !form.coupled;
    let sources = [
        (ForgetPre, Road::Forget, moves(Forget)),
        (InputPre, Road::Input, input_moves),
        (CandidatePre, Road::Candidate, true),
        (OutputPre, Road::Output, moves(Output)),
    ];
    let mut cell = vec![if form.linear_output {
        times(grad(Hidden), at(Output))
    } else {
        Expr::Times(vec![Expr::Value(grad(CellTanh)), one_minus(Expr::Square(at(CellTanh)))])
    }];
    if !form.closed(Road::Carry) {
        cell.push(times(after(Forget), grad_after(Cell)));
    }
    let forget = times(grad(Cell), before(Cell));
    let forget = if form.coupled { Expr::Minus(Box::new(forget), Box::new(Expr::Value(grad(Input)))) } else { forget };
    let mut all = vec![
        equation(grad(Hidden), Expr::Sum([vec![Expr::FromLoss], back(form, true, sources)].concat())),
        equation(grad(Output), times(grad(Hidden), read(form))),
    ];
    if !form.linear_output {
        all.push(equation(grad(CellTanh), times(grad(Hidden), at(Output))));
    }
    all.push(equation(grad(Cell), Expr::Sum(cell)));
    all.push(equation(grad(Forget), forget));
    all.push(equation(grad(Input), times(grad(Cell), at(Candidate))));
    all.push(equation(grad(Candidate), times(grad(Cell), at(Input))));
    if moves(Forget) {
        all.push(sigmoid_back(ForgetPre, Forget));
    }
    if input_moves {
        all.push(sigmoid_back(InputPre, Input));
    }
    all.push(if form.linear_candidate {
        equation(grad(CandidatePre), Expr::Value(grad(Candidate)))
    } else {
        tanh_back(CandidatePre, Candidate)
    });
    if moves(Output) {
        all.push(sigmoid_back(OutputPre, Output));
    }
    all.push(equation(grad(X), Expr::Sum(back(form, false, sources))));
    all
}

fn gru_forward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let hidden = Expr::Sum(vec![
        Expr::Times(vec![one_minus(Expr::Value(at(Update))), Expr::Value(at(New))]),
        times(at(Update), before(Hidden)),
    ]);
    // How h_{t−1} enters the new state: reset after the matrix product, or before it.
    let (from_hidden, enters) = if form.reset_before {
        let product = Product { recurrent: true, block: NewPre, operand: before(Hidden), gate: Some(Reset) };
        (Expr::Affine(product), Expr::Value(at(NewHidden)))
    } else {
        (from_h(NewPre), times(at(Reset), at(NewHidden)))
    };
    let mut all = gate(form, ResetPre, Reset);
    all.extend(gate(form, UpdatePre, Update));
    all.extend([
        equation(at(NewHidden), from_hidden),
        equation(at(NewPre), Expr::Sum(vec![from_x(NewPre), enters])),
        equation(at(New), tanh(Expr::Value(at(NewPre)))),
        equation(at(Hidden), hidden),
    ]);
    all
}

fn gru_backward(form: &Form) -> Vec<Equation> {
    use Quantity::*;
    let moves = |gate: Quantity| form.frozen(gate).is_none();
    let gates = [(ResetPre, Road::Reset, moves(Reset)), (UpdatePre, Road::Update, moves(Update))];
    let mut hidden = vec![Expr::FromLoss];
    if !form.closed(Road::Carry) {
        hidden.push(times(after(Update), grad_after(Hidden)));
    }
    hidden.extend(back(form, true, gates));
    let new = |operand| Expr::Transposed(Product { recurrent: true, block: NewPre, operand, gate: None });
    if !form.closed(Road::New) {
        let back = new(grad_after(NewHidden));
        hidden.push(if form.reset_before { Expr::Times(vec![Expr::Value(after(Reset)), back]) } else { back });
    }
    let (to_hidden, to_reset) = if form.reset_before {
        let to_reset = Expr::Times(vec![new(grad(NewHidden)), Expr::Value(before(Hidden))]);
        (Expr::Value(grad(NewPre)), to_reset)
    } else {
        (times(grad(NewPre), at(Reset)), times(grad(NewPre), at(NewHidden)))
    };
    let difference = Expr::Minus(Box::new(Expr::Value(before(Hidden))), Box::new(Expr::Value(at(New))));
    let mut all = vec![
        equation(grad(Hidden), Expr::Sum(hidden)),
        equation(grad(New), Expr::Times(vec![Expr::Value(grad(Hidden)), one_minus(Expr::Value(at(Update)))])),
        equation(grad(Update), Expr::Times(vec![Expr::Value(grad(Hidden)), difference])),
        tanh_back(NewPre, New),
        equation(grad(NewHidden), to_hidden),
        equation(grad(Reset), to_reset),
    ];
    if moves(Reset) {
        all.push(sigmoid_back(ResetPre, Reset));
    }
    if moves(Update) {
        all.push(sigmoid_back(UpdatePre, Update));
    }
    let [reset, update] = gates;
    let to_input = [reset, update, (NewPre, Road::New, true)];
    all.push(equation(grad(X), Expr::Sum(back(form, false, to_input))));
    all
}
