//! The runs of the Lab that pages read numbers from. Here alone in this crate a network runs; whatever draws gets what it came to.

use std::cell::OnceCell;

use engine::trace::CellKind;
use model::lab::draws::Draws;
use model::lab::kept::{Probe, swaps};
use model::lab::{After, Run};
use model::sequence::Library;
use model::settings::{Settings, State};

use crate::lesson::{Entry, Page};

/// The settings of an address, and the run that follows from them.
#[must_use]
pub fn run_at(fragment: &str) -> (Settings, Run) {
    let settings = State::from_fragment(fragment).0.settings;
    let run = Run::new(&settings, &settings.sequence(Library::shipped()));
    (settings, run)
}

/// How far the last state of a cell moves when a step reads something else, at every step up to the read one; NaN where nothing else
/// can be read.
#[must_use]
pub fn moved_at(fragment: &str, cell: CellKind) -> Vec<f64> {
    let (settings, run) = run_at(fragment);
    let (sequence, trace) = (settings.sequence(Library::shipped()), &run.lane(cell).trace);
    let swaps = swaps(&sequence, trace.top(), true, &trace.readout_weights, settings.read_step(), |_| true);
    swaps.into_iter().map(|swap| swap.map_or(f64::NAN, |swap| swap.moved)).collect()
}

/// What takes long to work out at an address: it is worked out when it is asked for, once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slow {
    /// The address, with no `#` before it.
    pub fragment: String,
    found: OnceCell<[Vec<f64>; 3]>,
    draws: OnceCell<Draws>,
    after: OnceCell<After>,
}

impl Slow {
    /// Nothing has been worked out yet.
    #[must_use]
    pub fn new(fragment: &str) -> Self {
        Self { fragment: fragment.to_owned(), ..Self::default() }
    }

    /// What a probe finds of each step in the last state, by cell.
    #[must_use]
    pub fn found(&self) -> &[Vec<f64>; 3] {
        self.found.get_or_init(|| {
            let (settings, run) = run_at(&self.fragment);
            let mut probe = Probe::new(&run, settings.read_step());
            while probe.advance() {}
            probe.found().unwrap_or_default()
        })
    }

    /// What came after the three cells.
    #[must_use]
    pub fn after(&self) -> &After {
        self.after.get_or_init(|| {
            let settings = State::from_fragment(&self.fragment).0.settings;
            After::new(&settings, &settings.sequence(Library::shipped()))
        })
    }

    /// Many draws of the same settings.
    #[must_use]
    pub fn draws(&self) -> &Draws {
        self.draws.get_or_init(|| {
            let settings = State::from_fragment(&self.fragment).0.settings;
            let mut draws = Draws::new(&settings, &settings.sequence(Library::shipped()));
            while draws.advance() {}
            draws
        })
    }
}

/// The runs behind a page's numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRuns {
    /// The run of the default settings.
    pub plain: Run,
    /// For each entry the run at its cue; `None` if its prose has no numbers.
    own: Vec<Option<Run>>,
    slow: Vec<Slow>,
}

impl PageRuns {
    /// Makes them.
    #[must_use]
    pub fn new(page: &Page) -> Self {
        let own = |entry: &Entry| entry.needs_run().then(|| run_at(entry.cue).1);
        Self {
            plain: run_at("").1,
            own: page.entries.iter().map(own).collect(),
            slow: page.entries.iter().map(|entry| Slow::new(entry.cue)).collect(),
        }
    }

    /// What takes long at the address of an entry, by its place on the page.
    #[must_use]
    pub fn slow(&self, entry: usize) -> &Slow {
        &self.slow[entry]
    }

    /// The run behind the numbers of an entry, by its place on the page.
    #[must_use]
    pub fn of(&self, entry: usize) -> &Run {
        self.own.get(entry).and_then(Option::as_ref).unwrap_or(&self.plain)
    }
}

/// The runs behind Compare's table: noise of 101 steps.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRuns {
    /// With the default bias.
    pub noise: Run,
    /// With bias 0.
    pub plain: Run,
}

impl TableRuns {
    /// Makes them.
    #[must_use]
    pub fn new() -> Self {
        const NOISE: &str = "sequence=adding&length=101";
        Self { noise: run_at(NOISE).1, plain: run_at(&format!("{NOISE}&bias=0")).1 }
    }
}

impl Default for TableRuns {
    fn default() -> Self {
        Self::new()
    }
}
