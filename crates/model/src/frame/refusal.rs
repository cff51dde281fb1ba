//! Why a message changed nothing: what was found, what is expected, and what to do.

use super::field::Field;
use crate::keys::Key;
use words::fill;
use words::frame::{self as said, words};

/// What is wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is of another version.
    Version,
    /// It is too large.
    Size,
    /// Nothing of this name can be asked for.
    Do,
    /// It has a field that it may not have, or lacks one, or one is of another type.
    Field,
    /// The address has no such key.
    Key,
    /// The value cannot be used.
    Value,
    /// The address locks what it would change.
    Locked,
    /// The open view has nothing to play.
    View,
    /// The frame's address does not name the origin that it comes from.
    Origin,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Version,
        Self::Size,
        Self::Do,
        Self::Field,
        Self::Key,
        Self::Value,
        Self::Locked,
        Self::View,
        Self::Origin,
    ];

    /// Its name in a message.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Size => "size",
            Self::Do => "do",
            Self::Field => "field",
            Self::Key => "key",
            Self::Value => "value",
            Self::Locked => "locked",
            Self::View => "view",
            Self::Origin => "origin",
        }
    }
}

/// A message that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// What was found.
    pub found: String,
    /// What is expected.
    pub expected: String,
}

impl Refusal {
    /// A refusal for a reason.
    pub(super) fn new(reason: Reason, found: String, expected: impl Into<String>) -> Self {
        Self { reason, found, expected: expected.into() }
    }

    /// A field that is missing, or of another type.
    pub(super) fn of(name: &str, found: Option<&Field>, expected: impl Into<String>) -> Self {
        let found = found.map_or_else(|| words().nothing.to_owned(), Field::said);
        Self::new(Reason::Field, said::named(name, &found), said::named(name, &expected.into()))
    }

    /// Of what would change a locked key.
    pub(super) fn locked(key: Key, found: String) -> Self {
        Self::new(Reason::Locked, found, fill(words().no_lock, &[("key", key.name())]))
    }

    /// Of what has nothing to play in the view of this name.
    #[must_use]
    pub fn view(view: &str) -> Self {
        Self::new(Reason::View, view.to_owned(), words().a_playhead)
    }

    /// Of a message to a frame whose address names no origin.
    #[must_use]
    pub fn origin(from: &str) -> Self {
        Self::new(Reason::Origin, from.to_owned(), fill(words().an_origin, &[("origin", from)]))
    }

    /// In a sentence.
    #[must_use]
    pub fn said(&self) -> String {
        let said = match self.reason {
            Reason::Version => said::refused_version,
            Reason::Size => said::refused_size,
            Reason::Do => said::refused_do,
            Reason::Field => said::refused_field,
            Reason::Key | Reason::Value => said::refused_value,
            Reason::Locked => said::refused_locked,
            Reason::View => said::refused_view,
            Reason::Origin => said::refused_origin,
        };
        said(&self.found, &self.expected)
    }
}
