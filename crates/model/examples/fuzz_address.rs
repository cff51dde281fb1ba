//! Tries the two doors by which texts of strangers come in: the address, and the messages of a page around a frame, each with what
//! nobody would write, made of a corpus by chance. `cargo xtask fuzz` runs it. It fails where a reader panics, takes long, or what
//! it read breaks a promise, and leaves the input in a file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use engine::chance::Chance;
use model::frame::{Field, MARK, MOST_FIELDS, Request, Told};
use model::keys::Key;
use model::settings::{Source, State};
use serde_json::Value;

/// The addresses of `tests/addresses.rs`, among them hostile ones, and the messages of `docs/embedding.md` with wrong ones.
const ADDRESSES: &str = include_str!("../../../tests/fixtures/addresses.txt");
const MESSAGES: &str = include_str!("../../../tests/fixtures/messages.txt");

/// The longest that one input may take; after so long it is given up.
const LONGEST: Duration = Duration::from_secs(5);
const HANGS: Duration = Duration::from_secs(60);
/// The most bytes of an input.
const LARGEST: usize = 1 << 16;
/// What is shown as a message comes: Start, the Lab with locks, another sequence with one, a lesson, and Train.
const BEFORE: [&str; 5] = [
    "",
    "view=lab&units=24&gain=2&step=3&lock=units,step,sequence",
    "sequence=copy&length=40&read=20&lock=length,read",
    "lesson=lstm.3&shown=yes",
    "view=train&task=parity&lock=task,view",
];
/// What is put into addresses.
const PIECES: [&str; 34] = [
    "&",
    "=",
    "#",
    "?",
    "%",
    "%25",
    "%00",
    "%zz",
    "%ff%fe",
    "+",
    ",",
    ";",
    "-",
    ".",
    "v=1&",
    "v=2&",
    "v=x&",
    "lock=",
    "hide=",
    "lock=lock,units&",
    "1e999",
    "NaN",
    "-0",
    "0.1",
    "999999999999999999999",
    "٣",
    "\u{202e}",
    "\u{feff}",
    "é",
    "😀",
    "<b>",
    "\n",
    "\0",
    "view=lab&",
];

/// A number below another, which may be 0.
fn below(chance: &mut Chance, n: usize) -> usize {
    ((chance.unit() * n as f64) as usize).min(n.saturating_sub(1))
}

fn of<'a>(chance: &mut Chance, all: &[&'a str]) -> &'a str {
    all[below(chance, all.len())]
}

/// A place in a text at which a character begins.
fn place(text: &str, chance: &mut Chance) -> usize {
    let mut at = below(chance, text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Changes an address once.
fn change(text: &mut String, corpus: &[&str], chance: &mut Chance) {
    let at = place(text, chance);
    match below(chance, 10) {
        0 => text.truncate(at),
        1 => {
            let to = (at + below(chance, 12)).min(text.len());
            let to = (to..=text.len()).find(|to| text.is_char_boundary(*to)).unwrap_or(text.len());
            text.drain(at..to);
        }
        2 | 3 => text.insert_str(at, of(chance, &PIECES)),
        4 => text.insert_str(at, &of(chance, &PIECES).repeat(1 << below(chance, 12))),
        5 => {
            let other = of(chance, corpus);
            let from = place(other, chance);
            text.truncate(at);
            text.push_str(&other[from..]);
        }
        6 => {
            let own = format!("&{}={}", Key::ALL[below(chance, Key::ALL.len())].name(), of(chance, &PIECES));
            text.push_str(&own);
        }
        7 => {
            let key = Key::ALL[below(chance, Key::ALL.len())];
            let name = key.names().get(below(chance, key.names().len())).copied().unwrap_or("7");
            text.insert_str(0, &format!("{}={name}&", key.name()));
        }
        8 => text.insert(at, char::from_u32(below(chance, 0x2_0000) as u32).unwrap_or('\u{fffd}')),
        _ => {
            let digit = char::from(b'0' + below(chance, 10) as u8);
            *text = text
                .chars()
                .map(|own| if own.is_ascii_digit() && below(chance, 4) == 0 { digit } else { own })
                .collect();
        }
    }
    while text.len() > LARGEST || !text.is_char_boundary(text.len()) {
        text.pop();
    }
}

/// Whether two states show the same. A text has a length of its own, so that an address of one has none: another there shows
/// nothing, and another sequence brings its own.
fn is_same(state: &State, mut other: State) -> bool {
    if matches!(state.settings.source, Source::Sentence | Source::Own(_)) {
        other.settings.length = state.settings.length;
    }
    *state == other
}

/// What must hold of every address.
fn address(text: &str) {
    let (state, problems) = State::from_address(text);
    assert_eq!(state.clone().clamped(), state, "what is read is in range");
    for (place, problem) in problems.iter().enumerate() {
        assert!(problem.found.chars().count() <= 41 && problem.key.chars().count() <= 41, "{problem:?} is short");
        assert!(!problem.said().is_empty());
        let again =
            problems.iter().skip(place + 1).any(|other| other.key == problem.key && other.found == problem.found);
        assert!(!again, "{problem:?} is told once");
    }
    // It comes back the same from each way in which it is written.
    let again = State::from_fragment(&state.to_fragment()).0;
    assert!(is_same(&state, again.clone()), "by {}: {state:?}, then {again:?}", state.to_fragment());
    for written in [state.to_address(), state.to_link()] {
        let (again, problems) = State::from_address(&written);
        assert!(is_same(&state, again), "by {written}");
        assert!(problems.iter().all(|problem| problem.key != "v"), "its own version is known");
    }
}

/// A message as the page reads it: an object's fields, of very many only some.
fn fields(message: &Value) -> Vec<(String, Field)> {
    let Value::Object(own) = message else { return vec![] };
    let field = |value: &Value| match value {
        Value::String(text) => Field::Text(text.clone()),
        Value::Number(number) => Field::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::Bool(flag) => Field::Flag(*flag),
        _ => Field::Other("object".to_owned()),
    };
    let mark = own.get(MARK).map(|mark| (MARK.to_owned(), field(mark)));
    let others = own.iter().filter(|(name, _)| *name != MARK).take(MOST_FIELDS);
    mark.into_iter().chain(others.map(|(name, value)| (name.clone(), field(value)))).collect()
}

/// What must hold of every message, whatever is shown.
fn message(text: &str) {
    let Ok(message) = serde_json::from_str::<Value>(text) else { return };
    let Some(request) = Request::read(&fields(&message)) else { return };
    for before in BEFORE {
        let before = State::from_address(before).0;
        let told = match request.ask.as_ref().map_err(Clone::clone).and_then(|ask| ask.apply(&before)) {
            Ok((next, problems)) => {
                assert_eq!(next.clone().clamped(), next, "what follows is in range");
                assert_eq!(before.moved_locked(&next), None, "what is locked stays");
                Told::of(&next, false, &problems)
            }
            Err(refusal) => {
                let said = refusal.said();
                assert!(!refusal.found.is_empty() && !refusal.expected.is_empty(), "{said}");
                assert!(refusal.found.chars().count() < 300 && !said.contains('\n'), "{said}");
                Told::Refused(refusal)
            }
        };
        assert!(told.fields(request.id.clone()).len() >= 6);
    }
}

/// Changes a message once: its text, or a field of it.
fn change_message(text: &mut String, corpora: (&[&str], &[&str]), chance: &mut Chance) {
    let (messages, addresses) = corpora;
    let parsed = serde_json::from_str::<Value>(text).ok();
    let Some(Value::Object(mut own)) = parsed.filter(|_| below(chance, 8) > 0) else {
        return change(text, messages, chance);
    };
    const NAMES: [&str; 11] = ["do", "address", "to", "pass", "key", "value", "what", "id", MARK, "told", "__proto__"];
    const ASKS: [&str; 8] = ["open", "step", "play", "pause", "set", "ask", "state", ""];
    let name = of(chance, &NAMES).to_owned();
    let value = match below(chance, 10) {
        0 => Value::Null,
        1 => Value::Bool(below(chance, 2) == 0),
        2 => Value::from(below(chance, 520)),
        3 => Value::from((chance.unit() - 0.5) * 10_f64.powi(below(chance, 600) as i32 - 300)),
        4 => Value::from(of(chance, &ASKS)),
        5 => Value::from(Key::ALL[below(chance, Key::ALL.len())].name()),
        6 => Value::Array(vec![Value::from(1)]),
        7 => Value::from(of(chance, &PIECES).repeat(1 << below(chance, 14))),
        _ => {
            let mut address = of(chance, addresses).to_owned();
            (0..below(chance, 4)).for_each(|_| change(&mut address, addresses, chance));
            Value::from(address)
        }
    };
    match below(chance, 6) {
        0 => drop(own.remove(&name)),
        1 => drop(own.insert(of(chance, &PIECES).to_owned(), value)),
        _ => drop(own.insert(name, value)),
    }
    *text = Value::Object(own).to_string();
}

/// The input that is being read, and since when.
type Current = Arc<Mutex<Option<(Instant, String, String)>>>;

/// Reads an input.
///
/// # Errors
/// What is wrong.
fn attempt(name: &str, text: &str, read: fn(&str), current: &Current) -> Result<(), String> {
    if let Ok(mut own) = current.lock() {
        *own = Some((Instant::now(), name.to_owned(), text.to_owned()));
    }
    let start = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| read(text)));
    let took = start.elapsed();
    match result {
        Err(_) => Err(format!("{name}: panic: {}", keep(name, text).display())),
        Ok(()) if took > LONGEST => Err(format!("{name}: {:.1} s: {}", took.as_secs_f64(), keep(name, text).display())),
        Ok(()) => Ok(()),
    }
}

/// Writes an input to a file.
fn keep(name: &str, text: &str) -> PathBuf {
    let target = std::env::current_exe().ok().and_then(|own| Some(own.parent()?.parent()?.parent()?.to_path_buf()));
    let folder = target.unwrap_or_else(std::env::temp_dir).join("fuzz");
    let path = folder.join(name);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, text));
    written.map_or_else(|error| PathBuf::from(format!("{} ({error})", path.display())), |()| path.clone())
}

/// Ends the program when an input takes for ever.
fn watch(current: &Current) {
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let Ok(own) = current.lock() else { continue };
        if let Some((start, name, text)) = &*own
            && start.elapsed() > HANGS
        {
            eprintln!("{name}: hangs: {}", keep(name, text).display());
            std::process::exit(1);
        }
    }
}

/// What follows an option.
fn option<'a>(arguments: &'a [String], name: &str) -> Option<&'a str> {
    let place = arguments.iter().position(|own| own == name)?;
    arguments.get(place + 1).map(String::as_str)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name| option(&arguments, name).and_then(|own| own.parse::<u64>().ok());
    let seconds = number("--seconds").unwrap_or(60 * number("--minutes").unwrap_or(1));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let seed = number("--seed").unwrap_or(now.as_secs());
    let only = option(&arguments, "--only");
    // One input, as it was left in a file.
    if let Some(path) = option(&arguments, "--input") {
        let text = std::fs::read_to_string(path)?;
        address(&text);
        message(&text);
        return Ok(());
    }
    let addresses: Vec<&str> = ADDRESSES.lines().filter(|line| !line.starts_with(' ')).collect();
    let messages: Vec<&str> = MESSAGES.lines().collect();
    let current = Current::default();
    let watched = current.clone();
    std::thread::spawn(move || watch(&watched));
    let mut wrong: Vec<String> = vec![];
    for (name, corpus, read) in
        [("address", &addresses, address as fn(&str)), ("messages", &messages, message as fn(&str))]
    {
        if only.is_some_and(|only| only != name) {
            continue;
        }
        let of_corpus = corpus.iter().enumerate();
        wrong.extend(of_corpus.filter_map(|(n, text)| attempt(&format!("{name}-{n}"), text, read, &current).err()));
        let (start, mut inputs) = (Instant::now(), 0_u64);
        while start.elapsed().as_secs() < seconds && wrong.len() < 5 {
            // Each input follows from the seed and its number alone.
            let mut chance = Chance::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ inputs);
            let mut text = of(&mut chance, corpus).to_owned();
            for _ in 0..=below(&mut chance, 8) {
                match name {
                    "address" => change(&mut text, &addresses, &mut chance),
                    _ => change_message(&mut text, (&messages, &addresses), &mut chance),
                }
            }
            wrong.extend(attempt(&format!("{name}-{seed}-{inputs}"), &text, read, &current).err());
            inputs += 1;
        }
        let took = start.elapsed().as_secs_f64();
        println!(
            "{name}: seed {seed}, {took:.0} s, {} of the corpus and {inputs} inputs, {:.0} a second",
            corpus.len(),
            inputs as f64 / took
        );
    }
    if let Ok(mut own) = current.lock() {
        *own = None;
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
