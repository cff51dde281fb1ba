//! What a person brings is read here: a file piece by piece, a table some rows at a time, so that the page shows how far it is
//! and can stop it, and nothing else that this worker does has to wait.

use intake::{Choices, Encoding, Note as Seen, Progress, Reading, decode};
use learn::own::{Brought, Fault, Note, Told, bring_series, check_text};
use model::command::Own;
use model::sequence::brought;
use port::{Answer, OwnAnswer, Parcel, Request};

use crate::actor::{Beside, Effect, Event, Now, Piece};

/// Rows that are read before the clock is looked at.
const ROWS: usize = 500;
/// The longest that a slice of reading lasts, in milliseconds.
const SLICE: f64 = 12.0;
/// By so much more must be done before it is said again.
const SAID: f64 = 0.02;

/// What was brought last, as a text.
struct Source {
    own: Own,
    text: String,
    /// Of how many bytes, if this is a part.
    cut: Option<f64>,
    /// What was found of its bytes.
    notes: Vec<Seen>,
}

/// The one that reads what a person brings.
#[derive(Default)]
pub struct Bringer {
    /// Pieces of a file that have come.
    bytes: Vec<u8>,
    source: Option<Source>,
    choices: Choices,
    reading: Option<Reading>,
    /// The share that was said last.
    said: f64,
    /// What is being kept, by the name of its file: it is told once others can read it.
    keeping: Option<(String, Told)>,
    /// The name of the data whose notes were brought or looked up last.
    looked_up: String,
    /// What is told of it; and whether what it was read from is still here.
    told: Option<(Told, bool)>,
    /// What can be used, until it is taken.
    good: Option<(String, String)>,
    effects: Vec<Effect>,
}

impl Bringer {
    /// Whether an event is for it.
    #[must_use]
    pub fn concerns(event: &Event) -> bool {
        matches!(
            event,
            Event::Read(file, _) if Told::is_file(file)
        ) || matches!(
            event,
            Event::Slice
                | Event::Brought(..)
                | Event::Written(..)
                | Event::Asked(
                    _,
                    Request::Bring(..) | Request::Decide(_) | Request::Recall(_) | Request::StopBringing,
                    _
                )
        )
    }

    /// Takes an event in. What can be used is there for [`Bringer::take`] afterwards.
    pub fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        match event {
            Event::Asked(_, Request::Bring(own, Some(text)), _) => {
                self.bytes.clear();
                self.begin(Source { own, text, cut: None, notes: vec![] });
            }
            Event::Asked(_, Request::Decide(choices), _) => {
                self.choices = choices;
                self.read();
            }
            Event::Asked(_, Request::Recall(name), _) => {
                if let Some((told, is_here)) = self.told.clone().filter(|(told, _)| told.name == name) {
                    self.say(OwnAnswer::Kept(told, is_here));
                }
            }
            Event::Asked(_, Request::StopBringing, _) => {
                self.bytes = vec![];
                self.reading = None;
            }
            Event::Brought(Own::Table, Err(why)) => self.say(OwnAnswer::Table(Err(Fault::Unreadable(why)))),
            Event::Brought(_, Err(why)) => self.fail(Fault::Unreadable(why)),
            Event::Brought(own, Ok(piece)) => self.piece(own, piece),
            Event::Slice => self.slice(now),
            Event::Read(_, bytes) => {
                if let Some(told) = bytes.and_then(|bytes| Told::of_bytes(&bytes)) {
                    self.told = Some((told.clone(), false));
                    self.say(OwnAnswer::Kept(told, false));
                }
            }
            // It is told once it is kept, or the browser has said that it keeps nothing: else those that train would read a
            // file that is still empty.
            Event::Written(file, _) => {
                if let Some((_, told)) = self.keeping.take_if(|(own, _)| *own == file) {
                    self.say(OwnAnswer::Read(Ok(told)));
                }
            }
            _ => {}
        }
        std::mem::take(&mut self.effects)
    }

    /// Has what was said of data of this name read, if it is not known.
    pub fn look_up(&mut self, name: &str) -> Option<Effect> {
        if name.is_empty() || self.looked_up == name {
            return None;
        }
        name.clone_into(&mut self.looked_up);
        Some(Effect::Read(Told::file(name)))
    }

    /// What can be used, by its name: once.
    pub fn take(&mut self) -> Option<(String, String)> {
        self.good.take()
    }

    fn say(&mut self, answer: OwnAnswer) {
        self.effects.push(Effect::Say(0, Answer::Own(Parcel::of(&answer)), Beside::Nothing));
    }

    fn fail(&mut self, fault: Fault) {
        self.say(OwnAnswer::Read(Err(fault)));
    }

    /// Takes in a piece of a file.
    fn piece(&mut self, own: Own, piece: Piece) {
        if piece.is_first {
            self.bytes.clear();
        }
        self.bytes.extend(piece.bytes);
        if let Some(share) = piece.share {
            return self.say(OwnAnswer::Share(share));
        }
        match decode(&std::mem::take(&mut self.bytes)) {
            Err(binary) => {
                let fault = Fault::Read(intake::Fault::Binary(binary));
                if own == Own::Table {
                    return self.say(OwnAnswer::Table(Err(fault)));
                }
                self.source = None;
                self.fail(fault);
            }
            Ok(decoded) if own == Own::Table => {
                let most = decoded.text.floor_char_boundary(brought::LIMIT);
                self.say(OwnAnswer::Table(Ok((decoded.text[..most].to_owned(), decoded.encoding))));
            }
            Ok(decoded) => {
                let told = (decoded.encoding != Encoding::Utf8).then_some(Seen::Encoding(decoded.encoding));
                let lost = (decoded.replaced > 0).then_some(Seen::Replaced(decoded.replaced));
                let notes = told.into_iter().chain(lost).collect();
                self.begin(Source { own, text: decoded.text, cut: piece.cut, notes });
            }
        }
    }

    /// Begins with something new: what was decided before was decided about something else.
    fn begin(&mut self, source: Source) {
        self.choices = Choices::default();
        self.source = Some(source);
        if let Some((_, is_here)) = &mut self.told {
            *is_here = false;
        }
        self.read();
    }

    fn read(&mut self) {
        let Some(source) = &self.source else { return };
        if source.own == Own::Text {
            let checked = check_text(&source.text, source.cut);
            return self.end(checked);
        }
        self.reading = Some(Reading::new(source.text.clone(), self.choices.clone()));
        self.said = 0.0;
        self.effects.push(Effect::Slice);
    }

    /// Reads on for a moment.
    fn slice(&mut self, now: Now) {
        let Some(reading) = &mut self.reading else { return };
        let start = now();
        let mut progress = reading.advance(ROWS);
        while progress != Progress::Done && now() - start < SLICE {
            progress = reading.advance(ROWS);
        }
        match progress {
            Progress::Share(share) => {
                self.effects.push(Effect::Slice);
                if share > self.said + SAID {
                    self.said = share;
                    self.say(OwnAnswer::Share(share));
                }
            }
            Progress::Done => {
                let table = reading.table();
                self.reading = None;
                let cut = self.source.as_ref().and_then(|own| own.cut);
                let checked = bring_series(table, &self.choices, cut);
                self.end(checked);
            }
        }
    }

    /// Keeps what can be used, and tells what cannot.
    fn end(&mut self, checked: Result<Brought, Fault>) {
        match checked {
            Ok(mut good) => {
                let notes = self.source.iter().flat_map(|own| &own.notes).cloned().map(Note::Read);
                good.notes.splice(1..1, notes);
                self.effects.push(Effect::Write(good.name.clone(), good.text.as_bytes().to_vec()));
                let told = good.told();
                self.effects.push(Effect::Write(Told::file(&good.name), told.to_bytes()));
                self.looked_up.clone_from(&good.name);
                self.told = Some((told.clone(), true));
                self.keeping = Some((good.name.clone(), told));
                self.good = Some((good.name, good.text));
            }
            Err(fault) => self.fail(fault),
        }
    }
}
