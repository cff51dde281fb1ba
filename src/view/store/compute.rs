//! The engine, run on the page's own thread.

use leptos::prelude::*;

use model::lab::Run;
use model::sequence::Sequence;
use model::settings::Settings;

use super::shared::Shared;
use crate::view::timing;

/// Runs the engine here.
pub fn compute(settings: RwSignal<Settings>, sequence: Memo<Shared<Sequence>>) -> Shared<Run> {
    let sequence = sequence.get_untracked();
    timing::measure("engine", || Shared::new(settings.with_untracked(|s| Run::new(s, &sequence))))
}
