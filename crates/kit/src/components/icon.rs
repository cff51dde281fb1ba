//! The signs on buttons and beside words.

use leptos::prelude::*;

/// A sign, 16 wide and 16 high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A triangle: go on by itself.
    Play,
    /// Two bars: stop for a while.
    Pause,
    /// One step back.
    Back,
    /// One step on.
    On,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Forward, fast.
    Forward,
    /// Backward, fast.
    Backward,
    /// From the beginning.
    Again,
    /// Take back what was done.
    Undo,
    /// Go away.
    Close,
    /// Done, or chosen.
    Check,
    /// Not chosen, and can be.
    Plus,
    /// Can't be changed.
    Lock,
    /// More is to be read.
    Info,
    /// Something is wrong.
    Warning,
    /// Opens downwards.
    Down,
    /// Brings a file.
    Upload,
    /// The whole screen.
    Present,
    /// Out of the page.
    Share,
    /// Light and dark.
    Theme,
    /// The language that is spoken.
    Language,
    /// Numbers in rows.
    Table,
    /// What can be set.
    Sliders,
}

impl Icon {
    /// Its outline.
    fn path(self) -> &'static str {
        match self {
            Self::Play => "M4.5 2.8v10.4L13 8z",
            Self::Pause => "M4 3h2.6v10H4zM9.4 3H12v10H9.4z",
            Self::Back => "M9.8 3.4 5.2 8l4.6 4.6",
            Self::On => "M6.2 3.4 10.8 8l-4.6 4.6",
            Self::First => "M3.6 3.2v9.6M12 3.4 7.4 8l4.6 4.6",
            Self::Last => "M12.4 3.2v9.6M4 3.4 8.6 8 4 12.6",
            Self::Forward => "M2.8 3.4 7.4 8l-4.6 4.6M8.4 3.4 13 8l-4.6 4.6",
            Self::Backward => "M13.2 3.4 8.6 8l4.6 4.6M7.6 3.4 3 8l4.6 4.6",
            Self::Again => "M3.2 2.6v3.6h3.6M3.4 6.2A5.2 5.2 0 1 1 2.8 9",
            Self::Undo => "M6 3 2.8 6.2 6 9.4M3.2 6.2h6a3.6 3.6 0 0 1 0 7.2H6.4",
            Self::Close => "m3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4",
            Self::Check => "m2.8 8.6 3.4 3.4 7-8",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Lock => "M3.4 7.2h9.2v6.4H3.4zM5.4 7V4.8a2.6 2.6 0 0 1 5.2 0V7",
            Self::Info => "M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 7.4v3.8M8 4.8v.2",
            Self::Warning => "M8 2.2 14.4 13.4H1.6zM8 6.6v3.2M8 11.6v.2",
            Self::Down => "M3.6 6 8 10.4 12.4 6",
            Self::Upload => "M8 10.4V2.6M4.8 5.6 8 2.4l3.2 3.2M2.4 10.4v3.2h11.2v-3.2",
            Self::Present => "M2.4 6V2.4H6M10 2.4h3.6V6M13.6 10v3.6H10M6 13.6H2.4V10",
            Self::Share => "M6.4 3.2H2.8v10h10V9.6M9.4 2.6h4v4M13.2 2.8 7.4 8.6",
            Self::Theme => "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 2.2v11.6M10.2 2.8v10.4M12.2 4.4v7.2",
            Self::Language => {
                "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM2.6 6.2h10.8M2.6 9.8h10.8M8 2.2c-3.2 3.4-3.2 8.2 0 11.6M8 2.2c3.2 3.4 3.2 8.2 0 11.6"
            }
            Self::Sliders => "M2 4.6h6.2M11.8 4.6H14M10 2.6v4M2 11.4h2.2M7.8 11.4H14M6 9.4v4",
            Self::Table => "M2.4 3.2h11.2v9.6H2.4zM2.4 6.4h11.2M2.4 9.6h11.2M6.6 3.2v9.6",
        }
    }

    /// Whether it is a plane, not a line.
    fn is_solid(self) -> bool {
        matches!(self, Self::Play | Self::Pause)
    }
}

/// A sign beside a text, or on a button that has a name; nothing is said of it.
#[component]
pub fn Glyph(
    /// The sign.
    #[prop(into)]
    icon: Signal<Icon>,
) -> impl IntoView {
    view! {
        <svg class="kit-glyph" class:kit-solid=move || icon.get().is_solid() viewBox="0 0 16 16" aria-hidden="true">
            <path d=move || icon.get().path() />
        </svg>
    }
}
