//! The sheets: what is opened over the page.

use model::command::Sheet;

use super::view::View;
use super::{keys, numbers};

/// What a sheet holds that is being opened.
#[must_use]
pub fn sheet(sheet: Sheet, view: &View) -> (String, String) {
    let inside = match sheet {
        Sheet::Numbers => numbers::sheet(view),
        Sheet::Keys => keys::sheet(false),
    };
    (format!("{}-sheet", sheet.id()), inside)
}
