//! Programs that load a file of weights and print the hidden states, from templates: one a library, with what is a cell's own.

use engine::trace::{CellKind, Form};
use port::exchange::{File, Library, Shown, Unwritten};

use crate::lacks::expressed;
use crate::template::{filled, list};

/// The name of a cell's file that ends so.
pub fn name(cell: CellKind, ending: &str) -> String {
    format!("unrolled-{}{ending}", cell.key())
}

/// The name of the file of weights that the programs load.
pub fn weights(cell: CellKind) -> String {
    name(cell, ".safetensors")
}

/// What is a cell's own in a program.
pub struct Own {
    /// What the library calls it.
    pub module: &'static str,
    /// What its layer is told of the form.
    pub options: String,
    /// The lines that give it its weights.
    pub set: String,
}

/// A program.
///
/// # Errors
/// If the library has no such layers.
pub fn program(shown: &Shown, library: Library) -> Result<(File, String), Unwritten> {
    expressed(&shown.layers, library)?;
    let layers = &shown.layers;
    let Some(first) = layers.first() else { return Err(Unwritten::Failed(String::new())) };
    let (cell, form) = (first.cell, first.form);
    let (ending, media, template, own) = match library {
        Library::Pytorch => ("-pytorch.py", PYTHON, include_str!("programs/pytorch.py"), pytorch(cell, form)),
        Library::Keras => ("-keras.py", PYTHON, include_str!("programs/keras.py"), keras(cell, form)),
        Library::Jax => ("-jax.py", PYTHON, include_str!("programs/jax.py"), jax(cell, form)),
        Library::Candle => ("-candle.rs", RUST, include_str!("programs/candle.rs"), candle(cell, form)),
        Library::Burn => ("-burn.rs", RUST, include_str!("programs/burn.rs"), burn(cell, form)),
    };
    let units: Vec<String> = layers.iter().map(|layer| layer.hidden().to_string()).collect();
    let units = if library == Library::Pytorch { first.hidden().to_string() } else { list(&units) };
    let steps = shown.x.len() / first.input();
    let literal = if media == RUST { rust } else { python };
    let values = [
        ("ADDRESS", &*line(&shown.address)),
        ("FILE", &weights(cell)),
        ("CELL", cell.key()),
        ("MODULE", own.module),
        ("IMPORT", own.module),
        ("OPTIONS", &own.options),
        ("SET", &own.set),
        ("LAYER", &own.set),
        ("INPUTS", &first.input().to_string()),
        ("UNITS", &units),
        ("LAYERS", &layers.len().to_string()),
        ("STEPS", &steps.to_string()),
        ("LABELS", &labels(shown, steps, literal)),
    ];
    let file = File { name: name(cell, ending), media: media.to_owned() };
    Ok((file, filled(template, &values)))
}

const PYTHON: &str = "text/x-python";
const RUST: &str = "text/x-rust";

/// What each step is called, as a list of a program; its number, where there are not as many names as steps.
pub fn labels(shown: &Shown, steps: usize, literal: fn(&str) -> String) -> String {
    let own = |t: usize| match shown.labels.get(t) {
        Some(label) if shown.labels.len() == steps => literal(&line(label)),
        _ => literal(&(t + 1).to_string()),
    };
    list(&(0..steps).map(own).collect::<Vec<_>>())
}

/// A text that stays on its line.
pub fn line(text: &str) -> String {
    text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ")
}

/// A text as Python reads it: JSON's, without control characters, is the same.
pub fn python(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn rust(text: &str) -> String {
    format!("{text:?}")
}

/// PyTorch's module, and its options.
pub fn pytorch(cell: CellKind, form: Form) -> Own {
    let options = if cell == CellKind::Rnn && form.relu { ", nonlinearity=\"relu\"" } else { "" };
    Own { module: cell.name(), options: options.to_owned(), set: String::new() }
}

fn keras(cell: CellKind, form: Form) -> Own {
    let (rows, gru) = (include_str!("programs/keras_rows.py"), include_str!("programs/keras_gru.py"));
    let (module, options, set, bias) = match cell {
        CellKind::Rnn if form.relu => ("SimpleRNN", ", activation=\"relu\"", rows, ""),
        CellKind::Rnn => ("SimpleRNN", "", rows, ""),
        CellKind::Lstm if form.linear_output => ("LSTM", ", activation=\"linear\"", rows, ""),
        CellKind::Lstm => ("LSTM", "", rows, ""),
        CellKind::Gru if form.reset_before => ("GRU", ", reset_after=False", gru, "b_ih + b_hh"),
        CellKind::Gru => ("GRU", "", gru, "numpy.stack([b_ih, b_hh])"),
    };
    Own { module, options: options.to_owned(), set: snippet(set, &[("CELL", cell.key()), ("BIAS", bias)]) }
}

fn jax(cell: CellKind, form: Form) -> Own {
    let (module, options, set) = match cell {
        CellKind::Rnn if form.relu => {
            ("SimpleCell", ", activation_fn=jax.nn.relu", include_str!("programs/jax_rnn.py"))
        }
        CellKind::Rnn => ("SimpleCell", "", include_str!("programs/jax_rnn.py")),
        CellKind::Lstm if form.linear_output => {
            ("OptimizedLSTMCell", ", activation_fn=lambda a: a", include_str!("programs/jax_lstm.py"))
        }
        CellKind::Lstm => ("OptimizedLSTMCell", "", include_str!("programs/jax_lstm.py")),
        CellKind::Gru => ("GRUCell", "", include_str!("programs/jax_gru.py")),
    };
    Own { module, options: options.to_owned(), set: snippet(set, &[]) }
}

fn candle(cell: CellKind, form: Form) -> Own {
    let (module, set) = match cell {
        CellKind::Rnn => ("", include_str!("programs/candle_rnn.rs")),
        CellKind::Lstm => ("use candle_nn::rnn::{LSTM, LSTMConfig, RNN};\n", include_str!("programs/candle_lstm.rs")),
        CellKind::Gru => ("use candle_nn::rnn::{GRU, GRUConfig, RNN};\n", include_str!("programs/candle_gru.rs")),
    };
    let activation = if form.relu { "relu" } else { "tanh" };
    Own { module, options: String::new(), set: snippet(set, &[("CELL", cell.key()), ("ACTIVATION", activation)]) }
}

fn burn(cell: CellKind, form: Form) -> Own {
    let linear = |is_linear: bool, part: &str| {
        if is_linear { format!(".with_{part}_activation(ActivationConfig::Identity)") } else { String::new() }
    };
    let (module, options, set) = match cell {
        CellKind::Rnn if form.relu => (
            "RnnConfig, activation::ActivationConfig",
            ".with_hidden_activation(ActivationConfig::Relu)".to_owned(),
            include_str!("programs/burn_rnn.rs"),
        ),
        CellKind::Rnn => ("RnnConfig", String::new(), include_str!("programs/burn_rnn.rs")),
        CellKind::Lstm => {
            let candidate = linear(form.linear_candidate, "cell");
            let output = linear(form.linear_output, "hidden");
            let is_plain = candidate.is_empty() && output.is_empty();
            let module = if is_plain { "LstmConfig" } else { "LstmConfig, activation::ActivationConfig" };
            (module, candidate + &output, include_str!("programs/burn_lstm.rs"))
        }
        CellKind::Gru => {
            let options = if form.reset_before { ".with_reset_after(false)" } else { "" };
            ("GruConfig", options.to_owned(), include_str!("programs/burn_gru.rs"))
        }
    };
    let set = snippet(set, &[("OPTIONS", &options)]);
    Own { module, options, set }
}

/// What is a cell's own, without the end of its last line.
fn snippet(template: &str, values: &[(&str, &str)]) -> String {
    filled(template, values).trim_end().to_owned()
}
