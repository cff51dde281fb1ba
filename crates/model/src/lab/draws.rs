//! Many draws of the same choices: what is left of the gradient with other seeds, and where one draw stands among them.

use engine::trace::CellKind;

use super::Run;
use crate::sequence::Sequence;
use crate::settings::Settings;

/// How many seeds are drawn: 1, 2 and so on.
pub const DRAWS: usize = 200;
/// The shares of draws below the ends of the band, and below its middle.
pub const BAND: [f64; 3] = [0.05, 0.5, 0.95];

/// What is left of the gradient at each step in each cell, of many seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    settings: Settings,
    sequence: Sequence,
    /// ‖λ_t‖ / ‖λ_read‖ by cell, by step, of every seed so far; sorted.
    left: [Vec<Vec<f64>>; 3],
    done: usize,
}

impl Draws {
    /// No draw yet. The sequence stays the same: the seed draws the weights, the read-out, and the embeddings of its words.
    #[must_use]
    pub fn new(settings: &Settings, sequence: &Sequence) -> Self {
        let steps = sequence.steps();
        Self {
            settings: settings.clone(),
            sequence: sequence.clone(),
            left: [const { vec![] }; 3].map(|_: Vec<Vec<f64>>| vec![vec![]; steps]),
            done: 0,
        }
    }

    /// Seeds that have been drawn.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// Makes the run of the next seed; whether there was one.
    pub fn advance(&mut self) -> bool {
        if self.done == DRAWS {
            return false;
        }
        self.done += 1;
        let settings = Settings { seed: self.done as u64, ..self.settings.clone() };
        let run = Run::new(&settings, &self.sequence);
        for (cell, left) in CellKind::ALL.into_iter().zip(&mut self.left) {
            for (all, share) in left.iter_mut().zip(&run.lane(cell).reach) {
                let place = all.partition_point(|other| other.total_cmp(share).is_lt());
                all.insert(place, *share);
            }
        }
        true
    }

    /// The shares at a step (from 0) of a cell, the least first.
    #[must_use]
    pub fn at(&self, cell: CellKind, step: usize) -> &[f64] {
        &self.left[cell as usize][step]
    }

    /// The ends of the band and its middle at a step of a cell, in the order of [`BAND`]; NaN before there is a draw.
    #[must_use]
    pub fn band(&self, cell: CellKind, step: usize) -> [f64; 3] {
        BAND.map(|share| percentile(self.at(cell, step), share))
    }

    /// How many draws keep less than a share at a step of a cell.
    #[must_use]
    pub fn below(&self, cell: CellKind, step: usize, share: f64) -> usize {
        self.at(cell, step).partition_point(|other| *other < share)
    }
}

/// The number below which a share of sorted numbers lies, with numbers in between on a straight line, as numpy's default; NaN of no
/// numbers.
#[must_use]
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = share * last as f64;
    let (low, high) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    low + (high - low) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::Library;

    #[test]
    fn a_seed_among_the_draws_is_the_run_of_that_seed() {
        let settings = Settings { units: 4, seed: 3, ..Settings::default() };
        let sequence = settings.sequence(Library::shipped());
        let mut draws = Draws::new(&settings, &sequence);
        assert!(draws.band(CellKind::Rnn, 1)[1].is_nan());
        assert!((0..5).all(|_| draws.advance()));
        let own = Run::new(&settings, &sequence);
        for cell in CellKind::ALL {
            let share = own.lane(cell).reach[1];
            let all = draws.at(cell, 1);
            assert!(all.is_sorted() && all.len() == 5 && all.contains(&share), "{share}: {all:?}");
            assert_eq!(all[draws.below(cell, 1, share)], share);
            assert_eq!(draws.band(cell, 12), [1.0; 3], "at the loss all of it is left");
        }
        assert_eq!((5..).take_while(|_| draws.advance()).count(), DRAWS - 5);
        assert_eq!(draws.done(), DRAWS);
    }
}
