//! Views, and commands that change no setting: training, sweeps, the reader's progress. A sweep has a name, under which its runs
//! are kept.

use serde::{Deserialize, Serialize};

use crate::keys::Key;
use crate::settings::Settings;

/// The view that is open, below a lesson or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The question, three chains of cells, and how much of the error arrives.
    Start,
    /// Lanes, playhead, inspector, and the laboratory's pictures.
    Lab,
    /// Training of the three cells on a task.
    Train,
    /// Reproduced experiments of papers.
    Results,
    /// Claims beside measurements.
    Compare,
    /// Questions that lead to advice on a cell.
    Choose,
    /// Reference pages.
    Reference,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 7] =
        [Self::Start, Self::Lab, Self::Train, Self::Results, Self::Compare, Self::Choose, Self::Reference];

    /// The view's name in the address; empty for the Lab.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Lab => "",
            Self::Train => "train",
            Self::Results => "results",
            Self::Compare => "compare",
            Self::Choose => "choose",
            Self::Reference => "reference",
        }
    }

    /// The view that the settings name.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let key = settings.name(Key::View).unwrap_or_default();
        Self::ALL.into_iter().find(|view| view.key() == key).unwrap_or(Self::Lab)
    }
}

/// A command of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// A command to the trainers.
    Train(TrainCommand),
    /// Start a sweep. The running one is cancelled.
    Sweep(SweepKey),
    /// Cancel the running sweep.
    CancelSweep,
    /// Forget the reader's progress in the lessons.
    ForgetProgress,
    /// Bring back the progress that was forgotten last.
    RestoreProgress,
    /// Stop what the open picture takes long for.
    StopWork,
    /// Go on with it.
    GoOn,
}

/// A command to the trainers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrainCommand {
    /// Train, or pause if one of them trains. The trainers decide which: they know whether they train.
    Toggle,
    /// Train.
    Start,
    /// Pause.
    Pause,
    /// Pause, because the run is about to be opened in the Lab.
    Leave,
    /// Make one training step.
    Step,
    /// Discard the run and start again.
    Stop,
    /// Retry what has failed: fetching data, or a worker that died.
    TryAgain,
}

macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($variant:ident: $key:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $(#[doc = $key] $variant,)*
        }

        impl $name {
            /// All of its values.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in addresses, records and markup.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// The value with this name, if there is one.
            #[must_use]
            pub fn named(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

named! {
    /// A paper whose experiment is reproduced.
    PaperKey {
        Bengio1994: "bengio1994",
        Hochreiter1997: "hochreiter1997",
        Pascanu2013: "pascanu2013",
        Chung2014: "chung2014",
        Le2015: "le2015",
        Jozefowicz2015: "jozefowicz2015",
        Greff2015: "greff2015",
        Arjovsky2016: "arjovsky2016",
        Tallec2018: "tallec2018",
        Madsen2019: "madsen2019",
    }
}

named! {
    /// A sweep of Compare.
    ComparisonKey {
        Table: "table",
        Length: "length",
        Units: "units",
        Equal: "equal",
    }
}

named! {
    /// A page of prose: the lessons in their order, then the reference pages.
    PageKey {
        Sequences: "sequences",
        Recurrence: "recurrence",
        Bptt: "bptt",
        Vanishing: "vanishing",
        Lstm: "lstm",
        Gru: "gru",
        Training: "training",
        Words: "words",
        Series: "series",
        Yourself: "yourself",
        Transformer: "transformer",
        Memory: "memory",
        Overview: "overview",
        Mistakes: "mistakes",
        Pros: "pros",
        Faq: "faq",
        Glossary: "glossary",
        Notation: "notation",
        Sources: "sources",
        Class: "class",
    }
}

/// A sweep: many training runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SweepKey {
    /// The ablations of all cells on the chosen task.
    Ablations,
    /// A paper's experiment.
    Paper(PaperKey),
    /// A measurement of Compare.
    Compare(ComparisonKey),
    /// The runs of an entry of a page: the page, and the entry's number (from 1).
    Entry(PageKey, u16),
    /// The times of a linear recurrence, step by step and by a scan.
    Scans,
}

const ABLATIONS: &str = "ablation";
const COMPARE: &str = "compare-";
const ENTRY: &str = "entry-";
const SCANS: &str = "scans";

impl std::fmt::Display for SweepKey {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Ablations => to.write_str(ABLATIONS),
            Self::Paper(paper) => to.write_str(paper.key()),
            Self::Compare(comparison) => write!(to, "{COMPARE}{}", comparison.key()),
            Self::Entry(page, number) => write!(to, "{ENTRY}{}.{number}", page.key()),
            Self::Scans => to.write_str(SCANS),
        }
    }
}

impl SweepKey {
    /// The sweep with this name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        if name == ABLATIONS {
            return Some(Self::Ablations);
        }
        if name == SCANS {
            return Some(Self::Scans);
        }
        if let Some(comparison) = name.strip_prefix(COMPARE) {
            return ComparisonKey::named(comparison).map(Self::Compare);
        }
        if let Some(place) = name.strip_prefix(ENTRY) {
            let (page, number) = place.split_once('.')?;
            return Some(Self::Entry(PageKey::named(page)?, number.parse().ok().filter(|number| *number > 0)?));
        }
        PaperKey::named(name).map(Self::Paper)
    }
}

/// The kind of data that a person brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Own {
    /// A table of numbers.
    Series,
    /// A text.
    Text,
    /// A table of numbers for the Lab, whose text stands in the address.
    Table,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::State;

    fn sweeps() -> Vec<SweepKey> {
        let papers = PaperKey::ALL.iter().copied().map(SweepKey::Paper);
        let comparisons = ComparisonKey::ALL.iter().copied().map(SweepKey::Compare);
        let entries = PageKey::ALL.iter().flat_map(|page| [1, 17].map(|number| SweepKey::Entry(*page, number)));
        [SweepKey::Ablations, SweepKey::Scans].into_iter().chain(papers).chain(comparisons).chain(entries).collect()
    }

    #[test]
    fn a_sweep_is_found_by_its_name() {
        for sweep in sweeps() {
            assert_eq!(SweepKey::named(&sweep.to_string()), Some(sweep), "{sweep}");
        }
        for text in ["", "nobody2020", "entry-lstm", "entry-lstm.0", "Ablation"] {
            assert_eq!(SweepKey::named(text), None, "{text}");
        }
    }

    #[test]
    fn settings_name_a_view() {
        let view = |fragment: &str| View::of(&State::from_fragment(fragment).0.settings);
        for own in View::ALL {
            assert_eq!(view(&format!("view={}", own.key())), own);
        }
        assert_eq!(view("picture=chain"), View::Lab);
    }
}
