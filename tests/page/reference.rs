//! Reference: a list of contents beside a column that is read, and a search over all pages.

use fantoccini::key::Key;

use crate::browser::{Page, STILL, Setup, Shifts};

/// How many entries of the page are shown.
const SHOWN: &str = "document.querySelectorAll('.reference article:not([hidden])').length";
/// What is said of what was found.
const SAID: &str = "document.querySelector('.reference-found p').textContent";
/// Whether the field has the keyboard.
const TYPES: &str = "document.activeElement.id === 'reference-search'";

fn open(setup: Setup, page: &str) -> Page {
    let page = setup.open(&format!("view=reference&page={page}"));
    page.wait_until("the page is there", "document.querySelector('.reference article')");
    page.settle();
    page
}

fn look_for(page: &Page, query: &str) {
    page.script("document.querySelector('#reference-search').focus()", vec![]);
    page.write(query);
}

#[test]
fn entries_are_found_as_one_types_in_every_page() {
    let page = open(Setup::default(), "glossary");
    let all = page.number(SHOWN);
    look_for(&page, "FORGET");
    page.wait_until("it is counted", &format!("/^\\d+\\sentries found, \\d+ on this page$/.test({SAID})"));
    let shown = page.number(SHOWN);
    assert!(shown > 0.0 && shown < all, "{shown} of {all}");
    let told = page.number(&format!("Number({SAID}.match(/, (\\d+)/)[1])"));
    assert_eq!(told, shown, "as many as are shown");
    let links = "[...document.querySelectorAll('.reference-contents a')]";
    assert!(page.holds(&format!("{links}.every(own => /forget/i.test(own.textContent))")));
    assert!(page.holds(&format!("new Set({links}.map(own => own.getAttribute('href'))).size > 1")), "of several pages");
    assert!(page.holds(TYPES), "the field keeps the keyboard");
    page.press(Key::Escape);
    page.wait_until("all is shown again", &format!("{SHOWN} === {all}"));
    assert!(page.holds(&format!("{TYPES} && document.activeElement.value === '' && !/found/.test({SAID})")));
    // However it is written.
    look_for(&page, "co2");
    page.wait_until("CO₂ is found", &format!("/ found,/.test({SAID})"));
    page.press(Key::Escape);
    look_for(&page, "gatekeeper");
    page.wait_until("it is told", &format!("{SAID}.startsWith('Nothing found for “gatekeeper”')"));
    assert_eq!(page.number(SHOWN), 0.0);
    page.press_button(".reference-found", "Clear");
    page.wait_until("all is shown", &format!("{SHOWN} === {all}"));
}

#[test]
fn what_is_found_leads_to_its_place() {
    let page = open(Setup::default(), "glossary");
    look_for(&page, "koutnik");
    let link = "document.querySelector('.reference-contents a[href*=\"page=sources\"]')";
    page.wait_until("a paper is found", link);
    page.script(&format!("{link}.click()"), vec![]);
    page.wait_until("its page is there", "document.querySelector('.reference [data-page=sources]')");
    let heading = "document.activeElement.closest('.reference-entry')";
    page.wait_until("its place has the keyboard", &format!("{heading}?.textContent.includes('Koutník')"));
    assert!(page.holds(&format!("{heading}.getBoundingClientRect().top < innerHeight / 2")), "and is in sight");
    page.script("document.querySelector('.reference-found button').click()", vec![]);
    page.wait_until("all is shown", &format!("{SHOWN} > 5"));
}

#[test]
fn the_glossary_stands_from_a_to_z() {
    let page = open(Setup::default(), "glossary");
    let heads = "[...document.querySelectorAll('.reference h3 > span')].map(own => own.textContent.toLowerCase())";
    assert!(page.holds(&format!("{heads}.length > 60 && {heads}.every((own, n, all) => !n || all[n - 1] <= own)")));
    let letters =
        "[...document.querySelectorAll('.reference-letter')].map(own => own.textContent).filter(own => own).join('')";
    assert!(page.text(letters).starts_with("AB"), "{}", page.text(letters));
}

#[test]
fn nothing_but_the_lists_moves_while_one_types() {
    for setup in [Setup::default().screen(1440, 900), Setup::default().phone(390, 844)] {
        let page = open(setup.noting_shifts(), "faq");
        let place = "JSON.stringify(document.querySelector('#reference-search').getBoundingClientRect())";
        let before = page.text(place);
        page.script("window.shifts.length = 0", vec![]);
        look_for(&page, "gradient");
        page.wait_until("it is counted", &format!("/ found,/.test({SAID})"));
        page.settle();
        assert_eq!(page.text(place), before);
        assert!(Shifts::of(&page).sum() <= STILL, "{:?}", Shifts::of(&page).moved());
        assert_eq!(page.overhang(), 0.0);
    }
}

#[test]
fn the_contents_stay_in_sight_beside_what_is_read_and_fold_above_it() {
    let page = open(Setup::default().screen(1280, 720), "glossary");
    page.script("document.querySelector('#reference').scrollTop = 3000", vec![]);
    page.frames(2);
    assert!(page.holds("document.querySelector('#reference-search').getBoundingClientRect().top > 50"));
    assert!(page.number("document.querySelector('.reference-entry').offsetWidth") <= 680.0);
    let page = open(Setup::default().phone(390, 844), "glossary");
    assert!(!page.holds("document.querySelector('.reference-contents nav').checkVisibility()"), "it is folded");
    page.click(".reference-contents summary");
    page.wait_until("it opens", "document.querySelector('.reference-contents nav').checkVisibility()");
}

#[test]
fn an_entry_has_an_address() {
    let page = open(Setup::default(), "glossary");
    // The last entry of the page, far below.
    let link = "[...document.querySelectorAll('.reference-contents [aria-current] ~ ul a')].at(-1)";
    page.wait_until("the entries are listed", link);
    let address = page.text(&format!("{link}.getAttribute('href')"));
    page.script(&format!("{link}.click()"), vec![]);
    let name = address.split("entry=").nth(1).expect("an entry");
    page.wait_until("the address names it", &format!("location.hash.includes('entry={name}')"));
    // The same address, opened.
    let page = Setup::default().open(&address[1..]);
    let heading = "document.activeElement.closest('.reference-entry')";
    page.wait_until("the entry has the keyboard", heading);
    let word = format!("{heading}.querySelector('h3 > span').textContent.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')");
    assert_eq!(page.text(&word), name);
    assert!(page.holds(&format!("{heading}.getBoundingClientRect().top < innerHeight")), "and is in sight");
}
