//! What workers have told of sweeps: how each stands, and the views that are made of what they came to.

use std::collections::HashMap;

use leptos::prelude::*;

use course::compare::Compared;
use course::results::{Ablations, Results};
use course::scans::Scans;
use course::standing::Standing;
use model::command::SweepKey;
use port::{Answer, Parcel};

use super::shared::Shared;

/// Handles to what is told of sweeps. A view's numbers are none before they have come.
#[derive(Clone, Copy)]
pub struct Sweeps {
    /// Compare's.
    pub compared: RwSignal<Option<Shared<Compared>>>,
    /// Those of the papers.
    pub results: RwSignal<Option<Shared<Results>>>,
    /// Those of the ablations in Train.
    pub ablations: RwSignal<Option<Shared<Ablations>>>,
    /// What a scan costs, as it was sent; empty before.
    pub scans: RwSignal<Parcel<Scans>>,
    standings: RwSignal<HashMap<SweepKey, Standing>>,
}

impl Sweeps {
    /// Nothing is told yet.
    pub fn new() -> Self {
        Self {
            compared: RwSignal::new(None),
            results: RwSignal::new(None),
            ablations: RwSignal::new(None),
            scans: RwSignal::new(Parcel::empty()),
            standings: RwSignal::new(HashMap::new()),
        }
    }

    /// Takes in what a worker says, if it is of sweeps.
    pub(super) fn take(self, answer: Answer) {
        match answer {
            Answer::Compare(now) => self.compared.set(Some(Shared::new(*now))),
            Answer::Results(now) => self.results.set(Some(Shared::new(*now))),
            Answer::Ablations(now) => self.ablations.set(Some(Shared::new(*now))),
            Answer::Scans(now) => self.scans.set(now),
            Answer::Standings(now) => self.standings.update(|all| all.extend(now)),
            _ => {}
        }
    }

    /// How a sweep stands.
    pub fn standing(self, key: SweepKey) -> Memo<Standing> {
        Memo::new(move |_| self.standings.with(|all| all.get(&key).cloned().unwrap_or_default()))
    }
}
