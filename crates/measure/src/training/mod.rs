//! All that Train shows, as data: a cell's lane with the outputs of its network in training, and a task's controls. What
//! draws it gets these, and runs no network.

mod ahead;
pub mod answers;
mod asked;
mod curves;
mod example;
mod forecast;
mod lane;
mod look;
mod reach;
mod recorded;
mod task;
mod writing;

pub use ahead::{Ahead, Paths};
pub use asked::{Asked, Asking};
pub use curves::curves;
pub use engine::train::{Batch, Target};
pub use example::{Example, Given, Lab, Read, Showing, Tag};
pub use forecast::Forecast;
pub use lane::{LaneData, Losses, NoData, Norms, Numbers, Progress, RunState, Sample, Standing, Verdict};
pub use look::Look;
pub use reach::{DECADES, Reach};
pub use recorded::RecordedData;
pub use task::{NUMBERS, NetData, Number, TaskData};
pub use writing::Writing;

// What the page is told in the terms of what trains.
pub use learn::own;
pub use learn::task::{Guess, Mark, Shown};
pub use learn::trained::{Answers, Lack};
pub use learn::training::{ABLATIONS, Ablation, CellPart, Status, Unread, Unusable};

use answers::most_likely;
use learn::task::translation::decoder_x;
use learn::training::Session;

/// The outputs of the first seed's network, at present or at a checkpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The training steps that the network had made.
    pub moment: usize,
    /// One validation sequence.
    pub batch: Batch,
    /// The outputs for it before softmax, asked steps × O, row-major.
    pub answers: Vec<f32>,
    /// What the task shows beside these.
    pub more: More,
    /// Loss and accuracy on the test set; `None` before the run has ended.
    pub test: Option<(f64, f64)>,
}

/// What a task shows beside the outputs for one sequence.
#[derive(Clone, Debug, PartialEq)]
pub enum More {
    /// Nothing.
    Nothing,
    /// Forecasts of a series.
    Forecast(Box<Forecast>),
    /// The decoder's classes without teacher forcing: it reads its own previous answer.
    Translation(Vec<usize>),
    /// Texts that the network generates.
    Writing(Writing),
}

impl Answered {
    /// Runs the network.
    pub fn of(session: &mut Session, look: &Look) -> Self {
        let Look { at, temperature, .. } = *look;
        let (batch, answers) = session.example(at);
        let more = match (session.setup.task().shown, &batch.target) {
            (Shown::Forecast, _) => More::Forecast(Box::new(Forecast::of(session, look))),
            (Shown::Translation, Target::Class(_)) => More::Translation(translated(session, &batch, at)),
            (Shown::Text, _) => More::Writing(Writing::of(session, &batch, at, temperature)),
            _ => More::Nothing,
        };
        let ended = matches!(session.record.status, Status::Done | Status::Reached | Status::Stalled);
        let test = ended.then(|| session.test());
        Self { moment: session.moment(at), batch, answers, more, test }
    }
}

/// Greedy decoding: the decoder's most likely class at each place, when it reads its own previous answer.
fn translated(session: &mut Session, batch: &Batch, at: Option<usize>) -> Vec<usize> {
    let outputs = (session.setup.task().outputs)(&session.setup.level);
    let places = batch.asked.len();
    let mut said = vec![0; places];
    for place in 0..places {
        let batch = Batch { decoder_x: decoder_x(&said, 1), ..batch.clone() };
        said[place] = most_likely(&session.answers(&batch, at)[place * outputs..][..outputs]);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::trace::CellKind;
    use learn::task::Sets;
    use learn::training::Setup;
    use model::settings::State;

    fn session(fragment: &str) -> Session {
        let (state, problems) = State::from_fragment(&format!("view=train&t_units=4&t_batch=4&{fragment}"));
        assert!(problems.is_empty(), "{problems:?}");
        Session::new(Setup::new(&state.settings, &Sets::default()).0, CellKind::Lstm)
    }

    #[test]
    fn a_run_is_tested_once_it_has_ended() {
        let mut session = session("task=adding&t_knob=6&t_steps=2");
        assert_eq!(Answered::of(&mut session, &Look::default()).test, None);
        while session.advance() {}
        let answered = Answered::of(&mut session, &Look::default());
        assert_eq!((answered.moment, answered.test), (2, Some(session.test())));
    }

    /// A decoder that has read what it said itself says it again: the last place has read all before it.
    #[test]
    fn what_a_decoder_says_follows_from_what_it_said() {
        let mut session = session("task=translation");
        let answered = Answered::of(&mut session, &Look::default());
        let More::Translation(said) = &answered.more else { panic!("{:?}", answered.more) };
        let batch = Batch { decoder_x: decoder_x(said, 1), ..answered.batch.clone() };
        let again = session.answers(&batch, None);
        let outputs = again.len() / said.len();
        assert_eq!(&again.chunks_exact(outputs).map(most_likely).collect::<Vec<_>>(), said);
    }

    #[test]
    fn a_story_is_written_from_its_first_word_and_a_text_from_its_start() {
        for (task, texts, read) in [("next_word", 4, 1), ("characters", 1, 16)] {
            let answered =
                Answered::of(&mut session(&format!("task={task}")), &Look { temperature: 0.7, ..Look::default() });
            let More::Writing(writing) = answered.more else { panic!("{task}") };
            assert_eq!((writing.texts.len(), writing.read.len()), (texts, read), "{task}");
            assert!(writing.texts.iter().all(|text| !text.is_empty()), "{task}");
        }
    }
}
