//! The settings that an address holds, each with its key, how it is written and how it is read.

use crate::playback::SPEEDS;
use crate::settings::{
    BIAS, GAIN, MOST_SEED, MOST_UNITS, Part, SEQUENCES, Source, State, parts, source_from, source_key,
};
use crate::task::{Numbers, Text, decimal};
use crate::trace::{CellKind, Pass, Quantity};

/// What the default of a setting follows from. Fields are read in this order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// It is the page's own.
    Page,
    /// The sequence: its length, where the loss is read.
    Sequence,
    /// All settings: playhead and focus.
    Settings,
}

/// One setting: its key, how it is written and how it is read.
pub struct Field {
    pub key: &'static str,
    pub follows: Follows,
    pub write: fn(&State) -> String,
    pub read: fn(&mut State, &str) -> Result<(), String>,
}

pub const FIELDS: &[Field] = &[
    Field {
        key: "sequence",
        follows: Follows::Page,
        write: |s| source_key(&s.settings.source).into(),
        read: |s, v| {
            let source = source_from(v).ok_or_else(|| SEQUENCES.join(", "))?;
            s.settings = s.settings.with_source(source);
            Ok(())
        },
    },
    Field {
        key: "text",
        follows: Follows::Page,
        write: |s| match &s.settings.source {
            Source::Own(text) => text.as_str().into(),
            _ => String::new(),
        },
        read: |s, v| match &s.settings.source {
            Source::Own(old) => {
                s.settings.source = Source::Own(Text::new(v, old.by()).map_err(|_| "a text of at least one word")?);
                Ok(())
            }
            _ => Err("a text only with sequence=words or sequence=characters".into()),
        },
    },
    Field {
        key: "numbers",
        follows: Follows::Page,
        write: |s| match &s.settings.source {
            Source::Numbers(numbers) => numbers.as_str().into(),
            _ => String::new(),
        },
        read: |s, v| match (&s.settings.source, Numbers::new(v)) {
            (Source::Numbers(_), Some(numbers)) => {
                s.settings = s.settings.with_source(Source::Numbers(numbers));
                Ok(())
            }
            _ => Err("5 to 500 rows such as 1,2;3,4 with sequence=csv".into()),
        },
    },
    Field {
        key: "length",
        follows: Follows::Sequence,
        write: |s| match s.settings.source {
            Source::Sentence | Source::Own(_) => String::new(),
            _ => s.settings.length.to_string(),
        },
        read: |s, v| whole(v, s.settings.shortest(), s.settings.longest()).map(|n| s.settings.length = n),
    },
    Field {
        key: "normalised",
        follows: Follows::Sequence,
        write: |s| yes_no(s.settings.normalised).into(),
        read: |s, v| {
            s.settings.normalised = yes_no_from(v)?;
            Ok(())
        },
    },
    Field {
        key: "units",
        follows: Follows::Sequence,
        write: |s| s.settings.units.to_string(),
        read: |s, v| whole(v, 1, MOST_UNITS).map(|n| s.settings.units = n),
    },
    Field {
        key: "gain",
        follows: Follows::Sequence,
        write: |s| s.settings.gain.to_string(),
        read: |s, v| real(v, GAIN).map(|x| s.settings.gain = x),
    },
    Field {
        key: "bias",
        follows: Follows::Sequence,
        write: |s| s.settings.bias.to_string(),
        read: |s, v| real(v, BIAS).map(|x| s.settings.bias = x),
    },
    Field {
        key: "seed",
        follows: Follows::Sequence,
        write: |s| s.settings.seed.to_string(),
        read: |s, v| whole(v, 0, MOST_SEED as usize).map(|n| s.settings.seed = n as u64),
    },
    Field {
        key: "read",
        follows: Follows::Sequence,
        write: |s| step_or_none(s.settings.read),
        read: |s, v| whole(v, 1, s.settings.steps()).map(|n| s.settings.read = Some(n - 1)),
    },
    Field {
        key: "mark",
        follows: Follows::Sequence,
        write: |s| step_or_none(s.settings.mark),
        read: |s, v| whole(v, 1, s.settings.steps()).map(|n| s.settings.mark = Some(n - 1)),
    },
    Field {
        key: "pass",
        follows: Follows::Settings,
        write: |s| pass_key(s.playhead.pass).into(),
        read: |s, v| {
            s.playhead.pass = pass_from(v)?;
            s.playhead.step = s.settings.timeline().right_end(s.playhead.pass).min(s.playhead.step);
            Ok(())
        },
    },
    Field {
        key: "step",
        follows: Follows::Settings,
        write: |s| (s.playhead.step + 1).to_string(),
        read: |s, v| whole(v, 1, s.settings.steps()).map(|n| s.playhead.step = n - 1),
    },
    Field {
        key: "cell",
        follows: Follows::Settings,
        write: |s| s.focus.cell.key().into(),
        read: |s, v| {
            let cell = CellKind::ALL.into_iter().find(|c| c.key() == v).ok_or("rnn, lstm or gru")?;
            s.focus.cell = cell;
            s.focus.part = Part::State(Quantity::Hidden);
            Ok(())
        },
    },
    Field {
        key: "at",
        follows: Follows::Settings,
        write: |s| (s.focus.step + 1).to_string(),
        read: |s, v| whole(v, 1, s.settings.steps()).map(|n| s.focus.step = n - 1),
    },
    Field {
        key: "unit",
        follows: Follows::Settings,
        write: |s| (s.focus.unit + 1).to_string(),
        read: |s, v| whole(v, 1, s.settings.units).map(|n| s.focus.unit = n - 1),
    },
    Field {
        key: "part",
        follows: Follows::Settings,
        write: |s| part_key(s.focus.part).into(),
        read: |s, v| {
            s.focus.part = parts(s.focus.cell)
                .into_iter()
                .find(|part| part_key(*part) == v)
                .ok_or_else(|| parts(s.focus.cell).map_keys())?;
            Ok(())
        },
    },
    Field {
        key: "equations",
        follows: Follows::Settings,
        write: |s| pass_key(s.focus.pass).into(),
        read: |s, v| {
            s.focus.pass = pass_from(v)?;
            Ok(())
        },
    },
    Field {
        key: "speed",
        follows: Follows::Settings,
        write: |s| s.speed.to_string(),
        read: |s, v| {
            let speed = decimal(v).filter(|speed| SPEEDS.contains(speed));
            s.speed = speed.ok_or_else(|| SPEEDS.map(|speed| speed.to_string()).join(", "))?;
            Ok(())
        },
    },
    Field {
        key: "present",
        follows: Follows::Settings,
        write: |s| yes_no(s.presenting).into(),
        read: |s, v| {
            s.presenting = yes_no_from(v)?;
            Ok(())
        },
    },
];

trait Keys {
    fn map_keys(self) -> String;
}

impl Keys for Vec<Part> {
    fn map_keys(self) -> String {
        self.into_iter().map(part_key).collect::<Vec<_>>().join(", ")
    }
}

fn part_key(part: Part) -> &'static str {
    match part {
        Part::State(quantity) | Part::Gate(quantity) => quantity.key(),
        Part::Gradient => "gradient",
        Part::Token => "token",
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn yes_no_from(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes or no".into()),
    }
}

fn pass_key(pass: Pass) -> &'static str {
    match pass {
        Pass::Forward => "forward",
        Pass::Backward => "backward",
    }
}

fn pass_from(text: &str) -> Result<Pass, String> {
    match text {
        "forward" => Ok(Pass::Forward),
        "backward" => Ok(Pass::Backward),
        _ => Err("forward or backward".into()),
    }
}

fn step_or_none(step: Option<usize>) -> String {
    step.map_or(String::new(), |t| (t + 1).to_string())
}

fn whole(text: &str, low: usize, high: usize) -> Result<usize, String> {
    let number = text.parse::<usize>().ok().filter(|n| (low..=high).contains(n));
    number.ok_or_else(|| format!("a whole number from {low} to {high}"))
}

fn real(text: &str, (low, high): (f64, f64)) -> Result<f64, String> {
    let number = decimal(text).filter(|x| (low..=high).contains(x));
    number.ok_or_else(|| format!("a number from {low} to {high}"))
}

/// At most 40 characters of what was found, so that a message stays a message.
pub fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
