//! How far something is.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::id::unique;
use super::text::shows;

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Progress {
    /// Under way; nobody knows how far.
    Unknown,
    /// So far, 0 to 1.
    Part(f64),
    /// It is over.
    Done,
    /// It stopped before its end, at such a part.
    Failed(f64),
}

impl Progress {
    /// From 0 to 1, where it is known.
    fn part(self) -> Option<f64> {
        match self {
            Self::Unknown => None,
            Self::Part(part) | Self::Failed(part) => Some(part.clamp(0.0, 1.0)),
            Self::Done => Some(1.0),
        }
    }
}

/// A line that fills, with words: what it is of at the left, how far it is at the right.
#[component]
pub fn ProgressLine(
    /// What is under way.
    #[prop(into)]
    label: Signal<String>,
    /// How far it is.
    #[prop(into)]
    progress: Signal<Progress>,
    /// How far it is in words, such as "step 120 of 400".
    #[prop(into)]
    shown: Signal<String>,
) -> impl IntoView {
    let (named, told) = (unique("label"), unique("progress"));
    let is = move |one: fn(Progress) -> bool| move || one(progress.get());
    let sign = Memo::new(move |_| match progress.get() {
        Progress::Done => Some(Icon::Check),
        Progress::Failed(_) => Some(Icon::Warning),
        Progress::Unknown | Progress::Part(_) => None,
    });
    view! {
        <div
            class="kit-field kit-progress"
            class:kit-unknown=is(|now| now == Progress::Unknown)
            class:kit-done=is(|now| now == Progress::Done)
            class:kit-failed=is(|now| matches!(now, Progress::Failed(_)))
        >
            <span class="kit-head">
                <span class="kit-label" id=named.clone() use:shows=label></span>
                <span class="kit-value">
                    {move || sign.get().map(|icon| view! { <Glyph icon=icon /> })}
                    <span id=told use:shows=shown></span>
                </span>
            </span>
            <span
                class="kit-line"
                role="progressbar"
                aria-labelledby=named
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || progress.get().part().map(|part| (part * 100.0).round().to_string())
                aria-valuetext=move || shown.get()
                style:--part=move || progress.get().part().unwrap_or(0.3).to_string()
            >
                <span class="kit-track"></span>
                <span class="kit-fill"></span>
            </span>
        </div>
    }
}
