//! Where the runs of the engine come from: made here at once or, while a slider is dragged, by a
//! worker, so that the page's thread only draws; a second worker draws the laboratory's pictures.

use std::rc::Rc;
use std::time::Duration;

use js_sys::{Float64Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessagePort;

use engine::trace::{CellKind, Quantity, Series};
use model::command::View;
use model::lab::{self, EMBEDDING, Run};
use model::sequence::{Dataset, Example, Sequence};
use model::settings::{Settings, Source, State};
use port::{Answer, Client, PORT, Phase, Request, RunHead, Settled, Sheet, Start, numbers_of, write_numbers};

use super::compute::compute;
use super::notice::Notice;
use super::shared::Shared;
use super::signals::Store;
use super::views::in_view;
use super::workers::Numbers;
use crate::view::head::add;
use crate::view::timing;

/// An answer that the worker still owes after so many milliseconds comes too late for this frame.
const LATE: f64 = 3.0;

/// The page makes such an answer itself if the last one took up to so many milliseconds.
const QUICK: f64 = 8.0;

impl Store {
    /// Starts the workers. Without them the page runs the engine itself.
    pub fn start_workers(&self, address: &str) {
        self.workers.address.set_value(address.to_owned());
        self.ask_for_later();
        self.start_runner(address);
        self.start_drawing(address);
    }

    /// Tries again what could not be had: the later part of the page, and each worker that has failed. A worker that lives or
    /// is on its way is left alone: two of a kind would answer across each other.
    pub fn try_again(&self) {
        self.ask_again_for_later();
        let is_dead = |worker: StoredValue<Option<Rc<Client>>, LocalStorage>| {
            worker.with_value(|worker| worker.as_ref().is_none_or(|worker| worker.has_failed()))
        };
        let (runner, artist) = (is_dead(self.workers.runs), is_dead(self.workers.pictures));
        if runner || artist {
            self.untell_workers();
        }
        let address = self.workers.address.get_value();
        if runner {
            self.start_runner(&address);
        }
        if artist {
            self.undrawn.set(None);
            self.start_drawing(&address);
        }
    }

    /// Starts the worker that draws, and asks it for what is in view.
    fn start_drawing(&self, address: &str) {
        self.start_artist(address);
        self.draw_picture();
        if untrack(|| in_view(*self)) == View::Train {
            self.attend();
        }
    }

    /// Starts the worker that runs the engine.
    fn start_runner(&self, address: &str) {
        let store = *self;
        let became = move |phase: Phase| {
            let needed = store.needs_worker();
            match phase {
                Phase::Awaited if needed => store.tell(Notice::Awaited),
                Phase::Awaited => {}
                Phase::Listens => store.untell_workers(),
                Phase::Failed { cause, owed } => {
                    if owed {
                        store.run.set(compute(store.settings, store.sequence));
                        store.workers.numbers.set_value(if needed { Numbers::Had } else { Numbers::Copied });
                    }
                    if needed {
                        store.tell_of_runner(cause);
                    }
                    store.draw_due(None);
                }
            }
        };
        let answered = move |answer: Answer, numbers: JsValue| match answer {
            Answer::Run(head) => store.take(*head, numbers),
            _ => None,
        };
        let client = Client::start(Start {
            address: Some(address),
            name: "runs",
            cumulative: false,
            answered: Box::new(answered),
            became: Box::new(became),
            here: None,
        });
        self.workers.runs.set_value(Some(client));
        if self.stale.get_untracked() {
            self.ask_worker(false);
        }
    }

    /// Tells that the run which is shown cannot be made: the worker that could is not there.
    fn tell_of_runner(&self, cause: String) {
        let listened = self.workers.runs.get_value().is_some_and(|worker| worker.has_listened());
        self.tell(if listened { Notice::Stopped(cause) } else { Notice::NotLoaded(cause) });
    }

    /// Starts the worker that draws pictures, and leads those that train.
    fn start_artist(&self, address: &str) {
        let store = *self;
        let answered = move |answer: Answer, beside: JsValue| {
            match answer {
                Answer::Steps(steps) => store.course.steps.set(Some(steps)),
                Answer::Lesson(lesson) => store.course.lesson.set(Some(*lesson)),
                Answer::Page(page) => store.course.page.set(Some(*page)),
                Answer::Sheet(sheet) => store.take_sheet(*sheet),
                Answer::Index(index) => store.course.index.set(index),
                Answer::Go { address, from } => store.go_from(&address, &from),
                Answer::Picture(measured) => store.workers.measured.set_value(Some(measured)),
                Answer::Done => {
                    if beside.is_instance_of::<Float64Array>() {
                        store.workers.runs.with_value(|worker| {
                            worker.iter().for_each(|worker| worker.lend(beside.clone()));
                        });
                    }
                    let measured = store.workers.measured.try_update_value(Option::take).flatten();
                    store.workers.drawn.update_value(|drawn| drawn.push(measured));
                    store.frame.schedule();
                }
                Answer::Taken(shown) => {
                    if let Some(takes) = store.workers.takes.try_update_value(Option::take).flatten() {
                        takes(shown, beside);
                    }
                }
                Answer::Hold(name, cause) => {
                    store.tell(Notice::KeepsNothing(cause));
                    // The run that training left is read there as well.
                    store.workers.runs.with_value(|worker| {
                        worker.iter().for_each(|worker| worker.tell(Request::Hold(name.clone()), Some(beside.clone())));
                    });
                }
                answer => {
                    store.hear_of_training(&answer);
                    store.sweeps.take(answer);
                }
            }
            None
        };
        let listened = StoredValue::new(false);
        let became = move |phase: Phase| match phase {
            Phase::Awaited => store.tell(Notice::Awaited),
            Phase::Listens => {
                listened.set_value(true);
                store.untell_workers();
                store.undrawn.set(None);
            }
            Phase::Failed { cause, .. } => {
                store.untell_workers();
                let notice = if listened.get_value() { Notice::Stopped(cause) } else { Notice::NotLoaded(cause) };
                store.undrawn.set(Some(notice.clone()));
                store.tell(notice);
            }
        };
        let script = address.to_owned();
        // What the worker does is done in the page then, slice by slice.
        let here = move |port: MessagePort| {
            // A window takes any name.
            let _ = Reflect::set(&window(), &PORT.into(), &port);
            let failed = move || {
                store.workers.pictures.with_value(|artist| {
                    artist.iter().for_each(|artist| artist.fail(String::new()));
                });
            };
            let failed = Closure::once_into_js(failed);
            if let Some(script) = add("script", &[("type", "module"), ("src", &script)]) {
                // It cannot be had: whoever waits is told.
                let _ = script.add_event_listener_with_callback("error", failed.unchecked_ref());
            }
        };
        let client = Client::start(Start {
            address: Some(address),
            name: "pictures",
            cumulative: true,
            answered: Box::new(answered),
            became: Box::new(became),
            here: Some(Box::new(here)),
        });
        self.workers.pictures.set_value(Some(client));
    }

    /// Has a worker of its own measure what the laboratory's picture shows. While another is at the run of these settings, it
    /// waits for that.
    pub fn draw_picture(&self) {
        let state = self.state();
        if self.workers.runs.with_value(|worker| worker.as_ref().is_some_and(|worker| worker.is_pending())) {
            return self.workers.due.set_value(true);
        }
        self.workers.due.set_value(false);
        self.ask_for_picture(state);
    }

    /// Draws what waited for a run. If another run has been asked for since, `of` are the settings of the one that has come,
    /// and the picture waits for the other as well.
    fn draw_due(&self, of: Option<Settings>) {
        if !self.workers.due.get_value() {
            return;
        }
        let state = untrack(|| self.state());
        match of {
            Some(settings) => self.ask_for_picture(State { settings, ..state }),
            None => {
                self.workers.due.set_value(false);
                self.ask_for_picture(state);
            }
        }
    }

    /// Asks for a picture, with the numbers of the run if they are not there yet.
    fn ask_for_picture(&self, state: State) {
        self.workers.pictures.with_value(|artist| {
            let Some(artist) = artist else { return };
            if View::of(&state.settings) == View::Lab {
                let numbers = self.workers.numbers.try_update_value(|own| std::mem::replace(own, Numbers::Had));
                match numbers {
                    Some(Numbers::Came(numbers)) => artist.lend(numbers),
                    Some(Numbers::Copied) => {
                        let run = self.run.get_untracked();
                        artist.lend(numbers_of(&run, None).into());
                    }
                    Some(Numbers::Had) | None => {}
                }
            }
            // Of one that has died it is told already.
            let _ = artist.ask(Request::Picture(Settled(state)), None);
        });
    }

    /// Shows the next picture that has come. Where one came late and another on time, one is kept for the
    /// next frame: so each frame has its own, though they do not come at an even pace.
    pub fn show_picture(&self) {
        let next = self.workers.drawn.try_update_value(|drawn| {
            let now = drawn.len().saturating_sub(1).max(1).min(drawn.len());
            drawn.drain(..now).fold(None, |last, measured| measured.or(last))
        });
        let measured = next.flatten();
        let trained = self.show_training();
        if trained || measured.is_some() {
            if let Some(measured) = measured {
                self.measured.set(measured);
            }
            // Where no frame comes, as in a hidden tab, nothing more is sent until one does.
            self.workers.pictures.with_value(|artist| {
                artist.iter().for_each(|artist| artist.tell(Request::Seen, None));
            });
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
        let asked_for = shaped_alike.then(|| Settled(State::of(settings.clone())));
        let is_other = self.settings.with_untracked(|old| settings.source != old.source);
        self.settings.set(settings);
        if same {
            return;
        }
        let worker = self.workers.runs.get_value();
        if self.needs_worker() {
            self.workers.owed.set_value(None);
            if let (Some(worker), false) = (worker, shaped_alike) {
                // What is on its way has other cells.
                worker.forget();
            }
            return self.ask_worker(is_other);
        }
        self.not_stale();
        let asked = |worker: Rc<Client>| {
            worker.is_ready() && asked_for.is_some_and(|state| worker.ask(Request::Run(state), None))
        };
        if !worker.is_some_and(asked) {
            return self.compute_here();
        }
        if self.workers.owed.get_value().is_none() {
            self.workers.owed.set_value(Some(timing::now()));
        }
        self.frame.schedule();
    }

    /// What is shown is the run of these settings. Whoever reads that hears of it if it was not so before.
    fn not_stale(&self) {
        if self.stale.get_untracked() {
            self.stale.set(false);
        }
    }

    /// The sequence and the run of other settings, which are drawn once; none where the page lacks the rows of the series, or
    /// what training left.
    #[must_use]
    pub fn run_of(&self, settings: &Settings) -> Option<(Sequence, Run)> {
        self.library.with_untracked(|library| {
            (settings.is_read_with(library) && !settings.is_trained()).then(|| {
                let sequence = settings.sequence(library);
                let run = Run::new(settings, &sequence);
                (sequence, run)
            })
        })
    }

    /// What each step reads, in numbers. Of a text whose words the page cannot fold they come with the run.
    #[must_use]
    pub fn inputs(&self) -> Series {
        let folds = self.library.with(|library| {
            self.settings.with(|settings| !matches!(settings.source, Source::Own(_)) || settings.is_read_with(library))
        });
        let seed = self.settings.with(|settings| settings.seed);
        let own = self.sequence.with(|sequence| lab::inputs(seed, &sequence.input));
        if folds {
            return own;
        }
        self.run.with(|run| {
            let read = &run.lane(CellKind::Rnn).trace.layers[0].channel(Quantity::X).value;
            if (read.steps(), read.width()) == (own.steps(), own.width()) { read.clone() } else { own }
        })
    }

    /// Takes in what the figures of a lesson's sheet are drawn from, with the rows of the series that the page lacks.
    fn take_sheet(&self, mut sheet: Sheet) {
        for (key, rows) in std::mem::take(&mut sheet.series) {
            let dataset = Dataset::ALL.into_iter().find(|dataset| dataset.key() == key);
            let lacks = |dataset: &Dataset| !self.library.with_untracked(|library| library.has(*dataset));
            if let Some(dataset) = dataset.filter(lacks) {
                self.library.update(|library| library.bring(dataset, rows));
            }
        }
        self.course.sheet.set(sheet);
    }

    /// Whether only the worker can make the run.
    fn needs_worker(&self) -> bool {
        self.library.with_untracked(|library| self.settings.with_untracked(|settings| settings.needs_worker(library)))
    }

    /// Has the worker make a run that only it can. Until then the picture is marked as not yet right, unless it has the shape of the
    /// last one and is not of another text.
    fn ask_worker(&self, is_other: bool) {
        let (steps, units) = self.settings.with_untracked(|s| (s.steps(), s.units));
        let below = self.settings.with_untracked(|s| s.layer().0 > 1);
        let inputs = self.sequence.with_untracked(|s| s.channels().unwrap_or(EMBEDDING));
        let inputs = if below { units } else { inputs };
        let fits = self.run.with_untracked(|run| {
            let layer = run.lane(CellKind::Rnn).trace.top();
            (layer.steps(), layer.hidden(), layer.parameters.input()) == (steps, units, inputs)
        });
        let known = self.library.with_untracked(|library| {
            self.settings.with_untracked(|s| match s.source {
                Source::Series(_) => s.is_read_with(library),
                Source::Own(_) => !is_other || s.is_read_with(library),
                _ => true,
            })
        });
        let state = Settled(untrack(|| self.state()));
        let worker = self.workers.runs.get_value();
        if !fits || !known {
            self.run.set(compute(self.settings, self.sequence));
            self.workers.numbers.set_value(Numbers::Had);
            self.stale.set(true);
            // What is on its way belongs to another sequence.
            worker.iter().for_each(|worker| worker.forget());
        }
        if worker.is_some_and(|worker| !worker.ask(Request::Run(state), None)) {
            self.tell_of_runner(String::new());
        }
    }

    /// Shows the run that the worker made, and gives its room back.
    fn take(&self, head: RunHead, numbers: JsValue) -> Option<JsValue> {
        let RunHead { of: Settled(of), elapsed, series, absent, example, answers, lack } = head;
        if let (Source::Series(dataset), Some(rows)) = (self.settings.with_untracked(|s| s.source.clone()), series)
            && !self.library.with_untracked(|library| library.has(dataset))
        {
            self.library.update(|library| library.bring(dataset, rows));
        }
        if let Some(example) = example {
            self.take_example(&of.settings, example);
        }
        let numbers: Float64Array = numbers.dyn_into().ok()?;
        timing::record("engine", elapsed);
        self.workers.took.set_value(elapsed);
        let next = self.workers.runs.get_value().is_some_and(|worker| worker.is_wanted());
        self.workers.owed.set_value(next.then(timing::now));
        let now = self.run.get_untracked();
        let room = self.workers.spare.try_update_value(Option::take).flatten().and_then(Shared::into_inner);
        let mut run = room.unwrap_or_else(|| Run::clone(&now));
        if !write_numbers(&numbers, &mut run) {
            run = Run::clone(&now);
            if !write_numbers(&numbers, &mut run) {
                // How wide an example is the page learns with it.
                run = Run::clone(&compute(self.settings, self.sequence));
                if !write_numbers(&numbers, &mut run) {
                    self.draw_due(None);
                    return None;
                }
            }
        }
        run.set_forms(&of.settings);
        if self.absent.get_untracked() != absent {
            self.absent.set(absent);
        }
        if self.answers.with_untracked(|own| *own != answers) {
            self.answers.set(answers);
        }
        if self.lack.with_untracked(|own| *own != lack) {
            self.lack.set(lack);
        }
        self.run.set(Shared::new(run));
        self.workers.spare.set_value(Some(now));
        self.not_stale();
        if !self.workers.due.get_value() || View::of(&of.settings) != View::Lab {
            self.workers.numbers.set_value(Numbers::Copied);
            self.draw_due(None);
            return Some(numbers.into());
        }
        self.workers.numbers.set_value(Numbers::Came(numbers.into()));
        self.draw_due(next.then_some(of.settings));
        None
    }

    /// Takes in the example that a run was made of. If it is longer or shorter than the address says, the run is made anew.
    fn take_example(&self, of: &Settings, example: Example) {
        let choices = of.example_of();
        let is_wanted = self.settings.with_untracked(|s| s.source == Source::Example && s.example_of() == choices);
        if !is_wanted || self.library.with_untracked(|library| library.example(&choices) == Some(&example)) {
            return;
        }
        let (store, steps) = (*self, example.labels.len());
        self.library.update(|library| library.bring_example(choices, example));
        if self.settings.with_untracked(Settings::steps) != steps {
            // Not while an answer is taken in.
            let mend = move || {
                let mut state = untrack(|| store.state());
                if state.settings.source != Source::Example {
                    return;
                }
                state.settings.length = steps;
                let State { settings, playhead, focus, .. } = state.clamped();
                store.put(settings);
                store.playhead.set(playhead);
                store.focus.set(focus);
            };
            set_timeout(mend, Duration::ZERO);
        }
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
        self.workers.numbers.set_value(Numbers::Copied);
        self.draw_due(None);
    }
}
