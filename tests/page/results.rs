//! The papers, redone: recorded runs are shown as such, and one is run here.

use crate::browser::Page;

/// What a paper's experiment came to.
fn came_to(key: &str) -> String {
    format!("(document.querySelector('#sweep-{key}')?.textContent ?? '')")
}

#[test]
fn a_result_is_redone_and_kept() {
    let page = Page::open("view=results");
    let key = "bengio1994";
    page.wait_until("it is recorded", &format!("{}.includes('Recorded')", came_to(key)));
    assert_eq!(page.number("document.querySelectorAll('#train .paper:not(.wide)').length"), 10.0);
    assert_eq!(page.number("document.querySelectorAll('#train .verdict').length"), 10.0, "each has its verdict");
    page.script(&format!("document.querySelector('#sweep-{key} [data-command]').click()"), vec![]);
    page.wait_until("it is under way", &format!("document.querySelector('#sweep-{key} progress')"));
    page.script("document.querySelector('[data-command=sweep-cancel]').click()", vec![]);
    page.wait_until("it is cancelled", &format!("{}.includes('Recorded')", came_to(key)));
    page.script(&format!("document.querySelector('#sweep-{key} [data-command]').click()"), vec![]);
    page.wait_until("a run is done", &format!("{}.includes('of 15 runs done')", came_to(key)));
    page.wait_until("it is measured", &format!("{}.includes('Measured here, in')", came_to(key)));
    assert!(page.text(&came_to(key)).contains("Solved at T = 5 in 3 of 3 runs"), "{}", page.text(&came_to(key)));
    page.reload();
    page.wait_until("it is kept", &format!("{}.includes('Measured here before')", came_to(key)));
}

#[test]
fn ablations_are_swept_on_the_task_that_is_chosen() {
    let page = Page::open("view=train&task=recall&t_knob=5&t_units=8&t_steps=40");
    page.wait_until("it is offered", "document.querySelector('#sweep-ablation [data-command]')");
    page.script("document.querySelector('#sweep-ablation [data-command]').click()", vec![]);
    page.wait_until("it is measured", &format!("{}.includes('Measured here, in')", came_to("ablation")));
    assert_eq!(page.number("document.querySelectorAll('#sweep-ablation tbody tr').length"), 13.0);
    // Another task has not been swept.
    page.go_to("view=train&task=recall&t_knob=6&t_units=8&t_steps=40");
    page.wait_until("not yet", &format!("{}.includes('Not run yet')", came_to("ablation")));
}
