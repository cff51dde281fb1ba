//! One network as a chain of cells, with the error that comes back below it; and the words above all three.

use leptos::html;
use leptos::prelude::*;

use engine::trace::CellKind;
use figures::{Inside, Stretch, inside, link, returning};
use model::sequence::brief;
use words::fill;
use words::format::{Digits, Group, Measure};
use words::start::{one_in, words};

use super::going::{Going, Way};
use crate::view::describe;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// A cell takes 0.7 of its column, and is drawn from 14 CSS pixels on: in narrower columns the chain is a line.
const CELL: f64 = 20.0;
/// Words stand side by side in columns of so many CSS pixels, slanted in narrower ones; from the second on only some of them.
const WORD: (f64, f64) = (52.0, 22.0);
/// The room of a word that is one of some, in CSS pixels.
const NAMED: f64 = 72.0;
/// A letter of a word takes about so many CSS pixels; so many letters it may have in any column.
const LETTER: f64 = 9.0;
const LETTERS: usize = 13;

/// The words, and the way that the error takes.
#[component]
pub fn Words(
    /// How wide a column is, in CSS pixels.
    column: Memo<f64>,
    /// What is as wide as all columns.
    axis: NodeRef<html::Ol>,
) -> impl IntoView {
    let store: Store = expect_context();
    let going: Going = expect_context();
    let marks = Memo::new(move |_| store.settings.with(|settings| (settings.mark_step(), settings.read_step())));
    // Every so many words have room.
    let apart = Memo::new(move |_| if column.get() >= WORD.1 { 1 } else { (NAMED / column.get()).ceil() as usize });
    let most = Memo::new(move |_| ((column.get() / LETTER) as usize).max(LETTERS));
    let list = move || {
        let (mark, read) = marks.get();
        let labels = store.sequence.with(|sequence| sequence.labels.clone());
        let apart = apart.get();
        let word = |(step, label): (usize, String)| {
            let is_flag = step == mark || step == read;
            let near = |flag: usize| step.abs_diff(flag) < apart;
            let has_room = step % apart == 0 && !near(mark) && !near(read);
            let label =
                if is_flag || has_room { describe::isolated(&brief(&label, most.get())) } else { String::new() };
            let here = flag(move || going.playing.get() && going.at.get() == step);
            view! { <li class:start-flag=is_flag class:start-here=here prop:textContent=label></li> }
        };
        labels.into_iter().enumerate().map(word).collect_view()
    };
    let arc = move || {
        let (mark, read) = marks.get();
        let steps = store.settings.with(|settings| settings.steps());
        link(mark, read, steps)
    };
    view! {
        <div class="start-words" class:start-slanted=flag(move || (WORD.1..WORD.0).contains(&column.get()))>
            <svg class="start-arc" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
                <path d=text(arc)></path>
            </svg>
            <ol node_ref=axis lang=move || store.settings.with(|settings| describe::read_in(&settings.source))>
                {part(list)}
            </ol>
        </div>
    }
}

/// What is in a cell.
fn drawn(cell: CellKind) -> AnyView {
    match inside(cell) {
        Inside::Curve(curve) => view! { <path d=curve></path> }.into_any(),
        Inside::Gated { road, gates } => view! {
            <path class="start-carry" d=road></path>
            <path class="start-gates" d=gates></path>
        }
        .into_any(),
    }
}

/// One network.
#[component]
pub fn Chain(
    /// Which network.
    cell: CellKind,
    /// How wide a column is, in CSS pixels.
    column: Memo<f64>,
) -> impl IntoView {
    let store: Store = expect_context();
    let going: Going = expect_context();
    let steps = Memo::new(move |_| store.settings.with(|settings| settings.steps()));
    let marks = Memo::new(move |_| store.settings.with(|settings| (settings.mark_step(), settings.read_step())));
    // How far back the number is read: as far as the error has come, and no farther than the mark.
    let at = Memo::new(move |_| {
        let mark = marks.get().0;
        if going.way.get() == Way::Learn { going.at.get().max(mark) } else { mark }
    });
    let share = move || store.run.with(|run| run.lane(cell).reach.get(at.get()).copied().unwrap_or(f64::NAN));
    let number = move || {
        // How much arrives is told when it does.
        if going.is_opening() {
            return words().unknown.to_owned();
        }
        let all = store
            .run
            .with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(at.get()).copied().unwrap_or(f64::NAN)));
        Group::new(Measure::Share, all).write(share(), Digits::Headline)
    };
    let about = match cell {
        CellKind::Rnn => words().rnn,
        CellKind::Lstm => words().lstm,
        CellKind::Gru => words().gru,
    };
    let cells = move || {
        let all = 0..steps.get();
        let one = |step: usize| {
            let is_read = flag(move || going.way.get() == Way::Learn || going.at.get() >= step);
            view! {
                <li class:start-read=is_read>
                    <b></b>
                    <i></i>
                    <svg viewBox="0 0 32 32"><rect x="1" y="1" width="30" height="30" rx="7"></rect>{drawn(cell)}</svg>
                </li>
            }
        };
        all.map(one).collect_view()
    };
    let ribbon = move || {
        let (mark, read) = marks.get();
        let stretches = store.run.with(|run| returning(run.lane(cell).reach.get(..=read).unwrap_or_default()));
        let one = move |(place, of): (usize, Stretch)| {
            let here = flag(move || going.way.get() == Way::Learn && going.at.get() <= place);
            view! { <path class:start-back=here d=of.outline(place) fill-opacity=of.opacity()></path> }
        };
        // It ends where it arrives.
        stretches.into_iter().enumerate().skip(mark).map(one).collect_view()
    };
    let told = move || {
        let (mark, read) = marks.get();
        let label =
            |step: usize| store.sequence.with(|sequence| sequence.labels.get(step).cloned().unwrap_or_default());
        let all =
            store.run.with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(mark).copied().unwrap_or(f64::NAN)));
        let own = all[cell as usize];
        let shown = Group::new(Measure::Share, all).write(own, Digits::Headline);
        fill(words().chain, &[("cell", cell.name()), ("share", &shown), ("last", &label(read)), ("mark", &label(mark))])
    };
    let width = move || format!("0 0 {} 24", steps.get());
    view! {
        <section class="start-lane" data-cell=cell.key() class:start-many=flag(move || column.get() < CELL) aria-label=cell.name()>
            <div class="start-who">
                <h3>{cell.name()}</h3>
                <p class="start-about">{about}</p>
                <p class="start-number" data-value=text(move || format!("{:e}", share())) use:shows=text(number)></p>
                <p class="start-one-in" use:shows=text(move || if going.is_opening() { String::new() } else { one_in(share()) })></p>
            </div>
            <div class="start-axis" role="img" aria-label=text(told)>
                <ol aria-hidden="true">{part(cells)}</ol>
                <svg class="start-ribbon" viewBox=text(width) preserveAspectRatio="none" aria-hidden="true">{part(ribbon)}</svg>
            </div>
            <p class="start-whole" aria-hidden="true">{words().whole}</p>
        </section>
    }
}
