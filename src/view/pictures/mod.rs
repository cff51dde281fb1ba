//! The laboratory's pictures, one a file, drawn from the numbers that a worker has measured.

mod ablation;
mod after;
mod brackets;
mod chain;
mod compare;
mod cures;
mod data;
mod draws;
mod edit;
mod fork;
mod frame;
mod gates;
mod going;
mod halflives;
mod hears;
mod here;
mod kept;
mod list;
mod minimal;
mod paper;
mod roads;
mod saturation;
mod ships;
mod space;
mod spectrum;
mod triangle;
mod unit;
mod why;

use leptos::prelude::*;

use kit::Status;
use measure::{Measured, Picture as Of};
use model::keys::Key;
use port::Parcel;
use words::fill;
use words::laboratory::words;

use super::live::{part, text};
use super::store::Store;
use ablation::AblationPicture;
use after::AfterPicture;
use brackets::BracketsPicture;
use chain::ChainPicture;
use cures::CuresPicture;
use data::DataPicture;
use draws::DrawsPicture;
use edit::EditPicture;
use fork::ForkPicture;
use frame::{Frame, about};
use gates::GatesPicture;
use halflives::HalflivesPicture;
use hears::HearsPicture;
use here::Here;
use kept::KeptPicture;
pub use list::{PLACE, PictureList};
pub use paper::{Printed, printed};
use roads::RoadsPicture;
use saturation::SaturationPicture;
use space::SpacePicture;
use spectrum::SpectrumPicture;
use triangle::TrianglePicture;
use unit::UnitPicture;
use why::WhyPicture;

/// The open picture. Its frame stands at once, and stays while its numbers change.
#[component]
pub fn Picture() -> impl IntoView {
    let store: Store = expect_context();
    provide_context(Here::new(store));
    let chosen = Memo::new(move |_| store.settings.with(|settings| settings.written(Key::Picture).to_owned()));
    let numbers = Memo::new(move |_| store.measured.with(Parcel::opened).unwrap_or(Measured::Nothing));
    let status: Option<Status> = use_context();
    // Another picture is announced, once.
    Effect::new(move |before: Option<String>| {
        let now = chosen.get();
        let opened = Of::ALL.into_iter().find(|picture| picture.key() == now);
        if let (Some(status), Some(picture), true) = (status, opened, before.is_some_and(|before| before != now)) {
            status.say(about(picture).title);
        }
        now
    });
    part(move || {
        let chosen = chosen.get();
        match Of::ALL.into_iter().find(|picture| picture.key() == chosen) {
            Some(picture) => framed(numbers, picture),
            None if chosen.is_empty() => ().into_any(),
            None => unknown(&chosen).into_any(),
        }
    })
}

/// The title of the open picture, if one is.
pub fn title(store: Store) -> Option<&'static str> {
    store.settings.with(Of::of).map(|picture| about(picture).title)
}

/// A picture that there is not.
fn unknown(chosen: &str) -> impl IntoView {
    let known = Of::ALL.map(Of::key).join(", ");
    let told = fill(words().unknown, &[("found", chosen), ("expected", &known)]);
    view! { <p class="read" role="status">{told}</p> }
}

fn framed(numbers: Memo<Measured>, picture: Of) -> AnyView {
    let drawn = match picture {
        Of::Chain => of(
            numbers,
            |measured| if let Measured::Chain(own) = measured { Some(own) } else { None },
            |chains| view! { <ChainPicture chains /> }.into_any(),
        ),
        Of::Roads => of(
            numbers,
            |measured| if let Measured::Roads(own) = measured { Some(own) } else { None },
            |roads| view! { <RoadsPicture roads /> }.into_any(),
        ),
        Of::Saturation => of(
            numbers,
            |measured| if let Measured::Saturation(own) = measured { Some(own) } else { None },
            |saturation| view! { <SaturationPicture saturation /> }.into_any(),
        ),
        Of::Spectrum => of(
            numbers,
            |measured| if let Measured::Spectrum(own) = measured { Some(own) } else { None },
            |spectrum| view! { <SpectrumPicture spectrum /> }.into_any(),
        ),
        Of::Triangle => of(
            numbers,
            |measured| if let Measured::Triangle(own) = measured { Some(own) } else { None },
            |triangle| view! { <TrianglePicture triangle /> }.into_any(),
        ),
        Of::Hears => of(
            numbers,
            |measured| if let Measured::Hears(own) = measured { Some(own) } else { None },
            |hears| view! { <HearsPicture hears /> }.into_any(),
        ),
        Of::Cures => of(
            numbers,
            |measured| if let Measured::Cures(own) = measured { Some(own) } else { None },
            |cures| view! { <CuresPicture cures /> }.into_any(),
        ),
        Of::Ablation => of(
            numbers,
            |measured| if let Measured::Ablation(own) = measured { Some(own) } else { None },
            |ablation| view! { <AblationPicture ablation /> }.into_any(),
        ),
        Of::Unit => of(
            numbers,
            |measured| if let Measured::Unit(own) = measured { Some(own) } else { None },
            |unit| view! { <UnitPicture unit /> }.into_any(),
        ),
        Of::Why => of(
            numbers,
            |measured| if let Measured::Why(own) = measured { Some(own) } else { None },
            |why| view! { <WhyPicture why /> }.into_any(),
        ),
        Of::Edit => of(
            numbers,
            |measured| if let Measured::Edit(own) = measured { Some(own) } else { None },
            |edit| view! { <EditPicture edit /> }.into_any(),
        ),
        Of::Data => of(
            numbers,
            |measured| if let Measured::Data(own) = measured { Some(own) } else { None },
            |data| view! { <DataPicture data /> }.into_any(),
        ),
        Of::Gates => of(
            numbers,
            |measured| if let Measured::Gates(own) = measured { Some(own) } else { None },
            |numbers| view! { <GatesPicture numbers /> }.into_any(),
        ),
        Of::Fork => of(
            numbers,
            |measured| if let Measured::Fork(own) = measured { Some(own) } else { None },
            |fork| view! { <ForkPicture fork /> }.into_any(),
        ),
        Of::Halflives => of(
            numbers,
            |measured| if let Measured::Halflives(own) = measured { Some(own) } else { None },
            |halflives| view! { <HalflivesPicture halflives /> }.into_any(),
        ),
        Of::Kept => of(
            numbers,
            |measured| if let Measured::Kept(own) = measured { Some(own) } else { None },
            |kept| view! { <KeptPicture kept /> }.into_any(),
        ),
        Of::Draws => of(
            numbers,
            |measured| if let Measured::Draws(own) = measured { Some(own) } else { None },
            |draws| view! { <DrawsPicture draws /> }.into_any(),
        ),
        Of::Brackets => of(
            numbers,
            |measured| if let Measured::Brackets(own) = measured { Some(own) } else { None },
            |numbers| view! { <BracketsPicture numbers /> }.into_any(),
        ),
        Of::After => of(
            numbers,
            |measured| if let Measured::After(own) = measured { Some(own) } else { None },
            |own| view! { <AfterPicture own /> }.into_any(),
        ),
        Of::Space => of(
            numbers,
            |measured| if let Measured::Space(own) = measured { Some(own) } else { None },
            |own| view! { <SpacePicture own /> }.into_any(),
        ),
    };
    let below = Memo::new(move |_| numbers.with(|measured| *measured == Measured::BelowTheLoss(picture)));
    let told = text(move || if below.get() { words().top_layer_only } else { "" });
    view! {
        <Frame picture>
            <p class="read" role="status" prop:textContent=told></p>
            {drawn}
        </Frame>
    }
    .into_any()
}

/// A picture, once its numbers are there. The last ones stay until others come.
fn of<T: Clone + PartialEq + Send + Sync + 'static>(
    all: Memo<Measured>,
    numbers: fn(&Measured) -> Option<&T>,
    draw: fn(Memo<T>) -> AnyView,
) -> AnyView {
    // Gone where the picture is said to have none.
    let there = Memo::new(move |before: Option<&bool>| {
        all.with(|measured| match measured {
            Measured::BelowTheLoss(_) => false,
            measured => numbers(measured).is_some() || before.copied().unwrap_or_default(),
        })
    });
    let made = move || {
        let first = there.get().then(|| all.with_untracked(|measured| numbers(measured).cloned()));
        first.flatten().map(|first| {
            draw(Memo::new(move |last: Option<&T>| {
                let now = all.with(|measured| numbers(measured).cloned());
                now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
            }))
        })
    };
    part(made).into_any()
}
