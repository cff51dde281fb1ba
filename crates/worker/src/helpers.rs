//! A batch in parts: workers that help one that trains, each with a part of every batch.
//!
//! The one that trains has the first part and the optimiser; the others get the weights with every step and give the
//! gradient of their part. Where a helper cannot be had, or dies, its part is worked out by the one that trains.

use std::cell::{self, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Float32Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use crate::host::Host;
use engine::trace::CellKind;
use learn::task::sets;
use learn::training::{Session, Setup, Share};
use model::settings::State;
use port::{Answer, Cell, Request, Settled};
use port::{Client, Phase, Start};

/// Those that help, and the step under way.
#[derive(Default)]
pub struct Helpers {
    clients: RefCell<Vec<Rc<Client>>>,
    /// What each part of the batch has given; empty while no step is under way.
    shares: RefCell<Vec<Option<Vec<Share>>>>,
    /// One could not be had, or has died: the parts are worked out one after the other.
    failed: cell::Cell<bool>,
}

impl Helpers {
    /// Whether a step is under way.
    pub fn is_waiting(&self) -> bool {
        !self.shares.borrow().is_empty()
    }

    /// Lets go of a step under way.
    pub fn forget(&self) {
        self.clients.borrow().iter().for_each(|client| client.forget());
        self.shares.borrow_mut().clear();
    }
}

impl Host {
    /// Begins a step whose parts are spread over helpers; false if it cannot be spread.
    pub fn begin_step(&self) -> bool {
        let helpers = &self.course.helpers;
        let parts = self.course.session.borrow().as_ref().map_or(1, |session| session.setup.ranges().len());
        if parts == 1 || helpers.failed.get() || !self.alone {
            return false;
        }
        while helpers.clients.borrow().len() + 1 < parts {
            let part = helpers.clients.borrow().len() + 1;
            let client = self.start_helper(part);
            helpers.clients.borrow_mut().push(client);
        }
        let mut session = self.course.session.borrow_mut();
        let Some(session) = session.as_mut() else { return false };
        let (step, reach, cell) = (session.record.step, session.wants_reach(), Cell(session.cell));
        let state = Settled(self.state.borrow().clone());
        let numbers = session.numbers();
        for (client, part) in helpers.clients.borrow().iter().zip(1..parts) {
            let numbers = Float32Array::from(numbers.as_slice()).into();
            let share = port::Share { part, step, reach };
            if !client.ask(Request::Share(cell, state.clone(), share), Some(numbers)) {
                helpers.failed.set(true);
                helpers.forget();
                return false;
            }
        }
        *helpers.shares.borrow_mut() = vec![None; parts];
        let own = session.share(0, reach);
        helpers.shares.borrow_mut()[0] = Some(own);
        true
    }

    fn start_helper(&self, part: usize) -> Rc<Client> {
        let own = self.course.own.get().cloned();
        let (heard, lost) = (own.clone(), own);
        let answered = move |answer: Answer, beside: JsValue| {
            if let (Some(host), Answer::Share(judged)) = (heard.as_ref().and_then(Weak::upgrade), answer) {
                host.take_share(part, &judged, &beside);
            }
            None
        };
        let became = move |phase: Phase| {
            let host = lost.as_ref().and_then(Weak::upgrade);
            if let (Some(host), Phase::Failed { owed: true, .. }) = (host, phase) {
                host.course.helpers.failed.set(true);
                host.course.helpers.forget();
                host.course.schedule();
            }
        };
        let address = self.scope.location().href();
        let client = Client::start(Start {
            address: Some(&address),
            name: &format!("part-{part}"),
            cumulative: false,
            answered: Box::new(answered),
            became: Box::new(became),
            here: None,
        });
        for (name, bytes) in self.files.all_remembered() {
            client.tell(Request::Hold(name), Some(Uint8Array::from(bytes.as_slice()).into()));
        }
        client
    }

    /// Takes in what a helper gave; with the last of them the step is made.
    fn take_share(&self, part: usize, judged: &[f64], slopes: &JsValue) {
        let Some(slopes) = slopes.dyn_ref::<Float32Array>() else { return };
        let slopes = slopes.to_vec();
        let helpers = &self.course.helpers;
        let whole = {
            let mut shares = helpers.shares.borrow_mut();
            let Some(own) = shares.first().and_then(Option::as_ref) else { return };
            let seeds = own.len();
            let each = slopes.len() / seeds;
            let share = |seed: usize| Share {
                loss: judged[2 * seed],
                right: judged[2 * seed + 1],
                squares: if seed == 0 { judged[2 * seeds..].to_vec() } else { vec![] },
                slopes: slopes[seed * each..][..each].to_vec(),
            };
            shares[part] = Some((0..seeds).map(share).collect());
            if shares.iter().any(Option::is_none) {
                return;
            }
            std::mem::take(&mut *shares).into_iter().flatten().collect::<Vec<_>>()
        };
        self.finish_step(whole);
    }

    /// Gives the share of a step that another worker asks for.
    pub fn share(&self, number: u32, state: &State, cell: CellKind, asked: port::Share, numbers: &JsValue) {
        let Some(numbers) = numbers.dyn_ref::<Float32Array>() else { return };
        let port::Share { part, step, reach } = asked;
        let (setup, _) = Setup::new(&state.settings);
        if let Some(file) = setup.level.missing().map(str::to_owned) {
            let Some(host) = self.me() else { return };
            let (state, numbers) = (state.clone(), numbers.clone());
            return spawn_local(async move {
                // Whoever asks has fetched the same file.
                if let Ok(text) = host.fetch_set(&file).await {
                    sets::bring(&file, &text);
                    host.share(number, &state, cell, asked, &numbers);
                }
            });
        }
        let mut session = self.course.session.borrow_mut();
        if session.as_ref().is_none_or(|session| session.setup != setup || session.cell != cell) {
            *session = Some(Session::new(setup, cell));
        }
        let Some(session) = session.as_mut() else { return };
        if !session.follow(step, &numbers.to_vec()) {
            return;
        }
        let shares = session.share(part, reach);
        let judged = shares.iter().flat_map(|share| [share.loss, share.right]);
        let judged: Vec<f64> = judged.chain(shares[0].squares.iter().copied()).collect();
        let slopes: Vec<f32> = shares.iter().flat_map(|share| &share.slopes).copied().collect();
        let slopes = Float32Array::from(slopes.as_slice());
        self.post(number, &Answer::Share(judged), Some(&slopes));
    }
}
