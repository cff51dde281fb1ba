//! The keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use course::lesson::Next;
use engine::trace::CellKind;
use kit::Status;
use model::command::{Command, TrainCommand, View};
use model::keys::Key;
use model::playback::Move;

use super::focus::focus_element;
use super::inspector::{close_sheet, measure_here, read_here};
use super::navigation;
use super::slides;
use super::start::{Going, Way};
use super::store::{Store, in_view, learns};

/// What a key press is aimed at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// A text, number or list that uses the keys itself.
    Field,
    /// An entry of a list that is open: all keys are the list's.
    Entry,
    /// A slider that uses the arrows and the keys of pages itself.
    Slider,
    /// A box to tick or a choice of several: the space bar is its own, and so are the arrows of a choice.
    Choice,
    /// A button, which the space bar presses.
    Button,
    /// A lane, in which up and down move the focus, and Enter opens the inspector.
    Lane(CellKind),
    /// Anything else.
    Page,
}

fn target(event: &KeyboardEvent) -> Target {
    let Some(element) = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else {
        return Target::Page;
    };
    match element.tag_name().as_str() {
        "SELECT" | "TEXTAREA" => Target::Field,
        "OPTION" => Target::Entry,
        "INPUT" if element.get_attribute("type").as_deref() == Some("range") => {
            // The scrubber is the playhead: all keys are the page's.
            if element.id() == "scrubber" { Target::Page } else { Target::Slider }
        }
        "INPUT" if matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox")) => Target::Choice,
        "INPUT" => Target::Field,
        "BUTTON" | "SUMMARY" | "A" => Target::Button,
        "CANVAS" => CellKind::ALL
            .into_iter()
            .find(|cell| element.id() == format!("lane-{}", cell.key()))
            .map_or(Target::Page, Target::Lane),
        _ => Target::Page,
    }
}

/// Listens to the keys of the transport, and of Start. `keys` says whether their list is open.
pub fn listen(store: Store, going: Going, keys: RwSignal<bool>) {
    let status: Status = expect_context();
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if handle(store, (going, keys, status), &event) {
            event.prevent_default();
        }
    });
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let is_outside = |of: &str| target.as_ref().is_some_and(|target| matches!(target.closest(of), Ok(None)));
        if is_outside("#more") {
            close_more();
        }
        if is_outside(".controls, .panel-open") {
            store.panel.set(false);
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

/// Opens the controls where they are a sheet from below, or closes them. The keyboard goes in with it, and comes back.
pub fn open_panel(store: Store, open: bool) {
    store.panel.set(open);
    if open {
        store.sheet.set(false);
    }
    // Once it can be seen.
    request_animation_frame(move || {
        let within = if open { ".controls-head button" } else { "#panel-open" };
        focus_element(document().query_selector(within).ok().flatten());
    });
}

/// What hears of a key beside the store: Start, the list of keys, and what is said.
type Told = (Going, RwSignal<bool>, Status);

/// Acts on a key; true if it was one of ours.
fn handle(store: Store, (going, keys, status): Told, event: &KeyboardEvent) -> bool {
    let target = target(event);
    if target == Target::Entry {
        return false;
    }
    if event.key() == "Escape" && close_more() {
        focus_element(document().query_selector("#more summary").ok().flatten());
        return true;
    }
    if event.key() == "Escape" && store.panel.get_untracked() {
        open_panel(store, false);
        return true;
    }
    let dialog_open = document().query_selector("dialog[open],:popover-open").ok().flatten().is_some();
    if target == Target::Field || event.alt_key() || (dialog_open && event.key() != "?") {
        return false;
    }
    // A clicker's keys.
    let turn = match &*event.key() {
        "PageDown" => Some(true),
        "PageUp" => Some(false),
        _ => None,
    };
    if let (Some(on), true) = (turn, target != Target::Slider && learns(store)) {
        return self::turn(store, on);
    }
    if let (Some(on), true) = (turn, target != Target::Slider && store.presenting.get_untracked()) {
        return slides::turn(on);
    }
    if event.ctrl_key() || event.meta_key() {
        let undo = event.key().eq_ignore_ascii_case("z");
        if undo {
            store.undo(event.shift_key());
        }
        return undo;
    }
    let is_sign = event.key() != " " && event.key().chars().count() == 1;
    if is_sign && !store.single_keys.get_untracked() {
        return false;
    }
    let view = in_view(store);
    let in_all = ["?", "p", "P", "d", "D"].contains(&&*event.key());
    if !matches!(view, View::Start | View::Lab) && !in_all {
        let is_ours = event.key() == " " && target != Target::Choice && (target != Target::Button || let_go(event));
        return match view {
            _ if event.key() == "Escape" => {
                let presents = store.presenting.get_untracked();
                store.present(false);
                presents
            }
            View::Train if is_ours => {
                if store.training.is_ready.get_value() {
                    store.train(TrainCommand::Toggle);
                }
                true
            }
            // The text scrolls as in any other page, though it lies in a part of it.
            _ => is_ours && scroll(event.shift_key()),
        };
    }
    if let Some(to) = moves(event) {
        let own_use = matches!(target, Target::Slider | Target::Choice) && to != Move::Turn;
        if !own_use && view == View::Start {
            going.go_to(to);
        } else if !own_use {
            store.go(to);
        }
        return !own_use;
    }
    let is_at_start = view == View::Start;
    match event.key().as_str() {
        " " if target == Target::Choice || target == Target::Button && !let_go(event) => return false,
        " " if is_at_start => going.toggle(),
        " " => store.toggle(),
        "1" if is_at_start => going.turn(Way::Read),
        "2" if is_at_start => going.turn(Way::Learn),
        "d" | "D" => store.asked.update(|asked| *asked += 1),
        "p" | "P" => store.present(!store.presenting.get_untracked()),
        "?" => keys.update(|open| *open = !*open),
        "Escape" => {
            close_sheet(store);
            store.present(false);
        }
        _ if is_at_start => return false,
        key @ ("ArrowUp" | "ArrowDown" | "Enter") => match target {
            Target::Lane(cell) if key == "Enter" => {
                let focus = store.focus.get_untracked();
                store.inspect(if focus.cell == cell { focus } else { store.in_lane(cell) }, None);
            }
            // A lane that the keyboard has come to is looked at with the first press.
            Target::Lane(cell) if store.focus.get_untracked().cell != cell => store.focus_lane(cell),
            Target::Lane(_) => store.focus_down(key == "ArrowDown"),
            _ => return false,
        },
        "1" => lane(store, CellKind::Rnn),
        "2" => lane(store, CellKind::Lstm),
        "3" => lane(store, CellKind::Gru),
        "l" | "L" => read_here(store, status),
        "m" | "M" => measure_here(store, status),
        _ => return false,
    }
    true
}

/// Where a key moves the playhead.
fn moves(event: &KeyboardEvent) -> Option<Move> {
    match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight", false) => Some(Move::Right),
        ("ArrowLeft", false) => Some(Move::Left),
        ("ArrowRight", true) => Some(Move::RightEnd),
        ("ArrowLeft", true) => Some(Move::LeftEnd),
        ("Home", _) => Some(Move::Home),
        ("End", _) => Some(Move::End),
        ("b" | "B", _) => Some(Move::Turn),
        _ => None,
    }
}

/// Scrolls the text that is read by nearly a window, where nothing inside has the keyboard; whether it did.
fn scroll(back: bool) -> bool {
    let overflows = |text: &web_sys::Element| text.scroll_height() > text.client_height();
    let text = document().query_selector(":is(#train, #reference, .view):not([hidden])").ok().flatten();
    let Some(text) = text.filter(overflows) else { return false };
    let inside = document().active_element().is_some_and(|active| text.contains(Some(&active)));
    let by = text.client_height() * 7 / 8;
    if !inside {
        text.set_scroll_top(text.scroll_top() + if back { -by } else { by });
    }
    !inside
}

/// Turns to the next step of a lesson, or the one before; true if there is one, or may be.
pub fn turn(store: Store, on: bool) -> bool {
    if untrack(|| store.is_told()) && store.course.turns.with_value(Vec::is_empty) {
        return follow(store, on);
    }
    store.course.turns.update_value(|turns| turns.push(on));
    true
}

/// Makes the turns that wait, if the step in the address has been told.
pub fn turn_on(store: Store) {
    let turns = store.course.turns;
    if !untrack(|| learns(store)) {
        turns.update_value(Vec::clear);
    }
    while untrack(|| store.is_told()) {
        let next = turns.try_update_value(|turns| (!turns.is_empty()).then(|| turns.remove(0))).flatten();
        let Some(on) = next else { return };
        follow(store, on);
    }
}

/// Goes to the step that comes next or before, or shows the answer, which comes first; false if there is none.
fn follow(store: Store, on: bool) -> bool {
    let ways = store.course.lesson.with_untracked(|lesson| {
        let step = lesson.as_ref()?.step.as_ref()?;
        Some((step.next.clone(), step.back.clone()))
    });
    let Some((next, back)) = ways else { return false };
    let address = match (on, next) {
        (true, Next::Reveal(runs)) => {
            store.choose_key(Key::Shown, "yes");
            runs.into_iter().for_each(|runs| store.command(Command::Sweep(runs)));
            return true;
        }
        (true, Next::Step(address) | Next::Lesson { address, .. }) => Some(address),
        (true, Next::Again(_)) => None,
        (false, _) => back,
    };
    let Some(address) = address else { return false };
    store.course.turned.set_value(true);
    navigation::visit(store, &address);
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
