//! The one clock of the page: painters ask for a redraw, all are drawn once in the next animation
//! frame, and the loop sleeps when nothing is dirty and nothing plays.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::timing;

type Painter = Rc<dyn Fn()>;
type Ticker = Rc<dyn Fn(f64) -> bool>;

#[derive(Default)]
struct Inner {
    scheduled: Cell<bool>,
    running: Cell<bool>,
    last: Cell<f64>,
    phase: Cell<f64>,
    /// Each in its place; none where it has been taken away.
    painters: RefCell<Vec<Option<Painter>>>,
    dirty: RefCell<Vec<bool>>,
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

    /// Adds what draws a picture. It is called in an animation frame, never twice in one.
    pub fn add(&self, painter: impl Fn() + 'static) -> PainterId {
        self.0.with_value(|inner| {
            let painter: Option<Painter> = Some(Rc::new(painter));
            let mut painters = inner.painters.borrow_mut();
            if let Some(place) = painters.iter().position(Option::is_none) {
                painters[place] = painter;
                return PainterId(place);
            }
            painters.push(painter);
            inner.dirty.borrow_mut().push(false);
            PainterId(painters.len() - 1)
        })
    }

    /// Takes away what draws a picture that is gone.
    pub fn remove(&self, painter: PainterId) {
        self.0.with_value(|inner| {
            inner.painters.borrow_mut()[painter.0] = None;
            inner.dirty.borrow_mut()[painter.0] = false;
        });
    }

    /// Sets what moves the playhead: given the milliseconds that have passed, whether to go on.
    pub fn set_ticker(&self, ticker: impl Fn(f64) -> bool + 'static) {
        self.0.with_value(|inner| *inner.ticker.borrow_mut() = Some(Rc::new(ticker)));
    }

    /// Sets what comes before all drawing of a frame: whether everything must be drawn.
    pub fn set_before(&self, before: impl Fn() -> bool + 'static) {
        self.0.with_value(|inner| *inner.before.borrow_mut() = Some(Rc::new(before)));
    }

    /// Asks for one picture to be drawn in the next frame.
    pub fn request(&self, painter: PainterId) {
        self.0.with_value(|inner| inner.dirty.borrow_mut()[painter.0] = true);
        self.schedule();
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
        self.0.with_value(|inner| inner.dirty.borrow_mut().fill(true));
        self.schedule();
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
            inner.dirty.borrow_mut().fill(true);
        }
        let before = inner.before.borrow().clone();
        if before.is_some_and(|before| before()) {
            inner.dirty.borrow_mut().fill(true);
        }
        let painters = inner.painters.borrow().clone();
        let dirty = inner.dirty.replace(vec![false; painters.len()]);
        if dirty.contains(&true) {
            timing::measure("draw", || {
                let due = painters.iter().zip(&dirty).filter(|(_, dirty)| **dirty);
                due.filter_map(|(painter, _)| painter.as_ref()).for_each(|painter| painter());
            });
        }
        if inner.running.get() {
            self.schedule();
        }
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self::new()
    }
}
