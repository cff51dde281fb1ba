//! The page's components, one a file. They read traces and settings; the only arithmetic here is
//! layout.

mod along;
mod canvas;
mod choose;
mod clipboard;
mod compare;
mod controls;
mod crash;
mod describe;
mod described;
mod diagram;
mod embedded;
mod embedding;
mod equation;
mod exchange;
mod figure;
mod film;
mod flags;
mod focus;
mod frame;
mod head;
mod header;
mod inspector;
mod keyed;
mod keys;
mod lab_pictures;
mod lane;
mod later;
mod lesson;
mod live;
mod models;
mod navigation;
mod notices;
mod offline;
mod page;
mod pictures;
mod present;
mod printed;
mod reach;
mod reference;
mod results;
mod rich;
mod save;
mod scrubber;
mod setting;
mod sheets;
mod side;
mod slides;
mod sound;
mod stage;
mod stage_view;
mod start;
mod start_picture;
mod store;
mod styles;
mod sweep;
mod taking;
mod texts;
mod theme;
mod timing;
mod tokens;
mod train;
mod transport;
mod unrolled;
mod way_back;
mod weights;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use model::command::View;
use model::settings::State;

use crash::show_crash;
use figure::Takes;
use later::Part;
use store::{address, in_view, learns};
use styles::Styles;

/// The Lab, where the address leads there, has the line to itself for so long.
const FIRST_VIEW: Duration = Duration::from_millis(100);

/// Puts the page, as the address says, in the place of the loading screen, once its texts are here: `index.html` fetches them.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        show_crash();
    }));
    // Leptos has nowhere to run it before it has mounted something.
    wasm_bindgen_futures::spawn_local(async move {
        // Without them it stays as it is; `index.html` says that the page could not start.
        if texts::first().await {
            mount();
        }
    });
}

fn mount() {
    let (state, problems) = State::from_address(&address::fragment());
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    mount_to_body(move || {
        let store = store::Store::new(state, problems);
        later::follow(store);
        provide_context(Takes(Callback::new(move |of| later::later(store, Part::Take(of))())));
        let styles = Styles::new();
        let address = head::named("worker");
        let opens_lab = untrack(|| in_view(store) == View::Lab && !learns(store)) && !store.embedded;
        // Any other view shows nothing before its styles and what a worker tells.
        if !opens_lab {
            styles.fetch(&address);
            Styles::fetch_letters();
        }
        set_timeout(
            move || {
                if opens_lab {
                    styles.fetch(&address);
                }
                spawn_local(async move {
                    texts::later(store).await;
                });
                store.start_workers(&format!("{address}?lang={}", words::language().key()));
            },
            if opens_lab { FIRST_VIEW } else { Duration::ZERO },
        );
        view! { <page::Page store styles /> }
    });
}
