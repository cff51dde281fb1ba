//! Whether a control can be used.

/// Whether a control can be used, and else why not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Availability {
    /// It can be used.
    #[default]
    Ready,
    /// It is at work; with what it is doing.
    Busy(String),
    /// It can't be used; with the reason, or with what to do first.
    Off(String),
}

impl Availability {
    /// Whether it can be used.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        *self == Self::Ready
    }

    /// Whether it is at work.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }

    /// Why it can't be used; empty if it can.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Ready => "",
            Self::Busy(why) | Self::Off(why) => why,
        }
    }
}
