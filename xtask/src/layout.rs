//! Lays the page's folder out as Trunk does for a release, but for speed: from the same links in `index.html`, with
//! plain names, and nothing made small. For `cargo xtask watch`.

use crate::html::{self, Tag};
use crate::{bundle, csp, offline, process, split};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Trunk's links begin with this.
const LINK: &str = "<link data-trunk";

/// Where the worker's files lie: the folder of a release is named after what they hold.
const WORKER: &str = "watched";

/// Starts a page's program, as the script that Trunk writes.
fn loader(name: &str) -> String {
    format!(
        "<script type=\"module\">import init from './{name}.js'; \
         await init({{ module_or_path: './{name}_bg.wasm' }});</script>"
    )
}

/// The programs that a page does not start by itself.
const LATER: [&str; 2] = ["worker", "exchange"];

/// What one of Trunk's links asks for.
#[derive(Debug, PartialEq)]
enum Asset<'a> {
    /// A file that the page links to.
    Linked { rel: &'a str, file: &'a str },
    /// A file, or all of a folder, that only lies there.
    Copied { from: &'a str, to: &'a str },
    /// A program: the page itself, or its worker.
    Program { name: &'a str },
}

impl<'a> Asset<'a> {
    /// Reads a link.
    ///
    /// # Errors
    /// On one that this file does not know.
    fn read(tag: &Tag<'a>) -> Result<Self> {
        let get = |name| tag.attribute(name).with_context(|| format!("found a link to Trunk without {name}: {tag:?}"));
        Ok(match get("rel")? {
            "rust" => Self::Program { name: get("data-bin")? },
            "css" => Self::Linked { rel: "stylesheet", file: get("href")? },
            "icon" => Self::Linked { rel: "icon", file: get("href")? },
            "copy-file" => Self::Copied { from: get("href")?, to: base(get("href")?) },
            "copy-dir" => Self::Copied { from: get("href")?, to: get("data-target-path")? },
            other => bail!("found a link to Trunk with rel=\"{other}\": teach xtask/src/layout.rs what that is"),
        })
    }
}

/// The programs that a page asks for.
///
/// # Errors
/// On a link that is not known.
pub fn programs(page: &str) -> Result<Vec<&str>> {
    let mut names = Vec::new();
    for tag in html::tags(page).iter().filter(|tag| tag.attribute("data-trunk").is_some()) {
        if let Asset::Program { name } = Asset::read(tag)? {
            names.push(name);
        }
    }
    Ok(names)
}

/// Lays out `folder` for a page from the sources, and from `built`, which has the programs and the texts. One script more is added to it.
///
/// # Errors
/// When a file can't be read or written, or the page breaks its own policy.
pub fn lay_out(page: &str, built: &Path, folder: &Path, script: &str) -> Result<()> {
    lay_out_alone(&offline::without(page)?, built, folder, Some(script))?;
    offline::take_leave(folder)?;
    let texts = copy_texts(built, folder)?;
    bundle::set_later_apart(folder, &texts, Some(WORKER))?;
    bundle::take_styles_in(folder)?;
    csp::patch(folder)
}

/// Copies the texts of each language, and gives the files' names.
fn copy_texts(built: &Path, folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in offline::files(built)?.into_iter().filter(|file| file.name.ends_with(".txt")) {
        std::fs::write(folder.join(&file.name), file.bytes)
            .with_context(|| format!("{} could not be written", file.name))?;
        names.push(file.name);
    }
    Ok(names)
}

/// Lays out a page that has no worker; its policy is to be completed.
///
/// # Errors
/// When a file can't be read or written.
pub fn lay_out_alone(page: &str, built: &Path, folder: &Path, script: Option<&str>) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))?;
    let mut parts = page.split(LINK);
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once('>').context("found a link without an end in index.html")?;
        let link = format!("{LINK}{link}>");
        let tags = html::tags(&link);
        html += &place(&Asset::read(&tags[0])?, built, folder)?;
        html += rest;
    }
    if let Some(script) = script {
        html = html.replacen("</head>", &format!("<script type=\"module\" src=\"{script}\"></script>\n</head>"), 1);
    }
    let index = folder.join("index.html");
    std::fs::write(&index, html).with_context(|| format!("{} could not be written", index.display()))
}

/// Puts what a link asks for into the folder, and gives what stands in the link's place.
fn place(asset: &Asset, built: &Path, folder: &Path) -> Result<String> {
    match *asset {
        Asset::Linked { rel, file } => {
            copy(&process::root().join(file), &folder.join(base(file)))?;
            Ok(format!("<link rel=\"{rel}\" href=\"{}\">", base(file)))
        }
        Asset::Copied { from, to } => {
            copy(&process::root().join(from), &folder.join(to))?;
            Ok(String::new())
        }
        Asset::Program { name } => {
            let mut files = vec![format!("{name}.js"), format!("{name}_bg.wasm")];
            if name == split::PROGRAM {
                let parts = split::Names::of(name);
                std::fs::create_dir_all(folder.join("later"))
                    .context("a folder for the later part could not be made")?;
                files.extend([parts.script, parts.later]);
            }
            for file in files {
                copy(&built.join(&file), &folder.join(&file))?;
            }
            Ok(if LATER.contains(&name) { String::new() } else { loader(name) })
        }
    }
}

/// A file's name without its folders.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Copies a file, or what lies in a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        std::fs::create_dir_all(to).with_context(|| format!("{} could not be made", to.display()))?;
        for entry in std::fs::read_dir(from).with_context(|| format!("{} could not be read", from.display()))? {
            let name = entry.with_context(|| format!("{} could not be read", from.display()))?.file_name();
            copy(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    std::fs::copy(from, to).with_context(|| format!("{} could not be copied to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asks_for_three_programs() {
        let page = std::fs::read_to_string(process::root().join("index.html")).unwrap();
        let names = programs(&page).unwrap();
        assert_eq!(names, ["app", "worker", "exchange"]);
    }

    #[test]
    fn the_page_is_laid_out_as_its_links_ask() {
        let all = std::env::temp_dir().join(format!("xtask-layout-{}", std::process::id()));
        let (built, folder) = (all.join("built"), all.join("page"));
        std::fs::create_dir_all(built.join("later")).unwrap();
        for name in [
            "app.js",
            "app_bg.wasm",
            "parts.js",
            "later/app_views.wasm",
            "worker.js",
            "worker_bg.wasm",
            "exchange.js",
            "exchange_bg.wasm",
            "texts.en.txt",
        ] {
            std::fs::write(built.join(name), name).unwrap();
        }
        let page = std::fs::read_to_string(process::root().join("index.html")).unwrap();
        // Twice, since a change is laid out over what is there.
        for _ in 0..2 {
            lay_out(&page, &built, &folder, "reload.js").unwrap();
        }
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(html.contains("\"later/watched/worker_loader.js\""));
        assert!(
            html.contains("font-family: \"Unrolled Sans\"") && !html.contains("rel=\"stylesheet\""),
            "styles stand in it"
        );
        let plain = [
            "app.js",
            "app_bg.wasm",
            "parts.js",
            "later/app_views.wasm",
            "later/watched/worker_loader.js",
            "later/watched/worker.js",
            "later/watched/lesson.css",
            "later/watched/texts.en.txt",
            "later/watched/worker_bg.wasm",
            "data/poems.txt",
            "fonts/sans.woff2",
        ];
        for file in plain {
            assert!(folder.join(file).is_file(), "{file}");
        }
        assert!(html.contains("src=\"reload.js\"></script>\n</head>") && html.contains("import init from './app.js'"));
        let leaves = std::fs::read_to_string(folder.join("service_worker.js")).unwrap();
        assert!(leaves.contains("unregister") && !html.contains("name=\"offline\""), "nothing is kept of it");
        assert!(html.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-") && !html.contains("trunk"), "{html}");
        std::fs::remove_dir_all(&all).unwrap();
    }

    #[test]
    fn a_link_that_is_not_known_is_refused() {
        let error = programs("<link data-trunk rel=\"sass\" href=\"a.scss\">").unwrap_err().to_string();
        assert!(error.contains("rel=\"sass\""), "{error}");
        programs("<link data-trunk rel=\"rust\">").unwrap_err();
    }
}
