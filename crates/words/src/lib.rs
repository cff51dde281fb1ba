//! The sentences of the page, and the formatting of numbers.
//!
//! Each module holds the texts of one part of the page in a struct `Words`. They stand in `texts`, a file a part, in Fluent's
//! form (projectfluent.org), which translators know and their tools read; `build.rs` makes the struct of it. A text that is told
//! numbers or names is a function with typed arguments, which the macro `messages!` makes of a line; [`fill`], which replaces
//! `{name}` in a text, is what such functions take the place of.
//! [`mod@format`] writes numbers.

// Each text is its own documentation, and some name an address as people read it.
#![allow(rustdoc::bare_urls)]

/// The texts of a part of the page, from its file in `texts`: see `build.rs`.
macro_rules! prose {
    ($part:literal) => {
        include!(concat!(env!("OUT_DIR"), "/", $part, ".rs"));
    };
}

/// A function for each text that is told numbers or names, with the types of what it is told: `left(cell: &str, share: f64 =>
/// format::share);`. What stands behind an arrow writes that argument, and `counted` a number that a plural goes by. A test checks that
/// a text names all of its arguments, and no others.
macro_rules! messages {
    ($($name:ident($($argument:ident: $type:ty $(=> $write:path)?),*);)*) => {
        $(
            #[doc = concat!("The text `", stringify!($name), "`, told what it names.")]
            #[must_use]
            pub fn $name($($argument: $type),*) -> String {
                #[allow(unused_imports)]
                use crate::message::counted;
                $($(let $argument = $write($argument);)?)*
                crate::message::say(words().$name, &[$((stringify!($argument), &$argument)),*])
            }
        )*

        /// Each of these texts, and the names of what it is told.
        #[cfg(test)]
        pub(crate) fn messages() -> Vec<(&'static str, &'static str, &'static [&'static str])> {
            vec![$((stringify!($name), words().$name, &[$(stringify!($argument)),*])),*]
        }
    };
}

pub mod along;
pub mod brought;
pub mod causes;
pub mod choose;
pub mod compare;
pub mod figures;
pub mod film;
pub mod format;
pub mod frame;
pub mod invisible;
pub mod keys;
pub mod laboratory;
mod language;
pub mod lesson;
mod message;
pub mod models;
pub mod offline;
pub mod page;
pub mod plots;
pub mod quantities;
pub mod reference;
pub mod results;
pub mod rich;
pub mod start;
pub mod trained;
pub mod training;

#[cfg(not(target_arch = "wasm32"))]
pub use language::texts;
pub use language::{Language, as_fetched, has_all, language, page_of, speak, speak_on};

/// Replaces each `{name}` in a text by its value, and chooses between the cases of a choice.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let told: Vec<(&str, &dyn message::Told)> = values.iter().map(|(name, value)| (*name, value as _)).collect();
    message::say(text, &told)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// What a text puts in or chooses by.
    fn named(text: &str) -> BTreeSet<&str> {
        let put = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        let chosen = text.split('\u{1}').skip(1).filter_map(|rest| rest.split_once('\u{2}'));
        let names = put.chain(chosen).map(|own| own.0);
        names
            .filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'))
            .collect()
    }

    #[test]
    fn a_text_names_what_it_is_told_and_nothing_else() {
        let parts = [
            super::along::messages(),
            super::brought::messages(),
            super::causes::messages(),
            super::choose::messages(),
            super::compare::messages(),
            super::figures::messages(),
            super::film::messages(),
            super::frame::messages(),
            super::laboratory::messages(),
            super::models::messages(),
            super::offline::messages(),
            super::plots::messages(),
            super::reference::messages(),
            super::results::messages(),
            super::start::messages(),
            super::trained::messages(),
            super::training::messages(),
        ];
        for (name, text, told) in parts.into_iter().flatten() {
            assert_eq!(named(text), told.iter().copied().collect(), "{name}");
        }
    }
}
