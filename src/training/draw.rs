//! The Train view as HTML and SVG: its controls, and a lane for each cell.

use super::session::{Session, Status};
use super::setup::{Problem, RULES, SCHEDULES, Setup};
use super::words::words;
use crate::engine::cure::Scheme;
use crate::engine::train::{Batch, Target};
use crate::format;
use crate::laboratory::html::{escape, table};
use crate::laboratory::map::map;
use crate::laboratory::svg::{Decades, LEFT, Svg, WIDTH};
use crate::settings::{ANSWER, LAYER, MOST_UNITS, Settings, TRAINED};
use crate::task::train::{Mark, TASKS, Task, word};
use crate::trace::CellKind;
use crate::words::fill;

/// Decades that the map of the gradient's reach has colours for.
const DECADES: i32 = 10;
/// Steps back that the map of the gradient's reach has rows for.
const ROWS: usize = 64;

/// A task's name, the knob's, and what it asks, in words.
fn told(task: &Task) -> [&'static str; 3] {
    let words = words();
    match task.key {
        "copy" => [words.copy, words.copy_knob, words.copy_how],
        "recall" => [words.recall, words.recall_knob, words.recall_how],
        "order" => [words.order, words.order_knob, words.order_how],
        "parity" => [words.parity, words.parity_knob, words.parity_how],
        "agreement" => [words.agreement, words.agreement_knob, words.agreement_how],
        _ => [words.adding, words.adding_knob, words.adding_how],
    }
}

/// The controls and the transport.
#[must_use]
pub fn controls(settings: &Settings) -> Vec<(String, String)> {
    let words = words();
    let (setup, problems) = Setup::new(settings);
    let task = setup.task();
    let [_, knob, how] = told(task);
    let number = |key: &'static str, name: &str, tip: &str, value: f64| {
        let written = settings.choice(key);
        let shown = if written.is_empty() { value.to_string() } else { escape(written) };
        field(key, name, tip, &shown, problems.iter().find(|problem| problem.key == key))
    };
    let choice = |key: &str, name: &str, options: &[(&str, &str)], chosen: &str| {
        let option = |(value, name): &(&str, &str)| {
            let selected = if *value == chosen { " selected" } else { "" };
            format!("<option value=\"{value}\"{selected}>{name}</option>")
        };
        let options: String = options.iter().map(option).collect();
        format!("<label class=\"field\"><span>{name}</span><select data-key=\"{key}\">{options}</select></label>")
    };
    let tasks =
        TASKS.map(|task| (task.key, told(&TASKS[TASKS.iter().position(|t| t.key == task.key).unwrap_or(0)])[0]));
    let rule = RULES.iter().find(|(_, rule)| *rule == setup.rule).map_or("adam", |(key, _)| key);
    let rules = RULES.map(|(key, _)| (key, key));
    let schedules = [words.constant, words.cosine, words.halving, words.warmup];
    let schedules: Vec<(&str, &str)> = SCHEDULES.into_iter().zip(schedules).collect();
    let schedule = settings.choice("t_schedule");
    let starts = Scheme::ALL.map(|(_, key)| (key, key));
    let start = Scheme::ALL.iter().find(|(scheme, _)| *scheme == setup.scheme).map_or("pytorch", |(_, key)| key);
    let equal = if setup.equal { " checked" } else { "" };
    let in_sight = [
        choice("task", words.task, &tasks, task.key),
        number("t_knob", knob, "", setup.knob as f64),
        number("t_units", words.units, "", setup.units as f64),
        number("t_rate", words.rate, "", setup.rate),
        number("t_clip", words.clip, words.clip_tip, setup.clip),
        choice("t_start", words.start, &starts, start),
        // Chrono has biases of its own.
        if setup.scheme == Scheme::Chrono { String::new() } else { number("t_bias", words.bias, "", setup.bias) },
        ablation(settings),
    ];
    let more = [
        choice("t_rule", words.rule, &rules, rule),
        choice("t_schedule", words.schedule, &schedules, schedule),
        number("t_layers", words.layers, "", setup.layers as f64),
        number("t_dropout", words.dropout, "", setup.dropout),
        number("t_batch", words.batch, "", setup.sequences as f64),
        number("t_parts", words.parts, words.parts_tip, setup.parts as f64),
        number("t_steps", words.steps, "", setup.steps as f64),
        number("t_until", words.until, words.until_tip, setup.until),
        number("t_chunk", words.chunk, words.chunk_tip, setup.chunk as f64),
        number("t_patience", words.patience, words.patience_tip, setup.patience as f64),
        number("t_seed", words.seed, "", setup.seed as f64),
        number("t_seeds", words.seeds, "", setup.seeds as f64),
        format!(
            "<label class=\"field\" title=\"{}\"><input type=\"checkbox\" data-key=\"t_equal\"{equal}> <span>{}</span></label>",
            words.equal_tip, words.equal
        ),
    ];
    let baseline = format::number((task.baseline)(setup.knob));
    let controls = format!(
        "{}<details class=\"more\"><summary>{}</summary><div>{}</div></details><p class=\"how\">{}</p>",
        in_sight.concat(),
        words.more,
        more.concat(),
        fill(how, &[("baseline", &baseline)])
    );
    let at = settings.choice("t_at").parse().unwrap_or(setup.steps).min(setup.steps);
    let moment = format!(
        "<label class=\"field\" title=\"{}\"><span>{}</span><input type=\"range\" data-key=\"t_at\" min=\"0\" max=\"{}\" value=\"{at}\"></label>",
        words.moment_tip, words.moment, setup.steps
    );
    let command = |key: &str, name: &str, tip: &str, class: &str| {
        format!("<button data-command=\"{key}\" title=\"{tip}\" class=\"{class}\">{name}</button>")
    };
    let bar = [
        command("start", words.begin, words.begin_tip, "primary"),
        command("pause", words.pause, words.begin_tip, ""),
        command("step", words.step, words.step_tip, ""),
        command("stop", words.stop, words.stop_tip, ""),
    ];
    let ramp = format!("<span class=\"ramp\">{} <i></i> {}</span>", format::decade(-DECADES), words.all_of_it);
    let reach_how = fill(words.reach_how, &[("ramp", &ramp)]);
    let heads =
        [(words.loss_title, words.loss_how), (words.reach_title, &reach_how), (words.example_title, words.example_how)];
    let head = heads.map(|(title, how)| format!("<div><h3>{title}</h3><p>{how}</p></div>")).concat();
    let head = format!("<div></div>{head}");
    vec![
        ("train-controls".into(), controls),
        ("train-head".into(), head),
        ("train-buttons".into(), bar.concat()),
        ("train-moment".into(), moment),
    ]
}

/// The choice of what the cells are without. Its values are parts of an address, each of which takes the others back.
fn ablation(settings: &Settings) -> String {
    let words = words();
    let all = [
        (words.whole, "", ""),
        (words.no_forget, "forget", "1"),
        (words.no_input, "input", "1"),
        (words.no_output, "output", "1"),
        (words.coupled, "coupled", "yes"),
        (words.linear_candidate, "linear_candidate", "yes"),
        (words.linear_output, "linear_output", "yes"),
        (words.no_reset, "reset", "1"),
        (words.half_update, "update", "0.5"),
        (words.reset_before, "reset_before", "yes"),
        (words.relu, "relu", "yes"),
    ];
    let option = |(name, key, value): &(&str, &str, &str)| {
        let pairs = all.iter().filter(|(_, other, _)| !other.is_empty());
        let pairs: Vec<String> =
            pairs.map(|(_, other, _)| format!("{other}={}", if other == key { value } else { "" })).collect();
        let chosen = if key.is_empty() {
            all.iter().all(|(_, other, _)| other.is_empty() || settings.choice(other).is_empty())
        } else {
            settings.choice(key) == *value
        };
        let selected = if chosen { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{name}</option>", pairs.join("&amp;"))
    };
    let options: String = all.iter().map(option).collect();
    format!(
        "<label class=\"field\"><span>{}</span><select data-key=\"apply\">{options}</select></label>",
        words.ablation
    )
}

fn field(key: &str, name: &str, tip: &str, value: &str, problem: Option<&Problem>) -> String {
    let (invalid, message) = match problem {
        Some(problem) => {
            let (low, high) = (&problem.between.0, &problem.between.1);
            let found = escape(&problem.found);
            let said = fill(words().found, &[("found", &found), ("low", low), ("high", high)]);
            (" aria-invalid=\"true\"", format!("<small class=\"message\" role=\"alert\">{said}</small>"))
        }
        None => ("", String::new()),
    };
    format!(
        "<label class=\"field\" title=\"{tip}\"><span>{name}</span><input type=\"text\" inputmode=\"decimal\" size=\"5\" data-key=\"{key}\" value=\"{value}\"{invalid}>{message}</label>"
    )
}

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

/// One sequence, and what the network answers.
fn example(session: &mut Session, at: Option<usize>) -> String {
    let (batch, answers) = session.example(at);
    let task = session.setup.task();
    let key = session.cell.key();
    let drawn = match (task.key, &batch.target) {
        (_, Target::Value(values)) => adding(&batch, key, f64::from(values[0]), f64::from(answers[0])),
        ("copy" | "parity", Target::Class(right)) => row_of_answers(task, &batch, right, &answers),
        (_, Target::Class(right)) => choice(task, key, &batch, right[0] as usize, &answers),
    };
    drawn + &open_in_lab(session, at, &batch)
}

/// A button that opens the example in the Lab, on the weights of this moment.
fn open_in_lab(session: &Session, at: Option<usize>, batch: &Batch) -> String {
    let (setup, words) = (&session.setup, words());
    let step = session.moment(at);
    let units = CellKind::ALL.map(|cell| setup.units_of(cell)).into_iter().max().unwrap_or_default();
    if units > MOST_UNITS {
        return format!("<p><small>{}</small></p>", words.lab_not);
    }
    // The last row is none of the sequence's: it would be the target of a forecast.
    let rows =
        batch.x.chunks_exact(session.setup.task().inputs).chain(std::iter::once(&batch.x[..setup.task().inputs]));
    let rows: Vec<String> = rows.map(|row| row.iter().map(f32::to_string).collect::<Vec<_>>().join(",")).collect();
    let read = batch.asked.last().map_or(0, |t| t + 1);
    let answer = match &batch.target {
        Target::Class(right) => right.last().copied().unwrap_or_default(),
        Target::Value(_) => 0,
    };
    let value = format!(
        "view=&{TRAINED}={step}&{ANSWER}={answer}&sequence=csv&numbers={}&normalised=no&units={units}&gain=1&read={read}&mark=1&cell={}&edits=&start_rnn=&start_lstm=&start_gru=",
        rows.join(";"),
        session.cell.key(),
    );
    let button = |layer: usize| {
        let (name, choice) = if setup.layers == 1 {
            (fill(words.lab, &[("n", &format::count(step))]), String::new())
        } else {
            let number = layer.to_string();
            (fill(words.lab_layer, &[("layer", &number), ("n", &format::count(step))]), number)
        };
        let value = escape(&format!("{value}&{LAYER}={choice}"));
        format!(
            "<button class=\"to-lab\" data-command=\"leave\" data-key=\"apply\" data-value=\"{value}\">{name}</button>"
        )
    };
    let padded = if setup.equal { format!("<p><small>{}</small></p>", words.lab_padded) } else { String::new() };
    (1..=setup.layers).rev().map(button).collect::<String>() + &padded
}

fn adding(batch: &Batch, key: &str, truth: f64, answer: f64) -> String {
    const HEIGHT: f64 = 120.0;
    let mut svg = Svg::new(HEIGHT);
    let width = WIDTH / batch.steps as f64;
    let (mut bars, mut marked) = (vec![], vec![]);
    for t in 0..batch.steps {
        let value = f64::from(batch.x[2 * t]);
        let bar = ((t as f64 * width, 62.0 - 58.0 * value), (width * 0.8, 58.0 * value));
        let is_marked = batch.x[2 * t + 1] > 0.5;
        if is_marked {
            svg.text("tick", (t as f64 * width + width / 2.0, 75.0), &format!("{value:.2}"));
            marked.push(((bar.0.0 - 1.0, bar.0.1), (bar.1.0.max(3.0), bar.1.1)));
        } else {
            bars.push(bar);
        }
    }
    svg.bars("plain-bar", &bars);
    svg.bars("marked-bar", &marked);
    // From 0 to 2, as the sum may be.
    let long = |x: f64| x.clamp(0.0, 2.0) / 2.0 * 280.0;
    for (y, name, x, class) in [(84.0, words().truth, truth, "marked-bar"), (102.0, words().answer, answer, key)] {
        svg.text("tick start", (0.0, y + 10.0), name);
        svg.bars(&format!("bar {class}"), &[((60.0, y), (long(x), 12.0))]);
        svg.text("tick start", (long(x) + 66.0, y + 10.0), &format!("{x:.2}"));
    }
    svg.finish(words().example_title)
}

/// What is most likely of an answer.
fn most_likely(answer: &[f32]) -> usize {
    (1..answer.len()).fold(0, |best, k| if answer[k] > answer[best] { k } else { best })
}

/// Softmax of one answer.
fn shares(answer: &[f32]) -> Vec<f64> {
    let top = answer.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = answer.iter().map(|y| f64::from(y - top).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

/// Input, truth and answer at the last steps that are asked, one under the other.
fn row_of_answers(task: &Task, batch: &Batch, right: &[u32], answers: &[f32]) -> String {
    let count = batch.asked.len().min(if task.key == "copy" { 10 } else { 8 });
    let first = batch.asked.len() - count;
    let name = |class: usize| match task.key {
        "parity" => if class == 1 { words().odd } else { words().even }.to_owned(),
        _ if class == 8 => "·".to_owned(),
        _ => char::from(b'A' + class as u8).to_string(),
    };
    let answer = |n: usize| most_likely(&answers[n * task.outputs..(n + 1) * task.outputs]);
    let cells = |each: &dyn Fn(usize) -> (String, &'static str)| -> String {
        (first..batch.asked.len())
            .map(|n| {
                let (text, class) = each(n);
                format!("<td class=\"{class}\">{text}</td>")
            })
            .collect()
    };
    let truth = cells(&|n| (name(right[n] as usize), ""));
    let given = cells(&|n| (name(answer(n)), if answer(n) == right[n] as usize { "hit" } else { "miss" }));
    format!(
        "<table class=\"answers {}\"><tbody><tr><th scope=\"row\">{}</th>{truth}</tr><tr><th scope=\"row\">{}</th>{given}</tr></tbody></table>",
        task.key,
        words().truth,
        words().answer
    )
}

/// A sequence of symbols or words, and how likely each answer is taken to be.
fn choice(task: &Task, key: &str, batch: &Batch, right: usize, answers: &[f32]) -> String {
    const HEIGHT: f64 = 74.0;
    let symbol = |t: usize| {
        let x = &batch.x[t * task.inputs..(t + 1) * task.inputs];
        most_likely(x)
    };
    let text: Vec<String> = (0..batch.steps)
        .map(|t| match task.key {
            "agreement" => word(symbol(t)).to_owned(),
            "order" => ["X", "Y", "a", "b", "c", "d"][symbol(t)].to_owned(),
            _ => char::from(b'A' + symbol(t) as u8).to_string(),
        })
        .map(|word| if task.key == "order" && (word == "X" || word == "Y") { format!("<b>{word}</b>") } else { word })
        .collect();
    let name = |class: usize| match task.key {
        "agreement" => if class == 1 { words().were } else { words().was }.to_owned(),
        "order" => ["XX", "XY", "YX", "YY"][class].to_owned(),
        _ => char::from(b'A' + class as u8).to_string(),
    };
    let shares = shares(answers);
    let mut svg = Svg::new(HEIGHT);
    let width = WIDTH / shares.len() as f64;
    for (class, share) in shares.iter().enumerate() {
        let left = class as f64 * width + width * 0.15;
        let class_name = if class == right { "marked-bar" } else { "" };
        svg.bars(&format!("bar {key}"), &[((left, 50.0 - 46.0 * share), (width * 0.7, 46.0 * share))]);
        svg.text(&format!("tick {class_name}"), (left + width * 0.35, 66.0), &name(class));
    }
    let sentence = if task.key == "agreement" { text.join(" ") + " ___" } else { text.concat() };
    format!("<p class=\"sequence\">{sentence}</p>{}", svg.finish(words().example_title))
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
