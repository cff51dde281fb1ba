//! The texts around lessons. The lessons themselves stand in `course`.

/// What a guess may count, and its form for one.
const COUNTED: [(&str, &str); 7] = [
    ("run", "runs"),
    ("step", "steps"),
    ("word", "words"),
    ("parameter", "parameters"),
    ("number", "numbers"),
    ("token", "tokens"),
    ("time", "times"),
];

/// What is counted, in the form of its number: “runs” of 1 is “run”. What nobody counts, such as %, stays.
#[must_use]
pub fn counted(unit: &str, number: f64) -> &str {
    let is_one = (number - 1.0).abs() < 1e-9;
    COUNTED.iter().find(|own| is_one && own.1 == unit).map_or(unit, |own| own.0)
}

/// How a choice that is right is told after one that is not: a sentence stays one.
#[must_use]
pub fn right_choice(option: &str) -> String {
    if option.starts_with("It ") { format!("{option}.") } else { crate::fill(words().no_guess, &[("answer", option)]) }
}

prose!("lesson");
