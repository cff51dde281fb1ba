//! Makes the page's WebAssembly small: what nobody can call goes, then wasm-opt works for size.
//!
//! Leptos brings the streams of server functions, as classes for JavaScript; a page without a server
//! has no use for them, but what is exported counts as used. Their classes are cut out of the glue,
//! and with them all that only they reach. What goes between the two files gets short names: with their
//! hashes wasm-bindgen's do not compress.

use crate::tools::Toolbox;
use crate::{process, split};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

/// The classes begin with this.
const STREAMS: &str = "IntoUnderlying";

/// For wasm-opt. The low kilobyte of the memory is the far end of the stack. Without the two passes, and
/// with functions that are named alike side by side, the file is larger and yet travels smaller.
const OPTIONS: [&str; 5] = [
    "-Oz",
    "--low-memory-unused",
    "--skip-pass=inlining-optimizing",
    "--skip-pass=local-cse",
    "--reorder-functions-by-name",
];

/// What is left in the WebAssembly beside what a browser needs.
#[derive(Clone, Copy, PartialEq)]
pub enum Keep {
    /// As it ships.
    Nothing,
    /// For who asks what weighs how much.
    FunctionNames,
}

/// Slims the page's own WebAssembly, not the worker's.
///
/// # Errors
/// When the page's files are not as wasm-bindgen writes them, or a tool fails.
pub fn slim(tools: &Toolbox, dist: &Path, keep: Keep) -> Result<()> {
    let names_kept: &[&str] = if keep == Keep::FunctionNames { &["-g"] } else { &[] };
    let (script, module) = page(dist)?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the page's script has no name")?;
    let parts = split::Names::of(name);
    let read =
        |file: &Path| std::fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()));
    let (glue, link) = (split::in_one_place(&read(&script)?, &parts.script)?, read(&dist.join(&parts.script))?);
    let (kept, cut) = cut(&glue);

    let graph = dist.join("graph.json");
    let mut called = exports(&kept)?;
    called.extend(split::shared(&link)?.into_iter().map(str::to_owned));
    std::fs::write(&graph, reached(&called, &exports(&cut)?)).context("the graph could not be written")?;
    let (from, to) = (&module, dist.join("slim.wasm"));
    let mut metadce = tools.program("wasm-metadce");
    process::run_quietly(metadce.arg(from).arg("--graph-file").arg(&graph).args(["-g", "-o"]).arg(&to))?;
    process::run(tools.program("wasm-opt").arg(&to).args(OPTIONS).args(names_kept).arg("-o").arg(from))?;
    let mut rename = tools.program("wasm-opt");
    rename.arg(from).arg("--minify-imports-and-exports-and-modules").args(names_kept);
    let names = process::ask(rename.arg("-o").arg(from));
    let names = names.context("wasm-opt did not say how it renamed imports and exports")?;
    let names = Names::from_json(&names).context("found other names from wasm-opt than expected")?;
    let write = |file: &Path, text: String| {
        std::fs::write(file, text).with_context(|| format!("{} could not be written", file.display()))
    };
    write(&script, renamed(&kept, &names)?)?;
    let new = |old: &str| names.exports.iter().find(|(own, _)| own == old).map(|(_, new)| &**new);
    write(&dist.join(&parts.script), split::renamed(&link, new)?)?;
    let later = dist.join(&parts.later);
    process::run(tools.program("wasm-opt").arg(&later).args(OPTIONS).args(names_kept).arg("-o").arg(&later))?;
    std::fs::remove_file(&graph).and_then(|()| std::fs::remove_file(&to)).context("dist could not be tidied")
}

/// The page's script and its WebAssembly.
///
/// # Errors
/// When the folder doesn't have them.
pub fn page(dist: &Path) -> Result<(PathBuf, PathBuf)> {
    let names: Vec<String> = std::fs::read_dir(dist)
        .context("dist could not be read")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("app-"))
        .collect();
    let file = |end: &str| names.iter().find(|name| name.ends_with(end)).map(|name| dist.join(name));
    Ok((file(".js").context("dist has no app-….js")?, file("_bg.wasm").context("dist has no app-…_bg.wasm")?))
}

/// The glue without the streams' classes, and what was cut.
fn cut(glue: &str) -> (String, String) {
    let (mut kept, mut cut) = (String::new(), String::new());
    let mut until: Option<fn(&str) -> bool> = None;
    for line in glue.lines() {
        if line.starts_with(&format!("export class {STREAMS}")) {
            until = Some(|line| line == "}");
        } else if [format!("if (Symbol.dispose) {STREAMS}"), format!("const {STREAMS}")]
            .iter()
            .any(|begin| line.starts_with(begin))
        {
            until = Some(|line| line.ends_with(';'));
        }
        let out = if until.is_some() { &mut cut } else { &mut kept };
        out.push_str(line);
        out.push('\n');
        if until.is_some_and(|ends| ends(line)) {
            until = None;
        }
    }
    (kept, cut)
}

/// The exports that a script calls, as `wasm.name`.
fn exports(script: &str) -> Result<BTreeSet<String>> {
    let names = script.split("wasm.").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    let names: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
    ensure!(!script.contains("wasm["), "found an export that is called by a computed name, expected `wasm.name`");
    Ok(names)
}

/// What wasm-opt renamed: imports as module, old and new name; exports as old and new name. All modules are one, `a`.
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

impl Names {
    fn from_json(json: &str) -> serde_json::Result<Self> {
        let mut lists: serde_json::Value = serde_json::from_str(json)?;
        let imports = serde_json::from_value(lists["imports"].take())?;
        Ok(Self { imports, exports: serde_json::from_value(lists["exports"].take())? })
    }
}

/// The glue with the new names: `old: function` for imports, `wasm.old` for exports.
fn renamed(glue: &str, names: &Names) -> Result<String> {
    let imports: HashMap<&str, &str> = names.imports.iter().map(|(_, old, new)| (&**old, &**new)).collect();
    let exports: HashMap<&str, &str> = names.exports.iter().map(|(old, new)| (&**old, &**new)).collect();
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let (mut out, mut rest, mut found) = (String::new(), glue, 0);
    while let Some(begin) = rest.find(is_part) {
        let (before, word) = rest.split_at(begin);
        let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
        out.push_str(before);
        let new = if after.starts_with(':') { imports.get(word) } else { None };
        found += usize::from(new.is_some());
        let export = if out.ends_with("wasm.") { exports.get(word) } else { None };
        out.push_str(new.or(export).copied().unwrap_or(word));
        rest = after;
    }
    out.push_str(rest);
    ensure!(found == imports.len(), "found {found} imports in the glue, expected {}", imports.len());
    for module in names.imports.iter().map(|(module, ..)| module).collect::<BTreeSet<_>>() {
        out = out.replace(&format!("\"{module}\":"), "\"a\":");
    }
    Ok(out)
}

/// What wasm-metadce reads: what is kept is reached from the root; what was cut is not.
fn reached(kept: &BTreeSet<String>, cut: &BTreeSet<String>) -> String {
    // Called by name from outside the script, or by the browser.
    let always = ["memory", "main"].map(str::to_owned);
    let roots: BTreeSet<&String> = kept.iter().chain(&always).collect();
    let node = |name: &&String| json!({ "name": name, "export": name });
    let mut nodes = vec![json!({ "name": "root", "root": true, "reaches": roots })];
    nodes.extend(roots.iter().map(node));
    nodes.extend(cut.iter().filter(|name| !roots.contains(name)).map(|name| node(&name)));
    serde_json::Value::from(nodes).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_of_streams_are_cut_and_nothing_else() {
        let glue = "export class IntoUnderlyingSink {\n  close() {\n    return wasm.sink_close(this.p);\n  }\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
            export class Own {\n  f() { wasm.own_f(); }\n}\n\
            const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    \
            : new FinalizationRegistry(ptr => wasm.sink_free(ptr, 1));\nwasm.start();\n";
        let (kept, cut) = cut(glue);
        assert_eq!(kept, "export class Own {\n  f() { wasm.own_f(); }\n}\nwasm.start();\n");
        let names = |script: &str| exports(script).unwrap().into_iter().collect::<Vec<_>>();
        assert_eq!(names(&kept), ["own_f", "start"]);
        assert_eq!(names(&cut), ["sink_close", "sink_free"]);
        let graph = reached(&exports(&kept).unwrap(), &exports(&cut).unwrap());
        let nodes: Vec<serde_json::Value> = serde_json::from_str(&graph).unwrap();
        assert_eq!(nodes[0]["reaches"], json!(["main", "memory", "own_f", "start"]));
        assert_eq!(nodes.len(), 7);
    }

    #[test]
    fn imports_and_exports_get_their_new_names_and_nothing_else_does() {
        let names = Names {
            imports: vec![("./app_bg.js".into(), "__wbg_blur_01".into(), "$a".into())],
            exports: vec![("memory".into(), "b".into()), ("free_1".into(), "c".into())],
        };
        let glue = "const i = { __wbg_blur_01: function(x) { x.blur(); wasm.free_1(x); wasm.free_12; } };\n\
            new DataView(wasm.memory.buffer); const memory = { \"./app_bg.js\": i };\n";
        let expected = "const i = { $a: function(x) { x.blur(); wasm.c(x); wasm.free_12; } };\n\
            new DataView(wasm.b.buffer); const memory = { \"a\": i };\n";
        assert_eq!(renamed(glue, &names).unwrap(), expected);
        assert!(renamed("const i = {};", &names).is_err());
    }
}
