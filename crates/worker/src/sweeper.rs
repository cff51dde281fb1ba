//! The actor that leads sweeps: others make the runs, every so many each; what is done is kept in the browser.

use std::collections::HashMap;

use course::results::RECORDED;
use course::standing::{Losses, Shown, Source, Stage, Standing, kept_before};
use course::sweeps::{jobs, name};
use learn::sweep::{Outcome, Recorded, SEEDS};
use model::command::SweepKey;
use model::settings::{Settings, State};
use port::{Answer, Made, Phase, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now, Whom};
use crate::maker::MAKERS;
use crate::record::{Record, Step};

/// The file in which what was measured is kept.
pub const FILE: &str = "sweeps";

/// One that leads sweeps.
pub struct Sweeper {
    settings: Settings,
    under_way: Option<UnderWay>,
    /// What was measured in this browser, by the sweep's name.
    finished: HashMap<String, Finished>,
    /// The sweep that could not be made, and why, until another begins.
    failed: Option<(SweepKey, String)>,
    /// The file in which it is kept.
    record: Record,
    /// What is shipped; none before it has been asked for.
    recorded: Option<Recorded>,
    /// Whether what is shipped, and what was measured here before, is still to come.
    owed: (bool, bool),
    effects: Vec<Effect>,
}

/// A sweep that was measured in this browser.
struct Finished {
    outcomes: Vec<Option<Outcome>>,
    /// The losses of each run; of runs of another visit none are kept.
    losses: Vec<Losses>,
    /// How long it took, in seconds; none where it was kept from another visit.
    seconds: Option<f64>,
}

/// A sweep under way.
struct UnderWay {
    key: SweepKey,
    settings: Settings,
    outcomes: Vec<Option<Outcome>>,
    losses: Vec<Losses>,
    shares: [f64; MAKERS],
    started: f64,
}

impl Default for Sweeper {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            under_way: None,
            finished: HashMap::new(),
            failed: None,
            record: Record::new(FILE),
            recorded: None,
            owed: (true, true),
            effects: vec![],
        }
    }
}

impl Sweeper {
    /// Whether a sweep is under way that goes on before another; in prose the one that is read goes first.
    fn has_the_machine(&self, other: SweepKey) -> bool {
        let of_prose = |key: SweepKey| matches!(key, SweepKey::Entry(..));
        self.under_way.as_ref().is_some_and(|sweep| !(of_prose(sweep.key) && of_prose(other)))
    }

    /// What is shipped, as far as it has come.
    #[must_use]
    pub fn recorded(&self) -> Option<&Recorded> {
        self.recorded.as_ref()
    }

    /// Whether what is shipped and what was measured here before has come, or cannot be had: until then nothing is known of
    /// most runs.
    #[must_use]
    pub fn has_all(&self) -> bool {
        self.owed == (false, false)
    }

    /// Has what is shipped and what was measured here before brought, once.
    pub fn bring(&mut self) -> Vec<Effect> {
        if self.recorded.is_some() {
            return vec![];
        }
        self.recorded = Some(Recorded::default());
        vec![Effect::Fetch(RECORDED.to_owned()), Effect::Read(FILE.to_owned())]
    }

    /// Begins a sweep; whether it has, and what is to be done.
    pub fn begin(&mut self, key: SweepKey, state: &State, now: Now) -> (bool, Vec<Effect>) {
        self.settings = state.settings.clone();
        if self.has_the_machine(key) {
            return (false, vec![]);
        }
        self.cancel();
        self.failed = None;
        let runs = jobs(key, &state.settings).len() * SEEDS;
        if runs == 0 {
            return (false, std::mem::take(&mut self.effects));
        }
        self.under_way = Some(UnderWay {
            key,
            settings: state.settings.clone(),
            outcomes: vec![None; runs],
            losses: vec![vec![]; runs],
            shares: [0.0; MAKERS],
            started: now(),
        });
        for place in 0..MAKERS {
            let request = Request::Make(Settled(state.clone()), key, place);
            self.effects.push(Effect::Tell(Whom::Sweeper(place), request, Beside::Nothing));
        }
        self.effects.push(Effect::Redraw);
        (true, std::mem::take(&mut self.effects))
    }

    /// Ends the sweep under way.
    pub fn cancelled(&mut self) -> Vec<Effect> {
        self.cancel();
        std::mem::take(&mut self.effects)
    }

    fn cancel(&mut self) {
        if self.under_way.take().is_some() {
            for place in 0..MAKERS {
                self.effects.push(Effect::Tell(Whom::Sweeper(place), Request::StopMaking, Beside::Nothing));
            }
            self.effects.push(Effect::Redraw);
        }
    }

    /// Takes in what a worker says of its runs.
    fn hear(&mut self, worker: usize, key: SweepKey, made: Made, now: Now) {
        // What is said of an earlier sweep has its key.
        let Some(sweep) = self.under_way.as_mut().filter(|sweep| sweep.key == key) else { return };
        match made {
            Made::Run(number, outcome) => {
                if let Some(place) = sweep.outcomes.get_mut(number) {
                    *place = Some(outcome);
                }
            }
            Made::Losses(number, losses) => {
                if let Some(place) = sweep.losses.get_mut(number) {
                    *place = losses;
                }
            }
            Made::Share(share) => {
                if let Some(place) = sweep.shares.get_mut(worker) {
                    *place = share;
                }
            }
            Made::Lacks(file) => return self.fail(&file),
        }
        if !sweep.outcomes.iter().all(Option::is_some) {
            return self.effects.push(Effect::Redraw);
        }
        let Some(sweep) = self.under_way.take() else { return };
        let seconds = (now() - sweep.started) / 1000.0;
        let finished = Finished { outcomes: sweep.outcomes, losses: sweep.losses, seconds: Some(seconds) };
        self.finished.insert(name(sweep.key, &sweep.settings), finished);
        self.effects.push(Effect::Redraw);
        self.effects.extend(self.record.keep());
    }

    /// Takes in that a worker cannot go on, or has died.
    fn fail(&mut self, why: &str) {
        let Some(sweep) = self.under_way.take() else { return };
        // Whoever is left has nothing to do any more; new ones are started with the next sweep.
        for place in 0..MAKERS {
            self.effects.push(Effect::Tell(Whom::Sweeper(place), Request::StopMaking, Beside::Nothing));
            self.effects.push(Effect::Leave(Whom::Sweeper(place)));
        }
        self.failed = Some((sweep.key, why.to_owned()));
        self.effects.push(Effect::Redraw);
    }

    /// Takes in what was measured before, or in another tab.
    fn merge(&mut self, bytes: Option<Vec<u8>>) {
        self.owed.1 = false;
        let before = kept_before(&String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default());
        before.into_iter().for_each(|(name, outcomes)| {
            self.finished.entry(name).or_insert(Finished { outcomes, losses: vec![], seconds: None });
        });
    }

    /// What was measured here, a line a sweep.
    fn written(&self) -> String {
        let line = |(name, finished): (&String, &Finished)| {
            let each = finished.outcomes.iter().flatten().map(Outcome::written).collect::<Vec<_>>().join("\t");
            format!("{name}\t{each}\n")
        };
        self.finished.iter().map(line).collect()
    }

    /// How a sweep stands.
    #[must_use]
    pub fn shown(&self, key: SweepKey, settings: &Settings, now: Now) -> Shown {
        let name = name(key, settings);
        let finished = self.finished.get(&name);
        let runs = jobs(key, settings).len() * SEEDS;
        let recorded = || {
            // An answer in the prose is worked out here, or not at all.
            let recorded = self.recorded.as_ref().filter(|_| !matches!(key, SweepKey::Entry(..)))?;
            let outcomes = recorded.outcomes(&name, runs);
            outcomes.iter().any(Option::is_some).then_some((Source::Recorded, outcomes))
        };
        let waits = self.has_the_machine(key);
        let standing = |stage: Stage, waits: bool| Standing { stage, waits, expected: self.expected(key) };
        if let Some(sweep) = self.under_way.as_ref().filter(|sweep| sweep.key == key) {
            let share = sweep.shares.iter().sum::<f64>() / MAKERS as f64;
            let left = (share > 0.03).then(|| (now() - sweep.started) / 1000.0 * (1.0 - share) / share);
            let done = sweep.outcomes.iter().flatten().count();
            let stage = Stage::Running { share, done, runs: sweep.outcomes.len(), left };
            let before = finished.map(|finished| (Source::Before, finished.outcomes.clone())).or_else(recorded);
            let (outcomes, losses) = (sweep.outcomes.clone(), sweep.losses.clone());
            return Shown { standing: standing(stage, false), outcomes, losses, before };
        }
        let failed = self.failed.as_ref().filter(|(own, _)| *own == key).map(|(_, why)| Stage::Failed(why.clone()));
        if let Some(Finished { outcomes, losses, seconds }) = finished {
            let stage = seconds.map_or(Stage::Kept, |seconds| Stage::Done { seconds });
            let standing = standing(failed.unwrap_or(stage), waits);
            return Shown { standing, outcomes: outcomes.clone(), losses: losses.clone(), before: None };
        }
        let before = recorded();
        let is_whole = before.as_ref().is_some_and(|(_, outcomes)| outcomes.iter().all(Option::is_some));
        let stage = failed.unwrap_or(if is_whole { Stage::Recorded } else { Stage::Never });
        Shown { standing: standing(stage, waits), outcomes: vec![None; runs], losses: vec![], before }
    }

    /// How long a sweep takes with so many workers, in seconds, by how long it took when it was recorded; 0 where that is not known.
    #[must_use]
    pub fn expected(&self, key: SweepKey) -> f64 {
        if matches!(key, SweepKey::Ablations | SweepKey::Scans) {
            // It depends on the task and its steps, or is not recorded.
            return 0.0;
        }
        let seconds = |all: &Recorded| all.seconds(&name(key, &Settings::default())) / MAKERS as f64;
        self.recorded.as_ref().map_or(0.0, seconds)
    }
}

impl Actor for Sweeper {
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        match self.record.on(&event) {
            Step::Nothing => {}
            Step::Do(effects) => return effects,
            Step::Merge(bytes) => {
                self.merge(bytes);
                return vec![self.record.write(self.written().into_bytes())];
            }
            Step::Replace => return vec![self.record.write(self.written().into_bytes())],
        }
        match event {
            Event::Heard(Whom::Sweeper(worker), Answer::Sweep(key, made), _) => self.hear(worker, key, made, now),
            Event::Became(Whom::Sweeper(_), Phase::Failed { cause, .. }) => self.fail(&cause),
            // Where there is no record, the page says that nothing has been run.
            Event::Fetched(file, text) if file == RECORDED => {
                self.owed.0 = false;
                self.recorded = Some(Recorded::read(&text.unwrap_or_default()));
                self.effects.push(Effect::Redraw);
            }
            Event::Read(file, bytes) if file == FILE => {
                self.merge(bytes);
                self.effects.push(Effect::Redraw);
            }
            Event::Asked(_, Request::Picture(Settled(state)) | Request::Attend(Settled(state)), _) => {
                self.settings = state.settings;
            }
            _ => {}
        }
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, state};
    use model::command::PaperKey;

    const KEY: SweepKey = SweepKey::Paper(PaperKey::Hochreiter1997);

    fn begun() -> Trial<Sweeper> {
        let mut trial = Trial::of(Sweeper::default());
        let (begun, effects) = begin(&mut trial, KEY);
        assert!(begun);
        let told = |place| {
            effects.iter().any(|effect| matches!(effect, Effect::Tell(Whom::Sweeper(own), ..) if *own == place))
        };
        assert!((0..MAKERS).all(told));
        trial
    }

    fn begin(trial: &mut Trial<Sweeper>, key: SweepKey) -> (bool, Vec<Effect>) {
        let clock = &trial.clock;
        trial.actor.begin(key, &state(""), &|| clock.now())
    }

    fn shown(trial: &Trial<Sweeper>) -> Shown {
        trial.actor.shown(KEY, &Settings::default(), &|| trial.clock.now())
    }

    fn runs() -> usize {
        jobs(KEY, &Settings::default()).len() * SEEDS
    }

    fn heard(key: SweepKey, made: Made) -> Event {
        Event::Heard(Whom::Sweeper(0), Answer::Sweep(key, made), Beside::Nothing)
    }

    #[test]
    fn the_last_run_ends_a_sweep_and_what_it_came_to_is_kept_and_read_back() {
        let mut trial = begun();
        let outcome = Outcome { solved: 10.0, steps: 10.0, loss: 0.5, ..Outcome::default() };
        for number in (0..runs()).rev() {
            assert!(shown(&trial).standing.share().is_some());
            trial.give(heard(KEY, Made::Run(number, outcome)));
        }
        assert!(matches!(shown(&trial).standing.stage, Stage::Done { .. }));
        assert_eq!(shown(&trial).outcomes, vec![Some(outcome); runs()]);
        let mut next = Trial { files: trial.files, ..Trial::of(Sweeper::default()) };
        let wanted = next.actor.bring();
        assert_eq!(wanted, [Effect::Fetch(RECORDED.to_owned()), Effect::Read(FILE.to_owned())]);
        assert_eq!(next.actor.bring(), [], "once");
        next.give(Event::Read(FILE.to_owned(), next.files.get(FILE).cloned()));
        assert_eq!(shown(&next).outcomes, vec![Some(outcome); runs()]);
        assert_eq!(shown(&next).standing.stage, Stage::Kept);
    }

    #[test]
    fn of_two_tabs_each_keeps_what_the_other_has_measured() {
        let mut trial = begun();
        trial.files.insert(FILE.to_owned(), b"another\t1 2 3 4 5 6 7 8\n".to_vec());
        for number in 0..runs() {
            trial.give(heard(KEY, Made::Run(number, Outcome::default())));
        }
        let kept = String::from_utf8(trial.files[FILE].clone()).unwrap_or_default();
        assert!(kept.contains("another\t") && kept.lines().count() == 2, "{kept}");
    }

    #[test]
    fn what_is_said_twice_of_another_sweep_or_of_no_run_changes_nothing() {
        let mut trial = begun();
        let outcome = Outcome::default();
        trial.give(heard(KEY, Made::Run(0, outcome)));
        trial.give(heard(KEY, Made::Run(0, outcome)));
        trial.give(heard(KEY, Made::Run(runs() + 7, outcome)));
        assert_eq!(trial.give(heard(SweepKey::Ablations, Made::Run(1, outcome))), []);
        assert_eq!(shown(&trial).outcomes.iter().flatten().count(), 1);
        trial.actor.cancelled();
        assert_eq!(trial.give(heard(KEY, Made::Run(1, outcome))), [], "of one that was cancelled");
    }

    #[test]
    fn while_one_has_the_machine_another_waits() {
        let mut trial = begun();
        assert!(!begin(&mut trial, SweepKey::Ablations).0);
        let other = trial.actor.shown(SweepKey::Ablations, &Settings::default(), &|| 0.0);
        assert!(other.standing.waits);
        assert!(!trial.actor.cancelled().is_empty());
        assert_eq!(trial.actor.cancelled(), [], "cancelled twice");
        assert!(begin(&mut trial, SweepKey::Ablations).0);
    }

    #[test]
    fn a_neighbour_that_dies_or_lacks_data_ends_it_with_its_cause_and_the_next_has_new_ones() {
        for event in [
            Event::Became(Whom::Sweeper(1), Phase::Failed { cause: "poems.txt".to_owned(), owed: true }),
            heard(KEY, Made::Lacks("poems.txt".to_owned())),
        ] {
            let mut trial = begun();
            let done = trial.give(event.clone());
            assert!((0..MAKERS).all(|place| done.contains(&Effect::Leave(Whom::Sweeper(place)))));
            assert!(done.contains(&Effect::Redraw), "{done:?}");
            assert_eq!(shown(&trial).standing.stage, Stage::Failed("poems.txt".to_owned()));
            assert_eq!(trial.give(event), [], "told once");
            assert!(begin(&mut trial, KEY).0);
            assert!(shown(&trial).standing.share().is_some(), "the next begins without that");
        }
    }

    #[test]
    fn what_is_shipped_or_kept_and_cannot_be_read_counts_as_nothing() {
        let mut trial = Trial::of(Sweeper::default());
        trial.give(Event::Fetched(RECORDED.to_owned(), Err("gone".to_owned())));
        trial.give(Event::Read(FILE.to_owned(), Some(vec![0xff, 0xfe])));
        trial.give(Event::Read(FILE.to_owned(), None));
        assert!(shown(&trial).outcomes.iter().all(Option::is_none));
        assert_eq!((shown(&trial).standing.stage, shown(&trial).before), (Stage::Never, None));
    }

    #[test]
    fn what_was_recorded_stands_until_a_run_is_made_and_what_was_measured_until_it_is_made_anew() {
        let mut trial = Trial::of(Sweeper::default());
        let line = |number: usize| format!("hochreiter1997 {number} 10 5 5 0.5 0.5 0.5 0 0 0\n");
        let text: String = (0..runs()).map(line).collect();
        trial.give(Event::Fetched(RECORDED.to_owned(), Ok(text)));
        assert_eq!(shown(&trial).standing.stage, Stage::Recorded);
        assert!(shown(&trial).standing.expected > 0.0);
        let from = |trial: &Trial<Sweeper>| shown(trial).rows(1)[0].map(|made| (made.row.steps, made.source));
        assert_eq!(from(&trial), Some((5.0, Source::Recorded)));
        begin(&mut trial, KEY);
        assert_eq!(from(&trial), Some((5.0, Source::Recorded)), "until it is made");
        let outcome = Outcome { solved: 7.0, steps: 7.0, ..Outcome::default() };
        (0..runs()).for_each(|number| drop(trial.give(heard(KEY, Made::Run(number, outcome)))));
        assert_eq!(from(&trial), Some((7.0, Source::Here)));
        begin(&mut trial, KEY);
        assert_eq!(from(&trial), Some((7.0, Source::Before)));
        trial.actor.cancelled();
        assert_eq!(from(&trial), Some((7.0, Source::Here)));
    }
}
