//! The list of pictures, and the open one in its frame.

use measure::{Measured, Picture, Scene};
use model::keys::Key;

use super::{ablation, chain, cures, data, edit, roads, saturation, spectrum, triangle, unit, why};
use crate::html::{button, escape};
use words::laboratory::words;

/// The id of the element that holds the open picture.
pub const FRAME: &str = "laboratory-parts";

/// The id of the element that holds the list of pictures.
pub const LIST: &str = "pictures";

/// What stands around a picture: its words and its parts.
struct Frame {
    name: &'static str,
    title: &'static str,
    how: &'static str,
    /// The ids of its parts, from top to bottom.
    parts: &'static [&'static str],
}

/// The frame of a picture. CONTRIBUTING.md lists the places that one more picture touches.
fn frame(picture: Picture) -> Frame {
    let words = words();
    match picture {
        Picture::Chain => {
            Frame { name: words.chain, title: words.chain_title, how: words.chain_how, parts: &chain::PARTS }
        }
        Picture::Roads => {
            Frame { name: words.roads, title: words.roads_title, how: words.roads_how, parts: &roads::PARTS }
        }
        Picture::Spectrum => Frame {
            name: words.spectrum,
            title: words.spectrum_title,
            how: words.spectrum_how,
            parts: &spectrum::PARTS,
        },
        Picture::Saturation => Frame {
            name: words.saturation,
            title: words.saturation_title,
            how: words.saturation_how,
            parts: &saturation::PARTS,
        },
        Picture::Triangle => Frame {
            name: words.triangle,
            title: words.triangle_title,
            how: words.triangle_how,
            parts: &triangle::PARTS,
        },
        Picture::Hears => Frame { name: words.hears, title: words.hears_title, how: words.hears_how, parts: &[] },
        Picture::Cures => {
            Frame { name: words.cures, title: words.cures_title, how: words.cures_how, parts: &cures::PARTS }
        }
        Picture::Ablation => Frame {
            name: words.ablation,
            title: words.ablation_title,
            how: words.ablation_how,
            parts: &ablation::PARTS,
        },
        Picture::Unit => Frame { name: words.unit, title: words.unit_title, how: words.unit_how, parts: &unit::PARTS },
        Picture::Why => Frame { name: words.why, title: words.why_title, how: words.why_how, parts: &why::PARTS },
        Picture::Edit => Frame { name: words.edit, title: words.edit_title, how: words.edit_how, parts: &edit::PARTS },
        Picture::Data => Frame { name: words.data, title: words.data_title, how: words.data_how, parts: &data::PARTS },
    }
}

/// What stands in each part of the open picture.
fn drawn(scene: &Scene, measured: &Measured) -> Vec<String> {
    match measured {
        Measured::Nothing | Measured::BelowTheLoss(_) | Measured::Hears(_) => vec![],
        Measured::Chain(chain) => chain::draw(scene, chain),
        Measured::Roads(roads) => roads::draw(scene, roads),
        Measured::Spectrum(spectrum) => spectrum::draw(scene, spectrum),
        Measured::Saturation(saturation) => saturation::draw(scene, saturation),
        Measured::Triangle(triangle) => triangle::draw(scene, triangle),
        Measured::Cures(cures) => cures::draw(scene, cures),
        Measured::Ablation(ablation) => ablation::draw(scene, ablation),
        Measured::Unit(unit) => unit::draw(unit),
        Measured::Why(why) => why::draw(scene, why),
        Measured::Edit(edit) => edit::draw(scene, edit),
        Measured::Data => data::draw(scene),
    }
}

/// Whether the page draws a picture itself, from its numbers.
#[must_use]
pub fn is_drawn_by_the_page(measured: &Measured) -> bool {
    matches!(measured, Measured::Hears(_))
}

/// What stands in the page: the list of pictures, and the open one, drawn from its numbers.
#[must_use]
pub fn parts(scene: &Scene, measured: &Measured) -> Vec<(String, String)> {
    let Scene { state, sequence, .. } = scene;
    let open = measured.picture();
    let none = button(Key::Picture, "", words().cell, open.is_none());
    let list = Picture::ALL.map(|p| button(Key::Picture, p.key(), frame(p).name, open == Some(p)));
    let mut list = none + &list.concat();
    if scene.absent {
        list += &format!("<p class=\"note\">{}</p>", words().trained_absent);
    }
    let mut parts = vec![(LIST.to_owned(), list)];
    let Some(picture) = open else {
        let chosen = state.settings.written(Key::Picture);
        let said = if chosen.is_empty() { String::new() } else { format!("<p class=\"read\">{}</p>", unknown(chosen)) };
        parts.push((FRAME.into(), said));
        return parts;
    };
    if is_drawn_by_the_page(measured) {
        parts.push((FRAME.into(), String::new()));
        return parts;
    }
    let frame = frame(picture);
    if let Measured::BelowTheLoss(_) = measured {
        let said = format!("<h3>{}</h3><p class=\"read\">{}</p>", frame.title, words().top_layer_only);
        parts.push((FRAME.into(), said));
        return parts;
    }
    let element = |id: &&str| match id.rsplit('-').next() {
        Some("map") => format!(
            "<canvas id=\"{id}\" data-steps=\"{}\" role=\"img\" aria-label=\"{}\"></canvas>",
            sequence.steps(),
            frame.title
        ),
        Some("plane") => format!("<canvas id=\"{id}\" role=\"img\" aria-label=\"{}\"></canvas>", frame.title),
        // Its rows change; whether it is open does not.
        Some("table") => format!(
            "<details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" id=\"{id}\"></div></details>",
            words().table
        ),
        _ => format!("<div id=\"{id}\"></div>"),
    };
    let elements: String = frame.parts.iter().map(element).collect();
    parts.push((FRAME.into(), format!("<h3>{}</h3><p class=\"read\">{}</p>{elements}", frame.title, frame.how)));
    let drawn = frame.parts.iter().map(|id| (*id).to_owned()).zip(drawn(scene, measured));
    // Tables are long, and mostly folded: they are written once it is quiet.
    parts.extend(drawn.filter(|(id, _)| !(scene.quick && id.ends_with("-table"))));
    parts
}

/// A picture that there is not.
fn unknown(chosen: &str) -> String {
    let known = Picture::ALL.map(Picture::key).join(", ");
    words::fill(words().unknown, &[("found", &escape(chosen)), ("expected", &known)])
}

#[cfg(test)]
mod tests {
    use super::super::sheet;
    use super::*;
    use engine::trace::CellKind;
    use measure::measure;
    use model::command::Sheet;
    use model::lab::Run;
    use model::sequence::{By, Library, Text};
    use model::settings::{Settings, Source, State};

    fn drawn(fragment: &str) -> Vec<(String, String)> {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{fragment}: {problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let drawn = |quick| {
            let scene = Scene { quick, state: &state, sequence: &sequence, run: &run, absent: false };
            parts(&scene, &measure(&scene))
        };
        assert!(drawn(true).len() <= drawn(false).len(), "what takes long is left for later");
        drawn(false)
    }

    #[test]
    fn every_picture_draws_every_kind_of_sequence_for_every_cell() {
        let sequences = [
            "",
            "sequence=words&text=one",
            "sequence=impulse&length=5&units=1",
            "sequence=co2&length=40&read=20",
            "sequence=sunspots&gain=10",
            "sequence=weather&length=12",
            "sequence=adding&length=30",
            "sequence=copy&length=20",
            "sequence=clicks&length=20",
            "sequence=speech",
            "sequence=frames&length=12",
            "sequence=csv&numbers=1,2;3,5;5,8;7,5;9,0",
        ];
        for picture in Picture::ALL.into_iter().filter(|picture| !frame(*picture).parts.is_empty()) {
            for (sequence, cell) in sequences.iter().flat_map(|s| CellKind::ALL.map(|cell| (s, cell))) {
                let fragment = format!("{sequence}&picture={}&cell={}", picture.key(), cell.key());
                let parts = drawn(fragment.trim_start_matches('&'));
                assert_eq!(parts.len(), 2 + frame(picture).parts.len(), "{fragment}");
                for (id, inside) in &parts[1..] {
                    assert!(!inside.is_empty(), "{fragment}: nothing in {id}");
                    let is_canvas = id.ends_with("-map") || id.ends_with("-plane");
                    assert_eq!(!inside.starts_with('<'), is_canvas, "{fragment}: a map is not markup, {id}");
                    for bad in ["MNaN", "LNaN", "=\"NaN", "inf\"", "width=\"-", "height=\"-"] {
                        assert!(!inside.contains(bad), "{fragment}: {bad} in {id}");
                    }
                }
            }
        }
    }

    #[test]
    fn where_there_is_nothing_to_share_no_share_is_told() {
        let closed = ["carry", "forget", "input", "candidate", "output"].map(|road| format!("lstm.{road}")).join(",");
        for fragment in
            [format!("picture=roads&closed={closed}"), "picture=triangle&sequence=impulse&length=200&at=1".to_owned()]
        {
            for (id, inside) in drawn(&fragment) {
                let told = !id.ends_with("-table") && inside.starts_with('<');
                assert!(!told || !inside.contains("NaN"), "{fragment}: {id}: {inside}");
            }
        }
    }

    #[test]
    fn the_list_names_the_open_picture_and_an_unknown_one_is_told() {
        let parts = drawn("picture=chain");
        assert!(parts[0].1.contains("data-value=\"chain\" aria-pressed=\"true\""));
        assert!(parts[0].1.contains("data-value=\"\" aria-pressed=\"false\""));
        let told = &drawn("picture=<b>")[1].1;
        assert!(told.contains("&lt;b&gt;") && told.contains("chain, roads"), "{told}");
        assert_eq!(drawn("")[1].1, "");
    }

    #[test]
    fn what_a_person_wrote_is_no_markup() {
        let text = Text::new("<img src=x onerror=alert(1)> \"quoted\" & more", By::Words).unwrap();
        let mut settings = Settings::default().with_source(Source::Own(text));
        for picture in Picture::ALL.into_iter().filter(|picture| !frame(*picture).parts.is_empty()) {
            settings.choose(Key::Picture, picture.key());
            settings.choose(Key::Gate, "<script>");
            settings.choose(Key::Csv, "</textarea><script>,2\n<script>,4\n5,<img src=x>");
            settings.choose(Key::Closed, "\"><script>");
            let state = State::of(settings.clone());
            let sequence = settings.sequence(Library::shipped());
            let run = Run::new(&settings, &sequence);
            let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
            let mut all = parts(&scene, &measure(&scene));
            all.push(sheet(Sheet::Numbers, &scene));
            for (id, inside) in all {
                assert!(!inside.contains("<img") && !inside.contains("<script"), "{id}");
            }
        }
    }

    #[test]
    fn the_largest_run_is_drawn() {
        for picture in Picture::ALL.into_iter().filter(|p| *p != Picture::Triangle) {
            let fragment = format!("sequence=impulse&length=200&units=16&picture={}", picture.key());
            assert_eq!(drawn(&fragment).len(), 2 + frame(picture).parts.len());
        }
    }
}
