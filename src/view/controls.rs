//! The few controls in sight, and the rest behind "More". Each acts at once, while it is dragged.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use model::keys::{BIAS, GAIN, Key, MOST_SEED, MOST_UNITS, SEQUENCES, whole};
use model::sequence::{By, LONGEST, Text};
use model::settings::{Settings, Source, source_from, source_key};
use words::format;
use words::{fill, page::words};

use super::describe;
use super::live::{flag, part, shows, text};
use super::locks;
use super::store::{Store, learns};

/// The bar of controls.
#[component]
pub fn Controls() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let is_text = move || store.settings.with(|s| matches!(s.source, Source::Sentence | Source::Own(_)));
    let is_own = Memo::new(move |_| store.settings.with(|s| matches!(s.source, Source::Own(_))));
    view! {
        <div class="controls" role="group" aria-label=words.sequence>
            <Show when=move || store.offers("sequence")>
                <SequenceChoice />
            </Show>
            <Show when=move || is_own.get() && store.offers("sequence")>
                <OwnText />
            </Show>
            <Show when=move || !is_text() && store.offers("length")>
                <Slider
                    key=Key::Length
                    label=words.length
                    tip=words.length
                    range=Signal::derive(move || store.settings.with(|s| (s.shortest() as f64, s.longest() as f64, 1.0)))
                    value=Signal::derive(move || store.settings.with(|s| s.steps() as f64))
                    shown=Signal::derive(move || format!("{} {}", store.settings.with(Settings::steps), words.length_unit))
                    set=move |x| store.change(|s| s.length = x as usize)
                />
            </Show>
            <Show when=move || store.offers("units")>
                <Slider
                    key=Key::Units
                    label=words.units
                    tip=words.units
                    range=Signal::stored((1.0, MOST_UNITS as f64, 1.0))
                    value=Signal::derive(move || store.settings.with(|s| s.units as f64))
                    shown=Signal::derive(move || store.settings.with(|s| s.units.to_string()))
                    set=move |x| store.change(|s| s.units = x as usize)
                />
            </Show>
            <Show when=move || store.offers("gain")>
                <Slider
                    key=Key::Gain
                    label=words.gain
                    tip=words.gain_tip
                    range=Signal::stored((GAIN.0.log10(), GAIN.1.log10(), 0.01))
                    value=Signal::derive(move || store.settings.with(|s| s.gain.log10()))
                    shown=Signal::derive(move || format::setting(store.settings.with(|s| s.gain), false))
                    set=move |x| store.change(|s| s.gain = rounded_gain(x))
                />
            </Show>
            <Show when=move || store.offers("bias")>
                <Slider
                    key=Key::Bias
                    label=words.bias
                    tip=words.bias_tip
                    range=Signal::stored((BIAS.0, BIAS.1, 0.05))
                    value=Signal::derive(move || store.settings.with(|s| s.bias))
                    shown=Signal::derive(move || format::setting(store.settings.with(|s| s.bias), true))
                    set=move |x| store.change(|s| s.bias = (x * 100.0).round() / 100.0)
                    note=words.bias_default
                    tick=-BIAS.0 / (BIAS.1 - BIAS.0)
                />
            </Show>
            <Show when=move || !learns(store) && !store.hides("more")>
                <More />
            </Show>
            <Show when=move || is_text() && !learns(store)>
                <p class="untrained">
                    <b>{words.weights} " " {words.weights_untrained}</b>
                    ". "
                    {words.untrained}
                </p>
            </Show>
        </div>
    }
}

/// Ten to the power, with the digits that the control shows.
fn rounded_gain(exponent: f64) -> f64 {
    let gain = 10_f64.powf(exponent).clamp(GAIN.0, GAIN.1);
    let digits = if gain < 1.0 { 1000.0 } else { 100.0 };
    (gain * digits).round() / digits
}

/// A labelled slider with its value in sight.
#[component]
fn Slider(
    key: Key,
    label: &'static str,
    tip: &'static str,
    #[prop(into)] range: Signal<(f64, f64, f64)>,
    #[prop(into)] value: Signal<f64>,
    #[prop(into)] shown: Signal<String>,
    set: impl Fn(f64) + 'static,
    #[prop(optional)] note: &'static str,
    #[prop(optional)] tick: f64,
) -> impl IntoView {
    let store: Store = expect_context();
    let part_of = move || {
        let (low, high, _) = range.get();
        ((value.get() - low) / (high - low)).clamp(0.0, 1.0).to_string()
    };
    view! {
        <label class="field" title=locks::tip(store, key, tip)>
            <span>{label} " " <b use:shows=text(move || shown.get())></b></span>
            <span class="slider" class:ticked=flag(move || { tick > 0.0 }) style:--tick=tick.to_string() style:--part=text(part_of)>
                <input
                    type="range"
                    id=key.name()
                    disabled=flag(move || store.is_locked(key))
                    min=text(move || range.get().0.to_string())
                    max=text(move || range.get().1.to_string())
                    step=text(move || range.get().2.to_string())
                    prop:value=text(move || value.get().to_string())
                    aria-label=label
                    aria-valuetext=text(move || shown.get())
                    on:input=move |event| {
                        let x = event_target::<HtmlInputElement>(&event).value_as_number();
                        if x.is_finite() {
                            set(x);
                        }
                    }
                    on:change=move |_| store.commit()
                />
                <small>{note}</small>
            </span>
        </label>
    }
}

/// The list of sequences.
#[component]
fn SequenceChoice() -> impl IntoView {
    let store: Store = expect_context();
    let choose = move |key: String| {
        let mut settings = store.settings.get_untracked();
        // A text stays when it is cut otherwise; one's own numbers are brought in a picture.
        let source = match (source_from(&key), &settings.source) {
            (Some(Source::Own(text)), Source::Own(old)) => Text::new(old.as_str(), text.by()).ok().map(Source::Own),
            (source, _) => source,
        };
        if key == "csv" {
            settings.choose(Key::Picture, "data");
        }
        store.open(settings.with_source(source.unwrap_or(Source::Sentence)));
    };
    let chosen = Memo::new(move |_| store.settings.with(|s| source_key(&s.source)));
    view! {
        <label class="field sequence" title=locks::tip(store, Key::Sequence, words().sequence_tip)>
            <span>{words().sequence}</span>
            <select
                id="sequence"
                disabled=flag(move || store.is_locked(Key::Sequence))
                prop:value=text(move || chosen.get())
                on:change=move |event| choose(event_target_value(&event))
            >
                {SEQUENCES
                    .into_iter()
                    .zip(describe::sequences())
                    .map(|(key, name)| view! { <option value=key>{name}</option> })
                    .collect_view()}
            </select>
        </label>
    }
}

/// A text of one's own. What cannot be read is kept in the field and explained beside it; the
/// picture stays with the last text that could.
#[component]
fn OwnText() -> impl IntoView {
    let store: Store = expect_context();
    let current = move || {
        store.settings.with(|s| match &s.source {
            Source::Own(text) => Some(text.clone()),
            _ => None,
        })
    };
    // What is being typed, and the text that was shown for it: once another one is shown, as after
    // an undo, the field has that.
    let typed = RwSignal::new((String::new(), None));
    let draft = move || match (typed.get(), current()) {
        ((typed, shown), now) if shown.is_some() && shown == now => typed,
        (_, now) => now.map(|text| text.as_str().to_owned()).unwrap_or_default(),
    };
    let by = move || current().map_or(By::Words, |text| text.by());
    let message = move || {
        let (text, by) = (draft(), by());
        match Text::new(&text, by) {
            Err(_) => Some(words().text_empty.to_owned()),
            Ok(_) => {
                let found = Text::count(&text, by);
                let unit = if by == By::Words { words().units_words } else { words().units_characters };
                (found > LONGEST).then(|| {
                    let found = format!("{} {unit}", format::count(found));
                    fill(words().text_cut, &[("found", &found), ("most", &LONGEST.to_string())])
                })
            }
        }
    };
    view! {
        <label class="field own" title=locks::tip(store, Key::Text, "")>
            <span>{words().own_text}</span>
            <input
                type="text"
                id="text"
                disabled=flag(move || store.is_locked(Key::Text))
                dir="auto"
                spellcheck="false"
                aria-describedby="text-message"
                aria-invalid=text(move || message().is_some().to_string())
                prop:value=text(draft)
                on:input=move |event| {
                    let text = event_target_value(&event);
                    if let Ok(text) = Text::new(&text, untrack(by)) {
                        store.try_out(store.settings.get_untracked().with_source(Source::Own(text)));
                    }
                    typed.set((text, untrack(current)));
                }
                on:change=move |_| store.commit()
            />
            <small id="text-message" class="message" role="status" use:shows=text(move || message().unwrap_or_default())></small>
        </label>
    }
}

/// What is seldom changed, each with its value, and what is held constant.
#[component]
fn More() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    // Hundreds of options are made only once someone looks.
    let open = RwSignal::new(false);
    let steps = Memo::new(move |_| if open.get() { store.settings.with(Settings::steps) } else { 0 });
    let option = move |step: usize| {
        let name = format!("{} · {}", step + 1, describe::token(store, step));
        view! { <option value=step.to_string() prop:textContent=name></option> }
    };
    // Set again where it changed or its options did, and only then: whenever a list's choice is set, a
    // browser's autofill looks the whole page over.
    let chosen = move |step: fn(&Settings) -> usize| {
        let chosen = Memo::new(move |_| (steps.get(), store.settings.with(step)));
        text(move || chosen.get().1.to_string())
    };
    let is_forecast = move || store.settings.with(Settings::is_forecast);
    let has_target = move || store.settings.with(Settings::has_target);
    let source = move || {
        // A series says so once it is here.
        store.sequence.track();
        store.settings.with(|s| describe::source(&s.source))
    };
    view! {
        <details
            class="more"
            id="more"
            on:toggle=move |event| open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open())
        >
            <summary title=words.more_tip>{words.more}</summary>
            <div class="sheet">
                <label class="field" title=locks::tip(store, Key::Seed, "")>
                    <span>{words.seed}</span>
                    <input
                        type="number"
                        id="seed"
                        disabled=flag(move || store.is_locked(Key::Seed))
                        min="0"
                        max=MOST_SEED.to_string()
                        prop:value=text(move || store.settings.with(|s| s.seed.to_string()))
                        on:change=move |event| {
                            if let Some(seed) = whole(&event_target_value(&event)).filter(|s| *s <= MOST_SEED) {
                                store.choose(|s| s.seed = seed);
                            } else {
                                store.settings.notify();
                            }
                        }
                    />
                    <button
                        id="new-seed"
                        title=locks::tip(store, Key::Seed, "")
                        disabled=flag(move || store.is_locked(Key::Seed))
                        on:click=move |_| store.choose(|s| s.seed = (s.seed + 1) % (MOST_SEED + 1))>
                        {words.seed_new}
                    </button>
                </label>
                <label class="field" title=locks::tip(store, Key::Read, "")>
                    <span>{words.read_at}</span>
                    <select
                        id="read"
                        disabled=flag(move || store.is_locked(Key::Read))
                        prop:value=chosen(Settings::read_step)
                        on:change=move |event| {
                            if let Ok(step) = event_target_value(&event).parse() {
                                store.choose(|s| s.read = Some(step));
                            }
                        }
                    >
                        {part(move || (0..steps.get()).map(option).collect_view())}
                    </select>
                </label>
                <label class="field" title=locks::tip(store, Key::Mark, "")>
                    <span>{words.mark_at}</span>
                    <select
                        id="mark"
                        disabled=flag(move || store.is_locked(Key::Mark))
                        prop:value=chosen(Settings::mark_step)
                        on:change=move |event| {
                            if let Ok(step) = event_target_value(&event).parse() {
                                store.choose(|s| s.mark = Some(step));
                            }
                        }
                    >
                        {part(move || (0..steps.get()).map(option).collect_view())}
                    </select>
                </label>
                <Show when=is_forecast>
                    <label class="field check" title=locks::tip(store, Key::Normalised, "")>
                        <input
                            type="checkbox"
                            id="normalised"
                            disabled=flag(move || store.is_locked(Key::Normalised))
                            prop:checked=flag(move || store.settings.with(|s| s.normalised))
                            on:change=move |event| {
                                let normalised = event_target_checked(&event);
                                store.choose(|s| s.normalised = normalised);
                            }
                        />
                        <span>{words.normalised}</span>
                    </label>
                </Show>
                <div class="held">
                    <b>{words.held}</b>
                    <p>{words.held_text}</p>
                    <p use:shows=text(source)></p>
                    <p use:shows=text(move || if has_target() { words.loss_target } else { words.loss_text })></p>
                </div>
                <div class="history">
                    <button id="undo" disabled=flag(move || !store.can_undo(false)) on:click=move |_| store.undo(false)>
                        {words.undo}
                    </button>
                    <button id="redo" disabled=flag(move || !store.can_undo(true)) on:click=move |_| store.undo(true)>
                        {words.redo}
                    </button>
                    <button id="reset" on:click=move |_| store.open(store.settings.with_untracked(Settings::reset))>{words.reset}</button>
                </div>
            </div>
        </details>
    }
}
