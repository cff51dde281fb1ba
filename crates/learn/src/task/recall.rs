//! First-symbol recall. Each time step shows one of eight symbols; the target at the end is the first one, and all
//! others are noise. The knob is the length. Baseline: a guess scores ln 8.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task, letter};
use engine::train::Target;

const SYMBOLS: usize = 8;

pub const TASK: Task = Task {
    key: "recall",
    knob: (5, 200, 30),
    steps: |level| level.knob,
    inputs: |_| SYMBOLS,
    outputs: |_| SYMBOLS,
    baselines: |_| Baseline::only((SYMBOLS as f64).ln(), 1.0 / SYMBOLS as f64),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Choice,
    input: |_, symbol| letter(symbol).into(),
    output: |_, symbol| letter(symbol).into(),
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let length = level.knob;
    let mut input = Input::new(length, sequences, SYMBOLS);
    let mut first = vec![];
    for sequence in 0..sequences {
        for t in 0..length {
            let symbol = draws.below(SYMBOLS);
            input.set(t, sequence, symbol, 1.0);
            if t == 0 {
                first.push(symbol as u32);
            }
        }
    }
    input.asked_at_the_end(Target::Class(first))
}
