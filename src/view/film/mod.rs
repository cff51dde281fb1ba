//! Films of what is shown: of both passes in the Lab, and of a training run.

mod by_name;
mod course;
mod making;
mod passes;
mod recorder;
mod screen;

use leptos::prelude::*;

use figures::Palette;
use figures::film::Film;
use kit::{Button, Choices, Progress, ProgressLine, Segmented, Select};
use words::film::{self as told, words};

use super::exchange::Exchange;
use super::live::{part, shows, text};
use super::stage::Stage;
pub use course::CourseFilm;
use making::{Making, Standing};
pub use passes::PassesFilm;
use screen::Screen;

/// The sizes in pixels; all have the shape of a screen.
const SIZES: [(usize, usize); 2] = [(1280, 720), (1920, 1080)];

/// The program that encodes films, in a worker of its own: nothing else that is asked for ends a film. A film goes on while the
/// sheet is closed.
#[derive(Clone, Copy)]
pub struct Encoder {
    exchange: Exchange,
    standing: Standing,
}

impl Encoder {
    /// Nothing is made yet.
    pub fn new(exchange: Exchange) -> Self {
        Self { exchange, standing: Standing::new() }
    }
}

/// The controls with which a film is made.
#[component]
fn Filming(
    /// What it is called.
    title: &'static str,
    /// The name of its file, without its ending.
    name: &'static str,
    /// Draws it in the colours of a palette; none where there is nothing to film.
    film: Callback<Palette, Option<Film>>,
) -> impl IntoView {
    let theme = expect_context::<Stage>().theme;
    let Encoder { exchange, standing } = expect_context();
    let words = words();
    let dark = RwSignal::new(theme.is_dark());
    let size = RwSignal::new(SIZES[0]);
    // What has been read here is not told of the next film.
    on_cleanup(move || standing.leave());
    let make = move |()| {
        let Some(film) = film.run(theme.palette_of(dark.get_untracked())) else {
            return standing.status.set(self::words().nothing.to_owned());
        };
        match Screen::new(film, size.get_untracked().1 as u32) {
            Some(screen) => Making::start(screen, exchange, standing, name),
            None => standing.status.set(self::words().none.to_owned()),
        }
    };
    let is_made = Memo::new(move |_| standing.progress.with(Option::is_some));
    let figures = words::figures::words();
    let tones = vec![(false, figures.take_light.to_owned()), (true, figures.take_dark.to_owned())];
    let tones = Choices::new(tones, dark, move |own| dark.set(own));
    let sizes = SIZES.map(|own| (own, told::size_of(own.0, own.1))).into();
    let sizes = Choices::new(sizes, size, move |own| size.set(own));
    let label = text(move || if is_made.get() { self::words().stop } else { self::words().make }.to_owned());
    let press = move |()| if is_made.get_untracked() { standing.stop() } else { make(()) };
    let far = move || {
        let line = Signal::derive(move || {
            standing
                .progress
                .with(|own| own.map_or(Progress::Unknown, |(n, all)| Progress::Part(n as f64 / all.max(1) as f64)))
        });
        let shown =
            text(move || standing.progress.with(|own| own.map(|(n, all)| told::far(n, all)).unwrap_or_default()));
        is_made.get().then(|| {
            view! {
                <ProgressLine label=text(|| self::words().progress) progress=line shown />
            }
        })
    };
    view! {
        <div class="along film" role="group" aria-label=title>
            <h3>{title}</h3>
            <p class="read">{words.how}</p>
            <div class="along-row">
                <Segmented label=text(|| words::figures::words().take_tones) choices=tones />
                <Select label=words.size choices=sizes id="film-size" />
                <Button label press=Callback::new(press) />
            </div>
            <div class="along-row">{part(far)}</div>
            <p class="read" role="status" use:shows=text(move || standing.status.get())></p>
        </div>
    }
}
