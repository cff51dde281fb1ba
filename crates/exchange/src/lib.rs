//! What comes from other libraries and what goes to them. The page fetches the program `exchange` when a person opens a model or takes
//! one along; it answers each [`Ask`] from its own bytes alone.

pub mod film;
mod lacks;
mod notebook;
mod program;
mod read;
mod template;
mod write;

use port::exchange::{Ask, Reply, Unfilmed, Unwritten};

/// Answers the page: a reply, and the bytes that go beside it.
#[must_use]
pub fn answer(ask: Ask, beside: &[u8]) -> (Reply, Option<Vec<u8>>) {
    match ask {
        Ask::Read => (Reply::Read(read::read(beside)), None),
        Ask::Write(shown, format) => {
            let unreadable = || Unwritten::Failed(String::new());
            let written = shown.opened().ok_or_else(unreadable).and_then(|shown| write::write(&shown, format));
            match written {
                Ok((file, bytes)) => (Reply::Written(Ok(file)), Some(bytes)),
                Err(why) => (Reply::Written(Err(why)), None),
            }
        }
        // Only a browser has an encoder; where there is one, its program answers.
        Ask::Film(_) => (Reply::Filmed(Err(Unfilmed::NoEncoder)), None),
    }
}
