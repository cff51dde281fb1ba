//! What every message has, whoever speaks with whom.

/// A message type.
pub trait Said {
    /// Tells requests from answers, so that nobody takes an echo of its own message for a request.
    const KIND: u8;
}

impl<T: Said> Said for &T {
    const KIND: u8 = T::KIND;
}

/// What every worker says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    /// It is ready, with its version.
    Ready(&'a str),
    /// It cannot go on, with the cause.
    Failed(&'a str),
}

/// A message from a worker.
pub trait Speaks: Said {
    /// What the worker says of itself in it; `None` if it answers something.
    fn word(&self) -> Option<Word<'_>>;
}
