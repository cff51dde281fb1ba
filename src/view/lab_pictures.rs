//! The Lab's own figures as pictures to be taken along: the three lanes, what is left of the gradient, the cell at its step.

use leptos::prelude::*;

use engine::trace::{CellKind, Quantity};
use figures::diagram::{SIZE, diagram};
use figures::{Celled, Embeddings, Filled, Layout, Named, OnCurve, Palette, Rows, Strip, Strips, draw, record};
use kit::{Choices, Select};
use model::sentences;
use words::along::{self as told, words};
use words::format;

use super::describe;
use super::diagram::{Values, name, slope_of, time};
use super::figure::{Marks, TakeOf};
use super::live::text;
use super::reach::chart;
use super::store::Store;
use super::taking::Take;

/// The sizes of pictures of the lanes and of the chart, in CSS pixels.
const LANES: (f64, f64) = (960.0, 560.0);
const CHART: (f64, f64) = (960.0, 300.0);

/// A figure of the Lab.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    Lanes,
    Reach,
    Cell,
    Embeddings,
}

/// What a figure shows, in a sentence.
fn title(store: Store, which: Which) -> String {
    match which {
        Which::Lanes => words().lanes_title.to_owned(),
        Which::Reach => chart(store).headline,
        Which::Cell => {
            let (cell, step, unit) = store.shown.with(|own| (own.cell, own.step, own.unit));
            told::cell_title(cell.name(), step + 1, &describe::token(store, step), unit + 1)
        }
        Which::Embeddings => told::embeddings_title(store.inputs().width()),
    }
}

fn marks(store: Store, which: Which, palette: &Palette) -> Option<Marks> {
    match which {
        Which::Lanes => lanes(store, palette),
        Which::Reach => {
            let chart = chart(store);
            let layout = Layout::new(&chart, CHART, false);
            Some((CHART, record(CHART, |drawing| draw(drawing, &chart, &layout, palette)).ok()?))
        }
        Which::Cell => {
            let cell = celled(store);
            Some((SIZE, record(SIZE, |drawing| cell.draw(drawing, palette)).ok()?))
        }
        Which::Embeddings => store.sequence.with(|sequence| {
            let inputs = store.inputs();
            let own = Embeddings { words: &sequence.labels, inputs: &inputs, width: LANES.0 };
            Some((own.size(), record(own.size(), |drawing| own.draw(drawing, palette)).ok()?))
        }),
    }
}

/// The three lanes below their words.
fn lanes(store: Store, palette: &Palette) -> Option<Marks> {
    store.run.with(|run| {
        let lanes = CellKind::ALL.map(|cell| run.lane(cell));
        let strips = lanes.iter().map(|lane| Strip { layer: lane.trace.top(), reach: &lane.reach[..=lane.trace.read] });
        let lanes = strips.collect();
        store.sequence.with(|sequence| {
            let (at, ribbon) = (Some(store.focus.get().step), words::film::words().ribbon);
            let strips = Strips { words: &sequence.labels, lanes, rows: Rows::ALL, at, ribbon };
            Some((LANES, record(LANES, |drawing| strips.draw(drawing, palette)).ok()?))
        })
    })
}

/// The cell that is shown, at its step.
fn celled(store: Store) -> Celled {
    let cell = store.shown.with(|own| own.cell);
    let values = Values { store, cell };
    let form = store.run.with(|run| run.lane(cell).trace.top().parameters.form);
    let (diagram, backward) = (diagram(cell, form), values.backward());
    let wires = diagram.wires.iter();
    let wires = wires.map(|wire| (values.thickness(wire), wire.road.is_some_and(|road| form.closed(road)))).collect();
    let filled = |quantity: Quantity| Filled {
        part: values.number(quantity, 0, false),
        number: format::brief(values.number(quantity, 0, backward)),
        name: name(quantity),
    };
    let named = |own: &figures::diagram::Port| {
        let (before, after) = values.around(own.quantity);
        let told = format::short(values.carried(own.quantity, own.shift));
        let (after, below) =
            if own.stacked { (after.to_owned(), told) } else { (format!("{after} = {told}"), String::new()) };
        Named { before, time: time(own.shift), after, below }
    };
    let curve = (cell == CellKind::Rnn).then(|| {
        let h = values.number(Quantity::Hidden, 0, false);
        let slope = slope_of(form.relu, h);
        let number = format!("{}′ = {}", if form.relu { "relu" } else { "tanh" }, format::short(slope));
        let at = (values.number(Quantity::PreActivation, 0, false), h);
        OnCurve { at, slope, relu: form.relu, told: [number, sentences::slope(form.relu).to_owned()] }
    });
    Celled {
        cell,
        backward,
        wires,
        boxes: diagram.boxes.iter().map(|own| filled(own.quantity)).collect(),
        ports: diagram.ports.iter().map(named).collect(),
        curve,
        diagram,
    }
}

/// The controls.
#[component]
pub fn LabPictures() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let which = RwSignal::new(Which::Lanes);
    let all = [(Which::Lanes, words.lanes), (Which::Reach, words.reach), (Which::Cell, words.cell_picture)];
    // Numbers that are read have no embeddings.
    let is_text = untrack(|| store.sequence.with(|sequence| sequence.is_text()));
    let all = all.into_iter().chain(is_text.then_some((Which::Embeddings, words.embeddings)));
    let all = all.map(|(own, name)| (own, name.to_owned())).collect();
    let draws = Callback::new(move |palette: Palette| untrack(|| marks(store, which.get(), &palette)));
    let title = Signal::derive(move || title(store, which.get()));
    view! {
        <div class="along">
            <h3>{words.pictures}</h3>
            <div class="along-row">
                <Select
                    label=text(|| self::words().picture)
                    choices=Choices::new(all, which, move |own| which.set(own))
                    id="along-picture"
                />
            </div>
            <Take of=TakeOf { title, draws: Some(draws), table: None } />
        </div>
    }
}
