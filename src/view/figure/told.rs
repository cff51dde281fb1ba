//! What stands at the place of a figure that is looked at.

use leptos::prelude::*;

use figures::{Reading, Shape};

use crate::view::live::{flag, shows, text};
use crate::view::stage::Stage;

/// The place, and the numbers there, each with its colour and its name. A slider says the same to those who hear the page.
#[component]
pub fn Told(
    /// What stands there; none where nothing is looked at.
    #[prop(into)]
    told: Signal<Option<Reading>>,
) -> impl IntoView {
    let palette = expect_context::<Stage>().theme.palette;
    let values = Memo::new(move |_| told.with(|told| told.as_ref().map_or(0, |told| told.values.len())));
    let value = move |place: usize| {
        // Only what has changed is written anew.
        let own = Memo::new(move |_| {
            told.with(|told| {
                told.as_ref().and_then(|told| told.values.get(place)).map(|own| (own.text.clone(), own.number))
            })
        });
        let head = Memo::new(move |_| {
            told.with(|told| {
                told.as_ref().and_then(|told| told.values.get(place)).map(|own| (own.name.clone(), own.role, own.shape))
            })
        });
        let name = text(move || head.with(|head| head.as_ref().map(|head| head.0.clone()).unwrap_or_default()));
        // A mark of the same form as the line, where colours alone do not tell lines apart.
        let form = move || match head.with(|head| head.as_ref().map(|head| head.2)) {
            Some(Shape::Dashed) => "dashed",
            Some(Shape::Rings) => "ring",
            _ => "",
        };
        let color = move || {
            let role = head.with(|head| head.as_ref().map(|head| head.1));
            role.map_or_else(String::new, |role| palette.with(|palette| role.color(palette).css()))
        };
        view! {
            <li hidden=flag(move || name.with(String::is_empty))>
                <i data-form=form style:color=text(color)></i>
                <span use:shows=name></span>
                " "
                <b
                    data-number=text(move || own.with(|own| own.as_ref().map(|own| format!("{:e}", own.1)).unwrap_or_default()))
                    use:shows=text(move || own.with(|own| own.as_ref().map(|own| own.0.clone()).unwrap_or_default()))
                ></b>
            </li>
        }
    };
    view! {
        <p class="figure-place" use:shows=text(move || told.with(|told| told.as_ref().map(|told| told.place.clone()).unwrap_or_default()))></p>
        <ul class="figure-told" aria-hidden="true">
            <For each=move || 0..values.get() key=|place| *place children=value />
        </ul>
    }
}

/// A reading as a sentence.
pub fn say(told: &Reading) -> String {
    let values: Vec<String> = told.values.iter().map(|value| format!("{} {}", value.name, value.text)).collect();
    format!("{}: {}", told.place, values.join(", "))
}
