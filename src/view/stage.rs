//! What the figures of the stage share: one time axis, their size, and the colours.

use leptos::prelude::*;

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
    /// How much larger than drawn the lanes are.
    pub scale: Memo<f64>,
    /// Whether the chain of cells stands over the lanes.
    pub shows_chain: Memo<bool>,
    /// Whether a loop stands over the lanes, which unrolls into a chain.
    pub unrolls: Memo<bool>,
    /// How much larger than designed the chain is.
    pub chain_scale: Memo<f64>,
    /// Height in CSS pixels of what holds the stage: the stage's own, where it does not scroll, hangs on the scale.
    pub height: RwSignal<f64>,
    /// The colours.
    pub theme: Theme,
}

/// The heights at scale 1 of what grows with the stage, in CSS pixels: the RNN's lane, and the two others with the chart.
const LANES: (f64, f64) = (106.0, 512.0);
/// The least height of the RNN's lane, that of what is said beside it; and the height of all else but the words.
const SAID: (f64, f64) = (102.0, 142.0);
/// The same with the larger type for a class.
const SAID_TO_A_CLASS: (f64, f64) = (134.0, 168.0);
/// How much larger the chain over the lanes is drawn for a class, and the room that it takes as designed.
const CHAIN_TO_A_CLASS: f64 = 1.3;
const CHAIN: f64 = 78.0;
/// The least and the largest scale.
const SCALES: (f64, f64) = (0.66, 1.6);
/// Below this width of the window the stage scrolls with the page, and lanes are drawn as designed; in a lesson below the
/// second.
const NARROW: (f64, f64) = (760.0, 1000.0);

impl Stage {
    /// A stage that has not been laid out yet.
    #[must_use]
    pub fn new(store: Store, theme: Theme) -> Self {
        let height = RwSignal::new(LANES.0 + LANES.1 + SAID.1);
        let width = RwSignal::new(800.0);
        let words = Memo::new(move |_| Setting::of(store, width.get()));
        let shows_chain = Memo::new(move |_| store.offers("chain"));
        let unrolls = Memo::new(move |_| learns(store) && store.offers("unroll"));
        let chain_scale = Memo::new(move |_| if store.presenting.get() { CHAIN_TO_A_CLASS } else { 1.0 });
        let scale = Memo::new(move |_| {
            let (said, rest) = if store.presenting.get() { SAID_TO_A_CLASS } else { SAID };
            let chain = if shows_chain.get() && !learns(store) { CHAIN * chain_scale.get() } else { 0.0 };
            let room = height.get() - rest - chain - words.get().height();
            let fits = (room / (LANES.0 + LANES.1)).min((room - said) / LANES.1).clamp(SCALES.0, SCALES.1);
            let least = if learns(store) { NARROW.1 } else { NARROW.0 };
            let narrow = window().inner_width().ok().and_then(|w| w.as_f64()).is_some_and(|w| w < least);
            width.track();
            if narrow { 1.0 } else { (fits * 100.0).round() / 100.0 }
        });
        Self { width, margin: RwSignal::new(0.0), words, scale, shows_chain, unrolls, chain_scale, height, theme }
    }

    /// The step under an x of the time axis.
    #[must_use]
    pub fn step_at(&self, store: Store, x: f64) -> usize {
        let steps = store.settings.with_untracked(|s| s.steps());
        let step = (x / self.width.get_untracked() * steps as f64).max(0.0) as usize;
        step.min(steps - 1)
    }
}
