//! The one clock of the page: painters ask for a redraw, all are drawn once in the next animation
//! frame, and the loop sleeps when nothing is dirty and nothing plays. A picture out of sight is drawn when nothing has moved
//! for a moment, or when it comes into sight.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use figures::{Due, Turns};

use super::timing;

type Painter = Rc<dyn Fn()>;
type Ticker = Rc<dyn Fn(f64) -> bool>;

/// So long nothing moves before what is out of sight is drawn.
const REST: Duration = Duration::from_millis(120);

#[derive(Default)]
struct Inner {
    scheduled: Cell<bool>,
    running: Cell<bool>,
    last: Cell<f64>,
    phase: Cell<f64>,
    /// Each in its place; none where it has been taken away.
    painters: RefCell<Vec<Option<Painter>>>,
    due: RefCell<Due>,
    /// When something was drawn last, and whether someone waits for that to end.
    moved: Cell<f64>,
    waits: Cell<bool>,
    /// Nothing moves: what is out of sight is drawn, too.
    rests: Cell<bool>,
    /// What makes a part of a picture anew, each in its place, and whose turn it is.
    parts: RefCell<Vec<Option<Painter>>>,
    turns: RefCell<Turns>,
    ticker: RefCell<Option<Ticker>>,
    before: RefCell<Option<Rc<dyn Fn() -> bool>>>,
}

/// A handle to the clock.
#[derive(Clone, Copy)]
pub struct Frame(StoredValue<Rc<Inner>, LocalStorage>);

/// One painter's number.
#[derive(Clone, Copy)]
pub struct PainterId(usize);

impl Frame {
    /// A clock at rest.
    #[must_use]
    pub fn new() -> Self {
        let inner = Inner { phase: Cell::new(1.0), ..Inner::default() };
        Self(StoredValue::new_local(Rc::new(inner)))
    }

    /// Adds what draws a picture. It is called in an animation frame, never twice in one, when it is asked for.
    pub fn add(&self, painter: impl Fn() + 'static) -> PainterId {
        self.keep(Rc::new(painter), false)
    }

    /// Adds what draws a picture of the playhead and of the run: in every frame, too, in which the playhead runs or a run has
    /// just been made.
    pub fn add_moving(&self, painter: impl Fn() + 'static) -> PainterId {
        self.keep(Rc::new(painter), true)
    }

    /// Numbers for one part of a picture. They follow those of the whole, but in a frame only one part has its turn to take them
    /// over and to be made anew. So a frame's work is bounded, and a picture at rest shows one and the same numbers everywhere.
    /// To be called where a component is made: its part goes with it.
    pub fn in_turn<T>(self, numbers: Memo<T>) -> Signal<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let own = RwSignal::new(numbers.get_untracked());
        let take = move || {
            // Both may be gone by then.
            let now = numbers.try_get_untracked();
            if let Some(now) = now.filter(|now| own.try_with_untracked(|own| own != now).unwrap_or_default()) {
                own.set(now);
            }
        };
        let part = self.0.with_value(|inner| {
            let mut parts = inner.parts.borrow_mut();
            let place = parts.iter().position(Option::is_none).unwrap_or(parts.len());
            if place == parts.len() {
                parts.push(None);
            }
            parts[place] = Some(Rc::new(take));
            place
        });
        on_cleanup(move || {
            self.0.try_with_value(|inner| {
                inner.parts.borrow_mut()[part] = None;
                inner.turns.borrow_mut().forget(part);
            });
        });
        Effect::new(move |before: Option<()>| {
            numbers.with(|_| ());
            if before.is_some() {
                if self.0.with_value(|inner| inner.turns.borrow_mut().ask(part)) {
                    take();
                }
                self.schedule();
            }
        });
        own.into()
    }

    fn keep(&self, painter: Painter, moves: bool) -> PainterId {
        self.0.with_value(|inner| {
            let mut painters = inner.painters.borrow_mut();
            let place = painters.iter().position(Option::is_none).unwrap_or(painters.len());
            let mut due = inner.due.borrow_mut();
            if place == painters.len() {
                painters.push(None);
                due.add();
            }
            painters[place] = Some(painter);
            due.set_moving(place, moves);
            PainterId(place)
        })
    }

    /// Takes away what draws a picture that is gone.
    pub fn remove(&self, painter: PainterId) {
        self.0.with_value(|inner| {
            inner.painters.borrow_mut()[painter.0] = None;
            let mut due = inner.due.borrow_mut();
            due.forget(painter.0);
        });
    }

    /// Sets what moves the playhead: given the milliseconds that have passed, whether to go on.
    pub fn set_ticker(&self, ticker: impl Fn(f64) -> bool + 'static) {
        self.0.with_value(|inner| *inner.ticker.borrow_mut() = Some(Rc::new(ticker)));
    }

    /// Sets what comes before all drawing of a frame: whether a run has been made, so that what shows it must be drawn.
    pub fn set_before(&self, before: impl Fn() -> bool + 'static) {
        self.0.with_value(|inner| *inner.before.borrow_mut() = Some(Rc::new(before)));
    }

    /// Asks for one picture to be drawn in the next frame.
    pub fn request(&self, painter: PainterId) {
        self.0.with_value(|inner| inner.due.borrow_mut().ask(painter.0));
        self.schedule();
    }

    /// Notes whether a picture is in sight. One that comes into sight is drawn in the next frame, if it waits.
    pub fn note_sight(&self, painter: PainterId, is_seen: bool) {
        let waits = self.0.with_value(|inner| inner.due.borrow_mut().note_sight(painter.0, is_seen));
        if is_seen && waits {
            self.schedule();
        }
    }

    /// Starts the loop for playing.
    pub fn wake(&self) {
        self.0.with_value(|inner| {
            if !inner.running.replace(true) {
                inner.last.set(timing::now());
            }
        });
        self.schedule();
    }

    /// How much of the playhead's step has been shown, 0 to 1.
    #[must_use]
    pub fn phase(&self) -> f64 {
        self.0.with_value(|inner| inner.phase.get())
    }

    /// Sets how much of the playhead's step has been shown.
    pub fn set_phase(&self, phase: f64) {
        self.0.with_value(|inner| inner.phase.set(phase));
    }

    /// Asks for the next frame.
    pub fn schedule(&self) {
        let frame = *self;
        let scheduled = self.0.with_value(|inner| inner.scheduled.replace(true));
        if !scheduled {
            request_animation_frame(move || frame.draw());
        }
    }

    /// Draws all pictures now, where no frame may come first.
    pub fn draw_all(&self) {
        let painters = self.0.with_value(|inner| inner.painters.borrow().clone());
        painters.iter().flatten().for_each(|painter| painter());
    }

    /// Asks for all pictures to be drawn in the next frame.
    pub fn request_all(&self) {
        self.0.with_value(|inner| inner.due.borrow_mut().ask_all());
        self.schedule();
    }

    /// Has what is out of sight drawn, once nothing has moved for a moment.
    fn await_rest(&self) {
        let frame = *self;
        if self.0.with_value(|inner| inner.waits.replace(true)) {
            return;
        }
        let rested = move || {
            // The page may be gone.
            let still = frame.0.try_with_value(|inner| {
                inner.waits.set(false);
                let is_still = timing::now() - inner.moved.get() >= REST.as_secs_f64() * 1e3 - 1.0;
                inner.rests.set(is_still);
                is_still
            });
            match still {
                Some(true) => frame.schedule(),
                Some(false) => frame.await_rest(),
                None => {}
            }
        };
        set_timeout(rested, REST);
    }

    fn draw(&self) {
        let inner = self.0.with_value(Rc::clone);
        inner.scheduled.set(false);
        if inner.running.get() {
            let now = timing::now();
            let elapsed = now - inner.last.replace(now);
            let ticker = inner.ticker.borrow().clone();
            let goes_on = ticker.is_some_and(|tick| tick(elapsed));
            inner.running.set(goes_on);
            inner.due.borrow_mut().move_on();
        }
        let turn = inner.turns.borrow_mut().begin();
        let part = turn.and_then(|part| inner.parts.borrow()[part].clone());
        if let Some(take) = part {
            take();
        }
        let before = inner.before.borrow().clone();
        if before.is_some_and(|before| before()) {
            inner.due.borrow_mut().move_on();
        }
        let painters = inner.painters.borrow().clone();
        let rests = inner.rests.take();
        let due = inner.due.borrow_mut().take(rests);
        if !due.is_empty() {
            if !rests {
                inner.moved.set(timing::now());
            }
            timing::measure("draw", || {
                due.iter().filter_map(|place| painters[*place].as_ref()).for_each(|painter| painter());
            });
        }
        let waits = inner.due.borrow().is_any();
        if waits {
            self.await_rest();
        }
        if inner.running.get() || inner.turns.borrow().is_any() {
            self.schedule();
        }
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self::new()
    }
}
