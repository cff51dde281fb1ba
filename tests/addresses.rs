//! Addresses from before there was one table of keys, and what they opened to: they open to the same settings today.
//!
//! `fixtures/addresses.txt` holds an address a line, from its `#`, and below it, indented, what it opens to. The empty
//! address stands first with everything; the others have what differs from it. The lines were written by the code that
//! kept the laboratory's and Train's keys as text.
#![allow(clippy::unwrap_used)]

use course::choose;
use course::lesson::Place;
use engine::cure::Scheme;
use engine::trace::{CellKind, Form, Pass, Quantity, Road};
use engine::train::{Rule, Schedule};
use learn::task::Sets;
use learn::training::{Setup, temperature};
use model::keys::Key;
use model::settings::{Part, Settings, Source, State, source_key};

/// What one address opens to: names and what stands there.
type Opened = Vec<(String, String)>;

const FIXTURE: &str = include_str!("fixtures/addresses.txt");

#[test]
fn an_address_of_before_opens_to_what_it_opened_to() {
    let records = records();
    assert!(records.len() >= 200, "{} addresses", records.len());
    let whole = opened("");
    let mut differ = vec![];
    for (address, written) in &records {
        let mut now = opened(address.trim_start_matches('#'));
        if !address.trim_start_matches('#').is_empty() {
            now.retain(|line| !whole.contains(line));
        }
        let now: Vec<String> = now.iter().map(|(name, value)| format!("  {name}: {value}").trim_end().into()).collect();
        if now != *written {
            let missing: Vec<_> = written.iter().filter(|line| !now.iter().any(|other| other == *line)).collect();
            let added: Vec<_> = now.iter().filter(|line| !written.contains(&line.as_str())).collect();
            differ.push(format!("{address}\n- {missing:#?}\n+ {added:#?}"));
        }
    }
    assert!(differ.is_empty(), "{} of {}:\n{}", differ.len(), records.len(), differ.join("\n"));
}

#[test]
fn every_key_stands_in_the_list() {
    let records = records();
    let pairs = records.iter().flat_map(|(address, _)| address.trim_start_matches('#').split('&'));
    let names: Vec<&str> = pairs.filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
    for key in Key::ALL {
        assert!(names.contains(&key.name()), "{}", key.name());
    }
}

/// The addresses, each with its lines.
fn records() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut records: Vec<(&str, Vec<&str>)> = vec![];
    for line in FIXTURE.lines() {
        match records.last_mut() {
            Some((_, lines)) if line.starts_with("  ") => lines.push(line),
            _ => records.push((line, vec![])),
        }
    }
    records
}

/// What an address opens to, in plain words.
fn opened(fragment: &str) -> Opened {
    let (state, problems) = State::from_fragment(fragment);
    let settings = &state.settings;
    let mut all: Opened = vec![];
    let mut say = |name: &str, value: String| all.push((name.to_owned(), plain(&value)));
    say("address", state.to_fragment());
    let text = match &settings.source {
        Source::Own(text) => text.as_str().to_owned(),
        Source::Numbers(numbers) => numbers.as_str().to_owned(),
        _ => String::new(),
    };
    say("sequence", source_key(&settings.source).to_owned());
    say("its text", text);
    say("length", settings.length.to_string());
    say("steps", settings.steps().to_string());
    say("normalised", yes(settings.normalised));
    say("units", settings.units.to_string());
    say("gain", settings.gain.to_string());
    say("bias", settings.bias.to_string());
    say("seed", settings.seed.to_string());
    say("loss read at", (settings.read_step() + 1).to_string());
    say("lanes' number at", (settings.mark_step() + 1).to_string());
    say("playhead", format!("{} {}", pass(state.playhead.pass), state.playhead.step + 1));
    say("cell", state.focus.cell.key().to_owned());
    say("at", (state.focus.step + 1).to_string());
    say("unit", (state.focus.unit + 1).to_string());
    say("part", part(state.focus.part).to_owned());
    say("equations", pass(state.focus.pass).to_owned());
    say("speed", state.speed.to_string());
    say("presenting", yes(state.presenting));
    for cell in CellKind::ALL {
        say(&format!("form of {}", cell.key()), form(cell, &settings.form(cell)));
        let start = settings.name(Key::of_start(cell)).and_then(Scheme::named);
        say(&format!("start of {}", cell.key()), start.map_or(String::new(), |start| start.key().to_owned()));
    }
    let edits: Vec<String> = settings.edits().map(|(place, written)| format!("{place}={written}")).collect();
    say("numbers put in", edits.join(" "));
    let (layer, layers) = settings.layer();
    say("layer", format!("{layer} of {layers}"));
    say("sum of squares to a target", yes(settings.has_target()));
    say("questions", choose::answers(settings).join(" "));
    say("place", Place::of(settings).map_or(String::new(), |place| place.name()));
    train(settings, &mut say);
    for problem in problems {
        say("told", format!("{}: {} | {}", problem.key, problem.found, problem.expected));
    }
    all
}

/// What a run of training follows from.
fn train(settings: &Settings, say: &mut impl FnMut(&str, String)) {
    let (setup, problems) = Setup::new(settings, &Sets::default());
    say("task", setup.task().key.to_owned());
    say("knob", setup.level.knob.to_string());
    say("window", setup.level.window.to_string());
    say("own data", setup.level.own.clone());
    say("raw", yes(setup.level.raw));
    say("units to train", setup.units.to_string());
    say("layers to train", setup.layers.to_string());
    let rule = match setup.rule {
        Rule::Adam => "adam".to_owned(),
        Rule::AdamW(decay) => format!("adamw {decay}"),
        Rule::RmsProp => "rmsprop".to_owned(),
        Rule::Momentum => "momentum".to_owned(),
        Rule::Sgd => "sgd".to_owned(),
    };
    say("rule", rule);
    say("rate", setup.rate.to_string());
    let schedule = match setup.schedule {
        Schedule::Constant => "constant".to_owned(),
        Schedule::Cosine => "cosine".to_owned(),
        Schedule::Halving { every } => format!("halving every {every}"),
        Schedule::Warmup { steps } => format!("warmup over {steps}"),
    };
    say("schedule", schedule);
    say("clip", setup.clip.to_string());
    say("dropout", setup.dropout.to_string());
    say("batch", setup.sequences.to_string());
    say("parts of a batch", setup.parts.to_string());
    say("start to train from", setup.scheme.key().to_owned());
    say("bias to train from", setup.bias.to_string());
    say("first seed", setup.seed.to_string());
    say("seeds", setup.seeds.to_string());
    say("steps of training", setup.steps.to_string());
    say("until", setup.until.to_string());
    say("chunk", setup.chunk.to_string());
    say("equal parameters", yes(setup.equal));
    say("patience", setup.patience.to_string());
    if setup.cases > 0 {
        say("sequences in the training set", setup.cases.to_string());
    }
    for cell in CellKind::ALL {
        say(&format!("form of {} to train", cell.key()), form(cell, &setup.forms[cell as usize]));
    }
    say("temperature", temperature(settings).map_or_else(|_| "0.7".to_owned(), |number| number.to_string()));
    for problem in problems.into_iter().chain(temperature(settings).err()) {
        let (low, high) = problem.between;
        say("told beside the field", format!("{}: {} | {low} to {high}", problem.key.name(), problem.found));
    }
}

/// How a cell differs from PyTorch's.
fn form(cell: CellKind, form: &Form) -> String {
    let flags = [
        (form.relu, "relu"),
        (form.reset_before, "reset_before"),
        (form.linear_candidate, "linear_candidate"),
        (form.linear_output, "linear_output"),
        (form.coupled, "coupled"),
    ];
    let flags = flags.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned());
    let gates = [Quantity::Input, Quantity::Forget, Quantity::Output, Quantity::Reset, Quantity::Update]
        .into_iter()
        .filter_map(|gate| form.frozen(gate).map(|value| format!("{}={value}", gate.key())));
    let roads =
        Road::ALL.into_iter().filter(|road| form.closed(*road)).map(|road| format!("-{}.{}", cell.key(), road.key()));
    flags.chain(gates).chain(roads).collect::<Vec<_>>().join(" ")
}

/// On one line.
fn plain(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

fn yes(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn pass(pass: Pass) -> &'static str {
    match pass {
        Pass::Forward => "forward",
        Pass::Backward => "backward",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::State(quantity) | Part::Gate(quantity) => quantity.key(),
        Part::Gradient => "gradient",
        Part::Token => "token",
    }
}
