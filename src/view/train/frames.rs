//! The frames of a video that a network watches, one after the other.

use leptos::prelude::*;

use measure::training::{Read, Showing};
use words::training::{self, words};

use crate::view::live::text;

/// A path round each lit pixel of a frame of so many pixels a side.
fn path(side: usize, frame: &[bool]) -> String {
    let lit = frame.iter().enumerate().filter(|(_, lit)| **lit);
    lit.map(|(place, _)| format!("M{} {}h1v1h-1z", place % side.max(1), place / side.max(1))).collect()
}

/// The frames that a network has watched.
#[component]
pub fn Frames(
    /// The example.
    shown: Memo<Option<Showing>>,
) -> impl IntoView {
    let frames = Memo::new(move |_| {
        shown.with(|shown| match shown {
            Some(Showing::Choice { read: Read::Frames(side, frames), .. }) => (*side, frames.clone()),
            _ => (1, vec![]),
        })
    });
    view! { <FrameRow frames /> }
}

/// So many pixels a side, and the frames, each row by row: whether a pixel is lit.
pub type Film = (usize, Vec<Vec<bool>>);

/// Frames beside each other.
#[component]
pub fn FrameRow(
    /// The frames.
    frames: Memo<Film>,
) -> impl IntoView {
    let frames = Memo::new(move |_| {
        frames.with(|(side, all)| (*side, all.iter().map(|frame| path(*side, frame)).collect::<Vec<_>>()))
    });
    let frame = move |place: usize| {
        let path = text(move || frames.with(|(_, all)| all.get(place).cloned().unwrap_or_default()));
        let window = text(move || frames.with(|(side, _)| format!("0 0 {side} {side}")));
        view! {
            <li>
                <svg viewBox=window role="img" aria-label=training::frame(place + 1)>
                    <path d=path></path>
                </svg>
            </li>
        }
    };
    view! {
        <ol class="train-frames" aria-label=words().frames_label>
            <For each=move || 0..frames.with(|(_, all)| all.len()) key=|place| *place children=frame />
        </ol>
    }
}
