//! The page's components, one a file. They read traces and settings; the only arithmetic here is
//! layout.

mod canvas;
mod choose;
mod clipboard;
mod compare;
mod controls;
mod covered;
mod crash;
mod describe;
mod diagram;
mod equation;
mod figure;
mod frame;
mod head;
mod inspector;
mod keyed;
mod keys;
mod lane;
mod later;
mod lesson;
mod lit;
mod live;
mod navigation;
mod notices;
mod page;
mod pictures;
mod reach;
mod reference;
mod results;
mod rich;
mod scrubber;
mod sheets;
mod side;
mod stage;
mod stage_view;
mod store;
mod sweep;
mod theme;
mod timing;
mod tokens;
mod train;
mod transport;

use std::time::Duration;

use leptos::prelude::*;

use model::settings::State;

use crash::show_crash;
use head::add;
use store::address;

/// The first view has the line to itself for so long.
const FIRST_VIEW: Duration = Duration::from_millis(100);

/// Puts the page, as the address says, in the place of the loading screen.
pub fn mount() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_crash();
    }));
    let (state, problems) = State::from_fragment(&address::fragment());
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(move || {
        let store = store::Store::new(state, problems);
        later::follow(store);
        set_timeout(
            move || {
                let address = worker_address();
                for file in ["laboratory.css", "lesson.css", "train.css", "course.css"] {
                    add("link", &[("rel", "stylesheet"), ("href", &address.replace("worker_loader.js", file))]);
                }
                store.start_workers(&address);
            },
            FIRST_VIEW,
        );
        view! { <page::Page store /> }
    });
}

/// Where the worker lies, as the page's HTML says.
fn worker_address() -> String {
    let named = document().query_selector("meta[name=worker]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}
