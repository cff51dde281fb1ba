//! A request for a run that training left, or that a person brought: it waits until the run's files have been read.

use engine::trace::CellKind;
use learn::task::Sets;
use learn::training::Setup;
use model::settings::{Source, State};
use port::Request;

use crate::actor::{Beside, Effect, Timer};
use crate::runs::Runs;

/// How often a run's files are looked for, and how many milliseconds apart.
pub const LOOKS: (usize, i32) = (10, 100);

/// A request that waits for what training left.
pub struct Waiting {
    /// Its number.
    pub number: u32,
    /// What it asks for.
    pub request: Request,
    /// The numbers that came with it.
    pub beside: Beside,
    state: State,
    /// How wide a network is may follow from data: the set that is fetched first.
    fetching: Option<String>,
    /// The weights that are fetched because the browser's own files lack them.
    loading: Option<String>,
    /// The file of each cell's run, and what it holds, once it is read.
    files: Vec<(String, Option<Option<Vec<u8>>>)>,
    looks: usize,
}

impl Waiting {
    /// One that waits for everything.
    pub fn new(number: u32, request: Request, beside: Beside, state: State) -> Self {
        Self { number, request, beside, state, fetching: None, loading: None, files: vec![], looks: 0 }
    }

    /// Fetches the data that is missing, unless there is `no_more`; then reads the files.
    pub fn next(&mut self, sets: &Sets, no_more: bool) -> Vec<Effect> {
        if let Some(net) = self.state.settings.net() {
            self.files = vec![(net.file(), None)];
            return vec![Effect::Read(net.file())];
        }
        let (setup, _) = Setup::new(&self.state.settings, sets);
        self.fetching = setup.level.missing().filter(|_| !no_more).map(String::from);
        if let Some(file) = &self.fetching {
            return vec![Effect::Fetch(file.clone())];
        }
        self.files = CellKind::ALL.map(|cell| (setup.file(cell), None)).into();
        self.files.iter().map(|(file, _)| Effect::Read(file.clone())).collect()
    }

    /// Whether it waits for this set of data.
    pub fn fetches(&self, file: &str) -> bool {
        self.fetching.as_deref() == Some(file)
    }

    /// Whether it waits for these weights.
    pub fn loads(&self, file: &str) -> bool {
        self.loading.as_deref() == Some(file)
    }

    /// Takes in a run's file: what is to be done next, or none if it waits for nothing more. A run that has just been paused may
    /// still be on its way there: it is looked for a few times.
    pub fn brought(&mut self, file: &str, bytes: Option<Vec<u8>>, runs: &mut Runs, sets: &Sets) -> Option<Vec<Effect>> {
        let Some((_, place)) = self.files.iter_mut().find(|(own, read)| own == file && read.is_none()) else {
            return Some(vec![]);
        };
        *place = Some(bytes);
        if self.files.iter().any(|(_, read)| read.is_none()) {
            return Some(vec![]);
        }
        let mut read = std::mem::take(&mut self.files).into_iter().map(|(_, read)| read.flatten());
        if let Some(net) = self.state.settings.net() {
            runs.trained.net.bring(net, read.next().flatten().as_deref());
            return None;
        }
        let files = [(); 3].map(|()| read.next().flatten());
        self.looks += 1;
        let State { settings, focus, .. } = &self.state;
        let reached = runs.trained.bring(settings, sets, focus.cell, files);
        // An example that was drawn before its data came is drawn anew.
        if settings.source == Source::Example {
            let example = runs.trained.example(settings);
            runs.library.bring_example(settings.example_of(), example);
        }
        if let Some(file) = runs.trained.shipped() {
            self.loading = Some(file.clone());
            return Some(vec![Effect::Load(file)]);
        }
        (!reached && self.looks < LOOKS.0).then(|| vec![Effect::Wake(Timer::Look, LOOKS.1)])
    }
}
