//! Where a popover is put beside the word that it explains.

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Between a word and its popover, and between a popover and the window's edge, in CSS pixels.
const GAP: f64 = 8.0;

/// The left and upper edge of a box of a size: below the word where it fits or where there is more room than above, and within
/// a window of a size.
#[must_use]
pub fn place(word: Rect, size: (f64, f64), window: (f64, f64)) -> (f64, f64) {
    let (width, height) = size;
    let left = kept(word.left, width, window.0);
    let below = word.top + word.height + GAP;
    let above = word.top - GAP - height;
    let fits_below = below + height + GAP <= window.1;
    let more_above = word.top > window.1 - (word.top + word.height);
    let top = if fits_below || !more_above { below } else { above };
    (left, top.min(window.1 - height - GAP).max(GAP))
}

/// A left edge so that a width fits into a window.
#[must_use]
pub fn kept(left: f64, width: f64, window: f64) -> f64 {
    left.min(window - width - GAP).max(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: (f64, f64) = (400.0, 800.0);

    fn word(left: f64, top: f64) -> Rect {
        Rect { left, top, width: 40.0, height: 20.0 }
    }

    #[test]
    fn it_stands_below_its_word_where_it_fits() {
        assert_eq!(place(word(50.0, 100.0), (200.0, 100.0), WINDOW), (50.0, 128.0));
    }

    #[test]
    fn it_stands_above_where_there_is_more_room() {
        assert_eq!(place(word(50.0, 700.0), (200.0, 100.0), WINDOW), (50.0, 592.0));
    }

    #[test]
    fn it_never_leaves_the_window() {
        assert_eq!(place(word(350.0, 100.0), (200.0, 100.0), WINDOW).0, 192.0);
        assert_eq!(place(word(-30.0, 100.0), (200.0, 100.0), WINDOW).0, 8.0);
        assert_eq!(place(word(0.0, 400.0), (300.0, 900.0), WINDOW).1, 8.0, "its beginning is seen");
    }
}
