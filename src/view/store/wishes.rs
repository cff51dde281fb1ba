//! What a person wants of the page at every visit, beside its theme and its language.

use leptos::prelude::*;

/// A wish, kept by the browser.
pub struct Wish {
    stored: &'static str,
    /// What holds until a person has chosen.
    usual: bool,
}

/// Whether a letter or a digit alone acts as a key: whoever dictates, or often touches a key by chance, switches that off.
pub const SINGLE_KEYS: Wish = Wish { stored: "unrolled-single-keys", usual: true };

/// Whether the backward pass is heard.
pub const SOUND: Wish = Wish { stored: "unrolled-sound", usual: false };

const ON: &str = "on";
const OFF: &str = "off";

impl Wish {
    /// What the person has chosen, or else what is usual.
    pub fn read(&self) -> bool {
        let storage = window().local_storage().ok().flatten();
        let stored = storage.and_then(|storage| storage.get_item(self.stored).ok().flatten());
        stored.map_or(self.usual, |stored| stored == ON)
    }

    /// Keeps the choice for the next visit.
    pub fn keep(&self, on: bool) {
        if let Ok(Some(storage)) = window().local_storage() {
            // Where storage is full or forbidden the choice lasts for this visit.
            let _ = storage.set_item(self.stored, if on { ON } else { OFF });
        }
    }
}
