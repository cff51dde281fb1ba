//! The texts of Train.

mod task;

pub use task::{Task, task};

use crate::format::{self, Digits, Group, Measure};

prose!("training");

fn size(bytes: f64) -> String {
    Group::new(Measure::Bytes, [bytes]).write(bytes, Digits::Headline)
}

messages! {
    not_fetched(file: &str, why: &str);
    own_unread(why: &str);
    own_absent(file: &str);
    own_file_of(bytes: f64 => size);
    own_last(found: &str, n: usize => counted);
    own_first(found: &str, n: usize => counted);
    own_read_alone(n: usize => counted, target: &str);
    own_read(n: usize => counted, target: &str, all: &str);
    own_text_short(n: usize => counted, least: usize);
    own_text_read(n: usize => counted, kinds: usize => counted);

    number_wrong(found: &str, low: &str, high: &str, used: &str);
    baselines_are(all: &str);
    linear(n: usize => counted);

    step_takes(time: &str, bytes: &str);
    solved(n: usize => counted);
    beats(n: usize => counted);
    beat_once(n: usize => counted);
    right(share: &str);
    chance(share: &str);
    loss_is(loss: &str);
    norm(before: &str);
    norm_clipped(before: &str, after: &str);
    validation(loss: &str);
    mark_loss(mark: f64 => format::short);
    mark_right(mark: f64 => format::percent);

    clip_at(clip: f64 => format::short);
    norms_headline(most: f64 => format::short, share: f64 => format::percent);
    or_less(least: &str);
    reach_place(step: usize => counted, back: usize => counted, left: &str);
    is_left(cell: &str, n: usize => counted, before: &str, now: &str);
    no_reach(cell: &str);
    less_than(least: &str);

    progress(n: usize => counted, all: usize => counted);
    reached(n: usize => counted);
    stalled(n: usize => counted);
    diverged(n: usize => counted);
    too_large(bytes: f64 => size);
    time_left(time: &str);
    test(loss: &str);
    again(cell: &str, cause: &str);
    given_up(cell: &str, n: usize => counted, cause: &str);
    no_worker(cell: &str, cause: &str);
    awaited(cell: &str);
    kept_farther(n: usize => counted);

    near(n: usize => counted);
    lab(n: usize => counted);
    lab_encoder(n: usize => counted);
    lab_layer(layer: usize, n: usize => counted);

    sum_is(terms: &str, truth: &str, cell: &str, answer: &str);
    choice_is(truth: &str, cell: &str, answer: &str, share: &str);
    or_is_it(name: &str);
    sum_asked(terms: &str);
    series_asked(last: &str, value: &str, next: &str);
    asked_list(n: usize => counted, marked: usize);
    asked_series(n: usize => counted, first: &str, last: &str);
    signal_label(n: usize => counted, long: usize => counted);
    frame(n: usize);
    forecast_is(cell: &str, error: &str);
    forecast_guesses(guesses: &str, within: f64 => format::percent);
    ahead_best(all: &str);
    ahead_weights(all: &str);
    ahead_step(cell: &str, n: usize => counted);
    ahead_apart(knob: &str);
    ahead_is(cell: &str, n: usize => counted, error: &str);
    ahead_errors(n: usize => counted, all: &str);
    ahead_over(n: usize => counted);
    written_at(temperature: f64 => format::short);

    said_of(cell: &str, what: &str);
    counted_rows(n: usize => counted);
    counted_characters(n: usize => counted);
    left_then(step: usize => counted);
    left_then_unit(step: usize => counted, unit: &str);
    error_axis_unit(unit: &str);
    for_cause(cause: &str);
    count_of_parameters(n: usize => counted);
    done(n: usize => counted);
    far_off(n: usize => counted, names: &str);
    own_repeated(n: usize, first: &str);
}

/// Of the table of a gradient's reach: what a column holds. The unit may be none.
#[must_use]
pub fn left_at(step: usize, unit: &str) -> String {
    if unit.is_empty() { left_then(step) } else { left_then_unit(step, unit) }
}

/// What the axis of errors shows. The unit may be none.
#[must_use]
pub fn error_axis(unit: &str) -> String {
    if unit.is_empty() { words().error_axis.to_owned() } else { error_axis_unit(unit) }
}

/// A cause in brackets, where it is known.
#[must_use]
pub fn because(cause: &str) -> String {
    if cause.is_empty() { String::new() } else { for_cause(cause) }
}

/// A table to learn from: thousands of airline passengers in each month from 1949 to 1960 (Box and Jenkins 1976, series G).
#[must_use]
pub fn own_series_sample() -> String {
    const THOUSANDS: [u16; 144] = [
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242,
        209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264,
        302, 293, 259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313,
        318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318,
        362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
        417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
    ];
    let row = |(n, count): (usize, &u16)| format!("{}-{:02},{count}\n", 1949 + n / 12, n % 12 + 1);
    let rows: String = THOUSANDS.iter().enumerate().map(row).collect();
    format!("month,passengers\n{rows}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_values_are_counted() {
        assert_eq!([1, 40].map(done), ["the only step is done", "all 40\u{a0}steps done"]);
        assert_eq!(reached(1), "loss reached after 1\u{a0}step");
        assert_eq!(far_off(0, ""), "Nothing is more than 3 typical errors off.");
        assert_eq!(far_off(1, "May"), "Rings: 1\u{a0}value, more than 3 typical errors off (May).");
        assert_eq!(
            given_up("GRU", 4, &because("out of memory")),
            "The GRU’s worker failed 4\u{a0}times (“out of memory”). It will not be started again."
        );
    }
}
