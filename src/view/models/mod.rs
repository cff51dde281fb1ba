//! Networks that a person brings from another library. What is known of them at first stands here; the sheet in which they are opened
//! is a part of the page that comes later.

mod sheet;
mod shown;
mod told;

use leptos::prelude::*;
use web_sys::File;

use super::store::Store;

pub use sheet::ModelsSheet;
pub use shown::OwnModel;
pub use told::named;

/// How the names of models end.
const ENDINGS: [&str; 8] = [".safetensors", ".npz", ".h5", ".hdf5", ".keras", ".onnx", ".pt", ".pth"];

/// The sheet in which a model is opened.
#[derive(Clone, Copy)]
pub struct Models {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// A file that was dropped on the page, until the sheet takes it.
    pub dropped: RwSignal<Option<File>, LocalStorage>,
}

impl Models {
    /// Opens it.
    pub fn show(self, store: Store) {
        store.ask_for_later();
        self.open.set(true);
    }
}

/// Takes a model's file wherever it is dropped on the page. What else is dropped is left to who takes it.
pub fn listen(store: Store) -> Models {
    let models = Models { open: RwSignal::new(false), dropped: RwSignal::new_local(None) };
    let over = window_event_listener(leptos::ev::dragover, move |event| event.prevent_default());
    let drop = window_event_listener(leptos::ev::drop, move |event| {
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file.filter(|file| is_model(&file.name())) {
            models.dropped.set(Some(file));
            models.show(store);
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
    models
}

/// Whether a file is called as a model is.
fn is_model(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
