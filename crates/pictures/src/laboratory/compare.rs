//! One setup beside another: how much of the gradient is left with each, and what the states do.

use measure::Scene;
use measure::compare::Side;
use words::fill;
use words::format;

use crate::html::table;
use crate::svg::{Decades, Svg};
use words::laboratory::words;

/// What is left of the gradient at every step, the first setup grey behind the second.
pub fn reach(scene: &Scene, class: &str, sides: &[Side; 2]) -> String {
    const HEIGHT: f64 = 190.0;
    let steps = scene.sequence.steps();
    let at = scene.state.focus.step;
    let reach = sides.each_ref().map(|side| &side.reach);
    let log = |share: &f64| if *share > 0.0 { share.log10() } else { f64::NEG_INFINITY };
    let axis = Decades::around(reach.into_iter().flatten().map(log), (-3, 0), (8.0, HEIGHT - 8.0));
    let mut svg = Svg::new(HEIGHT);
    svg.decades(&axis);
    for (class, side) in ["ghost", class].into_iter().zip(sides) {
        let point = |(t, share): (usize, &f64)| {
            (*share > 0.0 && share.is_finite()).then(|| (Svg::x(t, steps), axis.y(log(share))))
        };
        svg.curve(&format!("curve {class}"), side.reach[..=side.read].iter().enumerate().map(point));
    }
    svg.line("here", (Svg::x(at, steps), 2.0), (Svg::x(at, steps), HEIGHT - 4.0));
    svg.steps(steps, (0.0, HEIGHT));
    let of = |reach: &[f64]| format!("<b data-value=\"{:e}\">{}</b>", reach[at], format::share(reach[at]));
    let step = (at + 1).to_string();
    let told = fill(words().compare_reach, &[("t", &step), ("first", &of(reach[0])), ("second", &of(reach[1]))]);
    format!("<p class=\"read\">{told}</p>{}", svg.finish(words().compare_reach_label))
}

/// How large the hidden state is at every step with each.
pub fn states(scene: &Scene, class: &str, sides: &[Side; 2]) -> String {
    const HEIGHT: f64 = 110.0;
    let steps = scene.sequence.steps();
    let at = scene.state.focus.step;
    let lengths = sides.each_ref().map(|side| &side.lengths);
    let most = lengths.into_iter().flatten().copied().filter(|x| x.is_finite()).fold(0.0, f64::max);
    // In halves, so that the axis stands still while a slider moves a little.
    let top = ((most * 2.0).ceil() / 2.0).max(0.5);
    let y = |x: f64| HEIGHT - 8.0 - (x / top).min(1.0) * (HEIGHT - 18.0);
    let mut svg = Svg::new(HEIGHT);
    for mark in [0.0, top] {
        svg.line("grid", (crate::svg::LEFT, y(mark)), (crate::svg::WIDTH, y(mark)));
        svg.text("tick end", (crate::svg::LEFT - 5.0, y(mark) + 4.0), &format::short(mark));
    }
    for (class, lengths) in ["ghost", class].into_iter().zip(lengths) {
        let point = |(t, x): (usize, &f64)| x.is_finite().then(|| (Svg::x(t, steps), y(*x)));
        svg.curve(&format!("curve {class}"), lengths.iter().enumerate().map(point));
    }
    svg.line("here", (Svg::x(at, steps), 2.0), (Svg::x(at, steps), HEIGHT - 4.0));
    svg.steps(steps, (0.0, HEIGHT));
    format!("<p class=\"read\">{}</p>{}", words().compare_states, svg.finish(words().compare_states_label))
}

/// The numbers of both.
pub fn numbers(sides: &[Side; 2]) -> String {
    let words = words();
    let head = [words.step, words.first_left, words.second_left, words.first_state, words.second_state];
    let rows = (0..sides[0].reach.len()).map(|t| {
        let numbers =
            sides.iter().map(|s| format::share(s.reach[t])).chain(sides.iter().map(|s| format::number(s.lengths[t])));
        std::iter::once((t + 1).to_string()).chain(numbers).collect()
    });
    table(&head.map(str::to_owned), rows)
}
