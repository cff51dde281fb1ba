//! The runs that ship with the page are those that this code makes: of each sweep the shortest run of each cell is made
//! again. (`cargo xtask bench --results` makes all of them, which takes hours.)
#![allow(clippy::unwrap_used)]

use course::sweeps::{jobs, name};
use engine::trace::CellKind;
use learn::sweep::{Recorded, Runner, SEEDS};
use learn::task::{Sets, TASKS};
use model::command::{ComparisonKey, PaperKey, SweepKey};
use model::settings::{Settings, State};

const SETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets");
/// The longest run that is made again, in the seconds that it took when it was recorded.
const LONGEST: f64 = 1.0;

/// Each sweep that has recorded runs, with the settings that its runs follow from.
fn sweeps() -> Vec<(SweepKey, Settings)> {
    let tasks = TASKS.iter().filter(|task| !task.key.starts_with("own_"));
    let settings = |task: &str| State::from_fragment(&format!("task={task}")).0.settings;
    let ablations = tasks.map(|task| (SweepKey::Ablations, settings(task.key)));
    let papers = PaperKey::ALL.iter().copied().map(SweepKey::Paper);
    let comparisons = ComparisonKey::ALL.iter().copied().map(SweepKey::Compare);
    papers.chain(comparisons).map(|key| (key, Settings::default())).chain(ablations).collect()
}

/// The numbers of a sweep's recorded runs, with the seconds that each took.
fn seconds(text: &str, sweep: &str) -> Vec<(usize, f64)> {
    let run = |line: &str| {
        let mut words = line.split(' ');
        (words.next()? == sweep).then_some(())?;
        Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
    };
    text.lines().filter_map(run).collect()
}

#[test]
fn the_shortest_recorded_run_of_each_cell_of_each_sweep_is_made_again_as_it_was() {
    let text = std::fs::read_to_string(format!("{SETS}/recorded.txt")).unwrap();
    let (recorded, sets) = (Recorded::read(&text), Sets::of_folder(SETS).unwrap());
    let mut made = CellKind::ALL.map(|cell| (cell, 0));
    for (key, settings) in sweeps() {
        let (name, jobs) = (name(key, &settings), jobs(key, &settings));
        let outcomes = recorded.outcomes(&name, jobs.len() * SEEDS);
        assert!(outcomes.iter().all(Option::is_some), "{name}: a run was not recorded");
        for (cell, made) in &mut made {
            let own = seconds(&text, &name).into_iter().filter(|(run, _)| jobs[run / SEEDS].cell == *cell);
            let Some((run, took)) = own.min_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
            if took > LONGEST {
                continue;
            }
            let mut runner = Runner::new(jobs[run / SEEDS].clone(), run % SEEDS, &sets);
            assert_eq!(runner.missing(), None, "{name}");
            while runner.advance() {}
            assert_eq!(runner.outcome().written(), outcomes[run].unwrap().written(), "{name}, run {run}: {cell:?}");
            *made += 1;
        }
    }
    println!("{made:?}");
    assert!(made.iter().all(|(_, made)| *made > 20), "{made:?}");
}
