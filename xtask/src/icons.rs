//! `cargo xtask icons`: draws the icons of the installed page from `static/icon.svg`, in the browser that the tests run in.

use crate::browser::Browser;
use crate::process;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// Side in pixels, the name below `static/icons`, and the share of the side that the drawing takes. A mask leaves a circle of
/// four fifths; the drawing's corners lie within it.
const ICONS: [(u32, &str, f64); 3] = [(192, "192", 1.0), (512, "512", 1.0), (512, "maskable", 0.9)];

/// The ground of the drawing, which goes on to the edge where a mask cuts.
const GROUND: &str = "#1d2330";

/// Draws them.
///
/// # Errors
/// When the browser can't be had or draws nothing.
pub fn draw() -> Result<()> {
    let browser = Browser::ready()?;
    let root = process::root();
    let svg = std::fs::read_to_string(root.join("static/icon.svg")).context("static/icon.svg could not be read")?;
    ensure!(svg.contains(GROUND), "found no ground of {GROUND} in static/icon.svg");
    let (folder, page) = (root.join("static/icons"), root.join("target/icon.html"));
    std::fs::create_dir_all(&folder).context("static/icons could not be made")?;
    for (side, name, share) in ICONS {
        std::fs::write(&page, drawing(&svg, side, share)).context("target/icon.html could not be written")?;
        let file = folder.join(format!("{name}.png"));
        process::run(process::program(&browser.chromium).args(options(side, &file)).arg(&page))?;
        ensure!(file.is_file(), "{} was not drawn", file.display());
    }
    Ok(())
}

/// A page that shows the drawing alone.
fn drawing(svg: &str, side: u32, share: f64) -> String {
    let inner = f64::from(side) * share;
    let ground = if share < 1.0 { GROUND } else { "transparent" };
    format!(
        "<!doctype html><style>* {{ margin: 0 }} body {{ display: grid; place-content: center; \
         block-size: {side}px; background: {ground} }} svg {{ display: block; inline-size: {inner}px }}</style>{svg}"
    )
}

fn options(side: u32, file: &Path) -> [String; 7] {
    [
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--hide-scrollbars".to_owned(),
        "--force-device-scale-factor=1".to_owned(),
        "--default-background-color=00000000".to_owned(),
        format!("--window-size={side},{side}"),
        format!("--screenshot={}", file.display()),
    ]
}
