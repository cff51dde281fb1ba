//! The address of the networks that ship with the page, for pictures that show none but trained ones.

use model::keys::{Key, Scope};

/// What of an address opens a task's networks that ship, after `steps` of training: those of its default run, so all that would make it
/// another is set back. `shape` is how the example is read: its length and the units.
pub fn shipped(task: &str, steps: &str, shape: &str) -> String {
    let own = [(Key::Task, task), (Key::Trained, steps)];
    let others = Key::ALL.iter().filter(|key| matches!(key.scope(), Scope::Cell | Scope::Sweep | Scope::Train));
    let others = others.filter(|key| own.iter().all(|(own, _)| own != *key)).map(|key| format!("{}=", key.name()));
    let own = own.map(|(key, value)| format!("{}={value}", key.name()));
    let all: Vec<String> = own.into_iter().chain(others).collect();
    format!("sequence=example&{shape}&gain=1&{}", all.join("&"))
}
