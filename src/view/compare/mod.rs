//! The view Compare: common claims about the three cells beside measurements, what their sweeps show, pros and cons.

mod claims;
mod plots;

use leptos::prelude::*;

use course::compare::Compared;
use model::command::{ComparisonKey, SweepKey, View};
use words::compare::{machine, settings, words};

use super::live::{flag, part, shows, text};
use super::reference::Entries;
use super::store::{Shared, Store, in_view};
use super::sweep::SweepBegin;
use claims::ClaimsTable;
use plots::{AccuracyPlot, CostPlots};

/// The view.
#[component]
pub fn CompareView() -> impl IntoView {
    let store: Store = expect_context();
    let is_open = Memo::new(move |_| in_view(store) == View::Compare);
    // Once it has been made it stays, so that nothing in it is lost while another view is open.
    let first = Memo::new(move |before: Option<&Option<Shared<Compared>>>| match before {
        Some(Some(before)) => Some(before.clone()),
        _ if is_open.get() => store.sweeps.compared.get(),
        _ => None,
    });
    let inside = move || {
        let first = first.get()?;
        // The numbers are there from here on.
        let compared = Memo::new(move |_| store.sweeps.compared.get().unwrap_or_else(|| first.clone()));
        Some(view! { <Inside compared /> })
    };
    view! {
        <section class="view" id="compare" hidden=flag(move || !is_open.get())>
            {part(inside)}
            // Below what is measured, and not before it.
            {part(move || (is_open.get() && first.with(Option::is_some)).then(|| view! { <Entries only="pros" /> }))}
        </section>
    }
}

#[component]
fn Inside(compared: Memo<Shared<Compared>>) -> impl IntoView {
    let words = words();
    let table = SweepKey::Compare(ComparisonKey::Table);
    let how =
        text(move || compared.with(|own| format!("{} {}", settings(own.units), machine(&own.browser, own.threads))));
    let claims = Memo::new(move |_| compared.with(|own| own.claims.clone()));
    view! {
        <div class="view-inside">
            <h2>{words.title}</h2>
            <p class="intro">{words.intro}</p>
            <div class="sweep" id=format!("sweep-{table}")>
                <SweepBegin sweep=table />
                <p class="how" use:shows=how></p>
            </div>
            <ClaimsTable claims />
            <AccuracyPlot compared />
            <CostPlots compared />
            <h2>{words.pros}</h2>
        </div>
    }
}
