//! The pictures that come as parts, each in its frame.

use measure::{Measured, Picture, Scene};

use super::{data, edit, unit, why};
use words::laboratory::words;

/// The id of the element that holds the open picture.
pub const FRAME: &str = "laboratory-parts";

/// The ids of a picture's parts, from top to bottom; none if the page draws it itself.
fn parts_of(picture: Picture) -> &'static [&'static str] {
    match picture {
        Picture::Unit => &unit::PARTS,
        Picture::Why => &why::PARTS,
        Picture::Edit => &edit::PARTS,
        Picture::Data => &data::PARTS,
        _ => &[],
    }
}

/// The title of a picture that comes as parts, and how it is read.
fn words_of(picture: Picture) -> (&'static str, &'static str) {
    let words = words();
    match picture {
        Picture::Unit => (words.unit_title, words.unit_how),
        Picture::Why => (words.why_title, words.why_how),
        Picture::Edit => (words.edit_title, words.edit_how),
        Picture::Data => (words.data_title, words.data_how),
        _ => ("", ""),
    }
}

/// What stands in each part of the open picture.
fn drawn(scene: &Scene, measured: &Measured) -> Vec<String> {
    match measured {
        Measured::Unit(unit) => unit::draw(unit),
        Measured::Why(why) => why::draw(scene, why),
        Measured::Edit(edit) => edit::draw(scene, edit),
        Measured::Data => data::draw(scene),
        _ => vec![],
    }
}

/// Whether the page draws a picture itself, from its numbers, or says why there are none.
#[must_use]
pub fn is_drawn_by_the_page(measured: &Measured) -> bool {
    match measured {
        Measured::BelowTheLoss(picture) => parts_of(*picture).is_empty(),
        measured => measured.picture().is_some_and(|picture| parts_of(picture).is_empty()),
    }
}

/// What stands in the page of the open picture, drawn from its numbers.
#[must_use]
pub fn parts(scene: &Scene, measured: &Measured) -> Vec<(String, String)> {
    let mut parts = vec![];
    let Some(picture) = measured.picture().filter(|picture| !parts_of(*picture).is_empty()) else {
        return vec![(FRAME.into(), String::new())];
    };
    let (title, how) = words_of(picture);
    if let Measured::BelowTheLoss(_) = measured {
        return vec![(FRAME.into(), format!("<h3>{title}</h3><p class=\"read\">{}</p>", words().top_layer_only))];
    }
    let element = |id: &&str| match id.rsplit('-').next() {
        Some("map") => format!(
            "<canvas id=\"{id}\" data-steps=\"{}\" role=\"img\" aria-label=\"{}\"></canvas>",
            scene.sequence.steps(),
            title
        ),
        Some("plane") => format!("<canvas id=\"{id}\" role=\"img\" aria-label=\"{title}\"></canvas>"),
        // Its rows change; whether it is open does not.
        Some("table") => format!(
            "<details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" id=\"{id}\"></div></details>",
            words().table
        ),
        _ => format!("<div id=\"{id}\"></div>"),
    };
    let elements: String = parts_of(picture).iter().map(element).collect();
    parts.push((FRAME.into(), format!("<h3>{title}</h3><p class=\"read\">{how}</p>{elements}")));
    let drawn = parts_of(picture).iter().map(|id| (*id).to_owned()).zip(drawn(scene, measured));
    // Tables are long, and mostly folded: they are written once it is quiet.
    parts.extend(drawn.filter(|(id, _)| !(scene.quick && id.ends_with("-table"))));
    parts
}

#[cfg(test)]
mod tests {
    use super::super::sheet;
    use super::*;
    use engine::trace::CellKind;
    use measure::measure;
    use model::command::Sheet;
    use model::keys::Key;
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
        for picture in Picture::ALL.into_iter().filter(|picture| !parts_of(*picture).is_empty()) {
            for (sequence, cell) in sequences.iter().flat_map(|s| CellKind::ALL.map(|cell| (s, cell))) {
                let fragment = format!("{sequence}&picture={}&cell={}", picture.key(), cell.key());
                let parts = drawn(fragment.trim_start_matches('&'));
                assert_eq!(parts.len(), 1 + parts_of(picture).len(), "{fragment}");
                for (id, inside) in &parts {
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
    fn what_a_person_wrote_is_no_markup() {
        let text = Text::new("<img src=x onerror=alert(1)> \"quoted\" & more", By::Words).unwrap();
        let mut settings = Settings::default().with_source(Source::Own(text));
        for picture in Picture::ALL.into_iter().filter(|picture| !parts_of(*picture).is_empty()) {
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
}
