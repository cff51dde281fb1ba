//! The parts of the data.

/// A part of the data. What is learned from, what is watched, and what is kept for the end never overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Learned from.
    Train,
    /// Watched while learning.
    Validation,
    /// For the end.
    Test,
}
