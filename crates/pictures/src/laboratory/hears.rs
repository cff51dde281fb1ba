//! What hears what: how strongly the output at one step hears each token before it.

use std::fmt::Write;

use engine::trace::CellKind;
use measure::Scene;
use measure::hears::Hears;
use model::keys::Key;
use words::fill;
use words::format;

use crate::html::{escape, table};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 3] = ["hears-rows", "hears-scale", "hears-table"];

/// Strengths that are told apart.
const SHADES: f64 = 15.0;

/// The tokens in three rows, as strongly coloured as they are heard.
pub fn draw(scene: &Scene, Hears { at, heard }: &Hears) -> Vec<String> {
    let (words, at) = (words(), *at);
    let relative = scene.state.settings.is(Key::Relative);
    let ends = |norms: &mut dyn Iterator<Item = f64>| {
        norms
            .filter(|x| *x > 0.0 && x.is_finite())
            .fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)))
    };
    let common = ends(&mut heard.iter().flatten().copied());
    let mut rows = String::new();
    for (cell, norms) in CellKind::ALL.into_iter().zip(heard) {
        let (low, high) = if relative { ends(&mut norms.iter().copied()) } else { common };
        let span = (high / low).ln();
        let _ = write!(rows, "<p class=\"heard {}\"><b>{}</b> ", cell.key(), cell.name());
        for (t, label) in scene.sequence.labels.iter().enumerate() {
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
    let label = format!("“{}”", escape(&scene.sequence.labels[at]));
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
