//! What is in the page: what a step covers and offers, what an address hides, and whether the step in the address has been told.

use leptos::prelude::*;

use course::lesson::{Figure, Level, Veil, Which};
use engine::trace::{CellKind, Operand, Quantity, Spot};
use model::keys::Key;
use model::playback::Timeline;
use model::settings::Settings;

use super::signals::Store;

/// What a frame leaves to the page of its own.
const LEFT_OUT: [&str; 5] = ["views", "actions", "controls", "pictures", "rail"];

impl Store {
    /// Whether the address hides a part of the page or a control: one of `model::keys::BLOCKS`. A frame shows the figure alone.
    #[must_use]
    pub fn hides(&self, part: &str) -> bool {
        self.embedded && LEFT_OUT.contains(&part)
            || self.settings.with(|settings| settings.names(Key::Hide).contains(&part))
    }

    /// Whether a control is offered: in a lesson the step's own, elsewhere all; but none that the address hides.
    #[must_use]
    pub fn offers(&self, control: &str) -> bool {
        let learns = self.settings.with(|settings| !settings.text(Key::Lesson).is_empty());
        let offered = !learns || self.course.setting.with(|own| own.offers.iter().any(|one| one == control));
        offered && !self.hides(control)
    }

    /// The figure of the step; without a lesson the whole Lab.
    #[must_use]
    pub fn figure(&self) -> Figure {
        self.course.setting.with(|own| own.figure)
    }

    /// How far the lesson has come; without one all there is.
    #[must_use]
    pub fn level(&self) -> Level {
        self.course.setting.with(|own| own.level)
    }

    /// The road of the playhead; not tracked. Before a lesson has come to the gradient, it only reads.
    #[must_use]
    pub fn timeline(&self) -> Timeline {
        let goes_back = untrack(|| self.level().has_gradient());
        Timeline { goes_back, ..self.settings.with_untracked(Settings::timeline) }
    }

    /// Whether a cell's lane is in the figure.
    #[must_use]
    pub fn shows_lane(&self, cell: CellKind) -> bool {
        match self.figure() {
            Figure::Lab => true,
            Figure::Lanes => self.level().cells().contains(&cell),
            Figure::Cell | Figure::Edit => self.focus.with(|focus| focus.cell == cell),
            Figure::Picture | Figure::Runs | Figure::Train => false,
        }
    }

    /// The cells whose lanes are in the figure.
    #[must_use]
    pub fn lanes_shown(&self) -> Vec<CellKind> {
        CellKind::ALL.into_iter().filter(|cell| self.shows_lane(*cell)).collect()
    }

    /// Whether the chart of what is left of the gradient is in the figure: of one cell, which has room for it. A class sees it
    /// in the ribbons.
    #[must_use]
    pub fn shows_reach(&self) -> bool {
        match self.figure() {
            Figure::Lab => !self.presenting.get(),
            Figure::Lanes => self.level() == Level::Gradient,
            _ => false,
        }
    }

    /// Whether a question veils the number of an operand at a spot of a cell.
    #[must_use]
    pub fn veils(&self, cell: CellKind, operand: Operand, spot: Spot) -> bool {
        let at = spot.step.checked_add_signed(operand.shift);
        self.course.setting.with(|own| {
            own.veils.iter().any(|veil| match *veil {
                Veil::Number { cell: own, quantity, gradient, unit, step } => {
                    // Of the cell state tanh tells as much.
                    let is_it = operand.quantity == quantity
                        || quantity == Quantity::Cell && operand.quantity == Quantity::CellTanh;
                    // So do the numbers that a gradient goes on to, each by a slope and weights that are shown.
                    let goes_on = gradient && operand.gradient && spot.step == step && {
                        let inward = matches!(operand.quantity, Quantity::PreActivation | Quantity::X);
                        inward && operand.shift == 0 || operand.quantity == quantity && operand.shift < 0
                    };
                    let is_shown = is_it && operand.gradient == gradient && at == Some(step);
                    own == cell && unit == spot.unit && (is_shown || goes_on)
                }
                Veil::Left { .. } | Veil::Size { .. } | Veil::Kept { .. } | Veil::Draws { .. } => false,
            })
        })
    }

    /// The first step, from 0, at which it is told how much of a cell's gradient is left, where a question veils those before.
    #[must_use]
    pub fn left_told_from(&self, cell: CellKind) -> Option<usize> {
        let read = self.settings.with(|settings| settings.read_step());
        self.course.setting.with(|own| {
            own.veils.iter().find_map(|veil| match *veil {
                Veil::Left { cell: own, told_from } if own == cell => Some(told_from.unwrap_or(read).min(read)),
                _ => None,
            })
        })
    }

    /// Whether a question veils how many parameters a cell has.
    #[must_use]
    pub fn veils_size(&self, cell: CellKind) -> bool {
        self.course.setting.with(|own| own.veils.contains(&Veil::Size { cell }))
    }

    /// Whether a question veils just this.
    #[must_use]
    pub fn has_veil(&self, veil: &Veil) -> bool {
        self.course.setting.with(|own| own.veils.contains(veil))
    }

    /// Whether a question veils anything.
    #[must_use]
    pub fn veils_something(&self) -> bool {
        self.course.setting.with(|own| !own.veils.is_empty())
    }

    /// Whether it is not known yet how the step sets its figure, and so what its question veils.
    #[must_use]
    pub fn awaits_setting(&self) -> bool {
        let learns = self.settings.with(|settings| !settings.text(Key::Lesson).is_empty());
        learns && self.course.steps.with(Option::is_none) && self.undrawn.with(Option::is_none)
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
