//! Sweeps: one worker leads, others make the runs, every so many runs each; what is done is kept in the browser.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessagePort;

use super::client::Client;
use super::host::Host;
use super::kept;
use super::protocol::{Parts, Request};
use crate::keys::Key;
use crate::results::{
    ABLATION, Job, Outcome, RECORDED, Recorded, Runner, SEEDS, Shown, done, failed, jobs, kept_before, list, matrix,
    name, panel, said,
};
use crate::settings::{Settings, State};
use crate::task::train::sets;

/// What the keys of sweeps begin with that belong to prose.
const ENTRY: &str = "entry-";
/// Workers that make runs at the same time.
const WORKERS: usize = 2;
/// The file in which what was measured is kept.
const FILE: &str = "sweeps";
/// A worker reports at most every so many milliseconds.
const PACE: f64 = 100.0;
/// A slice lasts so many milliseconds.
const SLICE: f64 = 16.0;
/// What a worker says: a run is done, so much of all its runs is, or it cannot go on.
const SAYS: [&str; 3] = ["run-done", "run-share", "run-failed"];

/// Sweeps, as the worker that leads them knows them, and as those that make the runs do.
#[derive(Default)]
pub struct Sweeping {
    clients: RefCell<Vec<Rc<Client>>>,
    under_way: RefCell<Option<UnderWay>>,
    /// What was measured in this browser, by the sweep's name.
    finished: RefCell<HashMap<String, Shown>>,
    recorded: RefCell<Option<Recorded>>,
    /// Runs that this worker has to make: their numbers, jobs and seeds; how many there were.
    runs: RefCell<VecDeque<(usize, Job, usize)>>,
    all: Cell<usize>,
    runner: RefCell<Option<(usize, Runner)>>,
    told: Cell<f64>,
    /// Milliseconds that the run under way has taken.
    took: Cell<f64>,
}

impl Sweeping {
    /// Whether a sweep is under way that goes on before another; in prose the one that is read goes first.
    fn has_the_machine(&self, other: &str) -> bool {
        let under_way = self.under_way.borrow();
        under_way.as_ref().is_some_and(|sweep| !(sweep.key.starts_with(ENTRY) && other.starts_with(ENTRY)))
    }

    /// Whether what is shipped has not been brought yet.
    pub fn is_unread(&self) -> bool {
        self.recorded.borrow().is_none()
    }
}

/// A sweep under way.
struct UnderWay {
    key: String,
    fragment: String,
    outcomes: Vec<Option<Outcome>>,
    shares: [f64; WORKERS],
    started: f64,
}

fn settings_of(fragment: &str) -> Settings {
    State::from_fragment(fragment).0.settings
}

impl Host {
    /// Begins a sweep, or ends the one under way.
    pub fn sweep(&self, fragment: &str, command: &str) {
        let sweeping = &self.course.sweeping;
        if command != "cancel" && sweeping.has_the_machine(command) {
            return;
        }
        if sweeping.under_way.take().is_some() {
            for client in sweeping.clients.borrow().iter() {
                client.tell(Request::Train(String::new(), "sweep-0".into(), "cancel".into()));
            }
            self.show_sweeps();
        }
        let settings = settings_of(fragment);
        let runs = jobs(command, &settings).len() * SEEDS;
        if command == "cancel" || runs == 0 {
            return;
        }
        while sweeping.clients.borrow().len() < WORKERS {
            let client = self.start_sweeper(sweeping.clients.borrow().len());
            sweeping.clients.borrow_mut().push(client);
        }
        *sweeping.under_way.borrow_mut() = Some(UnderWay {
            key: command.to_owned(),
            fragment: fragment.to_owned(),
            outcomes: vec![None; runs],
            shares: [0.0; WORKERS],
            started: self.now(),
        });
        for (number, client) in sweeping.clients.borrow().iter().enumerate() {
            client.tell(Request::Train(fragment.into(), format!("sweep-{number}"), command.into()));
        }
        self.show_sweeps();
    }

    fn start_sweeper(&self, number: usize) -> Rc<Client> {
        let own = self.course.own.get().cloned();
        let (heard, broken) = (own.clone(), own);
        let say = move |reply: &Array| {
            if let Some(host) = heard.as_ref().and_then(Weak::upgrade) {
                Parts::from_message(reply).0.iter().for_each(|(id, text)| host.heard(number, id, text));
            }
            None
        };
        let fail = move || {
            if let Some(host) = broken.as_ref().and_then(Weak::upgrade) {
                host.sweep_failed("");
            }
        };
        let address = self.alone.then(|| self.scope.location().href());
        let here = |port: MessagePort| Host::listen(port, false);
        Client::start(address.as_deref(), true, Box::new(say), Box::new(fail), Some(Box::new(here)))
    }

    /// Takes in what a worker says of its runs.
    fn heard(&self, worker: usize, id: &str, text: &str) {
        let sweeping = &self.course.sweeping;
        let ended = {
            let mut under_way = sweeping.under_way.borrow_mut();
            let Some(sweep) = under_way.as_mut() else { return };
            // What was said of an earlier sweep has its key.
            let Some((key, text)) = text.split_once('|') else { return };
            if key != sweep.key {
                return;
            }
            if id == SAYS[0]
                && let Some((number, outcome)) = text.split_once('|')
                && let (Ok(number), Some(outcome)) = (number.parse::<usize>(), Outcome::read(outcome))
                && let Some(place) = sweep.outcomes.get_mut(number)
            {
                *place = Some(outcome);
            } else if id == SAYS[1] {
                sweep.shares[worker] = text.parse().unwrap_or_default();
            } else if id == SAYS[2] {
                let why = text.to_owned();
                drop(under_way);
                return self.sweep_failed(&why);
            }
            sweep.outcomes.iter().all(Option::is_some)
        };
        if !ended {
            let of = sweeping.under_way.borrow().as_ref().map(|sweep| (sweep.key.clone(), sweep.fragment.clone()));
            if let Some((key, fragment)) = of {
                if key.starts_with(ENTRY) || key.starts_with(crate::compare::PREFIX) {
                    self.show_sweeps()
                } else {
                    self.show_sweep(&key, &fragment)
                }
            }
            return;
        }
        let Some(sweep) = sweeping.under_way.take() else { return };
        let seconds = (self.now() - sweep.started) / 1000.0;
        let name = name(&sweep.key, &settings_of(&sweep.fragment));
        sweeping.finished.borrow_mut().insert(name, done(sweep.outcomes, seconds));
        self.show_sweeps();
        self.keep_sweeps();
    }

    fn sweep_failed(&self, why: &str) {
        let Some(sweep) = self.course.sweeping.under_way.take() else { return };
        // Whoever is left has nothing to do any more; new ones are started with the next sweep.
        for client in self.course.sweeping.clients.take() {
            client.tell(Request::Train(String::new(), "sweep-0".into(), "cancel".into()));
        }
        self.show_sweeps();
        let part = panel(&sweep.key, &settings_of(&sweep.fragment), &failed(why), 0.0);
        self.send(0, vec![(format!("sweep-{}", sweep.key), part)], false);
    }

    /// How a sweep stands.
    pub fn shown(&self, key: &str, settings: &Settings) -> Shown {
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
        if key.starts_with(ENTRY) {
            return Shown { outcomes: vec![None; runs], waits, ..Shown::default() };
        }
        let recorded = sweeping.recorded.borrow();
        let shown =
            recorded.as_ref().map_or(Shown::default(), |all| Shown::recorded(all.outcomes(&name(key, settings), runs)));
        Shown { waits, ..shown }
    }

    /// How long a sweep takes with so many workers, in seconds, by how long it took when it was recorded.
    pub fn expected(&self, key: &str) -> f64 {
        let recorded = self.course.sweeping.recorded.borrow();
        recorded.as_ref().map_or(0.0, |all| all.seconds(&name(key, &Settings::default())) / WORKERS as f64)
    }

    fn show_sweep(&self, key: &str, fragment: &str) {
        let settings = settings_of(fragment);
        let part = panel(key, &settings, &self.shown(key, &settings), self.expected(key));
        self.send(0, vec![(format!("sweep-{key}"), part)], false);
    }

    /// How all sweeps stand that are in view: while one is under way no other can be begun.
    fn show_sweeps(&self) {
        let fragment = self.course.settings.borrow().clone();
        let mut parts = self.sweep_parts(&fragment);
        parts.extend(self.lesson_parts(&State::from_fragment(&fragment).0, &fragment));
        self.send(0, parts, false);
    }

    /// The parts of the results' page, or of the ablations in Train. What is shipped and what is kept is brought with the
    /// first of them.
    pub fn sweep_parts(&self, fragment: &str) -> Vec<(String, String)> {
        let settings = settings_of(fragment);
        if self.course.sweeping.is_unread() {
            self.bring_sweeps(fragment);
        }
        let Some(view) = settings.name(Key::View) else { return vec![] };
        if view == "reference" {
            return self.page_parts(&settings);
        }
        if view == "choose" {
            return crate::choose::parts(&settings, &crate::lesson::run_at("").1);
        }
        if view == "compare" {
            return self.compare_parts(&settings);
        }
        if view == "results" {
            let all_tasks = self.course.sweeping.recorded.borrow().as_ref().map_or(String::new(), matrix);
            return list(|key| self.shown(key, &settings), |key| self.expected(key), all_tasks);
        }
        let own = panel(ABLATION, &settings, &self.shown(ABLATION, &settings), 0.0);
        vec![("train-sweep".into(), crate::results::frame()), (format!("sweep-{ABLATION}"), own)]
    }

    /// Brings what is shipped and what was measured here before.
    pub fn bring_sweeps(&self, fragment: &str) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        self.course.sweeping.recorded.replace(Some(Recorded::default()));
        let fragment = fragment.to_owned();
        spawn_local(async move {
            // Where there is no record, the page says that nothing has been run.
            let text = host.fetch_set(RECORDED).await.unwrap_or_default();
            host.course.sweeping.recorded.replace(Some(Recorded::read(&text)));
            let bytes = kept::read(&host.scope, FILE).await.unwrap_or_default();
            let before = kept_before(&String::from_utf8(bytes).unwrap_or_default());
            let mut finished = host.course.sweeping.finished.borrow_mut();
            before.into_iter().for_each(|(name, shown)| {
                finished.entry(name).or_insert(shown);
            });
            drop(finished);
            // As the settings stand now.
            if host.course.settings.borrow().is_empty() {
                host.course.settings.replace(fragment);
            }
            host.show_sweeps();
        });
    }

    fn keep_sweeps(&self) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        let finished = self.course.sweeping.finished.borrow();
        let line = |(name, shown): (&String, &Shown)| {
            let each = shown.outcomes.iter().flatten().map(Outcome::written).collect::<Vec<_>>().join("\t");
            format!("{name}\t{each}\n")
        };
        let text: String = finished.iter().map(line).collect();
        spawn_local(async move {
            // Where the browser keeps nothing, results are there as long as the page.
            let _ = kept::write(&host.scope, FILE, text.as_bytes()).await;
        });
    }
}

/// Of the workers that make runs.
impl Host {
    /// Takes in what to do: every so many runs of a sweep, or to stop.
    pub fn make_runs(&self, fragment: &str, place: &str, key: &str) {
        let sweeping = &self.course.sweeping;
        sweeping.runs.borrow_mut().clear();
        sweeping.runner.take();
        let number: usize = place.parse().unwrap_or_default();
        self.course.settings.replace(key.to_owned());
        let jobs = jobs(key, &settings_of(fragment));
        let runs = jobs.into_iter().flat_map(|job| (0..SEEDS).map(move |seed| (job.clone(), seed)));
        let runs = runs.enumerate().map(|(number, (job, seed))| (number, job, seed));
        let own: VecDeque<_> = runs.filter(|(run, ..)| run % WORKERS == number).collect();
        sweeping.all.set(own.len());
        *sweeping.runs.borrow_mut() = own;
        self.course.schedule();
    }

    /// Whether runs are to be made.
    pub fn has_runs(&self) -> bool {
        let sweeping = &self.course.sweeping;
        sweeping.runner.borrow().is_some() || !sweeping.runs.borrow().is_empty()
    }

    fn tell(&self, what: usize, text: &str) {
        let key = self.course.settings.borrow().clone();
        let parts = Parts(vec![(SAYS[what].to_owned(), format!("{key}|{text}"))]);
        // Whoever leads has not gone, or this worker would have.
        let _ = self.port.post_message(&parts.to_message(0));
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
        }
        let start = self.now();
        let ended = {
            let mut runner = sweeping.runner.borrow_mut();
            let Some((_, runner)) = runner.as_mut() else { return };
            loop {
                if !runner.advance() {
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
                outcome.extra = sweeping.took.get() / outcome.steps.max(1.0);
            }
            self.tell(0, &format!("{number}|{}", outcome.written()));
        }
        if ended || self.now() - sweeping.told.get() > PACE {
            sweeping.told.set(self.now());
            let part = sweeping.runner.borrow().as_ref().map_or(0.0, |(_, runner)| runner.share());
            let waiting = sweeping.runs.borrow().len() + usize::from(sweeping.runner.borrow().is_some());
            let share = (sweeping.all.get() - waiting) as f64 + part;
            self.tell(1, &format!("{:.4}", share / sweeping.all.get().max(1) as f64));
        }
        if self.has_runs() {
            self.course.schedule();
        }
    }

    fn bring_for_runs(&self, file: String) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        spawn_local(async move {
            match host.fetch_set(&file).await {
                Ok(text) => {
                    sets::bring(&file, &text);
                    host.course.schedule();
                }
                Err(_) => host.tell(2, &file),
            }
        });
    }
}
