//! What changes the page's state: settings and the way back through them, the playhead, and the focus.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use engine::trace::{CellKind, Pass};
use model::address::Problem;
use model::keys::Key;
use model::playback::{Move, Playback, Playhead};
use model::settings::{Focus, Part, Settings, State, in_lane, parts};

use super::address;
use super::signals::Store;

/// Below this width of the window, in CSS pixels, the inspector is a sheet from below.
pub const SHEET: f64 = 1000.0;

impl Store {
    /// Sets what a key of the table stands for, and ends the change.
    pub fn choose_key(&self, key: Key, value: &str) {
        self.set_by_key(key.name(), value, true);
    }

    /// Sets whatever setting has this key, as if it stood in the address; with the key `apply`, all settings of
    /// a part of an address. `done` ends the change.
    pub fn set_by_key(&self, key: &str, value: &str, done: bool) {
        let mut state = untrack(|| self.state());
        let set = match key {
            "apply" => form_urlencoded::parse(value.as_bytes()).try_for_each(|(key, value)| state.set(&key, &value)),
            _ => state.set(key, value),
        };
        match set {
            Ok(()) => {
                let State { settings, playhead, focus, .. } = self.guard(state.clamped());
                let leads = |key| self.settings.with_untracked(|now| now.value(key) != settings.value(key));
                let elsewhere = leads(Key::View) || leads(Key::Lesson);
                if elsewhere {
                    // The way back leads here.
                    address::write(*self, false);
                }
                self.put(settings);
                self.playhead.set(playhead);
                self.focus.set(focus);
                if elsewhere {
                    address::write(*self, true);
                }
            }
            Err(expected) => self.problems.set(vec![Problem { key: key.into(), found: value.into(), expected }]),
        }
        if done {
            self.commit();
        }
    }

    /// What is about to be shown, with all that is locked as it is. Every change goes through here.
    fn guard(&self, next: State) -> State {
        // Most pages lock nothing, and a playhead that runs asks at every step.
        if self.settings.with_untracked(|settings| !settings.has_locks()) {
            return next;
        }
        next.with_locks_of(&untrack(|| self.state()))
    }

    /// Changes a setting while it is dragged; what points beyond the new sequence is moved inside.
    pub fn change(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.show(settings);
    }

    /// Ends a change: from here on undo leads back to before it.
    pub fn commit(&self) {
        let now = self.settings.get_untracked();
        let before = self.committed.get_value();
        if now != before {
            self.past.update(|past| past.push(before));
            self.future.update(Vec::clear);
            self.committed.set_value(now);
        }
    }

    /// Changes a setting at once.
    pub fn choose(&self, change: impl FnOnce(&mut Settings)) {
        self.change(change);
        self.commit();
    }

    /// Takes another sequence; the picture opens anew.
    pub fn open(&self, settings: Settings) {
        self.try_out(settings);
        self.commit();
    }

    /// The same while it is still being typed.
    pub fn try_out(&self, settings: Settings) {
        let state = self.guard(State::of(settings).clamped());
        self.pause();
        self.hover.set(None);
        self.put(state.settings);
        self.playhead.set(state.playhead);
        self.focus.set(state.focus);
    }

    /// Shows what another address holds.
    pub fn load(&self, state: State, problems: Vec<Problem>) {
        let locks_stay = untrack(|| self.state()).locks_stay(&state);
        let state = if locks_stay { self.guard(state) } else { state };
        self.pause();
        self.hover.set(None);
        self.put(state.settings);
        self.playhead.set(state.playhead);
        self.focus.set(state.focus);
        self.speed.set(state.speed);
        self.presenting.set(state.presenting);
        self.problems.set(problems);
        self.commit();
    }

    fn show(&self, settings: Settings) {
        let (playhead, focus) = (self.playhead.get_untracked(), self.focus.get_untracked());
        let state = self.guard(State { playhead, focus, ..State::of(settings) }.clamped());
        if state.playhead != playhead {
            self.playhead.set(state.playhead);
        }
        if state.focus != focus {
            self.focus.set(state.focus);
        }
        self.hover.set(None);
        self.put(state.settings);
    }

    /// Takes the last change of a setting back, or makes it again.
    pub fn undo(&self, again: bool) {
        let (from, to) = if again { (self.future, self.past) } else { (self.past, self.future) };
        let Some(settings) = from.try_update(Vec::pop).flatten() else { return };
        to.update(|list| list.push(self.settings.get_untracked()));
        self.show(settings);
        self.committed.set_value(self.settings.get_untracked());
    }

    /// Whether there is something to undo, or to do again.
    #[must_use]
    pub fn can_undo(&self, again: bool) -> bool {
        if again { self.future.with(|l| !l.is_empty()) } else { self.past.with(|l| !l.is_empty()) }
    }

    /// Moves the playhead; the focus goes along.
    pub fn go(&self, to: Move) {
        self.pause();
        if self.settings.with_untracked(|settings| settings.is_locked(Key::Step)) {
            return;
        }
        let mut from = self.playhead.get_untracked();
        if matches!(to, Move::Left | Move::Right) {
            // From what was clicked last, which is where the eye is.
            from.step = self.focus.with_untracked(|f| f.step);
            from = self.timeline().clamp(from);
        }
        self.place(self.timeline().go(from, to));
    }

    /// Puts the playhead somewhere, with the focus and its equations. Where it is locked it stops.
    fn place(&self, at: Playhead) {
        let mut state = untrack(|| self.state());
        state.playhead = at;
        (state.focus.step, state.focus.pass) = (at.step, at.pass);
        let State { playhead, focus, .. } = self.guard(state);
        if playhead != at {
            return self.pause();
        }
        self.hover.set(None);
        self.playhead.set(playhead);
        self.focus.set(focus);
    }

    /// Play or pause.
    pub fn toggle(&self) {
        let before = self.playback();
        if self.settings.with_untracked(|settings| settings.is_locked(Key::Step)) {
            return;
        }
        let after = before.toggled(self.timeline());
        self.frame.set_phase(after.phase);
        self.playing.set(after.playing);
        if after.playhead != before.playhead {
            self.place(after.playhead);
        }
        self.frame.wake();
    }

    /// Stops where it is, with the step whole.
    pub fn pause(&self) {
        self.frame.set_phase(1.0);
        if self.playing.get_untracked() {
            self.playing.set(false);
        }
    }

    fn playback(&self) -> Playback {
        Playback {
            playhead: self.timeline().clamp(self.playhead.get_untracked()),
            phase: self.frame.phase(),
            playing: self.playing.get_untracked(),
        }
    }

    /// Moves the playhead by the time that has passed; false once it rests. `still` shows whole steps.
    pub fn tick(&self, elapsed: f64) -> bool {
        let before = self.playback();
        let after = before.tick(self.timeline(), elapsed, self.speed.get_untracked());
        self.frame.set_phase(after.phase);
        if after.playing != before.playing {
            self.playing.set(after.playing);
        }
        if after.playhead != before.playhead {
            self.place(after.playhead);
        }
        self.playing.get_untracked()
    }

    /// Puts something into focus.
    pub fn focus_on(&self, focus: Focus) {
        self.pause();
        self.hover.set(None);
        self.focus.set(self.guard(State { focus, ..untrack(|| self.state()) }).focus);
    }

    /// Shows the equations of a pass.
    pub fn show_equations(&self, pass: Pass) {
        let focus = Focus { pass, ..self.focus.get_untracked() };
        self.focus.set(self.guard(State { focus, ..untrack(|| self.state()) }).focus);
    }

    /// Sets how fast the playhead runs.
    pub fn set_speed(&self, speed: f64) {
        self.speed.set(self.guard(State { speed, ..untrack(|| self.state()) }).speed);
    }

    /// Begins or ends presenting.
    pub fn present(&self, presenting: bool) {
        self.presenting.set(self.guard(State { presenting, ..untrack(|| self.state()) }).presenting);
    }

    /// Whether the playhead cannot be moved.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.is_locked(Key::Step)
    }

    /// Looks at what a pointer is over; not while something plays, nor by a finger, which scrolls.
    pub fn look_at(&self, event: &web_sys::PointerEvent, focus: impl FnOnce() -> Focus) {
        if event.pointer_type() != "touch" && !self.playing.get_untracked() {
            self.hover.set(Some(focus()));
        }
    }

    /// Puts something that was clicked into focus and opens the inspector; where that is a sheet from
    /// below, what was clicked is brought to lie above it.
    pub fn inspect(&self, focus: Focus, event: Option<&web_sys::MouseEvent>) {
        self.focus_on(focus);
        self.sheet.set(true);
        let target = event.and_then(|e| e.target()).and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let narrow = window().inner_width().ok().and_then(|w| w.as_f64()).is_some_and(|w| w < SHEET);
        // A frame has no sheet, and would scroll the page around it.
        if let (Some(target), true) = (target, narrow && !self.embedded) {
            // Once the sheet has taken its place.
            request_animation_frame(move || target.scroll_into_view_with_bool(false));
        }
    }

    /// Moves the focus within its lane: down the units, the gates, to the gradient, and back up.
    pub fn focus_down(&self, down: bool) {
        let focus = self.focus.get_untracked();
        let units = self.settings.with_untracked(|s| s.units);
        let rows = rows(focus.cell, units);
        let here = rows
            .iter()
            .position(|(part, unit)| *part == focus.part && (*unit == focus.unit || !matches!(part, Part::State(_))));
        let here = here.unwrap_or(0);
        let next = if down { (here + 1).min(rows.len() - 1) } else { here.saturating_sub(1) };
        let (part, unit) = rows[next];
        let unit = if matches!(part, Part::State(_)) { unit } else { focus.unit };
        self.focus_on(Focus { part, unit, pass: pass_of(part, focus.pass), ..focus });
    }

    /// Puts a lane into focus, at the part it has in common with the one before.
    pub fn focus_lane(&self, cell: CellKind) {
        self.focus_on(self.in_lane(cell));
    }

    /// The focus as it is in the lane of a cell.
    #[must_use]
    pub fn in_lane(&self, cell: CellKind) -> Focus {
        in_lane(self.focus.get_untracked(), cell)
    }
}

/// The equations that belong to a part: gradients are read in the backward ones.
#[must_use]
pub fn pass_of(part: Part, otherwise: Pass) -> Pass {
    if part == Part::Gradient { Pass::Backward } else { otherwise }
}

/// The rows of a lane that the keyboard walks: every unit of every state, then gates and gradient.
fn rows(cell: CellKind, units: usize) -> Vec<(Part, usize)> {
    let rows = parts(cell).into_iter().flat_map(|part| match part {
        Part::State(_) => (0..units).map(|unit| (part, unit)).collect(),
        Part::Token => vec![],
        Part::Gate(_) | Part::Gradient => vec![(part, 0)],
    });
    rows.collect()
}
