//! The roads: by which of its terms a cell hands the gradient back, step by step and over the whole way, and what becomes of it
//! when a road is closed.

use leptos::prelude::*;

use engine::trace::{CellKind, Form, Road};
use figures::charts::{Shares, shares, ways as ways_of};
use kit::Checkbox;
use measure::roads::Roads;
use model::keys::{Key, road_name};
use words::fill;
use words::laboratory::words;

use super::compare::Sides;
use super::here::Here;
use crate::view::figure::ChartFigure;
use crate::view::keyed::{CellChoice, lock};
use crate::view::live::{flag, part, text};
use crate::view::rich::rich;
use crate::view::store::Store;
use crate::view::unrolled::UnrolledFigure;

/// The name of a road, in a form of a cell.
fn name(cell: CellKind, form: Form, road: Road) -> &'static str {
    let words = words();
    match (road, cell) {
        (Road::Recurrent, _) if form.relu => words.road_recurrent_relu,
        (Road::Recurrent, _) => words.road_recurrent,
        (Road::Carry, CellKind::Gru) => words.road_update_carry,
        (Road::Carry, _) => words.road_carry,
        (Road::Input, _) => words.road_input,
        (Road::Forget, _) => words.road_forget,
        (Road::Candidate, _) => words.road_candidate,
        (Road::Output, _) => words.road_output,
        (Road::New, _) => words.road_new,
        (Road::Update, _) => words.road_update,
        (Road::Reset, _) => words.road_reset,
    }
}

/// The names of the ways of a cell that has more than one road.
fn ways(cell: CellKind) -> Option<[&'static str; 3]> {
    let words = words();
    match cell {
        CellKind::Rnn => None,
        CellKind::Lstm => Some([words.way_cell, words.way_hidden, words.way_mixed]),
        CellKind::Gru => Some([words.way_update, words.way_gates, words.way_mixed]),
    }
}

/// The picture.
#[component]
pub fn RoadsPicture(
    /// Its numbers.
    roads: Memo<Roads>,
) -> impl IntoView {
    let store: Store = expect_context();
    let here: Here = expect_context();
    let [of_steps, of_ways, of_sides] = [(); 3].map(|()| here.in_turn(roads));
    let step = here.chart(move |labels| {
        let (cell, form) = (here.cell.get(), here.form.get());
        let names: Vec<&str> = cell.roads().iter().map(|road| name(cell, form, *road)).collect();
        of_steps.with(|roads| {
            let at = here.at.get().clamp(1, roads.steps.len().max(1));
            shares(&Shares { names: &names, shares: &roads.steps, first: 1, words: labels, at })
        })
    });
    let whole = here.chart(move |labels| {
        let names = ways(here.cell.get()).unwrap_or_default();
        of_ways.with(|roads| {
            let of: Vec<Vec<f64>> = roads.ways.iter().map(|way| vec![way.along, way.past, way.mixed]).collect();
            let at = here.at.get().min(of.len().saturating_sub(1));
            ways_of(&Shares { names: &names, shares: &of, first: 0, words: labels, at })
        })
    });
    let whole_way = move || {
        let (cell, form) = (here.cell.get(), here.form.get());
        if ways(cell).is_none() {
            let told = fill(words().ways_rnn, &[("road", name(cell, form, Road::Recurrent))]);
            return view! { <p class="read">{rich(&told)}</p> }.into_any();
        }
        view! {
            <p class="read">{words().ways_how}</p>
            <ChartFigure chart=whole height=240.0 choose=here.choose() />
        }
        .into_any()
    };
    // By road, so that a box keeps the keyboard when it is ticked.
    let door = move |road: &'static Road| {
        let cell = here.cell.get_untracked();
        let key = road_name(cell, *road);
        let closed = {
            let key = key.clone();
            flag(move || store.settings.with(|settings| settings.names(Key::Closed).contains(&key.as_str())))
        };
        let set = move |close: bool| {
            let closed = store.settings.with_untracked(|settings| {
                let others = settings.names(Key::Closed).iter().copied().filter(|other| *other != key);
                others.chain(close.then_some(key.as_str())).collect::<Vec<_>>().join(",")
            });
            store.choose_key(Key::Closed, &closed);
        };
        let label = text(move || name(cell, here.form.get(), *road));
        view! { <Checkbox label checked=closed set=Callback::new(set) lock=lock(store, Key::Closed) /> }
    };
    let doors = move || here.cell.get().roads().iter().map(door).collect_view();
    let none = move || {
        let form = here.form.get();
        (form.with_open_roads() == form).then(|| view! { <p class="read">{words().roads_open}</p> })
    };
    let names = [words().roads_all_open.to_owned(), words().roads_some_closed.to_owned()];
    // All three, so that they are compared: a cell has room without its letters.
    let chains = CellKind::ALL.map(|cell| view! { <UnrolledFigure cell at=here.at choose=here.choose() /> });
    view! {
        {chains.into_iter().collect_view()}
        <CellChoice />
        <ChartFigure chart=step height=260.0 choose=here.choose() />
        {part(whole_way)}
        <fieldset class="doors">
            <legend>{words().roads_close}</legend>
            {part(doors)}
        </fieldset>
        {part(none)}
        <Sides sides=Signal::derive(move || of_sides.with(|roads| roads.sides.clone())) names=Signal::stored(names) cell=here.cell />
    }
}
