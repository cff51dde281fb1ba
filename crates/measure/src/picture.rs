//! The pictures of the laboratory, by name.

use serde::{Deserialize, Serialize};

use model::keys::Key;
use model::settings::Settings;

/// A picture of the laboratory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Picture {
    /// How far each step back stretches a gradient, and what the steps do together.
    Chain,
    /// By which of its terms a cell hands the gradient back.
    Roads,
    /// Eigenvalues of one step, singular values of the chain.
    Spectrum,
    /// The slope of every non-linearity.
    Saturation,
    /// Each loss's share of the gradient at each state.
    Triangle,
    /// How strongly an output hears each input before it.
    Hears,
    /// One start beside another.
    Cures,
    /// A cell with a gate held, beside the cell as it is.
    Ablation,
    /// A network of one unit.
    Unit,
    /// What a number is made of.
    Why,
    /// Weights and inputs put in by hand.
    Edit,
    /// A person's own table.
    Data,
}

impl Picture {
    /// Every picture, in the order of the list.
    pub const ALL: [Self; 12] = [
        Self::Chain,
        Self::Roads,
        Self::Spectrum,
        Self::Saturation,
        Self::Triangle,
        Self::Hears,
        Self::Cures,
        Self::Ablation,
        Self::Unit,
        Self::Why,
        Self::Edit,
        Self::Data,
    ];

    /// The picture's name in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Roads => "roads",
            Self::Spectrum => "spectrum",
            Self::Saturation => "saturation",
            Self::Triangle => "triangle",
            Self::Hears => "hears",
            Self::Cures => "cures",
            Self::Ablation => "ablation",
            Self::Unit => "unit",
            Self::Why => "why",
            Self::Edit => "edit",
            Self::Data => "data",
        }
    }

    /// The picture that the settings open; none if they name none, or one that there is not.
    #[must_use]
    pub fn of(settings: &Settings) -> Option<Self> {
        let key = settings.written(Key::Picture);
        Self::ALL.into_iter().find(|picture| picture.key() == key)
    }

    /// Whether it shows what the loss hears directly, which only the top layer can tell. From a decoder the loss hears the last
    /// cell state, too, which "why" does not follow.
    #[must_use]
    pub fn is_of_the_loss(self, settings: &Settings) -> bool {
        match self {
            Self::Roads | Self::Triangle | Self::Hears | Self::Ablation => true,
            Self::Why => learn::trained::has_decoder(settings),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_the_table_of_keys_is_one() {
        assert_eq!(Picture::ALL.map(Picture::key), model::keys::PICTURES);
        for picture in Picture::ALL {
            let mut settings = Settings::default();
            settings.choose(Key::Picture, picture.key());
            assert_eq!(Picture::of(&settings), Some(picture));
            settings.choose(Key::Picture, "<b>");
            assert_eq!(Picture::of(&settings), None);
        }
    }
}
