//! What tasks are called, for those parts of the page that are still drawn here.

use learn::task::Task;

/// What a task is called.
#[must_use]
pub fn task_name(task: &Task) -> &'static str {
    words::training::task(task.key).name
}
