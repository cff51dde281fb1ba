//! The worker that leads those that train: it passes on what the page says, knows who trains, and puts a new worker in
//! the place of one that has died, a few times.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessagePort;

use crate::host::Host;
use engine::trace::CellKind;
use learn::training::Orders;
use model::command::{Command, TrainCommand, View};
use model::settings::State;
use pictures::training::{Extent, awaited, no_worker};
use port::{Answer, Cell, Lane, Order, Request, Settled};
use port::{Client, Phase, Start};

/// So many times a worker that has died is replaced by itself.
const RESTARTS: usize = 3;

/// Those that train, as the worker knows them that leads them.
#[derive(Default)]
pub struct Leading {
    trainers: RefCell<Vec<Trainer>>,
}

/// One that trains a cell.
struct Trainer {
    cell: CellKind,
    client: Rc<Client>,
    orders: Orders,
    /// How often it has died since a person last said something to it.
    deaths: usize,
    /// What its lane shows.
    extent: Extent,
}

impl Host {
    /// Takes in settings at which training is in view.
    pub fn attend(&self, state: State) {
        self.state.replace(state);
        self.tell_trainers(|_| Order::Attend);
        self.fetch_for_controls();
    }

    /// Does what a command of the page says, or has it done.
    pub fn command(&self, state: State, command: Command) {
        self.state.replace(state);
        match command {
            // Whoever copies is the page.
            Command::Copy => {}
            Command::ForgetProgress => self.forget_progress(),
            Command::CancelSweep => self.cancel_sweep(),
            Command::Sweep(key) => {
                if self.sweep(key) && !self.leading.trainers.borrow().is_empty() {
                    // A sweep has the machine for itself.
                    self.order(TrainCommand::Pause);
                }
            }
            Command::Train(command) => self.order(command),
        }
    }

    /// Passes an order on.
    fn order(&self, command: TrainCommand) {
        let trainers = &self.leading.trainers;
        let trains = trainers.borrow().iter().any(|trainer| trainer.orders.trains());
        // A person has said something: whoever has died may try again.
        trainers.borrow_mut().iter_mut().for_each(|trainer| trainer.deaths = 0);
        self.revive();
        let command = match command {
            TrainCommand::Toggle if trains => TrainCommand::Pause,
            TrainCommand::Toggle => TrainCommand::Start,
            other => other,
        };
        let (order, goes_on) = match command {
            TrainCommand::Start => (Order::Start, true),
            TrainCommand::Step => (Order::Step, false),
            TrainCommand::Stop => (Order::Stop, false),
            TrainCommand::Pause | TrainCommand::Leave | TrainCommand::Toggle => (Order::Pause, false),
            TrainCommand::TryAgain => return self.tell_trainers(|_| Order::Attend),
        };
        self.tell_trainers(|orders| {
            orders.give(goes_on);
            order.clone()
        });
    }

    /// Says something to all that train, which are started when first something is said.
    fn tell_trainers(&self, mut say: impl FnMut(&mut Orders) -> Order) {
        if self.leading.trainers.borrow().is_empty() {
            let trainers = CellKind::ALL.map(|cell| Trainer {
                cell,
                client: self.start(cell),
                orders: Orders::default(),
                deaths: 0,
                extent: Extent::default(),
            });
            *self.leading.trainers.borrow_mut() = trainers.into();
        }
        let state = Settled(self.state.borrow().clone());
        for trainer in self.leading.trainers.borrow_mut().iter_mut() {
            let order = say(&mut trainer.orders);
            let number = trainer.orders.given();
            trainer.client.tell(Request::Train(Cell(trainer.cell), state.clone(), number, order), None);
        }
    }

    /// Passes on that what was sent is on the page; where training is not in view nothing more is sent.
    pub fn seen(&self) {
        if View::of(&self.state.borrow().settings) == View::Train {
            self.tell_trainers(|_| Order::Seen);
        }
    }

    /// Passes a file on that the browser does not keep.
    pub fn spread_file(&self, name: &str, bytes: &[u8]) {
        let trainers = self.leading.trainers.borrow();
        let makers = self.course.sweeping.clients();
        for client in trainers.iter().map(|trainer| &trainer.client).chain(&makers) {
            client.tell(Request::Hold(name.to_owned()), Some(Uint8Array::from(bytes).into()));
        }
    }

    /// Starts the worker that trains a cell; where it cannot be had, the cell is trained here.
    fn start(&self, cell: CellKind) -> Rc<Client> {
        let own = self.course.own.get().cloned();
        let (heard, lost) = (own.clone(), own);
        let answered = move |answer: Answer, beside: JsValue| {
            if let Some(host) = heard.as_ref().and_then(Weak::upgrade) {
                host.hear_trainer(cell, answer, beside);
            }
            None
        };
        let became = move |phase: Phase| {
            let Some(host) = lost.as_ref().and_then(Weak::upgrade) else { return };
            match phase {
                Phase::Awaited => host.send_over(progress(cell), awaited(cell)),
                Phase::Listens => {}
                Phase::Failed { cause, .. } => host.lose(cell, &cause),
            }
        };
        // The same script as this worker's own; a page that could not have this one has no other.
        let address = self.alone.then(|| self.scope.location().href());
        let client = Client::start(Start {
            address: address.as_deref(),
            name: &format!("train-{}", cell.key()),
            cumulative: true,
            answered: Box::new(answered),
            became: Box::new(became),
            here: Some(Box::new(|port: MessagePort| Self::listen(port, false))),
        });
        for (name, bytes) in self.files.all_remembered() {
            client.tell(Request::Hold(name), Some(Uint8Array::from(bytes.as_slice()).into()));
        }
        client
    }

    /// Takes in what one that trains says.
    fn hear_trainer(&self, cell: CellKind, answer: Answer, beside: JsValue) {
        match answer {
            Answer::Lane(Lane { order, running, extent, parts }) => {
                if let Some(trainer) = self.leading.trainers.borrow_mut().iter_mut().find(|own| own.cell == cell) {
                    trainer.orders.hear(order, running);
                }
                if !parts.is_empty() {
                    self.post(0, &Answer::Parts(parts), None);
                }
                if let Some(extent) = extent {
                    self.widen(cell, extent);
                }
            }
            Answer::Parts(parts) => self.post(0, &Answer::Parts(parts), None),
            Answer::Hold(name, why) => {
                if let Some(bytes) = beside.dyn_ref::<Uint8Array>() {
                    self.files.remember(&name, bytes.to_vec());
                }
                self.post(0, &Answer::Hold(name, why), Some(&beside));
            }
            _ => {}
        }
    }

    /// Has all lanes draw the same axes as one that has just been drawn.
    fn widen(&self, cell: CellKind, own: Extent) {
        let state = Settled(self.state.borrow().clone());
        let mut trainers = self.leading.trainers.borrow_mut();
        trainers.iter_mut().filter(|trainer| trainer.cell == cell).for_each(|trainer| trainer.extent = own);
        let all = trainers.iter().fold(own, |all, trainer| all.with(trainer.extent));
        if self.course.extent.replace(all) != all {
            for trainer in trainers.iter() {
                let order = Order::Widen(all);
                let number = trainer.orders.given();
                trainer.client.tell(Request::Train(Cell(trainer.cell), state.clone(), number, order), None);
            }
        }
    }

    /// Takes in that a worker that trains has died: a new one takes its place and says so; but not of one that never
    /// listened, or again and again.
    fn lose(&self, cell: CellKind, cause: &str) {
        let fate = {
            let mut trainers = self.leading.trainers.borrow_mut();
            let Some(trainer) = trainers.iter_mut().find(|trainer| trainer.cell == cell) else {
                // It never came, and is not among them yet.
                return self.send_over(progress(cell), no_worker(cell, 0, cause));
            };
            trainer.deaths += 1;
            trainer.orders.give(false);
            (trainer.client.has_listened(), trainer.deaths)
        };
        match fate {
            (true, deaths) if deaths <= RESTARTS => self.succeed(cell, cause),
            (true, deaths) => self.send_over(progress(cell), no_worker(cell, deaths, cause)),
            (false, _) => self.send_over(progress(cell), no_worker(cell, 0, cause)),
        }
    }

    /// Puts a new worker in the place of a cell's.
    fn succeed(&self, cell: CellKind, cause: &str) {
        let client = self.start(cell);
        let state = Settled(self.state.borrow().clone());
        let mut trainers = self.leading.trainers.borrow_mut();
        if let Some(trainer) = trainers.iter_mut().find(|trainer| trainer.cell == cell) {
            let number = trainer.orders.given();
            client.tell(Request::Train(Cell(cell), state, number, Order::Succeed(cause.to_owned())), None);
            trainer.client = client;
        }
    }

    /// Starts those again that have died.
    fn revive(&self) {
        let dead = |trainer: &&Trainer| trainer.client.has_failed();
        let dead: Vec<CellKind> = self.leading.trainers.borrow().iter().filter(dead).map(|own| own.cell).collect();
        dead.into_iter().for_each(|cell| {
            self.send_over(progress(cell), String::new());
            self.succeed(cell, "");
        });
    }
}

/// The element in which a cell's run says how it stands.
fn progress(cell: CellKind) -> String {
    format!("train-{}-progress", cell.key())
}
