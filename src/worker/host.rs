//! The worker's side: reads requests, runs the engine, draws the laboratory's pictures, answers.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Function, Reflect, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

#[cfg(feature = "train")]
use crate::keys::Key;
use crate::lab::Run;
#[cfg(feature = "train")]
use crate::laboratory::trained;
use crate::laboratory::{self, Markup, View};
use crate::settings::{Source, State};
use crate::trace::CellKind;

#[cfg(feature = "train")]
use super::course::Course;
#[cfg(feature = "train")]
use super::learning::Learning;
use super::protocol::{Numbers, PATCH, PORT, Parts, READY, Request};

/// Listens for requests, and says so: to whoever started this worker, or, in a page that can have none, at the port
/// that it gives.
pub fn serve() {
    std::panic::set_hook(Box::new(console_error_panic_hook::hook));
    let scope = global();
    match Reflect::get(&scope, &PORT.into()).ok().and_then(|port| port.dyn_into::<MessagePort>().ok()) {
        Some(port) => Host::listen(port, false),
        None => Host::listen(scope.unchecked_into(), true),
    }
}

/// The worker's state.
pub struct Host {
    /// The worker; or the page, whose clocks and files have the same names.
    pub scope: DedicatedWorkerGlobalScope,
    /// Where requests come in and answers go: a worker speaks as a port does.
    pub port: MessagePort,
    /// Nobody else works in this thread.
    pub alone: bool,
    /// The run of training, in a worker that trains.
    #[cfg(feature = "train")]
    pub course: Course,
    /// What is known of the lessons.
    #[cfg(feature = "train")]
    pub learning: Learning,
    /// What stands in the page already.
    sent: RefCell<HashMap<String, (String, Markup)>>,
    /// The request whose picture was drawn from fewer numbers, to be drawn from all once it is quiet.
    unfinished: RefCell<Option<(u32, String)>>,
    /// The timer that waits for that.
    pause: Cell<Option<i32>>,
}

/// For so long, in milliseconds, nobody must have asked before a picture is finished.
const QUIET: i32 = 40;

impl Host {
    /// Listens at a port, and says so.
    pub fn listen(port: MessagePort, alone: bool) {
        let host = Rc::new(Self {
            scope: global().unchecked_into(),
            port: port.clone(),
            alone,
            sent: RefCell::default(),
            #[cfg(feature = "train")]
            course: Course::default(),
            #[cfg(feature = "train")]
            learning: Learning::default(),
            unfinished: RefCell::default(),
            pause: Cell::new(None),
        });
        #[cfg(feature = "train")]
        Course::prepare(&host);
        let finishing = Rc::clone(&host);
        let finish = Closure::<dyn Fn()>::new(move || finishing.finish());
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            host.answer(&event.data(), finish.as_ref().unchecked_ref());
        });
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        // A page that has gone needs no answer, here and below.
        let _ = port.post_message(&JsValue::from_str(READY));
    }

    /// Answers a request; `finish` is to be called once it is quiet.
    pub fn answer(&self, message: &JsValue, finish: &Function) {
        let Some((number, request, room)) = Request::from_message(message) else { return };
        if let Some(timer) = self.pause.take() {
            self.scope.clear_timeout_with_handle(timer);
        }
        #[cfg(feature = "train")]
        if let Request::Run(fragment) | Request::Picture(fragment, _) = &request
            && trained::is_missing(&State::from_fragment(fragment).0.settings)
        {
            return self.bring_trained(message.clone(), finish.clone(), fragment.clone());
        }
        match request {
            Request::Run(fragment) => {
                let start = self.now();
                let settings = State::from_fragment(&fragment).0.settings;
                let sequence = settings.sequence();
                let run = Run::new(&settings, &sequence);
                let numbers = Numbers::new(self.now() - start, &run, room);
                let (source, rows) = match settings.source {
                    Source::Series(dataset) => (dataset.source(), dataset.rows()),
                    _ => ("", vec![]),
                };
                let (message, transfer) = numbers.to_message(number, source, &rows);
                let _ = self.port.post_message_with_transferable(&message, &transfer);
            }
            Request::Picture(fragment, sheet) => {
                self.draw(number, &fragment, sheet, true);
                *self.unfinished.borrow_mut() = Some((number, fragment));
                let timer = self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(finish, QUIET);
                self.pause.set(timer.ok());
            }
            #[cfg(feature = "train")]
            Request::Train(fragment, cell, command) => self.train(&fragment, &cell, &command),
            #[cfg(feature = "train")]
            Request::Bring(key, what) => self.bring(&key, what),
            #[cfg(feature = "train")]
            Request::Share(fragment, cell, part, step, reach, numbers) => {
                self.share(number, &fragment, &cell, (part, step, reach), &numbers);
            }
            #[cfg(not(feature = "train"))]
            Request::Train(..) | Request::Bring(..) => {}
        }
    }

    /// Draws the last picture from all its numbers.
    fn finish(&self) {
        self.pause.take();
        if let Some((number, fragment)) = self.unfinished.take() {
            self.draw(number, &fragment, None, false);
        }
    }

    fn draw(&self, number: u32, fragment: &str, sheet: Option<String>, quick: bool) {
        let (state, _) = State::from_fragment(fragment);
        #[cfg(feature = "train")]
        let lesson = self.lesson_parts(&state, fragment);
        #[cfg(feature = "train")]
        if let Some(view) = state.settings.name(Key::View) {
            let mut parts = lesson;
            parts.extend(self.sweep_parts(fragment));
            if view == "train" {
                parts.extend(crate::training::controls(&state.settings));
            }
            parts.extend(sheet.map(|id| (format!("{id}-sheet"), laboratory::keys::sheet(true))));
            self.send(number, parts, quick);
            return;
        }
        let sequence = state.settings.sequence();
        let run = Run::new(&state.settings, &sequence);
        let view = View { quick, state: &state, sequence: &sequence, run: &run };
        let mut parts = laboratory::parts(&view);
        #[cfg(feature = "train")]
        parts.extend(lesson);
        parts.extend(sheet.map(|id| laboratory::sheet(&id, &view)));
        self.send(number, parts, quick);
    }

    /// Sends what has changed; whether there was anything, or it was to be sent `always`.
    pub fn send(&self, number: u32, parts: Vec<(String, String)>, always: bool) -> bool {
        let mut sent = self.sent.borrow_mut();
        let mut changed = Vec::new();
        for (id, html) in parts {
            if sent.get(&id).is_some_and(|(old, _)| *old == html) {
                continue;
            }
            // What stands inside an element that is made anew is gone with it.
            if id == laboratory::FRAME {
                sent.retain(|id, _| id == laboratory::LIST || id.starts_with("lesson"));
            }
            if id == "lesson" {
                sent.retain(|id, _| !id.starts_with("lesson-"));
            }
            let is_lane = CellKind::ALL.iter().any(|cell| id.strip_prefix("train-") == Some(cell.key()));
            if is_lane {
                sent.retain(|other, _| !other.starts_with(&id));
            }
            if id == "train-controls" {
                sent.remove("train-more");
            }
            if matches!(&*id, "train-own" | "train-sweep") {
                sent.retain(|id, _| id != "train-told" && !id.starts_with("sweep-"));
            }
            let whole = is_lane || id == laboratory::FRAME || !html.starts_with('<');
            let markup = if whole { Markup::default() } else { Markup::parse(&html) };
            let patch = sent.get(&id).filter(|_| !whole).and_then(|(_, old)| markup.since(old));
            changed.push(patch.map_or_else(|| (id.clone(), html.clone()), |patch| (id.clone() + PATCH, patch)));
            if id != laboratory::GO {
                sent.insert(id, (html, markup));
            }
        }
        let sends = always || !changed.is_empty();
        if sends {
            let _ = self.port.post_message(&Parts(changed).to_message(number));
        }
        sends
    }

    /// The time, in milliseconds.
    pub fn now(&self) -> f64 {
        self.scope.performance().map_or(0.0, |clock| clock.now())
    }
}
