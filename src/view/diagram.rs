//! The diagram of one cell at one step: lines as thick as what they carry, with arrows, and boxes filled as far as their gates are
//! open. Going back, the same lines carry gradients the other way.

use leptos::prelude::*;

use engine::trace::{CellKind, Form, Operand, Pass, Quantity, Spot, norm};
use figures::diagram::{
    BOX, CURVE, CURVE_SCALE, Diagram as Drawn, Factor, HALF, Layered, Port, SIZE, Sign, Wire, diagram,
};
use model::sentences;
use words::page::words;
use words::{format, quantities};

use super::live::{flag, part, shows, text};
use super::store::Store;

/// The diagram of the cell that is shown.
#[component]
pub fn Diagram(cell: Memo<CellKind>, pass: Memo<Pass>) -> impl IntoView {
    let store: Store = expect_context();
    let drawn = Memo::new(move |_| {
        let form = store.run.with(|run| run.lane(cell.get()).trace.top().parameters.form);
        (cell.get(), form)
    });
    let note = move || match (pass.get(), drawn.get()) {
        (Pass::Backward, (CellKind::Rnn, _)) => words().rnn_slope_back,
        (Pass::Backward, _) => words().back_through_gates,
        (Pass::Forward, (CellKind::Rnn, _)) => words().read_by_rnn,
        (Pass::Forward, (CellKind::Lstm, _)) => words().read_by_gates,
        (Pass::Forward, (CellKind::Gru, form)) if form.reset_before => words().read_by_gru_before,
        (Pass::Forward, (CellKind::Gru, _)) => words().read_by_gru,
    };
    view! {
        <div class="diagram" data-cell=text(move || cell.get().key()) class:backward=flag(move || pass.get() == Pass::Backward)>
            {part(move || {
                let (cell, form) = drawn.get();
                whole(Values { store, cell }, form)
            })}
            <p class="diagram-note" use:shows=text(note)></p>
        </div>
    }
}

/// The drawing.
fn whole(values: Values, form: Form) -> impl IntoView {
    let Drawn { frame: [left, top, right, bottom], wires, boxes, signs, ports } = diagram(values.cell, form);
    let curve = (values.cell == CellKind::Rnn).then(|| curve(values, form.relu));
    view! {
        <svg viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) role="img" aria-labelledby="inspected">
            <rect class="frame" x=left y=top width=right - left height=bottom - top rx="12"></rect>
            {wires.into_iter().map(|wire| drawn_wire(values, form, wire)).collect_view()}
            {curve}
            {boxes.into_iter().map(|own| layered(values, own)).collect_view()}
            {signs.into_iter().map(sign).collect_view()}
            {ports.into_iter().map(|own| port(values, own)).collect_view()}
        </svg>
    }
}

/// The numbers that move the drawing.
#[derive(Clone, Copy)]
pub struct Values {
    /// Where they are from.
    pub store: Store,
    /// The cell that is shown.
    pub cell: CellKind,
}

impl Values {
    /// A number of the unit that is shown; so many steps from its step.
    pub fn number(self, quantity: Quantity, shift: isize, gradient: bool) -> f64 {
        let focus = self.store.shown.get();
        // While another cell's drawing takes over, this one has nothing to show.
        if focus.cell != self.cell {
            return 0.0;
        }
        let spot = Spot { step: focus.step, unit: focus.unit };
        self.store.run.with(|run| Operand { quantity, gradient, shift }.number(&run.lane(self.cell).trace, spot))
    }

    /// Whether the backward pass is shown.
    pub fn backward(self) -> bool {
        self.store.shown.with(|f| f.pass == Pass::Backward)
    }

    /// What a wire carries: the value, or going back the gradient; of an input of several numbers,
    /// its length.
    pub fn carried(self, quantity: Quantity, shift: isize) -> f64 {
        let backward = self.backward();
        if !self.is_vector(quantity) {
            return self.number(quantity, shift, backward);
        }
        let step = self.store.shown.get().step;
        self.store.run.with(|run| {
            let x = run.lane(self.cell).trace.top().channel(quantity);
            norm(if backward { &x.gradient } else { &x.value }.at(step))
        })
    }

    /// A number as it is written; a question may veil it.
    pub fn told(
        self,
        quantity: Quantity,
        shift: isize,
        gradient: bool,
        number: f64,
        write: fn(f64) -> String,
    ) -> String {
        let spot = self.store.shown.with(|focus| Spot { step: focus.step, unit: focus.unit });
        if self.store.veils(self.cell, Operand { quantity, gradient, shift }, spot) {
            words::lesson::words().veil.to_owned()
        } else {
            write(number)
        }
    }

    /// Whether one number of this unit does not stand for it: the input has numbers of its own.
    fn is_vector(self, quantity: Quantity) -> bool {
        quantity == Quantity::X && self.store.run.with(|run| run.lane(self.cell).trace.top().parameters.input() != 1)
    }

    /// What stands before and after the symbol of what a wire carries.
    pub fn around(self, quantity: Quantity) -> (&'static str, &'static str) {
        match (self.is_vector(quantity), self.backward()) {
            (false, false) => ("", ""),
            (false, true) => ("∂L/∂", ""),
            (true, false) => ("‖", "‖"),
            (true, true) => ("‖∂L/∂", "‖"),
        }
    }

    /// How much a wire carries: a product; going back the gradient, if it is of one number.
    fn worth(self, wire: &Wire) -> Option<f64> {
        if self.backward() {
            return wire.gradient.map(|(quantity, shift)| self.carried(quantity, shift));
        }
        let factor = |own: &Factor| match own {
            Factor { quantity, rest: true, .. } => 1.0 - self.carried(*quantity, 0),
            Factor { quantity, shift, .. } => self.carried(*quantity, *shift),
        };
        (!wire.value.is_empty()).then(|| wire.value.iter().map(factor).product())
    }

    /// How thick a wire is, in pixels of the drawing: linear in the value; going back, the logarithm
    /// of the gradient over four decades below the largest of this unit and step.
    pub fn thickness(self, wire: &Wire) -> f64 {
        let x = self.worth(wire).unwrap_or(0.0).abs();
        if !self.backward() {
            return 1.5 + 4.5 * x.min(1.0);
        }
        let all = self.cell.quantities().iter().map(|&q| self.number(q, 0, true).abs());
        let largest = all.filter(|g| g.is_finite()).fold(0.0, f64::max);
        if x == 0.0 || !x.is_finite() || largest == 0.0 {
            1.5
        } else {
            1.5 + 4.5 * (1.0 + (x / largest).log10() / 4.0).clamp(0.0, 1.0)
        }
    }
}

/// A wire with its arrow; where its road is closed, with a barrier.
fn drawn_wire(values: Values, form: Form, wire: Wire) -> impl IntoView {
    let wire = StoredValue::new(wire);
    let is_closed = wire.with_value(|wire| wire.road.is_some_and(|road| form.closed(road)));
    let is_lost = is_closed && wire.with_value(Wire::is_state);
    let line = text(move || wire.with_value(|wire| wire.path(values.backward())));
    let head = text(move || wire.with_value(|wire| wire.head(values.backward())));
    let thickness = text(move || format!("{:.2}px", wire.with_value(|wire| values.thickness(wire))));
    view! {
        <g class="wire" class:lost=is_lost>
            <path class="line" d=line style:stroke-width=thickness></path>
            <path class="head" d=head></path>
            {is_closed.then(|| view! { <path class="barrier" d=wire.with_value(Wire::barrier)></path> })}
        </g>
    }
}

/// What is done number by number.
fn sign(own: Sign) -> impl IntoView {
    let ((x, y), (across, down)) = (own.at, own.radius);
    let is_small = own.text.chars().count() > 1;
    view! {
        <g class="sign" class:small=is_small>
            <ellipse cx=x cy=y rx=across ry=down></ellipse>
            <text x=x y=y + 5.0>
                {own.text}
            </text>
        </g>
    }
}

/// What a layer makes, in words.
pub fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Forget => words().bar_forget,
        Quantity::Input => words().bar_input,
        Quantity::Output => words().bar_output,
        Quantity::Update => words().bar_update,
        Quantity::Reset => words().bar_reset,
        Quantity::NewHidden => words().bar_hidden_part,
        Quantity::New => words().bar_new_state,
        _ => words().bar_candidate,
    }
}

/// A layer as a box: its function and number inside, its letter at what leaves it, its name below what it reads. A gate's box is
/// filled as far as it is open, a candidate's from the middle.
fn layered(values: Values, own: Layered) -> impl IntoView {
    let Layered { x, quantity, signed, function } = own;
    let (top, height) = (BOX.0, BOX.1 - BOX.0);
    let value = move || values.number(quantity, 0, false);
    let scale = move || {
        let v = value();
        let v = if v.is_finite() { v.clamp(-1.0, 1.0) } else { 0.0 };
        format!("scaleY({:.4})", if signed { -v } else { v })
    };
    let (y, part) = if signed { (top + height / 2.0, height / 2.0) } else { (top, height) };
    let number = move || {
        let number = if values.backward() { values.number(quantity, 0, true) } else { value() };
        values.told(quantity, 0, values.backward(), number, format::brief)
    };
    let lines = name(quantity).split(' ').zip([243.0, 259.0]);
    let lines = lines.map(|(line, y)| view! { <text class="name" x=x y=y>{line}</text> }).collect_view();
    view! {
        <g class="layered">
            <title>{quantities::name(quantity)}</title>
            <rect class="empty" x=x - HALF y=top width=2.0 * HALF height=height></rect>
            <rect
                class=if signed { "full from-middle" } else { "full" }
                x=x - HALF
                y=y
                width=2.0 * HALF
                height=part
                style:transform=text(scale)
            ></rect>
            <rect class="edge" x=x - HALF y=top width=2.0 * HALF height=height rx="4"></rect>
            <text class="function" x=x y=top + 16.0>
                {function}
            </text>
            <text class="number" x=x y=top + 33.0 use:shows=text(number)></text>
            <text class="letter" x=x - 15.0 y=top - 6.0>
                {quantity.symbol().0}
            </text>
            {lines}
        </g>
    }
}

/// A step, from the one that is shown.
pub fn time(shift: isize) -> &'static str {
    if shift < 0 { "t−1" } else { "t" }
}

/// The name and number of what enters or leaves.
fn port(values: Values, own: Port) -> impl IntoView {
    let Port { at: (x, y), ends, stacked, quantity, shift } = own;
    let anchor = if ends { "end" } else { "start" };
    let time = time(shift);
    let told = move || values.told(quantity, shift, values.backward(), values.carried(quantity, shift), format::short);
    let after = text(move || {
        let after = values.around(quantity).1;
        if stacked { after.to_owned() } else { format!("{after} = {}", told()) }
    });
    let below =
        stacked.then(|| view! { <text class="port" x=x y=y + 16.0 text-anchor=anchor use:shows=text(told)></text> });
    view! {
        <text class="port" x=x y=y text-anchor=anchor>
            <tspan use:shows=text(move || values.around(quantity).0)></tspan>
            <tspan class="letter">{quantity.symbol().0}</tspan>
            <tspan class="time" dy="3">
                {time}
            </tspan>
            <tspan dy="-3" use:shows=after></tspan>
        </text>
        {below}
    }
}

/// The slope of relu or tanh, from its result.
pub fn slope_of(relu: bool, h: f64) -> f64 {
    if relu { f64::from(h > 0.0) } else { 1.0 - h * h }
}

/// The RNN's one function as a curve, with where this unit is on it, and how steep it is there.
fn curve(values: Values, relu: bool) -> impl IntoView {
    let [left, top, right, bottom] = CURVE;
    let (middle_x, middle_y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    let (across, up) = CURVE_SCALE;
    let curve: String = (-30..=30)
        .map(|i| {
            let a = f64::from(i) / 10.0;
            let y = if relu { a.clamp(0.0, 1.2) } else { a.tanh() };
            format!("{}{:.1} {:.1}", if i == -30 { "M" } else { "L" }, middle_x + a * across, middle_y - y * up)
        })
        .collect();
    let a = move || values.number(Quantity::PreActivation, 0, false);
    let h = move || values.number(Quantity::Hidden, 0, false);
    let at = move || {
        let x = if a().is_finite() { a().clamp(-3.2, 3.2) } else { 0.0 };
        (middle_x + x * across, middle_y - h().min(1.2) * up)
    };
    let tangent = move || {
        let (x, y) = at();
        let slope = slope_of(relu, h()) * up / across;
        let reach = 34.0 / (1.0 + slope * slope).sqrt();
        format!("M{:.1} {:.1}L{:.1} {:.1}", x - reach, y + slope * reach, x + reach, y - slope * reach)
    };
    // The slope tells the state.
    let told = move || values.told(Quantity::Hidden, 0, false, slope_of(relu, h()), format::short);
    let function = if relu { "relu" } else { "tanh" };
    let slope = move || format!("{function}′ = {}", told());
    view! {
        <rect class="plate" x=left y=top width=right - left height=bottom - top rx="4"></rect>
        <path class="axis" d=format!("M{left} {middle_y}H{right}M{middle_x} {top}V{bottom}")></path>
        <path class="curve" d=curve></path>
        <path class="tangent" d=text(tangent)></path>
        <circle class="dot" cx=text(move || format!("{:.1}", at().0)) cy=text(move || format!("{:.1}", at().1)) r="5"></circle>
        <text class="function" x=left + 22.0 y=top + 18.0>
            {function}
        </text>
        <text class="number" x=middle_x y="44" use:shows=text(slope)></text>
        <text class="name" x=middle_x y="60">
            {sentences::slope(relu)}
        </text>
        {weight((44.0, 246.0), "hh")}
        {weight((126.0, 259.0), "ih")}
    }
}

/// By which weights what comes by a line is multiplied.
fn weight((x, y): (f64, f64), index: &'static str) -> impl IntoView {
    view! {
        <text class="name" x=x y=y>
            {"× W"}
            <tspan class="time" dy="3">
                {index}
            </tspan>
        </text>
    }
}
