//! The actor that leads those that train: it passes on what the page says, knows who trains, and puts a new worker in the
//! place of one that has died, a few times.

use engine::trace::CellKind;
use learn::training::Orders;
use measure::training::RunState;
use model::command::{Command, TrainCommand, View};
use model::settings::State;
use port::{Answer, Cell, Lane, Order, Phase, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now, Whom};

/// So many times a worker that has died is replaced by itself.
const RESTARTS: usize = 3;

/// One that leads.
#[derive(Default)]
pub struct Leader {
    state: State,
    /// Those that train; none before first something is said to them.
    trainers: Vec<Led>,
    /// Whether they train, as the page was last told.
    told: bool,
    effects: Vec<Effect>,
}

/// One that trains a cell, as the one that leads knows it.
struct Led {
    cell: CellKind,
    orders: Orders,
    /// It has said that it listens.
    listens: bool,
    /// It has died, or never came.
    dead: bool,
    /// How often it has died since a person last said something to it.
    deaths: usize,
}

impl Leader {
    /// Whether anyone has been started to train.
    #[must_use]
    pub fn has_trainers(&self) -> bool {
        !self.trainers.is_empty()
    }

    /// Passes an order on.
    pub fn order(&mut self, command: TrainCommand) -> Vec<Effect> {
        self.pass_on(command);
        std::mem::take(&mut self.effects)
    }

    fn pass_on(&mut self, command: TrainCommand) {
        let trains = self.trains();
        // A person has said something: whoever has died may try again.
        self.trainers.iter_mut().for_each(|trainer| trainer.deaths = 0);
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
            TrainCommand::TryAgain => {
                self.tell_all(&Order::Attend);
                return self.answer();
            }
        };
        self.gather();
        self.trainers.iter_mut().for_each(|trainer| {
            trainer.orders.give(goes_on);
        });
        self.tell_all(&order);
        self.answer();
    }

    /// Whether anyone trains, as far as is known.
    fn trains(&self) -> bool {
        self.trainers.iter().any(|trainer| trainer.orders.trains())
    }

    /// Tells the page whether anyone trains.
    fn answer(&mut self) {
        self.told = self.trains();
        self.effects.push(Effect::Say(0, Answer::Trains(self.told), Beside::Nothing));
    }

    /// Tells the page whether anyone trains, if that has changed.
    fn tell_change(&mut self) {
        if self.told != self.trains() {
            self.answer();
        }
    }

    /// Has one for each cell.
    fn gather(&mut self) {
        if self.trainers.is_empty() {
            self.trainers = CellKind::ALL.map(Led::new).into();
        }
    }

    /// Says something to all that train, which are started when first something is said.
    fn tell_all(&mut self, order: &Order) {
        self.gather();
        for trainer in self.trainers.iter().filter(|trainer| !trainer.dead) {
            self.effects.push(trainer.told(&self.state, order.clone()));
        }
    }

    /// Takes in what one that trains says of its run.
    fn hear(&mut self, cell: CellKind, lane: Lane) {
        let Lane { order, running, lane } = lane;
        let Some(trainer) = self.trainers.iter_mut().find(|own| own.cell == cell) else { return };
        trainer.orders.hear(order, running);
        if let Some(lane) = lane {
            self.show(cell, RunState::Lane(lane));
        }
        self.tell_change();
    }

    /// Takes in that one that trains has died: a new one takes its place and says so; but not of one that never listened,
    /// or again and again.
    fn lose(&mut self, cell: CellKind, cause: &str) {
        let Some(trainer) = self.trainers.iter_mut().find(|own| own.cell == cell && !own.dead) else { return };
        trainer.dead = true;
        trainer.deaths += 1;
        trainer.orders.give(false);
        let (listened, deaths) = (trainer.listens, trainer.deaths);
        match (listened, deaths) {
            (true, deaths) if deaths <= RESTARTS => self.succeed(cell, cause),
            (true, times) => self.show(cell, RunState::NoWorker { times, cause: cause.to_owned() }),
            (false, _) => self.show(cell, RunState::NoWorker { times: 0, cause: cause.to_owned() }),
        }
        self.tell_change();
    }

    /// Puts a new worker in the place of a cell's.
    fn succeed(&mut self, cell: CellKind, cause: &str) {
        if let Some(trainer) = self.trainers.iter_mut().find(|own| own.cell == cell) {
            (trainer.dead, trainer.listens) = (false, false);
            self.effects.push(Effect::Leave(Whom::Trainer(cell)));
            self.effects.push(trainer.told(&self.state, Order::Succeed(cause.to_owned())));
        }
    }

    /// Starts those again that have died.
    fn revive(&mut self) {
        let dead: Vec<CellKind> = self.trainers.iter().filter(|own| own.dead).map(|own| own.cell).collect();
        for cell in dead {
            self.show(cell, RunState::Again);
            self.succeed(cell, "");
        }
    }

    /// Tells the page how a cell's run stands.
    fn show(&mut self, cell: CellKind, state: RunState) {
        self.effects.push(Effect::Say(0, Answer::Training(Cell(cell), state), Beside::Nothing));
    }
}

impl Led {
    fn new(cell: CellKind) -> Self {
        Self { cell, orders: Orders::default(), listens: false, dead: false, deaths: 0 }
    }

    /// An order on its way, with the number of the last one.
    fn told(&self, state: &State, order: Order) -> Effect {
        let request = Request::Train(Cell(self.cell), Settled(state.clone()), self.orders.given(), order);
        Effect::Tell(Whom::Trainer(self.cell), request, Beside::Nothing)
    }
}

impl Actor for Leader {
    fn on(&mut self, event: Event, _: Now) -> Vec<Effect> {
        match event {
            Event::Asked(_, Request::Attend(Settled(state)), _) => {
                self.state = state;
                self.tell_all(&Order::Attend);
            }
            Event::Asked(_, Request::Command(Settled(state), command), _) => {
                self.state = state;
                if let Command::Train(command) = command {
                    self.pass_on(command);
                }
            }
            Event::Asked(_, Request::Picture(Settled(state)), _) => self.state = state,
            // Where training is not in view nothing more is sent.
            Event::Asked(_, Request::Seen, _) if View::of(&self.state.settings) == View::Train => {
                self.tell_all(&Order::Seen);
            }
            Event::Heard(Whom::Trainer(cell), Answer::Lane(lane), _) => self.hear(cell, lane),
            Event::Heard(Whom::Trainer(cell), Answer::Training(_, state), _) => self.show(cell, state),
            Event::Became(Whom::Trainer(cell), phase) => match phase {
                Phase::Awaited => self.show(cell, RunState::Awaited),
                Phase::Listens => {
                    self.trainers.iter_mut().filter(|own| own.cell == cell).for_each(|own| own.listens = true);
                }
                Phase::Failed { cause, .. } => self.lose(cell, &cause),
            },
            _ => {}
        }
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, said, state};

    fn command(command: TrainCommand) -> Event {
        let request = Request::Command(Settled(state("view=train")), Command::Train(command));
        Event::Asked(0, request, Beside::Nothing)
    }

    fn failed(cell: CellKind) -> Event {
        Event::Became(Whom::Trainer(cell), Phase::Failed { cause: "it broke".to_owned(), owed: false })
    }

    fn listens(cell: CellKind) -> Event {
        Event::Became(Whom::Trainer(cell), Phase::Listens)
    }

    fn lane(order: u32, running: bool) -> Answer {
        Answer::Lane(Lane { order, running, lane: None })
    }

    /// What the page was told of the cells' runs.
    fn states(done: &[Effect]) -> Vec<(CellKind, RunState)> {
        let state = |answer: &&Answer| match answer {
            Answer::Training(Cell(cell), state) => Some((*cell, state.clone())),
            _ => None,
        };
        said(done).iter().filter_map(state).collect()
    }

    /// Whether the three train, as the page was told.
    fn trains(done: &[Effect]) -> Vec<bool> {
        said(done)
            .iter()
            .filter_map(|own| if let Answer::Trains(trains) = own { Some(*trains) } else { None })
            .collect()
    }

    /// The orders that were passed on: to whom, the number, what.
    fn orders(done: &[Effect]) -> Vec<(CellKind, u32, Order)> {
        let order = |effect: &Effect| match effect {
            Effect::Tell(_, Request::Train(Cell(cell), _, number, order), _) => Some((*cell, *number, order.clone())),
            _ => None,
        };
        done.iter().filter_map(order).collect()
    }

    #[test]
    fn an_order_goes_to_all_three_with_one_number() {
        let mut trial = Trial::of(Leader::default());
        let done = trial.give(command(TrainCommand::Toggle));
        assert_eq!(orders(&done), CellKind::ALL.map(|cell| (cell, 1, Order::Start)));
        let done = trial.give(command(TrainCommand::Toggle));
        assert_eq!(orders(&done), CellKind::ALL.map(|cell| (cell, 2, Order::Pause)), "it was told to train");
    }

    #[test]
    fn who_has_come_to_its_end_is_started_by_the_next_word() {
        let mut trial = Trial::of(Leader::default());
        trial.give(command(TrainCommand::Start));
        for cell in CellKind::ALL {
            trial.give(Event::Heard(Whom::Trainer(cell), lane(1, true), Beside::Nothing));
            trial.give(Event::Heard(Whom::Trainer(cell), lane(1, false), Beside::Nothing));
        }
        let done = trial.give(command(TrainCommand::Toggle));
        assert_eq!(orders(&done)[0].2, Order::Start);
    }

    #[test]
    fn a_word_that_comes_late_or_twice_or_never_changes_nothing() {
        let mut trial = Trial::of(Leader::default());
        trial.give(command(TrainCommand::Start));
        trial.give(command(TrainCommand::Pause));
        // What was said before the pause, twice; what is said of the pause is lost.
        for _ in 0..2 {
            trial.give(Event::Heard(Whom::Trainer(CellKind::Rnn), lane(1, true), Beside::Nothing));
        }
        assert_eq!(orders(&trial.give(command(TrainCommand::Toggle)))[0].2, Order::Start);
        assert_eq!(
            trial.give(Event::Heard(
                Whom::Trainer(CellKind::Rnn),
                Answer::Sweep(model::command::SweepKey::Ablations, port::Made::Share(1.0)),
                Beside::Nothing
            )),
            []
        );
        let mut none = Trial::of(Leader::default());
        let lost = Event::Heard(Whom::Trainer(CellKind::Rnn), lane(1, true), Beside::Nothing);
        assert_eq!(none.give(lost), [], "of one that it never started");
    }

    #[test]
    fn one_that_dies_is_replaced_three_times_and_then_given_up_with_its_cause() {
        let mut trial = Trial::of(Leader::default());
        trial.give(command(TrainCommand::Start));
        for death in 1..=RESTARTS {
            trial.give(listens(CellKind::Lstm));
            let done = trial.give(failed(CellKind::Lstm));
            assert!(done.contains(&Effect::Leave(Whom::Trainer(CellKind::Lstm))), "{death}");
            assert_eq!(orders(&done)[0].2, Order::Succeed("it broke".to_owned()));
        }
        trial.give(listens(CellKind::Lstm));
        let done = trial.give(failed(CellKind::Lstm));
        assert_eq!(orders(&done), []);
        let lost = RunState::NoWorker { times: RESTARTS + 1, cause: "it broke".to_owned() };
        assert_eq!(states(&done), [(CellKind::Lstm, lost)]);
        assert_eq!(trial.give(failed(CellKind::Lstm)), [], "a death that is told twice is one");
        let done = trial.give(Event::Asked(0, Request::Attend(Settled(state("view=train"))), Beside::Nothing));
        let told: Vec<_> = orders(&done).into_iter().map(|(cell, ..)| cell).collect();
        assert_eq!(told, [CellKind::Rnn, CellKind::Gru], "nothing is said to the dead");
        let done = trial.give(command(TrainCommand::TryAgain));
        assert!(done.contains(&Effect::Leave(Whom::Trainer(CellKind::Lstm))), "a person may try again");
        assert_eq!((orders(&done).len(), states(&done)), (4, vec![(CellKind::Lstm, RunState::Again)]));
    }

    #[test]
    fn one_that_never_came_is_not_replaced_and_what_is_awaited_is_said() {
        let mut trial = Trial::of(Leader::default());
        trial.give(command(TrainCommand::Start));
        let done = trial.give(Event::Became(Whom::Trainer(CellKind::Gru), Phase::Awaited));
        assert_eq!(states(&done), [(CellKind::Gru, RunState::Awaited)]);
        let done = trial.give(failed(CellKind::Gru));
        assert_eq!(orders(&done), []);
        assert_eq!(states(&done), [(CellKind::Gru, RunState::NoWorker { times: 0, cause: "it broke".to_owned() })]);
    }

    #[test]
    fn the_page_is_told_whether_they_train_with_every_order_and_when_it_changes() {
        let mut trial = Trial::of(Leader::default());
        assert_eq!(trains(&trial.give(command(TrainCommand::Start))), [true]);
        assert_eq!(trains(&trial.give(command(TrainCommand::Start))), [true], "every order is answered");
        let heard = |cell, answer| Event::Heard(Whom::Trainer(cell), answer, Beside::Nothing);
        let ends = CellKind::ALL.map(|cell| trains(&trial.give(heard(cell, lane(2, false)))));
        assert_eq!(ends, [vec![], vec![], vec![false]], "once the last of them has ended");
        assert_eq!(trains(&trial.give(command(TrainCommand::Step))), [false]);
    }

    #[test]
    fn what_a_trainer_says_of_its_run_is_passed_on_under_its_cell() {
        let mut trial = Trial::of(Leader::default());
        trial.give(command(TrainCommand::Start));
        let fetching = Answer::Training(Cell(CellKind::Gru), RunState::Fetching);
        let done = trial.give(Event::Heard(Whom::Trainer(CellKind::Gru), fetching, Beside::Nothing));
        assert_eq!(states(&done), [(CellKind::Gru, RunState::Fetching)]);
    }

    #[test]
    fn where_training_is_not_in_view_nobody_is_told_that_it_was_seen() {
        let mut trial = Trial::of(Leader::default());
        trial.give(Event::Asked(1, Request::Picture(Settled(state(""))), Beside::Nothing));
        assert_eq!(trial.give(Event::Asked(0, Request::Seen, Beside::Nothing)), []);
        trial.give(Event::Asked(0, Request::Attend(Settled(state("view=train"))), Beside::Nothing));
        assert_eq!(orders(&trial.give(Event::Asked(0, Request::Seen, Beside::Nothing))).len(), 3);
    }
}
