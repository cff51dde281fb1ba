//! The list of pictures, and the open one in its frame.

use model::keys::Key;
use model::settings::Settings;

use super::view::{LATER, View};
use super::{ablation, chain, cures, data, edit, hears, roads, saturation, spectrum, triangle, unit, why};
use crate::html::{button, escape};
use words::laboratory::words;

/// The id of the element that holds the open picture.
pub const FRAME: &str = "laboratory";

/// The id of the element that holds the list of pictures.
pub const LIST: &str = "pictures";

/// A picture: its key in the address, its words, and how it is drawn.
struct Picture {
    key: &'static str,
    name: &'static str,
    title: &'static str,
    how: &'static str,
    /// The ids of its parts, from top to bottom.
    parts: &'static [&'static str],
    /// What stands in each.
    draw: fn(&View) -> Vec<String>,
}

/// Every picture, in the order of the list. CONTRIBUTING.md lists the places that one more picture touches.
fn pictures() -> [Picture; 12] {
    let words = words();
    [
        Picture {
            key: "chain",
            name: words.chain,
            title: words.chain_title,
            how: words.chain_how,
            parts: &chain::PARTS,
            draw: chain::draw,
        },
        Picture {
            key: "roads",
            name: words.roads,
            title: words.roads_title,
            how: words.roads_how,
            parts: &roads::PARTS,
            draw: roads::draw,
        },
        Picture {
            key: "spectrum",
            name: words.spectrum,
            title: words.spectrum_title,
            how: words.spectrum_how,
            parts: &spectrum::PARTS,
            draw: spectrum::draw,
        },
        Picture {
            key: "saturation",
            name: words.saturation,
            title: words.saturation_title,
            how: words.saturation_how,
            parts: &saturation::PARTS,
            draw: saturation::draw,
        },
        Picture {
            key: "triangle",
            name: words.triangle,
            title: words.triangle_title,
            how: words.triangle_how,
            parts: &triangle::PARTS,
            draw: triangle::draw,
        },
        Picture {
            key: "hears",
            name: words.hears,
            title: words.hears_title,
            how: words.hears_how,
            parts: &hears::PARTS,
            draw: hears::draw,
        },
        Picture {
            key: "cures",
            name: words.cures,
            title: words.cures_title,
            how: words.cures_how,
            parts: &cures::PARTS,
            draw: cures::draw,
        },
        Picture {
            key: "ablation",
            name: words.ablation,
            title: words.ablation_title,
            how: words.ablation_how,
            parts: &ablation::PARTS,
            draw: ablation::draw,
        },
        Picture {
            key: "unit",
            name: words.unit,
            title: words.unit_title,
            how: words.unit_how,
            parts: &unit::PARTS,
            draw: unit::draw,
        },
        Picture {
            key: "why",
            name: words.why,
            title: words.why_title,
            how: words.why_how,
            parts: &why::PARTS,
            draw: why::draw,
        },
        Picture {
            key: "edit",
            name: words.edit,
            title: words.edit_title,
            how: words.edit_how,
            parts: &edit::PARTS,
            draw: edit::draw,
        },
        Picture {
            key: "data",
            name: words.data,
            title: words.data_title,
            how: words.data_how,
            parts: &data::PARTS,
            draw: data::draw,
        },
    ]
}

/// Pictures of what the loss hears directly.
const OF_THE_LOSS: [&str; 4] = ["roads", "triangle", "hears", "ablation"];

/// Whether a picture shows what the loss hears directly; from a decoder it hears the last cell state, too, which "why" does not
/// follow.
fn is_of_the_loss(key: &str, settings: &Settings) -> bool {
    if key == "why" && learn::trained::has_decoder(settings) {
        return true;
    }
    OF_THE_LOSS.contains(&key)
}

/// What stands in the page: the list of pictures, and the open one.
#[must_use]
pub fn parts(view: &View) -> Vec<(String, String)> {
    let View { state, sequence, .. } = view;
    let chosen = state.settings.written(Key::Picture);
    let pictures = pictures();
    let open = pictures.iter().find(|picture| picture.key == chosen);
    let none = button(Key::Picture, "", words().cell, open.is_none());
    let list = pictures.iter().map(|p| button(Key::Picture, p.key, p.name, p.key == chosen));
    let mut list = none + &list.collect::<String>();
    if view.absent {
        list += &format!("<p class=\"note\">{}</p>", words().trained_absent);
    }
    let mut parts = vec![(LIST.to_owned(), list)];
    let (layer, layers) = state.settings.layer();
    match open {
        Some(picture) if layer < layers && is_of_the_loss(picture.key, &state.settings) => {
            let said = format!("<h3>{}</h3><p class=\"read\">{}</p>", picture.title, words().top_layer_only);
            parts.push((FRAME.into(), said));
        }
        Some(picture) => {
            let frame = |id: &&str| match id.rsplit('-').next() {
                Some("map") => format!(
                    "<canvas id=\"{id}\" data-steps=\"{}\" role=\"img\" aria-label=\"{}\"></canvas>",
                    sequence.steps(),
                    picture.title
                ),
                Some("plane") => format!("<canvas id=\"{id}\" role=\"img\" aria-label=\"{}\"></canvas>", picture.title),
                // Its rows change; whether it is open does not.
                Some("table") => format!(
                    "<details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" id=\"{id}\"></div></details>",
                    words().table
                ),
                _ => format!("<div id=\"{id}\"></div>"),
            };
            let frames: String = picture.parts.iter().map(frame).collect();
            parts.push((
                FRAME.into(),
                format!("<h3>{}</h3><p class=\"read\">{}</p>{frames}", picture.title, picture.how),
            ));
            let drawn = picture.parts.iter().map(|id| (*id).to_owned()).zip((picture.draw)(view));
            // Tables are long, and mostly folded: they are written once it is quiet.
            parts.extend(drawn.filter(|(id, inside)| !(view.quick && (id.ends_with("-table") || inside == LATER))));
        }
        None if chosen.is_empty() => parts.push((FRAME.into(), String::new())),
        None => parts.push((FRAME.into(), format!("<p class=\"read\">{}</p>", unknown(chosen)))),
    }
    parts
}

/// A picture that there is not.
fn unknown(chosen: &str) -> String {
    let known = pictures().map(|p| p.key).join(", ");
    words::fill(words().unknown, &[("found", &escape(chosen)), ("expected", &known)])
}

#[cfg(test)]
mod tests {
    use super::super::sheet;
    use super::*;
    use engine::trace::CellKind;
    use model::command::Sheet;
    use model::lab::Run;
    use model::sequence::{By, Library, Text};
    use model::settings::{Source, State};

    fn drawn(fragment: &str) -> Vec<(String, String)> {
        let (state, problems) = State::from_fragment(fragment);
        assert!(problems.is_empty(), "{fragment}: {problems:?}");
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        let view = |quick| View { quick, state: &state, sequence: &sequence, run: &run, absent: false };
        let quick = parts(&view(true));
        assert!(quick.len() <= parts(&view(false)).len(), "what takes long is left for later");
        parts(&view(false))
    }

    #[test]
    fn every_picture_of_the_table_of_keys_is_one() {
        assert_eq!(pictures().map(|picture| picture.key), model::keys::PICTURES);
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
        for picture in pictures() {
            for (sequence, cell) in sequences.iter().flat_map(|s| CellKind::ALL.map(|cell| (s, cell))) {
                let fragment = format!("{sequence}&picture={}&cell={}", picture.key, cell.key());
                let parts = drawn(fragment.trim_start_matches('&'));
                assert_eq!(parts.len(), 2 + picture.parts.len(), "{fragment}");
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
        for picture in pictures() {
            settings.choose(Key::Picture, picture.key);
            settings.choose(Key::Gate, "<script>");
            settings.choose(Key::Csv, "</textarea><script>,2\n<script>,4\n5,<img src=x>");
            settings.choose(Key::Closed, "\"><script>");
            let state = State::of(settings.clone());
            let sequence = settings.sequence(Library::shipped());
            let run = Run::new(&settings, &sequence);
            let view = View { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
            let mut all = parts(&view);
            all.push(sheet(Sheet::Numbers, &view));
            for (id, inside) in all {
                assert!(!inside.contains("<img") && !inside.contains("<script"), "{id}");
            }
        }
    }

    #[test]
    fn the_largest_run_is_drawn() {
        for picture in pictures().iter().filter(|p| p.key != "triangle") {
            let fragment = format!("sequence=impulse&length=200&units=16&picture={}", picture.key);
            assert_eq!(drawn(&fragment).len(), 2 + picture.parts.len());
        }
    }
}
