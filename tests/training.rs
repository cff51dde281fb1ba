//! Training against PyTorch's, loss by loss (`fixtures/training.py` made the numbers), and its gradients
//! against those of the engine that steps one sequence, which is itself held to PyTorch.

mod fixture;

use engine::trace::{CellKind, Form, Parameters, Pass, Quantity, Series, Spot, equations};
use engine::train::{Batch, Masks, Plan, Rule, Scalar, Schedule, Target, Trainer, Weights};
use engine::{Readout, Start, parameters, readout_weights, run, run_stack};
use fixture::Fixture;
use nalgebra::DMatrix;

const STEPS: usize = 50;
const LENGTH: usize = 7;
const SEQUENCES: usize = 6;
const CLASSES: usize = 4;

/// Every variant of the fixture.
const VARIANTS: [&str; 14] = [
    "sgd",
    "momentum",
    "rmsprop",
    "adam",
    "adamw",
    "clip",
    "value",
    "each",
    "cosine",
    "halving",
    "warmup",
    "dropout",
    "truncated",
    "decoder",
];

fn plan(variant: &str, clip: f64) -> Plan {
    let rule = match variant {
        "sgd" => Rule::Sgd,
        "momentum" => Rule::Momentum,
        "rmsprop" => Rule::RmsProp,
        "adamw" => Rule::AdamW(0.1),
        _ => Rule::Adam,
    };
    Plan {
        rule,
        clip: (variant == "clip").then_some(clip),
        chunk: (variant == "truncated").then_some(3),
        dropout: if variant == "dropout" { 0.3 } else { 0.0 },
        one_bias: false,
    }
}

fn rate(variant: &str, n: usize) -> f64 {
    match variant {
        "sgd" => 0.1,
        "momentum" => 0.05,
        "clip" => 0.01,
        "cosine" => 0.005 * Schedule::Cosine.factor(n, STEPS),
        "halving" => 0.005 * Schedule::Halving { every: 10 }.factor(n, STEPS),
        "warmup" => 0.005 * Schedule::Warmup { steps: 10 }.factor(n, STEPS),
        _ => 0.005,
    }
}

fn weights(fixture: &Fixture, cell: CellKind, layers: usize, variant: &str) -> Weights {
    let name = format!("{}.{layers}", cell.key());
    let head = if variant == "value" { "head_value" } else { "head" };
    let decoder = if variant == "decoder" { layers } else { 0 };
    Weights {
        layers: (0..layers).map(|layer| fixture.layer(cell, &name, layer)).collect(),
        decoder: (0..decoder).map(|layer| fixture.layer(cell, &format!("{name}.decoder"), layer)).collect(),
        head: fixture.matrix(&format!("{name}.{head}.weight")),
        head_bias: fixture.vector(&format!("{name}.{head}.bias")),
    }
}

fn slice(fixture: &Fixture, name: &str, n: usize, count: usize) -> Vec<f64> {
    fixture.vector(name)[n * count..(n + 1) * count].to_vec()
}

fn batch(fixture: &Fixture, variant: &str, n: usize) -> Batch {
    let classes = |name: &str, steps: usize| {
        Target::Class(slice(fixture, name, n, steps * SEQUENCES).into_iter().map(|class| class as u32).collect())
    };
    let x = slice(fixture, "x", n, LENGTH * SEQUENCES * 3).into_iter().map(|x| x as f32).collect();
    let mut decoder_x = vec![];
    let (asked, target) = match variant {
        "value" => {
            let values = slice(fixture, "value", n, SEQUENCES);
            (vec![LENGTH - 1], Target::Value(values.into_iter().map(|v| v as f32).collect()))
        }
        "each" | "truncated" => ((0..LENGTH).collect(), classes("class_each", LENGTH)),
        "decoder" => {
            let out = slice(fixture, "out", n, 4 * SEQUENCES);
            decoder_x = vec![0.0; 4 * SEQUENCES * CLASSES];
            for place in SEQUENCES..4 * SEQUENCES {
                decoder_x[place * CLASSES + out[place - SEQUENCES] as usize] = 1.0;
            }
            ((0..4).collect(), classes("out", 4))
        }
        _ => (vec![LENGTH - 1], classes("class", 1)),
    };
    Batch { steps: LENGTH, sequences: SEQUENCES, x, decoder_x, asked, target, blank: None }
}

/// Trains as the fixture did and gives the largest relative difference of a loss, and of a norm.
fn differences<T: Scalar>(fixture: &Fixture, cell: CellKind, layers: usize, variant: &str, losses: &str) -> (f64, f64) {
    let clip = fixture.vector("clip")[0];
    let mut trainer = Trainer::<T>::new(&weights(fixture, cell, layers, variant), plan(variant, clip));
    let name = format!("{}.{layers}.{variant}", cell.key());
    let expected = fixture.vector(&format!("{losses}.{name}"));
    let norms = if variant == "clip" { fixture.vector(&format!("norm.{name}")) } else { vec![] };
    let (mut loss, mut norm) = (0.0_f64, 0.0_f64);
    for n in 0..STEPS {
        let mask = slice(fixture, "mask", n, LENGTH * SEQUENCES * 5);
        let given = [&mask[..]];
        let masks = if variant == "dropout" { Masks::Given(&given) } else { Masks::None };
        let outcome = trainer.step(&batch(fixture, variant, n), masks, rate(variant, n), None);
        loss = loss.max((outcome.loss - expected[n]).abs() / expected[n].abs());
        if let Some(expected) = norms.get(n) {
            norm = norm.max((outcome.norm - expected).abs() / expected);
        }
    }
    if variant == "adam" && losses == "loss" {
        let last = trainer.weights();
        let name = format!("final.{}.{layers}", cell.key());
        for (number, layer) in last.layers.iter().enumerate() {
            let expected = fixture.layer(cell, &name, number);
            assert!((&layer.weight_ih - &expected.weight_ih).amax() < 1e-10, "{name}: weight_ih_l{number}");
            assert!((&layer.weight_hh - &expected.weight_hh).amax() < 1e-10, "{name}: weight_hh_l{number}");
            assert!((&layer.bias_ih - &expected.bias_ih).amax() < 1e-10, "{name}: bias_ih_l{number}");
            assert!((&layer.bias_hh - &expected.bias_hh).amax() < 1e-10, "{name}: bias_hh_l{number}");
        }
        assert!((last.head - fixture.matrix(&format!("{name}.head.weight"))).amax() < 1e-10, "{name}: head");
    }
    (loss, norm)
}

fn holds<T: Scalar>(losses: &str, tolerance: f64) {
    let fixture = Fixture::load("training");
    for cell in CellKind::ALL {
        for (layers, variant) in [1, 2].into_iter().flat_map(|layers| VARIANTS.map(|variant| (layers, variant))) {
            if layers == 1 && variant == "dropout" {
                continue;
            }
            let (loss, norm) = differences::<T>(&fixture, cell, layers, variant, losses);
            assert!(loss <= tolerance, "{}.{layers}.{variant}: a loss differs by {loss:e}", cell.key());
            assert!(norm <= tolerance, "{}.{layers}.{variant}: a norm differs by {norm:e}", cell.key());
        }
    }
}

#[test]
fn fifty_losses_are_pytorchs_in_f64() {
    holds::<f64>("loss", 1e-10);
}

#[test]
fn fifty_losses_are_pytorchs_in_f32() {
    holds::<f32>("loss32", 1e-4);
}

/// A start with all numbers away from their defaults.
fn start(cell: CellKind, form: Form, inputs: usize, hidden: usize) -> Parameters {
    let start = Start { seed: 5, hidden, gain: 1.3, bias: 0.4 };
    Parameters { form, ..parameters(cell, inputs, start) }
}

#[test]
fn gradients_of_a_batch_are_the_sum_of_those_of_its_sequences_in_every_form() {
    let lstm = Form::default();
    let forms = [
        (CellKind::Rnn, Form::default()),
        (CellKind::Rnn, Form::default().with_relu()),
        (CellKind::Lstm, lstm),
        (CellKind::Lstm, lstm.with_coupled()),
        (CellKind::Lstm, lstm.with_linear_candidate()),
        (CellKind::Lstm, lstm.with_linear_output()),
        (CellKind::Lstm, lstm.with_frozen(Quantity::Forget, 1.0)),
        (CellKind::Lstm, lstm.with_frozen(Quantity::Input, 1.0)),
        (CellKind::Lstm, lstm.with_frozen(Quantity::Output, 0.5)),
        (CellKind::Gru, Form::default()),
        (CellKind::Gru, Form::default().with_frozen(Quantity::Reset, 1.0)),
        (CellKind::Gru, Form::default().with_frozen(Quantity::Update, 0.5)),
        (CellKind::Gru, Form::default().with_reset_before()),
        (CellKind::Gru, Form::default().with_reset_before().with_frozen(Quantity::Reset, 0.5)),
        (CellKind::Gru, Form::default().with_reset_before().with_frozen(Quantity::Update, 0.5)),
    ];
    let (steps, inputs, hidden) = (9, 3, 11);
    for (cell, form) in forms {
        for sequences in [1, 2, 8, 13] {
            let weights = start(cell, form, inputs, hidden);
            let v = readout_weights(5, hidden);
            let x: Vec<f32> =
                (0..steps * sequences * inputs).map(|i| ((i * 37 + 11) % 41) as f32 / 20.0 - 1.0).collect();
            let targets: Vec<f32> = (0..sequences).map(|s| s as f32 / 7.0 - 0.5).collect();
            let network = Weights {
                layers: vec![weights.clone()],
                decoder: vec![],
                head: DMatrix::from_row_slice(1, hidden, &v),
                head_bias: vec![0.0],
            };
            let batch = Batch {
                steps,
                sequences,
                x: x.clone(),
                asked: vec![steps - 1],
                target: Target::Value(targets.clone()),
                ..Batch::default()
            };
            let mut trainer = Trainer::<f64>::new(&network, plan("adam", 1.0));
            let mut reach = vec![];
            trainer.gradients_of(&batch, Masks::None, Some(&mut reach));
            let ours = trainer.gradients();
            let mut sum = Parameters::zeros(cell, inputs, hidden);
            let mut squares = vec![0.0; steps];
            for sequence in 0..sequences {
                let own = |t: usize| &x[(t * sequences + sequence) * inputs..][..inputs];
                let series: Vec<f64> = (0..steps).flat_map(|t| own(t).iter().map(|x| f64::from(*x))).collect();
                let target = f64::from(targets[sequence]);
                let readout = Readout { weights: v.clone(), read: steps - 1, targets: Some(vec![target; steps]) };
                let trace = run(weights.clone(), Series::new(inputs, series), readout);
                let own = &trace.top().parameters_gradient;
                let scale = 1.0 / sequences as f64;
                sum.weight_ih += &own.weight_ih * scale;
                sum.weight_hh += &own.weight_hh * scale;
                sum.bias_ih += &own.bias_ih * scale;
                sum.bias_hh += &own.bias_hh * scale;
                for (t, square) in squares.iter_mut().enumerate() {
                    *square += trace.top().state_gradient(t).iter().map(|g| (g * scale).powi(2)).sum::<f64>();
                }
            }
            let name = format!("{cell:?} {form:?} of {sequences}");
            let own = &ours.layers[0];
            for (ours, theirs, what) in [
                (own.weight_ih.as_slice(), sum.weight_ih.as_slice(), "weight_ih"),
                (own.weight_hh.as_slice(), sum.weight_hh.as_slice(), "weight_hh"),
                (own.bias_ih.as_slice(), sum.bias_ih.as_slice(), "bias_ih"),
                (own.bias_hh.as_slice(), sum.bias_hh.as_slice(), "bias_hh"),
            ] {
                let worst = ours.iter().zip(theirs).fold(0.0_f64, |worst, (a, b)| worst.max((a - b).abs()));
                assert!(worst < 1e-12, "{name}: {what} differs by {worst:e}");
            }
            for (t, square) in squares.into_iter().enumerate() {
                let ours = reach[steps - 1 - t];
                assert!((ours - square).abs() <= 1e-12 * square.max(1e-3), "{name}: reach at {t}: {ours}, {square}");
            }
        }
    }
}

#[test]
fn the_lab_and_the_trainer_agree_on_every_layer_of_a_stack() {
    let (steps, inputs, hidden) = (7, 3, 8);
    for cell in CellKind::ALL {
        let layer = |number: usize| start(cell, Form::default(), if number > 0 { hidden } else { inputs }, hidden);
        let layers: Vec<Parameters> = (0..3).map(layer).collect();
        let v = readout_weights(5, hidden);
        let x: Vec<f32> = (0..steps * inputs).map(|i| ((i * 37 + 11) % 41) as f32 / 20.0 - 1.0).collect();
        let head = DMatrix::from_row_slice(1, hidden, &v);
        let network = Weights { layers: layers.clone(), decoder: vec![], head, head_bias: vec![0.0] };
        let batch = Batch {
            steps,
            sequences: 1,
            x: x.clone(),
            asked: vec![steps - 1],
            target: Target::Value(vec![0.25]),
            ..Batch::default()
        };
        let mut trainer = Trainer::<f64>::new(&network, plan("adam", 1.0));
        let (loss, _) = trainer.gradients_of(&batch, Masks::None, None);
        let theirs = trainer.gradients();
        for shown in 0..3 {
            let readout = Readout { weights: v.clone(), read: steps - 1, targets: Some(vec![0.25; steps]) };
            let series = Series::new(inputs, x.iter().map(|x| f64::from(*x)).collect());
            let trace = run_stack(layers.clone(), shown, series, |x| x, readout);
            assert!((trace.loss() - loss).abs() < 1e-13, "{cell:?}: {} is not {loss}", trace.loss());
            let ours = &trace.top().parameters_gradient;
            for (ours, theirs) in ours.numbers().into_iter().zip(theirs.layers[shown].numbers()) {
                let worst = ours.iter().zip(theirs).fold(0.0_f64, |worst, (a, b)| worst.max((a - b).abs()));
                assert!(worst < 1e-12, "{cell:?} layer {shown}: differs by {worst:e}");
            }
            // What the page says of ∂L/∂h at each step is what was recorded.
            for t in 0..steps {
                for equation in equations(cell, &Form::default(), Pass::Backward) {
                    let spot = Spot { step: t, unit: 3 };
                    let (says, is) = (equation.expr.number(&trace, spot), equation.result.number(&trace, spot));
                    assert!((says - is).abs() < 1e-12, "{cell:?} layer {shown} at {t}: {equation:?}");
                }
            }
        }
    }
}

#[test]
fn asking_how_far_the_gradient_reaches_changes_no_gradient() {
    let (steps, inputs, hidden) = (7, 3, 8);
    for cell in CellKind::ALL {
        for layers in [1, 2] {
            let layer = |number: usize| start(cell, Form::default(), if number > 0 { hidden } else { inputs }, hidden);
            let head = DMatrix::from_row_slice(2, hidden, &readout_weights(5, 2 * hidden));
            let layers = (0..layers).map(layer).collect();
            let network = Weights { layers, decoder: vec![], head, head_bias: vec![0.0; 2] };
            let batch = Batch {
                steps,
                sequences: 4,
                x: (0..steps * 4 * inputs).map(|i| ((i * 37 + 11) % 41) as f32 / 20.0 - 1.0).collect(),
                asked: (0..steps).collect(),
                target: Target::Class((0..steps as u32 * 4).map(|i| i % 2).collect()),
                ..Batch::default()
            };
            let plan = Plan { rule: Rule::Sgd, clip: None, chunk: None, dropout: 0.0, one_bias: false };
            let mut trainer = Trainer::<f32>::new(&network, plan);
            trainer.gradients_of(&batch, Masks::None, None);
            let without = trainer.slopes().to_vec();
            let mut all = vec![];
            trainer.gradients_of(&batch, Masks::None, Some(&mut all));
            assert_eq!(trainer.slopes(), without, "{cell:?}");
            // It is that of the last answer alone, in its share of the mean.
            let last = Batch {
                asked: vec![steps - 1],
                target: Target::Class((0..4).map(|i| (4 * (steps as u32 - 1) + i) % 2).collect()),
                ..batch
            };
            let mut alone = vec![];
            trainer.gradients_of(&last, Masks::None, Some(&mut alone));
            for (all, alone) in all.iter().zip(&alone) {
                let ratio = (alone / all).sqrt();
                assert!((ratio - steps as f64).abs() < 1e-3 * steps as f64, "{cell:?}: {ratio}");
            }
        }
    }
}
