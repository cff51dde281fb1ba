//! Brings a file.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::{File, FileList, HtmlInputElement};

use super::icon::{Glyph, Icon};
use super::id::unique;
use super::status::Status;
use super::text::shows;

/// What became of what was brought last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Brought {
    /// Nothing was.
    #[default]
    Nothing,
    /// It was taken; its name, and what it holds.
    Taken(String),
    /// It was not; why, and what is expected.
    Refused(String),
}

/// A place for a file: it can be dropped there, or chosen by a press or a key. A browser's own field lies over all of it.
#[component]
pub fn FileDrop(
    /// What is brought, as a verb.
    #[prop(into)]
    label: Signal<String>,
    /// What is expected: kinds of file, size, and that nothing leaves this machine.
    #[prop(into)]
    hint: Signal<String>,
    /// The kinds of file that a browser's list offers, as in an `accept` attribute.
    #[prop(optional)]
    accept: &'static str,
    /// What became of it.
    #[prop(into)]
    brought: Signal<Brought>,
    /// Takes a file, and says through `brought` what became of it.
    #[prop(into)]
    take: UnsyncCallback<File>,
) -> impl IntoView {
    let (told, hinted, named) = (unique("brought"), unique("hint"), unique("label"));
    let status = use_context::<Status>();
    let over = RwSignal::new(false);
    let first = |files: Option<FileList>| files.and_then(|files| files.get(0));
    let take = StoredValue::new_local(take);
    let bring = move |file: Option<File>| {
        over.set(false);
        if let Some(file) = file {
            take.with_value(|take| take.run(file));
        }
    };
    let words = Signal::derive(move || match brought.get() {
        Brought::Nothing => String::new(),
        Brought::Taken(words) | Brought::Refused(words) => words,
    });
    Effect::new(move |_| {
        let words = words.get();
        if let Some(status) = status.filter(|_| !words.is_empty()) {
            status.say(words);
        }
    });
    let sign = Memo::new(move |_| match brought.get() {
        _ if over.get() => Icon::Upload,
        Brought::Nothing => Icon::Upload,
        Brought::Taken(_) => Icon::Check,
        Brought::Refused(_) => Icon::Warning,
    });
    let described = format!("{hinted} {told}");
    view! {
        <label
            class="kit-drop"
            class:kit-over=move || over.get()
            class:kit-wrong=move || matches!(brought.get(), Brought::Refused(_))
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event: DragEvent| {
                event.prevent_default();
                bring(first(event.data_transfer().and_then(|data| data.files())));
            }
        >
            <Glyph icon=sign />
            <span>
                <b id=named.clone() use:shows=label></b>
                " "
                <span class="kit-hint" id=hinted use:shows=hint></span>
                " "
                <span class="kit-brought" id=told use:shows=words></span>
            </span>
            <input
                type="file"
                accept=accept
                aria-labelledby=named
                aria-describedby=described
                on:change=move |event| {
                    let input = event_target::<HtmlInputElement>(&event);
                    bring(first(input.files()));
                    // The same file can be brought again.
                    input.set_value("");
                }
            />
        </label>
    }
}
