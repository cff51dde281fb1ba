//! What Chromium's own tracing tells of the page's main thread.

use serde_json::Value;

use super::page::Page;

/// The categories that hold the tasks of a thread and the marks of a page.
pub(super) const CATEGORIES: &str = "toplevel,blink.user_timing";

/// The time between two marks, and what of it the main thread was at work, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// From the beginning of each task to its end.
    pub work: f64,
    /// The processor's share of it: less where other programs take the machine.
    pub processor: f64,
}

/// A span of a trace, in microseconds.
struct Task {
    from: f64,
    to: f64,
    processor: f64,
}

impl Page {
    /// Cuts what has been traced at the page's marks of that name: one stretch between each two.
    pub fn stretches(&self, mark: &str) -> Vec<Stretch> {
        let events: Vec<Value> = self.log("performance").iter().filter_map(traced).collect();
        let marks: Vec<&Value> = events.iter().filter(|event| event["name"] == mark).collect();
        let main = |event: &&Value| event["pid"] == marks[0]["pid"] && event["tid"] == marks[0]["tid"];
        let tasks: Vec<Task> = events.iter().filter(main).filter_map(task).collect();
        let between = |pair: &[&Value]| stretch(&tasks, number(&pair[0]["ts"]), number(&pair[1]["ts"]));
        marks.windows(2).map(between).collect()
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// An event of the trace, if that is what an entry of the log holds.
fn traced(entry: &Value) -> Option<Value> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
    (event["method"] == "Tracing.dataCollected").then(|| event["params"].clone())
}

fn task(event: &Value) -> Option<Task> {
    let (from, lasting) = (number(&event["ts"]), number(&event["dur"]));
    (event["name"] == "ThreadControllerImpl::RunTask").then(|| Task {
        from,
        to: from + lasting,
        processor: number(&event["tdur"]),
    })
}

/// The work between two times; a task that reaches over an end counts in proportion.
fn stretch(tasks: &[Task], from: f64, to: f64) -> Stretch {
    let mut all = Stretch { work: 0.0, processor: 0.0 };
    for task in tasks {
        let within = (task.to.min(to) - task.from.max(from)).max(0.0);
        all.work += within / 1e3;
        all.processor += task.processor / 1e3 * within / (task.to - task.from).max(1.0);
    }
    all
}
