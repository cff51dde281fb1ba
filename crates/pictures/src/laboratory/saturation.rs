//! Saturation: the slope of every non-linearity, unit by unit and step by step.

use measure::Scene;
use measure::saturation::{Function, Nonlinearity, Saturation};
use model::keys::Key;
use words::fill;
use words::format;

use crate::html::{button, cells, ramp, table};
use crate::map::map;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 6] = [
    "saturation-cells",
    "saturation-gates",
    "saturation-map",
    "saturation-told",
    "saturation-histogram-map",
    "saturation-table",
];

/// The map of slopes of the chosen non-linearity, its histogram, and the share of each that is saturated.
pub fn draw(scene: &Scene, saturation: &Saturation) -> Vec<String> {
    let words = words();
    let steps = scene.sequence.steps();
    let Saturation { all, slopes, counts, ends: (low, high), .. } = saturation;
    let Nonlinearity { quantity, function, share, .. } = &all[saturation.chosen];
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let histogram = counts.iter().map(|n| if *n == 0 { f64::NAN } else { 0.15 + 0.85 * *n as f64 / most });
    let gates: String = all
        .iter()
        .map(|own| button(Key::Gate, own.quantity.key(), own.quantity.name(), own.quantity == *quantity))
        .collect();
    let told = fill(
        if *function == Function::Relu { words.off } else { words.saturated },
        &[("share", &format::percent(*share))],
    );
    let over = fill(
        words.histogram,
        &[("name", quantity.name()), ("low", &format::short(*low)), ("high", &format::short(*high))],
    );
    let flat = |own: &Nonlinearity| if own.function == Function::Relu { words.of_steps_off } else { words.of_steps };
    let head = all.iter().map(|own| format!("{}: {}", own.quantity.name(), flat(own)));
    let head: Vec<String> = std::iter::once(words.step.to_owned()).chain(head).collect();
    let rows = (0..steps).map(|t| {
        let shares = all.iter().map(|own| format::percent(own.shares[t]));
        std::iter::once((t + 1).to_string()).chain(shares).collect()
    });
    vec![
        cells(scene.state.focus.cell),
        format!("<div class=\"choices\">{gates}</div>"),
        map(false, steps, slopes.iter().copied()),
        ramp(words.slope_none, words.slope_full)
            + &format!("<p class=\"read\">{told}</p><p class=\"read\">{over}</p>")
            + &ramp(words.units_few, words.units_many),
        map(false, steps, histogram),
        table(&head, rows),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    #[test]
    fn a_relu_is_off_and_not_saturated() {
        let (state, _) = State::from_fragment("picture=saturation&cell=rnn&relu=yes");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
        let saturation = Saturation::of(&scene);
        let off = format::percent(saturation.all[0].share);
        let parts = draw(&scene, &saturation).concat();
        assert!(parts.contains(&format!("{off} of all units and steps are off")), "{parts}");
        assert!(!parts.contains("tanh") && !parts.contains("saturated"), "{parts}");
    }
}
