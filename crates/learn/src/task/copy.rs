//! The copy problem (Hochreiter and Schmidhuber 1997, in the form of Arjovsky et al. 2016). A sequence is ten symbols
//! out of eight, then T blanks, the last of which is a marker, then ten more blanks. The targets are blanks up to the
//! marker, then the ten symbols in order. The knob is T.
//!
//! Baseline: blanks, then any symbols, score 10 ln 8 / (T + 20).

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task, letter};
use engine::train::Target;

/// Symbols to copy.
const COUNT: usize = 10;
/// Different symbols.
const SYMBOLS: usize = 8;
const BLANK: usize = 8;
const MARKER: usize = 9;

pub const TASK: Task = Task {
    key: "copy",
    knob: (5, 200, 20),
    steps: |level| level.knob + 2 * COUNT,
    inputs: |_| 10,
    outputs: |_| 9,
    baselines: |level| {
        Baseline::only(COUNT as f64 * (SYMBOLS as f64).ln() / (level.knob + 2 * COUNT) as f64, 1.0 / SYMBOLS as f64)
    },
    mark: Mark::Loss(0.05),
    draw,
    defaults: Defaults { units: 64, rate: 0.005, steps: 12_000 },
    shown: Shown::Row(COUNT),
    input: |_, symbol| letter(symbol).into(),
    output: |_, symbol| letter(symbol).into(),
    ..PLAIN
};

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let blanks = level.knob;
    let steps = blanks + 2 * COUNT;
    let mut input = Input::new(steps, sequences, 10);
    let mut right = vec![BLANK as u32; steps * sequences];
    for sequence in 0..sequences {
        for t in 0..steps {
            let symbol = if t < COUNT {
                let symbol = draws.below(SYMBOLS);
                right[(COUNT + blanks + t) * sequences + sequence] = symbol as u32;
                symbol
            } else if t + 1 == COUNT + blanks {
                MARKER
            } else {
                BLANK
            };
            input.set(t, sequence, symbol, 1.0);
        }
    }
    Batch { blank: Some(BLANK as u32), ..input.asked_at_each(Target::Class(right)) }
}
