//! Sweeps as HTML: the list of papers, and what each part of a cell is worth.

use super::papers::{self, Agreement, Paper, of};
use crate::sweeps::{jobs, name};
use learn::sweep::{Outcome, Recorded, Row, SEEDS, ablations, rows};
use learn::task::{TASKS, Task};
use learn::training::ABLATIONS;
use model::command::{Command, SweepKey};
use model::keys::Key;
use model::settings::{Settings, State};
use pictures::html::{escape, table};
use pictures::training::task_name;
use words::format;
use words::results::{self, words};

/// The file of the runs that are shipped.
pub const RECORDED: &str = "recorded.txt";

/// Steps over steps that are called alike: three seeds do not tell them apart.
const ALIKE: std::ops::Range<f64> = 0.8..1.25;

/// How a sweep stands: what its runs came to, and where that is from.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Its runs.
    pub outcomes: Vec<Option<Outcome>>,
    /// In words, where they are from.
    pub source: String,
    /// How much is done while it is under way, from 0 to 1.
    pub under_way: Option<f64>,
    /// Another is under way, which has the machine for itself.
    pub waits: bool,
}

impl Shown {
    /// Its runs as they were recorded; empty where none is.
    #[must_use]
    pub fn recorded(outcomes: Vec<Option<Outcome>>) -> Self {
        let words = words();
        let source = if outcomes.iter().all(Option::is_some) { words.recorded } else { words.nothing };
        Self { outcomes, source: source.to_owned(), ..Self::default() }
    }
}

/// The word of how far a sweep is.
#[must_use]
pub fn said(outcomes: &[Option<Outcome>], left: Option<f64>) -> String {
    let (done, all) = (outcomes.iter().flatten().count(), outcomes.len());
    match left {
        Some(left) => results::under_way(done, all, left),
        None => results::under_way_first(done, all),
    }
}

/// The page's parts: a heading, the papers, and what each came to. `seconds` says how long a sweep took when it was recorded.
#[must_use]
pub fn list(
    shown: impl Fn(SweepKey) -> Shown,
    seconds: impl Fn(SweepKey) -> f64,
    all_tasks: String,
) -> Vec<(String, String)> {
    let words = words();
    let all = papers::all();
    let entry = |paper: &Paper| {
        format!(
            "<article class=\"paper\"><h3><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a></h3><dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl><div id=\"sweep-{}\"></div></article>",
            paper.link,
            paper.cite,
            words.paper_found,
            paper.found,
            words.done_here,
            paper.here,
            paper.key.key()
        )
    };
    let entries: String = all.iter().map(entry).collect();
    let empty = ["train-head", "train-buttons", "train-moment", "train-sweep"].map(|id| (id.to_owned(), String::new()));
    let mut parts = vec![
        ("train-controls".to_owned(), format!("<h2>{}</h2><p class=\"how\">{}</p>", words.title, words.intro)),
        ("train-own".to_owned(), format!("<div class=\"papers\">{entries}<div id=\"sweep-all\"></div></div>")),
        ("sweep-all".to_owned(), all_tasks),
    ];
    parts.extend(empty);
    parts.extend(all.iter().map(|paper| {
        let key = SweepKey::Paper(paper.key);
        (format!("sweep-{key}"), of_paper(paper, &shown(key), seconds(key)))
    }));
    parts
}

/// What a sweep came to, in its place in the page.
#[must_use]
pub fn panel(key: SweepKey, settings: &Settings, shown: &Shown, seconds: f64) -> String {
    match papers::all().iter().find(|paper| SweepKey::Paper(paper.key) == key) {
        Some(paper) => of_paper(paper, shown, seconds),
        None => of_ablations(settings, shown),
    }
}

/// The button that begins or ends a sweep, and how it stands.
#[must_use]
pub fn buttons(key: SweepKey, shown: &Shown, seconds: f64) -> String {
    let words = words();
    match shown.under_way {
        Some(share) => format!(
            "<button data-command=\"{}\">{}</button><progress max=\"1\" value=\"{share:.3}\" aria-label=\"{}\"></progress><span class=\"said\">{}</span>",
            Command::CancelSweep.written(),
            words.cancel,
            words.run,
            shown.source
        ),
        None => {
            let run = if seconds > 0.0 { results::run_time(seconds) } else { words.run.to_owned() };
            let (off, source) = match (shown.waits, &*shown.source) {
                (true, _) => (" disabled", words.waits),
                (_, "") => ("", words.nothing),
                (_, source) => ("", source),
            };
            let command = Command::Sweep(key).written();
            format!("<button data-command=\"{command}\"{off}>{run}</button><span class=\"said\">{source}</span>")
        }
    }
}

fn of_paper(paper: &Paper, shown: &Shown, seconds: f64) -> String {
    let words = words();
    let all = jobs(SweepKey::Paper(paper.key), &Settings::default());
    let rows = rows(&shown.outcomes);
    let whole: Option<Vec<Row>> =
        rows.iter().copied().collect::<Option<Vec<_>>>().filter(|rows| rows.len() == all.len());
    let verdict = whole.map(|rows| (paper.verdict)(&rows));
    let verdict = verdict.map_or(String::new(), |verdict| {
        let (class, name) = match verdict.agrees {
            Agreement::Agrees => ("agrees", words.agrees),
            Agreement::Partly => ("partly", words.partly),
            Agreement::Disagrees => ("disagrees", words.disagrees),
        };
        format!("<p class=\"verdict {class}\"><b>{name}</b> {}</p>", escape(&verdict.said))
    });
    let open = all.get(paper.opens).map_or(String::new(), |job| {
        // What was chosen before is taken back.
        let chosen = Key::ALL.iter().copied().filter(|key| key.scope().is_of_training());
        let all = chosen.chain(ABLATIONS.iter().map(|part| part.key)).map(Key::name);
        let others = all.filter(|name| !job.fragment.contains(&format!("{name}=")));
        let others: String = others.map(|name| format!("{name}=&")).collect();
        let value = escape(&format!("view=train&{others}{}", job.fragment));
        format!("<button data-key=\"apply\" data-value=\"{value}\">{}</button>", words.settings)
    });
    let bound = all.iter().any(|job| matches!(job.extra, learn::sweep::Extra::Bound(_)));
    let connected = all.iter().any(|job| matches!(job.extra, learn::sweep::Extra::Connectivity));
    let extra = if bound {
        Some(words.left_column)
    } else if connected {
        Some(words.ratio_column)
    } else {
        None
    };
    let head = [words.run_column, words.solved_column, words.steps_column, words.loss_column].into_iter().chain(extra);
    let head: Vec<String> = head.map(str::to_owned).collect();
    let line = |(job, row): (&learn::sweep::Job, Option<Row>)| {
        let trained = !matches!(job.extra, learn::sweep::Extra::Bound(_));
        let mut cells = vec![escape(&job.label)];
        match row {
            None => cells.extend(["…".to_owned(), String::new(), String::new()]),
            Some(row) if trained => cells.extend([
                of(&row).to_string(),
                // A median that most runs have not reached is none.
                if row.solved * 2 > row.runs { format::count(row.steps as usize) } else { "–".to_owned() },
                format::number(row.all.loss),
            ]),
            Some(_) => cells.extend(["–".to_owned(), "–".to_owned(), "–".to_owned()]),
        }
        if extra.is_some() {
            let measured = row.filter(|_| !trained || connected).map(|row| format::number(row.all.extra));
            cells.push(measured.unwrap_or_else(|| "–".to_owned()));
        }
        cells
    };
    let filled = rows.into_iter().chain(std::iter::repeat(None));
    let numbers = if shown.outcomes.iter().any(Option::is_some) || shown.under_way.is_some() {
        table(&head, all.iter().zip(filled).map(line))
    } else {
        String::new()
    };
    format!(
        "{verdict}<div class=\"run\">{}{open}</div><div class=\"scroll\" tabindex=\"0\">{numbers}</div>",
        buttons(SweepKey::Paper(paper.key), shown, seconds)
    )
}

/// What each part of the cells is worth on the task that is chosen.
fn of_ablations(settings: &Settings, shown: &Shown) -> String {
    let words = words();
    let all = jobs(SweepKey::Ablations, settings);
    let rows = rows(&shown.outcomes);
    let row = |place: usize| rows.get(place).copied().flatten();
    let head = [words.run_column, words.solved_column, words.steps_column, words.loss_column, words.ablations_cost];
    let head: Vec<String> = head.map(str::to_owned).into();
    let cells = ablations::cells();
    let lines = all.iter().enumerate().map(|(place, job)| {
        let first = (0..=place).rev().find(|k| cells[*k].1.is_none()).unwrap_or_default();
        let label = format!("{}: {}", job.cell.name(), job.label);
        let Some(own) = row(place) else {
            return vec![label, "…".into(), String::new(), String::new(), String::new()];
        };
        let cost = match row(first) {
            _ if first == place => String::new(),
            None => String::new(),
            Some(whole) => cost(&own, &whole),
        };
        vec![
            label,
            of(&own).to_string(),
            if own.solved * 2 > own.runs { format::count(own.steps as usize) } else { "–".to_owned() },
            format::number(own.all.loss),
            cost,
        ]
    });
    let numbers = if shown.outcomes.is_empty() { String::new() } else { table(&head, lines) };
    format!(
        "<div class=\"run\">{}</div><div class=\"scroll\" tabindex=\"0\">{numbers}</div>",
        buttons(SweepKey::Ablations, shown, 0.0)
    )
}

/// What a part is worth, by a row without it and the whole's.
fn cost(without: &Row, whole: &Row) -> String {
    let words = words();
    match (without.solved * 2 > without.runs, whole.solved * 2 > whole.runs) {
        (true, true) => {
            let times = without.steps / whole.steps.max(1.0);
            if ALIKE.contains(&times) { words.ablations_same.to_owned() } else { results::ablations_times(times) }
        }
        (true, false) => words.ablations_better.to_owned(),
        (false, true) => words.ablations_not.to_owned(),
        (false, false) => words.ablations_neither.to_owned(),
    }
}

/// What each part is worth on every task, as it was recorded: a row a part, a column a task.
#[must_use]
pub fn matrix(recorded: &Recorded) -> String {
    let words = words();
    let tasks = TASKS.iter().filter(|task| !task.key.starts_with("own_"));
    let column = |task: &Task| {
        let settings = State::from_fragment(&format!("task={}", task.key)).0.settings;
        let all = rows(&recorded.outcomes(&name(SweepKey::Ablations, &settings), ablations::cells().len() * SEEDS));
        let rows: Option<Vec<Row>> = all.into_iter().collect();
        rows.map(|rows| (task_name(task), rows))
    };
    let columns: Vec<(&str, Vec<Row>)> = tasks.filter_map(column).collect();
    if columns.is_empty() {
        return String::new();
    }
    let head: Vec<String> =
        std::iter::once(String::new()).chain(columns.iter().map(|(name, _)| (*name).to_owned())).collect();
    let labels = jobs(SweepKey::Ablations, &Settings::default());
    let cells = ablations::cells();
    let lines = cells.iter().enumerate().filter(|(_, (_, part))| part.is_some()).map(|(place, (cell, _))| {
        let whole = (0..=place).rev().find(|k| cells[*k].1.is_none()).unwrap_or_default();
        let costs = columns.iter().map(|(_, rows)| short_cost(&rows[place], &rows[whole]));
        std::iter::once(format!("{}: {}", cell.name(), labels[place].label)).chain(costs).collect()
    });
    format!(
        "<article class=\"paper wide\"><h3>{}</h3><p class=\"how\">{}</p><div class=\"scroll\" tabindex=\"0\">{}</div></article>",
        words.matrix,
        words.matrix_how,
        table(&head, lines)
    )
}

/// What a part is worth, in a cell of the matrix.
fn short_cost(without: &Row, whole: &Row) -> String {
    let words = words();
    match (without.solved * 2 > without.runs, whole.solved * 2 > whole.runs) {
        (true, true) => {
            let times = without.steps / whole.steps.max(1.0);
            let said = format!("×{}", format::short(times));
            if ALIKE.contains(&times) { format!("<i>{said}</i>") } else { said }
        }
        (true, false) => words.matrix_better.to_owned(),
        (false, true) => format!("<b class=\"miss\">{}</b>", words.matrix_not),
        (false, false) => "–".to_owned(),
    }
}

/// Where the ablations stand in Train: a part that never changes, and, in it, one that does.
#[must_use]
pub fn frame() -> String {
    let words = words();
    format!(
        "<details class=\"sweep\"><summary>{}</summary><p class=\"how\">{}</p><div id=\"sweep-{}\"></div></details>",
        words.ablations,
        words.ablations_how,
        SweepKey::Ablations
    )
}

/// A sweep whose runs have just been made, in so many seconds.
#[must_use]
pub fn done(outcomes: Vec<Option<Outcome>>, seconds: f64) -> Shown {
    Shown { outcomes, source: results::measured(seconds), ..Shown::default() }
}

/// A sweep that could not be made, and why.
#[must_use]
pub fn failed(why: &str) -> Shown {
    let source = results::failed(&escape(why));
    Shown { source, ..Shown::default() }
}

/// Sweeps that were measured before, as they were kept: a line each, with its name and its outcomes between tabs.
#[must_use]
pub fn kept_before(text: &str) -> Vec<(String, Shown)> {
    let sweep = |line: &str| {
        let (name, runs) = line.split_once('\t')?;
        let outcomes: Vec<Option<Outcome>> =
            runs.split('\t').map(|run| Outcome::read(run).map(Some)).collect::<Option<_>>()?;
        Some((name.to_owned(), Shown { outcomes, source: words().kept.to_owned(), ..Shown::default() }))
    };
    text.lines().filter_map(sweep).collect()
}
