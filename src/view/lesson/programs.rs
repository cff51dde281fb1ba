//! Programs that compute what the figure shows: to be read, copied and saved.

use leptos::html;
use leptos::prelude::*;

use course::lesson::{Listing, ListingKind, Program, Step};
use engine::trace::CellKind;
use kit::Button;
use words::fill;
use words::lesson::words;

use super::told::of;
use crate::view::clipboard;
use crate::view::live::{part, shows, text};

/// The programs of the step that is told. Each stays where it is while its numbers change.
#[component]
pub fn Programs(told: Memo<Option<Step>>) -> impl IntoView {
    let all = of(told, |step| step.programs.clone());
    // Of another step they are others.
    let which = of(told, |step| (step.name.clone(), step.programs.len()));
    let each = move || {
        let (name, count) = which.get().unwrap_or_default();
        (0..count).map(move |n| (name.clone(), n))
    };
    let one = move |(_, n): (String, usize)| {
        let listing = Memo::new(move |last: Option<&Option<Listing>>| {
            let now = all.with(|all| all.as_ref().and_then(|all| all.get(n).cloned()));
            now.or_else(|| last.cloned().flatten())
        });
        view! { <One listing /> }
    };
    view! { <For each key=|key| key.clone() children=one /> }
}

/// What a program is called.
fn name(listing: &Listing) -> String {
    let words = words();
    let kind = match listing.kind {
        ListingKind::PyTorch => words.code_pytorch,
        ListingKind::Keras => words.code_keras,
        ListingKind::Scratch => words.code_scratch,
        ListingKind::Gradient => words.code_gradient,
        ListingKind::Alone => listing.program.as_ref().map_or("", |program| &program.file),
    };
    match listing.cell.and_then(|cell| CellKind::ALL.get(cell)) {
        Some(cell) => format!("{} · {kind}", cell.name()),
        None => kind.to_owned(),
    }
}

#[component]
fn One(listing: Memo<Option<Listing>>) -> impl IntoView {
    let words = words();
    let pre = NodeRef::<html::Pre>::new();
    let read = move |read: fn(&Program) -> &str| {
        text(move || {
            listing.with(|own| {
                let program = own.as_ref().and_then(|own| own.program.as_ref().ok());
                program.map(|program| read(program).to_owned()).unwrap_or_default()
            })
        })
    };
    let (file, code, prints) = (read(|own| &own.file), read(|own| &own.text), read(|own| &own.prints));
    let name = text(move || listing.with(|own| own.as_ref().map(name).unwrap_or_default()));
    let there = Memo::new(move |_| listing.with(|own| own.as_ref().is_some_and(|own| own.program.is_ok())));
    let why =
        text(move || listing.with(|own| own.as_ref().and_then(|own| own.program.clone().err()).unwrap_or_default()));
    let covered = Memo::new(move |_| listing.with(|own| own.as_ref().is_some_and(|own| own.is_covered)));
    let how = text(move || {
        let alone = listing.with(|own| own.as_ref().is_some_and(|own| own.kind == ListingKind::Alone));
        match (covered.get(), alone) {
            (true, _) => words.code_covered,
            (false, true) => words.code_printed,
            (false, false) => words.code_prints,
        }
    });
    let said = RwSignal::new("");
    let copy = move || {
        // Where the browser refuses, the program is selected, so that the keyboard can copy it.
        clipboard::copy(&code.get_untracked(), move |copied| {
            said.set(if copied { words.code_copied } else { words::page::words().copy_failed });
            if let (false, Some(pre), Ok(Some(selection))) = (copied, pre.get_untracked(), window().get_selection()) {
                // What cannot be selected is there to be read.
                let _ = selection.select_all_children(&pre);
            }
        });
    };
    // Plain http has no clipboard.
    let copies = window().is_secure_context();
    let address = move || {
        let text: String = form_urlencoded::byte_serialize(code.get().as_bytes()).collect();
        format!("data:text/x-python;charset=utf-8,{}", text.replace('+', "%20"))
    };
    let whole = move || {
        view! {
            <div class="program-act">
                {copies.then(|| view! { <Button label=words.code_copy press=copy /> })}
                <a class="kit-button" download=file href=text(address) use:shows=text(move || fill(words.code_save, &[("file", &file.get())]))></a>
            </div>
            <p class="program-said" role="status" use:shows=text(move || said.get())></p>
            <pre tabindex="0" role="group" aria-label=name node_ref=pre>
                <code use:shows=code></code>
            </pre>
            <p class="lesson-how" use:shows=how></p>
            {part(move || {
                (!covered.get()).then(|| {
                    view! {
                        <pre tabindex="0" role="group" class="prints" aria-label=how>
                            <samp use:shows=prints></samp>
                        </pre>
                    }
                })
            })}
        }
    };
    view! {
        <div class="program">
            <h3 use:shows=name></h3>
            {part(move || {
                if there.get() {
                    whole().into_any()
                } else {
                    view! { <p class="lesson-how" use:shows=why></p> }.into_any()
                }
            })}
        </div>
    }
}
