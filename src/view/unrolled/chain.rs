//! The numbers and the places of one network's chain, as signals, and what is told of a cell.

use leptos::prelude::*;

use engine::trace::{CellKind, Form};
use figures::{Arrival, Places, Table, Way, arrivals, openings, valve};
use words::format::{self, Digits, Group, Measure};
use words::{figures::words as figures_words, fill, page::words, quantities};

use crate::view::describe;
use crate::view::store::Store;

/// One network's chain.
#[derive(Clone, Copy)]
pub struct Chain {
    store: Store,
    /// Which network it is.
    pub cell: Memo<CellKind>,
    /// Where everything lies.
    pub places: Memo<Places>,
    /// What of the error arrives at each cell before the loss. None where a question covers it.
    pub arrivals: Signal<Option<Vec<Arrival>>>,
    /// How far the valve of each cell is open.
    pub openings: Memo<Vec<f64>>,
    /// The cell's form.
    pub form: Memo<Form>,
    /// The step at which the loss is read.
    pub read: Memo<usize>,
}

/// A number that is told of a cell.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// The symbol of its road, or of the gate.
    pub symbol: &'static str,
    /// The number.
    pub number: f64,
    /// The same, written.
    pub text: String,
    /// It is the mean of the gate.
    pub is_gate: bool,
}

impl Chain {
    /// The chain of a cell, in so many CSS pixels, so much larger than designed. One of several figures is made anew in its turn.
    pub fn new(
        store: Store,
        cell: Memo<CellKind>,
        width: Signal<f64>,
        scale: Signal<f64>,
        is_covered: Memo<bool>,
        in_turn: bool,
    ) -> Self {
        let own = Memo::new(move |_| {
            (!is_covered.get()).then(|| store.run.with(|run| arrivals(&run.lane(cell.get()).trace)))
        });
        let read = Memo::new(move |_| store.run.with(|run| run.lane(cell.get()).trace.read));
        let steps = Memo::new(move |_| store.run.with(|run| run.lane(cell.get()).trace.steps()));
        Self {
            store,
            cell,
            places: Memo::new(move |_| Places {
                cell: cell.get(),
                steps: steps.get(),
                width: width.get(),
                scale: scale.get(),
            }),
            arrivals: if in_turn { store.frame.in_turn(own) } else { own.into() },
            openings: Memo::new(move |_| store.run.with(|run| openings(run.lane(cell.get()).trace.top()))),
            form: Memo::new(move |_| store.run.with(|run| run.lane(cell.get()).trace.top().parameters.form)),
            read,
        }
    }

    /// The roads that are closed.
    pub fn closed(self) -> Vec<Way> {
        let (cell, form) = (self.cell.get(), self.form.get());
        Way::of(cell).iter().copied().filter(|way| way.is_closed(cell, form)).collect()
    }

    /// What arrives at a cell by each of its roads, and the mean of the gate there. At the loss and after it the
    /// gate alone.
    pub fn told(self, at: usize) -> Vec<Told> {
        let cell = self.cell.get();
        let own = self.arrivals.with(|all| all.as_ref().and_then(|all| all.get(at).copied()));
        // In the unit of what is left in all three networks, beside which it stands.
        let left = self.store.run.with(|run| CellKind::ALL.map(|cell| run.lane(cell).reach.get(at).copied()));
        let roads = own.into_iter().flat_map(|own| {
            let group = Group::new(Measure::Share, left.into_iter().flatten().chain([own.straight, own.through]));
            Way::of(cell).iter().map(move |way| Told {
                symbol: way.quantity(cell).symbol().0,
                number: own.by(*way),
                text: group.write(own.by(*way), Digits::Headline),
                is_gate: false,
            })
        });
        let gate = valve(cell).zip(self.openings.with(|all| all.get(at).copied())).map(|(gate, mean)| Told {
            symbol: gate.symbol().0,
            number: mean,
            text: written(mean),
            is_gate: true,
        });
        roads.chain(gate).collect()
    }

    /// Where these numbers are read; or why there are none.
    pub fn place(self, at: usize) -> String {
        let read = self.read.get();
        let of = match at {
            at if at < read => words().unrolled_of,
            at if at == read => words().unrolled_loss,
            _ => words().unrolled_later,
        };
        if self.arrivals.with(Option::is_none) {
            String::new()
        } else {
            fill(of, &[("word", &describe::token(self.store, at))])
        }
    }

    /// The gate's mean at a cell, as it is written in it.
    pub fn mean(self, at: usize) -> Option<String> {
        self.openings.with(|all| all.get(at).map(|mean| written(*mean)))
    }

    /// What is written below the roads of a cell: how it makes its state, or the gate's mean.
    pub fn shown(self, at: usize) -> String {
        match self.cell.get() {
            CellKind::Rnn if self.form.get().relu => "relu".to_owned(),
            CellKind::Rnn => "tanh".to_owned(),
            CellKind::Lstm | CellKind::Gru => self.mean(at).unwrap_or_default(),
        }
    }

    /// All that is told of a cell, as a sentence.
    pub fn said(self, at: usize) -> String {
        let all: Vec<String> =
            self.told(at).into_iter().map(|told| format!("{} {}", told.symbol, format::spoken(&told.text))).collect();
        let word = describe::token(self.store, at);
        fill(words().unrolled_said, &[("word", &word), ("roads", &all.join(", "))])
    }

    /// All numbers: a row a step.
    pub fn table(self) -> Table {
        let cell = self.cell.get();
        let roads = Way::of(cell).iter().map(|way| way.quantity(cell));
        let head = roads.chain(valve(cell)).map(|quantity| quantities::name(quantity).to_owned());
        let labels = self.store.sequence.with(|sequence| sequence.labels.clone());
        let all = self.arrivals.get().unwrap_or_default();
        let group = Group::new(Measure::Share, all.iter().flat_map(|own| [own.straight, own.through]));
        let row = |(step, label): (usize, String)| {
            let road =
                |way: &Way| all.get(step).map_or_else(String::new, |own| group.write(own.by(*way), Digits::Table));
            let roads = Way::of(cell).iter().map(road);
            std::iter::once(label).chain(roads).chain(self.mean(step)).collect()
        };
        Table {
            head: std::iter::once(figures_words().step_axis.to_owned()).chain(head).collect(),
            rows: labels.into_iter().enumerate().map(row).collect(),
            notes: vec![],
        }
    }

    /// What the chain is.
    pub fn name(self) -> String {
        let n = self.places.with(|places| places.steps.to_string());
        let last = describe::token(self.store, self.read.get());
        fill(words().unrolled_name, &[("cell", self.cell.get().name()), ("n", &n), ("last", &last)])
    }
}

/// The mean of a gate with two decimals, as all of them have.
fn written(mean: f64) -> String {
    let hundredths = (100.0 * mean).round() / 100.0;
    Group::new(Measure::Number, [0.1]).column(hundredths, Digits::Headline)
}
