//! The texts of Train.

mod task;

pub use task::{Task, task};

use crate::format::{self, Digits, Group, Measure};
use crate::nouns::{CHARACTER, LAG, NUMBER, PARAMETER, ROW, STEP, TIME, VALUE};

prose!("training");

/// So many rows.
#[must_use]
pub fn rows(n: usize) -> String {
    ROW.counted(n)
}

/// So many characters.
#[must_use]
pub fn characters(n: usize) -> String {
    CHARACTER.counted(n)
}

fn steps(n: usize) -> String {
    STEP.counted(n)
}

fn lags(n: usize) -> String {
    LAG.counted(n)
}

fn times(n: usize) -> String {
    TIME.counted(n)
}

fn numbers(n: usize) -> String {
    NUMBER.counted(n)
}

fn values(n: usize) -> String {
    VALUE.counted(n)
}

fn size(bytes: f64) -> String {
    Group::new(Measure::Bytes, [bytes]).write(bytes, Digits::Headline)
}

messages! {
    not_fetched(file: &str, why: &str): "The data ({file}) could not be fetched: {why}.";
    own_unread(why: &str): "The browser could not read the file ({why}). Choose it again.";
    own_absent(file: &str): "This browser does not have the data that the address names ({file}). Add it again, above.";
    own_file_of(bytes: f64 => size): "A file of {bytes}";
    own_last(found: &str, n: usize => rows): "{found}: the last {n} are used.";
    own_first(found: &str, n: usize => characters): "{found}: the first {n} are used.";
    own_read_alone(n: usize => rows, target: &str): "Read {n}; “{target}” is forecast.";
    own_read(n: usize => rows, target: &str, all: &str): "Read {n}; “{target}” is forecast, from {all}.";
    own_text_short(n: usize => characters, least: usize): "Found {n}; expected at least {least}. Use a longer text.";
    own_text_read(n: usize => characters, kinds: usize => format::count): "Read {n}, {kinds} of them different. An accented letter or a whole emoji counts as one.";

    number_wrong(found: &str, low: &str, high: &str, used: &str): "Found {found}; expected {low} to {high}. {used} is used.";
    baselines_are(all: &str): "Baselines, by validation: {all}.";
    linear(n: usize => lags): "linear, {n}";

    step_takes(time: &str, bytes: &str): "{time} a step, {bytes}";
    solved(n: usize => format::count): "solved at step {n}";
    beats(n: usize => format::count): "better than every baseline since step {n}";
    beat_once(n: usize => format::count): "better than every baseline at step {n}, but no longer; the test takes the weights with the best validation";
    right(share: &str): "{share} right";
    chance(share: &str): "baseline: {share} right";
    loss_is(loss: &str): "loss {loss}";
    norm(before: &str): "gradient’s norm {before}";
    norm_clipped(before: &str, after: &str): "gradient’s norm {before}, clipped to {after}";
    validation(loss: &str): "validation loss {loss}";
    mark_loss(mark: f64 => format::short): "Solved: below {mark}.";
    mark_right(mark: f64 => format::percent): "Solved: {mark} right.";

    clip_at(clip: f64 => format::short): "clipped at {clip}";
    norms_headline(most: f64 => format::short, share: f64 => format::percent): "The gradient’s norm was at most {most} before clipping; it was clipped in {share} of the steps";
    or_less(least: &str): "{least} or less";
    reach_place(step: usize => format::count, back: usize => steps, left: &str): "Training step {step}, {back} back: {left}";
    is_left(cell: &str, n: usize => steps, before: &str, now: &str): "{cell}, {n} back: {before} of the gradient was left before training, {now} is left now";
    no_reach(cell: &str): "{cell}: drawn from the first training step on";
    less_than(least: &str): "less than {least}";

    progress(n: usize => format::count, all: usize => format::count): "step {n} of {all}";
    reached(n: usize => steps): "loss reached after {n}";
    stalled(n: usize => steps): "validation stopped improving; ended after {n}";
    diverged(n: usize => format::count): "diverged at step {n}";
    too_large(bytes: f64 => size): "This would take about {bytes}, more than a browser tab may use. Choose fewer units, layers, steps or sequences.";
    time_left(time: &str): "about {time} left";
    test(loss: &str): "test loss {loss}";
    again(cell: &str, cause: &str): "The {cell}’s worker failed{cause} and was started again, from the last weights saved";
    given_up(cell: &str, n: usize => times, cause: &str): "The {cell}’s worker failed {n}{cause}. It will not be started again.";
    no_worker(cell: &str, cause: &str): "The {cell}’s worker could not be started{cause}. If trying again and reloading the page do not help, the browser blocks workers on this page.";
    awaited(cell: &str): "Waiting for the {cell}’s worker, which has not loaded yet.";
    kept_farther(n: usize => format::count): "not saved: another tab has already taken this run to step {n}, and the longer run stays";

    near(n: usize => format::count): "near step {n}";
    lab(n: usize => format::count): "Open in the Lab, at step {n}";
    lab_encoder(n: usize => format::count): "Open the encoder in the Lab, at step {n}";
    lab_layer(layer: usize, n: usize => format::count): "Layer {layer} in the Lab, at step {n}";

    sum_is(terms: &str, truth: &str, cell: &str, answer: &str): "{terms} = {truth}; the {cell} answers {answer}";
    choice_is(truth: &str, cell: &str, answer: &str, share: &str): "truth: {truth}; the {cell} answers: {answer}, {share}";
    or_is_it(name: &str): "{name}?";
    sum_asked(terms: &str): "{terms} =";
    series_asked(last: &str, value: &str, next: &str): "{last}: {value}; {next}:";
    asked_list(n: usize => numbers, marked: usize): "A list of {n}, {marked} of them marked";
    asked_series(n: usize => values, first: &str, last: &str): "{n}, from {first} to {last}";
    signal_label(n: usize => numbers, long: usize => steps): "{n} a step, over {long}";
    frame(n: usize): "frame {n}";
    forecast_is(cell: &str, error: &str): "The {cell} is typically {error} off";
    forecast_guesses(guesses: &str, within: f64 => format::percent): "Beside it: {guesses}. The band holds {within}.";
    ahead_best(all: &str): "Each network has the weights that did best on validation, as in the test: {all}.";
    ahead_weights(all: &str): "The weights are those of {all}.";
    ahead_step(cell: &str, n: usize => format::count): "{cell} step {n}";
    ahead_apart(knob: &str): "A network that forecasts a later step skips those in between, so it cannot read its own forecasts. Set “{knob}” to 1 and train.";
    ahead_is(cell: &str, n: usize => steps, error: &str): "After {n} on its own the {cell} is {error} off";
    ahead_errors(n: usize => steps, all: &str): "Typical error {n} ahead: {all}";
    ahead_over(n: usize => format::count): "The root mean square of the errors, from {n} starting points in the test set.";
    written_at(temperature: f64 => format::short): "Temperature {temperature}.";

    said_of(cell: &str, what: &str): "{cell}: {what}";
}

/// Of the table of a gradient's reach: what a column holds. The unit may be none.
#[must_use]
pub fn left_at(step: usize, unit: &str) -> String {
    let step = format::count(step);
    if unit.is_empty() {
        format!("left at training step {step}")
    } else {
        format!("left at training step {step}, {unit}")
    }
}

/// What the axis of errors shows. The unit may be none.
#[must_use]
pub fn error_axis(unit: &str) -> String {
    if unit.is_empty() { "typical error".to_owned() } else { format!("typical error, {unit}") }
}

/// A cause in brackets, where it is known.
#[must_use]
pub fn because(cause: &str) -> String {
    if cause.is_empty() { String::new() } else { format!(" (“{cause}”)") }
}

/// So many parameters.
#[must_use]
pub fn count_of_parameters(n: usize) -> String {
    PARAMETER.counted(n)
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

/// All steps of a run are made.
#[must_use]
pub fn done(n: usize) -> String {
    match n {
        1 => "the only step is done".to_owned(),
        _ => format!("all {} done", STEP.counted(n)),
    }
}

/// Values of a series that are far from their forecasts; the names of the first.
#[must_use]
pub fn far_off(n: usize, names: &str) -> String {
    match n {
        0 => "Nothing is more than 3 typical errors off.".to_owned(),
        _ => format!("Rings: {}, more than 3 typical errors off ({names}).", VALUE.counted(n)),
    }
}

/// Of a person's series: rows with the time of another row, and the first such time.
#[must_use]
pub fn own_repeated(n: usize, first: &str) -> String {
    match n {
        1 => format!(
            "1 row has the same time as the row before it ({first}): both are used. If each time should come only once, use one series at a time."
        ),
        _ => format!(
            "{n} rows have the same time as the row before them ({first} first): all are used. If each time should come only once, use one series at a time."
        ),
    }
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
