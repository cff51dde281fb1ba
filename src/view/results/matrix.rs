//! What each part of a cell is worth on every task: a row a part, a column a task.

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
    let head = matrix.tasks.into_iter().map(|task| view! { <th scope="col">{task}</th> }).collect_view();
    let cell = |worth: Worth| {
        view! {
            <td class:alike=worth.is_alike() class:unsolved=worth == Worth::Unsolved>
                {worth.short()}
            </td>
        }
    };
    let row = |Part { cell: of, part, worth }: Part| {
        view! {
            <tr>
                <th scope="row">{rich(&format!("{}: {part}", of.name()))}</th>
                {worth.into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <article class="card" id="sweep-all">
            <h3>{words.matrix}</h3>
            <p class="how">{words.matrix_how}</p>
            <div class="kit-table matrix" role="region" tabindex="0" aria-label=words.matrix>
                <table>
                    <thead><tr><th scope="col">{words.part_column}</th>{head}</tr></thead>
                    <tbody>{matrix.parts.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </article>
    }
}
