//! What the figures of the stage share: one time axis, their size, and the colours.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use course::lesson::{Figure, Level};
use engine::trace::CellKind;
use figures::{LaneLayout, Rows};
use model::keys::Key;

use super::setting::Setting;
use super::store::{Store, learns};
use super::theme::Theme;

/// What the figures of the stage share.
#[derive(Clone, Copy)]
pub struct Stage {
    /// Width of the time axis in CSS pixels.
    pub width: RwSignal<f64>,
    /// How far the chart reaches out to the left of the time axis, for its labels, in CSS pixels.
    pub margin: RwSignal<f64>,
    /// How the words over the lanes are set.
    pub words: Memo<Setting>,
    /// Whether there is room for what a cell is beside its lane.
    pub is_roomy: Memo<bool>,
    /// Height in CSS pixels of the embeddings under the words; 0 where they are not shown.
    pub embedding: Memo<f64>,
    /// Which rows the lanes have.
    pub rows: Memo<Rows>,
    /// How much larger than drawn the lanes are.
    pub scale: Memo<f64>,
    /// Whether the chain of cells stands over the lanes.
    pub shows_chain: Memo<bool>,
    /// Whether a loop stands over the lanes, which unrolls into a chain.
    pub unrolls: Memo<bool>,
    /// How much larger than designed figures are: for a class, whose letters are larger.
    pub zoom: RwSignal<f64>,
    /// Height in CSS pixels of what holds the stage: the stage's own, where it does not scroll, hangs on the scale.
    pub height: RwSignal<f64>,
    /// Width and margin on the screen while the page is printed.
    screen: StoredValue<Option<(f64, f64)>>,
    /// The colours.
    pub theme: Theme,
}

/// The heights at scale 1 of what grows with the stage, in CSS pixels: the RNN's lane, and the two others with the chart.
const LANES: (f64, f64) = (106.0, 512.0);
/// The least height of the RNN's lane, that of what is said beside it; and the height of all else but the words.
const SAID: (f64, f64) = (94.0, 152.0);
/// What a cell is takes so much more beside its lane, and is said from this height of the stage on.
const ABOUT: (f64, f64) = (18.0, 740.0);
/// For a class, in the page's pixels at the root's usual size: the height of all but the lanes, the words and the chain; and the
/// least height of a lane, that of its name and number.
const TO_A_CLASS: (f64, f64) = (34.0, 130.0);
/// The room that the chain over the lanes takes as designed.
const CHAIN: f64 = 78.0;
/// The height of the line that says how words become numbers: the embeddings say it themselves.
const SOURCE: f64 = 18.0;
/// The height of the embeddings, in the Lab from a height of the stage on, and in a lesson; and the gap below them.
const EMBEDDING: (f64, f64) = (16.0, 64.0);
const EMBEDDING_FROM: f64 = 660.0;
const EMBEDDING_GAP: f64 = 4.0;
/// The width of the time axis on paper, and the room at its left, in CSS pixels.
const PAPER: (f64, f64) = (640.0, 40.0);
/// The least and the largest scale.
const SCALES: (f64, f64) = (0.66, 1.6);
/// In a lesson: the height of what stands beside the lanes but the words; of the chart and what is said of it; between lanes; the
/// least height of a lane, that of its name and number; the room that is left for a row over the lanes.
const LESSON: (f64, f64, f64, f64, f64) = (64.0, 226.0, 10.0, 112.0, 72.0);
/// Where the stage is narrow: the height of what stands beside the lanes, and of what is said of one of them.
const LESSON_ON_A_PHONE: (f64, f64) = (48.0, 44.0);
/// The least and the largest scale there; a low window scrolls.
const LESSON_SCALES_ON_A_PHONE: (f64, f64) = (1.0, 1.8);
/// The least and the largest scale beside a lesson's text.
const LESSON_SCALES: (f64, f64) = (0.6, 2.0);
/// The least and the largest scale for a class.
const CLASS_SCALES: (f64, f64) = (0.6, 4.0);
/// The page's pixels, of what is measured in the root's letters, at a zoom of 1.
const LETTERS: f64 = 0.825;
/// Below the second of these widths of the window the stage scrolls with the page, and lanes are drawn as designed; below the
/// first it is a phone's.
const NARROW: (f64, f64) = (760.0, 1000.0);
/// The time axis before it is measured: its width where there is room, and the room beside it on a phone.
const FIRST: (f64, f64) = (800.0, 60.0);
/// Below this height of it all views scroll with the page, and nothing sticks but the button that plays.
const LOW: f64 = 600.0;

impl Stage {
    /// A stage that has not been laid out yet.
    #[must_use]
    pub fn new(store: Store, theme: Theme) -> Self {
        let height = RwSignal::new(LANES.0 + LANES.1 + SAID.1);
        let width = RwSignal::new(first_width());
        let zoom = RwSignal::new(1.0);
        let larger = move || if store.presenting.get() { LETTERS * zoom.get() } else { 1.0 };
        let words = Memo::new(move |_| Setting::of(store, width.get(), larger()));
        let embedding = Memo::new(move |_| {
            width.track();
            let is_text = store.sequence.with(|sequence| sequence.is_text());
            match () {
                () if !is_text || is_narrower(NARROW.0) || store.presenting.get() => 0.0,
                // Where a word is first said to become numbers; later it is one thing too many.
                () if learns(store) && store.figure() == Figure::Lanes && !store.level().has_gradient() => EMBEDDING.1,
                () if !learns(store) && height.get() >= EMBEDDING_FROM => EMBEDDING.0,
                () => 0.0,
            }
        });
        // What stands over the lanes: the words, and what they become.
        let above = Memo::new(move |_| {
            words.get().height(larger())
                + Some(embedding.get()).filter(|own| *own > 0.0).map_or(0.0, |own| own + EMBEDDING_GAP)
        });
        let shows_chain = Memo::new(move |_| store.offers("chain"));
        let unrolls = Memo::new(move |_| learns(store) && store.offers("unroll"));
        let rows = Memo::new(move |_| match store.figure() {
            Figure::Cell | Figure::Edit => Rows { gates: false, ribbon: store.level().has_gradient() },
            _ => Rows { gates: true, ribbon: store.level().has_gradient() },
        });
        let is_roomy = Memo::new(move |_| !store.presenting.get() && height.get() >= ABOUT.1);
        let scale = Memo::new(move |_| {
            if learns(store) {
                return lesson_scale(store, rows.get(), height.get(), above.get(), larger());
            }
            let chain = if shows_chain.get() { CHAIN * zoom.get() } else { 0.0 };
            if store.presenting.get() && !is_narrower(NARROW.0) {
                let (rest, said) = (TO_A_CLASS.0 * larger(), TO_A_CLASS.1 * larger());
                return shared(
                    height.get() - rest - chain - words.get().height(larger()),
                    &lanes(store, rows.get()),
                    0.0,
                    said,
                    CLASS_SCALES,
                );
            }
            let (said, rest) = SAID;
            let said = if is_roomy.get() { said + ABOUT.0 } else { said };
            let told = if embedding.get() > 0.0 { SOURCE } else { 0.0 };
            let room = height.get() - rest + told - chain - above.get();
            let fits = (room / (LANES.0 + LANES.1)).min((room - said) / LANES.1).clamp(SCALES.0, SCALES.1);
            width.track();
            // Where the stage scrolls with the page, its height follows from the lanes.
            if is_narrower(NARROW.1) { 1.0 } else { (fits * 100.0).round() / 100.0 }
        });
        Self {
            width,
            margin: RwSignal::new(0.0),
            words,
            is_roomy,
            embedding,
            rows,
            scale,
            shows_chain,
            unrolls,
            zoom,
            height,
            screen: StoredValue::new(None),
            theme,
        }
    }

    /// Lays the figures out for the paper, and for the screen again.
    pub fn lay_out(self, for_paper: bool) {
        let before = self.screen.try_update_value(std::mem::take).flatten();
        if for_paper {
            let screen = before.unwrap_or_else(|| (self.width.get_untracked(), self.margin.get_untracked()));
            self.screen.set_value(Some(screen));
            self.width.set(PAPER.0);
            self.margin.set(PAPER.1);
        } else if let Some((width, margin)) = before {
            self.width.set(width);
            self.margin.set(margin);
        }
    }

    /// The step under an x of the time axis.
    #[must_use]
    pub fn step_at(&self, store: Store, x: f64) -> usize {
        let steps = store.settings.with_untracked(|s| s.steps());
        let step = (x / self.width.get_untracked() * steps as f64).max(0.0) as usize;
        step.min(steps - 1)
    }
}

/// What a figure is made of. Beside a lesson's step one of another make is made anew: nothing of the one before moves into it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Make {
    /// The lesson's key; empty in the Lab.
    lesson: String,
    /// The kind of figure and how far its lesson has come; none in the Lab.
    step: Option<(Figure, Level)>,
    /// Whether a chain stands over it, and whether a loop does.
    over: (bool, bool),
    /// The height of the words over its lanes and of what they become, in whole CSS pixels.
    words: u32,
}

impl Make {
    /// What the figure is made of now.
    #[must_use]
    pub fn of(store: Store, stage: Stage) -> Self {
        if !learns(store) {
            return Self { lesson: String::new(), step: None, over: (false, false), words: 0 };
        }
        let lesson = store.settings.with(|settings| {
            let step = settings.text(Key::Lesson);
            step.split_once('.').map_or(step, |(lesson, _)| lesson).to_owned()
        });
        Self {
            lesson,
            step: Some((store.figure(), store.level())),
            over: (stage.shows_chain.get(), stage.unrolls.get()),
            words: (stage.words.get().height(1.0) + stage.embedding.get()) as u32,
        }
    }
}

/// The width of the time axis before it is measured: about what it will be, so that words are set as they will be.
fn first_width() -> f64 {
    let window = window().inner_width().ok().and_then(|own| own.as_f64()).unwrap_or(f64::INFINITY);
    (window - FIRST.1).clamp(0.0, FIRST.0)
}

/// Whether the stage scrolls with the page: in a window that is narrower, or in a low one.
fn is_narrower(least: f64) -> bool {
    let is_less = |length: Result<JsValue, JsValue>, least: f64| {
        length.ok().and_then(|own| own.as_f64()).is_some_and(|own| own < least)
    };
    is_less(window().inner_width(), least) || is_less(window().inner_height(), LOW)
}

/// How much larger than drawn the lanes of a lesson's figure are: so that all of it fits into a height.
fn lesson_scale(store: Store, rows: Rows, height: f64, words: f64, larger: f64) -> f64 {
    if store.figure() != Figure::Lanes {
        return 1.0;
    }
    if is_narrower(NARROW.1) {
        // Beside the words, each lane has what is said of it above it.
        let (beside, said) = LESSON_ON_A_PHONE;
        let lanes = lanes(store, rows);
        let chart = if store.shows_reach() { beside + LESSON.1 } else { beside };
        let room = height - words - chart - said * lanes.len() as f64;
        return shared(room, &lanes, 0.0, 0.0, LESSON_SCALES_ON_A_PHONE);
    }
    let (beside, chart, between, said, above) = LESSON;
    let (beside, said, above) = (beside * larger, said * larger, above * larger);
    let lanes = lanes(store, rows);
    let chart = if store.shows_reach() { chart } else { 0.0 };
    // Where all cells are, no row stands over them.
    let above = if lanes.len() < CellKind::ALL.len() { above } else { 0.0 };
    let room = height - beside - words - above - between * lanes.len() as f64;
    let scales = if store.presenting.get() { CLASS_SCALES } else { LESSON_SCALES };
    shared(room, &lanes, chart, said, scales)
}

/// The heights of the lanes at scale 1.
fn lanes(store: Store, rows: Rows) -> Vec<f64> {
    store.lanes_shown().into_iter().map(|cell| LaneLayout::new(cell, rows, 1.0).height).collect()
}

/// The scale at which lanes and a chart fill a room. A lane is not less high than what is said beside it: what the others have
/// is shared among them.
fn shared(mut room: f64, lanes: &[f64], chart: f64, said: f64, (least, largest): (f64, f64)) -> f64 {
    let mut all = lanes.iter().sum::<f64>() + chart;
    for lane in lanes {
        if lane * room / all < said && lanes.len() > 1 {
            (room, all) = (room - said, all - lane);
        }
    }
    (100.0 * (room / all).clamp(least, largest)).round() / 100.0
}
