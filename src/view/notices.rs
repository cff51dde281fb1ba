//! What is told once, wherever the page is: a worker that is awaited or has failed, a browser that keeps nothing. And what
//! stands in the place of what a worker would write there.

use leptos::prelude::*;

use model::command::View;
use words::{fill, page::words};

use super::live::{flag, part, shows, text};
use super::store::Store;
use super::train::{in_view, learns};

/// Something that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The program that draws and trains has not come yet.
    Awaited,
    /// It could not be had, for this cause.
    NotLoaded(String),
    /// It has stopped, for this cause.
    Stopped(String),
    /// The browser keeps nothing, for this cause.
    KeepsNothing(String),
}

impl Notice {
    fn said(&self) -> String {
        let words = words();
        let because = |text: &str, cause: &str| {
            let cause = if cause.is_empty() { words.no_cause } else { cause };
            fill(text, &[("cause", cause)])
        };
        match self {
            Self::Awaited => words.awaited.to_owned(),
            Self::NotLoaded(cause) => because(words.not_loaded, cause),
            Self::Stopped(cause) => because(words.stopped, cause),
            Self::KeepsNothing(cause) => because(words.keeps_nothing, cause),
        }
    }

    /// Whether it can be tried again.
    fn can_be_tried(&self) -> bool {
        matches!(self, Self::NotLoaded(_) | Self::Stopped(_))
    }

    /// Whether it goes away by itself.
    fn passes(&self) -> bool {
        *self == Self::Awaited
    }
}

impl Store {
    /// Tells something, once.
    pub fn tell(&self, notice: Notice) {
        let alike = |own: &Notice| std::mem::discriminant(own) == std::mem::discriminant(&notice);
        if !self.told.with_value(|told| told.iter().any(alike)) {
            self.told.update_value(|told| told.push(notice.clone()));
            self.notices.update(|notices| notices.push(notice));
        }
    }

    /// Takes back what is told of workers.
    pub fn untell_workers(&self) {
        let stays = |notice: &Notice| matches!(notice, Notice::KeepsNothing(_));
        self.told.update_value(|told| told.retain(stays));
        self.notices.update(|notices| notices.retain(stays));
    }

    /// Closes a notice: it is not told again.
    fn dismiss(&self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|own| own != notice));
    }
}

/// The standing place of what is told. A reader of the screen knows it before something is.
#[component]
pub fn Notices() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let line = move |notice: Notice| {
        let (again, close) = (notice.can_be_tried(), !notice.passes());
        let said = notice.said();
        view! {
            <p>
                <span>{said}</span>
                {again.then(|| view! {
                    <button data-act="again" on:click=move |_| store.restart_workers()>
                        {words.try_again}
                    </button>
                }.into_any())}
                {close.then(|| view! {
                    <button class="plain" on:click=move |_| store.dismiss(&notice)>
                        {words.dismiss}
                    </button>
                }.into_any())}
            </p>
        }
    };
    view! {
        <div id="notices" role="status">
            {part(move || store.notices.get().into_iter().map(line).collect_view())}
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
    let none = move || store.undrawn.with(Option::is_none) || in_view(store) == View::Lab && !learns(store);
    view! {
        <section id="undrawn" hidden=flag(none)>
            <p use:shows=text(said)></p>
            <button data-act="again" on:click=move |_| store.restart_workers()>
                {words.try_again}
            </button>
        </section>
    }
}
