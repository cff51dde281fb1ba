//! Every key and what it does, in the Lab or in another view.

use leptos::prelude::*;

use kit::{Checkbox, Dialog};
use model::command::View;
use words::laboratory::words;

use crate::view::live::{part, text};
use crate::view::store::{SINGLE_KEYS, Store, in_view};

/// The keys that work in every view.
fn common() -> [(&'static str, &'static str); 5] {
    let words = words();
    [
        ("D", words.key_d),
        ("P", words.key_p),
        (words.press_undo, words.key_undo),
        (words.press_pages, words.key_pages),
        ("?", words.key_help),
    ]
}

/// The keys of the Lab.
fn of_the_lab() -> [(&'static str, &'static str); 9] {
    let words = words();
    [
        (words.press_space, words.key_space),
        ("← →", words.key_arrows),
        (words.press_shift, words.key_shift),
        ("B", words.key_b),
        (words.press_home, words.key_home),
        ("1 2 3", words.key_lanes),
        ("↑ ↓", words.key_updown),
        ("L", words.key_l),
        ("M", words.key_m),
    ]
}

/// The keys of Start.
fn of_start() -> [(&'static str, &'static str); 5] {
    let words = words();
    [
        (words.press_space, words.key_space),
        ("← →", words.key_arrows),
        ("B", words.key_turn),
        (words.press_home, words.key_ends),
        ("1 2", words.key_ways),
    ]
}

/// The list.
#[component]
pub fn KeysSheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store: Store = expect_context();
    let list = move || {
        let own = match in_view(store) {
            View::Start => of_start().to_vec(),
            View::Lab => of_the_lab().to_vec(),
            _ => vec![(words().press_space, words().key_train)],
        };
        let key = |(key, what): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{what}</dd> };
        view! { <dl class="keys">{own.into_iter().chain(common()).map(key).collect_view()}</dl> }
    };
    let page = words::page::words();
    view! {
        <Dialog id="keys" title=page.keys_title close_label=page.close open>
            {part(move || open.get().then(list))}
            <Checkbox
                id="single-keys"
                label=text(move || words().single_keys)
                checked=store.single_keys
                set=Callback::new(move |wanted| {
                    store.single_keys.set(wanted);
                    SINGLE_KEYS.keep(wanted);
                })
            />
        </Dialog>
    }
}
