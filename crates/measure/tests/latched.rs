//! What training leaves: an RNN that has learned to recall the first letter is a latch, and a sentence's noun is kept where the verb
//! is known. The weights are those that ship.
#![allow(clippy::unwrap_used)]

use engine::trace::CellKind;
use learn::task::Sets;
use learn::trained::Trained;
use measure::kept::{Instead, Kept};
use measure::{Measured, Scene, measure_whole};
use model::lab::Run;
use model::sequence::Library;
use model::settings::State;

const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/weights");

/// What is kept in the trained networks of an address.
fn kept(fragment: &str) -> (Kept, Vec<String>) {
    let (state, problems) = State::from_fragment(&format!("sequence=example&picture=kept&{fragment}"));
    assert_eq!(problems, [], "{fragment}");
    let (settings, mut trained) = (&state.settings, Trained::default());
    trained.bring(settings, &Sets::default(), CellKind::Lstm, [None, None, None]);
    let file = trained.shipped().unwrap();
    trained.bring_shipped(std::fs::read(format!("{WEIGHTS}/{file}")).map_err(|error| error.to_string()));
    assert!(!trained.is_absent(settings), "{fragment}");
    let mut library = Library::default();
    library.bring_example(settings.example_of(), trained.example(settings));
    let sequence = settings.sequence(&library);
    let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
    let scene = Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false };
    let Measured::Kept(kept) = measure_whole(&scene) else { panic!("{fragment}") };
    (kept, sequence.labels)
}

/// A cell's answer, and what it is after the swap at the step in focus.
fn answers(kept: &Kept, cell: CellKind) -> (f64, f64) {
    (kept.answers[cell as usize].unwrap(), kept.swapped[cell as usize].clone().unwrap().answer)
}

#[test]
fn an_rnn_that_recalls_the_first_letter_turns_with_it_though_no_gradient_is_left() {
    let (kept, _) = kept("task=recall&trained=4000&cell=rnn&at=1");
    let [rnn, ..] = &kept.moved;
    assert!(rnn[0] > 0.8 && rnn[2..20].iter().all(|moved| *moved < 1e-4), "{rnn:?}");
    assert!(kept.left[0][0] < 1e-8, "{}", kept.left[0][0]);
    let swapped = kept.swapped[0].clone().unwrap();
    assert!(matches!(swapped.instead, Instead::Word(name) if name.chars().all(char::is_alphabetic)));
    assert!(kept.answers[0].unwrap() * swapped.answer < 0.0, "the answer turns");
}

#[test]
fn where_the_verb_is_known_the_noun_turns_the_state_and_no_other_word_after_it() {
    let (kept, words) = kept("task=agreement&trained=3000&at=2");
    for cell in [CellKind::Lstm, CellKind::Gru] {
        let moved = &kept.moved[cell as usize];
        assert!(moved[1] > 0.8 && moved[4..21].iter().all(|moved| *moved < 0.05), "{cell:?}: {moved:?} of {words:?}");
        let (before, after) = answers(&kept, cell);
        assert!(before * after < 0.0, "{cell:?}: the answer turns: {before}, {after}");
    }
    // The RNN has not learned it: its answer does not depend on the noun.
    let (before, after) = answers(&kept, CellKind::Rnn);
    assert!(kept.moved[0][1] < 1e-4 && (before - after).abs() < 1e-3, "{before}, {after}");
}
