//! One unit: the error surface with its cliff, gradient steps on it with and without clipping, and a latch.

use engine::unit::{attractor, descend, error, latch};
use measure::Scene;
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
/// Pixels a side.
const SIDE: usize = 72;
/// Gradient steps.
const STEPS: usize = 40;

/// A slider: its key, step and default.
struct Knob {
    key: Key,
    step: f64,
    default: f64,
}

const START_W: Knob = Knob { key: Key::UnitW, step: 0.01, default: 5.6 };
const START_B: Knob = Knob { key: Key::UnitB, step: 0.01, default: -2.35 };
const RATE: Knob = Knob { key: Key::UnitRate, step: 0.1, default: 1.0 };
const CLIP: Knob = Knob { key: Key::UnitClip, step: 0.01, default: 0.05 };
const LATCH_W: Knob = Knob { key: Key::LatchW, step: 0.05, default: 1.5 };
const LATCH_H: Knob = Knob { key: Key::LatchH, step: 0.01, default: 0.1 };
const LATCH_N: Knob = Knob { key: Key::LatchN, step: 1.0, default: 12.0 };

impl Knob {
    /// What a person set, or the default where that is no number of the range.
    fn value(&self, scene: &Scene) -> f64 {
        scene.state.settings.real(self.key).unwrap_or(self.default)
    }

    fn slider(&self, scene: &Scene, label: &str) -> String {
        let ((low, high), step) = (self.key.range(), self.step);
        format!(
            "<label class=\"field\"><span>{label}</span><input type=\"range\" min=\"{low}\" max=\"{high}\" step=\"{step}\" \
             data-key=\"{}\" value=\"{}\"></label>",
            self.key.name(),
            self.value(scene)
        )
    }
}

/// Surface, paths, sliders, latch.
pub fn draw(scene: &Scene) -> Vec<String> {
    let words = words();
    let start = [START_W.value(scene), START_B.value(scene)];
    let (rate, clip) = (RATE.value(scene), CLIP.value(scene));
    let plain = descend(start, rate, None, STEPS);
    let clipped = descend(start, rate, Some(clip), STEPS);
    let steepest = plain.iter().map(|[w, b]| norm(error(*w, *b).1)).fold(0.0, f64::max);
    let ends = [&plain, &clipped].map(|path| error(path[STEPS][0], path[STEPS][1]).0);
    let told = [
        ("w", format::number(start[0])),
        ("b", format::number(start[1])),
        ("rate", format::number(rate)),
        ("clip", format::number(clip)),
        ("steepest", format::number(steepest)),
        ("plain", format::number(ends[0])),
        ("clipped", format::number(ends[1])),
    ];
    let told = fill(words.unit_told, &told.each_ref().map(|(name, number)| (*name, number.as_str())));
    let sliders = [
        (START_W, words.unit_start_w),
        (START_B, words.unit_start_b),
        (RATE, words.unit_rate),
        (CLIP, words.unit_clip),
    ];
    let sliders: String = sliders.iter().map(|(knob, label)| knob.slider(scene, label)).collect();
    let latches = [(LATCH_W, words.latch_w), (LATCH_H, words.latch_h), (LATCH_N, words.latch_n)];
    let latches: String = latches.iter().map(|(knob, label)| knob.slider(scene, label)).collect();
    let head = [words.unit_step, "w", "b", "E", words.unit_clipped_w, words.unit_clipped_b, "E"].map(str::to_owned);
    let rows = plain.iter().zip(&clipped).enumerate().map(|(n, (p, c))| {
        let numbers = [p[0], p[1], error(p[0], p[1]).0, c[0], c[1], error(c[0], c[1]).0];
        std::iter::once(n.to_string()).chain(numbers.map(format::number)).collect()
    });
    vec![
        surface(),
        paths(&plain, &clipped),
        sliders,
        ramp(words.error_none, words.error_large) + &format!("<p class=\"read\">{told}</p>"),
        format!("<h3>{}</h3><p class=\"read\">{}</p>{latches}", words.latch_title, words.latch_how),
        cobweb(scene),
        table(&head, rows),
    ]
}

fn norm([a, b]: [f64; 2]) -> f64 {
    a.hypot(b)
}

/// E over w (to the right) and b (upwards): the cube root brings the flat parts out.
fn surface() -> String {
    let at = |place: usize, (low, high): (f64, f64)| low + (place as f64 + 0.5) / SIDE as f64 * (high - low);
    let levels = (0..SIDE * SIDE).map(|i| error(at(i % SIDE, W), at(SIDE - 1 - i / SIDE, B)).0.cbrt());
    map(false, SIDE, levels)
}

fn paths(plain: &[[f64; 2]], clipped: &[[f64; 2]]) -> String {
    const HEIGHT: f64 = 300.0;
    let place = |[w, b]: &[f64; 2]| {
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
fn cobweb(scene: &Scene) -> String {
    const SIDE: f64 = 260.0;
    let words = words();
    let (w, h0, n) = (LATCH_W.value(scene), LATCH_H.value(scene), LATCH_N.value(scene) as usize);
    let points = latch(w, h0, n);
    let middle = (LEFT + WIDTH) / 2.0;
    let at = |(x, y): (f64, f64)| (middle + x * 116.0, SIDE / 2.0 - y * 116.0);
    let mut svg = Svg::new(SIDE);
    svg.line("grid", at((-1.0, 0.0)), at((1.0, 0.0)));
    svg.line("grid", at((0.0, -1.0)), at((0.0, 1.0)));
    svg.line("one", at((-1.0, -1.0)), at((1.0, 1.0)));
    if attractor(w).is_some() {
        svg.line("basin low", at((-1.0, -1.08)), at((0.0, -1.08)));
        svg.line("basin high", at((0.0, -1.08)), at((1.0, -1.08)));
    }
    let curve = (-50..=50).map(|i| f64::from(i) / 50.0).map(|x| Some(at((x, (w * x).tanh()))));
    svg.curve("curve rnn", curve);
    let web = points.windows(2).flat_map(|pair| [(pair[0].0, pair[0].0), (pair[0].0, pair[1].0)]);
    let last = points[points.len() - 1];
    svg.curve("path clipped", web.chain([(last.0, last.0)]).map(|p| Some(at(p))));
    svg.dot("start", at((h0, h0)), 4.5);
    for h in [Some(0.0), attractor(w), attractor(w).map(|h| -h)].into_iter().flatten() {
        svg.dot(if h == 0.0 && w > 1.0 { "ring" } else { "rnn" }, at((h, h)), 4.0);
    }
    let told = [
        ("w", format::number(w)),
        ("n", n.to_string()),
        ("h", format::number(last.0)),
        ("d", format::number(last.1)),
        ("fixed", attractor(w).map_or("0".into(), format::number)),
    ];
    let told = fill(
        if w > 1.0 { words.latch_keeps } else { words.latch_forgets },
        &told.each_ref().map(|(k, v)| (*k, v.as_str())),
    );
    format!("{}<p class=\"read\">{told}</p>", svg.finish(words.latch_label))
}
