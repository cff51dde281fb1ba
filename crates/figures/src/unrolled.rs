//! One network unrolled into a chain of cells, opened: the roads by which the error goes back from cell to cell, as wide and
//! as strong as what goes by them, and the gate that lets it pass. Numbers are of the run alone; places are in CSS pixels.

use engine::trace::{CellKind, Form, Layer, Quantity, Road, Trace};

use crate::returning::width;

/// What of the error arrives at the state of a cell, by each of its roads, as shares of the error at the loss. Together they
/// are what is left there of the gradient. A share is negative where its road works against the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrival {
    /// LSTM: along the cell state, past the forget gate. GRU: along h, past the update gate. RNN: there is no such road.
    pub straight: f64,
    /// Through the recurrent weights: LSTM along h, GRU by the new state and the gates, RNN all of it.
    pub through: f64,
}

impl Arrival {
    /// What went by a road.
    #[must_use]
    pub fn by(self, way: Way) -> f64 {
        match way {
            Way::Straight => self.straight,
            Way::Through => self.through,
        }
    }
}

/// A kind of road from cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The pipe: along the state, past a gate.
    Straight,
    /// Through the recurrent weights.
    Through,
}

impl Way {
    /// The roads of a cell, from the top.
    #[must_use]
    pub fn of(cell: CellKind) -> &'static [Self] {
        if cell == CellKind::Rnn { &[Self::Through] } else { &[Self::Straight, Self::Through] }
    }

    /// What it is called in a cell: the state that it carries, or that it makes.
    #[must_use]
    pub fn quantity(self, cell: CellKind) -> Quantity {
        match (self, cell) {
            (Self::Straight, CellKind::Lstm) => Quantity::Cell,
            (Self::Through, CellKind::Gru) => Quantity::New,
            _ => Quantity::Hidden,
        }
    }

    /// Whether nothing goes back by it: all of its roads are closed.
    #[must_use]
    pub fn is_closed(self, cell: CellKind, form: Form) -> bool {
        let mut own = cell.roads().iter().filter(|road| (**road == Road::Carry) == (self == Self::Straight));
        own.all(|road| form.closed(*road))
    }
}

/// The gate that is the valve of a cell's pipe.
#[must_use]
pub fn valve(cell: CellKind) -> Option<Quantity> {
    match cell {
        CellKind::Rnn => None,
        CellKind::Lstm => Some(Quantity::Forget),
        CellKind::Gru => Some(Quantity::Update),
    }
}

/// How far the valve is open at every step: the gate's mean over the units. Empty for a cell without one.
#[must_use]
pub fn openings(layer: &Layer) -> Vec<f64> {
    let mean = |gate: &[f64]| gate.iter().sum::<f64>() / gate.len() as f64;
    let of = |gate| (0..layer.steps()).map(|t| mean(layer.value(gate, t))).collect();
    valve(layer.cell()).map(of).unwrap_or_default()
}

/// What arrives at the state of each cell before the loss, in the order of the steps.
///
/// A road's share is ⟨g_k, g⟩ / ‖g‖², as in `engine::roads`, with g all that the next cell hands back to this one and g_k what
/// of it went by that road; here it is times what of the error is left.
#[must_use]
pub fn arrivals(trace: &Trace) -> Vec<Arrival> {
    let layer = trace.top();
    let whole = norm(&layer.state_gradient(trace.read));
    (0..trace.read).map(|t| arrival(trace, layer, t, whole)).collect()
}

fn arrival(trace: &Trace, layer: &Layer, t: usize, whole: f64) -> Arrival {
    let hidden = layer.hidden();
    let mut all = layer.state_gradient(t);
    // In a layer below another, what arrives from above has not come from the next cell.
    if let Some(above) = trace.arriving.get(t * hidden..(t + 1) * hidden) {
        all.iter_mut().zip(above).for_each(|(all, above)| *all -= above);
    }
    let left = norm(&all);
    if left == 0.0 {
        return Arrival { straight: 0.0, through: 0.0 };
    }
    let form = layer.parameters.form;
    let straight = match layer.cell() {
        CellKind::Rnn => 0.0,
        // What lies in c came along c, and what lies in h through the weights.
        CellKind::Lstm => (norm(&all[hidden..]) / left).powi(2),
        CellKind::Gru if form.closed(Road::Carry) => 0.0,
        CellKind::Gru => {
            let gate = layer.value(Quantity::Update, t + 1);
            let after = layer.gradient(Quantity::Hidden, t + 1);
            // Scaled first: the square of a gradient of 10⁻²⁰⁰ would underflow.
            gate.iter().zip(after).zip(&all).map(|((gate, after), own)| gate * (after / left) * (own / left)).sum()
        }
    };
    let left = left / whole;
    Arrival { straight: straight * left, through: (1.0 - straight) * left }
}

/// The Euclidean norm, scaled so that it does not underflow.
fn norm(of: &[f64]) -> f64 {
    let most = of.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if most > 0.0 { most * of.iter().map(|x| (x / most).powi(2)).sum::<f64>().sqrt() } else { most }
}

/// Below this many CSS pixels a step, a chain is a line: roads without cells.
const LEAST_COLUMN: f64 = 14.0;
/// From this many CSS pixels a step on, a cell has room for its letters and its number.
const WRITTEN: f64 = 38.0;
/// The widest that a cell is, and its share of a step.
const CELL: (f64, f64) = (46.0, 0.76);
/// The height of the whole, and of the word's wire above a cell.
const TALL: (f64, f64) = (70.0, 6.0);
/// The height of the whole where cells have no room for a number.
const SHORT: f64 = 56.0;
/// The largest width of a road, to both sides of its middle.
const HALF: f64 = 9.0;
/// How far the middles of the two roads, and that of a single one, lie below the top of a cell.
const STRAIGHT: f64 = 13.0;
const THROUGH: f64 = 35.0;
const ONLY: f64 = 24.0;
/// The foot of the number below the roads, and the line of gates' means, from the top of a cell.
const FOOT: f64 = 59.0;
const LINE: (f64, f64) = (48.0, 61.0);
/// The width of a valve's jaw, and the side of the box of the weights.
const JAW: f64 = 6.0;
const BOX: f64 = 17.0;

/// Where the parts of a chain lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// Which cell it is.
    pub cell: CellKind,
    /// How many steps.
    pub steps: usize,
    /// The width of the time axis.
    pub width: f64,
    /// How much larger than designed it is drawn.
    pub scale: f64,
}

/// A stretch of a road, with the error that goes back by it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Its road.
    pub way: Way,
    /// Its left end.
    pub from: f64,
    /// Its right end.
    pub to: f64,
    /// How far it reaches to both sides of the road's middle at its left end, from 0 to [`Places::half`].
    pub earlier: f64,
    /// The same at its right end.
    pub later: f64,
    /// How strong it is drawn, from 0 (as the paper) to 1.
    pub strength: f64,
    /// It works against the rest of the gradient.
    pub is_against: bool,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Places {
    /// The height of the whole.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.scale * if self.has_cells() && !self.is_written() { SHORT } else { TALL.0 }
    }

    /// The width of a step.
    #[must_use]
    pub fn column(&self) -> f64 {
        self.width / self.steps.max(1) as f64
    }

    /// Whether there is room for cells; else the chain is a line.
    #[must_use]
    pub fn has_cells(&self) -> bool {
        self.column() >= LEAST_COLUMN
    }

    /// Whether a cell has room for its letters and its number.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.column() >= WRITTEN * self.scale
    }

    /// The middle of a cell, which is that of the lanes' column.
    #[must_use]
    pub fn middle(&self, step: usize) -> f64 {
        (step as f64 + 0.5) * self.column()
    }

    /// The middle of a road.
    #[must_use]
    pub fn road(&self, way: Way) -> f64 {
        let below = match way {
            Way::Through if self.cell == CellKind::Rnn => ONLY,
            Way::Through => THROUGH,
            Way::Straight => STRAIGHT,
        };
        (TALL.1 + below) * self.scale
    }

    /// The most that a road reaches to both sides of its middle.
    #[must_use]
    pub fn half(&self) -> f64 {
        HALF * self.scale
    }

    /// The foot of the number in a cell.
    #[must_use]
    pub fn foot(&self) -> f64 {
        (TALL.1 + FOOT) * self.scale
    }

    /// Half the width of a cell; 0 where the chain is a line.
    fn reach(&self) -> f64 {
        if self.has_cells() { (0.5 * CELL.1 * self.column()).min(0.5 * CELL.0 * self.scale) } else { 0.0 }
    }

    /// The outline of a cell, also where the chain is a line.
    #[must_use]
    pub fn frame(&self, step: usize) -> Rect {
        let reach = if self.has_cells() { self.reach() } else { (0.5 * self.column()).max(1.0) };
        let top = TALL.1 * self.scale;
        Rect { x: self.middle(step) - reach, y: top, width: 2.0 * reach, height: self.height() - top - 1.0 }
    }

    /// The box of the weights, on the road that leads through them.
    #[must_use]
    pub fn weights(&self, step: usize) -> Rect {
        let side = BOX * self.scale;
        let (x, y) = (self.middle(step), self.road(Way::Through));
        Rect { x: x - 0.5 * side, y: y - 0.5 * side, width: side, height: side }
    }

    /// The two jaws of a cell's valve: closed they meet in the middle of the pipe, open they are gone.
    #[must_use]
    pub fn jaws(&self, step: usize, opening: f64) -> [Rect; 2] {
        let (half, y) = (self.half(), self.road(Way::Straight));
        let closed = if opening.is_nan() { 0.0 } else { half * (1.0 - opening.clamp(0.0, 1.0)) };
        let width = (JAW * self.scale).min(self.reach());
        let jaw = |y| Rect { x: self.middle(step) - 0.5 * width, y, width, height: closed };
        [jaw(y - half), jaw(y + half - closed)]
    }

    /// The mean of the gate as a point of a line, where the chain has no cells: 1 at the top.
    #[must_use]
    pub fn mean(&self, step: usize, opening: f64) -> (f64, f64) {
        let (top, foot) = ((TALL.1 + LINE.0) * self.scale, (TALL.1 + LINE.1) * self.scale);
        (self.middle(step), foot - (foot - top) * opening.clamp(0.0, 1.0))
    }

    /// The wire from the cell before into a cell, on a road: where it begins, and where its head ends.
    #[must_use]
    pub fn wire(&self, step: usize) -> (f64, f64) {
        let before = step.saturating_sub(1);
        (self.middle(before) + self.reach(), self.middle(step) - self.reach())
    }

    /// Where the barrier stands that closes a road: before the cell at which the loss is read.
    #[must_use]
    pub fn barrier(&self, read: usize) -> f64 {
        let (from, to) = self.wire(read);
        0.5 * (from + to)
    }

    /// The error on its way back. Between two cells a road has the width of what it carries there; it changes in the cells.
    #[must_use]
    pub fn pieces(&self, arrivals: &[Arrival]) -> Vec<Piece> {
        let ways = Way::of(self.cell).iter();
        let mut all: Vec<Piece> = ways.flat_map(|way| self.pieces_of(*way, arrivals)).collect();
        // The loss is read from h.
        if self.has_cells() {
            let (way, read) = (if self.cell == CellKind::Gru { Way::Straight } else { Way::Through }, arrivals.len());
            let middle = self.middle(read);
            all.push(self.piece(way, (middle, middle + self.reach()), (1.0, 1.0)));
        }
        all
    }

    fn pieces_of(&self, way: Way, arrivals: &[Arrival]) -> Vec<Piece> {
        let mut all = Vec::new();
        for (step, arrival) in arrivals.iter().enumerate() {
            let own = arrival.by(way);
            let (from, to) = self.wire(step + 1);
            all.push(self.piece(way, (from, to), (own, own)));
            if self.has_cells() {
                let (left, right) = (self.middle(step) - self.reach(), from);
                // In the first cell it ends, and in that of the loss it begins.
                all.push(match step.checked_sub(1).map(|before| arrivals[before].by(way)) {
                    Some(before) => self.piece(way, (left, right), (before, own)),
                    None => self.piece(way, (self.middle(step), right), (own, own)),
                });
                if step + 1 == arrivals.len() {
                    all.push(self.piece(way, (to, self.middle(step + 1)), (own, own)));
                }
            }
        }
        all
    }

    fn piece(&self, way: Way, (from, to): (f64, f64), (earlier, later): (f64, f64)) -> Piece {
        let (a, b) = (width(earlier.abs()), width(later.abs()));
        Piece {
            way,
            from,
            to,
            earlier: self.half() * a,
            later: self.half() * b,
            strength: (0.5 * (a + b)).powi(2),
            is_against: earlier + later < 0.0,
        }
    }
}
