//! Where a sequence comes from, and the key that says so: in the address and in the list of sequences. Settings hold one.

use crate::sequence::{By, Dataset, EXAMPLE, Numbers, SENTENCE, Text};

/// Where the sequence comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The sentence the page opens with.
    Sentence,
    /// A person's own text.
    Own(Text),
    /// A 1 followed by zeros.
    Impulse,
    /// A sample of the adding problem.
    Adding,
    /// A sample of the copy problem.
    Copy,
    /// A shipped or simulated series.
    Series(Dataset),
    /// A person's own numbers.
    Numbers(Numbers),
    /// An example of the task that is chosen, by its number.
    Example,
}

/// The key of a source: in the address and in the list of sequences.
#[must_use]
pub fn source_key(source: &Source) -> &'static str {
    match source {
        Source::Sentence => "sentence",
        Source::Own(text) if text.by() == By::Words => "words",
        Source::Own(_) => "characters",
        Source::Impulse => "impulse",
        Source::Adding => "adding",
        Source::Copy => "copy",
        Source::Series(dataset) => dataset.key(),
        Source::Numbers(_) => "csv",
        Source::Example => "example",
    }
}

/// The source with a key, if there is one. Without an own text, the opening sentence is the text.
#[must_use]
pub fn source_from(key: &str) -> Option<Source> {
    Some(match key {
        "sentence" => Source::Sentence,
        "words" => Source::Own(words(SENTENCE)),
        "characters" => Source::Own(cut_by(SENTENCE, By::Characters)),
        "impulse" => Source::Impulse,
        "adding" => Source::Adding,
        "copy" => Source::Copy,
        "example" => Source::Example,
        "csv" => Source::Numbers(Numbers::new(EXAMPLE)?),
        key => Source::Series(Dataset::ALL.into_iter().find(|dataset| dataset.key() == key)?),
    })
}

pub(super) fn words(text: &'static str) -> Text {
    cut_by(text, By::Words)
}

/// The opening sentence as a text; it is not empty.
fn cut_by(text: &'static str, by: By) -> Text {
    Text::new(text, by).unwrap_or_else(|_| unreachable!("the sentence has words"))
}
