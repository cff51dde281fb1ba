//! What each word becomes before it is read: its embedding, a column of numbers under it.

use leptos::html;
use leptos::prelude::*;
use web_sys::CanvasRenderingContext2d;

use engine::trace::Series;
use figures::Palette;
use model::settings::{Focus, Part};
use words::page::words;
use words::{fill, format};

use super::canvas;
use super::live::text;
use super::stage::Stage;
use super::store::Store;

/// The number that has the strongest colour: of a standard normal, one in 370 is larger.
const STRONGEST: f64 = 3.0;
/// Between two columns, and between two numbers, in CSS pixels.
const GAPS: (f64, f64) = (2.0, 1.0);

/// The embeddings, under the words.
#[component]
pub fn Embeddings() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Canvas>::new();
    let inputs = Memo::new(move |_| store.sequence.with(|sequence| sequence.is_text()).then(|| store.inputs()));
    let painter = store.frame.add(move || {
        let Some(node) = node.get_untracked() else { return };
        let (width, height) = (stage.width.get_untracked(), stage.embedding.get_untracked());
        let zoom = canvas::fit(&node, width, height, 1.0);
        let (Some(context), palette) = (canvas::context(&node), stage.theme.palette.get_untracked()) else { return };
        // Drawing on a canvas of one's own, with finite numbers, cannot fail.
        let _ = context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, width, height);
        inputs.with_untracked(|inputs| {
            if let Some(inputs) = inputs {
                draw(&context, inputs, (width, height), &palette);
            }
        });
    });
    on_cleanup(move || store.frame.remove(painter));
    Effect::new(move |_| {
        node.track();
        inputs.with(|_| ());
        stage.width.track();
        stage.embedding.track();
        stage.theme.palette.track();
        store.frame.request(painter);
    });
    let focus_at = move |x: i32| {
        let step = stage.step_at(store, f64::from(x));
        Focus { step, part: Part::Token, ..store.focus.get_untracked() }
    };
    let numbers = move || inputs.with(|inputs| inputs.as_ref().map_or(0, Series::width).to_string());
    // The numbers of the word at the cursor, for those who do not see the colours, and as a tip for all.
    let said = move || {
        let step = store.shown.with(|focus| focus.step);
        let own = inputs.with(|inputs| inputs.as_ref().map(|inputs| inputs.at(step).to_vec()).unwrap_or_default());
        let own: Vec<String> = own.into_iter().map(format::short).collect();
        let word = store.sequence.with(|sequence| sequence.labels.get(step).cloned().unwrap_or_default());
        fill(words().embedding_of, &[("word", &word), ("numbers", &own.join(", "))])
    };
    let height = text(move || format!("{}px", stage.embedding.get()));
    view! {
        <div class="embedding" id="embedding">
            <p class="embedding-who" title=format!("{} {}", words().held_tokens, words().embedding_tip)>{move || fill(words().embedding, &[("n", &numbers())])}</p>
            <span class="embedding-sign" aria-hidden="true">{words().embedding_sign}</span>
            <canvas
                node_ref=node
                role="img"
                aria-label=text(said)
                title=text(said)
                style:height=height
                on:click=move |event| store.inspect(focus_at(event.offset_x()), Some(&event))
                on:pointermove=move |event| store.look_at(&event, || focus_at(event.offset_x()))
                on:pointerleave=move |_| store.hover.set(None)
            ></canvas>
        </div>
    }
}

/// A column a step, the first number at the top.
fn draw(context: &CanvasRenderingContext2d, inputs: &Series, (width, height): (f64, f64), palette: &Palette) {
    let (steps, numbers) = (inputs.steps(), inputs.width());
    let (column, row) = (width / steps as f64, height / numbers as f64);
    // Without gaps where they would be all that is seen.
    let gap = |from: f64, gap: f64| if from >= 4.0 * gap { gap } else { 0.0 };
    let gaps = (gap(column, GAPS.0), gap(row, GAPS.1));
    for t in 0..steps {
        for (n, x) in inputs.at(t).iter().enumerate() {
            canvas::fill(context, palette.signed.at(f64::midpoint(1.0, (x / STRONGEST).clamp(-1.0, 1.0))));
            context.fill_rect(t as f64 * column, n as f64 * row, column - gaps.0, row - gaps.1);
        }
    }
}
