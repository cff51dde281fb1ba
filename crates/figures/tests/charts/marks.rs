//! A chart drawn, and its marks found again: by colour and width, through the labels of the axis as it is drawn. The tests of
//! every chart read drawings by it.

use engine::trace::CellKind;
use figures::{Chart, Drawn, Layout, Mark, Palette, Rgb, Table, Text, draw, record};

pub(crate) const SIZE: (f64, f64) = (760.0, 320.0);
const PAPER: Rgb = Rgb(250, 250, 250);
pub(crate) const SOFT: Rgb = Rgb(90, 90, 90);
pub(crate) const RNN: Rgb = Rgb(200, 0, 0);
pub(crate) const LSTM: Rgb = Rgb(0, 200, 0);
pub(crate) const GRU: Rgb = Rgb(0, 0, 200);
pub(crate) const CELLS: [(CellKind, Rgb); 3] = [(CellKind::Rnn, RNN), (CellKind::Lstm, LSTM), (CellKind::Gru, GRU)];

pub(crate) fn palette() -> Palette {
    Palette {
        paper: PAPER,
        ink: Rgb(1, 1, 1),
        ink_soft: SOFT,
        line: Rgb(230, 230, 230),
        cells: [RNN, LSTM, GRU],
        backward: Rgb(120, 30, 160),
        ..Palette::default()
    }
}

pub(crate) fn drawn(chart: &Chart, layout: &Layout) -> Vec<Drawn> {
    record(layout.size, |drawing| draw(drawing, chart, layout, &palette())).expect("a record takes every mark")
}

/// The texts, without the edges round them.
pub(crate) fn texts(all: &[Drawn]) -> Vec<&Text> {
    let own = all.iter().filter(|drawn| drawn.color != PAPER);
    own.filter_map(|drawn| if let Mark::Text(text) = &drawn.mark { Some(text) } else { None }).collect()
}

/// The middles of filled circles of a colour, from left to right.
pub(crate) fn dots(all: &[Drawn], color: Rgb) -> Vec<(f64, f64)> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    let mut dots: Vec<_> =
        own.filter_map(|drawn| if let Mark::Dot(at, _) = drawn.mark { Some(at) } else { None }).collect();
    dots.sort_by(|a, b| a.0.total_cmp(&b.0));
    dots
}

/// The points of lines of a colour and a width.
pub(crate) fn vertices(all: &[Drawn], color: Rgb, width: f64) -> Vec<(f64, f64)> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    own.filter_map(|drawn| match &drawn.mark {
        Mark::Path(points, own) if (own - width).abs() < 0.04 => Some(points.clone()),
        _ => None,
    })
    .flatten()
    .collect()
}

/// The filled rectangles of a colour, from left to right.
pub(crate) fn rects(all: &[Drawn], color: Rgb) -> Vec<((f64, f64), (f64, f64))> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    own.filter_map(|drawn| if let Mark::Rect(a, b) = drawn.mark { Some((a, b)) } else { None }).collect()
}

/// A number as the page writes it.
fn number(text: &str) -> f64 {
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{202f}' | '\u{a0}' | ' ' | '%')).collect();
    let plain = plain.replace('−', "-");
    let digits = |power: &str| -> String {
        let places = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
        power
            .chars()
            .map(|c| match places.iter().position(|place| *place == c) {
                Some(digit) => digit.to_string(),
                None => "-".to_owned(),
            })
            .collect()
    };
    let (factor, power) = match plain.split_once("·10") {
        Some(parts) => parts,
        None => match plain.strip_prefix("10").filter(|power| !power.is_empty() && !power.is_ascii()) {
            Some(power) => ("1", power),
            None => (plain.as_str(), ""),
        },
    };
    let parsed = format!("{factor}e{}{}", digits(power), if power.is_empty() { "0" } else { "" }).parse();
    let x: f64 = parsed.unwrap_or_else(|_| panic!("{text:?} is no number"));
    if text.contains('%') { x / 100.0 } else { x }
}

/// Where a number of y stands, by two labels of the axis as it is drawn.
pub(crate) fn by_labels(all: &[Drawn], low: &str, high: &str, is_log: bool) -> impl Fn(f64) -> f64 {
    let label = |wanted: &str| {
        let texts = texts(all);
        let found = texts.iter().find(|text| text.text.replace(['\u{202f}', '\u{a0}'], " ") == wanted);
        // Half a capital's height above the base line.
        found.unwrap_or_else(|| panic!("no label {wanted} among {texts:?}")).at.1 - 0.36 * 12.0
    };
    let way = move |x: f64| if is_log { x.log10() } else { x };
    let ((a, ya), (b, yb)) = ((way(number(low)), label(low)), (way(number(high)), label(high)));
    // The label stands beside its line.
    for y in [ya, yb] {
        let has_line = |d: &Drawn| matches!(&d.mark, Mark::Path(p, _) if p.len() == 2 && p[0].1 == p[1].1 && (p[0].1 - y).abs() < 0.1);
        assert!(all.iter().any(has_line));
    }
    move |x| ya + (way(x) - a) / (b - a) * (yb - ya)
}

/// Where the middle of a word under the plot is.
pub(crate) fn word(all: &[Drawn], word: &str) -> f64 {
    let found = texts(all).into_iter().rfind(|text| text.text == word).expect("the word is under its column");
    // Written upwards, its base line is half a capital's height beside the middle.
    if found.upright { found.at.0 - 0.36 * found.size } else { found.at.0 + found.width / 2.0 }
}

/// A column of a table as numbers; per cent where its head says so.
pub(crate) fn column(table: &Table, name: &str) -> Vec<f64> {
    let named = |head: &String| head == name || head.strip_prefix(name).is_some_and(|rest| rest == ", %");
    let place = table.head.iter().position(named).unwrap_or_else(|| panic!("{name} in {:?}", table.head));
    let part = if table.head[place].ends_with('%') { 0.01 } else { 1.0 };
    table.rows.iter().map(|row| number(&row[place]) * part).collect()
}

pub(crate) fn assert_near(mark: f64, number: f64, what: &str) {
    assert!((mark - number).abs() <= 0.5, "{what}: drawn at {mark}, the number belongs at {number}");
}
