//! Start: one question, three chains of cells, and how much of the error arrives in each.

mod chain;
mod doors;
mod going;

use leptos::html;
use leptos::prelude::*;

use engine::trace::CellKind;
use figures::{Stretch, samples};
use kit::{Button, ButtonKind, Choices, Icon, Segmented};
use model::command::View;
use model::settings::{Settings, Source};
use words::format::{Digits, Group, Measure};
use words::start::{verdict, words};
use words::{Language, fill, language, page};

use super::controls::own_text;
use super::describe;
use super::figure::width;
use super::live::{flag, part, shows, text};
use super::rich::rich;
use super::store::{Store, in_view, learns};
use chain::{Chain, Words};
use doors::Doors;
pub use going::{Going, Way};

/// The view.
#[component]
pub fn Start() -> impl IntoView {
    let store: Store = expect_context();
    let is_open = Memo::new(move |_| in_view(store) == View::Start && !learns(store));
    // Once it has been made it stays, so that nothing in it is lost while another view is open.
    let is_there = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    view! {
        <section class="start" id="start" hidden=flag(move || !is_open.get())>
            {part(move || is_there.get().then(|| view! { <Inside is_open /> }))}
        </section>
    }
}

#[component]
fn Inside(is_open: Memo<bool>) -> impl IntoView {
    let store: Store = expect_context();
    let going: Going = expect_context();
    going.play_once(is_open);
    let asks = Memo::new(move |_| {
        if store.settings.with(|settings| settings.source == Source::Sentence) {
            return words().asks.to_owned();
        }
        if store.settings.with(|settings| settings.steps() == 1) {
            return words().asks_one.to_owned();
        }
        let (mark, read) = store.settings.with(|settings| (settings.mark_step(), settings.read_step()));
        let bare = |step: usize| store.sequence.with(|sequence| sequence.labels.get(step).cloned().unwrap_or_default());
        fill(words().asks_own, &[("last", &bare(read)), ("mark", &bare(mark))])
    });
    // The numbers of each network stand for the word that the error has come to.
    let arrives = move || {
        let mark = store.settings.with(Settings::mark_step);
        let at = going.at.get();
        let word = |step: usize| store.sequence.with(|sequence| sequence.labels.get(step).cloned().unwrap_or_default());
        match going.way.get() {
            Way::Learn if at > mark => fill(words().so_far, &[("word", &word(at))]),
            Way::Learn | Way::Read => fill(words().arrives, &[("mark", &word(mark))]),
        }
    };
    let read_in = move || store.settings.with(|settings| describe::read_in(&settings.source));
    let is_own = flag(move || store.settings.with(|settings| settings.source != Source::Sentence));
    let sentence = text(move || store.sequence.with(|sequence| sequence.labels.join(" ")));
    let verdict = text(move || {
        let mark = store.settings.with(Settings::mark_step);
        let share = |cell: CellKind| store.run.with(|run| run.lane(cell).reach.get(mark).copied().unwrap_or(f64::NAN));
        if mark == store.settings.with(Settings::read_step) {
            return String::new();
        }
        verdict(&CellKind::ALL.map(|cell| (cell.name(), share(cell))))
    });
    // The draws were made of the page's own settings.
    let draws = text(move || {
        let is_own =
            store.settings.with(|settings| settings.same_run(&Settings { seed: settings.seed, ..Settings::default() }));
        if is_own { words().draws } else { words().before }
    });
    let is_on_the_way = flag(move || {
        going.playing.get()
            || (going.way.get() == Way::Learn && going.at.get() > store.settings.with(Settings::mark_step))
    });
    let axis = NodeRef::<html::Ol>::new();
    let wide = width(move || axis.get().map(Into::into));
    // Before it is laid out, there is room.
    let column = Memo::new(move |_| match wide.get() {
        0.0 => f64::INFINITY,
        wide => wide / store.settings.with(|settings| settings.steps()) as f64,
    });
    let chains = CellKind::ALL.map(|cell| view! { <Chain cell column /> });
    view! {
        <div class="start-inside">
            <h2>{words().question}</h2>
            <p class="start-sentence" lang=read_in use:shows=sentence></p>
            <p class="start-asks">
                {part(move || rich(&asks.get()))} {(language() != Language::English).then(|| view! { <span hidden=is_own>{format!(" {}", page::words().reads_english)}</span> })}
            </p>
            <div class="start-figure" class:start-going=going.playing data-at=text(move || going.at.get().to_string())>
                <Words column axis />
                {chains.into_iter().collect_view()}
                <p class="start-scale" aria-hidden="true">
                    <span use:shows=text(arrives)></span>
                    <span class="start-key">
                        <span>{words().back}</span>
                        {samples().map(sample).into_iter().collect_view()}
                    </span>
                    <span>{words().starts}</span>
                </p>
                <p class="start-verdict" class:start-waits=is_on_the_way>
                    <b use:shows=verdict></b>
                    " "
                    <span use:shows=draws></span>
                </p>
                <Controls going />
            </div>
            <Doors />
        </div>
    }
}

/// What the ribbon looks like where so much is left.
fn sample((share, of): (f64, Stretch)) -> impl IntoView {
    let shares = Group::new(Measure::Share, samples().map(|(share, _)| share));
    view! {
        <svg viewBox="0.5 0 1 24" preserveAspectRatio="none">
            <path d=of.outline(0) fill-opacity=of.opacity()></path>
        </svg>
        <span>{shares.write(share, Digits::Significant(1))}</span>
    }
}

#[component]
fn Controls(going: Going) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let ways = vec![(Way::Read, words.read.to_owned()), (Way::Learn, words.learn.to_owned())];
    let choices = Choices::new(ways, going.way, move |way: Way| going.turn(way));
    let label = move || match (going.playing.get(), going.way.get()) {
        (true, _) => words.pause,
        (false, Way::Read) => words.read_through,
        (false, Way::Learn) => words.send,
    };
    view! {
        <div class="start-controls">
            <Button
                label=text(label)
                kind=ButtonKind::Primary
                icon=Signal::derive(move || if going.playing.get() { Icon::Pause } else { Icon::Play })
                id="start-play"
                press=Callback::new(move |()| going.toggle())
            />
            <Segmented label=words.pass silent=true choices />
            {own_text(store, "start-text", words.own, words.own_example)}
        </div>
    }
}
