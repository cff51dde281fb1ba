//! The actor that tells lessons: where the reader is, what has been done, what their figures show.

use course::lesson::{
    Lesson, Place, Progress, Setting, Telling, address, completed, is_bare, is_touched, lessons, set_by_steps, told,
};
use course::runs::{Slow, run_at};
use course::standing::Shown;
use model::command::SweepKey;
use model::keys::Key;
use model::lab::Run;
use model::settings::State;

use crate::actor::{Actor, Effect, Event, Now};
use crate::record::{Record, Step};

/// The file in which progress is kept.
pub const FILE: &str = "progress";

/// One that teaches.
pub struct Teacher {
    progress: Progress,
    /// What was forgotten last.
    forgotten: Option<Progress>,
    /// The file in which it is kept.
    record: Record,
    /// Whether what was kept has been brought.
    brought: bool,
    /// Whether it has begun to be.
    begun: bool,
    /// Progress was brought that is of another version: it is told.
    other_version: bool,
    /// The address that was last taken in.
    taken: String,
    /// The step that was drawn last.
    here: String,
    /// Whether the page has been sent to that place's whole address and has not come there yet.
    is_gone: bool,
    /// The run of a step's own settings, and what takes long there.
    run: Option<(Slow, Run)>,
    /// Whether it has been told how steps set the page around their figures.
    has_set: bool,
    effects: Vec<Effect>,
}

/// What a lesson is drawn from besides: how a sweep stands, and how long it takes.
pub struct Sweeps<'a> {
    /// How a sweep stands.
    pub shown: &'a dyn Fn(SweepKey) -> Shown,
    /// How long it takes, in seconds.
    pub seconds: &'a dyn Fn(SweepKey) -> f64,
}

/// What is told of lessons.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// How each step sets the page around its figure. It is told once.
    Set(Vec<Setting>),
    /// The step.
    Lesson(Box<Lesson>),
    /// The page is to go to an address, if it is still in this lesson.
    Go {
        /// Where to.
        address: String,
        /// The lesson as the address names it.
        from: String,
    },
}

impl Default for Teacher {
    fn default() -> Self {
        Self::new()
    }
}

impl Teacher {
    /// One that has told nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            progress: Progress::default(),
            forgotten: None,
            record: Record::new(FILE),
            brought: false,
            begun: false,
            other_version: false,
            taken: String::new(),
            here: String::new(),
            is_gone: false,
            run: None,
            has_set: false,
            effects: vec![],
        }
    }

    /// What is told of the lesson that is open, and what is to be done; nothing where none is. `figure` is the run of this state,
    /// where the step has programs for it.
    pub fn tell(&mut self, state: &State, figure: Option<&Run>, sweeps: &Sweeps) -> (Vec<Told>, Vec<Effect>) {
        let mut all = vec![];
        if !state.settings.text(Key::Lesson).is_empty() && !std::mem::replace(&mut self.has_set, true) {
            all.push(Told::Set(set_by_steps()));
        }
        all.extend(self.told_of(state, figure, sweeps));
        (all, std::mem::take(&mut self.effects))
    }

    fn told_of(&mut self, state: &State, figure: Option<&Run>, sweeps: &Sweeps) -> Option<Told> {
        let settings = &state.settings;
        let from = settings.text(Key::Lesson);
        let go = |address: String| Some(Told::Go { address, from: from.to_owned() });
        if from.is_empty() {
            self.here.clear();
            return None;
        }
        if !self.brought {
            if !std::mem::replace(&mut self.begun, true) {
                self.effects.push(Effect::Read(FILE.to_owned()));
            }
            return None;
        }
        self.take(settings.text(Key::Done));
        if from == "here" {
            return go(address(&self.last_place(), state));
        }
        let place = Place::of(settings);
        if let Some(place) = place {
            let is_new = std::mem::replace(&mut self.here, place.name()) != place.name();
            let is_only_named = is_bare(settings) && !place.entry().cue.is_empty();
            if is_new && is_only_named {
                // Its figure is set as well.
                self.is_gone = true;
                return go(completed(&place, state));
            }
            if self.is_gone && is_only_named && is_touched(&place, settings) {
                // The page is on its way: as it stands, its figure would be told as one that the reader has changed.
                return None;
            }
            self.is_gone = false;
            if self.progress.see(place.key, place.step) {
                self.keep();
            }
        }
        let cue = place.map_or("", |place| place.entry().cue);
        if self.run.as_ref().is_none_or(|(of, _)| of.fragment != cue) {
            self.run = Some((Slow::new(cue), run_at(cue).1));
        }
        let (slow, run) = self.run.as_ref()?;
        let key = place.map(|place| place.sweep());
        let sweep = key.map_or(Shown::default(), |key| (sweeps.shown)(key));
        Some(Told::Lesson(Box::new(told(&Telling {
            state,
            run,
            slow,
            figure: figure.filter(|_| place.is_some()),
            sweep: &sweep,
            seconds: key.map_or(0.0, |key| (sweeps.seconds)(key)),
            progress: &self.progress,
            other_version: self.other_version,
            can_restore: self.forgotten.is_some(),
        }))))
    }

    /// The place that was reached last, or the first.
    fn last_place(&self) -> Place {
        let last = self.progress.last(lessons().iter().map(|(key, _)| *key));
        let named = last.and_then(|(key, step)| Place::named(&format!("{key}.{}", step + 1)));
        named.unwrap_or_else(Place::first)
    }

    /// Adds what an address brings along.
    fn take(&mut self, written: &str) {
        if written.is_empty() || std::mem::replace(&mut self.taken, written.to_owned()) == written {
            return;
        }
        match Progress::read(written) {
            None => self.other_version = true,
            Some(brought) => {
                if self.progress.add(&brought) {
                    self.keep();
                }
            }
        }
    }

    fn keep(&mut self) {
        self.effects.extend(self.record.keep());
    }

    /// Takes in what another tab has kept, as far as it can be read.
    fn merge(&mut self, bytes: Option<Vec<u8>>) {
        let text = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
        if let Some(other) = Progress::read(&text) {
            self.progress.add(&other);
        }
    }

    /// Forgets what has been done.
    pub fn forget(&mut self) -> Vec<Effect> {
        self.forgotten = Some(std::mem::take(&mut self.progress));
        self.other_version = false;
        self.effects.extend(self.record.replace());
        self.effects.push(Effect::Redraw);
        std::mem::take(&mut self.effects)
    }

    /// Brings back what was forgotten last, beside what has been done since.
    pub fn restore(&mut self) -> Vec<Effect> {
        if let Some(forgotten) = self.forgotten.take() {
            self.progress.add(&forgotten);
            self.effects.extend(self.record.replace());
            self.effects.push(Effect::Redraw);
        }
        std::mem::take(&mut self.effects)
    }
}

impl Actor for Teacher {
    fn on(&mut self, event: Event, _: Now) -> Vec<Effect> {
        match self.record.on(&event) {
            Step::Nothing => {}
            Step::Do(effects) => return effects,
            Step::Merge(bytes) => {
                self.merge(bytes);
                return vec![self.record.write(self.progress.written().into_bytes())];
            }
            Step::Replace => return vec![self.record.write(self.progress.written().into_bytes())],
        }
        if let Event::Read(file, bytes) = event
            && file == FILE
        {
            // Where nothing has been kept, or nothing can be, it begins anew.
            let text = String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default();
            match Progress::read(&text) {
                Some(before) => {
                    self.progress.add(&before);
                }
                None if text.is_empty() => {}
                None => self.other_version = true,
            }
            self.brought = true;
            return vec![Effect::Redraw];
        }
        vec![]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, state};

    /// What is told of the lesson at an address.
    fn tell(trial: &mut Trial<Teacher>, fragment: &str) -> (Vec<Told>, Vec<Effect>) {
        let sweeps = Sweeps { shown: &|_| Shown::default(), seconds: &|_| 0.0 };
        let (told, effects) = trial.actor.tell(&state(fragment), None, &sweeps);
        keep(trial, &effects);
        (told, effects)
    }

    /// Has kept what is to be kept.
    fn keep(trial: &mut Trial<Teacher>, effects: &[Effect]) {
        if effects.contains(&Effect::Lock(FILE.to_owned())) {
            trial.give(Event::Locked(FILE.to_owned()));
        }
    }

    fn reader(kept: Option<&str>) -> Trial<Teacher> {
        let mut trial = Trial::of(Teacher::new());
        let (told, effects) = tell(&mut trial, "lesson=lstm.1");
        assert!(matches!(&told[..], [Told::Set(_)]), "how steps set the page is told at once");
        assert_eq!(effects, [Effect::Read(FILE.to_owned())]);
        assert_eq!(tell(&mut trial, "lesson=lstm.1").1, [], "it is asked for once");
        let read = Event::Read(FILE.to_owned(), kept.map(|text| text.as_bytes().to_vec()));
        assert_eq!(trial.give(read), [Effect::Redraw]);
        trial
    }

    /// The address where the page is to go, and from which lesson.
    fn gone(told: &[Told]) -> (String, String) {
        let [Told::Go { address, from }] = told else { panic!("{told:?}") };
        (address.trim_start_matches('#').to_owned(), from.clone())
    }

    #[test]
    fn a_step_that_only_is_named_is_completed_once_and_then_told() {
        let mut trial = reader(None);
        let (address, from) = gone(&tell(&mut trial, "lesson=lstm.1").0);
        assert_eq!(from, "lstm.1");
        let (told, effects) = tell(&mut trial, &address);
        let [Told::Lesson(lesson)] = &told[..] else { panic!("{told:?}") };
        assert!(lesson.step.as_ref().is_some_and(|step| step.name == "lstm.1" && !step.prose.is_empty()));
        assert!(matches!(&effects[..], [Effect::Lock(..)]), "where the reader was is kept");
        assert_eq!(tell(&mut trial, &address).1, [], "kept once");
    }

    #[test]
    fn nothing_is_told_of_a_step_while_the_page_is_on_its_way_to_it() {
        let mut trial = reader(None);
        let (address, _) = gone(&tell(&mut trial, "lesson=bptt.1").0);
        assert_eq!(tell(&mut trial, "lesson=bptt.1").0, []);
        let (told, _) = tell(&mut trial, &address);
        assert!(
            matches!(&told[..], [Told::Lesson(lesson)] if lesson.step.as_ref().is_some_and(|step| !step.is_touched))
        );
        let (told, _) = tell(&mut trial, "lesson=bptt.1");
        assert!(
            matches!(&told[..], [Told::Lesson(lesson)] if lesson.step.as_ref().is_some_and(|step| step.is_touched))
        );
    }

    #[test]
    fn a_reader_who_comes_back_goes_on_where_they_were() {
        let mut trial = reader(None);
        let (address, _) = gone(&tell(&mut trial, "lesson=gru.2").0);
        tell(&mut trial, &address);
        let kept = String::from_utf8(trial.files[FILE].clone()).unwrap_or_default();
        let mut next = reader(Some(&kept));
        let (address, _) = gone(&tell(&mut next, "lesson=here").0);
        assert!(address.contains("gru.2"), "{address}");
    }

    #[test]
    fn a_step_that_there_is_not_is_told_with_the_list_of_lessons() {
        let mut trial = reader(None);
        let (told, _) = tell(&mut trial, "lesson=nothing.9");
        let [Told::Lesson(lesson)] = &told[..] else { panic!("{told:?}") };
        assert_eq!((lesson.step.as_ref(), &*lesson.of.lesson), (None, "nothing.9"));
        assert_eq!(lesson.rail.lessons.len(), lessons().len());
    }

    #[test]
    fn progress_of_another_form_is_told_and_overwrites_nothing_by_itself() {
        let mut trial = reader(Some("of another form"));
        assert!(trial.actor.other_version);
        let files = trial.files.clone();
        tell(&mut trial, "lesson=lstm.1");
        assert_eq!(trial.files, files);
        assert!(matches!(&trial.actor.forget()[..], [Effect::Lock(..), Effect::Redraw]));
        assert!(!trial.actor.other_version);
    }

    #[test]
    fn of_two_tabs_each_keeps_what_the_other_has_kept_and_one_forgets_all() {
        let open = |trial: &mut Trial<Teacher>, step: &str| {
            let (address, _) = gone(&tell(trial, &format!("lesson={step}")).0);
            tell(trial, &address);
        };
        let (mut one, mut other) = (reader(None), reader(None));
        open(&mut one, "lstm.2");
        other.files = one.files.clone();
        open(&mut other, "gru.2");
        let both = String::from_utf8(other.files[FILE].clone()).unwrap_or_default();
        assert!(both.contains("lstm") && both.contains("gru"), "{both}");
        let effects = other.actor.forget();
        keep(&mut other, &effects);
        let none = String::from_utf8(other.files[FILE].clone()).unwrap_or_default();
        assert!(!none.contains("lstm") && !none.contains("gru"), "{none}");
    }

    #[test]
    fn what_it_is_not_asked_for_changes_nothing() {
        let mut trial = reader(None);
        assert_eq!(trial.give(Event::Read("another".to_owned(), None)), []);
        assert_eq!(trial.give(Event::Written(FILE.to_owned(), Err("full".to_owned()))), []);
        assert_eq!(trial.give(Event::Slice), []);
    }
}
