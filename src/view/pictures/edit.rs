//! Edit: any weight, bias or input of the step and unit in focus, put in by hand; everything follows.

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use engine::trace::Quantity;
use figures::Table;
use kit::range::Range;
use kit::{Availability, Button, Choices, NumberField, Segmented, Slider};
use measure::edit::Edit;
use model::keys::{Key, thousands};
use model::lab;
use words::laboratory::{self, words};
use words::{fill, format, quantities};

use crate::view::figure::Numbers;
use crate::view::keyed::{CellChoice, lock};
use crate::view::live::{flag, part, shows, text};
use crate::view::rich::rich;
use crate::view::store::{Store, learns};

/// What the rows of a block make.
fn gate_name(block: Quantity) -> &'static str {
    match block {
        Quantity::InputPre => quantities::name(Quantity::Input),
        Quantity::ForgetPre => quantities::name(Quantity::Forget),
        Quantity::CandidatePre => quantities::name(Quantity::Candidate),
        Quantity::OutputPre => quantities::name(Quantity::Output),
        Quantity::ResetPre => quantities::name(Quantity::Reset),
        Quantity::UpdatePre => quantities::name(Quantity::Update),
        Quantity::NewPre => quantities::name(Quantity::New),
        _ => quantities::name(Quantity::Hidden),
    }
}

/// Numbers that stand together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// The input at the step in focus.
    Input,
    /// Both biases.
    Biases,
    /// The weights of the input.
    FromX,
    /// The weights of the state.
    FromH,
}

/// A number that can be put in: where it stands, as in the address, and what it is called.
#[derive(Clone, PartialEq, Eq)]
struct Field {
    line: Line,
    number: usize,
    place: String,
    label: String,
}

impl Line {
    /// All of them, from top to bottom.
    const ALL: [Self; 4] = [Self::Input, Self::Biases, Self::FromX, Self::FromH];

    /// Its name. Where several networks are shown, the input is that of all.
    fn name(self, edit: &Edit, is_shared: bool) -> String {
        let words = words();
        let text = match self {
            Self::Input if is_shared => words.edit_input_shared,
            Self::Input => words.edit_input,
            Self::Biases => words.edit_bias,
            Self::FromX => words.edit_from_x,
            Self::FromH => words.edit_from_h,
        };
        let (unit, step) = ((edit.unit + 1).to_string(), (edit.step + 1).to_string());
        fill(text, &[("unit", &unit), ("step", &step), ("gate", gate_name(edit.block))])
    }

    fn count(self, edit: &Edit) -> usize {
        match self {
            Self::Input => edit.x.len(),
            Self::Biases => 2,
            Self::FromX => edit.weight_ih.len(),
            Self::FromH => edit.weight_hh.len(),
        }
    }

    fn number(self, edit: &Edit, place: usize) -> Option<f64> {
        match self {
            Self::Input => edit.x.get(place).copied(),
            Self::Biases => Some(if place == 0 { edit.bias_ih } else { edit.bias_hh }),
            Self::FromX => edit.weight_ih.get(place).copied(),
            Self::FromH => edit.weight_hh.get(place).copied(),
        }
    }

    fn fields(self, edit: &Edit) -> Vec<Field> {
        let (cell, row, step) = (edit.cell.key(), edit.row, edit.step);
        let field = |number: usize| {
            let (place, label) = match (self, number) {
                (Self::Input, i) => (format!("x.{step}.{i}"), laboratory::numbered("x", i + 1)),
                (Self::Biases, 0) => (format!("{cell}.bias_ih.{row}.0"), "bias_ih".to_owned()),
                (Self::Biases, _) => (format!("{cell}.bias_hh.{row}.0"), "bias_hh".to_owned()),
                (Self::FromX, j) => (format!("{cell}.weight_ih.{row}.{j}"), laboratory::numbered("x", j + 1)),
                (Self::FromH, j) => (format!("{cell}.weight_hh.{row}.{j}"), laboratory::numbered("h", j + 1)),
            };
            Field { line: self, number, place, label }
        };
        (0..self.count(edit)).map(field).collect()
    }
}

/// Puts a number in, or takes it out again, beside all others.
fn put(store: Store, place: &str, number: Option<f64>, done: bool) {
    let edits = store.settings.with_untracked(|settings| {
        let others = settings.edits().filter(|(other, _)| *other != place);
        let own = number.map(|number| format!("{place}={number}"));
        others.map(|(place, written)| format!("{place}={written}")).chain(own).collect::<Vec<_>>().join(";")
    });
    store.set_by_key(Key::Edits.name(), &edits, done);
}

/// The number that was typed, or what was found in its place.
fn read(typed: &str) -> Result<f64, String> {
    let told = || thousands(typed).unwrap_or_else(|| fill(words().edit_bad, &[("found", typed)]));
    lab::number(&Key::Edits.typed(typed)).ok_or_else(told)
}

/// Whether what has the keyboard next stands within an element.
fn stays(event: &FocusEvent) -> bool {
    let within = event.current_target().and_then(|own| own.dyn_into::<Element>().ok());
    let next = event.related_target().and_then(|next| next.dyn_into::<Node>().ok());
    within.is_some_and(|within| within.contains(next.as_ref()))
}

/// A field for a number. While it has the keyboard, a slider for the same number lies open below it.
fn field(store: Store, edit: Memo<Edit>, open: RwSignal<String>, field: Field) -> impl IntoView {
    let Field { line, number, place, label } = field;
    let place = StoredValue::new(place);
    let is_open = Memo::new(move |_| place.with_value(|place| open.with(|open| open == place)));
    let written = Memo::new(move |_| {
        let own = |settings: &model::settings::Settings| {
            let found = place.with_value(|place| settings.edits().find(|(other, _)| other == place));
            found.map(|(_, written)| written.to_owned())
        };
        store.settings.with(own)
    });
    let drawn = Memo::new(move |last: Option<&f64>| {
        let now = edit.with(|edit| line.number(edit, number));
        now.or(last.copied()).unwrap_or_default()
    });
    let value =
        Signal::derive(move || written.get().and_then(|text| lab::number(&text)).unwrap_or_else(|| drawn.get()));
    let shown = text(move || written.get().unwrap_or_else(|| format::number(drawn.get())));
    let named = {
        let label = label.clone();
        text(move || if written.with(Option::is_some) { laboratory::edit_by_hand(&label) } else { label.clone() })
    };
    // Taken when it has been typed to its end: until then every picture would follow each digit.
    let typed = StoredValue::new(None::<Option<f64>>);
    let read = move |text: String| {
        let read = read(&text);
        if read.is_err() {
            typed.set_value(None);
        }
        read
    };
    let take = move |()| {
        if let Some(number) = typed.try_update_value(Option::take).flatten() {
            place.with_value(|place| put(store, place, number, true));
        }
    };
    let is_held = StoredValue::new(false);
    let leave = move |event: FocusEvent| {
        // Browsers that do not give a slider the keyboard still drag it.
        let is_held = is_held.try_update_value(std::mem::take).unwrap_or_default();
        if !is_held && !stays(&event) && is_open.get_untracked() {
            open.set(String::new());
        }
    };
    // Far enough to either side, and the same while it is dragged; wider once a number beyond is typed.
    let reach = Memo::new(move |last: Option<&f64>| {
        let size = value.get().abs();
        last.copied().filter(|reach| size <= *reach).unwrap_or_else(|| (size * 2.0).log2().ceil().exp2().max(2.0))
    });
    let slider = move || {
        let label = laboratory::edit_drag(&label);
        is_open.get().then(|| {
            let reach = reach.get();
            let set = move |number: f64| place.with_value(|place| put(store, place, Some(number), false));
            view! {
                <div class="edit-slider">
                    <Slider
                        label
                        range=Signal::stored(Range::new(-reach, reach, reach / 200.0))
                        value
                        shown
                        set=Callback::new(set)
                        commit=Callback::new(move |()| store.commit())
                        lock=lock(store, Key::Edits)
                    />
                </div>
            }
        })
    };
    view! {
        <div
            class="edit-field"
            class:edited=flag(move || written.with(Option::is_some))
            on:focusin=move |_| if !is_open.get_untracked() { open.set(place.get_value()) }
            on:focusout=leave
            on:pointerdown=move |_| is_held.set_value(is_open.get_untracked())
            on:pointerup=move |_| is_held.set_value(false)
        >
            <NumberField
                label=named
                shown
                read=Callback::new(read)
                set=Callback::new(move |number: f64| typed.set_value(Some(Some(number))))
                clear=Callback::new(move |()| typed.set_value(Some(None)))
                commit=Callback::new(take)
                tried=written.with_untracked(Option::is_some)
                room=8
                lock=lock(store, Key::Edits)
            />
            {part(slider)}
        </div>
    }
}

/// All numbers that were put in, as they were written.
fn table(edits: &[(String, String)]) -> Table {
    Table {
        head: [words().edit_place, words().edit_number].map(str::to_owned).to_vec(),
        rows: edits.iter().map(|(place, written)| vec![place.clone(), written.clone()]).collect(),
        notes: vec![],
    }
}

/// The picture.
#[component]
pub fn EditPicture(
    /// Its numbers.
    edit: Memo<Edit>,
) -> impl IntoView {
    let store: Store = expect_context();
    let cell = Memo::new(move |_| edit.with(|edit| edit.cell));
    let gates = move || {
        let option = |block: &Quantity| (block.key().to_owned(), gate_name(*block).to_owned());
        let options: Vec<_> = cell.get().blocks().iter().map(option).collect();
        // The RNN has one.
        (options.len() > 1).then(|| view! { <Gates edit options /> })
    };
    let edits = Memo::new(move |_| {
        let own = |(place, written): (&str, &str)| (place.to_owned(), written.to_owned());
        store.settings.with(|settings| settings.edits().map(own).collect::<Vec<_>>())
    });
    let count = text(move || {
        let used = edits.with(|edits| edits.iter().filter(|(_, written)| lab::number(written).is_some()).count());
        if used == 0 { words().edit_none.to_owned() } else { laboratory::edit_count(used) }
    });
    let availability = Signal::derive(move || {
        if store.is_locked(Key::Edits) {
            Availability::Off(words::page::words().locked.to_owned())
        } else if edits.with(Vec::is_empty) {
            Availability::Off(words().edit_none.to_owned())
        } else {
            Availability::Ready
        }
    });
    let open = RwSignal::new(String::new());
    let line = move |line: Line| {
        let name = Memo::new(move |_| edit.with(|edit| line.name(edit, !learns(store))));
        let fields = Memo::new(move |_| edit.with(|edit| line.fields(edit)));
        view! {
            <fieldset class="edit-line">
                <legend>{part(move || rich(&name.get()))}</legend>
                <div class="edit-numbers">
                    <For
                        each=move || fields.get()
                        key=|field| field.place.clone()
                        children=move |own| field(store, edit, open, own)
                    />
                </div>
            </fieldset>
        }
    };
    view! {
        <CellChoice />
        {part(gates)}
        <p class="edit-count">
            <span use:shows=count></span>
            <Button
                label=words().edit_reset
                availability
                press=Callback::new(move |()| store.choose_key(Key::Edits, ""))
            />
        </p>
        {Line::ALL.map(line).collect_view()}
        <Numbers caption=words().edit_table table=Signal::derive(move || edits.with(|edits| table(edits))) />
    }
}

/// Which gate's numbers are shown.
#[component]
fn Gates(edit: Memo<Edit>, options: Vec<(String, String)>) -> impl IntoView {
    let store: Store = expect_context();
    let now = Signal::derive(move || edit.with(|edit| edit.block.key().to_owned()));
    let choices = Choices::new(options, now, move |block: String| store.choose_key(Key::Tensor, &block));
    view! { <Segmented label=words().edit_gate silent=true choices lock=lock(store, Key::Tensor) /> }
}
