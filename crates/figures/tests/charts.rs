//! Each chart, drawn and read back: a mark goes through the axis as it is drawn, by its labels, and must come to the
//! number that the table behind the chart says.

// In tests a panic is the report.
#![allow(clippy::expect_used)]

use engine::trace::CellKind;
use figures::charts::{
    Beside, ChainOf, Ends, Left, Over, Run, Sample, Shares, accuracy, chain, cost, extent, factors, gradient_left,
    losses, shares, sides_left, sides_length, spectrum,
};
use figures::charts::{ForecastOf, NormsOf, forecast, list, norms, probabilities, signal, with_validation};
use figures::{
    Chart, Direction, Drawn, Layout, Margins, Mark, Palette, Rgb, Role, Table, Text, draw, read, reading, record, step,
    svg, table,
};

const SIZE: (f64, f64) = (760.0, 320.0);
const PAPER: Rgb = Rgb(250, 250, 250);
const SOFT: Rgb = Rgb(90, 90, 90);
const RNN: Rgb = Rgb(200, 0, 0);
const LSTM: Rgb = Rgb(0, 200, 0);
const GRU: Rgb = Rgb(0, 0, 200);
const CELLS: [(CellKind, Rgb); 3] = [(CellKind::Rnn, RNN), (CellKind::Lstm, LSTM), (CellKind::Gru, GRU)];

fn palette() -> Palette {
    Palette {
        paper: PAPER,
        ink: Rgb(1, 1, 1),
        ink_soft: SOFT,
        line: Rgb(230, 230, 230),
        cells: [RNN, LSTM, GRU],
        backward: Rgb(120, 30, 160),
        ..Palette::default()
    }
}

fn drawn(chart: &Chart, layout: &Layout) -> Vec<Drawn> {
    record(layout.size, |drawing| draw(drawing, chart, layout, &palette())).expect("a record takes every mark")
}

/// The texts, without the edges round them.
fn texts(all: &[Drawn]) -> Vec<&Text> {
    let own = all.iter().filter(|drawn| drawn.color != PAPER);
    own.filter_map(|drawn| if let Mark::Text(text) = &drawn.mark { Some(text) } else { None }).collect()
}

/// The middles of filled circles of a colour, from left to right.
fn dots(all: &[Drawn], color: Rgb) -> Vec<(f64, f64)> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    let mut dots: Vec<_> =
        own.filter_map(|drawn| if let Mark::Dot(at, _) = drawn.mark { Some(at) } else { None }).collect();
    dots.sort_by(|a, b| a.0.total_cmp(&b.0));
    dots
}

/// The points of lines of a colour and a width.
fn vertices(all: &[Drawn], color: Rgb, width: f64) -> Vec<(f64, f64)> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    own.filter_map(|drawn| match &drawn.mark {
        Mark::Path(points, own) if (own - width).abs() < 0.04 => Some(points.clone()),
        _ => None,
    })
    .flatten()
    .collect()
}

/// A number as the page writes it.
fn number(text: &str) -> f64 {
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{202f}' | '\u{a0}' | ' ' | '%')).collect();
    let plain = plain.replace('−', "-");
    let digits = |power: &str| -> String {
        let places = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        power
            .chars()
            .map(|c| match places.iter().position(|place| *place == c) {
                Some(digit) => digit.to_string(),
                None => "-".to_owned(),
            })
            .collect()
    };
    let (factor, power) = match plain.split_once("·10") {
        Some(parts) => parts,
        None => match plain.strip_prefix("10").filter(|power| !power.is_empty() && !power.is_ascii()) {
            Some(power) => ("1", power),
            None => (plain.as_str(), ""),
        },
    };
    let parsed = format!("{factor}e{}{}", digits(power), if power.is_empty() { "0" } else { "" }).parse();
    let x: f64 = parsed.unwrap_or_else(|_| panic!("{text:?} is no number"));
    if text.contains('%') { x / 100.0 } else { x }
}

/// Where a number of y stands, by two labels of the axis as it is drawn.
fn by_labels(all: &[Drawn], low: &str, high: &str, is_log: bool) -> impl Fn(f64) -> f64 {
    let label = |wanted: &str| {
        let texts = texts(all);
        let found = texts.iter().find(|text| text.text.replace(['\u{202f}', '\u{a0}'], " ") == wanted);
        // Half a capital's height above the base line.
        found.unwrap_or_else(|| panic!("no label {wanted} among {texts:?}")).at.1 - 0.36 * 12.0
    };
    let way = move |x: f64| if is_log { x.log10() } else { x };
    let ((a, ya), (b, yb)) = ((way(number(low)), label(low)), (way(number(high)), label(high)));
    // The label stands beside its line.
    for y in [ya, yb] {
        let has_line = |d: &Drawn| matches!(&d.mark, Mark::Path(p, _) if p.len() == 2 && p[0].1 == p[1].1 && (p[0].1 - y).abs() < 0.1);
        assert!(all.iter().any(has_line));
    }
    move |x| ya + (way(x) - a) / (b - a) * (yb - ya)
}

/// Where the middle of a word under the plot is.
fn word(all: &[Drawn], word: &str) -> f64 {
    let found = texts(all).into_iter().rfind(|text| text.text == word).expect("the word is under its column");
    // Written upwards, its base line is half a capital's height beside the middle.
    if found.upright { found.at.0 - 0.36 * found.size } else { found.at.0 + found.width / 2.0 }
}

/// A column of a table as numbers; per cent where its head says so.
fn column(table: &Table, name: &str) -> Vec<f64> {
    let named = |head: &String| head == name || head.strip_prefix(name).is_some_and(|rest| rest == ", %");
    let place = table.head.iter().position(named).unwrap_or_else(|| panic!("{name} in {:?}", table.head));
    let part = if table.head[place].ends_with('%') { 0.01 } else { 1.0 };
    table.rows.iter().map(|row| number(&row[place]) * part).collect()
}

fn assert_near(mark: f64, number: f64, what: &str) {
    assert!((mark - number).abs() <= 0.5, "{what}: drawn at {mark}, the number belongs at {number}");
}

fn sentence() -> Vec<String> {
    "The book that I bought last month from the old store was excellent".split(' ').map(str::to_owned).collect()
}

/// Shares that fall by a factor a step from the last of thirteen.
fn falling(by: f64) -> Vec<f64> {
    (0..13).map(|t| by.powi(12 - t)).collect()
}

fn left_chart(words: &[String]) -> Chart {
    let shares = [falling(0.47), falling(0.71), falling(0.8)];
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(shares.iter().map(Vec::as_slice)).collect();
    gradient_left(&Left { cells: &cells, words, read: 12, known_from: 0, at: 9, measured: 1 })
}

fn chain_chart(words: &[String]) -> Chart {
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

fn road_shares() -> Vec<Vec<f64>> {
    (0..12).map(|t| vec![0.8 - 0.02 * f64::from(t), 0.15, 0.07 + 0.02 * f64::from(t), -0.02]).collect()
}

fn roads_chart(words: &[String]) -> Chart {
    let names = ["cell state, × f", "forget gate", "candidate", "input gate"];
    shares(&Shares { names: &names, shares: &road_shares(), first: 1, words, at: 9 })
}

fn spectrum_chart() -> Chart {
    let logs: [Vec<f64>; 3] = [2.5, 40.0, 2.0].map(|by| (0..12).map(|n| -0.1 - by * f64::from(n)).collect());
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(logs.iter().map(Vec::as_slice)).collect();
    spectrum(&cells, 3)
}

fn rights() -> Vec<Ends> {
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

fn loss_chart(falls: &[f64]) -> Chart {
    let samples: Vec<Vec<Sample>> = falls.iter().map(|fall| samples(*fall)).collect();
    let run = |(n, samples): (usize, &Vec<Sample>)| (CellKind::ALL[n], samples.clone());
    let runs: Vec<(CellKind, Vec<Sample>)> = samples.iter().enumerate().map(run).collect();
    let runs: Vec<Run> = runs.iter().map(|(cell, samples)| Run { cell: *cell, samples, has_seeds: true }).collect();
    losses(&runs, &compared(), &extent(&runs, &compared(), 4000))
}

/// Two runs: what is left of the gradient, and the lengths of the hidden states.
fn sides_charts(words: &[String]) -> [Chart; 2] {
    let (shares, lengths) = ([0.5, 0.8].map(falling), [0.9, 1.1].map(falling));
    let name = ["as it is", "changed"];
    let of = |n: usize| Beside { name: name[n], reach: &shares[n], lengths: &lengths[n] };
    let over = Over { cell: CellKind::Lstm, words, read: 10, at: 9 };
    [sides_left(&[of(0), of(1)], &over), sides_length(&[of(0), of(1)], &over)]
}

const NORMS: [(f64, f64); 4] = [(1.0, 0.3), (2.0, 4.0), (3.0, 1.5), (4.0, 0.5)];
const LIST: [f64; 5] = [0.9, 0.25, 0.1, 0.5, 0.7];

fn norms_chart() -> Chart {
    let of = NormsOf { cell: CellKind::Gru, before: &NORMS, clip: 1.0, most: 4.0, clipped: 0.5 };
    norms(&of, &extent(&[], &[], 100))
}

fn answers_chart() -> Chart {
    let names = ["was", "were", "is"].map(str::to_owned);
    probabilities("truth: were; the LSTM answers: was".to_owned(), CellKind::Lstm, &names, &[0.6, 0.3, 0.1], 1)
}

fn forecast_chart() -> Chart {
    let labels: Vec<String> = (0..12).map(|month| format!("2001-{:02}", month + 1)).collect();
    let truths: Vec<f64> = (0..12).map(|n| 370.0 + f64::from(n % 5)).collect();
    let forecasts: Vec<f64> = truths.iter().map(|truth| truth - 0.5).collect();
    let (labels, truths, forecasts) = (&labels[..], &truths[..], &forecasts[..]);
    let of = ForecastOf { cell: CellKind::Rnn, labels, truths, forecasts, band: 1.0, odd: &[4, 9], unit: "ppm" };
    forecast("The RNN is typically 0.5 ppm off".to_owned(), &of)
}

fn all_charts() -> Vec<Chart> {
    let words = sentence();
    let costs: Vec<Ends> =
        [1.0, 4.0, 16.0].map(|x| [x, 4.0 * x, 3.0 * x].map(|x| Some([0.9 * x, x, 1.1 * x]))).to_vec();
    let [left, length] = sides_charts(&words);
    vec![
        left,
        length,
        left_chart(&words),
        chain_chart(&words),
        factors(CellKind::Gru, &[f64::NAN, 0.5, 1.2, 0.9], &words[..4], 2),
        roads_chart(&words),
        spectrum_chart(),
        accuracy(&[4, 20, 60], &rights(), 0.5),
        cost("ms a step", &[8, 32, 128], &costs),
        loss_chart(&[0.0, 0.05, 0.051]),
        with_validation(loss_chart(&[0.02]), &[(1.0, 0.2), (200.0, 0.1), (400.0, 0.12)]),
        norms_chart(),
        list("0.25 + 0.5 = 0.75; the GRU answers 0.6".to_owned(), &LIST, &[1, 3]),
        signal("2 numbers a step".to_owned(), &[vec![0.5, -1.0, 0.25], vec![0.0, 0.5, 1.0]]),
        answers_chart(),
        forecast_chart(),
    ]
}

/// A figure that is hidden has no size, and a page may be very narrow.
#[test]
fn no_size_is_too_small() {
    for chart in all_charts() {
        for size in [(0.0, 0.0), (1.0, 1.0), (30.0, 10.0), (10.0, 300.0)] {
            let all = drawn(&chart, &Layout::new(&chart, size, true));
            assert!(!all.is_empty(), "{} at {size:?}", chart.headline);
            let none = Margins { top: 0.0, right: 0.0, bottom: 0.0, left: 0.0 };
            drawn(&chart, &Layout::with_margins(&chart, size, false, none));
        }
    }
}

#[test]
fn what_is_left_of_the_gradient_stands_where_the_table_says() {
    let words = sentence();
    let chart = left_chart(&words);
    let layout = Layout::new(&chart, SIZE, true);
    let all = drawn(&chart, &layout);
    let y = by_labels(&all, "0.01 %", "100 %", true);
    let numbers = table(&chart);
    // A word may come twice, its step doesn't.
    assert_eq!([&*numbers.rows[0][0], &numbers.rows[9][0]], ["1 “The”", "10 “old”"]);
    for (cell, color) in CELLS {
        let (dots, shares) = (dots(&all, color), column(&numbers, cell.name()));
        assert_eq!((dots.len(), shares.len()), (13, 13));
        for ((at, share), name) in dots.iter().zip(&shares).zip(&words) {
            assert_near(at.1, y(*share), name);
            assert_near(at.0, word(&all, name), name);
        }
        // The line goes through its dots.
        let line = vertices(&all, color, 2.2);
        assert!(line.len() == 13 && line.iter().zip(&dots).all(|(a, b)| a == b));
    }
}

#[test]
fn the_chain_stands_where_the_table_says_however_deep() {
    let words = sentence();
    let chart = chain_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "10⁻⁶", "1", true);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        // A second line of the LSTM has a dot of the same colour at the cursor.
        for (at, norm) in vertices(&all, color, 2.2).iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(norm), cell.name());
        }
        // The first dash begins at the first number.
        let mean = column(&numbers, &format!("{}, geometric mean", cell.name()));
        assert_near(vertices(&all, color, 1.6)[0].1, y(mean[0]), "the mean");
    }
    let thin = vertices(&all, LSTM, 1.2);
    let alone = column(&numbers, "LSTM, cell state alone");
    assert_eq!(thin.len(), 13);
    thin.iter().zip(alone).for_each(|(at, norm)| assert_near(at.1, y(norm), "the cell state alone"));
}

#[test]
fn shares_of_roads_are_as_high_as_the_table_says() {
    let words = sentence();
    let chart = roads_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0 %", "100 %", false);
    let numbers = table(&chart);
    for (place, series) in chart.series.iter().enumerate() {
        let color = Role::Part(place, 4).color(&palette());
        let bars: Vec<((f64, f64), (f64, f64))> = (all.iter().filter(|drawn| drawn.color == color))
            .filter_map(|drawn| if let Mark::Rect(a, b) = drawn.mark { Some((a, b)) } else { None })
            .filter(|(a, b)| b.0 - a.0 > 11.0)
            .collect();
        let shares = column(&numbers, &series.name);
        assert_eq!(bars.len(), 12);
        for (t, ((a, b), share)) in bars.iter().zip(&shares).enumerate() {
            assert_near(b.1 - a.1, (y(0.0) - y(share.abs())).abs(), &series.name);
            assert_near((a.0 + b.0) / 2.0, word(&all, &words[t + 1]), &series.name);
        }
        // What works against the rest hangs below zero, what helps stands on what came before it.
        let before: f64 = road_shares()[0][..place].iter().sum();
        let (high, low) = (bars[0].0.1, bars[0].1.1);
        if place == 3 {
            assert_near(high, y(0.0), "what works against the rest");
        } else {
            assert_near(low, y(before), "a part of a bar");
        }
    }
}

#[test]
fn two_runs_stand_where_the_table_says_the_first_dashed_in_grey() {
    let words = sentence();
    let [left, length] = sides_charts(&words);
    for (chart, labels, is_log, steps) in [(left, ["0.1 %", "100 %"], true, 11), (length, ["0", "1"], false, 13)] {
        let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
        let y = by_labels(&all, labels[0], labels[1], is_log);
        let numbers = table(&chart);
        let line = vertices(&all, LSTM, 2.2);
        assert_eq!(line.len(), steps, "it ends at the loss");
        for (at, number) in line.iter().zip(column(&numbers, "changed")) {
            assert_near(at.1, y(number), "the second");
        }
        // The first dash begins at the first number.
        assert_near(vertices(&all, SOFT, 1.6)[0].1, y(column(&numbers, "as it is")[0]), "the first");
    }
}

#[test]
fn singular_values_stand_where_they_belong_beyond_what_a_number_holds() {
    let chart = spectrum_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    // The smallest is e^−440, about 10⁻¹⁹¹.
    let y = by_labels(&all, "10⁻¹⁵⁰", "1", true);
    let numbers = table(&chart);
    let dots = dots(&all, RNN);
    assert_eq!(dots.len(), 12);
    for (at, value) in dots.iter().zip(column(&numbers, "RNN")) {
        assert_near(at.1, y(value), "RNN");
    }
    // Those that a plain decomposition would not find are lines without dots, and as faint.
    let faint = |d: &&Drawn| d.color == LSTM && d.alpha < 0.5 && matches!(&d.mark, Mark::Path(_, w) if *w > 2.0);
    assert_eq!(all.iter().filter(faint).count(), 1);
}

#[test]
fn a_name_gives_way_to_another_line() {
    // The RNN's values end where the LSTM's line, at the same height, goes on.
    let (rnn, lstm): (Vec<f64>, Vec<f64>) = (vec![-1.0, -4.0, -8.0], vec![-8.0; 9]);
    let chart = spectrum(&[(CellKind::Rnn, &rnn), (CellKind::Lstm, &lstm)], 3);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let name = texts(&all).into_iter().find(|text| text.text == "RNN").expect("the line is named");
    let (low, high) = name.room();
    let line = vertices(&all, LSTM, 2.2)[0].1;
    assert!(high.1 < line || low.1 > line, "from {} to {}, the line at {line}", low.1, high.1);
    assert!((name.at.1 - dots(&all, RNN)[2].1).abs() < 40.0);
}

#[test]
fn sweeps_stand_where_the_table_says_with_their_spread() {
    let chart = accuracy(&[4, 20, 60], &rights(), 0.5);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "50 %", "100 %", false);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        for (at, right) in dots(&all, color).iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(right), cell.name());
        }
        let area = |d: &Drawn| {
            if let Mark::Area(p) = &d.mark { (d.color == color && p.len() > 3).then(|| p.clone()) } else { None }
        };
        let band = all.iter().find_map(area).expect("three seeds make a band");
        let ends = ["highest", "lowest"].map(|end| column(&numbers, &format!("{}, {end}", cell.name())));
        let round = ends[0].iter().chain(ends[1].iter().rev());
        assert_eq!(band.len(), 6);
        band.iter().zip(round).for_each(|(at, end)| assert_near(at.1, y(*end), cell.name()));
    }
    assert_eq!(numbers.notes, [("guessing".to_owned(), "50.0\u{202f}%".to_owned())]);
    let line = vertices(&all, SOFT, 1.2);
    assert!(line.iter().all(|at| (at.1 - y(0.5)).abs() <= 0.5) && line.len() > 20);
}

#[test]
fn losses_stand_where_the_table_says() {
    let chart = loss_chart(&[0.0, 0.05, 0.051]);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.01", "1", true);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        let line = vertices(&all, color, 2.2);
        assert_eq!(line.len(), 50);
        for (at, loss) in line.iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(loss), cell.name());
        }
    }
    let steps = texts(&all).into_iter().find(|text| text.text == "500").expect("the last step is labelled");
    let last = vertices(&all, GRU, 2.2)[49];
    assert_near(last.0, steps.at.0 + steps.width / 2.0, "the last step");
}

/// The filled rectangles of a colour, from left to right.
fn rects(all: &[Drawn], color: Rgb) -> Vec<((f64, f64), (f64, f64))> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    own.filter_map(|drawn| if let Mark::Rect(a, b) = drawn.mark { Some((a, b)) } else { None }).collect()
}

#[test]
fn the_norm_is_cut_where_it_was_clipped() {
    let chart = norms_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.1", "10", true);
    let line = vertices(&all, GRU, 2.2);
    assert_eq!(line.len(), 4);
    for (at, norm) in line.iter().zip([0.3, 1.0, 1.0, 0.5]) {
        assert_near(at.1, y(norm), "after clipping");
    }
    let thin = vertices(&all, SOFT, 1.2);
    for (_, norm) in NORMS {
        assert!(thin.iter().any(|at| (at.1 - y(norm)).abs() < 0.5), "before clipping: {norm} in {thin:?}");
    }
    assert_eq!(table(&chart).notes[0].0, "clipped at 1.00");
}

#[test]
fn marked_numbers_and_the_right_answer_stand_out_at_their_heights() {
    let chart = list(String::new(), &LIST, &[1, 3]);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "1", false);
    let (bars, rings) = (rects(&all, SOFT), dots(&all, Rgb(1, 1, 1)));
    assert_eq!((bars.len(), rings.len()), (5, 2));
    bars.iter().zip(LIST).for_each(|((top, _), number)| assert_near(top.1, y(number), "a number"));
    for (ring, place) in rings.iter().zip([1, 3]) {
        assert_near(ring.1, y(LIST[place]), "a marked number");
        assert_near(ring.0, (bars[place].0.0 + bars[place].1.0) / 2.0, "its place");
    }
    let chart = answers_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0 %", "100 %", false);
    let right = rects(&all, LSTM);
    assert_eq!(right.len(), 1);
    assert_near(right[0].0.1, y(0.3), "the right answer");
    assert_near((right[0].0.0 + right[0].1.0) / 2.0, word(&all, "were"), "over its name");
}

#[test]
fn a_forecast_has_its_band_and_a_ring_where_it_was_far_off() {
    let chart = forecast_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "370", "374", false);
    for (n, at) in vertices(&all, RNN, 2.2).iter().enumerate() {
        assert_near(at.1, y(369.5 + (n % 5) as f64), "a forecast");
    }
    let rings = dots(&all, Rgb(1, 1, 1));
    assert_eq!(rings.len(), 2);
    assert_near(rings[0].1, y(374.0), "what was far off");
    let band = all.iter().find_map(|d| match &d.mark {
        Mark::Area(p) if d.color == RNN && p.len() > 3 => Some(p.clone()),
        _ => None,
    });
    let band = band.expect("a band");
    assert_near(band[0].1, y(370.5), "its upper edge");
    assert_near(band[23].1, y(368.5), "its lower edge");
}

#[test]
fn bars_stand_on_zero_and_what_was_not_asked_for_has_none() {
    let words = sentence();
    let chart = factors(CellKind::Gru, &[f64::NAN, 0.5, 1.2, 0.9], &words[..4], 2);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "1", false);
    let bars: Vec<_> = (all.iter().filter(|d| d.color == GRU))
        .filter_map(|d| if let Mark::Rect(a, b) = d.mark { Some((a, b)) } else { None })
        .collect();
    assert_eq!(bars.len(), 3);
    for ((a, b), factor) in bars.iter().zip([0.5, 1.2, 0.9]) {
        assert_near(a.1, y(factor), "a factor");
        assert_near(b.1, y(0.0), "zero");
    }
    // Steps are counted once all are known.
    assert_eq!(chart.headline, "One step of the GRU stretches a gradient 1.2 times or less");
    let whole = factors(CellKind::Gru, &[0.5, 1.2, 0.9], &words[..3], 2);
    assert_eq!(whole.headline, "1 of 3 steps of the GRU can stretch a gradient");
}

#[test]
fn no_text_lies_over_another_or_leaves_the_drawing_or_is_too_small() {
    for chart in all_charts() {
        for size in [SIZE, (1240.0, 400.0), (440.0, 300.0), (358.0, 280.0)] {
            let all = drawn(&chart, &Layout::new(&chart, size, true));
            let texts: Vec<&Text> = texts(&all).into_iter().filter(|text| !text.text.is_empty()).collect();
            for (n, text) in texts.iter().enumerate() {
                let (low, high) = text.room();
                assert!(text.size >= 12.0);
                let inside = low.0 >= -1.0 && low.1 >= -1.0 && high.0 <= size.0 + 1.0 && high.1 <= size.1 + 1.0;
                assert!(inside, "{text:?} leaves {size:?} in “{}”", chart.headline);
                for other in &texts[n + 1..] {
                    let (a, b) = other.room();
                    let apart = high.0 <= a.0 || b.0 <= low.0 || high.1 <= a.1 || b.1 <= low.1;
                    assert!(apart, "{text:?} lies over {other:?} in “{}” at {size:?}", chart.headline);
                }
            }
        }
    }
}

#[test]
fn charts_side_by_side_have_the_same_axes() {
    let charts = [loss_chart(&[0.0]), loss_chart(&[0.2])];
    let common = charts[0].extent().join(&charts[1].extent());
    let charts = charts.map(|chart| chart.with_extent(&common));
    let margins = charts.iter().map(|chart| Margins::of(chart, SIZE, true)).reduce(Margins::join).unwrap();
    let axes = charts.map(|chart| {
        let all = drawn(&chart, &Layout::with_margins(&chart, SIZE, true, margins));
        let labels: Vec<Text> = texts(&all).into_iter().filter(|text| text.size == 12.0).cloned().collect();
        labels
    });
    assert_eq!(axes[0], axes[1]);
    assert!(axes[0].len() > 8);
}

#[test]
fn what_has_no_place_is_named_and_what_is_beyond_is_pointed_at() {
    let words = sentence();
    let mut shares = falling(0.5);
    shares[..4].copy_from_slice(&[f64::NAN, f64::INFINITY, 0.0, 0.0]);
    let cells = [(CellKind::Rnn, shares.as_slice())];
    let chart = gradient_left(&Left { cells: &cells, words: &words, read: 12, known_from: 0, at: 9, measured: 1 });
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let signs: Vec<&str> = (texts(&all).into_iter().map(|text| text.text.as_str()))
        .filter(|text| ["NaN", "∞", "0"].contains(text))
        .collect();
    assert_eq!(signs, ["NaN", "∞", "0"]);
    assert_eq!(dots(&all, RNN).len(), 9);

    // Of an axis that ends at 10⁻², the line is cut there, and a head points to where it goes on.
    let mut short = left_chart(&words);
    short.y.scale = figures::Scale::log([], (-2, 0));
    let layout = Layout::new(&short, SIZE, true);
    let all = drawn(&short, &layout);
    let line = vertices(&all, RNN, 2.2);
    assert!(line.iter().all(|at| at.1 <= layout.to.1 + 0.1));
    assert_near(line[0].1, layout.to.1, "the edge");
    let heads = |d: &&Drawn| d.color == RNN && matches!(&d.mark, Mark::Area(p) if p.len() == 3);
    assert_eq!(all.iter().filter(heads).count(), 1);
}

#[test]
fn a_place_is_read_out_and_keys_lead_from_one_to_the_next() {
    let words = sentence();
    let chart = left_chart(&words);
    let layout = Layout::new(&chart, SIZE, true);
    let all = drawn(&chart, &layout);
    let read = read(&chart, &layout, word(&all, "old") + 5.0).unwrap();
    assert_eq!((read.x, read.place.as_str()), (9.0, "10 “old”"));
    // 0.47³, 0.71³ and 0.8³.
    let texts: Vec<&str> = read.values.iter().map(|value| value.text.as_str()).collect();
    assert_eq!(texts, ["10.4\u{202f}%", "35.8\u{202f}%", "51.2\u{202f}%"]);
    let names: Vec<&str> = read.values.iter().map(|value| value.name.as_str()).collect();
    assert_eq!(names, ["RNN", "LSTM", "GRU"]);

    assert_eq!(step(&chart, None, Direction::On), Some(0.0));
    assert_eq!(step(&chart, Some(9.0), Direction::On), Some(10.0));
    assert_eq!(step(&chart, Some(9.0), Direction::Back), Some(8.0));
    assert_eq!(step(&chart, Some(12.0), Direction::On), Some(12.0));
    assert_eq!(step(&chart, Some(9.0), Direction::First), Some(0.0));
    assert_eq!(step(&chart, Some(9.0), Direction::Last), Some(12.0));

    let losses = loss_chart(&[0.0]);
    assert_eq!(reading(&losses, 30.0).place, "30");
    let all = table(&losses);
    assert_eq!(all.head, ["steps of training", "RNN", "RNN, lowest", "RNN, highest"]);
    assert_eq!(all.rows.len(), 50);
}

#[test]
fn an_svg_is_well_formed_and_written_in_the_shipped_faces() {
    for mut chart in all_charts() {
        chart.headline.push_str(" <b>&\"'");
        let layout = Layout::new(&chart, SIZE, true);
        let text = svg(SIZE, |drawing| draw(drawing, &chart, &layout, &palette())).unwrap();
        assert_well_formed(&text);
        assert!(text.contains("&lt;b&gt;&amp;&quot;&apos;"));
        assert!(text.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"320\" viewBox=\"0 0 12160 5120\""
        ));
        // 12 px are 192 steps of the grid: nothing is smaller.
        let sizes =
            text.split("font-size=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap());
        assert!(sizes.into_iter().all(|size| size >= 191.9));
    }
}

/// Checks tags, attributes and entities.
fn assert_well_formed(text: &str) {
    let mut open: Vec<&str> = vec![];
    let mut rest = text;
    let entities = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;"];
    let plain = |text: &str| {
        assert!(!text.contains('>'), "{text:?}");
        let escaped = text.match_indices('&').all(|(at, _)| entities.iter().any(|e| text[at..].starts_with(e)));
        assert!(escaped, "{text:?}");
    };
    while let Some((before, tag)) = rest.split_once('<') {
        plain(before);
        assert!(!open.is_empty() || before.trim().is_empty());
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let mut parts = tag.splitn(2, ' ');
        let name = parts.next().unwrap_or_default();
        let mut attributes = parts.next().unwrap_or_default().trim();
        let mut seen = vec![];
        while !attributes.is_empty() {
            let (key, value) = attributes.split_once("=\"").expect("an attribute has a value");
            let (value, more) = value.split_once('"').expect("a value ends");
            plain(value);
            assert!(!seen.contains(&key), "{key} twice");
            seen.push(key);
            attributes = more.trim_start();
        }
        if !is_closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty());
}
