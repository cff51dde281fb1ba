//! Cuts the page's WebAssembly in two, at the functions that `wasm_split` marks (`src/view/later.rs`): what the page starts with,
//! and what comes once it answers. Trunk cannot. A script that belongs to both fetches the second and binds it to the first's memory
//! and table of functions.

use anyhow::{Context, Result, anyhow, ensure};
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The program that is cut.
pub const PROGRAM: &str = "app";

/// What the script takes from the first part's exports ends so.
const END: &str = "} = initSync(";

/// The function that fetches the second part, for which the first asks the script.
const LOAD: &str = "__wasm_split_load_later";

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

/// The glue, with what it takes from the script among what it brings itself: after that the module imports from one place.
///
/// # Errors
/// When the glue is not as wasm-bindgen writes it.
pub fn in_one_place(glue: &str, script: &str) -> Result<String> {
    let glue = replaced(glue, &format!("\"./{script}\": import1,"), "")?;
    replaced(&glue, "const import0 = {", &format!("const import0 = {{ {LOAD}: import1.{LOAD},"))
}

/// The exports of the first part that the script hands to the second.
///
/// # Errors
/// When the script is not as it is expected.
pub fn shared(script: &str) -> Result<Vec<&str>> {
    let list = script.split_once(END).and_then(|(before, _)| before.rsplit_once('{'));
    let (_, list) = list.context("the script takes no exports from `initSync`")?;
    Ok(list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect())
}

/// The script, where the first part's exports have new names.
///
/// # Errors
/// When the script is not as it is expected, or an export has no new name.
pub fn renamed<'a>(script: &str, new: impl Fn(&str) -> Option<&'a str>) -> Result<String> {
    let names = shared(script)?;
    let pair = |old: &&str| Some(format!("{}: {old}", new(old)?));
    let pairs: Option<Vec<String>> = names.iter().map(pair).collect();
    let pairs = pairs.with_context(|| format!("not all of {names:?} have a new name"))?.join(", ");
    let end = script.find(END).context("the script takes no exports from `initSync`")?;
    let begin = script[..end].rfind('{').context("the script takes no exports from `initSync`")?;
    Ok(format!("{}{{ {pairs} {}", &script[..begin], &script[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "shared = { s: { } };\nconst { table, memory,  } = initSync(undefined);\nassign(shared.s, { table, memory,  });\n";

    #[test]
    fn parts_are_named_after_their_program() {
        let names = Names { script: "parts-01.js".into(), later: "later/app-01_views.wasm".into() };
        assert_eq!(Names::of("app-01"), names);
        assert_eq!(Names::of("app"), Names { script: "parts.js".into(), later: "later/app_views.wasm".into() });
    }

    #[test]
    fn the_script_takes_exports_by_their_new_names_and_hands_them_on_by_the_old() {
        assert_eq!(shared(SCRIPT).unwrap(), ["table", "memory"]);
        let new =
            |old: &str| [("table", "a"), ("memory", "b")].iter().find(|(own, _)| *own == old).map(|(_, new)| *new);
        assert_eq!(renamed(SCRIPT, new).unwrap(), SCRIPT.replace("{ table, memory,  } =", "{ a: table, b: memory } ="));
        assert!(renamed(SCRIPT, |_| None).is_err() && shared("").is_err());
    }

    #[test]
    fn what_the_script_brings_stands_among_what_the_glue_brings() {
        let glue =
            "const import0 = {\n  f: g,\n};\nreturn {\n  \"./app_bg.js\": import0,\n  \"./parts.js\": import1,\n};";
        let joined = in_one_place(glue, "parts.js").unwrap();
        assert!(joined.starts_with(&format!("const import0 = {{ {LOAD}: import1.{LOAD},\n  f: g")), "{joined}");
        assert!(!joined.contains("parts.js"));
        assert!(in_one_place("", "parts.js").is_err());
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
