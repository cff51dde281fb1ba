//! The stage: tokens, three lanes, chart and scrubber over one time axis.

use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

use engine::trace::CellKind;
use model::command::View;
use model::settings::Source;
use words::page::words;

use super::describe;
use super::embedding::Embeddings;
use super::lane::Lane;
use super::live::{flag, part, shows, text};
use super::reach::Reach;
use super::scrubber::Scrubber;
use super::stage::Stage;
use super::store::{Store, in_view, learns};
use super::tokens::Tokens;
use super::unrolled::Row;

/// Calls back with the element's width and height, now and whenever they change; and whenever what is returned is called.
fn on_resize(element: &Element, changed: impl Fn(f64, f64) + 'static) -> Rc<dyn Fn()> {
    let watched = element.clone();
    let measure: Rc<dyn Fn()> = Rc::new(move || {
        let size = watched.get_bounding_client_rect();
        changed(size.width(), size.height());
    });
    measure();
    let again = Rc::clone(&measure);
    let callback = Closure::<dyn Fn()>::new(move || again());
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new_local((observer, callback));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
    measure
}

/// A part of the stage that only some figures have.
fn shown(
    is_there: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send> {
    let is_there = Memo::new(move |_| is_there());
    part(move || is_there.get().then(&make))
}

/// The stage.
#[component]
pub fn StageView() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let axis = NodeRef::<html::Div>::new();
    let all = NodeRef::<html::Div>::new();
    let measures = StoredValue::new_local(Vec::<Rc<dyn Fn()>>::new());
    // Before the first frame, so that nothing is drawn at another size than its own.
    Effect::new(move |_| {
        if let (Some(axis), Some(all)) = (axis.get(), all.get()) {
            let along = on_resize(&axis, move |width, _| {
                // Hidden, it has no size: the last one stays.
                if width == 0.0 {
                    return;
                }
                stage.width.set(width);
                if let Some(chart) = document().get_element_by_id("reach") {
                    stage.margin.set((f64::from(chart.client_width()) - width).max(0.0));
                }
            });
            let down = all.parent_element().map(|around| {
                on_resize(&around, move |_, height| {
                    // A frame is as high as its figure, which so cannot be as high as the frame.
                    if height > 0.0 && !store.embedded {
                        stage.height.set(height);
                    }
                })
            });
            measures.set_value(std::iter::once(along).chain(down).collect());
        }
    });
    // Another view may have changed what it hangs on: it is measured in the frame in which it is seen again, and before that
    // is painted.
    let is_seen = Memo::new(move |_| in_view(store) == View::Lab || learns(store));
    // And its chart, which begins further to the left, where a step's figure has it and that of the step before had not.
    let has_chart = Memo::new(move |_| store.shows_reach());
    Effect::new(move |_| {
        has_chart.track();
        // On paper it has a size of its own.
        if is_seen.get() && !stage.theme.printing.get() {
            request_animation_frame(move || {
                measures.try_with_value(|all| all.iter().for_each(|measure| measure()));
            });
        }
    });
    let source = Memo::new(move |_| {
        // A series says where it comes from once it is here.
        store.sequence.track();
        store.settings.with(|settings| describe::caption(settings, store.absent.get()).trim().to_owned())
    });
    // The embeddings say it themselves.
    let is_told =
        Memo::new(move |_| stage.embedding.get() > 0.0 && source.with(|source| source == words().held_tokens));
    // In a lesson it stands over the whole figure.
    let stands = Memo::new(move |_| stage.shows_chain.get() && !learns(store));
    view! {
        <div class="stage" class:roomy=stage.is_roomy class:answering=flag(move || store.settings.with(|s| s.source == Source::Example)) node_ref=all>
            <div class="axis" node_ref=axis aria-hidden="true"></div>
            <Tokens />
            {shown(move || stage.embedding.get() > 0.0, || view! { <Embeddings /> }.into_any())}
            {part(move || stands.get().then(|| view! { <Row /> }))}
            {CellKind::ALL.map(|cell| shown(move || store.shows_lane(cell), move || view! { <Lane cell /> }.into_any()))}
            {shown(move || store.shows_reach(), || view! { <Reach /> }.into_any())}
            {shown(move || store.level().has_gradient(), || view! { <Scrubber /> }.into_any())}
            {shown(move || !learns(store), || view! { <Legend /> }.into_any())}
            <p class="how" hidden=flag(move || is_told.get()) title=text(move || source.get()) use:shows=text(move || source.get())></p>
        </div>
    }
}

/// What the colours, the bars and the ribbon of the lanes mean.
#[component]
fn Legend() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let gradient = move || {
        view! {
            <span title=words.legend_gradient_tip>
                {words.legend_gradient} <b>{words.legend_all}</b> <i class="ramp-gradient"></i> <b>{words.legend_least}</b>
            </span>
        }
        .into_any()
    };
    view! {
        <p class="legend">
            <span title=words.legend_state_tip>
                {words.legend_state} <b>{words.legend_low}</b> <i class="ramp-state"></i> <b>{words.legend_high}</b>
            </span>
            <span title=words.legend_gate_tip><i class="ramp-gate"></i> <b>{words.legend_gate}</b></span>
            {shown(move || store.level().has_gradient(), gradient)}
        </p>
    }
}
