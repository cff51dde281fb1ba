//! Every sentence of the page, and how numbers are written: one value a language. A translation is one more static of
//! each type `Words`. `{name}` in a text is filled in by [`fill`].
//!
//! - [`mod@format`]: how numbers are written.
//! - the others: the prose of one part of the page each.

macro_rules! prose {
    ($($name:ident: $text:literal,)*) => {
        /// Every text of this part.
        #[derive(Debug)]
        pub struct Words {
            $(#[doc = $text] pub $name: &'static str,)*
        }

        /// English.
        pub static EN: Words = Words { $($name: $text,)* };

        /// In the language of the page.
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
pub mod page;
pub mod results;
pub mod training;

/// Fills `{name}` in a text.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
