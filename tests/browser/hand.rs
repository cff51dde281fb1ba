//! What a person's hand does to the page: keys, the mouse, a finger.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction, TouchActions};
use fantoccini::key::Key;
use model::keys::SEQUENCES;
use serde_json::json;

use super::engine::Engine;
use super::page::Page;

/// A move of the mouse takes this long.
const MOVE: Duration = Duration::from_millis(10);
/// While something is dragged, the mouse rests this long at every stop: several frames.
const REST: Duration = Duration::from_millis(80);

/// Where a sequence stands in the list of sequences.
pub fn place_of_sequence(key: &str) -> String {
    SEQUENCES.iter().position(|own| *own == key).expect("a sequence").to_string()
}

impl Page {
    /// Presses a key, wherever the keyboard's focus is.
    pub fn press(&self, key: impl Into<char>) {
        self.chord(&[], key);
    }

    /// Presses a key a number of times.
    pub fn press_times(&self, times: usize, key: impl Into<char> + Copy) {
        (0..times).for_each(|_| self.press(key));
    }

    /// Presses a key while others are held.
    pub fn chord(&self, held: &[Key], key: impl Into<char>) {
        let value = key.into();
        let held = held.iter().map(|&key| char::from(key));
        let down = held.clone().chain([value]).map(|value| KeyAction::Down { value });
        let up = [value].into_iter().chain(held.rev()).map(|value| KeyAction::Up { value });
        let keys = down.chain(up).fold(KeyActions::new("keys".into()), KeyActions::then);
        self.session.run(async |client| client.perform_actions(keys).await);
        self.settle();
    }

    /// Writes a text into the field that has the focus, in the place of what it holds.
    pub fn write(&self, text: &str) {
        self.chord(&[Key::Control], 'a');
        if text.is_empty() {
            return self.press(Key::Delete);
        }
        if self.engine() == Engine::Chromium {
            self.session.devtools("Input.insertText", json!({ "text": text }));
        } else {
            let field = self.session.run(async |client| client.active_element().await);
            self.session.run(async |_| field.send_keys(text).await);
        }
        self.settle();
    }

    /// Clicks on an element.
    pub fn click(&self, css: &str) {
        self.wait_until(
            &format!("{css} can be seen"),
            &format!("document.querySelector(\"{css}\")?.checkVisibility()"),
        );
        let element = self.find(css);
        self.session.run(async |_| element.click().await);
        self.settle();
    }

    /// A selector of the control with a label, within what another selector finds, once it is there. A label may say more than
    /// its first words.
    pub fn labelled(&self, within: &str, label: &str) -> String {
        let all = "[...document.querySelectorAll(within)].flatMap(part => [...part.querySelectorAll('label')])";
        let is_it = "name => name === label || name.startsWith(label + ' ')";
        self.found(within, label, &format!("{all}.find(own => ({is_it})(own.textContent.trim()))?.control"))
    }

    /// A selector of the button whose name or description begins so, within what another selector finds, once it is there.
    pub fn button(&self, within: &str, name: &str) -> String {
        let all = "[...document.querySelectorAll(within)].flatMap(part => [...part.querySelectorAll('button')])";
        let names = "[own.getAttribute('aria-label') ?? own.textContent, own.getAttribute('aria-description') ?? '']";
        self.found(within, name, &format!("{all}.find(own => {names}.some(name => name.trim().startsWith(label)))"))
    }

    /// A selector of what an expression of `within` and `label` finds, once it is there.
    fn found(&self, within: &str, label: &str, expression: &str) -> String {
        let words = (json!(within), json!(label));
        let find = format!("((within, label) => {expression})({}, {})", words.0, words.1);
        self.wait_until(&format!("{label} is there, within {within}"), &find);
        // Not all have an id of their own.
        let script =
            format!("const found = {find}; found.id ||= `found-${{crypto.randomUUID()}}`; return '#' + found.id;");
        self.script(&script, vec![]).as_str().expect("a selector").to_owned()
    }

    /// Clicks where the mouse is.
    pub fn click_here(&self) {
        self.mouse(vec![PointerAction::Down { button: 0 }, PointerAction::Up { button: 0 }]);
    }

    /// Presses a button, folded away or not.
    pub fn press_button(&self, within: &str, name: &str) {
        let button = self.button(within, name);
        self.script("document.querySelector(arguments[0]).click()", vec![json!(button)]);
    }

    /// Picks a value from a list.
    pub fn choose(&self, id: &str, value: &str) {
        self.choose_without_waiting(id, value);
        self.settle();
    }

    /// Picks the sequence with a key.
    pub fn choose_sequence(&self, key: &str) {
        self.choose("sequence", &place_of_sequence(key));
    }

    /// The same where the page will not come to rest.
    pub fn choose_without_waiting(&self, id: &str, value: &str) {
        let list = self.find(&format!("#{id}"));
        self.session.run(async |_| list.select_by_value(value).await);
    }

    /// Moves the mouse to a place in the window.
    pub fn point(&self, x: f64, y: f64) {
        self.mouse(vec![PointerAction::MoveTo { duration: Some(MOVE), x, y }]);
    }

    /// Moves the mouse to a place of an element, told as shares of its width and height.
    pub fn point_at(&self, css: &str, across: f64, down: f64) {
        let (x, y) = self.place(css, across, down);
        self.point(x, y);
    }

    /// Takes a slider's thumb with the mouse, leads it over some values, and lets go at the last.
    pub fn drag(&self, id: &str, over: &[f64]) {
        let y = self.place(&format!("#{id}"), 0.5, 0.5).1;
        let own = self.number(&format!("Number(document.getElementById('{id}').value)"));
        let move_to = |value: f64| PointerAction::MoveTo { duration: Some(MOVE), x: self.thumb(id, value), y };
        let mut actions = vec![move_to(own), PointerAction::Down { button: 0 }];
        for &value in over {
            actions.extend([move_to(value), PointerAction::Pause { duration: REST }]);
        }
        actions.push(PointerAction::Up { button: 0 });
        self.mouse(actions);
    }

    /// Takes an element in its middle with the mouse, and leads it so far to the right.
    pub fn drag_by(&self, css: &str, right: f64) {
        let (x, y) = self.place(css, 0.5, 0.5);
        let move_to = |x: f64| PointerAction::MoveTo { duration: Some(MOVE), x, y };
        let (down, up) = (PointerAction::Down { button: 0 }, PointerAction::Up { button: 0 });
        self.mouse(vec![move_to(x), down, move_to(x + right / 2.0), move_to(x + right), up]);
    }

    /// Taps a place of an element with a finger.
    pub fn tap(&self, css: &str, across: f64, down: f64) {
        let (x, y) = self.place(css, across, down);
        let finger = TouchActions::new("finger".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Pause { duration: Duration::from_millis(40) })
            .then(PointerAction::Up { button: 0 });
        self.session.run(async |client| client.perform_actions(finger).await);
        self.settle();
    }

    fn mouse(&self, actions: Vec<PointerAction>) {
        let mouse = actions.into_iter().fold(MouseActions::new("mouse".into()), MouseActions::then);
        self.session.run(async |client| client.perform_actions(mouse).await);
        self.settle();
    }

    /// A place of an element in the window, brought into sight first.
    fn place(&self, css: &str, across: f64, down: f64) -> (f64, f64) {
        let script = "const [css, across, down] = arguments; const element = document.querySelector(css); \
            element.scrollIntoView({ block: 'nearest' }); const box = element.getBoundingClientRect(); \
            return [box.left + across * box.width, box.top + down * box.height];";
        let place = self.script(script, vec![json!(css), json!(across), json!(down)]);
        serde_json::from_value(place).expect("two numbers")
    }

    /// Where the middle of a slider's thumb stands at a value. An end is reached from beyond it: a pointer has whole
    /// pixels.
    fn thumb(&self, id: &str, value: f64) -> f64 {
        let script = "const [id, value] = arguments; const slider = document.getElementById(id); \
            const box = slider.getBoundingClientRect(); \
            const part = (value - slider.min) / (slider.max - slider.min); \
            const half = slider.closest('.kit-rail') ? 9 : 8; \
            return box.left + half + part * (box.width - 2 * half) + (part === 1 ? 3 : part === 0 ? -3 : 0);";
        self.script(script, vec![json!(id), json!(value)]).as_f64().expect("a number")
    }
}
