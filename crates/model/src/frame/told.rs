//! What the page around a frame is told.

use super::field::{Field, Id, MARK, VERSION};
use super::refusal::Refusal;
use crate::address::Problem;
use crate::command::View;
use crate::keys::Key;
use crate::settings::State;
use engine::trace::Pass;

/// The name of the view that is open: a lesson's, or the view's as an address has it.
#[must_use]
pub fn view(state: &State) -> &'static str {
    match View::of(&state.settings) {
        _ if !state.settings.text(Key::Lesson).is_empty() => "lesson",
        View::Lab => "lab",
        view => view.key(),
    }
}

/// What the page around the frame is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The figure stands. Names the origin whose messages are heard; empty if none are.
    Ready(String),
    /// The height of all that the frame shows, in CSS pixels.
    Height(u32),
    /// What is shown.
    State {
        /// Its address, from behind the `#`, with its version.
        address: String,
        /// The open view.
        view: &'static str,
        /// The step of the playhead, from 1.
        step: usize,
        /// The pass that it is in.
        pass: Pass,
        /// How many steps there are.
        steps: usize,
        /// Whether it plays.
        playing: bool,
        /// What of the address that was opened could not be used, a sentence each.
        problems: Vec<String>,
    },
    /// Why a message changed nothing.
    Refused(Refusal),
}

impl Told {
    /// What a state tells.
    #[must_use]
    pub fn of(state: &State, playing: bool, problems: &[Problem]) -> Self {
        Self::State {
            address: state.to_link(),
            view: view(state),
            step: state.playhead.step + 1,
            pass: state.playhead.pass,
            steps: state.settings.steps(),
            playing,
            problems: problems.iter().map(Problem::said).collect(),
        }
    }

    /// The fields of the message, with the name of the one that it answers.
    #[must_use]
    pub fn fields(&self, id: Option<Id>) -> Vec<(&'static str, Field)> {
        let text = |text: &str| Field::Text(text.to_owned());
        let number = |number: usize| Field::Number(number as f64);
        let (told, own) = match self {
            Self::Ready(hears) => ("ready", vec![("hears", text(hears))]),
            Self::Height(height) => ("height", vec![("height", Field::Number(f64::from(*height)))]),
            Self::State { address, view, step, pass, steps, playing, problems } => {
                let pass = if *pass == Pass::Forward { "forward" } else { "backward" };
                let own = vec![
                    ("address", text(address)),
                    ("view", text(view)),
                    ("step", number(*step)),
                    ("steps", number(*steps)),
                    ("pass", text(pass)),
                    ("playing", Field::Flag(*playing)),
                    ("problems", Field::Texts(problems.clone())),
                ];
                ("state", own)
            }
            Self::Refused(refusal) => {
                let own = vec![
                    ("reason", text(refusal.reason.key())),
                    ("found", text(&refusal.found)),
                    ("expected", text(&refusal.expected)),
                    ("said", text(&refusal.said())),
                ];
                ("refused", own)
            }
        };
        let id = id.map(|id| ("id", id.field()));
        [(MARK, Field::Number(VERSION)), ("told", text(told))].into_iter().chain(own).chain(id).collect()
    }
}
