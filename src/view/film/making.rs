//! Makes the film that a screen shows: an encoder in a worker takes frame after frame; without one it is recorded while it plays.

use std::rc::Rc;

use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use figures::film::RATE;
use port::exchange::{Ask, Film, Filmed, Reply, Shape};
use words::film::{self as told, words};

use super::recorder::record;
use super::screen::Screen;
use crate::view::exchange::Exchange;
use crate::view::save::{save_blob, save_bytes};

/// How a film stands.
#[derive(Clone, Copy)]
pub struct Standing {
    /// Frames made, of all; none while none is made.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// What is told of it.
    pub status: RwSignal<String>,
    /// How many were begun: one that is not the last has been stopped.
    pub turn: StoredValue<u32>,
}

impl Standing {
    /// No film.
    pub fn new() -> Self {
        Self { progress: RwSignal::new(None), status: RwSignal::new(String::new()), turn: StoredValue::new(0) }
    }

    /// Stops the film that is made.
    pub fn stop(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(None);
        self.status.set(words().stopped.to_owned());
    }

    /// Forgets what is told, unless a film is made.
    pub fn leave(self) {
        if self.progress.with_untracked(Option::is_none) {
            self.status.set(String::new());
        }
    }
}

/// A film that is being made.
pub struct Making {
    screen: Rc<Screen>,
    exchange: Exchange,
    standing: Standing,
    turn: u32,
    name: &'static str,
}

impl Making {
    /// Makes a film into a file of this name, without its ending.
    pub fn start(screen: Screen, exchange: Exchange, standing: Standing, name: &'static str) {
        standing.turn.update_value(|turn| *turn += 1);
        let turn = standing.turn.get_value();
        standing.status.set(String::new());
        let own = Rc::new(Self { screen: Rc::new(screen), exchange, standing, turn, name });
        own.tell(0);
        let (width, height) = own.screen.size();
        let begin = Film::Begin(Shape { width, height, rate: RATE as u32 });
        own.ask(begin, None, |own, _, _| own.frame(0));
    }

    fn all(&self) -> usize {
        self.screen.film.frames.len()
    }

    /// Whether it is still wanted: not once it is stopped.
    fn goes(&self) -> bool {
        self.standing.turn.try_get_value() == Some(self.turn)
    }

    fn tell(&self, frames: usize) {
        self.standing.progress.set(Some((frames, self.all())));
    }

    fn end(&self, told: String) {
        if self.goes() {
            self.standing.progress.set(None);
            self.standing.status.set(told);
        }
    }

    fn ask(self: Rc<Self>, film: Film, beside: Option<JsValue>, then: fn(Rc<Self>, Filmed, JsValue)) {
        let exchange = self.exchange;
        exchange.ask(Ask::Film(film), beside, move |answered| {
            let own = Rc::clone(&self);
            match answered {
                _ if !own.goes() => {}
                Ok((Reply::Filmed(Ok(filmed)), beside)) => then(own, filmed, beside),
                // Without an encoder, or without the worker that has one.
                _ => own.live(),
            }
        });
    }

    fn frame(self: Rc<Self>, n: usize) {
        self.tell(n);
        if n == self.all() {
            let name = format!("{}.mp4", self.name);
            return self.ask(Film::End(name), None, Self::whole);
        }
        match self.screen.show(n).and_then(|()| self.screen.pixels()) {
            // How far it is says the standing.
            Some(pixels) => self.ask(Film::Frame, Some(pixels), |own, _, _| {
                let next = own.standing.progress.get_untracked().map_or(0, |(n, _)| n + 1);
                own.frame(next);
            }),
            None => self.end(words().none.to_owned()),
        }
    }

    fn whole(self: Rc<Self>, filmed: Filmed, bytes: JsValue) {
        let Filmed::Whole(file) = filmed else { return };
        let saved = bytes.dyn_ref::<Uint8Array>().and_then(|bytes| save_bytes(&file.name, &file.media, bytes));
        let done = saved.map(|()| told::done(&file.name, self.screen.film.seconds()));
        self.end(done.unwrap_or_else(|| words().none.to_owned()));
    }

    fn live(self: Rc<Self>) {
        self.standing.status.set(words().live.to_owned());
        let (playing, ended) = (Rc::clone(&self), Rc::clone(&self));
        let goes = move |n: usize| {
            if playing.goes() {
                playing.tell(n.min(playing.all()));
            }
            playing.goes()
        };
        let done = move |film: Option<Blob>| {
            if !ended.goes() {
                return;
            }
            let saved = film.and_then(|film| {
                let ending = if film.type_().starts_with("video/mp4") { "mp4" } else { "webm" };
                let name = format!("{}.{ending}", ended.name);
                save_blob(&name, &film).map(|()| told::done(&name, ended.screen.film.seconds()))
            });
            ended.end(saved.unwrap_or_else(|| words().none.to_owned()));
        };
        if record(Rc::clone(&self.screen), goes, done).is_err() {
            self.end(words().none.to_owned());
        }
    }
}
