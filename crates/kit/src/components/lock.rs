//! What a locked control says.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::text::shows;

/// Why a control can't be changed, below it; nothing where it can.
#[component]
pub fn Lock(
    /// Its id, for the control's description.
    id: String,
    /// The reason.
    lock: Signal<Option<String>>,
) -> impl IntoView {
    let reason = Signal::derive(move || lock.get().unwrap_or_default());
    view! {
        <p class="kit-note" hidden=move || lock.with(Option::is_none)>
            <Glyph icon=Icon::Lock />
            <span id=id use:shows=reason></span>
        </p>
    }
}
