//! Values in the page that change. One type for all of them: a closure of its own at every place
//! would make the compiler write the updating code at every place too.

use leptos::prelude::*;

pub use kit::shows;

/// A text that follows what it reads. Inside an element it is set as `use:shows=text(…)`, never as a child.
pub fn text<T: Into<String>>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || read().into())
}

/// A yes or no that follows what it reads.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// Part of a page that is made anew when what it reads changes.
pub fn part<V: IntoAny>(mut make: impl FnMut() -> V + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || make().into_any())
}
