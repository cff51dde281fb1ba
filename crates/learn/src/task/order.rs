//! Temporal order (Hochreiter and Schmidhuber 1997, task 6a; Pascanu et al. 2013). Among distractors stand two relevant
//! symbols, each X or Y: one early, one near the middle. The target at the end is the pair in its order. The knob is
//! the length. Baseline: a guess scores ln 4.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// X, Y, and four distractors.
const SYMBOLS: usize = 6;

pub const TASK: Task = Task {
    key: "order",
    knob: (10, 300, 60),
    steps: |level| level.knob,
    inputs: |_| SYMBOLS,
    outputs: |_| 4,
    baselines: |_| Baseline::only(4.0_f64.ln(), 0.25),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Choice,
    input: |_, symbol| ["X", "Y", "a", "b", "c", "d"][symbol].into(),
    output: |_, class| ["XX", "XY", "YX", "YY"][class].into(),
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let length = level.knob;
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
