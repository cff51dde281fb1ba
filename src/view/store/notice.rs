//! What can be told once: a worker that is awaited or has failed, a browser that keeps nothing.

use words::{fill, page::words};

/// Something that is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The program that draws and trains has not come yet.
    Awaited,
    /// It could not be had, for this cause.
    NotLoaded(String),
    /// It has stopped, for this cause.
    Stopped(String),
    /// A part of the page that comes later could not be loaded.
    PartNotLoaded,
    /// The browser keeps nothing, for this cause.
    KeepsNothing(String),
}

impl Notice {
    /// What is told, in words.
    pub fn said(&self) -> String {
        let words = words();
        let because = |text: &str, cause: &str| {
            let cause = if cause.is_empty() { words.no_cause } else { cause };
            fill(text, &[("cause", cause)])
        };
        match self {
            Self::Awaited => words.awaited.to_owned(),
            Self::NotLoaded(cause) => because(words.not_loaded, cause),
            Self::Stopped(cause) => because(words.stopped, cause),
            Self::PartNotLoaded => words.part_not_loaded.to_owned(),
            Self::KeepsNothing(cause) => because(words.keeps_nothing, cause),
        }
    }

    /// Whether it can be tried again.
    pub fn can_be_tried(&self) -> bool {
        matches!(self, Self::NotLoaded(_) | Self::Stopped(_) | Self::PartNotLoaded)
    }

    /// Whether it goes away by itself.
    pub fn passes(&self) -> bool {
        *self == Self::Awaited
    }
}
