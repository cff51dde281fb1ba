//! The list of pictures: one is open, or the inspector of the cell.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Element;

use kit::{Choices, Segmented};
use measure::Picture;
use model::keys::Key;
use words::laboratory::words;

use super::frame::about;
use crate::view::keyed::{lock, written};
use crate::view::live::text;
use crate::view::store::{SHEET, Store, learns};

/// The id of the element that holds the open picture.
pub const PLACE: &str = "laboratory";

/// The list.
#[component]
pub fn PictureList() -> impl IntoView {
    let store: Store = expect_context();
    let cell = (String::new(), words().cell.to_owned());
    let pictures = Picture::ALL.map(|picture| (picture.key().to_owned(), about(picture).name.to_owned()));
    let options = std::iter::once(cell).chain(pictures).collect();
    let choices = Choices::new(options, written(store, Key::Picture), move |picture: String| {
        store.choose_key(Key::Picture, &picture);
        let narrow = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < SHEET);
        if narrow {
            // Once it has taken its place.
            let show = || document().get_element_by_id(PLACE).iter().for_each(Element::scroll_into_view);
            set_timeout(show, Duration::from_millis(150));
        }
    });
    view! {
        <Show when=move || !learns(store) && !store.hides("pictures")>
        <nav id="pictures" aria-label=words::page::words().pictures>
            <Segmented label=text(|| words::page::words().pictures) silent=true choices=choices.clone() lock=lock(store, Key::Picture) />
        </nav>
        </Show>
        <Show when=move || store.absent.get()>
            <p class="note">{words().trained_absent}</p>
        </Show>
    }
}
