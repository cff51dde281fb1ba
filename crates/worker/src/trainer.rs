//! The actor that trains one cell: in slices, so that whatever is said is heard at once, with a word of what has come of
//! it a few times a second. It knows no browser: it takes events, and gives what is to be done.

use std::collections::VecDeque;

use engine::trace::CellKind;
use learn::task::Sets;
use learn::training::{Session, Setup, Share, TEMPERATURE, Unread, temperature};
use measure::training::{Answered, LaneData, Look, NoData, RunState, Standing};
use model::keys::Key;
use model::settings::State;
use port::{Answer, Asked, Cell, Lane, Order, Phase, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now, Whom, singles};
use crate::filing::{Due, Filed, Filing};
use crate::helper;

/// A slice lasts so many milliseconds, or one step.
const SLICE: f64 = 16.0;
/// A slice in a thread that others need.
const SHORT: f64 = 4.0;
/// The run is kept in the browser every so many milliseconds.
const KEEP: f64 = 3000.0;
/// The page hears something at most every so many milliseconds.
const PACE: f64 = 100.0;
/// An order that waits: at which settings, its number, and what it says.
type Waiting = (Box<State>, u32, Order);

/// One that trains.
pub struct Trainer {
    /// It has a thread of its own.
    alone: bool,
    /// The data that has been fetched.
    sets: Sets,
    state: Box<State>,
    session: Option<Session>,
    running: bool,
    /// The number of the last order that was carried out.
    order: u32,
    /// Milliseconds a step, of late.
    speed: Option<f64>,
    /// When the last step was made of which others had parts.
    stepped: f64,
    /// When the page was last told.
    told: f64,
    /// So many milliseconds lie between two words to the page, at least.
    pace: f64,
    /// What it was told last is not on the page yet.
    unseen: bool,
    /// When the run was last handed over to be kept.
    kept: f64,
    /// What is done in the browser's files.
    filing: Filing,
    /// The step that is in the browser's files, as far as is known: another tab may have come farther.
    kept_step: Option<usize>,
    /// Why what was kept of this run was not gone on with; until it is replaced.
    unread: Option<Unread>,
    /// What was kept of this run is being read; orders wait.
    restoring: bool,
    pending: VecDeque<Waiting>,
    /// What is looked at.
    look: Look,
    /// The set of data that is being fetched, and what was said last meanwhile.
    fetching: Option<String>,
    waiting: Option<(CellKind, Waiting)>,
    /// It stands for one that has died, of this cause.
    stands_in: Option<String>,
    /// The word for the next slice has been put in.
    scheduled: bool,
    /// What each part of the batch has given; empty while no step is under way.
    shares: Vec<Option<Vec<Share>>>,
    /// Tells that step from others.
    turn: u32,
    /// The part of it that this one has yet to work out.
    own_part: Option<Asked>,
    /// A helper could not be had, or has died: the parts are worked out one after the other.
    unhelped: bool,
    /// What its lane shows on the page.
    shown: Option<Box<LaneData>>,
    effects: Vec<Effect>,
}

impl Trainer {
    /// One that has nothing to do yet; `alone` if it has a thread of its own.
    #[must_use]
    pub fn new(alone: bool) -> Self {
        Self {
            alone,
            sets: Sets::default(),
            state: Box::default(),
            session: None,
            running: false,
            order: 0,
            speed: None,
            stepped: f64::NEG_INFINITY,
            told: 0.0,
            pace: 0.0,
            unseen: false,
            kept: 0.0,
            filing: Filing::default(),
            kept_step: None,
            unread: None,
            restoring: false,
            pending: VecDeque::new(),
            look: Look::default(),
            fetching: None,
            waiting: None,
            stands_in: None,
            scheduled: false,
            shares: vec![],
            turn: 0,
            own_part: None,
            unhelped: false,
            shown: None,
            effects: vec![],
        }
    }

    fn give(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Has the next slice made.
    fn schedule(&mut self) {
        if !std::mem::replace(&mut self.scheduled, true) {
            self.give(Effect::Slice);
        }
    }

    /// Lets go of a step whose parts are under way.
    fn forget_step(&mut self) {
        if !self.shares.is_empty() {
            for part in 1..self.shares.len() {
                self.give(Effect::Forget(Whom::Helper(part)));
            }
            self.shares.clear();
            self.own_part = None;
        }
    }

    /// Carries an order out.
    fn obey(&mut self, cell: CellKind, state: Box<State>, number: u32, order: Order, now: Now) {
        match order {
            Order::Seen => {
                self.unseen = false;
                return;
            }
            _ if self.restoring => return self.pending.push_back((state, number, order)),
            _ => {}
        }
        self.state.clone_from(&state);
        // A step that is on its way is made anew when the run goes on: it gives the same.
        self.forget_step();
        let (setup, _) = Setup::new(&state.settings, &self.sets);
        if setup.level.missing().is_some() {
            return self.fetch(cell, (state, number, order));
        }
        self.look = Look {
            at: state.settings.whole(Key::Moment),
            temperature: temperature(&state.settings).unwrap_or(TEMPERATURE),
            ahead: state.settings.is(Key::Ahead),
        };
        let is_new = self.session.as_ref().is_none_or(|session| session.setup != setup);
        if is_new && self.begin(setup, cell, now) && order != Order::Stop {
            // What was kept of it is read first.
            self.pending.push_back((state, number, order));
            return self.restore();
        }
        self.order = number;
        match order {
            Order::Start => {
                self.stands_in = None;
                self.go(true);
            }
            Order::Pause => {
                self.go(false);
                self.keep(now);
            }
            Order::Step => {
                self.go(false);
                self.steps(0.0, now);
                self.keep(now);
            }
            Order::Stop => {
                self.go(false);
                self.begin_anew();
            }
            Order::Succeed(cause) => self.stands_in = Some(cause).filter(|cause| !cause.is_empty()),
            Order::Attend | Order::Seen => {}
        }
        self.report(now);
        if self.running {
            self.schedule();
        }
    }

    /// Fetches what a cell's task needs, and then does what was said last.
    fn fetch(&mut self, cell: CellKind, order: Waiting) {
        // What starts or stops is not forgotten over what says nothing.
        let order = match (order, self.waiting.take()) {
            ((state, number, Order::Attend), Some((_, (_, _, before)))) => (state, number, before),
            (order, _) => order,
        };
        self.waiting = Some((cell, order));
        if self.fetching.is_none() {
            self.show(cell, RunState::Fetching);
            self.fetch_next();
        }
    }

    /// The set that is missing for what was said last.
    fn missing(&self) -> Option<String> {
        let (_, (state, ..)) = self.waiting.as_ref()?;
        Setup::new(&state.settings, &self.sets).0.level.missing().map(String::from)
    }

    /// Fetches the next set that is missing for what was said last; whether there is one.
    fn fetch_next(&mut self) -> bool {
        let wanted = self.missing();
        self.fetching.clone_from(&wanted);
        if let Some(file) = &wanted {
            self.give(Effect::Fetch(file.clone()));
        }
        wanted.is_some()
    }

    /// Takes in a set of data, or that it cannot be had.
    fn fetched(&mut self, file: &str, text: Result<String, String>, now: Now) {
        if self.fetching.as_deref() != Some(file) {
            return;
        }
        if let Ok(text) = &text {
            self.sets.bring(file, text);
        }
        // By now another may be wanted.
        let still = self.missing();
        if let (Err(why), true) = (text, still.as_deref() == Some(file)) {
            self.fetching = None;
            if let Some((cell, (_, number, _))) = self.waiting.take() {
                self.show(cell, RunState::NoData(NoData::of(file, &why)));
                // The order is carried out as far as it can be: it does not train.
                self.running = false;
                self.order = number;
                self.say(None);
            }
            return;
        }
        if !self.fetch_next()
            && let Some((cell, (state, number, order))) = self.waiting.take()
        {
            self.obey(cell, state, number, order, now);
        }
    }

    /// Takes up another run, after the one before has been kept; whether there may be something kept of it.
    fn begin(&mut self, setup: Setup, cell: CellKind, now: Now) -> bool {
        self.keep(now);
        let too_large = setup.is_too_large(cell);
        // Nothing is made of what would not fit; a small stand-in says so.
        self.session = Some(if too_large { Session::stand_in(setup, cell) } else { Session::new(setup, cell) });
        self.speed = None;
        (self.kept_step, self.unread) = (None, None);
        self.running &= !too_large;
        !too_large
    }

    /// Begins the run anew, and forgets what was kept of it.
    fn begin_anew(&mut self) {
        let Some((setup, cell)) = self.session.as_ref().map(|own| (own.setup.clone(), own.cell)) else { return };
        let file = setup.file(cell);
        if !setup.is_too_large(cell) {
            self.session = Some(Session::new(setup, cell));
        }
        self.speed = None;
        (self.kept_step, self.unread) = (None, None);
        self.see_to(Due::Forget(file));
    }

    /// Has what was kept of this run read; orders wait for it.
    fn restore(&mut self) {
        if let Some(file) = self.file() {
            self.restoring = true;
            self.see_to(Due::Restore(file));
        }
    }

    /// The file of the run.
    fn file(&self) -> Option<String> {
        self.session.as_ref().map(|session| session.setup.file(session.cell))
    }

    /// Has the run kept in the browser, so that it can go on after a reload or an error, and opens in the Lab.
    fn keep(&mut self, now: Now) {
        let Some(session) = self.session.as_ref().filter(|own| own.record.step > 0) else { return };
        let due = Due::keep(session);
        self.kept = now();
        self.see_to(due);
    }

    /// Has something done in the browser's files, after what is due there already.
    fn see_to(&mut self, due: Due) {
        let effects = self.filing.see_to(due);
        self.effects.extend(effects);
    }

    /// Takes in what came of what is being done in the browser's files.
    fn filed(&mut self, event: Event, now: Now) {
        let (filed, effects) = self.filing.on(event);
        self.effects.extend(effects);
        match filed {
            Filed::Nothing => return,
            Filed::Kept(file, step) if self.file().as_ref() == Some(&file) => {
                (self.kept_step, self.unread) = (Some(step), None);
            }
            Filed::Forgot(file) if self.file().as_ref() == Some(&file) => self.kept_step = None,
            // Of a run that it trained before.
            Filed::Kept(..) | Filed::Forgot(_) => {}
            Filed::Read(bytes) => return self.restored(bytes, now),
        }
        self.file_on(now);
    }

    /// Goes on in the browser's files, if nothing is being done there; once nothing is due any more, that is told.
    fn file_on(&mut self, now: Now) {
        let effects = self.filing.go_on();
        self.effects.extend(effects);
        // While data is fetched that is what stands there.
        if self.filing.has_come_to_rest() && !self.running && self.fetching.is_none() {
            self.report(now);
        }
    }

    /// Goes on with what was kept of this run, if something was; then with the orders that have come meanwhile.
    fn restored(&mut self, bytes: Option<Vec<u8>>, now: Now) {
        if let (Some(bytes), Some(session)) = (bytes, self.session.as_mut()) {
            let restored = session.restore(&bytes);
            self.unread = restored.err();
            self.kept_step = restored.ok().map(|()| session.record.step);
        }
        self.restoring = false;
        if self.running {
            self.schedule();
        }
        self.file_on(now);
        let Some(cell) = self.session.as_ref().map(|session| session.cell) else { return };
        for (state, number, order) in std::mem::take(&mut self.pending) {
            self.obey(cell, state, number, order, now);
        }
    }

    fn go(&mut self, on: bool) {
        self.running = on && self.session.as_ref().is_some_and(Session::may_go_on);
    }

    /// Makes steps for so many milliseconds, at least one.
    fn steps(&mut self, milliseconds: f64, now: Now) {
        let Some(session) = self.session.as_mut() else { return };
        let (start, first) = (now(), session.record.step);
        loop {
            if !session.advance() {
                self.running = false;
                break;
            }
            if now() - start >= milliseconds {
                break;
            }
        }
        let made = (session.record.step - first).max(1) as f64;
        self.went((now() - start) / made);
    }

    /// Takes in how long a step took, in milliseconds.
    fn went(&mut self, each: f64) {
        self.speed = Some(self.speed.map_or(each, |before| 0.9 * before + 0.1 * each));
    }

    fn slice(&mut self, now: Now) {
        self.scheduled = false;
        if let (Some(asked), Some(session)) = (self.own_part.take(), self.session.as_mut()) {
            let share = session.share(0, asked.reach);
            return self.shared(asked, share, now);
        }
        if !self.running || self.restoring || !self.shares.is_empty() {
            return;
        }
        if !self.begin_step() {
            self.steps(if self.alone { SLICE } else { SHORT }, now);
            self.after_steps(now);
        }
    }

    /// Begins a step whose parts are spread over helpers; false if it cannot be spread.
    fn begin_step(&mut self) -> bool {
        let Some(session) = self.session.as_mut() else { return false };
        let parts = session.setup.ranges().len();
        if parts == 1 || self.unhelped || !self.alone {
            return false;
        }
        let (step, reach, cell) = (session.record.step, session.wants_reach(), session.cell);
        let numbers = session.numbers();
        self.turn = self.turn.wrapping_add(1);
        let asked = Asked { turn: self.turn, part: 0, step, reach };
        self.shares = vec![None; parts];
        for part in 1..parts {
            let state = Settled((*self.state).clone());
            let request = Request::Share(Cell(cell), state, Asked { part, ..asked });
            self.give(Effect::Ask(Whom::Helper(part), request, Beside::Singles(numbers.clone())));
        }
        // The others are asked before this one works its own part out.
        self.own_part = Some(asked);
        self.schedule();
        true
    }

    /// Works all parts out itself from now on: a helper could not be had, has died, or gave what is no share.
    fn go_on_alone(&mut self) {
        self.unhelped = true;
        self.forget_step();
        self.schedule();
    }

    /// Takes in what a part gave; with the last of them the step is made.
    fn shared(&mut self, asked: Asked, share: Vec<Share>, now: Now) {
        // A step that was let go of has no parts; a share that comes late is of another turn.
        let Some(place) = self.shares.get_mut(asked.part).filter(|_| asked.turn == self.turn) else { return };
        *place = Some(share);
        if self.shares.iter().any(Option::is_none) {
            return;
        }
        let shares = std::mem::take(&mut self.shares).into_iter().flatten().collect();
        let made = self.session.as_mut().is_some_and(|session| session.take(shares));
        let before = std::mem::replace(&mut self.stepped, now());
        if self.stepped - before < 10.0 * PACE {
            self.went(self.stepped - before);
        }
        self.running &= made;
        self.after_steps(now);
    }

    /// What is due between slices: word to the page, something kept, the next slice.
    fn after_steps(&mut self, now: Now) {
        if !self.running || (now() - self.told >= self.pace.max(PACE) && !self.unseen) {
            self.report(now);
        }
        if !self.running || now() - self.kept >= KEEP {
            self.keep(now);
        }
        if self.running {
            self.schedule();
        }
    }

    /// Tells how the run stands.
    fn report(&mut self, now: Now) {
        let Some(session) = self.session.as_mut() else { return };
        let standing = Standing {
            running: self.running,
            speed: self.speed,
            again: self.stands_in.as_deref(),
            alone: self.alone,
            kept: self.kept_step,
            unread: self.unread,
        };
        let start = now();
        let answered = Answered::of(session, &self.look);
        let lane = Box::new(LaneData::of(session, &answered, &standing));
        self.told = now();
        // What takes long to work out is told less often: a tenth of the time at most.
        self.pace = 10.0 * (self.told - start);
        let changed = self.shown.as_ref() != Some(&lane);
        self.unseen = changed;
        self.shown = Some(lane.clone());
        self.say(changed.then_some(lane));
    }

    /// Says whether it trains, and what its lane shows if that has changed.
    fn say(&mut self, lane: Option<Box<LaneData>>) {
        let lane = Lane { order: self.order, running: self.running, lane };
        self.give(Effect::Say(0, Answer::Lane(lane), Beside::Nothing));
    }

    /// Says how the run stands while it shows no lane.
    fn show(&mut self, cell: CellKind, state: RunState) {
        self.shown = None;
        self.give(Effect::Say(0, Answer::Training(Cell(cell), state), Beside::Nothing));
    }
}

impl Actor for Trainer {
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        match event {
            Event::Asked(_, Request::Train(Cell(cell), Settled(state), number, order), _) => {
                self.obey(cell, Box::new(state), number, order, now);
            }
            Event::Slice => self.slice(now),
            Event::Read(..) | Event::Locked(_) | Event::Head(..) | Event::Written(..) => self.filed(event, now),
            Event::Fetched(file, text) => self.fetched(&file, text, now),
            Event::Heard(Whom::Helper(_), Answer::Share(asked, judged), beside) => {
                let seeds = self.session.as_ref().map_or(0, |session| session.setup.seeds);
                match singles(beside).and_then(|slopes| helper::shares(seeds, &judged, &slopes)) {
                    Some(shares) => self.shared(asked, shares, now),
                    None => self.go_on_alone(),
                }
            }
            Event::Became(Whom::Helper(_), Phase::Failed { owed: true, .. }) => self.go_on_alone(),
            _ => {}
        }
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests;
