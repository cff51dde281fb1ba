//! Trained weights in the Lab: the ones that ship with the page, the switch, and what is said where they lack.

use engine::trace::CellKind;
use learn::task::Sets;
use learn::trained::{Answers, Trained};
use model::keys::Key;
use model::lab::Run;
use model::sequence::{Example, Library};
use model::settings::Settings;

use crate::browser::{Page, STILL, Setup, Shifts};
use crate::number::assert_close;

const AGREEMENT: &str = "sequence=example&task=agreement&trained=3000";
/// f64 in another order, and in WebAssembly.
const OTHER_MACHINE: f64 = 1e-9;

/// What the engine makes natively of the weights that ship.
fn native(settings: &Settings) -> (Example, Run, Answers) {
    let sets = Sets::of_folder(concat!(env!("CARGO_MANIFEST_DIR"), "/static/sets")).unwrap();
    let mut trained = Trained::default();
    trained.bring(settings, &sets, CellKind::Lstm, [None, None, None]);
    let file = trained.shipped().expect("weights that ship");
    let path = format!("{}/static/weights/{file}", env!("CARGO_MANIFEST_DIR"));
    trained.bring_shipped(Ok(std::fs::read(path).unwrap()));
    let example = trained.example(settings);
    let mut library = Library::default();
    library.bring_example(settings.example_of(), example.clone());
    let run = Run::with(settings, &settings.sequence(&library), |cell| trained.network(settings, cell));
    let answers = trained.answers(settings, &run).expect("an answer");
    (example, run, answers)
}

/// The numbers at the right end of a cell's lane.
fn answer(page: &Page, cell: CellKind) -> Vec<f64> {
    let all = format!("[...document.querySelectorAll('[data-cell={}] .answer li')]", cell.key());
    page.text(&format!("{all}.map(line => line.dataset.number).join()"))
        .split(',')
        .map(|n| n.parse().unwrap())
        .collect()
}

fn wait_for_answers(page: &Page) {
    page.wait_until("all three answer", "document.querySelectorAll('.answer').length === 3");
    page.wait_until("the run is here", "!document.querySelector('.page.stale')");
    page.settle();
}

/// What is on screen is what the engine makes natively of the same weights.
fn assert_native(page: &Page) {
    let settings = page.state().settings;
    let (_, run, answers) = native(&settings);
    for cell in CellKind::ALL {
        let reach = run.lane(cell).reach[settings.mark_step()];
        assert_close("what is left", page.share(cell), reach, OTHER_MACHINE, reach);
        let expected = match &answers {
            Answers::Classes { shares, right, .. } => {
                let mut shares = shares[cell as usize].clone();
                if shares.len() > 3 {
                    let own = shares[*right];
                    shares.sort_by(|a, b| b.total_cmp(a));
                    shares.truncate(3);
                    // The right one stands last where it is none of the likeliest.
                    shares[2] = own.min(shares[2]);
                }
                shares
            }
            Answers::Value { right, given, .. } => vec![given[cell as usize], *right],
        };
        let shown = answer(page, cell);
        assert_eq!(shown.len(), expected.len(), "{cell:?}");
        for (ours, theirs) in shown.into_iter().zip(expected) {
            assert_close("an answer", ours, theirs, OTHER_MACHINE, theirs.abs());
        }
    }
}

/// Presses a part of the switch.
fn switch(page: &Page, name: &str) {
    let part = page.labelled(".weights", name);
    page.script("document.querySelector(arguments[0]).click()", vec![part.into()]);
    page.settle();
}

#[test]
fn a_first_visitor_presses_trained_and_sees_who_holds_the_subject() {
    let page = Page::open("view=lab");
    switch(&page, "Trained");
    wait_for_answers(&page);
    let fragment = page.fragment();
    assert!(fragment.contains("task=agreement") && fragment.contains("trained=3000"), "{fragment}");
    assert!(fragment.len() < 100, "it names task, step and example, and holds no numbers: {fragment}");
    let (example, _, answers) = native(&page.state().settings);
    let words =
        page.text("[...document.querySelectorAll('.words button')].map(word => word.textContent.trim()).join('|')");
    let names: Vec<&str> = example.labels.iter().map(String::as_str).collect();
    assert_eq!(words.replace(['\u{2068}', '\u{2069}'], ""), names.join("|"));
    let Answers::Classes { right, .. } = answers else { panic!("classes") };
    assert!(answer(&page, CellKind::Lstm)[right] > 0.9 && answer(&page, CellKind::Rnn)[right] < 0.9);
    assert_native(&page);
    // Whatever training left cannot be dragged, and it is told why.
    for slider in ["gain", "bias"] {
        assert!(page.holds(&format!("document.querySelector('#{slider}').getAttribute('aria-disabled') === 'true'")));
        page.find(&format!("#{slider}"));
        page.script("document.getElementById(arguments[0]).focus()", vec![slider.into()]);
        page.press(fantoccini::key::Key::Right);
    }
    let settings = page.state().settings;
    assert_eq!((settings.gain, settings.bias), (1.0, 1.0));
    assert!(page.text("document.querySelector('.controls').textContent").contains("Fixed by training"));
}

#[test]
fn every_kind_of_example_shows_what_the_engine_makes_of_it() {
    for (task, step) in [("adding", 4000), ("characters", 1500), ("co2", 3000), ("frames", 4000), ("translation", 4000)]
    {
        let page = Page::open(&format!("sequence=example&task={task}&trained={step}&example=2"));
        wait_for_answers(&page);
        assert_native(&page);
    }
}

#[test]
fn the_switch_goes_back_and_forth_and_loses_nothing() {
    let page = Page::open(&format!("{AGREEMENT}&example=4&unit=7&at=5&cell=gru"));
    wait_for_answers(&page);
    let state = || (page.fragment(), page.shares(), CellKind::ALL.map(|cell| answer(&page, cell)));
    let trained = state();
    switch(&page, "Untrained");
    page.wait_until("it is told", "document.querySelector('.weights-told').textContent.includes('before training')");
    wait_for_answers(&page);
    let untrained = state();
    assert_ne!(untrained.1, trained.1);
    switch(&page, "Trained");
    page.wait_until("it is told", "document.querySelector('.weights-told').textContent.includes('after 3')");
    wait_for_answers(&page);
    assert_eq!(state(), trained);
}

#[test]
fn a_link_to_a_run_that_is_not_here_says_so_and_trains_it() {
    let page =
        Page::open("sequence=example&task=recall&t_knob=5&t_units=4&t_batch=4&t_steps=30&units=4&length=5&trained=30");
    let told = "document.querySelector('.weights-told').textContent";
    page.wait_until("it is told", &format!("{told}.includes('has no such run')"));
    assert!(!page.holds("document.querySelector('.answer')"), "no answer of a network that is not there");
    let button = page.button(".weights-told", "Train it now");
    assert!(page.text(&format!("document.querySelector('{button}').textContent")).ends_with("s)"), "it tells how long");
    page.click(&button);
    page.wait_until("it trains to its end", "document.querySelectorAll('.train-run [data-step=\"30\"]').length == 3");
    assert_eq!(page.state().settings.written(Key::Trained), "30", "the way back is kept");
}

#[test]
fn weights_that_cannot_be_fetched_are_told_by_their_cause() {
    let page = Setup::default().refusing("agreement.bin").open(AGREEMENT);
    let told = "document.querySelector('.weights-told').textContent";
    page.wait_until("it is told", &format!("{told}.includes('503')"));
    assert!(!page.holds("document.querySelector('.answer')"));
}

#[test]
fn nothing_moves_while_it_loads_or_at_the_switch() {
    for setup in [Setup::default(), Setup::default().phone(390, 844)] {
        let page = setup.noting_shifts().open(AGREEMENT);
        wait_for_answers(&page);
        switch(&page, "Untrained");
        wait_for_answers(&page);
        switch(&page, "Trained");
        wait_for_answers(&page);
        let shifts = Shifts::of(&page);
        assert!(shifts.sum() <= STILL, "{:.3}: {}", shifts.sum(), shifts.moved().join(", "));
    }
}

/// What a host gives that has lost the end of the file.
const CUT: &str = "const fetched = self.fetch; self.fetch = async (...all) => { const answer = await fetched(...all); \
    if (!String(all[0]).endsWith('.bin')) return answer; \
    return new Response((await answer.arrayBuffer()).slice(0, 999)); };\n";

#[test]
fn a_broken_file_is_told_and_the_page_goes_on() {
    let page = Setup::default().in_workers(CUT).open(AGREEMENT);
    let told = "document.querySelector('.weights-told').textContent";
    page.wait_until("it is told", &format!("{told}.includes('damaged')"));
    page.choose_sequence("impulse");
    page.wait_until(
        "another sequence stands",
        "!document.querySelector('.page.stale') && document.querySelector('#input')",
    );
}

#[test]
fn a_text_that_a_trained_network_cannot_read_comes_back() {
    let page = Page::open("view=lab&sequence=words&text=my%20own%20words%20here");
    let words = "[...document.querySelectorAll('.tokens .words bdi')].map(own => own.textContent.replace(/[\\u2066-\\u2069]/g, '')).join(' ')";
    page.wait_until("the text is read", &format!("{words} === 'my own words here'"));
    switch(&page, "Trained");
    let told = "document.querySelector('.way-back .kit-toast.kit-shown')";
    page.wait_until("it is said why it is gone", &format!("{told}?.textContent.includes('its task')"));
    assert!(!page.holds(&format!("{words} === 'my own words here'")));
    page.press_button(".way-back", "Undo");
    page.wait_until("it is back", &format!("{words} === 'my own words here'"));
    assert!(!page.holds(told));
    // Another change ends what is told: undo would take back that one.
    switch(&page, "Trained");
    page.wait_until("it is said again", told);
    page.press_button(".weights", "Another example");
    page.wait_until("it is no longer told", &format!("!{told}"));
}
