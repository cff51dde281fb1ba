//! What is said once an answer is shown: how the guess compares, and what follows from it.

use leptos::prelude::*;

use course::lesson::{Step, Verdict};
use kit::{Glyph, Icon, Status};

use super::told::of;
use crate::view::live::{part, shows, text};
use crate::view::rich::prose;

/// The answer of the step that is told; nothing until it is shown. It is said once, when it comes or changes.
#[component]
pub fn AnswerTold(told: Memo<Option<Step>>) -> impl IntoView {
    let status: Status = expect_context();
    let verdict = of(told, |step| step.answer.as_ref().map(|answer| (step.name.clone(), answer.verdict.clone())));
    let then = of(told, |step| step.answer.as_ref().map(|answer| (answer.then.clone(), step.terms.clone())));
    let there = Memo::new(move |_| verdict.with(|verdict| matches!(verdict, Some(Some(_)))));
    let now = Memo::new(move |_| verdict.get().flatten());
    Effect::new(move |before: Option<Option<(String, Verdict)>>| {
        let now = now.get();
        if let (Some((_, verdict)), Some(before)) = (&now, before)
            && before != now
        {
            status.say(verdict.said());
            // Once it is there and has been painted: what it pushes down is out of sight by then.
            request_animation_frame(|| request_animation_frame(bring_into_sight));
        }
        now
    });
    let said = text(move || now.with(|now| now.as_ref().map(|(_, verdict)| verdict.said()).unwrap_or_default()));
    let right = Memo::new(move |_| now.with(|now| now.as_ref().and_then(|(_, verdict)| verdict.is_right())));
    let sign = move || {
        let sign = match right.get()? {
            true => Icon::Check,
            false => Icon::Close,
        };
        Some(view! { <Glyph icon=text_of(sign) /> })
    };
    let line = move || {
        view! {
            <p class="lesson-verdict" class:agrees=move || right.get() == Some(true) class:disagrees=move || right.get() == Some(false)>
                {part(sign)}
                <span use:shows=said></span>
            </p>
        }
    };
    view! {
        {part(move || there.get().then(line))}
        <div class="lesson-prose lesson-answer">
            {part(move || then.get().flatten().map(|(blocks, terms)| prose(blocks, &terms)))}
        </div>
    }
}

/// Brings the question with its answer into sight, where the answer ends below what is seen.
fn bring_into_sight() {
    let find = |css| document().query_selector(css).ok().flatten();
    let (Some(ask), Some(answer), Some(ways)) = (find(".lesson-ask"), find(".lesson-answer"), find(".lesson-turn"))
    else {
        return;
    };
    if answer.get_bounding_client_rect().bottom() > ways.get_bounding_client_rect().top() {
        ask.scroll_into_view();
    }
}

fn text_of(icon: Icon) -> Signal<Icon> {
    Signal::stored(icon)
}
