//! What each word becomes before it is read: its embedding, a column of numbers under it.

use leptos::html;
use leptos::prelude::*;

use engine::trace::Series;
use figures::{Rect, columns};
use model::settings::{Focus, Part};
use words::page::words;
use words::{fill, format};

use super::canvas;
use super::live::text;
use super::stage::Stage;
use super::store::Store;

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
                for (Rect { x, y, width, height }, color) in columns(inputs, (width, height), &palette) {
                    canvas::fill(&context, color);
                    context.fill_rect(x, y, width, height);
                }
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
