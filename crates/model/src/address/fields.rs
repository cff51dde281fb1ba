//! Reads and writes the keys that have a field in the state. All other keys are stored as choices.

use crate::keys::{Key, Kind, Scope, Value};
use crate::sequence::{Numbers, Text};
use crate::settings::{Part, Source, State, part_key, parts, source_from, source_key};
use engine::trace::{CellKind, Pass, Quantity};

/// What the default of a key depends on. Keys are read in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Nothing: the default is fixed.
    Page,
    /// The sequence: its length, where the loss is read.
    Sequence,
    /// All settings: playhead and focus.
    Settings,
}

impl Follows {
    /// What the default of a key depends on; `None` if it has no default.
    pub fn of(key: Key) -> Option<Self> {
        match key.scope() {
            Scope::Sequence => Some(Self::Page),
            Scope::Run | Scope::Drag | Scope::Mark => Some(Self::Sequence),
            Scope::Moment => Some(Self::Settings),
            _ => None,
        }
    }
}

/// A key's value as it stands in the address; empty if there is none.
pub fn write(state: &State, key: Key) -> String {
    let State { settings, playhead, focus, speed, presenting } = state;
    match key {
        Key::Sequence => source_key(&settings.source).into(),
        Key::Text => match &settings.source {
            Source::Own(text) => text.as_str().into(),
            _ => String::new(),
        },
        Key::Numbers => match &settings.source {
            Source::Numbers(numbers) => numbers.as_str().into(),
            _ => String::new(),
        },
        Key::Length => match settings.source {
            Source::Sentence | Source::Own(_) => String::new(),
            _ => settings.length.to_string(),
        },
        Key::Normalised => yes_no(settings.normalised).into(),
        Key::Units => settings.units.to_string(),
        Key::Gain => settings.gain.to_string(),
        Key::Bias => settings.bias.to_string(),
        Key::Seed => settings.seed.to_string(),
        Key::Read => step_or_none(settings.read),
        Key::Mark => step_or_none(settings.mark),
        Key::Pass => pass_key(playhead.pass).into(),
        Key::Step => (playhead.step + 1).to_string(),
        Key::Cell => focus.cell.key().into(),
        Key::At => (focus.step + 1).to_string(),
        Key::Unit => (focus.unit + 1).to_string(),
        Key::Part => part_key(focus.part).into(),
        Key::Equations => pass_key(focus.pass).into(),
        Key::Speed => speed.to_string(),
        Key::Present => yes_no(*presenting).into(),
        key => settings.written(key).into(),
    }
}

/// Sets a key to a value as it stands in the address. If the value is invalid, a field keeps its old value; any other
/// key keeps the text.
///
/// # Errors
/// The invalid part of the text, and a description of valid values.
pub fn read(state: &mut State, key: Key, written: &str) -> Result<(), (String, String)> {
    if !key.scope().has_default() {
        state.settings.choose(key, written);
        return state.settings.wrong(key).map_or(Ok(()), |wrong| Err((wrong, state.expected(key))));
    }
    let value = Value::read(key, written).filter(|value| match (key.kind(), value) {
        (Kind::Within(range), Value::Whole(number)) => {
            let (low, high) = state.bound(range);
            (low..=high).contains(number)
        }
        _ => true,
    });
    match value.and_then(|value| take(state, key, value)) {
        Some(()) => Ok(()),
        None => Err((written.to_owned(), state.expected(key))),
    }
}

/// Sets the field of a key; `None` if the value does not fit the other settings.
fn take(state: &mut State, key: Key, value: Value) -> Option<()> {
    let settings = &mut state.settings;
    match (key, value) {
        (Key::Sequence, Value::Name(name)) => *settings = settings.with_source(source_from(name)?),
        (Key::Text, Value::Text(text)) => {
            let Source::Own(old) = &settings.source else { return None };
            settings.source = Source::Own(Text::new(&text, old.by()).ok()?);
        }
        (Key::Numbers, Value::Text(text)) => {
            let Source::Numbers(_) = &settings.source else { return None };
            *settings = settings.with_source(Source::Numbers(Numbers::new(&text)?));
        }
        (Key::Length, Value::Whole(n)) => settings.length = n as usize,
        (Key::Normalised, Value::Flag(on)) => settings.normalised = on,
        (Key::Units, Value::Whole(n)) => settings.units = n as usize,
        (Key::Gain, Value::Real(x)) => settings.gain = x,
        (Key::Bias, Value::Real(x)) => settings.bias = x,
        (Key::Seed, Value::Whole(n)) => settings.seed = n,
        (Key::Read, Value::Whole(n)) => settings.read = Some(n as usize - 1),
        (Key::Mark, Value::Whole(n)) => settings.mark = Some(n as usize - 1),
        (Key::Pass, Value::Name(name)) => {
            state.playhead.pass = pass_of(name);
            state.playhead.step = settings.timeline().right_end(state.playhead.pass).min(state.playhead.step);
        }
        (Key::Step, Value::Whole(n)) => state.playhead.step = n as usize - 1,
        (Key::Cell, Value::Name(name)) => {
            state.focus.cell = CellKind::ALL.into_iter().find(|cell| cell.key() == name)?;
            state.focus.part = Part::State(Quantity::Hidden);
        }
        (Key::At, Value::Whole(n)) => state.focus.step = n as usize - 1,
        (Key::Unit, Value::Whole(n)) => state.focus.unit = n as usize - 1,
        (Key::Part, Value::Name(name)) => {
            state.focus.part = parts(state.focus.cell).into_iter().find(|part| part_key(*part) == name)?;
        }
        (Key::Equations, Value::Name(name)) => state.focus.pass = pass_of(name),
        (Key::Speed, Value::Real(speed)) => state.speed = speed,
        (Key::Present, Value::Flag(on)) => state.presenting = on,
        _ => return None,
    }
    Some(())
}

/// Copies a key's value from another state.
pub fn copy(to: &mut State, from: &State, key: Key) {
    let (own, other) = (&mut to.settings, &from.settings);
    match key {
        Key::Sequence | Key::Text | Key::Numbers => {
            // A sequence of the same name may have another text.
            let is_same = match key {
                Key::Sequence => source_key(&own.source) == source_key(&other.source),
                _ => own.source == other.source,
            };
            if !is_same {
                own.source = other.source.clone();
                [Key::Length, Key::Read, Key::Mark].into_iter().for_each(|key| copy(to, from, key));
            }
        }
        Key::Length => own.length = other.length,
        Key::Normalised => own.normalised = other.normalised,
        Key::Units => own.units = other.units,
        Key::Gain => own.gain = other.gain,
        Key::Bias => own.bias = other.bias,
        Key::Seed => own.seed = other.seed,
        Key::Read => own.read = other.read,
        Key::Mark => own.mark = other.mark,
        Key::Pass => to.playhead.pass = from.playhead.pass,
        Key::Step => to.playhead.step = from.playhead.step,
        Key::Cell => {
            to.focus.cell = from.focus.cell;
            if !parts(to.focus.cell).contains(&to.focus.part) {
                to.focus.part = from.focus.part;
            }
        }
        Key::At => to.focus.step = from.focus.step,
        Key::Unit => to.focus.unit = from.focus.unit,
        // Another cell may have no such part.
        Key::Part if parts(to.focus.cell).contains(&from.focus.part) => to.focus.part = from.focus.part,
        Key::Part => {}
        Key::Equations => to.focus.pass = from.focus.pass,
        Key::Speed => to.speed = from.speed,
        Key::Present => to.presenting = from.presenting,
        key => own.choose(key, other.written(key)),
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn pass_key(pass: Pass) -> &'static str {
    match pass {
        Pass::Forward => "forward",
        Pass::Backward => "backward",
    }
}

fn pass_of(name: &str) -> Pass {
    if name == pass_key(Pass::Backward) { Pass::Backward } else { Pass::Forward }
}

fn step_or_none(step: Option<usize>) -> String {
    step.map_or(String::new(), |t| (t + 1).to_string())
}

/// The first 40 characters of a text, so that messages stay short.
pub fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
