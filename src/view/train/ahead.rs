//! Forecasts several steps ahead, from the networks' own forecasts, folded until they are wanted: a path of each cell from a step
//! that a person chooses, and the errors of all at each distance.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Chart;
use figures::calendar;
use figures::charts::{AheadOf, ahead, distances, list};
use kit::range::Range;
use kit::{Disclosure, Slider};
use measure::training::{Ahead, Forecast, Paths, Showing, Shown};
use model::keys::Key;
use words::format::{Digits, Group, Measure};
use words::training::{self, words};

use super::examples::{Examples, with_unit};
use crate::view::figure::ChartFigure;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// The height of each chart in CSS pixels.
const HEIGHT: f64 = 220.0;

/// What is below the lanes of a series.
#[component]
pub fn AheadPart() -> impl IntoView {
    let store: Store = expect_context();
    let forecasts = Memo::new(move |_| {
        store.training.task.with(|task| task.as_ref().is_some_and(|task| task.shown == Shown::Forecast))
    });
    part(move || forecasts.get().then(|| view! { <Folded /> }))
}

/// The line that opens it. Whether it is open stands in the address, for workers make the forecasts only then.
#[component]
fn Folded() -> impl IntoView {
    let store: Store = expect_context();
    let wanted = Memo::new(move |_| store.settings.with(|settings| settings.is(Key::Ahead)));
    let open = RwSignal::new(wanted.get_untracked());
    Effect::new(move |_| {
        let now = wanted.get();
        if now != open.get_untracked() {
            open.set(now);
        }
    });
    Effect::new(move |_| {
        let now = open.get();
        if now != wanted.get_untracked() {
            store.choose_key(Key::Ahead, if now { "yes" } else { "" });
        }
    });
    let goes_on = Memo::new(move |_| {
        store
            .training
            .task
            .with(|task| task.as_ref().and_then(|task| task.number(Key::Knob)).is_none_or(|own| own.used == 1.0))
    });
    let opened = move || {
        open.get().then(|| match goes_on.get() {
            true => view! { <Open /> }.into_any(),
            false => view! { <p class="how">{training::ahead_apart(words().ahead)}</p> }.into_any(),
        })
    };
    view! {
        <div class="train-ahead" id="train-ahead">
            <Disclosure label=words().ahead_title open>
                {part(opened)}
            </Disclosure>
        </div>
    }
}

/// What the lanes have of it, in the order of [`CellKind::ALL`].
type All = [Option<(Forecast, Paths)>; 3];

/// The paths of a lane.
fn paths(shown: &Option<Showing>) -> Option<(Forecast, Paths)> {
    let Some(Showing::Forecast(own)) = shown else { return None };
    let Ahead::Paths(paths) = &own.ahead else { return None };
    Some((own.as_ref().clone(), paths.clone()))
}

#[component]
fn Open() -> impl IntoView {
    let store: Store = expect_context();
    let examples: Examples = expect_context();
    let all = Memo::new(move |_| examples.shown.map(|shown| shown.with(paths)));
    // All have the same origins: a place among them, the last unless another is chosen.
    let chosen = RwSignal::new(None::<usize>);
    let count = Memo::new(move |_| all.with(|all| any(all).map_or(0, |(_, own)| own.origins.len())));
    let at = Memo::new(move |_| chosen.get().unwrap_or(usize::MAX).min(count.get().saturating_sub(1)));
    let compared = Signal::derive(move || all.with(|all| Compared::new(all, at.get())));
    let charts = CellKind::ALL.map(|cell| {
        Memo::new(move |_| all.with(|all| path(cell, all[cell as usize].as_ref()?, at.get(), &compared.get())))
    });
    let beside = move |cell: CellKind| {
        Signal::derive(move || {
            let all: Vec<Chart> = charts.iter().filter_map(|chart| chart.get()).collect();
            charts[cell as usize].get().map_or_else(nothing, |chart| chart.beside(&all))
        })
    };
    let errors = Signal::derive(move || all.with(|all| errors(all, &compared.get())).unwrap_or_else(nothing));
    let how = text(move || {
        let is_walk = store.training.task.with(|task| task.as_ref().is_some_and(|task| task.key == "market"));
        all.with(|all| told(all, store.settings.with(|settings| settings.whole(Key::Moment).is_some()), is_walk))
    });
    let over = text(move || training::ahead_over(count.get()));
    view! {
        <div class="train-ahead-how">
            <p class="how">{words().ahead_how}</p>
            <p class="how" use:shows=how></p>
            <Origin all at count chosen />
        </div>
        <div class="train-ahead-charts">
            {CellKind::ALL.map(|cell| view! { <ChartFigure chart=beside(cell) height=HEIGHT /> }).collect_view()}
            <div>
                <ChartFigure chart=errors height=HEIGHT />
                <p class="train-small" hidden=flag(move || count.get() == 0) use:shows=over></p>
            </div>
        </div>
    }
}

/// From which step the paths go on.
#[component]
fn Origin(
    /// What the lanes have.
    all: Memo<All>,
    /// The place of the origin among all.
    at: Memo<usize>,
    /// How many there are.
    count: Memo<usize>,
    /// Takes another place.
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let range = Signal::derive(move || Range::new(0.0, count.get().saturating_sub(1).max(1) as f64, 1.0));
    let shown = text(move || {
        all.with(|all| {
            let label = any(all).and_then(|(own, paths)| own.labels.get(*paths.origins.get(at.get())?));
            label.map_or_else(String::new, |label| calendar::told(label).unwrap_or_else(|| label.clone()))
        })
    });
    view! {
        <Slider
            label=words().ahead_from
            range
            value=Signal::derive(move || at.get() as f64)
            shown
            set=Callback::new(move |place: f64| chosen.set(Some(place as usize)))
            id="ahead-from"
        />
    }
}

/// The first that there is.
fn any(all: &All) -> Option<&(Forecast, Paths)> {
    all.iter().flatten().next()
}

/// A chart before there are numbers.
fn nothing() -> Chart {
    list(String::new(), &[], &[])
}

/// Numbers that are compared, with their unit.
#[derive(Clone, Debug)]
struct Compared {
    /// How far each path is off at its end.
    off: [Option<f64>; 3],
    group: Group,
    unit: String,
}

impl Compared {
    fn new(all: &All, at: usize) -> Self {
        let off = all.each_ref().map(|own| {
            let (own, paths) = own.as_ref()?;
            let truth = own.truths.get(paths.origins.get(at)? + paths.steps)?;
            Some((paths.path(at)?.last()? - truth).abs())
        });
        let ends = |(_, own): &(Forecast, Paths)| [own.errors.last().copied(), own.held.last().copied()];
        let numbers = all.iter().flatten().flat_map(ends).chain(off).flatten();
        let unit = any(all).map_or_else(String::new, |(own, _)| own.unit.clone());
        Self { off, group: Group::new(Measure::Number, numbers), unit }
    }

    fn write(&self, number: f64) -> String {
        with_unit(self.group.write(number, Digits::Table), &self.unit)
    }
}

/// A cell's path from an origin, with as many steps before it as after it.
fn path(cell: CellKind, (own, paths): &(Forecast, Paths), at: usize, compared: &Compared) -> Option<Chart> {
    let (origin, values) = (*paths.origins.get(at)?, paths.path(at)?);
    let shown = origin.saturating_sub(paths.steps)..(origin + paths.steps + 1).min(own.labels.len());
    let headline = training::ahead_is(cell.name(), paths.steps, &compared.write(compared.off[cell as usize]?));
    Some(ahead(
        headline,
        &AheadOf {
            cell,
            labels: &own.labels[shown.clone()],
            truths: &own.truths[shown.clone()],
            forecasts: &paths.one_step[shown.clone()],
            origin: origin - shown.start,
            path: values,
            title: if own.name.is_empty() { &own.unit } else { &own.name },
        },
    ))
}

/// The errors of all cells at each distance.
fn errors(all: &All, compared: &Compared) -> Option<Chart> {
    let (_, first) = any(all)?;
    let own = || CellKind::ALL.into_iter().zip(all).filter_map(|(cell, own)| Some((cell, &own.as_ref()?.1)));
    let cells: Vec<(CellKind, &[f64])> = own().map(|(cell, paths)| (cell, &paths.errors[..])).collect();
    let last = |errors: &[f64]| errors.last().map_or_else(String::new, |x| compared.group.write(*x, Digits::Table));
    let names = own().map(|(cell, paths)| (cell.name(), last(&paths.errors)));
    let names = names.chain([(words().last_value, last(&first.held))]);
    let names: Vec<String> = names.map(|(name, error)| format!("{name} {error}")).collect();
    let headline = training::ahead_errors(first.steps, &with_unit(names.join(", "), &compared.unit));
    Some(distances(headline, &cells, &first.held, &training::error_axis(&compared.unit)))
}

/// What is to be known of the networks.
fn told(all: &All, looks_back: bool, is_walk: bool) -> String {
    let own = CellKind::ALL.into_iter().zip(all).filter_map(|(cell, own)| Some((cell, &own.as_ref()?.1)));
    let steps: Vec<String> = own.map(|(cell, paths)| training::ahead_step(cell.name(), paths.moment)).collect();
    let Some((_, first)) = any(all) else { return String::new() };
    let steps = steps.join(", ");
    let weights = if looks_back { training::ahead_weights(&steps) } else { training::ahead_best(&steps) };
    let keeps = first.keeps_others.then_some(words().ahead_keeps);
    let walks = is_walk.then_some(words().ahead_walk);
    [Some(weights.as_str()), keeps, walks].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
