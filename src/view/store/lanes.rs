//! The orders to those that train, and what comes of them.

use std::time::Duration;

use leptos::prelude::*;

use measure::training::RunState;
use model::command::{Command, TrainCommand};
use port::{Answer, Cell};

use super::signals::Store;

impl Store {
    /// Has those that train do something. What is pressed looks so in the next frame; after that the workers begin.
    pub fn train(&self, command: TrainCommand) {
        let store = *self;
        let asked = match command {
            TrainCommand::Toggle => Some(untrack(|| !store.training.is_on())),
            TrainCommand::Start => Some(true),
            TrainCommand::Pause | TrainCommand::Leave | TrainCommand::Step | TrainCommand::Stop => Some(false),
            TrainCommand::TryAgain => None,
        };
        // Where nobody answers, what is asked for would stand for ever.
        if self.undrawn.with_untracked(Option::is_none) {
            self.training.asked.set(asked);
        }
        request_animation_frame(move || {
            set_timeout(move || store.command(Command::Train(command)), Duration::ZERO);
        });
    }

    /// Takes in what a worker says of training.
    pub(super) fn hear_of_training(&self, answer: &Answer) {
        let training = self.training;
        match answer {
            Answer::Training(Cell(cell), state) => {
                training.heard.update_value(|heard| heard.push((*cell, state.clone())));
                self.frame.schedule();
            }
            Answer::Trains(trains) => {
                training.asked.set(None);
                training.trains.set(*trains);
            }
            Answer::Task(task) => training.task.set(Some(task.as_ref().clone())),
            Answer::Recorded(recorded) => training.recorded.set(recorded.as_deref().cloned()),
            Answer::Own(said) => {
                if let Some(hears) = training.hears.get_value() {
                    hears.run(said.clone());
                }
            }
            _ => {}
        }
    }

    /// Shows what has come of the cells' runs; whether something has.
    pub(super) fn show_training(&self) -> bool {
        let heard = self.training.heard.try_update_value(std::mem::take).unwrap_or_default();
        let any = !heard.is_empty();
        for (cell, state) in heard {
            let (lane, told) = (self.training.lanes[cell as usize], self.training.states[cell as usize]);
            let told_now = match state {
                RunState::Lane(data) => {
                    lane.set(Some(*data));
                    None
                }
                RunState::Again => None,
                RunState::Fetching | RunState::NoData(_) => {
                    // What stands there is of another task.
                    lane.set(None);
                    Some(state)
                }
                other => Some(other),
            };
            if told.with_untracked(|before| *before != told_now) {
                told.set(told_now);
            }
        }
        any
    }
}
