//! What a person holds stays in the hand while numbers change: the keyboard's place, a selection, what is open, a field that is
//! being typed into. And what is said, is said once.

use crate::browser::Page;

/// Moves the gain as a hand that drags it does, once, without the keyboard going there; waits until the picture follows.
fn drag_on(page: &Page, gain: f64) {
    let before = page.text("document.querySelector('.figure-told b[data-number]').dataset.number");
    page.script(
        "const slider = document.getElementById('gain'); slider.value = arguments[0]; \
         slider.dispatchEvent(new Event('input', { bubbles: true }));",
        vec![gain.into()],
    );
    page.wait_until(
        "the picture follows",
        &format!("document.querySelector('.figure-told b[data-number]').dataset.number !== '{before}'"),
    );
}

fn open_roads() -> Page {
    let page = Page::open("picture=roads&cell=lstm");
    page.wait_until("the picture is there", "document.querySelector('.figure-told b[data-number]')?.dataset.number");
    page
}

#[test]
fn the_keyboard_stays_where_it_is_while_a_slider_moves() {
    let page = open_roads();
    for css in [".doors input", ".figure canvas", ".figure summary"] {
        page.script("window.held = document.querySelector(arguments[0]); window.held.focus();", vec![css.into()]);
        for gain in [0.2, 0.3, 0.1] {
            drag_on(&page, gain);
            assert!(page.holds("document.activeElement === window.held"), "{css} at {gain}");
        }
    }
}

#[test]
fn a_road_that_is_closed_keeps_the_keyboard() {
    let page = open_roads();
    page.script("window.held = document.querySelector('.doors input'); window.held.focus();", vec![]);
    page.press(' ');
    page.wait_until("it is closed", "window.held.checked && location.hash.includes('closed=lstm.carry')");
    page.settle();
    assert!(page.holds("document.activeElement === window.held"));
}

#[test]
fn a_table_stays_open_with_its_selection_and_where_it_is_scrolled() {
    let page = open_roads();
    page.click(".figure summary");
    page.wait_until("the table is there", "document.querySelector('.figure table tbody td')");
    page.script(
        "window.row = document.querySelector('.figure tbody tr:nth-child(4)'); \
         getSelection().selectAllChildren(window.row.firstElementChild);",
        vec![],
    );
    let selected = page.text("getSelection().toString()");
    assert!(!selected.is_empty());
    for gain in [0.2, 0.3] {
        drag_on(&page, gain);
        page.settle();
        assert!(page.holds("document.querySelector('.figure details').open && window.row.isConnected"), "{gain}");
        assert_eq!(page.text("getSelection().toString()"), selected);
    }
}

#[test]
fn another_picture_is_announced_once() {
    let page = open_roads();
    page.script(
        "window.heard = []; const regions = [...document.querySelectorAll('[role=status]')]; \
         new MutationObserver(all => all.forEach(change => { \
             const region = (change.target.closest ? change.target : change.target.parentElement)?.closest('[role=status]'); \
             const text = region?.textContent.trim(); \
             if (text && window.heard.at(-1) !== text) window.heard.push(text); \
         })).observe(document.body, { subtree: true, childList: true, characterData: true });",
        vec![],
    );
    page.click("#pictures [value='Which loss']");
    page.wait_until("the picture is there", "document.querySelector('[data-picture=triangle] canvas')");
    page.settle();
    let heard = page.value("window.heard");
    let heard: Vec<String> = serde_json::from_value(heard).unwrap();
    let title = words::laboratory::words().triangle_title;
    assert_eq!(heard.iter().filter(|text| text.contains(title)).count(), 1, "{heard:?}");
    // Numbers that follow a slider say nothing.
    page.script("window.heard.length = 0", vec![]);
    page.drag("gain", &[0.2, 0.3]);
    page.settle();
    let heard = page.value("window.heard");
    assert_eq!(heard.as_array().map(Vec::len), Some(0), "{heard}");
    // Nor does a number stand there that was of the run before.
    assert_eq!(page.text("document.querySelector('.spoken').textContent"), "");
}
