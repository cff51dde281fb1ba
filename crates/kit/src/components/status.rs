//! What is said to those who do not see it.

use leptos::prelude::*;

use super::text::shows;

/// Says something through the page's [`StandingStatus`]. A component finds it in its context.
#[derive(Clone, Copy)]
pub struct Status(RwSignal<(u32, String)>);

impl Status {
    /// One for the page: it is to be provided as a context, and handed to the [`StandingStatus`].
    #[must_use]
    #[expect(clippy::new_without_default, reason = "one is made in one place, and not by the way")]
    pub fn new() -> Self {
        Self(RwSignal::new((0, String::new())))
    }

    /// Has a sentence said when the reader pauses. The latest counts. The same sentence is said again.
    pub fn say(self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        self.0.update(|(count, said)| {
            *count += 1;
            *said = sentence;
        });
    }
}

/// The page's one live region. It stands there from the beginning and empty: many readers say nothing of a region that comes
/// together with its text.
#[component]
pub fn StandingStatus(
    /// What is said.
    status: Status,
) -> impl IntoView {
    // Two places by turns, so that a sentence that comes twice is a change.
    let at = move |turn: u32| {
        Signal::derive(move || {
            status.0.with(|(count, said)| if count % 2 == turn { said.clone() } else { String::new() })
        })
    };
    view! {
        <div class="kit-hidden" role="status">
            <span use:shows=at(0)></span>
            <span use:shows=at(1)></span>
        </div>
    }
}
