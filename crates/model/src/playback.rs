//! The playhead: play, step and seek through both passes. A pure reducer: the owner of the clock
//! calls [`Playback::tick`].

use engine::trace::Pass;

/// The playhead: the page shows all numbers up to and including this step of this pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Playhead {
    /// Which pass.
    pub pass: Pass,
    /// The step (from 0).
    pub step: usize,
}

/// The playhead's timeline: the forward pass over `steps` steps, then, if there is one, the backward pass from `read` to the first
/// step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Number of steps T.
    pub steps: usize,
    /// The step (from 0) at which the loss is read; the backward pass begins there.
    pub read: usize,
    /// Whether there is a backward pass: a lesson may not have come to it yet.
    pub goes_back: bool,
}

/// A command to the playhead. Left and right are directions on the time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One step to the right; at the right end of a pass, on into the other one.
    Right,
    /// One step to the left.
    Left,
    /// To the right end of the pass.
    RightEnd,
    /// To the left end of the pass.
    LeftEnd,
    /// The other pass, at the same step.
    Turn,
    /// The beginning of the forward pass.
    Home,
    /// The end of the last pass: all numbers are shown.
    End,
    /// To a step of the same pass.
    Seek(usize),
}

/// The selectable speeds, as factors, slowest first.
pub const SPEEDS: [f64; 6] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0];

/// One step at speed 1, in milliseconds, unless the sequence is long.
const STEP_MS: f64 = 420.0;
/// One pass at speed 1 takes no longer than this, in milliseconds.
const PASS_MS: f64 = 14_000.0;

impl Timeline {
    /// The end of the last pass: all numbers are shown.
    #[must_use]
    pub fn end(self) -> Playhead {
        match self.goes_back {
            true => Playhead { pass: Pass::Backward, step: 0 },
            false => Playhead { pass: Pass::Forward, step: self.steps - 1 },
        }
    }

    /// The first step of the forward pass.
    #[must_use]
    pub fn start(self) -> Playhead {
        Playhead { pass: Pass::Forward, step: 0 }
    }

    /// The last step that a pass has, on the right.
    #[must_use]
    pub fn right_end(self, pass: Pass) -> usize {
        match pass {
            Pass::Forward => self.steps - 1,
            Pass::Backward => self.read,
        }
    }

    /// The position after a move.
    #[must_use]
    pub fn go(self, from: Playhead, to: Move) -> Playhead {
        let Playhead { pass, step } = from;
        let right_end = self.right_end(pass);
        let within = |step: usize| Playhead { pass, step: step.min(right_end) };
        match to {
            Move::Right if pass == Pass::Forward && step >= right_end && self.goes_back => {
                Playhead { pass: Pass::Backward, step: self.read }
            }
            Move::Right if pass == Pass::Backward && step >= right_end => {
                Playhead { pass: Pass::Forward, step: self.steps - 1 }
            }
            Move::Right => within(step + 1),
            Move::Left => within(step.saturating_sub(1)),
            Move::RightEnd => within(right_end),
            Move::LeftEnd => within(0),
            Move::Turn => self.turned(from),
            Move::Home => self.start(),
            Move::End => self.end(),
            Move::Seek(step) => within(step),
        }
    }

    fn turned(self, from: Playhead) -> Playhead {
        let pass = match from.pass {
            Pass::Forward if self.goes_back => Pass::Backward,
            Pass::Forward | Pass::Backward => Pass::Forward,
        };
        Playhead { pass, step: from.step.min(self.right_end(pass)) }
    }

    /// The next position while playing; `None` at the end.
    #[must_use]
    pub fn next(self, from: Playhead) -> Option<Playhead> {
        match from.pass {
            Pass::Forward if from == self.end() => None,
            Pass::Forward => Some(self.go(from, Move::Right)),
            Pass::Backward if from.step > 0 => Some(self.go(from, Move::Left)),
            Pass::Backward => None,
        }
    }

    /// How long one step takes at a speed, in milliseconds.
    #[must_use]
    pub fn step_ms(self, speed: f64) -> f64 {
        STEP_MS.min(PASS_MS / self.steps as f64) / speed
    }

    /// The position moved inside this timeline.
    #[must_use]
    pub fn clamp(self, at: Playhead) -> Playhead {
        if at.pass == Pass::Backward && !self.goes_back {
            return self.end();
        }
        Playhead { step: at.step.min(self.right_end(at.pass)), ..at }
    }
}

/// A playhead that may be moving. `phase` in 0..1 is how much of its step has been shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// Where it is.
    pub playhead: Playhead,
    /// How much of the step at the playhead has been shown; 1 when at rest.
    pub phase: f64,
    /// Whether the playhead is moving.
    pub playing: bool,
}

impl Playback {
    /// At rest.
    #[must_use]
    pub fn still(playhead: Playhead) -> Self {
        Self { playhead, phase: 1.0, playing: false }
    }

    /// Play or pause; at the very end, the last pass again.
    #[must_use]
    pub fn toggled(self, timeline: Timeline) -> Self {
        if self.playing {
            return Self::still(self.playhead);
        }
        if self.playhead == timeline.end() {
            let playhead = match timeline.goes_back {
                true => Playhead { pass: Pass::Backward, step: timeline.read },
                false => timeline.start(),
            };
            return Self { playhead, phase: 0.0, playing: true };
        }
        Self { playing: true, ..self }
    }

    /// The state `elapsed` milliseconds later. Stops at the end of the last pass.
    #[must_use]
    pub fn tick(self, timeline: Timeline, elapsed: f64, speed: f64) -> Self {
        if !self.playing {
            return self;
        }
        let mut at = self;
        at.phase += elapsed / timeline.step_ms(speed);
        while at.phase >= 1.0 {
            match timeline.next(at.playhead) {
                Some(next) => {
                    at.playhead = next;
                    at.phase -= 1.0;
                }
                None => return Self::still(at.playhead),
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Timeline = Timeline { steps: 5, read: 3, goes_back: true };
    const READ_ONLY: Timeline = Timeline { goes_back: false, ..LINE };

    fn forward(step: usize) -> Playhead {
        Playhead { pass: Pass::Forward, step }
    }
    fn backward(step: usize) -> Playhead {
        Playhead { pass: Pass::Backward, step }
    }

    #[test]
    fn the_right_arrow_leads_through_the_forward_pass_into_the_backward_pass() {
        assert_eq!(LINE.go(forward(0), Move::Right), forward(1));
        assert_eq!(LINE.go(forward(4), Move::Right), backward(3));
        assert_eq!(LINE.go(backward(3), Move::Right), forward(4));
        assert_eq!(LINE.go(backward(3), Move::Left), backward(2));
        assert_eq!(LINE.go(backward(0), Move::Left), backward(0));
        assert_eq!(LINE.go(forward(0), Move::Left), forward(0));
    }

    #[test]
    fn every_move_stays_on_the_timeline() {
        let moves = [Move::Right, Move::Left, Move::RightEnd, Move::LeftEnd, Move::Turn, Move::Home, Move::End];
        for pass in [Pass::Forward, Pass::Backward] {
            for step in 0..=LINE.right_end(pass) {
                for to in moves.into_iter().chain((0..9).map(Move::Seek)) {
                    let at = LINE.go(Playhead { pass, step }, to);
                    assert_eq!(at, LINE.clamp(at), "{to:?}");
                }
            }
        }
    }

    #[test]
    fn turning_past_the_read_step_lands_on_it() {
        assert_eq!(LINE.go(forward(4), Move::Turn), backward(3));
        assert_eq!(LINE.go(backward(1), Move::Turn), forward(1));
    }

    #[test]
    fn without_a_backward_pass_the_sequence_is_read_and_read_again() {
        assert_eq!(READ_ONLY.end(), forward(4));
        assert_eq!(READ_ONLY.go(forward(4), Move::Right), forward(4));
        assert_eq!(READ_ONLY.go(forward(2), Move::Turn), forward(2));
        assert_eq!(READ_ONLY.clamp(backward(0)), forward(4), "all numbers are shown there, too");
        let again = Playback::still(READ_ONLY.end()).toggled(READ_ONLY);
        assert!(again.playing && again.playhead == forward(0));
        let end = (0..1000).fold(again, |at, _| at.tick(READ_ONLY, 100.0, 1.0));
        assert_eq!(end, Playback::still(forward(4)));
    }

    #[test]
    fn playing_runs_both_passes_and_stops() {
        let mut at = Playback { phase: 0.0, ..Playback::still(LINE.start()) }.toggled(LINE);
        assert!(at.playing && at.playhead == forward(0));
        let mut seen = vec![at.playhead];
        for _ in 0..1000 {
            at = at.tick(LINE, 100.0, 1.0);
            if seen.last() != Some(&at.playhead) {
                seen.push(at.playhead);
            }
        }
        let road: Vec<_> = (0..5).map(forward).chain((0..=3).rev().map(backward)).collect();
        assert_eq!(seen, road);
        assert_eq!(at, Playback::still(LINE.end()));
    }

    #[test]
    fn at_the_end_the_backward_pass_is_played_again() {
        let at = Playback::still(LINE.end()).toggled(LINE);
        assert!(at.playing && at.playhead == backward(3) && at.phase == 0.0);
    }

    #[test]
    fn one_long_tick_is_many_steps() {
        let at = Playback::still(LINE.end()).toggled(LINE).tick(LINE, 1e9, 8.0);
        assert_eq!(at, Playback::still(LINE.end()));
    }

    #[test]
    fn a_sequence_of_one_step_plays_too() {
        let line = Timeline { steps: 1, read: 0, goes_back: true };
        let at = Playback::still(line.end()).toggled(line);
        assert_eq!(at.tick(line, 500.0, 1.0).playhead, backward(0));
    }
}
