//! Our states and gradients against PyTorch's, in float64: `fixtures/generate.py` made the numbers.

mod fixture;

use engine::trace::{CellKind, Quantity, Series, Trace};
use engine::{Readout, Start, parameters, run};
use fixture::Fixture;
use model::lab::inputs;
use model::sequence::Library;
use model::settings::Settings;

/// Of the largest number of the tensor at that step.
const TOLERANCE: f64 = 1e-12;

fn assert_close(what: &str, ours: &[f64], torch: &[f64]) {
    assert_eq!(ours.len(), torch.len(), "{what}: shape");
    let scale = torch.iter().fold(0.0_f64, |m, b| m.max(b.abs()));
    let worst = ours.iter().zip(torch).fold(0.0_f64, |m, (a, b)| m.max((a - b).abs()));
    assert!(worst <= TOLERANCE * scale, "{what}: differs by {worst:e} where the largest is {scale:e}");
}

fn assert_series(what: &str, ours: &Series, torch: &Series) {
    assert_eq!(ours.steps(), torch.steps(), "{what}: steps");
    for t in 0..ours.steps() {
        assert_close(&format!("{what} at step {}", t + 1), ours.at(t), torch.at(t));
    }
}

/// ∂L/∂x_t = W_ihᵀ δ_t. Where x is one number wide, its terms may cancel to a thousandth of a
/// thousandth of their size; rounding in any order of summation is relative to the terms, so these
/// are the scale there: Σ |W_ih| |δ_t|.
fn assert_input_gradient(what: &str, trace: &Trace, torch: &Series) {
    let layer = trace.top();
    let x = &layer.channel(Quantity::X).gradient;
    if x.width() > 1 {
        return assert_series(what, x, torch);
    }
    for t in 0..trace.steps() {
        let delta = layer.cell().blocks().iter().flat_map(|&block| layer.gradient(block, t));
        let scale: f64 = layer.parameters.weight_ih.iter().zip(delta).map(|(w, d)| (w * d).abs()).sum();
        let difference = (x.at(t)[0] - torch.at(t)[0]).abs();
        assert!(difference <= TOLERANCE * scale, "{what} at step {}: differs by {difference:e} of {scale:e}", t + 1);
    }
}

fn ours(fixture: &Fixture, cell: CellKind) -> Trace {
    let readout = Readout { weights: fixture.vector("v"), read: fixture.read(), targets: fixture.targets() };
    run(fixture.parameters(cell, ""), fixture.series("x"), readout)
}

fn assert_agrees(case: &str) {
    let fixture = Fixture::load(case);
    for cell in CellKind::ALL {
        let trace = ours(&fixture, cell);
        let key = cell.key();
        let what = |name: &str| format!("{case}, {key}, {name}");
        for &quantity in cell.quantities() {
            let (name, channel) = (quantity.key(), trace.top().channel(quantity));
            assert_series(&what(name), &channel.value, &fixture.series(&format!("{key}/{name}")));
            assert_series(&what(&format!("d_{name}")), &channel.gradient, &fixture.series(&format!("{key}/d_{name}")));
        }
        assert_input_gradient(&what("d_x"), &trace, &fixture.series(&format!("{key}/d_x")));
        assert_close(&what("readout"), trace.readout.value.as_slice(), &fixture.vector(&format!("{key}/readout")));
        assert_close(&what("loss"), &[trace.loss()], &fixture.vector(&format!("{key}/loss")));
        assert_close(&what("d_v"), &trace.readout_weights_gradient, &fixture.vector(&format!("{key}/d_v")));

        let (gradient, expected) = (&trace.top().parameters_gradient, fixture.parameters(cell, "d_"));
        assert_close(&what("d_weight_ih"), gradient.weight_ih.as_slice(), expected.weight_ih.as_slice());
        assert_close(&what("d_weight_hh"), gradient.weight_hh.as_slice(), expected.weight_hh.as_slice());
        assert_close(&what("d_bias_ih"), gradient.bias_ih.as_slice(), expected.bias_ih.as_slice());
        assert_close(&what("d_bias_hh"), gradient.bias_hh.as_slice(), expected.bias_hh.as_slice());

        let lambda = fixture.vector(&format!("{key}/lambda_norm"));
        let reach: Vec<f64> = lambda.iter().map(|l| l / lambda[fixture.read()]).collect();
        for (t, (ours, torch)) in trace.reach().iter().zip(&reach).enumerate() {
            assert_close(&what(&format!("reach at step {}", t + 1)), &[*ours], &[*torch]);
        }
        if cell == CellKind::Lstm {
            let carried = fixture.series("lstm/d_cell_carried");
            for t in 0..trace.steps() {
                assert_close(&what("d_cell_carried"), &trace.top().cell_carried(t), carried.at(t));
            }
        }
    }
}

macro_rules! cases {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            assert_agrees(stringify!($name));
        })*
    };
}

cases!(tiny, scalar, small, middle_read, sentence, wide, long_vanishing, long_default, long_road, long_squared,);

/// The case `lab` is what the page opens with; its inputs are drawn here anew and must be the same.
#[test]
fn lab() {
    let (fixture, settings) = (Fixture::load("lab"), Settings::default());
    let x = inputs(settings.seed, &settings.sequence(Library::shipped()).input);
    assert_eq!(x, fixture.series("x"), "run `cargo run --example lab_inputs`, then tests/fixtures/generate.py");
    let start = Start { seed: settings.seed, hidden: settings.units, gain: settings.gain, bias: settings.bias };
    for cell in CellKind::ALL {
        assert_eq!(parameters(cell, x.width(), start), fixture.parameters(cell, ""));
    }
    assert_agrees("lab");
}
