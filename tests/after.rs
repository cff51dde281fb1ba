//! The minGRU, the minLSTM, the scan and a head of attention against PyTorch's numbers in float64, the products of gates
//! against arithmetic in 60 digits: `fixtures/after.py` made the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixture;

use engine::Readout;
use engine::attention::{self, Head};
use engine::linear::{self, Minimal, MinimalKind, MinimalWeights};
use engine::trace::Series;
use fixture::Fixture;
use nalgebra::{DMatrix, DVector};
use proptest::prelude::*;

/// Of the largest number of the tensor at that step.
const TOLERANCE: f64 = 1e-12;

const CASES: [&str; 5] = ["tiny", "small", "middle_read", "sentence", "long"];

fn assert_close(what: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{what}: shape");
    let scale = theirs.iter().fold(0.0_f64, |most, b| most.max(b.abs()));
    let worst = ours.iter().zip(theirs).fold(0.0_f64, |most, (a, b)| most.max((a - b).abs()));
    assert!(worst <= TOLERANCE * scale, "{what}: differs by {worst:e} where the largest is {scale:e}");
}

fn assert_series(what: &str, ours: &Series, theirs: &Series) {
    assert_eq!(ours.steps(), theirs.steps(), "{what}: steps");
    for t in 0..ours.steps() {
        assert_close(&format!("{what} at step {}", t + 1), ours.at(t), theirs.at(t));
    }
}

fn readout(fixture: &Fixture) -> Readout {
    Readout { weights: fixture.vector("v"), read: fixture.read(), targets: fixture.targets() }
}

fn minimal(fixture: &Fixture, kind: MinimalKind) -> Minimal {
    let named = |name: &str| format!("{}/{name}", kind.key());
    let weights = MinimalWeights {
        kind,
        weight: fixture.matrix(&named("weight")),
        bias: DVector::from_vec(fixture.vector(&named("bias"))),
    };
    linear::run(weights, fixture.series("x"), &readout(fixture))
}

/// Each case with each cell.
fn cells() -> impl Iterator<Item = (String, Fixture, Minimal)> {
    CASES.into_iter().flat_map(|case| {
        MinimalKind::ALL.map(|kind| {
            let fixture = Fixture::load(&format!("after_{case}"));
            let run = minimal(&fixture, kind);
            (format!("{case}, {}", kind.key()), fixture, run)
        })
    })
}

#[test]
fn the_minimal_cells_are_pytorchs() {
    for (what, fixture, run) in cells() {
        let named = |name: &str| format!("{}/{name}", run.weights.kind.key());
        let series = |name: &str| fixture.series(&named(name));
        assert_series(&format!("{what}, keep"), &run.keep, &series("keep"));
        assert_series(&format!("{what}, hidden"), &run.hidden.value, &series("hidden"));
        assert_series(&format!("{what}, d_hidden"), &run.hidden.gradient, &series("d_hidden"));
        assert_series(&format!("{what}, d_pre"), &run.pre_activation.gradient, &series("d_pre"));
        if run.weights.input() > 1 {
            assert_series(&format!("{what}, d_x"), &run.x.gradient, &series("d_x"));
        }
        assert_close(&what, &[run.loss], &fixture.vector(&named("loss")));
        let gradient = &run.weights_gradient;
        assert_close(&what, gradient.weight.as_slice(), fixture.matrix(&named("d_weight")).as_slice());
        assert_close(&what, gradient.bias.as_slice(), &fixture.vector(&named("d_bias")));
    }
}

/// ∂L/∂h_t is ∂L/∂h_read times the gates between, multiplied from the last on: bit for bit.
#[test]
fn the_gradient_is_exactly_the_product_of_the_gates() {
    for (what, _, run) in cells() {
        for unit in 0..run.weights.hidden() {
            let mut product = run.hidden.gradient.at(run.read)[unit];
            for t in (0..=run.read).rev() {
                assert_eq!(run.hidden.gradient.at(t)[unit].to_bits(), product.to_bits(), "{what}, step {}", t + 1);
                product *= run.keep.at(t)[unit];
            }
        }
    }
}

/// Each gate is right to a few units of the last place, and so is each product of them.
#[test]
fn the_product_of_the_gates_is_that_of_sixty_digits() {
    for (what, fixture, run) in cells() {
        let exact = fixture.series(&format!("{}/kept", run.weights.kind.key()));
        for t in 0..=run.read {
            let allowed = 1e-15 * (run.read - t).max(1) as f64;
            for (ours, exact) in run.kept(t, run.read).into_iter().zip(exact.at(t)) {
                assert!((ours - exact).abs() <= allowed * exact, "{what}, step {}: {ours:e} of {exact:e}", t + 1);
            }
        }
    }
}

#[test]
fn the_scan_gives_pytorchs_states_and_backwards_its_gradients() {
    for (what, fixture, run) in cells() {
        let named = |name: &str| fixture.series(&format!("{}/{name}", run.weights.kind.key()));
        let scanned = linear::scan(&run.keep, &run.brought());
        assert_series(&format!("{what}, scanned"), &scanned, &named("hidden"));
        let stepped = linear::step_by_step(&run.keep, &run.brought());
        assert_series(&format!("{what}, step by step"), &stepped, &named("hidden"));
        // Back from the read step: λ_t = k_{t+1} ⊙ λ_{t+1}, read from the end.
        let (width, read) = (run.weights.hidden(), run.read);
        let back = |of: &dyn Fn(usize) -> Vec<f64>| Series::new(width, (0..=read).rev().flat_map(of).collect());
        let keep = back(&|t| if t == read { vec![0.0; width] } else { run.keep.at(t + 1).to_vec() });
        let arriving = back(&|t| if t == read { run.hidden.gradient.at(t).to_vec() } else { vec![0.0; width] });
        let gradient = linear::scan(&keep, &arriving);
        for t in 0..=read {
            assert_close(&format!("{what}, back at step {}", t + 1), gradient.at(read - t), named("d_hidden").at(t));
        }
    }
}

#[test]
fn a_head_of_attention_is_pytorchs() {
    for case in CASES {
        let fixture = Fixture::load(&format!("after_{case}"));
        let matrix = |name: &str| fixture.matrix(&format!("attention/{name}"));
        let weights = ["query", "key", "value", "out"].map(matrix);
        let head = Head::run(weights, fixture.series("x"), &readout(&fixture));
        let vector = |name: &str| fixture.vector(&format!("attention/{name}"));
        assert_close(case, &head.shares, &vector("shares"));
        assert_close(case, &head.mixed_gradient, &vector("d_mixed"));
        assert_close(case, &[head.loss], &vector("loss"));
        let whole = head.mixed_gradient.iter().fold(0.0_f64, |most, d| most.max(d.abs()));
        for (name, ours) in [("d_keys", &head.keys.gradient), ("d_values", &head.values.gradient)] {
            let theirs = fixture.series(&format!("attention/{name}"));
            // The terms of ∂L/∂k cancel where a value is near the mean: what they are made of is the scale.
            for t in 0..ours.steps() {
                for (a, b) in ours.at(t).iter().zip(theirs.at(t)) {
                    assert!((a - b).abs() <= TOLERANCE * whole.max(b.abs()), "{case}, {name} at {t}: {a:e} {b:e}");
                }
            }
        }
        for (name, ours) in ["d_query", "d_key", "d_value", "d_out"].into_iter().zip(&head.weights_gradient) {
            let theirs = matrix(name);
            let scale = theirs.amax().max(whole);
            assert!((ours - &theirs).amax() <= TOLERANCE * scale, "{case}, {name}");
        }
        let d_x = fixture.series("attention/d_x");
        for (a, b) in head.x.gradient.as_slice().iter().zip(d_x.as_slice()) {
            assert!((a - b).abs() <= TOLERANCE * whole.max(b.abs()), "{case}, d_x: {a:e} {b:e}");
        }
    }
}

/// The slope of a loss, by central differences.
fn estimate(loss_at: impl Fn(f64) -> f64) -> f64 {
    let step = 1e-5;
    (loss_at(step) - loss_at(-step)) / (2.0 * step)
}

fn agrees(estimate: f64, exact: f64) -> bool {
    (estimate - exact).abs() <= 1e-7 * (1.0 + exact.abs())
}

proptest! {
    #[test]
    fn every_number_agrees_with_finite_differences(
        (input, hidden, steps, seed) in (1_usize..4, 1_usize..5, 1_usize..8, 0_u64..1000),
        target in proptest::option::of(-1.0_f64..1.0),
    ) {
        let x: Vec<f64> = (0..steps * input).map(|k| ((k * 7919 + seed as usize) % 201) as f64 / 50.0 - 2.0).collect();
        let readout = Readout {
            weights: engine::readout_weights(seed, hidden),
            read: seed as usize % steps,
            targets: target.map(|target| vec![target; steps]),
        };
        for kind in MinimalKind::ALL {
            let weights = MinimalWeights::drawn(kind, input, hidden, seed, 1.0);
            let run = |weights: &MinimalWeights, x: &[f64]| linear::run(weights.clone(), Series::new(input, x.to_vec()), &readout);
            let exact = run(&weights, &x);
            for (place, exact) in exact.weights_gradient.weight.iter().enumerate() {
                let moved = |shift: f64| { let mut w = weights.clone(); w.weight[place] += shift; run(&w, &x).loss };
                prop_assert!(agrees(estimate(moved), *exact), "{kind:?} weight {place}");
            }
            for (place, exact) in exact.weights_gradient.bias.iter().enumerate() {
                let moved = |shift: f64| { let mut w = weights.clone(); w.bias[place] += shift; run(&w, &x).loss };
                prop_assert!(agrees(estimate(moved), *exact), "{kind:?} bias {place}");
            }
            for (place, exact) in exact.x.gradient.as_slice().iter().enumerate() {
                let moved = |shift: f64| { let mut x = x.clone(); x[place] += shift; run(&weights, &x).loss };
                prop_assert!(agrees(estimate(moved), *exact), "{kind:?} x {place}");
            }
        }
        let weights = attention::drawn(input, hidden, seed);
        let run = |weights: &[DMatrix<f64>; 4], x: &[f64]| Head::run(weights.clone(), Series::new(input, x.to_vec()), &readout);
        let exact = run(&weights, &x);
        for which in 0..4 {
            for (place, exact) in exact.weights_gradient[which].iter().enumerate() {
                let moved = |shift: f64| { let mut w = weights.clone(); w[which][place] += shift; run(&w, &x).loss };
                prop_assert!(agrees(estimate(moved), *exact), "attention {which} {place}");
            }
        }
        for (place, exact) in exact.x.gradient.as_slice().iter().enumerate() {
            let moved = |shift: f64| { let mut x = x.clone(); x[place] += shift; run(&weights, &x).loss };
            prop_assert!(agrees(estimate(moved), *exact), "attention x {place}");
        }
    }
}
