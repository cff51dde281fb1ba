//! A paper: what it found, what is done here, what came of it, and whether that agrees.

use leptos::prelude::*;

use course::agreement::Agreement;
use course::results::{About, Beside, Came, Line, Redone, about};
use kit::{Availability, Button};
use model::command::{PaperKey, SweepKey};
use words::results::words;

use super::plot::Plots;
use crate::view::live::part;
use crate::view::rich::rich;
use crate::view::store::Store;
use crate::view::sweep::{Judged, Row, RunsTable, SweepBegin, Verdict, counted, numbers};

/// A paper.
#[component]
pub fn PaperCard(
    /// Which.
    paper: PaperKey,
) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let About { link, cite, found, here } = about(paper);
    let sweep = SweepKey::Paper(paper);
    let redone = Memo::new(move |_| {
        let of = |papers: &[Redone]| papers.iter().find(|own| own.key == paper).cloned();
        store.sweeps.results.with(|own| own.as_ref().and_then(|own| of(&own.papers)))
    });
    let judged = Memo::new(move |_| redone.with(|own| own.as_ref().and_then(judged)));
    let rows = Memo::new(move |_| redone.with(|own| own.as_ref().map_or(vec![], rows)));
    let head = Memo::new(move |_| redone.with(|own| head(own.as_ref().and_then(|own| own.beside))));
    let plots = Memo::new(move |_| redone.with(|own| own.as_ref().map_or(vec![], |own| own.plots.clone())));
    let opens = Memo::new(move |_| redone.with(|own| own.as_ref().map_or_else(String::new, |own| own.opens.clone())));
    let availability = Signal::derive(move || {
        let is_locked = opens.with(|opens| store.state().would_move_locked("apply", opens));
        if is_locked { Availability::Off(words::page::words().locked.to_owned()) } else { Availability::Ready }
    });
    let open = move || store.set_by_key("apply", &opens.get_untracked(), true);
    view! {
        <article class="card paper" data-paper=paper.key() id=id_of(paper)>
            <h3 tabindex="-1"><a href=link target="_blank" rel="noopener">{cite}</a></h3>
            <div class="paper-columns" id=format!("sweep-{sweep}")>
                <div class="paper-told">
                    <dl>
                        <dt>{words.paper_found}</dt>
                        <dd>{rich(found)}</dd>
                        <dt>{words.done_here}</dt>
                        <dd>{rich(here)}</dd>
                    </dl>
                    <Verdict judged />
                    {part(move || view! { <RunsTable head=head.get() rows /> })}
                </div>
                <Plots plots />
                <div class="paper-act">
                    <SweepBegin sweep />
                    <Button label=words.settings availability press=open />
                </div>
            </div>
        </article>
    }
}

/// The id of a paper's card.
pub fn id_of(paper: PaperKey) -> String {
    format!("paper-{}", paper.key())
}

fn judged(redone: &Redone) -> Option<Judged> {
    let words = words();
    let (verdict, source) = redone.verdict.as_ref()?;
    let word = match verdict.agrees {
        Agreement::Agrees => words.agrees,
        Agreement::Partly => words.partly,
        Agreement::Disagrees => words.disagrees,
    };
    Some(Judged { agrees: verdict.agrees, word, said: verdict.finding.said(), source: *source })
}

fn head(beside: Option<Beside>) -> Vec<String> {
    let words = words();
    let beside = beside.map(|beside| match beside {
        Beside::Left => words.left_column,
        Beside::Ratio => words.ratio_column,
    });
    let head = [words.solved_column, words.steps_column, words.loss_column].into_iter().chain(beside);
    head.map(str::to_owned).collect()
}

fn rows(redone: &Redone) -> Vec<Row> {
    let of = |read: fn(Came) -> Option<f64>| redone.lines.iter().map(move |line| line.made.and_then(read));
    let trained: Vec<_> = redone.lines.iter().map(|line| line.made.and_then(|made| made.trained)).collect();
    let beside = numbers(of(|made| made.beside));
    let row = |((line, counted), beside): ((&Line, [String; 3]), String)| {
        let is_untrained = line.made.is_some_and(|made| made.trained.is_none());
        let counted = if is_untrained { ["–"; 3].map(str::to_owned) } else { counted };
        let beside = redone.beside.map(|_| if line.made.is_some() { beside } else { String::new() });
        Row {
            name: line.label.clone(),
            cells: counted.into_iter().chain(beside).collect(),
            source: line.made.map(|made| made.source),
        }
    };
    redone.lines.iter().zip(counted(&trained)).zip(beside).map(row).collect()
}
