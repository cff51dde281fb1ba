//! The next click in simulated click-streams of a shop. Each visit has a hidden intent: to browse, to compare or to
//! buy. The intent sets the probabilities of the clicks. The target at every time step is the next page. The knob is
//! the mean number of clicks in a visit.
//!
//! The baseline knows the probability with which each page follows each other page: at ten clicks a visit its loss is
//! 1.545 and its accuracy 39.8 %. With the intent known the loss would be 1.324. The optimal filter, which infers the
//! intent from the clicks so far, has a loss of 1.374 and an accuracy of 48 %.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

const PAGES: [&str; 6] = ["home", "search", "item", "photo", "review", "cart"];
/// The probability of a click on each page, by intent: to browse, to compare, to buy.
const CLICKS: [[f64; 6]; 3] =
    [[0.0, 0.1, 0.2, 0.6, 0.1, 0.0], [0.0, 0.2, 0.2, 0.0, 0.6, 0.0], [0.0, 0.1, 0.2, 0.0, 0.1, 0.6]];
const STEPS: usize = 40;

pub const TASK: Task = Task {
    key: "clicks",
    knob: (4, 20, 10),
    steps: |_| STEPS,
    inputs: |_| PAGES.len(),
    outputs: |_| PAGES.len(),
    baselines: |level| Baseline::only(baseline(level.knob), 0.398),
    mark: Mark::Right(0.46),
    draw,
    defaults: Defaults { units: 32, rate: 0.005, steps: 3000 },
    shown: Shown::Tags,
    input: |_, number| PAGES[number].into(),
    output: |_, class| PAGES[class].into(),
    ..PLAIN
};

/// The conditional entropy of the next page given the present one, in nats, for visits of `length` clicks on average.
fn baseline(length: usize) -> f64 {
    let leaves = 1.0 / length as f64;
    // Every stream begins on the page “home”.
    let home = (1.0 + (STEPS - 1) as f64 * leaves) / STEPS as f64;
    let entropy = |shares: [f64; 3]| {
        let sum: f64 = shares.iter().sum();
        let next =
            |page: usize| CLICKS.iter().zip(shares).map(|(clicks, share)| share / sum * clicks[page]).sum::<f64>();
        let stays = (1..PAGES.len()).map(|page| (1.0 - leaves) * next(page));
        let terms = stays.chain([leaves]).filter(|p| *p > 0.0).map(|p| -p * p.ln());
        terms.sum::<f64>()
    };
    let of = |page: usize| {
        let shares = [0, 1, 2].map(|intent: usize| CLICKS[intent][page]);
        shares.iter().sum::<f64>() / 3.0 * entropy(shares)
    };
    home * entropy([1.0; 3]) + (1.0 - home) * (1..PAGES.len()).map(of).sum::<f64>()
}

fn draw(draws: &mut Draw, level: &Level, sequences: usize, _: Part) -> Batch {
    let mut input = Input::new(STEPS, sequences, PAGES.len());
    let mut next = vec![0; STEPS * sequences];
    for sequence in 0..sequences {
        let mut intent = draws.below(CLICKS.len());
        let mut page = 0;
        for t in 0..STEPS {
            input.set(t, sequence, page, 1.0);
            page = if draws.unit() < 1.0 / level.knob as f64 {
                // The visit ends: the next visitor begins on the page “home” with a new intent.
                intent = draws.below(CLICKS.len());
                0
            } else {
                let mut left = draws.unit();
                let chosen = CLICKS[intent].iter().position(|share| {
                    left -= share;
                    left < 0.0
                });
                chosen.unwrap_or(2)
            };
            next[t * sequences + sequence] = page as u32;
        }
    }
    input.asked_at_each(Target::Class(next))
}
