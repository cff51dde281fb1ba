//! The form in which pages of prose are written: see `content/README.md`.

/// A run that goes on when it has solved its task: what stands behind its settings.
pub const TO_THE_END: &str = "to the end";

/// What stands behind a run that makes all its steps and tests the weights of the last.
pub const LAST_WEIGHTS: &str = "its last weights";

/// What stands behind a run that makes all its steps and counts the forecasts of the test set that are far off.
pub const ALARMS: &str = "its alarms";

/// What stands behind a run that makes all its steps and counts the units that follow the right class.
pub const FOLLOWERS: &str = "its followers";

/// What stands behind a run that makes all its steps and tells how well the principal axes of its states show what they should hold.
pub const AXES: &str = "its axes";
/// What stands behind a run of brackets that makes all its steps and is tested on texts twice as deep.
pub const DEPTHS: &str = "its depths";

/// Words that a student reads in a minute.
const WORDS: usize = 200;

/// A page: a lesson, the list of mistakes, the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its name where there is little room.
    pub name: &'a str,
    /// One sentence that stays.
    pub summary: &'a str,
    /// What its figures show of the networks: see [`super::Level`].
    pub level: &'a str,
    /// Further reading: citation, address, what for.
    pub reading: Vec<[&'a str; 3]>,
    /// Its entries; of a lesson the steps.
    pub entries: Vec<Entry<'a>>,
}

/// A part of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// Other names of what it defines.
    pub also: &'a str,
    /// Forms of its names that texts use, which are not shown; only another language has some.
    pub named: &'a str,
    /// The settings of its figure, as in the address.
    pub cue: &'a str,
    /// The controls that are offered.
    pub offers: Vec<&'a str>,
    /// Its runs of training.
    pub runs: Vec<Training<'a>>,
    /// Its paragraphs; a list is one, its items in lines.
    pub prose: Vec<String>,
    /// Programs that go with it: see [`super::program`].
    pub code: Vec<&'a str>,
    /// What is asked before it is shown.
    pub ask: Option<Ask<'a>>,
    /// What the prose says, as expressions that hold.
    pub claims: Vec<&'a str>,
    /// Things to try.
    pub tries: Vec<&'a str>,
}

impl Entry<'_> {
    /// Whether the entry, one of the glossary, goes by a name.
    pub(super) fn is_named(&self, term: &str) -> bool {
        let mut names = std::iter::once(self.heading).chain(self.also.split(", ")).chain(self.named.split(", "));
        names.any(|name| name.eq_ignore_ascii_case(term) || format!("{name}s").eq_ignore_ascii_case(term))
    }

    /// Whether its prose has numbers of the Lab.
    #[must_use]
    pub fn needs_run(&self) -> bool {
        let then = self.ask.iter().flat_map(|ask| ask.then.iter().copied());
        self.ask.is_some() || self.prose.iter().map(String::as_str).chain(then).any(|text| text.contains('{'))
    }
}

impl Page<'_> {
    /// How many minutes it takes to read a lesson and to answer its questions, at 200 words a minute and a third of a minute
    /// a question. An expression counts as a word.
    #[must_use]
    pub fn minutes(&self) -> usize {
        let texts = self.entries.iter().flat_map(|entry| {
            let asked = entry.ask.iter().flat_map(|ask| ask.then.iter().copied().chain([ask.question]));
            entry.prose.iter().map(String::as_str).chain(asked)
        });
        let count = |text: &str| {
            let outside = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
            outside.map(|part| part.split_whitespace().count()).sum::<usize>() + text.matches('{').count()
        };
        let asked = self.entries.iter().filter(|entry| entry.ask.is_some()).count();
        (texts.map(count).sum::<usize>() + asked * WORDS / 3).div_ceil(WORDS)
    }
}

/// A run of training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training<'a> {
    /// Its name in expressions.
    pub name: &'a str,
    /// The key of its cell.
    pub cell: &'a str,
    /// Its settings, as in the address.
    pub settings: &'a str,
    /// What is done besides: `to the end`, `its last weights`, `a token`, or the tokens of context.
    pub more: &'a str,
}

/// A question with an answer that the engine gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask<'a> {
    /// The question.
    pub question: &'a str,
    /// What may be guessed.
    pub guess: Guess<'a>,
    /// What is said once the answer is shown, a paragraph each.
    pub then: Vec<&'a str>,
}

/// What may be guessed, and which expression answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guess<'a> {
    /// A share from 1 down to 10⁻⁶.
    Ratio {
        /// The answer.
        answer: &'a str,
    },
    /// A number.
    Number {
        /// From, to, by.
        scale: [&'a str; 3],
        /// Its unit.
        unit: &'a str,
        /// The answer.
        answer: &'a str,
    },
    /// One of several; what each measures says which is right.
    Choice {
        /// Their names and expressions.
        options: Vec<(&'a str, &'a str)>,
        /// Whether the largest is right, or the smallest.
        largest: bool,
    },
}

impl Default for Guess<'_> {
    fn default() -> Self {
        Self::Choice { options: vec![], largest: true }
    }
}

/// Reads a page.
///
/// # Errors
/// The line that has no place.
pub fn page(text: &str) -> Result<Page<'_>, String> {
    let mut page = Page::default();
    let mut goes_on = false;
    for line in text.lines() {
        let line = line.trim_end();
        let wrong = || format!("no place for “{line}”");
        if let Some(heading) = line.strip_prefix("## ") {
            page.entries.push(Entry { heading, ..Entry::default() });
            goes_on = false;
            continue;
        }
        let field = line.split_once(": ").filter(|(name, _)| FIELDS.contains(name));
        let Some(entry) = page.entries.last_mut() else {
            match (field, line.strip_prefix("# ")) {
                (_, Some(title)) => page.title = title,
                (Some(("name", name)), _) => page.name = name,
                (Some(("sum", summary)), _) => page.summary = summary,
                (Some(("level", level)), _) => page.level = level,
                (Some(("read", reading)), _) => {
                    let mut parts = reading.splitn(3, " | ");
                    page.reading.push([(); 3].map(|()| parts.next().unwrap_or_default()));
                }
                _ if line.is_empty() => {}
                _ => return Err(wrong()),
            }
            continue;
        };
        let Some((name, value)) = field else {
            if line.is_empty() {
                goes_on = false;
            } else if let (true, Some(last)) = (goes_on, entry.prose.last_mut()) {
                last.push(if line.starts_with("- ") { '\n' } else { ' ' });
                last.push_str(line);
            } else {
                entry.prose.push(line.to_owned());
                goes_on = true;
            }
            continue;
        };
        goes_on = false;
        match (name, &mut entry.ask) {
            ("also", _) => entry.also = value,
            ("named", _) => entry.named = value,
            ("cue", _) => entry.cue = value,
            ("use", _) => entry.offers = value.split_whitespace().collect(),
            ("claim", _) => entry.claims.push(value),
            ("try", _) => entry.tries.push(value),
            ("code", _) => entry.code.push(value),
            ("run", _) => {
                let parts: Vec<&str> = value.split(" | ").collect();
                let (&[name, cell, settings] | &[name, cell, settings, _]) = &parts[..] else { return Err(wrong()) };
                entry.runs.push(Training { name, cell, settings, more: parts.get(3).copied().unwrap_or_default() });
            }
            ("ask", ask) => *ask = Some(Ask { question: value, ..Ask::default() }),
            ("then", Some(ask)) => ask.then.push(value),
            ("scale", Some(ask)) if value == "ratio" => ask.guess = Guess::Ratio { answer: "" },
            ("scale", Some(ask)) => {
                let mut parts = value.splitn(4, ' ');
                let scale = [(); 3].map(|()| parts.next().unwrap_or_default());
                ask.guess = Guess::Number { scale, unit: parts.next().unwrap_or_default(), answer: "" };
            }
            ("answer", Some(ask)) => match &mut ask.guess {
                Guess::Ratio { answer } | Guess::Number { answer, .. } => *answer = value,
                Guess::Choice { .. } => return Err(wrong()),
            },
            ("option", Some(ask)) => match (&mut ask.guess, value.split_once(" = ")) {
                (Guess::Choice { options, .. }, Some(option)) => options.push(option),
                _ => return Err(wrong()),
            },
            ("best", Some(ask)) => match &mut ask.guess {
                Guess::Choice { largest, .. } => *largest = value == "largest",
                _ => return Err(wrong()),
            },
            _ => return Err(wrong()),
        }
    }
    Ok(page)
}

/// The names of fields.
pub(super) const FIELDS: [&str; 19] = [
    "name", "sum", "read", "also", "cue", "use", "run", "ask", "scale", "answer", "option", "best", "then", "claim",
    "try", "title", "code", "level", "named",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read() {
        let text = "# Title\nname: Short\nsum: It stays.\nread: A 1997 | https://a.b | why\n\n## First\ncue: gain=2\nuse: gain bias\n\
            run: a | rnn | task=adding | to the end\ncode: pytorch lstm\n\nOne\nline.\n\nA list:\n- x\n- y\n\nask: Which?\noption: R = left rnn 2\n\
            option: L = left lstm 2\nbest: smallest\nthen: So.\nthen: And so.\nclaim: 1 < 2\ntry: This.\n\n## Second\nask: How much?\n\
            scale: 0 10 1 steps\nanswer: T\n";
        let page = page(text).unwrap();
        assert_eq!((page.title, page.name, page.summary), ("Title", "Short", "It stays."));
        assert_eq!(page.reading, [["A 1997", "https://a.b", "why"]]);
        let first = &page.entries[0];
        assert_eq!(first.prose, ["One line.", "A list:\n- x\n- y"]);
        assert_eq!((first.cue, &first.offers[..], first.runs[0].more), ("gain=2", &["gain", "bias"][..], "to the end"));
        assert_eq!(first.code, ["pytorch lstm"]);
        let ask = first.ask.as_ref().unwrap();
        assert_eq!(ask.then, ["So.", "And so."]);
        assert_eq!(
            ask.guess,
            Guess::Choice { options: vec![("R", "left rnn 2"), ("L", "left lstm 2")], largest: false }
        );
        let scale = Guess::Number { scale: ["0", "10", "1"], unit: "steps", answer: "T" };
        assert_eq!(page.entries[1].ask.as_ref().unwrap().guess, scale);
    }

    #[test]
    fn what_has_no_place_is_told() {
        for bad in
            ["prose before a title", "# T\n## E\nthen: x", "# T\n## E\nrun: a | b", "# T\n## E\nask: x\nanswer: T"]
        {
            assert!(page(bad).is_err(), "{bad}");
        }
    }
}
