//! The laboratory's pictures, drawn from the numbers that a worker has measured. Those that are not here yet come as parts
//! (`laboratory.rs`).

mod hears;
mod rich;
mod table;

use leptos::prelude::*;

use measure::Measured;
use words::laboratory::words;

use super::live::part;
use super::store::Store;
use hears::HearsPicture;
use rich::rich;

/// The open picture, if it is one of these. Its frame stays while its numbers change.
#[component]
pub fn Picture() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| store.measured.with(|measured| measured.picture()));
    let hears = numbers(store, |measured| if let Measured::Hears(hears) = measured { Some(hears) } else { None });
    part(move || match open.get() {
        Some(picture @ measure::Picture::Hears) => {
            frame(picture, words().hears_title, words().hears_how, view! { <HearsPicture hears /> })
        }
        _ => ().into_any(),
    })
}

/// The numbers of one kind of picture, as long as it is open; the last ones while another opens.
fn numbers<T: Clone + PartialEq + Default + Send + Sync + 'static>(
    store: Store,
    of: fn(&Measured) -> Option<&T>,
) -> Memo<T> {
    Memo::new(move |last: Option<&T>| {
        let now = store.measured.with(|measured| of(measured).cloned());
        now.or_else(|| last.cloned()).unwrap_or_default()
    })
}

/// A picture below its title and how it is read.
fn frame(
    picture: measure::Picture,
    title: &'static str,
    how: &'static str,
    inside: impl IntoView + 'static,
) -> AnyView {
    view! {
        <div class="picture" data-picture=picture.key()>
            <h3>{title}</h3>
            <p class="read">{rich(how)}</p>
            {inside}
        </div>
    }
    .into_any()
}
