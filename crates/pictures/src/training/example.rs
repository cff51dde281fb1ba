//! What a network in training answers to an example, in the task's own terms, and the way into the Lab with it.

use super::forecast::forecast;
use super::writing::writing;
use crate::html::escape;
use crate::svg::{Svg, WIDTH};
use engine::trace::CellKind;
use learn::task::{Level, SIDE, Shown};
use learn::training::Session;
use measure::training::answers::{most_likely, shares};
use measure::training::{Answered, Batch, More, Target};
use model::command::{Command, TrainCommand};
use model::keys::{Key, MOST_UNITS};
use words::fill;
use words::format;
use words::training::words;

/// One sequence, and what the network answers.
pub(super) struct Example<'a> {
    pub level: &'a Level,
    pub cell: &'static str,
    pub batch: &'a Batch,
    pub answers: &'a [f32],
    pub inputs: usize,
    pub outputs: usize,
}

/// What stands over the examples, and how to read them.
pub fn example_head(shown: Shown) -> (&'static str, &'static str) {
    let words = words();
    match shown {
        Shown::Forecast => (words.forecast_title, words.forecast_how),
        Shown::Text => (words.written_title, words.written_how),
        _ => (words.example_title, words.example_how),
    }
}

/// An example of validation, and what the network answers.
pub fn example(session: &Session, answered: &Answered) -> String {
    let level = &session.setup.level;
    let task = level.task();
    let Answered { batch, answers, .. } = answered;
    let (inputs, outputs) = ((task.inputs)(level), (task.outputs)(level));
    let example = Example { level, cell: session.cell.key(), batch, answers, inputs, outputs };
    let drawn = match (task.shown, &batch.target, &answered.more) {
        (_, _, More::Forecast(forecast)) => self::forecast(session.cell.key(), forecast),
        (_, _, More::Writing(writing)) => self::writing(level, writing),
        (_, Target::Class(right), More::Translation(said)) => example.translation(said, right),
        (Shown::Row(most), Target::Class(right), _) => example.row_of_answers(right, most),
        (Shown::Tags, Target::Class(right), _) => example.tags(right),
        (Shown::Frames, Target::Class(right), _) => example.frames() + &example.choice(right[0] as usize),
        (Shown::Signal, Target::Class(right), _) => example.signal() + &example.choice(right[0] as usize),
        (_, Target::Class(right), _) => example.sentence() + &example.choice(right[0] as usize),
        (_, Target::Value(values), _) => example.sum(f64::from(values[0]), f64::from(example.answers[0])),
    };
    drawn + &open_in_lab(session, answered.moment, &example)
}

/// A button that opens the example in the Lab, on the weights of this moment.
fn open_in_lab(session: &Session, step: usize, example: &Example) -> String {
    let (setup, words) = (&session.setup, words());
    let (batch, inputs) = (example.batch, example.inputs);
    let units = CellKind::ALL.map(|cell| setup.units_of(cell)).into_iter().max().unwrap_or_default();
    if units > MOST_UNITS {
        return format!("<p><small>{}</small></p>", words.lab_not);
    }
    // The last row is none of the sequence's: it would be the target of a forecast.
    let rows = batch.x.chunks_exact(inputs).chain(std::iter::once(&batch.x[..inputs]));
    let rows: Vec<String> = rows.map(|row| row.iter().map(f32::to_string).collect::<Vec<_>>().join(",")).collect();
    let decodes = !batch.decoder_x.is_empty();
    let read = if decodes { batch.steps } else { batch.asked.last().map_or(0, |t| t + 1) };
    let answer = match &batch.target {
        // Of a decoder the Lab shows what its first answer follows from.
        Target::Class(right) if decodes => right[0],
        Target::Class(right) => right.last().copied().unwrap_or_default(),
        Target::Value(_) => 0,
    };
    let (trained, layer) = (Key::Trained.name(), Key::Layer.name());
    let value = format!(
        "view=&{trained}={step}&answer={answer}&sequence=csv&numbers={}&normalised=no&units={units}&gain=1&read={read}&mark=1&cell={}&edits=&start_rnn=&start_lstm=&start_gru=",
        rows.join(";"),
        session.cell.key(),
    );
    // Whoever goes to the Lab finds the run as it stands.
    let leave = Command::Train(TrainCommand::Leave).written();
    let button = |number: usize| {
        let (name, choice) = if decodes && setup.layers == 1 {
            (fill(words.lab_encoder, &[("n", &format::count(step))]), "1".to_owned())
        } else if setup.layers == 1 {
            (fill(words.lab, &[("n", &format::count(step))]), String::new())
        } else {
            let number = number.to_string();
            (fill(words.lab_layer, &[("layer", &number), ("n", &format::count(step))]), number)
        };
        let value = escape(&format!("{value}&{layer}={choice}"));
        format!(
            "<button class=\"to-lab\" data-command=\"{leave}\" data-key=\"apply\" data-value=\"{value}\">{name}</button>"
        )
    };
    let padded = if setup.equal { format!("<p><small>{}</small></p>", words.lab_padded) } else { String::new() };
    // The same networks on the same example as they started.
    let untrained = if step > 0 {
        let only = if decodes { "1" } else { "" };
        let value = value.replacen(&format!("{trained}={step}&"), &format!("{trained}=0&"), 1);
        let value = escape(&format!("{value}&{layer}={only}"));
        format!(
            "<button data-command=\"{leave}\" data-key=\"apply\" data-value=\"{value}\">{}</button>",
            words.lab_untrained
        )
    } else {
        String::new()
    };
    (1..=setup.layers).rev().map(button).collect::<String>() + &untrained + &padded
}

impl Example<'_> {
    /// The name of a class.
    pub fn name(&self, class: usize) -> String {
        escape(&(self.level.task().output)(self.level, class))
    }

    /// What a step reads, by name: the input that is largest.
    pub fn word(&self, t: usize) -> String {
        escape(&(self.level.task().input)(self.level, most_likely(&self.batch.x[t * self.inputs..][..self.inputs])))
    }

    /// The answer of that number, as it stands before softmax.
    pub fn answer(&self, n: usize) -> &[f32] {
        &self.answers[n * self.outputs..][..self.outputs]
    }

    /// A list of numbers, those that are marked, and the sum.
    fn sum(&self, truth: f64, answer: f64) -> String {
        let batch = self.batch;
        const HEIGHT: f64 = 120.0;
        let mut svg = Svg::new(HEIGHT);
        let width = WIDTH / batch.steps as f64;
        let (mut bars, mut marked, mut lines) = (vec![], vec![], vec![]);
        for t in 0..batch.steps {
            let value = f64::from(batch.x[2 * t]);
            let bar = ((t as f64 * width, 62.0 - 58.0 * value), (width * 0.8, 58.0 * value));
            let is_marked = batch.x[2 * t + 1] > 0.5;
            if is_marked {
                svg.text("tick", (t as f64 * width + width / 2.0, 75.0), &format!("{value:.2}"));
                lines.push(((t as f64 * width + width * 0.4 - 0.5, 4.0), (1.0, 58.0)));
                marked.push(((bar.0.0 - 1.0, bar.0.1), (bar.1.0.max(3.0), bar.1.1)));
            } else {
                bars.push(bar);
            }
        }
        svg.bars("plain-bar", &bars);
        svg.bars("marked-bar", &marked);
        svg.bars("marked-bar", &lines);
        // From 0 to 2, as the sum may be.
        let long = |x: f64| x.clamp(0.0, 2.0) / 2.0 * 270.0 + 1.0;
        for (y, name, x, class) in
            [(84.0, words().truth, truth, "marked-bar"), (102.0, words().answer, answer, self.cell)]
        {
            svg.text("tick start", (0.0, y + 10.0), name);
            svg.bars(&format!("bar {class}"), &[((60.0, y), (long(x), 12.0))]);
            svg.text("tick start", (long(x) + 66.0, y + 10.0), &format!("{x:.2}"));
        }
        let said =
            fill(words().answers_number, &[("truth", &format!("{truth:.2}")), ("answer", &format!("{answer:.2}"))]);
        svg.finish(&said)
    }

    /// Truth and answer at the last steps that are asked, one under the other.
    fn row_of_answers(&self, right: &[u32], most: usize) -> String {
        let asked = self.batch.asked.len();
        let given = |n: usize| most_likely(self.answer(n));
        let cells = |each: &dyn Fn(usize) -> (usize, &'static str)| -> String {
            let cell = |n| {
                let (class, mark) = each(n);
                format!("<td class=\"{mark}\">{}</td>", self.name(class))
            };
            (asked.saturating_sub(most)..asked).map(cell).collect()
        };
        let truth = cells(&|n| (right[n] as usize, ""));
        let answers = cells(&|n| (given(n), if given(n) == right[n] as usize { "hit" } else { "miss" }));
        format!(
            "<table class=\"answers {}\"><tbody><tr><th scope=\"row\">{}</th>{truth}</tr><tr><th scope=\"row\">{}</th>{answers}</tr></tbody></table>",
            self.level.task().key,
            words().truth,
            words().answer
        )
    }

    /// The words, the digits that are right, and those that the decoder says: with teacher forcing, and when it reads what
    /// it said itself.
    fn translation(&self, said: &[usize], right: &[u32]) -> String {
        let words = words();
        let read: Vec<String> = (0..self.batch.steps).map(|t| self.word(t)).filter(|word| !word.is_empty()).collect();
        let places = self.batch.asked.len();
        let forced: Vec<usize> = (0..places).map(|place| most_likely(self.answer(place))).collect();
        let row = |name: &str, classes: &[usize], marked: bool| {
            let cell = |(class, right): (&usize, &u32)| {
                let mark = match (marked, *class == *right as usize) {
                    (false, _) => "",
                    (true, true) => "hit",
                    (true, false) => "miss",
                };
                format!("<td class=\"{mark}\">{}</td>", self.name(*class))
            };
            let cells: String = classes.iter().zip(right).map(cell).collect();
            format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>")
        };
        let truth: Vec<usize> = right.iter().map(|class| *class as usize).collect();
        let rows =
            row(words.truth, &truth, false) + &row(words.forced, &forced, true) + &row(words.by_itself, said, true);
        format!(
            "<p class=\"sequence\">{}</p><table class=\"answers {}\"><tbody>{rows}</tbody></table>",
            read.join(" "),
            self.level.task().key
        )
    }

    /// Each input with the class that is right, and the answer where that is another.
    fn tags(&self, right: &[u32]) -> String {
        let tag = |(n, t): (usize, &usize)| {
            let (answer, right) = (most_likely(self.answer(n)), right[n] as usize);
            let name = self.name(right);
            let given = if answer == right {
                format!("<i class=\"hit\">{name}</i>")
            } else {
                format!("<i>{name}</i><i class=\"miss\">{}</i>", self.name(answer))
            };
            format!("<span>{}{given}</span>", self.word(*t))
        };
        let all: String = self.batch.asked.iter().enumerate().map(tag).collect();
        format!("<p class=\"tags\" tabindex=\"0\">{all}</p><p><small>{}</small></p>", words().tags_how)
    }

    /// The inputs as curves over the steps.
    fn signal(&self) -> String {
        const HEIGHT: f64 = 76.0;
        let mut svg = Svg::new(HEIGHT);
        let (x, steps) = (&self.batch.x, self.batch.steps);
        let largest = x.iter().fold(0.1_f32, |most, x| most.max(x.abs()));
        let last = (steps.max(2) - 1) as f64;
        for k in 0..self.inputs {
            let y = |t: usize| HEIGHT / 2.0 * (1.0 - 0.96 * f64::from(x[t * self.inputs + k] / largest));
            svg.curve("curve thin plain", (0..steps).map(|t| Some((t as f64 / last * WIDTH, y(t)))));
        }
        let pairs = [("n", &self.inputs.to_string()[..]), ("steps", &steps.to_string())];
        svg.finish(&fill(words().signal_label, &pairs))
    }

    /// The frames of a video, row by row.
    fn frames(&self) -> String {
        const GAP: f64 = 6.0;
        const ACROSS: usize = 5;
        let each = (WIDTH + GAP) / ACROSS as f64 - GAP;
        let pixel = each / SIDE as f64;
        let mut svg = Svg::new(self.batch.steps.div_ceil(ACROSS) as f64 * (each + GAP));
        let mut lit = vec![];
        for (t, frame) in self.batch.x.chunks_exact(SIDE * SIDE).enumerate() {
            let (left, top) = ((t % ACROSS) as f64 * (each + GAP), (t / ACROSS) as f64 * (each + GAP));
            svg.bars("frame", &[((left, top + 0.5), (each, each))]);
            for (place, _) in frame.iter().enumerate().filter(|(_, x)| **x > 0.5) {
                let (row, column) = (place / SIDE, place % SIDE);
                lit.push(((left + column as f64 * pixel, top + 0.5 + row as f64 * pixel), (pixel, pixel)));
            }
        }
        svg.bars("lit", &lit);
        svg.finish(words().frames_label)
    }

    /// A sequence of symbols or words.
    fn sentence(&self) -> String {
        let names: Vec<String> = (0..self.batch.steps).map(|t| self.word(t)).collect();
        let spaced = names.iter().any(|name| name.len() > 2);
        // Capitals among small letters are those that count.
        let mixed = !spaced && names.iter().any(|name| name.chars().all(char::is_lowercase));
        let bold = |name: &String| {
            let marked = mixed && name.chars().all(char::is_uppercase);
            if marked { format!("<b>{name}</b>") } else { name.clone() }
        };
        let names: Vec<String> = names.iter().map(bold).collect();
        let text = names.join(if spaced { " " } else { "" });
        format!("<p class=\"sequence\">{text}{}</p>", if spaced && !text.ends_with('.') { " ___" } else { "" })
    }

    /// How likely each answer is taken to be.
    fn choice(&self, right: usize) -> String {
        const HEIGHT: f64 = 88.0;
        let shares = shares(self.answers);
        let mut svg = Svg::new(HEIGHT);
        let width = WIDTH / shares.len() as f64;
        for (class, share) in shares.iter().enumerate() {
            let left = class as f64 * width + width * 0.15;
            let bar = ((left, 64.0 - 46.0 * share), (width * 0.7, 46.0 * share + 0.5));
            let class_name = if class == right { "marked-bar" } else { "" };
            svg.bars(&format!("bar {}", self.cell), &[bar]);
            svg.text("tick", (left + width * 0.35, 60.0 - 46.0 * share), &format::percent(*share));
            svg.text(&format!("tick {class_name}"), (left + width * 0.35, 80.0), &self.name(class));
        }
        let given = most_likely(self.answers);
        let [truth, answer] = [right, given].map(|class| self.name(class));
        let pairs = [("truth", truth.as_str()), ("answer", &answer), ("share", &format::percent(shares[given]))];
        let said = fill(words().answers, &pairs);
        format!("<p><small>{said}</small></p>{}", svg.finish(&said))
    }
}
