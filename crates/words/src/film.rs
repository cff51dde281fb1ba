//! What is said of films: of the two passes, and of a training run.

use crate::format::{count, setting};

prose! {
    passes: "A film of both passes",
    course: "A film of this training run",
    size: "Size",
    make: "Make the film",
    stop: "Stop",
    progress: "Frames",
    how: "It shows step after step what the page shows, and is made here, in your browser.",
    live: "This browser gives pages no encoder. The film is recorded while it plays: keep this tab in front.",
    none: "This browser can make no film. The pictures can be taken along instead.",
    nothing: "There is nothing to film yet.",
    stopped: "The film was stopped. Nothing was saved.",
    passes_title: "RNN, LSTM and GRU: forward pass and backward pass",
    passes_before: "The three cells read the sequence from left to right.",
    ribbon: "∂L",
    reach: "What is left of the gradient, as training goes on",
    curves: "Every loss of this run, a row a number.",
    curves_csv: "Save training curves as CSV",
}

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
