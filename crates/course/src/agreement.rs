//! Whether what is measured agrees with what is said.

use serde::{Deserialize, Serialize};

/// Below this share of another's steps a network needs fewer: three seeds do not tell ×0.8 from ×1.25.
pub(crate) const FEWER: f64 = 0.8;

/// Whether what is measured agrees with what is said: by a paper, or by people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreement {
    /// It does.
    Agrees,
    /// In a part.
    Partly,
    /// It does not.
    Disagrees,
}

impl Agreement {
    /// It agrees where all of it holds, and in part where a part does.
    #[must_use]
    pub fn when(all: bool, part: bool) -> Self {
        match (all, part) {
            (true, _) => Self::Agrees,
            (false, true) => Self::Partly,
            (false, false) => Self::Disagrees,
        }
    }
}
