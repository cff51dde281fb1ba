//! The handle on a worker. One request is under way at a time; of those that wait, only the latest is sent.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageChannel, MessageEvent, MessagePort, Worker, WorkerOptions, WorkerType};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::message::{Answer, MAKE, Request};
use crate::spoken::{Said, Speaks, Word};
use crate::wire::{opened, sealed};

/// Milliseconds after which a worker that is not ready counts as [`Phase::Awaited`].
const AWAITED: i32 = 2000;

#[wasm_bindgen]
extern "C" {
    /// `setTimeout`, which pages and workers share.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(act: &Function, milliseconds: i32) -> i32;
}

/// The state of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not ready yet, and taking long.
    Awaited,
    /// Ready.
    Listens,
    /// It died, or never started.
    Failed {
        /// The cause, as far as it is known.
        cause: String,
        /// Whether a request or a message to it is lost.
        owed: bool,
    },
}

/// Handles an answer and the value beside it. Returns the buffer, to be reused.
type Answered<A> = dyn Fn(A, JsValue) -> Option<JsValue>;

/// How to start a worker.
pub struct Start<'a, A = Answer> {
    /// The address of its script; `None` where no worker can be had.
    pub address: Option<&'a str>,
    /// Its name in the browser's developer tools.
    pub name: &'a str,
    /// Whether each answer builds on those before, so that none may be dropped.
    pub cumulative: bool,
    /// Called with each answer that is still wanted; with every answer if they are cumulative.
    pub answered: Box<Answered<A>>,
    /// Called when the state of the worker changes.
    pub became: Box<dyn Fn(Phase)>,
    /// Called where no worker can be had, with a port at which to answer in this thread; `None` for no such fallback.
    pub here: Option<Box<dyn Fn(MessagePort)>>,
}

/// A worker, what it is asked for, and what it answers.
pub struct Client<Q = Request, A = Answer> {
    /// The worker, which speaks as a port does; or what takes its place in this thread.
    port: RefCell<Option<MessagePort>>,
    worker: RefCell<Option<Worker>>,
    /// The listener for its messages.
    listener: RefCell<Option<Function>>,
    /// It has said that it listens.
    ready: Cell<bool>,
    /// It has died.
    failed: Cell<bool>,
    /// This thread answers in its place.
    stays: Cell<bool>,
    /// The number of the request under way, or of the last one.
    number: Cell<u32>,
    /// A request is under way.
    busy: Cell<bool>,
    /// The one under way is still wanted.
    wanted: Cell<bool>,
    waiting: RefCell<Option<(Q, Option<JsValue>)>>,
    /// Something was said that wants no answer of its own.
    telling: Cell<bool>,
    /// Messages sent before it was ready.
    told: RefCell<Vec<(Q, Option<JsValue>)>>,
    cumulative: bool,
    /// Sent with the next request: the buffer of an answer that has been read.
    room: RefCell<Option<JsValue>>,
    became: Box<dyn Fn(Phase)>,
    here: Option<Box<dyn Fn(MessagePort)>>,
    answers: PhantomData<fn() -> A>,
}

impl<Q: Said + Serialize + 'static, A: Speaks + DeserializeOwned + 'static> Client<Q, A> {
    /// Starts a worker.
    pub fn start(start: Start<A>) -> Rc<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(start.name);
        let worker = start.address.map(|address| Worker::new_with_options(address, &options));
        let refused = worker.as_ref().and_then(|worker| worker.as_ref().err()).map(cause_of);
        let worker = worker.and_then(Result::ok);
        let client = Rc::new(Self {
            port: RefCell::new(worker.clone().map(JsCast::unchecked_into)),
            worker: RefCell::new(worker.clone()),
            listener: RefCell::new(None),
            ready: Cell::new(false),
            failed: Cell::new(false),
            stays: Cell::new(false),
            number: Cell::new(0),
            busy: Cell::new(false),
            wanted: Cell::new(false),
            waiting: RefCell::new(None),
            telling: Cell::new(false),
            told: RefCell::new(vec![]),
            cumulative: start.cumulative,
            room: RefCell::new(None),
            became: start.became,
            here: start.here,
            answers: PhantomData,
        });
        let (listening, answered) = (Rc::clone(&client), start.answered);
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            listening.hear(&event.data(), &answered);
        });
        let message = message.into_js_value().unchecked_into::<Function>();
        *client.listener.borrow_mut() = Some(message);
        let waiting = Rc::clone(&client);
        let still = Closure::once_into_js(move || {
            if !waiting.ready.get() && !waiting.failed.get() {
                (waiting.became)(Phase::Awaited);
            }
        });
        set_timeout(still.unchecked_ref(), AWAITED);
        let Some(worker) = worker else {
            client.give_up(refused.unwrap_or_default());
            return client;
        };
        worker.set_onmessage(client.listener.borrow().as_ref());
        let broken = Rc::clone(&client);
        let error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // It is dealt with here; else it would end a worker that leads this one, too.
            event.prevent_default();
            let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            broken.give_up(message.unwrap_or_default());
        });
        // The worker lives as long as the page.
        worker.set_onerror(Some(error.into_js_value().unchecked_ref()));
        client
    }

    /// Called when the worker is dead. One that was never ready may be replaced in this thread, once.
    fn give_up(&self, cause: String) {
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        let may_stay = !self.ready.get() && !self.failed.get() && !self.stays.get();
        if may_stay && self.here.as_ref().is_some_and(|here| self.stay(here)) {
            return;
        }
        self.fail(cause);
    }

    /// Marks the worker as failed: nobody will answer.
    pub fn fail(&self, cause: String) {
        if self.failed.replace(true) {
            return;
        }
        if let Some(worker) = self.worker.take() {
            worker.terminate();
        }
        let under_way = self.busy.replace(false) && self.wanted.get();
        let owed = self.waiting.take().is_some() || under_way || self.telling.get();
        (self.became)(Phase::Failed { cause, owed });
    }

    /// Lets this thread take the worker's place. Returns `false` if it cannot.
    fn stay(&self, here: &dyn Fn(MessagePort)) -> bool {
        let Ok(channel) = MessageChannel::new() else { return false };
        self.stays.set(true);
        let port = channel.port1();
        port.set_onmessage(self.listener.borrow().as_ref());
        *self.port.borrow_mut() = Some(port);
        here(channel.port2());
        true
    }

    /// Whether the worker is ready.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.ready.get() && !self.failed.get()
    }

    /// Whether it was ever ready.
    #[must_use]
    pub fn has_listened(&self) -> bool {
        self.ready.get()
    }

    /// Whether it died, or never started.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failed.get()
    }

    /// Whether a request is under way whose answer is wanted.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.busy.get() && self.wanted.get()
    }

    /// Sends a request as soon as the worker is free, in place of one that still waits. Returns `false` if the worker is dead.
    pub fn ask(&self, request: Q, beside: Option<JsValue>) -> bool {
        if self.failed.get() {
            return false;
        }
        *self.waiting.borrow_mut() = Some((request, beside));
        if self.ready.get() && !self.busy.get() {
            self.send_next();
        }
        true
    }

    /// Sends a message that has no answer of its own, or many. Before the worker is ready, the message waits.
    pub fn tell(&self, request: Q, beside: Option<JsValue>) {
        self.telling.set(true);
        if !self.ready.get() {
            self.told.borrow_mut().push((request, beside));
            return;
        }
        let (message, _) = sealed(0, &request, beside.as_ref());
        // One that has died hears nothing.
        let _ = self.port.borrow().as_ref().map(|port| port.post_message(&message));
    }

    /// Sends this along with the next request, unless that has something of its own beside it.
    pub fn lend(&self, room: JsValue) {
        *self.room.borrow_mut() = Some(room);
    }

    /// Whether a request is under way or waits, and its answer is wanted.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        !self.failed.get() && (self.is_wanted() || self.waiting.borrow().is_some())
    }

    /// Cancels pending requests.
    pub fn forget(&self) {
        self.wanted.set(false);
        self.waiting.take();
    }

    fn send_next(&self) {
        let Some((request, beside)) = self.waiting.take() else { return };
        self.number.set(self.number.get().wrapping_add(1));
        let beside = beside.or_else(|| self.room.take());
        let (message, transfer) = sealed(self.number.get(), &request, beside.as_ref());
        let post = |port: &MessagePort| port.post_message_with_transferable(&message, &transfer).is_ok();
        let sent = self.port.borrow().as_ref().is_some_and(post);
        self.busy.set(sent);
        self.wanted.set(sent);
    }

    fn hear(&self, message: &JsValue, answered: &Answered<A>) {
        if self.failed.get() {
            return;
        }
        // The script that starts a worker has no types: it can say only that it failed.
        if let Some(cause) = Reflect::get(message, &"failed".into()).ok().and_then(|cause| cause.as_string()) {
            return self.fail(cause);
        }
        let Some((number, answer, beside)) = opened::<A>(message) else { return };
        match answer.word() {
            None => self.receive(number, answer, beside, answered),
            Some(Word::Ready(make)) if make != MAKE => self.fail(words::causes::make(make, MAKE)),
            Some(Word::Ready(_)) => {
                self.ready.set(true);
                self.told.take().into_iter().for_each(|(request, beside)| self.tell(request, beside));
                self.send_next();
                (self.became)(Phase::Listens);
            }
            Some(Word::Failed(cause)) => self.fail(cause.to_owned()),
        }
    }

    fn receive(&self, number: u32, answer: A, beside: JsValue, answered: &Answered<A>) {
        let last = number == self.number.get() && number != 0;
        let wanted = self.cumulative || (last && self.wanted.get());
        if last && self.busy.replace(false) {
            self.wanted.set(false);
            // The next one is under way while the page takes this one in.
            self.send_next();
        }
        if wanted && let Some(room) = answered(answer, beside) {
            *self.room.borrow_mut() = Some(room);
        }
    }
}

/// The text of a browser's error.
#[must_use]
pub fn cause_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}
