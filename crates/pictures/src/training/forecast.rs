//! A series with its forecasts: the truth, what the network says, how far off it was when it was watched, and what it
//! did not expect.

use super::guesses::guess;
use crate::html::escape;
use crate::svg::{LEFT, Svg, WIDTH};
use measure::training::Forecast;
use words::fill;
use words::format;
use words::training::words;

const HEIGHT: f64 = 132.0;

/// The end of the series: truth, forecasts, and what the errors come to.
pub fn forecast(cell: &str, forecast: &Forecast) -> String {
    let words = words();
    let odd: Vec<usize> = forecast.odd().collect();
    let named: Vec<String> = odd.iter().take(4).map(|place| escape(&forecast.labels[*place])).collect();
    let odd = match odd.len() {
        0 => words.no_anomalies.to_owned(),
        n => fill(words.anomalies, &[("n", &n.to_string()), ("names", &named.join(", "))]),
    };
    let unit = forecast.unit;
    let size = |deviation: f64| format!("{}{}{unit}", format::short(deviation), if unit.is_empty() { "" } else { " " });
    let guesses = forecast.guesses.iter().map(|(own, error)| format!("{} {}", guess(*own), size(*error)));
    let (error, guesses) = (size(forecast.error), guesses.collect::<Vec<_>>().join(", "));
    let within = format::percent(forecast.within);
    let pairs = [("error", error.as_str()), ("guesses", &guesses), ("within", &within), ("odd", &odd)];
    format!("{}<p><small>{}</small></p>", draw(cell, forecast), fill(words.forecast_said, &pairs))
}

/// The curves of truths and forecasts, with the band around these, and the anomalies.
fn draw(cell: &str, forecast: &Forecast) -> String {
    let Forecast { labels, truths, forecasts, band, .. } = forecast;
    let ends = truths.iter().copied().chain(forecasts.iter().flat_map(|y| [y - band, y + band]));
    let (low, high) =
        ends.filter(|y| y.is_finite()).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), y| (a.min(y), b.max(y)));
    let span = (high - low).max(1e-9);
    let x = |n: usize| LEFT + n as f64 / (labels.len().max(2) - 1) as f64 * (WIDTH - LEFT - 4.0);
    let y = |value: f64| 6.0 + (high - value) / span * (HEIGHT - 28.0);
    let mut svg = Svg::new(HEIGHT);
    for share in [0.1, 0.5, 0.9] {
        let value = low + share * span;
        svg.line("grid", (LEFT, y(value)), (WIDTH, y(value)));
        svg.text("tick end", (LEFT - 5.0, y(value) + 4.0), &format::short(value));
    }
    let upper = forecasts.iter().enumerate().map(|(n, value)| (x(n), y(value + band)));
    let lower = forecasts.iter().enumerate().rev().map(|(n, value)| (x(n), y(value - band)));
    svg.area(&format!("band {cell}"), upper.chain(lower));
    svg.curve("curve thin truth", truths.iter().enumerate().map(|(n, value)| Some((x(n), y(*value)))));
    svg.curve(&format!("curve thin {cell}"), forecasts.iter().enumerate().map(|(n, value)| Some((x(n), y(*value)))));
    for n in forecast.odd() {
        svg.dot("anomaly", (x(n), y(truths[n])), 4.0);
    }
    let label = |label: Option<&String>| label.map_or(String::new(), |label| escape(label));
    let (first, last) = (label(labels.first()), label(labels.last()));
    svg.text("tick start", (LEFT, HEIGHT - 3.0), &first);
    svg.text("tick end", (WIDTH, HEIGHT - 3.0), &last);
    let pairs = [("from", first.as_str()), ("to", &last), ("unit", forecast.unit)];
    svg.finish(&fill(words().forecast_label, &pairs))
}
