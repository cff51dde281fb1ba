//! The gates at work agree with PyTorch, and the correlation of units with a class with numpy. `fixtures/gates.py` made the
//! numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixture;

use engine::trace::{CellKind, Series};
use engine::train::{Batch, Target};
use fixture::Fixture;
use learn::follow::correlations_in;
use measure::gates::Network;

const WITHIN: f64 = 1e-12;

fn are_near(own: &[f64], torch: &[f64], what: &str) {
    assert_eq!(own.len(), torch.len(), "{what}");
    for (own, torch) in own.iter().zip(torch) {
        assert!((own - torch).abs() <= WITHIN * torch.abs().max(1.0), "{what}: {own}, PyTorch {torch}");
    }
}

#[test]
fn the_correlation_of_units_with_the_class_is_numpys() {
    let torch = Fixture::load("gates");
    let symbols = torch.matrix("symbols");
    let (sequences, steps, inputs) = (symbols.nrows(), symbols.ncols(), 20);
    let mut x = vec![0.0; steps * sequences * inputs];
    for t in 0..steps {
        for sequence in 0..sequences {
            x[(t * sequences + sequence) * inputs + symbols[(sequence, t)] as usize] = 1.0;
        }
    }
    let right = torch.vector("classes").iter().map(|class| u32::from(*class > 0.0)).collect();
    let (asked, target) = (vec![steps - 1], Target::Class(right));
    let batch = Batch { steps, sequences, x, decoder_x: vec![], asked, target, blank: None };
    for cell in CellKind::ALL {
        let found = correlations_in(&torch.parameters(cell, ""), &batch);
        are_near(&found, &torch.vector(&format!("{}/correlation", cell.key())), cell.name());
    }
}

#[test]
fn what_a_unit_holds_and_what_its_gates_do_is_pytorchs() {
    let torch = Fixture::load("gates");
    let symbols = torch.matrix("symbols");
    let rows =
        symbols.row(0).iter().flat_map(|symbol| (0..20).map(|k| f64::from(u8::from(k == *symbol as usize)))).collect();
    let sentence = Series::new(20, rows);
    for cell in CellKind::ALL {
        let weights = torch.parameters(cell, "");
        let column = |name: &str, unit: usize| -> Vec<f64> {
            torch.matrix(&format!("{}/{name}", cell.key())).column(unit).iter().copied().collect()
        };
        for unit in 0..weights.hidden() {
            let own = Network::at(unit, &weights, [&sentence, &sentence], vec![]);
            are_near(&own.held, &column("held", unit), cell.name());
            assert_eq!(own.held, own.swapped, "the same sentence");
            assert_eq!(own.gates.len(), cell.gates().len());
            for (gate, found) in cell.gates().iter().zip(&own.gates) {
                are_near(found, &column(gate.key(), unit), gate.key());
            }
        }
    }
}
