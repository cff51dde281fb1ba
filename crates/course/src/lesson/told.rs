//! What a lesson's step and a page of reference tell, as data: prose whose numbers are worked out, the question, the verdict, the
//! programs, the ways on. The page draws it.

use serde::{Deserialize, Serialize};

use super::question::{Marks, Question, Verdict};
use engine::trace::{CellKind, Quantity};
use model::command::SweepKey;
use words::rich::{Block, Piece};

/// What is told of the lesson in the address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// Which step this is.
    pub of: Which,
    /// The list of lessons.
    pub rail: Rail,
    /// The step; none where the address names one that there is not.
    pub step: Option<Step>,
}

/// A step as the address has it, with its answer or without.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Which {
    /// What the address names.
    pub lesson: String,
    /// Whether the answer is shown, as it is written there.
    pub shown: String,
}

/// The list of lessons, with what has been done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rail {
    /// Each lesson.
    pub lessons: Vec<RailLesson>,
    /// Progress was brought that is of another version; it was left out.
    pub other_version: bool,
    /// Progress was forgotten that can be brought back.
    pub can_restore: bool,
    /// The address that takes the progress along; none where there is none.
    pub along: Option<String>,
    /// The key of the lesson that is read, which can be printed on one sheet.
    pub sheet: Option<String>,
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RailLesson {
    /// Its name.
    pub name: String,
    /// The address of its first step.
    pub address: String,
    /// Whether every step has been seen.
    pub is_done: bool,
    /// Its steps, if it is the one that is read.
    pub steps: Option<Vec<RailStep>>,
}

/// A step in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RailStep {
    /// Its address.
    pub address: String,
    /// Whether it is the one that is read.
    pub is_here: bool,
    /// Whether it has been seen.
    pub is_seen: bool,
}

/// A step of a lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name, such as `lstm.2`.
    pub name: String,
    /// The lesson's number, from 1.
    pub lesson: usize,
    /// The step's number, from 1.
    pub number: usize,
    /// How many steps the lesson has.
    pub steps: usize,
    /// How many minutes the lesson takes, said at its first step.
    pub minutes: Option<usize>,
    /// Its heading.
    pub heading: Vec<Piece>,
    /// Its prose.
    pub prose: Vec<Block>,
    /// Things to try.
    pub tries: Vec<Vec<Piece>>,
    /// The words of the glossary that it names.
    pub terms: Vec<Definition>,
    /// Its runs of training.
    pub runs: Option<Runs>,
    /// What is asked.
    pub ask: Option<Question>,
    /// What is said once the answer is shown.
    pub answer: Option<Answer>,
    /// Programs that go with it.
    pub programs: Vec<Listing>,
    /// Whether the figure is no longer as the step set it.
    pub is_touched: bool,
    /// The step's own address.
    pub address: String,
    /// The address of the step before; none before the first.
    pub back: Option<String>,
    /// What comes next.
    pub next: Next,
    /// What stays of the lesson, at its end.
    pub end: Option<End>,
}

/// A guess, judged, and what is said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What the guess and the engine's number come to.
    pub verdict: Verdict,
    /// Where both stand on the scale of the guess; none of a choice, nor before the runs are made.
    pub marks: Option<Marks>,
    /// What is said then.
    pub then: Vec<Block>,
}

/// What comes after a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Next {
    /// Its answer; with the runs that have to be made first.
    Reveal(Option<SweepKey>),
    /// The next step, at this address.
    Step(String),
    /// The next lesson.
    Lesson {
        /// Its name.
        name: String,
        /// The address of its first step.
        address: String,
    },
    /// The first lesson again, at this address.
    Again(String),
}

/// The end of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// One sentence that stays.
    pub summary: String,
    /// Further reading.
    pub reading: Vec<Source>,
}

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The citation.
    pub cite: String,
    /// Where it is.
    pub link: String,
    /// What for.
    pub why: String,
}

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The word as the prose has it.
    pub term: String,
    /// Its entry's heading.
    pub heading: String,
    /// What it means.
    pub text: Vec<Piece>,
}

/// How far a lesson has come: what of the networks its figures show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The RNN's states.
    States,
    /// The RNN with its gradient.
    Gradient,
    /// RNN and LSTM.
    Lstm,
    /// All three cells.
    #[default]
    All,
}

impl Level {
    /// The level of a name in `content`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "states" => Some(Self::States),
            "gradient" => Some(Self::Gradient),
            "lstm" => Some(Self::Lstm),
            "all" => Some(Self::All),
            _ => None,
        }
    }

    /// The cells that it has come to.
    #[must_use]
    pub fn cells(self) -> &'static [CellKind] {
        match self {
            Self::States | Self::Gradient => &CellKind::ALL[..1],
            Self::Lstm => &CellKind::ALL[..2],
            Self::All => &CellKind::ALL,
        }
    }

    /// Whether it has come to the gradient.
    #[must_use]
    pub fn has_gradient(self) -> bool {
        self != Self::States
    }
}

/// The one figure that a step is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Figure {
    /// The whole Lab: of no step.
    #[default]
    Lab,
    /// The lanes of the lesson's cells, the larger the fewer they are.
    Lanes,
    /// One cell at one step, below its lane.
    Cell,
    /// A picture of the laboratory that changes the lane above it.
    Edit,
    /// A picture of the laboratory.
    Picture,
    /// The runs of training that the step asks about.
    Runs,
    /// Train.
    Train,
}

/// A number of the figure that a question asks for. It is not in the page until the answer is shown; all else stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Veil {
    /// A number of a unit at a step: a state or a gate, or the gradient of the loss with respect to it.
    Number {
        /// The cell.
        cell: CellKind,
        /// What it is.
        quantity: Quantity,
        /// Whether it is the gradient with respect to it.
        gradient: bool,
        /// The unit, from 0.
        unit: usize,
        /// The step, from 0.
        step: usize,
    },
    /// How much of a cell's gradient is left. On its way back from the loss it is shown as far as the prose tells it.
    Left {
        /// The cell.
        cell: CellKind,
        /// The earliest step at which it is told, from 0; none where it is told at the loss alone.
        told_from: Option<usize>,
    },
    /// How many parameters a cell has.
    Size {
        /// The cell.
        cell: CellKind,
    },
    /// What a cell keeps of each step: how far its last state moves, and what a probe finds in it.
    Kept {
        /// The cell.
        cell: CellKind,
    },
    /// What other draws of a cell keep of the gradient.
    Draws {
        /// The cell.
        cell: CellKind,
    },
}

/// How a step sets the page around its figure. It follows from the step's name alone, so the page knows it before the step is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The step: its lesson's key, and its number from 1.
    pub of: (String, usize),
    /// What its figure shows of the networks.
    pub level: Level,
    /// Its figure.
    pub figure: Figure,
    /// What its question veils until the answer is shown.
    pub veils: Vec<Veil>,
    /// The controls that are offered.
    pub offers: Vec<String>,
}

/// An entry's runs of training, and how they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Runs {
    /// What begins them.
    pub sweep: SweepKey,
    /// In words, where they are from, or how far they are.
    pub source: String,
    /// How much is done while they are under way, from 0 to 1.
    pub under_way: Option<f64>,
    /// Another sweep is under way, which has the machine for itself.
    pub waits: bool,
    /// How long they take, in seconds; 0 if that is not known.
    pub seconds: f64,
    /// What they came to.
    pub outcomes: Outcomes,
    /// The curves of those that train, in the order in which they are named.
    pub curves: Vec<Curves>,
    /// The address in Train where a reader can set up such a run; empty where there is none.
    pub train: String,
}

/// The loss of a network that is trained with several seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Curves {
    /// The run's name.
    pub name: String,
    /// Its cell.
    pub cell: CellKind,
    /// How many steps it makes at most.
    pub steps: usize,
    /// Of each seed: steps made, and the loss. Empty before it has begun, and of another visit.
    pub seeds: Vec<Vec<(f64, f64)>>,
}

/// What runs came to, each with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcomes {
    /// None of them has begun.
    Nothing,
    /// Runs that train; none for one that is not done.
    Trained(Vec<(String, Option<Trained>)>),
    /// Runs that only read tokens: milliseconds a token.
    Timed(Vec<(String, f64)>),
}

/// What a run that trains came to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trained {
    /// How many seeds solved the task.
    pub solved: usize,
    /// Of how many.
    pub seeds: usize,
    /// After how many steps; none where most did not.
    pub steps: Option<usize>,
    /// The loss.
    pub loss: f64,
    /// The share of right answers, from 0 to 1.
    pub right: f64,
}

/// A program and what it prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The name of its file.
    pub file: String,
    /// Python.
    pub text: String,
    /// What it prints: by the engine's numbers, or, of a program that stands alone, what it printed.
    pub prints: String,
}

/// A program beside a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// What it is.
    pub kind: ListingKind,
    /// The cell, by its place among all; none where it is of no single one.
    pub cell: Option<usize>,
    /// The program, or why there is none, in words. What it prints is left out while that is to be guessed.
    pub program: Result<Program, String>,
    /// What it prints is still to be guessed.
    pub is_covered: bool,
}

/// What a program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListingKind {
    /// The figure's layer in PyTorch.
    PyTorch,
    /// The figure's layer in Keras.
    Keras,
    /// The figure's cell, without any library.
    Scratch,
    /// What is left of the gradient, in PyTorch.
    Gradient,
    /// One that stands alone, and printed what it prints elsewhere.
    Alone,
}

/// A page to look things up in, or a lesson on one sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Whether it is a lesson's sheet.
    pub is_sheet: bool,
    /// Whether its entries stand from A to Z.
    pub is_sorted: bool,
    /// All pages, by their keys, with their names.
    pub pages: Vec<(String, String)>,
    /// Its entries.
    pub entries: Vec<Item>,
    /// The words of the glossary that they name.
    pub terms: Vec<Definition>,
    /// Further reading.
    pub reading: Vec<Source>,
}

/// An entry of such a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its name, such as `faq.2`.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Other names of what it defines.
    pub also: String,
    /// Its prose.
    pub prose: Vec<Block>,
    /// Whether its step has a program, which stands there.
    pub has_program: bool,
    /// Its runs of training.
    pub runs: Option<Runs>,
    /// What is asked.
    pub ask: Option<Asked>,
    /// Things to try.
    pub tries: Vec<Vec<Piece>>,
    /// Where its figure is; empty where it has none.
    pub cue: String,
    /// How it sets the page around its figure; of an entry of a lesson's sheet alone.
    pub setting: Option<Setting>,
}

/// A question on such a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// What may be chosen; none where a number is asked for.
    pub options: Vec<String>,
    /// The answer.
    pub answer: Answer,
    /// Whether the answer is folded until it is wanted.
    pub is_folded: bool,
}
