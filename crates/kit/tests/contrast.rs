//! The tokens of `static/tokens.css` can be told apart, by the rules of WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for what
//! carries meaning (1.4.11).

#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../static/tokens.css");

/// What text stands on.
const GROUNDS: [&str; 4] = ["--paper", "--card", "--tint", "--plate"];

/// Red, green and blue from 0 to 255.
type Colour = [f64; 3];

/// The colours of a block of a style sheet by name, in the light theme and in the dark one: those without an alpha.
fn colours(block: &str) -> BTreeMap<&str, [Colour; 2]> {
    let code = block.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after));
    code.flat_map(|part| part.split(';'))
        .filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            let name = &name[name.find("--")?..];
            let (light, dark) = value.trim().strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(", ")?;
            Some((name, [colour(light)?, colour(dark)?]))
        })
        .collect()
}

fn colour(hex: &str) -> Option<Colour> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

/// WCAG's relative luminance, 0 to 1.
fn luminance(colour: Colour) -> f64 {
    let linear =
        colour.map(|part| part / 255.0).map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// WCAG's contrast ratio, 1 to 21.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs of two lists that are less apart than `least`, in words.
fn too_close(block: &str, fronts: &[&str], grounds: &[&str], least: f64) -> Vec<String> {
    let all = colours(block);
    let mut found = Vec::new();
    for front in fronts {
        for ground in grounds {
            for (theme, name) in ["light", "dark"].iter().enumerate() {
                let ratio = contrast(all[front][theme], all[ground][theme]);
                if ratio < least {
                    found.push(format!("{front} on {ground}, {name}: {ratio:.2}, expected {least}"));
                }
            }
        }
    }
    found
}

/// The part of the sheet in which `start` opens a block of tokens.
fn block(start: &str) -> &'static str {
    let rest = TOKENS.split_once(start).expect("the sheet has it").1;
    rest.split_once('}').expect("it ends").0
}

#[test]
fn the_ratio_is_that_of_wcag() {
    // The examples that WCAG's own tools are told by: #767676 on white is the darkest grey that passes at 4.5.
    let white = [255.0; 3];
    assert!((contrast([0.0; 3], white) - 21.0).abs() < 1e-9);
    assert!((contrast([118.0; 3], white) - 4.54).abs() < 0.005);
    assert!((contrast([119.0; 3], white) - 4.48).abs() < 0.005);
}

#[test]
fn text_is_read_on_every_ground() {
    let texts = ["--ink", "--ink-2", "--ink-3", "--lstm", "--backward", "--alarm"];
    assert_eq!(too_close(block(":root {"), &texts, &GROUNDS, 4.5), [""; 0]);
    // The names of these stand on paper and on cards alone.
    assert_eq!(too_close(block(":root {"), &["--rnn", "--gru"], &["--paper", "--card"], 4.5), [""; 0]);
    // On what is filled.
    assert_eq!(too_close(block(":root {"), &["--paper", "--card"], &["--ink", "--ink-hover", "--ink-2"], 4.5), [""; 0]);
}

#[test]
fn a_field_and_a_track_are_seen_on_every_ground() {
    assert_eq!(too_close(block(":root {"), &["--edge"], &GROUNDS, 3.0), [""; 0]);
    // A mark on the part of a track that is filled.
    assert_eq!(too_close(block(":root {"), &["--edge"], &["--ink"], 3.0), [""; 0]);
}

#[test]
fn who_asks_for_more_contrast_gets_seven_to_one() {
    let more = block("(prefers-contrast: more) {\n  :root {");
    assert_eq!(too_close(more, &["--ink", "--ink-2", "--ink-3", "--edge"], &["--paper", "--card"], 7.0), [""; 0]);
    assert_eq!(too_close(more, &["--line"], &["--paper", "--card"], 4.5), [""; 0]);
}
