//! Temporal order (Hochreiter and Schmidhuber 1997, task 6a; Pascanu et al. 2013): among distractors stand two
//! symbols that count, each X or Y, one early and one near the middle; which two, and in which order, is asked for at the end.
//! Guessing scores ln 4.

use super::{Batch, Defaults, Draw, Input, Mark, Part, Shown, Task};
use crate::engine::train::Target;

/// X, Y, and four distractors.
const SYMBOLS: usize = 6;

pub const TASK: Task = Task {
    key: "order",
    knob: (10, 300, 60),
    steps: |length| length,
    inputs: SYMBOLS,
    outputs: 4,
    chance: 0.25,
    baseline: |_| 4.0_f64.ln(),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Choice,
    input: |symbol| ["X", "Y", "a", "b", "c", "d"][symbol],
    output: |class| ["XX", "XY", "YX", "YY"][class],
    files: &[],
    held: 256,
};

fn draw(draws: &mut Draw, length: usize, sequences: usize, _: Part) -> Batch {
    let mut input = Input::new(length, sequences, SYMBOLS);
    let mut classes = vec![];
    for sequence in 0..sequences {
        let early = draws.among(length / 10, length / 5);
        let middle = draws.among(length * 2 / 5, length / 2);
        let (first, second) = (draws.below(2), draws.below(2));
        for t in 0..length {
            let symbol = if t == early {
                first
            } else if t == middle {
                second
            } else {
                2 + draws.below(SYMBOLS - 2)
            };
            input.set(t, sequence, symbol, 1.0);
        }
        classes.push((2 * first + second) as u32);
    }
    input.asked_at_the_end(Target::Class(classes))
}
