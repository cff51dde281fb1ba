//! The diagram of one cell at one step, one drawing a cell: wires as thick as what they carry,
//! gates as bars. Going back, the same wires carry gradients.

use leptos::prelude::*;

use engine::trace::{CellKind, Operand, Pass, Quantity, Spot, norm};
use model::sentences;
use words::page::words;
use words::{format, quantities};

use super::live::{flag, part, shows, text};
use super::store::Store;

/// The diagram of the cell that is shown.
#[component]
pub fn Diagram(cell: Memo<CellKind>, pass: Memo<Pass>) -> impl IntoView {
    let store: Store = expect_context();
    // The one change of this cell's form that changes its drawing.
    let changed = Memo::new(move |_| {
        store.run.with(|run| {
            let form = &run.lane(cell.get()).trace.top().parameters.form;
            match cell.get() {
                CellKind::Rnn => form.relu,
                CellKind::Lstm => form.linear_output,
                CellKind::Gru => form.reset_before,
            }
        })
    });
    view! {
        <div class="diagram" data-cell=text(move || cell.get().key()) class:backward=flag(move || pass.get() == Pass::Backward)>
            {part(move || {
                let (values, changed) = (Values { store, cell: cell.get() }, changed.get());
                match cell.get() {
                    CellKind::Rnn => rnn(values, changed).into_any(),
                    CellKind::Lstm => lstm(values, changed).into_any(),
                    CellKind::Gru => gru(values, changed).into_any(),
                }
            })}
        </div>
    }
}

/// The numbers that move the drawing.
#[derive(Clone, Copy)]
struct Values {
    store: Store,
    cell: CellKind,
}

impl Values {
    fn number(self, quantity: Quantity, shift: isize, gradient: bool) -> f64 {
        let focus = self.store.shown.get();
        // While another cell's drawing takes over, this one has nothing to show.
        if focus.cell != self.cell {
            return 0.0;
        }
        let spot = Spot { step: focus.step, unit: focus.unit };
        self.store.run.with(|run| Operand { quantity, gradient, shift }.number(&run.lane(self.cell).trace, spot))
    }

    fn backward(self) -> bool {
        self.store.shown.with(|f| f.pass == Pass::Backward)
    }

    /// What a wire carries: the value, or going back the gradient; of an input of several numbers,
    /// its length.
    fn carried(self, quantity: Quantity, shift: isize) -> f64 {
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
    fn told(self, quantity: Quantity, shift: isize, gradient: bool, number: f64) -> String {
        let spot = self.store.shown.with(|focus| Spot { step: focus.step, unit: focus.unit });
        if self.store.veils(self.cell, Operand { quantity, gradient, shift }, spot) {
            words::lesson::words().veil.to_owned()
        } else {
            format::short(number)
        }
    }

    /// Whether one number of this unit does not stand for it: the input has numbers of its own.
    fn is_vector(self, quantity: Quantity) -> bool {
        quantity == Quantity::X && self.store.run.with(|run| run.lane(self.cell).trace.top().parameters.input() != 1)
    }

    /// What stands before and after the symbol of what a wire carries.
    fn around(self, quantity: Quantity) -> (&'static str, &'static str) {
        match (self.is_vector(quantity), self.backward()) {
            (false, false) => ("", ""),
            (false, true) => ("∂L/∂", ""),
            (true, false) => ("‖", "‖"),
            (true, true) => ("‖∂L/∂", "‖"),
        }
    }

    /// How thick a wire is, in pixels of the drawing: linear in the value; going back, the logarithm
    /// of the gradient over four decades below the largest of this unit and step.
    fn thickness(self, quantity: Quantity, shift: isize) -> f64 {
        let x = self.carried(quantity, shift).abs();
        if !self.backward() {
            return 1.0 + 6.0 * x.min(1.0);
        }
        let all = self.cell.quantities().iter().map(|&q| self.number(q, 0, true).abs());
        let largest = all.filter(|g| g.is_finite()).fold(0.0, f64::max);
        if x == 0.0 || !x.is_finite() || largest == 0.0 {
            1.0
        } else {
            1.0 + 6.0 * (1.0 + (x / largest).log10() / 4.0).clamp(0.0, 1.0)
        }
    }
}

/// A wire that carries a quantity.
fn wire(values: Values, path: &'static str, quantity: Quantity, shift: isize) -> impl IntoView {
    view! {
        <path class="wire" d=path style:stroke-width=text(move || format!("{:.2}px", values.thickness(quantity, shift)))></path>
    }
}

/// A thin line that only connects.
fn line(path: &'static str) -> impl IntoView {
    view! { <path class="thin" d=path></path> }
}

/// A round sign: ×, + or a function.
fn sign(x: f64, y: f64, text: &'static str) -> impl IntoView {
    let small = text.chars().count() > 1;
    view! {
        <g class="sign" class:small=small>
            <circle cx=x cy=y r=if small { 15.0 } else { 11.0 }></circle>
            <text x=x y=y + if small { 3.5 } else { 5.0 }>
                {text}
            </text>
        </g>
    }
}

/// A gate or candidate as a bar with its letter, name and number; a candidate's bar starts in the middle.
fn bar(values: Values, x: f64, top: f64, quantity: Quantity, name: &'static str, signed: bool) -> impl IntoView {
    const HEIGHT: f64 = 46.0;
    let value = move || values.number(quantity, 0, false);
    let scale = move || {
        let v = value();
        let v = if v.is_finite() { v } else { 0.0 };
        format!("scaleY({:.4})", if signed { -v } else { v })
    };
    let (y, height) = if signed { (top + HEIGHT / 2.0, HEIGHT / 2.0) } else { (top, HEIGHT) };
    let number = move || {
        let number = if values.backward() { values.number(quantity, 0, true) } else { value() };
        values.told(quantity, 0, values.backward(), number)
    };
    view! {
        <g class="bar">
            <title>{quantities::name(quantity)}</title>
            <rect class="empty" x=x - 10.0 y=top width="20" height=HEIGHT></rect>
            <rect
                class=if signed { "full from-middle" } else { "full" }
                x=x - 10.0
                y=y
                width="20"
                height=height
                style:transform=text(scale)
            ></rect>
            <text class="number" x=x y=top - 5.0 use:shows=text(number)></text>
            <text class="letter" x=x y=top + HEIGHT + 13.0>
                {quantity.symbol().0}
            </text>
            <text class="name" x=x y=top + HEIGHT + 28.0>
                {name}
            </text>
        </g>
    }
}

/// The name and number of what enters or leaves.
fn port(values: Values, (x, y): (f64, f64), anchor: &'static str, quantity: Quantity, shift: isize) -> impl IntoView {
    let time = if shift < 0 { "t−1" } else { "t" };
    let told = move || values.told(quantity, shift, values.backward(), values.carried(quantity, shift));
    let number = move || format!("{} = {}", values.around(quantity).1, told());
    view! {
        <text class="port" x=x y=y text-anchor=anchor>
            <tspan use:shows=text(move || values.around(quantity).0)></tspan>
            <tspan class="letter">{quantity.symbol().0}</tspan>
            <tspan class="time" dy="3">
                {time}
            </tspan>
            <tspan dy="-3" use:shows=text(number)></tspan>
        </text>
    }
}

/// The same in two lines, where there is little width.
fn stacked_port(
    values: Values,
    (x, y): (f64, f64),
    anchor: &'static str,
    quantity: Quantity,
    shift: isize,
) -> impl IntoView {
    let time = if shift < 0 { "t−1" } else { "t" };
    view! {
        <text class="port" x=x y=y text-anchor=anchor>
            <tspan use:shows=text(move || values.around(quantity).0)></tspan>
            <tspan class="letter">{quantity.symbol().0}</tspan>
            <tspan class="time" dy="3">
                {time}
            </tspan>
        </text>
        <text
            class="port"
            x=x
            y=y + 16.0
            text-anchor=anchor
            use:shows=text(move || values.told(quantity, shift, values.backward(), values.carried(quantity, shift)))
        ></text>
    }
}

/// Under the bars: what all of them read.
fn read_by_gates(values: Values, read: &'static str) -> impl IntoView {
    view! {
        <path class="axis" d="M6 218H330"></path>
        <g class:hide=flag(move || values.backward())>
            <text class="name" x="6" y="234" text-anchor="start">
                {read}
            </text>
            {port(values, (330.0, 234.0), "end", Quantity::Hidden, -1)}
        </g>
        <text class="name" class:hide=flag(move || !values.backward()) x="168" y="234">
            {words().back_through_gates}
        </text>
    }
}

fn lstm(values: Values, linear: bool) -> impl IntoView {
    use Quantity::*;
    let read = if linear { Cell } else { CellTanh };
    view! {
        <svg viewBox="0 0 336 242" role="img" aria-label=CellKind::Lstm.name()>
            {wire(values, "M0 42H58", Cell, -1)}
            {wire(values, "M58 42H336", Cell, 0)}
            {line("M58 118V53")}
            {line("M116 118V102H135M176 118V102H157")}
            {wire(values, "M146 91V53", Candidate, 0)}
            {wire(values, "M258 42V59", read, 0)}
            {wire(values, "M258 89V95", read, 0)}
            {line("M234 118V106H247")}
            {wire(values, "M269 106H336", Hidden, 0)}
            {sign(58.0, 42.0, "×")}
            {sign(146.0, 42.0, "+")}
            {sign(146.0, 102.0, "×")}
            {sign(258.0, 74.0, if linear { "=" } else { "tanh" })}
            {sign(258.0, 106.0, "×")}
            {bar(values, 58.0, 138.0, Forget, words().bar_forget, false)}
            {bar(values, 116.0, 138.0, Input, words().bar_input, false)}
            {bar(values, 176.0, 138.0, Candidate, words().bar_candidate, true)}
            {bar(values, 234.0, 138.0, Output, words().bar_output, false)}
            {port(values, (6.0, 26.0), "start", Cell, -1)}
            {port(values, (330.0, 26.0), "end", Cell, 0)}
            {stacked_port(values, (330.0, 128.0), "end", Hidden, 0)}
            {read_by_gates(values, words().read_by_gates)}
        </svg>
    }
}

fn gru(values: Values, reset_before: bool) -> impl IntoView {
    use Quantity::*;
    // The reset gate acts on W h, or before the product on h itself.
    let (at, reset) = if reset_before {
        (143.0, "M110 118V108H143V152M154 163H166M186 163H230")
    } else {
        (208.0, "M110 118V108H208V152M186 163H197M219 163H230")
    };
    view! {
        <svg viewBox="0 0 336 242" role="img" aria-label=CellKind::Gru.name()>
            {wire(values, "M0 42H48", Hidden, -1)}
            {wire(values, "M48 42H240", Hidden, 0)}
            {wire(values, "M240 42H336", Hidden, 0)}
            {line("M48 118V53")}
            {line("M48 88H229")}
            {line(reset)}
            {wire(values, "M240 118V99", New, 0)}
            {wire(values, "M240 77V53", New, 0)}
            {sign(48.0, 42.0, "×")}
            {sign(240.0, 42.0, "+")}
            {sign(240.0, 88.0, "×")}
            {sign(at, 163.0, "×")}
            <text class="name" x="150" y="82">"1 − z"</text>
            {bar(values, 48.0, 138.0, Update, words().bar_update, false)}
            {bar(values, 110.0, 138.0, Reset, words().bar_reset, false)}
            {bar(values, 176.0, 138.0, NewHidden, words().bar_hidden_part, true)}
            {bar(values, 240.0, 138.0, New, words().bar_new_state, true)}
            {port(values, (4.0, 26.0), "start", Hidden, -1)}
            {port(values, (332.0, 26.0), "end", Hidden, 0)}
            {read_by_gates(values, words().read_by_gru)}
        </svg>
    }
}

/// The slope of relu or tanh, from its result.
pub fn slope_of(relu: bool, h: f64) -> f64 {
    if relu { f64::from(h > 0.0) } else { 1.0 - h * h }
}

fn rnn(values: Values, relu: bool) -> impl IntoView {
    use Quantity::*;
    // The curve of tanh between −3 and 3, 40 pixels a unit up, 26 across.
    let (middle_x, middle_y, across, up) = (190.0, 112.0, 26.0, 46.0);
    let curve: String = (-30..=30)
        .map(|i| {
            let a = f64::from(i) / 10.0;
            let y = if relu { a.clamp(0.0, 1.2) } else { a.tanh() };
            format!("{}{:.1} {:.1}", if i == -30 { "M" } else { "L" }, middle_x + a * across, middle_y - y * up)
        })
        .collect();
    let a = move || values.number(PreActivation, 0, false);
    let h = move || values.number(Hidden, 0, false);
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
    let told = move || values.told(Hidden, 0, false, slope_of(relu, h()));
    let slope = move || format!("{}′ = {}", if relu { "relu" } else { "tanh" }, told());
    view! {
        <svg viewBox="0 0 336 244" role="img" aria-label=CellKind::Rnn.name()>
            {wire(values, "M0 112H60", Hidden, -1)}
            {wire(values, "M60 206V123", X, 0)}
            {wire(values, "M71 112H108", PreActivation, 0)}
            {wire(values, "M272 112H336", Hidden, 0)}
            {sign(60.0, 112.0, "+")}
            <text class="name" x="24" y="128">"× W" <tspan class="time" dy="3">"hh"</tspan></text>
            <text class="name" x="82" y="166">"× W" <tspan class="time" dy="3">"ih"</tspan></text>
            <rect class="plate" x="108" y="54" width="164" height="116" rx="7"></rect>
            <path class="axis" d="M112 112H268M190 58V166"></path>
            <path class="curve" d=curve></path>
            <path class="tangent" d=text(tangent)></path>
            <circle class="dot" cx=text(move || format!("{:.1}", at().0)) cy=text(move || format!("{:.1}", at().1)) r="5"></circle>
            <text class="number" x="190" y="188" use:shows=text(slope)></text>
            <text class="name" x="190" y="203">{sentences::slope(relu)}</text>
            <text class="name" x="190" y="216">{words().rnn_slope_back}</text>
            {stacked_port(values, (4.0, 78.0), "start", Hidden, -1)}
            {stacked_port(values, (332.0, 78.0), "end", Hidden, 0)}
            {port(values, (190.0, 42.0), "middle", PreActivation, 0)}
            {port(values, (6.0, 237.0), "start", X, 0)}
        </svg>
    }
}
