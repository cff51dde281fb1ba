//! The film of both passes, of the run that the Lab shows.

use leptos::prelude::*;

use engine::trace::{CellKind, Pass};
use figures::Palette;
use figures::film::{Film, PassesOf, Told, passes};
use model::lab::Run;
use model::playback::Playhead;
use words::figures::take_source;
use words::film::{self as told, words};
use words::format::{Digits, Group, Measure};

use super::Filming;
use crate::view::describe;
use crate::view::store::{Store, address};

/// What is to be read at a playhead.
fn tell(store: Store, run: &Run, at: Option<Playhead>) -> String {
    let Some(Playhead { pass, step }) = at else { return words().passes_before.to_owned() };
    let word = describe::token(store, step);
    if pass == Pass::Forward {
        return told::forward(step + 1, run.lane(CellKind::Rnn).trace.steps(), &word);
    }
    let left = CellKind::ALL.map(|cell| run.lane(cell).reach.get(step).copied().unwrap_or(f64::NAN));
    let group = Group::new(Measure::Share, left);
    let [rnn, lstm, gru] = left.map(|share| group.write(share, Digits::Headline));
    told::backward(&word, &rnn, &lstm, &gru)
}

fn film(store: Store, palette: &Palette) -> Option<Film> {
    let source = take_source(&address::shared(store));
    store.run.with(|run| {
        store.sequence.with(|sequence| {
            let labels = &sequence.labels;
            let told = Told { title: words().passes_title, source: &source };
            let of = PassesOf { run, words: labels, ribbon: words().ribbon, told };
            passes(&of, |at| tell(store, run, at), palette).ok()
        })
    })
}

/// The controls of the film.
#[component]
pub fn PassesFilm() -> impl IntoView {
    let store: Store = expect_context();
    let film = Callback::new(move |palette: Palette| untrack(|| film(store, &palette)));
    view! { <Filming title=words().passes name="unrolled-passes" film /> }
}
