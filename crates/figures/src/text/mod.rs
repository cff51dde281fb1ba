//! How wide a text is in the page's own fonts, for figures that place texts without asking a browser.
//!
//! Widths are sums of advances, with figures of one width as everywhere on the page and without kerning, which the fonts have for
//! letters alone. Numbers come out as in a browser. Of the words that were compared, ours are wider by up to 1.3 % in the
//! sans and 2.6 % in the serif ("Forget gate", "difficult"), AVATAR by 8 %, and shorter by 0.3 % at most ("tanh").

mod cut;
// The script sets its rows.
#[rustfmt::skip]
mod widths;

use cut::Cut;

/// A face as the page ships it, in one cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// `--sans`, of controls and numbers.
    Sans,
    /// `--sans` at weight 600.
    SansBold,
    /// `--serif`, of headings and prose.
    Serif,
    /// `--serif` at weight 600.
    SerifBold,
    /// `--serif`, in italics.
    SerifItalic,
    /// `--math`, of formulas.
    Math,
    /// `--math` with `font-feature-settings: "ital"`: letters are slanted, figures and signs are not.
    MathItalic,
}

impl Face {
    fn cut(self) -> &'static Cut {
        match self {
            Self::Sans => &widths::SANS,
            Self::SansBold => &widths::SANS_BOLD,
            Self::Serif => &widths::SERIF,
            Self::SerifBold => &widths::SERIF_BOLD,
            Self::SerifItalic => &widths::SERIF_ITALIC,
            Self::Math | Self::MathItalic => &widths::MATH,
        }
    }

    /// The advance of a character in em. What a text face lacks it takes from the mathematics, then from the sans, as `--sans`
    /// and `--serif` do. What none of them has, such as a pictograph of somebody's own text, counts as a square.
    fn advance(self, character: char) -> f64 {
        if is_invisible(character) {
            return 0.0;
        }
        let character = if self == Self::MathItalic { slanted(character) } else { character };
        let cuts = [self.cut(), &widths::MATH, &widths::SANS];
        cuts.iter().find_map(|cut| cut.advance(character)).unwrap_or(1.0)
    }

    /// How far the face reaches above its baseline, in pixels, at a size in pixels.
    #[must_use]
    pub fn ascent(self, size: f64) -> f64 {
        size * self.cut().ascent / self.cut().units
    }

    /// How far the face reaches below its baseline, in pixels, at a size in pixels.
    #[must_use]
    pub fn descent(self, size: f64) -> f64 {
        size * self.cut().descent / self.cut().units
    }
}

/// How wide a text of one line is, in pixels, at a size in pixels.
#[must_use]
pub fn width(face: Face, size: f64, text: &str) -> f64 {
    size * text.chars().map(|character| face.advance(character)).sum::<f64>()
}

/// Whether a character only directs its neighbours: joiners, isolates, invisible operators, variants.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The slanted letter of mathematics that the feature "ital" puts in a letter's place.
fn slanted(letter: char) -> char {
    // Unicode kept Planck's h where it was, and the Greek letters begin with alpha.
    let (first, block) = match letter {
        'h' => return '\u{210e}',
        '∂' => return '\u{1d715}',
        'A'..='Z' => ('A', 0x1d434),
        'a'..='z' => ('a', 0x1d44e),
        'Α'..='Ω' => ('Α', 0x1d6e2),
        'α'..='ω' => ('α', 0x1d6fc),
        _ => return letter,
    };
    char::from_u32(block + u32::from(letter) - u32::from(first)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chromium's widths of the page's stacks of fonts, at 1000 px with `font-variant-numeric: tabular-nums; font-kerning: none;
    /// font-variant-ligatures: none`.
    #[test]
    fn texts_are_as_wide_as_in_a_browser() {
        let measured = [
            (Face::Sans, "0.017 %", 4112.80),
            (Face::Sans, "−1.25 × 10⁻⁶", 6217.78),
            (Face::Sans, "vanishing gradient", 8697.27),
            (Face::Sans, "σ", 624.03),
            (Face::SansBold, "1 in 5 900", 4913.58),
            (Face::SansBold, "Forget gate", 5576.17),
            (Face::Serif, "The quick brown fox: 12, 34.", 12845.98),
            (Face::Serif, "Hidden state", 5795.00),
            (Face::SerifBold, "vanishing gradient", 8732.00),
            (Face::SansBold, "‖W‖ ⊙", 3004.58),
            (Face::Serif, "σ ₜ", 1024.13),
            (Face::SerifBold, "‖W‖", 1841.00),
            (Face::SerifItalic, "Forget gate", 4732.00),
            (Face::Math, "∂L/∂h", 2504.00),
            (Face::Math, "tanh", 1948.00),
            (Face::MathItalic, "∂L/∂h", 2514.00),
            (Face::MathItalic, "σ", 570.00),
        ];
        for (face, text, browser) in measured {
            let ours = width(face, 1000.0, text);
            // A browser does not round the widths between two weights to whole units.
            let rounding = 0.5 * f64::from(u16::try_from(text.chars().count()).unwrap());
            assert!((ours - browser).abs() <= rounding, "{face:?} {text}: {ours}, in a browser {browser}");
        }
    }

    #[test]
    fn a_text_is_wider_in_proportion_to_its_size() {
        assert!((width(Face::Sans, 26.0, "gate") - 2.0 * width(Face::Sans, 13.0, "gate")).abs() < 1e-9);
        assert!(width(Face::Math, 13.0, "").abs() < 1e-9);
    }

    #[test]
    fn figures_have_one_width() {
        for face in [Face::Sans, Face::SansBold, Face::Serif, Face::SerifBold, Face::SerifItalic, Face::Math] {
            for digit in '0'..='9' {
                assert!((face.advance(digit) - face.advance('0')).abs() < 1e-9, "{face:?} {digit}");
            }
        }
    }

    #[test]
    fn what_no_face_has_is_a_square_and_what_directs_is_nothing() {
        assert!((width(Face::Serif, 10.0, "\u{1f467}") - 10.0).abs() < 1e-9);
        assert!((width(Face::Sans, 10.0, "\u{2068}gate\u{2069}") - width(Face::Sans, 10.0, "gate")).abs() < 1e-9);
    }

    /// The heights stand in the `hhea` tables: 1984 and 494 of 2048, 1036 and 335 of 1000, 762 and 238 of 1000.
    #[test]
    fn heights_are_those_of_the_fonts() {
        let heights = [(Face::SansBold, 0.96875, 0.24121), (Face::Serif, 1.036, 0.335), (Face::Math, 0.762, 0.238)];
        for (face, ascent, descent) in heights {
            assert!((face.ascent(1.0) - ascent).abs() < 1e-4, "{face:?} {}", face.ascent(1.0));
            assert!((face.descent(1.0) - descent).abs() < 1e-4, "{face:?} {}", face.descent(1.0));
        }
    }
}
