//! The table: claims, measurements, and what comes of both.

use crate::runs::TableRuns;
use engine::trace::CellKind;
use learn::sweep::Row;
use learn::task::Sets;
use learn::training::Setup;
use model::lab::Run;
use model::settings::State;
use pictures::html::escape;
use words::compare::words;
use words::fill;
use words::format;

/// Steps back at which the gradient is read.
const LAGS: [usize; 3] = [20, 50, 100];
/// What the table is made of: its runs, five groups of three, and two runs of the Lab.
struct Measured<'a> {
    rows: &'a [Option<Row>],
    runs: &'a TableRuns,
    setup: Setup,
}

impl Measured<'_> {
    /// A group's rows, once all three are there.
    fn group(&self, number: usize) -> Option<[Row; 3]> {
        let of = |cell: usize| self.rows.get(3 * number + cell).copied().flatten();
        Some([of(0)?, of(1)?, of(2)?])
    }

    fn left(run: &Run, cell: CellKind, lag: usize) -> f64 {
        let reach = &run.lane(cell).reach;
        reach[reach.len() - 1 - lag]
    }

    fn shape(&self, cell: CellKind) -> (usize, usize, usize) {
        let level = &self.setup.level;
        (cell.blocks().len(), self.setup.units, (level.task().inputs)(level))
    }

    fn parameters(&self, cell: CellKind) -> usize {
        let (_, units, inputs) = self.shape(cell);
        cell.parameter_count(inputs, units)
    }

    /// Bytes of the weights, of Adam's means, and of what the way back needs.
    fn bytes(&self, cell: CellKind) -> [f64; 3] {
        let weights = 4.0 * self.setup.count(cell, self.setup.units) as f64;
        [weights, 2.0 * weights, self.setup.state_bytes(cell)]
    }
}

/// Whether what is measured agrees with what is said: `agrees`, `partly`, `disagrees`; and a sentence.
type Verdict = (&'static str, String);

/// A line of the table.
struct Line {
    name: &'static str,
    how: String,
    claims: &'static str,
    cells: Option<[String; 3]>,
    verdict: Option<Verdict>,
}

fn solved(row: &Row) -> bool {
    row.solved * 2 > row.runs
}

fn of_row(row: &Row) -> String {
    let words = words();
    let (solved_runs, runs) = (row.solved.to_string(), row.runs.to_string());
    if solved(row) {
        let steps = format::count(row.steps as usize);
        fill(words.solved_in, &[("solved", &solved_runs), ("runs", &runs), ("steps", &steps)])
    } else {
        let right = format::percent(row.all.right);
        fill(words.not_solved, &[("solved", &solved_runs), ("runs", &runs), ("right", &right)])
    }
}

fn counts(text: &str, rows: &[Row; 3]) -> String {
    let [rnn, lstm, gru] = rows.map(|row| row.solved.to_string());
    fill(text, &[("rnn", &rnn), ("lstm", &lstm), ("gru", &gru)])
}

/// The cell with the fewest steps; none where none has solved it.
fn quickest(rows: &[Row; 3]) -> Option<CellKind> {
    let steps = rows.map(|row| if solved(&row) { row.steps } else { f64::INFINITY });
    CellKind::ALL
        .into_iter()
        .min_by(|a, b| steps[*a as usize].total_cmp(&steps[*b as usize]))
        .filter(|cell| steps[*cell as usize].is_finite())
}

/// The table as HTML, from the rows of its sweep.
#[must_use]
pub fn table(rows: &[Option<Row>], runs: &TableRuns) -> String {
    let words = words();
    let setup = Setup::new(&State::from_fragment(super::GROUPS[2].0).0.settings, &Sets::default()).0;
    let measured = Measured { rows, runs, setup };
    let lines = [
        short(&measured),
        long(&measured),
        vanishing(&measured),
        complexity(&measured),
        speed(&measured),
        parameters(&measured),
        memory(&measured),
        complex(&measured),
        best(&measured),
    ];
    let head: String = CellKind::ALL
        .map(|cell| format!("<th scope=\"col\" data-cell=\"{}\" class=\"cell-name\">{}</th>", cell.key(), cell.name()))
        .concat();
    let line = |line: &Line| {
        let mut claims = line.claims.split('|');
        let cells: String = (0..3)
            .map(|cell| {
                let value = line.cells.as_ref().map_or(words.not_yet, |cells| &cells[cell]);
                let name = CellKind::ALL[cell].name();
                format!(
                    "<td data-name=\"{name}\"><small>{}</small><b>{value}</b></td>",
                    claims.next().unwrap_or_default()
                )
            })
            .collect();
        let verdict = line.verdict.as_ref().map_or(String::new(), |(class, said)| {
            let name = match *class {
                "agrees" => words.agrees,
                "partly" => words.partly,
                _ => words.disagrees,
            };
            format!("<p class=\"verdict {class}\"><b>{name}</b> {said}</p>")
        });
        format!(
            "<tr><th scope=\"row\">{}<small>{}</small></th>{cells}<td>{verdict}</td></tr>",
            line.name,
            escape(&line.how)
        )
    };
    format!(
        "<table><thead><tr><td><small>{}</small> <b>{}</b></td>{head}<td></td></tr></thead><tbody>{}</tbody></table>",
        words.claim,
        words.measured,
        lines.iter().map(line).collect::<String>()
    )
}

fn short(measured: &Measured) -> Line {
    let words = words();
    let rows = measured.group(0);
    let verdict = rows.map(|rows| {
        if rows.iter().all(solved) {
            let best = quickest(&rows).map_or("", CellKind::name);
            ("agrees", fill(words.short_same, &[("best", best)]))
        } else {
            ("disagrees", counts(words.short_other, &rows))
        }
    });
    let cells = rows.map(|rows| rows.map(|row| of_row(&row)));
    Line { name: words.short, how: words.short_how.into(), claims: words.short_claims, cells, verdict }
}

fn long(measured: &Measured) -> Line {
    let words = words();
    let rows = measured.group(1);
    let verdict = rows.map(|rows| {
        if !solved(&rows[0]) && solved(&rows[1]) && solved(&rows[2]) {
            ("agrees", fill(words.long_agrees, &[("right", &format::percent(rows[0].all.right))]))
        } else {
            ("disagrees", counts(words.long_disagrees, &rows))
        }
    });
    let cells = rows.map(|rows| rows.map(|row| of_row(&row)));
    Line { name: words.long, how: words.long_how.into(), claims: words.long_claims, cells, verdict }
}

fn vanishing(measured: &Measured) -> Line {
    let words = words();
    let of = |cell| LAGS.map(|lag| format::share(Measured::left(&measured.runs.noise, cell, lag))).join(" · ");
    let [rnn, lstm] = [CellKind::Rnn, CellKind::Lstm].map(|cell| Measured::left(&measured.runs.noise, cell, LAGS[2]));
    let plain = Measured::left(&measured.runs.plain, CellKind::Lstm, LAGS[0]);
    let pairs = [("times", &*format::number(lstm / rnn)), ("plain", &format::share(plain))];
    Line {
        name: words.vanishing,
        how: words.vanishing_how.into(),
        claims: words.vanishing_claims,
        cells: Some(CellKind::ALL.map(of)),
        verdict: Some(("partly", fill(words.vanishing_said, &pairs))),
    }
}

fn complexity(measured: &Measured) -> Line {
    let words = words();
    let of = |cell: CellKind| {
        let (blocks, units, inputs) = measured.shape(cell);
        let numbers = [cell.gates().len(), blocks, units, inputs].map(|n| n.to_string());
        let count = format::count(blocks * units * (inputs + units));
        let [gates, blocks, units, inputs] = &numbers;
        fill(
            words.complexity_cell,
            &[("gates", gates), ("blocks", blocks), ("units", units), ("inputs", inputs), ("count", &count)],
        )
    };
    let (_, units, inputs) = measured.shape(CellKind::Rnn);
    Line {
        name: words.complexity,
        how: fill(words.complexity_how, &[("inputs", &inputs.to_string()), ("units", &units.to_string())]),
        claims: words.complexity_claims,
        cells: Some(CellKind::ALL.map(of)),
        verdict: Some(("agrees", words.complexity_said.to_owned())),
    }
}

fn speed(measured: &Measured) -> Line {
    let words = words();
    let (target, timed) = (measured.group(2), measured.group(4));
    let both = target.zip(timed);
    let is_timed = |row: &Row| row.all.extra > 0.0;
    let cells = both.map(|(target, timed)| {
        [0, 1, 2].map(|cell| {
            let (row, each) = (&target[cell], timed[cell].all.extra);
            if !is_timed(&timed[cell]) {
                return words.speed_none.to_owned();
            }
            let shown = format::short(each);
            if solved(row) {
                let total = format::short(each * row.steps / 1000.0);
                let steps = format::count(row.steps as usize);
                fill(words.speed_total, &[("each", &shown), ("steps", &steps), ("total", &total)])
            } else {
                fill(words.speed_never, &[("each", &shown)])
            }
        })
    });
    let verdict = both.map(|(target, timed)| {
        if !timed.iter().all(is_timed) {
            return ("partly", words.speed_recorded.to_owned());
        }
        let step = timed[2].all.extra / timed[1].all.extra;
        if !solved(&target[1]) || !solved(&target[2]) {
            return ("partly", fill(words.speed_step_only, &[("step", &format::percent(step))]));
        }
        let total = step * target[2].steps / target[1].steps;
        let pairs = [("step", &*format::percent(step)), ("total", &format::percent(total))];
        if step < 1.0 && total < 1.0 {
            let class = if solved(&target[0]) { "partly" } else { "agrees" };
            (class, fill(words.speed_said, &pairs))
        } else {
            ("disagrees", fill(words.speed_slower, &pairs))
        }
    });
    Line { name: words.speed, how: words.speed_how.into(), claims: words.speed_claims, cells, verdict }
}

fn parameters(measured: &Measured) -> Line {
    let words = words();
    let of = |cell: CellKind| {
        let (blocks, units, inputs) = measured.shape(cell);
        let [blocks, units, inputs] = [blocks, units, inputs].map(|n| n.to_string());
        let count = format::count(measured.parameters(cell));
        fill(words.parameters_cell, &[("blocks", &blocks), ("units", &units), ("inputs", &inputs), ("count", &count)])
    };
    let equal = State::from_fragment(&format!("{}&t_equal=yes", super::GROUPS[2].0)).0;
    let equal = Setup::new(&equal.settings, &Sets::default()).0;
    let [rnn, units, gru] = CellKind::ALL.map(|cell| equal.units_of(cell).to_string());
    Line {
        name: words.parameters,
        how: words.parameters_how.into(),
        claims: words.parameters_claims,
        cells: Some(CellKind::ALL.map(of)),
        verdict: Some(("agrees", fill(words.parameters_said, &[("units", &units), ("rnn", &rnn), ("gru", &gru)]))),
    }
}

fn memory(measured: &Measured) -> Line {
    let words = words();
    let of = |cell: CellKind| {
        let [weights, adam, states] =
            measured.bytes(cell).map(|bytes| format::count((bytes / 1000.0).round() as usize));
        fill(words.memory_cell, &[("weights", &weights), ("adam", &adam), ("states", &states)])
    };
    let lstm = measured.bytes(CellKind::Lstm);
    let level = &measured.setup.level;
    let steps = (level.task().steps)(level).to_string();
    Line {
        name: words.memory,
        how: fill(words.memory_how, &[("steps", &steps), ("batch", &measured.setup.sequences.to_string())]),
        claims: words.memory_claims,
        cells: Some(CellKind::ALL.map(of)),
        verdict: Some((
            "agrees",
            fill(words.memory_said, &[("share", &format::percent(lstm[2] / lstm.iter().sum::<f64>()))]),
        )),
    }
}

fn complex(measured: &Measured) -> Line {
    let words = words();
    let rows = measured.group(3);
    let verdict = rows.map(|rows| {
        if !solved(&rows[0]) && solved(&rows[1]) && solved(&rows[2]) {
            ("agrees", words.complex_agrees.to_owned())
        } else {
            ("disagrees", counts(words.complex_disagrees, &rows))
        }
    });
    let cells = rows.map(|rows| rows.map(|row| of_row(&row)));
    Line { name: words.complex, how: words.complex_how.into(), claims: words.complex_claims, cells, verdict }
}

fn best(measured: &Measured) -> Line {
    let words = words();
    let groups: Option<Vec<[Row; 3]>> = (0..4).map(|group| measured.group(group)).collect();
    let firsts = groups.map(|groups| groups.iter().map(quickest).collect::<Vec<_>>());
    let names: Vec<&str> = words.tasks.split(", ").collect();
    let cells = firsts.as_ref().map(|firsts| {
        CellKind::ALL.map(|cell| {
            let tasks: Vec<&str> =
                names.iter().zip(firsts).filter(|(_, first)| **first == Some(cell)).map(|(name, _)| *name).collect();
            if tasks.is_empty() {
                words.best_none.to_owned()
            } else {
                fill(words.best_cell, &[("tasks", &tasks.join(", "))])
            }
        })
    });
    let verdict = firsts.map(|firsts| match firsts[0] {
        Some(cell) if firsts.iter().all(|first| *first == Some(cell)) => {
            ("disagrees", fill(words.best_all, &[("cell", cell.name())]))
        }
        _ => ("partly", words.best_said.to_owned()),
    });
    Line { name: words.best, how: words.best_how.into(), claims: words.best_claims, cells, verdict }
}
