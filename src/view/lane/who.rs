//! What is said of a cell beside its lane: its name, and how much of the gradient is left.

use leptos::prelude::*;

use engine::trace::{CellKind, Pass};
use model::sentences;
use words::format::{self, Digits, Group, Measure, Unit};
use words::{fill, page::words};

use crate::view::describe;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// The cell's name, what it is, and the sentence with its number.
#[component]
pub fn Who(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let about = match cell {
        CellKind::Rnn => words().rnn_about,
        CellKind::Lstm => words().lstm_about,
        CellKind::Gru => words().gru_about,
    };
    let parameters = move || {
        if store.veils_size(cell) {
            return words::lesson::words().veil.to_owned();
        }
        let n = store.run.with(|run| run.lane(cell).trace.top().parameters.count());
        fill(words().parameters, &[("n", &format::count(n))])
    };
    let changes = Memo::new(move |_| {
        let absent = store.absent.get();
        store.settings.with(|settings| {
            let changes = describe::changes(settings, cell);
            match settings.net().filter(|net| net.cell == cell && !absent) {
                Some(_) if changes.is_empty() => words().own_model.to_owned(),
                Some(_) => format!("{} · {changes}", words().own_model),
                None => changes,
            }
        })
    });
    let about = move || Some(changes.get()).filter(|changes| !changes.is_empty()).unwrap_or_else(|| about.to_owned());
    let at = move || number_step(store);
    let share = move || store.run.with(|run| run.lane(cell).reach[at()]);
    // The three stand one below the other, and have one unit.
    let group = move || {
        let at = at();
        // What is veiled does not choose it.
        let told = CellKind::ALL.map(|cell| store.left_told_from(cell).is_none_or(|from| at >= from).then_some(cell));
        Group::new(
            Measure::Share,
            store.run.with(|run| told.map(|cell| cell.map(|cell| run.lane(cell).reach[at]))).into_iter().flatten(),
        )
    };
    let shown = move || group().write(share(), Digits::Headline);
    let left = Memo::new(move |_| {
        let is_multiple = group().unit() == Unit::Times;
        store.run.with(|run| sentences::left(run.lane(cell), at(), is_multiple))
    });
    let sentence = move || fill(left.get(), &[("token", &describe::token(store, at()))]);
    // What is seldom is told whole.
    let is_seldom = move || ![words().left_at, words().grown_at].contains(&left.get());
    let veiled = Memo::new(move |_| store.left_told_from(cell).is_some_and(|from| at() < from));
    let has_gradient = Memo::new(move |_| store.level().has_gradient());
    let number = move || {
        view! {
            <p class="number" id=format!("number-{}", cell.key())>
                <strong
                    class:veil=veiled
                    data-value=text(move || if veiled.get() { String::new() } else { format!("{:e}", share()) })
                    title=text(move || if veiled.get() { words::lesson::words().covered.to_owned() } else { format::exact(share()) })
                    use:shows=text(move || if veiled.get() { words::lesson::words().veil.to_owned() } else { shown() })
                ></strong>
                " "
                <span class:whole=flag(is_seldom) use:shows=text(sentence)></span>
            </p>
        }
    };
    view! {
        <div class="who">
            <h2>{cell.name()} " " <small class:veil=flag(move || store.veils_size(cell)) use:shows=text(parameters)></small></h2>
            <p class="about" class:changed=flag(move || !changes.get().is_empty()) use:shows=text(about)></p>
            {part(move || has_gradient.get().then(number))}
        </div>
    }
}

/// The step whose share the lanes' numbers tell: on its way back the playhead's, until it has passed
/// the marked step.
fn number_step(store: Store) -> usize {
    let playhead = store.playhead.get();
    let mark = store.settings.with(|s| s.mark_step());
    if playhead.pass == Pass::Backward { playhead.step.max(mark) } else { mark }
}
