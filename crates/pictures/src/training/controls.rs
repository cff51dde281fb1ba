//! The Train view's controls and transport as HTML.

use super::example::example_head;
use super::guesses::guess;
use super::own;
use super::reach::DECADES;
use crate::html::escape;
use learn::task::{Level, Mark, Sets, Shown, TASKS, Task};
use learn::training::{ABLATIONS, Ablation, CellPart};
use learn::training::{Problem, Setup, TEMPERATURE, rule, temperature};
use measure::cures::Scheme;
use model::command::{Command, TrainCommand};
use model::keys::{Key, RULES, SCHEDULES, thousands};
use model::settings::Settings;
use words::fill;
use words::format;
use words::training::words;

/// A task's name, the knob's, and what it asks, in words.
fn told(task: &Task) -> [&'static str; 3] {
    let words = words();
    match task.key {
        "copy" => [words.copy, words.copy_knob, words.copy_how],
        "recall" => [words.recall, words.recall_knob, words.recall_how],
        "order" => [words.order, words.order_knob, words.order_how],
        "parity" => [words.parity, words.parity_knob, words.parity_how],
        "sentiment" => [words.sentiment, words.sentiment_knob, words.sentiment_how],
        "speech_parts" => [words.speech_parts, words.speech_parts_knob, words.speech_parts_how],
        "entities" => [words.entities, words.entities_knob, words.entities_how],
        "speech" => [words.speech, words.speech_knob, words.speech_how],
        "frames" => [words.frames, words.frames_knob, words.frames_how],
        "clicks" => [words.clicks, words.clicks_knob, words.clicks_how],
        "characters" => [words.characters, words.characters_knob, words.characters_how],
        "own_text" => [words.own_text, words.characters_knob, words.own_text_how],
        "next_word" => [words.next_word, words.next_word_knob, words.next_word_how],
        "translation" => [words.translation, words.translation_knob, words.translation_how],
        "co2" => [words.co2, words.ahead, words.co2_how],
        "sunspots" => [words.sunspots, words.ahead, words.sunspots_how],
        "sst" => [words.sst, words.ahead, words.sst_how],
        "weather" => [words.weather, words.ahead, words.weather_how],
        "hourly" => [words.hourly, words.ahead, words.hourly_how],
        "employment" => [words.employment, words.ahead, words.employment_how],
        "market" => [words.market, words.ahead, words.market_how],
        "own_series" => [words.own_series, words.ahead, words.own_series_how],
        "agreement" => [words.agreement, words.agreement_knob, words.agreement_how],
        _ => [words.adding, words.adding_knob, words.adding_how],
    }
}

/// What a task is called.
#[must_use]
pub fn task_name(task: &Task) -> &'static str {
    told(task)[0]
}

/// The controls and the transport, with the data that has been brought.
#[must_use]
pub fn controls(settings: &Settings, sets: &Sets) -> Vec<(String, String)> {
    let words = words();
    let (setup, mut problems) = Setup::new(settings, sets);
    let temperature = temperature(settings).unwrap_or_else(|problem| {
        problems.push(problem);
        TEMPERATURE
    });
    let task = setup.task();
    let [_, knob, how] = told(task);
    let number = |key: Key, name: &str, tip: &str, value: f64| {
        let written = settings.written(key);
        let shown = if written.is_empty() { value.to_string() } else { escape(written) };
        field(key, name, tip, &shown, problems.iter().find(|problem| problem.key == key))
    };
    let choice = |key: Key, name: &str, options: &[(&str, &str)], chosen: &str| {
        let option = |(value, name): &(&str, &str)| {
            let selected = if *value == chosen { " selected" } else { "" };
            format!("<option value=\"{value}\"{selected}>{name}</option>")
        };
        let options: String = options.iter().map(option).collect();
        format!(
            "<label class=\"field\"><span>{name}</span><select data-key=\"{}\">{options}</select></label>",
            key.name()
        )
    };
    let tasks =
        TASKS.map(|task| (task.key, told(&TASKS[TASKS.iter().position(|t| t.key == task.key).unwrap_or(0)])[0]));
    let chosen = RULES.into_iter().find(|name| rule(name) == setup.rule).unwrap_or(RULES[0]);
    let rules = RULES.map(|name| (name, name));
    let schedules = [words.constant, words.cosine, words.halving, words.warmup];
    let schedules: Vec<(&str, &str)> = SCHEDULES.into_iter().zip(schedules).collect();
    let schedule = settings.name(Key::Schedule).unwrap_or(SCHEDULES[0]);
    let starts = Scheme::ALL.map(|(_, key)| (key, key));
    let start = Scheme::ALL.iter().find(|(scheme, _)| *scheme == setup.scheme).map_or("pytorch", |(_, key)| key);
    let check = |key: Key, name: &str, tip: &str, chosen: bool| {
        let checked = if chosen { " checked" } else { "" };
        format!(
            "<label class=\"field\" title=\"{tip}\"><input type=\"checkbox\" data-key=\"{}\"{checked}> <span>{name}</span></label>",
            key.name()
        )
    };
    let in_sight = [
        choice(Key::Task, words.task, &tasks, task.key),
        number(Key::Knob, knob, "", setup.level.knob as f64),
        if task.window.1 == 0 {
            String::new()
        } else {
            number(Key::Window, words.window, words.window_tip, setup.level.window as f64)
        },
        number(Key::TrainUnits, words.units, "", setup.units as f64),
        number(Key::Rate, words.rate, "", setup.rate),
        number(Key::Clip, words.clip, words.clip_tip, setup.clip),
        choice(Key::TrainStart, words.start, &starts, start),
        // Chrono has biases of its own.
        if setup.scheme == Scheme::Chrono { String::new() } else { number(Key::TrainBias, words.bias, "", setup.bias) },
        ablation(settings),
        if task.shown == Shown::Text {
            number(Key::Temperature, words.temperature, words.temperature_tip, temperature)
        } else {
            String::new()
        },
    ];
    let more = [
        choice(Key::Rule, words.rule, &rules, chosen),
        choice(Key::Schedule, words.schedule, &schedules, schedule),
        number(Key::Layers, words.layers, "", setup.layers as f64),
        number(Key::Dropout, words.dropout, "", setup.dropout),
        number(Key::Batch, words.batch, "", setup.sequences as f64),
        number(Key::Parts, words.parts, words.parts_tip, setup.parts as f64),
        number(Key::Steps, words.steps, "", setup.steps as f64),
        number(Key::Until, words.until, words.until_tip, setup.until),
        number(Key::Chunk, words.chunk, words.chunk_tip, setup.chunk as f64),
        number(Key::Patience, words.patience, words.patience_tip, setup.patience as f64),
        number(Key::TrainSeed, words.seed, "", setup.seed as f64),
        number(Key::Seeds, words.seeds, "", setup.seeds as f64),
        check(Key::EqualSizes, words.equal, words.equal_tip, setup.equal),
        if task.shown == Shown::Forecast {
            check(Key::Raw, words.raw, words.raw_tip, setup.level.raw)
        } else {
            String::new()
        },
    ];
    let baseline = baselines(&setup.level);
    let controls = format!(
        "{}<details class=\"more\"><summary>{}</summary><div id=\"train-more\"></div></details><p class=\"how\">{}</p>",
        in_sight.concat(),
        words.more,
        fill(how, &[("baseline", &baseline)])
    );
    let at = settings.whole(Key::Moment).unwrap_or(setup.steps).min(setup.steps);
    let said = if at == setup.steps { words.now.to_owned() } else { fill(words.near, &[("n", &format::count(at))]) };
    // Checkpoints are few: a press of a key goes to another one.
    let notch = (setup.steps / 50).max(1);
    let moment = format!(
        "<label class=\"field\" title=\"{}\"><span>{}</span><input type=\"range\" data-key=\"t_at\" min=\"0\" max=\"{}\" step=\"{notch}\" value=\"{at}\" aria-valuetext=\"{said}\"><small>{said}</small></label>",
        words.moment_tip,
        words.moment,
        setup.steps.next_multiple_of(notch)
    );
    let command = |command: TrainCommand, name: &str, tip: &str, class: &str| {
        let key = Command::Train(command).written();
        format!("<button data-command=\"{key}\" title=\"{tip}\" class=\"{class}\">{name}</button>")
    };
    let bar = [
        command(TrainCommand::Start, words.begin, words.begin_tip, "primary"),
        command(TrainCommand::Pause, words.pause, words.pause_tip, ""),
        command(TrainCommand::Step, words.step, words.step_tip, ""),
        command(TrainCommand::Stop, words.stop, words.stop_tip, ""),
    ];
    let least = fill(words.or_less, &[("n", &format::decade(-DECADES))]);
    let ramp = format!("<span class=\"ramp\">{least} <i></i> {}</span>", words.all_of_it);
    let solved = match task.mark {
        Mark::Loss(mark) => fill(words.mark_loss, &[("mark", &format::short(mark))]),
        Mark::Right(mark) => fill(words.mark_right, &[("mark", &format::percent(mark))]),
        Mark::Baseline => words.mark_baseline.to_owned(),
    };
    let dashed = if task.mark == Mark::Baseline {
        words.baselines.to_owned()
    } else {
        fill(words.the_baseline, &[("n", &baseline)])
    };
    let loss_how = fill(words.loss_how, &[("baseline", &dashed), ("solved", &solved)]);
    let reach_how = fill(words.reach_how, &[("ramp", &ramp)]);
    let heads = [(words.loss_title, loss_how.as_str()), (words.reach_title, &reach_how), example_head(task.shown)];
    let head = heads.map(|(title, how)| format!("<div><h3>{title}</h3><p>{how}</p></div>")).concat();
    let head = format!("<div></div>{head}");
    vec![
        ("train-controls".into(), controls),
        // A part of its own, so that it stays open where one of its choices is made anew.
        ("train-more".into(), more.concat()),
        ("train-own".into(), own::field(settings)),
        ("train-head".into(), head),
        ("train-buttons".into(), bar.concat()),
        ("train-moment".into(), moment),
    ]
}

/// How the baselines score: a number, or a sentence where there are several. Empty until their data is here.
fn baselines(level: &Level) -> String {
    if level.is_judged_by_missing() {
        return String::new();
    }
    match (level.task().baselines)(level).as_slice() {
        [only] => format::number(only.loss),
        all => {
            let each: Vec<String> =
                all.iter().map(|own| format!("{} {}", guess(own.guess), format::number(own.loss))).collect();
            fill(words().baselines_are, &[("all", &each.join(", "))])
        }
    }
}

/// What a cell is without, in words. The names of a sweep's runs are shorter.
fn without(part: CellPart) -> &'static str {
    let words = words();
    match part {
        CellPart::ForgetGate => words.no_forget,
        CellPart::InputGate => words.no_input,
        CellPart::OutputGate => words.no_output,
        CellPart::OwnInputGate => words.coupled,
        CellPart::CandidateTanh => words.linear_candidate,
        CellPart::StateTanh => words.linear_output,
        CellPart::ResetGate => words.no_reset,
        CellPart::UpdateGate => words.half_update,
        CellPart::ResetAfter => words.reset_before,
        CellPart::Tanh => words.relu,
    }
}

/// The choice of what the cells are without. Its values are parts of an address, each of which takes the others back.
fn ablation(settings: &Settings) -> String {
    let words = words();
    let option = |part: Option<&Ablation>| {
        let pair = |other: &Ablation| match part {
            Some(part) if part == other => part.fragment(),
            _ => format!("{}=", other.key.name()),
        };
        let value: Vec<String> = ABLATIONS.iter().map(pair).collect();
        let chosen = match part {
            None => ABLATIONS.iter().all(|other| settings.written(other.key).is_empty()),
            Some(part) => settings.written(part.key) == part.value,
        };
        let selected = if chosen { " selected" } else { "" };
        let name = part.map_or(words.whole, |part| without(part.part));
        format!("<option value=\"{}\"{selected}>{name}</option>", value.join("&amp;"))
    };
    let options: String = std::iter::once(None).chain(ABLATIONS.iter().map(Some)).map(option).collect();
    format!(
        "<label class=\"field\"><span>{}</span><select data-key=\"apply\">{options}</select></label>",
        words.ablation
    )
}

fn field(key: Key, name: &str, tip: &str, value: &str, problem: Option<&Problem>) -> String {
    let tip = if tip.is_empty() { key.help() } else { tip };
    let (invalid, message) = match problem {
        Some(problem) => {
            let (low, high) = (&problem.between.0, &problem.between.1);
            let found = escape(&problem.found);
            let said = thousands(&problem.found)
                .unwrap_or_else(|| fill(words().found, &[("found", &found), ("low", low), ("high", high)]));
            (" aria-invalid=\"true\"", format!("<small class=\"message\" role=\"alert\">{said}</small>"))
        }
        None => ("", String::new()),
    };
    format!(
        "<label class=\"field\" title=\"{tip}\"><span>{name}</span><input type=\"text\" inputmode=\"decimal\" size=\"5\" data-key=\"{}\" value=\"{value}\"{invalid}>{message}</label>",
        key.name()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::settings::State;

    /// A task without a line in `told` has Adding's.
    #[test]
    fn every_task_has_a_name_and_an_explanation_of_its_own() {
        for [first, second] in (0..TASKS.len()).flat_map(|b| (0..b).map(move |a| [a, b])) {
            let [[name, _, how], [other_name, _, other_how]] = [first, second].map(|n| told(&TASKS[n]));
            let keys = [first, second].map(|n| TASKS[n].key);
            assert!(name != other_name && how != other_how, "{keys:?} are told alike");
        }
    }

    #[test]
    fn a_number_that_may_be_read_in_two_ways_is_told_with_both() {
        let told = |written: &str| {
            let mut settings = State::default().settings;
            settings.choose(Key::Rate, &Key::Rate.typed(written));
            let problems = Setup::new(&settings, &Sets::default()).1;
            problems.iter().map(|problem| field(Key::Rate, "", "", "", Some(problem))).collect::<String>()
        };
        assert!(told("1,500").contains("write 1.5 or 1500"));
        assert!(told("abc").contains("Found abc; expected"));
        assert_eq!(told("0,005"), "");
    }
}
