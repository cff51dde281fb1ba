//! The names of trivial guesses.

use learn::task::Guess;
use words::fill;
use words::training::words;

/// What a trivial guess is called.
pub fn guess(guess: Guess) -> String {
    let words = words();
    match guess {
        Guess::Trivial => words.trivial.to_owned(),
        Guess::LastValue => words.last_value.to_owned(),
        Guess::SeasonalNaive => words.seasonal_naive.to_owned(),
        Guess::Linear(lags) => fill(words.linear, &[("n", &lags.to_string())]),
        Guess::Unigram => words.unigram.to_owned(),
        Guess::Bigram => words.bigram.to_owned(),
    }
}
