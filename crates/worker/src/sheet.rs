//! What the figures of a lesson's sheet are drawn from: the numbers of its pictures, the rows of its series, recorded runs.

use course::lesson::{Figure, Item, Reference};
use learn::task::Sets;
use learn::training::{Setup, read_recorded};
use measure::training::RecordedData;
use measure::{Measured, Scene, measure_whole};
use model::lab::Run;
use model::sequence::{Dataset, Library};
use model::settings::{Source, State};
use port::{Answer, Parcel, Sheet};

use crate::actor::{Beside, Effect};

/// The sheet that the page has, and the files of recorded runs that it waits for.
#[derive(Default)]
pub struct Sheets {
    sheet: Sheet,
    waits: Vec<Waiting>,
}

/// A step that waits for a file.
struct Waiting {
    file: String,
    step: String,
    state: State,
    is_same: bool,
}

/// An item's figure, and the settings that it is drawn at.
fn drawn(item: &Item) -> Option<(Figure, State)> {
    let setting = item.setting.as_ref()?;
    Some((setting.figure, State::from_fragment(&item.cue).0))
}

fn said(sheet: &Sheet) -> Effect {
    Effect::Say(0, Answer::Sheet(Box::new(sheet.clone())), Beside::Nothing)
}

impl Sheets {
    /// Tells what a page's figures are drawn from, if it is a lesson's sheet and another than the page has, and has the files
    /// of recorded runs brought.
    pub fn tell(&mut self, page: &Reference, library: &Library, sets: &Sets) -> Vec<Effect> {
        if !page.is_sheet || page.key == self.sheet.key {
            return vec![];
        }
        let steps = || page.entries.iter().filter_map(|item| Some((item, drawn(item)?)));
        let pictures = steps().filter(|(_, (figure, _))| *figure == Figure::Picture);
        let mut series: Vec<Dataset> = vec![];
        for (_, (_, state)) in steps() {
            if let Source::Series(dataset) = state.settings.source
                && !series.contains(&dataset)
            {
                series.push(dataset);
            }
        }
        self.sheet = Sheet {
            key: page.key.clone(),
            pictures: pictures
                .map(|(item, (_, state))| (item.name.clone(), Parcel::of(&measured(&state, library))))
                .collect(),
            recorded: vec![],
            series: series.into_iter().map(|own| (own.key().to_owned(), library.rows(own).to_vec())).collect(),
        };
        // A recorded run would answer what is asked.
        let trained = steps().filter(|(item, (figure, _))| *figure == Figure::Train && item.ask.is_none());
        self.waits = trained.filter_map(|(item, (_, state))| Waiting::new(item, state, sets)).collect();
        let loads = self.waits.iter().map(|own| Effect::Load(own.file.clone()));
        std::iter::once(said(&self.sheet)).chain(loads).collect()
    }

    /// Takes in a file of recorded runs, and tells of those that waited for it.
    pub fn loaded(&mut self, file: &str, bytes: &Result<Vec<u8>, String>, sets: &Sets) -> Option<Effect> {
        let (come, waits) = std::mem::take(&mut self.waits).into_iter().partition(|own| own.file == file);
        self.waits = waits;
        let come: Vec<Waiting> = come;
        let read = come.iter().filter_map(|own| Some((own.step.clone(), own.read(bytes.as_ref().ok()?, sets)?)));
        let before = self.sheet.recorded.len();
        self.sheet.recorded.extend(read);
        (self.sheet.recorded.len() > before).then(|| said(&self.sheet))
    }
}

impl Waiting {
    /// A step whose run is compared with a recorded one; none where there is no such run.
    fn new(item: &Item, state: State, sets: &Sets) -> Option<Self> {
        let behind = Setup::new(&state.settings, sets).0.behind()?;
        Some(Self { file: behind.file, step: item.name.clone(), state, is_same: behind.is_same })
    }

    fn read(&self, bytes: &[u8], sets: &Sets) -> Option<RecordedData> {
        let setup = Setup::new(&self.state.settings, sets).0;
        let recorded = read_recorded(bytes, &setup).ok()?;
        Some(RecordedData::of(setup.task().key, self.is_same, &recorded))
    }
}

/// The numbers of the picture that a step opens.
fn measured(state: &State, library: &Library) -> Measured {
    let sequence = state.settings.sequence(library);
    let run = Run::new(&state.settings, &sequence);
    measure_whole(&Scene { quick: false, state, sequence: &sequence, run: &run, absent: false })
}
