//! Programs that compute what the figure shows: in PyTorch and in Keras, with the very weights and the very input.

use std::fmt::Write;

use nalgebra::DMatrix;

use super::told::{Listing, ListingKind, Program};

use engine::trace::{CellKind, Form, Quantity, Series};
use model::lab::{Run, readout};
use model::sequence::Input;
use model::sequence::Library;
use model::settings::Settings;
use words::format;
use words::lesson::words;
use words::{fill, quantities};

/// The most numbers that are written into a program.
const MOST: usize = 3000;

/// Programs that stand alone: their file, their text, and what it printed.
const LISTINGS: [(&str, &str, &str); 3] = [
    ("sentiment.py", include_str!("content/code/sentiment.py"), include_str!("content/code/sentiment.txt")),
    (
        "sentiment-keras.py",
        include_str!("content/code/sentiment-keras.py"),
        include_str!("content/code/sentiment-keras.txt"),
    ),
    ("benchmark.py", include_str!("content/code/benchmark.py"), include_str!("content/code/benchmark.txt")),
];

/// What a framework calls the three layers: RNN, LSTM, GRU.
const PYTORCH: [&str; 3] = ["RNN", "LSTM", "GRU"];
const KERAS: [&str; 3] = ["SimpleRNN", "LSTM", "GRU"];

/// The program that a page's field `code` names: `pytorch CELL` and `keras CELL` print the hidden states of `run`, which
/// follows from these settings, `scratch rnn` prints them without any library, `gradient CELL` how much of the gradient is left at each step; all else is the file of a program that
/// stands alone.
///
/// # Errors
/// Why there is none, in words.
pub fn program(code: &str, settings: &Settings, run: &Run) -> Result<Program, String> {
    let words = words();
    if let Some((file, text, prints)) = LISTINGS.iter().find(|(file, ..)| *file == code) {
        return Ok(Program { file: (*file).into(), text: (*text).into(), prints: (*prints).into() });
    }
    let unknown = || fill(words.code_unknown, &[("code", code)]);
    let (kind, cell) = code.split_once(' ').ok_or_else(unknown)?;
    let number = CellKind::ALL.iter().position(|known| known.key() == cell).ok_or_else(unknown)?;
    let cell = CellKind::ALL[number];
    let (template, layers) = match (kind, cell) {
        ("pytorch", _) => (include_str!("content/code/layer-pytorch.py"), PYTORCH),
        ("gradient", _) => (include_str!("content/code/gradient-pytorch.py"), PYTORCH),
        ("keras", _) => (include_str!("content/code/layer-keras.py"), KERAS),
        ("scratch", CellKind::Rnn) => (include_str!("content/code/cell-scratch.py"), PYTORCH),
        _ => return Err(unknown()),
    };
    let sequence = settings.sequence(Library::shipped());
    let trace = &run.lane(cell).trace;
    let layer = trace.top();
    let parameters = &layer.parameters;
    let (is_keras, is_gradient) = (kind == "keras", kind == "gradient");
    let form = parameters.form;
    let mut known = Form::default();
    if form.relu {
        known = known.with_relu();
    }
    if form.reset_before && is_keras {
        known = known.with_reset_before();
    }
    if form != known || is_gradient && !trace.arriving.is_empty() {
        return Err(words.code_form.to_owned());
    }
    let x = &layer.channel(Quantity::X).value;
    let steps = if is_gradient { trace.read + 1 } else { layer.steps() };
    let numbers = parameters.count() + steps * x.width();
    if numbers > MOST {
        let pair = [("found", &*format::count(numbers)), ("most", &format::count(MOST))];
        return Err(fill(words.code_large, &pair));
    }
    let labels: Vec<String> = match &sequence.input {
        Input::Tokens(tokens) => tokens.iter().map(|token| token.replace(char::is_control, " ")).collect(),
        Input::Symbols { .. } | Input::Numbers { .. } => vec![],
    };
    let mut weights = "{".to_owned();
    let matrices = [("weight_ih_l0", &parameters.weight_ih), ("weight_hh_l0", &parameters.weight_hh)];
    let matrices = matrices.map(|(name, matrix)| (name, rows(matrix, parameters.hidden())));
    let biases = [("bias_ih_l0", &parameters.bias_ih), ("bias_hh_l0", &parameters.bias_hh)];
    let biases = biases.map(|(name, bias)| (name, parts(bias.as_slice(), parameters.hidden())));
    // Of a unit from scratch what is its own: input weights and their bias, recurrent weights and theirs.
    let order = if kind == "scratch" { [0, 2, 1, 3] } else { [0, 1, 2, 3] };
    let all = [matrices, biases].concat();
    for (name, numbers) in order.map(|place| &all[place]) {
        // Writing to a String cannot fail, here and below.
        let _ = write!(weights, "\n    \"{name}\": {numbers},");
    }
    weights.push_str("\n}");
    let options = match (cell, is_keras) {
        (CellKind::Rnn, false) if form.relu => ", nonlinearity=\"relu\"",
        (CellKind::Rnn, true) if form.relu => ", activation=\"relu\"",
        (CellKind::Gru, true) if form.reset_before => ", reset_after=False",
        _ => "",
    };
    let bias = if form.reset_before { "b_ih + b_hh" } else { "np.stack([b_ih, b_hh])" };
    let convert = match cell {
        CellKind::Gru => include_str!("content/code/layer-keras-set-gru.py").replace("{bias}", bias),
        _ => include_str!("content/code/layer-keras-set.py").to_owned(),
    };
    let (state, step) = match cell {
        CellKind::Lstm => (2, format!("s = torch.cat(cell(x_t, s.chunk(2)))  # {}", words.code_state)),
        _ => (1, "s = cell(x_t, s)".to_owned()),
    };
    let targets = readout(settings, &sequence).targets;
    let loss = targets
        .map_or("y".to_owned(), |targets| format!("(y - {:?}) ** 2  # {}", targets[trace.read], words.code_target));
    let hidden = parameters.hidden();
    let input = if x.width() == 1 {
        words.code_number.into()
    } else {
        fill(words.code_numbers, &[("n", &x.width().to_string())])
    };
    let gates: Vec<&str> =
        cell.blocks().iter().filter_map(|block| quantities::name(*block).split_once('’').map(|name| name.0)).collect();
    let order = if gates.is_empty() { String::new() } else { fill(words.code_order, &[("gates", &gates.join(", "))]) };
    let text = fill(
        template,
        &[
            ("cell", cell.name()),
            ("steps", &steps.to_string()),
            ("input", &input),
            ("inputs", &x.width().to_string()),
            ("units", &hidden.to_string()),
            ("order", &order),
            ("layer", layers[number]),
            ("options", options),
            ("activation", if form.relu { "max(0.0, " } else { "tanh(" }),
            ("convert", &convert),
            ("state", &(state * hidden).to_string()),
            ("step", &step),
            ("loss", &loss),
            ("v", &format!("[{}]", list(&trace.readout_weights))),
            ("weights", &weights),
            // Last, since it may hold a person's words.
            ("x", &input_rows(x, steps, &labels)),
        ],
    );
    let mut prints = String::new();
    for t in 0..steps {
        let _ = write!(prints, "{}", t + 1);
        if is_gradient {
            let _ = write!(prints, " {}", scientific(trace.reach()[t]));
        } else {
            layer.value(Quantity::Hidden, t).iter().for_each(|x| write!(prints, " {x:15.12}").unwrap_or_default());
        }
        prints.push('\n');
    }
    Ok(Program { file: format!("{}-{}.py", kind, cell.key()), text, prints })
}

/// Numbers with a comma between, such that the same ones are read again.
fn list(numbers: &[f64]) -> String {
    numbers.iter().map(|x| format!("{x:?}")).collect::<Vec<_>>().join(", ")
}

/// A matrix, a line for each row, and an empty one between gates.
fn rows(matrix: &DMatrix<f64>, hidden: usize) -> String {
    let row = |number: usize| {
        let between = if number > 0 && number.is_multiple_of(hidden) { "\n" } else { "" };
        let numbers: Vec<f64> = matrix.row(number).iter().copied().collect();
        format!("{between}\n        [{}],", list(&numbers))
    };
    format!("[{}\n    ]", (0..matrix.nrows()).map(row).collect::<String>())
}

/// A bias, a line for each gate.
fn parts(bias: &[f64], hidden: usize) -> String {
    let parts = bias.chunks(hidden).map(|part| format!("\n        {},", list(part)));
    format!("[{}\n    ]", parts.collect::<String>())
}

/// What is read, a line for each step.
fn input_rows(x: &Series, steps: usize, labels: &[String]) -> String {
    let row = |t: usize| {
        let label = labels.get(t).map_or(String::new(), |label| format!("  # {label}"));
        format!("\n    [{}],{label}", list(x.at(t)))
    };
    format!("[{}\n]", (0..steps).map(row).collect::<String>())
}

/// A number as Python's format `.12e` writes it.
fn scientific(x: f64) -> String {
    let text = format!("{x:.12e}");
    let Some((digits, power)) = text.split_once('e') else { return text };
    let power: i32 = power.parse().unwrap_or_default();
    format!("{digits}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
}

/// The programs that go with an entry. What they print is left out while it `waits` to be guessed. None where there is no run.
pub fn listings(codes: &[&str], settings: &Settings, run: Option<&Run>, waits: bool) -> Vec<Listing> {
    let Some(run) = run else { return vec![] };
    let one = |code: &&str| {
        let (kind, cell) = code.split_once(' ').unwrap_or((code, ""));
        let kind = match kind {
            "pytorch" => ListingKind::PyTorch,
            "keras" => ListingKind::Keras,
            "gradient" => ListingKind::Gradient,
            "scratch" => ListingKind::Scratch,
            _ => ListingKind::Alone,
        };
        let prints =
            |program: Program| Program { prints: if waits { String::new() } else { program.prints }, ..program };
        Listing {
            kind,
            cell: CellKind::ALL.iter().position(|known| known.key() == cell),
            program: program(code, settings, run).map(prints),
            is_covered: waits,
        }
    };
    codes.iter().map(one).collect()
}
