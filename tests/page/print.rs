//! What is on paper.

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

#[test]
fn each_step_of_a_worksheet_has_its_figure_as_shapes() {
    let page = paper().open("view=reference&page=vanishing");
    page.wait_until("the sheet is there", "document.querySelector('.reference-entry .step-figure')");
    let each = "[...document.querySelectorAll('.reference-entry')].map(entry => { \
        const own = entry.querySelector('.step-figure + svg.figure-paper'); \
        return [entry.querySelector('h3').textContent.trim(), own ? own.querySelectorAll('*').length : 0, \
            own ? own.getBoundingClientRect().height : 0, own ? own.getBoundingClientRect().width : 0]; })";
    let value = printed(&page, each);
    let entries: Vec<(String, f64, f64, f64)> = serde_json::from_value(value).unwrap();
    assert!(entries.len() >= 6, "{entries:?}");
    let with = entries.iter().filter(|(_, shapes, ..)| *shapes > 20.0).count();
    // Runs of training are told in words and in a table.
    assert!(with + 2 >= entries.len(), "{entries:?}");
    for (name, shapes, height, width) in entries.iter().filter(|(_, shapes, ..)| *shapes > 0.0) {
        assert!((180.0..=305.0).contains(height), "{name}: {height} px high, {shapes} shapes");
        assert!(*width <= 718.0, "{name}: {width}");
    }
    assert!(page.holds("!document.querySelector('.figure-paper')"), "on the screen there is none");
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
    for word in ["Recurrent gain 2", "Hidden units 12", "#gain=2"] {
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
