//! Playing through both passes.

use engine::trace::{CellKind, Pass};
use fantoccini::key::Key;
use model::playback::{Playhead, SPEEDS};

use crate::browser::{Page, Setup};

/// Notes every place of the playhead while it plays, and how many different pictures were drawn.
const WATCH: &str = "
    const seen = window.seen = { places: [], pictures: new Set(), started: false, ended: false };
    const [turn, scrubber, play, lane] = ['turn', 'scrubber', 'play', 'lane-lstm'].map(id => document.getElementById(id));
    const look = () => {
        const playing = play.textContent.trim() === 'Pause';
        seen.started ||= playing;
        seen.ended = seen.started && !playing;
        const place = (turn.closest('.backward') ? '-' : '+') + scrubber.value;
        if (seen.started && seen.places.at(-1) !== place) {
            seen.places.push(place);
            seen.pictures.add(lane.toDataURL());
        }
        if (!seen.ended) requestAnimationFrame(look);
    };
    look();";

/// Plays from the start with the space bar, at speed 4, to the end; the places that were seen.
fn play_through(page: &Page) -> Vec<Playhead> {
    page.choose("speed", &place(4.0));
    page.script("document.activeElement.blur();", vec![]);
    page.press(Key::Home);
    page.script(WATCH, vec![]);
    page.press(' ');
    page.wait_until("it has played to the end", "window.seen.ended");
    let places: Vec<String> = serde_json::from_value(page.value("window.seen.places")).unwrap();
    places.iter().map(|place| playhead(place)).collect()
}

/// Where a speed stands in the list.
fn place(speed: f64) -> String {
    SPEEDS.iter().position(|own| *own == speed).unwrap().to_string()
}

fn playhead(place: &str) -> Playhead {
    let (sign, step) = place.split_at(1);
    Playhead { pass: if sign == "-" { Pass::Backward } else { Pass::Forward }, step: step.parse().unwrap() }
}

/// How far along the road of both passes a place is.
fn along(at: &Playhead) -> usize {
    match at.pass {
        Pass::Forward => at.step,
        Pass::Backward => 13 + 12 - at.step,
    }
}

fn assert_went_through(places: &[Playhead]) {
    assert_eq!(places.first(), Some(&Playhead { pass: Pass::Forward, step: 0 }), "{places:?}");
    assert_eq!(places.last(), Some(&Playhead { pass: Pass::Backward, step: 0 }), "{places:?}");
    assert!(places.is_sorted_by_key(along), "{places:?}");
    // At 105 ms a step a busy machine may miss many of the 26, but none of the two passes.
    assert!(places.len() > 6 && places.iter().any(|at| at.pass == Pass::Forward && at.step > 0), "{places:?}");
}

#[test]
fn space_plays_forward_and_then_backward_and_rests_at_the_end() {
    let page = Page::open("view=lab");
    let places = play_through(&page);
    assert_went_through(&places);
    assert_eq!(page.playhead(), Playhead { pass: Pass::Backward, step: 0 });
    // A picture may come a frame after its place.
    assert!(2.0 * page.number("window.seen.pictures.size") > places.len() as f64, "{places:?}");
}

#[test]
fn it_can_be_stopped_anywhere_and_goes_on_from_there() {
    let page = Page::open("view=lab");
    page.choose("speed", &place(4.0));
    page.click("#home");
    page.click("#play");
    page.wait_until("it has come to the sixth step", "document.getElementById('scrubber').value >= 5");
    page.click("#play");
    let (at, picture) = (page.playhead(), page.picture("lane-gru"));
    // At this speed a step takes six pictures or so.
    page.frames(24);
    assert_eq!(page.playhead(), at);
    assert_eq!(page.picture("lane-gru"), picture);
    page.click("#play");
    page.wait_until("it goes back", "document.querySelector('#turn.backward')");
}

#[test]
fn it_plays_for_those_who_want_less_motion() {
    let page = Setup::default().preferring("prefers-reduced-motion", "reduce").open("view=lab");
    assert_went_through(&play_through(&page));
}

/// Notes each tone that is played.
const LISTEN: &str = "window.heard = []; const start = OscillatorNode.prototype.start; \
    OscillatorNode.prototype.start = function (...all) { window.heard.push(this.frequency.value); return start.apply(this, all); };";

#[test]
fn the_backward_pass_can_be_heard_and_its_tone_falls_with_the_gradient() {
    let page = Setup::default().running_first(LISTEN).open("view=lab");
    page.press(Key::End);
    page.press_times(2, Key::Left);
    assert_eq!(page.number("window.heard.length"), 0.0, "nobody asked for it");
    page.script("document.getElementById('sound').click()", vec![]);
    page.press('1');
    page.chord(&[Key::Shift], Key::Right);
    page.press_times(5, Key::Left);
    page.wait_until("each step is heard", "window.heard.length >= 5");
    let heard: Vec<f64> = serde_json::from_value(page.value("window.heard.slice(-5)")).unwrap();
    assert!(heard.windows(2).all(|pair| pair[1] < pair[0]), "{heard:?}");
    // A tenth of the gradient is an octave lower.
    page.press(Key::End);
    page.press(Key::Right);
    page.wait_until("“book” is heard", "window.heard.length >= 8");
    let (last, share) = (page.number("window.heard.at(-1)"), page.share(CellKind::Rnn));
    assert!((last - (880.0 * share.log10().exp2()).max(55.0)).abs() < 0.5, "{last} Hz at {share}");
    page.reload();
    assert!(page.holds("document.getElementById('sound').checked"), "the next visit, too");
}
