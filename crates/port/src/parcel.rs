//! A value that is carried as bytes until somebody needs it.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A value as bytes. The page's first part hands it on without the code that reads it; a later part opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Parcel<T> {
    bytes: Vec<u8>,
    of: PhantomData<fn() -> T>,
}

impl<T> Parcel<T> {
    /// One that holds nothing: it opens to `None`.
    #[must_use]
    pub const fn empty() -> Self {
        Self { bytes: vec![], of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Parcel<T> {
    /// Packs a value.
    #[must_use]
    pub fn of(value: &T) -> Self {
        // Postcard cannot fail here: it writes to memory, and every length is known.
        Self { bytes: postcard::to_allocvec(value).unwrap_or_default(), of: PhantomData }
    }

    /// Its value; `None` if it is empty.
    #[must_use]
    pub fn opened(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_opened_and_nothing_from_an_empty_one() {
        let value = vec![("a word".to_owned(), 0.5), (String::new(), f64::INFINITY)];
        assert_eq!(Parcel::of(&value).opened(), Some(value));
        assert_eq!(Parcel::<Vec<(String, f64)>>::empty().opened(), None);
    }
}
