//! What a lecturer's address locks says so.

use leptos::prelude::*;

use model::keys::Key;
use words::page::words;

use super::live::text;
use super::store::Store;

/// A control's title: what it does, or that it is locked.
pub fn tip(store: Store, key: Key, tip: &'static str) -> Signal<String> {
    text(move || if store.is_locked(key) { words().locked } else { tip })
}
