//! What each part of a cell is worth on every task: a row a task, a column a part, which fits on a screen and on paper.

use leptos::prelude::*;

use course::results::{Matrix, Part, Worth};
use words::results::words;

use crate::view::rich::rich;

/// The matrix.
#[component]
pub fn MatrixTable(
    /// Its numbers.
    matrix: Matrix,
) -> impl IntoView {
    let words = words();
    let Matrix { tasks, parts } = matrix;
    // The parts of a cell stand side by side.
    let group = |parts: &[Part]| {
        let cell = parts[0].cell;
        view! { <th scope="colgroup" colspan=parts.len().to_string()>{rich(cell.name())}</th> }
    };
    let cells = parts.chunk_by(|a, b| a.cell == b.cell).map(group).collect_view();
    let heads = parts.iter().map(|own| view! { <th scope="col">{rich(&own.part)}</th> }).collect_view();
    let worth_of = |worth: Worth| {
        view! {
            <td class:alike=worth.is_alike() class:unsolved=worth == Worth::Unsolved>
                {worth.short()}
            </td>
        }
    };
    let row = |(place, task): (usize, String)| {
        let worths = parts.iter().filter_map(|own| own.worth.get(place).copied());
        view! {
            <tr>
                <th scope="row">{task}</th>
                {worths.map(worth_of).collect_view()}
            </tr>
        }
    };
    let rows = tasks.into_iter().enumerate().map(row).collect_view();
    view! {
        <article class="card" id="sweep-all">
            <h3>{words.matrix}</h3>
            <p class="how">{words.matrix_how}</p>
            <div class="kit-table matrix" role="group" tabindex="0" aria-label=words.matrix>
                <table>
                    <thead>
                        <tr><th scope="col" rowspan="2">{words.task_column}</th>{cells}</tr>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </article>
    }
}
