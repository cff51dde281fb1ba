//! What is on paper.

use course::lesson::lessons;

use crate::browser::{Page, Setup};

/// Runs what a browser does before it prints, and asks something while the page is as it is printed; on A4 within its margins.
fn printed(page: &Page, expression: &str) -> serde_json::Value {
    page.print();
    page.wait_until("it is laid out", "matchMedia('print').matches");
    page.script("dispatchEvent(new Event('beforeprint'))", vec![]);
    page.settle();
    let value = page.value(expression);
    page.script("dispatchEvent(new Event('afterprint'))", vec![]);
    page.show();
    value
}

fn paper() -> Setup {
    Setup::default().screen(718, 1000)
}

/// What each step of a worksheet has as its figure: its heading, how many shapes, how high and how wide it is, and what is said
/// above it.
const FIGURES: &str = "[...document.querySelectorAll('.reference-entry')].filter(entry => entry.querySelector('.step-figure')).map(entry => { \
    const own = entry.querySelector('.step-figure + svg.figure-paper'), said = entry.querySelector('.step-caption'); \
    const { height, width } = own?.getBoundingClientRect() ?? { height: 0, width: 0 }; \
    return [entry.querySelector('h3').textContent.trim(), own ? own.querySelectorAll('*').length : 0, height, width, \
        said ? said.textContent : '']; })";

type Entry = (String, f64, f64, f64, String);

/// The worksheet of a lesson, as it is printed.
fn worksheet(page: &Page, lesson: &str) -> Vec<Entry> {
    page.go_to(&format!("view=reference&page={lesson}"));
    let there = format!("document.querySelector('[data-page={lesson}] .reference-entry .step-figure')");
    page.wait_until("the sheet is there", &there);
    page.settle();
    let value = printed(page, FIGURES);
    assert!(page.holds("!document.querySelector('.figure-paper, .step-caption')"), "on the screen there is none");
    serde_json::from_value(value).unwrap()
}

#[test]
fn each_step_of_each_worksheet_has_the_figure_that_it_shows_as_shapes() {
    let page = paper().open("view=reference&page=vanishing");
    for (lesson, own) in lessons() {
        let entries = worksheet(&page, lesson);
        assert_eq!(entries.len(), own.entries.len(), "{lesson}");
        for (name, shapes, height, width, _) in &entries {
            assert!(*shapes > 10.0, "{lesson}, {name}: {shapes} shapes");
            assert!((120.0..=305.0).contains(height), "{lesson}, {name}: {height} px high");
            assert!(*width <= 718.0, "{lesson}, {name}: {width} px wide");
        }
    }
}

#[test]
fn a_picture_is_printed_with_what_is_seen_in_it_and_runs_say_where_they_are_made() {
    let page = paper().open("view=reference&page=vanishing");
    let entries = worksheet(&page, "vanishing");
    let said: Vec<&str> = entries.iter().map(|entry| &*entry.4).collect();
    assert!(said[1].contains("gradient"), "the chain: {said:?}");
    assert!(said[4].contains("saturated"), "{said:?}");
    assert!(said[5].contains("clipped"), "one unit: {said:?}");
    assert!(said[6].contains("made on the page"), "runs: {said:?}");
    assert_eq!((said[0], said[2], said[3]), ("", "", ""), "lanes: {said:?}");
    // A map has a shape for each of its numbers, and says what its colours mean.
    let map = "[...document.querySelectorAll('.reference-entry')][4].querySelector('.figure-paper')";
    let texts = printed(&page, &format!("[...{map}.querySelectorAll('text')].map(own => own.textContent)"));
    assert!(entries[4].1 > 300.0, "{:?}", entries[4]);
    assert!(texts.to_string().contains("slope"), "{texts}");
}

#[test]
fn the_lab_on_paper_is_its_figure_with_settings_and_address() {
    let page = paper().open("view=lab&gain=2");
    let told = "(() => { \
        const seen = css => [...document.querySelectorAll(css)].filter(own => own.checkVisibility()).map(own => own.outerHTML.slice(0, 80)); \
        return [seen('header, nav, .page button:not(.words button, .flag), select, .page input, .transport, .scrubber'), \
            seen('.printed'), seen('.lane svg.figure-paper'), seen('.lane canvas'), \
            [document.querySelector('.printed').textContent], seen('.legend')]; })()";
    let value = printed(&page, told);
    let [chrome, settings, shapes, pixels, text, legend]: [Vec<String>; 6] = serde_json::from_value(value).unwrap();
    assert_eq!(chrome, Vec::<String>::new(), "nothing that is pressed");
    assert_eq!((settings.len(), shapes.len(), pixels.len(), legend.len()), (1, 3, 0, 1), "{shapes:?} {pixels:?}");
    for word in ["Recurrent gain 2", "Hidden units 12", "#v=1&gain=2"] {
        assert!(text[0].contains(word), "{word:?} is not in {text:?}");
    }
    // Columns stand below those of the words.
    let places = "(() => { const box = css => document.querySelector(css).getBoundingClientRect(); \
        return ['.lane svg.figure-paper', '.unrolled-plot svg', '.words'].map(box).map(own => [own.left, own.right]); })()";
    let places: Vec<[f64; 2]> = serde_json::from_value(printed(&page, places)).unwrap();
    for place in &places {
        assert!((place[0] - places[2][0]).abs() < 1.5 && (place[1] - places[2][1]).abs() < 1.5, "{places:?}");
    }
}
