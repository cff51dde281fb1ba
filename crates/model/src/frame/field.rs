//! A field of a message, as a browser hands it over.

use words::fill;
use words::frame::words;

/// The version of the messages.
pub const VERSION: f64 = 1.0;
/// The field that tells a message of ours from all others, which holds its version.
pub const MARK: &str = "unrolled";

/// The most characters of what was found that a refusal quotes.
const QUOTED: usize = 40;

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// Texts in their order; only in what is told.
    Texts(Vec<String>),
    /// Anything else, by the name of its type.
    Other(String),
}

impl Field {
    /// How many bytes a text has; of anything else none.
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Text(text) | Self::Other(text) => text.len(),
            _ => 0,
        }
    }

    /// What was found, for a refusal: a text in quotes and cut.
    pub(super) fn said(&self) -> String {
        match self {
            Self::Text(text) => format!("“{}”", Self::cut(text)),
            Self::Number(number) => {
                // Beyond what is read at a glance in powers of ten.
                let short = if number.abs() < 1e21 { number.to_string() } else { format!("{number:e}") };
                fill(words().number, &[("value", &Self::cut(&short))])
            }
            Self::Flag(flag) => fill(words().flag, &[("value", &flag.to_string())]),
            Self::Texts(texts) => Self::cut(&texts.join(", ")),
            Self::Other(kind) => Self::cut(kind),
        }
    }

    /// How a text begins, without characters that would break a line.
    pub(super) fn cut(text: &str) -> String {
        let plain = |own: char| if own.is_control() { '\u{fffd}' } else { own };
        let mut short: String = text.chars().take(QUOTED).map(plain).collect();
        if text.chars().nth(QUOTED).is_some() {
            short.push('…');
        }
        short
    }
}

/// What a sender calls a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Id {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

impl Id {
    /// It as a field.
    pub(super) fn field(self) -> Field {
        match self {
            Self::Text(text) => Field::Text(text),
            Self::Number(number) => Field::Number(number),
        }
    }
}
