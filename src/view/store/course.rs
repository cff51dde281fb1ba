//! What is told of lessons and of the pages beside them, as signals.

use leptos::prelude::*;

use course::lesson::{Indexed, Lesson, Reference, Setting};
use model::keys::Key;
use model::settings::Settings;
use port::Sheet;

/// What is told of lessons and of the pages beside them.
#[derive(Clone, Copy)]
pub struct Course {
    /// The step that was told last. The address may be ahead of it.
    pub lesson: RwSignal<Option<Lesson>>,
    /// The page to look things up in.
    pub page: RwSignal<Option<Reference>>,
    /// What the figures of a lesson's sheet are drawn from, which the page cannot work out; of the sheet that was told last.
    pub sheet: RwSignal<Sheet>,
    /// What is searched of all such pages; empty until it has been told.
    pub index: RwSignal<Vec<Indexed>>,
    /// How each step sets the page around its figure; none until it has been told.
    pub steps: RwSignal<Option<Vec<Setting>>>,
    /// How the step in the address does.
    pub(super) setting: Memo<Setting>,
    /// Turns of a lesson's steps, on or back, that wait until the step in the address is told.
    pub turns: StoredValue<Vec<bool>>,
    /// Whether the next step that is told was turned to by a key or a button.
    pub turned: StoredValue<bool>,
}

impl Course {
    /// Nothing has been told.
    pub(super) fn new(settings: RwSignal<Settings>) -> Self {
        let steps = RwSignal::new(None);
        let setting = move |_: Option<&Setting>| {
            let Some((of, shown)) = settings.with(step_of) else { return Setting::default() };
            let found =
                steps.with(|steps: &Option<Vec<Setting>>| steps.as_ref()?.iter().find(|own| own.of == of).cloned());
            let found = found.unwrap_or_default();
            if shown { Setting { veils: vec![], ..found } } else { found }
        };
        Self {
            lesson: RwSignal::new(None),
            page: RwSignal::new(None),
            sheet: RwSignal::new(Sheet::default()),
            index: RwSignal::new(vec![]),
            steps,
            setting: Memo::new(setting),
            turns: StoredValue::new(vec![]),
            turned: StoredValue::new(false),
        }
    }
}

/// The step that the settings name, by its lesson's key and its number from 1, and whether its answer is shown.
fn step_of(settings: &Settings) -> Option<((String, usize), bool)> {
    let named = settings.text(Key::Lesson);
    let (key, number) = named.split_once('.').unwrap_or((named, "1"));
    let place = (key.to_owned(), number.parse().ok()?);
    (!key.is_empty() && key != "here").then_some((place, settings.is(Key::Shown)))
}
