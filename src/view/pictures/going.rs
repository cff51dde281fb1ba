//! How far that is which a picture takes long for, and the button that stops it or goes on. Its place is kept when all is done.

use leptos::prelude::*;

use kit::{Button, Progress, ProgressLine};
use measure::Going as Of;
use model::command::Command;
use words::laboratory::words;

use crate::view::live::{flag, text};
use crate::view::store::Store;

/// How far it is, and the button.
#[component]
pub fn Going(
    /// How far it is.
    #[prop(into)]
    going: Signal<Of>,
    /// That in words.
    told: fn(Of) -> String,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let label = text(move || if going.get().is_stopped { words.work_go_on } else { words.work_stop });
    let press = move || {
        let is_stopped = going.get_untracked().is_stopped;
        store.command(if is_stopped { Command::GoOn } else { Command::StopWork });
    };
    let progress = Signal::derive(move || match going.get() {
        going if going.is_done() => Progress::Done,
        going => Progress::Part(going.share()),
    });
    view! {
        <div class="going">
            <ProgressLine label=words.work_progress progress shown=text(move || told(going.get())) />
            <div hidden=flag(move || going.get().is_done())>
                <Button label press />
            </div>
        </div>
    }
}
