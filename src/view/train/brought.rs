//! What a worker has said of what a person brings, as signals of the open view.

use intake::Choices;
use leptos::prelude::*;

use measure::training::own::{Fault, Preview, Shown, Told};
use model::command::Own;
use port::{OwnAnswer, Parcel, Request};
use web_sys::File;

use crate::view::store::Store;

/// A person's own data.
#[derive(Clone, Copy)]
pub struct OwnSignals {
    /// What became of what a person brought last.
    pub own: RwSignal<Option<Result<Told, Fault>>>,
    /// Whether something that a person has brought is still to be read.
    pub reads: RwSignal<bool>,
    /// The share of it that has been read, where that takes long.
    pub share: RwSignal<Option<f64>>,
    /// Whether a person has stopped it.
    pub stopped: RwSignal<bool>,
    /// The table that a person brought last, as it was read when it could be used.
    pub shown: RwSignal<Option<Shown>>,
    /// What a person has decided about it.
    pub choices: RwSignal<Choices>,
    /// Takes what a person has brought, by its name, once it has been checked; `None` while nobody asks for it.
    pub take: StoredValue<Option<Callback<String>>>,
    /// Saves a series as it is learned from, once it has come; `None` while nobody asks for it.
    pub export: StoredValue<Option<Callback<String>>>,
}

impl OwnSignals {
    /// Nothing yet. From now on they hear what a worker says, until the view is closed.
    #[must_use]
    pub fn new(store: Store) -> Self {
        let own = Self {
            own: RwSignal::new(None),
            reads: RwSignal::new(false),
            share: RwSignal::new(None),
            stopped: RwSignal::new(false),
            shown: RwSignal::new(None),
            choices: RwSignal::new(Choices::default()),
            take: StoredValue::new(None),
            export: StoredValue::new(None),
        };
        store.training.hears.set_value(Some(Callback::new(move |said: Parcel<OwnAnswer>| {
            if let Some(said) = said.opened() {
                own.hear(said);
            }
        })));
        on_cleanup(move || store.training.hears.set_value(None));
        own
    }

    fn hear(&self, said: OwnAnswer) {
        match said {
            OwnAnswer::Kept(told, can_be_read) => {
                if self.own.with_untracked(Option::is_some) {
                    return;
                }
                if let Preview::Table(shown) = &told.preview
                    && can_be_read
                {
                    self.choices.set(shown.choices.clone());
                    self.shown.set(Some(shown.as_ref().clone()));
                }
                self.own.set(Some(Ok(told)));
            }
            OwnAnswer::Export(text) => {
                if let Some(export) = self.export.get_value() {
                    export.run(text);
                }
            }
            OwnAnswer::Share(share) => self.share.set(Some(share)),
            OwnAnswer::Read(read) => {
                self.reads.set(false);
                self.share.set(None);
                if let Ok(Told { preview: Preview::Table(shown), .. }) = &read {
                    self.shown.set(Some(shown.as_ref().clone()));
                }
                let name = read.as_ref().ok().map(|told| told.name.clone());
                self.own.set(Some(read));
                if let (Some(name), Some(take)) = (name, self.take.get_value()) {
                    take.run(name);
                }
            }
            OwnAnswer::Table(_) => {}
        }
    }

    /// Has a worker take in what a person brings to learn from.
    pub fn bring(&self, store: Store, own: Own, text: Option<String>, file: Option<File>) {
        self.stopped.set(false);
        self.shown.set(None);
        self.choices.set(Choices::default());
        self.reads.set(true);
        store.bring(own, text, file.map(Into::into));
    }

    /// Has what was brought last read again, as a person has decided.
    pub fn decide(&self, store: Store, choices: Choices) {
        self.choices.set(choices.clone());
        self.reads.set(true);
        store.tell_artist(Request::Decide(choices));
    }

    /// Stops reading. What was brought before is no longer shown, as another file was chosen.
    pub fn stop(&self, store: Store) {
        store.tell_artist(Request::StopBringing);
        self.clear();
        self.stopped.set(true);
    }

    /// Nothing is brought any more.
    pub fn clear(&self) {
        self.stopped.set(false);
        self.own.set(None);
        self.reads.set(false);
        self.share.set(None);
    }
}
