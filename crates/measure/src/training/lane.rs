//! What Train's lane of a cell shows of its run, as data: a worker that trains sends it, and the page draws it.

use serde::{Deserialize, Serialize};

use engine::trace::CellKind;
use learn::task::{Guess, Mark};
use learn::training::{Session, Status, Unread};

use super::example::Example;
use super::{Answered, Reach};

/// A network whose loss is below this share of the best baseline's learns something; a smaller lead may be chance.
const LEARNS: f64 = 0.9;

/// How a worker stands that trains a cell: what a session does not know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing<'a> {
    /// Whether it makes steps.
    pub running: bool,
    /// Milliseconds a step, if they are known.
    pub speed: Option<f64>,
    /// It had to be started again, for this cause.
    pub again: Option<&'a str>,
    /// It has a thread of its own.
    pub alone: bool,
    /// The step that the browser's files hold; another tab may have come farther.
    pub kept: Option<usize>,
    /// Why what was kept of this run was not gone on with; `None` if it was, or nothing was kept.
    pub unread: Option<Unread>,
}

/// How a cell's run stands, as the page is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RunState {
    /// What its lane shows.
    Lane(Box<LaneData>),
    /// Its data is being fetched. What its lane shows is of another task.
    Fetching,
    /// It has no data.
    NoData(NoData),
    /// Its worker has not come yet.
    Awaited,
    /// Its worker failed so many times, for this cause, and is not started again by itself; 0 if it never started.
    NoWorker {
        /// How often it failed after it had started.
        times: usize,
        /// The cause; empty where it is unknown.
        cause: String,
    },
    /// Its worker is being started again.
    Again,
}

/// Why a run has no data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoData {
    /// A person has not chosen their own yet.
    NotBrought,
    /// This browser does not hold the person's own data of this name.
    Absent(String),
    /// This browser does not hold the person's own network from whose weights training would begin.
    NoModel,
    /// A file could not be fetched: its name, and why.
    NotFetched(String, String),
}

impl NoData {
    /// What it is of a file that could not be had, and why not.
    #[must_use]
    pub fn of(file: &str, why: &str) -> Self {
        match file {
            "" => Self::NotBrought,
            own if own.starts_with("own-") => Self::Absent(own.to_owned()),
            own if own.starts_with("net-") => Self::NoModel,
            file => Self::NotFetched(file.to_owned(), why.to_owned()),
        }
    }
}

/// What a lane shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneData {
    /// The cell.
    pub cell: CellKind,
    /// How far the run is, and what is to be told of it.
    pub progress: Progress,
    /// The numbers beside its name.
    pub numbers: Numbers,
    /// The losses over the steps of training.
    pub losses: Losses,
    /// The gradient's norm over the steps of training.
    pub norms: Norms,
    /// How far the gradient reaches.
    pub reach: Reach,
    /// An example, and what the network answers.
    pub example: Example,
}

/// How far a run is, and what is to be told of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Training steps made.
    pub step: usize,
    /// Training steps of the whole run.
    pub all: usize,
    /// Whether it can go on, or why it ended.
    pub status: Status,
    /// Bytes of a run that is too large to be started; `None` for any other.
    pub too_large: Option<f64>,
    /// Whether it makes steps.
    pub running: bool,
    /// Milliseconds a step, if they are known.
    pub speed: Option<f64>,
    /// The test loss, and the accuracy where answers are classes; `None` before the run has ended.
    pub test: Option<(f64, Option<f64>)>,
    /// The step that the browser's files hold.
    pub kept: Option<usize>,
    /// Why what was kept of this run was not gone on with.
    pub unread: Option<Unread>,
    /// It trains in a thread of its own.
    pub alone: bool,
    /// Its worker had to be started again, for this cause, which may be empty.
    pub again: Option<String>,
    /// The learning rate.
    pub rate: f64,
    /// The largest norm of the gradient; 0 for any.
    pub clip: f64,
}

/// The numbers beside a lane's name. Means are over the last 100 steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Parameters of the network.
    pub parameters: usize,
    /// Bytes that the run takes.
    pub bytes: f64,
    /// What is to be said of the loss.
    pub verdict: Verdict,
    /// The mean training loss; `None` before the first step.
    pub loss: Option<f64>,
    /// The mean training accuracy, from 0 to 1; `None` before the first step, and where answers are numbers.
    pub right: Option<f64>,
    /// Whether the accuracy says if the task is solved.
    pub judged_by_right: bool,
    /// The best baseline's accuracy; 0 where answers are numbers.
    pub chance: f64,
    /// The gradient's norm at the last step, before clipping and after it.
    pub norm: (f64, f64),
    /// The last validation loss; `None` before the first look.
    pub validation: Option<f64>,
}

/// What is to be said of a loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The run is too large to be started.
    TooLarge,
    /// It diverged.
    Diverged,
    /// No step has been made.
    Ready,
    /// Solved since this step.
    Solved(usize),
    /// Better than every baseline since this step.
    Beats(usize),
    /// Better than every baseline at this step, no longer now.
    BeatOnce(usize),
    /// Better than the best baseline.
    Learns,
    /// No better than the best baseline.
    Guesses,
}

/// The loss over some steps of training.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// The training step in their middle, from 1.
    pub step: f64,
    /// The mean over the steps and seeds.
    pub mean: f64,
    /// The mean over the steps of the lowest seed.
    pub low: f64,
    /// The mean over the steps of the highest seed.
    pub high: f64,
}

/// The losses of a run, with what they are compared with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Losses {
    /// The training loss, the first steps first.
    pub samples: Vec<Sample>,
    /// More than one seed is trained.
    pub has_seeds: bool,
    /// The validation loss: training steps made, loss. Empty where data has no end.
    pub watched: Vec<(f64, f64)>,
    /// Each baseline's loss.
    pub baselines: Vec<(Guess, f64)>,
    /// The loss below which the task counts as solved; `None` where it is judged otherwise.
    pub mark: Option<f64>,
    /// Where gradients were clipped: the training step, as in `samples`, and the share of steps.
    pub clipped: Vec<(f64, f64)>,
    /// Training steps of the whole run.
    pub last: usize,
}

/// The gradient's norm over the steps of training.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Norms {
    /// The training step, from 1, and the mean norm before clipping.
    pub before: Vec<(f64, f64)>,
    /// The largest norm before clipping.
    pub most: f64,
    /// The norm that larger ones are scaled down to; 0 for none.
    pub clip: f64,
    /// The share of steps whose gradient was clipped, from 0 to 1.
    pub clipped: f64,
}

impl LaneData {
    /// What a session shows, with what its network answered and how its worker stands.
    #[must_use]
    pub fn of(session: &Session, answered: &Answered, standing: &Standing) -> Self {
        Self {
            cell: session.cell,
            progress: Progress::of(session, answered, standing),
            numbers: Numbers::of(session),
            losses: Losses::of(session),
            norms: Norms::of(session),
            reach: Reach::of(session),
            example: Example::of(session, answered),
        }
    }
}

impl Progress {
    fn of(session: &Session, answered: &Answered, standing: &Standing) -> Self {
        let (setup, record) = (&session.setup, &session.record);
        let test = answered.test.map(|(loss, right)| (loss, has_classes(session).then_some(right)));
        Self {
            step: record.step,
            all: setup.steps,
            status: record.status,
            too_large: setup.is_too_large(session.cell).then(|| setup.bytes(session.cell)),
            running: standing.running,
            speed: standing.speed,
            test,
            kept: standing.kept,
            unread: standing.unread,
            alone: standing.alone,
            again: standing.again.map(str::to_owned),
            rate: setup.rate,
            clip: setup.clip,
        }
    }
}

impl Numbers {
    fn of(session: &Session) -> Self {
        let (setup, record) = (&session.setup, &session.record);
        let (loss, right) = session.recent();
        let begun = record.step > 0;
        Self {
            parameters: setup.count(session.cell, setup.units_of(session.cell)),
            bytes: setup.bytes(session.cell),
            verdict: verdict(session),
            loss: begun.then_some(loss),
            right: (begun && has_classes(session)).then_some(right),
            judged_by_right: matches!(setup.task().mark, Mark::Right(_)),
            chance: setup.level.chance(),
            norm: (record.last.norm, record.last.clipped),
            validation: session.watched(),
        }
    }
}

/// Whether answers are classes.
fn has_classes(session: &Session) -> bool {
    (session.setup.task().outputs)(&session.setup.level) > 1
}

fn verdict(session: &Session) -> Verdict {
    let (setup, record) = (&session.setup, &session.record);
    let by_baseline = setup.task().mark == Mark::Baseline;
    let (baseline, recent) = (setup.level.baseline(), session.recent().0);
    let judged = if by_baseline { session.watched().unwrap_or(recent) } else { recent };
    match record.solved {
        _ if setup.is_too_large(session.cell) => Verdict::TooLarge,
        _ if matches!(record.status, Status::Diverged(_)) => Verdict::Diverged,
        _ if record.step == 0 => Verdict::Ready,
        Some(step) if by_baseline && judged < baseline => Verdict::Beats(step),
        Some(step) if by_baseline => Verdict::BeatOnce(step),
        Some(step) => Verdict::Solved(step),
        None if judged < LEARNS * baseline => Verdict::Learns,
        None => Verdict::Guesses,
    }
}

impl Losses {
    fn of(session: &Session) -> Self {
        let (setup, record) = (&session.setup, &session.record);
        let mark = setup.task().mark;
        let sample = |(n, point): (f64, learn::training::Point)| Sample {
            step: n + 1.0,
            mean: point.mean,
            low: point.low,
            high: point.high,
        };
        let watched = record.validation.columns.iter().filter(|_| mark == Mark::Baseline);
        Self {
            samples: record.loss.points().map(sample).collect(),
            has_seeds: setup.seeds > 1,
            watched: watched.map(|(step, loss, _)| (*step as f64, *loss)).collect(),
            baselines: (setup.task().baselines)(&setup.level).iter().map(|own| (own.guess, own.loss)).collect(),
            mark: if let Mark::Loss(mark) = mark { Some(mark) } else { None },
            clipped: record
                .clipped
                .points()
                .map(|(n, p)| (n + 1.0, p.mean))
                .filter(|(_, share)| *share > 0.0)
                .collect(),
            last: setup.steps,
        }
    }
}

impl Norms {
    fn of(session: &Session) -> Self {
        let record = &session.record;
        let (mut sum, mut count) = (0.0, 0_usize);
        for (_, point) in record.clipped.points() {
            sum += point.mean;
            count += 1;
        }
        Self {
            before: record.norm.points().map(|(n, point)| (n + 1.0, point.mean)).collect(),
            most: record.norm.points().map(|(_, point)| point.high).fold(0.0, f64::max),
            clip: session.setup.clip,
            clipped: sum / count.max(1) as f64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::Look;
    use learn::task::Sets;
    use learn::training::Setup;
    use model::settings::State;

    fn session(fragment: &str) -> Session {
        let (state, problems) = State::from_fragment(&format!("view=train&t_units=4&t_batch=4&{fragment}"));
        assert!(problems.is_empty(), "{problems:?}");
        Session::new(Setup::new(&state.settings, &Sets::default()).0, CellKind::Gru)
    }

    fn lane(session: &mut Session, standing: &Standing) -> LaneData {
        let answered = Answered::of(session, &Look::default());
        LaneData::of(session, &answered, standing)
    }

    #[test]
    fn before_the_first_step_there_are_no_losses() {
        let lane = lane(&mut session("task=adding&t_knob=10"), &Standing::default());
        assert_eq!((lane.numbers.loss, lane.numbers.verdict, lane.progress.test), (None, Verdict::Ready, None));
        assert!(lane.losses.samples.is_empty() && lane.norms.before.is_empty() && lane.reach.left.is_none());
    }

    /// The adding task's trivial predictor scores the variance of the sum of two uniforms, 2/12, but for the two halves
    /// of the list that they are drawn from, which do not change it.
    #[test]
    fn a_lane_has_each_loss_and_what_it_is_compared_with() {
        let mut session = session("task=adding&t_knob=10&t_steps=50");
        let mut losses = vec![];
        while session.advance() {
            losses.push(session.record.last.loss);
        }
        losses.push(session.record.last.loss);
        let lane = lane(&mut session, &Standing { running: true, ..Standing::default() });
        let (steps, means): (Vec<f64>, Vec<f64>) = lane.losses.samples.iter().map(|s| (s.step, s.mean)).unzip();
        assert_eq!(steps, (1..=50).map(f64::from).collect::<Vec<_>>());
        assert_eq!(means, losses);
        assert_eq!(lane.numbers.loss.map(|x| (x * 1e9).round()), {
            let mean = losses.iter().sum::<f64>() / 50.0;
            Some((mean * 1e9).round())
        });
        assert!((lane.losses.baselines[0].1 - 1.0 / 6.0).abs() < 1e-9, "{:?}", lane.losses.baselines);
        assert_eq!((lane.progress.step, lane.progress.all, lane.progress.status), (50, 50, Status::Done));
        assert!(lane.progress.running && lane.progress.test.is_some_and(|(_, right)| right.is_none()));
    }

    #[test]
    fn a_lane_tells_the_steps_whose_gradient_was_clipped() {
        let clipped = |clip: &str| {
            let mut session = session(&format!("task=adding&t_knob=10&t_steps=20&t_clip={clip}"));
            let mut steps = vec![];
            for step in 1..=20 {
                session.advance();
                let last = session.record.last;
                steps.extend((last.clipped < last.norm).then_some((f64::from(step), 1.0)));
            }
            (lane(&mut session, &Standing::default()).losses.clipped, steps)
        };
        let (told, steps) = clipped("1.5");
        assert!(!steps.is_empty() && steps.len() < 20, "some of them: {steps:?}");
        assert_eq!(told, steps);
        assert_eq!(clipped("0"), (vec![], vec![]));
    }

    #[test]
    fn a_run_that_would_not_fit_is_told_with_its_size() {
        let settings = State::from_fragment("view=train&t_knob=400&t_units=512&t_layers=4&t_batch=1024").0.settings;
        let mut session = Session::stand_in(Setup::new(&settings, &Sets::default()).0, CellKind::Lstm);
        let lane = lane(&mut session, &Standing::default());
        assert_eq!(lane.numbers.verdict, Verdict::TooLarge);
        assert!(lane.progress.too_large.is_some_and(|bytes| bytes > 1.5e9));
    }

    #[test]
    fn what_is_missing_is_told_by_what_it_is() {
        assert_eq!(NoData::of("", "gone"), NoData::NotBrought);
        assert_eq!(NoData::of("own-text-1", "gone"), NoData::Absent("own-text-1".to_owned()));
        assert_eq!(NoData::of("net-rnn-1-2-3-0000000000000001", ""), NoData::NoModel);
        assert_eq!(NoData::of("poems.txt", "503"), NoData::NotFetched("poems.txt".to_owned(), "503".to_owned()));
    }
}
