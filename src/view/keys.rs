//! The keyboard, and the sheets over the page.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::playback::Move;
use crate::trace::CellKind;
use crate::words::words;

use super::inspector::{measure_here, read_here};
use super::store::Store;
use super::train;

/// What a key press is aimed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// A text, number or list that uses the keys itself.
    Field,
    /// A slider that uses the arrows itself.
    Slider,
    /// A button, which the space bar presses.
    Button,
    /// A lane, in which up and down move the focus.
    Lane,
    /// Anything else.
    Page,
}

fn target(event: &KeyboardEvent) -> Target {
    let Some(element) = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else {
        return Target::Page;
    };
    match element.tag_name().as_str() {
        "SELECT" | "TEXTAREA" => Target::Field,
        "INPUT" if element.get_attribute("type").as_deref() == Some("range") => {
            // The scrubber is the playhead: all keys are the page's.
            if element.id() == "scrubber" { Target::Page } else { Target::Slider }
        }
        "INPUT" => Target::Field,
        "BUTTON" | "SUMMARY" | "A" => Target::Button,
        "CANVAS" => Target::Lane,
        _ => Target::Page,
    }
}

/// Listens to the keys of the transport.
pub fn listen(store: Store, keys: NodeRef<html::Dialog>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if handle(store, keys, &event) {
            event.prevent_default();
        }
    });
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| matches!(target.closest("#more"), Ok(None))) {
            close_more();
        }
    });
    on_cleanup(move || {
        listener.remove();
        outside.remove();
    });
}

/// Closes what "More" opened; true if it was open.
fn close_more() -> bool {
    let Some(more) = document().query_selector("#more[open]").ok().flatten() else { return false };
    // An attribute that is there can be removed.
    let _ = more.remove_attribute("open");
    true
}

/// Gives an element the keyboard, where it can take it.
fn focus_element(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Acts on a key; true if it was one of ours.
fn handle(store: Store, keys: NodeRef<html::Dialog>, event: &KeyboardEvent) -> bool {
    let target = target(event);
    if event.key() == "Escape" && close_more() {
        focus_element(document().query_selector("#more summary").ok().flatten());
        return true;
    }
    let dialog_open = document().query_selector("dialog[open],:popover-open").ok().flatten().is_some();
    if target == Target::Field || event.alt_key() || (dialog_open && event.key() != "?") {
        return false;
    }
    // A clicker's keys.
    let turn = match &*event.key() {
        "PageDown" => "#lesson .next",
        "PageUp" => "#lesson .back",
        _ => "",
    };
    if !turn.is_empty() && train::learns(store) {
        let link = document().query_selector(turn).ok().flatten();
        return link.inspect(|link| link.unchecked_ref::<web_sys::HtmlElement>().click()).is_some();
    }
    if event.ctrl_key() || event.meta_key() {
        let undo = event.key().eq_ignore_ascii_case("z");
        if undo {
            // A slider of the laboratory that is let go follows.
            if let Some(slider) = document().query_selector(".side [type=range]:focus").ok().flatten() {
                let _ = slider.unchecked_ref::<web_sys::HtmlElement>().blur();
            }
            store.undo(event.shift_key());
        }
        return undo;
    }
    if train::is_open(store) && event.key() != "?" && !event.key().eq_ignore_ascii_case("p") {
        let turns = event.key() == " " && (target != Target::Button || let_go(event));
        if turns {
            store.train("turn");
        }
        return turns;
    }
    let to = match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight", false) => Some(Move::Right),
        ("ArrowLeft", false) => Some(Move::Left),
        ("ArrowRight", true) => Some(Move::RightEnd),
        ("ArrowLeft", true) => Some(Move::LeftEnd),
        ("Home", _) => Some(Move::Home),
        ("End", _) => Some(Move::End),
        ("b" | "B", _) => Some(Move::Turn),
        _ => None,
    };
    if let Some(to) = to {
        let own_use = target == Target::Slider && to != Move::Turn;
        if !own_use {
            store.go(to);
        }
        return !own_use;
    }
    match event.key().as_str() {
        " " if target == Target::Button && !let_go(event) => return false,
        " " => store.toggle(),
        "ArrowUp" | "ArrowDown" if target == Target::Lane => store.focus_down(event.key() == "ArrowDown"),
        "1" => lane(store, CellKind::Rnn),
        "2" => lane(store, CellKind::Lstm),
        "3" => lane(store, CellKind::Gru),
        "l" | "L" => read_here(store),
        "m" | "M" => measure_here(store),
        "p" | "P" => store.present(!store.presenting.get_untracked()),
        "Escape" => {
            store.sheet.set(false);
            store.present(false);
        }
        "?" => toggle(store, keys),
        _ => return false,
    }
    true
}

/// Takes the keyboard from a button that a pointer, not the keyboard, has pressed; false if it was
/// the keyboard: then the space bar is the button's.
fn let_go(event: &KeyboardEvent) -> bool {
    let button = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok());
    let pressed = button.filter(|button| button.matches(":focus-visible").is_ok_and(|by_keyboard| !by_keyboard));
    pressed.is_some_and(|button| button.blur().is_ok())
}

fn lane(store: Store, cell: CellKind) {
    store.focus_lane(cell);
    focus_element(document().get_element_by_id(&format!("lane-{}", cell.key())));
}

/// Opens a sheet, or closes it. The worker writes what stands in it.
pub fn toggle(store: Store, dialog: NodeRef<html::Dialog>) {
    let Some(dialog) = dialog.get_untracked() else { return };
    if dialog.open() {
        dialog.close();
    } else {
        store.draw_picture(Some(&dialog.id()));
        // Fails only when the dialog is not in the page, or already open.
        let _ = dialog.show_modal();
    }
}

/// A sheet over the page.
#[component]
pub fn Sheet(node: NodeRef<html::Dialog>, id: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <dialog node_ref=node id=id aria-label=label>
            <form method="dialog">
                <button class="close" aria-label=words().close>
                    "×"
                </button>
            </form>
            <div id=format!("{id}-sheet")></div>
        </dialog>
    }
}
