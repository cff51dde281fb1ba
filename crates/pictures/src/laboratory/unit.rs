//! One unit: the error surface with its cliff, gradient steps on it with and without clipping, and a latch.

use measure::unit::{Latch, Point, SIDE, Unit};
use model::keys::{CLIFF_B, CLIFF_W, Key};
use words::fill;
use words::format;

use crate::html::{ramp, table};
use crate::map::map;
use crate::svg::{LEFT, Svg, WIDTH};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 7] =
    ["unit-plane", "unit-paths", "unit-sliders", "unit-told", "unit-latch-sliders", "unit-latch", "unit-table"];

/// The stretch of w and b that is shown, and in which a descent begins: where the cliff is.
const W: (f64, f64) = CLIFF_W;
const B: (f64, f64) = CLIFF_B;
/// A slider for a number.
fn slider((key, step): (Key, f64), label: &str, value: f64) -> String {
    let (low, high) = key.range();
    format!(
        "<label class=\"field\"><span>{label}</span><input type=\"range\" min=\"{low}\" max=\"{high}\" step=\"{step}\" \
         data-key=\"{}\" value=\"{value}\"></label>",
        key.name()
    )
}

/// Surface, paths, sliders, latch.
pub fn draw(unit: &Unit) -> Vec<String> {
    let words = words();
    let Unit { rate, clip, plain, clipped, latch, .. } = unit;
    let (start, latch_start) = (plain[0], latch.points[0].0);
    let [plain_end, clipped_end] = [plain, clipped].map(|path| path[path.len() - 1].error);
    let told = [
        ("w", format::number(start.w)),
        ("b", format::number(start.b)),
        ("rate", format::number(*rate)),
        ("clip", format::number(*clip)),
        ("steepest", format::number(unit.steepest)),
        ("plain", format::number(plain_end)),
        ("clipped", format::number(clipped_end)),
    ];
    let told = fill(words.unit_told, &told.each_ref().map(|(name, number)| (*name, number.as_str())));
    let sliders = [
        slider((Key::UnitW, 0.01), words.unit_start_w, start.w),
        slider((Key::UnitB, 0.01), words.unit_start_b, start.b),
        slider((Key::UnitRate, 0.1), words.unit_rate, *rate),
        slider((Key::UnitClip, 0.01), words.unit_clip, *clip),
    ]
    .concat();
    let latches = [
        slider((Key::LatchW, 0.05), words.latch_w, latch.w),
        slider((Key::LatchH, 0.01), words.latch_h, latch_start),
        slider((Key::LatchN, 1.0), words.latch_n, latch.steps as f64),
    ]
    .concat();
    let head = [words.unit_step, "w", "b", "E", words.unit_clipped_w, words.unit_clipped_b, "E"].map(str::to_owned);
    let rows = plain.iter().zip(clipped).enumerate().map(|(n, (p, c))| {
        let numbers = [p.w, p.b, p.error, c.w, c.b, c.error];
        std::iter::once(n.to_string()).chain(numbers.map(format::number)).collect()
    });
    vec![
        surface(&unit.surface),
        paths(plain, clipped),
        sliders,
        ramp(words.error_none, words.error_large) + &format!("<p class=\"read\">{told}</p>"),
        format!("<h3>{}</h3><p class=\"read\">{}</p>{latches}", words.latch_title, words.latch_how),
        cobweb(latch),
        table(&head, rows),
    ]
}

/// E over w (to the right) and b (upwards): the cube root brings the flat parts out.
fn surface(errors: &[f64]) -> String {
    map(false, SIDE, errors.iter().map(|error| error.cbrt()))
}

fn paths(plain: &[Point], clipped: &[Point]) -> String {
    const HEIGHT: f64 = 300.0;
    let place = |Point { w, b, .. }: &Point| {
        let x = (w - W.0) / (W.1 - W.0) * WIDTH;
        let y = (B.1 - b) / (B.1 - B.0) * HEIGHT;
        // What leaps out of the picture is drawn just beyond its edge.
        (x.clamp(-40.0, WIDTH + 40.0), y.clamp(-40.0, HEIGHT + 40.0))
    };
    let mut svg = Svg::new(HEIGHT);
    for (class, path) in [("plain", plain), ("clipped", clipped)] {
        svg.curve(&format!("path {class}"), path.iter().map(|p| Some(place(p))));
        path.iter().for_each(|p| svg.dot(&format!("path {class}"), place(p), 2.4));
    }
    svg.dot("start", place(&plain[0]), 5.0);
    svg.text("axis-name", (WIDTH - 18.0, HEIGHT - 8.0), "w →");
    svg.text("axis-name", (18.0, 16.0), "b ↑");
    svg.finish(words().unit_label)
}

/// h_t against h_{t−1}: the curve, the diagonal, and the steps between them.
fn cobweb(Latch { w, steps, points, attractor }: &Latch) -> String {
    const SIDE: f64 = 260.0;
    let words = words();
    let (w, h0) = (*w, points[0].0);
    let middle = (LEFT + WIDTH) / 2.0;
    let at = |(x, y): (f64, f64)| (middle + x * 116.0, SIDE / 2.0 - y * 116.0);
    let mut svg = Svg::new(SIDE);
    svg.line("grid", at((-1.0, 0.0)), at((1.0, 0.0)));
    svg.line("grid", at((0.0, -1.0)), at((0.0, 1.0)));
    svg.line("one", at((-1.0, -1.0)), at((1.0, 1.0)));
    if attractor.is_some() {
        svg.line("basin low", at((-1.0, -1.08)), at((0.0, -1.08)));
        svg.line("basin high", at((0.0, -1.08)), at((1.0, -1.08)));
    }
    let curve = (-50..=50).map(|i| f64::from(i) / 50.0).map(|x| Some(at((x, (w * x).tanh()))));
    svg.curve("curve rnn", curve);
    let web = points.windows(2).flat_map(|pair| [(pair[0].0, pair[0].0), (pair[0].0, pair[1].0)]);
    let last = points[points.len() - 1];
    svg.curve("path clipped", web.chain([(last.0, last.0)]).map(|p| Some(at(p))));
    svg.dot("start", at((h0, h0)), 4.5);
    for h in [Some(0.0), *attractor, attractor.map(|h| -h)].into_iter().flatten() {
        svg.dot(if h == 0.0 && w > 1.0 { "ring" } else { "rnn" }, at((h, h)), 4.0);
    }
    let told = [
        ("w", format::number(w)),
        ("n", steps.to_string()),
        ("h", format::number(last.0)),
        ("d", format::number(last.1)),
        ("fixed", attractor.map_or("0".into(), format::number)),
    ];
    let told = fill(
        if w > 1.0 { words.latch_keeps } else { words.latch_forgets },
        &told.each_ref().map(|(k, v)| (*k, v.as_str())),
    );
    format!("{}<p class=\"read\">{told}</p>", svg.finish(words.latch_label))
}
