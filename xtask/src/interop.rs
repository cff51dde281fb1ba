//! `cargo xtask test --interop`: other libraries run what the page writes, and say the page's numbers. Apart from the other checks,
//! since it gets those libraries first: into a virtual environment of Python, and into a workspace of cargo's own.

use crate::process::{self, program, root, run};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the scripts and the pinned versions stand.
const SCRIPTS: &str = "tests/interop";
/// What each program says last.
const LAST: &str = "greatest difference from Unrolled: ";
/// What the twelve decimals of a printed number leave out.
const PRINTED: f64 = 1e-12;
/// The most by which a gradient's norm may differ, relative to itself.
const GRADIENT: f64 = 1e-9;
/// The oldest Python that has the pinned versions.
const PYTHON: &str = "(3, 11)";

/// Runs everything that the page writes, in every library.
///
/// # Errors
/// When a library can't be had, a program fails, or its numbers are others.
pub fn test() -> Result<()> {
    let folder = root().join("target/interop");
    let python = python(&folder)?;
    let files = fresh(folder.join("files"))?;
    let example = |name: &str, folder: &Path| {
        run(program("cargo").args(["run", "--package", "exchange", "--example", name, "--"]).arg(folder))
    };
    example("write_all", &files)?;
    let trips = fresh(folder.join("trips"))?;
    let script = |name: &str, arguments: &[&str], folder: &Path| {
        run(program(&python).arg(format!("{SCRIPTS}/{name}.py")).args(arguments).arg(folder))
    };
    script("round", &["make"], &trips)?;
    example("carry", &trips)?;
    script("round", &["check"], &trips)?;

    let mut report = Report::default();
    for library in ["pytorch", "keras", "jax"] {
        for width in ["f32", "f64"] {
            script("programs", &[library, width], &files)?;
            for case in cases(&files, width)? {
                for kind in ["safetensors", "npz"] {
                    report.take(&case, library, width, kind)?;
                }
            }
        }
    }
    script("notebooks", &[], &files)?;
    for case in cases(&files, "f64")? {
        report.take(&case, "notebook", "f64", "")?;
    }
    in_rust(&folder, &files, &mut report)?;
    report.print()
}

/// An empty folder.
fn fresh(folder: PathBuf) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The Python of a virtual environment with the pinned versions, made unless it is there.
fn python(folder: &Path) -> Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join("bin/python");
    let (pins, cuda) = (format!("{SCRIPTS}/requirements.txt"), format!("{SCRIPTS}/requirements-cuda.txt"));
    let pinned = fs::read_to_string(root().join(&pins))? + &fs::read_to_string(root().join(&cuda))?;
    let stamp = environment.join("pinned.txt");
    if fs::read_to_string(&stamp).is_ok_and(|own| own == pinned) {
        return Ok(python);
    }
    let own = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let is_new = format!("import sys; sys.exit(sys.version_info < {PYTHON})");
    ensure!(
        process::ask(program(&own).args(["-c", &is_new])).is_some(),
        "`{own}` is no Python from {PYTHON} on; the variable PYTHON names another one"
    );
    fresh(environment.clone())?;
    run(program(&own).args(["-m", "venv"]).arg(&environment))?;
    let install = |pins: &str| {
        run(program(&python).args(["-m", "pip", "install", "--quiet", "--no-cache-dir", "--no-deps", "-r", pins]))
    };
    install(&pins)?;
    if process::ask(program(&python).args(["-c", "import torch"])).is_none() {
        install(&cuda)?;
    }
    fs::write(stamp, pinned)?;
    Ok(python)
}

/// The folders of the networks of a width.
fn cases(files: &Path, width: &str) -> Result<Vec<PathBuf>> {
    let mut all: Vec<PathBuf> = fs::read_dir(files)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    all.retain(|path| name(path).ends_with(width));
    all.sort();
    Ok(all)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The file of a folder whose name ends so, unless the network has none.
fn file(case: &Path, ending: &str) -> Result<Option<PathBuf>> {
    let mut all = fs::read_dir(case)?.map(|entry| Ok(entry?.path()));
    all.find(|path: &Result<PathBuf>| path.as_ref().is_ok_and(|path| name(path).ends_with(ending))).transpose()
}

/// Builds the Rust programs in a workspace of their own, and runs them. The same programs read both widths.
fn in_rust(folder: &Path, files: &Path, report: &mut Report) -> Result<()> {
    let workspace = folder.join("rust");
    let libraries = ["candle", "burn"];
    let mut programs: Vec<(&str, &str, PathBuf, String)> = vec![];
    for library in libraries {
        let package = fresh(workspace.join(library).join("src/bin"))?;
        let mut manifests = vec![];
        for case in cases(files, "f64")? {
            let Some(path) = file(&case, &format!("-{library}.rs"))? else { continue };
            let text = fs::read_to_string(&path)?;
            manifests.push(manifest(&text).with_context(|| format!("{} names no packages", path.display()))?);
            let narrow = Path::new(&case.to_string_lossy().replace("-f64", "-f32")).join(name(&path));
            ensure!(fs::read_to_string(narrow)? == text, "{}: the widths have other programs", path.display());
            let kinds: &[&str] = if library == "candle" { &["safetensors", "npz"] } else { &["safetensors"] };
            for kind in kinds {
                // A program for each kind of file would be twice the work for the linker: one a cell has both.
                let own = name(&case).replace("-f64", "");
                if *kind == "npz" && !own.ends_with("-1") {
                    continue;
                }
                let own = format!("{library}-{own}-{kind}");
                fs::write(package.join(format!("{own}.rs")), text.replace(".safetensors\"", &format!(".{kind}\"")))?;
                programs.push((library, kind, case.clone(), own));
            }
        }
        manifests.dedup();
        let [manifest] = &manifests[..] else { bail!("{library}: not all programs name the same packages") };
        fs::write(workspace.join(library).join("Cargo.toml"), manifest)?;
    }
    let members = format!("[workspace]\nmembers = {libraries:?}\nresolver = \"3\"\n");
    let profile = "\n[profile.dev]\nopt-level = 1\ndebug = false\nincremental = false\n";
    fs::write(workspace.join("Cargo.toml"), members + profile)?;
    let target = workspace.join("target");
    run(program("cargo").arg("build").current_dir(&workspace).arg("--target-dir").arg(&target))?;
    for (library, kind, case, own) in programs {
        for width in ["f32", "f64"] {
            let case = PathBuf::from(case.to_string_lossy().replace("-f64", &format!("-{width}")));
            let printed = process::ask(program(target.join("debug").join(&own)).current_dir(&case));
            let Some(printed) = printed else {
                report.failed.push(format!("{own} failed on {}", name(&case)));
                continue;
            };
            fs::write(case.join(format!("{library}-{kind}.out")), printed + "\n")?;
            report.take(&case, library, width, kind)?;
        }
    }
    Ok(())
}

/// The manifest in the comment at the head of a program.
fn manifest(program: &str) -> Option<String> {
    let head = program.lines().skip_while(|line| *line != "// [package]").take_while(|line| line.starts_with("//"));
    let lines: Vec<&str> = head.map(|line| line.trim_start_matches('/').trim_start()).collect();
    lines.contains(&"[dependencies]").then(|| lines.join("\n") + "\n")
}

/// The most by which what a library says may differ.
fn most(width: &str) -> f64 {
    if width == "f32" { 1e-6 } else { 1e-12 }
}

/// What each library said: how many networks, and the greatest difference.
#[derive(Default)]
struct Report {
    lines: BTreeMap<String, (usize, f64, String)>,
    failed: Vec<String>,
}

impl Report {
    /// Holds what a program printed to what the engine says; nothing where the library has no such network.
    fn take(&mut self, case: &Path, library: &str, width: &str, kind: &str) -> Result<()> {
        let ending = if kind.is_empty() { library.to_owned() } else { format!("{library}-{kind}") };
        let out = case.join(format!("{ending}.out"));
        let has_program = match library {
            "notebook" => file(case, ".ipynb")?.is_some(),
            _ => file(case, &format!("-{library}.py"))?.or(file(case, &format!("-{library}.rs"))?).is_some(),
        };
        if !has_program {
            return Ok(());
        }
        let printed = fs::read_to_string(&out).with_context(|| format!("{} is missing", out.display()))?;
        let states = fs::read_to_string(case.join("states.txt"))?;
        let most = most(width);
        let found = difference(&printed, &states).with_context(|| out.display().to_string())?;
        if found > most {
            self.failed.push(format!("{}: {found:e}, at most {most:e}", out.display()));
        }
        let key = format!("{library:<9} {width}  {kind:<11}  at most {most:e}");
        let line = self.lines.entry(key).or_default();
        line.0 += 1;
        if found >= line.1 {
            (line.1, line.2) = (found, name(case));
        }
        Ok(())
    }

    /// Prints all of it.
    fn print(self) -> Result<()> {
        println!();
        for (key, (count, found, case)) in &self.lines {
            println!("{key}: {count:>2} networks, the greatest difference is {found:.1e} ({case})");
        }
        ensure!(self.failed.is_empty(), "not what the engine says:\n{}", self.failed.join("\n"));
        Ok(())
    }
}

/// The greatest difference between what a program printed and what the engine says: what the program says of it, or what its printed
/// numbers show. A notebook prints the norms of the gradient besides.
fn difference(printed: &str, states: &str) -> Result<f64> {
    let states: Vec<Vec<f64>> = states.lines().map(numbers).collect::<Result<_>>()?;
    let mut lines = printed.lines();
    let mut greatest: f64 = 0.0;
    for right in &states {
        let found = numbers(after_label(lines.next())?)?;
        ensure!(found.len() + 1 == right.len(), "{} numbers where {} are right", found.len(), right.len() - 1);
        let differences = found.iter().zip(right).map(|(found, right)| ((found - right).abs() - PRINTED).max(0.0));
        greatest = differences.fold(greatest, f64::max);
    }
    let said = lines.next().and_then(|line| line.strip_prefix(LAST)).context("the greatest difference is not said")?;
    greatest = greatest.max(said.trim().parse()?);
    let rest: Vec<&str> = lines.collect();
    if !rest.is_empty() {
        ensure!(rest.len() == states.len(), "{} gradients of {} steps", rest.len(), states.len());
        for (line, right) in rest.into_iter().zip(&states) {
            let (found, right) = (numbers(after_label(Some(line))?)?[0], right[right.len() - 1]);
            ensure!((found - right).abs() <= GRADIENT * right, "the gradient's norm is {found}, and not {right}");
        }
    }
    Ok(greatest)
}

/// The numbers of a line after the step and its label.
fn after_label(line: Option<&str>) -> Result<&str> {
    line.and_then(|line| line.splitn(3, '\t').nth(2)).context("a step is missing")
}

fn numbers(line: &str) -> Result<Vec<f64>> {
    line.split('\t').map(|number| Ok(number.trim().parse()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_the_comment_at_a_programs_head() {
        let program = "// What it is.\n//\n// [package]\n// name = \"own\"\n//\n// [dependencies]\n// a = \"=1.0.0\"\n\nuse a;\n// no\n";
        assert_eq!(manifest(program).unwrap(), "[package]\nname = \"own\"\n\n[dependencies]\na = \"=1.0.0\"\n");
        assert_eq!(manifest("// [package]\nfn main() {}\n"), None);
    }

    #[test]
    fn the_greatest_difference_is_what_is_said_or_shown() {
        let states = "0.5\t0.25\t2.0\n1.0\t-1.0\t1.0\n";
        let printed = |last: &str, said: &str| format!("1\ta\t0.5\t0.25\n2\tb\t1.0\t{last}\n{LAST}{said}\n");
        assert_eq!(difference(&printed("-1.0", "3e-9"), states).unwrap(), 3e-9);
        assert!((difference(&printed("-1.5", "3e-9"), states).unwrap() - 0.5).abs() < 1e-9);
        assert!(difference("1\ta\t0.5\t0.25\n", states).is_err());
        assert!(difference(&printed("-1.0\t2.0", "0"), states).is_err());
        let with = |norm: &str| difference(&(printed("-1.0", "0") + "1\ta\t2.0\n2\tb\t" + norm + "\n"), states);
        assert!(with("1.0").is_ok() && with("1.1").is_err());
    }
}
