//! The address holds the picture: it opens to the very same one elsewhere, and no address breaks it.

use fantoccini::key::Key;
use model::settings::State;

use crate::browser::{Page, place_of_sequence};

/// All that can be seen: pictures, numbers, texts, and where every control stands.
fn seen(page: &Page) -> Vec<String> {
    page.wait_until("the worker has drawn", "document.querySelector('#pictures input')");
    let mut all = page.pictures().to_vec();
    for part in [
        "[...document.querySelectorAll('[data-value]')].map(n => n.dataset.value).join(' ')",
        "document.querySelector('.stage').innerText",
        "document.querySelector('.inspector').innerText",
        "document.querySelector('.diagram svg').outerHTML.replace(/<!--.*?-->/g, '')",
        "[...document.querySelectorAll('input, select')].map(field => field.id + ' ' + field.value).join(', ')",
        "document.querySelector('.transport').innerText",
    ] {
        all.push(page.text(part));
    }
    all
}

fn assert_same(page: &Page, other: &Page) {
    for (place, (one, other)) in seen(page).iter().zip(seen(other)).enumerate() {
        assert!(*one == other, "part {place} differs:\n{one:.300}\n{other:.300}");
    }
}

#[test]
fn a_shared_address_gives_the_same_picture() {
    let page = Page::open("view=lab");
    page.choose_sequence("words");
    page.click("#text");
    page.write("the keys that I left שלום in the old house are gone 👋🏽");
    page.drag("units", &[21.0]);
    page.drag("bias", &[2.4]);
    page.drag("gain", &[0.25]);
    page.press('3');
    page.press_times(3, Key::Down);
    page.press_times(2, Key::Home);
    page.press_times(7, Key::Right);
    page.press('m');
    page.press('b');
    page.point(4.0, 4.0);
    let elsewhere = Page::open(&page.fragment());
    elsewhere.press('3');
    assert_same(&page, &elsewhere);
}

#[test]
fn a_series_in_the_middle_of_a_pass_gives_the_same_picture() {
    let fragment = "sequence=sunspots&length=120&units=32&gain=1.4&bias=2&seed=7&read=100&mark=20&pass=backward\
        &step=64&cell=lstm&at=64&unit=9&part=forget&equations=backward";
    let (page, elsewhere) = (Page::open("view=lab"), Page::open(fragment));
    page.go_to(fragment);
    assert_same(&page, &elsewhere);
    assert_eq!(page.state(), State::from_fragment(fragment).0);
}

#[test]
fn the_opening_picture_needs_no_fragment() {
    assert_eq!(Page::open("view=lab").fragment(), "view=lab");
}

#[test]
fn back_and_forward_lead_through_the_addresses_that_were_opened() {
    let page = Page::open("bias=2");
    page.go_to("sequence=impulse");
    let chosen = |key: &str| format!("document.getElementById('sequence').value === '{}'", place_of_sequence(key));
    assert!(page.holds(&chosen("impulse")));
    page.script("history.back();", vec![]);
    page.wait_until("the first is back", &chosen("sentence"));
    assert_eq!(page.state().settings.bias, 2.0);
}

/// Each bad part, with what it holds.
const HOSTILE: [(&str, &str); 14] = [
    ("sequence", "nonsense"),
    ("length", "1e999"),
    ("units", "9999"),
    ("gain", "-1"),
    ("bias", "NaN"),
    ("seed", "99999999999999999999"),
    ("read", "0"),
    ("mark", "14"),
    ("pass", "sideways"),
    ("step", "-3"),
    ("cell", "transformer"),
    ("at", "inf"),
    ("part", "<b>soul</b>"),
    ("evil", "<img src=x onerror=alert(1)>"),
];

#[test]
fn every_bad_part_of_an_address_is_named_once_and_the_page_works() {
    let fragment = HOSTILE.map(|(key, value)| format!("{key}={}", encode(value))).join("&");
    let page = Page::open(&fragment);
    let problems: Vec<String> =
        serde_json::from_value(page.value("[...document.querySelectorAll('.problems li')].map(li => li.innerText)"))
            .unwrap();
    assert_eq!(problems.len(), HOSTILE.len(), "{problems:#?}");
    for (key, value) in HOSTILE {
        let named = problems.iter().filter(|p| p.contains(&format!("{key}={value}"))).count();
        assert_eq!(named, 1, "{key} in {problems:#?}");
    }
    assert!(!page.holds("document.querySelector('.problems img, .problems b')"));
    assert_eq!(page.state(), State::default());
    page.press(Key::Home);
    page.press(Key::Right);
    assert_eq!(page.playhead().step, 1);
    page.click(".problems button");
    assert!(!page.holds("document.querySelector('.problems')"));
}

#[test]
fn what_is_no_address_at_all_opens_the_lab() {
    for fragment in ["%", "%ff%fe=%00", "&&&===", "=", "a".repeat(60_000).as_str()] {
        let page = Page::open(fragment);
        assert_eq!(page.shares(), Page::open("view=lab").shares(), "{}", &fragment[..fragment.len().min(40)]);
    }
}

#[test]
fn what_is_good_in_a_bad_address_is_kept() {
    let page = Page::open("bias=2&gain=big&units=7");
    assert_eq!(page.number("document.querySelectorAll('.problems li').length"), 1.0);
    let settings = page.state().settings;
    assert_eq!((settings.bias, settings.gain, settings.units), (2.0, 1.0, 7));
}

/// As an address has it.
fn encode(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

#[test]
fn only_another_view_or_lesson_is_a_step_of_the_way_back() {
    let page = Page::open("picture=data");
    page.wait_until("the field is there", "document.querySelector('#csv')");
    let before = page.number("history.length");
    page.click("#csv");
    for letters in ["preview=1,2", "preview=1,2\n3,4", "view=1,2\n3,4"] {
        page.write(letters);
    }
    page.wait_until("it is taken", "document.querySelector('#csv').value.startsWith('view=1')");
    assert_eq!(page.number("history.length"), before);
    page.click("#sequence");
    page.choose_sequence("impulse");
    assert_eq!(page.number("history.length"), before);
    page.press_button(".views", words::page::words().train);
    page.wait_until("training is in view", "document.querySelector('#training')?.checkVisibility()");
    assert_eq!(page.number("history.length"), before + 1.0);
    page.script("history.back()", vec![]);
    page.wait_until("the Lab is back", "document.querySelector('.bench').checkVisibility()");
}
