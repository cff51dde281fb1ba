//! The sheets: what is opened over the page.

use measure::Scene;
use model::command::Sheet;

use super::{keys, numbers};

/// What a sheet holds that is being opened.
#[must_use]
pub fn sheet(sheet: Sheet, scene: &Scene) -> (String, String) {
    let inside = match sheet {
        Sheet::Numbers => numbers::sheet(scene),
        Sheet::Keys => keys::sheet(false),
    };
    (format!("{}-sheet", sheet.id()), inside)
}
