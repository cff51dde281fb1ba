//! One of several: what a segmented switch, tabs and a list share.

use leptos::prelude::*;

/// Names, of which one is chosen. Whoever uses it keeps the choice as a type of its own; components know places alone.
#[derive(Clone)]
pub struct Choices {
    pub(super) names: Vec<String>,
    pub(super) chosen: Signal<usize>,
    pub(super) choose: Callback<usize>,
}

impl Choices {
    /// Values with their names in order; the value that is chosen, and what is done when a person chooses another one. A
    /// value that is not among them shows the first.
    pub fn new<T: Clone + PartialEq + Send + Sync + 'static>(
        options: Vec<(T, String)>,
        chosen: impl Into<Signal<T>>,
        choose: impl Fn(T) + Send + Sync + 'static,
    ) -> Self {
        let (values, names): (Vec<T>, Vec<String>) = options.into_iter().unzip();
        let chosen = chosen.into();
        let values = StoredValue::new(values);
        let place = move |value: &T| values.with_value(|all| all.iter().position(|one| one == value)).unwrap_or(0);
        Self {
            names,
            chosen: Signal::derive(move || chosen.with(place)),
            choose: Callback::new(move |place: usize| {
                if let Some(value) = values.with_value(|all| all.get(place).cloned()) {
                    choose(value);
                }
            }),
        }
    }

    /// The same for a choice that is kept in a signal.
    #[must_use]
    pub fn of<T: Clone + PartialEq + Send + Sync + 'static>(options: Vec<(T, String)>, kept: RwSignal<T>) -> Self {
        Self::new(options, kept, move |value| kept.set(value))
    }
}
