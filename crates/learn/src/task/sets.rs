//! Sets of real data that tasks learn from: files beside the page, fetched when a task that needs them is chosen.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

thread_local! {
    static SETS: RefCell<HashMap<String, Rc<str>>> = RefCell::default();
}

/// Takes in what a file holds.
pub fn bring(name: &str, text: &str) {
    SETS.with_borrow_mut(|sets| sets.insert(name.to_owned(), text.into()));
}

/// What a file holds; none if it has not been brought. Natively it is read from the folder it lies in.
#[must_use]
pub fn get(name: &str) -> Option<Rc<str>> {
    let here = SETS.with_borrow(|sets| sets.get(name).cloned());
    if here.is_some() || cfg!(target_arch = "wasm32") {
        return here;
    }
    let text = std::fs::read_to_string(format!("{}/../../static/sets/{name}", env!("CARGO_MANIFEST_DIR"))).ok()?;
    bring(name, &text);
    Some(text.into())
}
