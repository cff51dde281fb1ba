//! Numbers of the three lanes that are compared, and so have one unit; and names that several components write.

use leptos::prelude::*;

use measure::training::{Guess, LaneData};
use words::format::{Group, Measure};
use words::training::{self, words};

use crate::view::store::Store;

/// The group of a number of all lanes that have it.
pub fn of_lanes(store: Store, measure: Measure, number: fn(&LaneData) -> Option<f64>) -> Signal<Group> {
    Signal::derive(move || {
        let all = store.training.lanes.map(|lane| lane.with(|lane| lane.as_ref().and_then(number)));
        Group::new(measure, all.into_iter().flatten())
    })
}

/// What a trivial guess is called.
pub fn guess(guess: Guess) -> String {
    let words = words();
    match guess {
        Guess::Trivial => words.trivial.to_owned(),
        Guess::LastValue => words.last_value.to_owned(),
        Guess::SeasonalNaive => words.seasonal_naive.to_owned(),
        Guess::Linear(lags) => training::linear(lags),
        Guess::Unigram => words.unigram.to_owned(),
        Guess::Bigram => words.bigram.to_owned(),
    }
}
