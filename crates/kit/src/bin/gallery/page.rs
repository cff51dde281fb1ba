//! The gallery's page: a sheet in each theme.

use kit::{StandingStatus, Status};
use leptos::prelude::*;

use crate::{data, sets};

/// The whole page.
#[component]
pub fn Gallery() -> impl IntoView {
    let status = Status::new();
    provide_context(status);
    view! {
        <StandingStatus status=status />
        <main class="sheets gallery" id="gallery" tabindex="-1">
            <Sheet theme="light" title="Components, light" />
            <Sheet theme="dark" title="Components, dark" />
        </main>
    }
}

/// All components in one theme.
#[component]
fn Sheet(theme: &'static str, title: &'static str) -> impl IntoView {
    view! {
        <section class="sheet" data-theme=theme aria-label=title>
            <h1>{title}</h1>
            <p>"One of each. All work by mouse, touch, keyboard and screen reader."</p>
            <Shown title="Button">{sets::buttons()}</Shown>
            <Shown title="Segmented switch">{sets::segmented()}</Shown>
            <Shown title="Slider">{sets::sliders()}</Shown>
            <Shown title="Number field">{sets::number_fields()}</Shown>
            <Shown title="Text field">{sets::text_fields()}</Shown>
            <Shown title="Select">{sets::selects()}</Shown>
            <Shown title="Checkbox and switch">{sets::toggles()}</Shown>
            <Shown title="Tabs">{sets::tabs()}</Shown>
            <Shown title="Chip">{sets::chips()}</Shown>
            <Shown title="Card">{data::cards()}</Shown>
            <Shown title="Disclosure">{data::disclosures()}</Shown>
            <Shown title="Progress line">{data::progress()}</Shown>
            <Shown title="Toast">{data::toasts()}</Shown>
            <Shown title="Popover at a word">{data::popovers()}</Shown>
            <Shown title="Dialog">{data::dialogs()}</Shown>
            <Shown title="File drop zone">{sets::file_drops()}</Shown>
            <Shown title="Legend and colour bar">{data::legends()}</Shown>
            <Shown title="Table">{data::tables()}</Shown>
            <Shown title="Unseen">{data::unseen()}</Shown>
        </section>
    }
}

/// A component in its states.
#[component]
fn Shown(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="shown" aria-label=title>
            <h2>{title}</h2>
            {children()}
        </section>
    }
}
