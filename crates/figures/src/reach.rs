//! The chart under the lanes: how much of the gradient is left at every step, on a log axis.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::{LogScale, Palette, Rgb};
use words::format::decade;

/// One cell's curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What stands beside it.
    pub name: &'static str,
    /// Its colour.
    pub color: Rgb,
    /// ‖λ_t‖ / ‖λ_read‖ at every step.
    pub reach: Vec<f64>,
}

/// What the chart shows. Step t takes the t-th of `steps` equal parts of the width, right of the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachChart {
    /// RNN, LSTM, GRU.
    pub curves: Vec<Curve>,
    /// Number of steps T.
    pub steps: usize,
    /// The step (from 0) at which the loss is read; the curves end there.
    pub read: usize,
    /// From this step on the gradient is known; before it the curves are faint.
    pub known_from: usize,
    /// The step to draw a line and large points at.
    pub at: usize,
    /// The axis.
    pub scale: LogScale,
    /// Pixels per CSS pixel.
    pub zoom: f64,
    /// Width of the margin for the axis' labels, in CSS pixels.
    pub margin: f64,
    /// The family of the labels.
    pub font: &'static str,
}

/// Points are drawn up to this many steps; beyond, they would hide the curve.
const MOST_POINTS: usize = 60;

/// Draws the chart on any backend.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &ReachChart,
    palette: &Palette,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let zoom = chart.zoom;
    let pixels = |css: f64| (css * zoom).round() as i32;
    let (width, height) = area.dim_in_pixel();
    let (top, bottom) = (pixels(12.0), height as i32 - pixels(6.0));
    let margin = chart.margin * zoom;
    let x = |t: usize| (margin + (t as f64 + 0.5) / chart.steps as f64 * (f64::from(width) - margin)).round() as i32;
    let y = |share: f64| bottom - (chart.scale.level(share) * f64::from(bottom - top)).round() as i32;
    let label = |size: f64, color: Rgb, h: HPos, v: VPos| {
        let style = TextStyle::from(FontDesc::new(FontFamily::Name(chart.font), size * zoom, FontStyle::Normal));
        TextStyle { color: rgb(color).to_backend_color(), pos: Pos::new(h, v), ..style }
    };

    let most = ((f64::from(bottom - top) / zoom) / 18.0) as usize;
    for exponent in chart.scale.lines(most.max(2)) {
        let level = y(10_f64.powi(exponent));
        let style = rgb(palette.line).stroke_width(pixels(if exponent == 0 { 1.5 } else { 1.0 }) as u32);
        area.draw(&PathElement::new(vec![(margin as i32, level), (width as i32, level)], style))?;
        let text = label(11.0, palette.ink_soft, HPos::Right, VPos::Center);
        area.draw(&Text::new(decade(exponent), (pixels(chart.margin - 5.0), level), text))?;
    }
    let at = x(chart.at);
    for dash in (top..bottom).step_by(pixels(5.0).max(1) as usize) {
        let dash = vec![(at, dash), (at, dash + pixels(2.0))];
        area.draw(&PathElement::new(dash, rgb(palette.ink).stroke_width(pixels(1.2) as u32)))?;
    }

    // Names stand clear of the left edge.
    let named = (0..=chart.read).find(|&t| x(t) >= pixels(chart.margin + 40.0)).unwrap_or(chart.read);
    let mut names: Vec<(i32, &Curve)> = Vec::new();
    for curve in &chart.curves {
        let color = rgb(curve.color);
        for (known, alpha, weight) in [(false, 0.3, 1.5), (true, 1.0, 2.4)] {
            let inside = |t: &usize| if known { *t >= chart.known_from } else { *t <= chart.known_from };
            for run in unbroken(&curve.reach, (0..=chart.read).filter(inside)) {
                let points: Vec<_> = run.iter().map(|&t| (x(t), y(curve.reach[t]))).collect();
                let style = color.mix(alpha).stroke_width(pixels(weight) as u32);
                area.draw(&PathElement::new(points, style))?;
            }
        }
        for t in 0..=chart.read {
            let share = curve.reach[t];
            if t != chart.at && (chart.steps > MOST_POINTS || t < chart.known_from || !drawable(share)) {
                continue;
            }
            if drawable(share) {
                let radius = pixels(if t == chart.at { 4.5 } else { 2.4 });
                area.draw(&Circle::new((x(t), y(share)), radius, color.filled()))?;
            }
        }
        for (t, sign) in oddities(&curve.reach[..=chart.read]) {
            let level = if sign == "0" { bottom } else { top + pixels(11.0) };
            area.draw(&Text::new(sign, (x(t), level), label(12.0, curve.color, HPos::Center, VPos::Bottom)))?;
        }
        let first = curve.reach[named];
        let level = if first.is_finite() { y(first) } else { top };
        // From top to bottom.
        names.insert(names.partition_point(|(y, _)| *y <= level), (level, curve));
    }
    let (mut last, mut lowest) = (i32::MIN / 2, i32::MIN / 2);
    for (level, curve) in names {
        // Curves mostly rise to the right: up and left of a point is free, or else down and right.
        let crowded = level - last < pixels(26.0);
        let (anchor, shift, down) = if crowded { (HPos::Left, 4.0, 16.0) } else { (HPos::Right, -2.0, -5.0) };
        // Never over one another, even where curves are one.
        let height = (level + pixels(down)).max(lowest + pixels(13.0)).clamp(top + pixels(10.0), bottom);
        (last, lowest) = (level, height);
        let place = (x(named) + pixels(shift), height);
        area.draw(&Text::new(curve.name, place, label(12.0, curve.color, anchor, VPos::Bottom)))?;
    }
    Ok(())
}

fn rgb(color: Rgb) -> RGBColor {
    RGBColor(color.0, color.1, color.2)
}

fn drawable(share: f64) -> bool {
    share.is_finite() && share > 0.0
}

/// Runs of steps whose shares can be drawn as a line.
fn unbroken(reach: &[f64], steps: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut runs = vec![vec![]];
    for t in steps {
        if drawable(reach[t]) {
            if let Some(run) = runs.last_mut() {
                run.push(t);
            }
        } else if runs.last().is_some_and(|run| !run.is_empty()) {
            runs.push(vec![]);
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Where a stretch of numbers that no line can show begins: underflowed to 0, infinite, or NaN.
fn oddities(reach: &[f64]) -> Vec<(usize, &'static str)> {
    let sign = |x: f64| match x {
        x if x.is_nan() => Some("NaN"),
        x if x.is_infinite() => Some("∞"),
        0.0 => Some("0"),
        _ => None,
    };
    let signs: Vec<_> = reach.iter().map(|x| sign(*x)).collect();
    let ends = (0..signs.len()).filter(|&t| signs.get(t + 1) != Some(&signs[t]));
    ends.filter_map(|t| signs[t].map(|sign| (t, sign))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(reach: Vec<f64>) -> ReachChart {
        let steps = reach.len();
        ReachChart {
            curves: vec![Curve { name: "RNN", color: Rgb(200, 100, 27), reach }],
            steps,
            read: steps - 1,
            known_from: 0,
            at: 0,
            scale: LogScale { low: -6, high: 0 },
            zoom: 1.0,
            margin: 0.0,
            font: "sans-serif",
        }
    }

    fn svg(chart: &ReachChart) -> String {
        let mut out = String::new();
        let area = SVGBackend::with_string(&mut out, (600, 132)).into_drawing_area();
        draw(&area, chart, &Palette::default()).expect("SVG can be drawn");
        drop(area);
        out
    }

    /// The vertices of the strongest polyline of the picture.
    fn curve(svg: &str) -> Vec<(i32, i32)> {
        let line =
            svg.lines().find(|l| l.contains("<polyline") && l.contains("#C8641B") && l.contains("opacity=\"1\""));
        let points = line.and_then(|l| l.split("points=\"").nth(1)).and_then(|l| l.split('"').next()).unwrap_or("");
        let vertex = |p: &str| p.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
        points.split_whitespace().filter_map(vertex).collect()
    }

    #[test]
    fn a_decade_is_a_sixth_of_the_height_and_steps_stand_in_their_columns() {
        // 132 high: 12 above, 6 below, so 19 pixels a decade.
        let vertices = curve(&svg(&chart(vec![1e-6, 1e-4, 1e-2, 1.0])));
        assert_eq!(vertices, [(75, 126), (225, 88), (375, 50), (525, 12)]);
    }

    #[test]
    fn what_no_line_can_show_is_named() {
        let picture = svg(&chart(vec![f64::NAN, f64::INFINITY, 0.0, 0.5, 1.0]));
        for sign in ["NaN", "∞", "0"] {
            assert!(picture.contains(&format!("\n{sign}\n")), "{sign} in {picture}");
        }
        assert_eq!(curve(&picture).len(), 2);
    }
}
