//! User timing for `cargo xtask bench` and for browsers' profilers: off unless the page's address
//! has the query `?timing`, since measures pile up in the browser.

use std::cell::OnceCell;

use leptos::prelude::window;

thread_local! {
    static ON: OnceCell<bool> = const { OnceCell::new() };
}

/// Milliseconds since the page was opened.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Runs something and, when timing is on, records how long it took under a name.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let on = ON.with(|on| *on.get_or_init(|| window().location().search().is_ok_and(|query| query == "?timing")));
    if !on {
        return work();
    }
    let Some(clock) = window().performance() else { return work() };
    let start = format!("{name} starts");
    // A browser that cannot record goes without.
    let _ = clock.mark(&start);
    let result = work();
    let _ = clock.measure_with_start_mark(name, &start);
    clock.clear_marks_with_mark_name(&start);
    result
}
