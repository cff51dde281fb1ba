//! What hears what: the tokens in three rows, as strongly coloured as the output in focus hears them.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::Table;
use measure::hears::Hears;
use model::keys::Key;
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::words;

use crate::view::figure::Numbers;
use crate::view::keyed::KeyCheckbox;
use crate::view::live::{flag, shows, text};
use crate::view::store::Store;

/// Strengths that are told apart.
const SHADES: f64 = 15.0;

/// The smallest and the largest of some norms, those of 0 left out.
fn ends<'a>(norms: impl Iterator<Item = &'a f64>) -> (f64, f64) {
    let norms = norms.copied().filter(|x| *x > 0.0 && x.is_finite());
    norms.fold((f64::INFINITY, 0.0), |(low, high), x| (f64::min(low, x), f64::max(high, x)))
}

/// How strongly a token is coloured, on a logarithmic scale between two ends; `None` after the output, which does not hear it.
fn shade(norm: Option<&f64>, (low, high): (f64, f64)) -> Option<u8> {
    let span = (high / low).ln();
    norm.map(|norm| match norm {
        x if *x > 0.0 && span > 0.0 => ((x / low).ln() / span * SHADES).round() as u8,
        x if *x > 0.0 => SHADES as u8,
        _ => 0,
    })
}

/// The picture.
#[component]
pub fn HearsPicture(
    /// Its numbers.
    hears: Memo<Hears>,
) -> impl IntoView {
    let store: Store = expect_context();
    let relative = Memo::new(move |_| store.settings.with(|settings| settings.is(Key::Relative)));
    let common = Memo::new(move |_| hears.with(|hears| ends(hears.heard.iter().flatten())));
    let rows =
        CellKind::ALL.into_iter().enumerate().map(|(number, cell)| {
            let scale = Memo::new(move |_| {
                if relative.get() { hears.with(|hears| ends(hears.heard[number].iter())) } else { common.get() }
            });
            let token = move |(t, label): (usize, String)| {
                let norm = move || hears.with(|hears| hears.heard[number].get(t).copied());
                let class = text(move || match shade(norm().as_ref(), scale.get()) {
                    Some(shade) => format!("kit-button s{shade}"),
                    None => "kit-button later".to_owned(),
                });
                let name = label.clone();
                let described = text(move || match norm() {
                    Some(norm) => format!("{name}: {}", format::number(norm)),
                    None => name.clone(),
                });
                view! {
                    <button
                        class=class
                        class:here=flag(move || hears.with(|hears| hears.at == t))
                        aria-current=text(move || hears.with(|hears| (hears.at == t).to_string()))
                        aria-label=described
                        title=text(move || norm().map_or(String::new(), format::number))
                        on:click=move |_| store.choose_key(Key::At, &(t + 1).to_string())
                    >
                        <bdi>{label}</bdi>
                    </button>
                }
            };
            let labels = move || store.sequence.with(|sequence| sequence.labels.clone()).into_iter().enumerate();
            view! {
                <p class="heard" data-cell=cell.key() role="group" aria-label=cell.name()>
                    <b class="cell-name" data-cell=cell.key()>{cell.name()}</b>
                    <For each=labels key=|(t, label)| (*t, label.clone()) children=token />
                </p>
            }
        });
    let at = text(move || {
        let at = hears.with(|hears| hears.at);
        let token = store.sequence.with(|sequence| sequence.labels.get(at).cloned()).unwrap_or_default();
        format!("“{token}”")
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
    view! {
        <p class="read" use:shows=told_at></p>
        {rows.collect_view()}
        <p class="read" use:shows=told></p>
        <KeyCheckbox key=Key::Relative label=words().hears_relative />
        <Numbers caption table />
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
