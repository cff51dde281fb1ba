//! What starts and stops training, the look back, and the three runs.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::range::Range;
use kit::{Button, ButtonKind, Slider};
use model::command::TrainCommand;
use model::keys::Key;
use words::training::{self, words};

use super::brought::OwnSignals;
use super::own::availability;
use super::run::RunLine;
use crate::view::keyed::lock;
use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// The bar at the foot.
#[component]
pub fn Transport() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let on = Memo::new(move |_| store.training.is_on());
    let label = text(move || if on.get() { words.pause } else { words.begin });
    // A person's own data has to be brought first.
    let signals: OwnSignals = expect_context();
    let availability = Memo::new(move |_| availability(store, signals));
    let why = text(move || availability.with(|now| now.why().to_owned()));
    let waits = Memo::new(move |_| availability.with(|now| !now.is_ready()));
    let order = |command: TrainCommand| Callback::new(move |()| store.train(command));
    let toggle = Callback::new(move |()| {
        store.train(if on.get_untracked() { TrainCommand::Pause } else { TrainCommand::Start });
    });
    view! {
        <div class="train-foot" class:train-waits=move || waits.get()>
            <div class="train-bar" role="group" aria-label=words.transport>
                <Button kind=ButtonKind::Primary label tip=words.toggle_tip id="train-toggle" availability press=toggle />
                <Button label=words.step tip=words.step_tip id="train-step" availability press=order(TrainCommand::Step) />
                <Button label=words.stop tip=words.stop_tip id="train-stop" availability press=order(TrainCommand::Stop) />
                <p class="train-why" id="train-why" hidden=flag(move || !waits.get()) use:shows=why></p>
            </div>
            <Moment />
            <div class="train-runs" role="group" aria-label=words.runs>
                {CellKind::ALL.map(|cell| view! { <RunLine cell /> }).collect_view()}
            </div>
        </div>
    }
}

/// Back through the checkpoints.
#[component]
fn Moment() -> impl IntoView {
    let store: Store = expect_context();
    let steps = Memo::new(move |_| store.training.task.with(|task| task.as_ref().map_or(1, |task| task.steps)));
    // Checkpoints are few: a press of a key goes to another one.
    let notch = move || (steps.get() / 50).max(1);
    let range = Signal::derive(move || Range::new(0.0, steps.get().next_multiple_of(notch()) as f64, notch() as f64));
    let at = Memo::new(move |_| {
        let steps = steps.get();
        store.settings.with(|settings| settings.whole(Key::Moment).unwrap_or(steps).min(steps))
    });
    let shown = text(move || if at.get() == steps.get() { words().now.to_owned() } else { training::near(at.get()) });
    let set = move |step: f64| store.set_by_key(Key::Moment.name(), &(step as usize).to_string(), false);
    view! {
        <div class="train-moment">
            <Slider
                label=words().moment
                range
                value=Signal::derive(move || at.get() as f64)
                shown
                set=Callback::new(set)
                commit=Callback::new(move |()| store.commit())
                tip=words().moment_tip
                id=Key::Moment.name()
                lock=lock(store, Key::Moment)
            />
        </div>
    }
}
