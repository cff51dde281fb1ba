//! The weights and losses that ship with the page are those that this code makes: of the task that trains fastest they are
//! made again.
//! (`cargo xtask bench --weights` makes all of them.)
#![allow(clippy::unwrap_used)]

use engine::trace::CellKind;
use learn::task::{Sets, TASKS};
use learn::training::{Session, Setup, read_recorded, read_shipped, write_recorded, write_shipped};
use model::settings::State;

const STATIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static");

/// The run that Train opens with for a task.
fn setup(task: &str) -> Setup {
    let settings = State::from_fragment(&format!("task={task}")).0.settings;
    Setup::new(&settings, &Sets::of_folder(format!("{STATIC}/sets")).unwrap()).0
}

#[test]
fn the_weights_and_losses_of_a_task_are_made_again_byte_for_byte() {
    let setup = setup("employment");
    let made = CellKind::ALL.map(|cell| {
        let mut session = Session::new(setup.clone(), cell);
        while session.advance() {}
        session
    });
    let ships = std::fs::read(format!("{STATIC}/weights/employment.bin")).unwrap();
    assert!(write_shipped(&made) == ships, "run `cargo xtask bench --weights`");
    let ships = std::fs::read(format!("{STATIC}/weights/employment.losses.bin")).unwrap();
    assert!(write_recorded(&made) == ships, "run `cargo xtask bench --weights`");
}

#[test]
fn the_weights_of_every_task_are_those_of_its_default_run_at_its_end() {
    for task in TASKS.iter().filter(|task| !task.is_own) {
        let setup = setup(task.key);
        let file = setup.shipped().unwrap();
        let read = read_shipped(&std::fs::read(format!("{STATIC}/weights/{file}")).unwrap(), &setup);
        let read = read.unwrap_or_else(|why| panic!("{}: {why:?}; run `cargo xtask bench --weights`", task.key));
        assert!(read.iter().all(|own| own.step == setup.steps), "{}", task.key);
    }
}

#[test]
fn the_losses_of_every_task_are_those_of_its_default_run() {
    for task in TASKS.iter().filter(|task| !task.is_own) {
        let setup = setup(task.key);
        let file = setup.behind().unwrap().file;
        let read = read_recorded(&std::fs::read(format!("{STATIC}/weights/{file}")).unwrap(), &setup);
        let read = read.unwrap_or_else(|why| panic!("{}: {why:?}; run `cargo xtask bench --weights`", task.key));
        for own in &read {
            let points: Vec<(f64, f64)> = own.points().collect();
            let last = points.last().unwrap().0;
            assert!((50..=100).contains(&points.len()) && last > 0.97 * setup.steps as f64, "{}", task.key);
        }
    }
}
