//! The page: Leptos components over the model, drawn in a browser.

#[cfg(target_arch = "wasm32")]
mod view;

fn main() {
    #[cfg(target_arch = "wasm32")]
    view::start();
}
