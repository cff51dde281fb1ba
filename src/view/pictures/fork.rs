//! One unit at rest: its states over the weight or the bias, the way of one that is dragged, and the slope at each.

use leptos::prelude::*;

use figures::Paths;
use figures::charts::{ForkOf, Rested, below, rests, slopes};
use kit::range::Range;
use kit::{DefaultMark, Slider};
use measure::fork::{Along, Fork, Rest, STEP, default, dragged, value};
use model::keys::Key;
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{self, words};

use crate::view::figure::{ChartFigure, PathsFigure};
use crate::view::keyed::{KeySegmented, lock};
use crate::view::live::{shows, text};
use crate::view::store::Store;

/// The height of the states in CSS pixels.
const STATES: f64 = 232.0;
/// The height of the slopes below them.
const SLOPES: f64 = 176.0;

/// What a figure makes of the numbers.
fn figured<T>(fork: &Fork, make: impl Fn(&ForkOf) -> T) -> T {
    let of = |rest: &Rest| [rest.at, rest.h, rest.slope];
    let curves = fork.curves.each_ref().map(|curve| curve.iter().map(of).collect::<Vec<Rested>>());
    let trail: Vec<Rested> = fork.trail.iter().map(of).collect();
    let stable: Vec<f64> = [fork.here[0], fork.here[2]].into_iter().flatten().map(|rest| rest.h).collect();
    // For small weights both are the one state there is.
    let stable = if stable.len() == 2 && stable[0] == stable[1] { &stable[..1] } else { &stable[..] };
    make(&ForkOf {
        along: fork.along.setting(),
        w: fork.w,
        b: fork.b,
        curves: curves.each_ref().map(Vec::as_slice),
        stable,
        trail: &trail,
        stops: &fork.stops,
        jump: fork.jump.map(|jump| [jump.at, jump.from, jump.to]),
    })
}

/// The states along the axis, with the way of the dragged one.
pub fn states(fork: &Fork) -> Paths {
    figured(fork, rests)
}

/// What is left of a gradient after one step at the state and after ten.
fn keeps(fork: &Fork) -> String {
    let Some(Rest { slope, .. }) = fork.trail.last() else { return String::new() };
    let ten = slope.powi(10);
    let group = Group::new(Measure::Share, [*slope, ten]);
    laboratory::fork_keeps(&group.write(*slope, Digits::Headline), &group.write(ten, Digits::Headline))
}

/// Drags the weight or the bias, and the state along with it.
fn drag(store: Store, along: Along, to: f64) {
    let set = store.settings.with_untracked(|settings| dragged(settings, along, to));
    store.set_by_key("apply", &set, false);
}

/// The slider of the weight or of the bias.
fn slider(store: Store, along: Along, label: &'static str) -> impl IntoView {
    let key = along.setting();
    let (low, high) = key.range();
    let now = Signal::derive(move || store.settings.with(|settings| value(settings, key)));
    let written = format::setting(default(key), false);
    view! {
        <Slider
            label
            range=Signal::stored(Range::new(low, high, STEP))
            value=now
            shown=text(move || format::setting(now.get(), false))
            set=Callback::new(move |to: f64| drag(store, along, to))
            commit=Callback::new(move |()| store.commit())
            default=DefaultMark { value: default(key), name: fill(words::page::words().default_of, &[("value", &written)]) }
            lock=lock(store, key)
        />
    }
}

/// The picture.
#[component]
pub fn ForkPicture(
    /// Its numbers.
    fork: Memo<Fork>,
) -> impl IntoView {
    let store: Store = expect_context();
    let states = Memo::new(move |_| fork.with(states));
    let chart = Signal::derive(move || fork.with(|fork| figured(fork, slopes)));
    // Labels of y depend on the height alone, and those of the states are the wider ones.
    let margins = Signal::derive(move || states.with(|states| below(states, &chart.get(), (STATES, STATES))));
    let along = move || store.settings.with_untracked(Along::of);
    let choose = Callback::new(move |to: f64| {
        drag(store, along(), to);
        store.commit();
    });
    let words = words();
    let options = Along::ALL.into_iter().zip([words.fork_along_w, words.fork_along_b]);
    view! {
        <KeySegmented
            key=Key::ForkAlong
            label=words.fork_along
            silent=true
            options=options.map(|(along, name)| (along.key().to_owned(), name.to_owned())).collect()
        />
        <div class="sliders">
            {slider(store, Along::Weight, words.fork_w)} {slider(store, Along::Bias, words.fork_b)}
        </div>
        <PathsFigure paths=states height=STATES />
        <ChartFigure chart height=SLOPES margins choose />
        <p class="read" use:shows=text(move || fork.with(keeps))></p>
    }
}
