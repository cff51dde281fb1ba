//! The runs of each sweep, and the names under which what they come to is kept.

use learn::sweep::{Job, ablations, scans};
use model::command::SweepKey;
use model::settings::Settings;

use crate::{compare, lesson, results};

/// The jobs of a sweep, with the settings where they follow from them; empty where there is no such entry.
#[must_use]
pub fn jobs(key: SweepKey, settings: &Settings) -> Vec<Job> {
    match key {
        SweepKey::Ablations => ablations::jobs(settings),
        SweepKey::Paper(paper) => results::jobs(paper),
        SweepKey::Compare(comparison) => compare::jobs(comparison),
        SweepKey::Entry(page, number) => lesson::jobs(page, number),
        SweepKey::Scans => scans::jobs(settings),
    }
}

/// What a sweep's results are kept under: its name, and where its runs follow from settings or prose what they were made
/// with.
#[must_use]
pub fn name(key: SweepKey, settings: &Settings) -> String {
    let made_with = |parts: Vec<String>| format!("{key}:{}", parts.join(";"));
    let jobs = jobs(key, settings).into_iter();
    match key {
        SweepKey::Ablations | SweepKey::Scans => made_with(jobs.take(1).map(|job| job.fragment).collect()),
        // What is measured of a run belongs to what it came to.
        SweepKey::Entry(..) => made_with(jobs.map(|job| format!("{} {:?}", job.fragment, job.extra)).collect()),
        SweepKey::Paper(_) | SweepKey::Compare(_) => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use learn::task::Sets;
    use learn::training::Setup;
    use model::command::PaperKey;
    use model::settings::State;

    #[test]
    fn every_sweep_has_jobs_whose_settings_are_good() {
        for key in PaperKey::ALL.iter().copied() {
            let jobs = results::jobs(key);
            assert!(!jobs.is_empty(), "{key:?}");
            for job in jobs {
                let (state, problems) = State::from_fragment(&job.fragment);
                assert_eq!(problems, [], "{key:?}: {}", job.fragment);
                assert_eq!(Setup::new(&state.settings, &Sets::default()).1, [], "{key:?}: {}", job.fragment);
            }
        }
    }
}
