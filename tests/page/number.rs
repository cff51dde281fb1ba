//! How numbers are compared: with PyTorch's, and with what the engine computes natively.

use engine::trace::CellKind;
use model::lab::Run;
use model::settings::Settings;

use crate::browser::Page;
use model::sequence::Library;

/// Native code and WebAssembly have their own exp and tanh, which differ in the last bits.
const OTHER_MACHINE: f64 = 1e-9;
/// Below this, f64 itself has fewer digits than we ask for.
const FEW_DIGITS: f64 = 1e-290;

/// Asserts that two numbers differ by no more than a share of a scale.
pub fn assert_close(what: &str, ours: f64, theirs: f64, tolerance: f64, scale: f64) {
    let difference = (ours - theirs).abs();
    assert!(difference <= tolerance * scale, "{what}: {ours:e} is not {theirs:e}, at a scale of {scale:e}");
}

/// Asserts that the lanes' numbers are those that the engine computes from these settings.
pub fn assert_computed(page: &Page, settings: &Settings) {
    let run = Run::new(settings, &settings.sequence(Library::shipped()));
    for cell in CellKind::ALL {
        let (ours, theirs) = (page.share(cell), run.lane(cell).reach[settings.mark_step()]);
        let same = ours == theirs || ours.abs().max(theirs.abs()) < FEW_DIGITS;
        let difference = (ours - theirs).abs();
        assert!(same || difference <= OTHER_MACHINE * theirs, "{}: {ours:e} is not {theirs:e}", cell.name());
    }
}
