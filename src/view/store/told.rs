//! What is told once, and what of it is closed or taken back.

use leptos::prelude::*;

use model::command::View;

use super::notice::Notice;
use super::signals::Store;
use super::views::{in_view, learns};

impl Store {
    /// Tells something, once.
    pub fn tell(&self, notice: Notice) {
        // A figure in another page's frame has nothing to keep.
        let is_figure = || matches!(in_view(*self), View::Start | View::Lab) && !learns(*self);
        if self.embedded && matches!(notice, Notice::KeepsNothing(_)) && untrack(is_figure) {
            return;
        }
        let alike = |own: &Notice| std::mem::discriminant(own) == std::mem::discriminant(&notice);
        if !self.told.with_value(|told| told.iter().any(alike)) {
            self.told.update_value(|told| told.push(notice.clone()));
            self.notices.update(|notices| notices.push(notice));
        }
    }

    /// Takes back what is told of workers.
    pub fn untell_workers(&self) {
        let stays = |notice: &Notice| matches!(notice, Notice::KeepsNothing(_) | Notice::PartNotLoaded);
        self.told.update_value(|told| told.retain(stays));
        self.notices.update(|notices| notices.retain(stays));
    }

    /// Takes back that a part of the page could not be loaded.
    pub(super) fn untell_later(&self) {
        let stays = |notice: &Notice| *notice != Notice::PartNotLoaded;
        self.told.update_value(|told| told.retain(stays));
        self.notices.update(|notices| notices.retain(stays));
    }

    /// Closes a notice: it is not told again.
    pub fn dismiss(&self, notice: &Notice) {
        self.notices.update(|notices| notices.retain(|own| own != notice));
    }
}
