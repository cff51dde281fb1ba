//! An entry's runs of training: the button that begins them, how far they are, what they came to.

use leptos::prelude::*;

use course::lesson::{Outcomes, Runs, Trained};
use engine::trace::CellKind;
use kit::{Availability, Button, Column, ColumnKind, Progress, ProgressLine, Table};
use model::command::{Command, SweepKey};
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::lesson::words;
use words::results;

use crate::view::live::{part, shows, text};
use crate::view::store::Store;

/// How the runs of a sweep stand. Everything stays in its place while they are made.
#[component]
pub fn RunsTold(
    /// What begins them.
    sweep: SweepKey,
    /// How they stand.
    #[prop(into)]
    runs: Signal<Option<Runs>>,
    /// Whether they can be begun here. Under way they can be cancelled in any case.
    #[prop(into, default = Signal::stored(true))]
    offers: Signal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = results::words();
    let under_way = Memo::new(move |_| runs.with(|runs| runs.as_ref()?.under_way));
    let runs_now = Memo::new(move |_| under_way.with(Option::is_some));
    let seconds = Memo::new(move |_| runs.with(|runs| runs.as_ref().map_or(0.0, |runs| runs.seconds)));
    let label = move || {
        if runs_now.get() {
            words.cancel.to_owned()
        } else if seconds.get() > 0.0 {
            results::run_time(seconds.get())
        } else {
            words.run.to_owned()
        }
    };
    let waits = Memo::new(move |_| runs.with(|runs| runs.as_ref().is_some_and(|runs| runs.waits)));
    let availability = Signal::derive(move || {
        let waits = waits.get() && !runs_now.get();
        if waits { Availability::Off(words.waits.to_owned()) } else { Availability::Ready }
    });
    let source = move || {
        let source = runs.with(|runs| runs.as_ref().map(|runs| runs.source.clone()).unwrap_or_default());
        match (waits.get() && !runs_now.get(), source.is_empty()) {
            (true, _) => words.waits.to_owned(),
            (false, true) => words.nothing.to_owned(),
            (false, false) => source,
        }
    };
    let source = text(source);
    let press = move || {
        let command = if runs_now.get_untracked() { Command::CancelSweep } else { Command::Sweep(sweep) };
        store.command(command);
    };
    let progress = Signal::derive(move || Progress::Part(under_way.get().unwrap_or_default()));
    let line = move || view! { <ProgressLine label=words.run progress shown=source /> }.into_any();
    let said = move || view! { <p class="runs-said" use:shows=source></p> }.into_any();
    let head = Memo::new(move |_| runs.with(|runs| runs.as_ref().map_or(vec![], |runs| head(&runs.outcomes))));
    let table = move || {
        let columns = head.get();
        (!columns.is_empty()).then(|| {
            let rows =
                Signal::derive(move || runs.with(|runs| runs.as_ref().map_or(vec![], |runs| rows(&runs.outcomes))));
            view! { <Table caption=words.done_here columns rows /> }
        })
    };
    view! {
        <div class="runs">
            <div class="runs-begin">
                {part(move || (offers.get() || runs_now.get()).then(|| view! { <Button label=text(label) availability press /> }))}
                {part(move || if runs_now.get() { line() } else { said() })}
            </div>
            {part(table)}
        </div>
    }
}

/// The columns of what runs came to; none where there is nothing to tell.
fn head(outcomes: &Outcomes) -> Vec<Column> {
    let words = words();
    let heads: &[&str] = match outcomes {
        Outcomes::Nothing => &[],
        Outcomes::Trained(_) => &[words.run, words.solved, words.steps, words.loss, words.right_share],
        Outcomes::Timed(_) => &[words.run, words.micro],
    };
    let column = |(place, head): (usize, &&str)| Column {
        head: (*head).to_owned(),
        kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
    };
    heads.iter().enumerate().map(column).collect()
}

fn rows(outcomes: &Outcomes) -> Vec<Vec<String>> {
    match outcomes {
        Outcomes::Nothing => vec![],
        Outcomes::Trained(all) => {
            let losses = losses(outcomes);
            all.iter().map(|(name, run)| trained(name, run.as_ref(), &losses)).collect()
        }
        Outcomes::Timed(all) => {
            let times = Group::new(Measure::Number, all.iter().map(|(_, milliseconds)| 1000.0 * milliseconds));
            let time = |milliseconds: f64| times.column(1000.0 * milliseconds, Digits::Table);
            all.iter().map(|(name, milliseconds)| vec![named(name), time(*milliseconds)]).collect()
        }
    }
}

/// What a run is called: a cell's name as it is written everywhere.
pub fn named(name: &str) -> String {
    let cell = CellKind::ALL.into_iter().find(|cell| cell.key() == name);
    cell.map_or_else(|| name.replace('_', " "), |cell| cell.name().to_owned())
}

/// The losses that runs end at, which are compared.
pub fn losses(outcomes: &Outcomes) -> Group {
    let all = if let Outcomes::Trained(all) = outcomes { &all[..] } else { &[] };
    Group::new(Measure::Number, all.iter().filter_map(|(_, run)| run.as_ref().map(|run| run.loss)))
}

fn trained(name: &str, run: Option<&Trained>, losses: &Group) -> Vec<String> {
    let Some(run) = run else { return vec![named(name), "…".to_owned()] };
    let of_runs = [("n", &*run.solved.to_string()), ("all", &run.seeds.to_string())];
    vec![
        named(name),
        fill(words().of_runs, &of_runs),
        run.steps.map_or("–".to_owned(), format::count),
        losses.column(run.loss, Digits::Table),
        format::percent(run.right),
    ]
}
