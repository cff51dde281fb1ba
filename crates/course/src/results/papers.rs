//! The field's papers, and the small experiments here that stand beside their figures. Prose is in `words`.

use super::finding::{Finding, Verdict};
use super::plot::{BATCH, Of, Plan};
use crate::agreement::{Agreement, FEWER};
use engine::trace::CellKind::{self, Gru, Lstm, Rnn};
use learn::sweep::{Extra, Job, Row};
use model::command::PaperKey;
use words::plots::{Along, Mark};
use words::results::{self, Solved, words};

/// A paper and its experiment.
pub struct Paper {
    /// Its key.
    pub key: PaperKey,
    /// The runs.
    jobs: fn() -> Vec<Job>,
    /// Which of them is opened in Train: the one that the verdict rests on.
    pub opens: usize,
    /// How they stand in figures.
    pub plans: fn() -> Vec<Plan>,
    /// What they say, once all are there.
    pub verdict: fn(&[Row]) -> Verdict,
}

/// The figure of a paper's first jobs.
fn plan(along: Along, shows: Of, names: &[impl ToString], mark: Option<Mark>) -> Plan {
    Plan { along, shows, of: None, first: 0, names: names.iter().map(ToString::to_string).collect(), mark }
}

/// The names of the three cells.
const CELLS: [&str; 3] = ["RNN", "LSTM", "GRU"];

/// A paper's jobs.
pub fn jobs(key: PaperKey) -> Vec<Job> {
    all().iter().find(|paper| paper.key == key).map_or(vec![], |paper| (paper.jobs)())
}

fn job(label: impl Into<String>, cell: CellKind, fragment: impl Into<String>) -> Job {
    Job { label: label.into(), cell, fragment: fragment.into(), extra: Extra::None }
}

/// A run's label, from its cell or from what its network lacks.
type Label = fn(&str) -> String;

/// PyTorch's start without more, as it was before chrono.
const PLAIN: &str = "t_start=pytorch&t_bias=0";
/// The same with a forget bias of 1.
const BIAS_1: &str = "t_start=pytorch&t_bias=1";
/// The lags of the latch.
const SPANS: [usize; 5] = [5, 10, 20, 40, 80];
/// Singular values of W_hh.
const LARGEST: [f64; 4] = [0.5, 0.9, 0.99, 1.5];
/// Lengths of temporal order.
const LENGTHS: [usize; 2] = [10, 20];

/// Steps where it was mostly solved, else more than any: by how often it was, then by the loss.
fn cost(row: &Row) -> f64 {
    if row.solved * 2 > row.runs { row.steps } else { 1e6 * ((row.runs - row.solved) as f64 + row.all.loss) }
}

/// How many of a row's runs solved it.
pub fn of(row: &Row) -> Solved {
    Solved { solved: row.solved, runs: row.runs }
}

/// Steps until most runs solved it.
fn steps(row: &Row) -> Option<usize> {
    (row.solved * 2 > row.runs).then_some(row.steps as usize)
}

/// What giving blanks, then any symbol scores when 10 of 8 symbols are copied over 100 blanks.
fn copy_baseline() -> f64 {
    10.0 * 8.0_f64.ln() / 120.0
}

/// Every paper, oldest first.
pub fn all() -> Vec<Paper> {
    vec![
        Paper {
            key: PaperKey::Bengio1994,
            opens: 4,
            plans: || vec![plan(Along::Length, Of::Right, &SPANS, None)],
            jobs: || {
                let at = |span: usize| {
                    let settings = format!("task=recall&t_knob={span}&t_units=16&t_steps=1500&{PLAIN}");
                    job(format!("RNN, T = {span}"), Rnn, settings)
                };
                SPANS.into_iter().map(at).collect()
            },
            verdict: |rows| {
                let (first, last) = (&rows[0], &rows[SPANS.len() - 1]);
                let falls = last.solved < first.solved;
                let agrees = Agreement::when(falls && first.solved == first.runs && last.solved == 0, falls);
                Verdict { agrees, finding: Finding::Bengio { first: of(first), last: of(last) } }
            },
        },
        Paper {
            key: PaperKey::Hochreiter1997,
            opens: 0,
            plans: || {
                // Table 7 of the paper.
                vec![plan(Along::Networks, Of::Sequences, &["LSTM", "RNN"], Some(Mark::Paper(74_000.0)))]
            },
            jobs: || {
                let settings = |start: &str| format!("task=adding&t_knob=100&t_steps=4000&{start}");
                vec![job("LSTM", Lstm, settings(BIAS_1)), job("RNN", Rnn, settings(PLAIN))]
            },
            verdict: |rows| {
                let sequences = rows[0].steps * BATCH;
                let finding = Finding::Hochreiter { sequences: sequences as usize, rnn: of(&rows[1]) };
                let agrees = Agreement::when(rows[0].solved == rows[0].runs && rows[1].solved == 0, rows[0].solved > 0);
                Verdict { agrees, finding }
            },
        },
        Paper {
            key: PaperKey::Pascanu2013,
            opens: 7,
            plans: || {
                let clipping = LENGTHS.map(|length| [results::plot_clip(length), results::plot_no_clip(length)]);
                vec![
                    plan(Along::Largest, Of::Left, &LARGEST, Some(Mark::Bound)),
                    Plan {
                        first: LARGEST.len(),
                        of: Some(words().plot_order.to_owned()),
                        ..plan(Along::Networks, Of::Steps, &clipping.concat(), None)
                    },
                ]
            },
            jobs: || {
                let bound = |largest: f64| Job {
                    extra: Extra::Bound(largest),
                    ..job(results::with_largest(largest), Rnn, "task=adding&t_knob=10&t_steps=1")
                };
                let order = |length: usize| {
                    [(results::clipped_at(length), "1"), (results::not_clipped(length), "0")].map(|(name, clip)| {
                        let settings = format!(
                            "task=order&t_knob={length}&t_units=50&t_rule=momentum&t_rate=0.03&t_clip={clip}&t_steps=3000&{PLAIN}"
                        );
                        job(name, Rnn, settings)
                    })
                };
                LARGEST.into_iter().map(bound).chain(LENGTHS.into_iter().flat_map(order)).collect()
            },
            verdict: |rows| {
                let holds =
                    |(row, largest): (&Row, f64)| largest >= 1.0 || row.all.extra <= largest.powi(49) * 1.000_001;
                let bound = rows.iter().zip(LARGEST).all(holds);
                let clipping: Vec<(&Row, &Row)> =
                    rows[LARGEST.len()..].chunks_exact(2).map(|pair| (&pair[0], &pair[1])).collect();
                let better = clipping.iter().all(|(with, without)| with.solved >= without.solved)
                    && clipping.iter().any(|(with, without)| with.solved > without.solved);
                let (long, long_without) = clipping[clipping.len() - 1];
                let largest = LARGEST[0].powi(49);
                let length = LENGTHS[LENGTHS.len() - 1];
                let finding = Finding::Pascanu {
                    bound: largest,
                    left: rows[0].all.extra,
                    length,
                    with: of(long),
                    without: of(long_without),
                };
                Verdict { agrees: Agreement::when(bound && better, bound), finding }
            },
        },
        Paper {
            key: PaperKey::Chung2014,
            opens: 3,
            plans: || {
                let of = |(n, task): (usize, &str)| Plan {
                    first: n * CELLS.len(),
                    of: Some(task.to_owned()),
                    ..plan(Along::Networks, Of::Steps, &CELLS, None)
                };
                [words().plot_short, words().plot_long].into_iter().enumerate().map(of).collect()
            },
            jobs: || {
                let short = "task=agreement&t_knob=4&t_equal=yes&t_units=24&t_steps=1500";
                let long = "task=order&t_knob=60&t_equal=yes&t_units=24&t_steps=3000";
                let each = |(label, settings): (Label, &'static str)| {
                    CellKind::ALL.map(|cell| job(label(cell.name()), cell, settings))
                };
                [(results::short_task as _, short), (results::long_task as _, long)]
                    .into_iter()
                    .flat_map(each)
                    .collect()
            },
            verdict: |rows| {
                let [_, _, _, rnn, lstm, gru] = rows else {
                    return Verdict { agrees: Agreement::Disagrees, finding: Finding::Nothing };
                };
                let gated = lstm.solved == lstm.runs && gru.solved == gru.runs;
                let alike = rows[..3].iter().all(|row| row.solved == row.runs);
                let agrees = Agreement::when(gated && rnn.solved == 0 && alike, gated && rnn.solved < rnn.runs);
                let finding = Finding::Chung {
                    rnn: of(rnn),
                    lstm: of(lstm),
                    lstm_steps: steps(lstm),
                    gru: of(gru),
                    gru_steps: steps(gru),
                };
                Verdict { agrees, finding }
            },
        },
        Paper {
            key: PaperKey::Le2015,
            opens: 2,
            plans: || {
                let words = words();
                let names = [words.plot_tanh, words.plot_identity_fast, words.plot_identity, "LSTM"];
                vec![plan(Along::Networks, Of::Loss, &names, Some(Mark::Guessing(1.0 / 6.0)))]
            },
            jobs: || {
                let settings = |rate: &str, more: &str| {
                    format!("task=adding&t_knob=100&t_units=100&t_rate={rate}&t_steps=4000&{more}")
                };
                let identity = |rate: &str| {
                    job(results::identity_rnn(rate), Rnn, settings(rate, "relu=yes&t_start=identity&t_bias=0"))
                };
                vec![
                    job(words().tanh_rnn, Rnn, settings("0.001", PLAIN)),
                    identity("0.001"),
                    identity("0.0001"),
                    job("LSTM", Lstm, settings("0.001", BIAS_1)),
                ]
            },
            verdict: |rows| {
                let [tanh, fast, identity, lstm] = rows else {
                    return Verdict { agrees: Agreement::Disagrees, finding: Finding::Nothing };
                };
                let learns = |row: &Row| row.all.loss < 0.5 / 6.0;
                let all = learns(identity) && !learns(tanh) && identity.all.diverged == 0.0;
                let loss = |row: &Row| row.all.loss;
                let finding = Finding::Le {
                    identity: loss(identity),
                    solved: of(identity),
                    tanh: loss(tanh),
                    lstm: loss(lstm),
                    diverged: Solved { solved: fast.all.diverged as usize, runs: fast.runs },
                };
                Verdict { agrees: Agreement::when(all, learns(identity)), finding }
            },
        },
        Paper {
            key: PaperKey::Jozefowicz2015,
            opens: 1,
            plans: || {
                let words = words();
                vec![plan(Along::Networks, Of::Steps, &[words.plot_bias_0, words.plot_bias_1, "GRU"], None)]
            },
            jobs: || {
                let settings = |bias: &str| format!("task=order&t_knob=60&t_steps=4000&t_start=pytorch&t_bias={bias}");
                vec![
                    job(results::with_bias("0"), Lstm, settings("0")),
                    job(results::with_bias("1"), Lstm, settings("1")),
                    job("GRU", Gru, settings("0")),
                ]
            },
            verdict: |rows| {
                let [without, with, gru] = rows else {
                    return Verdict { agrees: Agreement::Disagrees, finding: Finding::Nothing };
                };
                let helps = cost(with) < FEWER * cost(without);
                let closes = cost(with) < 1.5 * cost(gru);
                let steps = |row: &Row| (row.solved > 0).then_some(row.steps as usize);
                let finding = Finding::Jozefowicz { without: steps(without), with: steps(with), gru: steps(gru) };
                Verdict { agrees: Agreement::when(helps && closes, helps), finding }
            },
        },
        Paper {
            key: PaperKey::Greff2015,
            opens: 0,
            plans: || {
                let words = words();
                let names = [
                    words.plot_whole,
                    words.plot_no_forget,
                    words.plot_no_input,
                    words.plot_no_output,
                    words.plot_coupled,
                    words.plot_linear,
                ];
                let of = |(place, task): (usize, &str)| Plan {
                    first: place * names.len(),
                    of: Some(task.to_owned()),
                    ..plan(Along::Networks, Of::Steps, &names, None)
                };
                [words.plot_adding, words.plot_agreement].into_iter().enumerate().map(of).collect()
            },
            jobs: || {
                let words = words();
                let variants = [
                    (words.whole, ""),
                    (words.no_forget, "forget=1"),
                    (words.no_input, "input=1"),
                    (words.no_output, "output=1"),
                    (words.coupled, "coupled=yes"),
                    (words.linear_output, "linear_output=yes"),
                ];
                let tasks: [(Label, &str); 2] = [
                    (results::on_adding, "task=adding&t_knob=50"),
                    (results::on_agreement, "task=agreement&t_knob=20"),
                ];
                let each = |(label, settings): (Label, &str)| {
                    variants.map(|(name, part)| {
                        job(label(name), Lstm, format!("{settings}&t_units=16&t_steps=2500&{BIAS_1}&{part}"))
                    })
                };
                tasks.into_iter().flat_map(each).collect()
            },
            verdict: |rows| {
                let words = words();
                let names =
                    [words.whole, words.no_forget, words.no_input, words.no_output, words.coupled, words.linear_output];
                let worst =
                    |rows: &[Row]| (1..rows.len()).fold(0, |w, k| if cost(&rows[k]) > cost(&rows[w]) { k } else { w });
                let halves = rows.split_at(names.len());
                let (adding, agreement) = (worst(halves.0), worst(halves.1));
                let critical = |k: usize| k == 1 || k == 5;
                let coupled = cost(&halves.0[4]) / cost(&halves.0[0]);
                let agrees = Agreement::when(critical(adding) && critical(agreement), coupled < 1.3);
                let finding = Finding::Greff {
                    adding: names[adding].to_owned(),
                    agreement: names[agreement].to_owned(),
                    ratio: coupled,
                    is_unlike: !critical(adding) && !critical(agreement),
                };
                Verdict { agrees, finding }
            },
        },
        Paper {
            key: PaperKey::Arjovsky2016,
            opens: 0,
            plans: || vec![plan(Along::Networks, Of::Loss, &CELLS, Some(Mark::Formula(copy_baseline())))],
            jobs: || {
                CellKind::ALL
                    .map(|cell| job(cell.name(), cell, format!("task=copy&t_knob=100&t_steps=1500&{BIAS_1}")))
                    .into()
            },
            verdict: |rows| {
                let baseline = copy_baseline();
                let off = |row: &Row| (row.all.loss / baseline - 1.0).abs();
                let [rnn, lstm, gru] = [0, 1, 2].map(|k| rows[k].all.loss);
                let finding = Finding::Arjovsky { baseline, rnn, off: off(&rows[0]), lstm, gru };
                // The span that the paper excepts: what holds there confirms its finding in part at most.
                let agrees = Agreement::when(false, off(&rows[0]) < 0.03 && off(&rows[1]) < 0.03);
                Verdict { agrees, finding }
            },
        },
        Paper {
            key: PaperKey::Tallec2018,
            opens: 1,
            plans: || {
                let words = words();
                vec![plan(Along::Networks, Of::Steps, &[words.plot_bias_1, words.plot_chrono], None)]
            },
            jobs: || {
                let settings = |start: &str| format!("task=adding&t_knob=200&t_steps=6000&{start}");
                vec![
                    job(results::with_bias("1"), Lstm, settings(BIAS_1)),
                    job(words().chrono_start, Lstm, settings("t_start=chrono")),
                ]
            },
            verdict: |rows| {
                let (plain, chrono) = (&rows[0], &rows[1]);
                let ratio = cost(plain) / cost(chrono);
                let finding = if plain.solved * 2 > plain.runs {
                    Finding::Tallec { ratio }
                } else {
                    Finding::TallecNever { plain: of(plain), chrono: of(chrono) }
                };
                Verdict { agrees: Agreement::when(ratio > 1.0 / FEWER && chrono.solved > 0, false), finding }
            },
        },
        Paper {
            key: PaperKey::Madsen2019,
            opens: 0,
            plans: || vec![plan(Along::Networks, Of::Ratio, &CELLS, Some(Mark::Mean))],
            jobs: || {
                let each = |cell: CellKind| Job {
                    extra: Extra::Connectivity,
                    ..job(cell.name(), cell, format!("task=agreement&t_knob=12&t_steps=1500&{BIAS_1}"))
                };
                CellKind::ALL.map(each).into()
            },
            verdict: |rows| {
                let alike = rows.iter().all(|row| row.solved * 2 > row.runs);
                let ends = rows.iter().fold((f64::INFINITY, 0.0_f64), |(least, most), row| {
                    (least.min(row.all.extra), most.max(row.all.extra))
                });
                let apart = ends.1 > 2.0 * ends.0;
                let [rnn, lstm, gru] = [0, 1, 2].map(|k| rows[k].all.extra);
                let finding = Finding::Madsen { times: [rnn, lstm, gru] };
                Verdict { agrees: Agreement::when(alike && apart, apart), finding }
            },
        },
    ]
}
