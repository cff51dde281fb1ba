//! A choice among a few, all in sight; or among more, in groups with names.

use leptos::prelude::*;

use super::choices::Choices;
use super::id::unique;
use super::lock::Lock;
use super::text::shows;

/// A row of which one part is chosen. Browsers' own radio buttons lie below: arrow keys choose, Tab passes.
#[component]
pub fn Segmented(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only said, since what stands around shows it.
    #[prop(optional)]
    silent: bool,
    /// The parts.
    choices: Choices,
    /// Names of groups in which the parts stand, each with how many are its own; all in one row, if there are none.
    #[prop(optional)]
    groups: Vec<(String, usize)>,
    /// Why it can't be changed; none if it can.
    #[prop(optional, into)]
    lock: Signal<Option<String>>,
) -> impl IntoView {
    let (group, named, told) = (unique("group"), unique("label"), unique("lock"));
    let Choices { names, chosen, choose } = choices;
    let described = {
        let told = told.clone();
        move || lock.with(Option::is_some).then(|| told.clone())
    };
    let part = move |(place, name): (usize, String)| {
        view! {
            <label class="kit-segment">
                <input
                    type="radio"
                    name=group.clone()
                    value=name.clone()
                    disabled=move || lock.with(Option::is_some)
                    prop:checked=move || chosen.get() == place
                    on:change=move |_| choose.run(place)
                />
                // The same in bold and unseen, so that the part that is chosen is as wide as before.
                <span data-text=name.clone()>{name.clone()}</span>
            </label>
        }
    };
    let mut parts: Vec<AnyView> = names.into_iter().enumerate().map(|own| part(own).into_any()).collect();
    let parts = if groups.is_empty() {
        parts.into_any()
    } else {
        let mut take = |count: usize| parts.drain(..count.min(parts.len())).collect_view();
        groups.into_iter().map(|(name, count)| grouped(name, take(count).into_any())).collect_view().into_any()
    };
    view! {
        <div class="kit-field" class:kit-locked=move || lock.with(Option::is_some)>
            <span id=named.clone() class=if silent { "kit-hidden" } else { "kit-label" } use:shows=label></span>
            <div class="kit-segments" role="radiogroup" aria-labelledby=named aria-describedby=described>
                {parts}
            </div>
            <Lock id=told lock=lock />
        </div>
    }
}

/// Parts below their common name.
fn grouped(name: String, parts: AnyView) -> impl IntoView {
    let id = unique("group-name");
    view! {
        <div class="kit-group" role="group" aria-labelledby=id.clone()>
            <span id=id.clone() class="kit-group-name">
                {name}
            </span>
            <div class="kit-group-parts">{parts}</div>
        </div>
    }
}
