//! The page without a network: it is kept once it has started, all data are kept when asked, and another version comes when it is
//! chosen.

use std::fs;

use fantoccini::key::Key;
use serde_json::{Value, json};

use model::playback::Playhead;
use words::offline::{more, words};

use crate::browser::{Page, Setup, environment};
use crate::policy::WATCH;
use crate::training::{say, wait_for};

/// Holds once the page is kept: what keeps it has taken over.
const KEPT: &str = "navigator.serviceWorker.controller?.state === 'activated'";
const FOR_A_CLASS: &str = "view=reference&page=class";
/// Trains on what it draws by itself.
const ADDING: &str = "view=train&task=adding&t_knob=20&t_units=10";
/// Trains on a series, which is a file.
const CO2: &str = "view=train&task=co2&t_units=10";
/// Holds where all is told to be kept.
const ALL_KEPT: &str = "document.querySelector('#offline')?.textContent.includes('all data and trained weights')";
/// What is told of another version.
const TOLD: &str = "(document.querySelector('#new-version span')?.textContent ?? '')";
/// Of another version the list of files begins so.
const VERSION: &str = "VERSION=\"";
const OTHER: &str = "VERSION=\"0";

fn wait_until_kept(page: &Page) {
    page.wait_until("the page is kept", KEPT);
}

/// What an expression comes to that has to be awaited.
fn awaited(page: &Page, expression: &str) -> Value {
    let script =
        format!("const done = arguments[0]; (async () => {expression})().then(done, error => done(`${{error}}`));");
    page.script_with_callback(&script, vec![])
}

/// The files that are kept, by their names below the page, of all versions.
fn kept(page: &Page) -> Vec<String> {
    let all = "(await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))).flat() \
        .map(({ url }) => url.slice(new URL('./', location).href.length))";
    serde_json::from_value(awaited(page, all)).expect("names")
}

fn versions(page: &Page) -> usize {
    awaited(page, "(await caches.keys()).length").as_u64().expect("a number") as usize
}

/// Presses a button of those that keep and remove, once it can be seen.
fn press(page: &Page, id: &str) {
    page.click(&format!("#{id}"));
}

/// Has the browser look for another version, as it does by itself with each visit.
fn look_for_another(page: &Page) {
    awaited(page, "{ await (await navigator.serviceWorker.getRegistration()).update(); }");
}

/// Chooses the other version, and waits until the page stands anew.
fn load(page: &Page) {
    page.script("window.first = true", vec![]);
    page.press_button("#new-version", words().load);
    page.wait_until("it is loaded anew", "!window.first && document.querySelector('.page')");
    page.wait_until_it_stands();
    wait_until_kept(page);
}

fn train_two_steps(page: &Page) {
    wait_for(page, [0; 3]);
    for steps in 1..=2 {
        say(page, "step");
        wait_for(page, [steps; 3]);
    }
}

/// The files of a folder that the page asks for, and their bytes.
fn files_in(folder: &str) -> (usize, u64) {
    let folder = fs::read_dir(format!("{}/static/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let files = folder.map(Result::unwrap).filter(|file| !file.file_name().to_string_lossy().ends_with(".md"));
    files.fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.metadata().unwrap().len()))
}

/// Whether a file is kept as it is used, or when all of it is asked for: data, weights, and the program that reads and writes models.
fn is_on_demand(name: &str) -> bool {
    name.starts_with("data/") || name.starts_with("weights/") || name.contains("/exchange")
}

/// The files of the program that reads and writes models, and their bytes.
fn program() -> (usize, u64) {
    let later = fs::read_dir(format!("{}/later", environment("UNROLLED_DIST"))).unwrap().map(Result::unwrap);
    let folders = later.filter(|entry| entry.file_type().unwrap().is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).unwrap().map(Result::unwrap));
    let own = files.filter(|file| file.file_name().to_string_lossy().starts_with("exchange"));
    own.fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.metadata().unwrap().len()))
}

#[test]
fn the_page_is_kept_once_it_has_started_and_opens_without_a_network() {
    let page = Setup::default().below("/course/rnn/").running_first(WATCH).open("view=lab");
    wait_until_kept(&page);
    let by_it = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] \
        .filter(entry => entry.workerStart > 0).map(entry => entry.name)";
    assert_eq!(page.value(by_it), json!([]), "nothing of a first visit came through it");
    assert_eq!(
        page.text("navigator.serviceWorker.controller.scriptURL.slice(location.origin.length)"),
        "/course/rnn/service_worker.js"
    );
    assert_eq!(page.value("window.breaches"), json!([]), "the policy allows it");
    let names = kept(&page);
    assert!(!names.iter().any(|name| is_on_demand(name)), "{names:?}");

    page.take_the_network_away();
    page.reload();
    let Playhead { pass, step } = page.playhead();
    page.press(Key::Right);
    assert_ne!(page.playhead(), Playhead { pass, step }, "the Lab steps");
    page.go_to("lesson=lstm.1");
    page.wait_until("the lesson is told", "document.querySelector('.lesson-place')?.textContent.includes('step 1')");
    page.go_to(ADDING);
    train_two_steps(&page);
    page.go_to("view=lab&picture=chain");
    page.wait_until(
        "the picture is measured",
        "document.querySelector('#laboratory :is(details table, .picture details)')",
    );
    // Another address below the page leads to it.
    let other = page.text("new URL('./no/such/place#cell=gru', location).href");
    page.visit(&other);
    page.wait_until_it_stands();
    assert_eq!(page.text("location.pathname"), "/course/rnn/");
    page.give_the_network_back();
}

#[test]
fn data_is_kept_as_it_is_used_and_all_of_it_when_asked() {
    let page = Page::open(FOR_A_CLASS);
    wait_until_kept(&page);
    let (sets, weights, program) = (files_in("sets"), files_in("weights"), program());
    let (all, bytes) = (sets.0 + weights.0 + program.0, (sets.1 + weights.1 + program.1) as f64);
    page.button("#offline", &more(bytes));
    page.go_to(CO2);
    wait_for(&page, [0; 3]);
    let of_all = |names: &[String]| names.iter().filter(|name| is_on_demand(name)).count();
    let names = kept(&page);
    assert!(names.contains(&"data/co2-mauna-loa-monthly.csv".to_owned()), "{names:?}");
    let used = of_all(&names);
    assert!(used < all, "{used} of {all}");

    page.go_to(FOR_A_CLASS);
    page.wait_until("it is offered", "document.querySelector('#offline-more')?.checkVisibility()");
    page.script("document.querySelector('#offline-more').focus()", vec![]);
    page.press(Key::Enter);
    page.wait_until("all is kept", ALL_KEPT);
    assert_eq!(of_all(&kept(&page)), all);
    assert!(page.holds("document.activeElement.id === 'offline-less'"), "the keyboard has not lost its place");

    page.take_the_network_away();
    page.reload();
    page.go_to("view=train&task=sunspots&t_units=10");
    train_two_steps(&page);
    page.go_to("view=lab&sequence=example&task=agreement&trained=3000");
    page.wait_until("trained networks answer", "document.querySelectorAll('.answer').length === 3");
    page.give_the_network_back();

    page.go_to(FOR_A_CLASS);
    press(&page, "offline-less");
    page.wait_until(
        "it is offered again",
        &format!("document.querySelector('#offline').textContent.includes({})", json!(more(bytes))),
    );
    assert_eq!(of_all(&kept(&page)), 0);
    assert!(page.holds("document.activeElement.id === 'offline-more'"), "the keyboard has not lost its place");
    page.take_the_network_away();
    press(&page, "offline-more");
    page.wait_until(
        "what lacks is told",
        "document.querySelector('#offline').textContent.includes('could not be had yet')",
    );
    page.give_the_network_back();
    press(&page, "offline-more");
    page.wait_until("all is kept", ALL_KEPT);
}

#[test]
fn another_version_is_told_and_comes_when_it_is_chosen() {
    let page = Page::open("gain=1.5");
    wait_until_kept(&page);
    assert_eq!(versions(&page), 1);
    page.build_anew("service_worker.js", VERSION, OTHER);
    look_for_another(&page);
    page.wait_until("it is told", &format!("{TOLD} === {}", json!(words().is_here)));
    assert_eq!(versions(&page), 2, "it waits, and the one before is whole");
    // What is on screen is in the address, and comes back.
    page.drag("units", &[12.0]);
    let there = page.fragment();
    load(&page);
    assert_eq!(page.fragment(), there);
    let names = awaited(&page, "await caches.keys()");
    assert!(names.as_array().is_some_and(|all| all.len() == 1 && all[0].as_str().unwrap().contains(" 0")), "{names}");
    assert_eq!(page.text(TOLD), "");
    page.take_the_network_away();
    page.reload();
}

#[test]
fn another_version_brings_all_data_where_all_was_kept() {
    let page = Page::open(FOR_A_CLASS);
    wait_until_kept(&page);
    press(&page, "offline-more");
    page.wait_until("all is kept", ALL_KEPT);
    let names = kept(&page);
    page.build_anew("service_worker.js", VERSION, OTHER);
    look_for_another(&page);
    load(&page);
    page.wait_until("all is kept", ALL_KEPT);
    let mut now = kept(&page);
    now.sort();
    let mut before = names;
    before.sort();
    assert_eq!(now, before);
}

#[test]
fn while_it_trains_the_line_says_what_loading_stops() {
    let page = Page::open("view=train&t_knob=60&t_units=24&t_steps=999999");
    wait_until_kept(&page);
    wait_for(&page, [0; 3]);
    say(&page, "start");
    page.build_anew("service_worker.js", VERSION, OTHER);
    look_for_another(&page);
    page.wait_until("it says so", &format!("{TOLD} === {}", json!(words().is_here_training)));
    say(&page, "pause");
    page.wait_until("it is said no longer", &format!("{TOLD} === {}", json!(words().is_here)));
    page.press_button("#new-version", "Dismiss");
    assert_eq!(page.text(TOLD), "");
}

#[test]
fn another_tab_keeps_its_version_until_it_is_loaded_anew() {
    let page = Page::open(ADDING);
    wait_until_kept(&page);
    page.open_tab("view=lab");
    page.build_anew("service_worker.js", VERSION, OTHER);
    look_for_another(&page);
    load(&page);
    page.turn_to(0);
    page.wait_until("it is told", &format!("{TOLD} === {}", json!(words().taken)));
    assert_eq!(versions(&page), 2, "its files are still there");
    train_two_steps(&page);
}

#[test]
fn a_build_that_is_laid_out_by_half_is_not_kept() {
    let page = Page::open("view=lab");
    wait_until_kept(&page);
    page.build_anew("service_worker.js", VERSION, OTHER);
    // The list speaks of a file that the server has not got yet: it gives another.
    page.build_anew("service_worker.js", "[\"\",", "[\"?other\",1,\"0123456789abcdef\"],[\"\",");
    look_for_another(&page);
    let gone = "(async () => { const { installing, waiting } = await navigator.serviceWorker.getRegistration(); \
        return !installing && !waiting; })()";
    page.script_with_callback(
        &format!(
            "const done = arguments[0]; const look = async () => await {gone} ? done() : setTimeout(look, 50); look();"
        ),
        vec![],
    );
    assert_eq!(page.text(TOLD), "");
    page.take_the_network_away();
    page.reload();
    assert!(page.holds(KEPT));
}

/// Where the browser does not keep the page, it says so where it is looked for, and nowhere else.
fn assert_refused(page: &Page) {
    page.go_to(FOR_A_CLASS);
    page.wait_until("it is told", "document.querySelector('#offline')");
    assert!(page.text("document.querySelector('#offline').textContent").contains(words().refused));
    assert!(!page.holds("document.querySelector('#offline button')?.checkVisibility()"));
}

#[test]
fn over_plain_http_nothing_is_kept_and_it_is_said_where_it_is_looked_for() {
    let page = Setup::default().over_plain_http().open("view=lab");
    assert!(!page.holds("isSecureContext"), "else it would test nothing");
    assert_refused(&page);
}

#[test]
fn where_site_data_is_blocked_nothing_is_kept_and_it_is_said_where_it_is_looked_for() {
    let page = Setup::default().without_site_data().open(FOR_A_CLASS);
    page.wait_until(
        "it is told",
        &format!("document.querySelector('#offline')?.textContent.includes({})", json!(words().refused)),
    );
    assert_refused(&page);
}

#[test]
fn in_another_sites_frame_nothing_is_kept() {
    let page = Setup::default().framed().open("view=lab");
    assert_refused(&page);
}

#[test]
fn the_manifest_is_the_pages_own_and_its_icons_are_there() {
    let page = Setup::default().below("/course/rnn/").open("view=lab");
    let manifest = page.manifest();
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert!(
        manifest["url"].as_str().is_some_and(|url| url.ends_with("/course/rnn/manifest.webmanifest")),
        "{manifest}"
    );
    let icons = "(await Promise.all((await (await fetch('manifest.webmanifest')).json()).icons.map(async ({ src, type }) => { \
        const icon = await fetch(src); return icon.ok && icon.headers.get('content-type') === type; }))).every(Boolean)";
    assert_eq!(awaited(&page, icons), json!(true));
}
