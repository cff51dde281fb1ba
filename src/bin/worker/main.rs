//! Starts the worker: the engine, off the page's thread.

#[cfg(target_arch = "wasm32")]
mod bench;

fn main() {
    #[cfg(target_arch = "wasm32")]
    unrolled::worker::serve();
}
