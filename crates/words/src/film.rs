//! What is said of films: of the two passes, and of a training run.

use crate::format::setting;

prose!("film");

messages! {
    size_of(width: usize => plain_count, height: usize => plain_count);
    far(n: usize => counted, all: usize => counted);
    done(name: &str, seconds: f64 => tenths);
    forward(n: usize, all: usize, word: &str);
    backward(word: &str, rnn: &str, lstm: &str, gru: &str);
    course_title(task: &str);
    at_step(loss: &str, step: usize => counted);
    trained(step: usize => counted, rnn: &str, lstm: &str, gru: &str);
}

/// Seconds with one decimal.
fn tenths(seconds: f64) -> String {
    setting((seconds * 10.0).round() / 10.0, false)
}

fn plain_count(n: usize) -> String {
    n.to_string()
}
