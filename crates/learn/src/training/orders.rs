//! Whether one that trains is at it, as far as whoever leads it can know: its last word, or, until that follows the last
//! order, what the order was.

/// One that trains, as whoever leads it knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The number of the last order that was given.
    given: u32,
    /// Whether it then trains.
    wanted: bool,
    /// The number of the last order that it says it has carried out.
    done: u32,
    /// Whether it says that it trains.
    running: bool,
}

impl Standing {
    /// Takes in that an order is given after which it trains, or does not; the order's number.
    pub fn give(&mut self, trains: bool) -> u32 {
        self.given += 1;
        self.wanted = trains;
        self.given
    }

    /// The number of the last order.
    #[must_use]
    pub fn given(&self) -> u32 {
        self.given
    }

    /// Takes in what it says: the last order that it has carried out, and whether it trains.
    pub fn hear(&mut self, done: u32, running: bool) {
        // Words of before may come late.
        if done >= self.done {
            (self.done, self.running) = (done, running);
        }
    }

    /// Whether it trains.
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
