//! The worker: what computes off the page's thread. Its code runs in the page itself where a browser gives none.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

mod bench;
mod course;
mod fetched;
mod files;
mod helpers;
mod host;
mod leading;
mod learning;
mod own;
mod sweeping;

fn main() {
    host::serve();
}
