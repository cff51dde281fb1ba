//! Where the runs of the engine come from: made here at once or, while a slider is dragged, by a
//! worker, so that the page's thread only draws; a second worker draws the laboratory's pictures.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::MessagePort;

use crate::lab::{EMBEDDING, Run};
use crate::settings::{Settings, Source, State};
use crate::task::Sequence;
use crate::trace::CellKind;
use crate::worker::{Client, Numbers, PORT, Parts, Request, rows_of};

use super::add;
use super::store::{Shared, Store};
use super::timing;

/// An answer that the worker still owes after so many milliseconds comes too late for this frame.
const LATE: f64 = 3.0;

/// The page makes such an answer itself if the last one took up to so many milliseconds.
const QUICK: f64 = 8.0;

/// The worker that runs the engine, the one that draws pictures, and what is under way.
#[derive(Clone, Copy)]
pub struct Workers {
    runs: StoredValue<Option<Rc<Client>>, LocalStorage>,
    pub(super) pictures: StoredValue<Option<Rc<Client>>, LocalStorage>,
    /// Whether those that train were told to go on.
    pub(super) training: StoredValue<bool>,
    /// Pictures that have come, each to be shown in a frame of its own.
    drawn: StoredValue<Vec<Parts>>,
    /// The run before the present one: its room is used again.
    spare: StoredValue<Option<Shared<Run>>>,
    /// Since when an answer is owed that the page could make itself.
    owed: StoredValue<Option<f64>>,
    /// How long the engine took for the last answer, in milliseconds.
    took: StoredValue<f64>,
}

impl Workers {
    /// None yet.
    pub fn new() -> Self {
        Self {
            runs: StoredValue::new_local(None),
            pictures: StoredValue::new_local(None),
            training: StoredValue::new(false),
            drawn: StoredValue::new(vec![]),
            spare: StoredValue::new(None),
            owed: StoredValue::new(None),
            took: StoredValue::new(f64::INFINITY),
        }
    }
}

impl Store {
    /// Starts the worker. Without one the page runs the engine itself.
    pub fn start_worker(&self, address: &str) {
        let store = *self;
        let failed = move || {
            store.run.set(compute(store.settings, store.sequence));
            store.picture_failed.set(store.settings.with_untracked(Settings::needs_worker));
        };
        let client =
            Client::start(Some(address), false, Box::new(move |reply| store.take(reply)), Box::new(failed), None);
        self.workers.runs.set_value(Some(client));
        if self.stale.get_untracked() {
            self.ask_worker();
        }
        let shown = move |reply: &Array| {
            store.workers.drawn.update_value(|drawn| drawn.push(Parts::from_message(reply)));
            store.frame.schedule();
            None
        };
        let script = address.to_owned();
        // What the worker does is done in the page then, slice by slice.
        let here = move |port: MessagePort| {
            // A window takes any name.
            let _ = Reflect::set(&window(), &PORT.into(), &port);
            add("script", &[("type", "module"), ("src", &script)]);
        };
        let failed = move || store.picture_failed.set(true);
        let client = Client::start(Some(address), true, Box::new(shown), Box::new(failed), Some(Box::new(here)));
        self.workers.pictures.set_value(Some(client));
        self.draw_picture(None);
        if super::train::is_open(store) {
            self.train("");
        }
    }

    /// Has the laboratory's picture drawn, in a worker of its own, and a sheet that is being opened.
    pub fn draw_picture(&self, sheet: Option<&str>) {
        let fragment = self.state().to_fragment();
        self.workers.pictures.with_value(|artist| {
            if artist.as_ref().is_some_and(|artist| !artist.ask(Request::Picture(fragment, sheet.map(str::to_owned)))) {
                self.picture_failed.set(true);
            }
        });
    }

    /// Shows the next picture that has come. Where one came late and another on time, one is kept for the
    /// next frame: so each frame has its own, though they do not come at an even pace.
    pub fn show_picture(&self) {
        let next = self.workers.drawn.try_update_value(|drawn| {
            let now = drawn.len().saturating_sub(1).max(1).min(drawn.len());
            drawn.drain(..now).flat_map(|parts| parts.0).collect::<Vec<_>>()
        });
        if let Some(parts) = next.filter(|parts| !parts.is_empty()) {
            self.parts.set(parts);
            if untrack(|| super::train::is_open(*self)) {
                // Where no frame comes, as in a hidden tab, nothing more is sent until one does.
                self.train("seen");
            }
        }
        if self.workers.drawn.with_value(|drawn| !drawn.is_empty()) {
            self.frame.schedule();
        }
    }

    /// Takes settings in, and the run that belongs to them: at once, or, where only gain or bias
    /// moved, as soon as the worker has it.
    pub(super) fn put(&self, settings: Settings) {
        let shaped_alike = self.settings.with_untracked(|old| settings.differs_by_drag(old));
        let same = self.settings.with_untracked(|old| settings.same_run(old));
        let fragment = if shaped_alike { State::of(settings.clone()).to_fragment() } else { String::new() };
        self.settings.set(settings);
        if same {
            return;
        }
        let worker = self.workers.runs.get_value();
        if self.settings.with_untracked(Settings::needs_worker) {
            self.workers.owed.set_value(None);
            if let (Some(worker), false) = (worker, shaped_alike) {
                // What is on its way has other cells.
                worker.forget();
            }
            return self.ask_worker();
        }
        self.stale.set(false);
        let asked = |worker: Rc<Client>| shaped_alike && worker.is_ready() && worker.ask(Request::Run(fragment));
        if !worker.is_some_and(asked) {
            return self.compute_here();
        }
        if self.workers.owed.get_value().is_none() {
            self.workers.owed.set_value(Some(timing::now()));
        }
        self.frame.schedule();
    }

    /// Has the worker make a run that only it can. Until then the picture is marked as not yet right.
    fn ask_worker(&self) {
        let (steps, units) = self.settings.with_untracked(|s| (s.steps(), s.units));
        let below = self.settings.with_untracked(|s| s.layer().0 > 1);
        let inputs = self.sequence.with_untracked(|s| s.channels().unwrap_or(EMBEDDING));
        let inputs = if below { units } else { inputs };
        let fits = self.run.with_untracked(|run| {
            let layer = run.lane(CellKind::Rnn).trace.top();
            (layer.steps(), layer.hidden(), layer.parameters.input()) == (steps, units, inputs)
        });
        let missing = |s: &Settings| matches!(s.source, Source::Series(dataset) if !dataset.is_here());
        let known = !self.settings.with_untracked(missing);
        let fragment = untrack(|| self.state().to_fragment());
        let worker = self.workers.runs.get_value();
        if !fits || !known {
            self.run.set(compute(self.settings, self.sequence));
            self.stale.set(true);
            // What is on its way belongs to another sequence.
            worker.iter().for_each(|worker| worker.forget());
        }
        if worker.is_some_and(|worker| !worker.ask(Request::Run(fragment))) {
            self.picture_failed.set(true);
        }
    }

    /// Shows the run that the worker made, and gives its room back.
    fn take(&self, reply: &Array) -> Option<JsValue> {
        if let Source::Series(dataset) = self.settings.with_untracked(|s| s.source.clone())
            && !dataset.is_here()
        {
            let (source, rows) = rows_of(reply, dataset.channels());
            dataset.bring(source, rows);
            self.brought.set(());
        }
        let reply = Numbers::from_message(reply)?;
        timing::record("engine", reply.elapsed);
        self.workers.took.set_value(reply.elapsed);
        let next = self.workers.runs.get_value().is_some_and(|worker| worker.is_wanted());
        self.workers.owed.set_value(next.then(timing::now));
        let now = self.run.get_untracked();
        let room = self.workers.spare.try_update_value(Option::take).flatten().and_then(Shared::into_inner);
        let mut run = room.unwrap_or_else(|| Run::clone(&now));
        if !reply.write_to(&mut run) {
            run = Run::clone(&now);
            if !reply.write_to(&mut run) {
                return None;
            }
        }
        self.settings.with_untracked(|settings| run.set_forms(settings));
        self.run.set(Shared::new(run));
        self.workers.spare.set_value(Some(now));
        self.stale.set(false);
        Some(reply.into_room())
    }

    /// Makes the run that a frame should show and the worker has not brought in time; whether it did.
    pub fn catch_up(&self) -> bool {
        let Some(since) = self.workers.owed.get_value() else { return false };
        if timing::now() - since < LATE {
            self.frame.schedule();
            return false;
        }
        if self.workers.took.get_value() > QUICK {
            return false;
        }
        self.compute_here();
        true
    }

    /// Runs the engine here; what the worker may be at is no longer wanted.
    fn compute_here(&self) {
        if let Some(worker) = self.workers.runs.get_value() {
            worker.forget();
        }
        self.workers.owed.set_value(None);
        self.run.set(compute(self.settings, self.sequence));
    }
}

/// Runs the engine here.
pub fn compute(settings: RwSignal<Settings>, sequence: Memo<Shared<Sequence>>) -> Shared<Run> {
    let sequence = sequence.get_untracked();
    timing::measure("engine", || Shared::new(settings.with_untracked(|s| Run::new(s, &sequence))))
}
