//! The actor that tells lessons: where the reader is, what has been done, what their figures show.

use course::lesson::{Drawn, Place, Progress, address, completed, is_bare, lessons, limits, parts, said};
use course::results::Shown;
use course::runs::run_at;
use model::command::SweepKey;
use model::keys::Key;
use model::lab::Run;
use model::settings::State;
use pictures::parts::Part;

use crate::actor::{Actor, Effect, Event, Now};
use crate::record::{Record, Step};

/// The file in which progress is kept.
pub const FILE: &str = "progress";

/// One that teaches.
pub struct Teacher {
    progress: Progress,
    /// The file in which it is kept.
    record: Record,
    /// Whether what was kept has been brought.
    brought: bool,
    /// Whether it has begun to be.
    begun: bool,
    /// What the browser refused, or was of another version: said once.
    said: &'static str,
    /// The address that was last taken in.
    taken: String,
    /// The step that was drawn last.
    here: String,
    /// The guess that stood there when that step was opened.
    opened: String,
    /// The run of a step's own settings.
    run: Option<(String, Run)>,
    /// Whether programs can be copied here.
    copies: bool,
    effects: Vec<Effect>,
}

/// What a lesson is drawn from besides: how a sweep stands, and how long it takes.
pub struct Sweeps<'a> {
    /// How a sweep stands.
    pub shown: &'a dyn Fn(SweepKey) -> Shown,
    /// How long it takes, in seconds.
    pub seconds: &'a dyn Fn(SweepKey) -> f64,
}

/// What stands in the page, by the ids of elements; and where the page is to go.
pub type Told = (Vec<(String, String)>, Vec<Part>);

impl Teacher {
    /// One that has told nothing yet; `copies` if the browser may copy for this page.
    #[must_use]
    pub fn new(copies: bool) -> Self {
        Self {
            progress: Progress::default(),
            record: Record::new(FILE),
            brought: false,
            begun: false,
            said: "",
            taken: String::new(),
            here: String::new(),
            opened: String::new(),
            run: None,
            copies,
            effects: vec![],
        }
    }

    /// The parts of the lesson that is open, none where none is; where the page is to go; and what is to be done. `figure` is
    /// the run of this state, where the step has programs for it.
    pub fn tell(&mut self, state: &State, figure: Option<&Run>, sweeps: &Sweeps) -> (Told, Vec<Effect>) {
        let told = self.told_of(state, figure, sweeps);
        (told, std::mem::take(&mut self.effects))
    }

    fn told_of(&mut self, state: &State, figure: Option<&Run>, sweeps: &Sweeps) -> Told {
        let settings = &state.settings;
        let from = settings.text(Key::Lesson);
        let go = |address: String| (vec![], vec![Part::Go(address, from.to_owned())]);
        if from.is_empty() {
            self.here.clear();
            return (vec![("lesson".to_owned(), format!("<div>{}</div>", limits(settings)))], vec![]);
        }
        if !self.brought {
            if !std::mem::replace(&mut self.begun, true) {
                self.effects.push(Effect::Read(FILE.to_owned()));
            }
            return (vec![], vec![]);
        }
        self.take(settings.text(Key::Done));
        if from == "here" {
            return go(address(&self.last_place(), state));
        }
        let Some(place) = Place::of(settings) else {
            return (self.drawn(state, None, None, sweeps), vec![]);
        };
        let is_new = std::mem::replace(&mut self.here, place.name()) != place.name();
        if is_new {
            self.opened = settings.written(Key::Guess).to_owned();
        }
        if is_new && is_bare(settings) && !place.entry().cue.is_empty() {
            // Only the step is named: its figure is set as well.
            return go(completed(&place, state));
        }
        if self.progress.see(place.key, place.step) {
            self.keep();
        }
        let show = is_new.then(|| Part::Show("lesson-prose".to_owned()));
        (self.drawn(state, figure, Some(place), sweeps), show.into_iter().collect())
    }

    fn drawn(
        &mut self,
        state: &State,
        figure: Option<&Run>,
        place: Option<Place>,
        sweeps: &Sweeps,
    ) -> Vec<(String, String)> {
        let cue = place.map_or("", |place| place.entry().cue);
        if self.run.as_ref().is_none_or(|(of, _)| of != cue) {
            self.run = Some((cue.to_owned(), run_at(cue).1));
        }
        let Some((_, run)) = self.run.as_ref() else { return vec![] };
        let key = place.map(|place| place.sweep());
        let sweep = key.map_or(Shown::default(), |key| (sweeps.shown)(key));
        parts(&Drawn {
            state,
            run,
            figure,
            sweep: &sweep,
            seconds: key.map_or(0.0, |key| (sweeps.seconds)(key)),
            progress: &self.progress,
            said: self.said,
            opened: &self.opened,
            copies: self.copies,
        })
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
            None => self.said = said().other_version,
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
        self.progress = Progress::default();
        self.said = "";
        self.effects.extend(self.record.replace());
        self.effects.push(Effect::Redraw);
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
                None => self.said = said().other_version,
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
    fn tell(trial: &mut Trial<Teacher>, fragment: &str) -> (Told, Vec<Effect>) {
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
        let mut trial = Trial::of(Teacher::new(true));
        assert_eq!(tell(&mut trial, "lesson=lstm.1").1, [Effect::Read(FILE.to_owned())]);
        assert_eq!(tell(&mut trial, "lesson=lstm.1").1, [], "it is asked for once");
        let read = Event::Read(FILE.to_owned(), kept.map(|text| text.as_bytes().to_vec()));
        assert_eq!(trial.give(read), [Effect::Redraw]);
        trial
    }

    #[test]
    fn a_step_that_only_is_named_is_completed_once_and_then_told() {
        let mut trial = reader(None);
        let ((_, go), _) = tell(&mut trial, "lesson=lstm.1");
        let [Part::Go(address, from)] = &go[..] else { panic!("{go:?}") };
        assert_eq!(from, "lstm.1");
        let address = address.trim_start_matches('#').to_owned();
        let ((parts, go), effects) = tell(&mut trial, &address);
        assert!(parts.iter().any(|(id, inside)| id == "lesson-prose" && !inside.is_empty()), "{go:?}");
        assert!(matches!(&effects[..], [Effect::Lock(..)]), "where the reader was is kept");
        assert_eq!(tell(&mut trial, &address).1, [], "kept once");
    }

    #[test]
    fn a_reader_who_comes_back_goes_on_where_they_were() {
        let mut trial = reader(None);
        let ((_, go), _) = tell(&mut trial, "lesson=gru.2");
        let Some(Part::Go(address, _)) = go.first() else { panic!("{go:?}") };
        tell(&mut trial, address.clone().trim_start_matches('#'));
        let kept = String::from_utf8(trial.files[FILE].clone()).unwrap_or_default();
        let mut next = reader(Some(&kept));
        let ((_, go), _) = tell(&mut next, "lesson=here");
        assert!(matches!(&go[..], [Part::Go(address, _)] if address.contains("gru.2")), "{go:?}");
    }

    #[test]
    fn progress_of_another_form_is_told_and_overwrites_nothing_by_itself() {
        let mut trial = reader(Some("of another form"));
        assert_eq!(trial.actor.said, said().other_version);
        let files = trial.files.clone();
        tell(&mut trial, "lesson=lstm.1");
        assert_eq!(trial.files, files);
        assert!(matches!(&trial.actor.forget()[..], [Effect::Lock(..), Effect::Redraw]));
        assert_eq!(trial.actor.said, "");
    }

    #[test]
    fn of_two_tabs_each_keeps_what_the_other_has_kept_and_one_forgets_all() {
        let open = |trial: &mut Trial<Teacher>, step: &str| {
            let ((_, go), _) = tell(trial, &format!("lesson={step}"));
            let Some(Part::Go(address, _)) = go.first() else { panic!("{go:?}") };
            tell(trial, address.clone().trim_start_matches('#'));
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
