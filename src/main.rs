//! Mounts the page.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main id="app"><h1>"Unrolled"</h1></main> });
}
