//! What hears what: how strongly the output at one step hears each token before it.

use std::fmt::Write;

use engine::trace::{CellKind, Quantity, norm};
use engine::{Readout, run};
use model::keys::Key;
use words::fill;
use words::format;

use super::view::View;
use crate::html::{escape, table};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 3] = ["hears-rows", "hears-scale", "hears-table"];

/// Strengths that are told apart.
const SHADES: f64 = 15.0;

/// ‖∂y_at/∂x_t‖ at every step t up to `at`, for one cell; y = v·h.
fn connectivity(view: &View, cell: CellKind, at: usize) -> Vec<f64> {
    let trace = &view.run.lane(cell).trace;
    let layer = trace.top();
    let readout = Readout { weights: trace.readout_weights.clone(), read: at, targets: None };
    let heard = run(layer.parameters.clone(), layer.channel(Quantity::X).value.clone(), readout);
    (0..=at).map(|t| norm(heard.top().gradient(Quantity::X, t))).collect()
}

/// The tokens in three rows, as strongly coloured as they are heard.
pub fn draw(view: &View) -> Vec<String> {
    let words = words();
    let at = view.state.focus.step;
    let relative = view.state.settings.is(Key::Relative);
    let heard = CellKind::ALL.map(|cell| connectivity(view, cell, at));
    let ends = |norms: &mut dyn Iterator<Item = f64>| {
        norms
            .filter(|x| *x > 0.0 && x.is_finite())
            .fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)))
    };
    let common = ends(&mut heard.iter().flatten().copied());
    let mut rows = String::new();
    for (cell, norms) in CellKind::ALL.into_iter().zip(&heard) {
        let (low, high) = if relative { ends(&mut norms.iter().copied()) } else { common };
        let span = (high / low).ln();
        let _ = write!(rows, "<p class=\"heard {}\"><b>{}</b> ", cell.key(), cell.name());
        for (t, label) in view.sequence.labels.iter().enumerate() {
            let class = match norms.get(t) {
                Some(x) if *x > 0.0 && span > 0.0 => format!("s{}", ((x / low).ln() / span * SHADES).round()),
                Some(x) if *x > 0.0 => format!("s{SHADES}"),
                Some(_) => "s0".into(),
                None => "later".into(),
            };
            let here = if t == at { " here" } else { "" };
            let tip = norms.get(t).map_or(String::new(), |x| format::number(*x));
            let _ = write!(
                rows,
                "<button class=\"{class}{here}\" data-key=\"at\" data-value=\"{}\" title=\"{tip}\"><bdi>{}</bdi></button> ",
                t + 1,
                escape(label)
            );
        }
        rows.push_str("</p>");
    }
    let label = format!("“{}”", escape(&view.sequence.labels[at]));
    let scale = [("low", format::number(common.0)), ("high", format::number(common.1))];
    let scale = fill(words.hears_scale, &scale.each_ref().map(|(name, number)| (*name, number.as_str())));
    let told = if relative { words.hears_relative_told } else { &scale };
    let checked = if relative { " checked" } else { "" };
    let head: Vec<String> =
        std::iter::once(words.step).chain(CellKind::ALL.map(CellKind::name)).map(str::to_owned).collect();
    let numbers = (0..=at).map(|t| {
        std::iter::once((t + 1).to_string()).chain(heard.iter().map(|norms| format::number(norms[t]))).collect()
    });
    vec![
        format!("<p class=\"read\">{}</p>{rows}", fill(words.hears_at, &[("token", &label)])),
        format!(
            "<p class=\"read\">{told}</p><label class=\"field check\"><input type=\"checkbox\" data-key=\"relative\"{checked}> \
             <span>{}</span></label>",
            words.hears_relative
        ),
        table(&head, numbers),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    /// The gradient of the lab's own loss with respect to each input is what the last output hears, since
    /// that loss is the output; and an output hears nothing that comes after it.
    #[test]
    fn the_last_output_hears_what_the_loss_hears() {
        let state = State::default();
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let view = View { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
        for cell in CellKind::ALL {
            let layer = run.lane(cell).trace.top();
            let recorded: Vec<f64> = (0..13).map(|t| norm(layer.gradient(Quantity::X, t))).collect();
            assert_eq!(connectivity(&view, cell, 12), recorded);
            assert_eq!(connectivity(&view, cell, 4).len(), 5);
        }
    }
}
