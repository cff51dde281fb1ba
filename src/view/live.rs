//! Values in the page that change. One type for all of them: a closure of its own at every place
//! would make the compiler write the updating code at every place too.

use leptos::prelude::*;
use web_sys::{Element, Node};

/// A text that follows what it reads. Inside an element it is set as `use:shows=text(…)`, never as a child: a browser's
/// translator puts nodes of its own in the place of text nodes, and a text node that has been taken out of the page
/// follows unseen.
pub fn text<T: Into<String>>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || read().into())
}

/// Has an element show a text, and nothing else.
pub fn shows(element: Element, text: Signal<String>) {
    write(&element, &text.get_untracked());
    Effect::new(move |before: Option<String>| {
        let now = text.get();
        if before.as_ref() != Some(&now) {
            write(&element, &now);
        }
        now
    });
}

/// Writes an element's text. A node that is alone there is kept, as most are in every frame: a new one would cost the
/// browser several times as much.
fn write(element: &Element, text: &str) {
    let own = element.first_child().filter(|node| node.node_type() == Node::TEXT_NODE && node.next_sibling().is_none());
    match own {
        Some(node) => node.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}

/// A yes or no that follows what it reads.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// Part of a page that is made anew when what it reads changes.
pub fn part<V: IntoAny>(mut make: impl FnMut() -> V + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || make().into_any())
}
