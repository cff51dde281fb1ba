//! The texts of Start.

use crate::format;

prose! {
    title: "Start",
    question: "How far back can a network remember?",
    asks: "What was excellent? The book, eleven words earlier. To learn that, the _error_ made at “excellent” has to travel back to “book”. How much of it arrives?",
    asks_own: "To learn what “{last}” has to do with “{mark}”, the _error_ made at “{last}” has to travel back to “{mark}”. How much of it arrives?",
    asks_one: "One word has no way back: there is nothing before it that it could be learned from. Write two or more.",
    rnn: "one tanh, no gates",
    lstm: "a cell state and 3 gates",
    gru: "2 gates, no cell state",
    send: "Send the error back",
    read_through: "Read the sentence",
    pause: "Pause",
    pass: "Which way",
    read: "1 Read →",
    learn: "2 ← Learn",
    arrives: "arrives at “{mark}”",
    scale: "← the error going back, its width on a log scale. The weights are random: nothing is trained yet.",
    starts: "starts",
    whole: "100 %",
    own: "Type a sentence of your own",
    chain: "{cell}: {share} of the error at “{last}” arrives at “{mark}”",
    lesson: "Start lesson 1 →",
    lesson_what: "11 short lessons, each with a question. 5 minutes each.",
    lab: "Open the Lab",
    lab_what: "Every state, gate and gradient of this picture, with its equation.",
    train: "Train all three",
    train_what: "Which of them learns to say “was” or “were” twenty words later? About 10 seconds.",
}

/// How rare a share is: "1 in 5 900" or "1 in 1.4", with two digits; nothing of what is no share.
#[must_use]
pub fn one_in(share: f64) -> String {
    let among = 1.0 / share;
    if !(1.0..f64::INFINITY).contains(&among) {
        return String::new();
    }
    let unit = 10_f64.powi(among.log10().floor() as i32 - 1);
    let rounded = (among / unit).round() * unit;
    let shown = if rounded < 10.0 {
        format::setting((rounded * 10.0).round() / 10.0, false)
    } else if rounded < 1e6 {
        format::count(rounded as usize)
    } else {
        format::short(rounded)
    };
    format!("1 in {shown}")
}

#[cfg(test)]
mod tests {
    use super::one_in;

    #[test]
    fn a_share_is_one_among_so_many_with_two_digits() {
        let shown = [0.000_169, 0.018, 0.072, 0.5, 0.71, 1.0, 2.0, 0.0, f64::NAN].map(one_in);
        assert_eq!(shown, ["1 in 5\u{202f}900", "1 in 56", "1 in 14", "1 in 2", "1 in 1.4", "1 in 1", "", "", ""]);
    }
}
