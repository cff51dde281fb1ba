//! The gallery of the page's components: each by keyboard, by finger and for a screen reader, under the page's policy.

use fantoccini::key::Key;
use serde_json::json;

use crate::browser::{Page, Setup};

/// Run first: keeps what the policy refuses.
const WATCH: &str = "window.breaches = []; addEventListener('securitypolicyviolation', \
    breach => window.breaches.push(breach.violatedDirective + ' ' + breach.blockedURI));";

/// The gallery, once it stands.
fn open(setup: Setup) -> Page {
    let page = setup.gallery().open_in_vain("");
    page.wait_until("the gallery stands", "document.querySelectorAll('.sheet .kit-table').length === 2");
    page.settle();
    page
}

/// Puts the focus on an element of the light sheet.
fn focus(page: &Page, css: &str) {
    page.script("document.querySelector('[data-theme=light] ' + arguments[0]).focus()", vec![json!(css)]);
    page.settle();
}

/// Whether the element that has the focus is of a kind.
fn is_at(page: &Page, css: &str) -> bool {
    page.holds(&format!("document.activeElement.matches('[data-theme=light] {css}')"))
}

#[test]
fn every_control_has_a_name() {
    let page = open(Setup::default());
    let all = page.roles_and_names();
    for role in [
        "button",
        "link",
        "slider",
        "textbox",
        "combobox",
        "checkbox",
        "switch",
        "radio",
        "radiogroup",
        "tab",
        "tablist",
        "tabpanel",
        "progressbar",
        "table",
        "list",
        "figure",
    ] {
        let names: Vec<&String> = all.iter().filter(|(found, _)| found == role).map(|(_, name)| name).collect();
        assert!(!names.is_empty(), "the gallery has no {role}");
        // Lists of a colour bar are named by their figure.
        assert!(role == "list" || names.iter().all(|name| !name.trim().is_empty()), "a {role} has no name: {names:?}");
    }
    let has = |role: &str, name: &str| all.iter().any(|(found, told)| found == role && told == name);
    assert!(has("button", "Remove prices.csv"), "a chip's button says what it takes away");
    assert!(has("slider", "Forget bias") && has("group", "What is left of the gradient, eleven steps back"));
}

#[test]
fn the_policy_is_broken_nowhere() {
    let page = open(Setup::default().running_first(WATCH));
    focus(&page, ".kit-rail input");
    page.press(Key::Right);
    page.point_at(".kit-button[aria-disabled]", 0.5, 0.5);
    page.click("[data-theme=light] .kit-word");
    page.press(Key::Escape);
    page.click("[data-theme=light] .kit-toast .kit-icon");
    assert_eq!(page.value("window.breaches"), json!([]));
    assert!(!page.holds("document.querySelector('[onclick], [onchange]')"));
}

#[test]
fn what_is_pressed_is_large_enough() {
    for (setup, least) in [(Setup::default(), 24), (Setup::default().phone(390, 844), 44)] {
        let page = open(setup);
        // A door is pressed anywhere; a word stands in a line of text, which sets its height.
        let small = format!(
            "[...document.querySelectorAll('button, input, select, summary, a')] \
                .filter(one => one.checkVisibility() && !one.matches('.kit-skip, .kit-word')) \
                .map(one => [one.closest('.kit-door') ?? one, one]) \
                .map(([area, one]) => [area.getBoundingClientRect(), one]) \
                .filter(([box]) => Math.min(box.width, box.height) < {least}) \
                .map(([box, one]) => `${{one.outerHTML.slice(0, 80)}}: ${{box.width}} by ${{box.height}}`)"
        );
        assert_eq!(page.value(&small), json!([]), "at least {least}");
        assert!(!page.holds("document.documentElement.scrollWidth > innerWidth"), "nothing sticks out");
    }
}

#[test]
fn arrow_keys_choose_a_tab_and_tab_goes_on_to_its_panel() {
    let page = open(Setup::default());
    let chosen = "document.querySelector('[data-theme=light] [role=tab][aria-selected=true]').textContent";
    let shown = "[...document.querySelectorAll('[data-theme=light] [role=tabpanel]')] \
        .filter(panel => panel.checkVisibility()).map(panel => panel.textContent.slice(0, 9)).join()";
    focus(&page, "[role=tab]");
    for (key, name, panel) in [
        (Key::Right, "Backward", "The error"),
        (Key::End, "Why", "Each numb"),
        (Key::Right, "Forward", "hₜ is wor"),
        (Key::Left, "Why", "Each numb"),
        (Key::Home, "Forward", "hₜ is wor"),
    ] {
        page.press(key);
        assert_eq!((page.text(chosen).as_str(), page.text(shown).as_str()), (name, panel));
        assert!(is_at(&page, "[aria-selected=true]"), "the focus goes with it");
    }
    page.press(Key::Tab);
    assert!(is_at(&page, "[role=tabpanel]"));
}

#[test]
fn arrow_keys_choose_a_segment() {
    let page = open(Setup::default());
    let chosen = "[...document.querySelectorAll('[data-theme=light] .kit-segments:not(:has(.kit-group))')] \
        .map(row => row.querySelector(':checked + span').textContent).join()";
    assert_eq!(page.text(chosen), "2 ← Learn,1×,2 ← Learn");
    focus(&page, ".kit-segment input:checked");
    page.press(Key::Left);
    // The third row is locked, and shows the same choice.
    assert_eq!(page.text(chosen), "1 Read →,1×,1 Read →");
    page.press(Key::Tab);
    page.press(Key::Right);
    assert_eq!(page.text(chosen), "1 Read →,2×,1 Read →");
}

#[test]
fn a_slider_goes_by_keys_and_back_to_its_default_and_a_locked_one_stays() {
    let page = open(Setup::default());
    let value = |place: usize| {
        page.text(&format!("document.querySelectorAll('[data-theme=light] .kit-rail input')[{place}].ariaValueText"))
    };
    let focus = |place: usize| {
        page.script(
            &format!("document.querySelectorAll('[data-theme=light] .kit-rail input')[{place}].focus()"),
            vec![],
        );
    };
    focus(0);
    page.press(Key::Right);
    assert_eq!(value(0), "13 units", "with its unit");
    page.press(Key::Backspace);
    assert_eq!(value(0), "13 units", "it has no default");
    focus(1);
    page.press(Key::Left);
    assert_eq!(value(1), "+0.75");
    page.press(Key::Backspace);
    assert_eq!(value(1), "0");
    focus(3);
    page.press(Key::Right);
    page.press(Key::End);
    assert_eq!(value(3), "0", "it shows the second's value, and is locked");
    let part = "Number(document.querySelectorAll('[data-theme=light] .kit-rail')[1].style.getPropertyValue('--part'))";
    assert!((page.number(part) - 0.25).abs() < 1e-9, "0 lies a quarter of the way from -2 to 6");
}

#[test]
fn a_popover_closes_by_escape_and_when_the_focus_leaves() {
    let page = open(Setup::default());
    let is_open = || page.holds("document.querySelector('[data-theme=light] .kit-popover').matches(':popover-open')");
    focus(&page, ".kit-word");
    page.press(Key::Enter);
    assert!(is_open() && is_at(&page, ".kit-popover"));
    assert!(page.holds("document.querySelector('[data-theme=light] .kit-word').ariaExpanded === 'true'"));
    page.press(Key::Escape);
    assert!(!is_open() && is_at(&page, ".kit-word"), "the focus is back at the word");
    page.press(Key::Enter);
    page.press(Key::Tab);
    assert!(!is_open() && is_at(&page, ".kit-word"), "the next word");
    focus(&page, ".kit-word");
    page.press(Key::Enter);
    page.point_at("[data-theme=light] h1", 0.5, 0.5);
    page.click_here();
    assert!(!is_open(), "a press elsewhere closes it");
}

#[test]
fn a_dialog_takes_the_focus_and_gives_it_back() {
    let page = open(Setup::default());
    let is_open = || page.holds("document.querySelector('dialog[open]')");
    page.script(
        "[...document.querySelectorAll('[data-theme=light] button')].find(one => one.textContent.startsWith('All')).focus()",
        vec![],
    );
    page.press(Key::Enter);
    assert!(is_open() && is_at(&page, "dialog button"));
    page.press_times(5, Key::Tab);
    assert!(page.holds("document.activeElement === document.body || document.activeElement.closest('dialog')"));
    page.press(Key::Escape);
    assert!(!is_open() && page.holds("document.activeElement.textContent.startsWith('All')"));
}

#[test]
fn a_number_that_cannot_be_read_is_told_and_tied_to_its_field() {
    let page = open(Setup::default());
    let field = "document.querySelector('[data-theme=light] .kit-number input')";
    let told = format!(
        "{field}.getAttribute('aria-describedby').split(' ') \
        .map(id => document.getElementById(id).textContent).join(' ').trim()"
    );
    assert_eq!(page.text(&told), "From 0 to 1");
    focus(&page, ".kit-number input");
    page.write("many");
    assert_eq!(page.text(&told), "“many” is no number from 0 to 1");
    assert!(page.holds(&format!("{field}.ariaInvalid === 'true'")));
    page.press(Key::Enter);
    assert_eq!(page.text("document.querySelector('[role=status]').textContent"), "“many” is no number from 0 to 1");
    page.write("0.25");
    assert_eq!(page.text(&told), "From 0 to 1");
    assert!(page.holds(&format!("{field}.value === '0.25' && !{field}.hasAttribute('aria-invalid')")));
}

#[test]
fn a_text_that_cannot_be_used_stays_and_is_told() {
    let page = open(Setup::default());
    let field = "document.querySelector('[data-theme=light] .kit-text input')";
    let told = format!(
        "{field}.getAttribute('aria-describedby').split(' ') \
        .map(id => document.getElementById(id).textContent).join(' ').trim()"
    );
    assert_eq!(page.text(&told), "");
    focus(&page, ".kit-text input");
    page.write(" ");
    assert_eq!(page.text(&told), "Found no words. Type at least one.");
    assert!(page.holds(&format!("{field}.value === ' ' && {field}.ariaInvalid === 'true'")));
    page.write("to be");
    assert_eq!(page.text(&told), "");
    assert!(page.holds(&format!("!{field}.hasAttribute('aria-invalid')")));
    // Another field of the same text follows, and the locked one can't be typed into.
    let shown = "[...document.querySelectorAll('[data-theme=light] .kit-text input')].map(own => own.value).join('|')";
    assert_eq!(page.text(shown), "to be||to be");
    assert!(page.holds("document.querySelector('[data-theme=light] .kit-locked .kit-text input').readOnly"));
}

#[test]
fn what_is_to_be_known_of_a_control_is_said_and_shown_to_the_keyboard() {
    let page = open(Setup::default());
    let check = |css: &str, tip: &str| {
        focus(&page, css);
        page.press(Key::Tab);
        page.chord(&[Key::Shift], Key::Tab);
        let told = "document.getElementById(document.activeElement.getAttribute('aria-describedby'))";
        assert_eq!(page.text(&format!("{told}.textContent")), tip);
        assert!(page.holds(&format!("{told}.checkVisibility()")), "{tip} is shown");
        page.press(Key::Tab);
        assert!(!page.holds(&format!(
            "[...document.querySelectorAll('.kit-bubble')].some(own => own.textContent === '{tip}' && own.checkVisibility())"
        )));
    };
    check(".kit-button:not([aria-disabled]):is([aria-describedby])", "Copy the address of this very picture");
    check(".kit-rail input[aria-describedby]", "Added to the bias of the forget gate");
    check(".kit-select select[aria-describedby]", "What the three networks read");
    check("summary[aria-describedby]", "Of the number in focus");
}

#[test]
fn a_file_is_dropped_and_a_wrong_one_refused() {
    let page = open(Setup::default());
    let zone = "document.querySelector('[data-theme=light] .kit-drop')";
    let bring = |kind: &str, name: &str| {
        let script = format!(
            "const data = new DataTransfer(); data.items.add(new File(['1\\n2'], '{name}')); \
             {zone}.dispatchEvent(new DragEvent('{kind}', {{ dataTransfer: data, bubbles: true, cancelable: true }}));"
        );
        page.script(&script, vec![]);
        page.settle();
    };
    let told = format!("{zone}.querySelector('.kit-brought').textContent");
    bring("dragover", "numbers.csv");
    assert!(page.holds(&format!("{zone}.matches('.kit-over')")));
    bring("drop", "numbers.csv");
    assert_eq!(page.text(&told), "numbers.csv: 3 bytes");
    assert!(!page.holds(&format!("{zone}.matches('.kit-over')")));
    bring("drop", "holiday.png");
    assert_eq!(page.text(&told), "“holiday.png” is no .csv file");
    assert!(page.holds(&format!("{zone}.matches('.kit-wrong')")));
    assert_eq!(page.text("document.querySelector('[role=status]').textContent"), "“holiday.png” is no .csv file");
}

#[test]
fn a_region_that_speaks_stands_there_before_its_text() {
    let page = open(Setup::default());
    page.script("window.regions = [...document.querySelectorAll('[role=status]')]", vec![]);
    let copy =
        "[...document.querySelectorAll('[data-theme=light] button')].find(one => one.textContent === 'Copy the link')";
    page.script(&format!("{copy}.focus()"), vec![]);
    page.press(Key::Enter);
    let said = "window.regions.filter(one => one.isConnected && one.textContent.includes('clipboard')).length";
    assert_eq!(page.value(said), json!(1));
    page.press(Key::Tab);
    assert!(is_at(&page, ".kit-toast button"), "its button comes next");
    page.press(Key::Enter);
    assert!(page.holds(&format!("document.activeElement === {copy}")), "the focus is where it was");
}

#[test]
fn who_wants_no_motion_sees_none() {
    let page = open(Setup::default());
    assert!(page.holds("document.getAnimations().length > 0"), "a button is at work");
    page.prefer("prefers-reduced-motion", "reduce");
    page.settle();
    assert_eq!(page.value("document.getAnimations().length"), json!(0));
}

#[test]
fn what_is_chosen_is_seen_in_a_persons_own_colours() {
    let page = open(Setup::default().preferring("forced-colors", "active"));
    for (chosen, other) in [
        (".kit-segment :checked + span", ".kit-segment :not(:checked) + span"),
        (".kit-button[aria-pressed=true]", ".kit-button"),
        (".kit-choice[aria-pressed=true]", ".kit-choice[aria-pressed=false]"),
        (".kit-toggle :checked + .kit-mark", ".kit-toggle :not(:checked) + .kit-mark"),
    ] {
        let ground =
            |css: &str| page.text(&format!("getComputedStyle(document.querySelector('{css}')).backgroundColor"));
        assert_ne!(ground(chosen), ground(other), "{chosen}");
    }
}
