//! What of the lessons has been done, kept in the browser and taken along in an address.

use std::collections::BTreeMap;

/// What every form of it begins with; what begins otherwise is of another version.
const VERSION: &str = "1";

/// The steps that have been seen, by the lesson's key: a bit a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress(BTreeMap<String, u64>);

impl Progress {
    /// Marks a step as seen; whether it was not yet.
    pub fn see(&mut self, key: &str, step: usize) -> bool {
        let seen = self.0.entry(key.to_owned()).or_default();
        let before = *seen;
        *seen |= 1 << step.min(63);
        *seen != before
    }

    /// Whether a step has been seen.
    #[must_use]
    pub fn has(&self, key: &str, step: usize) -> bool {
        self.0.get(key).is_some_and(|seen| seen >> step.min(63) & 1 == 1)
    }

    /// Whether all of so many steps have been seen.
    #[must_use]
    pub fn done(&self, key: &str, steps: usize) -> bool {
        (0..steps).all(|step| self.has(key, step))
    }

    /// Whether nothing has been seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The last lesson's key and step that both have been seen, in the order that is given.
    #[must_use]
    pub fn last<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Option<(&'a str, usize)> {
        let seen = keys.filter_map(|key| self.0.get(key).map(|seen| (key, 63 - seen.leading_zeros() as usize)));
        seen.last()
    }

    /// All of it, as it stands in an address or a file: `1-sequences.7-recurrence.1`.
    #[must_use]
    pub fn written(&self) -> String {
        let lessons = self.0.iter().map(|(key, seen)| format!("-{key}.{seen:x}"));
        std::iter::once(VERSION.to_owned()).chain(lessons).collect()
    }

    /// From such a text; none if it is of another version. Lessons that are not known are kept: they may come back.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (version, lessons) = text.split_once('-').unwrap_or((text, ""));
        let lesson = |lesson: &str| {
            let (key, seen) = lesson.split_once('.')?;
            let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            plain.then_some((key.to_owned(), u64::from_str_radix(seen, 16).ok().filter(|seen| *seen > 0)?))
        };
        (version == VERSION).then(|| Self(lessons.split('-').filter_map(lesson).collect()))
    }

    /// Adds what another has seen; whether that was more.
    pub fn add(&mut self, other: &Self) -> bool {
        let before = self.clone();
        other.0.iter().for_each(|(key, seen)| *self.0.entry(key.clone()).or_default() |= seen);
        *self != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_read_as_it_was_written() {
        let mut progress = Progress::default();
        assert!(progress.see("lstm", 2) && progress.see("bptt", 0) && !progress.see("bptt", 0));
        assert_eq!(progress.written(), "1-bptt.1-lstm.4");
        assert_eq!(Progress::read(&progress.written()), Some(progress.clone()));
        assert!(
            progress.has("lstm", 2)
                && !progress.has("lstm", 1)
                && progress.done("bptt", 1)
                && !progress.done("lstm", 3)
        );
        assert_eq!(progress.last(["bptt", "lstm", "gru"].into_iter()), Some(("lstm", 2)));
    }

    #[test]
    fn what_is_of_another_version_or_broken_is_left_out() {
        assert_eq!(Progress::read("2-bptt.1"), None);
        assert_eq!(Progress::read(""), None);
        let read = Progress::read("1-bptt.zz-<b>.1-lstm.3-x").unwrap_or_default();
        assert_eq!(read.written(), "1-lstm.3");
        let mut one = Progress::read("1-a.1").unwrap_or_default();
        assert!(one.add(&read) && !one.add(&read));
        assert_eq!(one.written(), "1-a.1-lstm.3");
    }
}
