//! Whether a trainer in another worker is training, as its leader knows it. The trainer's last report counts; until a
//! report follows the last order, the order counts.

/// A trainer's state as its leader knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The number of the last order, from 1; 0 before the first.
    given: u32,
    /// Whether the last order starts training; otherwise it pauses it.
    wanted: bool,
    /// The number of the last order that the trainer has reported as carried out.
    done: u32,
    /// Whether the trainer's last report says that it is training.
    running: bool,
}

impl Standing {
    /// Records an order to train (`true`) or to pause (`false`), and returns its number.
    pub fn give(&mut self, trains: bool) -> u32 {
        self.given += 1;
        self.wanted = trains;
        self.given
    }

    /// The number of the last order, from 1; 0 before the first.
    #[must_use]
    pub fn given(&self) -> u32 {
        self.given
    }

    /// Records a report: the number of the last order that the trainer has carried out, and whether it is training.
    pub fn hear(&mut self, done: u32, running: bool) {
        // A report of an earlier order may arrive late: ignore it.
        if done >= self.done {
            (self.done, self.running) = (done, running);
        }
    }

    /// Whether the trainer is training, as far as the leader can know.
    #[must_use]
    pub fn trains(&self) -> bool {
        if self.done < self.given { self.wanted } else { self.running }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_counts_until_it_is_answered_and_then_the_answer() {
        let mut one = Standing::default();
        assert!(!one.trains());
        let start = one.give(true);
        assert!(one.trains(), "it was told to");
        one.hear(start - 1, false);
        assert!(one.trains(), "an answer to what was said before");
        one.hear(start, false);
        assert!(!one.trains(), "it cannot go on, and says so");
        let again = one.give(true);
        one.hear(again, true);
        one.hear(start, false);
        assert!(one.trains(), "a late word changes nothing");
        one.hear(again, false);
        assert!(!one.trains(), "it has come to its end");
    }

    #[test]
    fn a_lost_answer_leaves_the_order_to_count() {
        let mut one = Standing::default();
        one.give(true);
        let pause = one.give(false);
        assert!(!one.trains());
        one.hear(pause - 1, true);
        assert!(!one.trains());
        one.hear(pause, false);
        one.hear(pause, false);
        assert!(!one.trains(), "said twice");
    }
}
