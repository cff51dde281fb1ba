//! The stage: tokens, three lanes, chart and scrubber over one time axis.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

use engine::trace::CellKind;
use words::page::words;

use super::describe;
use super::lane::Lane;
use super::live::{shows, text};
use super::reach::Reach;
use super::scrubber::Scrubber;
use super::store::Store;
use super::theme::Theme;
use super::tokens::Tokens;

/// What the figures of the stage share.
#[derive(Clone, Copy)]
pub struct Stage {
    /// Width of the time axis in CSS pixels.
    pub width: RwSignal<f64>,
    /// How far the chart reaches out to the left of the time axis, for its labels, in CSS pixels.
    pub margin: RwSignal<f64>,
    /// How much larger than drawn the lanes are.
    pub scale: Memo<f64>,
    /// Height of the stage in CSS pixels.
    pub height: RwSignal<f64>,
    /// The colours.
    pub theme: Theme,
}

/// The height at scale 1 of what grows with the stage (three lanes and the chart), and of all else
/// on the stage, in CSS pixels.
const LANES: f64 = 606.0;
const REST: f64 = 200.0;
/// Below this width of the window the stage scrolls, and lanes are drawn as designed.
const NARROW: f64 = 760.0;

impl Stage {
    /// A stage that has not been laid out yet.
    #[must_use]
    pub fn new(theme: Theme) -> Self {
        let height = RwSignal::new(LANES + REST);
        let width = RwSignal::new(800.0);
        let scale = Memo::new(move |_| {
            let fits = ((height.get() - REST) / LANES).clamp(0.8, 1.6);
            let narrow = window().inner_width().ok().and_then(|w| w.as_f64()).is_some_and(|w| w < NARROW);
            width.track();
            if narrow { 1.0 } else { (fits * 100.0).round() / 100.0 }
        });
        Self { width, margin: RwSignal::new(0.0), scale, height, theme }
    }

    /// The step under an x of the time axis.
    #[must_use]
    pub fn step_at(&self, store: Store, x: f64) -> usize {
        let steps = store.settings.with_untracked(|s| s.steps());
        let step = (x / self.width.get_untracked() * steps as f64).max(0.0) as usize;
        step.min(steps - 1)
    }
}

/// Calls back with the element's width and height whenever they change.
fn on_resize(element: &Element, changed: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let callback = Closure::<dyn Fn()>::new(move || {
        let size = watched.get_bounding_client_rect();
        changed(size.width(), size.height());
    });
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // The stage lives as long as the page.
    callback.forget();
}

/// The stage.
#[component]
pub fn StageView() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let axis = NodeRef::<html::Div>::new();
    let all = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(axis), Some(all)) = (axis.get(), all.get()) {
            on_resize(&axis, move |width, _| {
                stage.width.set(width.max(1.0));
                if let Some(chart) = document().get_element_by_id("reach") {
                    stage.margin.set((f64::from(chart.client_width()) - width).max(0.0));
                }
            });
            on_resize(&all, move |_, height| stage.height.set(height));
        }
    });
    let source = move || {
        // A series says where it comes from once it is here.
        store.sequence.track();
        store.settings.with(|settings| describe::caption(settings, store.absent.get()))
    };
    view! {
        <div class="stage" node_ref=all>
            <div class="axis" node_ref=axis aria-hidden="true"></div>
            <Tokens />
            {CellKind::ALL.into_iter().map(|cell| view! { <Lane cell /> }).collect_view()}
            <Reach />
            <Scrubber />
            <p class="how">{words().read_lane} " " <span use:shows=text(source)></span></p>
        </div>
    }
}
