//! The parallel scan: all states of h_t = a_t h_{t−1} + b_t in ⌈log₂ T⌉ rounds (Hillis and Steele 1986).
//!
//! A [`Pair`] (a, b) stands for the map h → a h + b. Maps that follow one another are one such map, so their composition
//! may be bracketed in any way. In round k every step t takes over what step t − 2^k holds: after it, step t holds the
//! composition of the 2^(k+1) steps that end at t. When nothing is left to take over, b_t is h_t, for a zero state before
//! the first step. Within a round no step waits for another.

use crate::trace::Series;

/// The map h → a h + b.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Pair {
    /// The factor.
    pub a: f64,
    /// What is added.
    pub b: f64,
}

impl Pair {
    /// This map after an earlier one.
    #[must_use]
    pub fn after(self, earlier: Self) -> Self {
        Self { a: self.a * earlier.a, b: self.a * earlier.b + self.b }
    }
}

/// What an order of computing the states takes, for one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Work {
    /// Rounds that follow one another. Within a round nothing waits.
    pub rounds: usize,
    /// Compositions in all rounds, of a multiplication and a multiply-add each; step by step, multiply-adds alone.
    pub operations: usize,
}

/// What the scan takes over so many steps: in round k there are T − 2^k compositions.
#[must_use]
pub fn scan_work(steps: usize) -> Work {
    let distances = distances(steps);
    Work { rounds: distances.clone().count(), operations: distances.map(|distance| steps - distance).sum() }
}

impl Work {
    /// What it takes step by step: each step but the first waits for the one before.
    #[must_use]
    pub fn step_by_step(steps: usize) -> Self {
        let operations = steps.saturating_sub(1);
        Self { rounds: operations, operations }
    }
}

/// 1, 2, 4, and so on, below the number of steps.
fn distances(steps: usize) -> impl Iterator<Item = usize> + Clone {
    std::iter::successors(Some(1_usize), |distance| distance.checked_mul(2)).take_while(move |d| *d < steps)
}

/// What every step holds before the first round and after each, for one unit.
#[must_use]
pub fn rounds(pairs: Vec<Pair>) -> Vec<Vec<Pair>> {
    let distances = distances(pairs.len());
    let mut all = vec![pairs];
    for distance in distances {
        let held = &all[all.len() - 1];
        let next = (0..held.len()).map(|t| t.checked_sub(distance).map_or(held[t], |from| held[t].after(held[from])));
        all.push(next.collect());
    }
    all
}

/// h_t of all units by the scan, from a_t and b_t (T × H).
#[must_use]
pub fn scan(a: &Series, b: &Series) -> Series {
    let (width, steps) = (a.width(), a.steps());
    let (mut a, mut b) = (a.clone(), b.clone());
    let (mut next_a, mut next_b) = (a.clone(), b.clone());
    for distance in distances(steps) {
        let offset = distance * width;
        // What has all its past already stays as it is.
        next_a.as_mut_slice()[..offset].copy_from_slice(&a.as_slice()[..offset]);
        next_b.as_mut_slice()[..offset].copy_from_slice(&b.as_slice()[..offset]);
        let (early_a, late_a) = (a.as_slice(), &a.as_slice()[offset..]);
        let (early_b, late_b) = (b.as_slice(), &b.as_slice()[offset..]);
        let into = next_a.as_mut_slice()[offset..].iter_mut().zip(&mut next_b.as_mut_slice()[offset..]);
        let late = late_a.iter().zip(late_b);
        for ((next, late), early) in into.zip(late).zip(early_a.iter().zip(early_b)) {
            *next.0 = late.0 * early.0;
            *next.1 = late.0 * early.1 + late.1;
        }
        std::mem::swap(&mut a, &mut next_a);
        std::mem::swap(&mut b, &mut next_b);
    }
    b
}

/// h_t of all units step by step, from a_t and b_t (T × H).
#[must_use]
pub fn step_by_step(a: &Series, b: &Series) -> Series {
    let mut h = b.clone();
    for t in 1..a.steps() {
        let (now, before) = h.at_and_before(t);
        if let Some(before) = before {
            now.iter_mut().zip(before).zip(a.at(t)).for_each(|((h, before), a)| *h += a * *before);
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(steps: usize) -> Vec<Pair> {
        let number = |k: usize| ((k * 7919 + 31) % 2001) as f64 / 1000.0 - 1.0;
        (0..steps).map(|t| Pair { a: number(t), b: number(t + 500) }).collect()
    }

    #[test]
    fn after_every_round_a_step_holds_twice_as_many_steps() {
        for steps in [1, 2, 3, 8, 13, 64, 100] {
            let pairs = pairs(steps);
            let all = rounds(pairs.clone());
            assert_eq!(all.len(), scan_work(steps).rounds + 1, "{steps}");
            for (round, held) in all.iter().enumerate() {
                for (t, pair) in held.iter().enumerate() {
                    let from = (t + 1).saturating_sub(1 << round);
                    let composed = pairs[from..=t].iter().fold(Pair { a: 1.0, b: 0.0 }, |all, own| own.after(all));
                    assert!((pair.a - composed.a).abs() < 1e-14 && (pair.b - composed.b).abs() < 1e-14);
                }
            }
        }
    }

    #[test]
    fn the_work_is_that_of_the_rounds() {
        for steps in 1..200 {
            let all = rounds(pairs(steps));
            let log = (steps as f64).log2().ceil() as usize;
            let composed: usize = (0..log).map(|round| steps - (1 << round)).sum();
            assert_eq!(scan_work(steps), Work { rounds: log, operations: composed });
            assert_eq!(all.len(), log + 1);
            assert_eq!(Work::step_by_step(steps), Work { rounds: steps - 1, operations: steps - 1 });
        }
        assert_eq!(scan_work(13), Work { rounds: 4, operations: 12 + 11 + 9 + 5 });
    }

    #[test]
    fn the_scan_of_many_units_is_the_scan_of_each() {
        let (steps, width) = (13, 3);
        let of = |from: usize| Series::new(width, pairs(from + steps * width)[from..].iter().map(|p| p.a).collect());
        let (a, b) = (of(0), of(7));
        let (scanned, stepped) = (scan(&a, &b), step_by_step(&a, &b));
        for unit in 0..width {
            let own = (0..steps).map(|t| Pair { a: a.at(t)[unit], b: b.at(t)[unit] }).collect();
            let all = rounds(own);
            for (t, last) in all[4].iter().enumerate() {
                assert_eq!(scanned.at(t)[unit], last.b);
                assert!((scanned.at(t)[unit] - stepped.at(t)[unit]).abs() < 1e-14);
            }
        }
    }
}
