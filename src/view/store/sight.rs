//! What is in the page: what a step covers and offers, what an address hides, and whether the step in the address has been told.

use leptos::prelude::*;

use course::lesson::{Region, Which};
use model::keys::Key;

use super::signals::Store;

impl Store {
    /// Whether the address hides a part of the page or a control: one of `model::keys::BLOCKS`.
    #[must_use]
    pub fn hides(&self, part: &str) -> bool {
        self.settings.with(|settings| settings.names(Key::Hide).contains(&part))
    }

    /// Whether a control is offered: in a lesson the step's own, elsewhere all; but none that the address hides.
    #[must_use]
    pub fn offers(&self, control: &str) -> bool {
        let learns = self.settings.with(|settings| !settings.text(Key::Lesson).is_empty());
        let offered = !learns || self.course.setting.with(|own| own.offers.iter().any(|one| one == control));
        offered && !self.hides(control)
    }

    /// Whether a question covers a part of the figure.
    #[must_use]
    pub fn covers(&self, region: Region) -> bool {
        self.course.setting.with(|own| own.covers.contains(&region))
    }

    /// Whether a question covers anything.
    #[must_use]
    pub fn covers_something(&self) -> bool {
        self.course.setting.with(|own| !own.covers.is_empty())
    }

    /// Whether the step's figure has its side before its lanes.
    #[must_use]
    pub fn is_beside(&self) -> bool {
        self.course.setting.with(|own| own.is_beside)
    }

    /// Whether what is told of the lesson is the step in the address. Until then the ways on are those of the step before, and
    /// would lead to where the page is.
    #[must_use]
    pub fn is_told(&self) -> bool {
        let written = |key| self.settings.with(|settings| settings.written(key).to_owned());
        let of = Which { lesson: written(Key::Lesson), shown: written(Key::Shown) };
        self.course.lesson.with(|lesson| lesson.as_ref().is_some_and(|lesson| lesson.of == of))
    }

    /// Whether a lesson has been told, and how each step sets the page around its figure; or nobody is there to tell.
    #[must_use]
    pub fn tells_lesson(&self) -> bool {
        let told = self.course.steps.with(Option::is_some) && self.course.lesson.with(Option::is_some);
        told || self.undrawn.with(Option::is_some)
    }

    /// Goes to an address, as if a person had put it there; not if they have left the lesson since.
    pub(super) fn go_from(&self, address: &str, lesson: &str) {
        if self.settings.with_untracked(|settings| settings.text(Key::Lesson) == lesson) {
            // An address of the page's own can always be gone to.
            let _ = window().location().replace(address);
        }
    }
}
