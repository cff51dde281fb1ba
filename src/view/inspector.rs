//! The inspector: one cell at one step. Its diagram, the number in focus, and every equation with
//! its numbers, forward or backward.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::format;
use crate::lab::Run;
use crate::settings::Part;
use crate::trace::{CellKind, Pass, Quantity, Spot, equations, norm};
use crate::words::{fill, words};

use super::describe;
use super::diagram::Diagram;
use super::equation::{self, Written};
use super::live::{flag, part, text};
use super::store::{Shared, Store};

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
    let tab = move |of: Pass, id: &'static str, name: &'static str| {
        view! {
            <button
                id=id
                role="tab"
                title=words.tab_tip
                aria-selected=text(move || (pass.get() == of).to_string())
                on:click=move |_| store.focus.update(|focus| focus.pass = of)
            >
                {name}
            </button>
        }
    };
    view! {
        <aside class="inspector" class:open=flag(move || store.sheet.get()) aria-label=words.inspector>
            <button class="close" aria-label=words.close title=words.close on:click=move |_| store.sheet.set(false)>
                "×"
            </button>
            <h3>
                <span class="cell-name" data-cell=text(move || cell.get().key())>{text(move || cell.get().name())}</span>
                " "
                {text(head)}
            </h3>
            <p class="sub">
                {text(unit)}
                " · "
                <span class="by-mouse">{words.point}</span>
                <span class="by-touch">{words.tap}</span>
            </p>
            <Diagram cell pass />
            <Reading />
            <Why />
            <div class="tabs" role="tablist">
                {tab(Pass::Forward, "tab-forward", words.equations_forward)}
                {tab(Pass::Backward, "tab-backward", words.equations_backward)}
            </div>
            <Equations />
            <div class="actions">
                <button id="read-here" on:click=move |_| read_here(store)>{words.read_here} " (L)"</button>
                <button id="measure-here" on:click=move |_| measure_here(store)>{words.measure_here} " (M)"</button>
            </div>
        </aside>
    }
}

/// Reads the loss at the step in focus.
pub fn read_here(store: Store) {
    let step = store.shown.with_untracked(|f| f.step);
    store.choose(|s| s.read = Some(step));
}

/// Reads the lanes' numbers at the step in focus.
pub fn measure_here(store: Store) {
    let step = store.shown.with_untracked(|f| f.step);
    store.choose(|s| s.mark = Some(step));
}

/// The number in focus: name, exact number, its gradient.
#[component]
fn Reading() -> impl IntoView {
    let store: Store = expect_context();
    let name = move || describe::reading(store, store.shown.get()).0;
    let number = move || describe::reading(store, store.shown.get()).1;
    let exact = move || {
        let focus = store.shown.get();
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
            <span>{text(name)}</span>
            <b>{text(number)}</b>
            <small>{text(exact)}</small>
        </p>
    }
}

/// The equations of the shown pass.
#[component]
fn Equations() -> impl IntoView {
    let store: Store = expect_context();
    let of = Memo::new(move |_| store.shown.with(|f| (f.cell, f.pass)));
    let spot = Memo::new(move |_| store.shown.with(|f| Spot { step: f.step, unit: f.unit }));
    let written = Memo::new(move |_| {
        let ((cell, pass), spot) = (of.get(), spot.get());
        let write = |run: &Shared<Run>| {
            let trace = &run.lane(cell).trace;
            Shared::new(equations(cell, pass).iter().map(|row| equation::write(row, trace, spot)).collect::<Vec<_>>())
        };
        store.run.with(write)
    });
    let point = move |event: PointerEvent| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let operand = target.and_then(|t| t.closest("[data-operand]").ok().flatten());
        let name = operand.and_then(|o| o.get_attribute("data-operand"));
        let cell = store.shown.with_untracked(|f| f.cell);
        let pointed = name.and_then(|n| equation::parse_data(cell, &n)).map(|o| (o, spot.get_untracked()));
        if store.pointed.get_untracked() != pointed {
            store.pointed.set(pointed);
        }
    };
    let row = move |place: usize| {
        let operand = move || written.with(|w| w.get(place).map(|w| w.result));
        let part = move |which: fn(&Written) -> String| written.with(|w| w.get(place).map(which).unwrap_or_default());
        let in_focus = move || {
            let focus = store.shown.get();
            operand().is_some_and(|o| match focus.part {
                Part::State(q) | Part::Gate(q) => o.quantity == q,
                Part::Gradient => o.gradient && o.quantity == Quantity::Hidden,
                Part::Token => o.quantity == Quantity::X,
            })
        };
        view! {
            <div
                class="equation"
                class:here=flag(in_focus)
                tabindex="0"
                data-key=text(move || operand().map(equation::key).unwrap_or_default())
                data-value=text(move || part(|w| format!("{:e}", w.number)))
                on:focus=move |_| {
                    if let Some(operand) = operand() {
                        store.pointed.set(Some((operand, spot.get_untracked())));
                    }
                }
                on:blur=move |_| store.pointed.set(None)
            >
                <div class="symbols" inner_html=text(move || part(|w| w.symbols.clone()))></div>
                <div class="numbers" inner_html=text(move || part(|w| w.numbers.clone()))></div>
                <output title=text(move || part(|w| format::exact(w.number)))>{text(move || part(|w| format::number(w.number)))}</output>
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
        <div class="equations" on:pointermove=point on:pointerleave=move |_| store.pointed.set(None)>
            {part(move || {
                let (cell, pass) = of.get();
                (0..equations(cell, pass).len()).map(row).collect_view()
            })}
            <p class="note">{text(note)}</p>
        </div>
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
            match focus.cell {
                CellKind::Rnn => {
                    let slope = 1.0 - value(Quantity::Hidden).powi(2);
                    fill(words().why_rnn, &[("slope", &format::number(slope))])
                }
                CellKind::Lstm => fill(words().why_lstm, &[("kept", &format::share(value(Quantity::Forget)))]),
                CellKind::Gru => fill(words().why_gru, &[("kept", &format::share(value(Quantity::Update)))]),
            }
        })
    };
    view! {
        <p class="why">
            <b>{words().why_title}</b>
            " "
            {text(sentence)}
        </p>
    }
}
