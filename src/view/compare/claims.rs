//! The table of claims: what is usually said of each cell, what was measured, and what comes of both.

use leptos::prelude::*;

use course::agreement::Agreement;
use course::compare::Line;
use course::standing::Source;
use engine::trace::CellKind;
use words::compare::words;

use crate::view::live::{flag, shows, text};
use crate::view::rich::rich;
use crate::view::sweep::{Judged, Verdict};

/// The table. Its lines stay while what they hold changes. Where it is narrow a line stands as a block: the roles keep it a
/// table.
#[component]
pub fn ClaimsTable(
    /// The claims.
    claims: Memo<Vec<Line>>,
) -> impl IntoView {
    let words = words();
    let head = CellKind::ALL.map(|cell| view! { <th scope="col" role="columnheader">{rich(cell.name())}</th> });
    let count = claims.with_untracked(Vec::len);
    view! {
        <table class="claims" role="table">
            <caption class="kit-hidden">{words.title}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{words.claim}</th>
                    {head.into_iter().collect_view()}
                    <th scope="col" role="columnheader">{words.outcome}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {(0..count).map(|place| view! { <ClaimLine claims place /> }).collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn ClaimLine(claims: Memo<Vec<Line>>, place: usize) -> impl IntoView {
    let words = words();
    let line = Memo::new(move |_| claims.with(|claims| claims.get(place).cloned()));
    let of =
        move |read: fn(&Line) -> String| text(move || line.with(|line| line.as_ref().map(read).unwrap_or_default()));
    let usual = line.with_untracked(|line| line.as_ref().map_or([""; 3], |line| line.claim.usual()));
    let cells = Memo::new(move |_| line.with(|line| line.as_ref()?.cells.as_ref().map(|cells| cells.said())));
    let is_faint = flag(move || line.with(|line| line.as_ref().is_some_and(|line| line.source.is_faint())));
    let cell = move |(number, cell): (usize, CellKind)| {
        let measured = text(move || {
            cells.with(|cells| cells.as_ref().map_or(words.not_yet.to_owned(), |all| all[number].clone()))
        });
        view! {
            <td role="cell">
                <small class="of-cell" aria-hidden="true">{rich(cell.name())}</small>
                <small><span class="kit-hidden">{words.usually}</span>{usual[number]}</small>
                <b class:faint=is_faint use:shows=measured></b>
            </td>
        }
    };
    let judged = Memo::new(move |_| line.with(|line| line.as_ref().and_then(judged)));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span use:shows=of(|line| line.claim.name().to_owned())></span>
                <small use:shows=of(|line| line.how.clone())></small>
                <small class="source" use:shows=of(from)></small>
            </th>
            {CellKind::ALL.into_iter().enumerate().map(cell).collect_view()}
            <td role="cell">
                <Verdict judged />
            </td>
        </tr>
    }
}

/// Where a line's numbers are from; what is worked out says so itself, and what is not there is from nowhere.
fn from(line: &Line) -> String {
    let is_told = line.cells.is_some() && line.source != Source::Computed;
    if is_told { line.source.said().to_owned() } else { String::new() }
}

fn judged(line: &Line) -> Option<Judged> {
    let words = words();
    let verdict = line.verdict?;
    let word = match verdict.agrees {
        Agreement::Agrees => words.agrees,
        Agreement::Partly => words.partly,
        Agreement::Disagrees => words.disagrees,
    };
    Some(Judged { agrees: verdict.agrees, word, said: verdict.said(), source: line.source })
}
