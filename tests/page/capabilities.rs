//! What a browser may refuse or lack: the page goes on without it, and says so once.

use crate::browser::{Page, Setup};
use crate::training::{rest, said, say, wait_for, wait_until_kept};

const CELLS: [&str; 3] = ["rnn", "lstm", "gru"];
/// A run that does not end while a test lasts.
const SMALL: &str = "view=train&t_knob=20&t_units=10&t_steps=999999";
/// A browser whose files cannot be written as a stream, such as Safari before 26.
const NO_STREAM: &str = "delete FileSystemFileHandle.prototype.createWritable;\n";
/// A browser whose files cannot be written at all.
const NO_FILES: &str = "delete FileSystemFileHandle.prototype.createWritable; \
    delete FileSystemFileHandle.prototype.createSyncAccessHandle;\n";
/// The standing place of what is told.
const NOTICES: &str = "(document.querySelector('#notices')?.textContent ?? '')";

fn train_a_little(page: &Page) -> [usize; 3] {
    for cell in CELLS {
        page.wait_until("the lane stands", &format!("{}.startsWith('step')", said(cell)));
    }
    say(page, "start");
    for cell in CELLS {
        page.wait_until("it trains", &format!("!{}.startsWith('step 0 ')", said(cell)));
    }
    say(page, "pause");
    rest(page)
}

/// What the lanes show, in the Lab.
fn shown(page: &Page) -> String {
    page.text("[...document.querySelectorAll('.lane strong')].map(e => e.textContent).join()")
}

/// Opens the run in the Lab: its weights are shown, and not those it began with.
fn open_in_the_lab(page: &Page, steps: usize) {
    page.script("document.querySelector('#train-gru .to-lab button').click()", vec![]);
    page.wait_until("the Lab is there", "document.querySelector('#lane-gru')?.checkVisibility()");
    page.wait_until("it is the run", &format!("location.hash.includes('trained={steps}')"));
    page.settle();
    assert!(page.holds("document.querySelector('.page').textContent.includes('Trained weights. L')"));
    let trained = shown(page);
    let fragment = page.fragment().replace(&format!("trained={steps}"), "trained=0");
    page.go_to(&fragment);
    page.wait_until("the weights are those of step 0", "!document.querySelector('.page.stale')");
    page.settle();
    assert_ne!(trained, shown(page), "what training left is not what it began with");
}

/// Learn, Train and Results live.
fn assert_all_live(page: &Page) {
    page.go_to("lesson=vanishing.1");
    page.wait_until("the lesson is told", "document.querySelector('.lesson-place')?.textContent.includes('step 1')");
    page.go_to("view=results");
    page.wait_until("results stand", "document.querySelector('#sweep-bengio1994')?.textContent.includes('Recorded')");
    page.go_to(SMALL);
    let steps = train_a_little(page);
    open_in_the_lab(page, steps[2]);
}

fn assert_told_once(page: &Page, words: &str) {
    page.wait_until("it is told", &format!("{NOTICES}.includes('{words}')"));
    assert_eq!(page.number(&format!("{NOTICES}.split('{words}').length - 1")), 1.0, "{}", page.text(NOTICES));
    assert!(page.holds("document.querySelector('#notices').checkVisibility()"));
    let inside =
        "[...document.querySelectorAll('#notices *')].every(e => e.getBoundingClientRect().right <= innerWidth)";
    assert!(page.holds(inside), "a long cause is broken, not cut");
}

/// Whether a promise is refused, as the page sees it.
fn is_refused(page: &Page, promise: &str) -> bool {
    let script =
        format!("const done = arguments[0]; (async () => {promise})().then(() => done(false), () => done(true));");
    page.script_with_callback(&script, vec![]).as_bool().unwrap()
}

#[test]
fn over_plain_http_everything_lives_and_nothing_is_kept() {
    let page = Setup::default().over_plain_http().open("view=lab");
    assert!(!page.holds("isSecureContext"), "else it would test nothing");
    assert_all_live(&page);
    assert_told_once(&page, "keeps nothing");
}

#[test]
fn where_site_data_is_blocked_everything_lives_and_nothing_is_kept() {
    let page = Setup::default().without_site_data().open("view=lab");
    assert!(is_refused(&page, "navigator.locks.request('a', () => 1)"), "else it would test nothing");
    assert_all_live(&page);
    assert_told_once(&page, "keeps nothing");
}

/// Whether the page stands in another site's, which it cannot see.
const FRAMED: &str = "self !== top && (() => { try { return top.location.href === ''; } catch (error) { return error.name === 'SecurityError'; } })()";

#[test]
fn in_another_sites_frame_everything_lives_and_is_kept() {
    let page = Setup::default().framed().open("view=lab");
    assert!(page.holds(FRAMED), "else it would test nothing");
    assert!(!is_refused(&page, "navigator.storage.getDirectory()"), "it has a place for files");
    assert_all_live(&page);
    assert_eq!(page.text(NOTICES), "");
    page.go_to(SMALL);
    wait_until_kept(&page);
    let steps = rest(&page);
    assert!(steps.iter().all(|step| *step > 0), "{steps:?}");
    page.reload();
    page.go_to(SMALL);
    wait_for(&page, steps);
}

#[test]
fn in_another_sites_frame_that_may_not_copy_it_is_said_so() {
    let page = Setup::default().framed().open("lesson=yourself.1");
    assert!(page.holds(FRAMED), "else it would test nothing");
    page.wait_until("there is a program", "document.querySelector('.program button')");
    page.press_button(".program", "Copy");
    page.wait_until("it is said", "document.body.textContent.includes('The browser did not allow copying')");
}

#[test]
fn in_a_frame_without_a_place_for_files_everything_lives_and_nothing_is_kept() {
    let page = Setup::default().framed_without_site_data().open("view=lab");
    assert!(page.holds(FRAMED), "else it would test nothing");
    for refused in ["navigator.locks.request('a', () => 1)", "navigator.storage.getDirectory()"] {
        assert!(is_refused(&page, refused), "{refused}: else it would test nothing");
    }
    assert_all_live(&page);
    assert_told_once(&page, "keeps nothing");
}

#[test]
fn without_streams_runs_are_kept_all_the_same() {
    let page = Setup::default().in_workers(NO_STREAM).open(SMALL);
    let steps = train_a_little(&page);
    wait_until_kept(&page);
    page.reload();
    wait_for(&page, steps);
    page.go_to("lesson=vanishing.1");
    page.wait_until("the lesson is told", "document.querySelector('.lesson-place')?.textContent.includes('step 1')");
    assert_eq!(page.text(NOTICES), "");
}

#[test]
fn where_files_cannot_be_written_the_page_remembers_while_it_is_open() {
    let page = Setup::default().in_workers(NO_FILES).open("view=lab");
    assert_all_live(&page);
    assert_told_once(&page, "keeps nothing");
}

#[test]
fn own_data_is_learned_where_nothing_is_kept() {
    let page = Setup::default().in_workers(NO_FILES).open("view=train&task=own_series");
    page.wait_until("the field stands", "document.querySelector('.train-own textarea')");
    page.script(
        "const field = document.querySelector('.train-own textarea'); \
         field.value = Array.from({ length: 80 }, (_, n) => (n * n) % 17).join('\\n'); \
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    page.wait_until("it is read", "document.querySelector('#train-told')?.textContent.includes('Read 80\u{a0}rows')");
    page.wait_until("it can be trained", "!document.querySelector('#train-toggle').ariaDisabled");
    train_a_little(&page);
}

#[test]
fn a_worker_whose_file_cannot_be_had_is_told_and_can_be_tried_again() {
    let page = Setup::default().refusing("worker_bg.wasm").open("lesson=vanishing.1");
    assert_told_once(&page, "could not be loaded");
    page.refuse_nothing();
    page.press_button("#notices", "Try again");
    page.wait_until("the lesson is told", "document.querySelector('.lesson-place')?.textContent.includes('step 1')");
    assert_eq!(page.text(NOTICES), "");
}

/// What lies in the later part of the page, and an element that stands there once it has come.
const LATER: [(&str, &str); 3] =
    [("view=choose", ".advice h3"), ("picture=chain", "#laboratory h3"), ("lesson=vanishing.1", ".lesson-place")];

#[test]
fn a_part_of_the_page_that_cannot_be_had_is_told_and_can_be_tried_again() {
    for (fragment, stands) in LATER {
        let page =
            Setup::default().refusing("_views.wasm").tolerating("HTTP status code is not ok").open_in_vain(fragment);
        assert_told_once(&page, "A part of the page could not be loaded");
        assert!(!page.holds(&format!("document.querySelector('{stands}')")), "{stands}: else it would test nothing");
        let goes_on = "document.querySelector('#lane-lstm')?.checkVisibility() || document.querySelector('#undrawn')?.checkVisibility()";
        assert!(page.holds(goes_on), "{fragment}: the Lab works without it, or its place says so");
        page.refuse_nothing();
        page.press_button("#notices", "Try again");
        page.wait_until("it is there", &format!("document.querySelector('{stands}')"));
        page.wait_until("nothing is told any more", &format!("{NOTICES} === ''"));
        assert!(!page.holds("document.querySelector('#undrawn').checkVisibility()"));
        let started =
            "performance.getEntriesByType('resource').filter(e => e.name.includes('worker_loader.js')).length";
        assert_eq!(page.number(started), 2.0, "{fragment}: a worker that lives is not started again");
    }
}

#[test]
fn what_is_told_keeps_the_keyboard_when_another_line_goes() {
    let page = Setup::default()
        .refusing("_views.wasm")
        .holding("worker_bg.wasm")
        .tolerating("HTTP status code is not ok")
        .open_in_vain("picture=chain");
    for words in ["A part of the page could not be loaded", "Waiting for"] {
        page.wait_until("it is told", &format!("{NOTICES}.includes('{words}')"));
    }
    let again = page.button("#notices", "Try again");
    page.script("document.querySelector(arguments[0]).focus()", vec![again.clone().into()]);
    page.release();
    page.wait_until("nobody waits", &format!("!{NOTICES}.includes('Waiting for')"));
    assert!(page.holds(&format!("document.activeElement === document.querySelector('{again}')")));
}

#[test]
fn the_lab_does_not_wait_for_what_comes_later() {
    let page = Setup::default().holding("_views.wasm").open("view=lab");
    page.wait_until("the lanes stand", "document.querySelector('#lane-gru').checkVisibility()");
    page.press_button(".views", words::page::words().reference);
    page.wait_until("another view is awaited", "document.querySelector('.page.training')");
    assert!(!page.holds("document.querySelector('.reference article')"), "else it would test nothing");
    page.release();
    page.wait_until("it is there", "document.querySelector('.reference article')");
}

#[test]
fn where_a_lessons_text_would_stand_it_is_said_why_it_is_not_there() {
    for (width, height) in [(1440, 900), (768, 1024), (390, 844)] {
        let page = Setup::default().screen(width, height).refusing("worker_bg.wasm").open("lesson=vanishing.1");
        let place = "document.querySelector('#undrawn')";
        page.wait_until("it is said", &format!("{place}?.checkVisibility()"));
        let text = page.text(&format!("{place}.textContent"));
        assert!(text.starts_with("The text of the lesson cannot be shown: the part of the page"), "{text}");
        assert!(text.contains("could not be loaded"), "{text}");
        assert!(page.holds("document.querySelector('#lane-lstm').checkVisibility()"), "the figure works without it");
        assert_eq!(page.overhang(), 0.0);
        page.go_to("view=results");
        page.wait_until("so it is in other views", &format!("{place}.textContent.startsWith('What belongs here')"));
        assert!(page.holds(&format!("{place}.checkVisibility()")));
        page.go_to("view=");
        page.wait_until("the Lab lives", &format!("!{place}.checkVisibility()"));
        page.go_to("lesson=vanishing.1");
        page.refuse_nothing();
        page.click(&page.button("#undrawn", "Try again"));
        page.wait_until(
            "the lesson is told",
            "document.querySelector('.lesson-place')?.textContent.includes('step 1')",
        );
        assert!(!page.holds(&format!("{place}.checkVisibility()")));
        assert_eq!(page.text(NOTICES), "");
    }
}

/// What of the page lies under what is told; nothing, where that has room of its own.
const UNDER: &str = "(() => { \
    scrollTo(0, 0); \
    const told = [...document.querySelectorAll('#notices p')].map(p => p.getBoundingClientRect()); \
    const parts = [...document.querySelectorAll('header, .problems, .controls, #lesson article, #undrawn, .stage > *, canvas, .inspector, #training > *, .view > *, .transport')]; \
    const seen = part => { \
        let { left, right, top, bottom } = part.getBoundingClientRect(); \
        for (let around = part.parentElement; around; around = around.parentElement) { \
            if (getComputedStyle(around).overflowY === 'visible') continue; \
            const room = around.getBoundingClientRect(); \
            [top, bottom] = [Math.max(top, room.top), Math.min(bottom, room.bottom)]; \
        } \
        return { left, right, top, bottom, width: right - left, height: Math.max(bottom - top, 0) }; \
    }; \
    return parts.filter(part => part.checkVisibility({ visibilityProperty: true })).filter(part => { \
        const own = seen(part); \
        return own.width * own.height > 0 && told.some(box => box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom); \
    }).map(part => part.id || part.className || part.localName).join(); })()";

#[test]
fn what_is_told_on_a_small_screen_covers_nothing() {
    for (width, height) in [(390, 844), (768, 1024)] {
        let page = Setup::default().phone(width, height).refusing("worker_bg.wasm").open("lesson=vanishing.1");
        assert_told_once(&page, "could not be loaded");
        assert_eq!(page.text(UNDER), "", "at {width}");
        let page = Setup::default().phone(width, height).in_workers(NO_FILES).open("lesson=vanishing.1");
        assert_told_once(&page, "keeps nothing");
        for fragment in ["lesson=vanishing.1", "", "view=lab", "picture=chain", "view=train", "view=results"] {
            page.go_to(fragment);
            assert_eq!(page.text(UNDER), "", "at {width}, #{fragment}");
            assert_eq!(page.overhang(), 0.0, "at {width}, #{fragment}");
        }
        page.script("[...document.querySelectorAll('#notices button')].at(-1).click()", vec![]);
        page.wait_until("it is closed", &format!("{NOTICES} === ''"));
    }
}

#[test]
fn a_worker_that_is_awaited_is_said_to_be() {
    // The lesson's figure comes with its text.
    let page = Setup::default().holding("worker_bg.wasm").open_in_vain("lesson=vanishing.1");
    assert_told_once(&page, "Waiting for");
    page.release();
    page.wait_until("the lesson is told", "document.querySelector('.lesson-place')?.textContent.includes('step 1')");
    page.wait_until("nobody waits", &format!("{NOTICES} === ''"));
}

/// The trainer of the LSTM dies each time it is told something.
const DYING: &str = "if (self.name === 'train-lstm') self.addEventListener('message', () => { throw new Error('asked for by a test'); });\n";

#[test]
fn a_worker_that_dies_again_and_again_is_given_up_with_its_cause() {
    let page = Setup::default().in_workers(DYING).tolerating("asked for by a test").open(SMALL);
    let lstm = said("lstm");
    page.wait_until(
        "it is given up",
        &format!("{lstm}.includes('failed 4\u{a0}times') && {lstm}.includes('asked for by a test')"),
    );
    for cell in ["rnn", "gru"] {
        page.wait_until("the others live", &format!("{}.startsWith('step')", said(cell)));
    }
}

#[test]
fn two_tasks_keep_a_run_each() {
    let page = Setup::default().open(SMALL);
    let first = train_a_little(&page);
    let fragment = page.fragment();
    page.go_to(&SMALL.replace("t_knob=20", "t_knob=10"));
    page.wait_until("another run stands", &format!("{}.startsWith('step 0 ')", said("gru")));
    train_a_little(&page);
    page.go_to(&fragment);
    page.wait_until(
        "the first is still there",
        &format!("document.querySelector('#train-gru-progress [data-step]')?.dataset.step == '{}'", first[2]),
    );
    open_in_the_lab(&page, first[2]);
}

#[test]
fn a_run_that_is_not_there_is_said_to_be_missing() {
    let page = Setup::default().open("task=adding&t_knob=20&t_units=10&units=10&trained=500&sequence=adding&length=20");
    page.settle();
    page.wait_until("it is said", "document.querySelector('.page').textContent.includes('has no such run')");
    assert!(!page.holds("document.querySelector('.page').textContent.includes('Trained weights. L')"));
}
