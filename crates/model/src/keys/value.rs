//! A person's choice for a key: the text as written, and the value it stands for.

use super::{Key, Kind, number, typed, whole};

/// A valid value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Whole(u64),
    /// A number.
    Real(f64),
    /// A name of the key's list.
    Name(&'static str),
    /// Names from the key's list. Invalid names in a text are left out.
    Names(Vec<&'static str>),
    /// Keys.
    Keys(Vec<Key>),
    /// A text.
    Text(String),
}

impl Value {
    /// Reads a key's value, without checks that depend on other settings; `None` if it is invalid.
    #[must_use]
    pub fn read(key: Key, written: &str) -> Option<Self> {
        let within = |range: (u64, u64)| move |n: &u64| (range.0..=range.1).contains(n);
        match key.kind() {
            Kind::Flag => match written {
                "yes" => Some(Self::Flag(true)),
                "no" => Some(Self::Flag(false)),
                _ => None,
            },
            Kind::Whole(range) => whole(written).filter(within(range)).map(Self::Whole),
            Kind::Within(_) => whole(written).map(Self::Whole),
            Kind::Count((low, high)) => {
                let inside = number(written).filter(|n| (low as f64..=high as f64).contains(n));
                inside.map(|n| Self::Whole(n as u64))
            }
            Kind::Real((low, high)) => number(written).filter(|n| (low..=high).contains(n)).map(Self::Real),
            Kind::Step(all) => number(written).filter(|n| all.contains(n)).map(Self::Real),
            Kind::One(names) => find(names, written).map(Self::Name),
            Kind::Named(names) => find(&names(), written).map(Self::Name),
            Kind::Set(names) => Some(Self::Names(split(written).filter_map(|name| find(names, name)).collect())),
            Kind::Keys => Some(Self::Keys(split(written).filter_map(Key::named).collect())),
            Kind::Text => Some(Self::Text(written.to_owned())),
        }
    }
}

impl Key {
    /// Converts what a person typed into a field of this key to the address's format: if the field takes one number, a
    /// decimal comma becomes a point. Any other text stays as it is.
    #[must_use]
    pub fn typed(self, text: &str) -> String {
        let is_number =
            matches!(self.kind(), Kind::Whole(_) | Kind::Within(_) | Kind::Count(_) | Kind::Real(_) | Kind::Step(_));
        // A field of Edits holds one of its numbers.
        let is_read = (is_number || self == Self::Edits) && number(text).is_none() && typed(text).is_ok();
        if is_read { text.replace(',', ".") } else { text.to_owned() }
    }
}

/// The names of a list with commas.
fn split(written: &str) -> impl Iterator<Item = &str> {
    written.split(',').filter(|name| !name.is_empty())
}

fn find(names: &[&'static str], written: &str) -> Option<&'static str> {
    names.iter().copied().find(|name| *name == written)
}

/// A choice: a key, the text that a person wrote, and its value. An invalid text is kept, so that its field can show it
/// with a message; it has no effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    key: Key,
    written: String,
    value: Option<Value>,
}

impl Choice {
    /// Reads the text written for a key.
    #[must_use]
    pub fn new(key: Key, written: &str) -> Self {
        Self { key, written: written.to_owned(), value: Value::read(key, written) }
    }

    /// The key.
    #[must_use]
    pub fn key(&self) -> Key {
        self.key
    }

    /// The text as written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The value; `None` if the text is not valid.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    /// The invalid part of the text: all of it, or the wrong names of a list.
    #[must_use]
    pub fn wrong(&self) -> Option<String> {
        let is_known = |name: &&str| match self.key.kind() {
            Kind::Set(names) => names.contains(name),
            _ => Key::named(name).is_some(),
        };
        match &self.value {
            None => Some(self.written.clone()),
            Some(Value::Names(_) | Value::Keys(_)) => {
                let wrong: Vec<&str> = split(&self.written).filter(|name| !is_known(name)).collect();
                (!wrong.is_empty()).then(|| wrong.join(","))
            }
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_hands_the_address_a_point_and_leaves_lists_and_texts_alone() {
        assert_eq!(Key::Rate.typed("0,005"), "0.005");
        assert_eq!(Key::Rate.typed(" −2,5e-4"), " −2.5e-4");
        assert_eq!(Key::TrainUnits.typed("12,0"), "12.0");
        assert_eq!(Key::Edits.typed("-0,25"), "-0.25");
        // What cannot be used stays as it was typed, to be told; and what an address reads stays as it is.
        for text in ["1,500", "1.500,5", "abc", "", "0.5", "−3", "+1", "7"] {
            assert_eq!(Key::Rate.typed(text), text);
        }
        // Commas between numbers, names or words are no decimal signs.
        assert_eq!(Key::Numbers.typed("1,2;3,4"), "1,2;3,4");
        assert_eq!(Key::Numbers.typed("1,2"), "1,2");
        assert_eq!(Key::Text.typed("0,5"), "0,5");
    }
}
