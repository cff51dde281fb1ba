//! The few controls in sight, and the rest behind "More". Each acts at once, while it is dragged.

use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::Element;

use kit::range::Range;
use kit::{
    Availability, Button, ButtonKind, Checkbox, Choices, DefaultMark, Disclosure, Icon, NumberField, Select, Slider,
    TextField,
};
use model::keys::{BIAS, GAIN, Key, MOST_SEED, MOST_UNITS, SEQUENCES, whole};
use model::sequence::{By, LONGEST, Tasked, Text};
use model::settings::{Settings, Source, source_from, source_key};
use words::training::number_wrong;
use words::{fill, page::words};
use words::{format, laboratory};

use super::describe;
use super::keyed::{KeySelect, lock, ready};
use super::keys::open_panel;
use super::live::{flag, part, shows, text};
use super::store::{SOUND, Store, learns};
use super::transport::speed;
use super::weights::{tasks, weights};

/// A part of the bar.
#[derive(Clone, Copy)]
enum Part {
    Sequence,
    OwnText,
    Task,
    Dragged(Key),
    More,
    Weights,
    Speed,
}

impl Part {
    /// All of them, in order.
    const ALL: [Self; 10] = [
        Self::Sequence,
        Self::OwnText,
        Self::Task,
        Self::Dragged(Key::Length),
        Self::Dragged(Key::Units),
        Self::Dragged(Key::Gain),
        Self::Dragged(Key::Bias),
        Self::Weights,
        Self::More,
        Self::Speed,
    ];

    /// Whether it is there.
    fn is_there(self, store: Store) -> bool {
        let is_example = || store.settings.with(|s| s.source == Source::Example);
        let reads_text = || store.settings.with(|s| matches!(s.source, Source::Sentence | Source::Own(_)));
        match self {
            Self::Sequence => store.offers("sequence"),
            Self::OwnText => store.settings.with(|s| matches!(s.source, Source::Own(_))) && store.offers("sequence"),
            Self::Task => is_example() && store.offers("sequence"),
            // How long an example is follows from its task.
            Self::Dragged(Key::Length) => !reads_text() && !is_example() && store.offers("length"),
            // Nor can its networks be larger or smaller: the switch says how large they are.
            Self::Dragged(Key::Units) => !is_example() && store.offers("units"),
            Self::Dragged(key) => store.offers(key.name()),
            Self::More => !learns(store) && !store.hides("more"),
            Self::Weights | Self::Speed => !learns(store),
        }
    }

    fn view(self, store: Store) -> AnyView {
        match self {
            Self::Sequence => sequence(store),
            Self::OwnText => own_text(store, "text", words().own_text, ""),
            Self::Dragged(key) => dragged(store, key),
            Self::More => more(store),
            Self::Task => tasks(store),
            Self::Weights => weights(store),
            // In the bar at the foot it has no room where these are a sheet.
            Self::Speed => view! { <div class="controls-speed">{speed(store, "panel-speed")}</div> }.into_any(),
        }
    }
}

/// The bar of controls.
#[component]
pub fn Controls() -> impl IntoView {
    let store: Store = expect_context();
    let part = |part: Part| {
        let is_there = Memo::new(move |_| part.is_there(store));
        move || is_there.get().then(|| part.view(store))
    };
    view! {
        <div
            class="controls"
            class:open=store.panel
            role=text(move || if store.panel.get() { "dialog" } else { "region" })
            aria-label=words().controls
        >
            <div class="controls-head" aria-hidden=text(move || (!store.panel.get()).to_string())>
                <b>{words().controls}</b>
                <Button
                    label=words().close
                    kind=ButtonKind::Icon
                    icon=Icon::Close
                    press=Callback::new(move |()| open_panel(store, false))
                />
            </div>
            {Part::ALL.map(part).collect_view()}
        </div>
    }
}

/// Ten to the power, with the digits that the control shows.
fn rounded_gain(exponent: f64) -> f64 {
    let gain = 10_f64.powf(exponent).clamp(GAIN.0, GAIN.1);
    let digits = if gain < 1.0 { 1000.0 } else { 100.0 };
    (gain * digits).round() / digits
}

/// What a slider of the bar is of.
struct Dragged {
    label: &'static str,
    tip: &'static str,
    unit: &'static str,
    range: fn(&Settings) -> Range,
    value: fn(&Settings) -> f64,
    shown: fn(&Settings) -> String,
    set: fn(&mut Settings, f64),
    default: Option<DefaultMark>,
}

impl Dragged {
    fn of(key: Key) -> Self {
        let words = words();
        let plain = Self {
            label: words.units,
            tip: "",
            unit: "",
            range: |_| Range::new(1.0, MOST_UNITS as f64, 1.0),
            value: |s| s.units as f64,
            shown: |s| s.units.to_string(),
            set: |s, x| s.units = x as usize,
            default: None,
        };
        match key {
            Key::Length => Self {
                label: words.length,
                unit: words.length_unit,
                range: |s| Range::new(s.shortest() as f64, s.longest() as f64, 1.0),
                value: |s| s.steps() as f64,
                shown: |s| s.steps().to_string(),
                set: |s, x| s.length = x as usize,
                ..plain
            },
            Key::Gain => Self {
                label: words.gain,
                tip: words.gain_tip,
                range: |_| Range::new(GAIN.0.log10(), GAIN.1.log10(), 0.01),
                value: |s| s.gain.log10(),
                shown: |s| format::setting(s.gain, false),
                set: |s, x| s.gain = rounded_gain(x),
                ..plain
            },
            Key::Bias => Self {
                label: words.bias,
                tip: words.bias_tip,
                range: |_| Range::new(BIAS.0, BIAS.1, 0.05),
                value: |s| s.bias,
                shown: |s| format::setting(s.bias, true),
                set: |s, x| s.bias = (x * 100.0).round() / 100.0,
                default: Some(DefaultMark { value: 0.0, name: words.bias_default.to_owned() }),
                ..plain
            },
            _ => plain,
        }
    }
}

/// A number that is dragged.
fn dragged(store: Store, key: Key) -> AnyView {
    let Dragged { label, tip, unit, range, value, shown, set, default } = Dragged::of(key);
    view! {
        <Slider
            label
            tip
            unit
            range=Signal::derive(move || store.settings.with(range))
            value=Signal::derive(move || store.settings.with(value))
            shown=text(move || store.settings.with(shown))
            set=Callback::new(move |x: f64| store.change(|s| set(s, x)))
            commit=Callback::new(move |()| store.commit())
            default
            id=key.name()
            lock=lock(store, key)
        />
    }
    .into_any()
}

/// The list of sequences.
fn sequence(store: Store) -> AnyView {
    let choose = move |key: &'static str| {
        let mut settings = store.settings.get_untracked();
        // A text stays when it is cut otherwise; one's own numbers are brought in a picture.
        let source = match (source_from(key), &settings.source) {
            (Some(Source::Own(text)), Source::Own(old)) => Text::new(old.as_str(), text.by()).ok().map(Source::Own),
            (source, _) => source,
        };
        if key == "example" {
            let tasked = settings.tasked().or_else(|| Tasked::named("agreement"));
            return tasked.into_iter().for_each(|own| store.open(settings.with_example(own)));
        }
        if key == "csv" {
            settings.choose(Key::Picture, "data");
        }
        store.open(settings.with_source(source.unwrap_or(Source::Sentence)));
    };
    let chosen = Memo::new(move |_| store.settings.with(|s| source_key(&s.source)));
    let names = SEQUENCES.into_iter().zip(describe::sequences().map(str::to_owned)).collect();
    let choices = Choices::new(names, chosen, choose);
    view! { <Select label=words().sequence tip=words().sequence_tip choices id="sequence" lock=lock(store, Key::Sequence) /> }.into_any()
}

/// A text of one's own. The picture stays with the last text that could be read.
pub fn own_text(store: Store, id: &'static str, label: &'static str, example: &'static str) -> AnyView {
    let current = move |settings: &Settings| match &settings.source {
        Source::Own(text) => (text.as_str().to_owned(), text.by()),
        _ => (String::new(), By::Words),
    };
    let judge = move |text: String| {
        let by = store.settings.with(current).1;
        if Text::new(&text, by).is_err() {
            return Some(words().text_empty.to_owned());
        }
        if by == By::Words && Text::is_unspaced(&text) {
            return Some(words().text_unspaced.to_owned());
        }
        let found = Text::count(&text, by);
        (found > LONGEST).then(|| {
            let unit = if by == By::Words { words().units_words } else { words().units_characters };
            let found = format!("{} {unit}", format::count(found));
            fill(words().text_cut, &[("found", &found), ("most", &LONGEST.to_string())])
        })
    };
    let take = move |text: String| {
        let settings = store.settings.get_untracked();
        if let Ok(text) = Text::new(&text, current(&settings).1) {
            store.try_out(settings.with_source(Source::Own(text)));
        }
    };
    view! {
        <TextField
            label
            shown=text(move || store.settings.with(current).0)
            judge=Callback::new(judge)
            take=Callback::new(take)
            commit=Callback::new(move |()| store.commit())
            example
            id
            lock=lock(store, Key::Text)
        />
    }
    .into_any()
}

/// What is seldom changed, each with its value, and what is held constant.
fn more(store: Store) -> AnyView {
    let words = words();
    // Hundreds of options are made only once someone looks.
    let open = RwSignal::new(false);
    let steps = Memo::new(move |_| if open.get() { store.settings.with(Settings::steps) } else { 0 });
    let step = move |key: Key, label: &'static str, chosen: fn(&Settings) -> usize| {
        let default = text(move || (store.settings.with(chosen) + 1).to_string());
        let option = move |step: usize| {
            let place = (step + 1).to_string();
            let name = format!("{place} · {}", describe::token(store, step));
            (place, name)
        };
        part(move || view! { <KeySelect key label options=(0..steps.get()).map(option).collect() default /> })
    };
    let is_forecast = Memo::new(move |_| store.settings.with(Settings::is_forecast));
    let loss = move || {
        if store.settings.with(Settings::has_target) { words.loss_target } else { words.loss_text }
    };
    let source = move || {
        // A series says so once it is here.
        store.sequence.track();
        store.settings.with(|s| describe::source(&s.source))
    };
    let history = move |again: bool| {
        let (label, id, none) =
            if again { (words.redo, "redo", words.redo_none) } else { (words.undo, "undo", words.undo_none) };
        let availability = Signal::derive(move || {
            if store.can_undo(again) { Availability::Ready } else { Availability::Off(none.to_owned()) }
        });
        view! { <Button label id availability press=Callback::new(move |()| store.undo(again)) /> }
    };
    let reset = move |()| store.open(store.settings.with_untracked(Settings::reset));
    view! {
        <div
            class="more"
            on:focusout=move |event| {
                // Where the keyboard leaves it, it would lie over what comes next.
                let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
                if to.is_some_and(|to| matches!(to.closest(".more"), Ok(None))) {
                    open.set(false);
                }
            }
        >
            <Disclosure label=words.more tip=words.more_tip open id="more">
                <div class="seed">
                    {seed(store)}
                    <Button
                        label=words.seed_new
                        id="new-seed"
                        availability=ready(store, Key::Seed)
                        press=Callback::new(move |()| store.choose(|s| s.seed = (s.seed + 1) % (MOST_SEED + 1)))
                    />
                </div>
                {step(Key::Read, words.read_at, Settings::read_step)}
                {step(Key::Mark, words.mark_at, Settings::mark_step)}
                {part(move || is_forecast.get().then(|| normalised(store)))}
                <div title=laboratory::words().sound_tip>
                    <Checkbox
                        id="sound"
                        label=laboratory::words().sound
                        checked=store.sound
                        set=Callback::new(move |on| {
                            store.sound.set(on);
                            SOUND.keep(on);
                        })
                    />
                </div>
                <div class="held">
                    <b>{words.held}</b>
                    <p>{words.held_text}</p>
                    <p use:shows=text(source)></p>
                    <p use:shows=text(loss)></p>
                </div>
                <div class="history">
                    {[false, true].map(history).collect_view()}
                    <Button label=words.reset id="reset" press=Callback::new(reset) />
                </div>
            </Disclosure>
        </div>
    }
    .into_any()
}

/// Whether a series is brought to mean 0 and variance 1.
fn normalised(store: Store) -> AnyView {
    view! {
        <Checkbox
            label=words().normalised
            checked=flag(move || store.settings.with(|s| s.normalised))
            set=Callback::new(move |on: bool| store.choose(|s| s.normalised = on))
            id="normalised"
            lock=lock(store, Key::Normalised)
        />
    }
    .into_any()
}

/// The number that all draws follow from.
fn seed(store: Store) -> AnyView {
    let shown = text(move || store.settings.with(|s| s.seed.to_string()));
    let read = move |text: String| {
        let seed = whole(&Key::Seed.typed(&text)).filter(|seed| *seed <= MOST_SEED);
        let told = || number_wrong(&text, "0", &MOST_SEED.to_string(), &shown.get());
        seed.map(|seed| seed as f64).ok_or_else(told)
    };
    view! {
        <NumberField
            label=words().seed
            shown
            read=Callback::new(read)
            set=Callback::new(move |seed: f64| store.change(|s| s.seed = seed as u64))
            commit=Callback::new(move |()| store.commit())
            id="seed"
            lock=lock(store, Key::Seed)
        />
    }
    .into_any()
}
