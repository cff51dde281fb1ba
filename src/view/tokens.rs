//! What the network reads, above the lanes: words as buttons where they fit, else a ruler, and the
//! curve of a series.

use leptos::html;
use leptos::prelude::*;

use figures::{Face, Letters, Rgb, calendar};
use model::sequence::{Input, Sequence, brief};
use model::settings::{Focus, Part, Source};
use words::{fill, format, page::words};

use super::canvas;
use super::describe;
use super::flags::Flags;
use super::focus::focus_element;
use super::live::{flag, part, text};
use super::setting::{Setting, input_height};
use super::stage::Stage;
use super::store::Store;

/// A letter takes about so many CSS pixels; so many letters of a word are shown in any column.
const LETTER: f64 = 9.0;
const LETTERS: usize = 11;
/// The size of letters under the curve, in CSS pixels.
const SIZE: f64 = 13.0;
/// The most characters of a unit that has room beside the curve on a phone.
const SHORT: usize = 5;
/// The least room between two of them, and the widest.
const APART: f64 = 12.0;
const WIDEST: f64 = 130.0;

/// The row of tokens.
#[component]
pub fn Tokens() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let setting = stage.words;
    let has_gradient = Memo::new(move |_| store.level().has_gradient());
    let is_ruler = Memo::new(move |_| matches!(setting.get(), Setting::Ruler(_)));
    let slant_height = move || match setting.get() {
        Setting::Slanted(height) => format!("{height}px"),
        Setting::Level | Setting::Ruler(_) => "0".to_owned(),
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

/// Every word a button; the one in focus is the only one that Tab leads to. Where the focus goes to another word, the keyboard does, too.
#[component]
fn Words() -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    // One that is marked is not cut by its column.
    let most = Memo::new(move |_| {
        let column = stage.width.get() / store.sequence.with(|sequence| sequence.steps() as f64);
        ((column / LETTER) as usize).max(LETTERS)
    });
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |_| {
        let word = format!("[data-step='{}']", store.focus.with(|focus| focus.step) + 1);
        let Some(list) = list.get_untracked() else { return };
        if document().active_element().is_some_and(|active| list.contains(Some(&active))) {
            focus_element(list.query_selector(&word).ok().flatten());
        }
    });
    let words = move || {
        let labels = store.sequence.with(|s| s.labels.clone());
        let word = |(step, label): (usize, String)| {
            view! {
                <li>
                    <button
                        class=text(move || marks(store, step))
                        data-step=step + 1
                        tabindex=text(move || if store.focus.with(|focus| focus.step) == step { "0" } else { "-1" })
                        title=label.clone()
                        on:click=move |event| store.inspect(token_focus(store, step), Some(&event))
                        on:pointerenter=move |event| store.look_at(&event, || token_focus(store, step))
                        on:pointerleave=move |_| store.hover.set(None)
                    >
                        <bdi prop:textContent=describe::isolated(&brief(&label, most.get()))></bdi>
                    </button>
                </li>
            }
        };
        labels.into_iter().enumerate().map(word).collect_view()
    };
    let read_in = move || store.settings.with(|settings| describe::read_in(&settings.source));
    view! { <ol class="words" node_ref=list lang=read_in>{part(words)}</ol> }
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
    // Where years or months begin, if steps are dates.
    let dates = Memo::new(move |_| {
        let (zoom, width) = (stage.zoom.get(), stage.width.get());
        store.sequence.with(|sequence| {
            let fits = |a: &(usize, String), b: &(usize, String)| {
                let between = (letters().width(&a.1) + letters().width(&b.1)) / 2.0 + APART;
                (b.0 - a.0) as f64 * width / sequence.steps() as f64 >= zoom * between
            };
            calendar::labelled(&sequence.labels, &fits)
        })
    });
    let names = move || {
        let steps = store.sequence.with(|s| s.steps());
        let (read, mark) = ends.get();
        let here = store.shown.with(|f| f.step);
        let pitch = stage.width.get() / stage.zoom.get() / steps as f64;
        let named =
            store.sequence.with(|s| dates.with(|dates| named(&s.labels, [here, mark, read], dates.as_deref(), pitch)));
        let name = |(step, text): (usize, String)| {
            let left = (step as f64 + 0.5) / steps as f64 * 100.0;
            let edge = edge(left);
            view! {
                <span class=format!("{}{edge}", untrack(|| marks(store, step))) style:left=format!("{left}%")>
                    <bdi prop:textContent=describe::isolated(&text)></bdi>
                </span>
            }
        };
        named.into_iter().map(name).collect_view()
    };
    let label = move || {
        let steps = store.sequence.with(|s| s.steps().to_string());
        fill(words().input_label, &[("steps", &steps)])
    };
    let ends_of = Memo::new(move |_| store.sequence.with(|sequence| extremes(sequence)));
    let tall = move || format!("{}px", input_height(store));
    let extreme = |text: String| {
        let is_long = text.chars().count() > SHORT;
        view! { <span class:long=is_long>{text}</span> }
    };
    view! {
        <div class="ruler">
            {part(move || ends_of.get().map(|texts| view! { <p class="scale" aria-hidden="true">{texts.map(extreme).collect_view()}</p> }))}
            <canvas
                style:height=text(tall)
                node_ref=node
                id="input"
                role="img"
                aria-label=text(label)
                on:click=move |event| store.inspect(focus_at(event.offset_x()), Some(&event))
                on:pointermove=move |event| store.look_at(&event, || focus_at(event.offset_x()))
                on:pointerleave=move |_| store.hover.set(None)
            ></canvas>
            <div class="names" aria-hidden="true">{part(names)}</div>
        </div>
    }
}

/// Least width of a frame that is drawn as a picture, in CSS pixels.
const FRAME: f64 = 20.0;
/// Most channels that are drawn as curves there.
const CURVES: usize = 16;

/// The letters of names under the curve, as designed.
fn letters() -> Letters {
    Letters::new(Face::SansBold, SIZE, Rgb::default())
}

/// How a name stands to its step, which is so many hundredths of the way along.
fn edge(along: f64) -> &'static str {
    match along {
        _ if along < 4.0 => "at-start",
        _ if along > 96.0 => "at-end",
        _ => "middle",
    }
}

/// The names under the curve, none over another: those of some steps, then those of dates, or else of steps at equal distances.
fn named(labels: &[String], first: [usize; 3], dates: Option<&[(usize, String)]>, pitch: f64) -> Vec<(usize, String)> {
    let room = ((WIDEST / pitch).ceil() as usize).max(1);
    let label = |step: usize| (step, labels[step].clone());
    let mut named: Vec<(usize, String)> = Vec::new();
    let mut add = |own: (usize, String), is_free: &dyn Fn(&(usize, String)) -> bool| {
        if named.iter().all(is_free) {
            named.push(own);
        }
    };
    let is_apart = |step: usize| move |other: &(usize, String)| other.0.abs_diff(step) >= room;
    first.into_iter().for_each(|step| add(label(step), &is_apart(step)));
    let Some(dates) = dates else {
        (0..labels.len()).step_by(room).for_each(|step| add(label(step), &is_apart(step)));
        return named;
    };
    for date in dates {
        let here = span(date, labels.len(), pitch);
        add(date.clone(), &|other| {
            let there = span(other, labels.len(), pitch);
            here.1 + APART <= there.0 || there.1 + APART <= here.0
        });
    }
    named
}

/// From where to where the name of a step reaches, in CSS pixels as designed.
fn span((step, name): &(usize, String), steps: usize, pitch: f64) -> (f64, f64) {
    let (along, wide) = (*step as f64 + 0.5, letters().width(name));
    let left = along * pitch
        - wide
            * match edge(along / steps as f64 * 100.0) {
                "at-start" => 0.0,
                "at-end" => 1.0,
                _ => 0.5,
            };
    (left, left + wide)
}

/// The highest and the lowest value of a series, and between them its unit.
fn extremes(sequence: &Sequence) -> Option<[String; 3]> {
    let Input::Numbers { values, channels, next, unit, scale: (mean, deviation) } = &sequence.input else {
        return None;
    };
    let first = || values.iter().step_by(*channels).map(|value| value * deviation + mean);
    let (low, high) = (first().fold(f64::INFINITY, f64::min), first().fold(f64::NEG_INFINITY, f64::max));
    (!next.is_empty() && low < high).then(|| [format::short(high), (*unit).to_owned(), format::short(low)])
}

/// The pixels of a frame, across and down.
const FRAMED: usize = 8;

fn draw_input(node: &web_sys::HtmlCanvasElement, store: Store, stage: Stage) {
    let width = stage.width.get_untracked();
    let tall = untrack(|| input_height(store));
    let zoom = canvas::fit(node, width, tall, 1.0);
    let Some(context) = canvas::context(node) else { return };
    let palette = stage.theme.palette.get_untracked();
    let sequence = store.sequence.get_untracked();
    let at = store.shown.with_untracked(|f| f.step);
    let column = width / sequence.steps() as f64;
    // Drawing on a canvas of one's own, with finite numbers, cannot fail.
    let _ = context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
    context.clear_rect(0.0, 0.0, width, tall);
    canvas::fill(&context, palette.line);
    context.fill_rect(at as f64 * column, 0.0, column.max(1.0), tall);
    let Input::Numbers { values, channels, next, .. } = &sequence.input else {
        canvas::fill(&context, palette.ink_soft);
        (0..sequence.steps()).for_each(|t| context.fill_rect((t as f64 + 0.5) * column - 0.5, tall - 6.0, 1.0, 6.0));
        return;
    };
    if *channels == FRAMED * FRAMED {
        return draw_frames(&context, values, (width, tall), &palette);
    }
    let ends = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    let (low, high) = ends(&mut values.iter().copied());
    let y = |x: f64| tall - 3.0 - (x - low) / (high - low).max(1e-12) * (tall - 6.0);
    // An example's numbers are a signal; of its frames each is a column.
    let is_signal = store.settings.with_untracked(|s| s.source == Source::Example) && *channels <= CURVES;
    if next.is_empty() && !is_signal {
        // An impulse is no curve: a stem at every step.
        canvas::fill(&context, palette.ink);
        for (i, x) in values.iter().enumerate().filter(|(_, x)| *channels == 1 || **x > 0.0) {
            let place = (i % channels) as f64 / *channels as f64;
            let top = if *channels == 1 { y(*x) } else { 2.0 + place * (tall - 4.0) };
            let height = if *channels == 1 { tall - 2.0 - top } else { 2.0 };
            context.fill_rect(((i / channels) as f64 + 0.5) * column - 1.0, top, 2.0, height);
        }
        return;
    }
    // Each channel on a scale of its own, the one to forecast in front; of very many, the first.
    for channel in (0..CURVES.min(*channels)).rev() {
        let values = || values.iter().skip(channel).step_by(*channels).copied();
        let (low, high) = ends(&mut values());
        let y = |x: f64| tall - 3.0 - (x - low) / (high - low).max(1e-12) * (tall - 6.0);
        let (color, width) = if channel == 0 { (palette.ink, 1.4) } else { (palette.ink_soft, 0.7) };
        canvas::stroke(&context, color, width);
        context.begin_path();
        for (t, x) in values().enumerate() {
            context.line_to((t as f64 + 0.5) * column, y(x));
        }
        context.stroke();
    }
}

/// Each frame as the picture that it is, as many as have room, each in the column of its step.
fn draw_frames(
    context: &web_sys::CanvasRenderingContext2d,
    values: &[f64],
    (width, tall): (f64, f64),
    palette: &figures::Palette,
) {
    let frames = values.chunks(FRAMED * FRAMED);
    let column = width / frames.len() as f64;
    let side = (tall - 2.0).min((column - 3.0).max(FRAME));
    let pixel = side / FRAMED as f64;
    let apart = ((side + 3.0) / column).ceil() as usize;
    for (step, frame) in frames.enumerate().step_by(apart) {
        let (left, top) = ((step as f64 + 0.5) * column - side / 2.0, (tall - side) / 2.0);
        canvas::fill(context, palette.line);
        context.fill_rect(left - 1.0, top - 1.0, side + 2.0, side + 2.0);
        canvas::fill(context, palette.paper);
        context.fill_rect(left, top, side, side);
        canvas::fill(context, palette.ink);
        for (place, _) in frame.iter().enumerate().filter(|(_, value)| **value > 0.0) {
            let (across, down) = ((place % FRAMED) as f64, (place / FRAMED) as f64);
            context.fill_rect(left + across * pixel, top + down * pixel, pixel, pixel);
        }
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
