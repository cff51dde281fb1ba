//! The two flags over the words: where the loss is read, and where the lanes' numbers are measured. Each is dragged, or moved by keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use model::keys::Key;
use model::settings::Settings;
use words::{fill, page::words};

use super::describe;
use super::keyed::lock;
use super::live::{flag, text};
use super::stage::Stage;
use super::store::Store;

/// The room that a flag takes beyond its step: at the right where the loss is read, at the left where numbers are measured;
/// in CSS pixels.
const ROOM: (f64, f64) = (22.0, 76.0);

/// Both flags.
#[component]
pub fn Flags() -> impl IntoView {
    view! {
        <Flag key=Key::Mark step=Settings::mark_step name=words().flag_mark tip=words().flag_mark_tip />
        <Flag key=Key::Read step=Settings::read_step name=words().flag_read tip=words().flag_read_tip />
    }
}

/// One flag.
#[component]
fn Flag(
    /// What it sets.
    key: Key,
    /// The step at which it stands.
    step: fn(&Settings) -> usize,
    /// What stands on it.
    name: &'static str,
    /// What it is, and what can be done with it.
    tip: &'static str,
) -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Button>::new();
    let at = Memo::new(move |_| store.settings.with(step));
    let steps = move || store.settings.with(Settings::steps);
    let lock = lock(store, key);
    // How far from its pole it was taken.
    let taken = StoredValue::new(None::<f64>);
    let set = move |step: usize| {
        let step = step.min(store.settings.with_untracked(Settings::steps) - 1);
        if step != at.get_untracked() {
            store.set_by_key(key.name(), &(step + 1).to_string(), false);
        }
    };
    let left = move || (at.get() as f64 + 0.5) / steps() as f64;
    // Where the pointer is on the time axis.
    let along = move |event: &PointerEvent| {
        let axis = node.get_untracked().and_then(|node| node.parent_element());
        f64::from(event.client_x()) - axis.map_or(0.0, |axis| axis.get_bounding_client_rect().left())
    };
    let begin = move |event: PointerEvent| {
        if event.button() == 0 && lock.with_untracked(Option::is_none) {
            taken.set_value(Some(along(&event) - untrack(left) * stage.width.get_untracked()));
            // Without it the flag follows only as long as the pointer is on it.
            let _ = node.get_untracked().map(|node| node.set_pointer_capture(event.pointer_id()));
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some(from) = taken.get_value() {
            set(stage.step_at(store, along(&event) - from));
        }
    };
    let end = move |_: PointerEvent| {
        if taken.get_value().is_some() {
            taken.set_value(None);
            store.commit();
        }
    };
    let press = move |event: KeyboardEvent| {
        let now = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => now + 1,
            "Home" => 0,
            "End" => usize::MAX,
            _ => return,
        };
        event.prevent_default();
        // The page's own keys would move the playhead.
        event.stop_propagation();
        if lock.with_untracked(Option::is_none) {
            set(to);
            store.commit();
        }
    };
    // It stands beyond its step, where there is room: so the two never lie on each other.
    let before = move || {
        let (before, after) = (left() * stage.width.get() + stage.margin.get(), (1.0 - left()) * stage.width.get());
        if key == Key::Mark { before >= ROOM.1 } else { after < ROOM.0 }
    };
    view! {
        <button
            node_ref=node
            class="flag"
            class:before=flag(before)
            type="button"
            role="slider"
            title=text(move || lock.get().unwrap_or_else(|| tip.to_owned()))
            aria-label=tip
            aria-disabled=move || lock.with(Option::is_some).then_some("true")
            aria-valuemin="1"
            aria-valuemax=text(move || steps().to_string())
            aria-valuenow=text(move || (at.get() + 1).to_string())
            aria-valuetext=text(move || fill(words().step_of, &[("step", &describe::place(store, at.get())), ("steps", &steps().to_string())]))
            style:left=text(move || format!("{}%", left() * 100.0))
            on:pointerdown=begin
            on:pointermove=drag
            on:pointerup=end
            on:pointercancel=end
            on:keydown=press
        >
            {name}
        </button>
    }
}
