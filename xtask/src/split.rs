//! Cuts the page's WebAssembly in two, at the functions that `wasm_split` marks (`src/view/later.rs`): what the page starts with,
//! and what comes once it answers. Trunk cannot. A script that belongs to both fetches the second and binds it to the first's memory
//! and table of functions.

use anyhow::{Context, Result, anyhow, ensure};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The program that is cut.
pub const PROGRAM: &str = "app";

/// What is made of a program beside its first part: a name from the name of its script, `app-0123` or `app`.
#[derive(Debug, PartialEq)]
pub struct Names {
    /// The script that binds the parts.
    pub script: String,
    /// The second part, below the page's folder.
    pub later: String,
}

impl Names {
    /// Of a program's script without its ending. A release has the mark of its contents in it, and so do these.
    pub fn of(name: &str) -> Self {
        Self { script: format!("{}.js", name.replacen(PROGRAM, "parts", 1)), later: format!("later/{name}_views.wasm") }
    }
}

/// Cuts a compiled module. The script and the second part lie in `folder` afterwards, and the first where the path says, for
/// wasm-bindgen.
///
/// # Errors
/// When the module has no relocations or no such functions, or a file can't be written.
pub fn cut(module: &Path, name: &str, folder: &Path) -> Result<PathBuf> {
    let whole = std::fs::read(module).with_context(|| format!("{} could not be read", module.display()))?;
    let names = Names::of(name);
    let first = module.with_file_name("app_first.wasm");
    let (link, start) = (format!("./{}", names.script), format!("./{name}.js"));
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = &link;
    options.main_module = &start;
    let made = transform(options).map_err(|error| anyhow!("{} can't be cut in two: {error:#}", module.display()))?;
    let [part] = &*made.split_modules else {
        return Err(anyhow!("found {} later parts of the page, expected one", made.split_modules.len()));
    };
    let later = folder.join(&names.later);
    std::fs::create_dir_all(folder.join("later")).context("a folder for the later part could not be made")?;
    std::fs::rename(part, &later).with_context(|| format!("{} could not be moved", part.display()))?;
    let script = folder.join(&names.script);
    let text = std::fs::read_to_string(&script).with_context(|| format!("{} could not be read", script.display()))?;
    let old = part.file_name().and_then(|name| name.to_str()).context("the later part has no name")?;
    let text = replaced(&text, &format!("\"./{old}\""), &format!("\"./{}\"", names.later))?;
    std::fs::write(&script, text).with_context(|| format!("{} could not be written", script.display()))?;
    Ok(first)
}

/// A text in which something that stands there once has been replaced.
fn replaced(text: &str, old: &str, new: &str) -> Result<String> {
    let found = text.matches(old).count();
    ensure!(found == 1, "found {old} {found} times, expected once");
    Ok(text.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_after_their_program() {
        let names = Names { script: "parts-01.js".into(), later: "later/app-01_views.wasm".into() };
        assert_eq!(Names::of("app-01"), names);
        assert_eq!(Names::of("app"), Names { script: "parts.js".into(), later: "later/app_views.wasm".into() });
    }

    #[test]
    fn a_module_that_cannot_be_cut_is_told() {
        let folder = std::env::temp_dir().join(format!("xtask-split-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let module = folder.join("app.wasm");
        std::fs::write(&module, b"\0asm\x01\0\0\0").unwrap();
        let error = cut(&module, "app", &folder).unwrap_err().to_string();
        assert!(error.contains("app.wasm"), "{error}");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
