//! The runs of the Lab that pages read numbers from. Here alone in this crate a network runs; whatever draws gets what it came to.

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

/// What came after, at the settings of an address.
#[must_use]
pub fn after_at(fragment: &str) -> After {
    let settings = State::from_fragment(fragment).0.settings;
    After::new(&settings, &settings.sequence(Library::shipped()))
}

/// The runs behind a page's numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRuns {
    /// The run of the default settings.
    pub plain: Run,
    /// For each entry the run at its cue; `None` if its prose has no numbers.
    own: Vec<Option<Run>>,
}

impl PageRuns {
    /// Makes them.
    #[must_use]
    pub fn new(page: &Page) -> Self {
        let own = |entry: &Entry| entry.needs_run().then(|| run_at(entry.cue).1);
        Self { plain: run_at("").1, own: page.entries.iter().map(own).collect() }
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
