//! Texts as a screen reader says them, and as they are copied: words that stand apart are apart.

use engine::trace::CellKind;
use model::keys::PICTURES;

use crate::browser::Page;
use crate::training::{rest, said, say};

/// Pairs of texts in sight that run into each other: nothing but elements within a line parts them, and no space. What is
/// written as one word on purpose (a raised or lowered letter, a formula, a figure, an ending of a word that is explained
/// or coloured) is left out.
const TOUCHING: &str = "(() => {
    const apart = 'math, svg, sup, sub, script, style, textarea, pre, .term, :is(p, li, dd) .cell-name';
    const within = element => getComputedStyle(element).display.startsWith('inline');
    const parts = 'br, input, select, textarea, button, canvas, svg, progress, img, summary, option';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const found = [];
    let before = null;
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node instanceof Element) {
            if (node.matches(parts)) before = null;
            continue;
        }
        if (!node.data || !node.parentElement.checkVisibility()) continue;
        const path = text => { const all = []; for (let own = text.parentElement; own; own = own.parentElement) all.push(own); return all; };
        if (before && !before.parentElement.closest(apart) && !node.parentElement.closest(apart)) {
            const [left, right] = [path(before), path(node)];
            const between = [...left.filter(own => !right.includes(own)), ...right.filter(own => !left.includes(own))];
            if (/[\\p{L}\\p{N}%…)]$/u.test(before.data) && /^[\\p{L}\\p{N}(]/u.test(node.data) && between.every(within))
                found.push(`${before.data.slice(-30)}|${node.data.slice(0, 30)}`);
        }
        before = node;
    }
    return found;
})()";

fn assert_apart(page: &Page, place: &str) {
    let found: Vec<String> = serde_json::from_value(page.value(TOUCHING)).unwrap();
    assert!(found.is_empty(), "in {place} texts run into each other: {found:#?}");
}

#[test]
fn a_lanes_name_and_numbers_are_apart() {
    let page = Page::open("view=lab");
    for cell in CellKind::ALL {
        let lane = format!("document.querySelector('.lane[data-cell={}] .who", cell.key());
        let name = page.text(&format!("{lane} h2').textContent"));
        assert!(name.starts_with(&format!("{} ", cell.name())) && name.ends_with(" parameters"), "{name}");
        let number = page.text(&format!("{lane} .number').textContent"));
        assert!(number.contains(" of the gradient"), "{number}");
    }
}

#[test]
fn every_figure_says_where_it_looks_even_before_it_looks_anywhere() {
    let page = Page::open("view=lab");
    let silent = "[...document.querySelectorAll('canvas[role=slider]')].filter(own => own.checkVisibility() \
        && !own.getAttribute('aria-valuetext')).map(own => own.getAttribute('aria-label')).join('; ')";
    let views = [
        ("picture=spectrum", "#laboratory canvas"),
        ("view=train&task=adding&t_knob=20", "#train-gru .train-losses canvas"),
        ("view=compare", "#compare canvas"),
    ];
    for (view, drawn) in views {
        page.go_to(view);
        page.wait_until("it is drawn", &format!("document.querySelector('{drawn}')"));
        page.settle();
        assert_eq!(page.text(silent), "", "in {view}");
    }
}

#[test]
fn no_two_texts_run_into_each_other() {
    let page = Page::open("view=lab");
    page.wait_until("the worker draws", "document.querySelector('#pictures input')");
    assert_apart(&page, "the Lab");
    for button in ["#numbers-open", "#keys-open"] {
        page.script("document.querySelector(arguments[0])?.click()", vec![button.into()]);
        page.settle();
        assert_apart(&page, button);
        page.script("document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close())", vec![]);
    }
    for picture in PICTURES {
        page.go_to(&format!("picture={picture}"));
        page.wait_until(
            "it is drawn",
            &format!("document.querySelector('[data-picture={picture}] :is(canvas, table, button, textarea)')"),
        );
        assert_apart(&page, picture);
    }
    for lesson in ["vanishing.1", "vanishing.2&shown=yes", "lstm.2", "yourself.1&shown=yes", "training.2"] {
        page.go_to(&format!("lesson={lesson}"));
        let step = lesson.split(['.', '&']).nth(1).unwrap();
        page.wait_until(
            "the lesson is told",
            &format!("document.querySelector('.lesson-place')?.textContent.includes('step {step} of')"),
        );
        page.settle();
        assert_apart(&page, lesson);
    }
    for view in ["compare", "choose", "results", "reference", "reference&page=glossary", "reference&page=faq"] {
        page.go_to(&format!("lesson=&view={view}"));
        let text = "document.querySelector(':is(.view, #train, #reference):not([hidden])').textContent.length";
        page.wait_until("it stands", &format!("{text} > 1000"));
        page.settle();
        assert_apart(&page, view);
    }
    for task in ["adding&t_knob=20", "co2", "entities&t_knob=5"] {
        page.go_to(&format!("view=train&task={task}&t_units=8&t_steps=999999"));
        for cell in ["rnn", "lstm", "gru"] {
            page.wait_until("the lane stands", &format!("{}.startsWith('step')", said(cell)));
        }
        say(&page, "start");
        for cell in ["rnn", "lstm", "gru"] {
            page.wait_until("it trains", &format!("!{}.startsWith('step 0 ')", said(cell)));
        }
        say(&page, "pause");
        rest(&page);
        assert_apart(&page, task);
    }
}
