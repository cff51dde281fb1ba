//! The direction of a moving dot in generated videos of 8 × 8 pixels. The dot moves one pixel a frame and re-enters at
//! the opposite edge, among pixels that flicker; the knob is the number of these. The target at the end is one of eight
//! directions. A single frame says nothing about it, since the dot may be anywhere. Baseline: a guess scores ln 8.
//!
//! The dot's start and direction decide which part of the data a video belongs to.

use super::grammar::Combination;
use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// The side of a frame, in pixels.
pub const SIDE: usize = 8;
const FRAMES: usize = 10;
/// The dot's movement in each direction: pixels right and down a frame, modulo [`SIDE`].
const WAYS: [(usize, usize); 8] = [(1, 0), (1, 7), (0, 7), (7, 7), (7, 0), (7, 1), (0, 1), (1, 1)];

pub const TASK: Task = Task {
    key: "frames",
    knob: (0, 16, 2),
    steps: |_| FRAMES,
    inputs: |_| SIDE * SIDE,
    outputs: |_| WAYS.len(),
    baselines: |_| Baseline::only(8.0_f64.ln(), 0.125),
    mark: Mark::Right(0.95),
    draw,
    defaults: Defaults { units: 64, rate: 0.005, steps: 4000 },
    shown: Shown::Frames,
    output: |_, class| ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"][class].into(),
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, part: Part) -> Batch {
    let mut input = Input::new(FRAMES, sequences, SIDE * SIDE);
    let mut classes = vec![];
    while classes.len() < sequences {
        let (x, y, way) = (draws.below(SIDE), draws.below(SIDE), draws.below(WAYS.len()));
        let mut combination = Combination::default();
        [x, y, way].iter().for_each(|choice| combination.mark(*choice));
        if combination.part() != part {
            continue;
        }
        for t in 0..FRAMES {
            for _ in 0..level.knob {
                input.set(t, classes.len(), draws.below(SIDE * SIDE), 1.0);
            }
            let (right, down) = WAYS[way];
            let place = (y + t * down) % SIDE * SIDE + (x + t * right) % SIDE;
            input.set(t, classes.len(), place, 1.0);
        }
        classes.push(way as u32);
    }
    input.asked_at_the_end(Target::Class(classes))
}
