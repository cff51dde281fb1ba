//! A person's own table of numbers, as it was read.

use serde::{Deserialize, Serialize};

use model::keys::Key;
use model::sequence::brought::{Brought, Fault, check};
use model::settings::{Settings, Source};

/// What a person's text holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Data {
    /// The table, or what is wrong with the text.
    pub read: Result<Brought, Fault>,
}

impl Data {
    /// Reads the text that a person has written.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self { read: check(&text(settings)) }
    }
}

/// The text that is read: until a person has written one, the numbers that are the sequence now, a row a line.
#[must_use]
pub fn text(settings: &Settings) -> String {
    let own = settings.text(Key::Csv);
    match &settings.source {
        Source::Numbers(numbers) if own.is_empty() => numbers.as_str().replace(';', "\n"),
        _ => own.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::settings::State;

    #[test]
    fn the_numbers_in_use_stand_there_until_something_is_written() {
        let settings = |fragment: &str| State::from_fragment(fragment).0.settings;
        assert_eq!(text(&settings("")), "");
        let now = "sequence=csv&numbers=1,2;3,5;5,8;7,5;9,0";
        assert_eq!(text(&settings(now)), "1,2\n3,5\n5,8\n7,5\n9,0");
        assert_eq!(text(&settings(&format!("{now}&csv=1%0A2"))), "1\n2");
        assert_eq!(Data::of(&settings("csv=1%0A2")).read, Err(Fault::Short(2)));
        assert!(Data::of(&settings(now)).read.is_ok_and(|table| table.rows.len() == 5));
    }
}
