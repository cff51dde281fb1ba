//! A place of a plane that is dragged: by pointer, by touch, or by the arrow keys.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use figures::Layout;
use kit::Availability;

use crate::view::live::text;

/// A place that is dragged.
#[derive(Clone, Copy)]
pub struct Handle {
    /// Where it is, in the plane's numbers.
    pub at: Signal<(f64, f64)>,
    /// From one place to the next, by an arrow key.
    pub step: f64,
    /// What it is.
    pub label: &'static str,
    /// Where it is, in words.
    pub said: Signal<String>,
    /// Whether it can be dragged.
    pub availability: Signal<Availability>,
    /// Moves it.
    pub set: Callback<(f64, f64)>,
    /// Says that it stays where it was moved to.
    pub commit: Callback<()>,
}

/// The place in the plane under a pointer.
fn under(event: &PointerEvent, layout: &Layout, frame: &Element, zoom: f64) -> (f64, f64) {
    let corner = frame.get_bounding_client_rect();
    let (x, y) =
        ((f64::from(event.client_x()) - corner.left()) / zoom, (f64::from(event.client_y()) - corner.top()) / zoom);
    let share = |at: f64, from: f64, to: f64| ((at - from) / (to - from)).clamp(0.0, 1.0);
    // The plane runs from −1 to 1, upwards.
    (2.0 * share(x, layout.from.0, layout.to.0) - 1.0, 1.0 - 2.0 * share(y, layout.from.1, layout.to.1))
}

/// The handle over a figure whose plane runs from −1 to 1 both ways.
pub fn dragged(handle: Handle, layout: Memo<Layout>, frame: NodeRef<html::Div>, zoom: RwSignal<f64>) -> impl IntoView {
    let Handle { at, step, label, said, availability, set, commit } = handle;
    let is_held = StoredValue::new(false);
    let is_ready = move || availability.with_untracked(|now| *now == Availability::Ready);
    let snapped = move |(x, y): (f64, f64)| {
        let near = |x: f64| ((x / step).round() * step).clamp(-1.0, 1.0);
        let place = (near(x), near(y));
        if is_ready() && at.get_untracked() != place {
            set.run(place);
        }
    };
    let drag = move |event: &PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            let place = layout.with_untracked(|layout| under(event, layout, &frame, zoom.get_untracked()));
            snapped(place);
        }
    };
    let press = move |event: KeyboardEvent| {
        let far = if event.shift_key() { 5.0 * step } else { step };
        let by = match &*event.key() {
            "ArrowRight" => (far, 0.0),
            "ArrowLeft" => (-far, 0.0),
            "ArrowUp" => (0.0, far),
            "ArrowDown" => (0.0, -far),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let (x, y) = at.get_untracked();
        snapped((x + by.0, y + by.1));
    };
    let place = move |of: fn(&Layout, (f64, f64)) -> f64| {
        text(move || format!("{}px", layout.with(|layout| of(layout, at.get())) * zoom.get()))
    };
    view! {
        <div
            class="figure-handle"
            role="slider"
            tabindex="0"
            aria-label=label
            aria-valuemin="-1"
            aria-valuemax="1"
            aria-valuenow=text(move || at.get().0.to_string())
            aria-valuetext=said
            aria-disabled=text(move || if availability.with(|now| *now == Availability::Ready) { "false" } else { "true" })
            style:left=place(|layout, at| layout.x(at.0))
            style:top=place(|layout, at| layout.y(at.1))
            on:pointerdown=move |event: PointerEvent| {
                if let Some(own) = event.current_target().map(wasm_bindgen::JsCast::unchecked_into::<Element>) {
                    // Without it a fast pointer leaves the handle, and no more.
                    let _ = own.set_pointer_capture(event.pointer_id());
                }
                is_held.set_value(true);
            }
            on:pointermove=move |event| if is_held.get_value() { drag(&event) }
            on:pointerup=move |_| {
                is_held.set_value(false);
                commit.run(());
            }
            on:pointercancel=move |_| is_held.set_value(false)
            on:keydown=press
            on:keyup=move |event: KeyboardEvent| if event.key().starts_with("Arrow") { commit.run(()) }
        ></div>
    }
}
