//! The way into the Lab with an example, on the weights of a moment of training.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::{Availability, Button};
use measure::training::Lab;
use model::command::{Command, TrainCommand};
use model::keys::Key;
use model::settings::Settings;
use words::page;
use words::training::{self, words};

use crate::view::live::{flag, part, text};
use crate::view::store::Store;

/// What a button leads to: which layer, and whether as it was before training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Door {
    /// From 1; none where there is one layer and no decoder.
    layer: Option<usize>,
    untrained: bool,
}

/// The part of the address that opens an example in the Lab: the run is the one that the address names already.
fn address(lab: &Lab, cell: CellKind, moment: usize, door: Door) -> String {
    let untrained = if door.untrained { "yes" } else { "" };
    let layer = door.layer.map(|layer| layer.to_string()).unwrap_or_default();
    format!(
        "view=&{}=&{}={moment}&{}={untrained}&{}=&{}=&edits=&start_rnn=&start_lstm=&start_gru=&sequence=example&length={}&units={}&gain=1&read={}&cell={}&{}={layer}",
        Key::Net.name(),
        Key::Trained.name(),
        Key::Untrained.name(),
        Key::Answer.name(),
        Key::Example.name(),
        lab.steps,
        lab.units,
        lab.read,
        cell.key(),
        Key::Layer.name()
    )
}

/// What is to be known of the Lab before it is opened; `None` before a worker has told of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    TooLarge,
    Opens { layers: usize, decodes: bool, padded: bool, begun: bool },
}

/// The buttons.
#[component]
pub fn ToLab(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let lane = store.training.lanes[cell as usize];
    let known = Memo::new(move |_| {
        lane.with(|lane| {
            lane.as_ref().map(|lane| match &lane.example.lab {
                None => Known::TooLarge,
                Some(lab) => Known::Opens {
                    layers: lab.layers,
                    decodes: lab.decodes,
                    padded: lab.padded,
                    begun: lane.example.moment > 0,
                },
            })
        })
    });
    let moment = Memo::new(move |_| lane.with(|lane| lane.as_ref().map_or(0, |lane| lane.example.moment)));
    let of = move |door: Door| {
        lane.with(|lane| {
            let lane = lane.as_ref()?;
            lane.example.lab.as_ref().map(|lab| address(lab, cell, lane.example.moment, door))
        })
    };
    let door = move |door: Door, label: Signal<String>| {
        let press = Callback::new(move |()| {
            if let Some(address) = untrack(|| of(door)) {
                store.set_by_key("apply", &address, true);
                // Whoever goes to the Lab finds the run as it stands.
                store.command(Command::Train(TrainCommand::Leave));
            }
        });
        let availability = Signal::derive(move || {
            let locked = store.settings.with(Settings::has_locks)
                && of(door).is_some_and(|address| store.state().would_move_locked("apply", &address));
            if locked { Availability::Off(page::words().locked.to_owned()) } else { Availability::Ready }
        });
        let class = if door.untrained { "to-lab-untrained" } else { "to-lab" };
        view! { <span class=class><Button label availability press /></span> }
    };
    let doors = move || match known.get() {
        None => ().into_any(),
        Some(Known::TooLarge) => view! { <p class="train-small">{words().lab_not}</p> }.into_any(),
        Some(Known::Opens { layers, decodes, padded, .. }) => {
            let each = (1..=layers).rev().map(|number| {
                let layer = (layers > 1 || decodes).then_some(number);
                let label = text(move || match (layers, decodes) {
                    (1, true) => training::lab_encoder(moment.get()),
                    (1, false) => training::lab(moment.get()),
                    _ => training::lab_layer(number, moment.get()),
                });
                door(Door { layer, untrained: false }, label)
            });
            let first = Door { layer: decodes.then_some(1), untrained: true };
            let begun = flag(move || matches!(known.get(), Some(Known::Opens { begun: true, .. })));
            view! {
                {each.collect_view()}
                // Its place is kept.
                <span class:train-later=flag(move || !begun.get())>{door(first, text(|| words().lab_untrained))}</span>
                {padded.then(|| view! { <p class="train-small">{words().lab_padded}</p> })}
            }
            .into_any()
        }
    };
    // Whether anything is trained yet does not make the buttons anew.
    let shape = Memo::new(move |_| {
        known.get().map(|known| match known {
            Known::Opens { layers, decodes, padded, .. } => Known::Opens { layers, decodes, padded, begun: true },
            other => other,
        })
    });
    view! {
        <div class="train-doors">
            {part(move || {
                // A memo that nobody has read knows nothing of what it reads.
                let _ = shape.get();
                untrack(doors)
            })}
        </div>
    }
}
