//! State space: where two units come to rest against mpmath, how they turn against numpy, and states on their principal axes against
//! PyTorch and numpy. `fixtures/space.py` made the numbers.

mod fixture;

use engine::axes::Axes;
use engine::pair::{Pair, Plane};
use engine::trace::{CellKind, Quantity, Series};
use fixture::Fixture;
use learn::states::{Held, Holds, Spread, spread};
use nalgebra::DMatrix;

/// How near two units' states and eigenvalues are.
const NEAR: f64 = 1e-12;
/// How near axes, places and shares are.
const ON_AXES: f64 = 1e-9;

fn are_near(own: &[f64], known: &[f64], within: f64, what: &str) {
    assert_eq!(own.len(), known.len(), "{what}");
    for (own, known) in own.iter().zip(known) {
        assert!((own - known).abs() <= within, "{what}: {own:e}, the fixture has {known:e}");
    }
}

/// The worlds of the fixture.
fn worlds(fixture: &Fixture) -> Vec<Pair> {
    let (w, b) = (fixture.vector("w"), fixture.vector("b"));
    let pairs = w.chunks_exact(4).zip(b.chunks_exact(2));
    pairs.map(|(w, b)| Pair { w: [[w[0], w[1]], [w[2], w[3]]], b: [b[0], b[1]] }).collect()
}

#[test]
fn every_state_at_rest_is_mpmaths_with_its_eigenvalues_and_none_is_missed() {
    let fixture = Fixture::load("space");
    let (rests, eigenvalues) = (fixture.vector("rests"), fixture.vector("eigenvalues"));
    for (place, pair) in worlds(&fixture).into_iter().enumerate() {
        let known: Vec<&[f64]> = rests[place * 18..][..18].chunks_exact(2).filter(|h| !h[0].is_nan()).collect();
        let mut own = Plane::of(pair).rests;
        let order = |h: f64| -(h * 1e6).round();
        own.sort_by(|a, b| {
            (order(a.h[0]), order(a.h[1])).partial_cmp(&(order(b.h[0]), order(b.h[1]))).expect("numbers")
        });
        assert_eq!(own.len(), known.len(), "{pair:?}");
        for (n, (own, known)) in own.iter().zip(known).enumerate() {
            are_near(&own.h, known, NEAR, &format!("{pair:?}"));
            let [a, b] = own.eigenvalues;
            let values = &eigenvalues[place * 36 + n * 4..][..4];
            are_near(&[a.0, a.1, b.0, b.1], values, NEAR, &format!("eigenvalues of {pair:?}"));
            assert_eq!(own.is_stable(), values[0].hypot(values[1]).max(values[2].hypot(values[3])) < 1.0);
        }
    }
}

#[test]
fn what_never_rests_comes_round_as_in_numpy() {
    let fixture = Fixture::load("space");
    for (pair, known) in worlds(&fixture).into_iter().zip(fixture.vector("round")) {
        if known.is_finite() {
            are_near(&[pair.round([0.3, -0.2])], &[known], ON_AXES, &format!("{pair:?}"));
        }
    }
    assert!(fixture.vector("round").iter().filter(|round| round.is_finite()).count() > 2);
}

/// The states of a cell, one after the other, and what each holds by `number`.
fn states(fixture: &Fixture, cell: CellKind, number: fn(f64) -> f64) -> (Vec<f64>, Vec<Held>, usize) {
    let (x, held) = (fixture.matrices("x"), fixture.matrix("held"));
    let mut all = vec![];
    for x in &x {
        let rows = x.row_iter().flat_map(|row| row.iter().copied().collect::<Vec<f64>>()).collect();
        let layer = engine::read(fixture.parameters(cell, ""), Series::new(x.ncols(), rows));
        (0..x.nrows()).for_each(|t| all.extend(layer.value(Quantity::Hidden, t)));
    }
    let one = |sequence: usize, step: usize| Held { sequence, step, number: number(held[(sequence, step)]) };
    let held = (0..held.nrows()).flat_map(|s| (0..held.ncols()).map(move |t| (s, t))).map(|(s, t)| one(s, t)).collect();
    (all, held, x[0].nrows())
}

fn on_axes(spread: &Spread) -> Vec<f64> {
    spread.places.iter().flat_map(|(_, place)| *place).collect()
}

#[test]
fn states_on_their_principal_axes_are_pytorchs_on_numpys() {
    let fixture = Fixture::load("space");
    for cell in CellKind::ALL {
        let key = |name: &str| fixture.vector(&format!("{}/{name}", cell.key()));
        let (states, held, steps) = states(&fixture, cell, |number| number);
        are_near(&states, &key("states"), NEAR, cell.name());
        let numbers: Vec<f64> = held.iter().map(|held| held.number).collect();
        let rows = DMatrix::from_row_slice(held.len(), states.len() / held.len(), &states);
        let Axes { directions, shares, .. } = Axes::of(&rows, &numbers);
        are_near(&directions.concat(), &key("directions"), ON_AXES, cell.name());
        are_near(&shares, &key("shares"), ON_AXES, cell.name());
        let own = spread(&states, &held, Holds::Number, steps - 1);
        are_near(&on_axes(&own), &key("places"), ON_AXES, cell.name());
        let told = [own.told.by_axes, own.told.at_end, own.told.by_all];
        are_near(&told, &key("explained"), ON_AXES, &format!("R² of the {}", cell.name()));
    }
}

#[test]
fn the_straight_cut_and_what_it_gets_right_are_numpys() {
    let fixture = Fixture::load("space");
    for cell in CellKind::ALL {
        let key = |name: &str| fixture.vector(&format!("{}/{name}", cell.key()));
        let (states, held, steps) = states(&fixture, cell, |number| if number > 0.0 { 1.0 } else { -1.0 });
        let own = spread(&states, &held, Holds::Class, steps - 1);
        let told = [own.told.by_axes, own.told.at_end, own.told.by_all];
        are_near(&told, &key("right"), ON_AXES, &format!("what is right of the {}", cell.name()));
        // Here the axes are turned by the sign of what is held, there by the number.
        let (known, cut) = (key("directions"), key("cut"));
        let turned = |axis: usize| {
            let there = &known[axis * known.len() / 2..][..known.len() / 2];
            own.axes.directions[axis].iter().zip(there).map(|(a, b)| a * b).sum::<f64>().signum()
        };
        let ours = [own.fit.weights[0] * turned(0), own.fit.weights[1] * turned(1), own.fit.offset];
        are_near(&ours, &cut, ON_AXES, cell.name());
    }
}
