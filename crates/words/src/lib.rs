//! The sentences of the page, and the formatting of numbers.
//!
//! Each module holds the texts of one part of the page, in a struct `Words` with one static per language: to translate
//! the page, add a static to each. [`fill`] replaces `{name}` in a text. [`mod@format`] writes numbers.

macro_rules! prose {
    ($($name:ident: $text:literal,)*) => {
        /// The texts of this part of the page.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $text] pub $name: &'static str,)*
        }

        /// English.
        pub static EN: Words = Words { $($name: $text,)* };

        /// The texts in the language of the page.
        #[must_use]
        pub fn words() -> &'static Words {
            &EN
        }
    };
}

pub mod choose;
pub mod compare;
pub mod format;
pub mod keys;
pub mod laboratory;
pub mod lesson;
mod nouns;
pub mod page;
pub mod results;
pub mod rich;
pub mod training;

/// Replaces each `{name}` in a text by its value.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
