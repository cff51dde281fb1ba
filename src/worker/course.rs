//! One cell's course of training in a worker of its own: in slices, so that whatever the page says is heard
//! at once, with a word of what has come of it a few times a second.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort};

use super::client::Client;
use super::host::Host;
use super::protocol::Request;
use crate::settings::State;
use crate::trace::CellKind;
use crate::training::{Session, Setup, lane};

/// A slice lasts so many milliseconds, or one step.
const SLICE: f64 = 16.0;
/// The page hears something at most every so many milliseconds.
const PACE: f64 = 100.0;

/// The run under way, and what the page knows of it.
#[derive(Default)]
pub struct Course {
    session: RefCell<Option<Session>>,
    running: Cell<bool>,
    /// Milliseconds a step, of late.
    speed: Cell<Option<f64>>,
    /// When the page was last told.
    told: Cell<f64>,
    /// What it was told last is not on the page yet.
    unseen: Cell<bool>,
    /// Those that train, where this worker leads them.
    trainers: RefCell<Vec<(CellKind, Rc<Client>)>>,
    /// Where the word for the next slice is put in: behind whatever the page has said.
    next: OnceCell<MessagePort>,
}

impl Course {
    /// Listens for the word for the next slice.
    pub fn prepare(host: &Rc<Host>) {
        let Ok(channel) = MessageChannel::new() else { return };
        let slicing = Rc::clone(host);
        let slice = Closure::<dyn Fn()>::new(move || slicing.slice());
        channel.port1().set_onmessage(Some(slice.as_ref().unchecked_ref()));
        slice.forget();
        // Set once, here.
        let _ = host.course.next.set(channel.port2());
    }

    fn schedule(&self) {
        if let Some(port) = self.next.get() {
            // A port of our own takes whatever it is given.
            let _ = port.post_message(&JsValue::NULL);
        }
    }
}

impl Host {
    /// Does what the page says, or has it done.
    pub fn train(&self, fragment: &str, cell: &str, command: &str) {
        let course = &self.course;
        if cell.is_empty() {
            return self.lead(fragment, command);
        }
        if command == "seen" {
            course.unseen.set(false);
            return;
        }
        let Some(cell) = CellKind::ALL.into_iter().find(|kind| kind.key() == cell) else { return };
        let (setup, _) = Setup::new(&State::from_fragment(fragment).0.settings);
        let is_new = course.session.borrow().as_ref().is_none_or(|session| session.setup != setup);
        if is_new || command == "stop" {
            let too_large = setup.is_too_large(cell);
            // Nothing is made of what would not fit; a small stand-in says so.
            let session = if too_large { Session::stand_in(setup, cell) } else { Session::new(setup, cell) };
            *course.session.borrow_mut() = Some(session);
            course.speed.set(None);
            course.running.set(course.running.get() && command != "stop" && !too_large);
        }
        match command {
            "start" => self.go(true),
            "pause" => self.go(false),
            "step" => {
                self.go(false);
                self.steps(0.0);
            }
            _ => {}
        }
        self.report();
        if course.running.get() {
            course.schedule();
        }
    }

    /// Passes on what the page says to the workers that train, which are started when first something is said; what
    /// they say goes to the page.
    fn lead(&self, fragment: &str, command: &str) {
        let trainers = &self.course.trainers;
        if trainers.borrow().is_empty() {
            *trainers.borrow_mut() = CellKind::ALL.iter().filter_map(|cell| self.start(*cell)).collect();
        }
        for (cell, trainer) in trainers.borrow().iter() {
            trainer.tell(Request::Train(fragment.into(), cell.key().into(), command.into()));
        }
    }

    fn start(&self, cell: CellKind) -> Option<(CellKind, Rc<Client>)> {
        let page = self.scope.clone();
        let say = move |reply: &Array| {
            // A page that has gone hears nothing.
            let _ = page.post_message(reply);
            None
        };
        // The same script as this worker's own.
        let client = Client::start(&self.scope.location().href(), true, say, || {});
        client.ok().map(|client| (cell, client))
    }

    fn go(&self, on: bool) {
        let may = self.course.session.borrow().as_ref().is_some_and(Session::may_go_on);
        self.course.running.set(on && may);
    }

    /// Makes steps for so many milliseconds, at least one.
    fn steps(&self, milliseconds: f64) {
        let course = &self.course;
        let mut session = course.session.borrow_mut();
        let Some(session) = session.as_mut() else { return };
        let (start, first) = (self.now(), session.step);
        loop {
            if !session.advance() {
                course.running.set(false);
                break;
            }
            if self.now() - start >= milliseconds {
                break;
            }
        }
        let made = (session.step - first).max(1) as f64;
        let each = (self.now() - start) / made;
        let of_late = course.speed.get().map_or(each, |before| 0.9 * before + 0.1 * each);
        course.speed.set(Some(of_late));
    }

    fn slice(&self) {
        let course = &self.course;
        if !course.running.get() {
            return;
        }
        self.steps(SLICE);
        if !course.running.get() || (self.now() - course.told.get() >= PACE && !course.unseen.get()) {
            self.report();
        }
        if course.running.get() {
            course.schedule();
        }
    }

    /// Tells the page how the run stands.
    fn report(&self) {
        let course = &self.course;
        let mut session = course.session.borrow_mut();
        let Some(session) = session.as_mut() else { return };
        self.send(0, lane(session, course.running.get(), course.speed.get()), false);
        course.told.set(self.now());
        course.unseen.set(true);
    }
}
