//! Builds the page: Trunk compiles it and lays `dist/` out, then the Content-Security-Policy gets
//! the hashes of what Trunk wrote into the page. The worker gets a folder of its own, the service worker the list of all files, and all
//! of it goes into one zip.

use crate::compile::Order;
use crate::tools::{Toolbox, WASM};
use crate::{compile, csp, html, offline, opening, process, slim, split, zip};
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Builds the page in release mode into `dist/`.
///
/// # Errors
/// When a tool can't be had, the page doesn't compile, or its HTML breaks its own policy.
pub fn build() -> Result<()> {
    let tools = Toolbox::ready()?;
    process::run(tools.program("cargo").args(["fetch", "--target", WASM, "--target", "host-tuple"]))?;
    let mut trunk = tools.program("trunk");
    // Trunk takes NO_COLOR for an option of its own and refuses any value but these two.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk.env(compile::FLAGS, without_paths());
    // Its backtrace would bury the compiler's message.
    trunk.env_remove("RUST_BACKTRACE");
    // Offline, for else Trunk would fetch its own builds of the tools when one doesn't please it.
    process::run(trunk.args(["build", "--release", "--offline"]))?;
    let dist = dist()?;
    cut(&tools, &dist)?;
    slim::slim(&tools, &dist, slim::Keep::Nothing)?;
    shorten_scripts(&tools, &dist)?;
    let printed = opening::printed(&tools)?;
    let texts = opening::write_texts(&printed, &dist)?;
    set_later_apart(&dist, &texts, None)?;
    take_styles_in(&dist)?;
    opening::write(&printed, &dist)?;
    csp::patch(&dist)?;
    offline::write(&dist)?;
    zip::write(&dist).map(drop)
}

/// Binds the page once more, in two parts, in the place of what Trunk has bound as one.
fn cut(tools: &Toolbox, dist: &Path) -> Result<()> {
    let (script, _) = slim::page(dist)?;
    let name = script.file_stem().and_then(|name| name.to_str()).context("the page's script has no name")?;
    let (release, flags) = ("release", Some(without_paths()));
    let order = Order { profile: release, package: Some("unrolled"), programs: &[split::PROGRAM], flags };
    compile::compile(tools, &order)?.iter().try_for_each(|page| compile::bind_as(tools, page, name, dist, &[]))
}

/// Flags that leave the folders of this machine out of what is built; cargo adds them to the target's own.
pub fn without_paths() -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let flag = |folder: std::fs::DirEntry| format!("--remap-path-prefix={}=", folder.path().display());
    registries.map(flag).collect::<Vec<_>>().join(" ")
}

/// Writes the scripts in fewer bytes; Trunk's own minifier can't read what wasm-bindgen writes.
fn shorten_scripts(tools: &Toolbox, dist: &Path) -> Result<()> {
    for entry in std::fs::read_dir(dist).context("dist could not be read")? {
        let script = entry.context("dist could not be read")?.path();
        if script.extension().is_some_and(|extension| extension == "js") {
            let mut terser = tools.program("terser");
            process::run(terser.args(["--module", "--compress", "--mangle", "--output"]).arg(&script).arg(&script))?;
        }
    }
    Ok(())
}

/// What starts a worker, and the files of both programs, as Trunk writes them.
const WORKER: [&str; 5] = ["worker_loader.js", "worker.js", "worker_bg.wasm", "exchange.js", "exchange_bg.wasm"];

/// What lies beside the page: the worker's files, the styles that `<meta name="styles">` names, and the texts.
fn later(html: &str, texts: &[String]) -> Result<Vec<String>> {
    let tags = html::tags(html);
    let named = tags.iter().find(|tag| tag.name == "meta" && tag.attribute("name") == Some("styles"));
    let styles =
        named.and_then(|tag| tag.attribute("content")).context("found no <meta name=\"styles\"> with names")?;
    Ok(WORKER.into_iter().chain(styles.split_whitespace()).map(str::to_owned).chain(texts.iter().cloned()).collect())
}

/// Sixteen digits that follow from what these files hold, as Trunk gives them to the page's own.
fn mark(dist: &Path, files: &[String]) -> Result<String> {
    let mut contents = Sha256::new();
    for name in files {
        contents.update(std::fs::read(dist.join(name)).with_context(|| format!("dist/{name} could not be read"))?);
    }
    Ok(contents.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Moves what lies beside the page into a folder below `later/`, and tells the page where it is. The folder is named
/// `name`, or else after the files' contents: so page and worker are of one build even where a browser keeps files.
///
/// # Errors
/// When a file is missing or can't be moved.
pub fn set_later_apart(dist: &Path, texts: &[String], name: Option<&str>) -> Result<()> {
    let page = dist.join("index.html");
    let html = std::fs::read_to_string(&page).context("index.html could not be read")?;
    let files = later(&html, texts)?;
    let folder = format!("later/{}", name.map_or_else(|| mark(dist, &files), |name| Ok(name.to_owned()))?);
    std::fs::create_dir_all(dist.join(&folder)).context("dist/later could not be made")?;
    for name in files {
        let moved = std::fs::rename(dist.join(&name), dist.join(&folder).join(&name));
        moved.with_context(|| format!("dist/{name} could not be moved"))?;
    }
    let found = html.matches(WORKER[0]).count();
    ensure!(found == 1, "found {} {found} times in index.html, expected once, in <meta name=\"worker\">", WORKER[0]);
    std::fs::write(&page, html.replace(WORKER[0], &format!("{folder}/{}", WORKER[0])))
        .context("dist/index.html could not be written")
}

/// Puts the first view's style sheets into the page itself: a browser paints as soon as it has read that.
///
/// # Errors
/// When a sheet can't be read, or the page not be written.
pub fn take_styles_in(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let html = std::fs::read_to_string(&page).context("index.html could not be read")?;
    let (html, sheets) = without_sheets(&html);
    let mut styles = String::new();
    for sheet in sheets {
        let file = folder.join(&sheet);
        styles += &std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
        std::fs::remove_file(&file).with_context(|| format!("{} could not be removed", file.display()))?;
    }
    ensure!(!styles.contains("</"), "found the end of a tag in a style sheet, which would end it in the page");
    let (head, body) = html.split_once(STYLES).context("found no style sheet in index.html")?;
    std::fs::write(&page, format!("{head}<style>{styles}</style>{body}")).context("index.html could not be written")
}

/// Where the styles of a page go: a mark in the place of its first sheet.
const STYLES: &str = "<!--styles-->";

/// A page with [`STYLES`] in the place of its links to style sheets, and what those led to.
fn without_sheets(html: &str) -> (String, Vec<String>) {
    let mut parts = html.split("<link");
    let (mut page, mut sheets) = (parts.next().unwrap_or_default().to_owned(), Vec::new());
    for part in parts {
        let (link, rest) = part.split_once('>').unwrap_or((part, ""));
        let link = format!("<link{link}>");
        let tag = &html::tags(&link)[0];
        match (tag.attribute("rel"), tag.attribute("href")) {
            (Some("stylesheet"), Some(sheet)) => {
                if sheets.is_empty() {
                    page += STYLES;
                }
                sheets.push(sheet.trim_start_matches("./").to_owned());
            }
            _ => page += &link,
        }
        page += rest;
    }
    (page, sheets)
}

/// The folder of the built page.
///
/// # Errors
/// When the page hasn't been built.
pub fn dist() -> Result<PathBuf> {
    let folder = process::root().join("dist");
    if !folder.join("index.html").is_file() {
        bail!("dist/index.html is missing: build the page first, with `cargo xtask build`");
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_taken_out_of_the_page_and_other_links_stay() {
        let page =
            r#"<link rel=icon href=i.svg><link href=./a.css rel=stylesheet><link rel="stylesheet" href="b.css"><p>"#;
        let (rest, sheets) = without_sheets(page);
        assert_eq!(rest, format!("<link rel=icon href=i.svg>{STYLES}<p>"));
        assert_eq!(sheets, ["a.css", "b.css"]);
    }

    #[test]
    fn what_comes_later_is_named_by_the_page() {
        let named = later(r#"<meta name="styles" content="x.css y.css">"#, &["texts.en.txt".into()]).unwrap();
        assert_eq!(
            named,
            [
                "worker_loader.js",
                "worker.js",
                "worker_bg.wasm",
                "exchange.js",
                "exchange_bg.wasm",
                "x.css",
                "y.css",
                "texts.en.txt"
            ]
        );
        assert!(later("<meta name=worker>", &[]).is_err());
    }
}
