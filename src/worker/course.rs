//! One cell's course of training in a worker of its own: in slices, so that whatever the page says is heard
//! at once, with a word of what has come of it a few times a second.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageChannel, MessagePort};

use super::client::Client;
use super::helpers::Helpers;
use super::host::Host;
use super::kept;
use super::protocol::{Parts, Request};
use super::sweeping::Sweeping;
use crate::keys::Key;
use crate::laboratory::trained;
use crate::settings::State;
use crate::trace::CellKind;
use crate::training::{EXTENT, Extent, Session, Setup, Share, Standing, TEMPERATURE, lane, no_worker, temperature};

/// A slice lasts so many milliseconds, or one step.
const SLICE: f64 = 16.0;
/// A slice in a thread that others need.
const SHORT: f64 = 4.0;
/// So many workers are replaced, and no more.
const DEATHS: u32 = 9;
/// The run is kept in the browser every so many milliseconds.
const KEEP: f64 = 3000.0;
/// The page hears something at most every so many milliseconds.
const PACE: f64 = 100.0;

/// The run under way, and what the page knows of it.
#[derive(Default)]
pub struct Course {
    pub session: RefCell<Option<Session>>,
    running: Cell<bool>,
    /// Milliseconds a step, of late.
    speed: Cell<Option<f64>>,
    /// When the last step was made of which others had parts.
    stepped: Cell<f64>,
    /// When the page was last told.
    told: Cell<f64>,
    /// What it was told last is not on the page yet.
    unseen: Cell<bool>,
    /// When it was last kept in the browser, and whether it is being kept now.
    kept: Cell<f64>,
    keeping: Cell<bool>,
    /// The step that is in the browser's files.
    kept_step: Cell<Option<usize>>,
    /// So many milliseconds lie between two words to the page, at least.
    pace: Cell<f64>,
    /// There is something to keep.
    to_keep: Cell<bool>,
    /// The step whose weights are looked at; none for now.
    at: Cell<Option<usize>>,
    /// The temperature at which networks write.
    temperature: Cell<f64>,
    /// The next step fails.
    traps: Cell<bool>,
    /// The worker's own state, for what goes on by itself.
    pub own: OnceCell<Weak<Host>>,
    /// Those that train, where this worker leads them.
    trainers: RefCell<Vec<(CellKind, Rc<Client>)>>,
    /// How many of them have died.
    deaths: Cell<u32>,
    /// What they were last told of the settings.
    pub settings: RefCell<String>,
    /// What the axes of all lanes show at least.
    extent: Cell<Extent>,
    /// What each lane shows, where this worker leads those that train.
    extents: RefCell<[Extent; 3]>,
    /// What the page said last, while data is fetched: the settings, and what to do.
    pub waiting: RefCell<Option<(String, String)>>,
    /// Data is being fetched.
    pub fetching: Cell<bool>,
    /// This worker stands for one that has died.
    stands_in: Cell<bool>,
    /// Sweeps of many runs.
    pub sweeping: Sweeping,
    /// Those that work out parts of its batches.
    pub helpers: Helpers,
    /// The word for the next slice has been put in.
    scheduled: Cell<bool>,
    /// Where the word for the next slice is put in: behind whatever the page has said.
    next: OnceCell<MessagePort>,
}

impl Course {
    /// Listens for the word for the next slice.
    pub fn prepare(host: &Rc<Host>) {
        // Set once, here, as is the port below.
        let _ = host.course.own.set(Rc::downgrade(host));
        let Ok(channel) = MessageChannel::new() else { return };
        let slicing = Rc::clone(host);
        let slice = Closure::<dyn Fn()>::new(move || slicing.slice());
        channel.port1().set_onmessage(Some(slice.as_ref().unchecked_ref()));
        slice.forget();
        let _ = host.course.next.set(channel.port2());
    }

    /// Takes in how long a step took, in milliseconds.
    fn went(&self, each: f64) {
        let of_late = self.speed.get().map_or(each, |before| 0.9 * before + 0.1 * each);
        self.speed.set(Some(of_late));
    }

    /// Where a cell's run is kept.
    fn name(&self) -> Option<String> {
        self.session.borrow().as_ref().map(|session| format!("train-{}", session.cell.key()))
    }

    /// Has the next slice made.
    pub fn schedule(&self) {
        if let (Some(port), false) = (self.next.get(), self.scheduled.replace(true)) {
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
        // The page's settings change only with another command.
        if command == "seen" {
            course.unseen.set(false);
            return;
        }
        if let Some(extent) = command.strip_prefix(EXTENT) {
            course.extent.set(Extent::read(extent).unwrap_or_default());
            if !course.running.get() {
                self.report();
            }
            return;
        }
        if let Some(place) = cell.strip_prefix("sweep-") {
            return self.make_runs(fragment, place, command);
        }
        let Some(cell) = CellKind::ALL.into_iter().find(|kind| kind.key() == cell) else { return };
        course.settings.replace(fragment.into());
        // A step that is on its way is made anew when the run goes on: it gives the same.
        course.helpers.forget();
        let settings = State::from_fragment(fragment).0.settings;
        if Setup::new(&settings).0.level.missing().is_some() {
            return self.fetch_sets(fragment, cell, command);
        }
        course.at.set(settings.whole(Key::Moment));
        course.temperature.set(temperature(&settings).unwrap_or(TEMPERATURE));
        let (setup, _) = Setup::new(&settings);
        let is_new = course.session.borrow().as_ref().is_none_or(|session| session.setup != setup);
        if is_new || command == "stop" {
            let too_large = setup.is_too_large(cell);
            // Nothing is made of what would not fit; a small stand-in says so.
            let session = if too_large { Session::stand_in(setup, cell) } else { Session::new(setup, cell) };
            *course.session.borrow_mut() = Some(session);
            course.speed.set(None);
            course.running.set(course.running.get() && command != "stop" && !too_large);
            if command != "stop" && !too_large && !course.running.get() {
                self.restore();
            }
        }
        match command {
            "start" => {
                course.stands_in.set(false);
                self.go(true);
            }
            "pause" | "leave" => {
                self.go(false);
                self.keep();
            }
            "step" => {
                self.go(false);
                self.steps(0.0);
            }
            "stop" => self.keep(),
            trap if trap.strip_prefix("trap-") == Some(cell.key()) => course.traps.set(true),
            "again" => course.stands_in.set(true),
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
        self.course.settings.replace(fragment.into());
        if command == FORGET {
            return self.forget_progress();
        }
        let sweep = command.strip_prefix("sweep-");
        if let Some(sweep) = sweep {
            self.sweep(fragment, sweep);
        }
        let elsewhere = State::from_fragment(fragment).0.settings.name(Key::View) != Some("train");
        if elsewhere && (trainers.borrow().is_empty() || sweep.is_none_or(|sweep| sweep == "cancel")) {
            // Whoever trains goes on: other views have nothing to say to them.
            return;
        }
        if trainers.borrow().is_empty() {
            *trainers.borrow_mut() = CellKind::ALL.map(|cell| self.start(cell)).into();
        }
        // A sweep has the machine for itself.
        let command = if sweep.is_some_and(|sweep| sweep != "cancel") { "pause" } else { command };
        self.fetch_for_controls(fragment);
        for (cell, trainer) in trainers.borrow().iter() {
            trainer.tell(Request::Train(fragment.into(), cell.key().into(), command.into()));
        }
    }

    /// Starts the worker that trains a cell; where it cannot be had, the cell is trained here.
    fn start(&self, cell: CellKind) -> (CellKind, Rc<Client>) {
        let own = self.course.own.get().cloned();
        let leader = own.clone();
        let say = move |reply: &Array| {
            if let Some(host) = leader.as_ref().and_then(Weak::upgrade) {
                // A page that has gone hears nothing.
                let _ = host.port.post_message(reply);
                host.spread(cell, reply);
            }
            None
        };
        let failed = move || {
            if let Some(host) = own.as_ref().and_then(Weak::upgrade) {
                host.start_again(cell);
            }
        };
        // The same script as this worker's own; a page that could not have this one has no other.
        let address = self.alone.then(|| self.scope.location().href());
        let here = |port: MessagePort| Self::listen(port, false);
        (cell, Client::start(address.as_deref(), true, Box::new(say), Box::new(failed), Some(Box::new(here))))
    }

    /// Has all lanes draw the same axes as this one, which has just been drawn.
    fn spread(&self, cell: CellKind, reply: &Array) {
        let parts = Parts::from_message(reply).0;
        let own = parts.iter().find(|(id, _)| id == EXTENT).and_then(|(_, text)| Extent::read(text));
        let Some(own) = own else { return };
        let course = &self.course;
        course.extents.borrow_mut()[cell as usize] = own;
        let all = course.extents.borrow().iter().fold(own, |all, extent| all.with(*extent));
        if course.extent.replace(all) != all {
            for (cell, trainer) in course.trainers.borrow().iter() {
                let command = format!("{EXTENT}{}", all.written());
                trainer.tell(Request::Train(String::new(), cell.key().into(), command));
            }
        }
    }

    /// Puts a new worker in the place of one that has died, and has it say so; but not of one that never listened,
    /// or again and again.
    fn start_again(&self, cell: CellKind) {
        let course = &self.course;
        let listened = |(other, trainer): &(CellKind, Rc<Client>)| *other == cell && trainer.has_listened();
        let begun = course.trainers.borrow().iter().any(listened);
        course.deaths.set(course.deaths.get() + 1);
        let fresh = (begun && course.deaths.get() <= DEATHS).then(|| self.start(cell));
        let Some(fresh) = fresh else {
            self.send(0, vec![(format!("train-{}-progress", cell.key()), no_worker(cell))], false);
            return;
        };
        fresh.1.tell(Request::Train(course.settings.borrow().clone(), cell.key().into(), "again".into()));
        let mut trainers = course.trainers.borrow_mut();
        trainers.retain(|(other, _)| *other != cell);
        trainers.push(fresh);
    }

    /// Goes on with what was kept of this run, if something was.
    fn restore(&self) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        spawn_local(async move {
            let Some(name) = host.course.name() else { return };
            let Ok(bytes) = kept::read(&host.scope, &name).await else { return };
            let restored = host.course.session.borrow_mut().as_mut().is_some_and(|session| {
                // Whoever has begun anew meanwhile wants no old run.
                session.record.step == 0 && session.restore(&bytes)
            });
            if restored {
                host.report();
            }
        });
    }

    /// Keeps the run in the browser, so that it can go on after a reload or an error.
    fn keep(&self) {
        let course = &self.course;
        let Some(host) = course.own.get().and_then(Weak::upgrade) else { return };
        let Some(name) = course.name() else { return };
        course.kept.set(self.now());
        course.to_keep.set(true);
        if course.keeping.replace(true) {
            return;
        }
        spawn_local(async move {
            // What has come to pass meanwhile is kept next.
            while host.course.to_keep.replace(false) {
                let session = host.course.session.borrow().as_ref().map(|s| (s.save(), s.record.step));
                let Some((bytes, step)) = session else { break };
                // Where the browser keeps nothing, the run is there as long as the page.
                if kept::write(&host.scope, &name, &bytes).await.is_ok() {
                    host.course.kept_step.set(Some(step));
                }
            }
            host.course.keeping.set(false);
            if !host.course.running.get() {
                host.report();
            }
        });
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
        let (start, first) = (self.now(), session.record.step);
        loop {
            assert!(!course.traps.get(), "asked for by a test");
            if !session.advance() {
                course.running.set(false);
                break;
            }
            if self.now() - start >= milliseconds {
                break;
            }
        }
        let made = (session.record.step - first).max(1) as f64;
        let each = (self.now() - start) / made;
        course.went(each);
    }

    fn slice(&self) {
        let course = &self.course;
        course.scheduled.set(false);
        if self.has_runs() {
            return self.make_steps();
        }
        if !course.running.get() {
            return;
        }
        if course.helpers.is_waiting() {
            return;
        }
        let trap = course.traps.get();
        if trap || !self.begin_step() {
            self.steps(if self.alone { SLICE } else { SHORT });
            self.after_steps();
        }
    }

    /// Makes a step from what all parts of its batch have given.
    pub fn finish_step(&self, shares: Vec<Vec<Share>>) {
        let made = self.course.session.borrow_mut().as_mut().is_some_and(|session| session.take(shares));
        let (now, before) = (self.now(), self.course.stepped.replace(self.now()));
        if now - before < 10.0 * PACE {
            self.course.went(now - before);
        }
        self.course.running.set(self.course.running.get() && made);
        self.after_steps();
    }

    /// What is due between slices: word to the page, something kept, the next slice.
    fn after_steps(&self) {
        let course = &self.course;
        if !course.running.get()
            || (self.now() - course.told.get() >= course.pace.get().max(PACE) && !course.unseen.get())
        {
            self.report();
        }
        if !course.running.get() || self.now() - course.kept.get() >= KEEP {
            self.keep();
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
        let state = Standing {
            at: course.at.get(),
            temperature: course.temperature.get(),
            running: course.running.get(),
            speed: course.speed.get(),
            again: course.stands_in.get(),
            alone: self.alone,
            extent: course.extent.get(),
            kept: course.kept_step.get(),
        };
        let start = self.now();
        let told = self.send(0, lane(session, state), false);
        course.told.set(self.now());
        // What takes long to draw is drawn less often: a tenth of the time at most.
        course.pace.set(10.0 * (self.now() - start));
        course.unseen.set(told);
    }
}

impl Host {
    /// Brings what training left, which a request asks for, and answers it then. A run that has just been paused
    /// may still be on its way to the browser's files: it is looked for a few times.
    pub fn bring_trained(&self, message: JsValue, finish: Function, fragment: String) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        spawn_local(async move {
            // How wide its network is may follow from the data. Where that cannot be had, there is no such run.
            let _ = host.fetch_missing(|_| fragment.clone()).await;
            let State { settings, focus, .. } = State::from_fragment(&fragment).0;
            for look in 0..LOOKS {
                let mut files = [None, None, None];
                for cell in CellKind::ALL {
                    files[cell as usize] = kept::read(&host.scope, &format!("train-{}", cell.key())).await.ok();
                }
                if trained::bring(&settings, focus.cell, files) || look + 1 == LOOKS {
                    break;
                }
                let wait = Promise::new(&mut |resolve, _| {
                    // A worker that cannot wait looks again at once.
                    let _ = host.scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 100);
                });
                // It resolves, or the worker ends.
                let _ = JsFuture::from(wait).await;
            }
            host.answer(&message, &finish);
        });
    }
}

/// The command that forgets what of the lessons has been done.
const FORGET: &str = "forget-progress";

/// How often a run's files are looked for, a tenth of a second apart.
const LOOKS: usize = 10;
