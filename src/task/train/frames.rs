//! The direction of a moving dot in video of 8 × 8 pixels: in every frame it goes one pixel on, off one edge and in at the
//! other, among pixels that flicker; the knob is how many. At the end its direction is asked for, one of eight. A single
//! frame tells nothing, since the dot may be anywhere: guessing scores ln 8. The videos are generated.
//!
//! A video belongs to training, validation or test by where the dot begins and where it goes.

use super::grammar::Combination;
use super::{Batch, Defaults, Draw, Input, Mark, Part, Shown, Task};
use crate::engine::train::Target;

/// Pixels a side.
pub const SIDE: usize = 8;
const FRAMES: usize = 10;
/// Pixels right and down a frame, of each direction.
const WAYS: [(usize, usize); 8] = [(1, 0), (1, 7), (0, 7), (7, 7), (7, 0), (7, 1), (0, 1), (1, 1)];

pub const TASK: Task = Task {
    key: "frames",
    knob: (0, 16, 2),
    steps: |_| FRAMES,
    inputs: SIDE * SIDE,
    outputs: WAYS.len(),
    chance: 0.125,
    baseline: |_| 8.0_f64.ln(),
    mark: Mark::Right(0.95),
    draw,
    defaults: Defaults { units: 64, rate: 0.005, steps: 4000 },
    shown: Shown::Frames,
    input: |_| "",
    output: |class| ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"][class],
    files: &[],
    held: 256,
};

fn draw(draws: &mut Draw, flicker: usize, sequences: usize, part: Part) -> Batch {
    let mut input = Input::new(FRAMES, sequences, TASK.inputs);
    let mut classes = vec![];
    while classes.len() < sequences {
        let (x, y, way) = (draws.below(SIDE), draws.below(SIDE), draws.below(WAYS.len()));
        let mut combination = Combination::default();
        [x, y, way].iter().for_each(|choice| combination.mark(*choice));
        if combination.part() != part {
            continue;
        }
        for t in 0..FRAMES {
            for _ in 0..flicker {
                input.set(t, classes.len(), draws.below(TASK.inputs), 1.0);
            }
            let (right, down) = WAYS[way];
            let place = (y + t * down) % SIDE * SIDE + (x + t * right) % SIDE;
            input.set(t, classes.len(), place, 1.0);
        }
        classes.push(way as u32);
    }
    input.asked_at_the_end(Target::Class(classes))
}
