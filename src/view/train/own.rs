//! A person's own data, to learn from: it is brought here, checked by a worker, and taken as soon as it can be used.

use std::time::Duration;

use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use web_sys::File;

use kit::{Availability, Brought, Button, FileDrop, Progress, ProgressLine};
use measure::training::own::{Fault, Preview, Told};
use measure::training::{NoData, RunState};
use model::command::Own;
use model::keys::Key;
use port::Request;
use words::brought;
use words::page;
use words::training::{self, words};

use super::brought::OwnSignals;
use super::chosen::{key, task};
use super::told::{fault, note};
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// For so long nothing must have been typed before a text is read.
const PAUSE: Duration = Duration::from_millis(300);

/// The kind of data that a task learns from, if it is a person's own.
pub fn own(task: &str) -> Option<Own> {
    match task {
        "own_series" => Some(Own::Series),
        "own_text" => Some(Own::Text),
        _ => None,
    }
}

/// Whether there is something to train, and else why not: what was found, what is expected, and what to do.
pub fn availability(store: Store, signals: OwnSignals) -> Availability {
    let training = store.training;
    let Some(own) = own(key(store)).filter(|_| !training.is_on()) else { return Availability::Ready };
    let words = words();
    if signals.reads.get() {
        return Availability::Busy(words.own_reads.to_owned());
    }
    if let Some(wrong) = signals.own.with(|own| own.as_ref().and_then(|own| own.as_ref().err().map(fault))) {
        return Availability::Off(wrong);
    }
    let absent = |state: &RwSignal<Option<RunState>>| {
        state.with(|state| match state {
            Some(RunState::NoData(NoData::Absent(name))) => Some(training::own_absent(name)),
            _ => None,
        })
    };
    if let Some(absent) = training.states.iter().find_map(absent) {
        return Availability::Off(absent);
    }
    match own {
        _ if has_own(store) => Availability::Ready,
        Own::Series => Availability::Off(words.own_empty.to_owned()),
        Own::Text | Own::Table => Availability::Off(words.own_text_empty.to_owned()),
    }
}

/// Whether the settings name data of a person's own.
fn has_own(store: Store) -> bool {
    store.settings.with(|settings| !settings.text(Key::Own).is_empty())
}

/// The place for a person's own data, where the task learns from it.
#[component]
pub fn OwnData() -> impl IntoView {
    let store: Store = expect_context();
    let signals: OwnSignals = expect_context();
    let task = task(store);
    let own = Memo::new(move |_| own(task.get()));
    part(move || {
        own.get().map(|own| {
            signals.clear();
            // What was brought before the view was left is still known to the worker.
            let name = store.settings.with_untracked(|settings| settings.text(Key::Own).to_owned());
            store.tell_artist(Request::Recall(name));
            view! { <Bring own /> }
        })
    })
}

/// A text that is brought as it is typed.
#[derive(Clone, Copy)]
struct Typed {
    store: Store,
    signals: OwnSignals,
    /// The name of the file that was brought last.
    named: RwSignal<String>,
    own: Own,
    waiting: StoredValue<Option<TimeoutHandle>>,
    /// The text that was read last.
    read: StoredValue<Option<String>>,
}

impl Typed {
    /// Takes in what stands in the field: it is read at once, or when nothing more is typed.
    fn take(self, text: String, at_once: bool) {
        let Self { signals, waiting, read, .. } = self;
        if let Some(waiting) = waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        if text.trim().is_empty() {
            read.set_value(None);
            return signals.clear();
        }
        if read.with_value(|read| read.as_ref() == Some(&text)) {
            return;
        }
        signals.reads.set(true);
        if at_once {
            return self.bring(text);
        }
        waiting.set_value(set_timeout_with_handle(move || self.bring(text), PAUSE).ok());
    }

    fn bring(self, text: String) {
        self.named.set(String::new());
        self.read.set_value(Some(text.clone()));
        self.signals.bring(self.store, self.own, Some(text), None);
    }
}

#[component]
fn Bring(own: Own) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let (label, begin, accept) = match own {
        Own::Series => (words.own_series_label, words.own_series_example, ".csv,.tsv,.txt,text/csv,text/plain"),
        Own::Text | Own::Table => (words.own_text_label, words.own_text_example, ".txt,.md,text/plain"),
    };
    let locked = Memo::new(move |_| store.is_locked(Key::Own));
    let signals: OwnSignals = expect_context();
    // The name of the file, as long as what was brought last came from it.
    let named = RwSignal::new(String::new());
    let taken = Signal::derive(move || match signals.own.with(|own| own.as_ref().map(Result::is_ok)) {
        Some(is_good) if !named.with(String::is_empty) => {
            if is_good {
                Brought::Taken(named.get())
            } else {
                Brought::Refused(named.get())
            }
        }
        _ => Brought::Nothing,
    });
    let typed = Typed { store, signals, named, own, waiting: StoredValue::new(None), read: StoredValue::new(None) };
    let take = UnsyncCallback::new(move |file: File| {
        if !locked.get_untracked() {
            typed.read.set_value(None);
            named.set(file.name());
            signals.bring(store, own, None, Some(file));
        }
    });
    let kind = match own {
        Own::Series => "own-series-",
        Own::Text | Own::Table => "own-text-",
    };
    signals.take.set_value(Some(Callback::new(move |name: String| {
        if name.starts_with(kind) {
            store.choose_key(Key::Own, &name);
        }
    })));
    on_cleanup(move || signals.take.set_value(None));
    let field = NodeRef::<html::Textarea>::new();
    let (example, tip) = match own {
        Own::Series => (training::own_series_sample as fn() -> String, words.own_series_tip),
        Own::Text | Own::Table => ((|| self::words().own_text_sample.to_owned()) as fn() -> String, words.own_text_tip),
    };
    let fill = Callback::new(move |()| {
        if let Some(field) = field.get_untracked() {
            let example = example();
            field.set_value(&example);
            typed.take(example, true);
        }
    });
    let availability = Signal::derive(move || {
        if locked.get() { Availability::Off(page::words().locked.to_owned()) } else { Availability::Ready }
    });
    let is_wrong = move || signals.own.with(|own| matches!(own, Some(Err(_))));
    view! {
        <div class="train-own" role="group" aria-label=words.own_heading>
            <label class="kit-field" class:kit-wrong=is_wrong>
                <span class="kit-label">{label}</span>
                <textarea
                    class="train-text"
                    rows="4"
                    spellcheck="false"
                    placeholder=begin
                    aria-describedby="train-told"
                    aria-invalid=move || is_wrong().then_some("true")
                    readonly=flag(move || locked.get())
                    node_ref=field
                    on:input=move |event| typed.take(event_target_value(&event), false)
                    on:change=move |event| typed.take(event_target_value(&event), true)
                ></textarea>
            </label>
            <div class="train-bring">
                <FileDrop
                    label=words.own_file
                    hint=text(move || words.own_hint)
                    accept
                    brought=taken
                    take
                />
                <Button label=words.own_try tip id="train-try" availability press=fill />
            </div>
            <ToldPart />
        </div>
    }
}

/// What was read of what a person brought. Its room is there from the beginning.
#[component]
fn ToldPart() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let signals: OwnSignals = expect_context();
    let checked = signals.own;
    // The first says what was read; a table's others stand with its rows.
    let first = |good: &Told| match good.preview {
        Preview::Table(_) => good.notes.first().map_or(String::new(), note),
        Preview::Text(_) => good.notes.iter().map(note).collect::<Vec<_>>().join(" "),
    };
    let said = text(move || {
        checked.with(|checked| match checked {
            None if signals.stopped.get() => brought::words().stopped.to_owned(),
            None if has_own(store) => words.own_kept.to_owned(),
            None => String::new(),
            Some(Err(_)) => String::new(),
            Some(Ok(good)) => first(good),
        })
    });
    let wrong = text(move || {
        checked.with(|checked: &Option<Result<Told, Fault>>| {
            checked.as_ref().and_then(|checked| checked.as_ref().err().map(fault)).unwrap_or_default()
        })
    });
    let is_long = Memo::new(move |_| signals.reads.get() && signals.share.with(Option::is_some));
    let progress = Signal::derive(move || signals.share.get().map_or(Progress::Unknown, Progress::Part));
    let share = text(move || signals.share.get().map_or(String::new(), brought::share_read));
    let stop = Callback::new(move |()| signals.stop(store));
    let reading = move || {
        is_long.get().then(|| {
            view! {
                <div class="train-reading">
                    <ProgressLine label=text(|| brought::words().reading.to_owned()) progress shown=share />
                    <Button label=brought::words().stop press=stop id="train-stop-reading" />
                </div>
            }
        })
    };
    view! {
        <div id="train-told" class="train-told">
            {part(reading)}
            <p class="message" hidden=flag(move || wrong.with(String::is_empty)) use:shows=wrong></p>
            <p class="read" hidden=flag(move || said.with(String::is_empty)) use:shows=said></p>
        </div>
    }
}
