//! The page's side: one request under way at a time; of those that wait, the latest counts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Float64Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::protocol::{READY, Reply, Request};

/// The worker as the page sees it.
pub struct Client {
    worker: Worker,
    /// It has said that it listens, and has not failed since.
    ready: Cell<bool>,
    /// The number of the request under way, or of the last one.
    number: Cell<u32>,
    /// A request is under way.
    busy: Cell<bool>,
    /// The one under way is still wanted.
    wanted: Cell<bool>,
    waiting: RefCell<Option<String>>,
    /// The room of the last answer.
    room: RefCell<Option<Float64Array>>,
}

impl Client {
    /// Starts the worker that lies at an address. `answered` gets each answer that is still wanted,
    /// `failed` is called when a request that is wanted will have none.
    ///
    /// # Errors
    /// What the browser reports.
    pub fn start(
        address: &str,
        answered: impl Fn(&Reply) + 'static,
        failed: impl Fn() + 'static,
    ) -> Result<Rc<Self>, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let client = Rc::new(Self {
            worker: Worker::new_with_options(address, &options)?,
            ready: Cell::new(false),
            number: Cell::new(0),
            busy: Cell::new(false),
            wanted: Cell::new(false),
            waiting: RefCell::new(None),
            room: RefCell::new(None),
        });
        let (listening, broken) = (Rc::clone(&client), Rc::clone(&client));
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(reply) = Reply::from_message(&event.data()) {
                listening.receive(reply, &answered);
            } else if event.data().as_string().as_deref() == Some(READY) {
                listening.ready.set(true);
            }
        });
        let error = Closure::<dyn Fn(Event)>::new(move |_| {
            broken.ready.set(false);
            broken.worker.terminate();
            if broken.busy.replace(false) && (broken.wanted.get() || broken.waiting.take().is_some()) {
                failed();
            }
        });
        client.worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        client.worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        // The worker lives as long as the page.
        message.forget();
        error.forget();
        Ok(client)
    }

    /// Asks for a run; false if the worker cannot.
    pub fn ask(&self, fragment: String) -> bool {
        if !self.ready.get() {
            return false;
        }
        if self.busy.get() {
            *self.waiting.borrow_mut() = Some(fragment);
            return true;
        }
        self.number.set(self.number.get().wrapping_add(1));
        let request = Request { number: self.number.get(), fragment, room: self.room.take() };
        let (message, transfer) = request.to_message();
        let sent = self.worker.post_message_with_transfer(&message, &transfer).is_ok();
        self.busy.set(sent);
        self.wanted.set(sent);
        sent
    }

    /// What has been asked for is no longer wanted.
    pub fn forget(&self) {
        self.wanted.set(false);
        self.waiting.take();
    }

    fn receive(&self, reply: Reply, answered: &impl Fn(&Reply)) {
        if reply.number != self.number.get() {
            return;
        }
        self.busy.set(false);
        let wanted = self.wanted.replace(false);
        let next = self.waiting.take();
        // The next one is under way while the page takes this one in.
        if let Some(fragment) = next {
            self.ask(fragment);
        }
        if wanted {
            answered(&reply);
        }
        *self.room.borrow_mut() = Some(reply.into_room());
    }
}
