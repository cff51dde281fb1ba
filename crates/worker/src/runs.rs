//! The runs of the page: made, held for the pictures, shared, and taken along.

use learn::trained::Trained;
use model::lab::{Run, run_csv, run_json, taken};
use model::sequence::{Library, Sequence};
use model::settings::{Settings, Source, State};
use port::exchange::Shown;
use port::{Answer, Cell, Parcel, RunHead, Settled, Taking};

use crate::actor::{Beside, Effect, Now};

/// A run, and what it follows from.
pub struct Held {
    settings: Settings,
    /// Whether what training left is not there.
    pub absent: bool,
    /// The run.
    pub run: Run,
}

/// What runs are made of, and the one that pictures show.
pub struct Runs {
    /// What training left, for the Lab.
    pub trained: Trained,
    /// The shipped series, and the example of a task that was read last.
    pub library: Library,
    held: Option<Held>,
}

impl Runs {
    /// None yet.
    pub fn new() -> Self {
        Self { trained: Trained::default(), library: Library::shipped().clone(), held: None }
    }

    /// Makes a run: what the page gets of it.
    pub fn made(&mut self, number: u32, settings: &Settings, now: Now) -> Effect {
        let start = now();
        let sequence = self.sequence(settings);
        let run = Run::with(settings, &sequence, |cell| self.trained.network(settings, cell));
        let elapsed = now() - start;
        let series = match settings.source {
            Source::Series(dataset) => Some(self.library.rows(dataset).to_vec()),
            _ => None,
        };
        let absent = self.trained.is_absent(settings);
        let head = RunHead {
            of: Settled(State::of(settings.clone())),
            elapsed,
            series,
            absent,
            example: self
                .library
                .example(&settings.example_of())
                .filter(|_| settings.source == Source::Example)
                .cloned(),
            answers: self.trained.answers(settings, &run),
            lack: self.trained.lack(settings).cloned(),
        };
        Effect::Say(number, Answer::Run(Box::new(head)), Beside::Run(Box::new(run)))
    }

    /// What is taken along of a run. The other layers of a network, and its read-out, the page does not have.
    pub fn taken_along(&mut self, settings: &Settings, taking: Taking, address: String) -> Effect {
        let sequence = self.sequence(settings);
        let (shown, beside) = match taking {
            Taking::Network(Cell(cell)) => {
                let own = taken(settings, &sequence, self.trained.network(settings, cell), cell);
                let shown = Shown {
                    layers: own.layers,
                    head: own.head.map(|head| (head.rows, head.bias)),
                    x: own.x.as_slice().to_vec(),
                    h: own.h.as_slice().to_vec(),
                    labels: sequence.labels,
                    address,
                };
                (Parcel::of(&shown), Beside::Nothing)
            }
            Taking::Csv | Taking::Json => {
                let held = self.held(settings);
                let text = match taking {
                    Taking::Json => run_json(settings, &sequence, &held.run, &address),
                    _ => run_csv(settings, &sequence, &held.run),
                };
                self.hold(held);
                (Parcel::empty(), Beside::Bytes(text.into_bytes()))
            }
        };
        Effect::Say(0, Answer::Taken(shown), beside)
    }

    /// The sequence of these settings. An example is drawn with the data that is here.
    pub fn sequence(&mut self, settings: &Settings) -> Sequence {
        let of = settings.example_of();
        if settings.source == Source::Example && self.library.example(&of).is_none() {
            let example = self.trained.example(settings);
            self.library.bring_example(of, example);
        }
        settings.sequence(&self.library)
    }

    /// Takes over the numbers of a run that another has made, if there is one of the same shape to write them into.
    pub fn share(&mut self, settings: &Settings, numbers: &[f64]) {
        let absent = self.trained.is_absent(settings);
        if let Some(held) = &mut self.held
            && (held.absent, settings.differs_by_drag(&held.settings)) == (absent, true)
            && held.run.overwrite(numbers)
        {
            held.settings = settings.clone();
            held.run.set_forms(settings);
        }
    }

    /// The run of these settings: the one that is held, or one that is made now.
    pub fn held(&mut self, settings: &Settings) -> Held {
        let absent = self.trained.is_absent(settings);
        let held = self.held.take().filter(|held| held.absent == absent && settings.same_run(&held.settings));
        held.unwrap_or_else(|| {
            let sequence = self.sequence(settings);
            let run = Run::with(settings, &sequence, |cell| self.trained.network(settings, cell));
            Held { settings: settings.clone(), absent, run }
        })
    }

    /// Holds a run for the pictures to come.
    pub fn hold(&mut self, held: Held) {
        self.held = Some(held);
    }
}
