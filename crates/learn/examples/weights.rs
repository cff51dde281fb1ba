//! Trains the default run of each task to its end, and writes its weights and its losses, which ship with the page:
//! `cargo xtask bench --weights [NAME ...]`, where a name is a task's key. A line a cell tells what came of it.

use std::path::Path;
use std::time::Instant;
use std::{env, fs, io};

use engine::trace::CellKind;
use learn::task::{Sets, TASKS};
use learn::training::{Session, Setup, write_recorded, write_shipped};
use model::settings::State;

fn main() -> io::Result<()> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static"));
    let sets = Sets::of_folder(folder.join("sets"))?;
    let wanted: Vec<String> = env::args().skip(1).collect();
    let tasks = TASKS.iter().filter(|task| !task.is_own);
    for task in tasks.filter(|task| wanted.is_empty() || wanted.iter().any(|name| name == task.key)) {
        let settings = State::from_fragment(&format!("task={}", task.key)).0.settings;
        let (setup, _) = Setup::new(&settings, &sets);
        let sessions = CellKind::ALL.map(|cell| {
            let (start, mut session) = (Instant::now(), Session::new(setup.clone(), cell));
            while session.advance() {}
            let (step, (loss, right)) = (session.record.step, session.recent());
            let seconds = start.elapsed().as_secs_f64();
            println!(
                "{:12} {:4} {step:6} steps {seconds:6.1} s loss {loss:.4} right {right:.3} {:?}",
                task.key,
                cell.key(),
                session.record.status
            );
            session
        });
        let lacks = || io::Error::other(task.key);
        let (weights, losses) = (setup.shipped().ok_or_else(lacks)?, setup.behind().ok_or_else(lacks)?.file);
        fs::write(folder.join("weights").join(weights), write_shipped(&sessions))?;
        fs::write(folder.join("weights").join(losses), write_recorded(&sessions))?;
    }
    Ok(())
}
