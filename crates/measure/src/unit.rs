//! One unit: the error surface with its cliff, gradient descent on it with and without clipping (Pascanu et al. 2013),
//! and a latch.

use serde::{Deserialize, Serialize};

use engine::unit::{attractor, descend, error, latch};
use model::keys::{CLIFF_B, CLIFF_W, Key};
use model::settings::Settings;

use crate::scene::Scene;

/// Fields along each side of the error surface.
pub const SIDE: usize = 72;
/// Gradient steps of a descent.
const STEPS: usize = 40;

/// A point of a descent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The recurrent weight w.
    pub w: f64,
    /// The bias b.
    pub b: f64,
    /// The error E(w, b).
    pub error: f64,
}

/// The numbers of a network of one unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// The learning rate η.
    pub rate: f64,
    /// The norm to which the clipped descent scales larger gradients down.
    pub clip: f64,
    /// The descent without clipping, from its start.
    pub plain: Vec<Point>,
    /// The descent with clipping, from the same start.
    pub clipped: Vec<Point>,
    /// The largest norm of the gradient along the descent without clipping.
    pub steepest: f64,
    /// E at the middle of each of [`SIDE`] × [`SIDE`] fields, row-major. Columns run over w in [`CLIFF_W`] upwards,
    /// rows over b in [`CLIFF_B`] downwards.
    pub surface: Vec<f64>,
    /// The latch.
    pub latch: Latch,
}

/// A unit that keeps a bit or loses it, by its weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Latch {
    /// The recurrent weight w.
    pub w: f64,
    /// Time steps.
    pub steps: usize,
    /// h_t and ∂h_t/∂h_0 at every time step from 0.
    pub points: Vec<(f64, f64)>,
    /// The positive fixed point of h; `None` for w ≤ 1, where 0 is the only one.
    pub attractor: Option<f64>,
}

impl Unit {
    /// Makes both descents from the chosen start, and runs the latch.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let start = [Key::UnitW, Key::UnitB].map(|key| value(settings, key));
        let (rate, clip) = (value(settings, Key::UnitRate), value(settings, Key::UnitClip));
        let path = |clip| {
            let points = descend(start, rate, clip, STEPS).into_iter();
            points.map(|[w, b]| Point { w, b, error: error(w, b).0 }).collect::<Vec<_>>()
        };
        let plain = path(None);
        let steepest = plain.iter().map(|at| norm(error(at.w, at.b).1)).fold(0.0, f64::max);
        let [latch_w, latch_h, latch_n] = [Key::LatchW, Key::LatchH, Key::LatchN].map(|key| value(settings, key));
        let latch = Latch::new(latch_w, latch_h, latch_n as usize);
        Self { rate, clip, clipped: path(Some(clip)), steepest, surface: surface(), latch, plain }
    }
}

impl Latch {
    fn new(w: f64, start: f64, steps: usize) -> Self {
        Self { w, steps, points: latch(w, start, steps), attractor: attractor(w) }
    }
}

/// The number that a key of this picture has as long as nobody sets it; NaN for a key of another.
#[must_use]
pub const fn default(key: Key) -> f64 {
    match key {
        Key::UnitW => 5.6,
        Key::UnitB => -2.35,
        Key::UnitRate => 1.0,
        Key::UnitClip => 0.05,
        Key::LatchW => 1.5,
        Key::LatchH => 0.1,
        Key::LatchN => 12.0,
        _ => f64::NAN,
    }
}

/// The setting, or the default if it is not a number in the key's range.
#[must_use]
pub fn value(settings: &Settings, key: Key) -> f64 {
    settings.real(key).unwrap_or(default(key))
}

fn norm([a, b]: [f64; 2]) -> f64 {
    a.hypot(b)
}

/// See [`Unit::surface`].
fn surface() -> Vec<f64> {
    let at = |place: usize, (low, high): (f64, f64)| low + (place as f64 + 0.5) / SIDE as f64 * (high - low);
    (0..SIDE * SIDE).map(|i| error(at(i % SIDE, CLIFF_W), at(SIDE - 1 - i / SIDE, CLIFF_B)).0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn unit(fragment: &str) -> Unit {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        Unit::of(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    /// What clipping is: no step is longer than rate times threshold.
    #[test]
    fn a_clipped_step_is_no_longer_than_the_rate_times_the_threshold() {
        let unit = unit("unit_rate=2&unit_clip=0.1");
        let longest = |path: &[Point]| {
            path.windows(2).map(|pair| norm([pair[1].w - pair[0].w, pair[1].b - pair[0].b])).fold(0.0, f64::max)
        };
        assert!(longest(&unit.clipped) <= 0.2 + 1e-12, "{}", longest(&unit.clipped));
        assert!((longest(&unit.plain) - 2.0 * unit.steepest).abs() < 1e-9, "the plain descent leaps");
        assert!(unit.steepest > 0.1, "there is something to clip: {}", unit.steepest);
    }

    #[test]
    fn a_latch_above_one_keeps_its_sign_and_one_below_forgets() {
        let kept = unit("latch_w=2&latch_h=-0.2&latch_n=30").latch;
        let stays = kept.attractor.unwrap();
        assert!((kept.points[30].0 + stays).abs() < 1e-6 && (stays - (2.0 * stays).tanh()).abs() < 1e-12);
        let lost = unit("latch_w=0.5&latch_h=0.9&latch_n=30").latch;
        assert!(lost.attractor.is_none() && lost.points[30].0.abs() < 1e-6);
    }
}
