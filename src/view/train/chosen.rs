//! The task that is chosen.

use leptos::prelude::*;

use model::keys::{Key, TASKS};

use crate::view::store::Store;

/// The task that is chosen, by its name in the address.
pub fn key(store: Store) -> &'static str {
    store.settings.with(|settings| settings.name(Key::Task).unwrap_or(TASKS[0]))
}

/// The same, where it is followed.
pub fn task(store: Store) -> Memo<&'static str> {
    Memo::new(move |_| key(store))
}
