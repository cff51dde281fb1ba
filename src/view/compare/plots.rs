//! The sweeps of Compare as charts: how far each cell reaches, what units cost at equal units and at equal parameters.

use leptos::prelude::*;

use course::compare::{Compared, Costs, Ends};
use course::standing::Source;
use figures::Chart;
use figures::charts::{accuracy, cost};
use model::command::{ComparisonKey, SweepKey};
use words::compare::words;

use crate::view::figure::ChartFigure;
use crate::view::live::{part, shows, text};
use crate::view::store::Shared;
use crate::view::sweep::SweepBegin;

/// Right answers of who guesses between two words.
const GUESSING: f64 = 0.5;

/// A chart whose points are faint where they are not measured here.
fn by_source(mut chart: Chart, source: Option<Source>) -> Chart {
    let is_faint = source.is_some_and(Source::is_faint);
    let points = chart.series.iter_mut().flat_map(|series| &mut series.points);
    points.for_each(|point| point.is_faint = is_faint);
    chart
}

/// What is said of where a chart's numbers are from.
fn told(source: Option<Source>) -> &'static str {
    match source {
        None => words().none_recorded,
        Some(source) if source.is_faint() => words().chart_recorded,
        Some(_) => "",
    }
}

/// How far each cell reaches.
#[component]
pub fn AccuracyPlot(
    /// The view's numbers.
    compared: Memo<Shared<Compared>>,
) -> impl IntoView {
    let words = words();
    let sweep = SweepKey::Compare(ComparisonKey::Length);
    let own = Memo::new(move |_| compared.with(|own| own.accuracy.clone()));
    let chart =
        Signal::derive(move || own.with(|own| by_source(accuracy(&own.lengths, &own.right, GUESSING), own.source)));
    view! {
        <article class="sweep" id=format!("sweep-{sweep}")>
            <h3>{words.length}</h3>
            <p class="how">{words.length_how}</p>
            <SweepBegin sweep />
            <p class="how" use:shows=text(move || own.with(|own| told(own.source)))></p>
            <ChartFigure chart />
        </article>
    }
}

/// What units cost.
#[component]
pub fn CostPlots(
    /// The view's numbers.
    compared: Memo<Shared<Compared>>,
) -> impl IntoView {
    let words = words();
    let at = |equal: bool| {
        Memo::new(move |_| compared.with(|own| if equal { own.equal.clone() } else { own.costs.clone() }))
    };
    let (units, equal) = (at(false), at(true));
    view! {
        <CostPlot key=ComparisonKey::Units title=words.units_sweep how=words.units_how own=units other=equal />
        <CostPlot key=ComparisonKey::Equal title=words.equal_sweep how=words.equal_how own=equal other=units />
    }
}

/// The costs of a sweep. The axes are those of the other one, too, so that both can be compared.
#[component]
fn CostPlot(
    key: ComparisonKey,
    title: &'static str,
    how: &'static str,
    own: Memo<Costs>,
    other: Memo<Costs>,
) -> impl IntoView {
    let words = words();
    let sweep = SweepKey::Compare(key);
    let chart = move |unit: &'static str, of: fn(&Costs) -> &Vec<Ends>, source: fn(&Costs) -> Option<Source>| {
        Signal::derive(move || {
            let make = |costs: &Costs| {
                by_source(cost(unit, &costs.sizes, of(costs), key == ComparisonKey::Equal), source(costs))
            };
            let (own, other) = (own.with(make), other.with(make));
            let both = own.extent().join(&other.extent());
            own.with_extent(&both)
        })
    };
    let times = chart(words.milliseconds, |costs| &costs.times, |costs| costs.source);
    let parameters = chart(words.parameter_count, |costs| &costs.parameters, |_| None);
    let memory = chart(words.megabytes, |costs| &costs.memory, |_| None);
    let is_timed = Memo::new(move |_| own.with(|own| own.source.is_some()));
    let timed = move || match is_timed.get() {
        true => view! { <ChartFigure chart=times height=220.0 /> }.into_any(),
        false => view! { <p class="plot-none">{words.milliseconds} ": " {words.not_yet}</p> }.into_any(),
    };
    view! {
        <article class="sweep" id=format!("sweep-{sweep}")>
            <h3>{title}</h3>
            <p class="how">{how}</p>
            <SweepBegin sweep />
            <div class="plots">
                {part(timed)} <ChartFigure chart=parameters height=220.0 /> <ChartFigure chart=memory height=220.0 />
            </div>
        </article>
    }
}
