//! The gallery of the page's components, the program `gallery` of the crate `kit`: a page of its own that is never released.
//! `cargo xtask watch` serves it at /gallery/; the page's tests have it built once.

use crate::compile::{self, Order};
use crate::tools::Toolbox;
use crate::{csp, layout, process};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Its program.
pub const PROGRAM: &str = "gallery";

/// Builds it, and returns the folder in which it lies.
///
/// # Errors
/// When a tool can't be had or it doesn't compile.
pub fn build() -> Result<PathBuf> {
    let tools = Toolbox::ready()?;
    let (built, page) = (process::root().join("target/gallery/built"), process::root().join("target/gallery/page"));
    let order = Order { profile: "watch", programs: &[PROGRAM], ..Order::default() };
    for program in compile::compile(&tools, &order)? {
        std::fs::create_dir_all(&built).with_context(|| format!("{} could not be made", built.display()))?;
        compile::bind(&tools, &program, &built)?;
    }
    lay_out(&built, &page, None)?;
    Ok(page)
}

/// Lays it out in `folder` from the sources, and from `built`, which has its program; with one more script, if there is one.
///
/// # Errors
/// When a file can't be read or written, or the page breaks its own policy.
pub fn lay_out(built: &Path, folder: &Path, script: Option<&str>) -> Result<()> {
    let source = process::root().join("crates/kit/gallery.html");
    let page = std::fs::read_to_string(&source).with_context(|| format!("{} could not be read", source.display()))?;
    layout::lay_out_alone(&page, built, folder, script)?;
    csp::patch(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_laid_out_with_the_style_that_the_page_has() {
        let all = std::env::temp_dir().join(format!("xtask-gallery-{}", std::process::id()));
        let (built, folder) = (all.join("built"), all.join("page"));
        std::fs::create_dir_all(&built).unwrap();
        for name in ["gallery.js", "gallery_bg.wasm"] {
            std::fs::write(built.join(name), name).unwrap();
        }
        lay_out(&built, &folder, Some("../reload.js")).unwrap();
        let html = std::fs::read_to_string(folder.join("index.html")).unwrap();
        for file in ["tokens.css", "kit.css", "kit_later.css", "gallery.js", "gallery_bg.wasm"] {
            assert!(folder.join(file).is_file(), "{file}");
        }
        assert!(html.contains("src=\"../reload.js\"></script>") && html.contains("import init from './gallery.js'"));
        assert!(html.contains("'wasm-unsafe-eval' 'sha256-") && !html.contains("trunk"), "{html}");
        std::fs::remove_dir_all(&all).unwrap();
    }
}
