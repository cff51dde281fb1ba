//! How wide an element is, as a signal.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// The width of an element in CSS pixels, which follows it as long as the component lives; 0 before it is laid out.
pub fn width(element: impl Fn() -> Option<Element> + 'static) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        let Some(element) = element() else { return };
        let watched = element.clone();
        let measure = move || {
            let now = f64::from(watched.client_width());
            // The last one may be told when the component is gone.
            if width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        };
        // Before the first frame, so that nothing is drawn at another size than its own.
        measure();
        let changed = Closure::<dyn Fn()>::new(measure);
        // Without an observer nothing would be drawn, and every browser that can run the page has one.
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, changed));
        on_cleanup(move || kept.try_with_value(|(observer, _)| observer.disconnect()).unwrap_or_default());
    });
    width
}
