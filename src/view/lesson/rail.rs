//! The list of lessons, with what has been done.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use course::lesson::{RailLesson, RailStep};
use kit::Button;
use model::command::Command;
use words::fill;
use words::lesson::words;

use crate::view::clipboard;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// The list. Its links stay while steps are turned, so that the focus does.
#[component]
pub fn Rail() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let rail = Memo::new(move |_| {
        store.course.lesson.with(|lesson| lesson.as_ref().map(|lesson| lesson.rail.clone())).unwrap_or_default()
    });
    let count = Memo::new(move |_| rail.with(|rail| rail.lessons.len()));
    let along = Memo::new(move |_| rail.with(|rail| rail.along.clone()));
    let has_progress = Memo::new(move |_| along.with(Option::is_some));
    let can_restore = Memo::new(move |_| rail.with(|rail| rail.can_restore));
    let sheet = Memo::new(move |_| rail.with(|rail| rail.sheet.clone()));
    let other = text(move || if rail.with(|rail| rail.other_version) { words.other_version } else { "" });
    let of = move |n: usize| Memo::new(move |_| rail.with(|rail| rail.lessons.get(n).cloned()));
    view! {
        <nav class="lesson-rail" aria-label=words.lessons>
            <ol>
                <For each=move || 0..count.get() key=|n| *n children=move |n| view! { <Entry number=n lesson=of(n) /> } />
            </ol>
            <p class="lesson-told" role="status" use:shows=other></p>
            {part(move || has_progress.get().then(|| view! { <TakeAlong along /> }))}
            {part(move || {
                can_restore
                    .get()
                    .then(|| {
                        view! {
                            <p class="lesson-export">
                                <span role="status">{words.forgotten}</span>
                                <Button label=words.remember press=move || store.command(Command::RestoreProgress) />
                            </p>
                        }
                    })
            })}
            {part(move || {
                sheet
                    .with(Option::is_some)
                    .then(|| {
                        let to = move || format!("#view=reference&page={}", sheet.get().unwrap_or_default());
                        view! {
                            <p class="lesson-export">
                                <a href=text(to)>{words.print}</a>
                            </p>
                        }
                    })
            })}
        </nav>
    }
}

/// What takes the progress along, and what forgets it.
#[component]
fn TakeAlong(along: Memo<Option<String>>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let said = RwSignal::new("");
    let copy = move |event: MouseEvent| {
        let to = along.get_untracked().unwrap_or_default();
        let here = window().location().href().unwrap_or_default();
        let page = here.split('#').next().unwrap_or_default();
        event.prevent_default();
        clipboard::copy(&format!("{page}{to}"), move |copied| {
            if !copied {
                // An address that cannot be set leaves the link, which can be copied by hand.
                let _ = window().location().set_hash(&to);
            }
            said.set(if copied { words.progress_copied } else { words.progress_in_bar });
        });
    };
    view! {
        <p class="lesson-export">
            <a title=words.progress_tip href=text(move || along.get().unwrap_or_default()) on:click=copy>
                {words.progress}
            </a>
            <span role="status" use:shows=text(move || said.get())></span>
            <Button label=words.forget press=move || store.command(Command::ForgetProgress) />
        </p>
    }
}

/// A lesson.
#[component]
fn Entry(number: usize, lesson: Memo<Option<RailLesson>>) -> impl IntoView {
    let of = move |read: fn(&RailLesson) -> String| {
        text(move || lesson.with(|own| own.as_ref().map(read).unwrap_or_default()))
    };
    let is_here = Memo::new(move |_| lesson.with(|own| own.as_ref().is_some_and(|own| own.steps.is_some())));
    let is_done = move || lesson.with(|own| own.as_ref().is_some_and(|own| own.is_done));
    view! {
        <li class:done=flag(is_done)>
            <a href=of(|own| own.address.clone()) aria-current=move || is_here.get().then_some("page")>
                <b>{number + 1}</b>
                <span use:shows=of(|own| own.name.clone())></span>
                <span class="kit-hidden" use:shows=text(move || if is_done() { words().done } else { "" })></span>
            </a>
        </li>
    }
}

/// The steps of the lesson that is read, above its heading.
#[component]
pub fn Dots() -> impl IntoView {
    let store: Store = expect_context();
    let steps = Memo::new(move |_| {
        store.course.lesson.with(|lesson| {
            let here = lesson.as_ref()?.rail.lessons.iter().find_map(|own| own.steps.clone());
            here.filter(|_| lesson.as_ref().is_some_and(|lesson| lesson.step.is_some()))
        })
    });
    let count = Memo::new(move |_| steps.with(|steps| steps.as_ref().map(Vec::len)).unwrap_or_default());
    let step = move |n: usize| Memo::new(move |_| steps.with(|steps| steps.as_ref()?.get(n).cloned()));
    view! {
        <ol class="lesson-dots">
            <For each=move || 0..count.get() key=|n| *n children=move |n| view! { <Dot number=n step=step(n) /> } />
        </ol>
    }
}

/// A step.
#[component]
fn Dot(number: usize, step: Memo<Option<RailStep>>) -> impl IntoView {
    let is = move |read: fn(&RailStep) -> bool| flag(move || step.with(|own| own.as_ref().is_some_and(read)));
    let (here, seen) = (is(|own| own.is_here), is(|own| own.is_seen));
    let label = move || {
        let said = if seen.get() { words().step_seen } else { words().step_unseen };
        fill(said, &[("n", &(number + 1).to_string())])
    };
    view! {
        <li>
            <a
                class:done=seen
                aria-current=move || here.get().then_some("step")
                href=text(move || step.with(|own| own.as_ref().map(|own| own.address.clone()).unwrap_or_default()))
                aria-label=text(label)
            ></a>
        </li>
    }
}
