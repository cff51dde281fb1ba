//! The page's head.

use leptos::prelude::*;

/// Adds an element to the page's head.
pub fn add(tag: &str, attributes: &[(&str, &str)]) -> Option<web_sys::Element> {
    let (Ok(element), Some(head)) = (document().create_element(tag), document().head()) else { return None };
    // Without its style the laboratory is plain, but all there.
    attributes.iter().for_each(|(name, value)| element.set_attribute(name, value).unwrap_or_default());
    let _ = head.append_child(&element);
    Some(element)
}

/// What a `<meta>` of this name says.
pub fn named(name: &str) -> String {
    let named = document().query_selector(&format!("meta[name={name}]")).ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}
