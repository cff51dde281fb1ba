//! Choose as HTML: the questions, the advice with its reasons, what it takes.

use super::inline::inline;
use super::rules::{DEFAULTS, QUESTIONS, pair, rule};
use crate::lesson::Figures;
use engine::trace::CellKind;
use model::keys::Key;
use model::lab::Run;
use model::settings::Settings;
use pictures::html::{button, escape, table};
use words::choose::words;
use words::fill;
use words::format;

/// The numbers: key and default.
const NUMBERS: [(Key, usize); 2] = [(Key::QUnits, 128), (Key::QInputs, 64)];
/// Multiply-adds a second that the estimates assume: see `words.basis`.
const DEVICES: [f64; 3] = [80e6, 4.0 * 1.5e9, 8.0 * 3e9];

/// The names of a question and of its answers.
fn names(number: usize) -> (&'static str, Vec<&'static str>) {
    let w = words();
    match number {
        0 => (w.length, vec![w.length_short, w.length_medium, w.length_long, w.length_endless]),
        1 => (w.data, vec![w.data_little, w.data_some, w.data_much]),
        2 => (w.place, vec![w.place_edge, w.place_cpu, w.place_gpu]),
        3 => (w.needs, vec![w.needs_near, w.needs_far, w.needs_many, w.needs_unknown]),
        4 => (w.first, vec![w.first_accuracy, w.first_speed, w.first_baseline]),
        _ => (w.task, vec![w.task_classify, w.task_forecast, w.task_tag, w.task_generate, w.task_translate]),
    }
}

/// The answers that the settings give, with the defaults for what they do not.
#[must_use]
pub fn answers(settings: &Settings) -> [&'static str; 6] {
    let mut all = DEFAULTS;
    for (own, key) in all.iter_mut().zip(QUESTIONS) {
        *own = settings.name(key).unwrap_or(*own);
    }
    all
}

/// Choose's parts.
#[must_use]
pub fn parts(settings: &Settings, run: &Run) -> Vec<(String, String)> {
    let words = words();
    let chosen = answers(settings);
    let question = |(n, key): (usize, &Key)| {
        let (question, names) = names(n);
        let answers = key.names().iter().zip(names);
        let options: String = answers.map(|(answer, name)| button(*key, answer, name, *answer == chosen[n])).collect();
        format!("<fieldset><legend>{question}</legend><div class=\"choices\">{options}</div></fieldset>")
    };
    let questions: String = QUESTIONS.iter().enumerate().map(question).collect();
    let mut sizes = [0; 2];
    let mut fields = String::new();
    for (n, ((key, default), name)) in NUMBERS.iter().zip([words.units, words.inputs]).enumerate() {
        let written = settings.written(*key);
        let ((low, high), number) = (key.range(), settings.whole(*key));
        sizes[n] = number.unwrap_or(*default);
        let wrong = number.is_none() && !written.is_empty();
        let told = if wrong {
            format!(
                "<span class=\"message\" role=\"status\">{}</span>",
                fill(words.wrong, &[("found", &escape(written))])
            )
        } else {
            String::new()
        };
        fields += &format!(
            "<label class=\"field\"><span>{name}</span><input type=\"number\" min=\"{low}\" max=\"{high}\" data-key=\"{}\" value=\"{}\"{}>{told}</label>",
            key.name(),
            sizes[n],
            if wrong { " aria-invalid=\"true\"" } else { "" }
        );
    }
    let [units, inputs] = sizes;
    let rule = rule(chosen);
    let figures = Figures { run, rows: &[] };
    let mut lacking = vec![];
    let reason = |text: &&str| {
        let text = text.replace("{H}", &units.to_string());
        format!("<li>{}</li>", inline(&text, &figures, &mut lacking))
    };
    let reasons: String = (rule.reasons)(words).iter().map(reason).collect();
    let advice = format!(
        "<article class=\"paper advice\" role=\"status\"><h2>{}</h2><h3>{}</h3><ul>{reasons}</ul>\
         <p><a class=\"button primary\" href=\"#{}\">{}</a></p></article>",
        inline(rule.advice.said(), &figures, &mut vec![]),
        words.because,
        escape(&pair(chosen, units)),
        words.try_both
    );
    let numbers = [("units", &*units.to_string()), ("inputs", &*inputs.to_string())];
    let takes = format!(
        "<article class=\"paper\"><h3>{}</h3><p class=\"how\">{}</p><div class=\"scroll\" tabindex=\"0\">{}</div><p class=\"how\">{}</p></article>",
        fill(words.sizes, &numbers),
        words.sizes_how,
        takes(units, inputs),
        fill(words.estimate, &[("basis", words.basis)])
    );
    let mut parts = vec![
        ("train-controls".to_owned(), format!("<h2>{}</h2><p class=\"how\">{}</p>", words.title, words.intro)),
        (
            "train-own".to_owned(),
            format!(
                "<div class=\"papers choose\"><section class=\"questions\">{questions}<div class=\"sizes\">{fields}</div></section><div class=\"prose\">{advice}{takes}</div></div>"
            ),
        ),
    ];
    parts.extend(
        ["train-head", "train-buttons", "train-moment", "train-sweep"].map(|id| (id.to_owned(), String::new())),
    );
    parts
}

/// Weights, memory, arithmetic and estimated time of a step, a column a cell.
fn takes(units: usize, inputs: usize) -> String {
    let words = words();
    let head: Vec<String> =
        std::iter::once(String::new()).chain(CellKind::ALL.map(|cell| cell.name().to_owned())).collect();
    let products = |cell: CellKind| cell.blocks().len() * units * (inputs + units);
    let kilobytes = |bytes: usize| fill(words.kilobytes, &[("n", &format::short(bytes as f64 / 1000.0))]);
    let formula = |cell: CellKind| {
        let [b, u, i] = [cell.blocks().len(), units, inputs].map(|n| n.to_string());
        let count = format::count(cell.parameter_count(inputs, units));
        fill(words.formula, &[("blocks", &b), ("units", &u), ("inputs", &i), ("count", &count)])
    };
    let line = |name: &str, of: &dyn Fn(CellKind) -> String| {
        std::iter::once(name.to_owned()).chain(CellKind::ALL.map(of)).collect::<Vec<String>>()
    };
    let mut lines = vec![
        line(words.parameters, &formula),
        line(words.float, &|cell| kilobytes(4 * cell.parameter_count(inputs, units))),
        line(words.int, &|cell| kilobytes(cell.parameter_count(inputs, units))),
        line(words.products, &|cell| format::count(products(cell))),
    ];
    for (name, rate) in [words.m4, words.pi, words.laptop].into_iter().zip(DEVICES) {
        let time = |cell| fill(words.milliseconds, &[("n", &format::short(1000.0 * products(cell) as f64 / rate))]);
        lines.push(line(name, &time));
    }
    table(&head, lines.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runs::run_at;
    use model::settings::State;

    #[test]
    fn what_is_chosen_is_shown_and_bad_numbers_are_told() {
        let run = run_at("").1;
        let drawn = |fragment: &str| {
            let state = State::from_fragment(fragment).0;
            parts(&state.settings, &run).into_iter().map(|(_, html)| html).collect::<String>()
        };
        let html = drawn("view=choose&q_length=short&q_first=baseline&q_units=abc&q_task=<b>");
        assert!(html.contains("data-value=\"short\" aria-pressed=\"true\"") && html.contains("Found abc"), "{html}");
        assert!(html.contains("A plain") && !html.contains("<b>\"") && !html.contains("{H}"));
        assert!(drawn("").contains("data-value=\"medium\" aria-pressed=\"true\""));
    }
}
