//! Tests of the artist: it is asked as by the page, and what it has done is looked at. `cargo test` alone reads them.

use super::*;
use crate::actor::Piece;
use crate::trial::{Trial, said, state};
use crate::waiting::LOOKS;
use engine::trace::CellKind;
use intake::Choices;
use learn::own::Fault;
use learn::trained::Lack;
use learn::training::Session;
use model::command::Own;
use model::lab::Run;
use model::sequence::Library;
use port::{Cell, Taking};

fn trial() -> Trial<Artist> {
    Trial::of(Artist::new(Around::default()))
}

/// What an effect says of a person's own data.
fn of_own(effect: &Effect) -> Option<OwnAnswer> {
    match effect {
        Effect::Say(_, Answer::Own(said), _) => said.opened(),
        _ => None,
    }
}

fn picture(number: u32, fragment: &str) -> Event {
    Event::Asked(number, Request::Picture(Settled(state(fragment))), Beside::Nothing)
}

fn run(number: u32, fragment: &str) -> Event {
    Event::Asked(number, Request::Run(Settled(state(fragment))), Beside::Nothing)
}

/// The numbers of the requests that were answered.
fn answered(done: &[Effect]) -> Vec<u32> {
    done.iter().filter_map(|effect| if let Effect::Say(number, ..) = effect { Some(*number) } else { None }).collect()
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
        Answer::Picture(measured) => {
            matches!(measured.opened(), Some(Measured::Spectrum(own)) if own.log_values.is_some())
        }
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
    measured.opened().expect("numbers")
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
    assert_eq!(afresh(&mut trial, picture(3, ELSEWHERE)), shown(ELSEWHERE, &run), "no numbers come of the same run");
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
        assert!(answered(&done).is_empty());
        done = trial.give(Event::Woken(Timer::Look));
    }
    assert!(matches!(&said(&done)[..], [Answer::Run(head)] if head.absent));
    assert_eq!(trial.give(Event::Woken(Timer::Look)), []);
}

#[test]
fn weights_that_ship_stand_in_where_this_browser_has_no_run() {
    let fragment = "sequence=example&task=recall&trained=4000&example=2";
    let mut trial = trial();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/weights/recall.bin");
    trial.weights.insert("recall.bin".to_owned(), std::fs::read(path).unwrap());
    let done = trial.give(run(9, fragment));
    assert!(done.contains(&Effect::Load("recall.bin".to_owned())));
    assert_eq!(answered(&done), [9]);
    let [Answer::Run(head)] = &said(&done)[..] else { panic!("{done:?}") };
    assert!(!head.absent && head.lack.is_none() && head.answers.is_some());
    assert_eq!(head.example.as_ref().map(|example| example.labels.len()), Some(30));
    // Before training, and of another example, they are here already.
    for more in ["&untrained=yes", "&example=5"] {
        let done = trial.give(run(10, &format!("sequence=example&task=recall&trained=4000{more}")));
        assert!(!done.iter().any(|effect| matches!(effect, Effect::Load(_) | Effect::Read(_))), "{more}");
        assert_eq!(answered(&done), [10]);
    }
}

#[test]
fn weights_that_ship_and_do_not_come_are_told_with_the_cause() {
    let mut trial = trial();
    let done = trial.give(run(9, "sequence=example&task=recall&trained=4000"));
    let [Answer::Run(head)] = &said(&done)[..] else { panic!("{done:?}") };
    assert!(head.absent && head.answers.is_none());
    assert_eq!(head.lack, Some(Lack::Unfetched("the server says 404".to_owned())));
    assert_eq!(trial.give(Event::Loaded("recall.bin".to_owned(), Ok(vec![]))), [], "what comes twice or too late");
}

/// What the page was told of recorded runs: the task, and whether the settings are the same.
fn recorded(done: &[Effect]) -> Vec<Option<(String, bool)>> {
    let recorded = |answer: &&Answer| match answer {
        Answer::Recorded(own) => Some(own.as_ref().map(|own| (own.task.clone(), own.is_same))),
        _ => None,
    };
    said(done).iter().filter_map(recorded).collect()
}

#[test]
fn train_is_told_of_the_recorded_run_that_its_own_is_compared_with() {
    let mut trial = trial();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/weights/recall.losses.bin");
    trial.weights.insert("recall.losses.bin".to_owned(), std::fs::read(path).unwrap());
    assert_eq!(recorded(&trial.give(picture(1, "view=lab&task=recall"))), [], "nobody looks at it");
    let done = trial.give(picture(2, "view=train&task=recall"));
    assert!(done.contains(&Effect::Load("recall.losses.bin".to_owned())));
    assert_eq!(recorded(&done), [Some(("recall".to_owned(), true))]);
    let done = trial.give(picture(3, "view=train&task=recall&t_units=8"));
    assert!(!done.iter().any(|effect| matches!(effect, Effect::Load(_))), "it is fetched once");
    assert_eq!(recorded(&done), [Some(("recall".to_owned(), false))]);
    assert_eq!(recorded(&trial.give(picture(4, "view=train&task=recall&t_units=8&t_rate=1"))), [], "the same again");
    // Other sequences have other losses.
    assert_eq!(recorded(&trial.give(picture(5, "view=train&task=recall&t_knob=7"))), [None]);
}

#[test]
fn a_recorded_run_that_is_missing_or_broken_is_none() {
    let mut trial = trial();
    trial.weights.insert("recall.losses.bin".to_owned(), vec![1, 2, 3]);
    for task in ["recall", "order", "own_text"] {
        assert_eq!(recorded(&trial.give(picture(1, &format!("view=train&task={task}")))), [], "{task}");
    }
    assert_eq!(trial.give(Event::Loaded("recall.losses.bin".to_owned(), Ok(vec![]))), [], "too late");
}

#[test]
fn what_a_person_brings_is_told_and_kept_and_what_cannot_be_read_is_told() {
    let mut trial = trial();
    let text = "It was the best of times, it was the worst of times. ".repeat(20);
    let done = trial.give(Event::Asked(0, Request::Bring(Own::Text, Some(text)), Beside::Nothing));
    assert!(done.iter().any(|effect| matches!(effect, Effect::Write(name, _) if name.starts_with("own-text"))));
    assert_eq!(trial.files.len(), 2, "the text, and what was said of it");
    // It is told once it is kept, so that nobody reads a file that is still empty; and also where nothing can be kept.
    let place = |wanted: fn(&Effect) -> bool| done.iter().position(wanted).unwrap();
    let told = place(|effect| matches!(of_own(effect), Some(OwnAnswer::Read(Ok(_)))));
    assert!(place(|effect| matches!(effect, Effect::Write(..))) < told);
    let mut waits = self::trial();
    waits.stuck = true;
    let text = "It was the age of wisdom, it was the age of foolishness. ".repeat(20);
    let done = waits.give(Event::Asked(0, Request::Bring(Own::Text, Some(text)), Beside::Nothing));
    assert!(said(&done).is_empty(), "others could not read it yet");
    let Some(Effect::Write(file, _)) = done.iter().find(|effect| matches!(effect, Effect::Write(..))) else { panic!() };
    let done = waits.give(Event::Written(file.clone(), Err("full".to_owned())));
    assert!(matches!(&done.iter().filter_map(of_own).collect::<Vec<_>>()[..], [OwnAnswer::Read(Ok(_))]));
    let done = trial.give(Event::Brought(Own::Series, Err("no permission".to_owned())));
    let why = Fault::Unreadable("no permission".to_owned());
    assert_eq!(done.iter().filter_map(of_own).collect::<Vec<_>>(), [OwnAnswer::Read(Err(why))]);
    let piece = |bytes: &[u8]| Piece { bytes: bytes.to_vec(), is_first: true, ..Piece::default() };
    trial.give(Event::Brought(Own::Series, Ok(piece(b""))));
    let done = trial.slice();
    assert!(!said(&done).is_empty() && trial.files.len() == 2, "what cannot be used is kept nowhere");
}

#[test]
fn a_large_table_is_read_in_slices_can_be_stopped_and_is_read_anew_as_decided() {
    let mut trial = trial();
    let bytes = (0..30_000).map(|t| format!("{t};1,{:03}\n", 250 + t * 7 % 700)).collect::<String>().into_bytes();
    let (first, second) = bytes.split_at(70_000);
    let piece = |bytes: &[u8], is_first: bool, share: Option<f64>| {
        Event::Brought(Own::Series, Ok(Piece { bytes: bytes.to_vec(), is_first, share, cut: None }))
    };
    let shares = |done: &[Effect]| done.iter().filter(|own| matches!(of_own(own), Some(OwnAnswer::Share(_)))).count();
    assert_eq!(shares(&trial.give(piece(first, true, Some(0.3)))), 1);
    trial.give(piece(second, false, None));
    let ask = |request: Request| Event::Asked(0, request, Beside::Nothing);
    trial.give(ask(Request::StopBringing));
    assert!(said(&trial.slice()).is_empty() && trial.files.is_empty(), "it was stopped");
    trial.give(piece(first, true, Some(0.3)));
    trial.give(piece(second, false, None));
    trial.done.clear();
    trial.run_out();
    let told = |done: &[Effect]| -> Vec<f64> {
        let plot = |effect: &Effect| match of_own(effect) {
            Some(OwnAnswer::Read(Ok(told))) => match &told.preview {
                own::Preview::Table(shown) => Some(shown.plot[0]),
                own::Preview::Text(_) => None,
            },
            _ => None,
        };
        done.iter().filter_map(plot).collect()
    };
    // The last 20 000 rows begin with row 10 000: 1,250 and 7 · 10 000 thousandths, counted round at 700.
    assert_eq!(told(&trial.done), [1.25]);
    trial.done.clear();
    let choices = Choices { decimal: Some(intake::Decimal::Point), ..Choices::default() };
    trial.give(ask(Request::Decide(choices)));
    trial.run_out();
    assert_eq!(told(&trial.done), [1250.0]);
}

#[test]
fn a_sweep_has_the_machine_for_itself() {
    let mut trial = trial();
    let command = |command| Event::Asked(0, Request::Command(Settled(state("view=train")), command), Beside::Nothing);
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
        let numbers =
            said.iter().find(|answer| matches!(answer, Answer::Ablations(_) | Answer::Results(_) | Answer::Compare(_)));
        match view {
            "reference" => {
                let index =
                    said.iter().filter(|answer| matches!(answer, Answer::Index(all) if all.len() > 100)).count();
                assert!(page && numbers.is_none() && index == 1);
            }
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
    assert!(matches!(&told[..], [Answer::Standings(all)] if all.len() == 10), "one runs, the others wait: {told:?}");
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

#[test]
fn a_lessons_sheet_is_told_with_what_its_figures_are_drawn_from() {
    let sheet_at = |page: &str| {
        let mut trial = trial();
        let done = trial.give(picture(1, &format!("view=reference&page={page}")));
        let sheets = said(&done).into_iter().filter_map(|answer| match answer {
            Answer::Sheet(sheet) => Some((**sheet).clone()),
            _ => None,
        });
        let all: Vec<_> = sheets.collect();
        assert_eq!(said(&trial.give(picture(2, &format!("view=reference&page={page}")))).len(), 1, "told once");
        all
    };
    let vanishing = sheet_at("vanishing");
    let names: Vec<&str> = vanishing[0].pictures.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["vanishing.2", "vanishing.5", "vanishing.6"]);
    assert!(
        vanishing[0].pictures.iter().all(|(_, measured)| measured.opened().is_some_and(|own| own.picture().is_some()))
    );
    let series = sheet_at("series");
    assert_eq!(series[0].series.iter().map(|(key, _)| &**key).collect::<Vec<_>>(), ["co2"]);
    assert!(series[0].series[0].1.len() > 100 && series[0].pictures.len() == 2);
    assert_eq!(sheet_at("faq"), [], "no lesson");
}

/// How far a picture is that is told of.
fn going(done: &[Effect]) -> Option<measure::Going> {
    let last = said(done).into_iter().rev().find_map(|answer| match answer {
        Answer::Picture(measured) => measured.opened(),
        _ => None,
    });
    match last? {
        Measured::Draws(own) => Some(own.going),
        Measured::Kept(own) => Some(own.going),
        _ => None,
    }
}

fn waits(done: &[Effect]) -> bool {
    done.contains(&Effect::Wake(Timer::Work, 0))
}

fn command(fragment: &str, command: Command) -> Event {
    Event::Asked(0, Request::Command(Settled(state(fragment)), command), Beside::Nothing)
}

/// Gives slices as long as they are asked for. What was told, and how many there were.
fn work_out(trial: &mut Trial<Artist>) -> (Vec<measure::Going>, usize) {
    let (mut told, mut slices, mut goes_on) = (vec![], 0, true);
    while goes_on {
        let done = trial.give(Event::Woken(Timer::Work));
        told.extend(going(&done));
        goes_on = waits(&done);
        slices += 1;
    }
    (told, slices)
}

#[test]
fn what_takes_long_is_begun_when_it_is_quiet_told_on_the_way_and_ends() {
    for fragment in ["picture=draws&units=4", "picture=kept&units=4"] {
        let mut trial = trial();
        let done = trial.give(picture(5, fragment));
        assert!(!waits(&done) && going(&done).is_some_and(|going| going.done == 0), "{fragment}");
        assert!(waits(&trial.give(Event::Woken(Timer::Quiet))));
        let (told, slices) = work_out(&mut trial);
        assert!(slices > 10 && told.len() > 1 && told.len() < slices, "{fragment}: {} of {slices}", told.len());
        assert!(told.windows(2).all(|pair| pair[0].done < pair[1].done) && told.last().unwrap().is_done());
        let elsewhere = trial.give(picture(6, &format!("{fragment}&at=3")));
        assert!(!waits(&elsewhere) && going(&elsewhere).is_none_or(|going| going.is_done()), "what is done stays");
    }
}

#[test]
fn what_takes_long_is_stopped_and_goes_on_and_another_setting_begins_anew() {
    const DRAWS: &str = "picture=draws&units=4";
    let mut trial = trial();
    trial.give(picture(5, DRAWS));
    trial.give(Event::Woken(Timer::Quiet));
    trial.give(Event::Woken(Timer::Work));
    let stopped = trial.give(command(DRAWS, Command::StopWork));
    let so_far = going(&stopped).unwrap();
    assert!(so_far.is_stopped && so_far.done > 0 && !so_far.is_done() && !waits(&stopped));
    assert_eq!(trial.give(Event::Woken(Timer::Work)), [], "it stands still");
    let again = trial.give(command(DRAWS, Command::GoOn));
    assert!(waits(&again) && going(&again).is_some_and(|going| !going.is_stopped && going.done == so_far.done));
    trial.give(picture(6, "picture=draws&units=4&gain=2"));
    let other = trial.give(Event::Woken(Timer::Quiet));
    assert!(waits(&other));
    let (told, _) = work_out(&mut trial);
    assert!(told.last().unwrap().is_done());
    trial.give(picture(7, "picture=edit"));
    trial.give(Event::Woken(Timer::Quiet));
    assert_eq!(trial.give(Event::Woken(Timer::Work)), [], "another picture is open");
}

/// A network with two layers, as a person brings it: its name, and its layers.
fn brought() -> (Net, Vec<engine::trace::Parameters>) {
    let layer = |inputs| {
        let mut own = engine::trace::Parameters::zeros(CellKind::Gru, inputs, 4);
        own.numbers_mut().into_iter().flatten().enumerate().for_each(|(n, x)| *x = (n as f64).cos());
        own
    };
    let layers = vec![layer(1), layer(4)];
    (Net { cell: CellKind::Gru, layers: 2, inputs: 1, units: 4, mark: model::lab::mark(&layers) }, layers)
}

#[test]
fn a_network_that_a_person_brought_is_kept_and_nothing_else_is() {
    let (net, layers) = brought();
    let text = model::lab::packed(&layers).into_bytes();
    let keep = |name: &str, bytes: Beside| Event::Asked(0, Request::Keep(name.to_owned()), bytes);
    let mut trial = trial();
    trial.stuck = true;
    let done = trial.give(keep(&net.file(), Beside::Bytes(text.clone())));
    assert_eq!(done, [Effect::Write(net.file(), text), Effect::Thin(NETS, String::new(), MOST_NETS)]);
    for name in ["progress", "run-1-gru", "net-../progress", "net-"] {
        assert_eq!(trial.give(keep(name, Beside::Bytes(vec![1]))), [], "{name}");
    }
    assert_eq!(trial.give(keep(&net.file(), Beside::Nothing)), []);
}

#[test]
fn a_network_that_a_person_brought_is_read_first_and_taken_along_whole() {
    let (net, layers) = brought();
    let fragment = format!("sequence=impulse&length=9&units=4&net={net}");
    let mut absent = trial();
    let done = absent.give(run(8, &fragment));
    assert!(matches!(&said(&done)[..], [Answer::Run(head)] if head.absent), "no file has it");
    let mut trial = trial();
    trial.files.insert(net.file(), model::lab::packed(&layers).into_bytes());
    let done = trial.give(run(9, &fragment));
    assert!(done.contains(&Effect::Read(net.file())));
    assert!(matches!(&said(&done)[..], [Answer::Run(head)] if !head.absent), "{done:?}");
    let take = |taking| {
        Event::Asked(0, Request::Take(Settled(state(&fragment)), taking, "an address".to_owned()), Beside::Nothing)
    };
    let done = trial.give(take(Taking::Network(Cell(CellKind::Gru))));
    let [Effect::Say(0, Answer::Taken(shown), Beside::Nothing)] = &done[..] else { panic!("{done:?}") };
    let shown = shown.opened().unwrap();
    assert_eq!((shown.layers, shown.x.len(), shown.h.len()), (layers, 9, 36));
    assert_eq!(shown.address, "an address");
    for taking in [Taking::Csv, Taking::Json] {
        let done = trial.give(take(taking));
        assert!(matches!(&done[..], [Effect::Say(0, Answer::Taken(_), Beside::Bytes(text))] if text.len() > 1000));
    }
}
