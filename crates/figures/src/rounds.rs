//! The rounds of a parallel scan: a row a round, a place a step, and what each step takes over from another.

use plotters_backend::DrawingBackend;

use crate::backend::{Drawing, Fault};
use crate::chart::{Chart, Role, Shape};
use crate::layout::Layout;
use crate::read::{Reading, Table, Value, step_named};
use crate::render::draw;
use crate::style::{Paint, Stroke};
use crate::{Axes, Axis, Format, Palette, Scale};
use words::figures::{self, words};
use words::format::{Digits, Group, Measure};

/// A place in CSS pixels.
type Place = (f64, f64);

/// The radius of a place, in CSS pixels.
const RADIUS: f64 = 4.5;
/// The least pitch of columns that leaves room for heads of arrows.
const PITCH: f64 = 16.0;
/// The sides that a ring is drawn with.
const SIDES: usize = 24;

/// The rounds of a scan of h_t = a_t h_{t−1} + b_t.
#[derive(Clone, Debug, PartialEq)]
pub struct Rounds {
    /// The words of the sequence, one a step.
    pub words: Vec<String>,
    /// (a, b) that each step holds before the first round and after each.
    pub held: Vec<Vec<(f64, f64)>>,
    /// The round in sight: how many have been made.
    pub round: usize,
    /// The step that is looked at.
    pub at: usize,
}

impl Rounds {
    /// How many steps a step holds at most after a round.
    fn reach(round: usize) -> usize {
        1 << round
    }

    /// How many steps have their state: those that hold all of their past.
    fn done(&self) -> usize {
        self.words.len().min(Self::reach(self.round))
    }

    /// What is seen, as a sentence.
    #[must_use]
    pub fn headline(&self) -> String {
        let (steps, last) = (self.words.len(), self.held.len() - 1);
        if self.round == last {
            return figures::scan_done(last, steps, steps.saturating_sub(1));
        }
        figures::scan_round(self.round, last, self.done(), steps)
    }

    /// The axes, with a row a round from the top.
    fn frame(&self) -> Chart {
        let rows = (0..self.held.len())
            .map(|round| if round == 0 { words().scan_begin.to_owned() } else { figures::scan_row(round) });
        let y = Axis {
            title: words().scan_axis.to_owned(),
            scale: Scale::named_down(rows.collect::<Vec<_>>().into_iter()),
            format: Format::Of(Measure::Count),
        };
        Axes { x: Axis::of_steps(&self.words), y }.chart()
    }

    /// Where the rounds stand in a size.
    #[must_use]
    pub fn layout(&self, size: (f64, f64)) -> Layout {
        Layout::new(&self.frame(), size, false)
    }

    /// The place of a step after a round.
    fn place(&self, layout: &Layout, step: usize, round: usize) -> Place {
        (layout.x(step as f64), layout.y((self.held.len() - 1 - round) as f64))
    }

    /// The step whose column is nearest to a place.
    #[must_use]
    pub fn nearest(&self, layout: &Layout, x: f64) -> usize {
        let distance = |step: &usize| (layout.x(*step as f64) - x).abs();
        (0..self.words.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or_default()
    }

    /// What a step holds after the round in sight.
    #[must_use]
    pub fn reading(&self, step: usize) -> Reading {
        let (a, b) = self.held[self.round][step];
        let group = Group::new(Measure::Number, [a, b]);
        let value = |name: &str, number: f64| Value {
            name: name.to_owned(),
            role: Role::Ink,
            shape: Shape::Bar,
            number,
            text: group.write(number, Digits::Table),
        };
        let from = (step + 1).saturating_sub(Self::reach(self.round));
        let is_done = from == 0;
        let name = if is_done { words().scan_b_done } else { words().scan_b };
        Reading {
            x: step as f64,
            place: figures::scan_holds(&step_named(step, &self.words[step]), from + 1, step + 1),
            values: vec![value(words().scan_a, a), value(name, b)],
        }
    }

    /// What all steps hold after the round in sight.
    #[must_use]
    pub fn table(&self) -> Table {
        let held = &self.held[self.round];
        let groups = [held.iter().map(|own| own.0).collect::<Vec<_>>(), held.iter().map(|own| own.1).collect()];
        let [a, b] = groups.map(|own| Group::new(Measure::Number, own));
        let row = |(step, own): (usize, &(f64, f64))| {
            let from = (step + 1).saturating_sub(Self::reach(self.round));
            vec![
                step_named(step, &self.words[step]),
                figures::scan_span(from + 1, step + 1),
                a.column(own.0, Digits::Table),
                b.column(own.1, Digits::Table),
            ]
        };
        let head = [words().step_axis, words().scan_span_head, words().scan_a, words().scan_b];
        Table {
            head: head.map(str::to_owned).to_vec(),
            rows: held.iter().enumerate().map(row).collect(),
            notes: vec![],
        }
    }

    /// Draws the rounds that have been made, and the way to the step that is looked at.
    ///
    /// # Errors
    /// What the backend reports.
    pub fn draw<B: DrawingBackend>(
        &self,
        drawing: &mut Drawing<B>,
        looked: Option<usize>,
        palette: &Palette,
    ) -> Result<(), Fault<B>> {
        let layout = self.layout(drawing.size());
        draw(drawing, &self.frame(), &layout, palette)?;
        let steps = self.words.len();
        let pitch = (layout.to.0 - layout.from.0) / steps as f64;
        let goal = looked.unwrap_or(self.at).min(steps - 1);
        let mut counts = vec![vec![false; steps]; self.round + 1];
        counts[self.round][goal] = true;
        for round in (0..self.round).rev() {
            for step in 0..steps {
                if counts[round + 1][step] {
                    counts[round][step] = true;
                    if let Some(from) = step.checked_sub(Self::reach(round)) {
                        counts[round][from] = true;
                    }
                }
            }
        }
        // The strong lines lie over the others.
        for is_strong in [false, true] {
            for (round, step) in (0..self.round).flat_map(|round| (0..steps).map(move |step| (round, step))) {
                if counts[round + 1][step] != is_strong {
                    continue;
                }
                let stroke = match is_strong {
                    true => Stroke::new(palette.ink, 2.0),
                    false => Stroke::new(palette.ink_soft, 1.0),
                };
                let to = self.place(&layout, step, round + 1);
                drawing.path(&[self.place(&layout, step, round), to], stroke)?;
                if let Some(from) = step.checked_sub(Self::reach(round)) {
                    let from = self.place(&layout, from, round);
                    drawing.path(&[from, to], stroke)?;
                    if pitch >= PITCH {
                        drawing.area(&head(from, to), stroke.paint)?;
                    }
                }
            }
        }
        let radius = RADIUS.min(0.4 * pitch);
        for (round, step) in (0..self.held.len()).flat_map(|round| (0..steps).map(move |step| (round, step))) {
            let at = self.place(&layout, step, round);
            let is_dark = counts.get(round).is_some_and(|counts| counts[step]);
            let color = if is_dark { palette.ink } else { palette.ink_soft };
            match (round <= self.round, step < Self::reach(round)) {
                (false, _) => drawing.dot(at, 0.4 * radius, palette.line)?,
                (true, true) => drawing.dot(at, radius, color)?,
                (true, false) => {
                    drawing.dot(at, radius, palette.paper)?;
                    drawing.path(&ring(at, radius), Stroke::new(color, 1.4))?;
                }
            }
        }
        let at = self.place(&layout, goal, self.round);
        drawing.path(&ring(at, radius + 3.0), Stroke::new(Paint::from(palette.ink), 1.6))
    }
}

/// The head of an arrow that ends before a place.
fn head(from: Place, to: Place) -> [Place; 3] {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(f64::MIN_POSITIVE);
    let (dx, dy) = (dx / length, dy / length);
    let point = |along: f64, across: f64| (to.0 - along * dx - across * dy, to.1 - along * dy + across * dx);
    [point(RADIUS, 0.0), point(RADIUS + 7.0, 3.0), point(RADIUS + 7.0, -3.0)]
}

/// A circle as a path.
fn ring((x, y): Place, radius: f64) -> Vec<Place> {
    let at = |side: usize| {
        let (sin, cos) = (side as f64 / SIDES as f64 * std::f64::consts::TAU).sin_cos();
        (x + radius * cos, y + radius * sin)
    };
    (0..=SIDES).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Mark, record};

    fn rounds(round: usize) -> Rounds {
        let words = (0..13).map(|t| format!("w{t}")).collect();
        let held = (0..=4).map(|round| (0..13).map(|t| (f64::from(t), f64::from(t + 100 * round))).collect()).collect();
        Rounds { words, held, round, at: 12 }
    }

    fn palette() -> Palette {
        Palette { ink: crate::Rgb(1, 2, 3), ink_soft: crate::Rgb(4, 5, 6), ..Palette::default() }
    }

    /// Lines of two points that lead from one column to another.
    fn aslant(rounds: &Rounds) -> Vec<(Place, Place)> {
        let all = record((600.0, 300.0), |drawing| rounds.draw(drawing, None, &palette())).unwrap();
        let of = |mark: &Mark| match mark {
            Mark::Path(points, _) if points.len() == 2 => Some((points[0], points[1])),
            _ => None,
        };
        let lines = all.iter().filter(|drawn| drawn.color != palette().line).filter_map(|drawn| of(&drawn.mark));
        lines.filter(|(a, b)| (a.0 - b.0).abs() > 1.0).collect()
    }

    #[test]
    fn every_round_has_an_arrow_for_each_composition_and_none_more() {
        for round in 0..=4 {
            let own = rounds(round);
            let layout = own.layout((600.0, 300.0));
            let all = aslant(&own);
            let composed: usize = (0..round).map(|round| 13 - (1 << round)).sum();
            assert_eq!(all.len(), composed, "after round {round}");
            // From t − 2^k to t.
            for (from, to) in &all {
                let steps = own.nearest(&layout, to.0) - own.nearest(&layout, from.0);
                let row = (0..4).find(|row| (own.place(&layout, 0, *row).1 - from.1).abs() < 0.5).unwrap();
                assert_eq!(steps, 1 << row);
            }
        }
    }

    #[test]
    fn what_a_step_holds_is_told_with_the_steps_it_is_made_of() {
        let own = rounds(2);
        let told = own.reading(6);
        assert!(told.place.contains('7') && told.place.contains("4 to 7"), "{}", told.place);
        assert_eq!(told.values.iter().map(|value| value.number).collect::<Vec<_>>(), [6.0, 206.0]);
        assert_eq!(own.table().rows.len(), 13);
        assert_eq!((own.done(), rounds(4).done()), (4, 13));
        assert!(rounds(4).headline().contains("12"), "{}", rounds(4).headline());
    }
}
