//! Records a film while it plays, in browsers that give pages no encoder.

use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag};

use figures::film::RATE;

use super::by_name::{call, get, set};
use super::screen::Screen;

/// What a recorder may make, the one first that most players know.
const KINDS: [&str; 3] = ["video/mp4;codecs=avc1.4d0028", "video/webm;codecs=vp9", "video/webm"];
/// Bits a second.
const BITS: f64 = 8e6;

/// Plays a film and records it. `goes` hears of every frame, and says whether it goes on; `done` gets the film.
///
/// # Errors
/// Where the browser has no recorder, or it does not begin.
pub fn record(
    screen: Rc<Screen>,
    goes: impl Fn(usize) -> bool + 'static,
    done: impl FnOnce(Option<Blob>) + 'static,
) -> Result<(), JsValue> {
    let kind_of = get(&window(), "MediaRecorder")?.dyn_into::<Function>()?;
    let knows =
        |kind: &&str| call(&kind_of, "isTypeSupported", &[(*kind).into()]).is_ok_and(|own| own == JsValue::TRUE);
    let kind = KINDS.into_iter().find(knows).ok_or(JsValue::NULL)?;
    screen.show(0).ok_or(JsValue::NULL)?;
    let stream = call(screen.canvas(), "captureStream", &[(RATE as f64).into()])?;
    let options = Object::new();
    set(&options, "mimeType", &kind.into())?;
    set(&options, "videoBitsPerSecond", &BITS.into())?;
    let recorder = Reflect::construct(&kind_of, &[stream, options.into()].iter().collect())?;
    let parts = Array::new();
    let into = parts.clone();
    let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        if let Ok(part) = get(&event, "data") {
            into.push(&part);
        }
    });
    set(&recorder, "ondataavailable", &heard.into_js_value())?;
    let ended = Closure::once_into_js(move || {
        let own = BlobPropertyBag::new();
        own.set_type(kind);
        done(Blob::new_with_str_sequence_and_options(&parts, &own).ok().filter(|film| film.size() > 0.0));
    });
    set(&recorder, "onstop", &ended)?;
    call(&recorder, "start", &[])?;
    tick(&Rc::new(Playing { screen, recorder, began: now(), goes: Box::new(goes) }));
    Ok(())
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

struct Playing {
    screen: Rc<Screen>,
    recorder: JsValue,
    began: f64,
    goes: Box<dyn Fn(usize) -> bool>,
}

/// Shows the frame of this moment, until the last has stood its time.
fn tick(playing: &Rc<Playing>) {
    let frame = ((now() - playing.began) * RATE as f64 / 1000.0) as usize;
    if !(playing.goes)(frame) || frame >= playing.screen.film.frames.len() {
        // One that has ended by itself has told so.
        let _ = call(&playing.recorder, "stop", &[]);
        return;
    }
    // A frame that is not drawn leaves the one before it.
    let _ = playing.screen.show(frame);
    let again = Rc::clone(playing);
    set_timeout(move || tick(&again), Duration::from_millis(1000 / RATE as u64));
}
