//! How far work is that is done piece by piece.

use serde::{Deserialize, Serialize};

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Going {
    /// Pieces that are done.
    pub done: usize,
    /// Pieces in all.
    pub all: usize,
    /// Whether somebody has stopped it.
    pub is_stopped: bool,
}

impl Going {
    /// The share that is done, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.done as f64 / self.all.max(1) as f64
    }

    /// Whether all is done.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.all > 0 && self.done == self.all
    }
}
