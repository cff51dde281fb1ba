//! The spectrum: eigenvalues of a step's Jacobian and of the recurrent weights, and the singular values of the product of Jacobians
//! from the step in focus to the loss.

use leptos::prelude::*;

use engine::trace::CellKind;
use figures::charts::spectrum as values_of;
use figures::{Plane, Role, Set};
use measure::spectrum::{Spectrum, Spread};
use words::fill;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{values_zero, words};

use super::here::Here;
use crate::view::figure::{ChartFigure, PlaneFigure};
use crate::view::keyed::CellChoice;
use crate::view::live::{part, shows, text};
use crate::view::rich::rich;

/// What the recurrent weights of a cell are called, in the form of `words::rich` and as plain text: those of the candidate play
/// the part that W_hh plays in the RNN.
fn recurrent(cell: CellKind) -> [&'static str; 2] {
    let words = words();
    match cell {
        CellKind::Rnn => [words.recurrent, words.recurrent_plain],
        CellKind::Lstm | CellKind::Gru => [words.recurrent_candidate, words.recurrent_candidate_plain],
    }
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
            set(recurrent(cell)[1], Role::Ghost, true, weights),
            set(words.jacobian_plain, Role::Cell(cell), false, jacobian),
        ],
    }
}

/// Spectral radius and largest singular value, of the Jacobian and of the recurrent weights.
fn spreads(Spectrum { jacobian, weights, .. }: &Spectrum) -> [[String; 2]; 2] {
    let all = [jacobian, weights].map(|spread| [spread.radius, spread.norm]);
    let group = Group::new(Measure::Number, all.into_iter().flatten());
    all.map(|numbers| numbers.map(|x| group.column(x, Digits::Table)))
}

/// The table of both. Its symbols are set as in formulas.
#[component]
fn Spreads(spectrum: Memo<Spectrum>) -> impl IntoView {
    let here: Here = expect_context();
    let words = words();
    let numbers = Memo::new(move |_| spectrum.with(spreads));
    let caption = text(move || {
        let t = spectrum.with(|spectrum| spectrum.at + 1);
        fill(words.spectrum_of, &[("cell", here.cell.get().name()), ("t", &t.to_string())])
    });
    let weights = Memo::new(move |_| recurrent(here.cell.get())[0]);
    let cells = move |row: usize| {
        [0, 1].map(|place| {
            let number = text(move || numbers.with(|numbers| numbers[row][place].clone()));
            view! { <td class="kit-numbers" use:shows=number></td> }
        })
    };
    view! {
        // It can have the focus, so that the arrow keys scroll it.
        <div class="kit-table" role="group" tabindex="0" aria-labelledby="spectrum-of">
            <table>
                <caption id="spectrum-of" use:shows=caption></caption>
                <thead>
                    <tr>
                        <th scope="col">{words.spectrum_what}</th>
                        <th scope="col" class="kit-numbers">{rich(words.rho)}</th>
                        <th scope="col" class="kit-numbers">{rich(words.sigma)}</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">
                            // Not all that read a page aloud know formulas.
                            {rich(words.jacobian)} <span class="kit-hidden">{words.jacobian_plain}</span>
                        </th>
                        {cells(0)}
                    </tr>
                    <tr><th scope="row">{part(move || rich(weights.get()))}</th>{cells(1)}</tr>
                </tbody>
            </table>
        </div>
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
    let [of_plane, of_values] = [here.in_turn(spectrum), here.in_turn(spectrum)];
    let plane = Signal::derive(move || of_plane.with(|spectrum| plane(spectrum, here.cell.get())));
    let told = Memo::new(move |_| spectrum.with(|spectrum| bound(spectrum, here.cell.get(), here.form.get().relu)));
    // Those of the last step stay while a slider is moving: they take long.
    let log_values = Memo::new(move |last: Option<&(usize, [Vec<f64>; 3])>| {
        of_values.with(|Spectrum { read, at, log_values, .. }| match (log_values, last) {
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
    let zeros = text(move || {
        log_values.with(|(_, values)| {
            let zero = values.iter().flatten().filter(|log| **log == f64::NEG_INFINITY).count();
            if zero == 0 { String::new() } else { values_zero(zero, values.iter().map(Vec::len).sum()) }
        })
    });
    view! {
        <CellChoice />
        <PlaneFigure plane />
        <Spreads spectrum />
        <p class="read">{part(move || rich(&told.get()))}</p>
        <p class="read">{rich(words().values_how)}</p>
        <p class="read" use:shows=zeros></p>
        <ChartFigure chart=values />
    }
}
