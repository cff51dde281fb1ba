//! The spectrum: eigenvalues of a step's Jacobian and of the recurrent weights, and the singular values of the product of Jacobians
//! from the step in focus to the loss.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::spectrum as values_of;
use figures::{Plane, Role, Set, Table};
use kit::{Column, ColumnKind, Table as Rows};
use measure::spectrum::{Spectrum, Spread};
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::words;

use super::here::Here;
use crate::view::figure::{ChartFigure, PlaneFigure};
use crate::view::keyed::CellChoice;
use crate::view::live::{part, text};
use crate::view::rich::rich;

/// What the recurrent weights of a cell are called: those of the candidate play the part that W_hh plays in the RNN.
fn recurrent(cell: CellKind) -> &'static str {
    if cell == CellKind::Rnn { words().recurrent } else { words().recurrent_candidate }
}

fn plane(spectrum: &Spectrum, cell: CellKind) -> Plane {
    let words = words();
    let set = |name: &str, role, rings, spread: &Spread| Set {
        name: name.to_owned(),
        role,
        rings,
        points: spread.eigenvalues.clone(),
    };
    let Spectrum { jacobian, weights, at, .. } = spectrum;
    let headline = [
        ("cell", cell.name()),
        ("t", &*(at + 1).to_string()),
        ("inside", &*jacobian.eigenvalues.iter().filter(|(re, im)| re.hypot(*im) < 1.0).count().to_string()),
        ("all", &*jacobian.eigenvalues.len().to_string()),
    ];
    Plane {
        headline: fill(words.spectrum_headline, &headline),
        reach: Plane::reach_of(jacobian.eigenvalues.iter().chain(&weights.eigenvalues)),
        sets: vec![
            set(recurrent(cell), Role::Ghost, true, weights),
            set(words.jacobian, Role::Cell(cell), false, jacobian),
        ],
    }
}

/// Radius and norm of both.
fn spreads(Spectrum { jacobian, weights, .. }: &Spectrum, cell: CellKind) -> Table {
    let words = words();
    let all = [(words.jacobian, jacobian), (recurrent(cell), weights)];
    let group = Group::new(Measure::Number, all.iter().flat_map(|(_, spread)| [spread.radius, spread.norm]));
    let row = |(name, spread): (&str, &Spread)| {
        let numbers = [spread.radius, spread.norm].map(|x| group.column(x, Digits::Table));
        std::iter::once(name.to_owned()).chain(numbers).collect()
    };
    Table {
        head: [words.spectrum_what, words.rho, words.sigma].map(str::to_owned).to_vec(),
        rows: all.map(|(name, spread)| row((name, spread))).to_vec(),
        notes: vec![],
    }
}

/// What the bound of Pascanu and others says of these weights.
fn bound(spectrum: &Spectrum, cell: CellKind, relu: bool) -> String {
    let words = words();
    let sigma = spectrum.weights.norm;
    let told = match cell {
        CellKind::Rnn if sigma < 1.0 => words.pascanu_holds,
        CellKind::Rnn => words.pascanu_open,
        CellKind::Lstm | CellKind::Gru => words.pascanu_gated,
    };
    fill(told, &[("sigma", &format::number(sigma)), ("function", if relu { "ReLU" } else { "tanh" })])
}

/// The picture.
#[component]
pub fn SpectrumPicture(
    /// Its numbers.
    spectrum: Memo<Spectrum>,
) -> impl IntoView {
    let here: Here = expect_context();
    let plane = Signal::derive(move || spectrum.with(|spectrum| plane(spectrum, here.cell.get())));
    let spreads = Memo::new(move |_| spectrum.with(|spectrum| spreads(spectrum, here.cell.get())));
    let caption = text(move || {
        let t = spectrum.with(|spectrum| spectrum.at + 1);
        fill(words().spectrum_of, &[("cell", here.cell.get().name()), ("t", &t.to_string())])
    });
    let columns = move || {
        let column = |(place, head): (usize, String)| Column {
            head,
            kind: if place == 0 { ColumnKind::Words } else { ColumnKind::Numbers },
        };
        spreads.with(|table| table.head.clone()).into_iter().enumerate().map(column).collect::<Vec<_>>()
    };
    let rows = Signal::derive(move || spreads.with(|table| table.rows.clone()));
    let told = Memo::new(move |_| spectrum.with(|spectrum| bound(spectrum, here.cell.get(), here.form.get().relu)));
    // Those of the last step stay while a slider is moving: they take long.
    let log_values = Memo::new(move |last: Option<&(usize, [Vec<f64>; 3])>| {
        spectrum.with(|Spectrum { read, at, log_values, .. }| match (log_values, last) {
            (Some(values), _) => (read - at, values.clone()),
            (None, Some(last)) => last.clone(),
            (None, None) => Default::default(),
        })
    });
    let values = Signal::derive(move || {
        log_values.with(|(lag, values)| {
            let cells: Vec<(CellKind, &[f64])> =
                CellKind::ALL.into_iter().zip(values.iter().map(Vec::as_slice)).collect();
            values_of(&cells, *lag)
        })
    });
    view! {
        <CellChoice />
        <PlaneFigure plane />
        <Rows caption columns=columns() rows />
        <p class="read">{part(move || rich(&told.get()))}</p>
        <p class="read">{rich(words().values_how)}</p>
        <ChartFigure chart=values />
    }
}
