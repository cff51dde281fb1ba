//! What `cargo xtask bench` measures, and no page calls: training steps of one size, the machine's limit, and whole
//! courses of training.

use nalgebra::DMatrix;
use wasm_bindgen::prelude::wasm_bindgen;

use course::sweeps;
use engine::trace::CellKind;
use engine::train::{self, Batch, Masks, Plan, Rule, Target, Trainer, Weights};
use engine::{Start, parameters, readout_weights};
use learn::sweep::{Job, Runner, SEEDS};
use learn::task;
use learn::training::{Session, Setup};
use model::command::{ComparisonKey, PaperKey, SweepKey};
use model::settings::State;

/// The classes that the read-out tells apart.
const CLASSES: usize = 10;
/// Adam's learning rate.
const RATE: f64 = 1e-3;

/// One network, one batch of sequences, the same at each step.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench {
    trainer: Trainer<f32>,
    batch: Batch,
}

#[wasm_bindgen]
impl Bench {
    /// A network of a cell, by its key, and a batch; equal for equal arguments. With `one_bias` the second
    /// bias is 0 and stays so.
    ///
    /// # Panics
    /// On a key that no cell has.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(cell: &str, inputs: usize, hidden: usize, steps: usize, sequences: usize, one_bias: bool) -> Self {
        let kind = CellKind::ALL.into_iter().find(|kind| kind.key() == cell);
        let kind = kind.unwrap_or_else(|| panic!("no cell is called {cell}"));
        let mut layer = parameters(kind, inputs, Start { seed: 1, hidden, gain: 1.0, bias: 0.0 });
        if one_bias {
            layer.bias_hh.fill(0.0);
        }
        let rows: Vec<f64> = (0..CLASSES as u64).flat_map(|row| readout_weights(row, hidden)).collect();
        let weights = Weights {
            layers: vec![layer],
            decoder: vec![],
            head: DMatrix::from_row_slice(CLASSES, hidden, &rows),
            head_bias: vec![0.0; CLASSES],
        };
        let plan = Plan { rule: Rule::Adam, clip: None, chunk: None, dropout: 0.0, one_bias };
        let numbers = steps * sequences * inputs;
        let batch = Batch {
            steps,
            sequences,
            x: (0..numbers).map(|k| ((k * 7919 + 31) % 2001) as f32 / 1000.0 - 1.0).collect(),
            decoder_x: vec![],
            asked: vec![steps - 1],
            target: Target::Class((0..sequences).map(|k| (k * 7 % CLASSES) as u32).collect()),
            blank: None,
        };
        Self { trainer: Trainer::new(&weights, plan), batch }
    }

    /// Weights by PyTorch's name, row by row.
    ///
    /// # Panics
    /// On a name that is none.
    #[must_use]
    pub fn weights(&self, name: &str) -> Vec<f32> {
        let all = self.trainer.weights();
        let rows = |matrix: &DMatrix<f64>| matrix.transpose().as_slice().to_vec();
        let layer = &all.layers[0];
        let numbers = match name {
            "weight_ih_l0" => rows(&layer.weight_ih),
            "weight_hh_l0" => rows(&layer.weight_hh),
            "bias_ih_l0" => layer.bias_ih.as_slice().to_vec(),
            "bias_hh_l0" => layer.bias_hh.as_slice().to_vec(),
            "head_weight" => rows(&all.head),
            "head_bias" => all.head_bias,
            other => panic!("no weights are called {other}"),
        };
        numbers.into_iter().map(|number| number as f32).collect()
    }

    /// x, `[T, B, I]`.
    #[must_use]
    pub fn x(&self) -> Vec<f32> {
        self.batch.x.clone()
    }

    /// The right classes.
    #[must_use]
    pub fn classes(&self) -> Vec<i32> {
        match &self.batch.target {
            Target::Class(classes) => classes.iter().map(|class| *class as i32).collect(),
            Target::Value(_) => vec![],
        }
    }

    /// One step of training; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.trainer.step(&self.batch, Masks::None, RATE, None).loss as f32
    }

    /// So many steps; the loss before the last.
    pub fn run(&mut self, steps: usize) -> f32 {
        (0..steps).fold(0.0, |_, _| self.step())
    }
}

/// Multiplies and adds, so many rounds; how many operations that took.
#[wasm_bindgen]
#[must_use]
pub fn peak(rounds: usize) -> f64 {
    let (operations, made) = train::peak(rounds);
    if made.is_nan() { 0.0 } else { operations }
}

/// The data that tasks learn from.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Sets(task::Sets);

#[wasm_bindgen]
impl Sets {
    /// None yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in what a file of data holds.
    pub fn bring(&mut self, name: &str, text: &str) {
        self.0.bring(name, text);
    }
}

/// One cell's course of training, without a page.
#[wasm_bindgen]
pub struct Course {
    session: Session,
}

#[wasm_bindgen]
impl Course {
    /// The course of a cell, by its key, with settings as they stand in the page's address, and with data.
    ///
    /// # Panics
    /// On a key that no cell has.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(fragment: &str, cell: &str, sets: &Sets) -> Self {
        let kind = CellKind::ALL.into_iter().find(|kind| kind.key() == cell);
        let kind = kind.unwrap_or_else(|| panic!("no cell is called {cell}"));
        let (setup, _) = Setup::new(&State::from_fragment(fragment).0.settings, &sets.0);
        Self { session: Session::new(setup, kind) }
    }

    /// One step; false if there is none left to make.
    pub fn advance(&mut self) -> bool {
        self.session.advance()
    }

    /// Steps made.
    #[must_use]
    pub fn step(&self) -> usize {
        self.session.record.step
    }

    /// The loss of the last step, in f32's precision.
    #[must_use]
    pub fn loss(&self) -> f64 {
        self.session.record.last.loss
    }

    /// The mean loss of the last hundred steps, and the share of right answers.
    #[must_use]
    pub fn recent(&self) -> Vec<f64> {
        let (loss, right) = self.session.recent();
        vec![loss, right]
    }

    /// After how many steps the task's mark was reached; 0 if it was not.
    #[must_use]
    pub fn solved(&self) -> usize {
        self.session.record.solved.unwrap_or(0)
    }

    /// The loss of the trivial guess.
    #[must_use]
    pub fn baseline(&self) -> f64 {
        self.session.setup.level.baseline()
    }

    /// Loss and share of right answers on the part of the data that is kept for the end.
    pub fn test(&mut self) -> Vec<f64> {
        let (loss, right) = self.session.test();
        vec![loss, right]
    }
}

/// The runs of a sweep, without a page: what `cargo xtask bench --results` records.
#[wasm_bindgen]
pub struct Runs {
    key: String,
    jobs: Vec<Job>,
}

#[wasm_bindgen]
impl Runs {
    /// Those of a sweep, by its name, with settings as they stand in the page's address.
    ///
    /// # Panics
    /// On a name that no sweep has.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(key: &str, fragment: &str) -> Self {
        let settings = State::from_fragment(fragment).0.settings;
        let key = SweepKey::named(key).unwrap_or_else(|| panic!("no sweep is called {key}"));
        Self { key: sweeps::name(key, &settings), jobs: sweeps::jobs(key, &settings) }
    }

    /// What its results are kept under.
    #[must_use]
    pub fn name(&self) -> String {
        self.key.clone()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.jobs.len() * SEEDS
    }

    /// Makes one with data, and gives what it came to as a line of numbers.
    #[must_use]
    pub fn make(&self, number: usize, sets: &Sets) -> String {
        let job = self.jobs[number / SEEDS].clone();
        let mut runner = Runner::new(job, number % SEEDS, &sets.0);
        while runner.advance() {}
        runner.outcome().written()
    }
}

/// The keys of all papers' sweeps, of those of Compare and of the prose, and of all tasks.
#[wasm_bindgen]
#[must_use]
pub fn sweeps() -> Vec<String> {
    let tasks = task::TASKS.iter().filter(|task| !task.key.starts_with("own_"));
    let tasks = tasks.map(|task| format!("{} task={}", SweepKey::Ablations, task.key));
    let papers = PaperKey::ALL.iter().copied().map(SweepKey::Paper);
    let comparisons = ComparisonKey::ALL.iter().copied().map(SweepKey::Compare);
    let own = papers.chain(comparisons).chain(course::lesson::sweeps()).map(|key| key.to_string());
    own.chain(tasks).collect()
}
