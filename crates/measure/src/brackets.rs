//! The bracket counter: what a unit of a network that has learned to close brackets and quotes holds after each character of a text,
//! which units follow the depth, the quotes and the position, and how deep the networks count.

use serde::{Deserialize, Serialize};

use engine::trace::{CellKind, Parameters};
use learn::counter::{self, Depths, answers, follows, read_text};
pub use learn::counter::{DEEPER, Follows, TESTED, TEXTS, Trait};
use learn::task::Sets;
use learn::task::brackets::{CHARACTERS, CLASSES, Opened, number_of, opened};
use learn::training::Setup;
use model::keys::Key;
use model::lab::Head;
use model::settings::{Settings, Source};

use crate::going::Going;
use crate::scene::Scene;

/// The task whose networks are shown.
pub const TASK: &str = "brackets";

/// The most characters of a text.
pub const MOST: usize = 64;

/// Texts to begin with: one with brackets and quotes, one whose quotes hold brackets, one that is deeper than what was trained on.
pub const READY: [&str; 3] = ["f(a(b(c)\"))))\"d)e)g", "\"(((\"a(b\"))\"c)d", "((((((((((((a))))))))))))b"];

/// What is shown; `None` where the settings show no networks that have learned the task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brackets(pub Option<Counter>);

/// A network that reads a text, and what is known of all three.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counter {
    /// The cell in focus.
    pub cell: CellKind,
    /// The text that is read, a character a step.
    pub text: Vec<char>,
    /// How many brackets are open after each character, of those outside quotes.
    pub depth: Vec<usize>,
    /// What has to close next after each character, as a class.
    pub right: Vec<usize>,
    /// What the network answers.
    pub given: Vec<usize>,
    /// What the unit is compared with.
    pub by: Trait,
    /// The unit that is shown, from 0.
    pub unit: usize,
    /// What the unit holds after each character.
    pub states: Vec<f64>,
    /// What the least-squares line through many texts gives in its place.
    pub fitted: Vec<f64>,
    /// How closely each unit follows, by [`Trait::ALL`].
    pub follows: [Vec<Follows>; 3],
    /// The depth that the networks were trained on.
    pub trained: usize,
    /// The share of right answers in texts of each depth, from 1 on, as far as it is known, by cell.
    pub shares: [Vec<f64>; 3],
    /// The share that a guess from the last character alone gets right, at as many depths.
    pub guessed: Vec<f64>,
    /// How far the shares are.
    pub going: Going,
}

/// Why a text can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has no character.
    Empty,
    /// It has this character.
    Unknown(char),
    /// At this place, from 1, a bracket closes and none is open.
    Unopened(usize),
    /// It has so many characters.
    Long(usize),
}

/// The numbers of a text's characters. Capitals count as small letters, and all double quotes as straight ones.
///
/// # Errors
/// Why it can't be read.
pub fn read(text: &str) -> Result<Vec<usize>, Refused> {
    let plain = |c: char| if "“”„«»".contains(c) { '"' } else { c.to_ascii_lowercase() };
    let number = |c: char| number_of(plain(c)).ok_or(Refused::Unknown(c));
    let all: Vec<usize> = text.chars().map(number).collect::<Result<_, _>>()?;
    match all.len() {
        0 => Err(Refused::Empty),
        long @ MOST.. if long > MOST => Err(Refused::Long(long)),
        long => {
            let is_bad = |end: &usize| opened(&all[..*end]).is_none();
            (1..=long).find(is_bad).map_or(Ok(all.clone()), |place| Err(Refused::Unopened(place)))
        }
    }
}

/// The name of a class: a bracket, a quote, or a dash.
#[must_use]
pub fn class(class: usize) -> &'static str {
    CLASSES.get(class).copied().unwrap_or_default()
}

/// The key of a trait in the address.
#[must_use]
pub fn key(by: Trait) -> &'static str {
    let place = Trait::ALL.iter().position(|own| *own == by).unwrap_or_default();
    Key::CounterBy.names()[place]
}

impl Brackets {
    /// Has the network of the cell in focus read the text; the shares of right answers come later.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        Self(of(scene))
    }

    /// Takes in how deep the networks count, as far as that is known.
    pub(crate) fn put(&mut self, depths: &Depths, going: Going) {
        if let Some(counter) = &mut self.0 {
            (counter.shares, counter.guessed, counter.going) = (depths.right(), depths.guessed(), going);
        }
    }
}

fn of(scene: &Scene) -> Option<Counter> {
    let settings = &scene.state.settings;
    let cell = scene.state.focus.cell;
    let (parameters, head) = network(scene, cell)?;
    let setup = Setup::new(settings, &Sets::default()).0;
    let asked = Some(settings.written(Key::CounterText)).filter(|text| !text.is_empty());
    // In the place of one that can't be read stands the first; the field says why.
    let numbers = asked.and_then(|text| read(text).ok()).or_else(|| read(READY[0]).ok())?;
    let by = settings.written(Key::CounterBy);
    let by = Trait::ALL.into_iter().find(|own| key(*own) == by).unwrap_or(Trait::Depth);
    let follows = follows(&parameters, &setup.level, setup.seed);
    let asked = settings.whole(Key::CounterUnit).filter(|unit| (1..=parameters.hidden()).contains(unit));
    let unit = asked.map_or_else(|| ranked(&follows[by as usize])[0], |unit| unit - 1);
    let opened = opened(&numbers)?;
    let layer = read_text(&parameters, &numbers);
    let line = follows[by as usize][unit];
    Some(Counter {
        cell,
        text: numbers.iter().filter_map(|number| CHARACTERS.chars().nth(*number)).collect(),
        depth: opened.iter().map(|now| now.depth).collect(),
        right: opened.iter().copied().map(Opened::class).collect(),
        given: answers(&layer, &head),
        by,
        unit,
        states: counter::states(&layer, unit),
        fitted: by.of(&opened).into_iter().map(|followed| line.at(followed)).collect(),
        follows,
        trained: setup.level.knob,
        shares: [const { vec![] }; 3],
        guessed: vec![],
        going: Going::default(),
    })
}

/// The units, the one that follows best first.
#[must_use]
pub fn ranked(follows: &[Follows]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..follows.len()).collect();
    all.sort_by(|a, b| follows[*b].r.abs().total_cmp(&follows[*a].r.abs()));
    all
}

/// How deep the three networks count, not begun; `None` where none are shown.
pub(crate) fn depths(scene: &Scene) -> Option<Depths> {
    let networks = CellKind::ALL.map(|cell| network(scene, cell));
    let setup = Setup::new(&scene.state.settings, &Sets::default()).0;
    networks.iter().any(Option::is_some).then(|| Depths::new(networks, setup.level.knob, setup.seed))
}

/// A cell's network, where it has learned the task.
fn network(scene: &Scene, cell: CellKind) -> Option<(Parameters, Head)> {
    let settings: &Settings = &scene.state.settings;
    let is_trained = settings.is_trained() && !settings.is_before_training() && !scene.absent;
    let is_one = settings.source == Source::Example && settings.task() == TASK;
    let lane = scene.run.lane(cell);
    let parameters = &lane.trace.top().parameters;
    let fits = lane.trace.layers.len() == 1 && parameters.input() == CHARACTERS.len();
    let head = lane.head.clone().filter(|_| is_trained && is_one && fits)?;
    Some((parameters.clone(), head))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::measure_whole;
    use crate::{Measured, measure};
    use learn::trained::Trained;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    const OPEN: &str = "sequence=example&task=brackets&trained=3000&units=16&picture=brackets";

    /// What is shown with the weights that ship with the page.
    fn shown(more: &str, whole: bool) -> Option<Counter> {
        let (state, problems) = State::from_fragment(&format!("{more}&{OPEN}"));
        assert!(problems.is_empty(), "{problems:?}");
        let (settings, mut trained) = (&state.settings, Trained::default());
        trained.bring(settings, &Sets::default(), CellKind::Lstm, [None, None, None]);
        trained.bring_shipped(Ok(include_bytes!("../../../static/weights/brackets.bin").to_vec()));
        let mut library = Library::default();
        library.bring_example(settings.example_of(), trained.example(settings));
        let sequence = settings.sequence(&library);
        let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
        let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
        let measured = if whole { measure_whole(&scene) } else { measure(&scene) };
        if let Measured::Brackets(own) = measured { own.0 } else { panic!() }
    }

    #[test]
    fn a_text_is_read_or_it_is_told_why_not() {
        let read = |text: &str| read(text).map(|all| all.len());
        assert_eq!((read("a(b“)”)"), read("A(B)")), (Ok(7), Ok(4)));
        assert_eq!(
            (read(""), read("a b"), read("a1")),
            (Err(Refused::Empty), Err(Refused::Unknown(' ')), Err(Refused::Unknown('1')))
        );
        assert_eq!((read("a)b"), read("\")\")")), (Err(Refused::Unopened(2)), Err(Refused::Unopened(4))));
        assert_eq!((read(&"a".repeat(MOST)), read(&"a".repeat(MOST + 1))), (Ok(MOST), Err(Refused::Long(MOST + 1))));
        assert!(READY.iter().all(|text| read(text).is_ok()));
    }

    #[test]
    fn the_lstm_has_a_unit_that_follows_the_depth_and_answers_all_right() {
        let own = shown("cell=lstm", false).unwrap();
        assert_eq!((own.by, own.trained), (Trait::Depth, 8));
        assert_eq!(own.given, own.right);
        assert!(own.follows[0][own.unit].r.abs() > 0.9, "{:?}", own.follows[0]);
        assert_eq!(own.text.iter().collect::<String>(), READY[0]);
        assert_eq!(own.depth[..8], [0, 1, 1, 2, 2, 3, 3, 2]);
        let second = shown("cell=lstm&counter_by=quotes&counter_unit=3", false).unwrap();
        assert_eq!((second.by, second.unit), (Trait::Quoted, 2));
    }

    #[test]
    fn in_the_place_of_a_text_that_cannot_be_read_the_first_is_read() {
        let own = shown("counter_text=a)", false).unwrap();
        assert_eq!(own.text.iter().collect::<String>(), READY[0]);
    }

    #[test]
    fn twice_as_deep_as_trained_the_lstm_counts_on_and_the_rnn_does_not() {
        let own = shown("", true).unwrap();
        assert!(own.going.is_done());
        assert_eq!((own.shares.each_ref().map(Vec::len), own.guessed.len()), ([24; 3], 24));
        let [rnn, lstm, gru] = own.shares.each_ref().map(|own| own[15]);
        assert!(lstm > 0.99 && rnn < 0.85 && gru < lstm && gru > rnn, "{rnn} {lstm} {gru}");
        assert!(own.shares[1][..8].iter().all(|share| *share > 0.999));
    }

    #[test]
    fn at_twelve_brackets_the_rnns_unit_is_at_the_end_of_its_range_and_it_says_nothing_too_early() {
        let deep = format!("counter_text={}", READY[2]);
        let rnn = shown(&format!("{deep}&cell=rnn"), false).unwrap();
        // From the eighth opening bracket on it has no room left, and it turns back with the first closing one.
        assert!(rnn.states[7..=12].iter().all(|state| state.abs() > 0.99), "{:?}", rnn.states);
        assert!(rnn.states[14].abs() < 0.95, "{:?}", rnn.states);
        let early = rnn.given.iter().zip(&rnn.right).filter(|own| *own == (&0, &1)).count();
        assert_eq!(early, rnn.given.iter().zip(&rnn.right).filter(|(given, right)| given != right).count());
        assert!(early > 2, "{:?}", rnn.given);
        let lstm = shown(&format!("{deep}&cell=lstm"), false).unwrap();
        assert_eq!(lstm.given, lstm.right);
        // Each bracket more adds about as much.
        assert!((1..12).all(|t| (lstm.states[t] - lstm.states[t - 1]).abs() > 0.5), "{:?}", lstm.states);
    }

    #[test]
    fn where_no_network_has_learned_it_nothing_is_shown() {
        assert_eq!(shown("untrained=yes", true), None);
        assert_eq!(shown("sequence=impulse", true), None);
    }
}
