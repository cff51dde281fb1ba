//! The side of the page, with the laboratory's pictures; and what a worker still makes as parts of HTML: lessons, Train, and pages
//! of prose. What a person does in those parts sets a setting by its key, as if it stood in the address.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, HtmlElement, HtmlInputElement, MouseEvent, NodeList};

use course::lesson::Region;
use figures::{Palette, Rgb};
use model::command::{Command, Own};
use model::keys::Key;
use pictures::parts::{Change, Part};

use super::canvas;
use super::covered::Covered;
use super::inspector::Inspector;
use super::live::{flag, part};
use super::locks;
use super::pictures::{PLACE, Picture, PictureList};
use super::stage::Stage;
use super::store::Store;

/// The side of the page: the list of pictures, and the inspector or the picture that is open.
#[component]
pub fn Side() -> impl IntoView {
    let store: Store = expect_context();
    let open = Memo::new(move |_| store.settings.with(|s| !s.written(Key::Picture).is_empty()));
    let any = Memo::new(move |_| {
        store
            .settings
            .with(|s| [Key::Picture, Key::Lesson, Key::View, Key::Hide].iter().any(|key| !s.written(*key).is_empty()))
    });
    Effect::new(move |_| {
        // Where the worker has nothing else to draw the list alone is made, once.
        if any.get() {
            store.draw_picture();
        } else {
            untrack(|| store.draw_picture());
        }
    });
    let palette = expect_context::<Stage>().theme.palette;
    let maps = StoredValue::new(Vec::<(String, String)>::new());
    // What came for a part whose slider is in the hand: it waits until that is let go.
    let waiting = StoredValue::new(Vec::<Part>::new());
    // The elements of each part as it was written: what is changed later is counted among them. Counted in the page, it would be
    // counted among what stands there by then: parts within the part, and what a browser's translator puts around texts.
    let written = StoredValue::new_local(Vec::<(String, NodeList)>::new());
    let put = move |part: Part| {
        let id = match &part {
            Part::Whole(id, _) | Part::Changes(id, _) => id,
        };
        let Some(element) = document().get_element_by_id(id) else { return };
        if is_in_hand(&element) {
            return waiting.update_value(|waiting| waiting.push(part.clone()));
        }
        match part {
            Part::Changes(id, changes) => written.with_value(|written| {
                let part = written.iter().filter(|(own, _)| *own == id);
                part.for_each(|(_, elements)| change(elements, &changes));
            }),
            Part::Whole(id, inside) if paint(&element, &inside, &palette.get_untracked()) => {
                maps.update_value(|maps| {
                    maps.retain(|(other, _)| *other != id);
                    maps.push((id, inside));
                });
            }
            Part::Whole(id, inside) => {
                write(&element, &inside);
                locks::mark(&untrack(|| store.state()), &element);
                written.update_value(|written| {
                    written.retain(|(other, _)| *other != id);
                    written.extend(element.query_selector_all("*").ok().map(|elements| (id, elements)));
                });
            }
        }
    };
    // What stands there already, when other locks come.
    let locked = Memo::new(move |_| store.settings.with(|settings| settings.value(Key::Lock).cloned()));
    Effect::new(move |_| {
        let _ = locked.get();
        let state = untrack(|| store.state());
        let parts = ["lesson", "train", "train-sweep"];
        let parts = parts.into_iter().filter_map(|id| document().get_element_by_id(id));
        parts.for_each(|part| locks::mark(&state, &part));
    });
    Effect::new(move |_| store.parts.get().into_iter().for_each(put));
    // Once the keyboard has gone where it goes.
    let let_go = move |_| {
        request_animation_frame(move || waiting.try_update_value(std::mem::take).into_iter().flatten().for_each(put));
    };
    Effect::new(move |_| {
        let palette = palette.get();
        for (id, inside) in maps.get_value() {
            document().get_element_by_id(&id).map(|element| paint(&element, &inside, &palette));
        }
    });
    let covered = Memo::new(move |_| store.covers(Region::Side));
    let inside = move || match (covered.get(), open.get()) {
        (true, _) => view! { <Covered /> }.into_any(),
        (false, false) => view! { <Inspector /> }.into_any(),
        (false, true) => view! { <Picture /> }.into_any(),
    };
    view! {
        <div
            class="side"
            class:pictured=flag(move || open.get())
            on:focusout=let_go
        >
            <PictureList />
            {part(move || if open.get() { ().into_any() } else { inside().into_any() })}
            <section id=PLACE>
                {part(move || if open.get() { inside().into_any() } else { ().into_any() })}
            </section>
        </div>
    }
}

/// Writes a part anew; a button or field that has the keyboard keeps it.
fn write(element: &Element, inside: &str) {
    let hand = hand_in(element);
    // All of it is made of our own texts, of numbers, and of tokens that are escaped.
    element.set_inner_html(inside);
    if let Some((place, kind)) = hand {
        give_back(element, place, &kind);
    }
}

/// Makes the worker's changes to the elements of a part.
fn change(all: &NodeList, changes: &[Change]) {
    for Change { place, attribute, value } in changes {
        let Some(element) = all.get(*place as u32).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let Some(name) = attribute else {
            element.set_text_content(Some(value));
            continue;
        };
        // The name comes from markup of our own.
        let _ = element.set_attribute(name, value);
        // What has been typed into a field stands over its attribute.
        if let ("value", Some(field)) = (name.as_str(), element.dyn_ref::<HtmlInputElement>()) {
            field.set_value(value);
        }
    }
}

/// The buttons and fields of a part, in order.
const HANDLES: &str = "[data-key],[data-command]";

/// What a button or field is: its element's name, and the key that it sets.
type Kind = (String, Option<String>);

fn kind(handle: &Element) -> Kind {
    (handle.tag_name(), handle.get_attribute("data-key"))
}

/// Which of a part's buttons and fields has the keyboard.
fn hand_in(part: &Element) -> Option<(u32, Kind)> {
    let active = document().active_element().filter(|active| part.contains(Some(active)))?;
    let handles = part.query_selector_all(HANDLES).ok()?;
    let has = |place: &u32| handles.get(*place).is_some_and(|node| node.is_same_node(Some(&active)));
    (0..handles.length()).find(has).map(|place| (place, kind(&active)))
}

/// Whether a slider of the part is in the hand, or a text being typed: made anew, it would be lost.
fn is_in_hand(part: &Element) -> bool {
    let active = document().active_element().filter(|active| part.contains(Some(active)));
    active.and_then(|active| active.matches("[type=range],textarea").ok()).unwrap_or_default()
}

/// Gives the keyboard to the button or field that stands there now, if it is of the same kind: another one would take keys that
/// were not meant for it.
fn give_back(part: &Element, place: u32, before: &Kind) {
    let handle = part.query_selector_all(HANDLES).ok().and_then(|handles| handles.get(place));
    let handle = handle.and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(handle) = handle.filter(|handle| kind(handle) == *before) {
        // What cannot take it leaves it to the page.
        let _ = handle.focus();
    }
}

/// Paints a map, if the element is a canvas. It comes as a letter for its colours, the pixels of a row,
/// a colon, and a character a pixel: 0 for the lowest level to o for the highest.
fn paint(element: &Element, map: &str, palette: &Palette) -> bool {
    const LEVELS: f64 = 63.0;
    let Some(canvas) = element.dyn_ref::<HtmlCanvasElement>() else { return false };
    let (head, levels) = map.split_once(':').unwrap_or_default();
    let width = head.get(1..).and_then(|n| n.parse().ok()).unwrap_or(1_usize);
    let ramp = if head.starts_with('s') { &palette.signed } else { &palette.gradient };
    let color = |level: u8| {
        let Rgb(r, g, b) = ramp.at(f64::from(level - b'0') / LEVELS);
        [r, g, b, 255]
    };
    let pixels: Vec<u8> = levels.bytes().flat_map(|level| if level < b'0' { [0; 4] } else { color(level) }).collect();
    // What cannot be painted stays as it was; the table has the numbers.
    let _ = canvas::picture(Some(canvas.clone()), &pixels, width, levels.len() / width);
    true
}

fn target(event: &Event, css: &str) -> Option<Element> {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok())?;
    target.closest(css).ok().flatten()
}

/// A button with a value, or with a command.
pub fn click(store: Store, event: &MouseEvent) {
    if let Some(button) = target(event, "button[data-key]") {
        let of = |name| button.get_attribute(name).unwrap_or_default();
        store.set_by_key(&of("data-key"), &of("data-value"), true);
    }
    if let Some(button) = target(event, "[data-command]") {
        // Only markup of our own has commands.
        if let Some(command) = Command::read(&button.get_attribute("data-command").unwrap_or_default()) {
            store.command(command);
        }
    }
}

/// A field with a key.
pub fn typed(store: Store, event: &Event, done: bool) {
    let Some(field) = target(event, "[data-key]") else { return };
    let key = field.get_attribute("data-key").unwrap_or_default();
    let kind = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_).unwrap_or_default();
    if let (Some(input), "file") = (field.dyn_ref::<HtmlInputElement>(), kind.as_str()) {
        // A file may be dropped while the text has the keyboard, and a text in hand is not replaced.
        let _ = input.focus();
        let file = input.files().and_then(|files| files.get(0)).filter(|_| done);
        if let Some(own) = Own::of_key(&key) {
            // It goes to the worker as it is, not into the address.
            return file.into_iter().for_each(|file| store.bring(own, None, Some(file.into())));
        }
        return;
    }
    let value = match field.dyn_ref::<HtmlInputElement>().filter(|_| kind == "checkbox") {
        Some(input) => if input.checked() { "yes" } else { "" }.to_owned(),
        None => event_target_value(event),
    };
    let value = Key::named(&key).map_or_else(|| value.clone(), |key| key.typed(&value));
    if let Some(own) = Own::of_key(&key) {
        // Once it has been typed to its end.
        if done {
            store.bring(own, Some(value), None);
        }
    // A number is taken when it has been typed to its end.
    } else if done || !matches!(kind.as_str(), "number" | "text") {
        store.set_by_key(&key, &value, done);
    }
}
