//! How the part of the page stands that comes later.

/// How the later part of the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Nobody has asked for it yet.
    Unasked,
    /// It is on its way.
    Awaited,
    /// It is here.
    Here,
    /// It could not be had.
    Failed,
}
