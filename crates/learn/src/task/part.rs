//! The split of a task's data.

/// A part of a task's data. Where a task has a finite set of data or of combinations, the three parts do not overlap;
/// elsewhere each part draws from a random stream of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The training set.
    Train,
    /// The validation set, evaluated during training.
    Validation,
    /// The test set, evaluated at the end.
    Test,
}
