//! The files of a folder, by the paths that browsers ask for.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::{Answer, StatusCode};

/// A folder that is served below a path.
#[derive(Clone, Debug)]
pub struct Folder {
    folder: PathBuf,
    below: String,
}

impl Folder {
    /// `below` is `/`, or a longer path that ends with a slash, such as `/course/rnn/`.
    pub fn new(folder: impl Into<PathBuf>, below: &str) -> Self {
        Self { folder: folder.into(), below: below.to_owned() }
    }

    /// The file that a path names, or 404.
    #[must_use]
    pub fn answer(&self, path: &str) -> Answer {
        let name = path.strip_prefix(&self.below);
        let file = name.and_then(|name| resolve(&self.folder, name));
        let read = file.and_then(|file| Some((content_type(&file), std::fs::read(&file).ok()?)));
        read.map_or_else(|| Answer::refusal(StatusCode::NOT_FOUND), |(kind, bytes)| Answer::found(kind, bytes))
    }
}

/// The file that a path names, `index.html` for a folder; `None` when there is none, or it lies outside of the folder.
fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == "." || part == ".." || part.contains(['\\', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link may lead outside.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_files_of_the_folder_only() {
        let sources = Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"), "/");
        let inside = |path| sources.answer(path).status == StatusCode::OK;
        for path in ["/lib.rs", "//lib.rs", "/%6cib.rs"] {
            assert!(inside(path), "{path}");
        }
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/..\\Cargo.toml", "/./lib.rs"] {
            assert!(!inside(path), "{path}");
        }
        assert!(!inside("/"), "no listing where there is no index.html");
        assert!(!inside("/missing"));
        assert!(!inside("lib.rs"));
    }

    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let folder = std::env::temp_dir().join(format!("unrolled-serve-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inner")).unwrap();
        std::fs::write(folder.join("index.html"), "outer").unwrap();
        std::fs::write(folder.join("inner/index.html"), "inner").unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.join("out")).unwrap();
        assert!(resolve(&folder, "").is_some());
        assert!(resolve(&folder, "out").is_none());
        let below = Folder::new(&folder, "/course/rnn/");
        for (path, held) in [("/course/rnn/", "outer"), ("/course/rnn/inner", "inner"), ("/course/rnn/inner/", "inner")]
        {
            assert_eq!(below.answer(path), Answer::found("text/html; charset=utf-8", held), "{path}");
        }
        assert_eq!(below.answer("/").status, StatusCode::NOT_FOUND);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_asks_for() {
        assert_eq!(content_type(Path::new("a/main_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("main")), "application/octet-stream");
    }
}
