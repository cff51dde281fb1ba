//! Sentences about a run that depend on what was measured, not on what was chosen alone.

use crate::lab::Lane;
use words::page::words;

/// The sentence that follows a lane's number, the share of the gradient that is left at a step: `{token}` is to be filled
/// in. A share of exactly 0 has more than one cause; the recorded gradients tell which. Where another share, which it is
/// compared with, has grown beyond the whole, both are multiples, and the sentence is of multiples.
#[must_use]
pub fn left(lane: &Lane, step: usize, is_multiple: bool) -> &'static str {
    let words = words();
    let form = &lane.trace.top().parameters.form;
    match lane.reach[step] {
        0.0 if form.any_closed() => words.closed_at,
        0.0 if lane.trace.is_flat_after(step) => {
            if form.relu {
                words.dead_at
            } else {
                words.flat_at
            }
        }
        x if x.is_nan() => words.nan_at,
        x if x.is_infinite() => words.overflowed_at,
        0.0 => words.underflowed_at,
        _ if is_multiple => words.grown_at,
        _ => words.left_at,
    }
}

/// What stands under the RNN's slope in its diagram.
#[must_use]
pub fn slope(relu: bool) -> &'static str {
    if relu { words().slope_relu } else { words().slope_tanh }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Problem;
    use crate::keys::Key;
    use crate::lab::Run;
    use crate::sequence::Library;
    use crate::settings::State;
    use engine::trace::{CellKind, Quantity};

    fn run(fragment: &str) -> Run {
        let (State { settings, .. }, problems) = State::from_fragment(fragment);
        assert_eq!(problems, Vec::<Problem>::new(), "{fragment}");
        Run::new(&settings, &settings.sequence(Library::shipped()))
    }

    #[test]
    fn a_gradient_that_a_dead_unit_stops_did_not_underflow() {
        // One unit reads a 1 and then zeros: where it is off once its state is 0 and stays there.
        let found = (1..200).any(|seed| {
            let run = run(&format!("sequence=impulse&length=6&units=1&relu=yes&seed={seed}"));
            let lane = run.lane(CellKind::Rnn);
            let read = lane.trace.read;
            let off = |t: usize| lane.trace.top().value(Quantity::PreActivation, t)[0] <= 0.0;
            let dead = lane.reach[0] == 0.0 && off(read) && lane.reach[read] == 1.0;
            if dead {
                assert_eq!(left(lane, 0, false), words().dead_at);
            }
            dead
        });
        assert!(found, "a network of one ReLU that dies");
    }

    #[test]
    fn a_gradient_that_every_step_makes_smaller_underflows() {
        // 500 steps, each of which multiplies by about a tenth: 10⁻⁵⁰⁰. With ReLU, units that stay on hand it back.
        for form in ["", "&relu=yes"] {
            let found = (1..50).any(|seed| {
                let run = run(&format!("sequence=impulse&length=500&units=8&gain=0.1&seed={seed}{form}"));
                let lane = run.lane(CellKind::Rnn);
                let alive = !lane.trace.is_flat_after(0);
                if alive {
                    assert_eq!((lane.reach[0], left(lane, 0, false)), (0.0, words().underflowed_at), "{form}");
                }
                alive
            });
            assert!(found, "a network that stays alive {form}");
        }
    }

    #[test]
    fn a_state_that_rounds_to_one_has_no_slope() {
        let (State { mut settings, .. }, _) = State::from_fragment("sequence=impulse&length=6&units=1&gain=10");
        settings.choose(Key::Edits, "rnn.bias_ih.0.0=30");
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let lane = run.lane(CellKind::Rnn);
        assert_eq!(lane.trace.top().value(Quantity::Hidden, 3)[0].abs(), 1.0);
        assert_eq!((lane.reach[0], left(lane, 0, false)), (0.0, words().flat_at));
    }

    #[test]
    fn a_sentence_is_of_multiples_where_its_number_is_one() {
        let run = run("gain=4&seed=1");
        let lane = run.lane(CellKind::Rnn);
        assert_eq!(left(lane, 1, true), words().grown_at);
        assert_eq!(left(lane, 1, false), words().left_at);
    }

    #[test]
    fn the_slope_goes_by_its_own_name() {
        assert!(slope(true).contains("ReLU") && !slope(true).contains("tanh") && slope(false).contains("tanh"));
    }
}
