//! Which view is open.

use leptos::prelude::*;

use model::command::View;
use model::keys::Key;

use super::signals::Store;

/// The view that is open.
#[must_use]
pub fn in_view(store: Store) -> View {
    store.settings.with(View::of)
}

/// Whether a lesson is in view.
#[must_use]
pub fn learns(store: Store) -> bool {
    store.settings.with(|settings| !settings.text(Key::Lesson).is_empty())
}
