//! The side of the page: the list of pictures, and the inspector or the picture that is open.

use leptos::prelude::*;

use model::keys::Key;

use super::inspector::Inspector;
use super::later::{Part, later};
use super::live::{flag, part};
use super::pictures::{PLACE, PictureList};
use super::store::Store;

/// Asks a worker for what is in view, as the settings change; also before anything of it is there.
pub fn ask(store: Store) {
    let any = Memo::new(move |_| {
        store
            .settings
            .with(|s| [Key::Picture, Key::Lesson, Key::View, Key::Hide].iter().any(|key| !s.written(*key).is_empty()))
    });
    Effect::new(move |_| {
        // Where a worker has nothing to tell of what is in view, it is asked once.
        if any.get() {
            store.draw_picture();
        } else {
            untrack(|| store.draw_picture());
        }
    });
}

/// The side.
#[component]
pub fn Side() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| store.settings.with(|s| !s.written(Key::Picture).is_empty()));
    let inside = move || match open.get() {
        false => view! { <Inspector /> }.into_any(),
        true => later(store, Part::Picture)(),
    };
    view! {
        <div class="side" class:pictured=flag(move || open.get())>
            <PictureList />
            {part(move || if open.get() { ().into_any() } else { inside().into_any() })}
            <section id=PLACE>{part(move || if open.get() { inside().into_any() } else { ().into_any() })}</section>
        </div>
    }
}
