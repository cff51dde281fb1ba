//! The next action in a simulated click-stream: on a shop's pages people come to browse, to compare or to buy, and never say
//! which; each intent clicks in its own way, and the intent is held for a visit. After every click the next one is asked for.
//! The knob is how many clicks a visit has on average.
//!
//! The baseline knows how often each page follows each: at ten clicks a visit it scores 1.545 and is right in 39.8 % of
//! cases. Who knew the intent would score 1.324; who infers it from the clicks so far, as well as can be, scores 1.374 and is
//! right in 48 %.

use super::{Baseline, Batch, Defaults, Draw, Input, Level, Mark, PLAIN, Part, Shown, Task};
use engine::train::Target;

const PAGES: [&str; 6] = ["home", "search", "item", "photo", "review", "cart"];
/// How likely each page is to be clicked, by intent: to browse, to compare, to buy.
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

/// The entropy of the next page, given the present one and how often each follows each.
fn baseline(length: usize) -> f64 {
    let leaves = 1.0 / length as f64;
    // Every stream begins at home.
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
                // Whoever leaves makes room for the next.
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
