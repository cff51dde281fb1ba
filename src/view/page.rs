//! The page: header, controls, stage, inspector, transport.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use course::lesson::Figure;
use kit::{Button, SkipLink, StandingStatus, Status};
use model::command::View;
use model::keys::Key;
use model::settings::Focus;
use words::page::words;

use super::controls::Controls;
use super::describe;
use super::frame::Frame;
use super::header::{Header, Within};
use super::keys;
use super::later::{Part, later};
use super::live::{flag, part, shows, text};
use super::models;
use super::navigation;
use super::notices::{Notices, Undrawn};
use super::present;
use super::printed::Printed;
use super::side::{self, Side};
use super::slides::Slides;
use super::stage::{Make, Stage};
use super::stage_view::StageView;
use super::start::{Going, Start};
use super::store::{Store, in_view, learns};
use super::styles::Styles;
use super::theme::Theme;
use super::transport::Transport;
use super::unrolled::Above;
use super::way_back::{self, WayBack};

/// The whole page.
#[component]
pub fn Page(store: Store, styles: Styles) -> impl IntoView {
    let theme = Theme::new();
    provide_context(store);
    let stage = Stage::new(store, theme);
    provide_context(stage);
    let is_awake = present::follow(store, stage.zoom);
    let status = Status::new();
    provide_context(status);
    provide_context(WayBack::new(store));
    store.frame.set_before(move || {
        store.show_picture();
        store.catch_up()
    });
    store.frame.set_ticker(move |elapsed| store.tick(elapsed));
    navigation::keep(store);
    side::ask(store);
    theme.follow_print(move || {
        stage.lay_out(theme.printing.get_untracked());
        store.frame.draw_all()
    });
    redraw_with_fonts(store.frame);
    provide_context(models::listen(store));
    let [keys_open, numbers_open, share_open] = [(); 3].map(|()| RwSignal::new(false));
    let going = Going::new(store);
    provide_context(going);
    keys::listen(store, going, keys_open);
    // Said when the focus has moved. A number that follows a slider is silent: whoever wants it goes there.
    let said = Memo::new(move |before: Option<&Option<(Focus, String)>>| {
        let focus = store.focus.get();
        // What a question covers is not said, either; and what has been said of a focus is not said again when that ends.
        if store.playing.get() || store.awaits_setting() {
            return before.cloned().flatten().map(|(of, _)| (of, String::new()));
        }
        // A run that is awaited says nothing yet. Another run says nothing of a focus that stays, and what was said of the one
        // before stands no longer: to take it back is silent.
        store.run.track();
        let is_awaited = store.stale.get() || !store.speaks.get();
        let now = || untrack(|| describe::focus(store, focus));
        match before {
            Some(Some((of, said))) if *of == focus => {
                let stands = Some(now()).filter(|now| now == said);
                Some((focus, stands.unwrap_or_default()))
            }
            _ if is_awaited => None,
            _ => Some((focus, now())),
        }
    });
    let spoken = move || said.with(|said| said.as_ref().map(|(_, text)| text.clone()).unwrap_or_default());
    // What has been shown stays.
    let is_styled = Memo::new(move |before: Option<&bool>| {
        before == Some(&true)
            || styles.are_there()
            || matches!(in_view(store), View::Start | View::Lab)
                && !learns(store)
                && !store.presenting.get()
                && !store.embedded
    });
    // Of a lesson the prose, past the list of lessons.
    let content = Signal::derive(move || if learns(store) { super::lesson::TOP } else { "content" });
    // Beside a lesson figure and transport are others than in the Lab: what is moved across the page would be lost from sight.
    let is_learning = Memo::new(move |_| learns(store));
    // What a lesson shows of the figure, and the text above it, a worker tells. A figure that has been shown stays.
    let has_figure = Memo::new(move |before: Option<&bool>| {
        let is_told = !learns(store) || store.tells_lesson() && store.later_is_settled();
        before == Some(&true) || is_told && store.speaks.get()
    });
    let hides_transport = Memo::new(move |_| store.hides("transport"));
    view! {
        <div class="page" class:training=flag(move || in_view(store) != View::Lab) class:learning=flag(move || learns(store)) class:railless=flag(move || store.hides("rail")) class:stale=flag(move || store.stale.get() || store.awaits_setting()) data-figure=text(move || figure_key(store.figure())) class:presenting=flag(move || store.presenting.get()) class:awake=is_awake>
            {(!store.embedded)
                .then(|| {
                    view! {
                        <SkipLink label=words().skip to=content />
                        <div class="seen-ask">
                            <Button label=words().see id="see" press=Callback::new(move |()| store.asked.update(|n| *n += 1)) />
                        </div>
                        <Header
                            theme
                            open_numbers=Callback::new(move |()| numbers_open.set(true))
                            open_share=Callback::new(move |()| share_open.set(true))
                        />
                    }
                })}
            <Problems />
            <Notices />
            <way_back::Told />
            <Show when=move || store.speaks.get() && !store.hides("controls")>
                <Controls />
            </Show>
            {part(move || {
                store.speaks.get().then(|| {
                    view! {
                        <Within />
                        <Printed />
                    }
                })
            })}
            <main id="content">{part(move || is_styled.get().then(|| view! { <Views has_figure /> }))}</main>
            // It stands with what it plays: beside a lesson, or below its figure.
            <For
                each=move || (has_figure.get() && !hides_transport.get()).then(|| is_learning.get())
                key=|learning| *learning
                children=move |_| view! { <Transport open_keys=Callback::new(move |()| keys_open.set(true)) /> }
            />
            {part(move || store.speaks.get().then(|| view! { <Slides is_awake /> }))}
            {later(store, Part::Sheets(keys_open, numbers_open, share_open))}
            {store.embedded.then(|| later(store, Part::Embedded))}
            <p class="spoken" role="status" aria-live="polite" use:shows=text(spoken)></p>
            <StandingStatus status />
        </div>
    }
}

/// What the style sheet calls a figure.
fn figure_key(figure: Figure) -> &'static str {
    match figure {
        Figure::Lab => "lab",
        Figure::Lanes => "lanes",
        Figure::Cell => "cell",
        Figure::Edit => "edit",
        Figure::Picture => "picture",
        Figure::Runs => "runs",
        Figure::Train => "train",
    }
}

/// All that can be in view, in the page's one main landmark.
#[component]
fn Views(has_figure: Memo<bool>) -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let make = Memo::new(move |_| Make::of(store, stage));
    view! {
        <Start />
        {later(store, Part::Lesson)}
        <Undrawn />
        <For
            each=move || has_figure.get().then(|| make.get())
            key=|make| make.clone()
            children=|_| {
                view! {
                    <div class="bench">
                        <Above />
                        <StageView />
                        <Side />
                    </div>
                }
            }
        />
        {later(store, Part::Views)}
    }
}

/// Draws all figures again once fonts have come: a canvas keeps the letters that it was drawn with.
fn redraw_with_fonts(frame: Frame) {
    let loaded = Closure::<dyn Fn()>::new(move || frame.request_all());
    // Without the listener they come with the next change.
    let _ = document().fonts().add_event_listener_with_callback("loadingdone", loaded.as_ref().unchecked_ref());
    // The page's fonts are loaded as long as the page is there.
    loaded.forget();
}

/// What of the address could not be used, each part once.
#[component]
fn Problems() -> impl IntoView {
    let store: Store = expect_context();
    let line = |problem: model::address::Problem| {
        let text = problem.said();
        view! { <li title=Key::named(&problem.key).map_or("", Key::help) prop:textContent=text></li> }
    };
    view! {
        <Show when=move || store.problems.with(|p| !p.is_empty())>
            <div class="problems" role="alert">
                <ul tabindex="0">{part(move || store.problems.get().into_iter().map(line).collect_view())}</ul>
                <Button label=words().dismiss press=Callback::new(move |()| store.problems.set(vec![])) />
            </div>
        </Show>
    }
}
