//! What the actors' tests share: a clock that moves when it is told, and a shell with files in memory.

use std::cell::Cell;
use std::collections::{HashMap, VecDeque};

use model::settings::State;
use port::Answer;

use crate::actor::{Actor, Effect, Event, Now};

/// A clock that each look moves on a little.
#[derive(Default)]
pub struct Clock(Cell<f64>);

impl Clock {
    /// The time; a millisecond passes.
    pub fn now(&self) -> f64 {
        self.0.set(self.0.get() + 1.0);
        self.0.get()
    }

    /// Lets time pass.
    pub fn pass(&self, milliseconds: f64) {
        self.0.set(self.0.get() + milliseconds);
    }
}

/// An actor in a shell that does at once what it is told, but for slices and what others have to say.
#[derive(Default)]
pub struct Trial<A> {
    pub actor: A,
    pub clock: Clock,
    /// The browser's files.
    pub files: HashMap<String, Vec<u8>>,
    /// The disk is full.
    pub full: bool,
    /// No effect on files is carried out: whoever waits for it waits.
    pub stuck: bool,
    /// What could be fetched.
    pub sets: HashMap<String, String>,
    /// Trained weights that could be fetched.
    pub weights: HashMap<String, Vec<u8>>,
    /// Slices that have been asked for and not been given.
    pub slices: usize,
    /// All that has been done.
    pub done: Vec<Effect>,
}

impl<A: Actor> Trial<A> {
    /// A shell around an actor.
    pub fn of(actor: A) -> Self {
        Self {
            actor,
            clock: Clock::default(),
            files: HashMap::new(),
            full: false,
            stuck: false,
            sets: HashMap::new(),
            weights: HashMap::new(),
            slices: 0,
            done: vec![],
        }
    }

    /// Hands an event over, and carries out what follows from it, and from that. What has been done.
    pub fn give(&mut self, event: Event) -> Vec<Effect> {
        let mut events = VecDeque::from([event]);
        let mut done = vec![];
        while let Some(event) = events.pop_front() {
            let clock = &self.clock;
            let now: Now = &|| clock.now();
            let effects = self.actor.on(event, now);
            for effect in &effects {
                events.extend(self.carry_out(effect));
            }
            done.extend(effects);
        }
        self.done.extend(done.iter().cloned());
        done
    }

    fn carry_out(&mut self, effect: &Effect) -> Option<Event> {
        if let Effect::Slice = effect {
            self.slices += 1;
        }
        if self.stuck {
            return None;
        }
        match effect {
            Effect::Lock(name) => Some(Event::Locked(name.clone())),
            Effect::Read(name) => Some(Event::Read(name.clone(), self.files.get(name).cloned())),
            Effect::Head(name) => Some(Event::Head(name.clone(), self.files.get(name).cloned())),
            Effect::Write(name, _) if self.full => {
                Some(Event::Written(name.clone(), Err("the disk is full".to_owned())))
            }
            Effect::Write(name, bytes) => {
                self.files.insert(name.clone(), bytes.clone());
                Some(Event::Written(name.clone(), Ok(())))
            }
            Effect::Remove(name) => {
                self.files.remove(name);
                None
            }
            Effect::Fetch(name) => {
                let text = self.sets.get(name).cloned().ok_or_else(|| "the server says 503".to_owned());
                Some(Event::Fetched(name.clone(), text))
            }
            Effect::Load(name) => {
                let bytes = self.weights.get(name).cloned().ok_or_else(|| "the server says 404".to_owned());
                Some(Event::Loaded(name.clone(), bytes))
            }
            _ => None,
        }
    }

    /// Gives the slice that was asked for.
    pub fn slice(&mut self) -> Vec<Effect> {
        assert!(self.slices > 0, "no slice was asked for");
        self.slices -= 1;
        self.give(Event::Slice)
    }

    /// Gives slices until none is asked for.
    pub fn run_out(&mut self) {
        for _ in 0..10_000 {
            if self.slices == 0 {
                return;
            }
            self.slice();
        }
        panic!("it never came to an end");
    }
}

/// The state of an address.
pub fn state(fragment: &str) -> State {
    let (state, problems) = State::from_fragment(fragment);
    assert_eq!(problems, [], "{fragment}");
    state
}

/// What was said to whoever started the worker.
pub fn said(effects: &[Effect]) -> Vec<&Answer> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::Say(_, answer, _) = effect { Some(answer) } else { None })
        .collect()
}
