//! Where the arrow keys lead in a row of which one is the tab stop.

/// A key that moves within a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the one before, and from the first to the last.
    Back,
    /// To the next one, and from the last to the first.
    On,
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl Move {
    /// The move that a key asks for, by the name that a browser gives it; `None` for any other key. In a row that is written
    /// from right to left, left leads on.
    #[must_use]
    pub fn of(key: &str, from_right: bool) -> Option<Self> {
        Some(match key {
            "ArrowLeft" if from_right => Self::On,
            "ArrowRight" if from_right => Self::Back,
            "ArrowLeft" | "ArrowUp" => Self::Back,
            "ArrowRight" | "ArrowDown" => Self::On,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }

    /// Where it leads from a place among `count`, which is not 0.
    #[must_use]
    pub fn from(self, place: usize, count: usize) -> usize {
        match self {
            Self::Back => (place + count - 1) % count,
            Self::On => (place + 1) % count,
            Self::First => 0,
            Self::Last => count - 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_round() {
        assert_eq!([0, 1, 2].map(|place| Move::On.from(place, 3)), [1, 2, 0]);
        assert_eq!([0, 1, 2].map(|place| Move::Back.from(place, 3)), [2, 0, 1]);
        assert_eq!((Move::First.from(1, 3), Move::Last.from(1, 3)), (0, 2));
        assert_eq!(Move::Back.from(0, 1), 0);
    }

    #[test]
    fn left_and_right_are_as_the_row_is_written_and_other_keys_are_left_alone() {
        assert_eq!(Move::of("ArrowLeft", false), Some(Move::Back));
        assert_eq!(Move::of("ArrowLeft", true), Some(Move::On));
        assert_eq!(Move::of("ArrowDown", true), Some(Move::On));
        for key in ["Tab", " ", "Enter", "l"] {
            assert_eq!(Move::of(key, false), None);
        }
    }
}
