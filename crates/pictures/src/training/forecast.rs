//! A series with its forecasts: the truth, what the network says, how far off it was when it was watched, and what it
//! did not expect.

use super::guesses::guess;
use crate::html::escape;
use crate::svg::{LEFT, Svg, WIDTH};
use learn::task::Part;
use learn::task::series::{Prepared, prepared, root_mean_square};
use learn::training::Session;
use words::fill;
use words::format;
use words::training::words;

/// Most steps that are drawn.
const SHOWN: usize = 120;
/// Most steps whose errors make the band.
const JUDGED: usize = 200;
/// Of normal errors so many deviations hold 95 %.
const BAND: f64 = 1.96;
/// An error of so many deviations is an anomaly.
const FAR: f64 = 3.0;
const HEIGHT: f64 = 132.0;

/// The end of the series: truth, forecasts, and a table of errors.
pub fn forecast(session: &mut Session, at: Option<usize>) -> String {
    let series = prepared(&session.setup.level);
    let last = |part: Part, most: usize| -> Vec<usize> {
        let all = series.targets(part);
        all.clone().skip(all.len().saturating_sub(most)).collect()
    };
    let mut said = |targets: &[usize]| -> Vec<f64> {
        let answers = session.answers(&series.batch(targets), at);
        targets.iter().zip(answers).map(|(target, answer)| series.forecast(*target, answer)).collect()
    };
    let (watched, shown) = (last(Part::Validation, JUDGED), last(Part::Test, SHOWN));
    let truth = |target: &usize| series.channels[0][*target];
    let missed = |targets: &[usize], forecasts: &[f64]| -> Vec<f64> {
        targets.iter().zip(forecasts).map(|(target, forecast)| truth(target) - forecast).collect()
    };
    let spread = root_mean_square(missed(&watched, &said(&watched)).into_iter());
    let forecasts = said(&shown);
    let errors = missed(&shown, &forecasts);
    let truths: Vec<f64> = shown.iter().map(truth).collect();
    let picture = draw(&series, session.cell.key(), (&shown, &truths, &forecasts, &errors), spread);
    let within = errors.iter().filter(|error| error.abs() <= BAND * spread).count() as f64 / errors.len().max(1) as f64;
    let words = words();
    let odd: Vec<&str> = shown
        .iter()
        .zip(&errors)
        .filter(|(_, error)| error.abs() > FAR * spread)
        .map(|(target, _)| series.labels[*target].as_str())
        .collect();
    let named: Vec<String> = odd.iter().take(4).map(|label| escape(label)).collect();
    let odd = match odd.len() {
        0 => words.no_anomalies.to_owned(),
        n => fill(words.anomalies, &[("n", &n.to_string()), ("names", &named.join(", "))]),
    };
    let size = |deviation: f64| {
        format!("{}{}{}", format::short(deviation), if series.unit.is_empty() { "" } else { " " }, series.unit)
    };
    let guesses = series.at_the_end.iter();
    let guesses = guesses.map(|own| format!("{} {}", guess(own.guess), size(own.loss.sqrt() * series.move_size)));
    let (error, guesses) = (size(root_mean_square(errors.into_iter())), guesses.collect::<Vec<_>>().join(", "));
    let pairs = [("error", error.as_str()), ("guesses", &guesses), ("within", &format::percent(within)), ("odd", &odd)];
    format!("{picture}<p><small>{}</small></p>", fill(words.forecast_said, &pairs))
}

/// The curves: what is shown, the truths, the forecasts, the errors; and the errors' spread.
fn draw(
    series: &Prepared,
    cell: &str,
    (shown, truths, forecasts, errors): (&[usize], &[f64], &[f64], &[f64]),
    spread: f64,
) -> String {
    let far = BAND * spread;
    let ends = truths.iter().copied().chain(forecasts.iter().flat_map(|y| [y - far, y + far]));
    let (low, high) =
        ends.filter(|y| y.is_finite()).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), y| (a.min(y), b.max(y)));
    let span = (high - low).max(1e-9);
    let x = |n: usize| LEFT + n as f64 / (shown.len().max(2) - 1) as f64 * (WIDTH - LEFT - 4.0);
    let y = |value: f64| 6.0 + (high - value) / span * (HEIGHT - 28.0);
    let mut svg = Svg::new(HEIGHT);
    for share in [0.1, 0.5, 0.9] {
        let value = low + share * span;
        svg.line("grid", (LEFT, y(value)), (WIDTH, y(value)));
        svg.text("tick end", (LEFT - 5.0, y(value) + 4.0), &format::short(value));
    }
    let upper = forecasts.iter().enumerate().map(|(n, value)| (x(n), y(value + far)));
    let lower = forecasts.iter().enumerate().rev().map(|(n, value)| (x(n), y(value - far)));
    svg.area(&format!("band {cell}"), upper.chain(lower));
    svg.curve("curve thin truth", truths.iter().enumerate().map(|(n, value)| Some((x(n), y(*value)))));
    svg.curve(&format!("curve thin {cell}"), forecasts.iter().enumerate().map(|(n, value)| Some((x(n), y(*value)))));
    for (n, _) in errors.iter().enumerate().filter(|(_, error)| error.abs() > FAR * spread) {
        svg.dot("anomaly", (x(n), y(truths[n])), 4.0);
    }
    let label = |target: Option<&usize>| target.map_or("", |target| series.labels[*target].as_str()).to_owned();
    let (first, last) = (escape(&label(shown.first())), escape(&label(shown.last())));
    svg.text("tick start", (LEFT, HEIGHT - 3.0), &first);
    svg.text("tick end", (WIDTH, HEIGHT - 3.0), &last);
    let pairs = [("from", first.as_str()), ("to", &last), ("unit", series.unit)];
    svg.finish(&fill(words().forecast_label, &pairs))
}
