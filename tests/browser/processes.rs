//! What the operating system tells of a browser's processes that show pages.

use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

/// The processes of one browser that show its pages and run their workers.
pub struct Processes(Vec<PathBuf>);

impl Processes {
    /// Those of the browser whose profile lies in a folder.
    pub fn of(profile: &str) -> Self {
        let all: Vec<PathBuf> = read_dir("/proc").unwrap().flatten().map(|entry| entry.path()).collect();
        let command = |process: &PathBuf| read_to_string(process.join("cmdline")).unwrap_or_default();
        let is_first = |process: &&PathBuf| {
            let command = command(process);
            command.contains(&format!("--user-data-dir={profile}")) && !command.contains("--type=")
        };
        let mut family: Vec<PathBuf> = all.iter().filter(is_first).cloned().collect();
        // Each generation's children are the next one's parents.
        let mut next = 0;
        while let Some(parent) = family.get(next).cloned() {
            family.extend(
                all.iter()
                    .filter(|process| {
                        parent_of(process) == parent.file_name().unwrap().to_str().map(str::to_owned)
                            && !family.contains(process)
                    })
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            next += 1;
        }
        Self(family.into_iter().filter(|process| command(process).contains("--type=renderer")).collect())
    }

    /// Their memory, in megabytes: what they share with others counts in part.
    pub fn memory(&self) -> f64 {
        let kilobytes = |process: &PathBuf| -> Option<f64> {
            let rollup = read_to_string(process.join("smaps_rollup")).ok()?;
            let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
            line.split_whitespace().nth(1)?.parse().ok()
        };
        self.0.iter().filter_map(kilobytes).sum::<f64>() / 1024.0
    }

    /// How many workers live in them.
    pub fn workers(&self) -> usize {
        let threads = |process: &PathBuf| read_dir(process.join("task")).into_iter().flatten().flatten();
        let name = |thread: PathBuf| read_to_string(thread.join("comm")).unwrap_or_default();
        self.0.iter().flat_map(threads).filter(|thread| name(thread.path()).starts_with("DedicatedWorker")).count()
    }
}

/// The number of a process's parent.
fn parent_of(process: &Path) -> Option<String> {
    let status = read_to_string(process.join("status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("PPid:"))?;
    line.split_whitespace().nth(1).map(str::to_owned)
}
