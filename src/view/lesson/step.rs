//! A step: its heading, its prose, its runs, its question, the programs that go with it, the ways on.

use leptos::prelude::*;

use course::lesson::Step;
use words::fill;
use words::lesson::words;

use super::answer::AnswerTold;
use super::programs::Programs;
use super::question::Ask;
use super::rail::Dots;
use super::runs::RunsTold;
use super::told::{Heading, TOP, of, place_of};
use super::turn::{End, Turn};
use crate::view::live::{flag, part, shows, text};
use crate::view::rich::{prose, sentence};
use crate::view::store::Store;

/// The step that has been told last. Only what changes of it is made anew.
#[component]
pub fn Article() -> impl IntoView {
    let store: Store = expect_context();
    let heading: Heading = expect_context();
    let told =
        Memo::new(move |_| store.course.lesson.with(|lesson| lesson.as_ref().and_then(|lesson| lesson.step.clone())));
    let unknown = Memo::new(move |_| {
        store.course.lesson.with(|lesson| {
            let lesson = lesson.as_ref()?;
            lesson.step.is_none().then(|| fill(words().unknown, &[("found", &lesson.of.lesson)]))
        })
    });
    let place = text(move || told.with(|step| step.as_ref().map(place_of).unwrap_or_default()));
    let head = of(told, |step| step.heading.clone());
    // Another step is another text: nothing of the one before moves into it.
    let which = of(told, |step| step.name.clone());
    view! {
        <article class="lesson-article">
            <div class="lesson-text">
                <div id=TOP class="lesson-prose">
                    {part(move || {
                        unknown.get().map(|told| view! { <p class="message" role="status">{told}</p> })
                    })}
                    <Dots />
                    <p class="lesson-place" id="lesson-place" use:shows=place></p>
                    <h2 tabindex="-1" hidden=flag(move || head.with(Option::is_none)) node_ref=heading.0 aria-describedby="lesson-place">
                        {part(move || {
                            head.get().map(|pieces| view! { <span>{sentence(pieces, &[])}</span> })
                        })}
                    </h2>
                </div>
                <For each=move || which.get() key=|name| name.clone() children=move |_| view! { <Text told /> } />
            </div>
            <Turn told />
        </article>
    }
}

/// All of a step below its heading.
#[component]
fn Text(told: Memo<Option<Step>>) -> impl IntoView {
    let terms = of(told, |step| step.terms.clone());
    let blocks = of(told, |step| step.prose.clone());
    let tries = of(told, |step| step.tries.clone());
    let runs = of(told, |step| step.runs.clone());
    // The button that shows the answer makes its runs: there is one.
    let waits = Memo::new(move |_| {
        told.with(|step| step.as_ref().is_some_and(|step| step.ask.is_some() && step.answer.is_none()))
    });
    let sweep = Memo::new(move |_| runs.with(|runs| runs.as_ref().and_then(|own| Some(own.as_ref()?.sweep))));
    let try_it = move |pieces| {
        view! { <p class="lesson-try"><b>{words().try_it}</b> " " {terms.with_untracked(|terms| sentence(pieces, terms.as_deref().unwrap_or_default()))}</p> }
    };
    view! {
        <div class="lesson-prose">
            {part(move || {
                terms.track();
                blocks.get().map(|blocks| {
                    terms.with_untracked(|terms| prose(blocks, terms.as_deref().unwrap_or_default()))
                })
            })}
        </div>
        <Ask told />
        <AnswerTold told />
        {part(move || {
            sweep.get().map(|sweep| {
                view! { <RunsTold sweep runs=Signal::derive(move || runs.get().flatten()) offers=flag(move || !waits.get()) /> }
            })
        })}
        <div class="lesson-prose">
            {part(move || {
                terms.track();
                tries.get().unwrap_or_default().into_iter().map(try_it).collect_view()
            })}
        </div>
        <End told />
        <Programs told />
    }
}
