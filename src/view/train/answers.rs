//! Answers beside what is right: in rows, or under each input.

use leptos::prelude::*;

use measure::training::{Given, Showing, Tag};
use words::training::words;

use crate::view::live::{flag, shows, text};

/// A row: its name, and its answers.
type Row = (&'static str, Vec<Given>);

fn rows(shown: Option<&Showing>) -> Vec<Row> {
    let words = words();
    // What is right is no answer that could be wrong.
    let plain =
        |names: &[String]| names.iter().map(|name| Given { name: name.clone(), is_right: true }).collect::<Vec<_>>();
    match shown {
        Some(Showing::Row { truth, answer }) => vec![(words.truth, plain(truth)), (words.answer, answer.clone())],
        Some(Showing::Translation { truth, forced, by_itself, .. }) => {
            vec![(words.truth, plain(truth)), (words.forced, forced.clone()), (words.by_itself, by_itself.clone())]
        }
        _ => vec![],
    }
}

/// What is read, if it is words; what is right, and the answers below it. A wrong one is struck out, and said to be wrong.
#[component]
pub fn AnswerRows(
    /// The example.
    shown: Memo<Option<Showing>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| shown.with(|shown| rows(shown.as_ref())));
    let read = text(move || {
        shown.with(|shown| match shown {
            Some(Showing::Translation { read, .. }) => read.join(" "),
            _ => String::new(),
        })
    });
    let columns = move |row: usize| rows.with(|rows| rows.get(row).map_or(0, |(_, answers)| answers.len()));
    let row = move |row: usize| {
        let name = text(move || rows.with(|rows| rows.get(row).map_or("", |(name, _)| *name)));
        let cell = move |column: usize| {
            let of = move || rows.with(|rows| rows.get(row).and_then(|(_, answers)| answers.get(column)).cloned());
            let is_wrong = Memo::new(move |_| of().is_some_and(|given| !given.is_right));
            view! {
                <td class:train-wrong=move || is_wrong.get()>
                    <span use:shows=text(move || of().map(|given| given.name).unwrap_or_default())></span>
                    <span class="kit-hidden" use:shows=text(move || if is_wrong.get() { words().wrong } else { "" })></span>
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row" use:shows=name></th>
                <For each=move || 0..columns(row) key=|column| *column children=cell />
            </tr>
        }
    };
    view! {
        <p class="sequence" hidden=flag(move || read.with(String::is_empty)) use:shows=read></p>
        <div class="train-answers" role="group" tabindex="0" aria-label=words().answers_label>
            <table>
                <tbody>
                    <For each=move || 0..rows.with(Vec::len) key=|row| *row children=row />
                </tbody>
            </table>
        </div>
    }
}

/// Each input with the class that is right below it, and the answer where that is another.
#[component]
pub fn Tags(
    /// The example.
    shown: Memo<Option<Showing>>,
) -> impl IntoView {
    let tags = Memo::new(move |_| {
        shown.with(|shown| if let Some(Showing::Tags(tags)) = shown { tags.clone() } else { vec![] })
    });
    let tag = move |place: usize| {
        let of = move |tell: fn(&Tag) -> String| tags.with(|tags| tags.get(place).map(tell).unwrap_or_default());
        let wrong = text(move || of(|tag| tag.wrong.clone().unwrap_or_default()));
        view! {
            <li>
                <span use:shows=text(move || of(|tag| tag.input.clone()))></span>
                <small use:shows=text(move || of(|tag| tag.right.clone()))></small>
                <small class="train-wrong" hidden=flag(move || wrong.with(String::is_empty)) use:shows=wrong></small>
            </li>
        }
    };
    view! {
        <ul class="train-tags" tabindex="0" aria-label=words().answers_label>
            <For each=move || 0..tags.with(Vec::len) key=|place| *place children=tag />
        </ul>
        <p class="train-small">{words().tags_how}</p>
    }
}
