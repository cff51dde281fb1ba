//! What moves y: the tokens in three rows, coloured the more, the more each moves the output in focus.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::{Heard, Palette, Reading, Role, Shape, Table, Value, record, shade, step_named};
use measure::hears::Hears;
use model::keys::Key;
use words::fill;
use words::format::{Digits, Group, Measure};
use words::laboratory::words;

use super::here::Here;
use crate::view::figure::{Numbers, Told};
use crate::view::keyed::KeyCheckbox;
use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// Where the numbers of the token that is looked at stand.
const TOLD: &str = "hears-told";
/// The width of the picture that is taken along, in CSS pixels.
const WIDTH: f64 = 720.0;

/// The smallest and the largest of some norms, those of 0 left out.
fn ends<'a>(norms: impl Iterator<Item = &'a f64>) -> (f64, f64) {
    let norms = norms.copied().filter(|x| *x > 0.0 && x.is_finite());
    norms.fold((f64::INFINITY, 0.0), |(low, high), x| (f64::min(low, x), f64::max(high, x)))
}

/// How strongly each token of a row is coloured: by the ends of all rows, or, relative, by its own.
fn shades(hears: &Hears, row: usize, is_relative: bool) -> Vec<u8> {
    let norms = &hears.heard[row];
    let scale = if is_relative { ends(norms.iter()) } else { ends(hears.heard.iter().flatten()) };
    norms.iter().map(|norm| shade(*norm, scale)).collect()
}

/// The norms at a step, in one unit; none after the output, which hears nothing later.
fn reading(hears: &Hears, words: &[String], step: usize) -> Option<Reading> {
    let norms: Vec<f64> = hears.heard.iter().filter_map(|norms| norms.get(step).copied()).collect();
    let group = Group::new(Measure::Number, norms.iter().copied());
    let value = |(cell, number): (CellKind, f64)| Value {
        name: cell.name().to_owned(),
        role: Role::Cell(cell),
        shape: Shape::Bar,
        number,
        text: group.write(number, Digits::Table),
    };
    let place = step_named(step, words.get(step)?);
    (!norms.is_empty()).then(|| Reading {
        x: step as f64,
        place,
        values: CellKind::ALL.into_iter().zip(norms).map(value).collect(),
    })
}

/// The picture.
#[component]
pub fn HearsPicture(
    /// Its numbers.
    hears: Memo<Hears>,
) -> impl IntoView {
    let store: Store = expect_context();
    let here: Here = expect_context();
    let relative = Memo::new(move |_| store.settings.with(|settings| settings.is(Key::Relative)));
    let common = Memo::new(move |_| hears.with(|hears| ends(hears.heard.iter().flatten())));
    let looked = RwSignal::new(None::<usize>);
    let rows = CellKind::ALL.into_iter().enumerate().map(|(number, cell)| {
        let own = here.in_turn(hears);
        let shades = Memo::new(move |_| own.with(|hears| shades(hears, number, relative.get())));
        let at = Memo::new(move |_| own.with(|hears| hears.at));
        let token = move |(t, label): (usize, String)| {
            let shade = Memo::new(move |_| shades.with(|shades| shades.get(t).copied()));
            let class = text(move || match shade.get() {
                Some(shade) => format!("s{shade}"),
                None => "later".to_owned(),
            });
            let is_here = Memo::new(move |_| at.get() == t);
            view! {
                <button
                    class=class
                    class:here=flag(move || is_here.get())
                    aria-current=text(move || is_here.get().to_string())
                    aria-describedby=TOLD
                    on:click=move |_| here.look_at(t)
                    on:focus=move |_| looked.set(Some(t))
                    on:blur=move |_| looked.set(None)
                    on:pointerenter=move |_| looked.set(Some(t))
                    on:pointerleave=move |_| looked.set(None)
                >
                    <bdi>{label}</bdi>
                </button>
            }
        };
        let labels = move || here.words.get().into_iter().enumerate();
        view! {
            <p class="heard" data-cell=cell.key() role="group" aria-label=cell.name()>
                <b class="cell-name" data-cell=cell.key()>{cell.name()}</b>
                <For each=labels key=|(t, label)| (*t, label.clone()) children=token />
            </p>
        }
    });
    // While nobody looks, at the step that is measured.
    let step = move || looked.get().unwrap_or_else(|| store.settings.with(|settings| settings.mark_step()));
    let numbers =
        Memo::new(move |_| hears.with(|hears| here.words.with(|words| reading(hears, words, step().min(hears.at)))));
    let at = text(move || {
        let at = hears.with(|hears| hears.at);
        let token = store.sequence.with(|sequence| sequence.labels.get(at).cloned()).unwrap_or_default();
        fill(words::page::words().quoted, &[("word", &token)])
    });
    let told_at = text(move || fill(words().hears_at, &[("token", &at.get())]));
    let caption = text(move || fill(words().hears_table, &[("token", &at.get())]));
    let told = text(move || {
        if relative.get() {
            return words().hears_relative_told.to_owned();
        }
        let (low, high) = common.get();
        let group = Group::new(Measure::Number, [low, high]);
        let write = |x| group.write(x, Digits::Headline);
        fill(words().hears_scale, &[("low", &write(low)), ("high", &write(high))])
    });
    let table = Signal::derive(move || hears.with(table));
    let draws = Callback::new(move |palette: Palette| {
        untrack(|| {
            hears.with(|hears| {
                let shades = [0, 1, 2].map(|row| shades(hears, row, relative.get()));
                let words = here.words.get();
                let heard = Heard { words: &words, shades: &shades, at: hears.at, width: WIDTH };
                Some((heard.size(), record(heard.size(), |drawing| heard.draw(drawing, &palette)).ok()?))
            })
        })
    });
    view! {
        <p class="read" use:shows=told_at></p>
        {rows.collect_view()}
        <div id=TOLD><Told told=numbers /></div>
        <p class="read" use:shows=told></p>
        <KeyCheckbox key=Key::Relative label=words().hears_relative />
        <Numbers caption table draws />
    }
}

/// All norms, a column a cell.
fn table(hears: &Hears) -> Table {
    let group = Group::new(Measure::Number, hears.heard.iter().flatten().copied());
    let row = |t: usize| {
        let norms = hears.heard.iter().map(|norms| norms.get(t).map(|norm| group.column(*norm, Digits::Table)));
        std::iter::once((t + 1).to_string()).chain(norms.map(Option::unwrap_or_default)).collect()
    };
    Table {
        head: std::iter::once(words().step).chain(CellKind::ALL.map(CellKind::name)).map(str::to_owned).collect(),
        rows: (0..=hears.at).map(row).collect(),
        notes: vec![],
    }
}
