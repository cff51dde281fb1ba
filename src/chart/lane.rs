//! One cell's lane: which band stands where, what lies under a pointer, and the map of its states.

use crate::chart::{Palette, Rgb};
use crate::settings::{Part, states};
use crate::trace::{CellKind, Layer, Quantity};

/// A row of a lane, in CSS pixels from its top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// What it shows.
    pub part: Part,
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

/// The bands of one lane, from top to bottom: states, gates, gradient ribbon.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneLayout {
    /// The bands.
    pub bands: Vec<Band>,
    /// The lane's height in CSS pixels.
    pub height: f64,
}

const STATES: f64 = 80.0;
const GATE: f64 = 14.0;
const RIBBON: f64 = 22.0;
const GAP: f64 = 4.0;

impl LaneLayout {
    /// The layout of a cell's lane; `scale` enlarges everything.
    #[must_use]
    pub fn new(cell: CellKind, scale: f64) -> Self {
        let states = states(cell);
        // Two maps share a little more than the height of one.
        let each = if states.len() > 1 { (STATES + 12.0) / states.len() as f64 } else { STATES };
        let rows = states.iter().map(|&q| (Part::State(q), each));
        let gates = cell.gates().iter().map(|&q| (Part::Gate(q), GATE));
        let mut top = 0.0;
        let bands = rows.chain(gates).chain([(Part::Gradient, RIBBON)]).map(|(part, height)| {
            let band = Band { part, top: top * scale, height: height * scale };
            top += height + GAP;
            band
        });
        let bands = bands.collect();
        Self { bands, height: (top - GAP) * scale }
    }

    /// The band of a part.
    #[must_use]
    pub fn band(&self, part: Part) -> Option<Band> {
        self.bands.iter().copied().find(|band| band.part == part)
    }

    /// What lies at height y: the part, and how far down its band (0..1). Gaps belong to the band above.
    #[must_use]
    pub fn hit(&self, y: f64) -> (Part, f64) {
        let band = self.bands.iter().rev().find(|band| y >= band.top).unwrap_or(&self.bands[0]);
        (band.part, ((y - band.top) / band.height).clamp(0.0, 0.999))
    }
}

/// A state over time as pixels: one column a step, one row a unit, RGBA. −1 to 1 over the signed
/// map, cut beyond; what is not finite has a colour of its own.
#[must_use]
pub fn state_pixels(layer: &Layer, quantity: Quantity, palette: &Palette) -> Vec<u8> {
    let (steps, units) = (layer.steps(), layer.hidden());
    let mut pixels = vec![255; steps * units * 4];
    let map: Vec<Rgb> = (0..=255).map(|i| palette.signed.at(f64::from(i) / 255.0)).collect();
    for t in 0..steps {
        for (unit, x) in layer.value(quantity, t).iter().enumerate() {
            let color = if x.is_finite() { map[((x + 1.0) * 127.5).clamp(0.0, 255.0) as usize] } else { palette.alarm };
            let at = (unit * steps + t) * 4;
            pixels[at..at + 3].copy_from_slice(&[color.0, color.1, color.2]);
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Ramp;
    use crate::trace::{Parameters, Series};

    #[test]
    fn a_pointer_meets_every_band() {
        for cell in CellKind::ALL {
            let layout = LaneLayout::new(cell, 1.4);
            for band in &layout.bands {
                assert_eq!(layout.hit(band.top + band.height / 2.0).0, band.part);
                assert!(band.top + band.height <= layout.height + 1e-9);
            }
            assert_eq!(layout.hit(-5.0).0, layout.bands[0].part);
            assert_eq!(layout.hit(1e6), (Part::Gradient, 0.999));
        }
    }

    #[test]
    fn pixels_are_steps_wide_and_units_high_and_name_what_is_not_finite() {
        let palette = Palette {
            signed: Ramp(vec![Rgb(0, 0, 255), Rgb(255, 255, 255), Rgb(255, 0, 0)]),
            alarm: Rgb(1, 2, 3),
            ..Palette::default()
        };
        let mut layer = Layer::new(Parameters::zeros(CellKind::Rnn, 1, 2), Series::zeros(3, 1));
        let [h] = layer.channels.many_mut([Quantity::Hidden]);
        h.value.at_mut(2).copy_from_slice(&[1.0, f64::NAN]);
        let pixels = state_pixels(&layer, Quantity::Hidden, &palette);
        assert_eq!(pixels.len(), 3 * 2 * 4);
        assert_eq!(pixels[2 * 4..3 * 4], [255, 0, 0, 255]);
        assert_eq!(pixels[5 * 4..6 * 4], [1, 2, 3, 255]);
    }
}
