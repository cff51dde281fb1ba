//! Where to go on.

use leptos::prelude::*;

use kit::{Card, Level};
use words::start::words;

/// Three doors.
#[component]
pub fn Doors() -> impl IntoView {
    let words = words();
    let all = [
        (words.lesson, words.lesson_what, "#lesson=sequences.1"),
        (words.lab, words.lab_what, "#"),
        (words.train, words.train_what, "#view=train&task=agreement"),
    ];
    let door = |(title, what, to): (&'static str, &'static str, &'static str)| {
        view! { <Card title level=Level::Third href=to>{what}</Card> }
    };
    view! { <div class="start-doors">{all.map(door).into_iter().collect_view()}</div> }
}
