//! The states at which one unit comes to rest, against mpmath with 50 digits: `fixtures/fork.py` made the numbers.

mod fixture;

use engine::fork::{Branch, fold_bias, fold_weight, rest, turn};
use fixture::Fixture;

const BRANCHES: [Branch; 3] = [Branch::Upper, Branch::Middle, Branch::Lower];

fn assert_near(ours: f64, known: f64, what: &str) {
    assert!((ours - known).abs() <= 1e-12, "{what}: {ours:e}, mpmath has {known:e}");
}

#[test]
fn every_state_at_rest_is_mpmaths_and_there_are_as_many() {
    let fixture = Fixture::load("fork");
    let (rests, slopes) = (fixture.vector("rest"), fixture.vector("slope"));
    let pairs = fixture.vector("w").into_iter().zip(fixture.vector("b"));
    for ((w, b), (rests, slopes)) in pairs.zip(rests.chunks_exact(3).zip(slopes.chunks_exact(3))) {
        for (branch, (known, slope)) in BRANCHES.into_iter().zip(rests.iter().zip(slopes)) {
            let what = format!("{branch:?} at w = {w}, b = {b}");
            let ours = rest(branch, w, b);
            assert_eq!(ours.is_some(), !known.is_nan(), "{what}: {ours:?}, mpmath has {known}");
            let Some(h) = ours else { continue };
            assert_near(h, *known, &what);
            assert_near(w * (1.0 - h * h), *slope, &format!("{what}, the slope"));
        }
    }
}

#[test]
fn every_fold_is_mpmaths() {
    let fixture = Fixture::load("fork");
    let folds = fixture.vector("fold_h").into_iter().zip(fixture.vector("fold_b"));
    for (w, (h, b)) in fixture.vector("fold_w").into_iter().zip(folds) {
        assert_near(turn(w), h, &format!("the turn at w = {w}"));
        assert!((fold_bias(w) - b).abs() <= 1e-14 * b, "the fold at w = {w}: {:e}, mpmath has {b:e}", fold_bias(w));
        assert_near(fold_weight(b), w, &format!("the weight of the fold at b = {b}"));
        assert_near(fold_weight(-b), w, &format!("the weight of the fold at b = −{b}"));
    }
}
