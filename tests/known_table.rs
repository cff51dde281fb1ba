//! What is known of untrained networks, reproduced: the geometric mean over 200 seeds of the chain's norm,
//! ‖∂s_T/∂s_t‖₂ (the LSTM's state is [h; c]), at lags 20 and 99. H = 32, I = 2, inputs from U[0, 1], weights
//! from U(±1/√H), the bias added to `bias_ih` alone.
#![allow(clippy::unwrap_used)]

use engine::chain::chain;
use engine::chance::Chance;
use engine::cure::{Scheme, start};
use engine::trace::{CellKind, Parameters, Series};
use engine::{Readout, Start, parameters, readout_weights, run};

const HIDDEN: usize = 32;
const STEPS: usize = 100;
const SEEDS: u64 = 200;

/// The geometric means at lag 20 and at lag 99.
fn means(cell: CellKind, bias: f64, change: impl Fn(&mut Parameters, u64)) -> [f64; 2] {
    let mut sums = [0.0; 2];
    for seed in 0..SEEDS {
        let mut weights = parameters(cell, 2, Start { seed, hidden: HIDDEN, gain: 1.0, bias });
        change(&mut weights, seed);
        let mut chance = Chance::new(seed + 10_000);
        let x = (0..2 * STEPS).map(|_| chance.unit()).collect();
        let readout = Readout { weights: readout_weights(seed, HIDDEN), read: STEPS - 1, targets: None };
        let trace = run(weights, Series::new(2, x), readout);
        let chain = chain(trace.top(), STEPS - 1);
        sums[0] += chain.log_norm[STEPS - 1 - 20];
        sums[1] += chain.log_norm[0];
    }
    sums.map(|sum| (sum / SEEDS as f64).exp())
}

fn assert_known(what: &str, [near, far]: [f64; 2], [known_near, known_far]: [f64; 2]) {
    let within = |ours: f64, known: f64, factor: f64| (ours / known).max(known / ours) <= factor;
    assert!(within(near, known_near, 2.0), "{what} at lag 20: {near:e}, known is {known_near:e}");
    assert!(within(far, known_far, 10.0), "{what} at lag 99: {far:e}, known is {known_far:e}");
}

fn untouched(_: &mut Parameters, _: u64) {}

#[test]
fn the_rnn_vanishes() {
    assert_known("RNN", means(CellKind::Rnn, 0.0, untouched), [5.5e-5, 3e-23]);
}

#[test]
fn the_lstm_vanishes_unless_its_bias_opens_the_road() {
    assert_known("LSTM, bias 0", means(CellKind::Lstm, 0.0, untouched), [3.9e-4, 6e-19]);
    assert_known("LSTM, bias 1", means(CellKind::Lstm, 1.0, untouched), [0.11, 1.2e-6]);
    assert_known("LSTM, bias 3", means(CellKind::Lstm, 3.0, untouched), [2.1, 8.0]);
}

#[test]
fn the_gru_vanishes_unless_its_bias_opens_the_road() {
    assert_known("GRU, bias 0", means(CellKind::Gru, 0.0, untouched), [3.9e-4, 7e-19]);
    assert_known("GRU, bias 3", means(CellKind::Gru, 3.0, untouched), [0.58, 6.3e-2]);
}

#[test]
fn an_orthogonal_start_lasts_longer() {
    let orthogonal = |weights: &mut Parameters, seed: u64| start(weights, Scheme::Orthogonal, seed, 1.0, 0.0, STEPS);
    assert_known("orthogonal RNN", means(CellKind::Rnn, 0.0, orthogonal), [0.33, 2e-3]);
}
