//! One cell's lane: which band stands where, what lies under a pointer, and the map of its states.

use crate::{LogScale, Palette, Rgb};
use engine::trace::{CellKind, Layer, Quantity};
use model::settings::{Part, states};

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

/// Which rows a lane has beside its states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The gates.
    pub gates: bool,
    /// The ribbon of what is left of the gradient.
    pub ribbon: bool,
}

impl Rows {
    /// All of them.
    pub const ALL: Self = Self { gates: true, ribbon: true };
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
    pub fn new(cell: CellKind, own: Rows, scale: f64) -> Self {
        let states = states(cell);
        // Two maps share a little more than the height of one.
        let each = if states.len() > 1 { (STATES + 12.0) / states.len() as f64 } else { STATES };
        let rows = states.iter().map(|&q| (Part::State(q), each));
        let gates = cell.gates().iter().filter(|_| own.gates).map(|&q| (Part::Gate(q), GATE));
        let ribbon = own.ribbon.then_some((Part::Gradient, RIBBON));
        let mut top = 0.0;
        let bands = rows.chain(gates).chain(ribbon).map(|(part, height)| {
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

/// A whole lane as pixels, RGBA: one column a step, `zoom` rows a CSS pixel. For sequences so long
/// that steps lie side by side: the same picture as the strokes that draw a shorter one, at once.
/// `reach` ends at the step where the loss is read.
#[must_use]
pub fn lane_pixels(
    layer: &Layer,
    reach: &[f64],
    scale: LogScale,
    layout: &LaneLayout,
    palette: &Palette,
    zoom: f64,
) -> LanePixels {
    let steps = layer.steps();
    let height = (layout.height * zoom).round() as usize;
    let mut rows = vec![[0; 4]; steps * height];
    for band in &layout.bands {
        let (top, bottom) = ((band.top * zoom).round() as usize, ((band.top + band.height) * zoom).round() as usize);
        let rows = &mut rows[top * steps..bottom.min(height) * steps];
        match band.part {
            Part::State(quantity) => state_rows(rows, layer, quantity, palette),
            Part::Gate(quantity) => gate_rows(rows, layer, quantity, palette),
            Part::Gradient => ribbon_rows(rows, steps, reach, scale, palette),
            Part::Token => {}
        }
    }
    LanePixels { rgba: rows.into_flattened(), steps, height }
}

/// A lane as pixels, row after row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LanePixels {
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
    /// Pixels a row, one a step.
    pub steps: usize,
    /// Rows.
    pub height: usize,
}

fn opaque(color: Rgb) -> [u8; 4] {
    [color.0, color.1, color.2, 255]
}

/// Each unit's row of [`state_pixels`], as often as the band is high.
fn state_rows(rows: &mut [[u8; 4]], layer: &Layer, quantity: Quantity, palette: &Palette) {
    let pixels = state_pixels(layer, quantity, palette);
    let (map, _) = pixels.as_chunks::<4>();
    let (steps, units) = (layer.steps(), layer.hidden());
    let height = rows.len() / steps;
    for (y, row) in rows.chunks_exact_mut(steps).enumerate() {
        let unit = (2 * y + 1) * units / (2 * height);
        row.copy_from_slice(&map[unit * steps..(unit + 1) * steps]);
    }
}

/// A gate's mean over the units, as a bar from below: full height is 1.
fn gate_rows(rows: &mut [[u8; 4]], layer: &Layer, quantity: Quantity, palette: &Palette) {
    let steps = layer.steps();
    let height = rows.len() / steps;
    let color = palette.cells[CellKind::ALL.iter().position(|c| *c == layer.cell()).unwrap_or_default()];
    // Most pixels are all bar or none: mixing is for the edge.
    let (none, bar) = (opaque(palette.line), opaque(color));
    for t in 0..steps {
        let gate = layer.value(quantity, t);
        let mean = gate.iter().sum::<f64>() / gate.len() as f64;
        let full = if mean.is_finite() { mean * height as f64 } else { 0.0 };
        for y in 0..height {
            let share = full - (height - 1 - y) as f64;
            rows[y * steps + t] = match share {
                ..=0.0 => none,
                1.0.. => bar,
                _ => opaque(palette.line.mix(color, share)),
            };
        }
    }
}

/// The gradient's share as a ribbon: width and colour on the log scale; what is not finite fills
/// its column with a colour of its own.
fn ribbon_rows(rows: &mut [[u8; 4]], steps: usize, reach: &[f64], scale: LogScale, palette: &Palette) {
    let height = rows.len() / steps;
    let middle = height as f64 / 2.0;
    for (t, share) in reach.iter().enumerate() {
        let level = scale.level(*share);
        let (half, color) = if share.is_finite() {
            ((level * middle).max(0.4), palette.gradient.at(level))
        } else {
            (middle, palette.alarm)
        };
        for y in 0..height {
            let (above, below) = (y as f64 - (middle - half), middle + half - y as f64);
            let covered = (above + 1.0).clamp(0.0, 1.0) + below.clamp(0.0, 1.0) - 1.0;
            if covered > 0.0 {
                let Rgb(r, g, b) = color;
                rows[y * steps + t] = [r, g, b, (covered * 255.0).round() as u8];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ramp;
    use engine::trace::{Parameters, Series};

    #[test]
    fn a_pointer_meets_every_band() {
        for cell in CellKind::ALL {
            let layout = LaneLayout::new(cell, Rows::ALL, 1.4);
            for band in &layout.bands {
                assert_eq!(layout.hit(band.top + band.height / 2.0).0, band.part);
                assert!(band.top + band.height <= layout.height + 1e-9);
            }
            assert_eq!(layout.hit(-5.0).0, layout.bands[0].part);
            assert_eq!(layout.hit(1e6), (Part::Gradient, 0.999));
        }
    }

    #[test]
    fn a_lane_of_pixels_has_states_gates_and_ribbon_in_their_bands() {
        let palette = Palette {
            line: Rgb(0, 0, 0),
            cells: [Rgb(9, 9, 9), Rgb(200, 0, 0), Rgb(9, 9, 9)],
            signed: Ramp(vec![Rgb(0, 0, 255), Rgb(0, 255, 0)]),
            gradient: Ramp(vec![Rgb(10, 20, 30)]),
            alarm: Rgb(1, 2, 3),
            ..Palette::default()
        };
        let mut layer = Layer::new(Parameters::zeros(CellKind::Lstm, 1, 2), Series::zeros(3, 1));
        let [c, f] = layer.channels.many_mut([Quantity::Cell, Quantity::Forget]);
        c.value.at_mut(1).copy_from_slice(&[1.0, -1.0]);
        f.value.at_mut(1).copy_from_slice(&[0.25, 0.75]);
        let layout = LaneLayout::new(CellKind::Lstm, Rows::ALL, 1.0);
        let scale = LogScale { low: -6, high: 0 };
        let picture = lane_pixels(&layer, &[1e-3, f64::NAN], scale, &layout, &palette, 1.0);
        let pixel = |t: usize, y: f64| {
            let at = (y as usize * picture.steps + t) * 4;
            [0, 1, 2, 3].map(|channel| picture.rgba[at + channel])
        };
        let band = |part| layout.band(part).unwrap();
        let state = band(Part::State(Quantity::Cell));
        assert_eq!(pixel(1, state.top + 2.0), [0, 255, 0, 255]);
        assert_eq!(pixel(1, state.top + state.height - 2.0), [0, 0, 255, 255]);
        // A mean of one half fills the lower half of the bar.
        let gate = band(Part::Gate(Quantity::Forget));
        assert_eq!(pixel(1, gate.top + gate.height / 2.0 - 1.0), [0, 0, 0, 255]);
        assert_eq!(pixel(1, gate.top + gate.height / 2.0), [200, 0, 0, 255]);
        // Half the decades are half the width; the edge between pixels is half covered.
        let ribbon = band(Part::Gradient);
        let middle = ribbon.top + ribbon.height / 2.0;
        assert_eq!(pixel(0, middle), [10, 20, 30, 255]);
        assert_eq!(pixel(0, middle + ribbon.height / 4.0 - 0.5), [10, 20, 30, 128]);
        assert_eq!(pixel(0, ribbon.top)[3], 0);
        assert_eq!(pixel(1, ribbon.top), [1, 2, 3, 255]);
        // After the step that is read there is no gradient; between the bands is nothing.
        assert_eq!(pixel(2, middle), [0; 4]);
        assert_eq!(pixel(1, gate.top - 2.0), [0; 4]);
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
