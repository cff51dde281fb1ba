//! Texts that change.

use leptos::prelude::*;
use web_sys::{Element, Node};

/// Has an element show a text, and nothing else. It is set as `use:shows=text`, never as a child: a browser's translator puts
/// nodes of its own in the place of text nodes, and one that has been taken out of the page would follow unseen.
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

/// Writes an element's text. A node that is alone there is kept: a new one would cost the browser several times as much.
fn write(element: &Element, text: &str) {
    let own = element.first_child().filter(|node| node.node_type() == Node::TEXT_NODE && node.next_sibling().is_none());
    match own {
        Some(node) => node.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}
