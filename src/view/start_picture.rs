//! The picture of Start, to be taken along: the words, the three chains, and what of the error arrives.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::{Answer, Answered, Palette, record, samples};
use model::settings::Settings;
use words::along;
use words::fill;
use words::format::{Digits, Group, Measure};
use words::start::{one_in, verdict, words};

use super::figure::{Marks, TakeOf};
use super::reach::chart;
use super::store::Store;
use super::taking::Take;

/// What it shows, in a sentence.
fn title(store: Store) -> String {
    let mark = store.settings.with(Settings::mark_step);
    let told = store.run.with(|run| {
        let share = |cell: CellKind| run.lane(cell).reach.get(mark).copied().unwrap_or(f64::NAN);
        verdict(&CellKind::ALL.map(|cell| (cell.name(), share(cell))))
    });
    format!("{} {told}", words().question).trim_end().to_owned()
}

fn marks(store: Store, palette: &Palette) -> Option<Marks> {
    let ends = store.settings.with(|settings| (settings.mark_step(), settings.read_step()));
    let word = store.sequence.with(|sequence| sequence.labels.get(ends.0).cloned().unwrap_or_default());
    let arrives = fill(words().arrives, &[("mark", &word)]);
    let shares = Group::new(Measure::Share, samples().map(|(share, _)| share));
    store.run.with(|run| {
        let share = |cell: CellKind| run.lane(cell).reach.get(ends.0).copied().unwrap_or(f64::NAN);
        let group = Group::new(Measure::Share, CellKind::ALL.map(share));
        let answer = |cell: CellKind| Answer {
            cell,
            shares: run.lane(cell).reach.get(..=ends.1).unwrap_or_default(),
            written: [group.write(share(cell), Digits::Headline), one_in(share(cell))],
        };
        store.sequence.with(|sequence| {
            let answered = Answered {
                words: &sequence.labels,
                ends,
                answers: CellKind::ALL.map(answer).into(),
                arrives: &arrives,
                back: words().back,
                samples: samples().map(|(share, _)| shares.write(share, Digits::Significant(1))),
                whole: words().whole,
            };
            Some((answered.size(), record(answered.size(), |drawing| answered.draw(drawing, palette)).ok()?))
        })
    })
}

/// The controls.
#[component]
pub fn StartPicture() -> impl IntoView {
    let store: Store = expect_context();
    let title = Signal::derive(move || title(store));
    let draws = Callback::new(move |palette: Palette| untrack(|| marks(store, &palette)));
    let table = Signal::derive(move || figures::table(&chart(store)));
    view! {
        <div class="along">
            <h3>{along::words().start}</h3>
            <Take of=TakeOf { title, draws: Some(draws), table: Some(table) } />
        </div>
    }
}
