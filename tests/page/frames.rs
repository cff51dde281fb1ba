//! A figure in the frame of another origin's page: alone, as high as what it shows, heard and told by messages, and refused with
//! a reason.

use serde_json::{Value, json};

use model::settings::State;

use crate::browser::{Page, Setup};

/// The page of another origin, with a frame at a fragment that hears it.
fn framed(fragment: &str) -> Page {
    framed_by(Setup::default(), fragment)
}

fn framed_by(setup: Setup, fragment: &str) -> Page {
    let page = setup.open_outside();
    let show = "show(`${page}?embed=${encodeURIComponent(location.origin)}#${arguments[0]}`)";
    page.script(show, vec![fragment.into()]);
    page.wait_until("it is ready", "last('ready')");
    page.wait_until("it tells its height", "last('height')");
    page
}

/// What the frame answers to a message, which gets a name for it.
fn answer(page: &Page, mut message: Value) -> Value {
    let id = page.number("heard.length") as u64;
    message["id"] = json!(id);
    page.script("ask(0, arguments[0])", vec![message]);
    page.wait_until("it answers", &format!("answer({id})"));
    page.value(&format!("answer({id})"))
}

/// A message of this version.
fn message(fields: Value) -> Value {
    let mut message = json!({ "unrolled": 1 });
    message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    message
}

/// What the frame answers to a message that it takes: the state that is shown.
fn state(page: &Page, fields: Value) -> (State, Value) {
    let answer = answer(page, message(fields));
    assert_eq!(answer["told"], "state", "{answer}");
    assert_eq!(answer["origin"], page.text("new URL(page).origin"), "it is told by the page");
    let (state, problems) = State::from_address(answer["address"].as_str().unwrap());
    assert_eq!(problems, []);
    (state, answer)
}

/// Asserts that a message is refused, with what was found and expected.
fn assert_refused(page: &Page, message: Value, reason: &str, parts: [&str; 2]) {
    let answer = answer(page, message);
    assert_eq!((&answer["told"], &answer["reason"]), (&json!("refused"), &json!(reason)), "{answer}");
    for (name, part) in ["found", "expected"].into_iter().zip(parts) {
        assert!(answer[name].as_str().unwrap().contains(part), "{name}: {answer}");
        assert!(answer["said"].as_str().unwrap().contains(answer[name].as_str().unwrap()), "{answer}");
    }
}

/// Lets the frame be as high as it says, as the snippet's script does, until both are at rest.
const FOLLOW: &str = "addEventListener('message', ({ data }) => { if (data.told === 'height') frames()[0].height = data.height; }); \
    frames()[0].height = last('height').height;";

/// Whether nothing in the frame scrolls or is cut, and how high it is, as it is seen from inside.
fn assert_fits(page: &Page) {
    page.wait_until("the frame is as high as it said", "Number(frames()[0].height) === last('height')?.height");
    page.inside(0, || {
        page.wait_until(
            "it fits",
            "innerHeight === Math.ceil(document.querySelector('.page').getBoundingClientRect().height) \
                && document.documentElement.scrollHeight <= innerHeight",
        );
        assert_eq!(page.overhang(), 0.0);
    });
}

/// Asserts that a message to a frame changes nothing there and gets no answer. What the page hears, this test has heard after it.
fn assert_ignored(page: &Page, send: &str) {
    let before = page.number("heard.length");
    let shown = page.inside(0, || {
        page.script("addEventListener('message', () => window.came = (window.came ?? 0) + 1)", vec![]);
        page.text("document.querySelector('.embedded a').href")
    });
    page.script(send, vec![]);
    page.inside(0, || {
        page.wait_until("it has come", "window.came === 1");
        page.frames(2);
        assert_eq!(page.text("document.querySelector('.embedded a').href"), shown);
    });
    assert_eq!(page.number("heard.length"), before, "it gets no answer");
}

#[test]
fn the_snippet_that_the_page_offers_works_on_another_origin() {
    let page = Setup::default().open_outside();
    let (outside, own) = (page.text("location.href"), page.text("page"));
    page.visit(&format!("{own}#view=lab&units=20"));
    page.wait_until_it_stands();
    page.click("#share");
    page.wait_until("the sheet is open", "document.querySelector('#share-frame')");
    let snippet = page.text("document.querySelector('#share-frame').value");
    let notebook = page.text("document.querySelector('#share-notebook').value");
    page.visit(&outside);
    page.script("put(arguments[0])", vec![snippet.clone().into()]);
    page.wait_until("it is ready", "last('ready')");
    assert_eq!(page.value("last('ready').unrolled"), json!(1));
    assert_eq!(page.text("last('ready').hears"), "", "it names nobody who is heard");
    assert_fits(&page);
    assert_eq!(page.text("frames()[0].title"), "Unrolled: RNN, LSTM and GRU read the same sequence");
    assert_eq!(page.text("frames()[0].loading"), "lazy");
    let source = page.text("frames()[0].src");
    assert_eq!(source, format!("{own}?embed#v=1&view=lab&units=20").replace("view=lab&", ""));
    assert!(notebook.contains(&format!("IFrame(\"{source}\"")), "{notebook}");
    page.inside(0, || {
        page.wait_until_it_stands();
        assert_eq!(page.number("document.querySelectorAll('.lane canvas').length"), 3.0);
        let gone = "[...document.querySelectorAll('header, nav, .controls, .kit-skip, .inspector')].every(own => !own.checkVisibility())";
        assert!(page.holds(gone), "the figure is alone");
        let link = "(own => [own.target, own.rel, own.href].join(' '))(document.querySelector('.embedded a'))";
        assert_eq!(page.text(link), format!("_blank noopener {own}#v=1&units=20"));
        assert_eq!(page.text("document.querySelector('#notices').textContent"), "");
    });
    // An address that names nobody hears nobody, and says how to be heard.
    page.script("ask(0, { unrolled: 1, do: 'ask', what: 'state', id: 'a' })", vec![]);
    page.wait_until("it answers", "answer('a')");
    assert_eq!(page.text("[answer('a').told, answer('a').reason].join()"), "refused,origin");
    assert!(page.holds("answer('a').said.includes(`?embed=${location.origin}`)"));
}

#[test]
fn a_frame_is_as_high_as_what_it_shows_whatever_that_is() {
    let page = framed("view=start");
    page.script(FOLLOW, vec![]);
    let mut heights = vec![];
    for address in [
        "view=start",
        "view=lab",
        "picture=chain",
        "picture=roads&cell=gru",
        "sequence=sunspots&length=40",
        "lesson=lstm.1",
        "view=train",
        "view=choose",
        "view=results",
        "view=reference",
    ] {
        state(&page, json!({ "do": "open", "address": address }));
        page.inside(0, || page.wait_until("its styles are there", "document.querySelector('main').children.length"));
        assert_fits(&page);
        heights.push(page.number("last('height').height"));
    }
    assert!(heights.iter().all(|height| *height > 200.0), "{heights:?}");
    heights.dedup();
    assert!(heights.len() > 4, "{heights:?}");
}

#[test]
fn a_frame_that_is_narrow_or_does_not_follow_still_shows_all() {
    for width in [390, 768, 1280] {
        let page = framed_by(Setup::default().screen(width, 900), "view=lab");
        assert_eq!(page.inside(0, || page.overhang()), 0.0, "at {width}");
        // Nobody follows: what does not fit is scrolled to.
        assert!(page.inside(0, || page.holds("(scrollTo(0, 9999), scrollY > 0)")), "at {width}");
        page.script(FOLLOW, vec![]);
        assert_fits(&page);
    }
}

#[test]
fn the_page_around_opens_sets_and_steps() {
    let page = framed("view=lab");
    let (shown, _) = state(&page, json!({ "do": "open", "address": "#v=1&units=24&sequence=impulse&length=20" }));
    assert_eq!((shown.settings.units, shown.settings.length), (24, 20));
    let (shown, _) = state(&page, json!({ "do": "set", "key": "gain", "value": 1.5 }));
    assert_eq!((shown.settings.gain, shown.settings.units), (1.5, 24));
    let (_, told) = state(&page, json!({ "do": "step", "to": 7, "pass": "forward" }));
    assert_eq!([&told["step"], &told["steps"], &told["pass"]], [&json!(7), &json!(20), &json!("forward")]);
    page.inside(0, || assert_eq!(page.playhead().step, 6));
    let (_, told) = state(&page, json!({ "do": "play" }));
    assert_eq!(told["playing"], true);
    let (_, told) = state(&page, json!({ "do": "pause" }));
    assert_eq!(told["playing"], false);
    let (asked, told) = state(&page, json!({ "do": "ask", "what": "state" }));
    assert_eq!((asked.settings.gain, &told["view"]), (1.5, &json!("lab")));
    // What of an address cannot be used is told to whoever sent it, not to whoever looks.
    let told = answer(&page, message(json!({ "do": "open", "address": "units=9&colour=red" })));
    assert!(told["problems"][0].as_str().unwrap().contains("colour=red"), "{told}");
    assert!(!page.inside(0, || page.holds("document.querySelector('.problems')")));
}

#[test]
fn start_is_played_and_stepped_and_a_view_without_a_playhead_says_so() {
    let page = framed_by(Setup::default().preferring("prefers-reduced-motion", "reduce"), "");
    let (_, told) = state(&page, json!({ "do": "step", "to": 5, "pass": "forward" }));
    assert_eq!([&told["view"], &told["step"], &told["playing"]], [&json!("start"), &json!(5), &json!(false)]);
    page.inside(0, || assert_eq!(page.text("document.querySelector('.start-figure').dataset.at"), "4"));
    let (_, told) = state(&page, json!({ "do": "play" }));
    assert_eq!(told["playing"], true);
    state(&page, json!({ "do": "open", "address": "view=choose" }));
    assert_refused(&page, message(json!({ "do": "play" })), "view", ["choose", "the Lab"]);
}

#[test]
fn what_cannot_be_done_is_refused_with_a_reason_and_changes_nothing() {
    let page = framed("units=24&gain=2&lock=units,gain");
    let (before, _) = state(&page, json!({ "do": "ask", "what": "state" }));
    assert_refused(&page, json!({ "unrolled": 2, "do": "play" }), "version", ["2", "1"]);
    assert_refused(&page, json!({ "unrolled": "1", "do": "play" }), "version", ["“1”", "the number 1"]);
    assert_refused(&page, message(json!({ "do": "delete" })), "do", ["delete", "open, step"]);
    assert_refused(&page, message(json!({ "do": "step", "to": "5" })), "field", ["to: “5”", "a whole number"]);
    assert_refused(&page, message(json!({ "do": "step", "to": 99 })), "value", ["99", "1 to 13"]);
    assert_refused(&page, message(json!({ "do": "open", "address": { "a": 1 } })), "field", ["object", "a text"]);
    assert_refused(&page, message(json!({ "do": "play", "fast": true })), "field", ["fast", "unrolled, do, id"]);
    assert_refused(&page, message(json!({ "do": "set", "key": "colour", "value": "red" })), "key", ["colour", "units"]);
    assert_refused(&page, message(json!({ "do": "set", "key": "seed", "value": -1 })), "value", ["seed: -1", "999999"]);
    assert_refused(&page, message(json!({ "do": "set", "key": "units", "value": 5 })), "locked", ["units: 5", "units"]);
    assert_refused(&page, message(json!({ "do": "set", "key": "lock", "value": "" })), "locked", ["lock", "lock"]);
    assert_refused(&page, message(json!({ "do": "open", "address": "units=5" })), "locked", ["units", "units"]);
    let (after, _) = state(&page, json!({ "do": "ask", "what": "state" }));
    assert_eq!(after, before);
    // What is none of ours is nobody's business.
    assert_ignored(&page, "ask(0, { do: 'play' })");
    page.inside(0, || page.script("window.came = 0", vec![]));
}

#[test]
fn a_message_from_a_window_that_is_not_the_parent_is_left_unheard() {
    let page = framed("view=lab");
    // A frame beside it, of the very origin that is named.
    page.script("show(location.pathname, 10)", vec![]);
    page.wait_until("it is there", "frames()[1].contentWindow.eval('typeof ask') === 'function'");
    assert_ignored(
        &page,
        "frames()[1].contentWindow.eval(`parent.frames[0].postMessage({ unrolled: 1, do: 'set', key: 'units', value: 5 }, '*')`)",
    );
}

#[test]
fn a_page_of_another_origin_than_the_one_that_is_named_is_left_unheard_and_told_nothing() {
    let setup = Setup::default().tolerating("target origin provided");
    let page = setup.open_outside();
    page.script("show(`${page}?embed=https://example.org#view=lab`)", vec![]);
    page.inside(0, || page.wait_until("it stands", "document.querySelector('.embedded a')"));
    assert_ignored(&page, "ask(0, { unrolled: 1, do: 'set', key: 'units', value: 5 })");
    assert_eq!(page.number("heard.length"), 0.0);
}

#[test]
fn a_frame_without_a_place_for_files_shows_its_figure_and_says_nothing_of_it() {
    let page = Setup::default().framed_without_site_data().query("?embed").open("view=lab");
    page.wait_until("it stands", "document.querySelector('.embedded a')");
    page.press_button(".transport", words::page::words().play_send);
    page.wait_until("it plays", "document.querySelector('#play').textContent.includes('Pause')");
    page.settle();
    assert_eq!(page.text("document.querySelector('#notices').textContent"), "");
}

#[test]
fn by_itself_it_is_the_figure_alone_too() {
    let page = Setup::default().query("?embed").open("view=lab");
    page.wait_until("its way to the whole page", "document.querySelector('.embedded a')");
    assert!(!page.holds("document.querySelector('header, .controls')"));
}
