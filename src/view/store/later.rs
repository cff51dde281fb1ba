//! When the part of the page that comes later is asked for, and what is noted of it.

use leptos::prelude::*;

use model::command::View;
use model::keys::Key;

use super::notice::Notice;
use super::signals::Store;
use super::standing::Later;
use super::views::{in_view, learns};

impl Store {
    /// Asks for the later part of the page, once.
    pub fn ask_for_later(&self) {
        if self.later.get_untracked() == Later::Unasked {
            self.later.set(Later::Awaited);
        }
    }

    /// Asks for it again, where it could not be had.
    pub(super) fn ask_again_for_later(&self) {
        if self.later.get_untracked() == Later::Failed {
            self.untell_later();
            self.later.set(Later::Awaited);
        }
    }

    /// Takes note of whether it came.
    pub fn later_came(&self, came: bool) {
        self.later.set(if came { Later::Here } else { Later::Failed });
        if !came {
            self.tell(Notice::PartNotLoaded);
        }
    }

    /// Whether it is here, or will not come by itself.
    pub fn later_is_settled(&self) -> bool {
        matches!(self.later.get(), Later::Here | Later::Failed)
    }

    /// Whether what the address asks for lies in the later part.
    pub fn shows_later(&self) -> bool {
        !self.speaks.get() && in_view(*self) != View::Start
            || !matches!(in_view(*self), View::Start | View::Lab)
            || learns(*self)
            || self.settings.with(|settings| !settings.written(Key::Picture).is_empty() || settings.net().is_some())
    }
}
