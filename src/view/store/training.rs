//! What Train shows, as workers have told it, as signals.

use leptos::prelude::*;

use engine::trace::CellKind;
use intake::{Choices, Encoding};
use measure::training::own::{Fault, Shown, Told};
use measure::training::{LaneData, RecordedData, RunState, TaskData};

/// Signals of Train.
#[derive(Clone, Copy)]
pub struct Training {
    /// What the lane of each cell shows, in the order of [`CellKind::ALL`]; `None` where there is nothing yet.
    pub lanes: [RwSignal<Option<LaneData>>; 3],
    /// What is told of each cell's run where that is no lane.
    pub states: [RwSignal<Option<RunState>>; 3],
    /// The task, once a worker has told what is to be known of it.
    pub task: RwSignal<Option<TaskData>>,
    /// The recorded run that the one of the settings is compared with.
    pub recorded: RwSignal<Option<RecordedData>>,
    /// What became of what a person brought last.
    pub own: RwSignal<Option<Result<Told, Fault>>>,
    /// Whether something that a person has brought is still to be checked.
    pub reads: RwSignal<bool>,
    /// Saves a series as it is learned from, once it has come; `None` while nobody asks for it.
    pub export: StoredValue<Option<Callback<String>>>,
    /// The text of a table that a person brought to the Lab, until it is taken.
    pub table: RwSignal<Option<Result<(String, Encoding), Fault>>>,
    /// The table that a person brought last, as it was read when it could be used.
    pub shown: RwSignal<Option<Shown>>,
    /// What a person has decided about it.
    pub choices: RwSignal<Choices>,
    /// The share of it that has been read, where that takes long.
    pub share: RwSignal<Option<f64>>,
    /// Takes what a person has brought, by its name, once it has been checked; `None` while nobody asks for it.
    pub take: StoredValue<Option<Callback<String>>>,
    /// Whether they train, as those that lead them have told.
    pub(super) trains: RwSignal<bool>,
    /// What they have been asked for and have not answered yet.
    pub(super) asked: RwSignal<Option<bool>>,
    /// What has come and waits for the next frame.
    pub(super) heard: StoredValue<Vec<(CellKind, RunState)>>,
}

impl Training {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lanes: [(); 3].map(|()| RwSignal::new(None)),
            states: [(); 3].map(|()| RwSignal::new(None)),
            task: RwSignal::new(None),
            recorded: RwSignal::new(None),
            own: RwSignal::new(None),
            reads: RwSignal::new(false),
            export: StoredValue::new(None),
            table: RwSignal::new(None),
            shown: RwSignal::new(None),
            choices: RwSignal::new(Choices::default()),
            share: RwSignal::new(None),
            take: StoredValue::new(None),
            trains: RwSignal::new(false),
            asked: RwSignal::new(None),
            heard: StoredValue::new(vec![]),
        }
    }

    /// Whether they train, or have just been asked to.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.asked.get().unwrap_or_else(|| self.trains.get())
    }
}
