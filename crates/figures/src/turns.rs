//! Which part of a picture is made anew in a frame, and which waits for its turn.

use std::collections::VecDeque;

/// One part a frame, in the order in which they asked, so that a picture of many takes no more of a frame than one.
#[derive(Debug, Default)]
pub struct Turns {
    waiting: VecDeque<usize>,
    taken: bool,
}

impl Turns {
    /// Asks for a turn: whether it is at once. If not, it comes in a later frame, once, however often it is asked for.
    #[must_use]
    pub fn ask(&mut self, part: usize) -> bool {
        let is_free = !self.taken && self.waiting.is_empty();
        if is_free {
            self.taken = true;
        } else if !self.waiting.contains(&part) {
            self.waiting.push_back(part);
        }
        is_free
    }

    /// Begins a frame: whose turn it is.
    #[must_use]
    pub fn begin(&mut self) -> Option<usize> {
        let part = self.waiting.pop_front();
        self.taken = part.is_some();
        part
    }

    /// Whether another frame is needed: one waits, or the next who asks is to have its turn at once.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.taken || !self.waiting.is_empty()
    }

    /// Takes away a part that is gone.
    pub fn forget(&mut self, part: usize) {
        self.waiting.retain(|waiting| *waiting != part);
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;

    #[test]
    fn one_comes_at_once_and_the_others_a_frame_later_each() {
        let mut turns = Turns::default();
        assert_eq!([0, 1, 2].map(|part| turns.ask(part)), [true, false, false]);
        assert_eq!([turns.begin(), turns.begin()], [Some(1), Some(2)]);
        assert!(turns.is_any());
        assert_eq!(turns.begin(), None);
        assert!(!turns.is_any());
    }

    #[test]
    fn while_all_ask_in_every_frame_each_has_its_turn_as_often_as_the_others() {
        let (mut turns, mut had) = (Turns::default(), [0_usize; 3]);
        for _ in 0..30 {
            for (part, had) in had.iter_mut().enumerate() {
                *had += usize::from(turns.ask(part));
            }
            if let Some(part) = turns.begin() {
                had[part] += 1;
            }
        }
        assert!(had.iter().all(|n| (10..=11).contains(n)), "{had:?}");
    }

    #[test]
    fn a_part_that_is_gone_has_no_turn() {
        let mut turns = Turns::default();
        let _ = (turns.ask(0), turns.ask(1), turns.ask(2));
        turns.forget(1);
        assert_eq!(turns.begin(), Some(2));
    }
}
