//! A figure in another page's frame: the way to the page of its own, its height told to the page around it, and what that asks for
//! (`docs/embedding.md`). The frame's address names the one origin that is heard, `?embed=https://example.org`. Without one nobody
//! is heard, and whoever holds the frame is told its height alone.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, JsString, Object, Reflect};
use kit::VisuallyHidden;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, ResizeObserver, Url, Window};

use engine::trace::Pass;
use model::address::Problem;
use model::command::View;
use model::frame::{Ask, Field, Id, MARK, MOST_FIELDS, Refusal, Request, Told, view};
use model::playback::Move;
use words::frame::{self as said, words};

use super::live::text;
use super::start::{Going, Way};
use super::store::{Store, address, in_view, learns};

/// The root's attribute while the frame is as high as was told: then nothing in it scrolls.
const FOLLOWED: &str = "data-followed";
/// Any origin: what is told there is a height, and that the figure stands.
const ANY: &str = "*";

/// What is told to the page around.
#[derive(Clone)]
struct Around {
    window: Window,
    /// The origin that the frame's address names.
    named: Option<String>,
}

impl Around {
    /// The page around the frame; none where the page is in no frame.
    fn new() -> Option<Self> {
        let own = window();
        let parent = own.parent().ok().flatten()?;
        let is_own = AsRef::<JsValue>::as_ref(&parent) == AsRef::<JsValue>::as_ref(&own);
        (!is_own).then(|| Self { window: parent, named: named() })
    }

    /// Whether a message comes from there.
    fn sent(&self, event: &MessageEvent) -> bool {
        event.source().is_some_and(|source| AsRef::<JsValue>::as_ref(&source) == AsRef::<JsValue>::as_ref(&self.window))
    }

    /// Tells it something, if it is of an origin.
    fn tell(&self, told: &Told, id: Option<Id>, origin: &str) {
        let message = Object::new();
        for (name, value) in told.fields(id) {
            // A new object takes any field.
            let _ = Reflect::set(&message, &name.into(), &js(value));
        }
        // A page that has gone hears nothing.
        let _ = self.window.post_message(&message, origin);
    }

    /// Tells what anybody may know.
    fn tell_any(&self, told: &Told) {
        self.tell(told, None, self.named.as_deref().unwrap_or(ANY));
    }
}

/// The origin that the frame's address names, as browsers write it.
fn named() -> Option<String> {
    let query = window().location().search().unwrap_or_default();
    let written = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
    let written = written.into_iter().find(|(name, _)| name == "embed").map(|(_, value)| value.into_owned())?;
    if written.is_empty() {
        return None;
    }
    let origin = Url::new(&written).ok().map(|address| address.origin()).filter(|origin| origin.starts_with("http"));
    if origin.is_none() {
        leptos::logging::warn!("{}", said::no_origin(&written));
    }
    origin
}

/// A field as a browser has it.
fn js(field: Field) -> JsValue {
    match field {
        Field::Text(text) | Field::Other(text) => text.into(),
        Field::Number(number) => number.into(),
        Field::Flag(flag) => flag.into(),
        Field::Texts(texts) => texts.into_iter().map(JsValue::from).collect::<Array>().into(),
    }
}

/// A field as it came. It has been copied, so that nothing of it runs here.
fn field(value: &JsValue) -> Field {
    match (value.as_string(), value.as_f64(), value.as_bool()) {
        (Some(text), ..) => Field::Text(text),
        (_, Some(number), _) => Field::Number(number),
        (.., Some(flag)) => Field::Flag(flag),
        _ => Field::Other(value.js_typeof().as_string().unwrap_or_default()),
    }
}

/// The fields of a message of ours, the mark first; of very many only some more than it may have.
fn fields(data: &JsValue) -> Option<Vec<(String, Field)>> {
    let get = |name: &JsValue| Reflect::get(data, name).unwrap_or(JsValue::UNDEFINED);
    let mark = data.is_object().then(|| get(&MARK.into())).filter(|mark| !mark.is_undefined())?;
    let keys = Object::keys(data.unchecked_ref::<Object>());
    let names = keys.iter().filter(|key| key.as_string().as_deref() != Some(MARK)).take(MOST_FIELDS);
    let others = names.map(|name| (String::from(JsString::from(name.clone())), field(&get(&name))));
    Some(std::iter::once((MARK.to_owned(), field(&mark))).chain(others).collect())
}

/// The line that leads to the page of its own; with it the page around is heard and told.
#[component]
pub fn Embedded() -> impl IntoView {
    let store: Store = expect_context();
    let going: Going = expect_context();
    if let Some(around) = Around::new() {
        listen(store, going, around.clone());
        around.tell_any(&Told::Ready(around.named.clone().unwrap_or_default()));
        // Once the line stands.
        request_animation_frame(move || follow_height(&around));
    }
    let own = text(move || address::shared(store));
    view! {
        <p class="embedded">
            <a href=own target="_blank" rel="noopener" title=words().open_tip>
                {words().open}
                <VisuallyHidden>{words().opens}</VisuallyHidden>
            </a>
        </p>
    }
}

/// Hears the page around the frame, and no other window: a page of another origin than the one that is named gets no answer, a
/// page in a frame that names none gets only why.
fn listen(store: Store, going: Going, around: Around) {
    let listener = window_event_listener(leptos::ev::message, move |event| {
        let Some(request) =
            around.sent(&event).then(|| fields(&event.data())).flatten().as_deref().and_then(Request::read)
        else {
            return;
        };
        let from = event.origin();
        match &around.named {
            Some(named) if *named == from => {
                let told = match request.ask.and_then(|ask| carry_out(store, going, ask)) {
                    Ok(problems) => untrack(|| shown(store, going, &problems)),
                    Err(refusal) => Told::Refused(refusal),
                };
                around.tell(&told, request.id, named);
            }
            Some(named) => leptos::logging::warn!("{}", said::foreign(&from, named)),
            // An origin that is hidden cannot be named.
            None if from == "null" => {}
            None => around.tell(&Told::Refused(Refusal::origin(&from)), request.id, &from),
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether Start is in view, which has a way of its own.
fn is_at_start(store: Store) -> bool {
    in_view(store) == View::Start && !learns(store)
}

/// Does what is asked for. Returns what of an address could not be used.
fn carry_out(store: Store, going: Going, ask: Ask) -> Result<Vec<Problem>, Refusal> {
    let (state, at_start) = untrack(|| (store.state(), is_at_start(store)));
    let (next, problems) = ask.apply(&state)?;
    let has_playhead = at_start || untrack(|| learns(store) || in_view(store) == View::Lab);
    if matches!(ask, Ask::Step(..) | Ask::Play | Ask::Pause) && !has_playhead {
        return Err(Refusal::view(view(&state)));
    }
    match ask {
        Ask::State => {}
        Ask::Step(..) if at_start => {
            let way = if next.playhead.pass == Pass::Forward { Way::Read } else { Way::Learn };
            going.way.set(way);
            going.go_to(Move::Seek(next.playhead.step));
        }
        Ask::Play | Ask::Pause if at_start => {
            if going.playing.get_untracked() != (ask == Ask::Play) {
                going.toggle();
            }
        }
        Ask::Play if !store.playing.get_untracked() => store.toggle(),
        Ask::Play => {}
        Ask::Pause => store.pause(),
        Ask::Step(..) | Ask::Set(..) | Ask::Open(_) => store.load(next, vec![]),
    }
    Ok(problems)
}

/// What is shown now.
fn shown(store: Store, going: Going, problems: &[Problem]) -> Told {
    let mut state = store.state();
    let mut playing = store.playing.get();
    if is_at_start(store) {
        let pass = if going.way.get() == Way::Read { Pass::Forward } else { Pass::Backward };
        (state.playhead.step, state.playhead.pass) = (going.at.get(), pass);
        playing = going.playing.get();
    }
    Told::of(&state, playing, problems)
}

/// Tells the height of the page whenever it changes, once a frame.
fn follow_height(around: &Around) {
    let Some(page) = document().query_selector(".page").ok().flatten() else { return };
    let told = Rc::new(Cell::new(0));
    let waits = Rc::new(Cell::new(false));
    let (own, before, around) = (page.clone(), Rc::clone(&told), around.clone());
    let changed = Closure::<dyn Fn()>::new(move || {
        if waits.replace(true) {
            return;
        }
        let (own, before, waits, around) = (own.clone(), Rc::clone(&before), Rc::clone(&waits), around.clone());
        request_animation_frame(move || {
            waits.set(false);
            tell_height(&own, &before, &around);
        });
    });
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&page);
        // The page's parts last as long as it does.
        changed.forget();
    }
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        let height = window().inner_height().ok().and_then(|height| height.as_f64());
        let Some(root) = document().document_element() else { return };
        // An attribute with a valid name can always be set.
        let _ = match height == Some(f64::from(told.get())) {
            true => root.set_attribute(FOLLOWED, ""),
            false => root.remove_attribute(FOLLOWED),
        };
    });
    on_cleanup(move || resized.remove());
}

fn tell_height(page: &Element, before: &Cell<u32>, around: &Around) {
    let size = page.get_bounding_client_rect();
    let height = size.height().ceil() as u32;
    // A frame that is not shown has no size.
    if size.width() > 0.0 && before.replace(height) != height {
        around.tell_any(&Told::Height(height));
    }
}
