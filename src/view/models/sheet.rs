//! The sheet in which a person opens a model: what the file holds is said, and one of its networks is shown in the Lab.

use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use kit::{Availability, Brought, Button, Dialog, FileDrop};
use model::keys::{Key, MOST_UNITS};
use model::lab::EMBEDDING;
use model::sequence::Sequence;
use model::settings::Source;
use nets::Fault;
use port::cause_of;
use port::exchange::{Ask, Found, Model, Reply};
use words::models::{self, words};
use words::page;

use super::Models;
use super::told;
use crate::view::exchange::Exchange;
use crate::view::live::{flag, part, shows, text};
use crate::view::store::Store;

/// The largest file that is read, in bytes.
const LARGEST: f64 = 256e6;

/// The line that saves a pickle's weights in a file that is read.
const PYTHON: &str = include_str!("save.py");

/// What was brought last.
#[derive(Clone, Debug, PartialEq)]
enum State {
    Nothing,
    Reading,
    Read(Result<Found, Fault>),
    /// It was not read; why, in words.
    Failed(String),
}

/// What the sheet knows.
#[derive(Clone, Copy)]
struct Door {
    store: Store,
    exchange: Exchange,
    name: RwSignal<String>,
    state: RwSignal<State>,
    /// Counts what was brought: of a file that another one followed nothing is heard any more.
    turn: StoredValue<u32>,
}

impl Door {
    /// Reads a file.
    fn take(self, file: File) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        let name = file.name();
        self.name.set(name.clone());
        if file.size() > LARGEST {
            return self.state.set(State::Failed(models::file_large(&name, file.size(), LARGEST)));
        }
        self.state.set(State::Reading);
        spawn_local(async move {
            let buffer = JsFuture::from(file.array_buffer()).await;
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match buffer {
                Ok(buffer) => self.read(turn, &buffer.unchecked_into()),
                Err(error) => self.state.set(State::Failed(models::unread(&name, &cause_of(&error)))),
            }
        });
    }

    fn read(self, turn: u32, buffer: &js_sys::ArrayBuffer) {
        let bytes = Uint8Array::new(buffer);
        self.exchange.ask(Ask::Read, Some(bytes.into()), move |answered| {
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            let state = match answered {
                Ok((Reply::Read(read), _)) => State::Read(read),
                Ok(_) => return,
                Err(cause) if cause.is_empty() => State::Failed(words().stopped.to_owned()),
                Err(cause) => State::Failed(format!("{} ({cause})", words().stopped)),
            };
            self.state.set(state);
        });
    }

    /// Shows a network in the Lab. Where it cannot read the sequence that is there, it reads an impulse.
    fn show(self, model: &Model, open: RwSignal<bool>) {
        self.store.keep(model.net, &model.layers);
        let settings = self.store.settings.get_untracked().with_net(model.net, model.form);
        let fits = self.store.sequence.with_untracked(|sequence| width(sequence) == model.net.inputs);
        self.store.open(if fits { settings } else { settings.with_source(Source::Impulse) });
        open.set(false);
    }
}

/// How many numbers a sequence has at each step.
fn width(sequence: &Sequence) -> usize {
    sequence.channels().unwrap_or(EMBEDDING)
}

/// The sheet.
#[component]
pub fn ModelsSheet() -> impl IntoView {
    let store: Store = expect_context();
    let Models { open, dropped } = expect_context();
    let door = Door {
        store,
        exchange: expect_context(),
        name: RwSignal::new(String::new()),
        state: RwSignal::new(State::Nothing),
        turn: StoredValue::new(0),
    };
    Effect::new(move |_| {
        if let Some(file) = dropped.get() {
            dropped.set(None);
            door.take(file);
        }
    });
    let brought = Signal::derive(move || {
        let name = door.name.get();
        door.state.with(|state| match state {
            State::Nothing | State::Reading => Brought::Nothing,
            State::Read(Ok(_)) => Brought::Taken(name),
            State::Read(Err(_)) | State::Failed(_) => Brought::Refused(name),
        })
    });
    let said = text(move || {
        let name = door.name.get();
        door.state.with(|state| match state {
            State::Nothing => String::new(),
            State::Reading => words().reading.to_owned(),
            State::Read(Ok(found)) => told::found(&name, found),
            State::Read(Err(why)) => told::fault(&name, why),
            State::Failed(why) => why.clone(),
        })
    });
    let is_wrong = Memo::new(move |_| matches!(brought.get(), Brought::Refused(_)));
    let is_pickle = Memo::new(move |_| door.state.with(|state| matches!(state, State::Read(Err(Fault::Pickle)))));
    let python = move || {
        is_pickle.get().then(
            || view! { <p class="read">{words().python}</p> <pre class="models-python"><code>{PYTHON}</code></pre> },
        )
    };
    let networks = move || {
        door.state.with(|state| match state {
            State::Read(Ok(found)) => found
                .networks
                .iter()
                .cloned()
                .map(|model| view! { <Network door model open /> })
                .collect_view()
                .into_any(),
            _ => ().into_any(),
        })
    };
    view! {
        <Dialog id="models" title=text(|| words().title.to_owned()) close_label=text(|| page::words().close.to_owned()) open>
            <p class="read">{words().about}</p>
            <FileDrop
                label=text(|| words().file.to_owned())
                hint=text(|| words().hint.to_owned())
                accept=".safetensors,.npz,.h5,.hdf5,.keras,.onnx,.pt,.pth,.bin,.ckpt"
                brought
                take=UnsyncCallback::new(move |file: File| door.take(file))
            />
            <p class:read=flag(move || !is_wrong.get()) class:message=flag(move || is_wrong.get()) id="models-told" role="status" use:shows=said></p>
            {part(python)}
            <ul class="models">{part(networks)}</ul>
        </Dialog>
    }
}

/// A network of a file, and the button that shows it.
#[component]
fn Network(door: Door, model: Model, open: RwSignal<bool>) -> impl IntoView {
    let store = door.store;
    let net = model.net;
    let is_shown = flag(move || store.settings.with(|settings| settings.net() == Some(net)));
    let availability = Signal::derive(move || match net.units > MOST_UNITS {
        true => Availability::Off(models::large(net.units, MOST_UNITS)),
        false if store.settings.with(|settings| settings.is_locked(Key::Net)) => {
            Availability::Off(words().locked.to_owned())
        }
        false => Availability::Ready,
    });
    let label = text(move || if is_shown.get() { words().shown } else { words().show });
    let said = told::network(&model);
    view! {
        <li>
            <p>{said}</p>
            <Button label availability press=Callback::new(move |()| door.show(&model, open)) />
        </li>
    }
}
