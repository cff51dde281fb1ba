//! Reads a [`State`] from the address and writes it there, by the table of keys.
//!
//! The address holds only values that differ from the defaults. An invalid value falls back to its default and is
//! reported once; all other values count.

mod fields;
mod locks;
mod version;

use crate::keys::Key;
use crate::settings::{Settings, State};
use fields::{Follows, read, shorten, write};
pub use version::VERSION;
use words::fill;
use words::page::words;

/// Names the Lab where nothing else stands in an address: a page that is opened without anything is at Start.
const LAB: (&str, &str) = ("view", "lab");
/// What stands for an address without anything.
const START: &str = "view=start";

impl State {
    /// Reads what follows the `#` of an address that the page is opened with, as [`State::from_fragment`] does. One without
    /// anything leads to Start; any other without a view to the Lab.
    #[must_use]
    pub fn from_address(address: &str) -> (Self, Vec<Problem>) {
        let fragment = address.trim_start_matches('#');
        if version::is_bare(fragment) {
            return Self::from_fragment(&format!("{START}&{fragment}"));
        }
        Self::from_fragment(fragment)
    }

    /// What follows the `#` of the address that leads here; empty for Start as it is opened.
    #[must_use]
    pub fn to_address(&self) -> String {
        match self.to_fragment() {
            fragment if fragment == START => String::new(),
            fragment if fragment.is_empty() => format!("{}={}", LAB.0, LAB.1),
            fragment => fragment,
        }
    }

    /// What follows the `#` of an address that is handed out: [`State::to_address`] with its version.
    #[must_use]
    pub fn to_link(&self) -> String {
        version::with_version(self.to_address())
    }

    /// The part of the address after the `#`.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let page = Self::default();
        // How long an example is follows from its task.
        let chosen = Settings { chosen: self.settings.chosen.clone(), ..page.settings.clone() };
        let sequence = Self::of(chosen.with_source(self.settings.source.clone()));
        let picture = Self::of(self.settings.clone());
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        for key in Key::ALL {
            let default = match Follows::of(*key) {
                Some(Follows::Page) => &page,
                Some(Follows::Sequence) => &sequence,
                Some(Follows::Settings) => &picture,
                None => continue,
            };
            let written = write(self, *key);
            if written != write(default, *key) {
                pairs.append_pair(key.name(), &written);
            }
        }
        pairs.extend_pairs(self.settings.chosen.iter().map(|choice| (choice.key().name(), choice.written())));
        pairs.finish()
    }

    /// Sets one setting by the name of its key, as if it stood in the address.
    ///
    /// # Errors
    /// A description of valid values; empty if there is no such setting.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let key = Key::named(name).ok_or_else(String::new)?;
        match read(self, key, value) {
            // What cannot be used is told beside its field.
            Err((_, expected)) if key.scope().has_default() => Err(expected),
            _ => Ok(()),
        }
    }

    /// Sets a key as [`State::set`] does, but changes nothing where the value cannot be used, whatever the key.
    ///
    /// # Errors
    /// A description of valid values.
    pub fn set_if_valid(&mut self, key: Key, value: &str) -> Result<(), String> {
        let mut next = self.clone();
        let value = if (key.name(), value) == LAB { "" } else { value };
        read(&mut next, key, value).map_err(|(_, expected)| expected)?;
        *self = next;
        Ok(())
    }

    /// Reads a part of an address; one without anything is the Lab as it is. Each invalid value keeps its default and yields a problem: the key,
    /// the text found, the values expected.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> (Self, Vec<Problem>) {
        let fragment = fragment.trim_start_matches('#');
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(fragment.as_bytes()).map(|(k, v)| (k.into_owned(), v.into_owned())).collect();
        let version = pairs.iter().find(|(name, _)| name == version::NAME).map(|pair| &*pair.1);
        let wrong = |found: &str| {
            let expected = version::expected(found)?;
            Some(Problem { key: version::NAME.to_owned(), found: shorten(found), expected })
        };
        let mut problems: Vec<Problem> = version.and_then(wrong).into_iter().collect();
        for (name, value) in pairs.iter().filter(|pair| pair.0 != version::NAME) {
            if Key::named(name).is_none() && !problems.iter().any(|problem| problem.key == shorten(name)) {
                problems.push(Problem { key: shorten(name), found: shorten(value), expected: String::new() });
            }
        }
        let mut state = Self::default();
        // Keys without a default are read first: the ranges of others depend on them.
        for follows in [None, Some(Follows::Page), Some(Follows::Sequence), Some(Follows::Settings)] {
            if follows == Some(Follows::Settings) {
                state = Self::of(state.settings);
            }
            for key in Key::ALL.iter().filter(|key| Follows::of(**key) == follows) {
                let Some((_, value)) = pairs.iter().find(|(name, _)| name == key.name()) else { continue };
                let is_the_lab = (key.name(), value.as_str()) == LAB;
                if is_the_lab || value.is_empty() && follows.is_none() {
                    continue;
                }
                let told = key.has_a_field_that_tells();
                if let Err((found, expected)) = read(&mut state, *key, value)
                    && !told
                {
                    problems.push(Problem { key: key.name().into(), found: shorten(&found), expected });
                }
            }
        }
        (state.clamped(), problems)
    }
}

/// An invalid part of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the key.
    pub key: String,
    /// The text found, its first 40 characters.
    pub found: String,
    /// A description of valid values; empty if there is no such setting.
    pub expected: String,
}

impl Problem {
    /// What is told of it, in a sentence.
    #[must_use]
    pub fn said(&self) -> String {
        let said = match Key::named(&self.key) {
            None if self.key == version::NAME && version::is_newer(&self.expected) => words().problem_newer,
            None if self.key == version::NAME => words().problem_version,
            None => words().problem_unknown,
            Some(key) if key.kind().is_a_list() => words().problem_names,
            Some(_) => words().problem,
        };
        fill(said, &[("key", &self.key), ("expected", &self.expected), ("found", &self.found)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::View;
    use crate::playback::SPEEDS;
    use crate::sequence::Library;
    use crate::sequence::{By, Dataset, Numbers, Text};
    use crate::settings::{MOST_SEED, SEQUENCES, Settings, Source, parts, source_from, source_key};
    use engine::trace::{CellKind, Pass};
    use proptest::prelude::*;

    #[test]
    fn the_default_address_is_empty() {
        assert_eq!(State::default().to_fragment(), "");
        assert_eq!(State::from_fragment(""), (State::default(), vec![]));
    }

    #[test]
    fn an_address_without_anything_is_start_and_the_lab_names_itself() {
        let view = |address: &str| View::of(&State::from_address(address).0.settings);
        let views =
            ["", "#", "#view=lab", "units=32", "#view=lab&units=32", "view=start&units=32", "view=train"].map(view);
        let (start, lab) = (View::Start, View::Lab);
        assert_eq!(views, [start, start, lab, lab, lab, start, View::Train]);
        for address in ["", "view=lab", "units=32", "units=32&view=start", "view=train", "lesson=sequences.1"] {
            let (state, problems) = State::from_address(address);
            assert_eq!((state.to_address().as_str(), problems.len()), (address, 0));
        }
        assert_eq!(State::from_address("view=lab").0, State::default());
    }

    #[test]
    fn an_address_that_is_handed_out_has_its_version_and_opens_the_same() {
        for (address, link) in
            [("", ""), ("view=lab", "v=1&view=lab"), ("units=32", "v=1&units=32"), ("view=train", "v=1&view=train")]
        {
            let (state, _) = State::from_address(address);
            assert_eq!(state.to_link(), link);
            assert_eq!(State::from_address(link), (state, vec![]));
        }
        // A version alone is Start, as an address without anything is.
        assert_eq!(State::from_address("#v=1"), State::from_address(""));
    }

    #[test]
    fn a_newer_address_is_told_and_read_as_far_as_it_can_be() {
        for newer in ["2", "17", "99999999999999999999999"] {
            let (state, problems) = State::from_address(&format!("v={newer}&units=32&colour=red"));
            assert_eq!(state.settings.units, 32);
            let said: Vec<String> = problems.iter().map(Problem::said).collect();
            assert_eq!(said.len(), 2);
            assert!(said[0].contains("newer version") && said[0].contains(newer), "{}", said[0]);
            assert!(said[1].contains("colour=red"), "{}", said[1]);
        }
    }

    #[test]
    fn a_version_that_is_none_is_told() {
        for wrong in ["0", "", "one", "-1", "1.5", "\u{661}", "<b>"] {
            let (state, problems) = State::from_fragment(&format!("v={wrong}&units=32"));
            assert_eq!((state.settings.units, problems.len()), (32, 1), "{wrong}");
            assert!(problems[0].said().contains("expected 1"), "{}", problems[0].said());
        }
    }

    #[test]
    fn each_bad_part_falls_back_and_is_named_once() {
        let (state, problems) = State::from_fragment("#units=900&gain=abc&bias=2&colour=red&read=<b>&text=x");
        assert_eq!(state.settings, Settings { bias: 2.0, ..Settings::default() });
        let named: Vec<_> = problems.iter().map(|p| p.key.as_str()).collect();
        assert_eq!(named, ["colour", "text", "units", "gain", "read"]);
        assert_eq!(problems[2].expected, "a whole number from 1 to 128");
    }

    #[test]
    fn not_a_number_is_no_number() {
        for bad in ["NaN", "inf", "-inf", "1e999", "", "0", "１"] {
            let (state, problems) = State::from_fragment(&format!("gain={bad}"));
            assert_eq!((state.settings.gain, problems.len()), (1.0, 1), "{bad}");
        }
    }

    #[test]
    fn marks_beyond_the_sequence_are_refused() {
        let (state, problems) = State::from_fragment("read=14&mark=13&at=99&unit=12");
        assert_eq!(state.settings.read, None);
        assert_eq!(state.settings.mark, Some(12));
        assert_eq!(state.focus.unit, 11);
        assert_eq!(problems.iter().map(|p| p.key.as_str()).collect::<Vec<_>>(), ["read", "at"]);
    }

    #[test]
    fn every_sequence_of_the_list_is_read_and_written_by_its_key() {
        for key in SEQUENCES {
            let (state, problems) = State::from_fragment(&format!("sequence={key}"));
            assert_eq!((source_key(&state.settings.source), problems.len()), (key, 0));
            assert_eq!(state.settings.sequence(Library::shipped()).steps(), state.settings.steps(), "{key}");
            assert_eq!(State::from_fragment(&state.to_fragment()), (state, vec![]));
        }
    }

    #[test]
    fn bad_numbers_are_named_and_the_example_stands() {
        for bad in ["1;2;3", "1,2;1;1;1;1", "1;2;3;4;x", ""] {
            let (state, problems) = State::from_fragment(&format!("sequence=csv&numbers={bad}&length=10"));
            assert_eq!(state.settings.source, source_from("csv").unwrap_or(Source::Sentence));
            assert_eq!(problems.iter().map(|p| p.key.as_str()).collect::<Vec<_>>(), ["numbers"], "{bad}");
        }
    }

    fn any_state() -> impl Strategy<Value = State> {
        let source = prop_oneof![
            Just(Source::Sentence),
            Just(Source::Impulse),
            Just(Source::Adding),
            Just(Source::Copy),
            (1_usize..=64, 5_usize..=40).prop_flat_map(|(columns, rows)| {
                let rows = prop::collection::vec(prop::collection::vec("-?[0-9]{1,6}(\\.[0-9]{1,6})?", columns), rows);
                rows.prop_filter_map("no table", |rows| {
                    let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
                    Numbers::new(&rows.join(";")).map(Source::Numbers)
                })
            }),
            prop::sample::select(&Dataset::ALL[..]).prop_map(Source::Series),
            ("\\PC{1,40}", any::<bool>()).prop_filter_map("no words", |(text, words)| {
                Text::new(&text, if words { By::Words } else { By::Characters }).ok().map(Source::Own)
            }),
        ];
        let hundredths = |low: i32, high: i32| (low..=high).prop_map(|n| f64::from(n) / 100.0);
        let knobs = (hundredths(10, 1000), hundredths(-300, 600), 0_u64..=MOST_SEED);
        let numbers = (5_usize..=308, any::<bool>(), 1_usize..=64, knobs);
        let steps =
            (prop::option::of(any::<prop::sample::Index>()), any::<[prop::sample::Index; 4]>(), any::<[bool; 2]>());
        (source, numbers, steps).prop_map(
            |(source, (length, normalised, units, (gain, bias, seed)), (read, at, passes))| {
                let is_text = matches!(source, Source::Sentence | Source::Own(_));
                let length = if is_text { Settings::default().length } else { length };
                let mut settings = Settings {
                    source,
                    length,
                    normalised,
                    units,
                    gain,
                    bias,
                    seed,
                    read: None,
                    mark: None,
                    chosen: vec![],
                };
                settings.length = settings.length.min(settings.longest());
                let steps = settings.steps();
                settings.read = read.map(|i| i.index(steps));
                let mut state = State::of(settings);
                let pass = |backward: bool| if backward { Pass::Backward } else { Pass::Forward };
                state.playhead.pass = pass(passes[0]);
                state.playhead.step = at[0].index(state.settings.timeline().right_end(state.playhead.pass) + 1);
                state.focus.step = at[1].index(steps);
                state.focus.unit = at[2].index(units);
                state.focus.cell = CellKind::ALL[at[3].index(3)];
                state.focus.part = parts(state.focus.cell)[at[1].index(parts(state.focus.cell).len())];
                state.focus.pass = pass(passes[1]);
                state.speed = SPEEDS[at[0].index(SPEEDS.len())];
                state.presenting = passes[0] && passes[1];
                state
            },
        )
    }

    proptest! {
        #[test]
        fn every_picture_survives_its_address(state in any_state()) {
            let fragment = state.to_fragment();
            prop_assert_eq!(State::from_fragment(&fragment), (state, vec![]), "{}", fragment);
        }

        #[test]
        fn no_address_panics(fragment in "\\PC*") {
            let (state, _) = State::from_fragment(&fragment);
            prop_assert_eq!(state.clone().clamped(), state);
        }

        #[test]
        fn no_hostile_address_panics(
            pairs in prop::collection::vec((0..Key::ALL.len(), "[a-z0-9.,%<>-]{0,12}"), 0..12)
        ) {
            let fragment: Vec<_> = pairs.iter().map(|(f, v)| format!("{}={v}", Key::ALL[*f].name())).collect();
            let (state, problems) = State::from_fragment(&fragment.join("&"));
            let mut named: Vec<_> = problems.iter().map(|p| &p.key).collect();
            named.dedup();
            prop_assert_eq!(named.len(), problems.len());
            prop_assert_eq!(state.clone().clamped(), state);
        }
    }
}
