//! The transport bar: a media player's buttons for both passes.

use leptos::prelude::*;

use engine::trace::{CellKind, Pass};
use kit::{Button, ButtonKind, Choices, Icon, Segmented, Select};
use model::keys::Key;
use model::playback::{Move, SPEEDS};
use model::settings::Settings;
use words::format;
use words::{fill, page::words};

use super::describe;
use super::keyed::{lock, ready};
use super::keys::open_panel;
use super::live::{flag, part, shows, text};
use super::store::Store;

/// Home, left, play, right, end; the pass; the speed.
#[component]
pub fn Transport(open_keys: Callback<()>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let rests = ready(store, Key::Step);
    let button = move |label: &'static str, id: &'static str, icon: Icon, to: Move| {
        let press = Callback::new(move |()| store.go(to));
        view! { <Button label kind=ButtonKind::Icon icon id availability=rests press /> }
    };
    let backward = move || store.playhead.with(|p| p.pass == Pass::Backward);
    let where_now = move || {
        let (step, steps) = (store.cursor.get(), store.settings.with(|s| s.steps()));
        let place = fill(words.step_of, &[("step", &describe::place(store, step)), ("steps", &steps.to_string())]);
        // A loss follows from the states that a question may veil.
        let tells = backward() && store.level().has_gradient() && !store.veils_something();
        if tells { format!("{place} · {}", losses(store)) } else { place }
    };
    let where_now = text(where_now);
    let has_controls = Memo::new(move |_| !store.hides("controls"));
    let playing = Memo::new(move |_| store.playing.get());
    let is_back = Memo::new(move |_| backward() && store.level().has_gradient());
    let play = move || match (playing.get(), is_back.get()) {
        (true, _) => words.pause,
        (false, true) => words.play_send,
        (false, false) => words.play_read,
    };
    view! {
        <footer class="transport">
            {part(move || has_controls.get().then(|| view! { <PanelButton /> }))}
            <div class="buttons">
                {button(words.home, "home", Icon::First, Move::Home)}
                {button(words.left, "left", Icon::Back, Move::Left)}
                <Button
                    label=text(play)
                    kind=ButtonKind::Primary
                    icon=Signal::derive(move || if playing.get() { Icon::Pause } else { Icon::Play })
                    tip=words.play_tip
                    id="play"
                    availability=rests
                    press=Callback::new(move |()| store.toggle())
                />
                {button(words.right, "right", Icon::On, Move::Right)}
                {button(words.end, "end", Icon::Last, Move::End)}
            </div>
            <div id="turn" class="pass" class:backward=is_back hidden=flag(move || !store.level().has_gradient())>
                {turn(store)}
            </div>
            <span class="where" title=where_now use:shows=where_now></span>
            {speed(store, "speed")}
            <div class="keys-line">
                <Button label=words.keys_line tip=words.keys_title id="keys-open" press=open_keys />
            </div>
        </footer>
    }
}

/// Opens the controls, where they are a sheet from below.
#[component]
fn PanelButton() -> impl IntoView {
    let store: Store = expect_context();
    view! {
        <div class="panel-open">
            <Button
                label=words().controls
                kind=ButtonKind::Icon
                icon=Icon::Sliders
                id="panel-open"
                pressed=store.panel
                press=Callback::new(move |()| open_panel(store, !store.panel.get_untracked()))
            />
        </div>
    }
}

/// Which way the passes run: the sequence is read, or the error goes back.
fn turn(store: Store) -> AnyView {
    let words = words();
    let passes = vec![(Pass::Forward, words.pass_read.to_owned()), (Pass::Backward, words.pass_learn.to_owned())];
    let now = Memo::new(move |_| store.playhead.with(|playhead| playhead.pass));
    let choices = Choices::new(passes, now, move |_: Pass| store.go(Move::Turn));
    let cannot = move || store.is_at_rest() || store.is_locked(Key::Pass);
    let lock = Signal::derive(move || cannot().then(|| words.locked.to_owned()));
    view! { <Segmented label=words.pass silent=true choices lock /> }.into_any()
}

/// How fast the playhead runs.
pub fn speed(store: Store, id: &'static str) -> AnyView {
    let names = SPEEDS.map(|speed| (speed, format!("{}×", format::setting(speed, false)))).to_vec();
    let choices = Choices::new(names, store.speed, move |speed: f64| store.set_speed(speed));
    view! { <Select label=words().speed tip=words().speed_tip choices id lock=lock(store, Key::Speed) /> }.into_any()
}

/// The loss of each cell, which the backward pass begins from.
fn losses(store: Store) -> String {
    store.run.with(|run| {
        let loss = |cell: CellKind| format!("{} {}", cell.name(), format::short(run.lane(cell).trace.loss()));
        let how = if store.settings.with(Settings::has_target) { words().losses_target } else { words().losses };
        fill(how, &[("losses", &CellKind::ALL.map(loss).join(" · "))])
    })
}
