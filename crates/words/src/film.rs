//! What is said of films: of the two passes, and of a training run.

use crate::format::{count, setting};

prose!("film");

messages! {
    size_of(width: usize => plain_count, height: usize => plain_count): "{width} × {height}";
    far(n: usize => count, all: usize => count): "{n} of {all}";
    done(name: &str, seconds: f64 => tenths): "Saved as {name}: {seconds} s.";
    forward(n: usize, all: usize, word: &str): "Forward pass, step {n} of {all}: {word}";
    backward(word: &str, rnn: &str, lstm: &str, gru: &str): "Backward pass, back to {word}. Of the gradient is left: RNN {rnn}, LSTM {lstm}, GRU {gru}";
    course_title(task: &str): "RNN, LSTM and GRU learn: {task}";
    at_step(loss: &str, step: usize => count): "{loss} (at step {step})";
    trained(step: usize => count, rnn: &str, lstm: &str, gru: &str): "Training step {step}. Loss: RNN {rnn}, LSTM {lstm}, GRU {gru}";
}

/// Seconds with one decimal.
fn tenths(seconds: f64) -> String {
    setting((seconds * 10.0).round() / 10.0, false)
}

fn plain_count(n: usize) -> String {
    n.to_string()
}
