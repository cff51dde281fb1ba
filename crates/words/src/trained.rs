//! The texts of trained weights in the Lab.

use crate::format::{Digits, Group, Measure};

prose!("trained");

messages! {
    trained(task: &str, units: usize => counted, step: usize => counted);
    untrained(task: &str, units: usize => counted);
    train_now(seconds: usize => time);
    unfetched(cause: &str);
    says(number: &str);
    truth(number: &str);
    truth_of(of: &str, number: &str);
}

/// A time in seconds, with its unit.
fn time(seconds: usize) -> String {
    let seconds = seconds.max(1) as f64;
    Group::new(Measure::Seconds, [seconds]).write(seconds, Digits::Headline)
}
