//! What the claims are judged by: the rows of their sweep, two runs of the Lab, and the equations. Compare has the lines of its
//! table made here.

use super::claims::{Cells, Claim, Contest, Learned, Line, Pace, Shape, Verdict, Why};
use super::jobs::GROUPS;
use crate::agreement::{Agreement, FEWER};
use crate::runs::TableRuns;
use crate::standing::{Made, Source, together};
use engine::trace::CellKind;
use learn::sweep::Row;
use learn::task::Sets;
use learn::training::Setup;
use model::lab::Run;
use model::settings::State;
use words::compare::{self, words};
use words::results::Solved;

/// Steps back at which the gradient is read.
const LAGS: [usize; 3] = [20, 50, 100];

/// What the claims are judged by: the runs of the sweep, five groups of three, and two runs of the Lab.
struct Evidence<'a> {
    rows: &'a [Option<Made>],
    runs: &'a TableRuns,
    setup: Setup,
}

/// Three rows, and where they are from.
type Three = ([Row; 3], Source);

impl Evidence<'_> {
    /// A group's rows, once all three are there.
    fn group(&self, number: usize) -> Option<Three> {
        let of = |cell: usize| self.rows.get(3 * number + cell).copied().flatten();
        let all = [of(0)?, of(1)?, of(2)?];
        Some((all.map(|made| made.row), together(all.map(|made| made.source))))
    }

    fn left(run: &Run, cell: CellKind, lag: usize) -> f64 {
        let reach = &run.lane(cell).reach;
        reach[reach.len() - 1 - lag]
    }

    fn shape(&self, cell: CellKind) -> Shape {
        let level = &self.setup.level;
        let inputs = (level.task().inputs)(level);
        Shape { gates: cell.gates().len(), blocks: cell.blocks().len(), units: self.setup.units, inputs }
    }

    /// Bytes of the weights, of Adam's means, and of what the way back needs.
    fn bytes(&self, cell: CellKind) -> [f64; 3] {
        let weights = 4.0 * self.setup.count(cell, self.setup.units) as f64;
        [weights, 2.0 * weights, self.setup.state_bytes(cell)]
    }
}

fn solved(row: &Row) -> bool {
    row.solved * 2 > row.runs
}

fn steps(row: &Row) -> Option<usize> {
    solved(row).then_some(row.steps as usize)
}

fn learned(rows: [Row; 3]) -> Cells {
    Cells::Learned(rows.map(|row| Learned {
        solved: Solved { solved: row.solved, runs: row.runs },
        steps: steps(&row),
        right: row.all.right,
    }))
}

fn counts(rows: &[Row; 3]) -> [usize; 3] {
    rows.map(|row| row.solved)
}

/// The steps of each cell; without an end where most of its runs have not solved the task.
fn taken(rows: &[Row; 3]) -> [f64; 3] {
    rows.map(|row| if solved(&row) { row.steps } else { f64::INFINITY })
}

/// The cell with the fewest steps; none where none has solved it.
fn quickest(rows: &[Row; 3]) -> Option<CellKind> {
    let steps = taken(rows);
    CellKind::ALL
        .into_iter()
        .min_by(|a, b| steps[*a as usize].total_cmp(&steps[*b as usize]))
        .filter(|cell| steps[*cell as usize].is_finite())
}

/// The cells that no other beats: those that solve it and whose steps another does not undercut by a fifth.
fn first(rows: &[Row; 3]) -> Vec<CellKind> {
    let steps = taken(rows);
    let least = steps.iter().copied().fold(f64::INFINITY, f64::min);
    CellKind::ALL
        .into_iter()
        .filter(|cell| steps[*cell as usize].is_finite() && least >= FEWER * steps[*cell as usize])
        .collect()
}

/// Whether numbers of RNN, LSTM and GRU stand in the usual order: the RNN's the least, the LSTM's the most.
fn in_order([rnn, lstm, gru]: [f64; 3]) -> Agreement {
    Agreement::when(rnn < gru && gru < lstm, rnn < lstm)
}

/// The claims, by the rows of their sweep and the runs of the Lab.
#[must_use]
pub fn claims(rows: &[Option<Made>], runs: &TableRuns) -> Vec<Line> {
    let setup = Setup::new(&State::from_fragment(GROUPS[2].0).0.settings, &Sets::default()).0;
    let evidence = Evidence { rows, runs, setup };
    vec![
        short(&evidence),
        long(&evidence),
        vanishing(&evidence),
        complexity(&evidence),
        speed(&evidence),
        parameters(&evidence),
        memory(&evidence),
        complex(&evidence),
        best(&evidence),
    ]
}

/// A line that follows from a group's rows.
fn judged(claim: Claim, how: &str, three: Option<Three>, judge: impl Fn(&[Row; 3]) -> Verdict) -> Line {
    Line {
        claim,
        how: how.to_owned(),
        cells: three.map(|(rows, _)| learned(rows)),
        verdict: three.map(|(rows, _)| judge(&rows)),
        source: three.map_or(Source::Here, |(_, source)| source),
    }
}

/// A line that follows from the equations.
fn computed(claim: Claim, how: String, cells: Cells, agrees: Agreement, why: Why) -> Line {
    Line { claim, how, cells: Some(cells), verdict: Some(Verdict { agrees, why }), source: Source::Computed }
}

fn short(evidence: &Evidence) -> Line {
    judged(Claim::Short, words().short_how, evidence.group(0), |rows| match quickest(rows) {
        Some(best) if first(rows).len() == 3 => Verdict { agrees: Agreement::Agrees, why: Why::ShortSame(best) },
        Some(best) if rows.iter().all(solved) => Verdict { agrees: Agreement::Agrees, why: Why::ShortFirst(best) },
        _ => Verdict { agrees: Agreement::Disagrees, why: Why::ShortOther(counts(rows)) },
    })
}

fn long(evidence: &Evidence) -> Line {
    judged(Claim::Long, words().long_how, evidence.group(1), |rows| {
        if !solved(&rows[0]) && solved(&rows[1]) && solved(&rows[2]) {
            Verdict { agrees: Agreement::Agrees, why: Why::Long(rows[0].all.right) }
        } else {
            Verdict { agrees: Agreement::Disagrees, why: Why::Other(counts(rows)) }
        }
    })
}

fn vanishing(evidence: &Evidence) -> Line {
    let of = |cell| LAGS.map(|lag| Evidence::left(&evidence.runs.noise, cell, lag));
    let [rnn, lstm, gru] = CellKind::ALL.map(|cell| Evidence::left(&evidence.runs.noise, cell, LAGS[2]));
    let plain = CellKind::ALL.map(|cell| Evidence::left(&evidence.runs.plain, cell, LAGS[0]));
    let resists = FEWER * lstm.min(gru) > rnn;
    let agrees = Agreement::when(resists && FEWER * plain[1].min(plain[2]) > plain[0], resists);
    let why = Why::Vanishing { times: lstm / rnn, plain };
    let cells = Cells::Left(CellKind::ALL.map(of));
    computed(Claim::Vanishing, words().vanishing_how.to_owned(), cells, agrees, why)
}

fn complexity(evidence: &Evidence) -> Line {
    let shape = evidence.shape(CellKind::Rnn);
    let cells = Cells::Products(CellKind::ALL.map(|cell| evidence.shape(cell)));
    let how = compare::complexity_how(shape.inputs, shape.units);
    let agrees = in_order(CellKind::ALL.map(|cell| evidence.shape(cell).products() as f64));
    computed(Claim::Complexity, how, cells, agrees, Why::Complexity)
}

fn speed(evidence: &Evidence) -> Line {
    let both = evidence.group(2).zip(evidence.group(4));
    let each = |row: &Row| (row.all.extra > 0.0).then_some(row.all.extra / 1000.0);
    let cells = both.map(|((target, _), (timed, _))| {
        Cells::Pace([0, 1, 2].map(|cell| Pace { each: each(&timed[cell]), steps: steps(&target[cell]) }))
    });
    let verdict = both.map(|((target, _), (timed, _))| {
        if timed.iter().any(|row| each(row).is_none()) {
            return Verdict { agrees: Agreement::Partly, why: Why::Untimed };
        }
        let step = timed[2].all.extra / timed[1].all.extra;
        if !solved(&target[1]) || !solved(&target[2]) {
            return Verdict { agrees: Agreement::Partly, why: Why::Step(step) };
        }
        let total = step * target[2].steps / target[1].steps;
        if step < 1.0 && total < FEWER {
            let all = solved(&target[0]);
            let agrees = if all { Agreement::Partly } else { Agreement::Agrees };
            Verdict { agrees, why: Why::Faster { step, total, all } }
        } else {
            Verdict { agrees: Agreement::Disagrees, why: Why::Slower { step, total } }
        }
    });
    let source = both.map_or(Source::Here, |((_, target), (_, timed))| together([target, timed]));
    Line { claim: Claim::Speed, how: words().speed_how.to_owned(), cells, verdict, source }
}

fn parameters(evidence: &Evidence) -> Line {
    let equal = State::from_fragment(&format!("{}&t_equal=yes", GROUPS[2].0)).0;
    let equal = Setup::new(&equal.settings, &Sets::default()).0;
    let [rnn, lstm, gru] = CellKind::ALL.map(|cell| equal.units_of(cell));
    let cells = Cells::Parameters(CellKind::ALL.map(|cell| evidence.shape(cell)));
    let why = Why::Parameters { lstm, rnn, gru };
    let agrees = in_order(CellKind::ALL.map(|cell| evidence.shape(cell).parameters() as f64));
    computed(Claim::Parameters, words().parameters_how.to_owned(), cells, agrees, why)
}

fn memory(evidence: &Evidence) -> Line {
    let lstm = evidence.bytes(CellKind::Lstm);
    let level = &evidence.setup.level;
    let how = compare::memory_how((level.task().steps)(level), evidence.setup.sequences);
    let cells = Cells::Memory(CellKind::ALL.map(|cell| evidence.bytes(cell)));
    let why = Why::Memory(lstm[2] / lstm.iter().sum::<f64>());
    let agrees = in_order(CellKind::ALL.map(|cell| evidence.bytes(cell).iter().sum()));
    computed(Claim::Memory, how, cells, agrees, why)
}

fn complex(evidence: &Evidence) -> Line {
    judged(Claim::Complex, words().complex_how, evidence.group(3), |rows| {
        if !solved(&rows[0]) && solved(&rows[1]) && solved(&rows[2]) {
            Verdict { agrees: Agreement::Agrees, why: Why::Complex }
        } else {
            Verdict { agrees: Agreement::Disagrees, why: Why::Other(counts(rows)) }
        }
    })
}

fn best(evidence: &Evidence) -> Line {
    let groups: Option<Vec<Three>> = (0..4).map(|group| evidence.group(group)).collect();
    let firsts: Option<Vec<Vec<CellKind>>> =
        groups.as_ref().map(|groups| groups.iter().map(|(rows, _)| first(rows)).collect());
    let first_in = |firsts: &[Vec<CellKind>], cell: CellKind| -> Vec<Contest> {
        Contest::ALL.into_iter().zip(firsts).filter(|(_, first)| first.contains(&cell)).map(|(own, _)| own).collect()
    };
    let cells = firsts.as_ref().map(|firsts| Cells::First(CellKind::ALL.map(|cell| first_in(firsts, cell))));
    let verdict = firsts.map(|firsts| match firsts[0][..] {
        [cell] if firsts.iter().all(|first| first[..] == [cell]) => {
            Verdict { agrees: Agreement::Disagrees, why: Why::BestAll(cell) }
        }
        _ => Verdict { agrees: Agreement::Partly, why: Why::BestNone },
    });
    let source = groups.map_or(Source::Here, |groups| together(groups.iter().map(|(_, source)| *source)));
    Line { claim: Claim::Best, how: words().best_how.to_owned(), cells, verdict, source }
}

#[cfg(test)]
mod tests {
    use super::super::jobs::jobs;
    use super::*;
    use crate::standing::Shown;
    use learn::sweep::{Outcome, Recorded, SEEDS};
    use model::command::{ComparisonKey, SweepKey};

    fn recorded() -> Shown {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets/recorded.txt"));
        let key = ComparisonKey::Table;
        let runs = SEEDS * jobs(key).len();
        let outcomes = Recorded::read(&text.unwrap()).outcomes(&SweepKey::Compare(key).to_string(), runs);
        Shown { before: Some((Source::Recorded, outcomes)), ..Shown::default() }
    }

    fn lines(shown: &Shown) -> Vec<Line> {
        claims(&shown.rows(jobs(ComparisonKey::Table).len()), &TableRuns::new())
    }

    #[test]
    fn every_claim_stands_beside_what_was_recorded_with_a_verdict() {
        let lines = lines(&recorded());
        assert_eq!(lines.len(), 9);
        for line in &lines {
            let cells = line.cells.as_ref().unwrap().said();
            assert!(cells.iter().all(|cell| !cell.is_empty() && !cell.contains("NaN")), "{cells:?}");
            assert!(!line.verdict.unwrap().said().contains("NaN"));
            assert!(line.claim.usual().iter().all(|usual| !usual.is_empty()));
        }
        let source = |claim: Claim| lines.iter().find(|line| line.claim == claim).unwrap().source;
        assert_eq!(source(Claim::Short), Source::Recorded);
        assert_eq!(source(Claim::Memory), Source::Computed);
    }

    #[test]
    fn without_runs_what_follows_from_the_equations_stands_alone() {
        let there: Vec<Claim> =
            lines(&Shown::default()).iter().filter(|line| line.cells.is_some()).map(|line| line.claim).collect();
        assert_eq!(there, [Claim::Vanishing, Claim::Complexity, Claim::Parameters, Claim::Memory]);
    }

    #[test]
    fn what_is_counted_is_the_fields_arithmetic() {
        // H = 32, I = 2: 32 × 34 multiply-adds a block; PyTorch's two biases add 2 × 32.
        let lines = lines(&Shown::default());
        let said = |claim: Claim| lines.iter().find(|line| line.claim == claim).unwrap().cells.as_ref().unwrap().said();
        assert!(
            said(Claim::Complexity)[0].ends_with("1 × 32 × (2 + 32) = 1\u{202f}088"),
            "{:?}",
            said(Claim::Complexity)
        );
        assert!(said(Claim::Parameters)[1].ends_with("4 × 32 × (2 + 32 + 2) = 4\u{202f}608"));
    }

    #[test]
    fn steps_that_differ_by_less_than_a_fifth_make_no_cell_better() {
        let rows = |steps: [f64; 3]| steps.map(|steps| Row { runs: SEEDS, solved: SEEDS, steps, ..Row::default() });
        assert_eq!(first(&rows([100.0, 120.0, 126.0])), [CellKind::Rnn, CellKind::Lstm]);
        assert_eq!(first(&rows([659.0, 700.0, 471.0])), [CellKind::Gru]);
        let mut none = rows([100.0; 3]);
        none[0].solved = 1;
        assert_eq!(first(&none), [CellKind::Lstm, CellKind::Gru]);
    }

    #[test]
    fn what_is_recorded_leads_to_each_verdict() {
        let lines = lines(&recorded());
        let verdict = |claim: Claim| lines.iter().find(|line| line.claim == claim).unwrap().verdict.unwrap();
        for claim in [Claim::Short, Claim::Long, Claim::Complexity, Claim::Parameters, Claim::Memory] {
            assert_eq!(verdict(claim).agrees, Agreement::Agrees, "{claim:?}");
        }
        assert!(matches!(verdict(Claim::Short).why, Why::ShortSame(_)));
        assert_eq!(verdict(Claim::Vanishing).agrees, Agreement::Partly);
        assert_eq!(verdict(Claim::Best).why, Why::BestNone);
        assert_eq!(in_order([1.0, 4.0, 3.0]), Agreement::Agrees);
        assert_eq!(in_order([1.0, 3.0, 4.0]), Agreement::Partly);
        assert_eq!(in_order([4.0, 3.0, 1.0]), Agreement::Disagrees);
    }

    #[test]
    fn a_gru_that_is_slower_is_said_to_be() {
        let mut shown = recorded();
        let Some((_, outcomes)) = shown.before.take() else { panic!() };
        shown.outcomes = outcomes;
        // Times of the last group: RNN 1 ms, LSTM 2 ms, GRU 3 ms a step.
        for (place, outcome) in shown.outcomes.iter_mut().enumerate().skip(12 * SEEDS) {
            *outcome = Some(Outcome { extra: ((place - 12 * SEEDS) / SEEDS + 1) as f64, ..outcome.unwrap() });
        }
        let lines = lines(&shown);
        let speed = lines.iter().find(|line| line.claim == Claim::Speed).unwrap();
        assert_eq!(speed.source, Source::Here);
        let verdict = speed.verdict.unwrap();
        assert_eq!(verdict.agrees, Agreement::Disagrees);
        assert!(verdict.said().starts_with("A GRU step takes 150"), "{}", verdict.said());
    }
}
