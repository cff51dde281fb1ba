//! What came after: gates that read the input alone, a head of attention, and a parallel scan with what it costs.

use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;

use course::scans::{Cost, Scans};
use engine::trace::CellKind;
use figures::charts::{AfterOf, CostOf, after, attended, scan_cost};
use figures::{Chart, Rounds};
use kit::{Availability, Button};
use measure::after::After;
use model::command::SweepKey;
use model::keys::Key;
use port::Parcel;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{self, words};

use super::here::Here;
use super::minimal::MinimalLanes;
use crate::view::figure::{ChartFigure, RoundsFigure};
use crate::view::keyed::{KeySegmented, ready};
use crate::view::live::{part, text};
use crate::view::rich::rich;
use crate::view::store::Store;
use crate::view::sweep::{Row, RunsTable, SweepBegin};

/// From one round to the next while they are played.
const BEAT: Duration = Duration::from_millis(900);

/// A chart of the numbers over the words of the sequence.
fn chart(own: &After, shows: impl Fn(CellKind) -> bool, words: &[String], make: fn(&AfterOf) -> Chart) -> Chart {
    let cells = CellKind::ALL.into_iter().zip(own.cells.iter().map(Vec::as_slice));
    let cells: Vec<(CellKind, &[f64])> = cells.filter(|(cell, _)| shows(*cell)).collect();
    make(&AfterOf {
        cells: &cells,
        minimal: own.minimal.each_ref().map(Vec::as_slice),
        attention: &own.attention,
        shares: &own.shares,
        words,
        read: own.read,
        at: own.at,
    })
}

/// How much of the gradient is left, of the cells that are shown and of what came after.
pub fn left(own: &After, shows: impl Fn(CellKind) -> bool, words: &[String]) -> Chart {
    chart(own, shows, words, after)
}

/// The picture.
#[component]
pub fn AfterPicture(
    /// Its numbers.
    own: Memo<After>,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let chosen = Memo::new(move |_| store.settings.with(|settings| settings.written(Key::AfterPart).to_owned()));
    let parts = [
        ("", words.after_left),
        ("states", words.after_states),
        ("attention", words.after_attention),
        ("scan", words.after_scan),
    ];
    let options = parts.map(|(key, name)| (key.to_owned(), name.to_owned())).to_vec();
    view! {
        <KeySegmented key=Key::AfterPart label=words.after_part silent=true options />
        {part(move || match &*chosen.get() {
            "states" => view! { <MinimalLanes own /> }.into_any(),
        "attention" => view! { <Attended own /> }.into_any(),
            "scan" => view! { <Scanned own /> }.into_any(),
            _ => view! { <Left own /> }.into_any(),
        })}
    }
}

/// What is left of the gradient.
#[component]
fn Left(own: Memo<After>) -> impl IntoView {
    let here: Here = expect_context();
    let chart = here.chart(move |labels| own.with(|own| left(own, |cell| here.shows(cell), labels)));
    view! {
        <ChartFigure chart height=340.0 choose=here.choose() />
        <p class="read">{rich(words().after_drawn)}</p>
    }
}

/// The weights of the head.
#[component]
fn Attended(own: Memo<After>) -> impl IntoView {
    let here: Here = expect_context();
    let chart = here.chart(move |labels| own.with(|own| chart(own, |_| false, labels, attended)));
    view! {
        <ChartFigure chart height=340.0 choose=here.choose() />
        <p class="read">{rich(words().after_attention_how)}</p>
    }
}

/// The scan, round by round, and what it costs.
#[component]
fn Scanned(own: Memo<After>) -> impl IntoView {
    let store: Store = expect_context();
    let here: Here = expect_context();
    let words = words();
    let rounds = Memo::new(move |_| {
        own.with(|own| Rounds {
            words: here.words.get(),
            held: own.scan.rounds.clone(),
            round: own.scan.round,
            at: here.at.get(),
        })
    });
    let round = Memo::new(move |_| own.with(|own| own.scan.round));
    let last = Memo::new(move |_| own.with(|own| own.scan.work.rounds));
    let show = move |round: usize, done: bool| store.set_by_key(Key::ScanRound.name(), &round.to_string(), done);
    let beat = StoredValue::new(None::<IntervalHandle>);
    let playing = RwSignal::new(false);
    let stop = move || {
        beat.try_update_value(Option::take).flatten().into_iter().for_each(|beat: IntervalHandle| beat.clear());
        playing.try_set(false);
    };
    on_cleanup(stop);
    let step = move || {
        let next = (round.get_untracked() + 1).min(last.get_untracked());
        let is_last = next == last.get_untracked();
        show(next, is_last);
        if is_last {
            stop();
        }
    };
    let play = move |()| {
        if playing.get_untracked() {
            return stop();
        }
        stop();
        show(0, false);
        // Where no timer can be had, the rounds are stepped through by hand.
        if let Ok(handle) = set_interval_with_handle(step, BEAT) {
            playing.set(true);
            beat.set_value(Some(handle));
        }
    };
    let go = move |on: bool| {
        stop();
        let now = round.get_untracked();
        show(if on { (now + 1).min(last.get_untracked()) } else { now.saturating_sub(1) }, true);
    };
    let locked = ready(store, Key::ScanRound);
    let unless = move |is_end: Memo<bool>, why: &'static str| {
        Signal::derive(move || if is_end.get() { Availability::Off(why.to_owned()) } else { locked.get() })
    };
    let at_start = unless(Memo::new(move |_| round.get() == 0), words.scan_at_start);
    let at_end = unless(Memo::new(move |_| round.get() == last.get()), words.scan_at_end);
    let label = text(move || if playing.get() { words.scan_stop } else { words.scan_play });
    let how = text(move || own.with(|own| laboratory::scan_how(own.unit + 1)));
    view! {
        <p class="read">{part(move || rich(&how.get()))}</p>
        <div class="scan-rounds">
            <Button label=text(move || words.scan_back) availability=at_start press=Callback::new(move |()| go(false)) />
            <Button label=text(move || words.scan_next) availability=at_end press=Callback::new(move |()| go(true)) />
            <Button label availability=locked press=Callback::new(play) />
        </div>
        <RoundsFigure rounds choose=here.choose() />
        <p class="read">{rich(words.scan_pairs)}</p>
        <Costs />
    }
}

/// What the scan costs: as it is counted, and as it was timed.
#[component]
fn Costs() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let costs = Memo::new(move |_| store.sweeps.scans.with(Parcel::opened).unwrap_or_default());
    let chart =
        Signal::derive(move || costs.with(|Scans(all)| scan_cost(&all.iter().map(cost_of).collect::<Vec<_>>())));
    let rows = Signal::derive(move || costs.with(|Scans(all)| rows(all)));
    let head = [words.scan_rounds, words.scan_operations, words.scan_time];
    let there = Memo::new(move |_| costs.with(|Scans(all)| !all.is_empty()));
    view! {
        <div class="sweep">
            <h4>{words.scan_cost_title}</h4>
            <p class="how">{words.scan_cost_how}</p>
            <SweepBegin sweep=SweepKey::Scans />
            {part(move || there.get().then(|| view! { <ChartFigure chart height=260.0 /> }))}
            <p class="how">{words.scan_table_how}</p>
            <RunsTable head=head.map(str::to_owned).to_vec() rows />
        </div>
    }
}

/// The costs of a length, for the chart.
fn cost_of(cost: &Cost) -> CostOf {
    CostOf {
        steps: cost.steps,
        rounds: [cost.in_turn.rounds, cost.scan.rounds],
        operations: [cost.in_turn.operations, cost.scan.operations],
        time: cost.seconds.map(|(seconds, _)| seconds),
    }
}

/// The costs of each length, step by step and by the scan; all times in one unit.
fn rows(all: &[Cost]) -> Vec<Row> {
    let times = Group::new(Measure::Seconds, all.iter().filter_map(|cost| cost.seconds).flat_map(|(both, _)| both));
    let counts = |both: [usize; 2]| laboratory::scan_both(&both.map(format::count));
    let row = |cost: &Cost| {
        let of = cost_of(cost);
        let time = |both: [f64; 2]| laboratory::scan_both(&both.map(|seconds| times.write(seconds, Digits::Headline)));
        Row {
            name: laboratory::scan_length(cost.steps),
            cells: vec![counts(of.rounds), counts(of.operations), of.time.map_or_else(String::new, time)],
            source: cost.seconds.map(|(_, source)| source),
        }
    };
    all.iter().map(row).collect()
}
