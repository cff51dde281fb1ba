//! Films: the two passes of a run, or a training run. What stands on every frame is drawn once, and what is shown bit by bit once;
//! each frame says which parts of that are shown by now.

use std::convert::Infallible;

use plotters_backend::DrawingErrorKind;

use engine::trace::{CellKind, Pass};
use model::lab::{Lane, Run};
use model::playback::{Playback, Playhead, Timeline};
use model::settings::Part;

use crate::lane::{Rows, lane_pixels};
use crate::record::{Drawn, record};
use crate::render::draw;
use crate::strip::{Stand, Strip, Strips};
use crate::style::{Letters, Stroke};
use crate::text::Face;
use crate::{Axes, Chart, Layout, LogScale, Map, Margins, Palette, Rect};

/// The size of a film in CSS pixels. It is made of more pixels: letters are to be read from afar.
pub const SIZE: (f64, f64) = (960.0, 540.0);
/// Frames a second.
pub const RATE: usize = 30;

/// Round everything, in CSS pixels.
const ROOM: f64 = 24.0;
/// The sizes of letters: of the title, of what is told of the moment, of a cell's name, of the source.
const TITLE: f64 = 19.0;
const MOMENT: f64 = 14.0;
const NAME: f64 = 14.0;
const SOURCE: f64 = 10.0;
/// The base lines of title and moment, and where the figure begins and ends.
const LINES: (f64, f64) = (38.0, 63.0);
const FIGURE: (f64, f64) = (80.0, 506.0);
/// How strong what is not shown yet is in a film of a pass, as on the page.
const FAINT: f64 = 0.16;
/// Seconds before the first step, between the passes, and after the last.
const STILL: (f64, f64, f64) = (0.5, 0.7, 2.0);
/// Seconds of a training run.
const COURSE: f64 = 12.0;
/// Of a film of a training run: the height of the losses, and between what stands beside each other.
const LOSSES: f64 = 232.0;
const GAP: f64 = 20.0;
/// The width of a line that runs along with what is shown.
const LINE: f64 = 1.5;

/// What a record of marks can fail with: nothing.
type Shapes<T> = Result<T, DrawingErrorKind<Infallible>>;

/// Pixels at a place of the film.
#[derive(Clone, Debug, PartialEq)]
pub struct Image {
    /// Where they stand.
    pub at: Rect,
    /// Pixels a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Four bytes a pixel, row after row.
    pub rgba: Vec<u8>,
}

/// One frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// The parts that are shown.
    pub shown: Vec<Rect>,
    /// What is drawn over them.
    pub over: Vec<Drawn>,
}

/// A film.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    /// What stands on every frame, the paper first.
    pub always: Vec<Drawn>,
    /// What is shown bit by bit.
    pub shown: Vec<Drawn>,
    /// The same as pixels, where it would be too many shapes.
    pub images: Vec<Image>,
    /// How strong that is where it is not shown yet: 0 to 1.
    pub faint: f64,
    /// The frames, [`RATE`] a second.
    pub frames: Vec<Frame>,
}

impl Film {
    /// How long it is, in seconds.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.frames.len() as f64 / RATE as f64
    }
}

/// What stands on every film.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// What it shows.
    pub title: &'a str,
    /// Where it comes from.
    pub source: &'a str,
}

impl Told<'_> {
    /// The paper, with both on it; the source in so much room.
    fn marks(self, room: f64, palette: &Palette) -> Shapes<Vec<Drawn>> {
        let (title, source) =
            (Letters::new(Face::SerifBold, TITLE, palette.ink), Letters::new(Face::Sans, SOURCE, palette.ink_soft));
        record(SIZE, |drawing| {
            drawing.rect((0.0, 0.0), SIZE, palette.paper)?;
            drawing.text(&cut(self.title, &title, SIZE.0 - 2.0 * ROOM), (ROOM, LINES.0), &title)?;
            drawing.text(&cut(self.source, &source, room), (ROOM, SIZE.1 - 14.0), &source)
        })
    }
}

/// A text as far as it fits.
fn cut(text: &str, letters: &Letters, room: f64) -> String {
    if letters.width(text) <= room {
        return text.to_owned();
    }
    let mut shown = text.to_owned();
    while !shown.is_empty() && letters.width(&shown) + letters.width("…") > room {
        shown.pop();
    }
    shown + "…"
}

/// What is told of a moment.
fn moment(text: &str, palette: &Palette) -> Shapes<Vec<Drawn>> {
    record(SIZE, |drawing| drawing.text(text, (ROOM, LINES.1), &Letters::new(Face::Sans, MOMENT, palette.ink)))
}

fn frames(seconds: f64) -> usize {
    (seconds * RATE as f64).round() as usize
}

/// The two passes of a run.
#[derive(Clone, Copy)]
pub struct PassesOf<'a> {
    /// The run.
    pub run: &'a Run,
    /// The words of its steps.
    pub words: &'a [String],
    /// What the rows of what is left of the gradient are called.
    pub ribbon: &'a str,
    /// What stands on every frame.
    pub told: Told<'a>,
}

/// Where the playhead is on each frame, and how much of its step is shown; none before the first step.
fn playheads(line: Timeline) -> Vec<Option<(Playhead, f64)>> {
    let elapsed = 1000.0 / RATE as f64;
    let mut all = vec![None; frames(STILL.0)];
    let mut at = Playback { playhead: line.start(), phase: 0.0, playing: true };
    while at.playing {
        let before = at.playhead.pass;
        at = at.tick(line, elapsed, 1.0);
        if at.playhead.pass != before {
            let whole = Playhead { pass: before, step: line.steps - 1 };
            all.extend(vec![Some((whole, 1.0)); frames(STILL.1)]);
        }
        all.push(Some((at.playhead, at.phase)));
    }
    all.extend(vec![Some((at.playhead, 1.0)); frames(STILL.2)]);
    all
}

/// The film of both passes: step by step the states and gates from left to right, then what is left of the gradient from right to
/// left. `told` says what is to be read at a playhead, and before the first step.
///
/// # Errors
/// None that a record has.
pub fn passes(of: &PassesOf, tell: impl Fn(Option<Playhead>) -> String, palette: &Palette) -> Shapes<Film> {
    let lanes = CellKind::ALL.map(|cell| of.run.lane(cell));
    fn strip(lane: &Lane) -> Strip<'_> {
        Strip { layer: lane.trace.top(), reach: &lane.reach[..=lane.trace.read] }
    }
    let strips =
        Strips { words: of.words, lanes: lanes.map(strip).into(), rows: Rows::ALL, at: None, ribbon: of.ribbon };
    let own = (SIZE.0 - 2.0 * ROOM, FIGURE.1 - FIGURE.0);
    let mut stands = vec![];
    let names = record(own, |drawing| {
        stands = strips.draw_names(drawing, palette)?;
        Ok(())
    })?;
    let mut always = of.told.marks(own.0, palette)?;
    always.extend(names.into_iter().map(|own| own.moved((ROOM, FIGURE.0))));
    let (mut shown, mut images) = (vec![], vec![]);
    for (lane, stand) in strips.lanes.iter().zip(&mut stands) {
        (stand.left, stand.top) = (stand.left + ROOM, stand.top + FIGURE.0);
        if lane.is_drawn() {
            let place = (stand.left, stand.top);
            shown.extend(record(SIZE, |drawing| lane.draw(drawing, &stand.layout, place, stand.width, palette))?);
        } else {
            let own = lane_pixels(lane.layer, lane.reach, LogScale::RIBBON, &stand.layout, palette, 1.0);
            let at = Rect { x: stand.left, y: stand.top, width: stand.width, height: stand.layout.height };
            images.push(Image { at, width: own.steps, height: own.height, rgba: own.rgba });
        }
    }
    let line = Timeline { steps: of.words.len(), read: lanes[0].trace.read, goes_back: true };
    let frame = |at: Option<(Playhead, f64)>| {
        let shown = at.iter().flat_map(|at| stands.iter().flat_map(|stand| reached(stand, line.steps, *at))).collect();
        let mut over = moment(&tell(at.map(|(playhead, _)| playhead)), palette)?;
        for (stand, (playhead, _)) in stands.iter().flat_map(|stand| at.map(|at| (stand, at))) {
            let [from, to] = stand.column(playhead.step, line.steps);
            over.extend(record(SIZE, |drawing| drawing.frame(from, to, Stroke::new(palette.ink, LINE)))?);
        }
        Ok(Frame { shown, over })
    };
    let frames = playheads(line).into_iter().map(frame).collect::<Shapes<_>>()?;
    Ok(Film { always, shown, images, faint: FAINT, frames })
}

/// What of a lane of so many steps is shown at a playhead: states and gates up to it or all of them, and from it on what is left of
/// the gradient.
fn reached(stand: &Stand, steps: usize, (playhead, phase): (Playhead, f64)) -> Vec<Rect> {
    let column = stand.width / steps as f64;
    let ribbon = stand.layout.band(Part::Gradient);
    let foot = ribbon.map_or(stand.layout.height, |band| band.top);
    let (until, from) = match playhead.pass {
        Pass::Forward => ((playhead.step as f64 + phase) * column, stand.width),
        Pass::Backward => (stand.width, (playhead.step as f64 + 1.0 - phase) * column),
    };
    let states = Rect { x: stand.left, y: stand.top, width: until, height: foot };
    let back = ribbon.map(|band| Rect {
        x: stand.left + from,
        y: stand.top + band.top,
        width: stand.width - from,
        height: band.height,
    });
    [Some(states), back].into_iter().flatten().filter(|part| part.width > 0.0).collect()
}

/// A training run.
pub struct CourseOf<'a> {
    /// The losses of the three cells.
    pub losses: &'a Chart,
    /// How far each cell's gradient reaches, with the axes of all three.
    pub reach: [&'a Map; 3],
    /// The axes of the maps.
    pub axes: Axes,
    /// The title above the maps.
    pub reach_title: &'a str,
    /// The last training step of the axes, and the last that was made.
    pub last: (f64, f64),
    /// What stands on every frame.
    pub told: Told<'a>,
}

/// The film of a training run: the losses and the maps from left to right. `tell` says what is to be read at a training step.
///
/// # Errors
/// None that a record has.
pub fn course(of: &CourseOf, tell: impl Fn(f64) -> String, palette: &Palette) -> Shapes<Film> {
    let size = (SIZE.0 - 2.0 * ROOM, LOSSES);
    let own = ((size.0 - 2.0 * GAP) / 3.0, FIGURE.1 - FIGURE.0 - LOSSES - GAP - NAME);
    // Beside it stands what the shades mean.
    let mut always = of.told.marks(own.0, palette)?;
    // The headline would tell the end.
    let layout = Layout::new(of.losses, size, false);
    let mut bare = of.losses.clone();
    bare.series.iter_mut().for_each(|series| series.points.clear());
    bare.rug = None;
    let at = |own: Vec<Drawn>, place: (f64, f64)| own.into_iter().map(move |own| own.moved(place));
    always.extend(at(record(size, |drawing| draw(drawing, &bare, &layout, palette))?, (ROOM, FIGURE.0)));
    // With the lines come their names, and those of what they are compared with make room: nothing of before stays below.
    let whole = record(size, |drawing| {
        drawing.rect((0.0, 0.0), size, palette.paper)?;
        draw(drawing, of.losses, &layout, palette)
    })?;
    let shown: Vec<Drawn> = at(whole, (ROOM, FIGURE.0)).collect();
    // What is shown of each figure, and within it the plot.
    let plot = |layout: &Layout, (x, y): (f64, f64)| Rect {
        x: x + layout.from.0,
        y: y + layout.from.1,
        width: layout.to.0 - layout.from.0,
        height: layout.to.1 - layout.from.1,
    };
    let whole = Rect { x: ROOM, y: FIGURE.0, width: size.0, height: LOSSES };
    let mut parts = vec![(whole, plot(&layout, (ROOM, FIGURE.0)))];
    let chart = of.axes.clone().chart();
    let layout = Layout::with_margins(&chart, own, false, Margins::of(&chart, own, false));
    let top = FIGURE.0 + LOSSES + GAP + NAME;
    let legend = &of.reach[0].legend;
    always.extend(record(SIZE, |drawing| legend.draw(drawing, (ROOM + own.0 + GAP, SIZE.1 - 24.0), palette))?);
    let mut images = vec![];
    for (n, (cell, map)) in CellKind::ALL.into_iter().zip(of.reach).enumerate() {
        let left = ROOM + n as f64 * (own.0 + GAP);
        let name = record(SIZE, |drawing| {
            let letters = Letters::new(Face::SerifBold, NAME, palette.cells[n]);
            drawing.text(cell.name(), (left, top - 8.0), &letters)?;
            let beside = left + letters.width(cell.name()) + 10.0;
            let title = if n == 0 { of.reach_title } else { "" };
            drawing.text(title, (beside, top - 8.0), &Letters::new(Face::Sans, NAME - 4.0, palette.ink_soft))
        })?;
        always.extend(name);
        always.extend(at(record(own, |drawing| draw(drawing, &chart, &layout, palette))?, (left, top)));
        let place = plot(&layout, (left, top));
        images.push(Image { at: place, width: map.width, height: map.height, rgba: map.rgba(palette) });
        parts.push((place, place));
    }
    let frame = |part: f64| {
        let step = of.last.1 * part;
        let along = step / of.last.0.max(1.0);
        let rects = parts.iter().map(|(whole, plot)| {
            // With the last step come the names at the ends of the lines.
            let until = if part < 1.0 { plot.x + plot.width * along } else { whole.x + whole.width };
            Rect { width: until - whole.x, ..*whole }
        });
        let mut over = moment(&tell(step), palette)?;
        for (_, plot) in &parts {
            let x = plot.x + plot.width * along;
            let line = [(x, plot.y), (x, plot.y + plot.height)];
            over.extend(record(SIZE, |drawing| drawing.path(&line, Stroke::new(palette.ink_soft, LINE)))?);
        }
        Ok(Frame { shown: rects.collect(), over })
    };
    let run = frames(COURSE);
    let parts_of = (0..frames(STILL.0)).map(|_| 0.0).chain((1..=run).map(|n| n as f64 / run as f64));
    let frames = parts_of.chain((0..frames(STILL.2)).map(|_| 1.0)).map(frame).collect::<Shapes<_>>()?;
    Ok(Film { always, shown, images, faint: 0.0, frames })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Run as Trained, Sample, extent, losses, maps};
    use crate::{Legend, Mark, Rgb, Tones};
    use model::sequence::{Library, Sequence, impulse};
    use model::settings::Settings;

    const TOLD: Told<'_> = Told { title: "The two passes", source: "Unrolled" };

    fn palette() -> Palette {
        Palette { paper: Rgb(250, 250, 250), ink: Rgb(1, 2, 3), ..Palette::default() }
    }

    fn area(frame: &Frame) -> f64 {
        frame.shown.iter().map(|part| part.width * part.height).sum()
    }

    fn is_on_paper(rect: &Rect) -> bool {
        rect.x >= 0.0 && rect.y >= 0.0 && rect.x + rect.width <= SIZE.0 + 0.01 && rect.y + rect.height <= SIZE.1 + 0.01
    }

    fn texts(marks: &[Drawn]) -> Vec<&str> {
        marks.iter().filter_map(|own| if let Mark::Text(text) = &own.mark { Some(&*text.text) } else { None }).collect()
    }

    fn run() -> (Run, Sequence) {
        let settings = Settings::default();
        let sequence = settings.sequence(Library::shipped());
        (Run::new(&settings, &sequence), sequence)
    }

    #[test]
    fn the_passes_show_states_first_then_the_gradient_and_in_the_end_all() {
        let (run, sequence) = run();
        let of = PassesOf { run: &run, words: &sequence.labels, ribbon: "left", told: TOLD };
        let tell = |at: Option<Playhead>| at.map_or("before".to_owned(), |at| format!("{:?} {}", at.pass, at.step));
        let film = passes(&of, tell, &palette()).unwrap();
        assert!(film.frames[0].shown.is_empty());
        assert_eq!(texts(&film.frames[0].over), ["before"]);
        let areas: Vec<f64> = film.frames.iter().map(area).collect();
        assert!(areas.windows(2).all(|pair| pair[1] >= pair[0] - 1e-9), "what is shown stays");
        assert!(film.frames.iter().flat_map(|frame| &frame.shown).all(is_on_paper));
        // Of each lane the states and the ribbon, from its left end to its right.
        let last = film.frames.last().unwrap();
        assert_eq!(last.shown.len(), 6);
        assert!(last.shown.iter().all(|part| (part.width - last.shown[0].width).abs() < 1e-9));
        assert_eq!(texts(&last.over), ["Backward 0"]);
        // The tempo is the page's: two passes, and three times at rest.
        let line = Timeline { steps: sequence.labels.len(), read: run.lane(CellKind::Rnn).trace.read, goes_back: true };
        let passes = (line.steps + line.read + 1) as f64 * line.step_ms(1.0) / 1000.0;
        let still = STILL.0 + STILL.1 + STILL.2;
        assert!((film.seconds() - passes - still).abs() < 2.0 / RATE as f64, "{} {passes}", film.seconds());
        assert!(film.images.is_empty() && film.shown.len() > 100);
    }

    #[test]
    fn a_long_address_is_cut_where_its_room_ends() {
        let letters = Letters::new(Face::Sans, SOURCE, Rgb::default());
        let long = "https://example.org/#".repeat(40);
        let shown = cut(&long, &letters, 300.0);
        assert!(shown.ends_with('…') && letters.width(&shown) <= 300.0 && shown.len() > 30);
        assert_eq!(cut("short", &letters, 300.0), "short");
    }

    #[test]
    fn a_sequence_of_too_many_shapes_is_pixels() {
        let settings = Settings { units: 32, ..Settings::default() };
        let sequence = impulse(500, 8);
        let run = Run::new(&settings, &sequence);
        let of = PassesOf { run: &run, words: &sequence.labels, ribbon: "left", told: TOLD };
        let film = passes(&of, |_| String::new(), &palette()).unwrap();
        assert!(film.shown.is_empty() && film.images.len() == 3);
        assert!(film.images.iter().all(|own| own.rgba.len() == 4 * own.width * own.height && is_on_paper(&own.at)));
        assert!(film.seconds() < 40.0, "{}", film.seconds());
    }

    #[test]
    fn a_training_run_grows_to_its_last_step_and_ends_whole() {
        let samples: Vec<Sample> = (0..=10)
            .map(|n| {
                let loss = 1.0 / f64::from(n + 1);
                Sample { step: 100.0 * f64::from(n), mean: loss, low: loss, high: loss }
            })
            .collect();
        let runs = CellKind::ALL.map(|cell| Trained { cell, samples: &samples, has_seeds: false });
        let extent = extent(&runs, &[], 2000);
        let chart = losses(&runs, &[], &extent);
        let legend = Legend { title: String::new(), ends: ["", "", ""].map(str::to_owned), tones: Tones::Gradient };
        let map = Map::new(4, [Some(0.0), Some(0.5), None, None], legend);
        let of = CourseOf {
            losses: &chart,
            reach: [&map; 3],
            axes: maps::reach(extent.x.clone(), 1),
            reach_title: "reach",
            last: (1000.0, 500.0),
            told: TOLD,
        };
        let film = course(&of, |step| format!("{step}"), &palette()).unwrap();
        assert!((film.seconds() - STILL.0 - COURSE - STILL.2).abs() < 1e-9);
        assert_eq!(texts(&film.frames[0].over), ["0"]);
        let last = film.frames.last().unwrap();
        assert_eq!(texts(&last.over), ["500"]);
        assert!(last.shown.iter().all(is_on_paper) && last.shown.len() == 4);
        // Half of the axes, where the run has come, one frame before the last.
        let end = frames(STILL.0) + frames(COURSE) - 2;
        let (part, whole) = (film.frames[end].shown[1], film.images[0].at);
        assert!((part.width / whole.width - 0.5).abs() < 0.01, "{part:?} {whole:?}");
        assert!(texts(&film.always).contains(&"LSTM"));
        // What was drawn before the lines came lies below paper.
        assert_eq!(film.shown[0].color, palette().paper);
        assert!(film.always.len() + film.shown.len() < 500);
    }
}
