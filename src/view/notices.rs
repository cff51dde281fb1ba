//! Where what is told once stands, wherever the page is: a worker that is awaited or has failed, a browser that keeps nothing. And
//! what stands in the place of what a worker would write there.

use leptos::prelude::*;

use kit::Button;
use model::command::View;
use words::page::words;

use super::live::{flag, shows, text};
use super::store::{Later, Notice, Store, in_view, learns};

/// Starts what works in the background once more.
#[component]
fn Again() -> impl IntoView {
    let store: Store = expect_context();
    view! { <Button label=words().try_again press=Callback::new(move |()| store.try_again()) /> }
}

/// The standing place of what is told. A reader of the screen knows it before something is.
#[component]
pub fn Notices() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let line = move |notice: Notice| {
        let (again, passing) = (notice.can_be_tried(), notice.passes());
        let said = notice.said();
        view! {
            <p class:passing=passing>
                <span>{said}</span>
                {again.then(|| view! { <Again /> })}
                {(!passing).then(|| {
                    view! { <Button label=words.dismiss press=Callback::new(move |()| store.dismiss(&notice)) /> }
                })}
            </p>
        }
    };
    view! {
        <div id="notices" role="status">
            // What stays told stays in place, with the keyboard on its buttons.
            <For each=move || store.notices.get() key=Notice::clone children=line />
        </div>
    }
}

/// What stands in the place of a lesson's text, or of what another view shows, where nobody draws it: the style hides it
/// where something has been drawn.
#[component]
pub fn Undrawn() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let said = move || match (learns(store), store.undrawn.get()) {
        (true, Some(Notice::Stopped(_))) => words.lesson_stopped,
        (true, _) => words.lesson_not_loaded,
        (false, Some(Notice::Stopped(_))) => words.view_stopped,
        (false, _) => words.view_not_loaded,
    };
    let told = move || match (learns(store), in_view(store)) {
        (true, _) => store.course.lesson.with(Option::is_some),
        (false, View::Reference) => store.course.page.with(Option::is_some),
        (false, View::Compare) => store.sweeps.compared.with(Option::is_some),
        (false, View::Results) => store.sweeps.results.with(Option::is_some),
        (false, view) => matches!(view, View::Start | View::Lab | View::Choose),
    };
    let none = move || {
        let missing = store.later.get() == Later::Failed && store.shows_later();
        !missing && (store.undrawn.with(Option::is_none) || told())
    };
    view! {
        <section id="undrawn" hidden=flag(none)>
            <p use:shows=text(said)></p>
            <Again />
        </section>
    }
}
