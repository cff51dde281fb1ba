//! The view: the list and the article, which stays while steps are turned; and where the focus goes then.

use leptos::prelude::*;

use course::lesson::Step;
use kit::Status;

use super::curves::RunsFigure;
use super::rail::Rail;
use super::step::Article;
use super::told::{Heading, TOP, place_of};
use crate::view::keys::turn_on;
use crate::view::live::{flag, part};
use crate::view::store::{Store, learns};

/// The lesson that is open. Its article stays while its steps are turned.
#[component]
pub fn LessonView() -> impl IntoView {
    let store: Store = expect_context();
    let status: Status = expect_context();
    let heading = Heading(NodeRef::new());
    provide_context(heading);
    let told = store.course.lesson;
    // With its figure.
    let there = Memo::new(move |_| told.with(Option::is_some) && store.tells_lesson());
    let place =
        Memo::new(move |_| learns(store).then(|| told.with(|lesson| which(lesson.as_ref()?.step.as_ref()))).flatten());
    let turned_to = move |turned: Turned, is_first: bool| {
        let by_hand = store.course.turned.try_update_value(std::mem::take).unwrap_or_default();
        // Once it is there.
        request_animation_frame(move || {
            if let Some(top) = document().get_element_by_id(TOP) {
                top.scroll_into_view();
            }
            let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            if by_hand || lost && !is_first {
                heading.focus();
            } else if !is_first {
                status.say(turned.said);
            }
        });
    };
    Effect::new(move |before: Option<Option<Turned>>| {
        told.track();
        let now = place.get();
        let before = before.flatten();
        if let Some(turned) = now.clone().filter(|_| now != before) {
            turned_to(turned, before.is_none());
        }
        // The next turn comes after what this one did.
        turn_on(store);
        now
    });
    view! {
        <section class="lesson" id="lesson" hidden=flag(move || !learns(store))>
            {part(move || {
                there
                    .get()
                    .then(|| {
                        view! {
                            <Show when=move || !store.hides("rail")>
                                <Rail />
                            </Show>
                            <Article />
                            <RunsFigure />
                        }
                    })
            })}
        </section>
    }
}

/// A step that has been turned to.
#[derive(Clone, Debug, PartialEq)]
struct Turned {
    name: String,
    /// What is said of it to those who do not see it.
    said: String,
}

fn which(step: Option<&Step>) -> Option<Turned> {
    let step = step?;
    Some(Turned { name: step.name.clone(), said: place_of(step) })
}
