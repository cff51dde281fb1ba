//! What the first view does without lies in a WebAssembly module of its own, which comes once the page answers: the views beside the
//! Lab, the lessons, the pictures and the sheets. `cargo xtask build` cuts it out of the page at [`make`].

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::choose::ChooseView;
use super::compare::CompareView;
use super::described;
use super::embedded::Embedded;
use super::exchange::Exchange;
use super::figure::TakeOf;
use super::film::Encoder;
use super::lesson::LessonView;
use super::live::part;
use super::models::{ModelsSheet, OwnModel};
use super::offline::{Keeping, NewVersion};
use super::pictures::Picture;
use super::reference::ReferenceView;
use super::results::ResultsView;
use super::sheets::{KeysSheet, NumbersSheet, ShareSheet};
use super::sound;
use super::store::{Later, Store};
use super::taking::Take;
use super::texts;
use super::train::Train;

/// A part of the page that lies in the later module.
#[derive(Clone, Copy)]
pub enum Part {
    /// The lesson that is open.
    Lesson,
    /// The picture that is open.
    Picture,
    /// Train, Compare, Choose, Results and Reference; and what keeps the page for use without a network.
    Views,
    /// What is told of a model that a person brought.
    OwnModel,
    /// The controls with which a figure is taken along.
    Take(TakeOf),
    /// The sheets over the page: whether the keys are open, whether the numbers are, and whether what is shared is.
    Sheets(RwSignal<bool>, RwSignal<bool>, RwSignal<bool>),
    /// What a figure in another page's frame has of its own.
    Embedded,
}

/// Makes a part; in the later module.
#[wasm_split(later, fallible, preload(preload))]
fn make(part: Part) -> Result<AnyView, SplitLoaderError> {
    Ok(match part {
        Part::Lesson => view! { <LessonView /> }.into_any(),
        Part::OwnModel => view! { <OwnModel /> }.into_any(),
        Part::Take(of) => view! { <Take of /> }.into_any(),
        Part::Picture => view! { <Picture /> }.into_any(),
        Part::Views => {
            sound::follow(expect_context());
            described::follow(expect_context(), expect_context());
            provide_context(Keeping::new(expect_context()));
            view! {
                <Train />
                <CompareView />
                <ChooseView />
                <ResultsView />
                <ReferenceView />
                <NewVersion />
            }
            .into_any()
        }
        Part::Embedded => view! { <Embedded /> }.into_any(),
        Part::Sheets(keys, numbers, share) => {
            provide_context(Exchange::new(expect_context()));
            provide_context(Encoder::new(Exchange::new(expect_context())));
            view! {
                <KeysSheet open=keys />
                <NumbersSheet open=numbers />
                <ShareSheet open=share />
                <ModelsSheet />
            }
            .into_any()
        }
    })
}

/// Fetches the later module when it is asked for. What the address shows asks for it at once; else the first view has the line
/// to itself.
pub fn follow(store: Store) {
    Effect::new(move |_| {
        if store.later.get() == Later::Awaited {
            spawn_local(async move {
                let came = preload().await.is_ok();
                store.later_came(texts::later(store).await && came);
            });
        }
    });
    let shown = Memo::new(move |_| store.shows_later());
    Effect::new(move |_| {
        if shown.get() {
            store.ask_for_later();
        }
    });
}

/// A part, once the later module is here.
pub fn later(store: Store, what: Part) -> Box<dyn FnMut() -> AnyView + Send> {
    let here = Memo::new(move |_| store.later.get() == Later::Here);
    part(move || {
        // With the module here there is nothing to wait for.
        here.get().then(|| match pin!(make(what)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(made) => made.ok(),
            Poll::Pending => None,
        })
    })
}
