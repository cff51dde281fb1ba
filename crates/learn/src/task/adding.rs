//! The adding problem (Hochreiter and Schmidhuber 1997, in the form of Le et al. 2015). Each time step has a value from
//! U[0, 1) and a marker; two values are marked, one in each half. The target at the end is their sum.
//!
//! Baseline: the constant 1 scores the variance of the sum of two uniforms, 2 · 1/12 = 1/6. (Papers often give 0.1767
//! instead.)

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

pub const TASK: Task = Task {
    key: "adding",
    knob: (10, 400, 100),
    steps: |level| level.knob,
    inputs: |_| 2,
    outputs: |_| 1,
    baselines: |_| Baseline::only(1.0 / 6.0, 0.0),
    mark: Mark::Loss(0.01),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 4000 },
    shown: Shown::Sum,
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let length = level.knob;
    let mut input = Input::new(length, sequences, 2);
    let mut sums = vec![];
    for sequence in 0..sequences {
        let marked = [draws.among(0, length / 2), draws.among(length / 2, length)];
        let mut sum = 0.0;
        for t in 0..length {
            let value = draws.unit() as f32;
            input.set(t, sequence, 0, value);
            if marked.contains(&t) {
                input.set(t, sequence, 1, 1.0);
                sum += value;
            }
        }
        sums.push(sum);
    }
    input.asked_at_the_end(Target::Value(sums))
}
