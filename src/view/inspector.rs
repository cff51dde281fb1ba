//! The inspector: one cell at one step. Its diagram, the number in focus, and, folded in the Lab, every equation with
//! its numbers, forward or backward.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use engine::trace::{CellKind, Equation, Form, Operand, Pass, Quantity, Road, Spot, equations, norm};
use kit::{Button, ButtonKind, Choices, Disclosure, Icon, Segmented, Status};
use model::keys::Key;
use model::settings::{Focus, Part, Settings};
use words::{fill, page::words};
use words::{format, laboratory};

use super::describe;
use super::diagram::{Diagram, slope_of};
use super::equation::{self, Written};
use super::focus::{focus_element, is_within};
use super::keyed::{lock, ready};
use super::live::{flag, part, shows, text};
use super::store::{Store, learns};

/// The panel on the right; a sheet from below on a phone.
#[component]
pub fn Inspector() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let shown = store.shown;
    let cell = Memo::new(move |_| shown.with(|f| f.cell));
    let pass = Memo::new(move |_| shown.with(|f| f.pass));
    let head = move || {
        let step = shown.with(|f| f.step);
        fill(words.at, &[("step", &describe::place(store, step))])
    };
    let unit = move || {
        if shown.with(|f| matches!(f.part, Part::Gradient | Part::Token)) {
            return words.all_units.to_owned();
        }
        let units = store.settings.with(|s| s.units).to_string();
        fill(words.unit_of, &[("unit", &(shown.with(|f| f.unit) + 1).to_string()), ("units", &units)])
    };
    let status: Status = expect_context();
    let here = move |(key, label, id): (Key, &'static str, &'static str)| {
        let press = move |()| if key == Key::Read { read_here(store, status) } else { measure_here(store, status) };
        view! { <Button label id availability=ready(store, key) press=Callback::new(press) /> }
    };
    let passes = [(Pass::Forward, words.equations_forward), (Pass::Backward, words.equations_backward)];
    let passes = passes.map(|(pass, name)| (pass, name.to_owned())).to_vec();
    let passes = Choices::new(passes, pass, move |pass: Pass| store.show_equations(pass));
    // Folded in the Lab until they are wanted; what a lesson's step says is about them, and a class is shown the one in focus.
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(learns(store) || store.presenting.get()));
    view! {
        <aside class="inspector" class:open=flag(move || store.sheet.get()) aria-label=words.inspector>
            <div class="close">
                <Button
                    label=words.close
                    kind=ButtonKind::Icon
                    icon=Icon::Close
                    press=Callback::new(move |()| close_sheet(store))
                />
            </div>
            <h3 id="inspected">
                <span class="cell-name" data-cell=text(move || cell.get().key()) use:shows=text(move || cell.get().name())></span>
                " "
                <span use:shows=text(head)></span>
            </h3>
            <p class="sub">
                <span use:shows=text(unit)></span>
                " · "
                <span class="by-mouse">{words.point}</span>
                <span class="by-touch">{words.tap}</span>
            </p>
            <Diagram cell pass />
            <Reading />
            <Why />
            <Segmented label=words.tab_tip silent=true choices=passes lock=lock(store, Key::Equations) />
            <Disclosure label=words.equations_folded open>
                <Equations />
            </Disclosure>
            <div class="actions">
                {[(Key::Read, words.read_here, "read-here"), (Key::Mark, words.measure_here, "measure-here")].map(here)}
            </div>
        </aside>
    }
}

/// Closes the inspector where it is a sheet. The keyboard goes back from it to what is looked at.
pub fn close_sheet(store: Store) {
    let was_open = store.sheet.get_untracked();
    let had_keyboard = is_within(".inspector");
    store.sheet.set(false);
    if was_open && had_keyboard {
        let Focus { cell, part, .. } = store.focus.get_untracked();
        let lane = format!("#lane-{}", cell.key());
        let word = if part == Part::Token { ".words [tabindex='0']" } else { &lane };
        let find = |css: &str| document().query_selector(css).ok().flatten();
        focus_element(find(word).or_else(|| find(&lane)));
    }
}

/// Reads the loss at the step in focus, and says so.
pub fn read_here(store: Store, status: Status) {
    let step = store.shown.with_untracked(|f| f.step);
    store.choose(|s| s.read = Some(step));
    let read = store.settings.with_untracked(Settings::read_step);
    status.say(fill(laboratory::words().now_read_at, &[("step", &untrack(|| describe::place(store, read)))]));
}

/// Reads the lanes' numbers at the step in focus, and says so.
pub fn measure_here(store: Store, status: Status) {
    let step = store.shown.with_untracked(|f| f.step);
    store.choose(|s| s.mark = Some(step));
    let mark = store.settings.with_untracked(Settings::mark_step);
    status.say(fill(laboratory::words().now_measured_at, &[("step", &untrack(|| describe::place(store, mark)))]));
}

/// The number in focus: name, exact number, its gradient.
#[component]
fn Reading() -> impl IntoView {
    let store: Store = expect_context();
    let name = move || describe::reading(store, store.shown.get()).0;
    let read = Memo::new(move |_| describe::reading(store, store.shown.get()).1);
    let number = move || read.get().unwrap_or_else(|| words::lesson::words().veil.to_owned());
    let is_veiled = flag(move || read.with(Option::is_none));
    let exact = move || {
        let focus = store.shown.get();
        if is_veiled.get() {
            return words::lesson::words().covered.to_owned();
        }
        store.run.with(|run| {
            let lane = run.lane(focus.cell);
            match focus.part {
                Part::State(quantity) | Part::Gate(quantity) => {
                    format::exact(describe::part_number(&lane.trace, quantity, focus).0)
                }
                Part::Gradient => {
                    let norm = |t| format::number(norm(&lane.trace.top().state_gradient(t)));
                    let lambda = match focus.cell {
                        CellKind::Lstm => words().lambda_lstm,
                        CellKind::Rnn | CellKind::Gru => words().lambda,
                    };
                    let read = lane.trace.read;
                    fill(lambda, &[("here", &norm(focus.step)), ("there", &norm(read)), ("t", &(read + 1).to_string())])
                }
                Part::Token => {
                    let (y, loss) = (lane.trace.readout.value.at(focus.step)[0], lane.trace.losses[focus.step]);
                    fill(words().read_out, &[("y", &format::number(y)), ("loss", &format::number(loss))])
                }
            }
        })
    };
    view! {
        <p class="reading">
            <span use:shows=text(name)></span>
            <b class:veil=is_veiled use:shows=text(number)></b>
            <small use:shows=text(exact)></small>
        </p>
    }
}

/// The equations of the shown pass. Their rows stand always; what is written is made anew where the equation is another one, and
/// its numbers are changed in place.
#[component]
fn Equations() -> impl IntoView {
    let store: Store = expect_context();
    let written = Memo::new(move |_| {
        let focus = store.shown.get();
        store.run.with(|run| {
            let (trace, spot) = (&run.lane(focus.cell).trace, Spot { step: focus.step, unit: focus.unit });
            let equations = equations(focus.cell, &trace.top().parameters.form, focus.pass);
            let row = |row: &Equation| {
                let written = equation::write(row, trace, spot).veiled(|own| store.veils(focus.cell, own, spot));
                (written, is_about(row.result, focus.part))
            };
            equations.iter().map(row).collect::<Vec<Row>>()
        })
    });
    let spot = move || store.shown.with_untracked(|f| Spot { step: f.step, unit: f.unit });
    let point = move |event: PointerEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let operand = target.and_then(|t| t.closest("[data-operand]").ok().flatten());
        let name = operand.and_then(|o| o.get_attribute("data-operand"));
        let cell = store.shown.with_untracked(|f| f.cell);
        let pointed = name.and_then(|n| equation::parse_data(cell, &n)).map(|o| (o, spot()));
        if store.pointed.get_untracked() != pointed {
            store.pointed.set(pointed);
        }
    };
    let passes = [Pass::Forward, Pass::Backward];
    let counts =
        CellKind::ALL.into_iter().flat_map(|cell| passes.map(|pass| equations(cell, &Form::default(), pass).len()));
    let most = counts.max().unwrap_or_default();
    let row = move |place: usize| {
        let of = move |rows: &Vec<Row>| rows.get(place).cloned();
        let result = Memo::new(move |_| written.with(of).map(|(row, _)| (row.result, row.number)));
        let here = Memo::new(move |_| written.with(|rows| rows.get(place).is_some_and(|(_, here)| *here)));
        let plugged =
            Memo::new(move |_| written.with(|rows| rows.get(place).map_or_else(Vec::new, |row| row.0.plugged.clone())));
        let symbols =
            Memo::new(move |_| written.with(|rows| rows.get(place).map_or_else(Vec::new, |row| row.0.symbols.clone())));
        let numbers =
            Memo::new(move |_| written.with(|rows| rows.get(place).map_or_else(Vec::new, |row| row.0.numbers.clone())));
        let none = Memo::new(move |_| vec![]);
        let point = move |_| {
            if let Some((operand, _)) = result.get_untracked() {
                store.pointed.set(Some((operand, spot())));
            }
        };
        let number = move |write: fn(f64) -> String, veil: &'static str| {
            let veiled = move |x: Option<f64>| x.map_or_else(|| veil.to_owned(), write);
            text(move || result.get().map_or_else(String::new, |(_, x)| veiled(x)))
        };
        let lesson = words::lesson::words();
        let is_veiled = flag(move || result.with(|own| matches!(own, Some((_, None)))));
        view! {
            <div
                class="equation"
                class:here=flag(move || here.get())
                hidden=flag(move || result.with(Option::is_none))
                tabindex="0"
                role="group"
                aria-label=text(move || result.get().map_or_else(String::new, |(operand, _)| equation::named(operand)))
                data-result=text(move || result.get().map_or_else(String::new, |(operand, _)| equation::key(operand)))
                data-value=number(|x| format!("{x:e}"), "")
                on:focus=point
                on:blur=move |_| store.pointed.set(None)
            >
                <div class="symbols">{part(move || equation::formulas(symbols.get(), none))}</div>
                <div class="numbers">{part(move || equation::formulas(numbers.get(), plugged))}</div>
                <span class="result" class:veil=is_veiled title=number(format::exact, lesson.covered) use:shows=number(format::number, lesson.veil)></span>
            </div>
        }
    };
    let note = move || {
        let focus = store.shown.get();
        let read = store.settings.with(|s| s.read_step());
        match focus.pass {
            Pass::Backward if focus.step > read => words().after_read,
            Pass::Backward => words().totals,
            Pass::Forward => "",
        }
    };
    view! {
        <div
            class="equations"
            on:pointermove=point
            on:pointerleave=move |_| store.pointed.set(None)
        >
            {(0..most).map(row).collect_view()}
            <p class="note" use:shows=text(note)></p>
        </div>
    }
}

/// An equation as it stands in its row, and whether it is about what is in focus.
type Row = (Written, bool);

/// Whether an equation's result is what is in focus.
fn is_about(result: Operand, part: Part) -> bool {
    match part {
        Part::State(quantity) | Part::Gate(quantity) => result.quantity == quantity,
        Part::Gradient => result.gradient && result.quantity == Quantity::Hidden,
        Part::Token => result.quantity == Quantity::X,
    }
}

/// What one step back does to the gradient of this unit, in a sentence with the cell's own numbers.
#[component]
fn Why() -> impl IntoView {
    let store: Store = expect_context();
    let sentence = move || {
        let focus = store.shown.get();
        store.run.with(|run| {
            let layer = run.lane(focus.cell).trace.top();
            let value = |quantity| layer.value(quantity, focus.step)[focus.unit];
            let is_closed = layer.parameters.form.closed(Road::Carry);
            match focus.cell {
                CellKind::Rnn => {
                    let relu = layer.parameters.form.relu;
                    let slope = slope_of(relu, value(Quantity::Hidden));
                    fill(if relu { words().why_relu } else { words().why_rnn }, &[("slope", &format::number(slope))])
                }
                CellKind::Lstm if is_closed => words().why_lstm_closed.to_owned(),
                CellKind::Gru if is_closed => words().why_gru_closed.to_owned(),
                CellKind::Lstm => fill(words().why_lstm, &[("kept", &format::share(value(Quantity::Forget)))]),
                CellKind::Gru => fill(words().why_gru, &[("kept", &format::share(value(Quantity::Update)))]),
            }
        })
    };
    view! {
        <p class="why" hidden=flag(move || store.veils_something() || !store.level().has_gradient())>
            <b>{words().why_title}</b>
            " "
            <span use:shows=text(sentence)></span>
        </p>
    }
}
