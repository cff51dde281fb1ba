//! What Train shows, as workers have told it, as signals.

use leptos::prelude::*;

use engine::trace::CellKind;
use measure::training::{LaneData, RecordedData, RunState, TaskData};
use port::{OwnAnswer, Parcel};

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
    /// Hears what a worker says of a person's own data; `None` while nobody does.
    pub hears: StoredValue<Option<Callback<Parcel<OwnAnswer>>>>,
    /// Whether there is something to train, as the open view has found.
    pub is_ready: StoredValue<bool>,
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
            hears: StoredValue::new(None),
            is_ready: StoredValue::new(false),
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
