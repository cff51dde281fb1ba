//! What a state keeps of its inputs agrees with PyTorch and numpy: how far it moves when a step reads something else, what ridge
//! regression finds in it, and where one draw stands among many. `fixtures/kept.py` made the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixture;

use engine::probe::{Rows, last_state};
use engine::swap::swapped;
use engine::trace::{CellKind, Quantity, Series};
use engine::{Readout, run};
use fixture::Fixture;
use model::lab::draws::{BAND, Draws, percentile};
use model::lab::kept::moved;
use model::sequence::Library;
use model::settings::Settings;
use nalgebra::DMatrix;

fn assert_near(what: &str, ours: &[f64], theirs: &[f64], within: f64) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() <= within * theirs.abs().max(1e-3), "{what}: {ours} is not {theirs}");
    }
}

#[test]
fn a_state_moves_as_far_as_pytorchs_and_as_much_of_the_gradient_is_left() {
    let torch = Fixture::load("kept");
    let (x, other) = (torch.series("x"), torch.series("other"));
    let read = x.steps() - 1;
    for cell in CellKind::ALL {
        let readout = Readout { weights: torch.vector("v"), read, targets: None };
        let trace = run(torch.parameters(cell, ""), x.clone(), readout);
        let own = trace.top().value(Quantity::Hidden, read);
        let states = swapped(trace.top(), read, |t| vec![other.at(t).to_vec()]);
        let ours: Vec<f64> = states.iter().map(|states| moved(own, &states[0])).collect();
        assert_near(cell.key(), &ours, &torch.vector(&format!("{}/moved", cell.key())), 1e-12);
        assert_near(cell.key(), &trace.reach(), &torch.vector(&format!("{}/left", cell.key())), 1e-12);
    }
}

#[test]
fn a_probe_finds_what_numpys_ridge_regression_finds() {
    let torch = Fixture::load("kept");
    let all = torch.series("sequences");
    let learned: usize = torch.setting("learned").parse().unwrap();
    for cell in CellKind::ALL {
        let weights = torch.parameters(cell, "");
        let theirs = torch.matrix(&format!("{}/states", cell.key()));
        let steps = all.steps() / theirs.nrows();
        let sequences: Vec<Series> = (0..theirs.nrows())
            .map(|n| Series::new(all.width(), (n * steps..(n + 1) * steps).flat_map(|t| all.at(t)).copied().collect()))
            .collect();
        let states: Vec<Vec<f64>> = sequences.iter().map(|x| last_state(&weights, x.clone())).collect();
        let rows = |rows: &[&[f64]]| DMatrix::from_fn(rows.len(), rows[0].len(), |row, column| rows[row][column]);
        let states: Vec<&[f64]> = states.iter().map(Vec::as_slice).collect();
        assert!((rows(&states) - &theirs).norm() <= 1e-12 * theirs.norm(), "{cell:?}");
        let prepared = Rows::new(rows(&states[..learned]), rows(&states[learned..])).unwrap();
        let found = |t: usize| {
            let read: Vec<&[f64]> = sequences.iter().map(|x| x.at(t)).collect();
            prepared.explained(rows(&read[..learned]), rows(&read[learned..]))
        };
        let ours: Vec<f64> = (0..steps).map(found).collect();
        assert_near(cell.key(), &ours, &torch.vector(&format!("{}/found", cell.key())), 1e-9);
    }
}

#[test]
fn percentiles_are_numpys() {
    let numpy = Fixture::load("kept");
    for n in numpy.setting("lists").split(',') {
        let list = numpy.vector(&format!("list_{n}"));
        let ours = BAND.map(|share| percentile(&list, share));
        assert_near(n, &ours, &numpy.vector(&format!("percentiles_{n}")), 1e-13);
    }
}

/// The weights that each seed draws, run by PyTorch, and numpy's percentiles of what is left of their gradients.
#[test]
fn the_band_of_some_seeds_is_that_of_pytorchs_runs() {
    let torch = Fixture::load("kept");
    let (seeds, units): (usize, usize) =
        (torch.setting("seeds").parse().unwrap(), torch.setting("units").parse().unwrap());
    let settings = Settings { units, ..Settings::default() };
    let sequence = settings.sequence(Library::shipped());
    let mut draws = Draws::new(&settings, &sequence);
    assert!((0..seeds).all(|_| draws.advance()));
    for cell in CellKind::ALL {
        let (theirs, bands) =
            (torch.matrix(&format!("{}/draws", cell.key())), torch.matrix(&format!("{}/bands", cell.key())));
        for t in 0..sequence.steps() {
            let mut column: Vec<f64> = theirs.column(t).iter().copied().collect();
            column.sort_by(f64::total_cmp);
            assert_relative(cell.key(), draws.at(cell, t), &column);
            let band: Vec<f64> = bands.row(t).iter().copied().collect();
            assert_relative(cell.key(), &draws.band(cell, t), &band);
        }
    }
}

fn assert_relative(what: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() <= 1e-11 * theirs.abs(), "{what}: {ours} is not {theirs}");
    }
}
