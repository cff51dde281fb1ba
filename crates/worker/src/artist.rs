//! The actor that answers the page: it runs the engine, draws what is in view, and has others train, sweep and teach.

use course::compare::compared;
use course::lesson::{Lesson, Looking, Place, Reference, chosen, index, page_told};
use course::results::{Matrix, RECORDED, ablated, matrix, redone};
use course::runs::{PageRuns, TableRuns};
use course::scans::scans;
use learn::own;
use learn::task::Sets;
use learn::training::{Recorded, Setup, read_recorded};
use measure::training::{RecordedData, TaskData};
use measure::{Measured, Picture, Scene, Work, measure};
use model::command::{Command, ComparisonKey, PaperKey, SweepKey, TrainCommand, View};
use model::keys::Key;
use model::settings::{Net, Settings, State};
use port::{Answer, OwnAnswer, Parcel, Request, Settled};

use crate::actor::{Actor, Beside, Effect, Event, Now, Timer, Whom};
use crate::bringer::Bringer;
use crate::leader::Leader;
use crate::runs::Runs;
use crate::sent::Sent;
use crate::sheet::Sheets;
use crate::sweeper::{self, Sweeper};
use crate::teacher::{self, Sweeps, Teacher, Told};
use crate::waiting::Waiting;

/// For so long, in milliseconds, nobody must have asked before a picture is finished.
const QUIET: i32 = 40;
/// So long a slice of what a picture takes long for lasts, in milliseconds, and so long lies between two times that it is told.
const WORK: (f64, f64) = (12.0, 100.0);
/// How the names of the files begin that hold a person's networks, and how many of them are kept.
const NETS: &str = "net-";
const MOST_NETS: usize = 12;

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
    /// The runs, and the one that pictures show.
    runs: Runs,
    /// A request that waits for what training left.
    waiting: Option<Waiting>,
    /// The numbers of the open picture, as the page has them.
    measured: Measured,
    /// What the open picture takes long for, the request that it belongs to, and when it was told last.
    work: Option<(Work, u32, f64)>,
    /// What the page has been told of lessons last, and of the pages beside them.
    lesson: Option<Box<Lesson>>,
    reference: Option<Box<Reference>>,
    sheets: Sheets,
    /// The task of Train's controls, as the page has it.
    task: Option<TaskData>,
    /// The file of recorded losses that was asked for last, and what it holds, once it has come and can be used.
    losses: Option<(String, Option<[Recorded; 3]>)>,
    /// The recorded run behind Train's lanes, as the page has it.
    recorded: Option<RecordedData>,
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
    bringer: Bringer,
    leader: Leader,
    sweeper: Sweeper,
    teacher: Teacher,
    effects: Vec<Effect>,
}

/// The sweeps of a view. Those of prose stand with it.
fn swept(settings: &Settings) -> Vec<SweepKey> {
    match View::of(settings) {
        View::Lab if times_scans(settings) => vec![SweepKey::Scans],
        View::Start | View::Lab | View::Choose | View::Reference => vec![],
        View::Train => vec![SweepKey::Ablations],
        View::Compare => ComparisonKey::ALL.iter().copied().map(SweepKey::Compare).collect(),
        View::Results => PaperKey::ALL.iter().copied().map(SweepKey::Paper).collect(),
    }
}

/// Whether the picture is open that times a scan.
fn times_scans(settings: &Settings) -> bool {
    View::of(settings) == View::Lab && Picture::of(settings) == Some(Picture::After)
}

impl Artist {
    /// One that has drawn nothing yet.
    #[must_use]
    pub fn new(around: Around) -> Self {
        Self {
            teacher: Teacher::new(),
            lesson: None,
            reference: None,
            sheets: Sheets::default(),
            around,
            state: State::default(),
            sets: Sets::default(),
            runs: Runs::new(),
            waiting: None,
            measured: Measured::Nothing,
            work: None,
            task: None,
            losses: None,
            recorded: None,
            sent: Sent::default(),
            page: None,
            table: None,
            matrix: None,
            unfinished: None,
            fetching: None,
            bringer: Bringer::default(),
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
            self.effects.push(Effect::Say(0, Answer::Picture(Parcel::of(&measured)), Beside::Nothing));
            self.measured = measured;
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

    /// Sends the recorded run that Train's own is compared with, if the page has another. Its file is fetched once; where it
    /// cannot be had or used, nothing is sent.
    fn show_recorded(&mut self, settings: &Settings) {
        let setup = Setup::new(settings, &self.sets).0;
        let behind = setup.behind();
        let file = behind.as_ref().map(|behind| &behind.file);
        if let Some(file) = file
            && self.losses.as_ref().map(|(own, _)| own) != Some(file)
        {
            self.losses = Some((file.clone(), None));
            self.effects.push(Effect::Load(file.clone()));
        }
        let held = self.losses.as_ref().filter(|(own, _)| Some(own) == file).and_then(|(_, held)| held.as_ref());
        let recorded =
            behind.as_ref().zip(held).map(|(behind, held)| RecordedData::of(setup.task().key, behind.is_same, held));
        if self.recorded != recorded {
            self.recorded = recorded.clone();
            self.effects.push(Effect::Say(0, Answer::Recorded(recorded.map(Box::new)), Beside::Nothing));
        }
    }

    /// Says that all has been said that a request asked for.
    fn done(&mut self, number: u32) {
        self.effects.push(Effect::Say(number, Answer::Done, Beside::Nothing));
    }

    /// Answers a request of the page for a run or a picture.
    fn answer(&mut self, number: u32, request: Request, beside: Beside, now: Now) {
        match request {
            Request::Run(Settled(state)) => {
                let made = self.runs.made(number, &state.settings, now);
                self.effects.push(made);
            }
            Request::Take(Settled(state), taking, address) => {
                let taken = self.runs.taken_along(&state.settings, taking, address);
                self.effects.push(taken);
            }
            Request::Picture(Settled(state)) => {
                self.state = state.clone();
                if let Beside::Doubles(numbers) = beside {
                    self.runs.share(&state.settings, &numbers);
                }
                self.draw(number, &state, true, now);
                self.unfinished = Some((number, state));
                self.effects.push(Effect::Wake(Timer::Quiet, QUIET));
            }
            _ => {}
        }
    }

    /// Measures what the open picture shows, and draws what else is in view.
    fn draw(&mut self, number: u32, state: &State, quick: bool, now: Now) {
        self.tell_lesson(state, now);
        if View::of(&state.settings) != View::Lab {
            self.sweeps(state, now);
            if View::of(&state.settings) == View::Train {
                self.show_task(&state.settings);
                self.show_recorded(&state.settings);
            }
            if quick {
                self.done(number);
            }
            return;
        }
        let settings = &state.settings;
        if times_scans(settings) {
            self.sweeps(state, now);
        }
        let sequence = self.runs.sequence(settings);
        let held = self.runs.held(settings);
        let scene = Scene { quick, state, sequence: &sequence, run: &held.run, absent: held.absent };
        let mut measured = measure(&scene);
        let own = self.work.take().filter(|(work, ..)| work.is_of(&scene)).map(|(work, _, told)| (work, number, told));
        // Nothing is begun while a slider may be on its way.
        self.work = own.or_else(|| Work::of(&scene).filter(|_| !quick).map(|work| (work, number, now())));
        self.runs.hold(held);
        if let Some((work, ..)) = &self.work {
            work.put(&mut measured);
            if !work.going().is_done() && !work.is_stopped {
                self.effects.push(Effect::Wake(Timer::Work, 0));
            }
        }
        // The page shows numbers once all has been said.
        if self.show(measured) || quick {
            self.done(number);
        }
    }

    /// Does a slice of what the open picture takes long for, and tells of it now and then.
    fn work(&mut self, now: Now) {
        let Some((work, number, told)) = self.work.as_mut().filter(|(work, ..)| !work.is_stopped) else { return };
        let begun = now();
        while work.advance() && now() - begun < WORK.0 {}
        let (going, number) = (work.going(), *number);
        if !going.is_done() {
            self.effects.push(Effect::Wake(Timer::Work, 0));
        }
        if going.is_done() || begun - *told >= WORK.1 {
            *told = begun;
            self.tell_work(number);
        }
    }

    /// Tells what there is of it.
    fn tell_work(&mut self, number: u32) {
        let mut measured = self.measured.clone();
        if let Some((work, ..)) = &self.work {
            work.put(&mut measured);
        }
        if self.show(measured) {
            self.done(number);
        }
    }

    /// Stops what the open picture takes long for, or goes on with it.
    fn set_work(&mut self, is_stopped: bool) {
        let Some((work, number, _)) = self.work.as_mut() else { return };
        work.is_stopped = is_stopped;
        let number = *number;
        if !is_stopped {
            self.effects.push(Effect::Wake(Timer::Work, 0));
        }
        self.tell_work(number);
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
        let held = has_programs.then(|| self.runs.held(&state.settings));
        let sweeper = &self.sweeper;
        let sweeps =
            Sweeps { shown: &|key| sweeper.shown(key, &state.settings, now), seconds: &|key| sweeper.expected(key) };
        let (told, effects) = self.teacher.tell(state, held.as_ref().map(|held| &held.run), &sweeps);
        if let Some(held) = held {
            self.runs.hold(held);
        }
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
        if self.reference.is_none() {
            self.effects.push(Effect::Say(0, Answer::Index(index()), Beside::Nothing));
        }
        let figures = self.sheets.tell(&told, &self.runs.library, &self.sets);
        if self.reference.as_ref() != Some(&told) {
            self.reference = Some(told.clone());
            self.effects.push(Effect::Say(0, Answer::Page(told), Beside::Nothing));
        }
        self.effects.extend(figures);
    }

    /// Sends the numbers of the view that hang on sweeps. What is shipped and what is kept is brought with the first of these
    /// views; before it has come, a view that is made of it would only be shown to change at once.
    fn sweeps(&mut self, state: &State, now: Now) {
        let settings = &state.settings;
        let view = View::of(settings);
        if view != View::Lab || times_scans(settings) {
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
            View::Lab if times_scans(settings) => self.sent.scans(scans(&shown(SweepKey::Scans))),
            // What Start and Choose show follows from the settings: the page works it out itself.
            View::Start | View::Lab | View::Reference | View::Choose => None,
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
        let standings = swept(settings).into_iter().map(|key| (key, shown(key).standing));
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
            Request::Run(Settled(ref state))
            | Request::Picture(Settled(ref state))
            | Request::Take(Settled(ref state), ..) => {
                if self.runs.trained.is_missing(&state.settings) {
                    let state = state.clone();
                    let waiting = self.waiting.insert(Waiting::new(number, request, beside, state));
                    self.effects.extend(waiting.next(&self.sets, false));
                } else {
                    self.answer(number, request, beside, now);
                }
            }
            Request::Attend(Settled(state)) => {
                self.state = state;
                let looked_up = self.bringer.look_up(self.state.settings.text(Key::Own));
                self.effects.extend(looked_up);
                self.fetch_for_controls();
            }
            Request::Command(Settled(state), command) => self.command(state, command, now),
            Request::Keep(name) => {
                if let (Some(net), Beside::Bytes(bytes)) = (name.strip_prefix(NETS).and_then(Net::named), beside) {
                    self.effects
                        .extend([Effect::Write(net.file(), bytes), Effect::Thin(NETS, String::new(), MOST_NETS)]);
                }
            }
            Request::Export(name) => {
                let text = self.sets.get(&name).map_or(String::new(), |text| text.to_string());
                self.effects.push(Effect::Say(0, Answer::Own(Parcel::of(&OwnAnswer::Export(text))), Beside::Nothing));
            }
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
            Command::RestoreProgress => {
                let effects = self.teacher.restore();
                self.take(effects, now);
            }
            Command::StopWork => self.set_work(true),
            Command::GoOn => self.set_work(false),
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

    /// Has data fetched that is needed to tell of a task: for its baselines and its example.
    fn fetch_for_controls(&mut self) {
        if self.fetching.is_some() {
            return;
        }
        let level = Setup::new(&self.state.settings, &self.sets).0.level;
        if let Some(file) = level.missing() {
            let file = file.into_owned();
            self.fetching = Some(file.clone());
            self.effects.push(Effect::Fetch(file));
        }
    }

    /// Takes in a set of data, for the controls or for a request that waits. What fails is told by those that train.
    fn fetched(&mut self, file: &str, text: Result<String, String>) {
        let for_controls = self.fetching.take_if(|own| own == file).is_some();
        let for_request = self.waiting.as_ref().is_some_and(|own| own.fetches(file));
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
            self.look(!here);
        }
    }

    /// Has what the waiting request needs fetched and read.
    fn look(&mut self, no_more: bool) {
        if let Some(waiting) = &mut self.waiting {
            self.effects.extend(waiting.next(&self.sets, no_more));
        }
    }

    /// Takes in a run's file.
    fn brought(&mut self, file: &str, bytes: Option<Vec<u8>>, now: Now) {
        let Some(waiting) = &mut self.waiting else { return };
        match waiting.brought(file, bytes, &mut self.runs, &self.sets) {
            Some(effects) => self.effects.extend(effects),
            None => self.answer_waiting(now),
        }
    }

    /// Takes in weights or losses that ship with the page, or why they have not come.
    fn loaded(&mut self, file: &str, bytes: Result<Vec<u8>, String>, now: Now) {
        let sheet = self.sheets.loaded(file, &bytes, &self.sets);
        self.effects.extend(sheet);
        if let Some((own, held)) = &mut self.losses
            && own == file
        {
            let setup = Setup::new(&self.state.settings, &self.sets).0;
            *held = bytes.ok().and_then(|bytes| read_recorded(&bytes, &setup).ok());
            let settings = self.state.settings.clone();
            return self.show_recorded(&settings);
        }
        if self.waiting.as_ref().is_some_and(|own| own.loads(file)) {
            self.runs.trained.bring_shipped(bytes);
            self.answer_waiting(now);
        }
    }

    /// Answers the request that waited for what training left.
    fn answer_waiting(&mut self, now: Now) {
        if let Some(Waiting { number, request, beside, .. }) = self.waiting.take() {
            self.answer(number, request, beside, now);
        }
    }
}

impl Actor for Artist {
    fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        if Bringer::concerns(&event) {
            let effects = self.bringer.on(event.clone(), now);
            self.effects.extend(effects);
            if let Some((name, text)) = self.bringer.take() {
                self.sets.bring(&name, &text);
            }
        }
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
            Event::Read(file, _) if own::Told::is_file(&file) => vec![],
            Event::Read(file, bytes) => {
                self.brought(&file, bytes, now);
                vec![]
            }
            Event::Fetched(file, text) => {
                self.fetched(&file, text);
                vec![]
            }
            Event::Loaded(file, bytes) => {
                self.loaded(&file, bytes, now);
                vec![]
            }
            Event::Woken(Timer::Quiet) => {
                self.finish(now);
                vec![]
            }
            Event::Woken(Timer::Work) => {
                self.work(now);
                vec![]
            }
            Event::Woken(Timer::Look) => {
                self.look(true);
                vec![]
            }
            Event::Slice | Event::Brought(..) | Event::Written(..) | Event::Locked(_) | Event::Head(..) => vec![],
        };
        self.take(effects, now);
        std::mem::take(&mut self.effects)
    }
}

#[cfg(test)]
mod tests;
