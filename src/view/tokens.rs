//! What the network reads, above the lanes: words as buttons where they fit, else a ruler, and the
//! curve of a series.

use leptos::html;
use leptos::prelude::*;

use model::sequence::Input;
use model::settings::{Focus, Part, Source};
use words::{fill, page::words};

use super::canvas;
use super::describe;
use super::flags::Flags;
use super::live::{flag, part, text};
use super::setting::Setting;
use super::stage::Stage;
use super::store::Store;

/// The row of tokens.
#[component]
pub fn Tokens() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let setting = stage.words;
    let has_gradient = Memo::new(move |_| store.level().has_gradient());
    let is_ruler = Memo::new(move |_| setting.get() == Setting::Ruler);
    let slant_height = move || match setting.get() {
        Setting::Slanted(height) => format!("{height}px"),
        Setting::Level | Setting::Ruler => "0".to_owned(),
    };
    view! {
        <div
            class="tokens"
            class:slanted=flag(move || matches!(setting.get(), Setting::Slanted(_)))
            style:--steps=text(move || store.sequence.with(|s| s.steps().to_string()))
            style:--slant=text(slant_height)
        >
            {part(move || has_gradient.get().then(|| view! { <Arc /> <Flags /> }))}
            {part(move || if is_ruler.get() { view! { <Ruler /> }.into_any() } else { view! { <Words /> }.into_any() })}
        </div>
    }
}

/// Classes that say where a step stands.
fn marks(store: Store, step: usize) -> String {
    let (read, mark) = store.settings.with(|s| (s.read_step(), s.mark_step()));
    let mut class = String::new();
    // Before a lesson has come to the gradient, neither means anything.
    if store.level().has_gradient() && (step == read || step == mark) {
        class.push_str("marked ");
    }
    if step == store.shown.with(|f| f.step) {
        class.push_str("here ");
    }
    class
}

fn token_focus(store: Store, step: usize) -> Focus {
    Focus { step, part: Part::Token, ..store.focus.get_untracked() }
}

/// Every word a button.
#[component]
fn Words() -> impl IntoView {
    let store: Store = expect_context();
    let words = move || {
        let labels = store.sequence.with(|s| s.labels.clone());
        let word = |(step, label): (usize, String)| {
            view! {
                <li>
                    <button
                        class=text(move || marks(store, step))
                        data-step=step + 1
                        title=label.clone()
                        on:click=move |event| store.inspect(token_focus(store, step), Some(&event))
                        on:focus=move |_| store.focus_on(token_focus(store, step))
                        on:pointerenter=move |event| {
                            if event.pointer_type() != "touch" && !store.playing.get_untracked() {
                                store.hover.set(Some(token_focus(store, step)));
                            }
                        }
                        on:pointerleave=move |_| store.hover.set(None)
                    >
                        <bdi prop:textContent=describe::isolated(&label)></bdi>
                    </button>
                </li>
            }
        };
        labels.into_iter().enumerate().map(word).collect_view()
    };
    view! { <ol class="words">{part(words)}</ol> }
}

/// The curve of what is read, with some steps named under it.
#[component]
fn Ruler() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Canvas>::new();
    let painter = store.frame.add_moving(move || {
        if let Some(node) = node.try_get_untracked().flatten() {
            draw_input(&node, store, stage);
        }
    });
    on_cleanup(move || store.frame.remove(painter));
    Effect::new(move |_| {
        store.sequence.track();
        store.shown.track();
        stage.width.track();
        stage.theme.palette.track();
        store.frame.request(painter);
    });
    let focus_at = move |x: i32| token_focus(store, stage.step_at(store, f64::from(x)));
    let ends = Memo::new(move |_| store.settings.with(|s| (s.read_step(), s.mark_step())));
    let names = move || {
        let steps = store.sequence.with(|s| s.steps());
        let (read, mark) = ends.get();
        let here = store.shown.with(|f| f.step);
        let room = (130.0 / stage.width.get() * steps as f64).ceil() as usize;
        let mut named: Vec<usize> = Vec::new();
        for step in [here, mark, read].into_iter().chain((0..steps).step_by(room.max(1))) {
            if named.iter().all(|other| other.abs_diff(step) >= room) || (named.is_empty()) {
                named.push(step);
            }
        }
        let name = |step: usize| {
            let left = (step as f64 + 0.5) / steps as f64 * 100.0;
            let edge = if left < 4.0 {
                "at-start"
            } else if left > 96.0 {
                "at-end"
            } else {
                "middle"
            };
            view! {
                <span class=format!("{}{edge}", untrack(|| marks(store, step))) style:left=format!("{left}%")>
                    <bdi prop:textContent=store.sequence.with(|s| describe::isolated(&s.labels[step]))></bdi>
                </span>
            }
        };
        named.into_iter().map(name).collect_view()
    };
    let label = move || {
        let steps = store.sequence.with(|s| s.steps().to_string());
        fill(words().input_label, &[("steps", &steps)])
    };
    view! {
        <div class="ruler">
            <canvas
                node_ref=node
                id="input"
                role="img"
                aria-label=text(label)
                on:click=move |event| store.inspect(focus_at(event.offset_x()), Some(&event))
                on:pointermove=move |event| {
                    if event.pointer_type() != "touch" && !store.playing.get_untracked() {
                        store.hover.set(Some(focus_at(event.offset_x())));
                    }
                }
                on:pointerleave=move |_| store.hover.set(None)
            ></canvas>
            <div class="names" aria-hidden="true">{part(names)}</div>
        </div>
    }
}

/// Height of the curve of the input in CSS pixels.
const CURVE: f64 = 26.0;
/// Most channels that are drawn as curves there.
const CURVES: usize = 16;

fn draw_input(node: &web_sys::HtmlCanvasElement, store: Store, stage: Stage) {
    let width = stage.width.get_untracked();
    let zoom = canvas::fit(node, width, CURVE, 1.0);
    let Some(context) = canvas::context(node) else { return };
    let palette = stage.theme.palette.get_untracked();
    let sequence = store.sequence.get_untracked();
    let at = store.shown.with_untracked(|f| f.step);
    let column = width / sequence.steps() as f64;
    // Drawing on a canvas of one's own, with finite numbers, cannot fail.
    let _ = context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, width, CURVE);
    canvas::fill(&context, palette.line);
    context.fill_rect(at as f64 * column, 0.0, column.max(1.0), CURVE);
    let Input::Numbers { values, channels, next, .. } = &sequence.input else {
        canvas::fill(&context, palette.ink_soft);
        (0..sequence.steps()).for_each(|t| context.fill_rect((t as f64 + 0.5) * column - 0.5, CURVE - 6.0, 1.0, 6.0));
        return;
    };
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    let (low, high) = ends(&mut values.iter().copied());
    let y = |x: f64| CURVE - 3.0 - (x - low) / (high - low).max(1e-12) * (CURVE - 6.0);
    // An example's numbers are a signal; of its frames each is a column.
    let is_signal = store.settings.with_untracked(|s| s.source == Source::Example) && *channels <= CURVES;
    if next.is_empty() && !is_signal {
        // An impulse is no curve: a stem at every step. A frame is a column: a point for each pixel that is lit.
        canvas::fill(&context, palette.ink);
        for (i, x) in values.iter().enumerate().filter(|(_, x)| *channels == 1 || **x > 0.0) {
            let place = (i % channels) as f64 / *channels as f64;
            let top = if *channels == 1 { y(*x) } else { 2.0 + place * (CURVE - 4.0) };
            let height = if *channels == 1 { CURVE - 2.0 - top } else { 2.0 };
            context.fill_rect(((i / channels) as f64 + 0.5) * column - 1.0, top, 2.0, height);
        }
        return;
    }
    // Each channel on a scale of its own, the one to forecast in front; of very many, the first.
    for channel in (0..CURVES.min(*channels)).rev() {
        let values = || values.iter().skip(channel).step_by(*channels).copied();
        let (low, high) = ends(&mut values());
        let y = |x: f64| CURVE - 3.0 - (x - low) / (high - low).max(1e-12) * (CURVE - 6.0);
        let (color, width) = if channel == 0 { (palette.ink, 1.4) } else { (palette.ink_soft, 0.7) };
        canvas::stroke(&context, color, width);
        context.begin_path();
        for (t, x) in values().enumerate() {
            context.line_to((t as f64 + 0.5) * column, y(x));
        }
        context.stroke();
    }
}

/// The dotted line from where the number is read to where the loss is read.
#[component]
fn Arc() -> impl IntoView {
    let store: Store = expect_context();
    let path = move || {
        let (read, mark, steps) = store.settings.with(|s| (s.read_step(), s.mark_step(), s.steps()));
        let x = |t: usize| (t as f64 + 0.5) / steps as f64 * 1000.0;
        let (from, to) = (x(mark), x(read));
        let bend = (to - from) * 0.18;
        format!("M{from} 20C{} -5 {} -5 {to} 20", from + bend, to - bend)
    };
    view! {
        <svg class="arc" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <path d=text(path)></path>
        </svg>
    }
}
