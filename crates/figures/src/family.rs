//! A face by the names that browsers and plotters know it by: families of fonts, with a style. Drawings write texts by them, and
//! measure by the face.

use plotters_backend::FontStyle;

use crate::text::Face;

/// The families of a face, the first that a browser has. The page's style sheet lists the same.
#[must_use]
pub fn families(face: Face) -> &'static str {
    match face {
        Face::Sans | Face::SansBold => {
            "\"Unrolled Sans\", \"Unrolled Signs\", \"Unrolled Sans as Arial\", \
             \"Unrolled Sans as Roboto\", \"Unrolled Sans as DejaVu\", sans-serif"
        }
        Face::Serif | Face::SerifBold | Face::SerifItalic => {
            "\"Unrolled Serif\", \"Unrolled Signs\", \"Unrolled Serif as Georgia\", \
             \"Unrolled Serif as Times\", \"Unrolled Serif as Noto\", \"Unrolled Serif as DejaVu\", \
             serif"
        }
        Face::Math | Face::MathItalic => {
            "\"Unrolled Math\", \"Unrolled Signs\", \"Unrolled Math as DejaVu\", \"STIX Two Math\", \"Cambria Math\", math, serif"
        }
    }
}

/// The face that a family and a style name: that of figures where they name none.
pub(crate) fn face(family: &str, style: FontStyle) -> Face {
    match (family, style) {
        (family, FontStyle::Italic | FontStyle::Oblique) if family.contains("Math") => Face::MathItalic,
        (family, _) if family.contains("Math") => Face::Math,
        (family, style) if family.contains("Serif") || family == "serif" => match style {
            FontStyle::Normal => Face::Serif,
            FontStyle::Bold => Face::SerifBold,
            FontStyle::Italic | FontStyle::Oblique => Face::SerifItalic,
        },
        (_, FontStyle::Bold) => Face::SansBold,
        _ => Face::Sans,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_families_are_those_of_the_style_sheet() {
        let style = include_str!("../../../static/style.css");
        for (name, face) in [("--sans: ", Face::Sans), ("--serif: ", Face::Serif), ("--math: ", Face::Math)] {
            let (_, value) = style.rsplit_once(name).expect("the style sheet has the face");
            assert_eq!(value.split(';').next(), Some(families(face)));
        }
    }
}
