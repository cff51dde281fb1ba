//! The laboratory: pictures that take the chain of gradients apart. Each is one file that turns a run
//! into HTML and SVG; the worker calls it, and the page puts it in its place.
//!
//! A picture gets a [`View`] and gives its parts: what stands inside which element, by its id. A part
//! that has not changed is not sent again, so what is dragged stays in the hand.

mod chain;
mod html;
mod keys;
mod numbers;
mod roads;
mod svg;
mod words;

use crate::lab::Run;
use crate::settings::State;
use crate::task::Sequence;

use html::{button, escape};
use words::words;

/// The id of the element that holds the open picture.
pub const FRAME: &str = "laboratory";

/// All that a picture is made of.
pub struct View<'a> {
    /// Settings, playhead and focus.
    pub state: &'a State,
    /// What the network reads.
    pub sequence: &'a Sequence,
    /// The three traces.
    pub run: &'a Run,
}

/// A picture: its key in the address, its words, and how it is drawn.
struct Picture {
    key: &'static str,
    name: &'static str,
    title: &'static str,
    how: &'static str,
    /// The ids of its parts, from top to bottom.
    parts: &'static [&'static str],
    /// What stands in each.
    draw: fn(&View) -> Vec<String>,
}

/// Every picture, in the order of the list. One more is one more line here.
fn pictures() -> [Picture; 2] {
    let words = words();
    [
        Picture {
            key: "chain",
            name: words.chain,
            title: words.chain_title,
            how: words.chain_how,
            parts: &chain::PARTS,
            draw: chain::draw,
        },
        Picture {
            key: "roads",
            name: words.roads,
            title: words.roads_title,
            how: words.roads_how,
            parts: &roads::PARTS,
            draw: roads::draw,
        },
    ]
}

/// What a sheet that is opened by its id holds.
#[must_use]
pub fn sheet(id: &str, state: &State, sequence: &Sequence, run: &Run) -> (String, String) {
    let view = View { state, sequence, run };
    let inside = if id == "numbers" { numbers::sheet(&view) } else { keys::sheet() };
    (format!("{id}-sheet"), inside)
}

/// What stands in the page: the list of pictures, and the open one.
#[must_use]
pub fn parts(state: &State, sequence: &Sequence, run: &Run) -> Vec<(String, String)> {
    let view = View { state, sequence, run };
    let chosen = state.settings.choice("picture");
    let pictures = pictures();
    let open = pictures.iter().find(|picture| picture.key == chosen);
    let none = button("picture", "", words().cell, open.is_none());
    let list = pictures.iter().map(|p| button("picture", p.key, p.name, p.key == chosen));
    let mut parts = vec![("pictures".to_owned(), none + &list.collect::<String>())];
    match open {
        Some(picture) => {
            let frames: String = picture.parts.iter().map(|id| format!("<div id=\"{id}\"></div>")).collect();
            parts.push((
                FRAME.into(),
                format!("<h3>{}</h3><p class=\"read\">{}</p>{frames}", picture.title, picture.how),
            ));
            parts.extend(picture.parts.iter().map(|id| (*id).to_owned()).zip((picture.draw)(&view)));
        }
        None if chosen.is_empty() => parts.push((FRAME.into(), String::new())),
        None => parts.push((FRAME.into(), format!("<p class=\"read\">{}</p>", unknown(chosen)))),
    }
    parts
}

/// A picture that there is not.
fn unknown(chosen: &str) -> String {
    let known = pictures().map(|p| p.key).join(", ");
    crate::words::fill(words().unknown, &[("found", &escape(chosen)), ("expected", &known)])
}
