//! The actor that answers the page: it runs the engine, draws what is in view, and has others train, sweep and teach.

use course::compare::compared;
use course::lesson::{Lesson, Looking, Place, Reference, chosen, page_told};
use course::results::{Matrix, RECORDED, ablated, matrix, redone};
use course::runs::{PageRuns, TableRuns};
use engine::trace::CellKind;
use learn::own::{Brought, Fault, check_series, check_text};
use learn::task::Sets;
use learn::trained::Trained;
use learn::training::Setup;
use measure::training::TaskData;
use measure::{Measured, Scene, measure};
use model::command::{Command, ComparisonKey, Own, PaperKey, SweepKey, TrainCommand, View};
use model::lab::Run;
use model::sequence::Library;
use model::settings::{Settings, Source, State};
use port::{Answer, Request, RunHead, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now, Timer, Whom};
use crate::leader::Leader;
use crate::sent::Sent;
use crate::sweeper::{self, Sweeper};
use crate::teacher::{self, Sweeps, Teacher, Told};

/// For so long, in milliseconds, nobody must have asked before a picture is finished.
const QUIET: i32 = 40;
/// How often a run's files are looked for, and how many milliseconds apart.
const LOOKS: (usize, i32) = (10, 100);

/// Where an artist works.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The browser's name and version, as far as it gives them.
    pub browser: String,
    /// How many things the machine can do at a time.
    pub threads: f64,
}

/// One that draws.
pub struct Artist {
    around: Around,
    /// The page's state, as it was last told.
    state: State,
    /// The data that has been fetched or brought.
    sets: Sets,
    /// What training left, for the Lab.
    trained: Trained,
    /// A request that waits for what training left.
    bringing: Option<Bringing>,
    /// The run that pictures show.
    held: Option<Held>,
    /// The numbers of the open picture, as the page has them.
    measured: Measured,
    /// What the page has been told of lessons last, and of the pages beside them.
    lesson: Option<Box<Lesson>>,
    reference: Option<Box<Reference>>,
    /// The task of Train's controls, as the page has it.
    task: Option<TaskData>,
    /// The numbers of the views that hang on sweeps, as the page has them.
    sent: Sent,
    /// The runs behind the page of prose that was drawn last, by its number; behind Compare's table.
    page: Option<(usize, PageRuns)>,
    table: Option<TableRuns>,
    /// What each part is worth on every task, once what is recorded has come.
    matrix: Option<Matrix>,
    /// The request whose picture was drawn from fewer numbers, to be drawn from all once it is quiet.
    unfinished: Option<(u32, State)>,
    /// The set of data that is fetched for Train's controls.
    fetching: Option<String>,
    leader: Leader,
    sweeper: Sweeper,
    teacher: Teacher,
    effects: Vec<Effect>,
}

/// A run, and what it follows from.
struct Held {
    settings: Settings,
    absent: bool,
    run: Run,
}

/// The sweeps of a view. Those of prose stand with it.
fn swept(view: View) -> Vec<SweepKey> {
    match view {
        View::Lab | View::Choose | View::Reference => vec![],
        View::Train => vec![SweepKey::Ablations],
        View::Compare => ComparisonKey::ALL.iter().copied().map(SweepKey::Compare).collect(),
        View::Results => PaperKey::ALL.iter().copied().map(SweepKey::Paper).collect(),
    }
}

/// A request that waits for what training left.
struct Bringing {
    number: u32,
    request: Request,
    /// The numbers that came with it.
    beside: Beside,
    state: State,
    /// How wide a network is may follow from data: the set that is fetched first.
    fetching: Option<String>,
    /// The file of each cell's run, and what it holds, once it is read.
    files: Vec<(String, Option<Option<Vec<u8>>>)>,
    looks: usize,
}

impl Artist {
    /// One that has drawn nothing yet.
    #[must_use]
    pub fn new(around: Around) -> Self {
        Self {
            teacher: Teacher::new(),
            lesson: None,
            reference: None,
            around,
            state: State::default(),
            sets: Sets::default(),
            trained: Trained::default(),
            bringing: None,
            held: None,
            measured: Measured::Nothing,
            task: None,
            sent: Sent::default(),
            page: None,
            table: None,
            matrix: None,
            unfinished: None,
            fetching: None,
            leader: Leader::default(),
            sweeper: Sweeper::default(),
            effects: vec![],
        }
    }

    /// Takes over what the others have to be done; what is to be drawn is drawn.
    fn take(&mut self, effects: Vec<Effect>, now: Now) {
        for effect in effects {
            match effect {
                Effect::Redraw => self.redraw(now),
                other => self.effects.push(other),
            }
        }
    }

    /// Sends the numbers of the open picture, if they are others than those that the page has; says whether they are.
    fn show(&mut self, measured: Measured) -> bool {
        let differs = self.measured != measured;
        if differs {
            self.measured = measured.clone();
            self.effects.push(Effect::Say(0, Answer::Picture(Box::new(measured)), Beside::Nothing));
        }
        differs
    }

    /// Sends the task that Train's controls are for, if the page has another.
    fn show_task(&mut self, settings: &Settings) {
        let task = TaskData::of(settings, &self.sets);
        if self.task.as_ref() != Some(&task) {
            self.task = Some(task.clone());
            self.effects.push(Effect::Say(0, Answer::Task(Box::new(task)), Beside::Nothing));
        }
    }

    /// Says that all has been said that a request asked for.
    fn done(&mut self, number: u32) {
        self.effects.push(Effect::Say(number, Answer::Done, Beside::Nothing));
    }

    /// Answers a request of the page for a run or a picture.
    fn answer(&mut self, number: u32, request: Request, beside: Beside, now: Now) {
        match request {
            Request::Run(Settled(state)) => self.run(number, &state.settings, now),
            Request::Picture(Settled(state)) => {
                self.state = state.clone();
                if let Beside::Doubles(numbers) = beside {
                    self.share(&state.settings, &numbers);
                }
                self.draw(number, &state, true, now);
                self.unfinished = Some((number, state));
                self.effects.push(Effect::Wake(Timer::Quiet, QUIET));
            }
            _ => {}
        }
    }

    /// Makes a run, and sends its numbers.
    fn run(&mut self, number: u32, settings: &Settings, now: Now) {
        let (library, start) = (Library::shipped(), now());
        let sequence = settings.sequence(library);
        let run = Run::with(settings, &sequence, |cell| self.trained.network(settings, cell));
        let elapsed = now() - start;
        let series = match settings.source {
            Source::Series(dataset) => Some(library.rows(dataset).to_vec()),
            _ => None,
        };
        let absent = self.trained.is_absent(settings);
        let head = RunHead { of: Settled(State::of(settings.clone())), elapsed, series, absent };
        self.effects.push(Effect::Say(number, Answer::Run(head), Beside::Run(Box::new(run))));
    }

    /// Takes over the numbers of a run that another has made, if there is one of the same shape to write them into.
    fn share(&mut self, settings: &Settings, numbers: &[f64]) {
        let absent = self.trained.is_absent(settings);
        if let Some(held) = &mut self.held
            && (held.absent, settings.differs_by_drag(&held.settings)) == (absent, true)
            && held.run.overwrite(numbers)
        {
            held.settings = settings.clone();
            held.run.set_forms(settings);
        }
    }

    /// The run of these settings: the one that is held, or one that is made now.
    fn held(&mut self, settings: &Settings) -> Held {
        let absent = self.trained.is_absent(settings);
        let held = self.held.take().filter(|held| held.absent == absent && settings.same_run(&held.settings));
        held.unwrap_or_else(|| {
            let sequence = settings.sequence(Library::shipped());
            let run = Run::with(settings, &sequence, |cell| self.trained.network(settings, cell));
            Held { settings: settings.clone(), absent, run }
        })
    }

    /// Measures what the open picture shows, and draws what else is in view.
    fn draw(&mut self, number: u32, state: &State, quick: bool, now: Now) {
        self.tell_lesson(state, now);
        if View::of(&state.settings) != View::Lab {
            self.sweeps(state, now);
            if View::of(&state.settings) == View::Train {
                self.show_task(&state.settings);
            }
            if quick {
                self.done(number);
            }
            return;
        }
        let settings = &state.settings;
        let sequence = settings.sequence(Library::shipped());
        let held = self.held(settings);
        let scene = Scene { quick, state, sequence: &sequence, run: &held.run, absent: held.absent };
        let measured = measure(&scene);
        self.held = Some(held);
        // The page shows numbers once all has been said.
        if self.show(measured) || quick {
            self.done(number);
        }
    }

    /// Draws anew what hangs on sweeps and progress.
    fn redraw(&mut self, now: Now) {
        let state = self.state.clone();
        self.sweeps(&state, now);
        self.tell_lesson(&state, now);
    }

    /// Tells of the lesson that is open, if the page does not know it, and where the page is to go.
    fn tell_lesson(&mut self, state: &State, now: Now) {
        if !state.settings.text(model::keys::Key::Lesson).is_empty() {
            let bring = self.sweeper.bring();
            self.effects.extend(bring);
        }
        let has_programs = Place::of(&state.settings).is_some_and(|place| !place.entry().code.is_empty());
        let held = has_programs.then(|| self.held(&state.settings));
        let sweeper = &self.sweeper;
        let sweeps =
            Sweeps { shown: &|key| sweeper.shown(key, &state.settings, now), seconds: &|key| sweeper.expected(key) };
        let (told, effects) = self.teacher.tell(state, held.as_ref().map(|held| &held.run), &sweeps);
        self.held = held.or(self.held.take());
        self.effects.extend(effects);
        for told in told {
            let answer = match told {
                Told::Set(steps) => Answer::Steps(steps),
                Told::Go { address, from } => Answer::Go { address, from },
                Told::Lesson(lesson) => {
                    if self.lesson.as_ref() == Some(&lesson) {
                        continue;
                    }
                    self.lesson = Some(lesson.clone());
                    Answer::Lesson(lesson)
                }
            };
            self.effects.push(Effect::Say(0, answer, Beside::Nothing));
        }
    }

    /// Tells of a page to look things up in, if the page does not know it.
    fn tell_page(&mut self, place: Option<&Place>, settings: &Settings, now: Now) {
        let (Some(place), Some((_, runs))) = (place, &self.page) else { return };
        let sweeper = &self.sweeper;
        let shown = |key: SweepKey| sweeper.shown(key, settings, now);
        let seconds = |key: SweepKey| sweeper.expected(key);
        let told = Box::new(page_told(place, &Looking { shown: &shown, seconds: &seconds, runs }));
        if self.reference.as_ref() != Some(&told) {
            self.reference = Some(told.clone());
            self.effects.push(Effect::Say(0, Answer::Page(told), Beside::Nothing));
        }
    }

    /// Sends the numbers of the view that hang on sweeps. What is shipped and what is kept is brought with the first of these
    /// views; before it has come, a view that is made of it would only be shown to change at once.
    fn sweeps(&mut self, state: &State, now: Now) {
        let settings = &state.settings;
        let view = View::of(settings);
        if view != View::Lab {
            let bring = self.sweeper.bring();
            self.effects.extend(bring);
        }
        let place = if view == View::Compare { Place::named("pros") } else { chosen(settings) };
        let reads = matches!(view, View::Compare | View::Reference);
        if let (true, Some(place)) = (reads, &place)
            && self.page.as_ref().is_none_or(|(number, _)| *number != place.number)
        {
            self.page = Some((place.number, PageRuns::new(place.page)));
        }
        if reads {
            self.tell_page(place.as_ref(), settings, now);
        }
        let sweeper = &self.sweeper;
        let shown = |key: SweepKey| sweeper.shown(key, settings, now);
        let answer = match view {
            // What Choose shows follows from the settings: the page works it out itself.
            View::Lab | View::Reference | View::Choose => None,
            View::Compare | View::Results if !sweeper.has_all() => None,
            View::Compare => {
                let (browser, threads) = (&self.around.browser, self.around.threads as usize);
                self.sent.compared(compared(shown, self.table.get_or_insert_default(), browser, threads))
            }
            View::Results => {
                if self.matrix.is_none() {
                    self.matrix = sweeper.recorded().and_then(matrix);
                }
                self.sent.results(redone(shown, self.matrix.clone()))
            }
            View::Train => self.sent.ablations(ablated(settings, &shown(SweepKey::Ablations))),
        };
        let standings = swept(view).into_iter().map(|key| (key, shown(key).standing));
        let standings = self.sent.standings(standings);
        // How they stand comes first: with the numbers the view is drawn.
        let said = standings.into_iter().chain(answer).map(|answer| Effect::Say(0, answer, Beside::Nothing));
        self.effects.extend(said);
    }

    /// Draws the last picture from all its numbers.
    fn finish(&mut self, now: Now) {
        if let Some((number, state)) = self.unfinished.take() {
            self.draw(number, &state, false, now);
        }
    }

    /// Takes in what the page asks for or says.
    fn asked(&mut self, number: u32, request: Request, beside: Beside, now: Now) {
        match request {
            Request::Run(Settled(ref state)) | Request::Picture(Settled(ref state)) => {
                if self.trained.is_missing(&state.settings) {
                    let state = state.clone();
                    self.bring(number, request, beside, state);
                } else {
                    self.answer(number, request, beside, now);
                }
            }
            Request::Attend(Settled(state)) => {
                self.state = state;
                self.fetch_for_controls();
            }
            Request::Command(Settled(state), command) => self.command(state, command, now),
            Request::Bring(own, Some(text)) => self.take_own(own, Ok((text, None))),
            _ => {}
        }
    }

    /// Does what a command says, or has it done.
    fn command(&mut self, state: State, command: Command, now: Now) {
        self.state = state;
        match command {
            // Those that train are told by the leader.
            Command::Train(_) => {}
            Command::ForgetProgress => {
                let effects = self.teacher.forget();
                self.take(effects, now);
            }
            Command::CancelSweep => {
                let effects = self.sweeper.cancelled();
                self.take(effects, now);
            }
            Command::Sweep(key) => {
                let (begun, effects) = self.sweeper.begin(key, &self.state, now);
                self.take(effects, now);
                if begun && self.leader.has_trainers() {
                    // A sweep has the machine for itself.
                    let effects = self.leader.order(TrainCommand::Pause);
                    self.take(effects, now);
                }
            }
        }
    }

    /// Has data fetched that the controls need to tell of a task.
    fn fetch_for_controls(&mut self) {
        if self.fetching.is_some() {
            return;
        }
        let level = Setup::new(&self.state.settings, &self.sets).0.level;
        if level.is_judged_by_missing()
            && let Some(file) = level.missing()
        {
            self.fetching = Some(file.to_owned());
            self.effects.push(Effect::Fetch(file.to_owned()));
        }
    }

    /// Takes in a set of data, for the controls or for a request that waits. What fails is told by those that train.
    fn fetched(&mut self, file: &str, text: Result<String, String>) {
        let for_controls = self.fetching.take_if(|own| own == file).is_some();
        let for_request = self.bringing.as_ref().is_some_and(|own| own.fetching.as_deref() == Some(file));
        if !for_controls && !for_request {
            return;
        }
        let here = text.is_ok();
        if let Ok(text) = &text {
            self.sets.bring(file, text);
        }
        if for_controls && here {
            self.fetch_for_controls();
            if self.fetching.is_none() {
                let settings = self.state.settings.clone();
                self.show_task(&settings);
            }
        }
        if for_request {
            // Where the data cannot be had, there is no such run.
            self.bring_next(!here);
        }
    }

    /// Brings what training left, which a request asks for; then it is answered.
    fn bring(&mut self, number: u32, request: Request, beside: Beside, state: State) {
        self.bringing = Some(Bringing { number, request, beside, state, fetching: None, files: vec![], looks: 0 });
        self.bring_next(false);
    }

    /// Fetches the data that is missing, unless there is `no_more`; then reads the files.
    fn bring_next(&mut self, no_more: bool) {
        let Some(bringing) = self.bringing.as_mut() else { return };
        let (setup, _) = Setup::new(&bringing.state.settings, &self.sets);
        bringing.fetching = setup.level.missing().filter(|_| !no_more).map(str::to_owned);
        if let Some(file) = &bringing.fetching {
            return self.effects.push(Effect::Fetch(file.clone()));
        }
        bringing.files = CellKind::ALL.map(|cell| (setup.file(cell), None)).into();
        self.effects.extend(bringing.files.iter().map(|(file, _)| Effect::Read(file.clone())));
    }

    /// Takes in a run's file. A run that has just been paused may still be on its way there: it is looked for a few times.
    fn brought(&mut self, file: &str, bytes: Option<Vec<u8>>, now: Now) {
        let Some(bringing) = self.bringing.as_mut() else { return };
        let Some((_, place)) = bringing.files.iter_mut().find(|(own, read)| own == file && read.is_none()) else {
            return;
        };
        *place = Some(bytes);
        if bringing.files.iter().any(|(_, read)| read.is_none()) {
            return;
        }
        let mut read = std::mem::take(&mut bringing.files).into_iter().map(|(_, read)| read.flatten());
        let files = [(); 3].map(|()| read.next().flatten());
        bringing.looks += 1;
        let State { settings, focus, .. } = &bringing.state;
        let reached = self.trained.bring(settings, &self.sets, focus.cell, files);
        if !reached && bringing.looks < LOOKS.0 {
            return self.effects.push(Effect::Wake(Timer::Look, LOOKS.1));
        }
        if let Some(Bringing { number, request, beside, .. }) = self.bringing.take() {
            self.answer(number, request, beside, now);
        }
    }

    /// Takes in what a person brings to learn from: has it checked and kept, and says what it is.
    fn take_own(&mut self, own: Own, read: Result<(String, Option<f64>), String>) {
        let checked = read.map_err(Fault::Unreadable).and_then(|(text, cut)| match own {
            Own::Series => check_series(&text, cut),
            Own::Text => check_text(&text, cut),
        });
        if let Ok(good) = &checked {
            self.sets.bring(&good.name, &good.text);
            self.effects.push(Effect::Write(good.name.clone(), good.text.as_bytes().to_vec()));
        }
        let told = checked.as_ref().map(Brought::told).map_err(Clone::clone);
        self.effects.push(Effect::Say(0, Answer::Own(told), Beside::Nothing));
    }
}

impl Actor for Artist {
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let effects = match event {
            Event::Asked(number, request, beside) => {
                // What all of them need to know is small.
                let told = Event::Asked(number, request.clone(), Beside::Nothing);
                let mut effects = self.leader.on(told.clone(), now);
                effects.extend(self.sweeper.on(told, now));
                self.asked(number, request, beside, now);
                effects
            }
            Event::Heard(Whom::Sweeper(_), ..) | Event::Became(Whom::Sweeper(_), _) => self.sweeper.on(event, now),
            Event::Heard(..) | Event::Became(..) => self.leader.on(event, now),
            Event::Fetched(ref file, _) if file == RECORDED => self.sweeper.on(event, now),
            Event::Read(ref file, _) | Event::Locked(ref file) | Event::Written(ref file, _)
                if file == sweeper::FILE =>
            {
                self.sweeper.on(event, now)
            }
            Event::Read(ref file, _) | Event::Locked(ref file) | Event::Written(ref file, _)
                if file == teacher::FILE =>
            {
                self.teacher.on(event, now)
            }
            Event::Read(file, bytes) => {
                self.brought(&file, bytes, now);
                vec![]
            }
            Event::Fetched(file, text) => {
                self.fetched(&file, text);
                vec![]
            }
            Event::Brought(own, read) => {
                self.take_own(own, read);
                vec![]
            }
            Event::Woken(Timer::Quiet) => {
                self.finish(now);
                vec![]
            }
            Event::Woken(Timer::Look) => {
                self.bring_next(true);
                vec![]
            }
            Event::Slice | Event::Locked(_) | Event::Head(..) | Event::Written(..) => vec![],
        };
        self.take(effects, now);
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Trial, said, state};
    use learn::training::Session;

    fn trial() -> Trial<Artist> {
        Trial::of(Artist::new(Around::default()))
    }

    fn picture(number: u32, fragment: &str) -> Event {
        Event::Asked(number, Request::Picture(Settled(state(fragment))), Beside::Nothing)
    }

    fn run(number: u32, fragment: &str) -> Event {
        Event::Asked(number, Request::Run(Settled(state(fragment))), Beside::Nothing)
    }

    /// The numbers of the requests that were answered.
    fn answered(done: &[Effect]) -> Vec<u32> {
        done.iter()
            .filter_map(|effect| if let Effect::Say(number, ..) = effect { Some(*number) } else { None })
            .collect()
    }

    #[test]
    fn a_run_is_the_models_own_with_the_rows_of_its_series() {
        let done = trial().give(run(3, "sequence=sunspots&units=4"));
        let [Effect::Say(3, Answer::Run(head), Beside::Run(made))] = &done[..] else { panic!("{done:?}") };
        let settings = state("sequence=sunspots&units=4").settings;
        assert_eq!(**made, Run::new(&settings, &settings.sequence(Library::shipped())));
        assert!(head.series.is_some() && !head.absent);
    }

    #[test]
    fn a_picture_is_answered_at_once_and_finished_when_it_is_quiet() {
        let mut trial = trial();
        let done = trial.give(picture(5, "picture=spectrum"));
        let has_values = |answer: &&Answer| match answer {
            Answer::Picture(measured) => matches!(&**measured, Measured::Spectrum(own) if own.log_values.is_some()),
            _ => false,
        };
        assert!(matches!(&said(&done)[..], [Answer::Picture(_), Answer::Done]), "{done:?}");
        assert!(answered(&done).ends_with(&[5]) && !said(&done).iter().any(has_values));
        assert_eq!(done.last(), Some(&Effect::Wake(Timer::Quiet, QUIET)));
        assert!(said(&trial.give(Event::Woken(Timer::Quiet))).iter().any(has_values), "what was left for later");
        assert_eq!(trial.give(Event::Woken(Timer::Quiet)), [], "woken twice");
        trial.give(picture(6, "picture=saturation"));
        assert_eq!(trial.give(Event::Woken(Timer::Quiet)), [], "nothing was left");
        let same = trial.give(picture(7, "picture=saturation"));
        assert!(matches!(&said(&same)[..], [Answer::Done]), "an answer, though nothing changed");
    }

    /// A request for a picture, with numbers beside it.
    fn shared(number: u32, fragment: &str, numbers: Vec<f64>) -> Event {
        Event::Asked(number, Request::Picture(Settled(state(fragment))), Beside::Doubles(numbers))
    }

    /// The numbers of a picture, sent to a page that has none.
    fn afresh(trial: &mut Trial<Artist>, event: Event) -> Measured {
        trial.actor.measured = Measured::Nothing;
        let done = trial.give(event);
        let [Answer::Picture(measured), Answer::Done] = &said(&done)[..] else { panic!("{done:?}") };
        Measured::clone(measured)
    }

    /// What a picture shows of a run.
    fn shown(fragment: &str, run: &Run) -> Measured {
        let state = state(fragment);
        let sequence = state.settings.sequence(Library::shipped());
        measure(&Scene { quick: true, state: &state, sequence: &sequence, run, absent: false })
    }

    fn made(fragment: &str) -> Run {
        let settings = state(fragment).settings;
        Run::new(&settings, &settings.sequence(Library::shipped()))
    }

    /// Numbers that no engine gives: what is shown of them was not worked out anew.
    fn invented(run: &Run) -> Vec<f64> {
        run.numbers().flatten().map(|x| x * 0.75).collect()
    }

    #[test]
    fn a_picture_shows_the_run_whose_numbers_came_with_it_and_goes_on_showing_it() {
        const BEFORE: &str = "picture=saturation&units=4&gain=1.5";
        const AFTER: &str = "picture=saturation&units=4&gain=2";
        const ELSEWHERE: &str = "picture=saturation&units=4&gain=2&cell=gru";
        let mut trial = trial();
        assert_eq!(afresh(&mut trial, picture(1, BEFORE)), shown(BEFORE, &made(BEFORE)));
        let mut run = made(AFTER);
        let numbers = invented(&run);
        assert!(run.overwrite(&numbers));
        assert_ne!(shown(AFTER, &run), shown(AFTER, &made(AFTER)), "the invented numbers can be told");
        assert_eq!(afresh(&mut trial, shared(2, AFTER, numbers)), shown(AFTER, &run));
        assert_eq!(
            afresh(&mut trial, picture(3, ELSEWHERE)),
            shown(ELSEWHERE, &run),
            "no numbers come of the same run"
        );
        assert_eq!(afresh(&mut trial, picture(4, BEFORE)), shown(BEFORE, &made(BEFORE)), "of another it makes its own");
    }

    #[test]
    fn numbers_of_another_shape_are_not_shown() {
        const FEW: &str = "picture=saturation&units=4";
        const MANY: &str = "picture=saturation&units=5";
        let mut trial = trial();
        for numbers in [vec![], vec![0.5; 7], invented(&made(MANY))] {
            assert_eq!(afresh(&mut trial, shared(2, MANY, numbers)), shown(MANY, &made(MANY)));
            assert_eq!(afresh(&mut trial, shared(3, FEW, vec![1.0])), shown(FEW, &made(FEW)));
        }
    }

    #[test]
    fn a_run_that_training_left_is_read_first_and_looked_for_again_while_it_is_on_its_way() {
        let fragment = "task=recall&t_knob=5&t_units=4&t_batch=4&trained=3&cell=gru";
        let setup = Setup::new(&state(fragment).settings, &Sets::default()).0;
        let mut trial = trial();
        let done = trial.give(run(9, fragment));
        assert_eq!(done.iter().filter(|effect| matches!(effect, Effect::Read(_))).count(), 3);
        assert_eq!(done.last(), Some(&Effect::Wake(Timer::Look, LOOKS.1)));
        assert_eq!(trial.give(Event::Read(setup.file(CellKind::Gru), None)), [], "a file that comes twice");
        for cell in CellKind::ALL {
            let mut session = Session::new(setup.clone(), cell);
            assert!((0..3).all(|_| session.advance()));
            trial.files.insert(setup.file(cell), session.save());
        }
        let done = trial.give(Event::Woken(Timer::Look));
        assert_eq!(answered(&done), [9]);
        assert!(matches!(&said(&done)[..], [Answer::Run(head)] if !head.absent));
    }

    #[test]
    fn a_run_that_is_not_there_is_said_to_be_absent() {
        let mut trial = trial();
        let mut done = trial.give(run(9, "task=recall&t_knob=5&t_units=4&t_batch=4&trained=3"));
        for _ in 1..LOOKS.0 {
            assert_eq!(answered(&done), []);
            done = trial.give(Event::Woken(Timer::Look));
        }
        assert!(matches!(&said(&done)[..], [Answer::Run(head)] if head.absent));
        assert_eq!(trial.give(Event::Woken(Timer::Look)), []);
    }

    #[test]
    fn what_a_person_brings_is_told_and_kept_and_what_cannot_be_read_is_told() {
        let mut trial = trial();
        let text = "It was the best of times, it was the worst of times. ".repeat(20);
        let done = trial.give(Event::Asked(0, Request::Bring(Own::Text, Some(text)), Beside::Nothing));
        assert!(done.iter().any(|effect| matches!(effect, Effect::Write(name, _) if name.starts_with("own-text"))));
        assert_eq!(trial.files.len(), 1);
        let done = trial.give(Event::Brought(Own::Series, Err("no permission".to_owned())));
        assert!(format!("{:?}", said(&done)).contains("no permission"));
        let done = trial.give(Event::Brought(Own::Series, Ok((String::new(), None))));
        assert!(!said(&done).is_empty() && trial.files.len() == 1, "what cannot be used is kept nowhere");
    }

    #[test]
    fn a_sweep_has_the_machine_for_itself() {
        let mut trial = trial();
        let command =
            |command| Event::Asked(0, Request::Command(Settled(state("view=train")), command), Beside::Nothing);
        trial.give(command(Command::Train(TrainCommand::Start)));
        let done = trial.give(command(Command::Sweep(SweepKey::Ablations)));
        let told = |whom: Whom| done.iter().any(|effect| matches!(effect, Effect::Tell(own, ..) if *own == whom));
        assert!(told(Whom::Sweeper(0)) && told(Whom::Trainer(CellKind::Rnn)));
        assert!(!trial.give(command(Command::CancelSweep)).is_empty());
        assert!(!trial.give(command(Command::ForgetProgress)).is_empty());
    }

    #[test]
    fn each_view_draws_itself() {
        for view in ["train", "results", "compare", "reference"] {
            let mut trial = trial();
            let done = trial.give(picture(2, &format!("view={view}")));
            assert!(answered(&done).contains(&2), "{view}");
            let said = said(&done);
            let page = said.iter().any(|answer| matches!(answer, Answer::Page(page) if !page.entries.is_empty()));
            let numbers = said
                .iter()
                .find(|answer| matches!(answer, Answer::Ablations(_) | Answer::Results(_) | Answer::Compare(_)));
            match view {
                "reference" => assert!(page && numbers.is_none()),
                "train" => assert!(matches!(numbers, Some(Answer::Ablations(own)) if own.0.len() == 13)),
                "results" => assert!(matches!(numbers, Some(Answer::Results(own)) if own.papers.len() == 10)),
                _ => assert!(matches!(numbers, Some(Answer::Compare(own)) if own.claims.len() == 9) && page),
            }
        }
    }

    #[test]
    fn a_lesson_and_a_page_are_told_once_and_again_when_they_are_others() {
        let mut trial = trial();
        let lesson = |number, fragment: &str| picture(number, &format!("{fragment}&seed=7"));
        let of = |done: &[Effect]| {
            let told = |answer: &&Answer| match answer {
                Answer::Lesson(lesson) => Some(lesson.of.lesson.clone()),
                Answer::Page(page) => Some(page.key.clone()),
                _ => None,
            };
            said(done).iter().filter_map(told).collect::<Vec<_>>()
        };
        let done = trial.give(lesson(1, "lesson=lstm.2"));
        assert!(said(&done).iter().any(|answer| matches!(answer, Answer::Steps(steps) if !steps.is_empty())));
        assert_eq!(of(&done), ["lstm.2"]);
        assert_eq!(of(&trial.give(lesson(2, "lesson=lstm.2"))), [""; 0], "it is known");
        assert_eq!(of(&trial.give(lesson(3, "lesson=lstm.2&guess=1"))), [""; 0], "a guess waits for the answer");
        assert_eq!(of(&trial.give(lesson(4, "lesson=lstm.3"))), ["lstm.3"]);
        assert_eq!(of(&trial.give(picture(5, "view=reference&page=faq"))), ["faq"]);
        assert_eq!(of(&trial.give(picture(6, "view=reference&page=faq"))), [""; 0]);
    }

    #[test]
    fn while_a_sweep_runs_its_progress_is_sent_alone_and_its_numbers_once_a_run_is_done() {
        let key = SweepKey::Paper(PaperKey::Bengio1994);
        let mut trial = trial();
        trial.give(picture(1, "view=results"));
        let begin = Request::Command(Settled(state("view=results")), Command::Sweep(key));
        let done = trial.give(Event::Asked(0, begin, Beside::Nothing));
        let told = said(&done);
        assert!(
            matches!(&told[..], [Answer::Standings(all)] if all.len() == 10),
            "one runs, the others wait: {told:?}"
        );
        let heard = |made| Event::Heard(Whom::Sweeper(0), Answer::Sweep(key, made), Beside::Nothing);
        let done = trial.give(heard(port::Made::Share(0.25)));
        let told = said(&done);
        assert!(matches!(&told[..], [Answer::Standings(all)] if all.len() == 1), "{told:?}");
        let outcome = learn::sweep::Outcome::default();
        for number in 0..2 {
            let done = trial.give(heard(port::Made::Run(number, outcome)));
            let told = said(&done);
            assert!(matches!(&told[..], [Answer::Standings(_)]), "a row has three: {told:?}");
        }
        let done = trial.give(heard(port::Made::Run(2, outcome)));
        let told = said(&done);
        assert!(matches!(&told[..], [Answer::Standings(_), Answer::Results(_)]), "{told:?}");
    }

    #[test]
    fn a_view_of_runs_is_told_once_what_is_known_of_them_has_come_or_cannot_be_had() {
        let mut trial = trial();
        trial.stuck = true;
        let numbers = |done: &[Effect]| said(done).iter().any(|answer| matches!(answer, Answer::Results(_)));
        assert!(!numbers(&trial.give(picture(1, "view=results"))));
        let refused = Event::Fetched(course::results::RECORDED.to_owned(), Err("gone".to_owned()));
        assert!(!numbers(&trial.give(refused)), "what is kept may say more");
        assert!(numbers(&trial.give(Event::Read(sweeper::FILE.to_owned(), None))));
    }

    #[test]
    fn data_for_the_controls_is_fetched_once_and_a_failure_is_left_to_those_that_train() {
        let own = "view=train&task=own_series&t_own=own-series-0000000000000009";
        let mut trial = trial();
        trial.stuck = true;
        let attend = || Event::Asked(0, Request::Attend(Settled(state(own))), Beside::Nothing);
        let fetches = |done: &[Effect]| done.iter().filter(|effect| matches!(effect, Effect::Fetch(_))).count();
        assert_eq!(fetches(&trial.give(attend())), 1);
        assert_eq!(fetches(&trial.give(attend())), 0);
        let file = "own-series-0000000000000009".to_owned();
        assert_eq!(trial.give(Event::Fetched(file.clone(), Err("gone".to_owned()))), []);
        assert_eq!(fetches(&trial.give(attend())), 1, "it is tried again");
        let rows: String = (0..60).map(|t| format!("{t},{}\n", t % 7)).collect();
        let done = trial.give(Event::Fetched(file, Ok(format!("t,x\n{rows}"))));
        assert!(!said(&done).is_empty(), "the controls are drawn");
    }
}
