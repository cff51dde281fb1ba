//! Writes every file of many networks into a folder, for the libraries to read: `cargo run -p exchange --example write_all -- FOLDER`.
//! Each network has a folder of its own, and in it `states.txt`, what the engine says: for each step h of the uppermost layer, then the
//! norm of the gradient.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use engine::trace::{CellKind, Form, Parameters, Quantity, Series, norm};
use engine::{Readout, Start, embedding, parameters, readout_weights, run_stack};
use exchange::answer;
use nets::Float;
use port::Parcel;
use port::exchange::{Ask, Format, Library, Reply, Shown};

const INPUTS: usize = 5;
const UNITS: usize = 4;
/// What a person may write: quotes, backslashes, a formula, places of a template, other scripts, a line of its own.
const WORDS: [&str; 9] = ["she", "$\\frac$", "\"C:\\new\"", "and", "'__UNITS__'", "in", "日本", "🦀{x}", "\n"];

/// A network, and what it reads.
struct Case {
    name: String,
    layers: Vec<Parameters>,
    has_head: bool,
    words: bool,
}

impl Case {
    fn new(cell: CellKind, form: Form, units: &[usize], words: bool) -> Self {
        let mut input = if words { INPUTS } else { 1 };
        let mut layers = vec![];
        for (place, hidden) in units.iter().enumerate() {
            let start = Start { seed: 11 + place as u64, hidden: *hidden, gain: 1.0, bias: 0.5 };
            layers.push(Parameters { form, ..parameters(cell, input, start) });
            input = *hidden;
        }
        let (key, depth) = (cell.key(), units.len());
        Self { name: format!("{key}-{depth}"), layers, has_head: depth.is_multiple_of(2), words }
    }

    fn called(self, name: &str) -> Self {
        Self { name: format!("{}-{name}", self.name), ..self }
    }

    fn shown(&self) -> (Shown, Vec<f64>) {
        let labels: Vec<String> =
            if self.words { WORDS.map(str::to_owned).to_vec() } else { (1..=24).map(|t| t.to_string()).collect() };
        let x = labels
            .iter()
            .enumerate()
            .flat_map(|(t, word)| if self.words { embedding(3, word, INPUTS) } else { vec![(t as f64 * 0.7).sin()] });
        let (inputs, steps) = (self.layers[0].input(), labels.len());
        let x = Series::new(inputs, x.collect());
        let top = self.layers.len() - 1;
        let hidden = self.layers[top].hidden();
        let weights = if self.has_head { readout_weights(5, hidden) } else { vec![1.0; hidden] };
        let readout = Readout { weights: weights.clone(), read: steps - 1, targets: None };
        let trace = run_stack(self.layers.clone(), top, x.clone(), |x| x, readout);
        let h = (0..steps).flat_map(|t| trace.top().value(Quantity::Hidden, t).to_vec()).collect();
        let gradient = (0..steps).map(|t| norm(&trace.top().state_gradient(t))).collect();
        let shown = Shown {
            layers: self.layers.clone(),
            head: self.has_head.then(|| (vec![weights], vec![0.25])),
            x: x.as_slice().to_vec(),
            h,
            labels,
            address: format!("https://example.org/#cell={}", self.name),
        };
        (shown, gradient)
    }

    /// Writes its files; whether each was written.
    fn write(&self, folder: &Path, float: Float) -> Result<(), Box<dyn Error>> {
        let folder = folder.join(format!("{}-{}", self.name, if float == Float::F64 { "f64" } else { "f32" }));
        std::fs::create_dir_all(&folder)?;
        let (shown, gradient) = self.shown();
        let programs = Library::ALL.map(Format::Program);
        for format in [Format::Safetensors(float), Format::Npz(float), Format::Notebook].into_iter().chain(programs) {
            let (reply, bytes) = answer(Ask::Write(Parcel::of(&shown), format), &[]);
            match (reply, bytes) {
                (Reply::Written(Ok(file)), Some(bytes)) => std::fs::write(folder.join(file.name), bytes)?,
                (Reply::Written(Err(why)), None) => println!("{}: {format:?} is not written: {why:?}", self.name),
                (reply, _) => return Err(format!("{reply:?}").into()),
            }
        }
        let mut states = String::new();
        for (h, gradient) in shown.h.chunks(shown.h.len() / gradient.len()).zip(&gradient) {
            for number in h {
                write!(states, "{number:?}\t")?;
            }
            writeln!(states, "{gradient:?}")?;
        }
        std::fs::write(folder.join("states.txt"), states)?;
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("a folder is needed")?);
    let plain = Form::default();
    let mut cases = vec![];
    for cell in CellKind::ALL {
        cases.extend((1..=4).map(|depth| Case::new(cell, plain, &vec![UNITS; depth], true)));
        cases.push(Case::new(cell, plain, &[UNITS], false).called("numbers"));
        cases.push(Case::new(cell, plain, &[UNITS, 2], true).called("narrow"));
    }
    // Too large for a notebook to carry.
    cases.push(Case::new(CellKind::Lstm, plain, &[64; 2], true).called("large"));
    cases.push(Case::new(CellKind::Rnn, plain.with_relu(), &[UNITS; 2], true).called("relu"));
    cases.push(Case::new(CellKind::Gru, plain.with_reset_before(), &[UNITS; 2], true).called("reset-before"));
    let linear = plain.with_linear_candidate();
    cases.push(Case::new(CellKind::Lstm, linear, &[UNITS; 2], true).called("linear-candidate"));
    cases.push(Case::new(CellKind::Lstm, linear.with_linear_output(), &[UNITS; 2], true).called("linear"));
    for case in cases {
        for float in [Float::F32, Float::F64] {
            case.write(&folder, float)?;
        }
    }
    Ok(())
}
