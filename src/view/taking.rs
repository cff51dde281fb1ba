//! A figure is taken along: as lines (SVG), as pixels (PNG), or its numbers as a table (CSV). All of it is made here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, HtmlCanvasElement};

use figures::Taken;
use kit::{Button, Choices, Segmented, Select};
use words::figures::{self as told, words};

use super::figure::{TakeOf, painted};
use super::live::{part, shows, text};
use super::save::{save_as, save_blob};
use super::stage::Stage;
use super::store::{Store, address};

/// How many pixels a PNG may have for each CSS pixel.
const SIZES: [usize; 4] = [1, 2, 3, 4];
/// The one that is offered first.
const USUAL: usize = 2;
/// The most letters of a title in a file's name.
const LONGEST: usize = 48;

/// The kinds of files.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
    Csv,
}

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// The name of a file: how the title begins, in plain letters.
fn named(title: &str, kind: Kind) -> String {
    let mut name = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            _ if !name.ends_with('-') && !name.is_empty() => name.push('-'),
            _ => {}
        }
    }
    // Words are left whole.
    if let Some(end) = name.get(..=LONGEST).and_then(|begin| begin.rfind('-')) {
        name.truncate(end);
    }
    format!("unrolled-{}.{}", name.trim_end_matches('-'), kind.ending())
}

/// The controls.
#[component]
pub fn Take(
    /// What is taken along.
    of: TakeOf,
) -> impl IntoView {
    let store: Store = expect_context();
    let theme = expect_context::<Stage>().theme;
    let words = words();
    let dark = RwSignal::new(theme.is_dark());
    let size = RwSignal::new(USUAL);
    let status = RwSignal::new(String::new());
    let taken = move || {
        let palette = theme.palette_of(dark.get_untracked());
        let (marks_of, title) = (of.draws?, of.title.get_untracked());
        let (own, marks) = marks_of.run(palette.clone())?;
        Some(Taken::new(own, marks, &title, &told::take_source(&untrack(|| address::shared(store))), &palette))
    };
    let take = move |kind: Kind| {
        let name = untrack(|| of.title.with(|title| named(title, kind)));
        let done = match kind {
            Kind::Csv => of.table.and_then(|table| {
                let table = untrack(|| table.with(|table| of.title.with(|title| table.csv(title))));
                save_as(&name, "text/csv;charset=utf-8", &table)
            }),
            Kind::Svg => untrack(taken)
                .and_then(|taken| taken.svg().ok())
                .and_then(|text| save_as(&name, "image/svg+xml", &text)),
            Kind::Png => untrack(taken).and_then(|taken| png(&taken, size.get_untracked(), name.clone(), status)),
        };
        // Where a browser makes no file, that is said; the picture and the table stay in sight.
        status.set(match done {
            Some(()) => told::take_done(&name),
            None => words.take_failed.to_owned(),
        });
    };
    let button = move |kind: Kind, label: &'static str| {
        view! { <Button label press=Callback::new(move |()| take(kind)) /> }
    };
    let pictures = move || {
        of.draws.is_some().then(|| {
            let tones = vec![(false, words.take_light.to_owned()), (true, words.take_dark.to_owned())];
            let tones = Choices::new(tones, dark, move |own| dark.set(own));
            let sizes = SIZES.map(|own| (own, told::take_size(own))).into();
            let sizes = Choices::new(sizes, size, move |own| size.set(own));
            view! {
                <Segmented label=text(|| self::words().take_tones) choices=tones />
                <Select label=text(|| self::words().take_sizes) choices=sizes />
                {button(Kind::Svg, words.take_svg)}
                {button(Kind::Png, words.take_png)}
            }
        })
    };
    view! {
        <div class="take" role="group" aria-label=words.take_title>
            {part(pictures)} {of.table.map(|_| button(Kind::Csv, words.take_csv))}
            <p class="read">{words.take_how}</p>
            <p class="read" role="status" use:shows=text(move || status.get())></p>
        </div>
    }
}

/// Hands a person a picture of so many pixels for each CSS pixel. `None` where a browser makes none at once; where it fails
/// later, `status` says so.
fn png(taken: &Taken, size: usize, name: String, status: RwSignal<String>) -> Option<()> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let pixels = size as f64;
    canvas.set_width((taken.size.0 * pixels).round() as u32);
    canvas.set_height((taken.size.1 * pixels).round() as u32);
    painted(&canvas, taken.size, pixels, |drawing| taken.draw(drawing)).then_some(())?;
    let done = Closure::once_into_js(move |picture: Option<Blob>| {
        if picture.and_then(|picture| save_blob(&name, &picture)).is_none() {
            status.try_set(words().take_failed.to_owned());
        }
    });
    canvas.to_blob(done.unchecked_ref()).ok()
}
