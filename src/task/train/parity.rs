//! Parity: bits, −1 or 1; at every step it is asked whether the 1s so far are even or odd in number. One bit of memory,
//! that each new bit may turn over. Guessing scores ln 2.

use super::{Batch, Defaults, Draw, Input, Mark, Part, Shown, Task};
use crate::engine::train::Target;

pub const TASK: Task = Task {
    key: "parity",
    knob: (5, 200, 30),
    steps: |length| length,
    inputs: 1,
    outputs: 2,
    chance: 0.5,
    baseline: |_| 2.0_f64.ln(),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Row(8),
    input: |_| "",
    output: |class| ["even", "odd"][class],
    files: &[],
    held: 256,
};

fn draw(draws: &mut Draw, length: usize, sequences: usize, _: Part) -> Batch {
    let mut input = Input::new(length, sequences, 1);
    let mut odd = vec![0; length * sequences];
    for sequence in 0..sequences {
        let mut count = 0;
        for t in 0..length {
            let bit = draws.below(2);
            count += bit;
            input.set(t, sequence, 0, if bit == 1 { 1.0 } else { -1.0 });
            odd[t * sequences + sequence] = (count % 2) as u32;
        }
    }
    input.asked_at_each(Target::Class(odd))
}
