//! Train: three workers train the three cells; what a person says is heard at once, and nothing is lost.

use std::process::Command;

use fantoccini::key::Key as Press;

use engine::hash::fnv1a;
use engine::trace::CellKind;
use learn::task::Sets;
use learn::training::{self, Session};
use model::keys::Key;
use model::settings::State;

use crate::browser::{Page, Setup, environment};

/// A run that does not end while a test lasts.
const SMALL: &str = "view=train&t_knob=60&t_units=24&t_steps=999999";

/// Presses a button without waiting for the page to come to rest, which it does not while it trains. One button starts and
/// pauses: it has to say that it does what is wanted.
pub fn say(page: &Page, command: &str) {
    let (button, name) = match command {
        "start" => ("train-toggle", "Train"),
        "pause" => ("train-toggle", "Pause"),
        "step" => ("train-step", "Step"),
        _ => ("train-stop", "Start over"),
    };
    page.wait_until(
        &format!("the button says {name}"),
        &format!("document.querySelector('#{button}')?.textContent === '{name}'"),
    );
    page.script(&format!("document.querySelector('#{button}').click()"), vec![]);
}

/// The word for how a cell's run stands, and what is told below it.
pub fn said(cell: &str) -> String {
    format!(
        "[...document.querySelectorAll('#train-{cell}-progress :is([role=progressbar], .note)')]\
             .map(e => e.ariaValueText ?? e.textContent).filter(text => text).join(' · ')"
    )
}

/// Sets a field's text, as if it had been typed to its end.
pub fn type_into(page: &Page, css: &str, text: &str) {
    page.wait_until("the field stands", &format!("document.querySelector('{css}')"));
    page.script(
        &format!(
            "const field = document.querySelector('{css}'); field.value = arguments[0]; \
             for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));"
        ),
        vec![text.into()],
    );
}

/// How many steps the cells' runs have made, once they have said so and rest.
pub fn rest(page: &Page) -> [usize; 3] {
    let all = "[...document.querySelectorAll('.train-run')]";
    page.wait_until("all rest", &format!("{all}.every(run => !run.querySelector('[data-running=true]'))"));
    // What they said last may be on its way.
    page.settle();
    page.settle();
    ["rnn", "lstm", "gru"].map(|cell| {
        let step = format!("Number(document.querySelector('#train-{cell}-progress [data-step]').dataset.step)");
        page.number(&step) as usize
    })
}

/// Waits until the cells' runs have made so many steps.
pub fn wait_for(page: &Page, steps: [usize; 3]) {
    for (cell, step) in ["rnn", "lstm", "gru"].into_iter().zip(steps) {
        page.wait_until(
            &format!("{cell} has made {step} steps"),
            &format!("document.querySelector('#train-{cell}-progress [data-step]')?.dataset.step == '{step}'"),
        );
    }
}

fn open(fragment: &str) -> Page {
    let page = Setup::default().open(fragment);
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("the lane stands", &format!("{}.startsWith('step')", said(cell)));
    }
    page
}

fn wait_for_steps(page: &Page) {
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("it trains", &format!("!{}.startsWith('step 0 ')", said(cell)));
    }
}

pub fn wait_until_kept(page: &Page) {
    page.wait_until(
        "all is kept",
        "[...document.querySelectorAll('.train-run [data-step]')].every(e => e.dataset.kept == e.dataset.step)",
    );
}

#[test]
fn three_cells_train_pause_step_and_start_over() {
    let page = open(SMALL);
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let paused = rest(&page);
    assert!(paused.iter().all(|step| *step > 0), "{paused:?}");
    assert_eq!(rest(&page), paused, "a pause is a pause");
    for cell in ["rnn", "lstm", "gru"] {
        // Every loss so far can be read, at the pointer and by keys; the last step's is the last.
        let canvas = format!("document.querySelector('#train-{cell} .train-losses canvas')");
        page.script(&format!("{canvas}.focus()"), vec![]);
        page.press(Press::End);
        let told =
            format!("Number(document.querySelector('#train-{cell} .train-losses b[data-number]').dataset.number)");
        assert!(page.number(&told) > 0.0);
        assert!(page.number(&format!("document.querySelector('#train-{cell} .figure-map').width")) > 1.0);
        assert!(page.number(&format!("Number(document.querySelector('#train-{cell} strong').dataset.number)")) > 0.0);
    }
    page.script("document.activeElement.blur()", vec![]);
    say(&page, "step");
    wait_for(&page, paused.map(|step| step + 1));
    page.press(' ');
    let gru = "document.querySelector('#train-gru-progress [data-step]').dataset.step";
    page.wait_until("space trains on", &format!("{gru} > {}", paused[2] + 1));
    page.press(' ');
    rest(&page);
    say(&page, "stop");
    wait_for(&page, [0; 3]);
}

#[test]
fn the_task_is_a_question_with_an_example_whose_answer_is_missing() {
    let page = Setup::default().screen(1440, 900).open("view=train&task=agreement");
    let asked = "document.querySelector('.train-asked')";
    for (task, says) in [
        ("agreement", "was?were?"),
        ("adding", " ="),
        ("copy", "??????????"),
        ("entities", "person?"),
        ("characters", "?"),
        ("co2", "ppm; "),
        ("frames", "→?"),
        ("speech", "9?"),
    ] {
        page.go_to(&format!("view=train&task={task}"));
        page.wait_until(task, &format!("{asked}?.textContent.includes('{says}')"));
        assert!(page.holds("document.querySelector('.train-question h2').textContent.endsWith('?')"), "{task}");
        // The first chart is in the window, over the bar at its foot.
        page.wait_until("the chart stands", "document.querySelector('#train-rnn .train-losses canvas')");
        let over = "document.querySelector('#train-rnn .train-losses canvas').getBoundingClientRect().bottom \
                    < document.querySelector('.train-foot').getBoundingClientRect().top";
        assert!(page.holds(over), "{task}");
    }
}

/// What the note and the headline of the losses say: what stands behind, and what is seen.
fn behind(page: &Page) -> (String, String) {
    let note = page.text("document.querySelector('.train-recorded').textContent");
    (note, page.text("document.querySelector('#train-gru .train-losses figcaption').textContent"))
}

#[test]
fn a_recorded_run_stands_behind_where_it_can_be_compared() {
    let page = open("view=train&task=recall");
    let words = words::training::words();
    let waits = |note: &str| {
        let told = format!("document.querySelector('.train-recorded').textContent === '{note}'");
        page.wait_until(&format!("it says “{note}”"), &told);
    };
    waits(words.recorded_same);
    for cell in ["rnn", "lstm", "gru"] {
        let details = format!("document.querySelector('#train-{cell} .train-losses details')");
        page.script(&format!("{details}.open = true"), vec![]);
        page.wait_until(
            "its numbers are there",
            &format!("{details}.querySelector('thead')?.textContent.includes('recorded')"),
        );
    }
    assert!(behind(&page).1.starts_with("Recorded: lowest loss"), "{:?}", behind(&page));
    say(&page, "step");
    wait_for(&page, [1; 3]);
    assert!(behind(&page).1.starts_with("Lowest loss so far"), "{:?}", behind(&page));
    type_into(&page, "#t_units", "8");
    waits(words.recorded_other);
    // Other sequences have other losses.
    page.go_to("view=train&task=recall&t_knob=7");
    waits("");
    page.wait_until(
        "no step has been made",
        "document.querySelector('#train-gru .train-losses figcaption').textContent === 'No step yet'",
    );
    // A lesson asks what will come of it.
    page.go_to("lesson=training.1");
    page.settle();
    assert!(page.holds("!document.querySelector('.train-recorded')?.textContent"));
}

#[test]
fn a_recorded_run_that_is_not_there_is_not_missed() {
    let page = Setup::default().refusing("recall.losses.bin").open("view=train&task=recall");
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("the lane stands", &format!("{}.startsWith('step')", said(cell)));
    }
    page.settle();
    assert_eq!(behind(&page), (String::new(), "No step yet".to_owned()));
    assert!(page.holds("document.querySelector('#notices').textContent === ''"), "nobody is bothered with it");
}

/// Whether the button says so in the very next frame after it is pressed.
const PRESSED: &str = "const done = arguments[0], button = document.querySelector('#train-toggle'); \
    button.click(); requestAnimationFrame(() => setTimeout(() => done(button.textContent)));";

#[test]
fn a_press_shows_in_the_next_frame_and_the_workers_follow() {
    let page = open(SMALL);
    assert_eq!(page.script_with_callback(PRESSED, vec![]), "Pause");
    wait_for_steps(&page);
    assert_eq!(page.script_with_callback(PRESSED, vec![]), "Train");
    rest(&page);
    assert!(page.holds("document.querySelector('#train-toggle').textContent === 'Train'"), "and so it stays");
}

#[test]
fn that_it_begins_and_ends_is_said_once_and_no_number_that_runs() {
    let page = open("view=train&t_knob=10&t_units=6&t_steps=300");
    page.script(
        "window.heard = []; const regions = '[role=status], [aria-live]'; \
         new MutationObserver(all => all.forEach(change => { \
             const target = change.target.closest ? change.target : change.target.parentElement; \
             const text = target?.closest(regions)?.textContent.trim(); \
             if (text && window.heard.at(-1) !== text) window.heard.push(text); \
         })).observe(document.body, { subtree: true, childList: true, characterData: true });",
        vec![],
    );
    say(&page, "start");
    page.wait_until("all is done", "document.querySelectorAll('.train-run [data-step=\"300\"]').length == 3");
    rest(&page);
    let heard: Vec<String> = serde_json::from_value(page.value("window.heard")).unwrap();
    assert!(heard.first().is_some_and(|said| said.starts_with("Training.")), "{heard:?}");
    assert!(heard.iter().any(|said| said.contains("GRU: ") && said.contains("all 300\u{a0}steps done")), "{heard:?}");
    assert!(heard.len() <= 8, "a few sentences, not one for each step: {heard:?}");
}

#[test]
fn a_reload_goes_on_where_it_stopped() {
    let page = open(SMALL);
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let paused = rest(&page);
    wait_until_kept(&page);
    page.reload();
    wait_for(&page, paused);
    say(&page, "step");
    wait_for(&page, paused.map(|step| step + 1));
}

/// Has the trainer of the LSTM fail when the test says so.
const TRAP: &str = "if (self.name === 'train-lstm') { const trap = new BroadcastChannel('trap'); \
    trap.onmessage = () => { trap.close(); throw new Error('asked for by a test'); }; }\n";

#[test]
fn a_worker_that_fails_is_named_and_started_again_with_the_weights_it_had() {
    let page = Setup::default().in_workers(TRAP).tolerating("asked for by a test").open(SMALL);
    page.wait_until("the lane stands", &format!("{}.startsWith('step')", said("lstm")));
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let paused = rest(&page);
    wait_until_kept(&page);
    page.script("new BroadcastChannel('trap').postMessage('now')", vec![]);
    let lstm = said("lstm");
    let named = format!("{lstm}.includes('LSTM’s worker failed') && {lstm}.includes('asked for by a test')");
    page.wait_until("it is named, with its cause", &named);
    assert!(page.holds(&format!("{}.startsWith('step')", said("rnn"))), "the others are as they were");
    wait_for(&page, paused);
    say(&page, "start");
    page.wait_until("it trains again", &format!("{}.startsWith('step')", said("lstm")));
    say(&page, "pause");
    rest(&page);
}

#[test]
fn after_a_run_has_ended_by_itself_the_first_space_trains_on() {
    let page = open("view=train&t_knob=10&t_units=6&t_steps=30");
    page.press(' ');
    page.wait_until("all is done", "document.querySelectorAll('.train-run [data-step=\"30\"]').length == 3");
    rest(&page);
    page.script("document.querySelector('.train-more details').open = true", vec![]);
    type_into(&page, "#t_steps", "999999");
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("it is another run", &format!("{}.startsWith('step 0 of')", said(cell)));
    }
    page.press(' ');
    wait_for_steps(&page);
    page.press(' ');
    rest(&page);
}

#[test]
fn space_scrolls_where_text_is_read_and_then_trains_at_once() {
    let page = Setup::default().screen(1000, 500).open("view=reference&page=mistakes");
    for (view, own) in [
        ("reference&page=mistakes", "#reference"),
        ("results", "#results"),
        ("compare", "#compare"),
        ("choose", "#choose"),
    ] {
        page.go_to(&format!("view={view}"));
        // Of this view, not of the one before: it is long, and higher than its room.
        let stands = format!(
            "(text => text && text.textContent.length > 1000 && \
             [text, document.querySelector('.page'), document.scrollingElement].some(e => e.scrollHeight > e.clientHeight + 100))\
             (document.querySelector('{own}:not([hidden])'))"
        );
        page.wait_until("it stands", &stands);
        page.settle();
        let scrolled =
            "[...document.querySelectorAll('.page, .view, #train, #reference, html')].some(e => e.scrollTop > 0)";
        page.script("[...document.querySelectorAll('.page, .view, #train, #reference, html')].forEach(e => e.scrollTop = 0); document.activeElement.blur()", vec![]);
        page.press(' ');
        page.wait_until(&format!("{view} scrolls"), scrolled);
        // The browser glides; a view that is opened meanwhile would be carried along.
        let at = || page.number("document.scrollingElement.scrollTop").round() as i64;
        let mut before = -1;
        while before != at() {
            before = at();
            page.frames(6);
        }
    }
    page.go_to(SMALL);
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("the lane stands", &format!("{}.startsWith('step 0 ')", said(cell)));
    }
    page.wait_until("the button says Train", "document.querySelector('#train-toggle')?.textContent === 'Train'");
    page.press(' ');
    wait_for_steps(&page);
}

#[test]
fn a_batch_in_parts_trains_pauses_and_steps() {
    let page = open(&format!("{SMALL}&t_parts=3&t_seeds=2"));
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let paused = rest(&page);
    assert_eq!(rest(&page), paused, "a pause is a pause");
    say(&page, "step");
    wait_for(&page, paused.map(|step| step + 1));
    say(&page, "start");
    for (cell, step) in ["rnn", "lstm", "gru"].into_iter().zip(paused) {
        let now = format!("Number(document.querySelector('#train-{cell}-progress [data-step]').dataset.step)");
        page.wait_until("it goes on", &format!("{now} > {}", step + 3));
    }
    say(&page, "pause");
    rest(&page);
}

#[test]
fn where_no_worker_can_be_had_the_page_trains_in_short_slices_and_says_so() {
    let none = "window.Worker = function () { throw new Error('no workers'); };";
    let page = Setup::default().running_first(none).open(SMALL);
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("it says so", &format!("{}.includes('trains on the page')", said(cell)));
    }
    let fragment = page.fragment();
    say(&page, "start");
    wait_for_steps(&page);
    // Meanwhile the page hears whoever turns to it.
    page.script("document.querySelector('#t_units').focus();", vec![]);
    say(&page, "pause");
    let paused = rest(&page);
    assert!(paused.iter().all(|step| *step > 0), "{paused:?}");
    assert_eq!(page.fragment(), fragment);
    wait_until_kept(&page);
    page.reload();
    wait_for(&page, paused);
    say(&page, "step");
    wait_for(&page, paused.map(|step| step + 1));
}

#[test]
fn more_stays_open_while_its_choices_are_made() {
    let page = open("view=train&task=co2&t_units=8&t_steps=50");
    page.wait_until("it is offered", "document.querySelector('#t_raw')");
    page.script("document.querySelector('.train-more details').open = true", vec![]);
    for (key, chosen) in [("t_raw", true), ("t_equal", true), ("t_raw", false)] {
        page.script(&format!("document.querySelector('#{key}').click()"), vec![]);
        page.wait_until("it is chosen", &format!("location.hash.includes('{key}=yes') === {chosen}"));
        page.wait_until("so it stands", &format!("document.querySelector('#{key}').checked === {chosen}"));
        page.settle();
        assert!(page.holds("document.querySelector('.train-more details').open"), "{key}");
    }
}

#[test]
fn what_cannot_be_used_is_told_beside_the_field() {
    let page = open(&format!("{SMALL}&t_dropout=7&t_rate=fast"));
    page.wait_until("it is told", "document.querySelectorAll('.train-controls .kit-wrong').length == 2");
    assert!(page.text("document.querySelector('#t_rate').value").contains("fast"));
    let told = "document.querySelector('.train-controls .kit-wrong .kit-note').textContent";
    assert!(page.text(told).contains("Found fast; expected 0 to 1000000000. 0.005 is used."), "{}", page.text(told));
    // What is typed and cannot be used begins no other run; what can be used is taken at the end.
    let fragment = page.fragment();
    type_into(&page, "#t_units", "many");
    page.wait_until("it is told, too", "document.querySelectorAll('.train-controls .kit-wrong').length == 3");
    assert_eq!(page.fragment(), fragment);
    type_into(&page, "#t_units", "7");
    page.wait_until("it is taken", "location.hash.includes('t_units=7')");
    page.wait_until("it is right", "document.querySelectorAll('.train-controls .kit-wrong').length == 2");
}

#[test]
fn a_run_that_diverges_says_when_and_offers_a_cure() {
    let page = open(&format!("{SMALL}&t_rate=1e9&t_clip=0"));
    say(&page, "start");
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("it is named", &format!("{}.startsWith('diverged at step 2')", said(cell)));
    }
    page.script(
        "[...document.querySelectorAll('#train-rnn-progress button')].find(b => b.textContent === 'Clip at 1').click()",
        vec![],
    );
    page.wait_until("the clip is set", "document.querySelector('#t_clip').value == '1'");
}

/// What a lane says of its run beside how long it took.
fn losses(page: &Page) -> [String; 3] {
    ["rnn", "lstm", "gru"].map(|cell| {
        page.text(&format!("document.querySelector('#train-{cell}-numbers').textContent.split(/[KM]B/)[1]"))
    })
}

#[test]
fn after_a_run_that_diverged_another_learns_as_if_nothing_had_been() {
    let run = |rule: &str, rate: &str| {
        format!("view=train&task=adding&t_knob=10&t_rule={rule}&t_rate={rate}&t_clip=0&t_steps=200")
    };
    let page = open(&run("sgd", "1e9"));
    say(&page, "start");
    for cell in ["rnn", "lstm", "gru"] {
        let step = format!("/^diverged at step ([1-9]|10)(\\D|$)/.test({})", said(cell));
        page.wait_until("it has diverged within ten steps", &step);
    }
    assert!(!page.holds("/NaN|[Ii]nfinity/.test(document.querySelector('#training').innerText)"));
    type_into(&page, "#t_rate", "0.005");
    page.click(".train-more summary");
    page.choose("t_rule", "0");
    page.wait_until("it is another run", "location.hash.includes('t_rule=adam') || !location.hash.includes('t_rule')");
    let fresh = open(&run("adam", "0.005"));
    let ends = [&page, &fresh].map(|page| {
        say(page, "start");
        for cell in ["rnn", "lstm", "gru"] {
            page.wait_long_until("it is done", &format!("{}.includes('all 200')", said(cell)));
        }
        losses(page)
    });
    assert_eq!(ends[0], ends[1]);
}

#[test]
fn fifty_starts_leave_no_worker_behind() {
    let page = open(SMALL);
    for start in 1..=50 {
        say(&page, "start");
        wait_for_steps(&page);
        say(&page, "pause");
        rest(&page);
        page.go_to("view=lab");
        page.go_to(SMALL);
        // Two answer the page, and each of the three runs has one.
        let workers = page.processes().workers();
        assert!(workers <= 5, "{workers} workers after {start} starts");
    }
}

#[test]
fn what_would_not_fit_is_said_before_it_starts() {
    let page = Setup::default().open("view=train&t_knob=400&t_units=512&t_layers=4&t_batch=1024");
    page.wait_until("it is said", &format!("{}.includes('GB')", said("lstm")));
    say(&page, "start");
    page.settle();
    assert!(page.holds(&format!("{}.includes('GB')", said("lstm"))));
}

#[test]
fn an_address_holds_all_that_a_run_follows_from() {
    let fragment = "view=train&task=agreement&t_knob=8&t_units=10&t_rate=0.01&t_seeds=2&t_layers=2";
    let page = open(fragment);
    assert_eq!(page.text("document.querySelector('#task').selectedOptions[0].textContent"), "Agreement");
    for (key, value) in [("t_knob", "8"), ("t_rate", "0.01"), ("t_seeds", "2"), ("t_layers", "2")] {
        page.wait_until(
            &format!("{key} is {value}"),
            &format!("document.querySelector('#{key}')?.value === '{value}'"),
        );
    }
    say(&page, "step");
    wait_for(&page, [1; 3]);
    assert!(page.text("document.querySelector('#train-lstm .sequence').textContent").ends_with("___"));
    let state = page.state();
    assert_eq!(state.settings.name(Key::Task), Some("agreement"));
    // And back to the Lab, with the settings it had.
    page.press_button(".views", words::page::words().lab);
    page.wait_until("the Lab is back", "document.querySelector('#lane-gru')?.checkVisibility()");
    assert!(page.holds("!document.getElementById('training')"));
}

/// 200 losses, bit for bit, as one number: FNV-1a over the bytes of each as a 64-bit float.
fn hash_of_losses(fragment: &str, cell: CellKind) -> String {
    let (setup, problems) = training::Setup::new(&State::from_fragment(fragment).0.settings, &Sets::default());
    assert_eq!(problems, []);
    let mut session = Session::new(setup, cell);
    let mut losses = vec![];
    for _ in 0..200 {
        session.advance();
        losses.extend(session.record.last.loss.to_le_bytes());
    }
    format!("{:016x}", fnv1a(&losses))
}

#[test]
fn losses_are_the_same_bit_for_bit_in_the_browser_in_node_and_natively() {
    let page = Setup::default().open("view=lab");
    let fragment = "task=adding&t_knob=30&t_units=12&t_layers=2&t_dropout=0.1&t_batch=10";
    let dist = environment("UNROLLED_DIST");
    let losses = include_str!("../../benches/losses.js");
    for cell in CellKind::ALL {
        let native = hash_of_losses(fragment, cell);
        let in_browser = page.script_with_callback(
            &format!(
                "const [fragment, cell, done] = arguments; {losses}; (async () => {{ \
                 const worker = document.querySelector('meta[name=worker]').content.replace('_loader', ''); \
                 const read = async kind => (await fetch(worker.replace('worker.js', `${{kind}}.en.txt`))).text(); \
                 window.unrolledSpoken = ['en', await read('first') + await read('texts')]; \
                 import(new URL(worker, location.href)).then(async module => {{ \
                     await module.default(); done(losses(module, fragment, cell)); }}).catch(error => done(String(error))); }})();"
            ),
            vec![fragment.into(), cell.key().into()],
        );
        assert_eq!(in_browser, native, "{cell:?} in Chromium");
        let node = Command::new("node")
            .args(["benches/losses.mjs", &dist, fragment, cell.key()])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("node runs");
        let said = String::from_utf8_lossy(&node.stdout);
        assert_eq!(said.trim(), native, "{cell:?} in Node: {}", String::from_utf8_lossy(&node.stderr));
    }
}

#[test]
fn a_moment_opens_in_the_lab() {
    let page = open("view=train&t_knob=20&t_units=10&t_steps=999999");
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let steps = rest(&page);
    page.script("document.querySelector('#train-gru .to-lab button').click()", vec![]);
    page.wait_until("the Lab is there", "document.querySelector('#lane-gru')?.checkVisibility()");
    page.settle();
    let settings = page.state().settings;
    assert_eq!(settings.written(Key::Trained), steps[2].to_string());
    assert_eq!((settings.units, settings.steps()), (10, 20));
    // What the untrained networks would show is something else.
    let shown = page.text("[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()");
    assert!(page.holds("document.querySelector('.page').textContent.includes('Trained weights. L')"));
    let mut untrained = settings.clone();
    untrained.choose(Key::Trained, "");
    page.go_to(&State::of(untrained).to_fragment());
    page.settle();
    let other = page.text("[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()");
    assert_ne!(shown, other);
}

#[test]
fn a_moment_of_the_past_is_looked_at() {
    let page = open("view=train&t_knob=20&t_units=10&t_steps=400");
    say(&page, "start");
    page.wait_until("all is done", "document.querySelectorAll('.train-run [data-step=\"400\"]').length == 3");
    let answer = "document.querySelector('#train-gru-example').textContent";
    let last = page.text(answer);
    type_into(&page, "#t_at", "0");
    page.wait_until("the start is shown", &format!("{answer}.includes('at step 0')"));
    assert_ne!(page.text(answer).split("Open").next(), last.split("Open").next());
}

#[test]
fn each_layer_of_a_run_opens_in_the_lab() {
    let page = open("view=train&t_knob=20&t_units=10&t_layers=2&t_steps=999999&picture=chain");
    say(&page, "start");
    wait_for_steps(&page);
    say(&page, "pause");
    let steps = rest(&page);
    assert!(page.holds("document.querySelectorAll('#train-lstm .to-lab').length == 2"), "a button for each layer");
    page.script("[...document.querySelectorAll('#train-lstm .to-lab button')].at(-1).click()", vec![]);
    page.wait_until("the Lab is there", "document.querySelector('#lane-gru')?.checkVisibility()");
    page.settle();
    let settings = page.state().settings;
    assert_eq!((settings.written(Key::Trained), settings.layer()), (steps[1].to_string().as_str(), (1, 2)));
    assert!(page.holds("document.querySelector('.page').textContent.includes('Layer 1 of 2')"));
    assert!(!page.holds("document.querySelector('.page').textContent.includes('no such run')"));
    let shown = || page.text("[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()");
    let below = shown();
    let with = |key: Key, value: &str| {
        let mut other = settings.clone();
        other.choose(key, value);
        page.go_to(&State::of(other).to_fragment());
        page.settle();
    };
    with(Key::Layer, "2");
    page.wait_until("the other layer", "document.querySelector('.page').textContent.includes('Layer 2 of 2')");
    assert_ne!(below, shown());
    // What the layer below does not hear directly is not drawn for it.
    with(Key::Picture, "triangle");
    page.wait_until("it is told", "document.querySelector('#laboratory').textContent.includes('top layer')");
    // A run that this browser has not made.
    with(Key::TrainSeed, "777");
    page.wait_until("it is told", "document.querySelector('.page').textContent.includes('no such run')");
}

#[test]
fn real_speech_is_fetched_learned_and_opened_in_the_lab() {
    let page = Setup::default().open("view=train&task=speech&t_steps=999999");
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("the data has come", &format!("{}.startsWith('step')", said(cell)));
    }
    assert!(page.text("document.querySelector('.train-question').textContent").contains("CC BY 4.0"));
    say(&page, "start");
    for cell in ["rnn", "lstm", "gru"] {
        let better =
            format!("document.querySelector('#train-{cell}-numbers').textContent.includes('better than the baseline')");
        let none = better.replace("better than", "no better than");
        page.wait_until("it improves", &format!("{better} && !({none})"));
    }
    say(&page, "pause");
    rest(&page);
    page.script("document.querySelector('#train-rnn .to-lab button').click()", vec![]);
    page.wait_until("the Lab is there", "document.querySelector('#lane-gru')?.checkVisibility()");
    page.settle();
    assert_eq!(page.state().settings.steps(), 29);
    assert!(!page.holds("document.querySelector('.page').textContent.includes('no such run')"));
}

#[test]
fn the_other_kinds_of_task_improve_too() {
    for task in [
        "sentiment",
        "speech_parts",
        "entities",
        "frames",
        "clicks",
        "next_word",
        "translation",
        "characters",
        "co2",
        "weather",
    ] {
        let page = open(&format!("view=train&task={task}&t_steps=999999"));
        say(&page, "start");
        let numbers = "document.querySelector('#train-gru-numbers').textContent";
        page.wait_until(
            "it improves",
            &format!(
                "{numbers}.includes('better than') && !{numbers}.includes('no better') || {numbers}.includes('solved')"
            ),
        );
        say(&page, "pause");
        rest(&page);
        // Its network opens in the Lab on the same example, trained and untrained.
        page.script("document.querySelector('#train-gru .to-lab button').click()", vec![]);
        page.wait_until("the Lab is there", "document.querySelector('#lane-gru')?.checkVisibility()");
        page.settle();
        assert!(!page.holds("document.querySelector('.page').textContent.includes('no such run')"), "{task}");
        let shown = || page.text("[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()");
        let trained = shown();
        let mut untrained = page.state().settings;
        assert_ne!(untrained.written(Key::Trained), "0", "{task}");
        untrained.choose(Key::Trained, "0");
        page.go_to(&State::of(untrained).to_fragment());
        let now = "[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()";
        page.wait_until(&format!("{task} untrained is another picture"), &format!("{now} != '{trained}'"));
    }
}

#[test]
fn the_baselines_of_a_series_stand_in_their_sentence() {
    for fragment in ["view=train&task=co2&t_units=8", "view=train&task=sunspots&t_units=8"] {
        let page = open(fragment);
        let labels =
            "[...document.querySelectorAll('.train-controls .kit-label')].map(label => label.textContent).join()";
        let before = page.text(labels);
        page.wait_until(
            "it is told",
            "document.querySelector('.train-question').textContent.includes('Baselines, by validation: ')",
        );
        assert_eq!(page.text(labels), before);
    }
}

/// The headlines of the charts of forecasts several steps ahead.
const AHEAD: &str = "[...document.querySelectorAll('#train-ahead figcaption')].map(own => own.textContent)";

#[test]
fn several_steps_ahead_are_forecast_once_they_are_asked_for() {
    let page = open("view=train&task=market&t_units=4&t_steps=40");
    say(&page, "step");
    page.wait_until("it is offered", "document.querySelector('#train-ahead summary')");
    assert!(!page.holds("document.querySelector('#train-ahead canvas')"), "nothing is made that is not looked at");
    page.script("document.querySelector('#train-ahead summary').click()", vec![]);
    page.wait_until("the address says so", "location.hash.includes('t_ahead=yes')");
    page.wait_until(
        "each cell has its path, and all have their errors",
        &format!(
            "{AHEAD}.length === 4 && ['RNN', 'LSTM', 'GRU', 'last value'].every((name, n) => {AHEAD}[n].includes(name))"
        ),
    );
    let from = "document.querySelector('#ahead-from').getAttribute('aria-valuetext')";
    assert_eq!(page.text(from), "day 970", "the last step of which all that follows is known");
    let before = page.text(&format!("{AHEAD}.join()"));
    page.script(
        "const slider = document.querySelector('#ahead-from'); slider.value = 0; \
         for (const kind of ['input', 'change']) slider.dispatchEvent(new Event(kind, { bubbles: true }));",
        vec![],
    );
    page.wait_until("another path is shown", &format!("{AHEAD}.join() !== {before:?}"));
    page.go_to("view=train&task=market&t_units=4&t_steps=40&t_ahead=yes&t_knob=2");
    page.wait_until(
        "it says what to do",
        "document.querySelector('#train-ahead')?.textContent.includes('Set “Steps ahead” to 1')",
    );
    page.script("document.querySelector('#train-ahead summary').click()", vec![]);
    page.wait_until("it is folded again", "!location.hash.includes('t_ahead')");
}
