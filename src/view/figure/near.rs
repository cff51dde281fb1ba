//! Whether a picture can be seen, for the clock that draws it.

use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::view::frame::{Frame, PainterId};

/// As far beyond the edge of what can be seen a picture counts as seen: it is drawn before it gets there.
const NEAR: &str = "300px";

/// Has a picture drawn with the others only while its element is in sight or near it, as long as the component lives. Out of
/// sight it is drawn when nothing moves. A browser that cannot tell has it drawn always.
pub fn draw_near(frame: Frame, painter: PainterId, element: impl Fn() -> Option<Element> + 'static) {
    Effect::new(move |_| {
        let Some(element) = element() else { return };
        let noticed = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            // The last one counts, if it has changed twice.
            if let Some(entry) = entries.iter().last() {
                frame.note_sight(painter, entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        // That of panes that scroll. A browser that does not know it draws a picture as it comes into sight.
        let _ = Reflect::set(&options, &"scrollMargin".into(), &NEAR.into());
        let Ok(observer) = IntersectionObserver::new_with_options(noticed.as_ref().unchecked_ref(), &options) else {
            return;
        };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, noticed));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| {
                observer.disconnect();
                // What has been noticed and not told yet would be told to nobody.
                observer.take_records();
            });
        });
    });
}

/// Has a figure drawn in the frame after something that it shows has changed, and only near what is in sight, as long as the
/// component lives.
pub fn drawn(
    frame: Frame,
    element: impl Fn() -> Option<Element> + 'static,
    shows: impl Fn() + 'static,
    draw: impl Fn() + 'static,
) {
    let painter = frame.add(draw);
    on_cleanup(move || frame.remove(painter));
    draw_near(frame, painter, element);
    Effect::new(move |_| {
        shows();
        frame.request(painter);
    });
}
