//! The drawing of one cell at one step, in the geometry that every student knows: x from below, h from the left along the bottom,
//! c along the top, functions in boxes, × and + in circles. Numbers are the page's; places are in its CSS pixels.

use engine::trace::{CellKind, Form, Quantity, Road};

/// How wide and how high a drawing is.
pub const SIZE: (f64, f64) = (352.0, 292.0);
/// Half of a box's width.
pub const HALF: f64 = 28.0;
/// The upper and the lower edge of a box.
pub const BOX: (f64, f64) = (146.0, 186.0);
/// Where the state goes along, at the top, and where all that is read does, at the bottom.
const TOP: f64 = 62.0;
const BUS: f64 = 226.0;
/// The radius of a sign.
const ROUND: f64 = 10.0;
/// How long an arrow's head is, and half of its width.
const HEAD: (f64, f64) = (8.0, 5.5);
/// The radius of a wire's corner.
const CORNER: f64 = 6.0;

type Place = (f64, f64);

/// The drawing of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagram {
    /// Left, top, right and bottom of the cell.
    pub frame: [f64; 4],
    /// Its lines, each with an arrow's head.
    pub wires: Vec<Wire>,
    /// Its boxes, each a layer of weights and a function.
    pub boxes: Vec<Layered>,
    /// What is done number by number.
    pub signs: Vec<Sign>,
    /// What enters and leaves.
    pub ports: Vec<Port>,
}

/// A line from where a number is made to where it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// Its corners, from where the forward pass begins.
    pub points: Vec<Place>,
    /// What it carries forward, a product; the whole of x and h, if it has no factor.
    pub value: Vec<Factor>,
    /// The quantity of whose gradient it is that it carries back, and of which step, if that is one number.
    pub gradient: Option<(Quantity, isize)>,
    /// The road by which the gradient goes back along it to the step before.
    pub road: Option<Road>,
}

/// A factor of what a wire carries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The quantity.
    pub quantity: Quantity,
    /// 0 of this step, −1 of the one before.
    pub shift: isize,
    /// Whether it is what is left of 1.
    pub rest: bool,
}

/// A layer of weights and its function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layered {
    /// Its middle.
    pub x: f64,
    /// What it makes.
    pub quantity: Quantity,
    /// Whether that is between −1 and 1, and not a gate.
    pub signed: bool,
    /// Its function, as it is written.
    pub function: &'static str,
}

/// What is done number by number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// Its middle.
    pub at: Place,
    /// Half of its width and of its height.
    pub radius: (f64, f64),
    /// As it is written.
    pub text: &'static str,
}

/// The name and number of what enters or leaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Port {
    /// Where its name stands.
    pub at: Place,
    /// Whether it ends there.
    pub ends: bool,
    /// Whether its number stands below its name.
    pub stacked: bool,
    /// What it is.
    pub quantity: Quantity,
    /// 0 of this step, −1 of the one before.
    pub shift: isize,
}

impl Wire {
    /// The line's corners; it stops inside the arrow's head, which going back is at its other end.
    #[must_use]
    pub fn line(&self, backward: bool) -> Vec<Place> {
        let mut points = self.points.clone();
        let (last, before) = if backward { (0, 1) } else { (points.len() - 1, points.len() - 2) };
        points[last] = toward(points[last], points[before], HEAD.0 - 1.0);
        points
    }

    /// The line with round corners.
    #[must_use]
    pub fn path(&self, backward: bool) -> String {
        let points = self.line(backward);
        let mut path = format!("M{:.1} {:.1}", points[0].0, points[0].1);
        for corner in points.windows(3) {
            let [from, at, to] = [corner[0], corner[1], corner[2]];
            let (a, b) = (toward(at, from, CORNER), toward(at, to, CORNER));
            path += &format!("L{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}", a.0, a.1, at.0, at.1, b.0, b.1);
        }
        let (x, y) = points[points.len() - 1];
        path + &format!("L{x:.1} {y:.1}")
    }

    /// The corners of the arrow's head, its tip first.
    #[must_use]
    pub fn arrow(&self, backward: bool) -> [Place; 3] {
        let count = self.points.len();
        let (tip, from) =
            if backward { (self.points[0], self.points[1]) } else { (self.points[count - 1], self.points[count - 2]) };
        let base = toward(tip, from, HEAD.0);
        let (across, down) = ((tip.1 - base.1) / HEAD.0 * HEAD.1, (base.0 - tip.0) / HEAD.0 * HEAD.1);
        [tip, (base.0 + across, base.1 + down), (base.0 - across, base.1 - down)]
    }

    /// The arrow's head.
    #[must_use]
    pub fn head(&self, backward: bool) -> String {
        let [tip, left, right] = self.arrow(backward);
        format!("M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z", tip.0, tip.1, left.0, left.1, right.0, right.1)
    }

    /// The ends of a barrier across it, before its end.
    #[must_use]
    pub fn bar(&self) -> [Place; 2] {
        let (end, from) = (self.points[self.points.len() - 1], self.points[self.points.len() - 2]);
        let (x, y) = toward(end, from, 16.0);
        if from.1 == end.1 { [(x, y - 13.0), (x, y + 13.0)] } else { [(x - 13.0, y), (x + 13.0, y)] }
    }

    /// The barrier.
    #[must_use]
    pub fn barrier(&self) -> String {
        let [from, to] = self.bar();
        if from.0 == to.0 {
            format!("M{:.1} {:.1}V{:.1}", from.0, from.1, to.1)
        } else {
            format!("M{:.1} {:.1}H{:.1}", from.0, from.1, to.0)
        }
    }

    /// Whether it carries the state of the step before, and nothing else.
    #[must_use]
    pub fn is_state(&self) -> bool {
        matches!(self.value[..], [Factor { shift: -1, rest: false, .. }])
    }
}

/// A place so far from another, on the way to a third; no further than half of it.
fn toward(from: Place, to: Place, far: f64) -> Place {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    let part = if length > 0.0 { (far / length).min(0.5) } else { 0.0 };
    (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
}

fn factor(quantity: Quantity, shift: isize) -> Factor {
    Factor { quantity, shift, rest: false }
}

/// A wire that carries a quantity of this step, or of one before.
fn one(points: &[Place], quantity: Quantity, shift: isize) -> Wire {
    let gradient = Some((quantity, shift));
    Wire { points: points.to_vec(), value: vec![factor(quantity, shift)], gradient, road: None }
}

/// A wire that carries a product into a sum, whose gradient it hands back.
fn product(points: &[Place], factors: [Factor; 2], sum: Quantity) -> Wire {
    Wire { points: points.to_vec(), value: factors.to_vec(), gradient: Some((sum, 0)), road: None }
}

/// A wire that carries the whole of x and h to a box, on a road.
fn read(points: &[Place], road: Road) -> Wire {
    Wire { points: points.to_vec(), value: vec![], gradient: None, road: Some(road) }
}

fn by(road: Road, wire: Wire) -> Wire {
    Wire { road: Some(road), ..wire }
}

fn sign(at: Place, text: &'static str) -> Sign {
    Sign { at, radius: (ROUND, ROUND), text }
}

fn port(at: Place, ends: bool, stacked: bool, quantity: Quantity, shift: isize) -> Port {
    Port { at, ends, stacked, quantity, shift }
}

/// The drawing of a cell in its form.
#[must_use]
pub fn diagram(cell: CellKind, form: Form) -> Diagram {
    match cell {
        CellKind::Rnn => rnn(),
        CellKind::Lstm => lstm(form),
        CellKind::Gru => gru(form),
    }
}

/// Where the RNN's curve is drawn: left, top, right and bottom.
pub const CURVE: [f64; 4] = [84.0, 66.0, 256.0, 180.0];
/// How wide and how high 1 is there; it is drawn from −3 to 3.
pub const CURVE_SCALE: (f64, f64) = (26.0, 46.0);

fn rnn() -> Diagram {
    use Quantity::{Hidden, PreActivation, X};
    let (sum, middle, out) = (96.0, 170.0, 292.0);
    let wires = vec![
        by(Road::Recurrent, one(&[(0.0, BUS), (sum - ROUND, BUS)], Hidden, -1)),
        one(&[(sum, SIZE.1), (sum, BUS + ROUND)], X, 0),
        one(&[(sum + ROUND, BUS), (middle, BUS), (middle, CURVE[3])], PreActivation, 0),
        one(&[(CURVE[2], 122.0), (out, 122.0), (out, BUS), (SIZE.0, BUS)], Hidden, 0),
        one(&[(out, 122.0), (out, 8.0)], Hidden, 0),
    ];
    let ports = vec![
        port((4.0, 203.0), false, true, Hidden, -1),
        port((348.0, 244.0), true, true, Hidden, 0),
        port((178.0, 209.0), false, false, PreActivation, 0),
        port((104.0, 287.0), false, false, X, 0),
    ];
    Diagram { frame: [40.0, 24.0, 322.0, 268.0], wires, boxes: vec![], signs: vec![sign((sum, BUS), "+")], ports }
}

fn lstm(form: Form) -> Diagram {
    use Quantity::{Candidate, Cell, CellTanh, Forget, Hidden, Input, Output, X};
    let [x, f, i, g, o, out, up] = [44.0, 82.0, 142.0, 202.0, 262.0, 304.0, 328.0];
    let (mixed, read_at, tanh) = (112.0, 132.0, 92.0);
    let (above, below) = BOX;
    let told = if form.linear_output { Cell } else { CellTanh };
    let wires = vec![
        by(Road::Carry, one(&[(0.0, TOP), (f - ROUND, TOP)], Cell, -1)),
        product(&[(f + ROUND, TOP), (g - ROUND, TOP)], [factor(Forget, 0), factor(Cell, -1)], Cell),
        one(&[(g + ROUND, TOP), (SIZE.0, TOP)], Cell, 0),
        one(&[(f, above), (f, TOP + ROUND)], Forget, 0),
        one(&[(i, above), (i, mixed), (g - ROUND, mixed)], Input, 0),
        one(&[(g, above), (g, mixed + ROUND)], Candidate, 0),
        product(&[(g, mixed - ROUND), (g, TOP + ROUND)], [factor(Input, 0), factor(Candidate, 0)], Cell),
        one(&[(out, TOP), (out, tanh - 12.0)], told, 0),
        one(&[(out, tanh + 12.0), (out, read_at - ROUND)], told, 0),
        one(&[(o, above), (o, read_at), (out - ROUND, read_at)], Output, 0),
        one(&[(out, read_at + ROUND), (out, BUS), (SIZE.0, BUS)], Hidden, 0),
        one(&[(up, BUS), (up, 8.0)], Hidden, 0),
        one(&[(x, SIZE.1), (x, BUS)], X, 0),
        read(&[(f, BUS), (f, below)], Road::Forget),
        read(&[(i, BUS), (i, below)], Road::Input),
        read(&[(g, BUS), (g, below)], Road::Candidate),
        read(&[(0.0, BUS), (o, BUS), (o, below)], Road::Output),
    ];
    let layered = |x, quantity, signed| Layered { x, quantity, signed, function: if signed { "tanh" } else { "σ" } };
    let candidate =
        Layered { function: if form.linear_candidate { "=" } else { "tanh" }, ..layered(g, Candidate, true) };
    let boxes = vec![layered(f, Forget, false), layered(i, Input, false), candidate, layered(o, Output, false)];
    let signs = vec![
        sign((f, TOP), "×"),
        sign((g, TOP), "+"),
        sign((g, mixed), "×"),
        Sign { at: (out, tanh), radius: (18.0, 12.0), text: if form.linear_output { "=" } else { "tanh" } },
        sign((out, read_at), "×"),
    ];
    let ports = vec![
        port((4.0, 46.0), false, false, Cell, -1),
        port((320.0, 46.0), true, false, Cell, 0),
        port((4.0, 203.0), false, true, Hidden, -1),
        port((348.0, 244.0), true, true, Hidden, 0),
        port((53.0, 287.0), false, false, X, 0),
    ];
    Diagram { frame: [32.0, 26.0, 338.0, 268.0], wires, boxes, signs, ports }
}

fn gru(form: Form) -> Diagram {
    use Quantity::{Hidden, New, NewHidden, NewPre, Reset, Update, X};
    let [tap, z, r, m, n, up] = [44.0, 82.0, 142.0, 210.0, 286.0, 328.0];
    let (rest, mixed, beside) = (98.0, 124.0, n - HALF - 12.0);
    let (above, below) = BOX;
    let middle = f64::midpoint(above, below);
    let kept = Factor { rest: true, ..factor(Update, 0) };
    // The reset gate acts on what the weights have made of h, or before them on h itself.
    let (reset, between) = if form.reset_before { ((m, 206.0), (r + m) / 2.0) } else { ((m, mixed), m) };
    let mut wires = vec![
        by(Road::Carry, one(&[(0.0, TOP), (z - ROUND, TOP)], Hidden, -1)),
        product(&[(z + ROUND, TOP), (n - ROUND, TOP)], [factor(Update, 0), factor(Hidden, -1)], Hidden),
        one(&[(n + ROUND, TOP), (SIZE.0, TOP)], Hidden, 0),
        one(&[(up, TOP), (up, 8.0)], Hidden, 0),
        one(&[(z, above), (z, TOP + ROUND)], Update, 0),
        one(&[(z, rest), (r - 13.0, rest)], Update, 0),
        Wire { points: vec![(r + 13.0, rest), (n - ROUND, rest)], value: vec![kept], gradient: None, road: None },
        one(&[(n, above), (n, rest + ROUND)], New, 0),
        product(&[(n, rest - ROUND), (n, TOP + ROUND)], [kept, factor(New, 0)], Hidden),
        one(&[(tap, SIZE.1), (tap, BUS)], X, 0),
        read(&[(z, BUS), (z, below)], Road::Update),
        read(&[(r, BUS), (r, below)], Road::Reset),
        Wire { road: None, ..read(&[(tap, TOP), (tap, BUS), (n, BUS), (n, below)], Road::New) },
    ];
    let into_new = [(beside, mixed), (beside, middle), (n - HALF, middle)];
    if form.reset_before {
        wires.extend([
            one(&[(r, above), (r, mixed), (between, mixed), (between, reset.1), (m - ROUND, reset.1)], Reset, 0),
            Wire { road: None, ..read(&[(m, BUS), (m, reset.1 + ROUND)], Road::New) },
            read(&[(m, reset.1 - ROUND), (m, below)], Road::New),
            one(&[&[(m, above), (m, mixed)], &into_new[..]].concat(), NewHidden, 0),
        ]);
    } else {
        wires.extend([
            one(&[(r, above), (r, mixed), (m - ROUND, mixed)], Reset, 0),
            read(&[(m, BUS), (m, below)], Road::New),
            one(&[(m, above), (m, mixed + ROUND)], NewHidden, 0),
            product(&[&[(m + ROUND, mixed)], &into_new[..]].concat(), [factor(Reset, 0), factor(NewHidden, 0)], NewPre),
        ]);
    }
    let gate = |x, quantity| Layered { x, quantity, signed: false, function: "σ" };
    let signed = |x, quantity, function| Layered { x, quantity, signed: true, function };
    let boxes = vec![gate(z, Update), gate(r, Reset), signed(m, NewHidden, "W"), signed(n, New, "tanh")];
    let signs = vec![
        sign((z, TOP), "×"),
        sign((n, TOP), "+"),
        Sign { at: (r, rest), radius: (13.0, 11.0), text: "1−" },
        sign((n, rest), "×"),
        sign(reset, "×"),
    ];
    let ports = vec![
        port((4.0, 46.0), false, false, Hidden, -1),
        port((320.0, 46.0), true, false, Hidden, 0),
        port((53.0, 287.0), false, false, X, 0),
    ];
    Diagram { frame: [32.0, 26.0, 338.0, 268.0], wires, boxes, signs, ports }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(CellKind, Diagram)> {
        let mut changed = Form::default();
        (changed.reset_before, changed.linear_output, changed.linear_candidate) = (true, true, true);
        [Form::default(), changed]
            .into_iter()
            .flat_map(|form| CellKind::ALL.map(|cell| (cell, diagram(cell, form))))
            .collect()
    }

    fn is_on(wire: &Wire, (x, y): Place) -> bool {
        wire.points.windows(2).any(|ends| {
            let (low, high) = (ends[0].0.min(ends[1].0), ends[0].0.max(ends[1].0));
            let (top, bottom) = (ends[0].1.min(ends[1].1), ends[0].1.max(ends[1].1));
            (low..=high).contains(&x) && (top..=bottom).contains(&y)
        })
    }

    #[test]
    fn every_wire_is_upright_or_level_and_leads_from_something_to_something() {
        for (cell, own) in all() {
            for wire in &own.wires {
                assert!(
                    wire.points.windows(2).all(|ends| ends[0].0 == ends[1].0 || ends[0].1 == ends[1].1),
                    "{cell:?}: {wire:?}"
                );
                for (x, y) in [wire.points[0], wire.points[wire.points.len() - 1]] {
                    let outside = x == 0.0 || x == SIZE.0 || y == SIZE.1 || y == 8.0;
                    let boxed = own.boxes.iter().any(|own| (own.x - x).abs() <= HALF && (BOX.0..=BOX.1).contains(&y));
                    let signed = own.signs.iter().any(|own| {
                        let (dx, dy) = ((own.at.0 - x).abs(), (own.at.1 - y).abs());
                        (dx == own.radius.0 && dy == 0.0) || (dx == 0.0 && dy == own.radius.1)
                    });
                    let curved = cell == CellKind::Rnn
                        && (CURVE[0]..=CURVE[2]).contains(&x)
                        && (CURVE[1]..=CURVE[3]).contains(&y);
                    let joined = own.wires.iter().any(|other| other != wire && is_on(other, (x, y)));
                    assert!(outside || boxed || signed || curved || joined, "{cell:?}: nothing at {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn nothing_overlaps_and_all_lies_inside() {
        for (cell, own) in all() {
            for (place, one) in own.boxes.iter().enumerate() {
                for other in &own.boxes[..place] {
                    assert!((one.x - other.x).abs() > 2.0 * HALF, "{cell:?}: {one:?} lies on {other:?}");
                }
            }
            let inside = |(x, y): Place| (0.0..=SIZE.0).contains(&x) && (0.0..=SIZE.1).contains(&y);
            assert!(own.wires.iter().flat_map(|wire| &wire.points).all(|at| inside(*at)));
            assert!(own.ports.iter().all(|port| inside(port.at)) && own.signs.iter().all(|sign| inside(sign.at)));
        }
    }

    #[test]
    fn every_road_of_a_cell_can_be_barred_once() {
        for (cell, own) in all() {
            for road in cell.roads() {
                assert_eq!(own.wires.iter().filter(|wire| wire.road == Some(*road)).count(), 1, "{cell:?}: {road:?}");
            }
        }
    }

    #[test]
    fn arrows_lead_the_other_way_going_back() {
        let wire = one(&[(0.0, 62.0), (74.0, 62.0)], Quantity::Cell, -1);
        assert_eq!(wire.path(false), "M0.0 62.0L67.0 62.0");
        assert_eq!(wire.head(false), "M74.0 62.0L66.0 56.5L66.0 67.5Z");
        assert_eq!(wire.path(true), "M7.0 62.0L74.0 62.0");
        assert_eq!(wire.head(true), "M0.0 62.0L8.0 67.5L8.0 56.5Z");
        assert_eq!(wire.barrier(), "M58.0 49.0V75.0");
        assert!(wire.is_state());
    }
}
