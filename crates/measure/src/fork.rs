//! The states at which one unit comes to rest, over its weight or its bias, with the slope at each; and a state that is carried
//! along while the weight or the bias is dragged.

use serde::{Deserialize, Serialize};

use engine::fork::{self, Branch, fold_bias, fold_weight, turn};
use model::keys::Key;
use model::settings::Settings;

use crate::scene::Scene;

/// From one place along the axis to the next.
pub const STEP: f64 = 0.02;
/// Places on either side of where a branch ends, within a step.
const NEAR: i32 = 8;
/// The most turns of a drag that are kept.
const MOST_TURNS: usize = 12;
/// The three branches, the upper one first.
const BRANCHES: [Branch; 3] = [Branch::Upper, Branch::Middle, Branch::Lower];

/// What the diagram runs along, and so what is dragged in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Along {
    /// The weight w, at the chosen bias.
    Weight,
    /// The bias b, at the chosen weight.
    Bias,
}

/// Which of the two stable branches a state is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The upper one.
    Upper,
    /// The lower one.
    Lower,
}

/// A state at rest.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// The weight or the bias, by what the diagram runs along.
    pub at: f64,
    /// The state h.
    pub h: f64,
    /// The slope w (1 − h²), which a step multiplies a gradient by.
    pub slope: f64,
}

/// A state that leapt, since its branch ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Jump {
    /// Where, along the axis.
    pub at: f64,
    /// The state at the branch's end.
    pub from: f64,
    /// The state on the other branch.
    pub to: f64,
}

/// The numbers of a unit at rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fork {
    /// What the diagram runs along.
    pub along: Along,
    /// The chosen weight w.
    pub w: f64,
    /// The chosen bias b.
    pub b: f64,
    /// The states of the upper stable branch, of the unstable one and of the lower stable one along the axis.
    pub curves: [Vec<Rest>; 3],
    /// The three states at the chosen w and b; `None` where a branch does not exist.
    pub here: [Option<Rest>; 3],
    /// The branch that the dragged state is on.
    pub side: Side,
    /// The way of the dragged state, place by place.
    pub trail: Vec<Rest>,
    /// Where the drag began, turned and jumped, and where it is now: places in [`Fork::trail`].
    pub stops: Vec<usize>,
    /// The last jump of the drag.
    pub jump: Option<Jump>,
}

/// A drag: it begins on a side, leads from turn to turn along one axis, and from the last turn to the chosen place.
#[derive(Clone, Debug, PartialEq)]
struct Way {
    along: Along,
    begun: Side,
    turns: Vec<f64>,
}

impl Along {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Weight, Self::Bias];

    /// As it is written in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Bias => "bias",
        }
    }

    /// What is chosen.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let written = settings.written(Key::ForkAlong);
        Self::ALL.into_iter().find(|along| along.key() == written).unwrap_or(Self::Weight)
    }

    /// The key of what the diagram runs along.
    #[must_use]
    pub fn setting(self) -> Key {
        match self {
            Self::Weight => Key::ForkW,
            Self::Bias => Key::ForkB,
        }
    }

    /// Weight and bias at a place of the axis, where the other one is as given.
    fn pair(self, at: f64, other: f64) -> (f64, f64) {
        match self {
            Self::Weight => (at, other),
            Self::Bias => (other, at),
        }
    }

    /// The one that stays, of those chosen.
    fn other(self, settings: &Settings) -> f64 {
        let key = if self == Self::Weight { Key::ForkB } else { Key::ForkW };
        value(settings, key)
    }
}

impl Side {
    fn branch(self) -> Branch {
        match self {
            Self::Upper => Branch::Upper,
            Self::Lower => Branch::Lower,
        }
    }

    fn flipped(self) -> Self {
        match self {
            Self::Upper => Self::Lower,
            Self::Lower => Self::Upper,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Upper => "upper",
            Self::Lower => "lower",
        }
    }

    /// The side of a state that was on this one, at another place: the same if its branch is there.
    fn carried(self, along: Along, at: f64, other: f64) -> Self {
        let (w, b) = along.pair(at, other);
        if fork::rest(self.branch(), w, b).is_some() { self } else { self.flipped() }
    }

    /// Where the branch of this side ends along an axis: a state there that neither attracts nor repels.
    fn end(self, along: Along, other: f64) -> Rest {
        let (at, w) = match along {
            Along::Weight => (fold_weight(other), fold_weight(other)),
            Along::Bias if self == Self::Upper => (-fold_bias(other), other),
            Along::Bias => (fold_bias(other), other),
        };
        let h = if self == Self::Upper { turn(w) } else { -turn(w) };
        Rest { at, h, slope: 1.0 }
    }
}

impl Rest {
    fn of(branch: Branch, along: Along, at: f64, other: f64) -> Option<Self> {
        let (w, b) = along.pair(at, other);
        fork::rest(branch, w, b).map(|h| Self { at, h, slope: w * (1.0 - h * h) })
    }
}

impl Way {
    /// The drag that the settings tell of, along either axis; `None` if they tell of none.
    fn of(settings: &Settings) -> Option<Self> {
        let mut words = settings.written(Key::ForkWay).split(',');
        let (along, begun) = (words.next()?, words.next()?);
        let along = Along::ALL.into_iter().find(|own| own.key() == along)?;
        let begun = [Side::Upper, Side::Lower].into_iter().find(|side| side.key() == begun)?;
        let (low, high) = along.setting().range();
        let turns: Option<Vec<f64>> =
            words.take(MOST_TURNS).map(|turn| turn.parse().ok().filter(|turn| (low..=high).contains(turn))).collect();
        Some(Self { along, begun, turns: turns? })
    }

    fn written(&self) -> String {
        let turns = self.turns.iter().map(f64::to_string);
        [self.along.key(), self.begun.key()].map(str::to_owned).into_iter().chain(turns).collect::<Vec<_>>().join(",")
    }

    /// The side on which the state is at the end of the way, at a place along it.
    fn side(&self, now: f64, other: f64) -> Side {
        let places = self.turns.iter().copied().chain([now]);
        places.fold(self.begun, |side, at| side.carried(self.along, at, other))
    }

    /// Goes on from a place to the next. A turn is kept; of too many the first is forgotten.
    fn go(&mut self, here: f64, to: f64, other: f64) {
        let goes_on = self.turns.last().is_some_and(|last| (here - last) * (to - here) >= 0.0 && here != *last);
        if self.turns.is_empty() || (!goes_on && here != to) {
            self.turns.push(here);
        }
        if self.turns.len() > MOST_TURNS {
            self.begun = self.begun.carried(self.along, self.turns[0], other);
            self.turns.remove(0);
        }
    }
}

/// The side of the state at what is chosen: where its drag has led it, else the upper one if that is there.
fn side(settings: &Settings) -> Side {
    match Way::of(settings) {
        Some(way) => way.side(value(settings, way.along.setting()), way.along.other(settings)),
        None => Side::Upper.carried(Along::Weight, value(settings, Key::ForkW), value(settings, Key::ForkB)),
    }
}

/// What is to be set when the weight or the bias is dragged to a number: the number, and the way of the state. A drag of the
/// other one, or from a place to which no drag has led, begins a new way.
#[must_use]
pub fn dragged(settings: &Settings, along: Along, to: f64) -> String {
    let (here, other) = (value(settings, along.setting()), along.other(settings));
    let known = Way::of(settings).filter(|way| way.along == along);
    let mut way = known.unwrap_or_else(|| Way { along, begun: side(settings), turns: vec![] });
    way.go(here, to, other);
    format!("{}={to}&{}={}", along.setting().name(), Key::ForkWay.name(), way.written())
}

/// The number that a key of this picture has as long as nobody sets it; NaN for a key of another.
#[must_use]
pub const fn default(key: Key) -> f64 {
    match key {
        Key::ForkW => 1.5,
        Key::ForkB => 0.0,
        _ => f64::NAN,
    }
}

/// The setting, or the default if it is not a number in the key's range.
#[must_use]
pub fn value(settings: &Settings, key: Key) -> f64 {
    settings.real(key).unwrap_or(default(key))
}

impl Fork {
    /// The diagram around the chosen weight and bias, and the way of the state that was dragged there.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let settings = &scene.state.settings;
        let along = Along::of(settings);
        let (now, other) = (value(settings, along.setting()), along.other(settings));
        let side = side(settings);
        let way = Way::of(settings).filter(|way| way.along == along);
        let way = way.unwrap_or(Way { along, begun: side, turns: vec![] });
        let places = places(along, other);
        let Carried { trail, stops, jump } = Carried::along(&way, now, other, &places);
        Self {
            along,
            w: value(settings, Key::ForkW),
            b: value(settings, Key::ForkB),
            curves: BRANCHES.map(|branch| curve(branch, along, other, &places)),
            here: BRANCHES.map(|branch| Rest::of(branch, along, now, other)),
            side,
            trail,
            stops,
            jump,
        }
    }
}

/// The places of an axis from end to end, close together where branches end, since a curve is steep there.
fn places(along: Along, other: f64) -> Vec<f64> {
    let (low, high) = along.setting().range();
    let (first, last) = ((low / STEP).round() as i64, (high / STEP).round() as i64);
    // Over a whole number, so that a place is the nearest number to what it is called.
    let mut places: Vec<f64> = (first..=last).map(|n| n as f64 / (1.0 / STEP)).collect();
    for side in [Side::Upper, Side::Lower] {
        let end = side.end(along, other).at;
        for n in -NEAR..=NEAR {
            let at = end + STEP * f64::from(n * n.abs()) / f64::from(NEAR * NEAR);
            if n != 0 && (low..=high).contains(&at) {
                places.push(at);
            }
        }
    }
    places.sort_by(f64::total_cmp);
    places.dedup();
    places
}

/// A branch along an axis, with its ends.
fn curve(branch: Branch, along: Along, other: f64, places: &[f64]) -> Vec<Rest> {
    let (low, high) = along.setting().range();
    // Of two branches that meet one turns into the other; the third never ends.
    let (first, last) = match (branch, along) {
        (Branch::Upper, Along::Weight) => ((other < 0.0).then_some(Side::Upper), None),
        (Branch::Lower, Along::Weight) => ((other >= 0.0).then_some(Side::Lower), None),
        (Branch::Middle, Along::Weight) => (Some(if other < 0.0 { Side::Upper } else { Side::Lower }), None),
        (Branch::Upper, Along::Bias) => (Some(Side::Upper), None),
        (Branch::Lower, Along::Bias) => (None, Some(Side::Lower)),
        (Branch::Middle, Along::Bias) => (Some(Side::Upper), Some(Side::Lower)),
    };
    let is_folded = along == Along::Weight || other > 1.0;
    let end = |side: Option<Side>| {
        let end = side.filter(|_| is_folded)?.end(along, other);
        (low..=high).contains(&end.at).then_some(end)
    };
    let (first, last) = (end(first), end(last));
    let mut curve: Vec<Rest> = first.into_iter().collect();
    for at in places {
        let Some(rest) = Rest::of(branch, along, *at, other) else { continue };
        // Below the fork the one state is the upper one's.
        let is_again = branch == Branch::Lower && rest.h == 0.0;
        if !is_again && [first, last].iter().flatten().all(|end| end.at != *at) {
            curve.push(rest);
        }
    }
    curve.extend(last);
    curve
}

/// The way of a state.
struct Carried {
    trail: Vec<Rest>,
    stops: Vec<usize>,
    jump: Option<Jump>,
}

impl Carried {
    /// A state carried along a way to where it is now: it stays on its branch until that ends.
    fn along(way: &Way, now: f64, other: f64, places: &[f64]) -> Self {
        let mut own = Self { trail: vec![], stops: vec![], jump: None };
        let turns: Vec<f64> = way.turns.iter().copied().chain([now]).collect();
        let mut side = way.begun.carried(way.along, turns[0], other);
        own.stop(Rest::of(side.branch(), way.along, turns[0], other));
        for pair in turns.windows(2).filter(|pair| pair[0] != pair[1]) {
            let next = side.carried(way.along, pair[1], other);
            if next == side {
                own.go(side, way.along, (pair[0], pair[1]), (other, places));
            } else {
                let end = side.end(way.along, other);
                own.go(side, way.along, (pair[0], end.at), (other, places));
                own.leap(end, Rest::of(next.branch(), way.along, end.at, other));
                own.go(next, way.along, (end.at, pair[1]), (other, places));
            }
            own.stop(Rest::of(next.branch(), way.along, pair[1], other));
            side = next;
        }
        own
    }

    /// A branch ends, and the state goes on another. Where there is but one state its sides meet, and nothing jumps.
    fn leap(&mut self, end: Rest, landed: Option<Rest>) {
        let Some(landed) = landed.filter(|landed| landed.h != end.h) else { return };
        self.stop(Some(end));
        self.stop(Some(landed));
        self.jump = Some(Jump { at: end.at, from: end.h, to: landed.h });
    }

    fn stop(&mut self, rest: Option<Rest>) {
        if let Some(rest) = rest {
            self.stops.push(self.trail.len());
            self.trail.push(rest);
        }
    }

    /// The places between two others, on one side.
    fn go(&mut self, side: Side, along: Along, (from, to): (f64, f64), (other, places): (f64, &[f64])) {
        let first = self.trail.len();
        for at in places.iter().filter(|at| from.min(to) < **at && **at < from.max(to)) {
            self.trail.extend(Rest::of(side.branch(), along, *at, other));
        }
        if to < from {
            self.trail[first..].reverse();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    fn fork(fragment: &str) -> Fork {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        Fork::of(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    /// The settings after a drag over some places, one small movement after another.
    fn dragging(fragment: &str, along: Along, to: &[f64]) -> State {
        let mut state = State::from_fragment(fragment).0;
        for end in to {
            let from = value(&state.settings, along.setting());
            let steps = ((end - from).abs() / STEP).round() as i32;
            for step in 1..=steps {
                let at = from + (end - from) * f64::from(step) / f64::from(steps);
                let set = dragged(&state.settings, along, (at / STEP).round() * STEP);
                for (key, value) in set.split('&').filter_map(|pair| pair.split_once('=')) {
                    assert!(state.set(key, value).is_ok(), "{set}");
                }
            }
        }
        state
    }

    fn after(state: &State) -> Fork {
        fork(&state.to_fragment())
    }

    /// Where the state comes to rest step by step, from a state, while the weight or the bias is dragged slowly.
    fn simulated(along: Along, other: f64, mut h: f64, way: &[f64]) -> f64 {
        for pair in way.windows(2) {
            let steps = ((pair[1] - pair[0]).abs() / STEP).round() as i32;
            for step in 0..=steps {
                let (w, b) = along.pair(pair[0] + (pair[1] - pair[0]) * f64::from(step) / f64::from(steps), other);
                for _ in 0..3000 {
                    h = (w * h + b).tanh();
                }
            }
        }
        h
    }

    #[test]
    fn a_dragged_state_is_where_the_steps_of_the_unit_lead_it() {
        let cases = [
            ("fork_w=2&fork_b=0", Along::Bias, 0.9, vec![0.0, -0.5, 0.4]),
            ("fork_w=2&fork_b=0", Along::Bias, 0.9, vec![0.0, -0.6]),
            ("fork_w=2&fork_b=0", Along::Bias, 0.9, vec![0.0, -0.9, 0.0]),
            ("fork_w=2&fork_b=0", Along::Bias, 0.9, vec![0.0, -0.9, 0.5]),
            ("fork_w=2&fork_b=0", Along::Bias, 0.9, vec![0.0, -0.9, 0.6, 0.1]),
            ("fork_w=0.8&fork_b=0.3", Along::Bias, 0.9, vec![0.3, -0.5]),
            ("fork_w=2.5&fork_b=-0.1", Along::Weight, 0.9, vec![2.5, 1.8, 2.4]),
            ("fork_w=2.5&fork_b=-0.1", Along::Weight, 0.9, vec![2.5, 0.6, 2.5]),
        ];
        for (fragment, along, h, way) in cases {
            let state = dragging(fragment, along, &way[1..]);
            let own = after(&state);
            let [now, other] = [value(&state.settings, along.setting()), along.other(&state.settings)];
            let known = simulated(along, other, h, &way);
            let side = Rest::of(own.side.branch(), along, now, other).map_or(f64::NAN, |rest| rest.h);
            assert!((side - known).abs() < 1e-9, "{fragment} over {way:?}: {side}, the steps lead to {known}");
            let last = own.trail.last().map(|rest| rest.h);
            assert!(own.along != along || last == Some(side), "{fragment}: {last:?}");
        }
    }

    #[test]
    fn a_drag_there_and_back_jumps_twice_at_the_folds() {
        let there = dragging("fork_along=bias&fork_w=2", Along::Bias, &[-0.9]);
        let own = after(&there);
        let half = 0.5_f64.sqrt();
        let fold = 2.0 * half - half.atanh();
        let jump = own.jump.unwrap();
        assert!((jump.at + fold).abs() < 1e-12 && (jump.from - half).abs() < 1e-12 && jump.to < -0.9, "{jump:?}");
        assert_eq!(own.stops.len(), 4, "begun, jumped from, jumped to, now");
        let back = dragging(&there.to_fragment(), Along::Bias, &[0.0]);
        assert_eq!(after(&back).side, Side::Lower, "at b = 0 again, and elsewhere");
        let again = after(&dragging(&back.to_fragment(), Along::Bias, &[0.9]));
        let jump = again.jump.unwrap();
        assert!((jump.at - fold).abs() < 1e-12 && (jump.from + half).abs() < 1e-12 && jump.to > 0.9, "{jump:?}");
        // Along the weight only one of the two jumps is there: the other branch goes on for ever.
        let lost = dragging("fork_w=2.5&fork_b=-0.1", Along::Weight, &[0.5, 2.4, 0.5, 2.4]);
        let own = after(&lost);
        assert_eq!((own.side, own.stops.len()), (Side::Lower, 7));
    }

    #[test]
    fn a_drag_along_the_other_axis_begins_where_the_last_one_ended() {
        let lower = dragging("fork_w=2", Along::Bias, &[-0.7, 0.0]);
        let own = after(&dragging(&lower.to_fragment(), Along::Weight, &[2.4]));
        assert_eq!((own.side, own.jump), (Side::Lower, None));
        assert_eq!(own.trail.first().map(|rest| rest.at), Some(2.0));
        let many: Vec<f64> = (0..40).map(|n| if n % 2 == 0 { 0.3 } else { -0.3 }).collect();
        let way = dragging("fork_w=2", Along::Bias, &many);
        assert!(way.settings.written(Key::ForkWay).split(',').count() <= MOST_TURNS + 2);
    }

    /// What the picture says: at no stable state a gradient lasts, but where states meet.
    #[test]
    fn at_every_stable_state_the_slope_is_below_one_but_where_states_meet() {
        for n in -50..=50 {
            let b = f64::from(n) * STEP;
            let along_w = fork(&format!("fork_b={b}"));
            let along_b = fork(&format!("fork_along=bias&fork_w={}", f64::from(n + 50) * 0.025));
            for own in [along_w, along_b] {
                let ends: Vec<f64> =
                    own.curves[1].iter().filter(|rest| rest.slope == 1.0).map(|rest| rest.at).collect();
                for rest in own.curves[0].iter().chain(&own.curves[2]) {
                    assert!(rest.slope < 1.0 || ends.contains(&rest.at) || rest.h == 0.0 && own.w == 1.0, "{rest:?}");
                }
                assert!(own.curves[1].iter().all(|rest| rest.slope >= 1.0), "an unstable state repels");
                assert!(own.curves.iter().all(|curve| curve.windows(2).all(|pair| pair[0].at < pair[1].at)));
            }
        }
    }

    #[test]
    fn what_is_no_way_is_none() {
        for way in ["", "bias", "bias,middle,0", "bias,upper,x", "bias,upper,NaN", "weight,lower,9", "<b>"] {
            let own = fork(&format!("fork_w=2&fork_way={way}"));
            assert_eq!((own.side, own.trail.len()), (Side::Upper, 1), "{way}");
        }
    }
}
