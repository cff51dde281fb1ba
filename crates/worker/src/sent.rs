//! What the page has been told of the views whose numbers come from sweeps, so that only what has changed is sent.

use std::collections::HashMap;

use course::compare::Compared;
use course::results::{Ablations, Results};
use course::scans::Scans;
use course::standing::Standing;
use model::command::SweepKey;
use port::{Answer, Parcel};

/// What the page has.
#[derive(Default)]
pub struct Sent {
    compared: Option<Compared>,
    results: Option<Results>,
    ablations: Option<Ablations>,
    scans: Option<Scans>,
    standings: HashMap<SweepKey, Standing>,
}

impl Sent {
    /// Compare's numbers, if they are others than the page has.
    pub fn compared(&mut self, now: Compared) -> Option<Answer> {
        changed(&mut self.compared, now).map(Answer::Compare)
    }

    /// The papers, if they stand otherwise.
    pub fn results(&mut self, now: Results) -> Option<Answer> {
        changed(&mut self.results, now).map(Answer::Results)
    }

    /// The ablations, if they stand otherwise.
    pub fn ablations(&mut self, now: Ablations) -> Option<Answer> {
        changed(&mut self.ablations, now).map(Answer::Ablations)
    }

    /// What a scan costs, if it stands otherwise.
    pub fn scans(&mut self, now: Scans) -> Option<Answer> {
        changed(&mut self.scans, now).map(|scans| Answer::Scans(Parcel::of(&*scans)))
    }

    /// How sweeps stand, those that stand otherwise.
    pub fn standings(&mut self, now: impl Iterator<Item = (SweepKey, Standing)>) -> Option<Answer> {
        let changed: Vec<_> = now.filter(|(key, standing)| self.standings.get(key) != Some(standing)).collect();
        self.standings.extend(changed.iter().cloned());
        (!changed.is_empty()).then_some(Answer::Standings(changed))
    }
}

/// A value in a box, if it differs from the last one.
fn changed<T: Clone + PartialEq>(last: &mut Option<T>, now: T) -> Option<Box<T>> {
    if last.as_ref() == Some(&now) {
        return None;
    }
    *last = Some(now.clone());
    Some(Box::new(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course::standing::Stage;

    #[test]
    fn only_what_has_changed_is_sent() {
        let mut sent = Sent::default();
        assert!(sent.results(Results::default()).is_some());
        assert_eq!(sent.results(Results::default()), None);
        let standing = |seconds| Standing { stage: Stage::Done { seconds }, ..Standing::default() };
        let both = |seconds| {
            [
                (SweepKey::Ablations, standing(seconds)),
                (SweepKey::Compare(model::command::ComparisonKey::Table), standing(1.0)),
            ]
        };
        assert!(matches!(sent.standings(both(1.0).into_iter()), Some(Answer::Standings(all)) if all.len() == 2));
        assert!(matches!(sent.standings(both(2.0).into_iter()), Some(Answer::Standings(all)) if all.len() == 1));
        assert_eq!(sent.standings(both(2.0).into_iter()), None);
    }
}
