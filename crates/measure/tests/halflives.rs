//! What training does to half-lives: of the networks that ship with the page, before and after, over many examples.
#![allow(clippy::unwrap_used)]

use engine::trace::CellKind;
use learn::task::Sets;
use learn::trained::Trained;
use measure::halflives::Halflives;
use measure::{Measured, Scene, measure};
use model::lab::Run;
use model::settings::State;

const STATIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static");

/// The ruler of a trained network on an example of its task.
fn ruled(fragment: &str) -> Halflives {
    let (state, problems) = State::from_fragment(&format!("{fragment}&picture=halflives&sequence=example"));
    assert!(problems.is_empty(), "{problems:?}");
    let settings = &state.settings;
    let mut trained = Trained::default();
    trained.bring(settings, &Sets::of_folder(format!("{STATIC}/sets")).unwrap(), CellKind::Lstm, [None, None, None]);
    let file = trained.shipped().unwrap();
    trained.bring_shipped(Ok(std::fs::read(format!("{STATIC}/weights/{file}")).unwrap()));
    let sequence = trained.example(settings).sequence(settings.length);
    let run = Run::with(settings, &sequence, |cell| trained.network(settings, cell));
    let scene =
        Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: trained.is_absent(settings) };
    let Measured::Halflives(own) = measure(&scene) else { panic!("the ruler is open") };
    own
}

/// How many units keep half of what they hold over the way: with a bias of 0 and of 1, and in the lanes.
fn counts(own: &Halflives, cell: usize) -> [usize; 3] {
    let far = |steps: &[f64]| steps.iter().filter(|steps| **steps >= own.distance() as f64).count();
    let ruled = &own.cells[cell];
    [far(&ruled.starts[0]), far(&ruled.starts[1]), far(&ruled.lanes)]
}

/// What the lesson says of the sentences, for every one of them.
#[test]
fn training_for_agreement_pushes_a_third_of_the_lstms_units_over_the_distance_where_none_was() {
    for example in 1..=20 {
        let own = ruled(&format!("task=agreement&trained=3000&units=32&length=22&example={example}"));
        assert!(own.is_trained && own.distance() == 20);
        let [zero, one, after] = counts(&own, 0);
        assert_eq!((zero, one), (0, 0), "example {example}");
        assert!(after >= 32 / 3, "example {example}: {after}");
        let gru = counts(&own, 1);
        assert!(gru[0] + gru[1] == 0 && (1..16).contains(&gru[2]), "example {example}: {gru:?}");
    }
}

/// A chrono bias ln u gives a half-life of about u ln 2, and u is at most T − 1.
#[test]
fn a_chrono_start_reaches_two_thirds_of_the_way_and_no_further() {
    let own = ruled("task=order&trained=4000&units=32&length=60&example=1");
    for cell in 0..2 {
        let longest = own.cells[cell].starts[2].iter().copied().fold(0.0, f64::max);
        let share = longest / own.distance() as f64;
        assert!((0.5..0.9).contains(&share), "{share}");
    }
    assert!(counts(&own, 0)[2] > 8);
}

/// A network may be narrower than what the Lab shows: units that are only there to fill it up are none.
#[test]
fn a_unit_that_only_fills_up_is_left_out() {
    let own = ruled("task=agreement&trained=3000&units=40&length=22&example=1");
    assert!(own.cells.iter().all(|cell| cell.lanes.len() == 32), "{}", own.cells[0].lanes.len());
}
