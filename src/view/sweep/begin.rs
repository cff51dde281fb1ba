//! The button that begins a sweep or cancels it, and how it stands.

use leptos::prelude::*;

use course::standing::{Stage, Standing};
use kit::{Availability, Button, Progress, ProgressLine, Status};
use model::command::{Command, SweepKey};
use words::results::words;

use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// The button, and how the sweep stands. The button stays the same while the sweep begins and ends, and keeps the keyboard.
#[component]
pub fn SweepBegin(
    /// The sweep.
    sweep: SweepKey,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let standing = store.sweeps.standing(sweep);
    let share = Memo::new(move |_| standing.with(Standing::share));
    let is_running = Memo::new(move |_| share.with(Option::is_some));
    let label = text(move || if is_running.get() { words.cancel.to_owned() } else { standing.with(Standing::offer) });
    let availability = Signal::derive(move || match standing.with(|standing| standing.waits) {
        true => Availability::Off(words.waits.to_owned()),
        false => Availability::Ready,
    });
    let press = move || {
        let command = if is_running.get_untracked() { Command::CancelSweep } else { Command::Sweep(sweep) };
        store.command(command);
    };
    let said = text(move || standing.with(Standing::said));
    let progress = Signal::derive(move || Progress::Part(share.get().unwrap_or_default()));
    // That it has ended is said, once.
    let status = use_context::<Status>();
    Effect::new(move |before: Option<bool>| {
        let now = is_running.get();
        let ended = standing.with_untracked(|standing| matches!(standing.stage, Stage::Done { .. } | Stage::Failed(_)));
        if let (Some(status), Some(true), false, true) = (status, before, now, ended) {
            status.say(said.get_untracked());
        }
        now
    });
    view! {
        <div class="sweep-begin">
            <Button label availability press />
            <div class="sweep-standing">
                <div hidden=flag(move || !is_running.get())>
                    <ProgressLine label=words.progress progress shown=said />
                </div>
                <p hidden=flag(move || is_running.get()) use:shows=said></p>
            </div>
        </div>
    }
}
