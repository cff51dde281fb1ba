//! The direction of a moving dot in video of 8 × 8 pixels: in every frame it goes one pixel on, off one edge and in at the
//! other, among pixels that flicker; the knob is how many. At the end its direction is asked for, one of eight. A single
//! frame tells nothing, since the dot may be anywhere: guessing scores ln 8. The videos are generated.
//!
//! A video belongs to training, validation or test by where the dot begins and where it goes.

use super::grammar::Combination;
use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

/// Pixels a side.
pub const SIDE: usize = 8;
const FRAMES: usize = 10;
/// Pixels right and down a frame, of each direction.
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
