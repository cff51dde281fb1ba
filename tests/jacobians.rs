//! Step Jacobians, chains, determinants and singular values agree with PyTorch's autograd and with
//! arithmetic in 400 digits, for every cell and every form. `fixtures/jacobians.py` made the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixture;

use engine::chain::{chain, eigenvalues, log_singular_values};
use engine::jacobian::{Step, state_size};
use engine::roads::{step_shares, ways};
use engine::spectrum::{Product, norm2};
use engine::trace::{CellKind, Form, Quantity, Road, Series, Trace};
use engine::{Readout, run};
use fixture::Fixture;
use nalgebra::{DMatrix, DVector};

/// Of the norm of what is compared.
const NORM_WISE: f64 = 1e-10;

fn forms() -> Vec<(&'static str, CellKind, Form)> {
    use CellKind::{Gru, Lstm, Rnn};
    let plain = Form::default();
    let frozen = |gate, value| plain.with_frozen(gate, value);
    vec![
        ("rnn_tanh", Rnn, plain),
        ("rnn_relu", Rnn, plain.with_relu()),
        ("lstm", Lstm, plain),
        ("lstm_forget_one", Lstm, frozen(Quantity::Forget, 1.0)),
        ("lstm_input_one", Lstm, frozen(Quantity::Input, 1.0)),
        ("lstm_output_one", Lstm, frozen(Quantity::Output, 1.0)),
        ("lstm_forget_frozen", Lstm, frozen(Quantity::Forget, 0.7)),
        ("lstm_linear_candidate", Lstm, plain.with_linear_candidate()),
        ("lstm_linear_output", Lstm, plain.with_linear_output()),
        ("lstm_coupled", Lstm, plain.with_coupled()),
        ("gru", Gru, plain),
        ("gru_reset_before", Gru, plain.with_reset_before()),
        ("gru_reset_one", Gru, frozen(Quantity::Reset, 1.0)),
        ("gru_update_frozen", Gru, frozen(Quantity::Update, 0.8)),
        ("rnn_tanh_long", Rnn, plain),
        ("lstm_long", Lstm, plain),
        ("gru_long", Gru, plain),
    ]
}

struct Case {
    name: &'static str,
    torch: Fixture,
    trace: Trace,
}

fn cases() -> impl Iterator<Item = Case> {
    forms().into_iter().map(|(name, cell, form)| {
        let torch = Fixture::load(&format!("jacobians_{name}"));
        let mut weights = torch.parameters(cell, "");
        weights.form = form;
        let readout = Readout { weights: torch.vector("v"), read: torch.read(), targets: None };
        let trace = run(weights, torch.series("x"), readout);
        Case { name, torch, trace }
    })
}

fn assert_near(what: &str, ours: &DMatrix<f64>, theirs: &DMatrix<f64>) {
    let (difference, scale) = ((ours - theirs).norm(), theirs.norm());
    assert!(difference <= NORM_WISE * scale, "{what}: differs by {difference:e} at a norm of {scale:e}");
}

fn assert_series(what: &str, ours: &Series, theirs: &Series) {
    for t in 0..theirs.steps() {
        let [ours, theirs] = [ours, theirs].map(|s| DMatrix::from_column_slice(s.width(), 1, s.at(t)));
        let (difference, scale) = ((&ours - &theirs).norm(), theirs.norm());
        assert!(difference <= 1e-12 * scale.max(1e-290), "{what} at step {}: {difference:e} of {scale:e}", t + 1);
    }
}

#[test]
fn every_form_runs_and_goes_back_through_time_as_in_pytorch() {
    for Case { name, torch, trace } in cases() {
        let layer = trace.top();
        assert_series(name, &layer.channel(Quantity::Hidden).value, &torch.series("hidden"));
        assert_series(name, &layer.channel(Quantity::Hidden).gradient, &torch.series("d_hidden"));
        if layer.cell() == CellKind::Lstm {
            assert_series(name, &layer.channel(Quantity::Cell).value, &torch.series("cell"));
            assert_series(name, &layer.channel(Quantity::Cell).gradient, &torch.series("d_cell"));
        }
        let ours = &layer.parameters_gradient;
        assert_near(name, &ours.weight_ih, &torch.matrix("d_weight_ih_l0"));
        assert_near(name, &ours.weight_hh, &torch.matrix("d_weight_hh_l0"));
        let biases = [(&ours.bias_ih, "d_bias_ih_l0"), (&ours.bias_hh, "d_bias_hh_l0")];
        for (ours, theirs) in biases {
            let theirs = DVector::from_vec(torch.vector(theirs));
            assert!((ours - &theirs).norm() <= NORM_WISE * theirs.norm(), "{name}");
        }
    }
}

#[test]
fn every_step_jacobian_is_autograds() {
    for Case { name, torch, trace } in cases() {
        for (t, theirs) in torch.matrices("step_jacobians").iter().enumerate() {
            assert_near(&format!("{name}, step {}", t + 1), &Step::new(trace.top(), t).jacobian(), theirs);
        }
    }
}

#[test]
fn a_chain_is_the_derivative_of_the_whole_stretch() {
    for Case { name, torch, trace } in cases() {
        let (layer, read) = (trace.top(), trace.read);
        let ours = chain(layer, read);
        let size = state_size(layer);
        for (k, theirs) in torch.steps("chain_steps").into_iter().zip(torch.matrices("chain")) {
            let what = format!("{name}, from step {}", k + 1);
            let steps = (k + 1..=read).rev().map(|t| Step::new(layer, t).jacobian());
            let product = steps.fold(DMatrix::identity(size, size), |product, step| product * step);
            assert_near(&what, &product, &theirs);
            let norm = theirs.clone().svd(false, false).singular_values[0];
            assert!((ours.log_norm[k] - norm.ln()).abs() <= 1e-9, "{what}: {} is not ln {norm:e}", ours.log_norm[k]);
            if layer.cell() == CellKind::Lstm {
                let hidden = size / 2;
                let cells = theirs.view((hidden, hidden), (hidden, hidden)).into_owned();
                let norm = cells.svd(false, false).singular_values[0];
                assert!((ours.log_cell_norm[k] - norm.ln()).abs() <= 1e-9, "{what}: the cell state's own");
            }
        }
        for (t, theirs) in torch.matrices("step_jacobians").into_iter().enumerate() {
            let norm = theirs.svd(false, false).singular_values[0];
            assert!((ours.factor[t] - norm).abs() <= 1e-9 * norm, "{name}: the factor of step {}", t + 1);
        }
    }
}

#[test]
fn determinants_agree_with_400_digits() {
    for Case { name, torch, trace } in cases() {
        let size = state_size(trace.top()) as f64;
        let ours = chain(trace.top(), trace.read);
        for (t, theirs) in torch.vector("log_abs_det").into_iter().enumerate() {
            let ours = ours.log_mean[t] * size;
            let same = if theirs.is_finite() { (ours - theirs).abs() <= 1e-9 } else { ours == theirs };
            assert!(same, "{name}, from step {}: {ours} is not {theirs}", t + 1);
        }
    }
}

#[test]
fn singular_values_agree_with_400_digits_down_to_the_smallest() {
    for Case { name, torch, trace } in cases() {
        let theirs = torch.matrix("singular_values");
        for (row, from) in torch.steps("singular_steps").into_iter().enumerate() {
            // Of PyTorch's own Jacobians, and of ours.
            let jacobians = torch.matrices("step_jacobians");
            let product = jacobians[from + 1..=trace.read]
                .iter()
                .fold(Product::identity(theirs.ncols()), |product, step| product.then(step));
            let from_theirs = product.log_singular_values();
            let from_ours = log_singular_values(trace.top(), from, trace.read);
            for place in 0..theirs.ncols() {
                let expected = theirs[(row, place)];
                let what = format!("{name}, from step {}, the {}th", from + 1, place + 1);
                if expected == 0.0 {
                    // Singular but for the last bits of f64: nothing, on the scale of the largest of a step.
                    let noise = theirs[(row, 0)] * 1e-14;
                    assert!(from_ours[place].exp() <= noise && from_theirs[place].exp() <= noise, "{what} is zero");
                    continue;
                }
                assert!((from_theirs[place] - expected.ln()).abs() <= 1e-11, "{what}: {}", from_theirs[place].exp());
                assert!(
                    (from_ours[place] - expected.ln()).abs() <= 1e-9,
                    "{what}: {} for {expected:e}",
                    from_ours[place].exp()
                );
            }
        }
    }
}

#[test]
fn the_roads_add_up_to_the_whole_and_a_closed_one_brings_nothing() {
    for Case { name, trace, .. } in cases() {
        let layer = trace.top();
        let n = state_size(layer);
        for t in [1, trace.read / 2, trace.read] {
            let step = Step::new(layer, t);
            let lambda = DVector::from_fn(n, |i, _| (i as f64 + 0.7).sin());
            let whole = step.jacobian().tr_mul(&lambda);
            let roads = step.take_back(&lambda);
            assert_eq!(roads.len(), layer.cell().roads().len());
            let sum: DVector<f64> = roads.iter().sum();
            assert!((&sum - &whole).norm() <= 1e-12 * whole.norm().max(1e-300), "{name} at {t}");
            for (place, &road) in layer.cell().roads().iter().enumerate() {
                let mut closed = layer.clone();
                closed.parameters.form = closed.parameters.form.with_closed(road);
                let without = Step::new(&closed, t).jacobian().tr_mul(&lambda);
                let rest = &whole - &roads[place];
                assert!((without - &rest).norm() <= 1e-12 * whole.norm().max(1e-300), "{name}: {road:?} closed");
            }
        }
    }
}

/// With a road closed, the gradient that goes back is the chain of the Jacobians without it.
#[test]
fn the_gradient_of_a_run_keeps_off_closed_roads() {
    for (name, cell, form) in forms().into_iter().filter(|(name, ..)| !name.ends_with("long")) {
        for &road in cell.roads() {
            let torch = Fixture::load(&format!("jacobians_{name}"));
            let mut weights = torch.parameters(cell, "");
            weights.form = form.with_closed(road);
            let v = torch.vector("v");
            let readout = Readout { weights: v.clone(), read: torch.read(), targets: None };
            let trace = run(weights, torch.series("x"), readout);
            let layer = trace.top();
            let mut lambda = DVector::zeros(state_size(layer));
            lambda.rows_mut(0, v.len()).copy_from_slice(&v);
            for t in (0..=trace.read).rev() {
                let recorded = DVector::from_vec(layer.state_gradient(t));
                let carried = if road == Road::Carry && cell == CellKind::Lstm { v.len() } else { lambda.len() };
                let difference = (lambda.rows(0, carried) - recorded.rows(0, carried)).norm();
                assert!(difference <= 1e-12 * v.len() as f64, "{name} without {road:?} at {t}: {difference:e}");
                lambda = Step::new(layer, t).jacobian().tr_mul(&lambda);
            }
        }
    }
}

#[test]
fn norms_and_eigenvalues_of_matrices_that_are_known() {
    // A shear: both eigenvalues 1, norm (1 + √5) / 2.
    let shear = DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 0.0, 1.0]);
    let norm = norm2(&shear);
    assert!((norm - f64::midpoint(1.0, 5.0_f64.sqrt())).abs() < 1e-12);
    assert_eq!(norm2(&DMatrix::zeros(3, 3)), 0.0);
    let rotation = DMatrix::from_row_slice(2, 2, &[0.0, -2.0, 2.0, 0.0]);
    let mut eigenvalues = eigenvalues(&rotation);
    eigenvalues.sort_by(|a, b| a.1.total_cmp(&b.1));
    for ((re, im), expected) in eigenvalues.into_iter().zip([-2.0, 2.0]) {
        assert!(re.abs() < 1e-12 && (im - expected).abs() < 1e-12);
    }
}

#[test]
fn the_shares_of_the_roads_add_up_to_one() {
    for Case { name, trace, .. } in cases() {
        let layer = trace.top();
        for t in 1..=trace.read {
            let shares = step_shares(layer, t);
            // Where every unit of a rectified network is dead nothing arrives, and there are no shares.
            if shares.iter().all(|share| share.is_nan()) {
                assert_eq!(name, "rnn_relu");
                continue;
            }
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() <= 1e-12, "{name} at {t}: {sum}");
        }
    }
}

/// The ways, from products of the parts of PyTorch's Jacobians: the LSTM's block of the cell state, or of
/// the hidden state, at every step; the GRU's diagonal of the update gate, or the rest, at every step.
#[test]
fn the_ways_are_products_of_one_part_of_every_jacobian() {
    for Case { name, torch, trace } in cases().filter(|case| !case.name.ends_with("relu")) {
        let layer = trace.top();
        let (n, hidden, read) = (state_size(layer), layer.hidden(), trace.read);
        let jacobians = torch.matrices("step_jacobians");
        let ways = ways(layer, read);
        let mut lambda = DVector::zeros(n);
        lambda.rows_mut(0, hidden).copy_from_slice(&torch.vector("v"));
        let (mut along, mut past, mut whole) = (lambda.clone(), lambda.clone(), lambda);
        for t in (1..=read).rev() {
            let jacobian = &jacobians[t];
            let part = |v: &DVector<f64>, cell: bool| match layer.cell() {
                CellKind::Rnn => {
                    if cell {
                        v * 0.0
                    } else {
                        jacobian.tr_mul(v)
                    }
                }
                CellKind::Lstm => {
                    let mut back = jacobian.tr_mul(v);
                    back.rows_mut(if cell { 0 } else { hidden }, hidden).fill(0.0);
                    back
                }
                CellKind::Gru => {
                    let z = DVector::from_column_slice(layer.value(Quantity::Update, t));
                    if cell { v.component_mul(&z) } else { jacobian.tr_mul(v) - v.component_mul(&z) }
                }
            };
            (along, past, whole) = (part(&along, true), part(&past, false), jacobian.tr_mul(&whole));
            let share = |v: &DVector<f64>| v.dot(&whole) / whole.norm_squared();
            let way = ways[t - 1];
            for (ours, theirs) in [(way.along, share(&along)), (way.past, share(&past))] {
                assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0), "{name} at {t}: {ours} is not {theirs}");
            }
        }
    }
}
