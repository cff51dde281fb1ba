//! The texts of trained weights in the Lab.

use crate::format::{Digits, Group, Measure};
use crate::nouns::{HIDDEN_UNIT, STEP};

prose!("trained");

messages! {
    trained(task: &str, units: usize => units_of, step: usize => steps_of): "{task}: {units}, after {step} of training.";
    untrained(task: &str, units: usize => units_of): "{task}: {units}, before training.";
    train_now(seconds: usize => time): "Train it now (about {seconds})";
    unfetched(cause: &str): "The trained weights could not be fetched ({cause}): these are the weights before training.";
    says(number: &str): "says {number}";
    truth(number: &str): "is {number}";
    truth_of(of: &str, number: &str): "{of} was {number}";
}

fn units_of(units: usize) -> String {
    HIDDEN_UNIT.counted(units)
}

fn steps_of(steps: usize) -> String {
    STEP.counted(steps)
}

/// A time in seconds, with its unit.
fn time(seconds: usize) -> String {
    let seconds = seconds.max(1) as f64;
    Group::new(Measure::Seconds, [seconds]).write(seconds, Digits::Headline)
}
