//! How far the sentence has been read, or the error has come back.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;

use model::playback::Move;
use model::settings::Settings;

use crate::view::store::Store;
use crate::view::theme::reduced_motion;

/// Which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// The sentence is read, from left to right.
    Read,
    /// The error goes back.
    Learn,
}

/// One cell takes so long.
const BEAT: Duration = Duration::from_millis(170);

/// The way, and how far on it.
#[derive(Clone, Copy)]
pub struct Going {
    store: Store,
    /// Which way it goes.
    pub way: RwSignal<Way>,
    /// The cell that has been reached.
    pub at: RwSignal<usize>,
    /// Whether it moves.
    pub playing: RwSignal<bool>,
    /// Whether it goes back once the sentence has been read.
    turns: RwSignal<bool>,
    beat: StoredValue<Option<IntervalHandle>>,
}

impl Going {
    /// At the end of the way back: what arrives is seen.
    pub fn new(store: Store) -> Self {
        let going = Self {
            store,
            way: RwSignal::new(Way::Learn),
            at: RwSignal::new(store.settings.with_untracked(Settings::mark_step)),
            playing: RwSignal::new(false),
            turns: RwSignal::new(false),
            beat: StoredValue::new(None),
        };
        // Another sentence is shown whole.
        Effect::new(move |before: Option<usize>| {
            let steps = store.settings.with(Settings::steps);
            if before.is_some_and(|before| before != steps) {
                going.rest();
            }
            steps
        });
        on_cleanup(move || going.stop());
        going
    }

    /// The cell at which the error begins.
    fn last(self) -> usize {
        self.store.settings.with_untracked(|settings| settings.read_step())
    }

    /// Where the error arrives: the way back ends there.
    fn first(self) -> usize {
        self.store.settings.with_untracked(Settings::mark_step)
    }

    /// Whether it is still to be seen how much arrives: the sentence is being read for the first time.
    pub fn is_opening(self) -> bool {
        self.turns.get() && self.way.get() == Way::Read
    }

    /// Reads and goes back once when the view is opened; who wants no motion sees where it ends.
    pub fn play_once(self, is_open: Memo<bool>) {
        Effect::new(move |before: Option<bool>| {
            let is_open = is_open.get();
            if is_open && before.is_none() && !reduced_motion() {
                self.way.set(Way::Read);
                self.begin();
                self.turns.set(true);
            }
            if !is_open {
                self.rest();
            }
            is_open
        });
    }

    /// Plays, or pauses. From the end of a way it begins again.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.stop();
        } else if self.is_at_the_end() {
            self.begin();
        } else {
            self.go();
        }
    }

    /// Goes the other way, from its beginning.
    pub fn turn(self, way: Way) {
        self.way.set(way);
        self.begin();
    }

    /// Goes where a key leads: a step, to an end, or the other way from the same cell. Then it rests.
    pub fn go_to(self, to: Move) {
        self.stop();
        let (at, first, last) = (self.at.get_untracked(), self.first(), self.last());
        let backward = self.way.get_untracked() == Way::Learn;
        let (way, at) = match to {
            // At the right end of the way there it turns back.
            Move::Right if !backward && at >= last => (Way::Learn, last),
            Move::Left if backward => (Way::Learn, at.saturating_sub(1).max(first)),
            Move::Left if at > 0 => (Way::Read, at - 1),
            Move::Right if backward && at >= last => (Way::Read, last),
            Move::Right => (self.way.get_untracked(), at + 1),
            Move::LeftEnd if backward => (Way::Learn, first),
            Move::Left | Move::LeftEnd => (Way::Read, 0),
            Move::RightEnd => (self.way.get_untracked(), last),
            Move::Turn if backward => (Way::Read, at),
            Move::Turn => (Way::Learn, at.max(first)),
            Move::Home => (Way::Read, 0),
            Move::End => (Way::Learn, first),
            Move::Seek(step) if backward => (Way::Learn, step.clamp(first, last)),
            Move::Seek(step) => (Way::Read, step.min(last)),
        };
        self.way.set(way);
        self.at.set(at);
    }

    /// Stands at the end of its way.
    fn rest(self) {
        self.stop();
        let end = if self.way.get_untracked() == Way::Learn { self.first() } else { self.last() };
        self.at.set(end);
    }

    fn begin(self) {
        self.at.set(if self.way.get_untracked() == Way::Learn { self.last() } else { 0 });
        self.go();
    }

    fn go(self) {
        self.stop();
        self.playing.set(true);
        // Where no timer can be had, it stays where it is, and the button says so.
        match set_interval_with_handle(move || self.step(), BEAT) {
            Ok(beat) => self.beat.set_value(Some(beat)),
            Err(_) => self.rest(),
        }
    }

    fn stop(self) {
        self.turns.set(false);
        self.beat.try_update_value(Option::take).flatten().into_iter().for_each(|beat| beat.clear());
        self.playing.set(false);
    }

    fn is_at_the_end(self) -> bool {
        let at = self.at.get_untracked();
        if self.way.get_untracked() == Way::Learn { at <= self.first() } else { at >= self.last() }
    }

    fn step(self) {
        let by = |at: usize| if self.way.get_untracked() == Way::Learn { at.saturating_sub(1) } else { at + 1 };
        self.at.update(|at| *at = by(*at));
        if self.is_at_the_end() {
            if self.turns.get_untracked() {
                return self.turn(Way::Learn);
            }
            self.stop();
        }
    }
}
