//! The list of pictures: one is open, or the inspector of the cell.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Element;

use kit::{Choices, Segmented};
use measure::{Picture, Purpose};
use model::keys::Key;
use words::laboratory::words;

use super::frame::about;
use crate::view::keyed::lock;
use crate::view::live::text;
use crate::view::store::{SHEET, Store, learns};

/// The id of the element that holds the open picture.
pub const PLACE: &str = "laboratory";

/// A group's name.
fn name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Look => words().group_look,
        Purpose::Explain => words().group_explain,
        Purpose::Change => words().group_change,
    }
}

/// A group's entries, as they are written in the address, with their names. The inspector, which is no picture, is written as
/// nothing.
fn entries(purpose: Purpose) -> Vec<(String, String)> {
    let entry = |picture: &Picture| (picture.key().to_owned(), about(*picture).name.to_owned());
    let mut entries: Vec<_> = purpose.pictures().iter().map(entry).collect();
    if purpose == Purpose::Look {
        entries.insert(1, (String::new(), words().cell.to_owned()));
    }
    entries
}

/// Opens a picture, or the inspector. “What moves y” opens at the word where the loss is read, whose output has the most before it.
fn open(store: Store, picture: &str) {
    if picture == Picture::Hears.key() {
        let read = store.settings.with_untracked(|settings| settings.read_step());
        let (picture_key, at) = (Key::Picture.name(), Key::At.name());
        store.set_by_key("apply", &format!("{picture_key}={picture}&{at}={}", read + 1), true);
    } else {
        store.choose_key(Key::Picture, picture);
    }
    let narrow = window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < SHEET);
    if narrow && picture.is_empty() {
        store.sheet.set(true);
    } else if narrow {
        // Once it has taken its place.
        let show = || document().get_element_by_id(PLACE).iter().for_each(Element::scroll_into_view);
        set_timeout(show, Duration::from_millis(150));
    }
}

/// The list.
#[component]
pub fn PictureList() -> impl IntoView {
    let store: Store = expect_context();
    let groups = Purpose::ALL.map(|purpose| (name(purpose).to_owned(), entries(purpose).len())).to_vec();
    let options = Purpose::ALL.into_iter().flat_map(entries).collect();
    let opened = Memo::new(move |_| store.settings.with(Picture::of).map_or("", Picture::key).to_owned());
    let choices = Choices::new(options, opened, move |picture: String| open(store, &picture));
    view! {
        <Show when=move || !learns(store) && !store.hides("pictures")>
        <nav id="pictures" aria-label=words::page::words().pictures>
            <Segmented
                label=text(|| words::page::words().pictures)
                silent=true
                choices=choices.clone()
                groups=groups.clone()
                lock=lock(store, Key::Picture)
            />
        </nav>
        </Show>
        <Show when=move || store.absent.get()>
            <p class="note">{words().trained_absent}</p>
        </Show>
    }
}
