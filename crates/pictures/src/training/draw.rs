//! A lane of the Train view as HTML and SVG: how a cell's run goes.

use super::example::{example, example_head};
use super::extent::Extent;
use super::guesses::guess;
use super::reach::{left, reach};
use crate::html::{escape, table};
use crate::svg::{Decades, LEFT, Svg, WIDTH};
use engine::trace::CellKind;
use learn::task::{Baseline, Mark};
use learn::training::{Session, Status, Unread};
use measure::training::Answered;
use model::command::{Command, TrainCommand};
use words::fill;
use words::format;
use words::training::words;

/// How the worker stands that trains a cell.
#[derive(Clone, Copy, Debug)]
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
    /// Why what was kept of this run was not gone on with; none if it was, or nothing was kept.
    pub unread: Option<Unread>,
    /// What the axes show at least, so that all lanes have the same.
    pub extent: Extent,
}

/// A lane: its frame, and what changes in it.
#[must_use]
pub fn lane(session: &Session, answered: &Answered, state: Standing<'_>) -> Vec<(String, String)> {
    let (key, words) = (session.cell.key(), words());
    let extent = state.extent.with(Extent::of(session));
    let id = |part: &str| format!("train-{key}-{part}");
    let frame = format!(
        "<div class=\"who {key}\"><h2>{}</h2><div id=\"{}\"></div></div><div><h3>{}</h3><div id=\"{}\"></div><details class=\"numbers-behind\"><summary>{}</summary><div id=\"{}\"></div></details><details class=\"numbers-behind\"><summary>{}</summary><div id=\"{}\"></div></details></div><div class=\"reach-map\"><h3>{}</h3><span>{}</span><canvas id=\"{}\" role=\"img\" aria-labelledby=\"{}\"></canvas><span>{}</span><p id=\"{}\"></p></div><div><h3>{}</h3><div id=\"{}\"></div></div>",
        session.cell.name(),
        id("numbers"),
        words.loss_title,
        id("loss"),
        words.table,
        id("table"),
        words.norms,
        id("norms"),
        words.reach_title,
        fill(words.back, &[("n", &((session.setup.task().steps)(&session.setup.level) - 1).to_string())]),
        id("reach-map"),
        id("left"),
        words.last,
        id("left"),
        example_head(session.setup.task().shown).0,
        id("example"),
    );
    let mut parts = vec![(format!("train-{key}"), frame)];
    parts.push((id("numbers"), numbers(session, state.speed)));
    parts.push((id("loss"), loss(session, extent)));
    parts.push((id("table"), losses(session)));
    parts.push((id("norms"), norms(session, extent)));
    parts.push((id("reach-map"), reach(session, extent)));
    parts.push((id("left"), left(session)));
    parts.push((id("example"), example(session, answered)));
    parts.push((id("progress"), progress(session, answered.test, state)));
    parts
}

/// The numbers beside a lane.
fn numbers(session: &Session, speed: Option<f64>) -> String {
    let words = words();
    let setup = &session.setup;
    let units = setup.units_of(session.cell);
    let (loss, right) = session.recent();
    let baseline = setup.level.baseline();
    let megabytes = format::short(setup.bytes(session.cell) / 1e6);
    let count = format::count(setup.count(session.cell, units));
    let mut lines = vec![fill(words.parameters, &[("n", &count)])];
    lines.push(match speed {
        Some(speed) => fill(words.speed, &[("n", &format::short(speed)), ("memory", &megabytes)]),
        None => fill(words.memory, &[("n", &megabytes)]),
    });
    let judged = if setup.task().mark == Mark::Baseline { session.watched().unwrap_or(loss) } else { loss };
    let verdict = match session.record.solved {
        _ if setup.is_too_large(session.cell) => words.too_large_short.to_owned(),
        _ if matches!(session.record.status, Status::Diverged(_)) => words.diverged_short.to_owned(),
        _ if session.record.step == 0 => words.ready.to_owned(),
        Some(step) if setup.task().mark == Mark::Baseline => {
            let said = if judged < baseline { words.beaten } else { words.beaten_once };
            fill(said, &[("n", &format::count(step))])
        }
        Some(step) => fill(words.solved, &[("n", &format::count(step))]),
        None if judged < 0.9 * baseline => words.learning.to_owned(),
        None => words.guessing.to_owned(),
    };
    let number = format::number(loss);
    let right = fill(words.right, &[("n", &format::percent(right))]);
    let (big, what) = if session.record.step == 0 {
        ("–", "")
    } else if let Mark::Right(_) = setup.task().mark {
        (right.as_str(), "")
    } else {
        (number.as_str(), words.loss)
    };
    let what = if what.is_empty() { String::new() } else { format!(" <small>{what}</small>") };
    let mut more = vec![];
    if session.record.step > 0 {
        if let Mark::Right(_) = setup.task().mark {
            more.push(format!("{} {number}", words.loss));
        } else if (setup.task().outputs)(&setup.level) > 1 {
            more.push(right.clone());
        }
        if setup.level.chance() > 0.0 {
            more.push(fill(words.chance, &[("n", &format::percent(setup.level.chance()))]));
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
    format!("{}<strong data-value=\"{loss:e}\">{big}{what}</strong><p>{verdict}</p>{}", small(&lines), small(&more))
}

/// The loss over the steps so far, with its baseline and its mark.
fn loss(session: &Session, extent: Extent) -> String {
    const HEIGHT: f64 = 150.0;
    let task = session.setup.task();
    let baseline = session.setup.level.baseline();
    let points: Vec<_> = session.record.loss.points().collect();
    let axis = Decades::around(std::iter::empty(), (extent.low, extent.high), (8.0, HEIGHT - 20.0));
    let last = extent.steps as f64;
    let x = |n: f64| LEFT + (n + 1.0) / last * (WIDTH - LEFT);
    let mut svg = Svg::new(HEIGHT);
    svg.decades(&axis);
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
    if let [(n, point)] = points[..] {
        svg.dot(&format!("curve {key}"), (x(n), axis.y(point.mean.log10())), 3.0);
    }
    if task.mark == Mark::Baseline {
        // What is watched, where data is not without end.
        let watched = session.record.validation.columns.iter();
        svg.curve("watched", watched.map(|(n, loss, _)| Some((x(*n as f64 - 1.0), axis.y(loss.log10())))));
    }
    // Over the curve, which may follow it for long.
    let baselines = (task.baselines)(&session.setup.level);
    let height = |guess: &Baseline| axis.y(guess.loss.log10());
    for y in baselines.iter().map(height) {
        svg.line("baseline", (LEFT, y), (WIDTH, y));
    }
    let mut named: Vec<f64> = vec![];
    if baselines.len() > 1 {
        for guess in &baselines {
            // Names of lines that are close to each other stand side by side, and over the lines.
            let y = height(guess);
            let aside = named.iter().filter(|other| (y - **other).abs() < 11.0).count() as f64;
            named.push(y);
            svg.text("tick end named", (WIDTH - 100.0 * aside, y - 3.0), &self::guess(guess.guess));
        }
    }
    // Where the gradient was clipped: as high as the share of steps.
    let clipped: Vec<_> = session.record.clipped.points().map(|(n, p)| (x(n), p.mean)).collect();
    let width = (x(session.record.step as f64) - LEFT) / clipped.len().max(1) as f64;
    let bars: Vec<_> =
        clipped.iter().map(|(x, share)| ((*x - width, HEIGHT - 16.0 - 4.0 * share), (width, 4.0 * share))).collect();
    svg.bars("clips", &bars);
    svg.text("tick start", (LEFT, HEIGHT - 3.0), "0");
    let words = words();
    let end = fill(words.axis_end, &[("n", &format::count(extent.steps))]);
    svg.text("tick end", (WIDTH, HEIGHT - 3.0), &end);
    let (now, _) = session.recent();
    svg.finish(&fill(
        words.loss_label,
        &[
            ("cell", session.cell.name()),
            ("loss", &format::number(now)),
            ("n", &format::count(session.record.step)),
            ("baseline", &format::number(baseline)),
        ],
    ))
}

/// The numbers of the curve, some of them.
fn losses(session: &Session) -> String {
    let points: Vec<_> = session.record.loss.points().collect();
    let (words, band) = (words(), session.setup.seeds > 1);
    let head = [words.steps, words.loss, words.band].map(str::to_owned);
    let every = points.len().div_ceil(20).max(1);
    // The last is among them.
    let shown = points.iter().rev().step_by(every).rev();
    let rows = shown.map(|(n, p)| {
        let mut row = vec![format::count(*n as usize + 1), format::number(p.mean)];
        if band {
            row.push(format!("{} – {}", format::number(p.low), format::number(p.high)));
        }
        row
    });
    table(&head[..if band { 3 } else { 2 }], rows)
}

/// The gradient's norm over the steps of training, before clipping and after it, and where it is clipped.
fn norms(session: &Session, extent: Extent) -> String {
    const HEIGHT: f64 = 120.0;
    let points: Vec<_> = session.record.norm.points().collect();
    let clip = session.setup.clip;
    let logs = points.iter().flat_map(|(_, p)| [p.low.log10(), p.high.log10()]);
    let axis = Decades::around(logs.chain((clip > 0.0).then(|| clip.log10())), (-1, 0), (8.0, HEIGHT - 20.0));
    let x = |n: f64| LEFT + (n + 1.0) / extent.steps as f64 * (WIDTH - LEFT);
    let key = session.cell.key();
    let mut svg = Svg::new(HEIGHT);
    svg.decades(&axis);
    svg.curve("watched", points.iter().map(|(n, p)| Some((x(*n), axis.y(p.mean.log10())))));
    let after = |norm: f64| if clip > 0.0 { norm.min(clip) } else { norm };
    svg.curve(&format!("curve {key}"), points.iter().map(|(n, p)| Some((x(*n), axis.y(after(p.mean).log10())))));
    let words = words();
    if clip > 0.0 {
        let y = axis.y(clip.log10());
        svg.line("baseline", (LEFT, y), (WIDTH, y));
        svg.text("tick end named", (WIDTH, y - 3.0), &fill(words.clip_at, &[("clip", &format::short(clip))]));
    }
    svg.text("tick start", (LEFT, HEIGHT - 3.0), "0");
    svg.text("tick end", (WIDTH, HEIGHT - 3.0), &fill(words.axis_end, &[("n", &format::count(extent.steps))]));
    let most = points.iter().map(|(_, p)| p.high).fold(0.0, f64::max);
    let clipped: Vec<_> = session.record.clipped.points().collect();
    let share = clipped.iter().map(|(_, p)| p.mean).sum::<f64>() / clipped.len().max(1) as f64;
    let pairs = [("most", &*format::short(most)), ("share", &format::percent(share))];
    let said = fill(words.norms_said, &pairs);
    format!("{}<p><small>{said}</small></p>", svg.finish(&said))
}

/// How far the run is, and what ended it.
fn progress(session: &Session, test: Option<(f64, f64)>, state: Standing<'_>) -> String {
    let Standing { running, speed, again, alone, kept, unread, .. } = state;
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
    if let Some((loss, right)) = test {
        said = format!("{said} · {}", fill(words.test, &[("loss", &format::number(loss))]));
        if (session.setup.task().outputs)(&session.setup.level) > 1 {
            said = format!("{said}, {}", fill(words.right, &[("n", &format::percent(right))]));
        }
    }
    if let Some(kept) = kept.filter(|kept| *kept > step) {
        said = format!("{said} · {}", fill(words.kept_farther, &[("n", &format::count(kept))]));
    }
    if let Some(unread) = unread {
        let why = if unread == Unread::Format { words.kept_format } else { words.kept_damaged };
        said = format!("{said} · {why}");
    }
    if !alone {
        said = format!("{said} · {}", words.here);
    }
    if let Some(cause) = again {
        said = format!("{} · {said}", because(words.again, session.cell, cause, &[]));
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
        "<span class=\"name {}\">{}</span><progress class=\"{}\" aria-label=\"{}\" max=\"1\" value=\"{share:.4}\"></progress><span class=\"said\" data-step=\"{step}\" data-running=\"{running}\" data-kept=\"{kept}\">{said}</span>{help}",
        session.cell.key(),
        session.cell.name(),
        session.cell.key(),
        session.cell.name()
    )
}

/// What stands in a run's place while its data is fetched, or if it could not be: the file, and why.
#[must_use]
pub fn no_data(failed: Option<(&str, &str)>) -> String {
    let words = words();
    match failed {
        None => format!("<span class=\"said\">{}</span>", words.fetching),
        Some(("", _)) => format!("<span class=\"said\">{}</span>", words.own_none),
        Some((own, _)) if own.starts_with("own-") => {
            format!("<span class=\"said\" role=\"alert\">{}</span>", fill(words.own_absent, &[("file", &escape(own))]))
        }
        Some((file, why)) => {
            let said = fill(words.not_fetched, &[("file", file), ("why", &escape(why))]);
            format!(
                "<span class=\"said\" role=\"alert\">{said}</span><button data-command=\"{}\">{}</button>",
                Command::Train(TrainCommand::TryAgain).written(),
                words.try_again
            )
        }
    }
}

/// A sentence of a cell's worker and the cause, where it is known.
fn because(text: &str, cell: CellKind, cause: &str, more: &[(&str, &str)]) -> String {
    let words = words();
    let cause = if cause.is_empty() { String::new() } else { fill(words.cause, &[("cause", &escape(cause))]) };
    fill(text, &[&[("cell", cell.name()), ("cause", &cause)], more].concat())
}

/// What stands in a run's place whose worker has failed so many times and is not started again by itself.
#[must_use]
pub fn no_worker(cell: CellKind, times: usize, cause: &str) -> String {
    let words = words();
    let said = match times {
        0 => because(words.no_worker, cell, cause, &[]),
        _ => because(words.given_up, cell, cause, &[("n", &times.to_string())]),
    };
    let again = Command::Train(TrainCommand::TryAgain).written();
    format!(
        "<span class=\"said\" role=\"alert\">{said}</span><button data-command=\"{again}\">{}</button>",
        words.try_again
    )
}

/// What stands in a run's place whose worker has not come yet.
#[must_use]
pub fn awaited(cell: CellKind) -> String {
    format!("<span class=\"said\" role=\"status\">{}</span>", fill(words().awaited, &[("cell", cell.name())]))
}
