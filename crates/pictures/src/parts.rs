//! Parts of the page that a worker draws, on their way to it.

use serde::{Deserialize, Serialize};

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// What stands inside the element of this id.
    Whole(String, String),
    /// What has changed there.
    Changes(String, Vec<Change>),
}

/// A change to what stands inside an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The place of the element among all inside.
    pub place: usize,
    /// The attribute; none for its text.
    pub attribute: Option<String>,
    /// The value.
    pub value: String,
}
