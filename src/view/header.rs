//! The page's header: its name, the views, and what can be done with the page anywhere.

use leptos::prelude::*;

use kit::{Availability, Button, ButtonKind, Choices, Glyph, Icon, Select};
use model::command::View;
use model::keys::Key;
use model::settings::Settings;
use words::page::words;
use words::{Language, language};

use super::keyed::ready;
use super::live::{flag, text};
use super::store::address::speak;
use super::store::{Store, in_view, learns};
use super::theme::Theme;

/// Where the header leads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A view; Compare with its other two.
    View(View),
    /// The lessons, where the reader was last.
    Learn,
}

impl Place {
    const ALL: [Self; 6] = [
        Self::View(View::Start),
        Self::Learn,
        Self::View(View::Lab),
        Self::View(View::Train),
        Self::View(View::Compare),
        Self::View(View::Reference),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::View(view) => name(view),
            Self::Learn => words().learn,
        }
    }

    /// What of the address leads there; all else stays.
    fn fragment(self) -> String {
        match self {
            Self::View(view) => format!("lesson=&view={}", view.key()),
            Self::Learn => "lesson=here&view=".to_owned(),
        }
    }

    /// Where the settings are.
    fn of(settings: &Settings) -> Self {
        if !settings.text(Key::Lesson).is_empty() {
            return Self::Learn;
        }
        match View::of(settings) {
            View::Results | View::Choose => Self::View(View::Compare),
            view => Self::View(view),
        }
    }
}

fn name(view: View) -> &'static str {
    let words = words();
    match view {
        View::Start => words.start,
        View::Lab => words.lab,
        View::Train => words.train,
        View::Compare => words.compare,
        View::Choose => words.choose,
        View::Results => words.results,
        View::Reference => words.reference,
    }
}

/// A button that leads to what of an address. What the playhead does is of no interest where nothing is locked.
fn leads(store: Store, name: &'static str, fragment: String, is_here: Signal<bool>) -> AnyView {
    let to = StoredValue::new(fragment);
    let locked = move || {
        store.settings.with(Settings::has_locks) && to.with_value(|to| store.state().would_move_locked("apply", to))
    };
    let availability =
        Signal::derive(
            move || if locked() { Availability::Off(words().locked.to_owned()) } else { Availability::Ready },
        );
    let press = Callback::new(move |()| to.with_value(|to| store.set_by_key("apply", to, true)));
    view! { <Button label=name current=is_here availability press /> }.into_any()
}

/// The views side by side; where they have no room, in a list.
#[component]
fn Places() -> impl IntoView {
    let store: Store = expect_context();
    let here = Memo::new(move |_| store.settings.with(Place::of));
    let choices =
        Choices::new(Place::ALL.map(|place| (place, place.name().to_owned())).to_vec(), here, move |place: Place| {
            store.set_by_key("apply", &place.fragment(), true)
        });
    view! {
        <nav class="views" aria-label=words().views>
            {Place::ALL.map(|place| leads(store, place.name(), place.fragment(), flag(move || here.get() == place)))}
        </nav>
        <div class="views-list"><Select label=words().views id="views" choices /></div>
    }
}

/// The views of Compare, over each of them.
#[component]
pub fn Within() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let here = Memo::new(move |_| in_view(store));
    let all = [(View::Compare, words.measured), (View::Results, words.results), (View::Choose, words.choose)];
    let tab = |(view, name): (View, &'static str)| {
        leads(store, name, Place::View(view).fragment(), flag(move || here.get() == view))
    };
    let is_shown =
        Memo::new(move |_| matches!(here.get(), View::Compare | View::Results | View::Choose) && !learns(store));
    view! {
        <nav class="within" aria-label=words.compare hidden=flag(move || !is_shown.get() || store.hides("views"))>
            {all.map(tab)}
        </nav>
    }
}

/// The languages that the page speaks, each by its own name.
#[component]
fn Languages() -> impl IntoView {
    let store: Store = expect_context();
    let own = language();
    let entry = |other: Language| {
        view! { <option value=other.key() lang=other.key() selected=own == other>{other.name()}</option> }
    };
    view! {
        <span class="kit-anchor languages">
            <span class="kit-button kit-icon">
                <Glyph icon=Icon::Language />
                <span class="kit-hidden">{own.name()}</span>
            </span>
            <select
                id="language"
                aria-label=words().language
                on:change=move |event| {
                    if let Some(chosen) = Language::of(&event_target_value(&event)) {
                        speak(store, chosen);
                    }
                }
            >
                {Language::ALL.map(entry).collect_view()}
            </select>
        </span>
    }
}

/// The header.
#[component]
pub fn Header(theme: Theme, open_numbers: Callback<()>, open_share: Callback<()>) -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    // The sheet lies in the later part of the page.
    let share = Callback::new(move |()| {
        store.ask_for_later();
        open_share.run(());
    });
    let presenting = flag(move || store.presenting.get());
    // Start has the title of the whole.
    let whole = document().title();
    let here = Memo::new(move |_| store.settings.with(Place::of));
    Effect::new(move |_| match here.get() {
        Place::View(View::Start) => document().set_title(&whole),
        here => document().set_title(&format!("{} · Unrolled", here.name())),
    });
    view! {
        <header>
            <h1>{words.title}</h1>
            <Show when=move || !store.hides("views")>
                <Places />
            </Show>
            <div class="actions" hidden=flag(move || store.hides("actions"))>
                // All numbers would tell those that are covered.
                <span hidden=flag(move || store.veils_something() || in_view(store) != View::Lab)>
                    <Button label=words.numbers kind=ButtonKind::Icon icon=Icon::Table tip=words.numbers_tip id="numbers-open" press=open_numbers />
                </span>
                <Button
                    label=text(move || if presenting.get() { words.present_end } else { words.present })
                    kind=ButtonKind::Icon
                    icon=Icon::Present
                    tip=words.present_tip
                    id="present"
                    pressed=presenting
                    availability=ready(store, Key::Present)
                    press=Callback::new(move |()| store.present(!store.presenting.get_untracked()))
                />
                <Button label=words.share kind=ButtonKind::Icon icon=Icon::Share tip=words.share_tip id="share" press=share />
                <Button
                    label=words.theme
                    kind=ButtonKind::Icon
                    icon=Icon::Theme
                    tip=words.theme_tip
                    id="theme"
                    press=Callback::new(move |()| theme.toggle())
                />
                {(Language::ALL.len() > 1).then(|| view! { <Languages /> })}
            </div>
        </header>
    }
}
