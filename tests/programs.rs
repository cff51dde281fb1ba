//! The programs of "Doing it yourself" print what the engine says: held to what Python printed (`fixtures/programs.py`).

#![allow(clippy::unwrap_used)]
use std::fs::read_to_string;

use course::lesson::{Program, program};
use model::lab::Run;
use model::sequence::Library;
use model::settings::{Settings, State};

/// `keras.ops.matmul` of the backend PyTorch multiplies in float32, whatever the numbers are: a plain layer that is
/// built on it agrees to that.
const SINGLE: f64 = 1e-6;
/// As many digits as are printed.
const PRINTED: f64 = 2e-12;

/// The program for the run of some settings.
fn at(code: &str, settings: &Settings) -> Result<Program, String> {
    program(code, settings, &Run::new(settings, &settings.sequence(Library::shipped())))
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|word| word.parse().unwrap()).collect()
}

#[test]
fn what_a_program_prints_is_what_the_engine_says() {
    let folder = "tests/fixtures/programs";
    let cases = read_to_string(format!("{folder}/cases.txt")).unwrap();
    for case in cases.lines() {
        let [name, code, settings] = case.split(" | ").collect::<Vec<_>>()[..] else { panic!("{case}") };
        let (state, problems) = State::from_fragment(settings);
        assert_eq!(problems, [], "{case}");
        let made = at(code, &state.settings).unwrap();
        let stored = |end: &str| read_to_string(format!("{folder}/{name}.{end}")).unwrap();
        assert_eq!(made.text, stored("py"), "{case}: the program that Python ran is the page's");
        let (ours, python) = (numbers(&made.prints), numbers(&stored("txt")));
        assert_eq!(ours.len(), python.len(), "{case}");
        let single = code == "keras rnn" || settings.contains("reset_before");
        for (ours, python) in ours.iter().zip(&python) {
            let scale = if code.starts_with("gradient") { ours.abs() } else { 1.0 };
            let most = if single { SINGLE } else { PRINTED };
            assert!((ours - python).abs() <= most * scale, "{case}: {ours} and {python}");
        }
    }
}

#[test]
fn what_no_framework_has_is_said_and_what_is_too_large() {
    let why = |code: &str, settings: &str| at(code, &State::from_fragment(settings).0.settings).unwrap_err();
    assert!(why("pytorch lstm", "coupled=yes").contains("plain cell"));
    assert!(why("pytorch gru", "reset_before=yes").contains("plain cell"));
    assert!(why("keras lstm", "forget=0.5").contains("plain cell"));
    assert!(why("gradient gru", "closed=gru.carry").contains("plain cell"));
    assert!(why("pytorch lstm", "units=64").contains("up to 3\u{202f}000"));
    assert!(why("nothing", "").contains("nothing"));
}
