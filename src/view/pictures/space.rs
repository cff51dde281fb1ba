//! State space: two units' plane, with a state that is dragged; and the states of trained networks on their two principal axes.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Paths;
use figures::charts::{HoldsOf, RestOf, SpreadOf, UnitsOf, spread, units};
use kit::{Button, Choices, Popover, Segmented};
use measure::Going as Of;
use measure::space::{NEVER, Networks, SIDE, Space, States, TASKS, Units, default, value};
use model::keys::Key;
use model::sequence::Tasked;
use words::format;
use words::laboratory::{self, words};

use super::going::Going;
use super::here::Here;
use crate::view::figure::{Handle, PathsFigure};
use crate::view::keyed::{KeyCheckbox, KeySegmented, KeySlider, lock, ready};
use crate::view::live::{part, shows, text};
use crate::view::rich::rich;
use crate::view::store::Store;

/// The height of the plane in CSS pixels.
const PLANE: f64 = 400.0;
/// The height of each network's plane.
const CLOUD: f64 = 250.0;
/// From one place of the dragged state to the next.
const STEP: f64 = 0.02;

/// Keys of the two units with what each example has there: one state, two, four, a turn.
const WORLDS: [[(Key, &str); 5]; 4] = [
    [
        (Key::SpaceOwn, "0.5"),
        (Key::SpaceCross, "0.3"),
        (Key::SpaceTurns, ""),
        (Key::SpaceB1, "0.2"),
        (Key::SpaceB2, "-0.1"),
    ],
    [(Key::SpaceOwn, "1"), (Key::SpaceCross, "0.6"), (Key::SpaceTurns, ""), (Key::SpaceB1, "0"), (Key::SpaceB2, "0")],
    [(Key::SpaceOwn, "2"), (Key::SpaceCross, "0.2"), (Key::SpaceTurns, ""), (Key::SpaceB1, "0"), (Key::SpaceB2, "0")],
    [
        (Key::SpaceOwn, "1"),
        (Key::SpaceCross, "0.6"),
        (Key::SpaceTurns, "yes"),
        (Key::SpaceB1, "0"),
        (Key::SpaceB2, "0"),
    ],
];

/// The plane of two units.
pub fn plane(own: &Units) -> Paths {
    figured(own, units)
}

/// What a figure makes of the numbers.
fn figured<T>(own: &Units, make: impl Fn(&UnitsOf) -> T) -> T {
    let of =
        |rest: &measure::space::Rest| RestOf { h: rest.h, eigenvalues: rest.eigenvalues, is_stable: rest.is_stable };
    let ends: Vec<Option<u8>> = own.ends.iter().map(|end| (*end != NEVER).then_some(*end)).collect();
    make(&UnitsOf {
        pair: own.pair(),
        rests: &own.rests.iter().map(of).collect::<Vec<_>>(),
        ends: &ends,
        side: SIDE,
        path: &own.path,
        end: own.end,
        round: own.round,
    })
}

/// The picture.
#[component]
pub fn SpacePicture(
    /// Its numbers.
    own: Memo<Space>,
) -> impl IntoView {
    let words = words();
    let is_trained = Memo::new(move |_| own.with(|own| matches!(own, Space::Trained(_))));
    let parts = [("", words.space_units), ("yes", words.space_trained)];
    let options = parts.map(|(key, name)| (key.to_owned(), name.to_owned())).to_vec();
    view! {
        <KeySegmented key=Key::SpaceTrained label=words.space_part silent=true options />
        {part(move || if is_trained.get() { view! { <Trained own /> }.into_any() } else { view! { <TwoUnits own /> }.into_any() })}
    }
}

/// Two units.
#[component]
fn TwoUnits(own: Memo<Space>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let first = own.with_untracked(|own| if let Space::Units(units) = own { Some(units.clone()) } else { None });
    let Some(first) = first else { return ().into_any() };
    let units = Memo::new(move |last: Option<&Box<Units>>| match own.get() {
        Space::Units(units) => units,
        Space::Trained(_) => last.cloned().unwrap_or_else(|| first.clone()),
    });
    let paths = Memo::new(move |_| units.with(|units| plane(units)));
    let arrows = text(move || units.with(|units| laboratory::space_arrows(figured(units, |of| of.shortened()))));
    // The handle is where it is dragged to at once; the path follows with the next numbers.
    let at = Signal::derive(move || {
        store.settings.with(|settings| (value(settings, Key::SpaceH1), value(settings, Key::SpaceH2)))
    });
    let said = Signal::derive(move || {
        let (x, y) = at.get();
        laboratory::space_at(&format::setting(x, false), &format::setting(y, false))
    });
    let set = move |(x, y): (f64, f64)| {
        // Without what rounding leaves.
        let [x, y] = [x, y].map(|h| (h * 100.0).round() / 100.0);
        let set = format!("{}={x}&{}={y}", Key::SpaceH1.name(), Key::SpaceH2.name());
        store.set_by_key("apply", &set, false);
    };
    let handle = Handle {
        at,
        step: STEP,
        label: words.space_start,
        said,
        availability: ready(store, Key::SpaceH1),
        set: Callback::new(set),
        commit: Callback::new(move |()| store.commit()),
    };
    let chosen = Memo::new(move |_| {
        let is = |(key, wanted): &(Key, &str)| {
            store.settings.with(|settings| match key {
                Key::SpaceTurns => settings.is(*key) == (*wanted == "yes"),
                _ => wanted.parse() == Ok(value(settings, *key)),
            })
        };
        WORLDS.iter().position(|world| world.iter().all(is))
    });
    let names = [words.space_one, words.space_two, words.space_four, words.space_turn];
    let own = (None, words.space_now.to_owned());
    let worlds = names.iter().enumerate().map(|(place, name)| (Some(place), (*name).to_owned()));
    let worlds = std::iter::once(own).chain(worlds).collect();
    let worlds = Choices::new(worlds, chosen, move |world: Option<usize>| {
        if let Some(world) = world.and_then(|place| WORLDS.get(place)) {
            let all: Vec<String> = world.iter().map(|(key, value)| format!("{}={value}", key.name())).collect();
            store.set_by_key("apply", &all.join("&"), true);
        }
    });
    let slider = |key: Key, label: &'static str| view! { <KeySlider key label step=0.05 default=default(key) /> };
    view! {
        <p class="read">{rich(words.space_units_how)}</p>
        <div class="space-worlds">
            <Segmented label=words.space_worlds choices=worlds lock=lock(store, Key::SpaceOwn) />
        </div>
        <PathsFigure paths height=PLANE handle />
        <p class="read" use:shows=arrows></p>
        <div class="sliders">
            {slider(Key::SpaceOwn, words.space_own)} {slider(Key::SpaceCross, words.space_cross)}
            {slider(Key::SpaceB1, words.space_b1)} {slider(Key::SpaceB2, words.space_b2)}
        </div>
        <div class="space-turns">
            <KeyCheckbox key=Key::SpaceTurns label=words.space_turns />
        </div>
    }
    .into_any()
}

/// What both axes of a network may reach. Each network has a space of its own.
const REACHES: [f64; 10] = [0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// What both axes of a network reach.
fn reach(states: &States) -> f64 {
    let dots = states.dots.iter().flat_map(|[x, y, _]| [*x, *y]);
    let most = dots.chain(states.path.iter().flatten().copied()).map(f64::abs).fold(0.0, f64::max);
    REACHES.into_iter().find(|reach| *reach >= 1.05 * most).unwrap_or(1.05 * most)
}

fn told(going: Of) -> String {
    if going.is_done() { words().probe_done.to_owned() } else { laboratory::probe_going(going.share()) }
}

/// What opens a task's networks that ship with the page.
fn open(store: Store, place: usize) {
    if let Some(tasked) = TASKS.get(place).and_then(|task| Tasked::named(task)) {
        store.open(store.settings.with_untracked(|settings| settings.with_example(tasked)));
    }
}

/// Trained networks.
#[component]
fn Trained(own: Memo<Space>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let networks = Memo::new(move |last: Option<&Option<Box<Networks>>>| match own.get() {
        Space::Trained(own) => own,
        Space::Units(_) => last.cloned().flatten(),
    });
    let task = Memo::new(move |_| networks.with(|own| own.as_ref().map(|own| own.task)));
    let names = [words.space_parity, words.space_agreement, words.space_adding];
    let choices = move || {
        let options = names.iter().enumerate().map(|(place, name)| (place, (*name).to_owned())).collect();
        let now = Signal::derive(move || task.get().unwrap_or_default());
        Choices::new(options, now, move |place: usize| open(store, place))
    };
    let buttons = move || {
        let button = |(place, name): (usize, &&'static str)| {
            let label = Signal::stored((*name).to_owned());
            view! { <Button label availability=ready(store, Key::Task) press=Callback::new(move |()| open(store, place)) /> }
        };
        names.iter().enumerate().map(button).collect_view()
    };
    let going = Signal::derive(move || networks.with(|own| own.as_ref().map(|own| own.going).unwrap_or_default()));
    view! {
        <p class="read">{rich(words.space_trained_how)}</p>
        {part(move || match task.get() {
            Some(task) => {
                view! {
                    <Segmented label=words.space_task choices=choices() lock=lock(store, Key::Task) />
                    <Legend task />
                    <div class="spreads">{CellKind::ALL.map(|cell| view! { <Spread networks cell /> })}</div>
                    <Going going told />
                    <p class="picture-about">
                        <Popover word=words::page::words().about>
                            <p>{rich(words.space_about)}</p>
                        </Popover>
                    </p>
                }
                    .into_any()
            }
            None => {
                view! {
                    <p class="read">{words.space_none}</p>
                    <p class="space-tasks">{buttons()}</p>
                }
                .into_any()
            }
        })}
    }
}

/// What the dots are.
#[component]
fn Legend(task: usize) -> impl IntoView {
    let words = words();
    let (low, high) = match task {
        0 => (words.space_even, words.space_odd),
        1 => (words.space_singular, words.space_plural),
        _ => return view! { <p class="space-key">{words.space_sum}</p> }.into_any(),
    };
    view! {
        <p class="space-key">
            <span><i class="low" aria-hidden="true"></i>{low}</span>
            <span><i class="high" aria-hidden="true"></i>{high}</span>
            <span><i class="cut" aria-hidden="true"></i>{words.space_cut_key}</span>
        </p>
    }
    .into_any()
}

/// A cell's network; its place is kept before its states are read.
#[component]
fn Spread(networks: Memo<Option<Box<Networks>>>, cell: CellKind) -> impl IntoView {
    let here: Here = expect_context();
    let paths = Memo::new(move |last: Option<&Option<Paths>>| {
        let now = networks.with(|own| {
            let own = own.as_ref()?;
            spread_of(own, cell, here.at.get())
        });
        now.or_else(|| last.cloned().flatten())
    });
    let there = Memo::new(move |_| paths.with(Option::is_some));
    let choose = Callback::new(move |step: usize| here.look_at(step));
    view! {
        <div class="spread">
            {part(move || {
                let first = there.get().then(|| paths.get_untracked()).flatten();
                first.map(|first| {
                    let paths = Signal::derive(move || paths.get().unwrap_or_else(|| first.clone()));
                    view! { <PathsFigure paths height=CLOUD choose /> }
                })
            })}
        </div>
    }
}

fn spread_of(own: &Networks, cell: CellKind, at: usize) -> Option<Paths> {
    let states = own.cells[cell as usize].as_ref()?;
    let holds = match (states.cut, own.task) {
        (Some(cut), 0) => HoldsOf::Class([laboratory::words().space_even, laboratory::words().space_odd], cut),
        (Some(cut), _) => HoldsOf::Class([laboratory::words().space_singular, laboratory::words().space_plural], cut),
        (None, _) => HoldsOf::Number(2.0),
    };
    Some(spread(&SpreadOf {
        cell,
        units: own.units,
        holds,
        shares: states.shares,
        by_axes: states.by_axes,
        at_end: states.at_end,
        by_all: states.by_all,
        dots: &states.dots,
        count: states.count,
        path: &states.path,
        at,
        reach: reach(states),
    }))
}
