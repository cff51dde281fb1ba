//! The present picture as a link, as a code for phones, and as a frame for another page or a notebook. All of it is made here.

use leptos::html;
use leptos::prelude::*;

use figures::{Code, MOST_CODED};
use kit::{Button, ButtonKind, Dialog};
use model::command::View;
use model::frame::{notebook, snippet, view};
use words::frame::{self as told, words};

use crate::view::along::Along;
use crate::view::clipboard;
use crate::view::film::{CourseFilm, PassesFilm};
use crate::view::lab_pictures::LabPictures;
use crate::view::live::{part, shows, text};
use crate::view::pictures;
use crate::view::save::save_as;
use crate::view::start_picture::StartPicture;
use crate::view::store::{Store, address, in_view, learns};

/// The heights of a frame before its page follows the figure's own, in CSS pixels: of Start, the Lab, and all else.
const HEIGHTS: (u32, u32, u32) = (820, 860, 700);

/// The sheet.
#[component]
pub fn ShareSheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let page = words::page::words();
    view! {
        <Dialog id="sharing" title=words().title close_label=page.close open>
            {part(move || open.get().then(|| untrack(|| inside(store))))}
        </Dialog>
    }
}

/// What is shared, of the picture that is shown.
fn inside(store: Store) -> AnyView {
    let (link, frame) = (address::shared(store), address::for_a_frame(store));
    let height = height(store);
    let snippet = snippet(&frame, &told::titled(figure(store)), height);
    let words = words();
    let names_own = store.settings.with(|settings| settings.net().is_some());
    view! {
        <p class="read">{if names_own { words::along::words().own } else { words.how }}</p>
        <div class="share-link">
            <Copied id="share-link" label=words.link copy=words.copy_link what=link.clone() is_first=true />
            {code(link, view(&store.state()))}
        </div>
        <div class="share-frames">
            <Copied id="share-frame" label=words.snippet copy=words.copy_snippet what=snippet />
            <p class="read">{words.snippet_how}</p>
            <Copied id="share-notebook" label=words.notebook copy=words.copy_notebook what=notebook(&frame, height) />
        </div>
        {along(store)}
        <p class="read">{words::along::words().figures}</p>
    }
    .into_any()
}

/// What can be taken along: of the Lab's run, or of a training run. What a question asks for is not among it.
fn along(store: Store) -> Option<AnyView> {
    match in_view(store) {
        _ if store.veils_something() => None,
        View::Start if !learns(store) => Some(view! { <StartPicture /> }.into_any()),
        View::Lab => Some(view! { <Along /> <LabPictures /> <PassesFilm /> }.into_any()),
        View::Train if !learns(store) && has_trained(store) => Some(view! { <CourseFilm /> }.into_any()),
        _ => None,
    }
}

/// Whether a cell has learned anything yet.
fn has_trained(store: Store) -> bool {
    store.training.lanes.iter().any(|lane| lane.with(|lane| lane.as_ref().is_some_and(|lane| lane.progress.step > 0)))
}

/// A text with a button that copies it. Where the browser refuses, the text is selected, so that the keyboard can.
#[component]
fn Copied(
    id: &'static str,
    label: &'static str,
    copy: &'static str,
    what: String,
    #[prop(optional)] is_first: bool,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new("");
    let copied = {
        let what = what.clone();
        move |()| {
            said.set("");
            clipboard::copy(&what, move |copied| {
                said.set(if copied { words().copied } else { words().refused });
                if let (false, Some(field)) = (copied, field.get_untracked()) {
                    // A field that is there can be selected, else it can still be read.
                    let _ = field.focus();
                    field.select();
                }
            });
        }
    };
    let kind = if is_first { ButtonKind::Primary } else { ButtonKind::Plain };
    view! {
        <div class="kit-field share-text">
            <label class="kit-label" for=id>
                {label}
            </label>
            <textarea id=id readonly spellcheck="false" rows=if is_first { "2" } else { "3" } node_ref=field prop:value=what></textarea>
            <div class="share-act">
                <Button label=copy kind press=Callback::new(copied) />
                <span role="status" use:shows=text(move || said.get())></span>
            </div>
        </div>
    }
}

/// The code of an address; where that is too long, how long it may be.
fn code(link: String, name: &'static str) -> AnyView {
    let words = words();
    let Some(code) = Code::of(&link) else {
        return view! { <p class="share-code read">{told::too_long(link.len(), MOST_CODED)}</p> }.into_any();
    };
    let said = RwSignal::new(String::new());
    let (side, path) = (code.side, code.path.clone());
    let save = move |()| {
        let name = told::file(name);
        let saved = save_as(&name, "image/svg+xml", &code.svg());
        said.set(saved.map_or_else(|| words.code_not_saved.to_owned(), |()| words::along::saved(&name)));
    };
    view! {
        <figure class="share-code">
            <figcaption class="kit-label">{words.code}</figcaption>
            <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=words.code_name shape-rendering="crispEdges">
                <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")></path>
                <path fill="#000" d=path></path>
            </svg>
            <div class="share-act">
                <Button label=words.code_save press=Callback::new(save) />
                <span role="status" use:shows=text(move || said.get())></span>
            </div>
        </figure>
    }
    .into_any()
}

/// What the frame is called for those who cannot see it.
fn figure(store: Store) -> &'static str {
    let page = words::page::words();
    match in_view(store) {
        _ if learns(store) => words().figure_lesson,
        View::Start => words().figure_start,
        View::Lab => pictures::title(store).unwrap_or(words().figure_lab),
        View::Train => page.train,
        View::Compare => page.compare,
        View::Choose => page.choose,
        View::Results => page.results,
        View::Reference => page.reference,
    }
}

fn height(store: Store) -> u32 {
    match in_view(store) {
        View::Start if !learns(store) => HEIGHTS.0,
        View::Lab if !learns(store) && pictures::title(store).is_none() => HEIGHTS.1,
        _ => HEIGHTS.2,
    }
}
