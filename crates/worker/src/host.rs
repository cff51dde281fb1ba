//! The worker's side: reads requests, runs the engine, draws the laboratory's pictures, answers.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use js_sys::{Function, Reflect, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

use engine::trace::CellKind;
use learn::trained::Trained;
use model::command::Sheet;
use model::command::View as InView;
use model::lab::Run;
use model::sequence::Library;
use model::settings::{Source, State};
use pictures::laboratory::{self, View};
use pictures::parts::Part;
use pictures::patch::Markup;

use crate::course::Course;
use crate::files::Files;
use crate::leading::Leading;
use crate::learning::Learning;
use port::{Answer, MAKE, PORT, Request, RunHead, Settled, numbers_of, opened, sealed};

/// Listens for requests, and says so: to whoever started this worker, or, in a page that can have none, at the port
/// that it gives.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        say_why(panic);
    }));
    let scope = global();
    match own_port() {
        Some(port) => Host::listen(port, false),
        None => Host::listen(scope.unchecked_into(), true),
    }
}

/// The port that a page gives in which this code runs.
fn own_port() -> Option<MessagePort> {
    Reflect::get(&global(), &PORT.into()).ok().and_then(|port| port.dyn_into::<MessagePort>().ok())
}

/// Tells whoever started this worker that it has failed, and why.
fn say_why(panic: &PanicHookInfo) {
    let cause = panic.payload_as_str().unwrap_or("an error without a text").to_owned();
    let port = own_port().unwrap_or_else(|| global().unchecked_into());
    // If this fails too, the browser tells of the error.
    let _ = port.post_message(&sealed(0, &Answer::Failed(cause), None).0);
}

/// The worker's state.
pub struct Host {
    /// The worker; or the page, whose clocks and files have the same names.
    pub scope: DedicatedWorkerGlobalScope,
    /// Where requests come in and answers go: a worker speaks as a port does.
    port: MessagePort,
    /// Nobody else works in this thread.
    pub alone: bool,
    /// The browser's files.
    pub files: Files,
    /// The run of training, in a worker that trains.
    pub course: Course,
    /// Those that train, in a worker that leads them.
    pub leading: Leading,
    /// What is known of the lessons.
    pub learning: Learning,
    /// What training left, for the Lab.
    pub trained: RefCell<Trained>,
    /// The page's state, as it was last told.
    pub state: RefCell<State>,
    /// What stands in the page already.
    sent: RefCell<HashMap<String, (String, Markup)>>,
    /// The request whose picture was drawn from fewer numbers, to be drawn from all once it is quiet.
    unfinished: RefCell<Option<(u32, State)>>,
    /// The timer that waits for that.
    pause: Cell<Option<i32>>,
}

/// For so long, in milliseconds, nobody must have asked before a picture is finished.
const QUIET: i32 = 40;

impl Host {
    /// Listens at a port, and says so.
    pub fn listen(port: MessagePort, alone: bool) {
        let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
        let host = Rc::new(Self {
            files: Files::new(scope.navigator()),
            scope,
            port: port.clone(),
            alone,
            trained: RefCell::default(),
            state: RefCell::default(),
            sent: RefCell::default(),
            course: Course::default(),
            leading: Leading::default(),
            learning: Learning::default(),
            unfinished: RefCell::default(),
            pause: Cell::new(None),
        });
        Course::prepare(&host);
        let finishing = Rc::clone(&host);
        let finish = Closure::<dyn Fn()>::new(move || finishing.finish());
        let hearing = Rc::clone(&host);
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((number, request, beside)) = opened(&event.data()) {
                hearing.answer(number, request, beside, finish.as_ref().unchecked_ref());
            }
        });
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        host.post(0, &Answer::Ready(MAKE.to_owned()), None);
    }

    /// Says something to whoever started this worker. If that has gone it hears nothing.
    pub fn post(&self, number: u32, answer: &Answer, beside: Option<&JsValue>) {
        let (message, transfer) = sealed(number, answer, beside);
        let _ = self.port.post_message_with_transferable(&message, &transfer);
    }

    /// Answers a request; `finish` is to be called once it is quiet.
    pub fn answer(&self, number: u32, request: Request, beside: JsValue, finish: &Function) {
        if let Request::Run(Settled(state)) | Request::Picture(Settled(state), _) = &request
            && self.trained.borrow().is_missing(&state.settings)
        {
            let state = state.clone();
            return self.bring_trained(state, move |host, finish| host.answer(number, request, beside, finish), finish);
        }
        match request {
            Request::Run(Settled(state)) => self.run(number, &state, beside),
            Request::Picture(Settled(state), sheet) => {
                if let Some(timer) = self.pause.take() {
                    self.scope.clear_timeout_with_handle(timer);
                }
                self.state.replace(state.clone());
                self.draw(number, &state, sheet, true);
                *self.unfinished.borrow_mut() = Some((number, state));
                let timer = self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(finish, QUIET);
                self.pause.set(timer.ok());
            }
            Request::Attend(Settled(state)) => self.attend(state),
            Request::Command(Settled(state), command) => self.command(state, command),
            Request::Seen => self.seen(),
            Request::Bring(own, text) => self.bring(own, text, beside),
            Request::Hold(name) => self.hold(&name, &beside),
            Request::Train(cell, Settled(state), order, what) => self.train(cell.0, state, order, what),
            Request::Share(cell, Settled(state), share) => self.share(number, &state, cell.0, share, &beside),
            Request::Make(Settled(state), sweep, place) => self.make_runs(&state, sweep, place),
            Request::StopMaking => self.stop_making(),
        }
    }

    /// Makes a run, and sends its numbers.
    fn run(&self, number: u32, state: &State, room: JsValue) {
        let settings = &state.settings;
        let start = self.now();
        let library = Library::shipped();
        let sequence = settings.sequence(library);
        let trained = self.trained.borrow();
        let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
        let elapsed = self.now() - start;
        let numbers = numbers_of(&run, room.dyn_into().ok());
        let series = match settings.source {
            Source::Series(dataset) => Some(library.rows(dataset).to_vec()),
            _ => None,
        };
        let absent = trained.is_absent(settings);
        self.post(number, &Answer::Run(RunHead { elapsed, series, absent }), Some(&numbers));
    }

    /// Draws the last picture from all its numbers.
    fn finish(&self) {
        self.pause.take();
        if let Some((number, state)) = self.unfinished.take() {
            self.draw(number, &state, None, false);
        }
    }

    fn draw(&self, number: u32, state: &State, sheet: Option<Sheet>, quick: bool) {
        let (lesson, go) = self.lesson_parts(state);
        if InView::of(&state.settings) != InView::Lab {
            let mut parts = lesson;
            parts.extend(self.sweep_parts(state));
            if InView::of(&state.settings) == InView::Train {
                parts.extend(pictures::training::controls(&state.settings));
            }
            parts.extend(sheet.map(|sheet| (format!("{}-sheet", sheet.id()), laboratory::keys::sheet(true))));
            self.send(number, parts, go, quick);
            return;
        }
        let sequence = state.settings.sequence(Library::shipped());
        let trained = self.trained.borrow();
        let run = Run::with(&state.settings, &sequence, |cell| trained.network(&state.settings, cell));
        let absent = trained.is_absent(&state.settings);
        let view = View { quick, state, sequence: &sequence, run: &run, absent };
        let mut parts = laboratory::parts(&view);
        parts.extend(lesson);
        parts.extend(sheet.map(|sheet| laboratory::sheet(sheet, &view)));
        self.send(number, parts, go, quick);
    }

    /// Sends the parts that changed, and where the page is to go; with `always` even if nothing did.
    pub fn send(&self, number: u32, parts: Vec<(String, String)>, go: Vec<Part>, always: bool) {
        let mut changed = self.changed(parts);
        changed.extend(go);
        if always || !changed.is_empty() {
            self.post(number, &Answer::Parts(changed), None);
        }
    }

    /// Sends a part that stands in the place of one which another worker draws.
    pub fn send_over(&self, id: String, html: String) {
        self.sent.borrow_mut().remove(&id);
        self.post(0, &Answer::Parts(vec![Part::Whole(id, html)]), None);
    }

    /// Of parts those that are not on the page as they are.
    pub fn changed(&self, parts: Vec<(String, String)>) -> Vec<Part> {
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
            let changes = sent.get(&id).filter(|_| !whole).and_then(|(_, old)| markup.since(old));
            changed.push(match changes {
                Some(changes) => Part::Changes(id.clone(), changes),
                None => Part::Whole(id.clone(), html.clone()),
            });
            sent.insert(id, (html, markup));
        }
        changed
    }

    /// The time, in milliseconds.
    pub fn now(&self) -> f64 {
        self.scope.performance().map_or(0.0, |clock| clock.now())
    }
}
