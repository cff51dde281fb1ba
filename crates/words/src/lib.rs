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

/// A function for each message: `left(cell: &str, share: f64 => format::share): "{cell}: {share} is left";`. What stands behind an
/// arrow writes that argument. The compiler checks that a text names all of its arguments, and no others.
macro_rules! messages {
    ($($name:ident($($argument:ident: $type:ty $(=> $write:path)?),*): $text:literal;)*) => {$(
        #[doc = $text]
        #[must_use]
        pub fn $name($($argument: $type),*) -> String {
            $($(let $argument = $write($argument);)?)*
            format!($text)
        }
    )*};
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
pub mod lesson;
pub mod models;
mod nouns;
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

/// Replaces each `{name}` in a text by its value.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
