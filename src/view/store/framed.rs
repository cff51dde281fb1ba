//! Whether another page shows the figure alone.

use leptos::prelude::*;

/// The root's attribute where `?embed` stands in the address. `index.html` sets it before anything is painted.
const EMBEDDED: &str = "data-embedded";

/// Whether another page shows the figure alone, in a frame.
pub(super) fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(EMBEDDED))
}
