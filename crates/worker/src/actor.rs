//! What reaches an actor, and what it has done. An actor knows no browser: it takes an event and the time, and gives
//! effects. The shell (`shell.rs`) carries them out, and brings what comes of them back as events.

use engine::trace::CellKind;
use model::command::Own;
use model::lab::Run;
use port::{Answer, Phase, Request};

/// Tells the time, in milliseconds.
pub type Now<'a> = &'a dyn Fn() -> f64;

/// One that acts.
pub trait Actor {
    /// Takes an event in, and gives what is to be done, in order. What does not concern it changes nothing.
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect>;
}

/// Another worker that this one has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// One that trains a cell.
    Trainer(CellKind),
    /// One that works out a part of each batch.
    Helper(usize),
    /// One that makes runs of a sweep.
    Sweeper(usize),
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timer {
    /// That nobody asks any more: then a picture is finished.
    Quiet,
    /// That a file that is on its way has come.
    Look,
    /// Nothing: it is time for the next piece of what a picture takes long for.
    Work,
}

/// What lies beside a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Beside {
    /// Nothing.
    #[default]
    Nothing,
    /// Numbers of a network in training.
    Singles(Vec<f32>),
    /// All numbers of a run, as they come to whoever draws it.
    Doubles(Vec<f64>),
    /// A file.
    Bytes(Vec<u8>),
    /// All numbers of a run.
    Run(Box<Run>),
}

/// A piece of a file that a person brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is the first.
    pub is_first: bool,
    /// The share of the file that has come with it; `None` if it is the last.
    pub share: Option<f64>,
    /// Of how many bytes, if only a part of them is read.
    pub cut: Option<f64>,
}

/// What reaches an actor.
#[derive(Clone, Debug)]
pub enum Event {
    /// Whoever started this worker asks for something, or says something; the request's number.
    Asked(u32, Request, Beside),
    /// The word for the next slice.
    Slice,
    /// The time that was waited for has passed.
    Woken(Timer),
    /// What a file holds that was read; none if there is no such file.
    Read(String, Option<Vec<u8>>),
    /// A file is this worker's alone, until it is unlocked.
    Locked(String),
    /// The beginning of a file that was read.
    Head(String, Option<Vec<u8>>),
    /// A file has been written, or is remembered where the browser does not keep it: then why it does not.
    Written(String, Result<(), String>),
    /// A set of data has come, or why it has not.
    Fetched(String, Result<String, String>),
    /// What ships with the page of a trained run has come, by the name of its file, or why it has not.
    Loaded(String, Result<Vec<u8>, String>),
    /// A piece of what a person brings has been read; or why it could not be.
    Brought(Own, Result<Piece, String>),
    /// A worker that this one has started says something.
    Heard(Whom, Answer, Beside),
    /// What has become of a worker that this one has started.
    Became(Whom, Phase),
}

/// What an actor has done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Whoever started this worker hears this, as the answer to the request of this number; 0 where it answers none.
    Say(u32, Answer, Beside),
    /// The word for the next slice is put in, behind whatever has been said: [`Event::Slice`] comes.
    Slice,
    /// After so many milliseconds, counted anew each time, [`Event::Woken`] comes.
    Wake(Timer, i32),
    /// What is in view and hangs on sweeps or progress is drawn anew.
    Redraw,
    /// A file is read: [`Event::Read`] comes.
    Read(String),
    /// No other tab is to write this file: [`Event::Locked`] comes, where there are no locks at once.
    Lock(String),
    /// Others may write this file again.
    Unlock(String),
    /// The beginning of a file is read: [`Event::Head`] comes.
    Head(String),
    /// A file is written: [`Event::Written`] comes.
    Write(String, Vec<u8>),
    /// A file is removed.
    Remove(String),
    /// Of the files whose names begin and end so only the last so many stay.
    Thin(&'static str, String, usize),
    /// A set of data is fetched: [`Event::Fetched`] comes.
    Fetch(String),
    /// What ships with the page of a trained run is fetched: [`Event::Loaded`] comes.
    Load(String),
    /// Another worker is told something; it is started if it is not there.
    Tell(Whom, Request, Beside),
    /// Another worker is asked for something, in the place of what it was asked before and has not begun.
    Ask(Whom, Request, Beside),
    /// What another worker was asked for is not wanted any more.
    Forget(Whom),
    /// Another worker is let go of: the next word to it starts a new one.
    Leave(Whom),
}

/// The numbers that lie beside a message; none if something else does.
#[must_use]
pub fn singles(beside: Beside) -> Option<Vec<f32>> {
    if let Beside::Singles(numbers) = beside { Some(numbers) } else { None }
}
