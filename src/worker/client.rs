//! The page's side: one request under way at a time; of those that wait, the latest counts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageChannel, MessageEvent, MessagePort, Worker, WorkerOptions, WorkerType};

use super::protocol::{READY, Request, number_of};

/// The worker as the page sees it.
pub struct Client {
    /// The worker, which speaks as a port does; or what takes its place in this thread.
    port: RefCell<Option<MessagePort>>,
    /// Hears what comes from there.
    listener: RefCell<Option<Function>>,
    /// It has said that it listens.
    ready: Cell<bool>,
    /// It has died.
    failed: Cell<bool>,
    /// The number of the request under way, or of the last one.
    number: Cell<u32>,
    /// A request is under way.
    busy: Cell<bool>,
    /// The one under way is still wanted.
    wanted: Cell<bool>,
    waiting: RefCell<Option<Request>>,
    /// Something was said that wants no answer of its own.
    telling: Cell<bool>,
    /// What was said before it listened.
    told: RefCell<Vec<Request>>,
    /// Each answer builds on those before: none may be left out.
    cumulative: bool,
    /// What goes back with the next request: the room of an answer that has been read.
    room: RefCell<Option<JsValue>>,
}

/// Takes an answer in, and gives its room back.
type Answered = dyn Fn(&Array) -> Option<JsValue>;

impl Client {
    /// Starts the worker that lies at an address. `answered` gets each answer that is still wanted (every
    /// one if they are `cumulative`), and gives its room back; `failed` is called when a request that is wanted will have no answer.
    /// Where no worker can be had, `here` gets a port at which to answer in this thread; none where that is not wanted.
    pub fn start(
        address: Option<&str>,
        cumulative: bool,
        answered: Box<Answered>,
        failed: Box<dyn Fn()>,
        here: Option<Box<dyn Fn(MessagePort)>>,
    ) -> Rc<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = address.and_then(|address| Worker::new_with_options(address, &options).ok());
        let client = Rc::new(Self {
            port: RefCell::new(worker.clone().map(JsCast::unchecked_into)),
            listener: RefCell::new(None),
            ready: Cell::new(false),
            failed: Cell::new(false),
            number: Cell::new(0),
            busy: Cell::new(false),
            wanted: Cell::new(false),
            waiting: RefCell::new(None),
            telling: Cell::new(false),
            told: RefCell::new(vec![]),
            cumulative,
            room: RefCell::new(None),
        });
        let (listening, broken) = (Rc::clone(&client), Rc::clone(&client));
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if let Some(reply) = data.dyn_ref::<Array>() {
                listening.receive(reply, &answered);
            } else if data.as_string().as_deref() == Some(READY) {
                listening.ready.set(true);
                listening.told.take().into_iter().for_each(|request| listening.tell(request));
                listening.send_next();
            }
        });
        let message = message.into_js_value().unchecked_into::<Function>();
        *client.listener.borrow_mut() = Some(message);
        let give_up = move || {
            if !broken.ready.get() && here.as_ref().is_some_and(|here| broken.stay(here)) {
                return;
            }
            broken.failed.set(true);
            let under_way = broken.busy.replace(false) && broken.wanted.get();
            if broken.waiting.take().is_some() || under_way || broken.telling.get() {
                failed();
            }
        };
        let Some(worker) = worker else {
            give_up();
            return client;
        };
        worker.set_onmessage(client.listener.borrow().as_ref());
        let error = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // It is dealt with here; else it would end a worker that leads this one, too.
            event.prevent_default();
            if let Some(worker) = event.target() {
                worker.unchecked_into::<Worker>().terminate();
            }
            give_up();
        });
        // The worker lives as long as the page.
        worker.set_onerror(Some(error.into_js_value().unchecked_ref()));
        client
    }

    /// Has somebody in this thread take the worker's place; whether that can be.
    fn stay(&self, here: &dyn Fn(MessagePort)) -> bool {
        let Ok(channel) = MessageChannel::new() else { return false };
        let port = channel.port1();
        port.set_onmessage(self.listener.borrow().as_ref());
        *self.port.borrow_mut() = Some(port);
        here(channel.port2());
        true
    }

    /// Whether it listens.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.ready.get() && !self.failed.get()
    }

    /// Whether it ever said that it listens.
    #[must_use]
    #[cfg(feature = "train")]
    pub fn has_listened(&self) -> bool {
        self.ready.get()
    }

    /// Whether a request is under way whose answer is wanted.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.busy.get() && self.wanted.get()
    }

    /// Asks for something, as soon as the worker can; false if it never will.
    pub fn ask(&self, request: Request) -> bool {
        if self.failed.get() {
            return false;
        }
        *self.waiting.borrow_mut() = Some(request);
        if self.ready.get() && !self.busy.get() {
            self.send_next();
        }
        true
    }

    /// Says something that wants no answer of its own, or many; what is said before it listens, once it does.
    pub fn tell(&self, request: Request) {
        self.telling.set(true);
        if !self.ready.get() {
            self.told.borrow_mut().push(request);
            return;
        }
        let (message, _) = request.to_message(0, None);
        // One that has died hears nothing.
        let _ = self.port.borrow().as_ref().map(|port| port.post_message(&message));
    }

    /// What has been asked for is no longer wanted.
    pub fn forget(&self) {
        self.wanted.set(false);
        self.waiting.take();
    }

    fn send_next(&self) {
        let Some(request) = self.waiting.take() else { return };
        self.number.set(self.number.get().wrapping_add(1));
        let (message, transfer) = request.to_message(self.number.get(), self.room.take());
        let post = |port: &MessagePort| port.post_message_with_transferable(&message, &transfer).is_ok();
        let sent = self.port.borrow().as_ref().is_some_and(post);
        self.busy.set(sent);
        self.wanted.set(sent);
    }

    fn receive(&self, reply: &Array, answered: &Answered) {
        let last = number_of(reply) == Some(self.number.get());
        let wanted = self.cumulative || (last && self.wanted.get());
        if last && self.busy.replace(false) {
            self.wanted.set(false);
            // The next one is under way while the page takes this one in.
            self.send_next();
        }
        if wanted && let Some(room) = answered(reply) {
            *self.room.borrow_mut() = Some(room);
        }
    }
}
