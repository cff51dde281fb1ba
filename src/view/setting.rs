//! How the words over the lanes are set.

use super::store::Store;
use leptos::prelude::*;
use model::sequence::Input;

/// From this width of a column on labels stand side by side, in CSS pixels: one that is longer is cut.
const CUT: f64 = 44.0;
/// A slanted label needs this much width in CSS pixels.
const SLANTED: f64 = 16.0;
/// The longest that a slanted label is before it is cut, in CSS pixels; `static/style.css` cuts it.
const LONGEST: f64 = 100.0;
/// The size of the labels in CSS pixels.
const SIZE: f64 = 13.5;
/// The size of those that a class sees, at the root's usual size.
const FOR_A_CLASS: f64 = 16.0;

/// Heights of the input's picture in CSS pixels.
const LOW: f64 = 26.0;
const TALL: f64 = 42.0;

/// How labels are set.
#[derive(Clone, Copy, PartialEq)]
pub enum Setting {
    /// Side by side; what is too long is cut.
    Level,
    /// Slanted, in so many CSS pixels of height.
    Slanted(f64),
    /// Only some of them fit, under the curve of the input in so many CSS pixels of height.
    Ruler(f64),
}

impl Setting {
    /// What suits a time axis of a width in CSS pixels, with labels so much larger than usual. A class is shown no label that is
    /// cut.
    pub fn of(store: Store, width: f64, larger: f64) -> Self {
        let is_for_a_class = store.presenting.get();
        let size = if is_for_a_class { FOR_A_CLASS * larger } else { SIZE };
        let input = input_height(store);
        store.sequence.with(|sequence| {
            let column = width / sequence.steps() as f64;
            let longest = size * sequence.labels.iter().map(|label| ems(label)).fold(0.0, f64::max);
            match column {
                _ if !sequence.has_words() => Self::Ruler(input),
                c if c >= longest || c >= CUT && !is_for_a_class => Self::Level,
                // The sine of the slant, and room for the height of a letter.
                c if c >= SLANTED * larger => {
                    Self::Slanted((longest.min(LONGEST * larger) * 0.85 + 16.0 * larger).round())
                }
                _ => Self::Ruler(input),
            }
        })
    }

    /// The height of the row of tokens in CSS pixels, with labels so much larger than usual.
    #[must_use]
    pub fn height(self, larger: f64) -> f64 {
        match self {
            Self::Level => 50.0 * larger,
            Self::Slanted(height) => 22.0 * larger + height,
            Self::Ruler(input) => 44.0 * larger + input,
        }
    }
}

/// Height of the input's picture in CSS pixels: a series has an axis, and a frame is a small picture.
pub fn input_height(store: Store) -> f64 {
    let is_tall = store.sequence.with(|sequence| match &sequence.input {
        Input::Numbers { channels, next, .. } => !next.is_empty() || *channels == 64,
        Input::Tokens(_) | Input::Symbols { .. } => false,
    });
    if is_tall { TALL } else { LOW }
}

/// About how wide a label is when it is bold, in units of its size: by kinds of letters of the page's sans.
fn ems(label: &str) -> f64 {
    let em = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.28,
        'f' | 'r' | 't' | '-' | '(' | ')' => 0.39,
        'm' | 'w' | 'M' | 'W' => 0.92,
        'A'..='Z' => 0.72,
        // Marks that isolate a direction have no width.
        '\u{2066}'..='\u{2069}' => 0.0,
        // Scripts whose letters are squares begin here.
        '\u{2e80}'.. => 1.05,
        _ => 0.6,
    };
    let width: f64 = label.chars().map(em).sum();
    // A letter that stands alone may lean on its neighbours.
    if label.trim_matches(|mark: char| ('\u{2066}'..='\u{2069}').contains(&mark)).chars().count() > 1 {
        width
    } else {
        width.min(0.6)
    }
}
