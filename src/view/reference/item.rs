//! An entry: its prose, its question with the answer, its runs.

use leptos::prelude::*;

use course::lesson::{Answer, Asked, Definition, Item as Told};
use kit::Disclosure;
use words::fill;
use words::lesson::words;

use super::figure::StepFigure;
use super::looked::id_of;
use crate::view::lesson::RunsTold;
use crate::view::live::{flag, part, shows, text};
use crate::view::rich::{prose, sentence};

/// An entry. What is unfolded stays so while its numbers change.
#[component]
pub fn Item(
    /// The entry.
    item: Memo<Option<Told>>,
    /// The words of the glossary that its page names.
    terms: Memo<Vec<Definition>>,
    /// The letter that stands before it, of a list from A to Z; empty for none.
    #[prop(into)]
    letter: Signal<String>,
    /// Whether something else is looked for.
    is_hidden: Memo<bool>,
) -> impl IntoView {
    let words = words();
    let read = move |read: fn(&Told) -> &str| {
        text(move || item.with(|item| item.as_ref().map(|item| read(item).to_owned()).unwrap_or_default()))
    };
    let (heading, also, name) = (read(|item| &item.heading), read(|item| &item.also), read(|item| &item.name));
    let blocks = of(item, |item| item.prose.clone());
    let tries = of(item, |item| item.tries.clone());
    let runs = of(item, |item| item.runs.clone());
    let sweep = Memo::new(move |_| runs.with(|runs| runs.as_ref().and_then(|own| Some(own.as_ref()?.sweep))));
    let ask = of(item, |item| item.ask.as_ref().map(|ask| (ask.question.clone(), ask.options.clone(), ask.is_folded)));
    let answer = of(item, |item| item.ask.as_ref().map(|Asked { answer, .. }| answer.clone()));
    let has_program = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(|item| item.has_program)));
    let cue = Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.cue.clone()).unwrap_or_default()));
    let has_figure = Memo::new(move |_| item.with(|item| item.as_ref().is_some_and(|item| item.setting.is_some())));
    let open = RwSignal::new(false);
    let answered = move || {
        part(move || {
            answer.get().flatten().map(|Answer { verdict, then, .. }| {
                view! {
                    <p class="lesson-verdict">{verdict.said()}</p>
                    {terms.with(|terms| prose(then, terms))}
                }
            })
        })
    };
    let asked = move |(question, options, is_folded): (String, Vec<String>, bool)| {
        let options = (!options.is_empty()).then(|| view! { <p class="options">{options.join(" · ")}</p> });
        let answer = if is_folded {
            view! { <Disclosure label=words.reveal open>{answered()}</Disclosure> }.into_any()
        } else {
            answered().into_any()
        };
        view! {
            <h4>{question}</h4>
            {options}
            {answer}
        }
    };
    let program = move || {
        let step = name.get();
        view! {
            <p>
                <a href=format!("#lesson={step}")>{fill(words.code_sheet, &[("step", &step)])}</a>
            </p>
        }
    };
    let try_it = move |pieces| {
        view! {
            <p class="lesson-try">
                <b>{words.try_it}</b>
                " "
                {terms.with_untracked(|terms| sentence(pieces, terms))}
            </p>
        }
    };
    view! {
        <article class="reference-entry" id=text(move || id_of(&name.get())) hidden=flag(move || is_hidden.get())>
            <span class="reference-letter" aria-hidden="true" use:shows=letter></span>
            <h3 tabindex="-1">
                <span use:shows=heading></span>
                " "
                <small use:shows=also></small>
            </h3>
            {part(move || blocks.get().map(|blocks| terms.with(|terms| prose(blocks, terms))))}
            {part(move || has_figure.get().then(|| view! { <StepFigure item /> }))}
            {part(move || has_program.get().then(program))}
            {part(move || {
                sweep.get().map(|sweep| {
                    view! { <RunsTold sweep runs=Signal::derive(move || runs.get().flatten()) /> }
                })
            })}
            {part(move || ask.get().flatten().map(asked))}
            {part(move || {
                terms.track();
                tries.get().unwrap_or_default().into_iter().map(try_it).collect_view()
            })}
            {part(move || {
                let cue = cue.get();
                (!cue.is_empty()).then(|| {
                    view! {
                        <p>
                            <a class="kit-button" href=format!("#{cue}")>{words.live}</a>
                        </p>
                    }
                })
            })}
        </article>
    }
}

/// A part of an entry, which changes only where that part does.
fn of<T: Clone + PartialEq + Send + Sync + 'static>(item: Memo<Option<Told>>, read: fn(&Told) -> T) -> Memo<Option<T>> {
    Memo::new(move |_| item.with(|item| item.as_ref().map(read)))
}
