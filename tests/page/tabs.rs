//! Two tabs that train one run: what came farther stays, and each says what is kept of it.

use words::format::count;

use crate::browser::{Page, Setup};
use crate::training::{rest, said, say, wait_for, wait_until_kept};

const CELLS: [&str; 3] = ["rnn", "lstm", "gru"];
/// A run that does not end while a test lasts.
const SMALL: &str = "view=train&t_knob=20&t_units=10&t_steps=999999";

/// Opens a tab on a run that nobody has trained yet, and another one; the first is turned to.
fn two_tabs(setup: Setup) -> Page {
    let page = setup.open(SMALL);
    wait_for(&page, [0; 3]);
    page.open_tab(SMALL);
    wait_for(&page, [0; 3]);
    page.turn_to(0);
    page
}

/// Trains until each cell has made more than a few steps; how many, in the end.
fn train_far(page: &Page) -> [usize; 3] {
    say(page, "start");
    for cell in CELLS {
        let step = format!("Number(document.querySelector('#train-{cell}-progress [data-step]').dataset.step)");
        page.wait_until(&format!("{cell} is far"), &format!("{step} > 30"));
    }
    say(page, "pause");
    rest(page)
}

/// What a lane says where another tab came farther.
fn not_kept(cell: &str, step: usize) -> String {
    let said = said(cell);
    format!("{said}.includes('not saved: another tab has already taken this run to step {},')", count(step))
}

/// Runs to its end; what each lane says of its loss then.
fn end_of_a_run(hidden: bool) -> Vec<String> {
    let page = Setup::default().open("view=train&task=adding&t_knob=20&t_units=10&t_batch=8&t_steps=400");
    wait_for(&page, [0; 3]);
    say(&page, "start");
    if hidden {
        page.hide();
        assert!(page.holds("document.hidden"), "else it would test nothing");
        // What is hidden draws nothing; those that train go on.
        std::thread::sleep(std::time::Duration::from_millis(500));
        page.reveal();
    }
    for cell in CELLS {
        page.wait_long_until(&format!("{cell} is done"), &format!("{}.includes('all 400')", said(cell)));
    }
    // What it says of time is of the machine.
    let losses =
        |cell: &str| page.text(&format!("document.querySelector('#train-{cell}-numbers').textContent.split('KB')[1]"));
    CELLS.map(losses).to_vec()
}

#[test]
fn a_run_in_a_tab_that_is_hidden_ends_with_the_same_losses() {
    assert_eq!(end_of_a_run(true), end_of_a_run(false));
}

#[test]
fn what_came_farther_stays_and_the_other_tab_says_so() {
    let page = two_tabs(Setup::default());
    let far = train_far(&page);
    wait_until_kept(&page);
    page.turn_to(1);
    say(&page, "step");
    wait_for(&page, [1; 3]);
    for (cell, step) in CELLS.into_iter().zip(far) {
        page.wait_until(&format!("{cell} says what is kept"), &not_kept(cell, step));
    }
    page.turn_to(0);
    assert!(CELLS.iter().all(|cell| !page.holds(&format!("{}.includes('not saved')", said(cell)))));
    for tab in [1, 0] {
        page.turn_to(tab);
        page.reload();
        wait_for(&page, far);
        assert!(CELLS.iter().all(|cell| !page.holds(&format!("{}.includes('not saved')", said(cell)))));
    }
    // From there it goes on, in both.
    say(&page, "step");
    wait_for(&page, far.map(|step| step + 1));
    wait_until_kept(&page);
    page.turn_to(1);
    for _ in 0..2 {
        say(&page, "step");
    }
    wait_for(&page, far.map(|step| step + 2));
    wait_until_kept(&page);
    page.turn_to(0);
    page.reload();
    wait_for(&page, far.map(|step| step + 2));
}

/// Each worker that trains the GRU stops before a file that it writes stands, until the test lets it go on. Its number
/// says which one it is.
const GATE: &str = "if (self.name === 'train-gru') { \
    const gate = new BroadcastChannel('gate'), own = Math.random(), close = FileSystemWritableFileStream.prototype.close; \
    let open = false; \
    FileSystemWritableFileStream.prototype.close = async function () { \
        if (!open) await new Promise(go => { \
            gate.onmessage = ({ data }) => { if (data === own) { open = true; go(); } }; \
            gate.postMessage(own); \
        }); \
        return close.call(this); \
    }; }\n";

/// Notes who stands at the gate, and in every frame which files are kept and for which locks somebody waits.
fn watch_the_gate(page: &Page) {
    let script = "window.stand = []; window.gate = new BroadcastChannel('gate'); \
        gate.onmessage = ({ data }) => stand.push(data); \
        const look = async () => { \
            const names = []; \
            for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name); \
            window.files = names.filter(name => name.startsWith('run-') && name.endsWith('-gru')); \
            window.waits = (await navigator.locks.query()).pending.map(lock => lock.name); \
            requestAnimationFrame(look); }; \
        look();";
    page.script(script, vec![]);
}

fn let_go(page: &Page, number: usize) {
    page.script("gate.postMessage(stand[arguments[0]])", vec![number.into()]);
}

#[test]
fn no_tab_writes_while_another_does() {
    let page = two_tabs(Setup::default().in_workers(GATE));
    watch_the_gate(&page);
    let far = train_far(&page);
    page.wait_until("its run is on its way", "stand.length === 1");
    page.turn_to(1);
    say(&page, "step");
    wait_for(&page, [1; 3]);
    page.turn_to(0);
    page.wait_until(
        "the other waits, or writes",
        "stand.length === 2 || window.waits.some(name => name.startsWith('run-') && name.endsWith('-gru'))",
    );
    assert!(page.holds("stand.length === 1"), "both write at once: what is closed last stands");
    let_go(&page, 0);
    wait_until_kept(&page);
    page.turn_to(1);
    page.wait_until("the other says so", &format!("{}.includes('not saved')", said("gru")));
    page.reload();
    wait_for(&page, far);
}

#[test]
fn what_is_forgotten_does_not_come_back() {
    let page = Setup::default().in_workers(GATE).open(SMALL);
    wait_for(&page, [0; 3]);
    watch_the_gate(&page);
    train_far(&page);
    page.wait_until("its run is on its way", "stand.length === 1");
    say(&page, "stop");
    wait_for(&page, [0; 3]);
    let_go(&page, 0);
    page.wait_until("nothing is kept", "window.files.length === 0");
    page.reload();
    wait_for(&page, [0; 3]);
    say(&page, "step");
    wait_for(&page, [1; 3]);
}
