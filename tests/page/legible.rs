//! What stands in the page can be read: letters are large enough, and numbers that are compared are in one form.

use model::keys::PICTURES;

use crate::browser::{Page, Setup, VIEWS};

/// Places of the page: its views, its tasks with other examples, the pictures of the Lab, and a step of each lesson.
fn places() -> Vec<String> {
    let pictures = PICTURES.iter().map(|picture| format!("view=lab&picture={picture}"));
    let others = ["view=train&task=agreement", "view=reference&page=glossary", "view=reference&page=faq"];
    let steps = ["sequences.1", "recurrence.5", "bptt.2", "vanishing.1", "lstm.5", "gru.2", "words.2", "series.5"];
    let views = VIEWS.iter().map(|(_, address)| (*address).to_owned());
    let steps = steps.iter().map(|step| format!("lesson={step}"));
    views.chain(pictures).chain(others.map(str::to_owned)).chain(steps).collect()
}

fn go(page: &Page, place: &str) {
    page.go_to(if place.is_empty() { "view=start" } else { place });
    page.settle();
}

/// Texts whose letters are smaller than 13 CSS pixels; ticks of axes have 12, small parts of formulas 11. One a kind of place.
const SMALL: &str = "(() => { const found = new Map(); \
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    for (let text = texts.nextNode(); text; text = texts.nextNode()) { \
        const own = text.parentElement, box = own.getBoundingClientRect(); \
        if (!text.nodeValue.trim() || box.width <= 1 || box.height <= 1 || !own.checkVisibility({visibilityProperty: true})) continue; \
        const drawn = own.ownerSVGElement?.getScreenCTM().a ?? 1; \
        const size = parseFloat(getComputedStyle(own).fontSize) * drawn; \
        const least = own.closest('math') ? 11 : own.closest('.scale, .lesson-marks') ? 12 : 13; \
        if (size < least - 0.05) found.set(own.closest('[class]')?.getAttribute('class') ?? own.nodeName, \
            `${size.toFixed(1)} px: ${text.nodeValue.trim().slice(0, 30)}`); \
    } \
    return [...found].map(([where, what]) => `${where}: ${what}`).join('\\n'); })()";

#[test]
fn letters_are_large_enough() {
    let mut wrong = vec![];
    for (width, setup) in [("wide", Setup::default()), ("a phone", Setup::default().phone(390, 844))] {
        let page = setup.open("view=lab");
        for place in places() {
            go(&page, &place);
            let small = page.text(SMALL);
            if !small.is_empty() {
                wrong.push(format!("{place}, {width}: {small}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Columns of tables whose rows are not of one form each, and what stands together at a place, whose numbers are in more than one form: per cent, multiples, powers of
/// ten, plain.
const MIXED: &str = "(() => { \
    const form = text => { const own = text.trim(); \
        if (!/\\d/.test(own) || /^[0−-]?0?$/.test(own) || /[a-z]{2}/i.test(own)) return null; \
        if (/%/.test(own)) return 'per cent'; if (/×/.test(own)) return 'times'; \
        if (/10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(own)) return 'powers'; return 'plain'; }; \
    const forms = texts => new Set(texts.map(form).filter(Boolean)); \
    const groups = [...document.querySelectorAll('table')].filter(table => table.checkVisibility()).flatMap(table => { \
        const rows = [...table.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.textContent)); \
        if (rows.every(row => forms(row.slice(1)).size < 2)) return []; \
        return (rows[0] ?? []).map((_, n) => [table.caption?.textContent ?? table.className, n, rows.map(row => row[n] ?? '')]); }); \
    groups.push(...[...document.querySelectorAll('.figure-told')].map(own => ['told', 0, [...own.querySelectorAll('b')].map(b => b.textContent)])); \
    groups.push(['lanes', 0, [...document.querySelectorAll('.lane .number strong, .start-number')].map(own => own.textContent)]); \
    return groups.map(([what, n, texts]) => [what, n, [...forms(texts)]]) \
        .filter(([, , forms]) => forms.length > 1).map(([what, n, forms]) => `${what}, column ${n + 1}: ${forms.join(', ')}`).join('\\n'); })()";

#[test]
fn numbers_that_are_compared_are_in_one_form() {
    let page = Page::open("view=lab");
    let mut wrong = vec![];
    for place in places() {
        go(&page, &place);
        page.script("document.querySelectorAll('details').forEach(own => own.open = true)", vec![]);
        page.settle();
        let mixed = page.text(MIXED);
        if !mixed.is_empty() {
            wrong.push(format!("{place}: {mixed}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
