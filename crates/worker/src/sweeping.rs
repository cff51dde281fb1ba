//! Sweeps: one worker leads, others make the runs, every so many runs each; what is done is kept in the browser.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessagePort;

use crate::host::Host;
use course::results::{RECORDED, Shown, done, failed, frame, kept_before, list, matrix, panel, said};
use course::sweeps::{jobs, name};
use learn::sweep::{Job, Outcome, Recorded, Runner, SEEDS};
use learn::task::sets;
use model::command::{SweepKey, View};
use model::settings::{Settings, State};
use port::{Answer, Made, Request, Settled};
use port::{Client, Phase, Start};

/// Workers that make runs at the same time.
const WORKERS: usize = 2;
/// The file in which what was measured is kept.
const FILE: &str = "sweeps";
/// A worker reports at most every so many milliseconds.
const PACE: f64 = 100.0;
/// A slice lasts so many milliseconds.
const SLICE: f64 = 16.0;

/// Sweeps, as the worker that leads them knows them, and as those that make the runs do.
#[derive(Default)]
pub struct Sweeping {
    clients: RefCell<Vec<Rc<Client>>>,
    under_way: RefCell<Option<UnderWay>>,
    /// What was measured in this browser, by the sweep's name.
    finished: RefCell<HashMap<String, Shown>>,
    recorded: RefCell<Option<Recorded>>,
    /// The sweep whose runs this worker makes.
    making: Cell<Option<SweepKey>>,
    /// Runs that this worker has to make: their numbers, jobs and seeds; how many there were.
    runs: RefCell<VecDeque<(usize, Job, usize)>>,
    all: Cell<usize>,
    runner: RefCell<Option<(usize, Runner)>>,
    told: Cell<f64>,
    /// Milliseconds that the run under way has taken.
    took: Cell<f64>,
    /// The fewest that it took for a token, where it reads some to time them.
    quickest: Cell<f64>,
}

impl Sweeping {
    /// Whether a sweep is under way that goes on before another; in prose the one that is read goes first.
    fn has_the_machine(&self, other: SweepKey) -> bool {
        let of_prose = |key: SweepKey| matches!(key, SweepKey::Entry(..));
        self.under_way.borrow().as_ref().is_some_and(|sweep| !(of_prose(sweep.key) && of_prose(other)))
    }

    /// Whether what is shipped has not been brought yet.
    pub fn is_unread(&self) -> bool {
        self.recorded.borrow().is_none()
    }

    /// The workers that make runs.
    pub fn clients(&self) -> Vec<Rc<Client>> {
        self.clients.borrow().clone()
    }
}

/// A sweep under way.
struct UnderWay {
    key: SweepKey,
    settings: Settings,
    outcomes: Vec<Option<Outcome>>,
    shares: [f64; WORKERS],
    started: f64,
}

impl Host {
    /// Ends the sweep under way.
    pub fn cancel_sweep(&self) {
        let sweeping = &self.course.sweeping;
        if sweeping.under_way.take().is_some() {
            sweeping.clients.borrow().iter().for_each(|client| client.tell(Request::StopMaking, None));
            self.show_sweeps();
        }
    }

    /// Begins a sweep; false if another has the machine, or it has no runs.
    pub fn sweep(&self, key: SweepKey) -> bool {
        let sweeping = &self.course.sweeping;
        if sweeping.has_the_machine(key) {
            return false;
        }
        self.cancel_sweep();
        let state = self.state.borrow().clone();
        let runs = jobs(key, &state.settings).len() * SEEDS;
        if runs == 0 {
            return false;
        }
        while sweeping.clients.borrow().len() < WORKERS {
            let client = self.start_sweeper(sweeping.clients.borrow().len());
            sweeping.clients.borrow_mut().push(client);
        }
        *sweeping.under_way.borrow_mut() = Some(UnderWay {
            key,
            settings: state.settings.clone(),
            outcomes: vec![None; runs],
            shares: [0.0; WORKERS],
            started: self.now(),
        });
        for (number, client) in sweeping.clients.borrow().iter().enumerate() {
            client.tell(Request::Make(Settled(state.clone()), key, number), None);
        }
        self.show_sweeps();
        true
    }

    fn start_sweeper(&self, number: usize) -> Rc<Client> {
        let own = self.course.own.get().cloned();
        let (heard, lost) = (own.clone(), own);
        let answered = move |answer: Answer, _: JsValue| {
            if let (Some(host), Answer::Sweep(key, made)) = (heard.as_ref().and_then(Weak::upgrade), answer) {
                host.hear_sweeper(number, key, made);
            }
            None
        };
        let became = move |phase: Phase| {
            if let (Some(host), Phase::Failed { cause, .. }) = (lost.as_ref().and_then(Weak::upgrade), phase) {
                host.sweep_failed(&cause);
            }
        };
        let address = self.alone.then(|| self.scope.location().href());
        let client = Client::start(Start {
            address: address.as_deref(),
            name: &format!("sweep-{number}"),
            cumulative: true,
            answered: Box::new(answered),
            became: Box::new(became),
            here: Some(Box::new(|port: MessagePort| Host::listen(port, false))),
        });
        for (name, bytes) in self.files.all_remembered() {
            client.tell(Request::Hold(name), Some(Uint8Array::from(bytes.as_slice()).into()));
        }
        client
    }

    /// Takes in what a worker says of its runs.
    fn hear_sweeper(&self, worker: usize, key: SweepKey, made: Made) {
        let sweeping = &self.course.sweeping;
        let ended = {
            let mut under_way = sweeping.under_way.borrow_mut();
            // What is said of an earlier sweep has its key.
            let Some(sweep) = under_way.as_mut().filter(|sweep| sweep.key == key) else { return };
            match made {
                Made::Run(number, outcome) => {
                    if let Some(place) = sweep.outcomes.get_mut(number) {
                        *place = Some(outcome);
                    }
                }
                Made::Share(share) => sweep.shares[worker] = share,
                Made::Lacks(file) => {
                    drop(under_way);
                    return self.sweep_failed(&file);
                }
            }
            sweep.outcomes.iter().all(Option::is_some)
        };
        if !ended {
            return match key {
                SweepKey::Entry(..) | SweepKey::Compare(_) => self.show_sweeps(),
                SweepKey::Paper(_) | SweepKey::Ablations => self.show_sweep(key),
            };
        }
        let Some(sweep) = sweeping.under_way.take() else { return };
        let seconds = (self.now() - sweep.started) / 1000.0;
        let name = name(sweep.key, &sweep.settings);
        sweeping.finished.borrow_mut().insert(name, done(sweep.outcomes, seconds));
        self.show_sweeps();
        self.keep_sweeps();
    }

    fn sweep_failed(&self, why: &str) {
        let Some(sweep) = self.course.sweeping.under_way.take() else { return };
        // Whoever is left has nothing to do any more; new ones are started with the next sweep.
        for client in self.course.sweeping.clients.take() {
            client.tell(Request::StopMaking, None);
        }
        self.show_sweeps();
        let part = panel(sweep.key, &sweep.settings, &failed(why), 0.0);
        self.send(0, vec![(format!("sweep-{}", sweep.key), part)], vec![], false);
    }

    /// How a sweep stands.
    pub fn shown(&self, key: SweepKey, settings: &Settings) -> Shown {
        let sweeping = &self.course.sweeping;
        if let Some(sweep) = sweeping.under_way.borrow().as_ref().filter(|sweep| sweep.key == key) {
            let share = sweep.shares.iter().sum::<f64>() / WORKERS as f64;
            let left = (share > 0.03).then(|| (self.now() - sweep.started) / 1000.0 * (1.0 - share) / share);
            let source = said(&sweep.outcomes, left);
            return Shown { outcomes: sweep.outcomes.clone(), source, under_way: Some(share), waits: false };
        }
        let waits = sweeping.has_the_machine(key);
        if let Some(finished) = sweeping.finished.borrow().get(&name(key, settings)) {
            return Shown { waits, ..finished.clone() };
        }
        let runs = jobs(key, settings).len() * SEEDS;
        // An answer in the prose is worked out here, or not at all.
        if matches!(key, SweepKey::Entry(..)) {
            return Shown { outcomes: vec![None; runs], waits, ..Shown::default() };
        }
        let recorded = sweeping.recorded.borrow();
        let shown =
            recorded.as_ref().map_or(Shown::default(), |all| Shown::recorded(all.outcomes(&name(key, settings), runs)));
        Shown { waits, ..shown }
    }

    /// How long a sweep takes with so many workers, in seconds, by how long it took when it was recorded.
    pub fn expected(&self, key: SweepKey) -> f64 {
        let recorded = self.course.sweeping.recorded.borrow();
        recorded.as_ref().map_or(0.0, |all| all.seconds(&name(key, &Settings::default())) / WORKERS as f64)
    }

    fn show_sweep(&self, key: SweepKey) {
        let settings = self.state.borrow().settings.clone();
        let part = panel(key, &settings, &self.shown(key, &settings), self.expected(key));
        self.send(0, vec![(format!("sweep-{key}"), part)], vec![], false);
    }

    /// How all sweeps stand that are in view: while one is under way no other can be begun.
    fn show_sweeps(&self) {
        let state = self.state.borrow().clone();
        let mut parts = self.sweep_parts(&state);
        let (lesson, go) = self.lesson_parts(&state);
        parts.extend(lesson);
        self.send(0, parts, go, false);
    }

    /// The parts of the results' page, or of the ablations in Train. What is shipped and what is kept is brought with the
    /// first of them.
    pub fn sweep_parts(&self, state: &State) -> Vec<(String, String)> {
        let settings = &state.settings;
        if self.course.sweeping.is_unread() {
            self.bring_sweeps();
        }
        match View::of(settings) {
            View::Lab => vec![],
            View::Reference => self.page_parts(settings),
            View::Choose => course::choose::parts(settings, &course::lesson::run_at("").1),
            View::Compare => self.compare_parts(settings),
            View::Results => {
                let all_tasks = self.course.sweeping.recorded.borrow().as_ref().map_or(String::new(), matrix);
                list(|key| self.shown(key, settings), |key| self.expected(key), all_tasks)
            }
            View::Train => {
                let key = SweepKey::Ablations;
                let own = panel(key, settings, &self.shown(key, settings), 0.0);
                vec![("train-sweep".into(), frame()), (format!("sweep-{key}"), own)]
            }
        }
    }

    /// Brings what is shipped and what was measured here before.
    pub fn bring_sweeps(&self) {
        let Some(host) = self.me() else { return };
        self.course.sweeping.recorded.replace(Some(Recorded::default()));
        spawn_local(async move {
            // Where there is no record, the page says that nothing has been run.
            let text = host.fetch_set(RECORDED).await.unwrap_or_default();
            host.course.sweeping.recorded.replace(Some(Recorded::read(&text)));
            let bytes = host.files.read(FILE).await.unwrap_or_default();
            let before = kept_before(&String::from_utf8(bytes).unwrap_or_default());
            let mut finished = host.course.sweeping.finished.borrow_mut();
            before.into_iter().for_each(|(name, shown)| {
                finished.entry(name).or_insert(shown);
            });
            drop(finished);
            host.show_sweeps();
        });
    }

    fn keep_sweeps(&self) {
        let Some(host) = self.me() else { return };
        let finished = self.course.sweeping.finished.borrow();
        let line = |(name, shown): (&String, &Shown)| {
            let each = shown.outcomes.iter().flatten().map(Outcome::written).collect::<Vec<_>>().join("\t");
            format!("{name}\t{each}\n")
        };
        let text: String = finished.iter().map(line).collect();
        spawn_local(async move { host.write_file(FILE, text.as_bytes()).await });
    }
}

/// Of the workers that make runs.
impl Host {
    /// Takes in what to do: every so many runs of a sweep.
    pub fn make_runs(&self, state: &State, key: SweepKey, place: usize) {
        let sweeping = &self.course.sweeping;
        self.stop_making();
        sweeping.making.set(Some(key));
        let jobs = jobs(key, &state.settings);
        let runs = jobs.into_iter().flat_map(|job| (0..SEEDS).map(move |seed| (job.clone(), seed)));
        let runs = runs.enumerate().map(|(number, (job, seed))| (number, job, seed));
        let own: VecDeque<_> = runs.filter(|(run, ..)| run % WORKERS == place).collect();
        sweeping.all.set(own.len());
        *sweeping.runs.borrow_mut() = own;
        self.course.schedule();
    }

    /// Makes no more runs.
    pub fn stop_making(&self) {
        let sweeping = &self.course.sweeping;
        sweeping.runs.borrow_mut().clear();
        sweeping.runner.take();
        sweeping.making.set(None);
    }

    /// Whether runs are to be made.
    pub fn has_runs(&self) -> bool {
        let sweeping = &self.course.sweeping;
        sweeping.runner.borrow().is_some() || !sweeping.runs.borrow().is_empty()
    }

    fn tell(&self, made: Made) {
        if let Some(key) = self.course.sweeping.making.get() {
            self.post(0, &Answer::Sweep(key, made), None);
        }
    }

    /// Makes steps of the run that is due, for one slice.
    pub fn make_steps(&self) {
        let sweeping = &self.course.sweeping;
        if sweeping.runner.borrow().is_none() {
            let Some((number, job, seed)) = sweeping.runs.borrow_mut().pop_front() else { return };
            let runner = Runner::new(job.clone(), seed);
            if let Some(file) = runner.missing() {
                sweeping.runs.borrow_mut().push_front((number, job, seed));
                return self.bring_for_runs(file);
            }
            *sweeping.runner.borrow_mut() = Some((number, runner));
            sweeping.took.set(0.0);
            sweeping.quickest.set(f64::INFINITY);
        }
        let start = self.now();
        let ended = {
            let mut runner = sweeping.runner.borrow_mut();
            let Some((_, runner)) = runner.as_mut() else { return };
            loop {
                let before = self.now();
                let goes_on = runner.advance();
                if let Some(tokens) = runner.tokens_at_a_time() {
                    let each = (self.now() - before) / tokens as f64;
                    sweeping.quickest.set(sweeping.quickest.get().min(each));
                }
                if !goes_on {
                    break true;
                }
                if self.now() - start > SLICE {
                    break false;
                }
            }
        };
        sweeping.took.set(sweeping.took.get() + self.now() - start);
        if ended && let Some((number, mut runner)) = sweeping.runner.take() {
            let mut outcome = runner.outcome();
            if runner.is_timed() {
                let mean = sweeping.took.get() / outcome.steps.max(1.0);
                outcome.extra = runner.tokens_at_a_time().map_or(mean, |_| sweeping.quickest.get());
            }
            self.tell(Made::Run(number, outcome));
        }
        if ended || self.now() - sweeping.told.get() > PACE {
            sweeping.told.set(self.now());
            let part = sweeping.runner.borrow().as_ref().map_or(0.0, |(_, runner)| runner.share());
            let waiting = sweeping.runs.borrow().len() + usize::from(sweeping.runner.borrow().is_some());
            let share = (sweeping.all.get() - waiting) as f64 + part;
            self.tell(Made::Share(share / sweeping.all.get().max(1) as f64));
        }
        if self.has_runs() {
            self.course.schedule();
        }
    }

    fn bring_for_runs(&self, file: String) {
        let Some(host) = self.me() else { return };
        spawn_local(async move {
            match host.fetch_set(&file).await {
                Ok(text) => {
                    sets::bring(&file, &text);
                    host.course.schedule();
                }
                Err(_) => host.tell(Made::Lacks(file)),
            }
        });
    }
}
