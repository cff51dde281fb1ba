//! Calls cargo and wasm-bindgen without Trunk: from sources to the two files that a browser loads, a script and its
//! WebAssembly. For `cargo xtask watch` and `cargo xtask size --why`.

use crate::tools::{Toolbox, WASM};
use crate::{process, split};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The variable with flags for rustc that cargo adds to the target's own.
pub const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// A compiled program.
#[derive(Debug, PartialEq)]
pub struct Program {
    /// `app` or `worker`.
    pub name: String,
    /// Its WebAssembly, as the compiler leaves it.
    pub module: PathBuf,
}

/// What cargo is to compile.
#[derive(Default)]
pub struct Order<'a> {
    /// The profile of `Cargo.toml`.
    pub profile: &'a str,
    /// With the features that this package asks for; with those of the whole workspace where it is `None`.
    pub package: Option<&'a str>,
    /// These programs.
    pub programs: &'a [&'a str],
    /// More flags for rustc, where there are any.
    pub flags: Option<String>,
}

/// Why there is no program.
#[derive(Debug)]
pub struct Failure {
    /// What the compiler said of the code, without colours; empty if the fault is not the code's.
    pub said: String,
}

/// Compiles for the browser. What the compiler says is shown as it comes.
///
/// # Errors
/// When cargo fails: then with a [`Failure`] behind it.
pub fn compile(tools: &Toolbox, order: &Order) -> Result<Vec<Program>> {
    let mut cargo = tools.program("cargo");
    cargo.args(["build", "--target", WASM, "--profile", order.profile]);
    match order.package {
        Some(package) => cargo.args(["--package", package]),
        None => cargo.arg("--workspace"),
    };
    if let Some(flags) = &order.flags {
        cargo.env(FLAGS, flags);
    }
    for program in order.programs {
        cargo.args(["--bin", program]);
    }
    let colours = std::io::stderr().is_terminal();
    cargo.arg(if colours { "--message-format=json-diagnostic-rendered-ansi" } else { "--message-format=json" });
    let line = process::announce(&cargo);
    let mut child = cargo.stdout(Stdio::piped()).spawn().with_context(|| format!("`{line}` could not be started"))?;
    let output = child.stdout.take().context("cargo has no output")?;
    let (mut programs, mut said) = (Vec::new(), String::new());
    for line in BufReader::new(output).lines() {
        match Message::read(&line?) {
            Some(Message::Program(program)) => programs.push(program),
            Some(Message::Diagnostic(text)) => {
                eprint!("{text}");
                said.push_str(&without_colours(&text));
            }
            None => {}
        }
    }
    if !child.wait()?.success() {
        let failure = Failure { said };
        return Err(anyhow::Error::from(failure).context(format!("`{line}` failed")));
    }
    programs.retain(|program| order.programs.contains(&program.name.as_str()));
    ensure!(programs.len() == order.programs.len(), "`{line}` made {programs:?}, expected {:?}", order.programs);
    Ok(programs)
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "the code does not compile")
    }
}

impl std::error::Error for Failure {}

/// What a line of cargo's tells.
#[derive(Debug, PartialEq)]
enum Message {
    Program(Program),
    Diagnostic(String),
}

impl Message {
    fn read(line: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(line).ok()?;
        match message["reason"].as_str()? {
            "compiler-message" => Some(Self::Diagnostic(message["message"]["rendered"].as_str()?.to_owned())),
            "compiler-artifact" => {
                let files = message["filenames"].as_array()?;
                let module = files.iter().filter_map(Value::as_str).find(|file| file.ends_with(".wasm"))?;
                let name = message["target"]["name"].as_str()?.to_owned();
                Some(Self::Program(Program { name, module: PathBuf::from(module) }))
            }
            _ => None,
        }
    }
}

/// A text without what gives it colours in a terminal: from each escape to the letter that ends it.
fn without_colours(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        plain + part.split_once(|c: char| c.is_ascii_alphabetic()).map_or("", |(_, rest)| rest)
    })
}

/// Binds a program to a script, `NAME.js` beside `NAME_bg.wasm` in `folder`; nothing if those are younger than it.
///
/// # Errors
/// When wasm-bindgen fails, or a file can't be asked for its age.
pub fn bind(tools: &Toolbox, program: &Program, folder: &Path) -> Result<()> {
    let age = |file: &Path| file.metadata().and_then(|data| data.modified());
    let made = age(&program.module).with_context(|| format!("{} can't be read", program.module.display()))?;
    let bound = folder.join(format!("{}_bg.wasm", program.name));
    if age(&bound).is_ok_and(|bound| bound > made) {
        return Ok(());
    }
    bind_as(tools, program, &program.name, folder, &[])
}

/// Binds a program to a script of this name; the page's own is cut in two before.
///
/// # Errors
/// When wasm-bindgen fails, or the page can't be cut.
pub fn bind_as(tools: &Toolbox, program: &Program, name: &str, folder: &Path, options: &[&str]) -> Result<()> {
    // The second part needs the first's table of functions, which wasm-bindgen would not export else.
    let (module, table): (_, &[&str]) = match &*program.name {
        split::PROGRAM => (&split::cut(&program.module, name, folder)?, &["--keep-lld-exports"]),
        _ => (&program.module, &[]),
    };
    let mut bindgen = tools.program("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]).arg(folder);
    process::run(bindgen.args(options).args(table).arg(module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_tells_where_a_program_lies_and_what_the_compiler_says() {
        let made = r#"{"reason":"compiler-artifact","target":{"name":"app"},"filenames":["/t/app.d","/t/app.wasm"],"fresh":true}"#;
        let program = Program { name: "app".to_owned(), module: PathBuf::from("/t/app.wasm") };
        assert_eq!(Message::read(made), Some(Message::Program(program)));
        let said = r#"{"reason":"compiler-message","message":{"rendered":"error: no\n"}}"#;
        assert_eq!(Message::read(said), Some(Message::Diagnostic("error: no\n".to_owned())));
        let library = r#"{"reason":"compiler-artifact","target":{"name":"leptos"},"filenames":["/t/libleptos.rlib"]}"#;
        assert_eq!(Message::read(library), None);
        assert_eq!(Message::read("not JSON"), None);
    }

    #[test]
    fn colours_are_taken_out_and_nothing_else() {
        assert_eq!(without_colours("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: [x] m"), "error: [x] m");
        assert_eq!(without_colours("plain [0m"), "plain [0m");
    }
}
