//! The worker: what computes off the page's thread. Its code runs in the page itself where a browser gives none.
//!
//! - [`actor`]: what reaches an actor, and what it has done. Each is one that acts, and knows no browser:
//!   [`artist`] (answers the page), with it [`leader`] (of those that train), [`sweeper`] (of those that make runs) and
//!   [`teacher`]; [`trainer`] with its [`filing`], [`helper`], [`maker`]; and [`keeper`] (of what the browser does not keep).
//! - [`sent`]: what the page has already;  [`record`]: a file that every tab adds to.
//! - [`shell`]: posts, listens, keeps files; with it [`files`] and [`fetched`].
//! - [`mod@bench`]: what is measured, and no page calls.

mod actor;
mod artist;
mod bench;
mod bringer;
mod fetched;
mod files;
mod filing;
mod helper;
mod keeper;
mod leader;
mod maker;
mod record;
mod runs;
mod sent;
mod sheet;
mod shell;
mod sweeper;
mod teacher;
mod trainer;
#[cfg(test)]
mod trial;
mod waiting;

fn main() {
    port::speak();
    shell::serve();
}
