//! The field's papers, and the small experiments here that stand beside their figures. Prose is in `words`.

use engine::trace::CellKind::{self, Gru, Lstm, Rnn};
use learn::sweep::{Extra, Job, Row};
use model::command::PaperKey;
use words::results::{self, Solved, words};

/// A paper and its experiment.
pub struct Paper {
    /// Its key.
    pub key: PaperKey,
    /// Where it is to be found.
    pub link: &'static str,
    /// The citation.
    pub cite: &'static str,
    /// What it found.
    pub found: &'static str,
    /// What is done here.
    pub here: &'static str,
    /// The runs.
    jobs: fn() -> Vec<Job>,
    /// Which of them is opened in Train: the one that the verdict rests on.
    pub opens: usize,
    /// What they say, once all are there.
    pub verdict: fn(&[Row]) -> Verdict,
}

/// Whether what is found here agrees with the paper, and by how much.
pub struct Verdict {
    /// Whether it does.
    pub agrees: Agreement,
    /// In words, with the numbers.
    pub said: String,
}

/// Whether what is found here agrees with a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It does.
    Agrees,
    /// In a part.
    Partly,
    /// It does not.
    Disagrees,
}

impl Agreement {
    fn when(all: bool, some: bool) -> Self {
        match (all, some) {
            (true, _) => Self::Agrees,
            (_, true) => Self::Partly,
            _ => Self::Disagrees,
        }
    }
}

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
/// Sequences of a batch.
const BATCH: f64 = 32.0;

/// Steps where it was mostly solved, else more than any: by how often it was, then by the loss.
fn cost(row: &Row) -> f64 {
    if row.solved * 2 > row.runs { row.steps } else { 1e6 * ((row.runs - row.solved) as f64 + row.all.loss) }
}

/// How many of a row's runs solved it.
pub(super) fn of(row: &Row) -> Solved {
    Solved { solved: row.solved, runs: row.runs }
}

/// Steps until most runs solved it.
fn steps(row: &Row) -> Option<usize> {
    (row.solved * 2 > row.runs).then_some(row.steps as usize)
}

/// Every paper, oldest first.
pub fn all() -> Vec<Paper> {
    let prose = words();
    vec![
        Paper {
            key: PaperKey::Bengio1994,
            link: "https://doi.org/10.1109/72.279181",
            cite: prose.bengio_cite,
            found: prose.bengio_found,
            here: prose.bengio_here,
            opens: 4,
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
                Verdict { agrees, said: results::bengio_said(of(first), of(last)) }
            },
        },
        Paper {
            key: PaperKey::Hochreiter1997,
            link: "https://doi.org/10.1162/neco.1997.9.8.1735",
            cite: prose.hochreiter_cite,
            found: prose.hochreiter_found,
            here: prose.hochreiter_here,
            opens: 0,
            jobs: || {
                let settings = |start: &str| format!("task=adding&t_knob=100&t_steps=4000&{start}");
                vec![job("LSTM", Lstm, settings(BIAS_1)), job("RNN", Rnn, settings(PLAIN))]
            },
            verdict: |rows| {
                let sequences = rows[0].steps * BATCH;
                let said = results::hochreiter_said(sequences as usize, 74_000.0 / sequences, of(&rows[1]));
                let agrees = Agreement::when(rows[0].solved == rows[0].runs && rows[1].solved == 0, rows[0].solved > 0);
                Verdict { agrees, said }
            },
        },
        Paper {
            key: PaperKey::Pascanu2013,
            link: "https://arxiv.org/abs/1211.5063",
            cite: prose.pascanu_cite,
            found: prose.pascanu_found,
            here: prose.pascanu_here,
            opens: 7,
            jobs: || {
                let bound = |largest: f64| Job {
                    extra: Extra::Bound(largest),
                    ..job(format!("‖W_hh‖ = {largest}"), Rnn, "task=adding&t_knob=10&t_steps=1")
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
                let said = results::pascanu_said(largest, rows[0].all.extra, length, of(long), of(long_without));
                Verdict { agrees: Agreement::when(bound && better, bound), said }
            },
        },
        Paper {
            key: PaperKey::Chung2014,
            link: "https://arxiv.org/abs/1412.3555",
            cite: prose.chung_cite,
            found: prose.chung_found,
            here: prose.chung_here,
            opens: 3,
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
                    return Verdict { agrees: Agreement::Disagrees, said: String::new() };
                };
                let gated = lstm.solved == lstm.runs && gru.solved == gru.runs;
                let alike = rows[..3].iter().all(|row| row.solved == row.runs);
                let agrees = Agreement::when(gated && rnn.solved == 0 && alike, gated && rnn.solved < rnn.runs);
                Verdict { agrees, said: results::chung_said(of(rnn), of(lstm), steps(lstm), of(gru), steps(gru)) }
            },
        },
        Paper {
            key: PaperKey::Le2015,
            link: "https://arxiv.org/abs/1504.00941",
            cite: prose.le_cite,
            found: prose.le_found,
            here: prose.le_here,
            opens: 2,
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
                    return Verdict { agrees: Agreement::Disagrees, said: String::new() };
                };
                let learns = |row: &Row| row.all.loss < 0.5 / 6.0;
                let all = learns(identity) && !learns(tanh) && identity.all.diverged == 0.0;
                let loss = |row: &Row| row.all.loss;
                let said = results::le_said(loss(identity), of(identity), loss(tanh), loss(lstm), fast.all.diverged);
                Verdict { agrees: Agreement::when(all, learns(identity)), said }
            },
        },
        Paper {
            key: PaperKey::Jozefowicz2015,
            link: "https://proceedings.mlr.press/v37/jozefowicz15.html",
            cite: prose.jozefowicz_cite,
            found: prose.jozefowicz_found,
            here: prose.jozefowicz_here,
            opens: 1,
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
                    return Verdict { agrees: Agreement::Disagrees, said: String::new() };
                };
                let helps = cost(with) < cost(without);
                let closes = cost(with) < 1.5 * cost(gru);
                let steps = |row: &Row| (row.solved > 0).then_some(row.steps as usize);
                let said = results::jozefowicz_said(steps(without), steps(with), steps(gru));
                Verdict { agrees: Agreement::when(helps && closes, helps), said }
            },
        },
        Paper {
            key: PaperKey::Greff2015,
            link: "https://arxiv.org/abs/1503.04069",
            cite: prose.greff_cite,
            found: prose.greff_found,
            here: prose.greff_here,
            opens: 0,
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
                let unlike = if critical(adding) || critical(agreement) { "" } else { words.greff_unlike };
                Verdict { agrees, said: results::greff_said(names[adding], names[agreement], coupled) + unlike }
            },
        },
        Paper {
            key: PaperKey::Arjovsky2016,
            link: "https://arxiv.org/abs/1511.06464",
            cite: prose.arjovsky_cite,
            found: prose.arjovsky_found,
            here: prose.arjovsky_here,
            opens: 0,
            jobs: || {
                CellKind::ALL
                    .map(|cell| job(cell.name(), cell, format!("task=copy&t_knob=100&t_steps=1500&{BIAS_1}")))
                    .into()
            },
            verdict: |rows| {
                let baseline = 10.0 * 8.0_f64.ln() / 120.0;
                let off = |row: &Row| (row.all.loss / baseline - 1.0).abs();
                let [rnn, lstm, gru] = [0, 1, 2].map(|k| rows[k].all.loss);
                let said = results::arjovsky_said(baseline, rnn, off(&rows[0]), lstm, gru);
                let agrees = Agreement::when(off(&rows[0]) < 0.03 && off(&rows[1]) < 0.03, off(&rows[0]) < 0.03);
                Verdict { agrees, said }
            },
        },
        Paper {
            key: PaperKey::Tallec2018,
            link: "https://arxiv.org/abs/1804.11188",
            cite: prose.tallec_cite,
            found: prose.tallec_found,
            here: prose.tallec_here,
            opens: 1,
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
                let said = if plain.solved * 2 > plain.runs {
                    results::tallec_said(ratio)
                } else {
                    results::tallec_never(of(plain), of(chrono))
                };
                Verdict { agrees: Agreement::when(ratio > 1.2 && chrono.solved > 0, false), said }
            },
        },
        Paper {
            key: PaperKey::Madsen2019,
            link: "https://distill.pub/2019/memorization-in-rnns",
            cite: prose.madsen_cite,
            found: prose.madsen_found,
            here: prose.madsen_here,
            opens: 0,
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
                let said = results::madsen_said(rnn, lstm, gru);
                Verdict { agrees: Agreement::when(alike && apart, apart), said }
            },
        },
    ]
}
