//! The page without a mouse.

use engine::trace::{CellKind, Quantity};
use fantoccini::key::Key;
use model::settings::Part;

use crate::browser::{Page, Setup, place_of_sequence};

/// The ids that Tab leads to, from the top of the page to the end, and the values of choices; each must show where it is.
fn walk(page: &Page) -> Vec<String> {
    let mut ids = Vec::new();
    for _ in 0..80 {
        page.press(Key::Tab);
        if page.holds("document.activeElement === document.body") {
            break;
        }
        let what = page.text("document.activeElement.outerHTML.slice(0, 80)");
        assert!(page.holds("document.activeElement.matches(':focus-visible')"), "{what} does not show its focus");
        ids.push(page.text(
            "document.activeElement.id || document.activeElement.value || document.activeElement.tagName.toLowerCase()",
        ));
    }
    ids
}

#[test]
fn tab_leads_to_everything() {
    let ids = walk(&Page::open("view=lab"));
    let all = [
        "share",
        "theme",
        "numbers-open",
        "sequence",
        "units",
        "gain",
        "bias",
        "summary",
        "lane-rnn",
        "lane-lstm",
        "lane-gru",
        "scrubber",
        "Forward",
        "read-here",
        "measure-here",
        "home",
        "left",
        "play",
        "right",
        "end",
        "← Learn",
        "speed",
    ];
    for id in all {
        assert!(ids.iter().any(|found| found == id), "Tab does not lead to {id}: {ids:?}");
    }
}

/// Each view, with an element that stands there once its workers have drawn.
const VIEWS: [(&str, &str); 8] = [
    ("", ".start-figure:not(.start-going) .start-number"),
    ("view=lab", "#pictures input"),
    ("view=train&task=adding&t_knob=20", "#train-gru-progress [data-step]"),
    ("lesson=vanishing.1", ".lesson-place"),
    ("view=compare", ".claims tbody tr"),
    ("view=choose", ".advice h3"),
    ("view=results", "#results .verdict"),
    ("view=reference", ".reference article"),
];

#[test]
fn the_first_tab_leads_past_everything_to_the_content() {
    let page = Page::open("view=lab");
    for (address, drawn) in VIEWS {
        page.open_anew(address);
        page.wait_until("the view is drawn", &format!("document.querySelector('{drawn}')"));
        page.settle();
        let edges = "JSON.stringify([...document.querySelectorAll('header, main > *')].map(e => e.getBoundingClientRect().top))";
        let (before, at) = (page.text(edges), page.fragment());
        page.press(Key::Tab);
        let link = "document.activeElement.getBoundingClientRect()";
        assert!(page.holds("document.activeElement.matches('a.kit-skip')"), "#{address}: the first is another");
        let size = page.number(&format!("{link}.width")) > 100.0 && page.number(&format!("{link}.height")) > 24.0;
        let inside = page.holds(&format!("{link}.left >= 0 && {link}.top >= 0 && {link}.bottom <= innerHeight"));
        assert!(size && inside, "#{address}: it is not in sight");
        assert_eq!(page.text(edges), before, "#{address}: it moves the page");
        page.press(Key::Enter);
        assert!(page.holds("document.activeElement.closest('main')"), "#{address}: it leads elsewhere");
        assert!(
            page.holds("document.activeElement.getBoundingClientRect().height > 60"),
            "#{address}: nothing is there"
        );
        assert_eq!(page.fragment(), at, "#{address}: the address is another");
        page.press(Key::Tab);
        let next = page.text("document.activeElement.outerHTML.slice(0, 80)");
        assert!(page.holds("document.activeElement.closest('main')"), "#{address}: Tab goes on to {next}");
    }
}

#[test]
fn arrow_keys_choose_which_equations_are_shown_and_leave_the_playhead() {
    let page = Page::open("cell=gru&at=4");
    let first = || page.text("document.querySelector('.equation:not([hidden])').dataset.result");
    let at = page.playhead();
    page.script("document.querySelector('.inspector input[type=radio]:checked').focus()", vec![]);
    assert_eq!(first(), "reset_pre");
    page.press(Key::Right);
    assert_eq!((first().as_str(), page.playhead()), ("d_hidden", at));
    page.press(Key::Left);
    assert_eq!((first().as_str(), page.playhead()), ("reset_pre", at));
}

/// Presses Tab until the element with that id has the focus.
fn tab_to(page: &Page, id: &str) {
    for _ in 0..80 {
        if page.holds(&format!("document.activeElement.id === '{id}'")) {
            return;
        }
        page.press(Key::Tab);
    }
    panic!("Tab does not lead to {id}");
}

#[test]
fn sliders_and_lists_are_set_by_keys_and_undone() {
    let page = Page::open("view=lab");
    tab_to(&page, "bias");
    page.press_times(4, Key::Right);
    assert_eq!(page.state().settings.bias, 1.2);
    page.press(Key::End);
    assert_eq!(page.state().settings.bias, 6.0);
    page.chord(&[Key::Control], 'z');
    assert_eq!(page.state().settings.bias, 1.2);
    page.chord(&[Key::Control, Key::Shift], 'z');
    assert_eq!(page.state().settings.bias, 6.0);

    let page = Page::open("view=lab");
    tab_to(&page, "sequence");
    let at = page.playhead();
    page.press(Key::Enter);
    page.press(Key::End);
    assert_eq!(page.playhead(), at, "an open list keeps the keys for itself");
    page.press(' ');
    assert!(!page.is_playing());
    assert_eq!(page.text("document.getElementById('sequence').value"), place_of_sequence("example"));
    assert!(page.fragment().contains("example"));
}

#[test]
fn numbers_lead_to_the_lanes_and_arrows_through_their_rows() {
    let page = Page::open("view=lab");
    for (key, cell) in [('1', CellKind::Rnn), ('3', CellKind::Gru), ('2', CellKind::Lstm)] {
        page.press(key);
        assert_eq!(page.inspected(), cell.key());
        assert_eq!(page.text("document.activeElement.id"), format!("lane-{}", cell.key()));
    }
    let unit = page.state().focus.unit;
    page.press(Key::Down);
    assert_eq!(page.state().focus.unit, unit + 1);
    page.press_times(2, Key::Up);
    assert_eq!(page.state().focus.unit, unit - 1);
    page.press_times(30, Key::Down);
    let focus = page.state().focus;
    assert_eq!(focus.part, Part::Gradient, "the last row of a lane");
    page.press_times(3, Key::Up);
    assert_eq!(page.state().focus.part, Part::Gate(Quantity::Forget));
}

#[test]
fn what_is_in_focus_is_spoken() {
    let page = Page::open("view=lab");
    let spoken = || page.text("document.querySelector('[role=status][aria-live]').textContent");
    page.press('1');
    let one = spoken();
    assert!(one.contains("RNN"), "{one}");
    page.press(Key::Down);
    assert_ne!(spoken(), one);
    let label = page.text("document.activeElement.getAttribute('aria-label')");
    assert!(spoken().contains(&label) || label.contains("RNN"), "{label}");
}

#[test]
fn the_loss_and_the_number_are_read_at_the_step_in_focus() {
    let page = Page::open("view=lab");
    let before = page.shares();
    page.press(Key::Home);
    page.press_times(8, Key::Right);
    page.press('l');
    assert_eq!(page.state().settings.read, Some(8));
    page.press_times(5, Key::Left);
    page.press('m');
    assert_eq!(page.state().settings.mark, Some(3));
    assert_ne!(page.shares(), before);
    page.chord(&[Key::Control], 'z');
    page.chord(&[Key::Control], 'z');
    assert_eq!(page.shares(), before);
}

#[test]
fn a_question_mark_shows_the_keys_and_escape_hides_them() {
    let page = Page::open("view=lab");
    let open = || page.holds("document.querySelector('#keys[open]')");
    let at = page.playhead();
    page.press('?');
    page.wait_until("the keys are told", "document.querySelector('#keys[open]')");
    page.press(Key::Home);
    assert_eq!(page.playhead(), at, "an open dialog keeps the keys for itself");
    page.press(Key::Escape);
    assert!(!open());
    page.press('?');
    page.press('?');
    assert!(!open());
}

#[test]
fn typing_a_text_moves_nothing() {
    let page = Page::open("view=lab");
    page.choose_sequence("words");
    page.click("#text");
    page.write("a");
    let at = page.playhead();
    for key in " bl123mp?".chars() {
        page.press(key);
    }
    page.press(Key::Home);
    assert_eq!(page.text("document.getElementById('text').value"), "a bl123mp?");
    assert_eq!(page.playhead(), at);
    assert!(!page.holds("document.querySelector('dialog[open], .presenting')"));
}

#[test]
fn the_whole_of_it_is_played_and_pressed_by_keys() {
    let page = Page::open("view=lab");
    tab_to(&page, "play");
    page.press(' ');
    assert!(page.is_playing());
    page.press(Key::Enter);
    assert!(!page.is_playing());
}

#[test]
fn tab_alone_changes_nothing_that_is_looked_at() {
    let page = Page::open("view=lab");
    let focus = page.state().focus;
    walk(&page);
    assert_eq!(page.state().focus, focus);
}

#[test]
fn words_are_one_stop_and_the_keyboard_goes_along_with_the_arrows() {
    let page = Page::open("view=lab");
    let stop = "document.querySelectorAll('.words [tabindex=\"0\"]')";
    assert_eq!(page.number(&format!("{stop}.length")), 1.0);
    page.script(&format!("{stop}[0].focus()"), vec![]);
    let step = || page.number("Number(document.activeElement.dataset.step)");
    let at = step();
    page.press(Key::Right);
    assert_eq!(step(), at + 1.0);
    page.press(Key::End);
    assert_eq!(step(), 1.0, "the end of the backward pass");
    assert_eq!(page.number(&format!("{stop}.length")), 1.0, "Tab leads to this one now");
    page.press(Key::Enter);
    assert_eq!(page.state().focus.part, Part::Token);
}

#[test]
fn single_keys_can_be_switched_off_and_stay_so() {
    let page = Page::open("view=lab");
    page.press('?');
    page.wait_until("the keys are told", "document.querySelector('#keys[open]')");
    page.script("document.getElementById('single-keys').click()", vec![]);
    page.press(Key::Escape);
    for _ in 0..2 {
        page.press(Key::Home);
        let (at, lane) = (page.playhead(), page.inspected());
        for key in "lmbp13?".chars() {
            page.press(key);
        }
        assert_eq!((page.state().settings.read, page.state().settings.mark), (None, None));
        assert_eq!((page.playhead(), page.inspected()), (at, lane));
        assert!(!page.holds("document.querySelector('dialog[open], .presenting')"));
        page.press(Key::Right);
        assert_ne!(page.playhead(), at, "arrows are no letters");
        page.reload();
    }
    page.script("document.getElementById('keys-open').click()", vec![]);
    page.wait_until("a button shows the keys", "document.querySelector('#keys[open]')");
    page.script("document.getElementById('single-keys').click()", vec![]);
    page.press(Key::Escape);
    page.press('3');
    assert_eq!(page.inspected(), "gru");
}

#[test]
fn moving_the_loss_is_said() {
    let page = Page::open("view=lab");
    page.watch("document.querySelector('.kit-hidden[role=status]').textContent");
    page.press('l');
    page.wait_until("it is said", "window.seen.some(text => String(text).includes('The loss is now read at step 2'))");
}

#[test]
fn more_closes_where_the_keyboard_leaves_it() {
    let page = Page::open("view=lab");
    page.script("document.querySelector('#more summary').focus()", vec![]);
    page.press(Key::Enter);
    page.wait_until("it opens", "document.querySelector('#more[open] .seed')");
    page.press(Key::Tab);
    assert!(page.holds("document.activeElement.closest('#more .kit-folded') && document.querySelector('#more[open]')"));
    for _ in 0..40 {
        if !page.holds("document.activeElement.closest('.more')") {
            break;
        }
        page.press(Key::Tab);
    }
    page.wait_until("it is closed", "!document.querySelector('#more[open]')");
}

#[test]
fn on_a_phone_enter_opens_the_inspector_and_escape_gives_the_keyboard_back() {
    let page = Setup::default().phone(390, 844).open("view=lab&sequence=co2");
    let is_open = "document.querySelector('.inspector.open')";
    page.script("document.getElementById('lane-gru').focus()", vec![]);
    page.press(Key::Enter);
    page.wait_until("it comes up", is_open);
    assert_eq!(page.inspected(), "gru");
    page.script("document.querySelector('.inspector .close button').focus()", vec![]);
    page.press(Key::Escape);
    page.wait_until("it goes", &format!("!{is_open}"));
    assert_eq!(page.text("document.activeElement.id"), "lane-gru");
}

/// What is said of a picture, without the signs that isolate a word.
fn seen(page: &Page) -> String {
    page.press('d');
    page.wait_until("it is told", "document.querySelector('.kit-toast.kit-shown p').textContent");
    let told = page.text("document.querySelector('.kit-toast.kit-shown p').textContent");
    told.replace(['\u{2068}', '\u{2069}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn what_can_be_seen_is_said_in_two_sentences_with_the_engines_numbers() {
    let page = Page::open("view=lab");
    let told = seen(&page);
    assert!(
        told.starts_with("At step 2, “book”, this is left of the gradient: RNN 0.017 %, LSTM 1.8 %, GRU 7.2 %."),
        "{told}"
    );
    assert!(told.contains("The error goes back and has come to step 1, “The”. In focus is "), "{told}");
    page.press(Key::Home);
    page.press_times(2, Key::Right);
    let told = seen(&page);
    assert!(told.starts_with("At step 3, “that”"), "{told}");
    // A question keeps its answer.
    page.open_anew("lesson=vanishing.2");
    page.wait_until("it is told", "document.querySelector('.lesson-place')");
    let told = seen(&page);
    let is_veiled = page.holds("document.querySelector('.lane .veil')");
    assert_eq!(told.contains('%'), !is_veiled, "{told}");
    page.open_anew("view=train&task=adding&t_knob=20");
    page.wait_until("it stands", "document.querySelector('#train-gru-progress [data-step]')");
    let told = seen(&page);
    assert!(told.contains("GRU: step 0 of ") && told.ends_with("Training has stopped."), "{told}");
}
