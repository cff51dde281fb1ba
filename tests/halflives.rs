//! Half-lives of the gates against numpy, from gates that PyTorch works out: `fixtures/halflives.py` made the numbers.

mod fixture;

use engine::halflife::{half_lives, keeping};
use engine::trace::CellKind;
use engine::{Readout, run};
use fixture::Fixture;

/// The cases, with the steps (from 0) between which the gates lie.
const CASES: [(&str, (usize, usize)); 4] =
    [("sentence", (1, 12)), ("long_default", (0, 199)), ("long_road", (20, 199)), ("small", (0, 4))];

#[test]
fn half_lives_are_numpys_and_give_the_product_of_the_gates() {
    let known = Fixture::load("halflives");
    for (case, way) in CASES {
        let fixture = Fixture::load(case);
        for cell in [CellKind::Lstm, CellKind::Gru] {
            let readout = Readout { weights: fixture.vector("v"), read: fixture.read(), targets: fixture.targets() };
            let trace = run(fixture.parameters(cell, ""), fixture.series("x"), readout);
            let layer = trace.top();
            let own = half_lives(layer, layer.hidden(), way);
            let name = format!("{case}/{}", cell.key());
            let (halves, left) = (known.vector(&name), known.vector(&format!("{name}/left")));
            assert_eq!(own.len(), halves.len());
            for ((own, half), left) in own.iter().zip(&halves).zip(&left) {
                assert!((own - half).abs() <= 1e-12 * half, "{name}: {own}, numpy has {half}");
                let by_half_life = 0.5_f64.powf((way.1 - way.0) as f64 / own);
                assert!((by_half_life - left).abs() <= 1e-12 * left, "{name}: {by_half_life:e} is left, not {left:e}");
            }
        }
    }
    assert_eq!(keeping(CellKind::Rnn), None);
}
