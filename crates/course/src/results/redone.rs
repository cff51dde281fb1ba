//! The papers, redone: what each of their runs came to, and whether that agrees.

use super::finding::Verdict;
use super::papers::{self, Paper};
use super::plot::{Plot, plot};
use super::trained::Trained;
use super::worth::Matrix;
use crate::standing::{Made, Shown, Source, together};
use crate::sweeps::jobs;
use learn::sweep::{Extra, Job, Row};
use learn::training::ABLATIONS;
use model::command::{PaperKey, SweepKey};
use model::keys::Key;
use model::settings::Settings;
use serde::{Deserialize, Serialize};

/// All of the view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The papers, oldest first.
    pub papers: Vec<Redone>,
    /// What each part is worth on every task; none before the recorded runs have come.
    pub matrix: Option<Matrix>,
}

/// A paper's experiment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Redone {
    /// The paper.
    pub key: PaperKey,
    /// Its runs.
    pub lines: Vec<Line>,
    /// What is measured beside training; none where nothing is.
    pub beside: Option<Beside>,
    /// Its runs as figures.
    pub plots: Vec<Plot>,
    /// What comes of it, and where that is from; none before all runs are there.
    pub verdict: Option<(Verdict, Source)>,
    /// The part of an address that opens the run in Train that the verdict rests on.
    pub opens: String,
}

/// What is measured beside training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Beside {
    /// ‖λ_1‖ / ‖λ_50‖, the gradient that is left 49 steps back.
    Left,
    /// The gradient's norm at the noun that decides, over the mean of all words.
    Ratio,
}

/// A run of three seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What is trained.
    pub label: String,
    /// What came of it; none before it is there.
    pub made: Option<Came>,
}

/// What came of a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Came {
    /// What training came to; none where nothing is trained.
    pub trained: Option<Trained>,
    /// What [`Beside`] names.
    pub beside: Option<f64>,
    /// Where it is from.
    pub source: Source,
}

/// The papers, by how their sweeps stand.
#[must_use]
pub fn redone(shown: impl Fn(SweepKey) -> Shown, matrix: Option<Matrix>) -> Results {
    let papers = papers::all().iter().map(|paper| of_paper(paper, &shown(SweepKey::Paper(paper.key)))).collect();
    Results { papers, matrix }
}

fn of_paper(paper: &Paper, shown: &Shown) -> Redone {
    let all = jobs(SweepKey::Paper(paper.key), &Settings::default());
    let made = shown.rows(all.len());
    let whole: Option<Vec<Row>> = made.iter().map(|made| made.map(|made| made.row)).collect();
    let source = together(made.iter().flatten().map(|made| made.source));
    let beside = all.iter().find_map(|job| match job.extra {
        Extra::Bound(_) => Some(Beside::Left),
        Extra::Connectivity => Some(Beside::Ratio),
        _ => None,
    });
    let line = |(job, made): (&Job, Option<Made>)| {
        let is_trained = !matches!(job.extra, Extra::Bound(_));
        let made = made.map(|Made { row, source }| Came {
            trained: is_trained.then(|| Trained::of(&row)),
            beside: (!is_trained || beside == Some(Beside::Ratio)).then_some(row.all.extra),
            source,
        });
        Line { label: job.label.clone(), made }
    };
    Redone {
        key: paper.key,
        lines: all.iter().zip(made).map(line).collect(),
        beside,
        plots: (paper.plans)().iter().filter_map(|plan| plot(plan, &all, shown)).collect(),
        verdict: whole.map(|rows| ((paper.verdict)(&rows), source)),
        opens: all.get(paper.opens).map_or(String::new(), opening),
    }
}

/// The part of an address that opens a job's settings in Train; what was chosen before is taken back.
fn opening(job: &Job) -> String {
    let chosen = Key::ALL.iter().copied().filter(|key| key.scope().is_of_training());
    let all = chosen.chain(ABLATIONS.iter().map(|part| part.key)).map(Key::name);
    let others = all.filter(|name| !job.fragment.contains(&format!("{name}=")));
    let others: String = others.map(|name| format!("{name}=&")).collect();
    format!("view=train&{others}{}", job.fragment)
}

#[cfg(test)]
mod tests {
    use super::super::about;
    use super::*;
    use crate::agreement::Agreement;
    use learn::sweep::{Recorded, SEEDS};
    use words::plots::{Mark, Shows};
    use words::results::Solved;

    /// What is shipped with the page.
    fn recorded() -> Recorded {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets/recorded.txt"));
        Recorded::read(&text.unwrap_or_default())
    }

    fn shown(recorded: &Recorded, key: SweepKey) -> Shown {
        let outcomes = recorded.outcomes(&key.to_string(), SEEDS * jobs(key, &Settings::default()).len());
        Shown { before: Some((Source::Recorded, outcomes)), ..Shown::default() }
    }

    #[test]
    fn every_paper_has_a_verdict_and_a_sentence_from_what_was_recorded() {
        let recorded = recorded();
        let results = redone(|key| shown(&recorded, key), None);
        assert_eq!(results.papers.len(), PaperKey::ALL.len());
        for paper in &results.papers {
            let Some((verdict, Source::Recorded)) = &paper.verdict else { panic!("{:?} has no verdict", paper.key) };
            let said = verdict.finding.said();
            assert!(said.ends_with(['.', ')']) && !said.contains("NaN"), "{:?}: {said}", paper.key);
            assert!(paper.lines.iter().all(|line| line.made.is_some()), "{:?}", paper.key);
            assert!(!paper.plots.is_empty(), "{:?} has a figure", paper.key);
            assert!(paper.plots.iter().flat_map(|plot| &plot.columns).all(|column| column.seeds.len() == SEEDS));
            assert!(about(paper.key).link.starts_with("https://"));
            assert!(paper.opens.starts_with("view=train&"));
        }
    }

    /// The recorded file says: 3 of 3 solved at T = 5, none at T = 80.
    #[test]
    fn what_bengio_found_agrees_and_is_said_with_its_runs() {
        let recorded = recorded();
        let results = redone(|key| shown(&recorded, key), None);
        let paper = &results.papers[0];
        let (verdict, _) = paper.verdict.clone().unwrap();
        assert_eq!(verdict.agrees, Agreement::Agrees);
        assert_eq!(verdict.finding.said(), "Solved at T = 5 in 3 of 3 runs, at T = 80 in 0 of 3.");
        let trained = paper.lines[4].made.unwrap().trained.unwrap();
        assert_eq!((trained.solved, trained.steps), (Solved { solved: 0, runs: 3 }, None));
    }

    /// The recorded file says: 2 442, 1 898 and 1 646 steps of 32 sequences; the RNN makes all 4 000.
    #[test]
    fn a_figure_has_what_each_seed_came_to_and_the_papers_own_number() {
        let recorded = recorded();
        let results = redone(|key| shown(&recorded, key), None);
        let plot = &results.papers[1].plots[0];
        assert_eq!((plot.shows, plot.mark), (Shows::Sequences(128_000), Some(Mark::Paper(74_000.0))));
        assert_eq!(plot.columns[0].seeds, [1646.0, 1898.0, 2442.0].map(|steps| steps * 32.0));
        assert_eq!(plot.columns[1].seeds, [128_000.0; 3]);
        let diverged = &results.papers[4].plots[0].columns[1];
        assert_eq!(diverged.seeds, [f64::INFINITY; 3], "what diverges has no loss at its end");
        // Of greff2015 both tasks.
        assert_eq!(results.papers[6].plots.len(), 2);
        assert_eq!(results.papers[6].plots[1].columns.len(), 6);
    }

    #[test]
    fn before_anything_has_come_no_verdict_is_given() {
        let results = redone(|_| Shown::default(), None);
        assert!(results.papers.iter().all(|paper| paper.verdict.is_none()));
        assert!(results.papers.iter().flat_map(|paper| &paper.lines).all(|line| line.made.is_none()));
    }
}
