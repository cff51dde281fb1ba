//! The scrubber: the time axis as something to drag, in both passes. Its thumb is the page's one cursor.

use leptos::prelude::*;

use engine::trace::Pass;
use model::playback::Move;
use words::{fill, page::words};

use super::describe;
use super::live::{flag, shows, text};
use super::store::Store;

/// A native slider over drawn steps; its thumb stands in the column of its step.
#[component]
pub fn Scrubber() -> impl IntoView {
    let store: Store = expect_context();
    let steps = move || store.settings.with(|s| s.steps());
    let backward = move || store.playhead.with(|p| p.pass == Pass::Backward);
    let right_end = move || store.settings.with(|s| s.timeline()).right_end(store.playhead.with(|p| p.pass));
    let known = move || {
        let (at, steps) = (store.playhead.with(|p| p.step) as f64, steps() as f64);
        if backward() { (at / steps, (right_end() + 1) as f64 / steps) } else { (0.0, (at + 1.0) / steps) }
    };
    let spoken = move || {
        let step = store.cursor.get();
        let pass = if backward() { words().backward } else { words().forward };
        let place = fill(words().step_of, &[("step", &describe::place(store, step)), ("steps", &steps().to_string())]);
        format!("{pass}, {place}")
    };
    view! {
        <div
            class="scrubber"
            class:backward=flag(backward)
            style:--steps=text(move || steps().to_string())
            style:--at=text(move || store.cursor.get().to_string())
            style:--from=text(move || known().0.to_string())
            style:--to=text(move || known().1.to_string())
        >
            <span class="pass" aria-hidden="true" use:shows=text(move || if backward() { "◀ ∂L" } else { "h ▶" })></span>
            <div class="track">
                <div class="all" class:fine=flag(move || { steps() > 120 })></div>
                <div class="known"></div>
                <div class="thumb"></div>
                <input
                    type="range"
                    id="scrubber"
                    min="0"
                    max=text(move || (steps() - 1).to_string())
                    step="1"
                    title=text(move || if store.is_at_rest() { words().locked } else { "" })
                    disabled=flag(move || store.is_at_rest())
                    aria-label=words().scrubber
                    aria-valuetext=text(spoken)
                    prop:value=text(move || store.cursor.get().to_string())
                    on:input=move |event| {
                        if let Ok(step) = event_target_value(&event).parse() {
                            store.go(Move::Seek(step));
                        }
                    }
                />
            </div>
        </div>
    }
}
