//! Where a picture looks: the words of the sequence, the step and the cell in focus.

use leptos::prelude::*;

use course::lesson::Veil;
use engine::trace::{CellKind, Form};
use figures::Chart;
use model::keys::Key;

use crate::view::store::Store;

/// Where a picture looks.
#[derive(Clone, Copy)]
pub struct Here {
    store: Store,
    /// The words of the sequence, one a step.
    pub words: Memo<Vec<String>>,
    /// The step in focus, from 0.
    pub at: Memo<usize>,
    /// The unit in focus, from 0.
    pub unit: Memo<usize>,
    /// The cell in focus.
    pub cell: Memo<CellKind>,
    /// Its form.
    pub form: Memo<Form>,
}

impl Here {
    /// Where the page looks.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let cell = Memo::new(move |_| store.focus.with(|focus| focus.cell));
        Self {
            store,
            words: Memo::new(move |_| store.sequence.with(|sequence| sequence.labels.clone())),
            at: Memo::new(move |_| store.focus.with(|focus| focus.step)),
            unit: Memo::new(move |_| store.focus.with(|focus| focus.unit)),
            cell,
            form: Memo::new(move |_| store.settings.with(|settings| settings.form(cell.get()))),
        }
    }

    /// Whether a cell is shown: in a lesson those that it has come to.
    pub fn shows(self, cell: CellKind) -> bool {
        self.store.level().cells().contains(&cell)
    }

    /// Whether a question veils what a cell keeps of each step.
    pub fn veils_kept(self, cell: CellKind) -> bool {
        self.store.has_veil(&Veil::Kept { cell })
    }

    /// Whether a question veils what other draws of a cell keep.
    pub fn veils_draws(self, cell: CellKind) -> bool {
        self.store.has_veil(&Veil::Draws { cell })
    }

    /// A chart over the steps, made of the words of the sequence.
    pub fn chart(self, make: impl Fn(&[String]) -> Chart + Send + Sync + 'static) -> Signal<Chart> {
        Signal::derive(move || self.words.with(|words| make(words)))
    }

    /// The numbers of a picture for one figure of several in it: they are taken over in turn.
    pub fn in_turn<T: Clone + PartialEq + Send + Sync + 'static>(self, numbers: Memo<T>) -> Signal<T> {
        self.store.frame.in_turn(numbers)
    }

    /// Puts a step, from 0, into focus.
    pub fn look_at(self, step: usize) {
        self.store.choose_key(Key::At, &(step + 1).to_string());
    }

    /// Puts a step of a chart into focus.
    #[must_use]
    pub fn choose(self) -> Callback<f64> {
        Callback::new(move |step: f64| self.look_at(step as usize))
    }
}
