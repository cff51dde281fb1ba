//! Which pictures are drawn in a frame, and which wait.

/// Which pictures wait to be drawn, which move with the playhead, and which of all are out of sight.
#[derive(Debug, Default)]
pub struct Due {
    dirty: Vec<bool>,
    moving: Vec<bool>,
    away: Vec<bool>,
}

impl Due {
    /// Adds a picture, in sight and at rest.
    pub fn add(&mut self) {
        self.dirty.push(false);
        self.moving.push(false);
        self.away.push(false);
    }

    /// Makes a picture's place as it was when it was added.
    pub fn forget(&mut self, place: usize) {
        self.dirty[place] = false;
        self.moving[place] = false;
        self.away[place] = false;
    }

    /// Whether a picture moves with the playhead.
    pub fn set_moving(&mut self, place: usize, moves: bool) {
        self.moving[place] = moves;
    }

    /// Has a picture drawn.
    pub fn ask(&mut self, place: usize) {
        self.dirty[place] = true;
    }

    /// Has all of them drawn.
    pub fn ask_all(&mut self) {
        self.dirty.fill(true);
    }

    /// Notes whether a picture is in sight; gives whether it waits to be drawn.
    pub fn note_sight(&mut self, place: usize, is_seen: bool) -> bool {
        self.away[place] = !is_seen;
        self.dirty[place]
    }

    /// Has what moves with the playhead drawn.
    pub fn move_on(&mut self) {
        self.dirty.iter_mut().zip(&self.moving).for_each(|(dirty, moving)| *dirty |= moving);
    }

    /// Takes the pictures that are to be drawn now: those in sight, or all.
    #[must_use]
    pub fn take(&mut self, all: bool) -> Vec<usize> {
        let now: Vec<usize> = (0..self.dirty.len()).filter(|n| self.dirty[*n] && (all || !self.away[*n])).collect();
        now.iter().for_each(|n| self.dirty[*n] = false);
        now
    }

    /// Whether any waits.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.dirty.contains(&true)
    }
}

#[cfg(test)]
mod tests {
    use super::Due;

    #[test]
    fn what_is_out_of_sight_waits_until_nothing_moves() {
        let mut due = Due { dirty: vec![true; 3], moving: vec![false; 3], away: vec![false, true, false] };
        assert_eq!(due.take(false), [0, 2]);
        assert!(due.is_any());
        // However often others are drawn meanwhile, it is drawn once, and then nothing waits.
        due.dirty[0] = true;
        assert_eq!(due.take(false), [0]);
        assert_eq!(due.take(true), [1]);
        assert!(!due.is_any());
        assert_eq!(due.take(true), [0_usize; 0]);
    }

    #[test]
    fn what_comes_into_sight_is_drawn_as_the_others_are() {
        let mut due = Due { dirty: vec![true, true], moving: vec![false; 2], away: vec![true, false] };
        assert_eq!(due.take(false), [1]);
        due.away[0] = false;
        assert_eq!(due.take(false), [0]);
    }

    #[test]
    fn while_the_playhead_runs_other_pictures_are_not_drawn_again() {
        let mut due = Due { dirty: vec![false; 3], moving: vec![true, false, false], away: vec![false; 3] };
        due.move_on();
        assert_eq!(due.take(false), [0]);
        due.dirty[2] = true;
        due.move_on();
        assert_eq!(due.take(false), [0, 2]);
    }
}
