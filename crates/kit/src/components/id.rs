//! Names for elements that others refer to.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many names there are.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A name that no other element of the page has.
pub fn unique(part: &str) -> String {
    format!("kit-{part}-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// An id that whoever uses a component gives it; a name that no other element has, if that is empty.
pub fn own(id: &'static str, part: &str) -> String {
    if id.is_empty() { unique(part) } else { id.to_owned() }
}
