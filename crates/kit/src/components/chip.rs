//! A short word in a frame.

use leptos::prelude::*;

use super::hue::Hue;
use super::icon::{Glyph, Icon};
use super::id::unique;
use super::text::shows;

/// What a chip is for.
#[derive(Clone, Copy)]
pub enum ChipKind {
    /// It says something.
    Word,
    /// It is chosen or not, apart from its neighbours.
    Choice {
        /// Whether it is.
        chosen: Signal<bool>,
        /// Chooses it or not.
        choose: Callback<bool>,
    },
    /// It stands for something that can be taken away.
    Kept {
        /// What the button is called that takes it away, as a verb; the chip's own word is said after it.
        verb: Signal<String>,
        /// Takes it away.
        remove: Callback<()>,
    },
}

/// A chip: a state, a choice, or a thing that is kept.
#[component]
pub fn Chip(
    /// Its word.
    #[prop(into)]
    label: Signal<String>,
    /// What it is for.
    #[prop(default = ChipKind::Word)]
    kind: ChipKind,
    /// A sign before the word.
    #[prop(optional, into)]
    icon: Option<Signal<Icon>>,
    /// The colour of what it stands for; the word says it, too.
    #[prop(optional)]
    hue: Option<Hue>,
) -> impl IntoView {
    let named = unique("chip");
    let dot = hue.map(|hue| view! { <span class="kit-dot" style:--hue=hue.value()></span> });
    let icon = icon.map(|icon| view! { <Glyph icon=icon /> });
    let word = view! { <span id=named.clone() use:shows=label></span> };
    match kind {
        ChipKind::Word => view! { <span class="kit-chip">{dot}{icon}{word}</span> }.into_any(),
        ChipKind::Choice { chosen, choose } => view! {
            <button
                type="button"
                class="kit-chip kit-choice"
                aria-pressed=move || chosen.get().to_string()
                on:click=move |_| choose.run(!chosen.get_untracked())
            >
                <span class="kit-tick-mark">
                    <Glyph icon=Signal::derive(move || if chosen.get() { Icon::Check } else { Icon::Plus }) />
                </span>
                {dot}
                {icon}
                {word}
            </button>
        }
        .into_any(),
        ChipKind::Kept { verb, remove } => {
            let away = unique("remove");
            view! {
                <span class="kit-chip">
                    {dot}
                    {icon}
                    {word}
                    <button type="button" class="kit-remove" aria-labelledby=format!("{away} {named}") on:click=move |_| remove.run(())>
                        <Glyph icon=Icon::Close />
                        <span class="kit-hidden" id=away.clone() use:shows=verb></span>
                    </button>
                </span>
            }
            .into_any()
        }
    }
}
