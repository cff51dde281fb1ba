//! Train: the three cells learn a task side by side. Workers train; here is what they tell, and what a person can choose.

mod ahead;
mod announce;
mod answers;
mod asked;
mod brought;
mod choices;
mod chosen;
mod controls;
mod example;
mod examples;
mod field;
mod frames;
mod group;
mod lane;
mod loss;
mod net;
mod norms;
mod numbers;
mod own;
mod preview;
mod question;
mod reach;
mod run;
mod slider;
mod to_lab;
mod together;
pub mod told;
mod transport;
mod writing;

use leptos::prelude::*;

use course::lesson::Figure;
use engine::trace::CellKind;
use kit::Status;
use model::command::View;

use super::live::{flag, part};
use super::store::{Store, in_view, learns};
use super::sweep::AblationsSweep;
use ahead::AheadPart;
use announce::announce;
use brought::OwnSignals;
use controls::Controls;
use examples::Examples;
use lane::Lane;
use loss::Axes;
pub use loss::printed;
use net::OwnNet;
use question::Question;
pub use together::together;
use transport::Transport;

/// The view, while it is open.
#[component]
pub fn Train() -> impl IntoView {
    let store: Store = expect_context();
    // A lesson that asks about runs has a figure of these.
    let trains = Memo::new(move |_| in_view(store) == View::Train && store.figure() != Figure::Runs);
    Effect::new(move |_| {
        if trains.get() {
            // The settings as they are now, to those that train.
            let _ = store.settings.get();
            store.attend();
        }
    });
    part(move || trains.get().then(|| view! { <Open /> }))
}

#[component]
fn Open() -> impl IntoView {
    let store: Store = expect_context();
    let status: Status = expect_context();
    provide_context(Axes::new(store));
    provide_context(Examples::new(store));
    let signals = OwnSignals::new(store);
    provide_context(signals);
    Effect::new(move |_| store.training.is_ready.set_value(own::availability(store, signals).is_ready()));
    announce(store, status);
    // Which numbers a task has, and how its guesses score, a worker tells. Before, fields would be empty, and all would move.
    let is_told = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || store.training.task.with(Option::is_some) || store.undrawn.with(Option::is_some)
    });
    view! {
        <section id="training" class="train" class:race=flag(move || learns(store) && store.offers("race"))>
            <Question />
            {part(move || is_told.get().then(|| view! { <Rest /> }))}
        </section>
    }
}

/// All below the question.
#[component]
fn Rest() -> impl IntoView {
    let store: Store = expect_context();
    view! {
        <OwnNet />
        <Show when=move || !store.hides("controls")>
            <Controls />
        </Show>
        {CellKind::ALL.map(|cell| view! { <Lane cell /> }).collect_view()}
        <AheadPart />
        <div id="train-sweep">
            <AblationsSweep />
        </div>
        <Transport />
    }
}
