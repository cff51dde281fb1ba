//! Start: a question, three chains of cells, and how much of the error arrives.

use engine::trace::CellKind;
use fantoccini::key::Key;
use model::lab::Run;
use model::sequence::{Library, SENTENCE};
use model::settings::State;
use words::start::words;

use crate::browser::{Page, Setup};
use crate::fixture::Fixture;
use crate::number::assert_close;

/// Nothing: it is the page that opens without an address.
const START: &str = "";

/// At rest from the beginning, for who wants no motion.
fn still() -> Page {
    let page = Setup::default().preferring("prefers-reduced-motion", "reduce").open(START);
    page.wait_until("the chains are there", "document.querySelectorAll('.start-number').length === 3");
    page.settle();
    page
}

fn of(cell: CellKind, what: &str) -> String {
    format!("document.querySelector('.start-lane[data-cell={}] {what}')", cell.key())
}

fn share(page: &Page, cell: CellKind) -> f64 {
    page.number(&format!("Number({}.dataset.value)", of(cell, ".start-number")))
}

fn words_of(page: &Page) -> String {
    page.text("[...document.querySelectorAll('.start-words li')].map(word => word.textContent).join(' ')")
}

fn is_playing(page: &Page) -> bool {
    page.text("document.getElementById('start-play').textContent").contains(words().pause)
}

/// How many stretches of the ribbon can be seen.
fn seen(page: &Page, cell: CellKind) -> f64 {
    page.number(&format!(
        "[...{}.children].filter(part => getComputedStyle(part).visibility === 'visible').length",
        of(cell, ".start-ribbon")
    ))
}

#[test]
fn the_question_is_answered_with_pytorchs_numbers() {
    let page = still();
    assert_eq!(page.text("document.querySelector('#start h2').textContent"), words().question);
    assert_eq!(words_of(&page), SENTENCE);
    assert_eq!(
        page.text("[...document.querySelectorAll('.start-words .start-flag')].map(word => word.textContent).join(' ')"),
        "book excellent"
    );
    let torch = Fixture::load("lab");
    for (cell, shown, one_in) in [
        (CellKind::Rnn, "0.017 %", "1 in 5 800 arrives"),
        (CellKind::Lstm, "1.8 %", "1 in 56 arrives"),
        (CellKind::Gru, "7.2 %", "1 in 14 arrives"),
    ] {
        let lambda = torch.vector(&format!("{}/lambda_norm", cell.key()));
        let left = lambda[1] / lambda[torch.read()];
        assert_close(cell.name(), share(&page, cell), left, 1e-12, left);
        let plain =
            |what: &str| page.text(&format!("{}.textContent", of(cell, what))).replace(['\u{202f}', '\u{a0}'], " ");
        assert_eq!((&*plain(".start-number"), &*plain(".start-one-in")), (shown, one_in));
        assert_eq!(page.number(&format!("{}.children.length", of(cell, "ol"))), 13.0);
        // All of the way back to “book” is seen, and what arrives is told to who sees nothing.
        assert_eq!(seen(&page, cell), 11.0);
        let told = page.text(&format!("{}.getAttribute('aria-label')", of(cell, ".start-axis")));
        assert!(told.replace(['\u{202f}', '\u{a0}'], " ").contains(shown) && told.contains("“book”"), "{told}");
    }
    assert!(!is_playing(&page));
}

#[test]
fn the_sentence_is_read_and_the_error_goes_back_once_by_itself_and_when_it_is_sent() {
    let page = Page::open(START);
    page.wait_until("the chains are there", "document.querySelectorAll('.start-number').length === 3");
    page.wait_until("it has arrived", "document.getElementById('start-play').textContent.includes('Send')");
    assert_eq!(seen(&page, CellKind::Rnn), 11.0);
    page.script(
        "window.shares = []; const number = document.querySelector('.start-lane[data-cell=rnn] .start-number'); \
         new MutationObserver(() => window.shares.push(Number(number.dataset.value))) \
             .observe(number, { attributes: true, attributeFilter: ['data-value'] });",
        vec![],
    );
    page.click("#start-play");
    page.wait_until(
        "it has arrived again",
        "window.shares.length > 10 && document.getElementById('start-play').textContent.includes('Send')",
    );
    let shares: Vec<f64> = serde_json::from_value(page.value("window.shares")).unwrap();
    assert!((shares[0] - 1.0).abs() < 1e-12, "it counts down from all of it: {shares:?}");
    let left = share(&page, CellKind::Rnn);
    assert_eq!(shares.last(), Some(&left));
    assert!(left < 2e-4, "{left}");
}

#[test]
fn it_pauses_goes_on_and_turns() {
    let page = still();
    page.click("#start-play");
    page.wait_until("it goes", "document.getElementById('start-play').textContent.includes('Pause')");
    page.click("#start-play");
    assert!(!is_playing(&page));
    page.click("#start-play");
    page.wait_until("it has arrived", "document.getElementById('start-play').textContent.includes('Send')");
    page.click(".start-controls .kit-segments label:first-child");
    page.wait_until("the sentence has been read", "document.getElementById('start-play').textContent.includes('Read')");
    assert_eq!(seen(&page, CellKind::Lstm), 0.0, "no error goes back while it is read");
    assert_eq!(page.number(&format!("{}.querySelectorAll('.start-read').length", of(CellKind::Lstm, "ol"))), 13.0);
}

#[test]
fn a_sentence_of_ones_own_takes_its_place() {
    let page = still();
    let own = "the cat that the dogs chased sleeps";
    page.click("#start-text");
    page.write(own);
    page.press(Key::Enter);
    page.wait_until("it is there", "document.querySelectorAll('.start-words li').length === 7");
    page.settle();
    assert_eq!(words_of(&page), own);
    let settings = State::from_fragment(&page.fragment()).0.settings;
    let run = Run::new(&settings, &settings.sequence(Library::shipped()));
    for cell in CellKind::ALL {
        let left = run.lane(cell).reach[settings.mark_step()];
        assert_close(cell.name(), share(&page, cell), left, 1e-9, left);
    }
    let asks = page.text("document.querySelector('.start-asks').textContent");
    assert!(asks.contains("“sleeps”") && asks.contains("“the”"), "{asks}");
}

#[test]
fn one_word_asks_for_more_and_many_have_as_much_room_as_there_is() {
    let page = still();
    let write = |own: &str, words: usize| {
        page.script("document.getElementById('start-text').select()", vec![]);
        page.click("#start-text");
        page.chord(&[Key::Control], 'a');
        page.write(own);
        page.press(Key::Enter);
        page.wait_until("it is there", &format!("document.querySelectorAll('.start-words li').length === {words}"));
        page.settle();
    };
    write("Yes", 1);
    let asks = page.text("document.querySelector('.start-asks').textContent");
    assert!(asks.contains("Write two or more"), "{asks}");
    // All words, slanted; then some, side by side, and the chain as a line.
    let many = |words: usize| (0..words).map(|word| format!("word{word}")).collect::<Vec<_>>().join(" ");
    let named = "[...document.querySelectorAll('.start-words li')].filter(own => own.textContent).length";
    write(&many(30), 30);
    assert_eq!(page.number(named), 30.0);
    assert!(page.holds("document.querySelector('.start-slanted') && !document.querySelector('.start-many')"));
    write(&many(120), 120);
    let some = page.number(named);
    assert!((6.0..20.0).contains(&some), "{some}");
    assert!(page.holds("document.querySelectorAll('.start-many').length === 3"));
}

#[test]
fn three_doors_lead_on() {
    for (door, there) in [
        (words().lesson, "document.querySelector('.lesson-place')"),
        (words().lab, "document.querySelector('.lane canvas')?.checkVisibility()"),
        (words().train, "document.querySelector('#training:not([hidden])')"),
    ] {
        let page = still();
        let place =
            [words().lesson, words().lab, words().train].iter().position(|own| *own == door).unwrap_or_default();
        page.click(&format!(".start-doors article:nth-child({}) a", place + 1));
        page.wait_until(door, there);
        assert!(!page.holds("document.getElementById('start').checkVisibility()"));
    }
}
