//! Mounts the page.

fn main() {
    unrolled::view::mount();
}
