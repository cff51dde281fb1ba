//! Every parameter of every cell against central finite differences, and every equation that the
//! page writes against what the engine recorded.

use engine::trace::{CellKind, Form, Parameters, Pass, Quantity, Series, Spot, Trace, equations};
use engine::{Readout, Start, embedding, parameters, readout_weights, run};
use model::keys::Key;
use model::settings::Settings;
use proptest::prelude::*;

/// A random network on a random sequence.
#[derive(Clone, Debug)]
struct Case {
    start: Start,
    input: usize,
    steps: usize,
    read: usize,
    target: Option<f64>,
}

fn case() -> impl Strategy<Value = Case> {
    let shape = (1_usize..=4, 1_usize..=6, 1_usize..=9, any::<u64>());
    let choices = (0.2..1.5_f64, -1.0..3.0_f64, any::<prop::sample::Index>(), prop::option::of(-1.0..1.0_f64));
    (shape, choices).prop_map(|((input, hidden, steps, seed), (gain, bias, read, target))| Case {
        start: Start { seed, hidden, gain, bias },
        input,
        steps,
        read: read.index(steps),
        target,
    })
}

impl Case {
    fn x(&self) -> Series {
        let step = |t: usize| embedding(self.start.seed, &t.to_string(), self.input);
        Series::new(self.input, (0..self.steps).flat_map(step).collect())
    }

    fn run(&self, weights: Parameters) -> Trace {
        let readout = Readout {
            weights: readout_weights(self.start.seed, self.start.hidden),
            read: self.read,
            targets: self.target.map(|target| vec![target; self.steps]),
        };
        run(weights, self.x(), readout)
    }
}

/// A tensor of the parameters as plain numbers.
type Tensor = fn(&mut Parameters) -> &mut [f64];

const TENSORS: [(&str, Tensor); 4] = [
    ("weight_ih", |p| p.weight_ih.as_mut_slice()),
    ("weight_hh", |p| p.weight_hh.as_mut_slice()),
    ("bias_ih", |p| p.bias_ih.as_mut_slice()),
    ("bias_hh", |p| p.bias_hh.as_mut_slice()),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_parameter_agrees_with_finite_differences(case in case()) {
        let step = 1e-5;
        for cell in CellKind::ALL {
            let weights = parameters(cell, case.input, case.start);
            let mut exact = case.run(weights.clone()).top().parameters_gradient.clone();
            for (name, tensor) in TENSORS {
                let exact = tensor(&mut exact).to_vec();
                for (place, exact) in exact.into_iter().enumerate() {
                    let loss_at = |shift: f64| {
                        let mut moved = weights.clone();
                        tensor(&mut moved)[place] += shift;
                        case.run(moved).loss()
                    };
                    let estimate = (loss_at(step) - loss_at(-step)) / (2.0 * step);
                    prop_assert!(
                        (estimate - exact).abs() <= 1e-7 * (1.0 + exact.abs()),
                        "{cell:?} {name}[{place}]: exact {exact:e}, finite difference {estimate:e}",
                    );
                }
            }
        }
    }

    #[test]
    fn every_input_agrees_with_finite_differences(case in case()) {
        let step = 1e-5;
        for cell in CellKind::ALL {
            let weights = parameters(cell, case.input, case.start);
            let exact = case.run(weights.clone()).top().channel(engine::trace::Quantity::X).gradient.clone();
            let readout = Readout {
                weights: readout_weights(case.start.seed, case.start.hidden),
                read: case.read,
                targets: case.target.map(|target| vec![target; case.steps]),
            };
            for (place, exact) in exact.as_slice().iter().enumerate() {
                let loss_at = |shift: f64| {
                    let mut x = case.x().as_slice().to_vec();
                    x[place] += shift;
                    run(weights.clone(), Series::new(case.input, x), readout.clone()).loss()
                };
                let estimate = (loss_at(step) - loss_at(-step)) / (2.0 * step);
                prop_assert!((estimate - exact).abs() <= 1e-7 * (1.0 + exact.abs()), "{cell:?} x[{place}]");
            }
        }
    }

    #[test]
    fn every_equation_gives_the_recorded_number(case in case(), form in form()) {
        for cell in CellKind::ALL {
            let mut weights = parameters(cell, case.input, case.start);
            weights.form = form[cell as usize];
            let trace = case.run(weights);
            for pass in [Pass::Forward, Pass::Backward] {
                for equation in equations(cell, &form[cell as usize], pass) {
                    for step in 0..case.steps {
                        for unit in 0..case.start.hidden {
                            let spot = Spot { step, unit };
                            let written = equation.expr.number(&trace, spot);
                            let recorded = equation.result.number(&trace, spot);
                            // After the read step the equations hold too: all their gradients are zero.
                            let scale = recorded.abs().max(1.0);
                            prop_assert!((written - recorded).abs() <= 1e-13 * scale, "{cell:?} {equation:?} {spot:?}");
                        }
                    }
                }
            }
        }
    }
}

/// A form for each cell: any gates frozen, any change made, any roads closed; or none of it.
fn form() -> impl Strategy<Value = [Form; 3]> {
    const GATES: [Key; 5] = [Key::Input, Key::Forget, Key::Output, Key::Reset, Key::Update];
    const CHANGES: [Key; 5] = [Key::Relu, Key::LinearCandidate, Key::LinearOutput, Key::Coupled, Key::ResetBefore];
    let some = |key: Key| proptest::option::weighted(0.3, Just(key));
    let gates = GATES.map(|gate| proptest::option::weighted(0.3, (Just(gate), 0_u32..=4)));
    let closed = proptest::collection::vec(proptest::sample::select(Key::Closed.names()), 0..9);
    let form = (gates, CHANGES.map(some), closed).prop_map(|(gates, changes, closed)| {
        let mut settings = Settings::default();
        for (gate, quarters) in gates.into_iter().flatten() {
            settings.choose(gate, &(f64::from(quarters) / 4.0).to_string());
        }
        changes.into_iter().flatten().for_each(|change| settings.choose(change, "yes"));
        settings.choose(Key::Closed, &closed.join(","));
        CellKind::ALL.map(|cell| settings.form(cell))
    });
    prop_oneof![Just([Form::default(); 3]), form]
}

proptest! {
    /// What a step hands back is all that the state before it hears, but for a loss read right there.
    #[test]
    fn a_step_hands_back_the_gradient_of_the_state_before_it(case in case(), form in form()) {
        for cell in CellKind::ALL {
            let mut weights = parameters(cell, case.input, case.start);
            weights.form = form[cell as usize];
            let trace = case.run(weights);
            let layer = trace.top();
            for t in 1..=case.read {
                let mut whole = vec![(layer.handed_back(Quantity::Hidden, t), layer.gradient(Quantity::Hidden, t - 1).to_vec())];
                if cell == CellKind::Lstm {
                    // ∂L/∂c_{t−1} is total: it comes through h_{t−1} too.
                    whole.push((layer.handed_back(Quantity::Cell, t), layer.cell_carried(t - 1)));
                }
                for (back, recorded) in whole {
                    let scale = recorded.iter().fold(1e-290_f64, |most, x| most.max(x.abs()));
                    for (ours, theirs) in back.iter().zip(&recorded) {
                        prop_assert!((ours - theirs).abs() <= 1e-12 * scale, "{cell:?} at {t}: {ours:e} is not {theirs:e}");
                    }
                }
            }
        }
    }
}

#[test]
fn each_cell_has_an_equation_for_every_quantity_in_both_passes() {
    for cell in CellKind::ALL {
        let results =
            |pass| equations(cell, &Form::default(), pass).into_iter().map(|e| e.result.quantity).collect::<Vec<_>>();
        for quantity in cell.quantities() {
            assert!(results(Pass::Forward).contains(quantity), "{cell:?} {quantity:?}");
            assert!(results(Pass::Backward).contains(quantity), "{cell:?} {quantity:?}");
        }
    }
}

#[test]
fn a_lag_of_499_shows_its_true_value_and_what_underflows_is_zero() {
    let far = |gain: f64| {
        let case = Case {
            start: Start { seed: 1, hidden: 8, gain, bias: 0.0 },
            input: 2,
            steps: 500,
            read: 499,
            target: None,
        };
        case.run(parameters(CellKind::Rnn, 2, case.start)).reach()
    };
    let reach = far(0.6);
    assert!(reach[0] > 0.0 && reach[0] < 1e-100, "{:e}", reach[0]);
    // The decay is geometric: the logarithm at lag 499 is about twice that at lag 250.
    let ratio = reach[0].log10() / reach[249].log10();
    assert!((1.8..2.2).contains(&ratio), "{ratio}");
    assert_eq!(far(0.05)[0], 0.0);
}
