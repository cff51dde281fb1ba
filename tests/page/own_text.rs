//! A person's own text: by words, by characters, in any writing, empty, and far too long.

use model::settings::Source;

use crate::browser::{Page, Setup};
use crate::number::assert_computed;

/// The tokens that are written above the lanes, without the marks that isolate their direction.
fn tokens(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.words button')] \
        .map(word => word.innerText.replace(/[\\u2066-\\u2069]/g, ''));";
    serde_json::from_value(page.script(script, vec![])).unwrap()
}

fn steps(page: &Page) -> f64 {
    page.number("Number(document.getElementById('scrubber').max) + 1")
}

/// What stands beside the field.
fn message(page: &Page) -> String {
    page.text(
        "document.getElementById('text').getAttribute('aria-describedby').split(' ') \
            .map(id => document.getElementById(id).innerText).join(' ').trim()",
    )
}

fn open_own(by: &str, text: &str) -> Page {
    written(Page::open("view=lab"), by, text)
}

/// Where there is room for what each word becomes.
fn open_tall(by: &str, text: &str) -> Page {
    written(Setup::default().screen(1440, 1300).open("view=lab"), by, text)
}

fn written(page: Page, by: &str, text: &str) -> Page {
    page.choose_sequence(by);
    page.click("#text");
    page.write(text);
    page
}

#[test]
fn words_are_read_as_they_are_typed() {
    let page = open_own("words", "I left my");
    for key in " keys".chars() {
        page.press(key);
    }
    assert_eq!(tokens(&page), ["I", "left", "my", "keys"]);
    assert_computed(&page, &page.state().settings);
}

#[test]
fn characters_are_those_that_people_count() {
    let page = open_own("characters", "a👩‍👩‍👧e\u{301}é 🇫🇷");
    assert_eq!(tokens(&page), ["a", "👩‍👩‍👧", "e\u{301}", "é", "␣", "🇫🇷"]);
    assert_computed(&page, &page.state().settings);
}

#[test]
fn right_to_left_words_stand_in_the_order_in_which_they_are_read() {
    let page = open_own("words", "שלום עולם yes 👋🏽");
    assert_eq!(tokens(&page), ["שלום", "עולם", "yes", "👋🏽"]);
    assert_computed(&page, &page.state().settings);
    let left = |step: usize| {
        page.number(&format!(
            "document.querySelector('.words button[data-step=\"{step}\"]').getBoundingClientRect().left"
        ))
    };
    assert!(left(1) < left(2) && left(2) < left(3), "time runs from left to right");
}

#[test]
fn an_empty_text_is_explained_and_nothing_is_lost() {
    let page = open_own("words", "never mind");
    let (before, fragment) = (page.shares(), page.fragment());
    for text in ["", " \t "] {
        page.write(text);
        assert!(!message(&page).is_empty(), "a message beside the field");
        assert!(page.holds("document.querySelector('#text[aria-invalid=true]')"));
        assert_eq!((page.shares(), page.fragment()), (before, fragment.clone()), "the last picture stays");
        assert_eq!(tokens(&page), ["never", "mind"]);
    }
    page.write("never again");
    assert_eq!(message(&page), "");
    assert_eq!(tokens(&page), ["never", "again"]);
}

#[test]
fn a_text_without_spaces_is_told_how_it_can_be_read() {
    let page = open_own("words", "这本书非常好看");
    assert!(message(&page).contains("by characters"), "{}", message(&page));
    assert_eq!(steps(&page), 1.0);
    page.choose_sequence("characters");
    page.wait_until("the message goes", "!document.querySelector('#text[aria-invalid=true]')");
    assert_eq!(message(&page), "");
    assert_eq!(tokens(&page).len(), 7);
}

#[test]
fn of_ten_thousand_words_the_first_500_are_shown() {
    let text: Vec<String> = (1..=10_000).map(|n| format!("w{n}")).collect();
    let page = open_own("words", &text.join(" "));
    assert_eq!(steps(&page), 500.0);
    let digits: String = message(&page).chars().filter(char::is_ascii_digit).collect();
    assert!(digits.contains("10000") && digits.contains("500"), "{}", message(&page));
    let typed = page.number("document.getElementById('text').value.split(' ').length");
    assert_eq!(typed, 10_000.0, "what was typed stays in the field");
    let state = page.state();
    assert_eq!(state.settings.steps(), 500);
    assert_computed(&page, &state.settings);
}

#[test]
fn a_text_is_never_read_as_markup() {
    let page = open_own("words", "<img src=x onerror=alert(1)> <b>bold</b>");
    assert_eq!(tokens(&page), ["<img", "src=x", "onerror=alert(1)>", "<b>bold</b>"]);
    assert!(!page.holds("document.querySelector('main img')"));
}

#[test]
fn the_text_stays_when_it_is_cut_otherwise() {
    let page = open_own("words", "to be");
    page.choose_sequence("characters");
    assert_eq!(tokens(&page), ["t", "o", "␣", "b", "e"]);
    page.choose_sequence("words");
    let source = page.state().settings.source;
    assert!(matches!(source, Source::Own(text) if text.as_str() == "to be"));
}

/// Text of a case that people reported.
macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("../fixtures/cases/", $name, ".txt"))
    };
}

/// The colours of the column of numbers under each word.
fn columns(page: &Page) -> Vec<String> {
    page.wait_until("the picture is right", "!document.querySelector('.stale')");
    page.settle();
    let script = "const canvas = document.querySelector('#embedding canvas'), steps = document.querySelectorAll('.words li').length; \
        const pen = canvas.getContext('2d'), wide = canvas.width / steps; \
        return [...Array(steps).keys()].map(step => \
            [...pen.getImageData(Math.round((step + 0.4) * wide), 0, 1, canvas.height).data].join());";
    serde_json::from_value(page.script(script, vec![])).unwrap()
}

#[test]
fn words_that_look_the_same_are_read_as_the_same() {
    let page = open_tall("words", case!("c15-nfc-nfd"));
    let read = columns(&page);
    assert!(read.len() == 2 && read[0] == read[1], "composed or apart");
    assert_computed(&page, &page.state().settings);
    page.write("Äpfel äpfel STRASSE straße apfel");
    let read = columns(&page);
    assert!(read[0] == read[1] && read[2] == read[3], "capitals or not");
    assert!(read[0] != read[2] && read[0] != read[4]);
    assert_computed(&page, &page.state().settings);
}

#[test]
fn what_nobody_sees_is_shown_by_name() {
    let page = open_tall("words", case!("c15-zero-width"));
    assert_eq!(tokens(&page), ["the⟨zero width space⟩", "the", "th⟨soft hyphen⟩e", "the"]);
    let read = columns(&page);
    assert!(read[1] == read[3] && read[0] != read[1] && read[2] != read[1] && read[0] != read[2]);
    assert_computed(&page, &page.state().settings);
}

#[test]
fn characters_of_other_scripts_are_whole() {
    let page = open_tall("characters", case!("c15-cjk"));
    let read = columns(&page);
    assert_eq!(read.len(), 11);
    assert!(read[1] == read[8] && read[2] == read[9] && read[5] == read[10]);
    page.write(case!("c15-zwj"));
    page.wait_until("all emoji are read", "document.getElementById('scrubber').max === '119'");
    assert_computed(&page, &page.state().settings);
    page.choose_sequence("words");
    page.click("#text");
    page.write(case!("c15-rtl"));
    assert_eq!(tokens(&page), ["שלום", "עולם", "yes"]);
}

/// Where the parts of a view stand, and how far it goes beyond the window.
fn places(page: &Page, css: &str) -> (Vec<i64>, f64) {
    page.settle();
    let script = "return [...document.querySelectorAll(arguments[0])].map(part => Math.round(part.getBoundingClientRect().top));";
    (serde_json::from_value(page.script(script, vec![css.into()])).unwrap(), page.overhang())
}

#[test]
fn a_very_long_word_moves_nothing_and_fits_the_window() {
    let text = |word: &str| format!("sequence=words&text=I+left+{word}+on+the+table");
    let long = "x".repeat(500);
    for (width, height) in [(390, 844), (1280, 720), (1440, 900)] {
        let setup =
            if width < 500 { Setup::default().phone(width, height) } else { Setup::default().screen(width, height) };
        let page = setup.open(&format!("view=lab&mark=3&at=3&{}", text("it")));
        let parts = ".lane .who, .lane canvas, .inspector > .diagram";
        let (before, _) = places(&page, parts);
        page.open_anew(&format!("view=lab&mark=3&at=3&{}", text(&long)));
        let (after, beyond) = places(&page, parts);
        assert_eq!((after, beyond), (before, 0.0), "the Lab at {width}");
        page.open_anew(&format!("view=start&mark=1&{}", text("it")));
        let (before, _) = places(&page, ".start-lane");
        page.open_anew(&format!("view=start&mark=1&{}", text(&long)));
        let (after, beyond) = places(&page, ".start-lane");
        assert_eq!((after, beyond), (before, 0.0), "Start at {width}");
        let words = "[...document.querySelectorAll('.start-words li')]";
        let wide = page.number(&format!("Math.max(...{words}.map(word => word.scrollWidth))"));
        assert!(wide <= 230.0, "a word is {wide} wide at {width}");
    }
}
