//! Parity. Each time step has a bit, −1 or 1; the target at every time step is whether the number of 1s so far is even
//! or odd. The task needs one bit of memory, which each 1 flips. The knob is the length. Baseline: a guess scores ln 2.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

pub const TASK: Task = Task {
    key: "parity",
    knob: (5, 200, 30),
    steps: |level| level.knob,
    inputs: |_| 1,
    outputs: |_| 2,
    baselines: |_| Baseline::only(2.0_f64.ln(), 0.5),
    mark: Mark::Right(0.99),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Row(8),
    output: |_, class| ["even", "odd"][class].into(),
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let length = level.knob;
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
