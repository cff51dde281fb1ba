//! The papers, redone: recorded runs are shown as such, and one is run here.

use crate::browser::{Page, Setup};

/// What a paper's experiment came to.
fn came_to(key: &str) -> String {
    format!("(document.querySelector('#sweep-{key}')?.textContent ?? '')")
}

#[test]
fn a_result_is_redone_and_kept() {
    let page = Page::open("view=results");
    let key = "bengio1994";
    let own = format!("#sweep-{key}");
    page.wait_until("it is recorded", &format!("{}.includes('Recorded')", came_to(key)));
    assert_eq!(page.number("document.querySelectorAll('#results article[data-paper]').length"), 10.0);
    assert_eq!(page.number("document.querySelectorAll('#results .verdict').length"), 10.0, "each has its verdict");
    let table = |word: &str| format!("document.querySelector('{own} caption').textContent.endsWith(': {word}')");
    assert!(page.holds(&table("recorded")), "a word says so, and the grey");
    assert_eq!(page.number(&format!("document.querySelectorAll('{own} tbody tr.faint').length")), 5.0);
    page.press_button(&own, "Run it here");
    let line = format!("document.querySelector('{own} [role=progressbar]')?.checkVisibility()");
    page.wait_until("it is under way", &line);
    assert!(
        page.holds(&format!(
            "document.activeElement === document.body || document.activeElement.matches('{own} button')"
        ))
    );
    page.press_button(&own, "Cancel");
    page.wait_until("it is cancelled", &format!("{}.includes('Recorded')", came_to(key)));
    page.press_button(&own, "Run it here");
    page.wait_until("a run is done", &format!("/ of 15\\s+runs done/.test({})", came_to(key)));
    page.wait_until("it is measured", &format!("{}.includes('Measured here, in')", came_to(key)));
    assert!(page.text(&came_to(key)).contains("Solved at T = 5 in 3 of 3 runs"), "{}", page.text(&came_to(key)));
    assert!(page.holds(&table("measured here")));
    assert_eq!(page.number(&format!("document.querySelectorAll('{own} .faint').length")), 0.0);
    page.reload();
    page.wait_until("it is kept", &format!("{}.includes('Measured here before')", came_to(key)));
}

#[test]
fn each_paper_has_its_figure_and_its_button_in_one_place() {
    for (width, height) in [(1440, 900), (390, 844)] {
        let page = Setup::default().screen(width, height).open("view=results");
        page.wait_until("figures are there", "document.querySelectorAll('#results .paper-plots canvas').length >= 11");
        let papers = "[...document.querySelectorAll('#results article[data-paper]')]";
        assert!(page.holds(&format!("{papers}.every(own => own.querySelector('figcaption').textContent.length > 20)")));
        // From the foot of its card, at its left.
        let place = "own => { const card = own.getBoundingClientRect(), button = own.querySelector('.sweep-begin button').getBoundingClientRect(); \
            return `${Math.round(button.left - card.left)}`; }";
        assert_eq!(page.number(&format!("new Set({papers}.map({place})).size")), 1.0);
        assert_eq!(page.overhang(), 0.0);
    }
}

#[test]
fn a_papers_own_number_stands_in_its_figure() {
    let page = Page::open("view=results");
    let own = "document.querySelector('[data-paper=hochreiter1997] .paper-plots')";
    page.wait_until("the figure is there", &format!("{own}?.querySelector('canvas')"));
    page.script(&format!("{own}.querySelector('summary').click()"), vec![]);
    page.wait_until("its numbers are there", &format!("/the paper: 74\\s000/.test({own}.textContent)"));
    assert!(page.text(&format!("{own}.textContent")).contains("Solved soonest: LSTM"), "it says what is seen");
}

#[test]
fn what_does_not_agree_is_named_first() {
    let page = Page::open("view=results");
    let line = "document.querySelector('.papers-summary').textContent";
    page.wait_until(
        "it is counted",
        &format!("document.querySelector('.papers-summary') && {line}.includes('agrees: ')"),
    );
    let said = page.text(line);
    let counts = "[...document.querySelectorAll('.papers-summary b')].reduce((sum, own) => sum + Number(own.textContent.match(/\\d+$/)[0]), 0)";
    assert_eq!(page.number(counts), 10.0, "{said}");
    let names = "[...document.querySelectorAll('.papers-summary a')]";
    let judged = "[...document.querySelectorAll('#results .verdict > span > b')].filter(own => own.textContent !== 'agrees').length";
    assert_eq!(page.number(&format!("{names}.length")), page.number(judged), "{said}");
    page.script(&format!("{names}[0]?.click()"), vec![]);
    page.wait_until("the card has the keyboard", "document.activeElement.closest('[data-paper]')");
}

#[test]
fn the_button_of_a_sweep_keeps_the_keyboard_while_it_begins_and_ends() {
    let page = Page::open("view=results");
    let own = "#sweep-bengio1994";
    page.wait_until("it is offered", &format!("document.querySelector('{own} .sweep-begin button')"));
    page.script(&format!("document.querySelector('{own} .sweep-begin button').focus()"), vec![]);
    page.press(fantoccini::key::Key::Enter);
    let button = "document.activeElement.textContent.trim()";
    page.wait_until("it cancels", &format!("{button} === 'Cancel'"));
    page.press(fantoccini::key::Key::Enter);
    page.wait_until("it begins again", &format!("{button}.startsWith('Run it here')"));
}

#[test]
fn ablations_are_swept_on_the_task_that_is_chosen() {
    let page = Page::open("view=train&task=recall&t_knob=5&t_units=8&t_steps=40");
    page.press_button("#sweep-ablation", "Run it here");
    page.wait_until("it is measured", &format!("{}.includes('Measured here, in')", came_to("ablation")));
    assert_eq!(page.number("document.querySelectorAll('#sweep-ablation tbody tr').length"), 13.0);
    let made = "[...document.querySelectorAll('#sweep-ablation tbody tr')].every(row => / of 3$/.test(row.cells[1].textContent))";
    assert!(page.holds(made), "each with its runs");
    // Another task has not been swept.
    page.go_to("view=train&task=recall&t_knob=6&t_units=8&t_steps=40");
    page.wait_until("not yet", &format!("{}.includes('Not run yet')", came_to("ablation")));
}

#[test]
fn the_matrix_is_whole_and_readable_on_paper() {
    // A4 within its margins, in CSS pixels.
    let page = Setup::default().screen(718, 1000).open("view=results");
    page.wait_until("the matrix is there", "document.querySelector('.matrix td')");
    page.print();
    let card = "document.querySelector('#sweep-all').getBoundingClientRect()";
    let table = "document.querySelector('.matrix table').getBoundingClientRect()";
    let (card, table) = (page.number(&format!("{card}.right")), page.number(&format!("{table}.right")));
    assert!(table <= card && card <= 718.0, "the table ends at {table}, its card at {card}");
    let sizes =
        "[...document.querySelectorAll('.matrix :is(th, td)')].map(own => parseFloat(getComputedStyle(own).fontSize))";
    let least = page.number(&format!("Math.min(...{sizes})"));
    assert!(least >= 11.0, "{least} px");
}
