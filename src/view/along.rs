//! What is taken along of the Lab: a network's weights, a program that runs it elsewhere, every number of the run. All of it is made
//! here; the worker gives what the page lacks.

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use engine::trace::CellKind;
use kit::{Button, Choices, Segmented, Select};
use nets::Float;
use port::exchange::{Ask, File, Format, Lack, Library, Reply, Unwritten};
use port::{Cell, Taking};
use words::along::{self, words};
use words::quantities;

use super::exchange::Exchange;
use super::live::{shows, text};
use super::save::save_bytes;
use super::store::Store;

/// How weights can be saved.
const WEIGHTS: [Format; 4] = [
    Format::Safetensors(Float::F64),
    Format::Safetensors(Float::F32),
    Format::Npz(Float::F64),
    Format::Npz(Float::F32),
];

/// Programs that run a network elsewhere.
const PROGRAMS: [Format; 6] = [
    Format::Program(Library::Pytorch),
    Format::Program(Library::Keras),
    Format::Program(Library::Jax),
    Format::Program(Library::Candle),
    Format::Program(Library::Burn),
    Format::Notebook,
];

fn name(format: Format) -> &'static str {
    let words = words();
    match format {
        Format::Safetensors(Float::F64) => words.safetensors_64,
        Format::Safetensors(_) => words.safetensors_32,
        Format::Npz(Float::F64) => words.npz_64,
        Format::Npz(_) => words.npz_32,
        Format::Program(Library::Pytorch) => words.pytorch,
        Format::Program(Library::Keras) => words.keras,
        Format::Program(Library::Jax) => words.jax,
        Format::Program(Library::Candle) => words.candle,
        Format::Program(Library::Burn) => words.burn,
        Format::Notebook => words.notebook,
    }
}

/// What of a network the layers of a library lack.
fn lack(of: &Lack) -> String {
    let words = words();
    match of {
        Lack::ResetBefore => words.lack_reset_before.to_owned(),
        Lack::LinearCandidate => words.lack_linear_candidate.to_owned(),
        Lack::LinearOutput => words.lack_linear_output.to_owned(),
        Lack::Coupled => words.lack_coupled.to_owned(),
        Lack::Frozen(gate, at) => along::lack_frozen(quantities::name(*gate), *at),
        Lack::Units(units) => along::lack_units(&units.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// Hands a person a file, and says so.
fn hand(file: &File, bytes: &JsValue, status: RwSignal<String>) {
    let saved = bytes.dyn_ref::<Uint8Array>().and_then(|bytes| save_bytes(&file.name, &file.media, bytes));
    status.try_set(match saved {
        Some(()) => along::saved(&file.name),
        None => words().failed.to_owned(),
    });
}

/// Has the worker give the network, the program write it, and hands it on.
fn save(store: Store, exchange: Exchange, cell: CellKind, format: Format, status: RwSignal<String>) {
    status.set(words().working.to_owned());
    store.take_along(Taking::Network(Cell(cell)), move |shown, _| {
        exchange.ask(Ask::Write(shown, format), None, move |answered| match answered {
            Ok((Reply::Written(Ok(file)), bytes)) => {
                hand(&file, &bytes, status);
                // A notebook carries them.
                if matches!(format, Format::Program(_)) {
                    status.try_update(|said| *said = format!("{said} {}", words().beside));
                }
            }
            Ok((Reply::Written(Err(Unwritten::Form(library, cell, lacks))), _)) => {
                let lacks: Vec<_> = lacks.iter().map(lack).collect();
                status.try_set(along::form(name(Format::Program(library)), cell.name(), &lacks.join(", ")));
            }
            Ok((Reply::Written(Err(Unwritten::Failed(cause))), _)) | Err(cause) => {
                status.try_set(along::stopped(&cause));
            }
            Ok(_) => {}
        });
    });
}

/// The controls.
#[component]
pub fn Along() -> impl IntoView {
    let store: Store = expect_context();
    let exchange: Exchange = expect_context();
    let words = words();
    let cell = RwSignal::new(store.focus.get_untracked().cell);
    let (weights, program) = (RwSignal::new(WEIGHTS[0]), RwSignal::new(PROGRAMS[0]));
    let status = RwSignal::new(String::new());
    let formats = |all: &[Format]| all.iter().map(|own| (*own, name(*own).to_owned())).collect::<Vec<_>>();
    let choose = move |own| {
        cell.set(own);
        // What was said is of another network's file.
        status.set(String::new());
    };
    let cells = CellKind::ALL.map(|own| (own, own.name().to_owned())).to_vec();
    let run = move |taking: Taking, name: &'static str, media: &'static str| {
        move |()| {
            status.set(self::words().working.to_owned());
            let file = File { name: name.to_owned(), media: media.to_owned() };
            store.take_along(taking, move |_, bytes| hand(&file, &bytes, status));
        }
    };
    view! {
        <div class="along" role="group" aria-label=words.title>
            <h3>{words.title}</h3>
            <div class="along-row">
                <Segmented label=words.cell choices=Choices::new(cells, cell, choose) />
            </div>
            <div class="along-row">
                <Select label=words.weights choices=Choices::new(formats(&WEIGHTS), weights, move |own| weights.set(own)) id="along-weights" />
                <Button
                    label=words.save_weights
                    press=Callback::new(move |()| save(store, exchange, cell.get_untracked(), weights.get_untracked(), status))
                />
            </div>
            <p class="read">{words.weights_how}</p>
            <div class="along-row">
                <Select label=words.program choices=Choices::new(formats(&PROGRAMS), program, move |own| program.set(own)) id="along-program" />
                <Button
                    label=words.save_program
                    press=Callback::new(move |()| save(store, exchange, cell.get_untracked(), program.get_untracked(), status))
                />
            </div>
            <p class="read">{words.program_how}</p>
            <p class="read">{words.run_how}</p>
            <div class="along-row">
                <Button label=words.run_csv press=Callback::new(run(Taking::Csv, "unrolled-run.csv", "text/csv;charset=utf-8")) />
                <Button label=words.run_json press=Callback::new(run(Taking::Json, "unrolled-run.json", "application/json")) />
            </div>
            <p class="read" role="status" use:shows=text(move || status.get())></p>
        </div>
    }
}
