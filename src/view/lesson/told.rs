//! What the parts of a step share: a part of what is told, where the step is, its heading, whether a key can be set.

use leptos::html;
use leptos::prelude::*;

use course::lesson::Step;
use kit::Availability;
use model::keys::Key;
use words::fill;
use words::lesson::words;

use crate::view::store::Store;

/// The heading of the step, which has the focus once the step has been turned.
#[derive(Clone, Copy)]
pub struct Heading(pub NodeRef<html::H2>);

impl Heading {
    /// Gives it the focus.
    pub fn focus(self) {
        if let Some(heading) = self.0.get_untracked() {
            // It can have the focus: it has a tabindex.
            let _ = heading.focus();
        }
    }
}

/// The id of the element at the top of a step.
pub const TOP: &str = "lesson-top";

/// Where a step is, in words.
pub fn place_of(step: &Step) -> String {
    let [n, number, all] = [step.lesson, step.number, step.steps].map(|n| n.to_string());
    let place = fill(words().place, &[("n", &n), ("step", &number), ("all", &all)]);
    step.minutes.map_or(place.clone(), |minutes| {
        fill(words().place_first, &[("place", &place), ("minutes", &minutes.to_string())])
    })
}

/// Whether a key can be set; else why not.
pub fn free(store: Store, key: Key) -> Signal<Availability> {
    let locked = move || Availability::Off(words::page::words().locked.to_owned());
    Signal::derive(move || if store.is_locked(key) { locked() } else { Availability::Ready })
}

/// A part of the step, which changes only where that part does.
pub fn of<T: Clone + PartialEq + Send + Sync + 'static>(
    told: Memo<Option<Step>>,
    read: fn(&Step) -> T,
) -> Memo<Option<T>> {
    Memo::new(move |_| told.with(|step| step.as_ref().map(read)))
}
