//! What a parallel scan costs beside step by step: rounds and operations as they are counted, times as they were measured.

use engine::linear::{Work, scan_work};
use learn::sweep::scans::LENGTHS;
use serde::{Deserialize, Serialize};

use crate::standing::{Shown, Source};

/// Each length, from the shortest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scans(pub Vec<Cost>);

/// What the states of a sequence cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cost {
    /// The steps of the sequence.
    pub steps: usize,
    /// What the scan takes for each unit.
    pub scan: Work,
    /// What step by step takes for each unit.
    pub in_turn: Work,
    /// Seconds for the whole sequence, step by step and by the scan, and where they are from; `None` before they are measured.
    pub seconds: Option<([f64; 2], Source)>,
}

/// The costs, with what has been measured.
#[must_use]
pub fn scans(shown: &Shown) -> Scans {
    let made = shown.rows(2 * LENGTHS.len());
    let cost = |(n, steps): (usize, usize)| {
        let times = made[2 * n].zip(made[2 * n + 1]).map(|(in_turn, scan)| {
            // Milliseconds a step.
            ([in_turn, scan].map(|made| made.row.all.extra / 1000.0 * steps as f64), scan.source)
        });
        Cost { steps, scan: scan_work(steps), in_turn: Work::step_by_step(steps), seconds: times }
    };
    Scans(LENGTHS.into_iter().enumerate().map(cost).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sweeps::jobs;
    use learn::sweep::{Extra, Outcome, Runner, SEEDS};
    use learn::task::Sets;
    use model::command::SweepKey;
    use model::settings::Settings;

    #[test]
    fn every_length_has_its_two_jobs_in_order() {
        let all = jobs(SweepKey::Scans, &Settings::default());
        let expected: Vec<Extra> = LENGTHS.into_iter().flat_map(|n| [Extra::InTurn(n), Extra::Scan(n)]).collect();
        assert_eq!(all.iter().map(|job| job.extra).collect::<Vec<_>>(), expected);
        assert!(all.iter().all(|job| job.fragment == "t_units=12"));
    }

    #[test]
    fn times_are_of_the_whole_sequence_and_counts_stand_before_them() {
        let mut shown = Shown { outcomes: vec![None; 2 * LENGTHS.len() * SEEDS], ..Shown::default() };
        assert!(scans(&shown).0.iter().all(|cost| cost.seconds.is_none()));
        // 2 µs a step step by step, 6 µs by the scan, of 16 steps.
        for (job, micro) in [(0, 2.0), (1, 6.0)] {
            for run in 0..SEEDS {
                shown.outcomes[job * SEEDS + run] = Some(Outcome { extra: micro / 1000.0, ..Outcome::default() });
            }
        }
        let Scans(all) = scans(&shown);
        let ([in_turn, scan], source) = all[0].seconds.unwrap();
        assert!((in_turn - 32e-6).abs() < 1e-12 && (scan - 96e-6).abs() < 1e-12 && source == Source::Here);
        assert_eq!(
            (all[0].scan, all[0].in_turn),
            (Work { rounds: 4, operations: 49 }, Work { rounds: 15, operations: 15 })
        );
        assert!(all[1].seconds.is_none());
    }

    #[test]
    fn a_run_reads_all_its_steps_and_has_nothing_to_train() {
        let job = jobs(SweepKey::Scans, &Settings::default()).swap_remove(1);
        let mut runner = Runner::new(job, 0, &Sets::default());
        assert!(runner.is_timed() && runner.missing().is_none() && runner.losses().is_empty());
        let each = runner.tokens_at_a_time().unwrap();
        let mut made = 1;
        while runner.advance() {
            made += 1;
        }
        assert_eq!((runner.outcome().steps, runner.share()), ((made * each) as f64, 1.0));
    }
}
