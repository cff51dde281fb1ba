//! Charts of numbers that are made up: one of each kind, and all of them. The tests draw them.

use engine::trace::CellKind;
use figures::Chart;
use figures::charts::{
    AfterOf, AheadOf, Beside, ChainOf, CostOf, CounterOf, DepthsOf, DrawsOf, Ends, ForecastOf, ForkOf, GatesOf,
    Instead, KeptOf, Left, NetworkOf, NormsOf, Over, RedoneOf, Run, Sample, Seeds, Shares, UnitOf, accuracy, after,
    ahead, attended, chain, cost, counter, depths, distances, draws, extent, factors, followers, forecast, found,
    gates, gradient_left, held as held_chart, list, losses, moved, norms, probabilities, redone, scan_cost,
    seeds_extent, shares, sides_left, sides_length, signal, slopes, spectrum, ways, with_clipped, with_recorded,
    with_validation,
};
use model::keys::Key;
use words::plots::{Along, Mark, Shows};

pub(crate) fn sentence() -> Vec<String> {
    "The book that I bought last month from the old store was excellent".split(' ').map(str::to_owned).collect()
}

/// Shares that fall by a factor a step from the last of thirteen.
pub(crate) fn falling(by: f64) -> Vec<f64> {
    (0..13).map(|t| by.powi(12 - t)).collect()
}

pub(crate) fn left_chart(words: &[String]) -> Chart {
    let shares = [falling(0.47), falling(0.71), falling(0.8)];
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(shares.iter().map(Vec::as_slice)).collect();
    gradient_left(&Left { cells: &cells, words, read: 12, known_from: 0, at: 9, measured: 1 })
}

pub(crate) fn chain_chart(words: &[String]) -> Chart {
    let logs = |by: f64| falling(by).into_iter().map(f64::ln).collect::<Vec<_>>();
    let (norms, means) = ([0.6, 0.9, 0.85].map(logs), [0.4, 0.2, 0.7].map(logs));
    let of = |n: usize| ChainOf {
        cell: CellKind::ALL[n],
        norm: &norms[n],
        mean: &means[n],
        cell_norm: if n == 1 { &norms[2] } else { &[] },
    };
    chain(&[of(0), of(1), of(2)], words, 9)
}

pub(crate) fn road_shares() -> Vec<Vec<f64>> {
    (0..12).map(|t| vec![0.8 - 0.02 * f64::from(t), 0.15, 0.07 + 0.02 * f64::from(t), -0.02]).collect()
}

pub(crate) fn roads_chart(words: &[String]) -> Chart {
    let names = ["cell state, × f", "forget gate", "candidate", "input gate"];
    shares(&Shares { names: &names, shares: &road_shares(), first: 1, words, at: 9 })
}

/// As the LSTM's whole way back is: one share that rounding leaves, one far below the whole.
pub(crate) fn way_shares() -> Vec<Vec<f64>> {
    (0..12).map(|t| vec![0.55 + 0.03 * f64::from(t), 8e-10, 0.45 - 0.03 * f64::from(t) - 8e-10]).collect()
}

pub(crate) fn ways_chart(words: &[String]) -> Chart {
    let names = ["pure cell road, ∏ f", "pure hidden road", "mixed"];
    ways(&Shares { names: &names, shares: &way_shares(), first: 0, words, at: 9 })
}

/// How far single steps of RNN, LSTM and GRU stretch; of the GRU's some are not known.
pub(crate) const FACTORS: [[f64; 4]; 3] = [[0.8, 0.7, 0.9, 0.6], [1.1, 1.0, 1.3, 0.95], [f64::NAN, 0.5, 1.2, 0.9]];

pub(crate) fn factors_chart(words: &[String]) -> Chart {
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(FACTORS.iter().map(|own| &own[..])).collect();
    factors(&cells, CellKind::Gru, &words[..4], 2)
}

/// Losses of steps 10, 20 and so on, of which some were clipped: all of the 20th's, half of the 30th's, few of the 40th's.
pub(crate) const CLIPPED: [(f64, f64); 3] = [(20.0, 1.0), (30.0, 0.5), (40.0, 0.02)];

pub(crate) fn clipped_chart() -> Chart {
    with_clipped(loss_chart(&[0.03]), &CLIPPED)
}

/// The losses of a recorded run: the training step, the loss.
pub(crate) const RECORDED: [(f64, f64); 4] = [(50.0, 0.2), (150.0, 0.15), (250.0, 0.05), (350.0, 0.08)];

pub(crate) fn recorded_chart() -> Chart {
    with_recorded(loss_chart(&[0.02]), &RECORDED)
}

pub(crate) fn spectrum_chart() -> Chart {
    let logs: [Vec<f64>; 3] = [2.5, 40.0, 2.0].map(|by| (0..12).map(|n| -0.1 - by * f64::from(n)).collect());
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(logs.iter().map(Vec::as_slice)).collect();
    spectrum(&cells, 3)
}

pub(crate) fn rights() -> Vec<Ends> {
    let three = |middles: [f64; 3]| middles.map(|x| Some([x - 0.03, x, x + 0.01]));
    [[0.98, 0.985, 0.982], [0.8, 0.97, 0.96], [0.52, 0.9, 0.95]].map(three).to_vec()
}

fn samples(fall: f64) -> Vec<Sample> {
    let sample = |n: i32| {
        let mean = 0.2 * (1.0 + 0.3 * f64::from(n).sin()) * (-fall * f64::from(n)).exp();
        Sample { step: 10.0 * f64::from(n), mean, low: 0.8 * mean, high: 1.4 * mean }
    };
    (1..=50).map(sample).collect()
}

fn compared() -> Vec<(String, f64)> {
    vec![("guessing".to_owned(), 0.167), ("solved".to_owned(), 0.01)]
}

pub(crate) fn loss_chart(falls: &[f64]) -> Chart {
    let samples: Vec<Vec<Sample>> = falls.iter().map(|fall| samples(*fall)).collect();
    let run = |(n, samples): (usize, &Vec<Sample>)| (CellKind::ALL[n], samples.clone());
    let runs: Vec<(CellKind, Vec<Sample>)> = samples.iter().enumerate().map(run).collect();
    let runs: Vec<Run> = runs.iter().map(|(cell, samples)| Run { cell: *cell, samples, has_seeds: true }).collect();
    losses(&runs, &compared(), &extent(&runs, &compared(), 4000))
}

/// Two runs: what is left of the gradient, and the lengths of the hidden states.
pub(crate) fn sides_charts(words: &[String]) -> [Chart; 2] {
    let (shares, lengths) = ([0.5, 0.8].map(falling), [0.9, 1.1].map(falling));
    let name = ["as it is", "changed"];
    let of = |n: usize| Beside { name: name[n], reach: &shares[n], lengths: &lengths[n] };
    let over = Over { cell: CellKind::Lstm, words, read: 10, at: 9 };
    [sides_left(&[of(0), of(1)], &over), sides_length(&[of(0), of(1)], &over)]
}

pub(crate) const NORMS: [(f64, f64); 4] = [(1.0, 0.3), (2.0, 4.0), (3.0, 1.5), (4.0, 0.5)];
pub(crate) const LIST: [f64; 5] = [0.9, 0.25, 0.1, 0.5, 0.7];

pub(crate) fn norms_chart() -> Chart {
    let of = NormsOf { cell: CellKind::Gru, before: &NORMS, clip: 1.0, most: 4.0, clipped: 0.5 };
    norms(&of, &extent(&[], &[], 100))
}

pub(crate) fn answers_chart() -> Chart {
    let names = ["was", "were", "is"].map(str::to_owned);
    probabilities("truth: were; the LSTM answers: was".to_owned(), CellKind::Lstm, &names, &[0.6, 0.3, 0.1], 1)
}

pub(crate) fn forecast_chart() -> Chart {
    let labels: Vec<String> = (0..12).map(|month| format!("2001-{:02}", month + 1)).collect();
    let truths: Vec<f64> = (0..12).map(|n| 370.0 + f64::from(n % 5)).collect();
    let forecasts: Vec<f64> = truths.iter().map(|truth| truth - 0.5).collect();
    let (labels, truths, forecasts) = (&labels[..], &truths[..], &forecasts[..]);
    let of = ForecastOf { cell: CellKind::Rnn, labels, truths, forecasts, band: 1.0, odd: &[4, 9], title: "ppm" };
    forecast("The RNN is typically 0.5 ppm off".to_owned(), &of)
}

/// A path that falls by one a step from the tenth of twenty months on; truth and forecasts one step ahead stay near 370.
pub(crate) fn ahead_chart() -> Chart {
    let labels: Vec<String> = (0..20).map(|month| format!("{}-{:02}", 1999 + month / 12, month % 12 + 1)).collect();
    let truths: Vec<f64> = (0..20).map(|n| 370.0 + f64::from(n % 5)).collect();
    let forecasts: Vec<f64> = truths.iter().map(|truth| truth - 0.5).collect();
    let path: Vec<f64> = (1..=10).map(|k| truths[9] - f64::from(k)).collect();
    let (labels, truths, forecasts) = (&labels[..], &truths[..], &forecasts[..]);
    let of = AheadOf { cell: CellKind::Gru, labels, truths, forecasts, origin: 9, path: &path, title: "ppm" };
    ahead("After 10 steps on its own the GRU is 8.00 ppm off".to_owned(), &of)
}

pub(crate) const HELD: [f64; 6] = [1.0, 1.4, 1.7, 2.0, 2.2, 2.4];

pub(crate) fn distances_chart() -> Chart {
    let errors = [0.9, 0.5, 0.4].map(|share| HELD.map(|error| share * error));
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(errors.iter().map(|own| &own[..])).collect();
    distances("Typical error 6 steps ahead".to_owned(), &cells, &HELD, "typical error, ppm")
}

pub(crate) fn seeds_chart() -> Chart {
    // Three seeds, of which the last has just begun.
    let seeds: Vec<Vec<(f64, f64)>> =
        vec![vec![(1.0, 0.5), (200.0, 0.2), (400.0, 0.02)], vec![(1.0, 0.6), (200.0, 0.3)], vec![]];
    let own = Seeds { cell: CellKind::Gru, seeds: &seeds };
    figures::charts::seeds(&own, &seeds_extent(&[own], 400))
}

/// A noun at step 2 that a trained unit of the LSTM keeps.
pub(crate) fn gates_charts(words: &[String]) -> [Chart; 3] {
    let held: Vec<f64> = (0..13).map(|t| (f64::from(t) / 4.0).tanh()).collect();
    let swapped: Vec<f64> = held.iter().map(|h| -h).collect();
    let faint: Vec<f64> = held.iter().map(|h| 0.05 * h).collect();
    let opened = [0.95, 0.4, 0.8].map(|gate| vec![gate; 13]);
    let (high, low) = ([0.95, -0.99, 0.97, 0.2], [0.1, -0.2, 0.05, 0.15]);
    let of = |unit, held, swapped, correlations| UnitOf { unit, held, swapped, gates: &opened, correlations };
    let of = GatesOf {
        cell: CellKind::Lstm,
        words,
        noun: 1,
        other: "books",
        before: of(3, &faint, &faint, &low),
        after: of(7, &held, &swapped, &high),
        at: 9,
    };
    [held_chart(&of), gates(&of), followers(&of, 0.9)]
}

/// An LSTM's unit that counts the brackets of a text.
pub(crate) fn counter_chart() -> Chart {
    let text: Vec<String> = "f(a(b)c)d".chars().map(|c| c.to_string()).collect();
    let states = [0.1, 1.1, 1.0, 2.2, 2.1, 1.0, 1.1, 0.2, 0.1];
    let fitted = [0.0, 1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 0.0, 0.0];
    counter(&CounterOf {
        cell: CellKind::Lstm,
        unit: 2,
        text: &text,
        states: &states,
        fitted: &fitted,
        followed: "depth",
        r: 0.995,
        texts: 60,
        right: 8,
    })
}

/// How deep the three cells count, trained to 4, before the last two depths of 12 are tested.
pub(crate) fn depths_chart() -> Chart {
    let falling = |from: usize, by: f64| {
        (1..=10_usize).map(|depth| 1.0 - by * depth.saturating_sub(from) as f64).collect::<Vec<_>>()
    };
    let shares = [falling(3, 0.04), falling(9, 0.01), falling(6, 0.02)];
    depths(&DepthsOf { shares: &shares, guessed: &[0.72; 10], trained: 4, most: 12 })
}

/// How far the states of the three cells move: a latch's turns with its first input alone.
pub(crate) fn moved_chart(words: &[String]) -> Chart {
    let left = [0.5, 0.7, 0.8].map(falling);
    let mut kept = [falling(0.6), falling(0.9), falling(0.8)];
    kept[0][0] = 1.0;
    moved(&kept_of(&kept, &left), CellKind::Rnn, Some(Instead::Word("store")), words, 0)
}

/// What a probe finds: of the GRU's first steps less than nothing.
pub(crate) fn found_chart(words: &[String]) -> Chart {
    let (mut kept, left) = ([0.5, 0.7, 0.6].map(falling), [0.47, 0.71, 0.8].map(falling));
    kept[2][..3].fill(-0.02);
    found(&kept_of(&kept, &left), CellKind::Lstm, words, 9)
}

fn kept_of<'a>(kept: &'a [Vec<f64>; 3], left: &'a [Vec<f64>; 3]) -> Vec<KeptOf<'a>> {
    (0..3).map(|n| KeptOf { cell: CellKind::ALL[n], kept: &kept[n], left: &left[n] }).collect()
}

/// Draws between a third less and half as much again as the middle one.
pub(crate) fn draws_chart(words: &[String]) -> Chart {
    let own = [0.47, 0.71, 0.8].map(falling);
    let bands =
        own.each_ref().map(|own| own.iter().map(|x| [0.66 * x, 0.9 * x, (1.5 * x).min(1.0)]).collect::<Vec<_>>());
    let below = [vec![120; 13], vec![93; 13], vec![40; 13]];
    let cells = (0..3).map(|n| DrawsOf { cell: CellKind::ALL[n], own: &own[n], bands: &bands[n], below: &below[n] });
    draws(&cells.collect::<Vec<_>>(), 200, CellKind::Lstm, words, 1)
}

/// What is left in cells and in a head of attention; its weights; both until the twelfth of thirteen steps.
pub(crate) fn after_charts(words: &[String]) -> [Chart; 2] {
    let shares = [falling(0.47), falling(0.71), falling(0.8), falling(0.75), falling(0.6)];
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(shares.iter().map(Vec::as_slice)).collect();
    let of = AfterOf {
        cells: &cells,
        minimal: [&shares[3], &shares[4]],
        attention: &ARRIVES,
        shares: &WEIGHTS,
        words,
        read: 11,
        at: 1,
    };
    [after(&of), attended(&of)]
}

pub(crate) const WEIGHTS: [f64; 13] = [0.06, 0.07, 0.08, 0.09, 0.1, 0.1, 0.11, 0.06, 0.07, 0.08, 0.09, 0.09, 0.0];
pub(crate) const ARRIVES: [f64; 13] = [0.07, 0.075, 0.08, 0.1, 0.11, 0.1, 0.12, 0.06, 0.08, 0.09, 0.09, 0.1, 0.0];

/// What a scan costs; times of the two shorter lengths alone.
pub(crate) fn costs_of_scans(timed: usize) -> Chart {
    let cost = |(n, steps): (usize, usize)| CostOf {
        steps,
        rounds: [steps - 1, 4 + 2 * n],
        operations: [steps - 1, (3 + n) * steps],
        time: (n < timed).then_some([1e-6, 5e-6]),
    };
    scan_cost(&[16, 64, 256].into_iter().enumerate().map(cost).collect::<Vec<_>>())
}

/// Each chart of the page.
pub(crate) fn all_charts() -> Vec<Chart> {
    let words = sentence();
    let costs: Vec<Ends> =
        [1.0, 4.0, 16.0].map(|x| [x, 4.0 * x, 3.0 * x].map(|x| Some([0.9 * x, x, 1.1 * x]))).to_vec();
    let [left, length] = sides_charts(&words);
    let [kept, opened, following] = gates_charts(&words);
    let [after, attended] = after_charts(&words);
    vec![
        after,
        attended,
        costs_of_scans(0),
        costs_of_scans(3),
        left,
        length,
        kept,
        opened,
        following,
        counter_chart(),
        depths_chart(),
        left_chart(&words),
        chain_chart(&words),
        factors_chart(&words),
        moved_chart(&words),
        found_chart(&words),
        draws_chart(&words),
        ways_chart(&words),
        roads_chart(&words),
        spectrum_chart(),
        accuracy(&[4, 20, 60], &rights(), 0.5),
        cost("ms a step", &[8, 32, 128], &costs, false),
        loss_chart(&[0.0, 0.05, 0.051]),
        clipped_chart(),
        seeds_chart(),
        with_validation(loss_chart(&[0.02]), &[(1.0, 0.2), (200.0, 0.1), (400.0, 0.12)]),
        recorded_chart(),
        norms_chart(),
        list("0.25 + 0.5 = 0.75; the GRU answers 0.6".to_owned(), &LIST, &[1, 3]),
        signal("2 numbers a step".to_owned(), &[vec![0.5, -1.0, 0.25], vec![0.0, 0.5, 1.0]]),
        answers_chart(),
        forecast_chart(),
        ahead_chart(),
        distances_chart(),
        redone_chart(Along::Networks, Shows::Sequences(128_000), Some(Mark::Paper(74_000.0))),
        redone_chart(Along::Length, Shows::Right, None),
        redone_chart(Along::Largest, Shows::Left, Some(Mark::Bound)),
        redone_chart(Along::Networks, Shows::Loss, Some(Mark::Guessing(1.0 / 6.0))),
        fork_chart(0.0),
        fork_chart(0.2),
    ]
}

/// Slopes of a unit at rest over its weight, as they nearly are, for a bias that is 0 or breaks the fork.
pub(crate) fn fork_chart(b: f64) -> Chart {
    let from = 1.0 + b;
    let along = |from: f64, to: f64, of: &dyn Fn(f64) -> f64| -> Vec<[f64; 3]> {
        (0..=60).map(|n| from + (to - from) * f64::from(n) / 60.0).map(|w| [w, 0.5, of(w)]).collect()
    };
    let upper = along(0.0, 3.0, &|w| if w < from { w / from - b } else { (from / w).powi(3) - b });
    let middle = along(from, 3.0, &|w| w / from);
    let lower = along(from, 3.0, &|w| (from / w).powi(3));
    let curves = [&*upper, &*middle, &*lower];
    let trail = [[1.5, 0.5, 0.4]];
    slopes(&ForkOf { along: Key::ForkW, w: 1.5, b, curves, stable: &[0.5], trail: &trail, stops: &[0], jump: None })
}

/// Runs of a paper: of the first cell no seed solves its task, nor does it end; the others differ by a little.
pub(crate) fn redone_chart(along: Along, shows: Shows, mark: Option<Mark>) -> Chart {
    let (names, never, seeds) = match shows {
        Shows::Sequences(most) => (["RNN", "LSTM", "GRU"], most as f64, [[52e3, 61e3, 78e3], [40e3, 41e3, 42e3]]),
        Shows::Loss => (["RNN", "ReLU, 0.0001", "GRU"], f64::INFINITY, [[0.0099, 0.01, 0.0101], [0.02, 0.1, 0.17]]),
        _ => (["0.5", "0.9", "10"], 0.99, [[0.2, 0.4, 0.6], [1e-4, 0.1, 0.12]]),
    };
    let first = [never; 3];
    let seeds = [&first, &seeds[0], &seeds[1]];
    let cells = if along == Along::Networks { CellKind::ALL } else { [CellKind::Rnn; 3] };
    let columns: Vec<NetworkOf> =
        (0..3).map(|n| NetworkOf { name: names[n], cell: cells[n], seeds: seeds[n] }).collect();
    redone(&RedoneOf { along, shows, of: None, columns: &columns, mark })
}
