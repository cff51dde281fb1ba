//! What a page asks for: a message is read, and the state that follows is worked out.

use super::field::{Field, Id, MARK, VERSION};
use super::refusal::{Reason, Refusal};
use crate::address::Problem;
use crate::keys::Key;
use crate::settings::State;
use engine::trace::Pass;
use words::fill;
use words::frame::{self as said, words};

/// The most fields of a message.
pub const MOST_FIELDS: usize = 8;
/// The most bytes of a text in a message: the address of the largest table of one's own has room.
pub const LONGEST: usize = 1 << 18;
/// The most characters of a message's own name.
const LONGEST_ID: usize = 64;

/// What can be asked for, by the field `do`.
const ASKS: [&str; 6] = ["open", "step", "play", "pause", "set", "ask"];

/// What a page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Show what an address holds: a whole address of the page, or what follows its `#`.
    Open(String),
    /// Put the playhead at a step, from 1, of the pass it is in, or of another.
    Step(u64, Option<Pass>),
    /// Play from where the playhead is.
    Play,
    /// Stop there.
    Pause,
    /// Give a key of the address another value.
    Set(Key, String),
    /// Tell what is shown.
    State,
}

/// A message to the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What the sender calls it: its answer has the same.
    pub id: Option<Id>,
    /// What it asks for, or why it cannot be read.
    pub ask: Result<Ask, Refusal>,
}

impl Request {
    /// Reads a message. `None` if it is none of ours: pages post much to their frames.
    #[must_use]
    pub fn read(fields: &[(String, Field)]) -> Option<Self> {
        let version = field(fields, MARK)?;
        let (id, wrong) = match field(fields, "id").map(id) {
            Some(Err(wrong)) => (None, Some(wrong)),
            Some(Ok(id)) => (Some(id), None),
            None => (None, None),
        };
        let ask = size(fields).and_then(|()| self::version(version)).and_then(|()| wrong.map_or(Ok(()), Err));
        Some(Self { id, ask: ask.and_then(|()| Ask::read(fields)) })
    }
}

fn field<'a>(fields: &'a [(String, Field)], name: &str) -> Option<&'a Field> {
    fields.iter().find(|(own, _)| own == name).map(|(_, value)| value)
}

fn id(found: &Field) -> Result<Id, Refusal> {
    match found {
        Field::Text(text) if text.chars().nth(LONGEST_ID).is_none() => Ok(Id::Text(text.clone())),
        Field::Number(number) => Ok(Id::Number(*number)),
        other => Err(Refusal::of("id", Some(other), fill(words().an_id, &[("most", &LONGEST_ID.to_string())]))),
    }
}

fn size(fields: &[(String, Field)]) -> Result<(), Refusal> {
    if fields.len() > MOST_FIELDS {
        return Err(Refusal::new(Reason::Size, said::found_fields(fields.len()), said::fields(MOST_FIELDS)));
    }
    let longest = fields.iter().map(|(name, value)| name.len().max(value.length())).max().unwrap_or(0);
    if longest > LONGEST {
        return Err(Refusal::new(Reason::Size, said::found_letters(longest), said::letters(LONGEST)));
    }
    Ok(())
}

fn version(found: &Field) -> Result<(), Refusal> {
    if *found == Field::Number(VERSION) {
        return Ok(());
    }
    let expected = fill(words().version, &[("version", &VERSION.to_string())]);
    Err(Refusal::new(Reason::Version, found.said(), expected))
}

impl Ask {
    /// The fields that it has beside `unrolled`, `do` and `id`.
    fn own(name: &str) -> &'static [&'static str] {
        match name {
            "open" => &["address"],
            "step" => &["to", "pass"],
            "set" => &["key", "value"],
            "ask" => &["what"],
            _ => &[],
        }
    }

    fn read(fields: &[(String, Field)]) -> Result<Self, Refusal> {
        let name = match field(fields, "do") {
            Some(Field::Text(name)) if ASKS.contains(&&**name) => &**name,
            found => return Err(Refusal::new(Reason::Do, found.map_or_else(nothing, Field::said), ASKS.join(", "))),
        };
        let known = [MARK, "do", "id"];
        if let Some((other, value)) =
            fields.iter().find(|(own, _)| !known.iter().chain(Self::own(name)).any(|k| k == own))
        {
            let all: Vec<_> = known.iter().chain(Self::own(name)).copied().collect();
            return Err(Refusal::new(Reason::Field, said::named(&Field::cut(other), &value.said()), all.join(", ")));
        }
        let text = |name: &str| match field(fields, name) {
            Some(Field::Text(text)) => Ok(text.clone()),
            found => Err(Refusal::of(name, found, words().a_text)),
        };
        Ok(match name {
            "open" => Self::Open(text("address")?),
            "step" => Self::Step(step(field(fields, "to"))?, pass(field(fields, "pass"))?),
            "play" => Self::Play,
            "pause" => Self::Pause,
            "set" => {
                let name = text("key")?;
                let wrong =
                    || Refusal::new(Reason::Key, said::named("key", &Field::Text(name.clone()).said()), words().key);
                let key = Key::named(&name).ok_or_else(wrong)?;
                Self::Set(key, value(field(fields, "value"))?)
            }
            _ => match field(fields, "what") {
                Some(Field::Text(what)) if what == words().what => Self::State,
                found => return Err(Refusal::of("what", found, words().what)),
            },
        })
    }

    /// The state that follows where this is asked of one, with what of an address could not be used. To play, to pause and to
    /// ask leave it as it is.
    ///
    /// # Errors
    /// Why it stays as it is.
    pub fn apply(&self, state: &State) -> Result<(State, Vec<Problem>), Refusal> {
        let (next, problems) = match self {
            Self::State | Self::Pause => (state.clone(), vec![]),
            Self::Play => {
                if state.settings.is_locked(Key::Step) {
                    return Err(Refusal::locked(Key::Step, said::named("do", "play")));
                }
                (state.clone(), vec![])
            }
            Self::Open(address) => State::from_address(fragment(address)),
            Self::Step(to, pass) => {
                let next = stepped(state, *to, *pass)?;
                if state.settings.is_locked(Key::Step) && next.playhead != state.playhead {
                    return Err(Refusal::locked(Key::Step, said::named("to", &to.to_string())));
                }
                (next, vec![])
            }
            Self::Set(key, value) => {
                let mut next = state.clone();
                let name = key.name();
                let wrong = |expected| Refusal::new(Reason::Value, said::named(name, &Field::cut(value)), expected);
                next.set_if_valid(*key, value).map_err(wrong)?;
                if state.settings.is_locked(*key)
                    && let Some(moved) = state.moved_locked(&next)
                {
                    return Err(Refusal::locked(moved, said::named(name, &Field::cut(value))));
                }
                // What hangs on a key keeps what is locked, as it does where a person sets it.
                (next.clamped().with_locks_of(state), vec![])
            }
        };
        match state.moved_locked(&next) {
            Some(moved) => Err(Refusal::locked(moved, moved.name().to_owned())),
            None => Ok((next, problems)),
        }
    }
}

/// What follows the `#` of an address that is opened. A whole address without any is the page as it opens.
fn fragment(address: &str) -> &str {
    match address.split_once('#') {
        Some((_, fragment)) => fragment,
        None if address.starts_with("https:") || address.starts_with("http:") => "",
        None => address,
    }
}

/// The state with the playhead at a step, and the focus with it.
fn stepped(state: &State, to: u64, pass: Option<Pass>) -> Result<State, Refusal> {
    let mut next = state.clone();
    next.playhead.pass = pass.unwrap_or(state.playhead.pass);
    let last = state.settings.timeline().right_end(next.playhead.pass) + 1;
    let step = usize::try_from(to).ok().filter(|step| (1..=last).contains(step));
    let expected = || fill(words().a_step, &[("last", &last.to_string())]);
    let step = step.ok_or_else(|| Refusal::new(Reason::Value, said::named("to", &to.to_string()), expected()))?;
    next.playhead.step = step - 1;
    (next.focus.step, next.focus.pass) = (step - 1, next.playhead.pass);
    Ok(next.clamped())
}

fn nothing() -> String {
    words().nothing.to_owned()
}

fn step(found: Option<&Field>) -> Result<u64, Refusal> {
    match found {
        // Beyond this not every whole number is one of f64's; no sequence is as long.
        Some(Field::Number(step)) if step.fract() == 0.0 && (0.0..=9e15).contains(step) => Ok(*step as u64),
        found => {
            let last = crate::sequence::LONGEST.to_string();
            Err(Refusal::of("to", found, fill(words().a_step, &[("last", &last)])))
        }
    }
}

fn pass(found: Option<&Field>) -> Result<Option<Pass>, Refusal> {
    match found {
        None => Ok(None),
        Some(Field::Text(pass)) if pass == "forward" => Ok(Some(Pass::Forward)),
        Some(Field::Text(pass)) if pass == "backward" => Ok(Some(Pass::Backward)),
        found => Err(Refusal::of("pass", found, words().a_pass)),
    }
}

/// A value as it stands in an address.
fn value(found: Option<&Field>) -> Result<String, Refusal> {
    match found {
        Some(Field::Text(text)) => Ok(text.clone()),
        Some(Field::Number(number)) if number.is_finite() => Ok(number.to_string()),
        Some(Field::Flag(flag)) => Ok(if *flag { "yes" } else { "no" }.to_owned()),
        found => Err(Refusal::of("value", found, words().a_value)),
    }
}
