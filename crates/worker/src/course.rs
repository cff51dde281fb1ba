//! One cell's course of training in a worker of its own: in slices, so that whatever is said is heard at once, with a
//! word of what has come of it a few times a second.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageChannel, MessagePort};

use crate::helpers::Helpers;
use crate::host::Host;
use crate::sweeping::Sweeping;
use engine::trace::CellKind;
use learn::training::{RUN, Session, Setup, Share, TEMPERATURE, saved_step, temperature};
use model::keys::Key;
use model::settings::State;
use pictures::training::{Extent, Standing, lane};
use port::{Answer, Lane, Order};

/// A slice lasts so many milliseconds, or one step.
const SLICE: f64 = 16.0;
/// A slice in a thread that others need.
const SHORT: f64 = 4.0;
/// The run is kept in the browser every so many milliseconds.
const KEEP: f64 = 3000.0;
/// The page hears something at most every so many milliseconds.
const PACE: f64 = 100.0;
/// So many runs of a cell are kept; of more the oldest goes.
const RUNS: usize = 24;
/// So much of a file tells whose run it is.
const HEAD: u32 = 4096;

/// An order that waits: at which settings, its number, and what it says.
pub type Waiting = (State, u32, Order);

/// A run that is to be kept: its file, how far it is, and all of it.
struct ToKeep {
    file: String,
    identity: String,
    step: usize,
    bytes: Vec<u8>,
}

/// The run under way, and what the page knows of it.
#[derive(Default)]
pub struct Course {
    pub session: RefCell<Option<Session>>,
    running: Cell<bool>,
    /// The number of the last order that was carried out.
    order: Cell<u32>,
    /// Milliseconds a step, of late.
    speed: Cell<Option<f64>>,
    /// When the last step was made of which others had parts.
    stepped: Cell<f64>,
    /// When the page was last told.
    told: Cell<f64>,
    /// What it was told last is not on the page yet.
    unseen: Cell<bool>,
    /// When the run was last handed over to be kept.
    kept: Cell<f64>,
    /// A run is being written.
    keeping: Cell<bool>,
    /// What is to be written.
    to_keep: RefCell<VecDeque<ToKeep>>,
    /// The step that is in the browser's files.
    kept_step: Cell<Option<usize>>,
    /// What was kept of this run is being read; orders wait.
    restoring: Cell<bool>,
    pending: RefCell<VecDeque<Waiting>>,
    /// So many milliseconds lie between two words to the page, at least.
    pace: Cell<f64>,
    /// The step whose weights are looked at; none for now.
    at: Cell<Option<usize>>,
    /// The temperature at which networks write.
    temperature: Cell<f64>,
    /// The worker's own state, for what goes on by itself.
    pub own: OnceCell<Weak<Host>>,
    /// What the axes of all lanes show at least.
    pub extent: Cell<Extent>,
    /// What was said last, while data is fetched.
    pub waiting: RefCell<Option<Waiting>>,
    /// Data is being fetched.
    pub fetching: Cell<bool>,
    /// This worker stands for one that has died, of this cause.
    stands_in: RefCell<Option<String>>,
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

    /// Has the next slice made.
    pub fn schedule(&self) {
        if let (Some(port), false) = (self.next.get(), self.scheduled.replace(true)) {
            // A port of our own takes whatever it is given.
            let _ = port.post_message(&JsValue::NULL);
        }
    }
}

impl Host {
    /// The worker's state, for what goes on by itself.
    pub fn me(&self) -> Option<Rc<Self>> {
        self.course.own.get().and_then(Weak::upgrade)
    }

    /// Carries an order out.
    pub fn train(&self, cell: CellKind, state: State, number: u32, order: Order) {
        let course = &self.course;
        match order {
            Order::Seen => return course.unseen.set(false),
            Order::Widen(extent) => {
                course.extent.set(extent);
                if !course.running.get() {
                    self.report();
                }
                return;
            }
            _ if course.restoring.get() => {
                return course.pending.borrow_mut().push_back((state, number, order));
            }
            _ => {}
        }
        self.state.replace(state.clone());
        // A step that is on its way is made anew when the run goes on: it gives the same.
        course.helpers.forget();
        let settings = &state.settings;
        let (setup, _) = Setup::new(settings);
        if setup.level.missing().is_some() {
            return self.fetch_sets(cell, (state, number, order));
        }
        course.at.set(settings.whole(Key::Moment));
        course.temperature.set(temperature(settings).unwrap_or(TEMPERATURE));
        let is_new = course.session.borrow().as_ref().is_none_or(|session| session.setup != setup);
        if is_new && self.begin(setup, cell) && order != Order::Stop {
            // What was kept of it is read first.
            course.pending.borrow_mut().push_back((state, number, order));
            return self.restore();
        }
        course.order.set(number);
        match order {
            Order::Start => {
                course.stands_in.take();
                self.go(true);
            }
            Order::Pause => {
                self.go(false);
                self.keep();
            }
            Order::Step => {
                self.go(false);
                self.steps(0.0);
                self.keep();
            }
            Order::Stop => {
                self.go(false);
                self.begin_anew();
            }
            Order::Succeed(cause) => *course.stands_in.borrow_mut() = Some(cause).filter(|cause| !cause.is_empty()),
            Order::Attend | Order::Seen | Order::Widen(_) => {}
        }
        self.report();
        if course.running.get() {
            course.schedule();
        }
    }

    /// Takes up another run, after the one before has been kept; whether there may be something kept of it.
    fn begin(&self, setup: Setup, cell: CellKind) -> bool {
        self.keep();
        let course = &self.course;
        let too_large = setup.is_too_large(cell);
        // Nothing is made of what would not fit; a small stand-in says so.
        let session = if too_large { Session::stand_in(setup, cell) } else { Session::new(setup, cell) };
        *course.session.borrow_mut() = Some(session);
        course.speed.set(None);
        course.kept_step.set(None);
        course.running.set(course.running.get() && !too_large);
        !too_large
    }

    /// Begins the run anew, and forgets what was kept of it.
    fn begin_anew(&self) {
        let course = &self.course;
        let Some((setup, cell)) = course.session.borrow().as_ref().map(|own| (own.setup.clone(), own.cell)) else {
            return;
        };
        let file = setup.file(cell);
        course.to_keep.borrow_mut().retain(|own| own.file != file);
        if !setup.is_too_large(cell) {
            *course.session.borrow_mut() = Some(Session::new(setup, cell));
        }
        course.speed.set(None);
        course.kept_step.set(None);
        let Some(host) = self.me() else { return };
        spawn_local(async move { host.files.remove(&file).await });
    }

    /// Goes on with what was kept of this run, if something was; then with the orders that have come meanwhile.
    fn restore(&self) {
        let Some(host) = self.me() else { return };
        self.course.restoring.set(true);
        spawn_local(async move {
            let course = &host.course;
            let file = course.session.borrow().as_ref().map(|session| session.setup.file(session.cell));
            let bytes = match file {
                Some(file) => host.files.read(&file).await,
                None => None,
            };
            if let (Some(bytes), Some(session)) = (bytes, course.session.borrow_mut().as_mut())
                && session.restore(&bytes)
            {
                course.kept_step.set(Some(session.record.step));
            }
            course.restoring.set(false);
            if course.running.get() {
                course.schedule();
            }
            let cell = course.session.borrow().as_ref().map(|session| session.cell);
            let pending = course.pending.take();
            for (state, number, order) in pending {
                if let Some(cell) = cell {
                    host.train(cell, state, number, order);
                }
            }
        });
    }

    /// Keeps the run in the browser, so that it can go on after a reload or an error, and opens in the Lab.
    fn keep(&self) {
        let course = &self.course;
        let Some(host) = self.me() else { return };
        let due = course.session.borrow().as_ref().filter(|own| own.record.step > 0).map(|session| ToKeep {
            file: session.setup.file(session.cell),
            identity: session.setup.identity(session.cell),
            step: session.record.step,
            bytes: session.save(),
        });
        let Some(due) = due else { return };
        course.kept.set(self.now());
        {
            let mut all = course.to_keep.borrow_mut();
            all.retain(|own| own.file != due.file);
            all.push_back(due);
        }
        if course.keeping.replace(true) {
            return;
        }
        spawn_local(async move {
            loop {
                // What has come to pass meanwhile is kept next.
                let next = host.course.to_keep.borrow_mut().pop_front();
                let Some(next) = next else { break };
                host.keep_run(next).await;
            }
            host.course.keeping.set(false);
            if !host.course.running.get() {
                host.report();
            }
        });
    }

    /// Writes a run, unless it was kept farther already, by another tab.
    async fn keep_run(&self, run: ToKeep) {
        let ToKeep { file, identity, step, bytes } = run;
        let before = self.files.head(&file, HEAD).await.and_then(|head| saved_step(&head, &identity));
        let is_new = before.is_none();
        if before.is_none_or(|before| before < step) {
            self.write_file(&file, &bytes).await;
        }
        let is_own = |own: &Session| own.setup.file(own.cell) == file;
        if self.course.session.borrow().as_ref().is_some_and(is_own) {
            self.course.kept_step.set(Some(before.unwrap_or_default().max(step)));
        }
        if is_new && let Some((_, cell)) = file.rsplit_once('-') {
            // A browser that cannot list its files keeps them all.
            let _ = self.files.thin(RUN, &format!("-{cell}"), RUNS).await;
        }
    }

    /// Writes a file; where the browser does not keep it, the others of this page get it.
    pub async fn write_file(&self, name: &str, bytes: &[u8]) {
        if let Err(why) = self.files.write(name, bytes).await {
            self.spread_file(name, bytes);
            self.post(0, &Answer::Hold(name.to_owned(), why), Some(&Uint8Array::from(bytes)));
        }
    }

    /// Takes in a file that the browser does not keep.
    pub fn hold(&self, name: &str, bytes: &JsValue) {
        if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
            self.files.remember(name, bytes.to_vec());
        }
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
        if !course.running.get() || course.restoring.get() || course.helpers.is_waiting() {
            return;
        }
        if !self.begin_step() {
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

    /// Tells how the run stands.
    fn report(&self) {
        let course = &self.course;
        let mut session = course.session.borrow_mut();
        let Some(session) = session.as_mut() else { return };
        let again = course.stands_in.borrow();
        let state = Standing {
            at: course.at.get(),
            temperature: course.temperature.get(),
            running: course.running.get(),
            speed: course.speed.get(),
            again: again.as_deref(),
            alone: self.alone,
            extent: course.extent.get(),
            kept: course.kept_step.get(),
        };
        let start = self.now();
        let parts = self.changed(lane(session, state));
        course.told.set(self.now());
        // What takes long to draw is drawn less often: a tenth of the time at most.
        course.pace.set(10.0 * (self.now() - start));
        course.unseen.set(!parts.is_empty());
        let (order, running) = (course.order.get(), course.running.get());
        let extent = Some(Extent::of(session));
        self.post(0, &Answer::Lane(Lane { order, running, extent, parts }), None);
    }
}

impl Host {
    /// Brings what training left, which a request asks for, and does then what is to be done. A run that has just been
    /// paused may still be on its way to the browser's files: it is looked for a few times.
    pub fn bring_trained(&self, state: State, then: impl FnOnce(&Self, &Function) + 'static, finish: &Function) {
        let (Some(host), finish) = (self.me(), finish.clone()) else { return };
        spawn_local(async move {
            // How wide its network is may follow from the data. Where that cannot be had, there is no such run.
            let _ = host.fetch_missing(|_| state.settings.clone()).await;
            let (setup, _) = Setup::new(&state.settings);
            for look in 0..LOOKS {
                let mut files = [None, None, None];
                for cell in CellKind::ALL {
                    files[cell as usize] = host.files.read(&setup.file(cell)).await;
                }
                let reached = host.trained.borrow_mut().bring(&state.settings, state.focus.cell, files);
                if reached || look + 1 == LOOKS {
                    break;
                }
                let wait = Promise::new(&mut |resolve, _| {
                    // A worker that cannot wait looks again at once.
                    let _ = host.scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 100);
                });
                // It resolves, or the worker ends.
                let _ = JsFuture::from(wait).await;
            }
            then(&host, &finish);
        });
    }
}

/// How often a run's files are looked for, a tenth of a second apart.
const LOOKS: usize = 10;
