//! Lessons, as the worker tells them: where the reader is, what has been done, what their figures show.

use std::cell::{Cell, OnceCell, RefCell};

use wasm_bindgen_futures::spawn_local;

use crate::host::Host;
use course::compare::{self, Compared};
use course::lesson::{
    Drawn, PageDrawn, Place, Progress, address, completed, entries_of, is_bare, lessons, limits, page_parts, parts,
    run_at, said,
};
use course::results::Shown;
use model::command::SweepKey;
use model::keys::Key;
use model::lab::Run;
use model::settings::{Settings, State};
use pictures::parts::Part;

/// The file in which progress is kept.
const FILE: &str = "progress";

/// What the worker knows of the lessons.
#[derive(Default)]
pub struct Learning {
    progress: RefCell<Progress>,
    /// Whether what was kept has been brought.
    brought: Cell<bool>,
    /// Whether it has begun to be.
    begun: OnceCell<()>,
    /// What the browser refused, or was of another version: said once.
    said: Cell<&'static str>,
    /// The address that was last taken in.
    taken: RefCell<String>,
    /// The step that was drawn last.
    here: RefCell<String>,
    /// The guess that stood there when that step was opened.
    opened: RefCell<String>,
    /// The run of a step's own settings.
    run: RefCell<Option<(String, Run)>>,
}

impl Host {
    /// The parts of the lesson that is open, none where none is; and where the page is to go.
    pub fn lesson_parts(&self, state: &State) -> (Vec<(String, String)>, Vec<Part>) {
        let from = state.settings.text(Key::Lesson);
        let go = |address: String| (vec![], vec![Part::Go(address, from.to_owned())]);
        let learning = &self.learning;
        let settings = &state.settings;
        if settings.text(Key::Lesson).is_empty() {
            learning.here.take();
            return (vec![("lesson".to_owned(), format!("<div>{}</div>", limits(settings)))], vec![]);
        }
        if self.course.sweeping.is_unread() {
            self.bring_sweeps();
        }
        if !learning.brought.get() {
            self.bring_progress();
            return (vec![], vec![]);
        }
        self.take_progress(settings.text(Key::Done));
        if settings.text(Key::Lesson) == "here" {
            return go(address(&self.last_place(), state));
        }
        let Some(place) = Place::of(settings) else {
            return (self.told(state, None), vec![]);
        };
        let is_new = learning.here.replace(place.name()) != place.name();
        if is_new {
            learning.opened.replace(settings.written(Key::Guess).to_owned());
        }
        if is_new && is_bare(settings) && !place.entry().cue.is_empty() {
            // Only the step is named: its figure is set as well.
            return go(completed(&place, state));
        }
        if learning.progress.borrow_mut().see(place.key, place.step) {
            self.keep_progress();
        }
        let show = is_new.then(|| Part::Show("lesson-prose".to_owned()));
        (self.told(state, Some(place)), show.into_iter().collect())
    }

    fn told(&self, state: &State, place: Option<Place>) -> Vec<(String, String)> {
        let learning = &self.learning;
        let cue = place.map_or("", |place| place.entry().cue);
        if learning.run.borrow().as_ref().is_none_or(|(of, _)| of != cue) {
            learning.run.replace(Some((cue.to_owned(), run_at(cue).1)));
        }
        let run = learning.run.borrow();
        let Some((_, run)) = run.as_ref() else { return vec![] };
        let key = place.map(|place| place.sweep());
        let sweep = key.map_or(Shown::default(), |key| self.shown(key, &state.settings));
        let progress = learning.progress.borrow();
        parts(&Drawn {
            state,
            run,
            sweep: &sweep,
            seconds: key.map_or(0.0, |key| self.expected(key)),
            progress: &progress,
            said: learning.said.get(),
            opened: &learning.opened.borrow(),
            copies: self.scope.is_secure_context(),
        })
    }

    /// The place that was reached last, or the first.
    fn last_place(&self) -> Place {
        let progress = self.learning.progress.borrow();
        let last = progress.last(lessons().iter().map(|(key, _)| *key));
        let named = last.and_then(|(key, step)| Place::named(&format!("{key}.{}", step + 1)));
        named.unwrap_or_else(Place::first)
    }

    /// Adds what an address brings along.
    fn take_progress(&self, written: &str) {
        let learning = &self.learning;
        if written.is_empty() || learning.taken.replace(written.to_owned()) == written {
            return;
        }
        match Progress::read(written) {
            None => learning.said.set(said().other_version),
            Some(brought) => {
                if learning.progress.borrow_mut().add(&brought) {
                    self.keep_progress();
                }
            }
        }
    }

    fn bring_progress(&self) {
        if self.learning.begun.set(()).is_err() {
            return;
        }
        let Some(host) = self.me() else { return };
        spawn_local(async move {
            // Where nothing has been kept, or nothing can be, it begins anew.
            let bytes = host.files.read(FILE).await.unwrap_or_default();
            let text = String::from_utf8(bytes).unwrap_or_default();
            match Progress::read(&text) {
                Some(before) => {
                    host.learning.progress.borrow_mut().add(&before);
                }
                None if text.is_empty() => {}
                None => host.learning.said.set(said().other_version),
            }
            host.learning.brought.set(true);
            host.tell_lesson();
        });
    }

    /// Sends the lesson as it stands now.
    fn tell_lesson(&self) {
        let state = self.state.borrow().clone();
        let (parts, go) = self.lesson_parts(&state);
        self.send(0, parts, go, false);
    }

    fn keep_progress(&self) {
        let Some(host) = self.me() else { return };
        let text = self.learning.progress.borrow().written();
        spawn_local(async move { host.write_file(FILE, text.as_bytes()).await });
    }

    /// Forgets what has been done.
    pub fn forget_progress(&self) {
        self.learning.progress.take();
        self.learning.said.set("");
        self.keep_progress();
        self.tell_lesson();
    }

    /// The parts of Compare.
    pub fn compare_parts(&self, settings: &Settings) -> Vec<(String, String)> {
        let navigator = self.scope.navigator();
        let (shown, seconds) = (|key: SweepKey| self.shown(key, settings), |key: SweepKey| self.expected(key));
        compare::parts(&Compared {
            shown: &shown,
            seconds: &seconds,
            browser: browser(&navigator.user_agent().unwrap_or_default()),
            threads: navigator.hardware_concurrency(),
            pros: entries_of("pros", &PageDrawn { settings, shown: &shown, seconds: &seconds }),
        })
    }

    /// The parts of a page to look things up in.
    pub fn page_parts(&self, settings: &Settings) -> Vec<(String, String)> {
        page_parts(&PageDrawn { settings, shown: &|key| self.shown(key, settings), seconds: &|key| self.expected(key) })
    }
}

/// A browser's name and version, as it gives them.
fn browser(agent: &str) -> String {
    let names = ["Firefox/", "Edg/", "Chrome/", "Version/"];
    let found = names.iter().find_map(|name| agent.split(' ').find_map(|word| word.find(name).map(|at| &word[at..])));
    let name = found.map(|word| word.replace('/', " ").replace("Version", "Safari").replace("Edg ", "Edge "));
    // Not all of a version tells something.
    name.map_or(String::new(), |name| name.split('.').next().unwrap_or_default().to_owned())
}
