//! A QR code of a text, as the path of its dark squares and as an SVG document: black on white in both themes, since readers of
//! codes expect dark on light.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write as _;

/// The white around a code, in squares: as wide as ISO/IEC 18004 asks for.
const QUIET: i32 = 4;

/// The largest code. It has 117 squares a side: projected a metre wide, a phone eight metres away still has three pixels for each.
/// (The standard's largest has 177.)
const LARGEST: u8 = 25;

/// The most bytes that the largest code holds, with the least correction of errors.
pub const MOST_CODED: usize = 1273;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many squares it has a side, with the white around it.
    pub side: u32,
    /// Its dark squares, as the path of an SVG, in units of a square.
    pub path: String,
}

impl Code {
    /// The code of a text; none if that is longer than [`MOST_CODED`] bytes. Errors are corrected as far as the size that the text
    /// takes has room for.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let all = [QrSegment::make_bytes(text.as_bytes())];
        let code =
            QrCode::encode_segments_advanced(&all, QrCodeEcc::Low, Version::MIN, Version::new(LARGEST), None, true)
                .ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let from = x;
                while x < size && code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{} {}h{}v1H{}z", from + QUIET, y + QUIET, x - from, from + QUIET);
                }
                x += 1;
            }
        }
        Some(Self { side: (size + 2 * QUIET) as u32, path })
    }

    /// It as an SVG document.
    #[must_use]
    pub fn svg(&self) -> String {
        let Self { side, path } = self;
        let pixels = side * 8;
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{pixels}" height="{pixels}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##
        )
    }
}
