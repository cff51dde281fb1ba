//! The ways on and back, and what stays of a lesson at its end.

use leptos::prelude::*;

use course::lesson::{Next, Step};
use kit::{Button, ButtonKind};
use model::keys::Key;
use words::fill;
use words::lesson::words;

use super::reading::reading;
use super::told::{Heading, free, of};
use crate::view::keys::turn;
use crate::view::live::{flag, part, text};
use crate::view::navigation::visit;
use crate::view::store::Store;

/// The buttons that turn a step. They stay while steps are turned, so that the focus does where it is not moved.
#[component]
pub fn Turn(told: Memo<Option<Step>>) -> impl IntoView {
    let store: Store = expect_context();
    let heading: Heading = expect_context();
    let words = words();
    let next = of(told, |step| step.next.clone());
    let has_next = Memo::new(move |_| next.with(Option::is_some));
    let has_back = Memo::new(move |_| told.with(|step| step.as_ref().is_some_and(|step| step.back.is_some())));
    let touched = Memo::new(move |_| told.with(|step| step.as_ref().is_some_and(|step| step.is_touched)));
    let label = move || match next.get() {
        None => String::new(),
        Some(Next::Reveal(Some(_))) => words.run_and_reveal.to_owned(),
        Some(Next::Reveal(None)) => words.reveal.to_owned(),
        Some(Next::Step(_)) => format!("{} →", words.next),
        Some(Next::Lesson { name, .. }) => fill(words.next_lesson, &[("name", &name)]),
        Some(Next::Again(_)) => words.again.to_owned(),
    };
    let availability = Signal::derive(move || {
        let reveals = next.with(|next| matches!(next, Some(Next::Reveal(_))));
        let key = if reveals { Key::Shown } else { Key::Lesson };
        free(store, key).get()
    });
    let press = move || {
        if let Some(Next::Again(address)) = next.get_untracked() {
            store.course.turned.set_value(true);
            return visit(store, &address);
        }
        turn(store, true);
    };
    let restore = move || {
        let address = told.with_untracked(|step| step.as_ref().map(|step| step.address.clone()));
        address.iter().for_each(|address| visit(store, address));
        // The button goes with what was changed.
        heading.focus();
    };
    let back = move || {
        turn(store, false);
    };
    view! {
        <div class="lesson-turn">
            <p class="lesson-note">
                {part(move || {
                    if touched.get() {
                        view! {
                            <span class="lesson-touched">{words.touched}</span>
                            <Button label=words.restore press=restore />
                        }
                        .into_any()
                    } else {
                        view! { <small hidden=flag(move || !has_next.get())>{words.keys}</small> }.into_any()
                    }
                })}
            </p>
            <div class="lesson-ways">
                {part(move || {
                    has_back.get().then(|| {
                        view! { <Button label=format!("← {}", words.back) press=back availability=free(store, Key::Lesson) /> }
                    })
                })}
                {part(move || {
                    has_next.get().then(|| view! { <span class="lesson-next"><Button kind=ButtonKind::Primary label=text(label) availability press /></span> })
                })}
            </div>
        </div>
    }
}

/// What stays of a lesson, at its end.
#[component]
pub fn End(told: Memo<Option<Step>>) -> impl IntoView {
    let end = of(told, |step| step.end.clone());
    part(move || {
        end.get().flatten().map(|end| {
            view! {
                <section class="lesson-end" aria-labelledby="lesson-reading">
                    <p class="lesson-summary"><b>{words().summary}</b> " " <span>{end.summary}</span></p>
                    <h3 id="lesson-reading">{words().reading}</h3>
                    {reading(end.reading)}
                </section>
            }
        })
    })
}
