//! The data sets that tasks learn from: files beside the page, fetched when a task needs them, and a person's own data.
//! Each actor owns its [`Sets`], and each [`Level`](super::Level) holds those that were loaded when it was made.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;
use std::{fmt, fs, io};

/// The data sets loaded so far, and a cache of values computed from them. Clones share both; cloning is cheap.
#[derive(Clone, Default)]
pub struct Sets(Rc<Held>);

/// The loaded texts and the cache. Texts never change here, so that cached values stay valid.
#[derive(Default)]
struct Held {
    texts: HashMap<String, Rc<str>>,
    /// The cache: for each type V the last computed value and its key, as a pair `(K, Rc<V>)`.
    last: RefCell<HashMap<TypeId, Box<dyn Any>>>,
}

impl Sets {
    /// Loads all files of a folder, by their names. A browser has no folders: there [`Sets::bring`] adds them one by
    /// one.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read, or a file is not UTF-8.
    pub fn of_folder(folder: impl AsRef<Path>) -> io::Result<Self> {
        let mut sets = Self::default();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
                sets.bring(name, &fs::read_to_string(&path)?);
            }
        }
        Ok(sets)
    }

    /// Adds the content of a file, or replaces it. Clones made before do not change.
    pub fn bring(&mut self, name: &str, text: &str) {
        if self.get(name).is_some_and(|known| *known == *text) {
            return;
        }
        let mut texts = self.0.texts.clone();
        texts.insert(name.to_owned(), text.into());
        self.0 = Rc::new(Held { texts, ..Held::default() });
    }

    /// The content of a file; `None` if it is not loaded.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Rc<str>> {
        self.0.texts.get(name).cloned()
    }

    /// The value that `make` computes from these sets and the key `of`. The cache holds one value for each type V: the
    /// last.
    pub(super) fn worked_out<K: PartialEq + 'static, V: 'static>(&self, of: K, make: impl FnOnce() -> V) -> Rc<V> {
        let kind = TypeId::of::<V>();
        let last = self.0.last.borrow();
        let known = last.get(&kind).and_then(|known| known.downcast_ref::<(K, Rc<V>)>());
        if let Some((_, value)) = known.filter(|(own, _)| *own == of) {
            return Rc::clone(value);
        }
        drop(last);
        let made = Rc::new(make());
        self.0.last.borrow_mut().insert(kind, Box::new((of, Rc::clone(&made))));
        made
    }
}

/// Shows the names of the loaded files, not their contents.
impl fmt::Debug for Sets {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.debug_set().entries(self.0.texts.keys()).finish()
    }
}

#[cfg(test)]
pub mod tests {
    use std::cell::Cell;

    use super::*;

    /// The sets that are shipped with the page.
    pub fn shipped() -> Sets {
        Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets")).unwrap()
    }

    #[test]
    fn what_one_brings_another_does_not_see() {
        let mut ours = Sets::default();
        ours.bring("a", "1");
        let mut theirs = ours.clone();
        theirs.bring("b", "2");
        theirs.bring("a", "3");
        assert_eq!((ours.get("a").as_deref(), ours.get("b")), (Some("1"), None));
        assert_eq!((theirs.get("a").as_deref(), theirs.get("b").as_deref()), (Some("3"), Some("2")));
    }

    #[test]
    fn what_follows_from_a_text_is_worked_out_once_and_anew_from_another() {
        let mut sets = Sets::default();
        let count = Cell::new(0);
        let length = |sets: &Sets, of: &'static str| {
            let work = || {
                count.set(count.get() + 1);
                sets.get(of).map_or(0, |text| text.len())
            };
            *sets.worked_out(of, work)
        };
        sets.bring("a", "12345");
        assert_eq!((length(&sets, "a"), length(&sets.clone(), "a"), count.get()), (5, 5, 1), "a clone knows it, too");
        assert_eq!((length(&sets, "b"), length(&sets, "a"), count.get()), (0, 5, 3), "only the last is kept");
        sets.bring("a", "12345");
        assert_eq!((length(&sets, "a"), count.get()), (5, 3), "the same text is no news");
        sets.bring("a", "123");
        assert_eq!((length(&sets, "a"), count.get()), (3, 4));
    }

    #[test]
    fn values_of_another_type_are_kept_beside() {
        let sets = Sets::default();
        let work = || -> usize { panic!("it was worked out before") };
        assert_eq!((*sets.worked_out(1, || 2_usize), *sets.worked_out(1, || 2.5)), (2, 2.5));
        assert_eq!(*sets.worked_out(1, work), 2);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(Sets::of_folder("no such folder").is_err());
        assert!(shipped().get("poems.txt").is_some_and(|text| text.starts_with("Shal")));
    }
}
