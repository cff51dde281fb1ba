//! The page's state as signals: what a person chose, where the playhead is, what is in focus; and
//! what follows from it. What changes it stands in `changes.rs`; the runs that belong to it come from `runs.rs`.

use leptos::prelude::*;

use engine::trace::{Operand, Spot};
use measure::Measured;
use measure::training::{Answers, Lack};
use model::address::Problem;
use model::keys::Key;
use model::lab::Run;
use model::playback::Playhead;
use model::sequence::Library;
use model::sequence::Sequence;
use model::settings::{Focus, Settings, State};
use port::Parcel;

use super::compute::compute;
use super::course::Course;
use super::framed::is_embedded;
use super::notice::Notice;
use super::shared::Shared;
use super::standing::Later;
use super::sweeps::Sweeps;
use super::training::Training;
use super::wishes::{SINGLE_KEYS, SOUND};
use super::workers::Workers;
use crate::view::frame::Frame;

/// Handles to the page's signals; copied into every component.
#[derive(Clone, Copy)]
pub struct Store {
    /// What the engine runs on.
    pub settings: RwSignal<Settings>,
    /// Where the playhead is.
    pub playhead: RwSignal<Playhead>,
    /// Whether it runs.
    pub playing: RwSignal<bool>,
    /// How fast it runs.
    pub speed: RwSignal<f64>,
    /// What the inspector shows when nothing is pointed at.
    pub focus: RwSignal<Focus>,
    /// What is pointed at.
    pub hover: RwSignal<Option<Focus>>,
    /// An operand that is pointed at in an equation.
    pub pointed: RwSignal<Option<(Operand, Spot)>>,
    /// What the inspector shows.
    pub shown: Memo<Focus>,
    /// The page's one cursor: the step that is pointed at, or else in focus.
    pub cursor: Memo<usize>,
    /// The sequence.
    pub sequence: Memo<Shared<Sequence>>,
    /// The three traces; while a slider is dragged, those of an instant ago.
    pub run: RwSignal<Shared<Run>>,
    /// Parts of the address that could not be used.
    pub problems: RwSignal<Vec<Problem>>,
    /// Whether the inspector is open where it is a sheet.
    pub sheet: RwSignal<bool>,
    /// Whether the controls are open where they are a sheet.
    pub panel: RwSignal<bool>,
    /// The numbers of the open picture.
    pub measured: RwSignal<Parcel<Measured>>,
    /// What Train shows.
    pub training: Training,
    /// What workers have told of sweeps.
    pub sweeps: Sweeps,
    /// What is shown is not yet the run of these settings.
    pub stale: RwSignal<bool>,
    /// What is told once and has not been closed.
    pub notices: RwSignal<Vec<Notice>>,
    /// Why nothing is drawn in the background, while nothing is.
    pub undrawn: RwSignal<Option<Notice>>,
    /// How the part of the page stands that comes later.
    pub later: RwSignal<Later>,
    /// Whether all texts are here, beside those of Start.
    pub speaks: RwSignal<bool>,
    /// Whether a letter or a digit alone acts as a key.
    pub single_keys: RwSignal<bool>,
    /// How often a person has asked what can be seen.
    pub asked: RwSignal<u32>,
    /// Whether the backward pass is heard.
    pub sound: RwSignal<bool>,
    /// All that has been told once.
    pub(super) told: StoredValue<Vec<Notice>>,
    /// The weights that the settings ask for are not there: those that are shown are untrained.
    pub absent: RwSignal<bool>,
    /// What trained networks answer to the example that is read.
    pub answers: RwSignal<Option<Answers>>,
    /// Why weights that ship with the page were not used.
    pub lack: RwSignal<Option<Lack>>,
    /// Whether another page shows the figure alone, in a frame.
    pub embedded: bool,
    /// Presenting on a projector.
    pub presenting: RwSignal<bool>,
    /// The clock and the painters.
    pub frame: Frame,
    /// What is told of lessons and of the pages beside them.
    pub course: Course,
    pub(super) past: RwSignal<Vec<Settings>>,
    pub(super) future: RwSignal<Vec<Settings>>,
    pub(super) committed: StoredValue<Settings>,
    /// The series whose numbers a worker has sent.
    pub(super) library: RwSignal<Library>,
    /// The workers, and what is under way there.
    pub(super) workers: Workers,
}

impl Store {
    /// The page's state from an address.
    #[must_use]
    pub fn new(state: State, problems: Vec<Problem>) -> Self {
        let settings = RwSignal::new(state.settings.clone());
        let reading = Memo::new(move |_| settings.with(Settings::reading));
        let library = RwSignal::new(Library::default());
        let sequence = Memo::new(move |_| {
            reading.get();
            library.with(|library| Shared::new(settings.with_untracked(|settings| settings.sequence(library))))
        });
        let run = RwSignal::new(compute(settings, sequence));
        let focus = RwSignal::new(state.focus);
        let hover = RwSignal::new(None);
        let shown = Memo::new(move |_| hover.get().unwrap_or_else(|| focus.get()));
        let undrawn = RwSignal::new(None);
        Self {
            settings,
            playhead: RwSignal::new(state.playhead),
            playing: RwSignal::new(false),
            speed: RwSignal::new(state.speed),
            focus,
            hover,
            pointed: RwSignal::new(None),
            shown,
            cursor: Memo::new(move |_| shown.with(|shown| shown.step)),
            sequence,
            run,
            problems: RwSignal::new(problems),
            sheet: RwSignal::new(false),
            panel: RwSignal::new(false),
            embedded: is_embedded(),
            presenting: RwSignal::new(state.presenting),
            frame: Frame::new(),
            course: Course::new(settings),
            past: RwSignal::new(vec![]),
            future: RwSignal::new(vec![]),
            committed: StoredValue::new(state.settings),
            library,
            workers: Workers::new(),
            measured: RwSignal::new(Parcel::empty()),
            training: Training::new(),
            sweeps: Sweeps::new(),
            stale: RwSignal::new(settings.with_untracked(|s| s.needs_worker(&Library::default()))),
            notices: RwSignal::new(vec![]),
            undrawn,
            later: RwSignal::new(Later::Unasked),
            speaks: RwSignal::new(words::has_all()),
            single_keys: RwSignal::new(SINGLE_KEYS.read()),
            asked: RwSignal::new(0),
            sound: RwSignal::new(SOUND.read()),
            told: StoredValue::new(vec![]),
            absent: RwSignal::new(false),
            answers: RwSignal::new(None),
            lack: RwSignal::new(None),
        }
    }

    /// All that makes the picture, for the address.
    #[must_use]
    pub fn state(&self) -> State {
        State {
            settings: self.settings.get(),
            playhead: self.playhead.get(),
            focus: self.focus.get(),
            speed: self.speed.get(),
            presenting: self.presenting.get(),
        }
    }

    /// Whether a setting cannot be changed.
    #[must_use]
    pub fn is_locked(&self, key: Key) -> bool {
        self.settings.with(|settings| settings.is_locked(key))
    }
}
