//! What the service worker keeps: the list of the page's files and the name of the version, in front of its script. It is written
//! once all else lies in `dist/`, so that it holds whatever files there are.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The script of the service worker: a fixed name at the root, since a browser asks there for the next version.
pub const SCRIPT: &str = "service_worker.js";

/// The page itself. It is kept as the folder's own address: a host may lead from its name there.
const PAGE: &str = "index.html";

/// Folders whose files are kept as they are used, or all when a person asks.
const ON_DEMAND: [&str; 2] = ["data/", "weights/"];

/// Programs that only a person's own file starts: kept like those. (Any of their files begins with the name.)
const PROGRAMS_ON_DEMAND: [&str; 1] = ["exchange"];

/// Where `index.html` names the script: `watch` leaves it out, and its page has no service worker.
const META: &str = r#"<meta name="offline" content="service_worker.js">"#;

/// What `cargo xtask watch` serves in the place of the script.
const FAREWELL: &str = include_str!("farewell.js");

/// A file of the page.
#[derive(Debug, PartialEq)]
pub struct File {
    /// Below the folder, with `/`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// All files below a folder, by their names.
///
/// # Errors
/// When one can't be read, or has a name that is no text.
pub fn files(folder: &Path) -> Result<Vec<File>> {
    let mut found = Vec::new();
    gather(folder, "", &mut found)?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn gather(folder: &Path, prefix: &str, into: &mut Vec<File>) -> Result<()> {
    let unreadable = || format!("{} could not be read", folder.display());
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} has a name that is no text", path.display()))?;
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            gather(&path, &format!("{name}/"), into)?;
        } else {
            let bytes = std::fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
            into.push(File { name, bytes });
        }
    }
    Ok(())
}

/// When a file is kept.
#[derive(Debug, PartialEq)]
enum Kept {
    /// As soon as the page has started.
    AtOnce,
    /// As it is used, or when a person asks for all.
    OnDemand,
    /// Never: no part of the page asks for it.
    Never,
}

impl Kept {
    fn of(name: &str) -> Self {
        let base = name.rsplit('/').next().unwrap_or(name);
        if name == SCRIPT || base.ends_with(".md") || base.starts_with("LICENSE") {
            Self::Never
        } else if ON_DEMAND.iter().any(|folder| name.starts_with(folder))
            || PROGRAMS_ON_DEMAND.iter().any(|program| base.starts_with(program))
            // The files of English are kept at once, those of other languages as they are used.
            || crate::opening::KINDS.iter().any(|kind| base.starts_with(&format!("{kind}.")) && base != format!("{kind}.en.txt"))
        {
            Self::OnDemand
        } else {
            Self::AtOnce
        }
    }
}

/// Sixteen digits that follow from some bytes, as the script works them out.
fn mark(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the list into the script of a folder in which all else lies.
///
/// # Errors
/// When a file can't be read or written, or the script isn't there.
pub fn write(folder: &Path) -> Result<()> {
    let files = files(folder)?;
    let script = files.iter().find(|file| file.name == SCRIPT);
    let script = script.with_context(|| format!("{} has no {SCRIPT}", folder.display()))?;
    let script = std::str::from_utf8(&script.bytes).with_context(|| format!("{SCRIPT} is no text"))?;
    let written = format!("{}{script}", list(&files));
    std::fs::write(folder.join(SCRIPT), written).with_context(|| format!("{SCRIPT} could not be written"))
}

/// What stands in front of the script.
fn list(files: &[File]) -> String {
    let line = |file: &File| {
        let name = if file.name == PAGE { "" } else { &file.name };
        json!([name, file.bytes.len(), mark(&file.bytes)])
    };
    let of = |kept: Kept| files.iter().filter(|file| Kept::of(&file.name) == kept).map(line).collect::<Vec<_>>();
    let lists = format!("const CORE={},MORE={}", json!(of(Kept::AtOnce)), json!(of(Kept::OnDemand)));
    // Another script is another version, too.
    let scripts = files.iter().filter(|file| file.name == SCRIPT);
    let all: Vec<u8> = scripts.flat_map(|file| &file.bytes).chain(lists.as_bytes()).copied().collect();
    format!("{lists},VERSION=\"{}\";\n", mark(&all))
}

/// A page without a service worker, for `cargo xtask watch`: whoever works on it must not be shown what was kept.
///
/// # Errors
/// When the page does not name the script once.
pub fn without(page: &str) -> Result<String> {
    let found = page.matches(META).count();
    ensure!(found == 1, "found {META} {found} times in index.html, expected once");
    Ok(page.replace(META, ""))
}

/// Lays out what takes leave of a page that a browser has kept from this address.
///
/// # Errors
/// When the script can't be written.
pub fn take_leave(folder: &Path) -> Result<()> {
    std::fs::write(folder.join(SCRIPT), FAREWELL).with_context(|| format!("{SCRIPT} could not be written"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process;
    use serde_json::Value;

    fn file(name: &str, bytes: &str) -> File {
        File { name: name.to_owned(), bytes: bytes.as_bytes().to_vec() }
    }

    /// The names in one of the lists that stand in front of the script.
    fn names(written: &str, list: &str) -> Vec<String> {
        let (_, rest) = written.split_once(&format!("{list}=")).unwrap();
        let lines = serde_json::Deserializer::from_str(rest).into_iter::<Vec<(String, u64, String)>>().next();
        lines.unwrap().unwrap().into_iter().map(|(name, ..)| name).collect()
    }

    #[test]
    fn a_file_is_kept_by_its_kind() {
        for (name, kept) in [
            ("index.html", Kept::AtOnce),
            ("app-0123456789abcdef_bg.wasm", Kept::AtOnce),
            ("later/0123/worker.js", Kept::AtOnce),
            ("fonts/sans.woff2", Kept::AtOnce),
            ("manifest.webmanifest", Kept::AtOnce),
            ("data/poems.txt", Kept::OnDemand),
            ("weights/adding.bin", Kept::OnDemand),
            ("later/0123/exchange_bg.wasm", Kept::OnDemand),
            ("service_worker.js", Kept::Never),
            ("data/README.md", Kept::Never),
            ("fonts/LICENSE-Inter.txt", Kept::Never),
        ] {
            assert_eq!(Kept::of(name), kept, "{name}");
        }
    }

    #[test]
    fn the_list_has_each_file_with_its_size_and_mark() {
        let files = [file("data/a.csv", "abc"), file("index.html", ""), file("service_worker.js", "1")];
        // The first eight bytes of SHA-256 of nothing, and of "abc": FIPS 180-2, B.1.
        let expected =
            "const CORE=[[\"\",0,\"e3b0c44298fc1c14\"]],MORE=[[\"data/a.csv\",3,\"ba7816bf8f01cfea\"]],VERSION=\"";
        assert!(list(&files).starts_with(expected), "{}", list(&files));
    }

    #[test]
    fn any_other_byte_is_another_version() {
        let version = |files: &[File]| list(files).split_once("VERSION=").unwrap().1.to_owned();
        let all = |page: &str, data: &str, script: &str| {
            version(&[file("data/a", data), file("index.html", page), file(SCRIPT, script)])
        };
        let first = all("a", "b", "c");
        assert_eq!(first, all("a", "b", "c"));
        for other in [all("x", "b", "c"), all("a", "x", "c"), all("a", "b", "x")] {
            assert_ne!(first, other);
        }
        assert_eq!(
            first,
            version(&[file("data/a", "b"), file("index.html", "a"), file(SCRIPT, "c"), file("a.md", "")])
        );
    }

    #[test]
    fn the_script_of_a_folder_gets_the_list_of_whatever_lies_there() {
        let folder = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("later/01")).unwrap();
        std::fs::create_dir_all(folder.join("weights")).unwrap();
        for name in ["index.html", "b.css", "later/01/a.js", "weights/w.bin", SCRIPT] {
            std::fs::write(folder.join(name), name).unwrap();
        }
        write(&folder).unwrap();
        let written = std::fs::read_to_string(folder.join(SCRIPT)).unwrap();
        assert!(written.ends_with(&format!(";\n{SCRIPT}")), "{written}");
        assert_eq!(names(&written, "CORE"), ["b.css", "", "later/01/a.js"]);
        assert_eq!(names(&written, "MORE"), ["weights/w.bin"]);
        std::fs::remove_file(folder.join(SCRIPT)).unwrap();
        assert!(write(&folder).unwrap_err().to_string().contains("has no service_worker.js"));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_page_that_is_worked_on_has_no_service_worker() {
        let page = std::fs::read_to_string(process::root().join("index.html")).unwrap();
        assert!(!without(&page).unwrap().contains("name=\"offline\""));
        without("<html>").unwrap_err();
    }

    #[test]
    fn the_manifest_leads_to_the_page_below_any_path_and_its_icons_have_the_sizes_it_says() {
        let sources = process::root().join("static");
        let text = std::fs::read_to_string(sources.join("manifest.webmanifest")).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        for key in ["start_url", "scope", "id"] {
            assert_eq!(manifest[key], "./", "{key}");
        }
        let icons = manifest["icons"].as_array().unwrap();
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
        for icon in icons {
            let name = icon["src"].as_str().unwrap();
            let bytes = std::fs::read(sources.join(name)).unwrap();
            if let Some(size) = icon["sizes"].as_str().filter(|size| *size != "any") {
                // PNG's first chunk: its width and height, most significant byte first.
                assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n", "{name}");
                let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
                assert_eq!(format!("{}x{}", side(16), side(20)), size, "{name}");
            }
        }
    }
}
