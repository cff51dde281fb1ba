//! The view Choose: plain questions, the advice that follows from the answers with its reasons, and what each cell takes. All of
//! it follows from the settings, so no worker is asked.

mod advice;
mod glance;
mod questions;
mod takes;

use leptos::prelude::*;

use course::choose::Advised;
use model::command::View;
use words::choose::words;

use super::live::{flag, part};
use super::store::{Store, in_view};
use advice::AdviceCard;
use glance::Glance;
use questions::Questions;
use takes::Takes;

/// The view.
#[component]
pub fn ChooseView() -> impl IntoView {
    let store: Store = expect_context();
    let is_open = Memo::new(move |_| in_view(store) == View::Choose);
    // Once it has been made it stays, so that nothing in it is lost while another view is open.
    let is_there = Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || is_open.get());
    let inside = move || {
        let words = words();
        let advised = Memo::new(move |_| store.settings.with(Advised::of));
        view! {
            <div class="view-inside">
                <h2>{words.title}</h2>
                <p class="intro">{words.intro}</p>
                <Glance />
                <div class="choose">
                    <Questions />
                    <AdviceCard advised />
                </div>
                <Takes advised />
            </div>
        }
    };
    view! {
        <section class="view" id="choose" hidden=flag(move || !is_open.get())>
            {part(move || is_there.get().then(inside))}
        </section>
    }
}
