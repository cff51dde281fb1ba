//! One unit: the error over its weight and its bias with two descents on it, and a latch.

use leptos::prelude::*;

use figures::Paths;
use figures::charts::{Descended, cliff, latch};
use measure::unit::{Latch, Point, SIDE, Unit, default};
use model::keys::Key;
use words::format::{Digits, Group, Measure};
use words::laboratory::{self, words};

use crate::view::figure::PathsFigure;
use crate::view::keyed::KeySlider;
use crate::view::live::{shows, text};
use crate::view::rich::rich;

fn descended(path: &[Point]) -> Vec<Descended> {
    path.iter().map(|Point { w, b, error }| [*w, *b, *error]).collect()
}

/// The error, with both descents on it.
pub fn surface(unit: &Unit) -> Paths {
    cliff(&unit.surface, SIDE, &descended(&unit.plain), &descended(&unit.clipped))
}

/// What both descents come to.
fn descents(unit: &Unit) -> String {
    let (Some(start), Some(plain), Some(clipped)) = (unit.plain.first(), unit.plain.last(), unit.clipped.last()) else {
        return String::new();
    };
    let places = Group::new(Measure::Number, [start.w, start.b]);
    let errors = Group::new(Measure::Number, [plain.error, clipped.error]);
    let place = |x: f64| places.write(x, Digits::Table);
    let error = |x: f64| errors.write(x, Digits::Table);
    let (plain, clipped) = (error(plain.error), error(clipped.error));
    laboratory::unit_told(&place(start.w), &place(start.b), unit.rate, unit.steepest, &plain, unit.clip, &clipped)
}

/// Whether the latch keeps what it began with.
fn keeps(Latch { w, steps, points, attractor }: &Latch) -> String {
    let Some((h, slope)) = points.last() else { return String::new() };
    match attractor {
        Some(fixed) => laboratory::latch_keeps(*w, *steps, *h, *fixed, *slope),
        None => laboratory::latch_forgets(*w, *steps, *h, *slope),
    }
}

fn slider(key: Key, step: f64, label: &'static str) -> impl IntoView {
    view! { <KeySlider key label step default=default(key) /> }
}

/// The picture.
#[component]
pub fn UnitPicture(
    /// Its numbers.
    unit: Memo<Unit>,
) -> impl IntoView {
    let surface = Memo::new(move |_| unit.with(surface));
    let own = Memo::new(move |_| unit.with(|unit| unit.latch.clone()));
    let web = Memo::new(move |_| own.with(|own| latch(own.w, &own.points, own.attractor)));
    let words = words();
    view! {
        <div class="sliders">
            {slider(Key::UnitW, 0.01, words.unit_start_w)}
            {slider(Key::UnitB, 0.01, words.unit_start_b)}
            {slider(Key::UnitRate, 0.1, words.unit_rate)}
            {slider(Key::UnitClip, 0.01, words.unit_clip)}
        </div>
        <PathsFigure paths=surface />
        <p class="read" use:shows=text(move || unit.with(descents))></p>
        <h4>{words.latch_title}</h4>
        <p class="read">{rich(words.latch_how)}</p>
        <div class="sliders">
            {slider(Key::LatchW, 0.05, words.latch_w)}
            {slider(Key::LatchH, 0.01, words.latch_h)}
            {slider(Key::LatchN, 1.0, words.latch_n)}
        </div>
        <PathsFigure paths=web />
        <p class="read" use:shows=text(move || own.with(keeps))></p>
    }
}
