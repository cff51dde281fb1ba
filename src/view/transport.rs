//! The transport bar: a media player's buttons for both passes.

use leptos::prelude::*;

use course::lesson::Region;
use engine::trace::{CellKind, Pass};
use model::keys::{Key, number};
use model::playback::{Move, SPEEDS};
use model::settings::Settings;
use words::format;
use words::{fill, page::words};

use super::describe;
use super::live::{flag, part, shows, text};
use super::locks::tip;
use super::store::Store;

/// Home, left, play, right, end; the pass; the speed.
#[component]
pub fn Transport(open_keys: Callback<()>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let button = move |label: &'static str, id: &'static str, sign: &'static str, to: Move| {
        view! {
            <button
                id=id
                title=tip(store, Key::Step, label)
                aria-label=label
                disabled=flag(move || store.is_at_rest())
                on:click=move |_| store.go(to)
            >
                {icon(sign)}
            </button>
        }
    };
    let backward = move || store.playhead.with(|p| p.pass == Pass::Backward);
    let cannot_turn = move || store.is_at_rest() || store.is_locked(Key::Pass);
    let where_now = move || {
        let (step, steps) = (store.playhead.with(|p| p.step), store.settings.with(|s| s.steps()));
        let place = fill(words.step_of, &[("step", &describe::place(store, step)), ("steps", &steps.to_string())]);
        // A loss follows from the states that a question may cover.
        let tells = backward() && !store.covers(Region::Lanes);
        if tells { format!("{place} · {}", losses(store)) } else { place }
    };
    view! {
        <footer class="transport">
            <div class="buttons">
                {button(words.home, "home", "home", Move::Home)}
                {button(words.left, "left", "left", Move::Left)}
                <button
                    id="play"
                    class="primary"
                    title=tip(store, Key::Step, words.play_tip)
                    disabled=flag(move || store.is_at_rest())
                    aria-pressed=text(move || store.playing.get().to_string())
                    on:click=move |_| store.toggle()
                >
                    {part(move || if store.playing.get() { icon("pause") } else { icon("play") })}
                    <span use:shows=text(move || if store.playing.get() { words.pause } else { words.play })></span>
                </button>
                {button(words.right, "right", "right", Move::Right)}
                {button(words.end, "end", "end", Move::End)}
            </div>
            <button
                id="turn"
                class="pass"
                class:backward=flag(backward)
                title=text(move || if cannot_turn() { words.locked } else { words.turn_tip })
                disabled=flag(cannot_turn)
                on:click=move |_| store.go(Move::Turn)>
                {part(move || if backward() { icon("left-left") } else { icon("right-right") })}
                <span use:shows=text(move || if backward() { words.backward } else { words.forward })></span>
            </button>
            <span class="where" title=text(where_now) use:shows=text(where_now)></span>
            <label class="speed" title=tip(store, Key::Speed, words.speed_tip)>
                {words.speed}
                <select
                    id="speed"
                    disabled=flag(move || store.is_locked(Key::Speed))
                    prop:value=text(move || store.speed.get().to_string())
                    on:change=move |event| {
                        if let Some(speed) = number(&event_target_value(&event)) {
                            store.set_speed(speed);
                        }
                    }
                >
                    {SPEEDS
                        .into_iter()
                        .map(|speed| {
                            view! {
                                <option value=speed.to_string() selected=speed == 1.0>
                                    {format::setting(speed, false)} "×"
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </label>
            <button class="plain keys" title=words.keys_title on:click=move |_| open_keys.run(())>{words.keys_line}</button>
        </footer>
    }
}

/// The loss of each cell, which the backward pass begins from.
fn losses(store: Store) -> String {
    store.run.with(|run| {
        let loss = |cell: CellKind| format!("{} {}", cell.name(), format::short(run.lane(cell).trace.loss()));
        let how = if store.settings.with(Settings::has_target) { words().losses_target } else { words().losses };
        fill(how, &[("losses", &CellKind::ALL.map(loss).join(" · "))])
    })
}

/// A sign of the transport, drawn so that it looks the same everywhere.
fn icon(sign: &str) -> impl IntoView + use<> {
    let path = match sign {
        "home" => "M2 2v12h2.4V2zM14 2 5.6 8 14 14z",
        "end" => "M14 2v12h-2.4V2zM2 2l8.4 6L2 14z",
        "left" => "M12 2 3 8l9 6z",
        "play" | "right" => "M4 2l9 6-9 6z",
        "pause" => "M3 2h3.6v12H3zM9.4 2H13v12H9.4z",
        "left-left" => "M8 2 1 8l7 6zM15 2 8 8l7 6z",
        _ => "M1 2l7 6-7 6zM8 2l7 6-7 6z",
    };
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
