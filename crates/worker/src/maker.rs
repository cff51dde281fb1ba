//! The actor that makes runs of a sweep: every so many of them, one after the other, in slices.

use std::collections::VecDeque;

use course::sweeps::jobs;
use learn::sweep::{Job, Runner, SEEDS};
use learn::task::Sets;
use model::command::SweepKey;
use port::{Answer, Made, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now};

/// Workers that make runs of a sweep at the same time.
pub const MAKERS: usize = 2;
/// It reports at most every so many milliseconds.
const PACE: f64 = 100.0;
/// A slice lasts so many milliseconds.
const SLICE: f64 = 16.0;

/// A run under way.
struct UnderWay {
    number: usize,
    runner: Runner,
    /// Milliseconds that it has taken.
    took: f64,
    /// The fewest that it took for a token, where it reads some to time them.
    quickest: f64,
}

/// One that makes runs.
#[derive(Default)]
pub struct Maker {
    /// The data that has been fetched.
    sets: Sets,
    /// The sweep whose runs it makes.
    sweep: Option<SweepKey>,
    /// Runs that it has to make: their numbers, jobs and seeds; how many there were.
    runs: VecDeque<(usize, Job, usize)>,
    all: usize,
    run: Option<UnderWay>,
    /// The set of data that is being fetched before the next run begins.
    fetching: Option<String>,
    told: f64,
    /// The word for the next slice has been put in.
    scheduled: bool,
    effects: Vec<Effect>,
}

impl Maker {
    fn schedule(&mut self) {
        if !std::mem::replace(&mut self.scheduled, true) {
            self.effects.push(Effect::Slice);
        }
    }

    fn tell(&mut self, made: Made) {
        if let Some(key) = self.sweep {
            self.effects.push(Effect::Say(0, Answer::Sweep(key, made), Beside::Nothing));
        }
    }

    /// Tells the losses of a run of prose, which draws them; others have no place for them.
    fn tell_losses(&mut self, number: usize, losses: Vec<(f64, f64)>) {
        if matches!(self.sweep, Some(SweepKey::Entry(..))) && !losses.is_empty() {
            self.tell(Made::Losses(number, losses));
        }
    }

    /// Makes no more runs.
    fn stop(&mut self) {
        (self.sweep, self.run, self.fetching) = (None, None, None);
        self.runs.clear();
    }

    /// Makes steps of the run that is due, for one slice.
    fn slice(&mut self, now: Now) {
        self.scheduled = false;
        if self.fetching.is_some() || !self.begin() {
            return;
        }
        let Some(run) = self.run.as_mut() else { return };
        let start = now();
        let ended = loop {
            let before = now();
            let goes_on = run.runner.advance();
            if let Some(tokens) = run.runner.tokens_at_a_time() {
                run.quickest = run.quickest.min((now() - before) / tokens as f64);
            }
            if !goes_on {
                break true;
            }
            if now() - start > SLICE {
                break false;
            }
        };
        run.took += now() - start;
        if ended && let Some(mut run) = self.run.take() {
            self.tell_losses(run.number, run.runner.losses());
            let mut outcome = run.runner.outcome();
            if run.runner.is_timed() {
                let mean = run.took / outcome.steps.max(1.0);
                outcome.extra = run.runner.tokens_at_a_time().map_or(mean, |_| run.quickest);
            }
            self.tell(Made::Run(run.number, outcome));
        }
        if ended || now() - self.told > PACE {
            self.told = now();
            let losses = self.run.as_ref().map(|run| (run.number, run.runner.losses()));
            losses.into_iter().for_each(|(number, losses)| self.tell_losses(number, losses));
            let part = self.run.as_ref().map_or(0.0, |run| run.runner.share());
            let waiting = self.runs.len() + usize::from(self.run.is_some());
            let share = (self.all - waiting) as f64 + part;
            self.tell(Made::Share(share / self.all.max(1) as f64));
        }
        if self.run.is_some() || !self.runs.is_empty() {
            self.schedule();
        }
    }

    /// Begins the next run if none is under way; false if there is none, or its data has to be fetched first.
    fn begin(&mut self) -> bool {
        if self.run.is_some() {
            return true;
        }
        let Some((number, job, seed)) = self.runs.front().cloned() else { return false };
        let runner = Runner::new(job, seed, &self.sets);
        if let Some(file) = runner.missing() {
            self.fetching = Some(file.clone());
            self.effects.push(Effect::Fetch(file));
            return false;
        }
        self.runs.pop_front();
        self.run = Some(UnderWay { number, runner, took: 0.0, quickest: f64::INFINITY });
        true
    }
}

impl Actor for Maker {
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        match event {
            Event::Asked(_, Request::Make(Settled(state), key, place), _) => {
                self.stop();
                self.sweep = Some(key);
                let jobs = jobs(key, &state.settings).into_iter();
                let runs = jobs.flat_map(|job| (0..SEEDS).map(move |seed| (job.clone(), seed))).enumerate();
                let own = runs.filter(|(run, _)| run % MAKERS == place);
                self.runs = own.map(|(number, (job, seed))| (number, job, seed)).collect();
                self.all = self.runs.len();
                self.schedule();
            }
            Event::Asked(_, Request::StopMaking, _) => self.stop(),
            Event::Slice => self.slice(now),
            Event::Fetched(file, text) if self.fetching.as_ref() == Some(&file) => {
                self.fetching = None;
                match text {
                    Ok(text) => {
                        self.sets.bring(&file, &text);
                        self.schedule();
                    }
                    Err(_) => self.tell(Made::Lacks(file)),
                }
            }
            _ => {}
        }
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, said, state};
    use model::command::PaperKey;

    /// A sweep that trains nothing: the bound of Pascanu's gradients is worked out at once, beside short runs.
    const SWEEP: SweepKey = SweepKey::Ablations;
    const SETTINGS: &str = "task=adding&t_knob=10&t_units=2&t_batch=4&t_steps=3";

    fn make(place: usize) -> Event {
        Event::Asked(0, Request::Make(Settled(state(SETTINGS)), SWEEP, place), Beside::Nothing)
    }

    /// The numbers of the runs that were said to be done.
    fn made(done: &[Effect]) -> Vec<usize> {
        let run = |answer: &&Answer| match answer {
            Answer::Sweep(SWEEP, Made::Run(number, _)) => Some(*number),
            _ => None,
        };
        said(done).iter().filter_map(run).collect()
    }

    #[test]
    fn two_make_every_run_of_a_sweep_once() {
        let mut all = vec![];
        for place in 0..MAKERS {
            let mut trial = Trial::of(Maker::default());
            trial.give(make(place));
            trial.run_out();
            all.extend(made(&trial.done));
        }
        all.sort_unstable();
        let runs = jobs(SWEEP, &state(SETTINGS).settings).len() * SEEDS;
        assert_eq!(all, (0..runs).collect::<Vec<_>>());
    }

    #[test]
    fn told_twice_it_begins_anew_and_a_slice_too_many_does_nothing() {
        let mut trial = Trial::of(Maker::default());
        trial.give(make(0));
        trial.give(make(0));
        assert_eq!(trial.slices, 1);
        trial.run_out();
        let mut numbers = made(&trial.done);
        let count = numbers.len();
        numbers.dedup();
        assert_eq!(numbers.len(), count, "no run is made twice");
        assert_eq!(trial.give(Event::Slice), []);
    }

    #[test]
    fn stopped_it_makes_no_more_and_says_no_more() {
        let mut trial = Trial::of(Maker::default());
        trial.give(make(1));
        trial.give(Event::Asked(0, Request::StopMaking, Beside::Nothing));
        assert_eq!(trial.slice(), []);
        assert_eq!(trial.give(Event::Fetched("poems.txt".to_owned(), Ok(String::new()))), []);
    }

    #[test]
    fn data_that_cannot_be_had_is_told_by_its_name() {
        let own = "task=own_text&t_own=own-text-0000000000000004&t_units=2&t_batch=4&t_steps=3";
        let mut trial = Trial::of(Maker::default());
        trial.give(Event::Asked(0, Request::Make(Settled(state(own)), SWEEP, 0), Beside::Nothing));
        let done = trial.slice();
        let lacks =
            |answer: &&Answer| matches!(answer, Answer::Sweep(_, Made::Lacks(file)) if file.starts_with("own-text"));
        assert!(said(&done).iter().any(lacks), "{done:?}");
        assert_eq!(trial.slices, 0, "it waits until it is told again");
    }

    #[test]
    fn papers_have_runs_for_both() {
        for paper in PaperKey::ALL {
            assert!(jobs(SweepKey::Paper(*paper), &state("").settings).len() * SEEDS >= MAKERS);
        }
    }
}
