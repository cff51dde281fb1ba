//! Two units that read nothing, h ← tanh(W h + b), in the plane of their states: where they come to rest, whether they come back
//! there after a push, and where each place of the plane ends.

/// The states of both units.
pub type State = [f64; 2];

/// Steps after which a place that has come nowhere is looked at more closely.
const MOST_STEPS: usize = 250;
/// How near to a state at rest a place must be to end there; nearer still where another state at rest is near.
const NEAR: f64 = 0.05;
/// A place that moves less in a step stands still.
const STILL: f64 = 1e-9;
/// So many steps the largest distance from a state at rest is taken over.
const WINDOW: usize = 64;
/// Between the places that are worked out first, in each direction.
const COARSE: usize = 12;
/// Starts of Newton's method in each direction, and where those have not found all.
const STARTS: [usize; 3] = [11, 31, 81];
/// The most of its steps.
const MOST_TRIES: usize = 120;
/// What Newton's slopes are kept away from 0 by.
const TINY: f64 = 1e-14;
/// Two states at rest are not the same if they are farther apart.
const APART: f64 = 1e-5;

/// Two units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// W, row by row: what a unit reads of each unit.
    pub w: [[f64; 2]; 2],
    /// The biases.
    pub b: State,
}

/// A state at rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rest {
    /// The state.
    pub h: State,
    /// The eigenvalues of the Jacobian diag(1 − h²) W there: real and imaginary part.
    pub eigenvalues: [(f64, f64); 2],
}

/// Where a place ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At a state at rest, by its place in the list.
    Rest(usize),
    /// Nowhere: it goes on for ever.
    Never,
}

/// Two units with their states at rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The units.
    pub pair: Pair,
    /// All states at rest, those that a place can end at first, from the largest h₁ on.
    pub rests: Vec<Rest>,
    /// How near to each of those a place ends there.
    near: Vec<f64>,
}

impl Rest {
    /// The largest modulus of an eigenvalue: what a small push grows by in a step, in the end.
    #[must_use]
    pub fn growth(&self) -> f64 {
        self.eigenvalues.iter().map(|(re, im)| re.hypot(*im)).fold(0.0, f64::max)
    }

    /// Whether a state comes back after a small push. Where the eigenvalue is 1 it does, slowly.
    #[must_use]
    pub fn is_stable(&self) -> bool {
        self.growth() <= 1.0 + 1e-12
    }
}

fn distance(a: State, b: State) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

impl Pair {
    /// The state one step on.
    #[must_use]
    pub fn next(&self, h: State) -> State {
        let at = |unit: usize| (self.w[unit][0] * h[0] + self.w[unit][1] * h[1] + self.b[unit]).tanh();
        [at(0), at(1)]
    }

    /// The Jacobian of a step that leads to a state.
    fn jacobian(&self, next: State) -> [[f64; 2]; 2] {
        let row = |unit: usize| self.w[unit].map(|w| (1.0 - next[unit] * next[unit]) * w);
        [row(0), row(1)]
    }

    fn rest(&self, h: State) -> Rest {
        let [[a, b], [c, d]] = self.jacobian(h);
        let half = f64::midpoint(a, d);
        // What stands below the root, without the difference of squares.
        let under = ((a - d) / 2.0).powi(2) + b * c;
        let root = under.abs().sqrt();
        let eigenvalues =
            if under < 0.0 { [(half, root), (half, -root)] } else { [(half + root, 0.0), (half - root, 0.0)] };
        Rest { h, eigenvalues }
    }

    /// A state at rest by Newton's method, from a start.
    fn found(&self, start: State) -> Option<State> {
        let mut h = start;
        for _ in 0..MOST_TRIES {
            let next = self.next(h);
            let off = [next[0] - h[0], next[1] - h[1]];
            let [[a, b], [c, d]] = self.jacobian(next);
            // A slope of 1 stops neither.
            let (a, d) = (a - 1.0 - TINY, d - 1.0 - TINY);
            let whole = a * d - b * c;
            if off == [0.0; 2] {
                break;
            }
            let by = [(b * off[1] - d * off[0]) / whole, (c * off[0] - a * off[1]) / whole];
            let to = [(h[0] + by[0]).clamp(-1.0, 1.0), (h[1] + by[1]).clamp(-1.0, 1.0)];
            if !(to[0].is_finite() && to[1].is_finite()) {
                return None;
            }
            let moved = distance(to, h);
            h = to;
            if moved <= f64::EPSILON {
                break;
            }
        }
        // What is left of 0 by rounding is 0.
        let h = h.map(|h| if h.abs() < TINY { 0.0 } else { h });
        (distance(self.next(h), h) < 1e-13).then_some(h)
    }

    /// All states at rest. The square is led into itself, so the signs of det(1 − J) add up to 1: where they do not, there are more.
    fn rests(&self) -> Vec<Rest> {
        let mut all: Vec<Rest> = vec![];
        for starts in STARTS {
            let place = |n: usize| 2.0 * (n as f64 + 0.5) / starts as f64 - 1.0;
            for start in (0..starts * starts).map(|n| [place(n % starts), place(n / starts)]) {
                if let Some(h) = self.found(start).filter(|h| all.iter().all(|rest| distance(rest.h, *h) > APART)) {
                    all.push(self.rest(h));
                }
            }
            let signs = all.iter().map(|rest| {
                let [[a, b], [c, d]] = self.jacobian(rest.h);
                let whole = (1.0 - a) * (1.0 - d) - b * c;
                if whole.abs() < 1e-9 { 1.0 } else { whole.signum() }
            });
            if signs.sum::<f64>() == 1.0 {
                break;
            }
        }
        let order = |h: f64| (h * 1e6).round();
        all.sort_by(|a, b| {
            let high = |rest: &Rest| (!rest.is_stable(), -order(rest.h[0]), -order(rest.h[1]));
            high(a).partial_cmp(&high(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        all
    }

    /// How many steps a state takes to come round once, on average over many, from a place that never rests; infinite where it does
    /// not go round.
    #[must_use]
    pub fn round(&self, from: State) -> f64 {
        const BEFORE: usize = 500;
        const OVER: usize = 4000;
        let mut h = (0..BEFORE).fold(from, |h, _| self.next(h));
        let mut way = Vec::with_capacity(OVER);
        for _ in 0..OVER {
            way.push(h);
            h = self.next(h);
        }
        let middle = [0, 1].map(|unit| way.iter().map(|h| h[unit]).sum::<f64>() / OVER as f64);
        let turned = way.windows(2).map(|pair| {
            let [[x, y], [u, v]] = [pair[0], pair[1]].map(|h| [h[0] - middle[0], h[1] - middle[1]]);
            (x * v - y * u).atan2(x * u + y * v).abs()
        });
        std::f64::consts::TAU * (OVER - 1) as f64 / turned.sum::<f64>()
    }
}

impl Plane {
    /// Two units with their states at rest.
    #[must_use]
    pub fn of(pair: Pair) -> Self {
        let rests = pair.rests();
        let near = |n: usize| {
            let others = rests.iter().enumerate().filter(|(other, _)| *other != n);
            others.map(|(_, other)| distance(other.h, rests[n].h) / 4.0).fold(NEAR, f64::min)
        };
        let near = (0..rests.iter().filter(|rest| rest.is_stable()).count()).map(near).collect();
        Self { pair, rests, near }
    }

    /// The states at rest that a place can end at.
    #[must_use]
    pub fn stable(&self) -> &[Rest] {
        &self.rests[..self.near.len()]
    }

    /// Where a place ends.
    #[must_use]
    pub fn end(&self, from: State) -> End {
        if self.near.is_empty() {
            return End::Never;
        }
        let mut h = from;
        for _ in 0..MOST_STEPS {
            let here = |(rest, near): (&Rest, &f64)| distance(rest.h, h) < *near;
            if let Some(place) = self.stable().iter().zip(&self.near).position(here) {
                return End::Rest(place);
            }
            let next = self.pair.next(h);
            // It lies on a boundary, and came to the state there that pushes away: it counts to a side.
            let still = distance(next, h) < STILL;
            h = if still { [next[0] + 2.0 * STILL, next[1] + STILL] } else { next };
        }
        self.late(h)
    }

    /// Where a place ends that has not come near to any state at rest for long: it comes slowly, or never.
    fn late(&self, mut h: State) -> End {
        let off = |rest: &Rest| distance(rest.h, h);
        let nearest = self.stable().iter().enumerate().min_by(|a, b| off(a.1).total_cmp(&off(b.1)));
        let Some((place, rest)) = nearest else { return End::Never };
        let mut farthest = |steps: usize| {
            (0..steps).fold(0.0, |most: f64, _| {
                h = self.pair.next(h);
                most.max(distance(rest.h, h))
            })
        };
        let (before, _, after) = (farthest(WINDOW), farthest(WINDOW), farthest(WINDOW));
        if after < 0.995 * before { End::Rest(place) } else { End::Never }
    }

    /// Where the middle of each of `side` × `side` fields of the square ends, row by row from the largest h₂ down. Between places
    /// that end alike all are taken to end there: only where they do not, those in between are worked out.
    #[must_use]
    pub fn basins(&self, side: usize) -> Vec<End> {
        let mut fields = Fields { plane: self, side, ends: vec![None; side * side] };
        let mut marks: Vec<usize> = (0..side).step_by(COARSE).collect();
        if marks.last() != Some(&(side - 1)) {
            marks.push(side - 1);
        }
        for rows in marks.windows(2) {
            for columns in marks.windows(2) {
                fields.fill((columns[0], rows[0]), (columns[1], rows[1]));
            }
        }
        (0..side * side).map(|n| fields.end(n % side, n / side)).collect()
    }
}

/// Fields of the square that are filled.
struct Fields<'a> {
    plane: &'a Plane,
    side: usize,
    ends: Vec<Option<End>>,
}

impl Fields<'_> {
    fn end(&mut self, column: usize, row: usize) -> End {
        let place = row * self.side + column;
        if let Some(end) = self.ends[place] {
            return end;
        }
        let at = |n: usize| 2.0 * (n as f64 + 0.5) / self.side as f64 - 1.0;
        let end = self.plane.end([at(column), -at(row)]);
        self.ends[place] = Some(end);
        end
    }

    /// Fills a rectangle, its corners among the fields.
    fn fill(&mut self, (left, top): (usize, usize), (right, foot): (usize, usize)) {
        let corners = [(left, top), (right, top), (left, foot), (right, foot)].map(|(x, y)| self.end(x, y));
        if corners.iter().all(|end| *end == corners[0]) {
            for row in top..=foot {
                for end in &mut self.ends[row * self.side + left..=row * self.side + right] {
                    end.get_or_insert(corners[0]);
                }
            }
            return;
        }
        let middle = (usize::midpoint(left, right), usize::midpoint(top, foot));
        let halves = |low: usize, middle: usize, high: usize| {
            if middle == low { vec![(low, high)] } else { vec![(low, middle), (middle, high)] }
        };
        let (columns, rows) = (halves(left, middle.0, right), halves(top, middle.1, foot));
        if columns.len() + rows.len() == 2 {
            return;
        }
        for (top, foot) in rows {
            for (left, right) in &columns {
                self.fill((*left, top), (*right, foot));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plane(own: f64, cross: f64, back: f64, b: State) -> Plane {
        Plane::of(Pair { w: [[own, cross], [back, own]], b })
    }

    /// Worlds with one state at rest that attracts, two, four, three, and none.
    fn worlds() -> [(Plane, usize); 8] {
        [
            (plane(0.5, 0.3, 0.3, [0.2, -0.1]), 1),
            (plane(1.0, 0.8, 0.8, [0.0; 2]), 2),
            (plane(2.0, 0.2, 0.2, [0.0; 2]), 4),
            (plane(1.8, 0.3, 0.3, [0.2, 0.05]), 3),
            (plane(1.2, 0.9, -0.9, [0.0; 2]), 0),
            (plane(0.5, 0.6, -0.6, [0.1, 0.0]), 1),
            (plane(1.0, 0.0, 0.0, [0.0; 2]), 1),
            (plane(2.2, 0.5, -0.5, [0.05, -0.1]), 4),
        ]
    }

    #[test]
    fn a_world_has_as_many_stable_states_as_it_is_made_for() {
        for (plane, stable) in worlds() {
            assert_eq!(plane.stable().len(), stable, "{:?} {:?}", plane.pair, plane.rests);
            let signs = plane.rests.iter().filter(|rest| rest.growth() != 1.0).map(|rest| {
                let [[a, b], [c, d]] = plane.pair.jacobian(rest.h);
                ((1.0 - a) * (1.0 - d) - b * c).signum()
            });
            assert!(plane.pair.w[0] == [1.0, 0.0] || signs.sum::<f64>() == 1.0);
        }
    }

    /// A place ends where its steps lead it, and what is filled between alike places is what each of them comes to.
    #[test]
    fn every_field_ends_where_its_own_steps_lead() {
        const SIDE: usize = 60;
        for (plane, _) in worlds() {
            let ends = plane.basins(SIDE);
            let mut off = 0;
            for (n, end) in ends.iter().enumerate() {
                let at = |n: usize| 2.0 * (n as f64 + 0.5) / SIDE as f64 - 1.0;
                let from = [at(n % SIDE), -at(n / SIDE)];
                let last = (0..1500).fold(from, |h, _| plane.pair.next(h));
                if plane.rests[plane.stable().len()..].iter().any(|rest| distance(rest.h, last) < 1e-6) {
                    // On a boundary.
                    continue;
                }
                let here = plane.stable().iter().position(|rest| distance(rest.h, last) < 0.05);
                off += usize::from(here.map_or(End::Never, End::Rest) != *end);
            }
            assert_eq!(off, 0, "{:?}", plane.pair);
        }
    }

    #[test]
    fn without_a_state_at_rest_the_way_comes_round() {
        // Small circles turn by the angle of the eigenvalues.
        let slow = plane(0.81, 0.6, -0.6, [0.0; 2]).pair;
        let angle = (0.6_f64 / 0.81).atan();
        let round = slow.round([0.1, 0.0]);
        assert!((round / (std::f64::consts::TAU / angle) - 1.0).abs() < 0.02, "{round}");
        let there_and_back = plane(0.0, 2.0, 2.0, [0.0; 2]).pair.round([0.5, -0.5]);
        assert!((there_and_back - 2.0).abs() < 1e-9, "{there_and_back}");
    }
}
