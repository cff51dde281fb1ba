//! What the crate `opening` prints: the texts of each language, which the page and its workers fetch; and Start as it stands in
//! `index.html`, before the page's own code has come: the elements that `src/view/start` makes, with the numbers that are printed.
//! Links lead on; what needs the page's code is in its place and does nothing yet.
//! `tests/page/opening.rs` compares what is written here with what the page makes.

use crate::process;
use crate::tools::Toolbox;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;

/// What stands in `index.html` in its place, as it is written and as Trunk shortens it.
const PLACES: [&str; 2] = [r#"<div id="opening"></div>"#, "<div id=opening></div>"];

/// The files of a language: the texts of what shows first, all others, and the pages of prose.
pub const KINDS: [&str; 3] = ["first", "texts", "pages"];

/// Has the crate `opening` print what it knows.
///
/// # Errors
/// When it fails.
pub fn printed(tools: &Toolbox) -> Result<Value> {
    let mut command = tools.program("cargo");
    command.args(["run", "--quiet", "--package", "opening"]).stderr(Stdio::inherit());
    let line = process::announce(&command);
    let printed = command.output().with_context(|| format!("`{line}` could not be started"))?;
    ensure!(printed.status.success(), "`{line}` failed ({})", printed.status);
    serde_json::from_slice(&printed.stdout).context("`opening` printed no JSON")
}

/// Writes the texts of each language into a folder, the page's and those of the lessons, and gives the files' names.
///
/// # Errors
/// When one can't be written.
pub fn write_texts(printed: &Value, folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for kind in KINDS {
        for (language, text) in printed[kind].as_object().context("`opening` printed no texts")? {
            let name = format!("{kind}.{language}.txt");
            let text = text.as_str().context("`opening` printed a text that is none")?;
            std::fs::write(folder.join(&name), text).with_context(|| format!("{name} could not be written"))?;
            names.push(name);
        }
    }
    Ok(names)
}

/// Puts Start into `index.html` of a folder.
///
/// # Errors
/// When the page has no place for it.
pub fn write(printed: &Value, folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let html = std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
    let found: usize = PLACES.iter().map(|place| html.matches(place).count()).sum();
    ensure!(found == 1, "found {} {found} times in {}, expected once", PLACES[0], file.display());
    let start = page(&printed["opening"]);
    std::fs::write(&file, PLACES.iter().fold(html, |html, place| html.replace(place, &start)))
        .with_context(|| format!("{} could not be written", file.display()))
}

/// A text of the opening, for HTML.
fn text(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// All of a list, one after the other.
fn each(list: &Value, write: impl Fn(&Value) -> String) -> String {
    list.as_array().into_iter().flatten().map(write).collect()
}

/// The outlines of icons of the crate `kit`.
const PRESENT: &str = "M2.4 6V2.4H6M10 2.4h3.6V6M13.6 10v3.6H10M6 13.6H2.4V10";
const SHARE: &str = "M6.4 3.2H2.8v10h10V9.6M9.4 2.6h4v4M13.2 2.8 7.4 8.6";
const THEME: &str = "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 2.2v11.6M10.2 2.8v10.4M12.2 4.4v7.2";
const PLAY: &str = "M4.5 2.8v10.4L13 8z";
const DOWN: &str = "M3.6 6 8 10.4 12.4 6";

fn glyph(outline: &str, solid: bool) -> String {
    let class = if solid { "kit-glyph kit-solid" } else { "kit-glyph" };
    format!(r#"<svg class="{class}" viewBox="0 0 16 16" aria-hidden="true"><path d="{outline}"></path></svg>"#)
}

fn page(opening: &Value) -> String {
    let header = header(opening);
    let question = text(&opening["question"]);
    let asks = each(&opening["asks"], |piece| {
        let word = text(&piece["text"]);
        if piece["stressed"] == true { format!("<em>{word}</em>") } else { word }
    });
    let link = text(&opening["link"]);
    let words = each(&opening["words"], |word| {
        let class = if word["flag"] == true { r#" class="start-flag""# } else { "" };
        format!("<li{class}>{}</li>", text(&word["word"]))
    });
    let lanes = each(&opening["lanes"], |own| lane(own, opening));
    let sentence = text(&opening["sentence"]);
    let [verdict, draws] = [0, 1].map(|part| text(&opening["verdict"][part]));
    let key = each(&opening["key"], |sample| {
        let [outline, opacity, share] = [0, 1, 2].map(|part| text(&sample[part]));
        format!(
            r#"<svg viewBox="0.5 0 1 24" preserveAspectRatio="none"><path d="{outline}" fill-opacity="{opacity}"></path></svg><span>{share}</span>"#
        )
    });
    let [arrives, starts] = [0, 1].map(|part| text(&opening["scale"][part]));
    let back = text(&opening["back"]);
    let controls = controls(opening);
    let doors = each(&opening["doors"], |door| {
        let [title, what, to] = [0, 1, 2].map(|part| text(&door[part]));
        format!(r#"<article class="kit-card kit-door"><h3><a href="{to}">{title}</a></h3>{what}</article>"#)
    });
    let [hurry, course] = [0, 1].map(|part| text(&opening["hurry"][part]));
    format!(
        r#"{header}<main><section class="start"><div class="start-inside"><h2>{question}</h2><p class="start-sentence">{sentence}</p><p class="start-asks">{asks}</p><div class="start-figure"><div class="start-words"><svg class="start-arc" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><path d="{link}"></path></svg><ol>{words}</ol></div>{lanes}<p class="start-scale" aria-hidden="true"><span>{arrives}</span><span class="start-key"><span>{back}</span>{key}</span><span>{starts}</span></p><p class="start-verdict"><b>{verdict}</b> <span>{draws}</span></p>{controls}</div><div class="start-doors">{doors}</div><p class="start-hurry"><a href="{course}">{hurry}</a></p></div></section></main>"#
    )
}

fn header(opening: &Value) -> String {
    let title = text(&opening["title"]);
    let mut views = opening["views"].as_array().into_iter().flatten();
    let link = |view: &Value, here: &str| {
        let [name, to] = [0, 1].map(|part| text(&view[part]));
        format!(r#"<span class="kit-anchor"><a class="kit-button" href="{to}"{here}><span>{name}</span></a></span>"#)
    };
    let first = views.next().map(|view| link(view, r#" aria-current="page""#)).unwrap_or_default();
    let others: String = views.map(|view| link(view, "")).collect();
    let sizes = each(&opening["views"], |view| format!(r#"<span data-text="{}"></span>"#, text(&view[0])));
    let chosen = text(&opening["views"][0][0]);
    let down = glyph(DOWN, false);
    let icon = |(outline, name): (&str, &Value)| {
        let (glyph, name) = (glyph(outline, false), text(name));
        format!(
            r#"<span class="kit-anchor"><span class="kit-button kit-icon">{glyph}<span class="kit-hidden">{name}</span></span></span>"#
        )
    };
    let names = opening["actions"].as_array().into_iter().flatten();
    let icons: String = [PRESENT, SHARE, THEME].into_iter().zip(names).map(icon).collect();
    format!(
        r#"<header><h1>{title}</h1><nav class="views">{first}{others}</nav><div class="views-list" inert><div class="kit-field"><span class="kit-box kit-select"><span class="kit-sizes" aria-hidden="true">{sizes}</span><select><option>{chosen}</option></select>{down}</span></div></div><div class="actions" inert>{icons}</div></header>"#
    )
}

fn lane(own: &Value, opening: &Value) -> String {
    let [key, name, about, number, one_in, told] =
        ["key", "name", "about", "number", "one_in", "told"].map(|part| text(&own[part]));
    let inside = match &own["inside"]["curve"] {
        Value::String(_) => format!(r#"<path d="{}"></path>"#, text(&own["inside"]["curve"])),
        _ => {
            let [road, gates] = ["road", "gates"].map(|part| text(&own["inside"][part]));
            format!(r#"<path class="start-carry" d="{road}"></path><path class="start-gates" d="{gates}"></path>"#)
        }
    };
    let cell = format!(
        r#"<li class="start-read"><b></b><i></i><svg viewBox="0 0 32 32"><rect x="1" y="1" width="30" height="30" rx="7"></rect>{inside}</svg></li>"#
    );
    let steps = opening["steps"].as_u64().unwrap_or_default();
    let cells = cell.repeat(steps as usize);
    let ribbon = each(&own["stretches"], |stretch| {
        let [outline, opacity] = [0, 1].map(|part| text(&stretch[part]));
        format!(r#"<path class="start-back" d="{outline}" fill-opacity="{opacity}"></path>"#)
    });
    let whole = text(&opening["whole"]);
    format!(
        r#"<section class="start-lane" data-cell="{key}" aria-label="{name}"><div class="start-who"><h3>{name}</h3><p class="start-about">{about}</p><p class="start-number">{number}</p><p class="start-one-in">{one_in}</p></div><div class="start-axis" role="img" aria-label="{told}"><ol aria-hidden="true">{cells}</ol><svg class="start-ribbon" viewBox="0 0 {steps} 24" preserveAspectRatio="none" aria-hidden="true">{ribbon}</svg></div><p class="start-whole" aria-hidden="true">{whole}</p></section>"#
    )
}

fn controls(opening: &Value) -> String {
    let send = text(&opening["send"]);
    let [own, example] = [0, 1].map(|part| text(&opening["own"][part]));
    let play = glyph(PLAY, true);
    let way = |place: usize| {
        let (name, checked) = (text(&opening["ways"][place]), if place == 1 { " checked" } else { "" });
        format!(
            r#"<label class="kit-segment"><input type="radio" name="ways"{checked}><span data-text="{name}">{name}</span></label>"#
        )
    };
    let ways: String = [0, 1].map(way).concat();
    format!(
        r#"<div class="start-controls" inert><span class="kit-anchor"><span class="kit-button kit-primary" id="start-play">{play}<span>{send}</span></span></span><div class="kit-field"><div class="kit-segments">{ways}</div></div><div class="kit-field"><span class="kit-label">{own}</span><span class="kit-box kit-text"><input type="text" placeholder="{example}"></span></div></div>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_a_sign_in_html_stays_a_letter() {
        assert_eq!(text(&json!("<b> & \"a\"")), "&lt;b&gt; &amp; &quot;a&quot;");
        let opening = json!({ "question": "1 < 2?", "asks": [{ "text": "a", "stressed": true }] });
        let page = page(&opening);
        assert!(page.contains("<h2>1 &lt; 2?</h2>") && page.contains("<em>a</em>"), "{page}");
    }
}
