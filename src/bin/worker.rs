//! Starts the worker: the engine, off the page's thread.

fn main() {
    unrolled::worker::serve();
}
