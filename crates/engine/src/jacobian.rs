//! The Jacobian of one step, J_t = ∂s_t/∂s_{t−1}, split by road, and its transpose applied to a gradient.
//!
//! s = h for RNN and GRU; for the LSTM s = [h; c], 2H numbers, with h_{t−1} and c_{t−1} taken as
//! independent. x and all weights are held fixed. Before the first step s = 0.

use nalgebra::{DMatrix, DMatrixView, DVector};

use super::gru::slope as gru_slope;
use super::lstm::Slopes;
use super::rnn::slope as rnn_slope;
use crate::trace::{CellKind, Layer, Quantity, Quantity::*, Road};

/// The size n of a state s: H, or 2H for the LSTM.
#[must_use]
pub fn state_size(layer: &Layer) -> usize {
    if layer.cell() == CellKind::Lstm { 2 * layer.hidden() } else { layer.hidden() }
}

/// One recorded step, linearised: its Jacobian in factors.
pub struct Step<'a> {
    layer: &'a Layer,
    gates: Vec<Gate>,
    /// ∂c_t/∂c_{t−1} or the GRU's ∂h_t/∂h_{t−1} along h, a diagonal; none for the RNN.
    carry: Option<DVector<f64>>,
    /// LSTM: ∂h_t/∂c_t, a diagonal.
    read: Option<DVector<f64>>,
}

/// A road that leads through the weights of one gate: diag(`to`) W diag(`from`), into h, or for the
/// LSTM into c (but that of the output gate, into h).
struct Gate {
    road: Road,
    block: Quantity,
    to: DVector<f64>,
    from: Option<From>,
}

/// The factor between a weight matrix and h_{t−1}.
enum From {
    /// r, a diagonal.
    Diagonal(DVector<f64>),
    /// diag(h ⊙ σ') W of the reset gate.
    Reset(DVector<f64>),
}

impl<'a> Step<'a> {
    /// The step t (from 0) of a recorded layer.
    #[must_use]
    pub fn new(layer: &'a Layer, t: usize) -> Self {
        let form = layer.parameters.form;
        let hidden = layer.hidden();
        let value = |q: Quantity| DVector::from_column_slice(layer.value(q, t));
        let before = |q: Quantity| match t.checked_sub(1) {
            Some(before) => DVector::from_column_slice(layer.value(q, before)),
            None => DVector::zeros(hidden),
        };
        let gate = |road, block, to| Gate { road, block, to, from: None };
        match layer.cell() {
            CellKind::Rnn => {
                let to = value(Hidden).map(|h| rnn_slope(form, h));
                Self { layer, gates: vec![gate(Road::Recurrent, PreActivation, to)], carry: None, read: None }
            }
            CellKind::Lstm => {
                let slopes = Slopes(form);
                let (i, f, g, o, m) = (value(Input), value(Forget), value(Candidate), value(Output), value(CellTanh));
                // With coupled gates i = 1 − f, so the forget gate acts through the input gate, too, with the opposite
                // sign.
                let moved = if form.coupled { before(Cell) - &g } else { before(Cell) };
                let to = |q, gate: &DVector<f64>| gate.map(|s| slopes.gate(q, s));
                Self {
                    layer,
                    gates: vec![
                        gate(Road::Forget, ForgetPre, moved.component_mul(&to(Forget, &f))),
                        gate(Road::Input, InputPre, g.component_mul(&i.map(|s| slopes.input(s)))),
                        gate(Road::Candidate, CandidatePre, i.component_mul(&g.map(|g| slopes.candidate(g)))),
                        gate(Road::Output, OutputPre, m.component_mul(&to(Output, &o))),
                    ],
                    read: Some(o.component_mul(&m.map(|m| slopes.read(m)))),
                    carry: Some(f),
                }
            }
            CellKind::Gru => {
                let (r, z, n, u) = (value(Reset), value(Update), value(New), value(NewHidden));
                let h = before(Hidden);
                let to_n = n.zip_map(&z, |n, z| (1.0 - z) * (1.0 - n * n));
                let to_z = (&h - &n).zip_map(&z, |d, z| d * gru_slope(form, Update, z));
                let r_slope = r.map(|r| gru_slope(form, Reset, r));
                let (new, reset) = if form.reset_before {
                    let through = h.component_mul(&r_slope);
                    (
                        Gate { from: Some(From::Diagonal(r)), ..gate(Road::New, NewPre, to_n.clone()) },
                        Gate { from: Some(From::Reset(through)), ..gate(Road::Reset, NewPre, to_n) },
                    )
                } else {
                    (
                        gate(Road::New, NewPre, to_n.component_mul(&r)),
                        gate(Road::Reset, ResetPre, to_n.component_mul(&u).component_mul(&r_slope)),
                    )
                };
                Self { layer, gates: vec![new, gate(Road::Update, UpdatePre, to_z), reset], carry: Some(z), read: None }
            }
        }
    }

    fn block(&self, block: Quantity) -> DMatrixView<'a, f64> {
        self.layer.parameters.weight_hh.rows(self.layer.parameters.row(block), self.layer.hidden())
    }

    /// Whether a gate's road enters the LSTM's cell state first.
    fn enters_cell(&self, road: Road) -> bool {
        self.layer.cell() == CellKind::Lstm && road != Road::Output
    }

    /// J_t, n × n; closed roads are left out.
    #[must_use]
    pub fn jacobian(&self) -> DMatrix<f64> {
        let (hidden, n) = (self.layer.hidden(), state_size(self.layer));
        let form = self.layer.parameters.form;
        let mut jacobian = DMatrix::zeros(n, n);
        for gate in self.gates.iter().filter(|gate| !form.closed(gate.road)) {
            let top = if self.enters_cell(gate.road) { hidden } else { 0 };
            let weights = self.block(gate.block);
            let product = match &gate.from {
                None => None,
                Some(From::Diagonal(from)) => Some(scale_columns(weights.into_owned(), from)),
                Some(From::Reset(from)) => Some(weights * scale_rows(self.block(ResetPre).into_owned(), from)),
            };
            // Columns as slices: element by element this takes as long as the product of two Jacobians.
            for (j, column) in jacobian.as_mut_slice().chunks_exact_mut(n).take(hidden).enumerate() {
                let column = &mut column[top..top + hidden];
                let weights = weights.column(j);
                let weights = product.as_ref().map_or(weights.as_slice(), |p| &p.as_slice()[j * hidden..][..hidden]);
                for i in 0..hidden {
                    column[i] += gate.to[i] * weights[i];
                }
            }
        }
        if let (Some(carry), false) = (&self.carry, form.closed(Road::Carry)) {
            let at = n - hidden;
            (0..hidden).for_each(|i| jacobian[(at + i, at + i)] += carry[i]);
        }
        if let Some(read) = &self.read {
            // The contributions to c go on into h.
            for column in jacobian.as_mut_slice().chunks_exact_mut(n) {
                let (to_h, entered) = column.split_at_mut(hidden);
                for i in 0..hidden {
                    to_h[i] += read[i] * entered[i];
                }
            }
        }
        jacobian
    }

    /// J_tᵀ λ, the gradient with respect to s_{t−1} given that with respect to s_t, split by road in the order of
    /// [`CellKind::roads`]. Closed roads contribute 0; the parts add up to J_tᵀ λ.
    #[must_use]
    pub fn take_back(&self, lambda: &DVector<f64>) -> Vec<DVector<f64>> {
        let (hidden, n) = (self.layer.hidden(), state_size(self.layer));
        let form = self.layer.parameters.form;
        let to_h = lambda.rows(0, hidden).into_owned();
        let to_c = self.read.as_ref().map(|read| lambda.rows(hidden, hidden) + to_h.component_mul(read));
        let part = |road: &Road| {
            let mut back = DVector::zeros(n);
            if form.closed(*road) {
                return back;
            }
            if *road == Road::Carry {
                let carried = to_c.as_ref().unwrap_or(&to_h);
                if let Some(carry) = &self.carry {
                    back.rows_mut(n - hidden, hidden).copy_from(&carried.component_mul(carry));
                }
            } else if let Some(gate) = self.gates.iter().find(|gate| gate.road == *road) {
                let arriving = to_c.as_ref().filter(|_| self.enters_cell(*road)).unwrap_or(&to_h);
                let through = self.block(gate.block).tr_mul(&arriving.component_mul(&gate.to));
                let through = match &gate.from {
                    None => through,
                    Some(From::Diagonal(from)) => through.component_mul(from),
                    Some(From::Reset(from)) => self.block(ResetPre).tr_mul(&through.component_mul(from)),
                };
                back.rows_mut(0, hidden).copy_from(&through);
            }
            back
        };
        self.layer.cell().roads().iter().map(part).collect()
    }

    /// ln |det J_t|; −∞ where J_t is singular.
    ///
    /// For the RNN Σ ln |φ'| + ln |det W_hh|. For the LSTM Σ ln f + Σ ln |tanh(c) σ'(a_o)| + ln |det W_ho|,
    /// since the rows of h less diag(o tanh'(c)) times those of c leave only what comes through the
    /// output gate. For the GRU from J_t itself, which is `jacobian`. `weights` is [`log_abs_det`] of W_hh or W_ho.
    #[must_use]
    pub fn log_abs_det(&self, jacobian: &DMatrix<f64>, weights: f64) -> f64 {
        let form = self.layer.parameters.form;
        let log = |d: &DVector<f64>| d.iter().map(|x| x.abs().ln()).sum::<f64>();
        let open = self.layer.cell().roads().iter().all(|road| !form.closed(*road));
        match (self.layer.cell(), &self.carry) {
            (CellKind::Rnn, _) if open => log(&self.gates[0].to) + weights,
            (CellKind::Lstm, Some(forget)) if open => log(forget) + log(&self.gates[3].to) + weights,
            _ => log_abs_det(jacobian.clone()),
        }
    }

    /// The weights whose determinant [`Step::log_abs_det`] asks for: W_hh, or W_ho of the LSTM.
    #[must_use]
    pub fn determining_weights(layer: &Layer) -> DMatrix<f64> {
        let block = if layer.cell() == CellKind::Lstm { OutputPre } else { layer.cell().blocks()[0] };
        layer.parameters.weight_hh.rows(layer.parameters.row(block), layer.hidden()).into_owned()
    }
}

fn scale_columns(mut matrix: DMatrix<f64>, by: &DVector<f64>) -> DMatrix<f64> {
    matrix.column_iter_mut().zip(by.iter()).for_each(|(mut column, by)| column *= *by);
    matrix
}

fn scale_rows(mut matrix: DMatrix<f64>, by: &DVector<f64>) -> DMatrix<f64> {
    matrix.row_iter_mut().zip(by.iter()).for_each(|(mut row, by)| row *= *by);
    matrix
}

/// ln |det A| by elimination with partial pivots, in logarithms so that it neither under- nor
/// overflows; −∞ for a singular matrix.
#[must_use]
pub fn log_abs_det(matrix: DMatrix<f64>) -> f64 {
    let lu = matrix.lu();
    lu.u().diagonal().iter().map(|u| u.abs().ln()).sum()
}
