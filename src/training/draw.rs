//! A lane of the Train view as HTML and SVG: how a cell's run goes.

use super::example::example;
use super::session::{Session, Status};
use super::words::words;
use crate::format;
use crate::laboratory::html::table;
use crate::laboratory::map::map;
use crate::laboratory::svg::{Decades, LEFT, Svg, WIDTH};
use crate::task::train::Mark;
use crate::trace::CellKind;
use crate::words::fill;

/// Decades that the map of the gradient's reach has colours for.
pub const DECADES: i32 = 10;
/// Steps back that the map of the gradient's reach has rows for.
const ROWS: usize = 64;

/// How the worker stands that trains a cell.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// The step whose weights are looked at; none for now.
    pub at: Option<usize>,
    /// Whether it makes steps.
    pub running: bool,
    /// Milliseconds a step, if they are known.
    pub speed: Option<f64>,
    /// It had to be started again.
    pub again: bool,
    /// It has a thread of its own.
    pub alone: bool,
    /// The step that the browser's files hold.
    pub kept: Option<usize>,
}

/// A lane: its frame, and what changes in it.
#[must_use]
pub fn lane(session: &mut Session, state: Standing) -> Vec<(String, String)> {
    let key = session.cell.key();
    let id = |part: &str| format!("train-{key}-{part}");
    let frame = format!(
        "<div class=\"who {key}\"><h2>{}</h2><div id=\"{}\"></div></div><div id=\"{}\"></div><div class=\"reach-map\"><span>{}</span><canvas id=\"{}\" role=\"img\" aria-label=\"{}\"></canvas><span>{}</span></div><div id=\"{}\"></div>",
        session.cell.name(),
        id("numbers"),
        id("loss"),
        fill(words().back, &[("n", &(session.setup.task().steps)(session.setup.knob).to_string())]),
        id("reach-map"),
        words().reach_title,
        words().last,
        id("example"),
    );
    let mut parts = vec![(format!("train-{key}"), frame)];
    parts.push((id("numbers"), numbers(session, state.speed)));
    parts.push((id("loss"), loss(session)));
    parts.push((id("reach-map"), reach(session)));
    parts.push((id("example"), example(session, state.at)));
    parts.push((id("progress"), progress(session, state)));
    parts
}

/// The numbers beside a lane.
fn numbers(session: &mut Session, speed: Option<f64>) -> String {
    let words = words();
    let setup = &session.setup;
    let units = setup.units_of(session.cell);
    let (loss, right) = session.recent();
    let baseline = (setup.task().baseline)(setup.knob);
    let megabytes = format::short(setup.bytes(session.cell) / 1e6);
    let count = format::count(setup.count(session.cell, units));
    let mut lines = vec![fill(words.parameters, &[("n", &count)])];
    lines.push(match speed {
        Some(speed) => fill(words.speed, &[("n", &format::short(speed)), ("memory", &megabytes)]),
        None => fill(words.memory, &[("n", &megabytes)]),
    });
    let verdict = match session.record.solved {
        _ if session.record.step == 0 => words.ready.to_owned(),
        Some(step) => fill(words.solved, &[("n", &format::count(step))]),
        None if loss < 0.9 * baseline => words.learning.to_owned(),
        None => words.guessing.to_owned(),
    };
    let big = if session.record.step == 0 {
        "–".to_owned()
    } else if let Mark::Right(_) = setup.task().mark {
        format::percent(right)
    } else {
        format::number(loss)
    };
    let mut more = vec![];
    if session.record.step > 0 {
        if let Mark::Right(_) = setup.task().mark {
            more.push(format!("{} {}", words.loss, format::number(loss)));
        } else if setup.task().outputs > 1 {
            more.push(fill(words.right, &[("n", &format::percent(right))]));
        }
        let last = session.record.last;
        let (before, after) = (format::short(last.norm), format::short(last.clipped));
        let said = if last.clipped < last.norm { words.norm_clipped } else { words.norm };
        more.push(fill(said, &[("before", &before), ("after", &after)]));
        if let Some((_, loss, _)) = session.record.validation.columns.last() {
            more.push(fill(words.validation, &[("loss", &format::number(*loss))]));
        }
    }
    let small = |lines: &[String]| lines.iter().map(|line| format!("<small>{line}</small>")).collect::<String>();
    format!("{}<strong data-value=\"{loss:e}\">{big}</strong><p>{verdict}</p>{}", small(&lines), small(&more))
}

/// The loss over the steps so far, with its baseline and its mark.
fn loss(session: &Session) -> String {
    const HEIGHT: f64 = 150.0;
    let task = session.setup.task();
    let baseline = (task.baseline)(session.setup.knob);
    let points: Vec<_> = session.record.loss.points().collect();
    let logs = points.iter().flat_map(|(_, p)| [p.low.log10(), p.high.log10()]);
    let around = [baseline.log10()].into_iter().chain(match task.mark {
        Mark::Loss(mark) => Some(mark.log10()),
        Mark::Right(_) => None,
    });
    let axis = Decades::around(logs.chain(around), (-2, 0), (8.0, HEIGHT - 20.0));
    let last = session.record.step.max(100) as f64;
    let x = |n: f64| LEFT + (n + 1.0) / last * (WIDTH - LEFT);
    let mut svg = Svg::new(HEIGHT);
    svg.decades(&axis);
    svg.line("baseline", (LEFT, axis.y(baseline.log10())), (WIDTH, axis.y(baseline.log10())));
    if let Mark::Loss(mark) = task.mark {
        svg.line("mark", (LEFT, axis.y(mark.log10())), (WIDTH, axis.y(mark.log10())));
    }
    let key = session.cell.key();
    if session.setup.seeds > 1 {
        let low = points.iter().map(|(n, p)| (x(*n), axis.y(p.low.log10())));
        let high = points.iter().rev().map(|(n, p)| (x(*n), axis.y(p.high.log10())));
        svg.area(&format!("band {key}"), low.chain(high));
    }
    svg.curve(&format!("curve {key}"), points.iter().map(|(n, p)| Some((x(*n), axis.y(p.mean.log10())))));
    // Where the gradient was clipped: as high as the share of steps.
    let clipped: Vec<_> = session.record.clipped.points().map(|(n, p)| (x(n), p.mean)).collect();
    let width = (WIDTH - LEFT) / clipped.len().max(1) as f64;
    let bars: Vec<_> =
        clipped.iter().map(|(x, share)| ((*x - width, HEIGHT - 16.0 - 4.0 * share), (width, 4.0 * share))).collect();
    svg.bars("clips", &bars);
    svg.text("tick start", (LEFT, HEIGHT - 3.0), "0");
    svg.text("tick end", (WIDTH, HEIGHT - 3.0), &format::count(session.record.step.max(100)));
    let words = words();
    let head = [words.steps, words.loss, words.band].map(str::to_owned);
    let every = points.len().div_ceil(20).max(1);
    let rows = points.iter().step_by(every).map(|(n, p)| {
        let band = format!("{} – {}", format::number(p.low), format::number(p.high));
        vec![format::count(*n as usize + 1), format::number(p.mean), band]
    });
    format!(
        "{}<details class=\"numbers-behind\"><summary>{}</summary>{}</details>",
        svg.finish(words.loss_label),
        words.table,
        table(&head, rows)
    )
}

/// The map of the gradient's reach: a column a look, the last step at the bottom.
fn reach(session: &Session) -> String {
    let steps = (session.setup.task().steps)(session.setup.knob);
    let rows = steps.min(ROWS);
    let columns = session.record.reach.columns.len().max(1);
    let level = |row: usize, column: usize| {
        let back = (rows - 1 - row) * steps / rows;
        let log = session.record.reach.columns.get(column).and_then(|c| c.get(back)).copied();
        log.map_or(f64::NAN, |log| if log.is_nan() { f64::NAN } else { 1.0 + f64::from(log) / f64::from(DECADES) })
    };
    map(
        false,
        columns,
        (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).map(|(r, c)| level(r, c)),
    )
}

/// How far the run is, and what ended it.
fn progress(session: &mut Session, state: Standing) -> String {
    let Standing { running, speed, again, alone, kept, .. } = state;
    let words = words();
    let (step, all) = (session.record.step, session.setup.steps);
    let n = format::count(step);
    let mut said = match session.record.status {
        Status::Open => fill(words.progress, &[("n", &n), ("all", &format::count(all))]),
        Status::Done => fill(words.done, &[("n", &n)]),
        Status::Reached => fill(words.reached, &[("n", &n)]),
        Status::Stalled => fill(words.stalled, &[("n", &n)]),
        Status::Diverged(step) => fill(words.diverged, &[("n", &format::count(step))]),
    };
    if session.setup.is_too_large(session.cell) {
        let gigabytes = format::short(session.setup.bytes(session.cell) / 1e9);
        said = fill(words.too_large, &[("n", &gigabytes)]);
    }
    if let (Status::Open, true, Some(speed)) = (session.record.status, running, speed) {
        let seconds = (all - step) as f64 * speed / 1000.0;
        let time = if seconds < 90.0 {
            fill(words.seconds, &[("n", &format!("{seconds:.0}"))])
        } else {
            fill(words.minutes, &[("n", &format!("{:.0}", seconds / 60.0))])
        };
        said = format!("{said} · {}", fill(words.left, &[("time", &time)]));
    }
    if matches!(session.record.status, Status::Done | Status::Reached | Status::Stalled) {
        let (loss, _) = session.test();
        said = format!("{said} · {}", fill(words.test, &[("loss", &format::number(loss))]));
    }
    if !alone {
        said = format!("{said} · {}", words.here);
    }
    if again {
        said = format!("{} · {said}", fill(words.again, &[("cell", session.cell.name())]));
    }
    let mut help = String::new();
    if matches!(session.record.status, Status::Diverged(_)) {
        let slower = format!("{:e}", session.setup.rate / 10.0);
        if session.setup.clip == 0.0 {
            help += &format!("<button data-key=\"t_clip\" data-value=\"1\">{}</button>", words.with_clip);
        }
        help += &format!("<button data-key=\"t_rate\" data-value=\"{slower}\">{}</button>", words.lower_rate);
    }
    let kept = kept.map_or(String::new(), |kept| kept.to_string());
    let share = step as f64 / all.max(1) as f64;
    format!(
        "<span class=\"name {}\">{}</span><progress class=\"{}\" max=\"1\" value=\"{share:.4}\"></progress><span class=\"said\" data-step=\"{step}\" data-running=\"{running}\" data-kept=\"{kept}\">{said}</span>{help}",
        session.cell.key(),
        session.cell.name(),
        session.cell.key()
    )
}

/// What stands in a run's place whose worker could not be started.
#[must_use]
pub fn no_worker(cell: CellKind) -> String {
    let said = fill(words().no_worker, &[("cell", cell.name())]);
    format!("<span class=\"said\" role=\"alert\">{said}</span>")
}
