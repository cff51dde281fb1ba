//! The pictures of the laboratory, by name.

use serde::{Deserialize, Serialize};

use model::keys::Key;
use model::settings::Settings;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To look at the numbers that there are.
    Look,
    /// To explain why they are so.
    Explain,
    /// To change what they are made of.
    Change,
}

impl Purpose {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 3] = [Self::Look, Self::Explain, Self::Change];

    /// Its pictures, in the order of the list.
    #[must_use]
    pub fn pictures(self) -> &'static [Picture] {
        match self {
            Self::Look => &[Picture::Hears, Picture::Why, Picture::Gates, Picture::Brackets],
            Self::Explain => &[
                Picture::Roads,
                Picture::Saturation,
                Picture::Chain,
                Picture::Triangle,
                Picture::Spectrum,
                Picture::Unit,
                Picture::Fork,
                Picture::Space,
                Picture::Halflives,
                Picture::Kept,
                Picture::Draws,
                Picture::After,
            ],
            Self::Change => &[Picture::Edit, Picture::Data, Picture::Ablation, Picture::Cures],
        }
    }
}

/// A picture of the laboratory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Picture {
    /// How much each step back stretches or shrinks a gradient, and the product of the steps' Jacobians.
    Chain,
    /// The share of the gradient that goes back by each term of the cell's state update.
    Roads,
    /// Eigenvalues of one step's Jacobian, singular values of the product of Jacobians.
    Spectrum,
    /// The slope of every non-linearity.
    Saturation,
    /// Each loss's share of the gradient at each state.
    Triangle,
    /// The norm of the gradient of an output with respect to each input before it.
    Hears,
    /// Two networks side by side that differ in initialisation or form.
    Cures,
    /// A cell with a part removed, beside the same weights in PyTorch's form.
    Ablation,
    /// A network of one unit.
    Unit,
    /// The terms of the equation behind a number.
    Why,
    /// Weights, biases and inputs that a person sets by hand.
    Edit,
    /// A person's own data.
    Data,
    /// What the gates of a trained network do.
    Gates,
    /// The states at which one unit comes to rest, over its weight or its bias.
    Fork,
    /// In how many steps each unit's gate halves what the unit keeps.
    Halflives,
    /// How far a state moves when one step reads something else, beside the gradient that is left.
    Kept,
    /// What is left of the gradient in many draws.
    Draws,
    /// minGRU, minLSTM and a head of attention, and a scan.
    After,
    /// The plane of two units’ states, and trained networks’ states on two axes.
    Space,
    /// A network that counts brackets.
    Brackets,
}

impl Picture {
    /// Every picture, in the order of the table of keys.
    pub const ALL: [Self; 20] = [
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
        Self::Gates,
        Self::Fork,
        Self::Halflives,
        Self::Kept,
        Self::Draws,
        Self::After,
        Self::Space,
        Self::Brackets,
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
            Self::Hears => model::keys::HEARS,
            Self::Cures => "cures",
            Self::Ablation => "ablation",
            Self::Unit => "unit",
            Self::Why => "why",
            Self::Edit => "edit",
            Self::Data => "data",
            Self::Gates => "gates",
            Self::Fork => "fork",
            Self::Halflives => "halflives",
            Self::Kept => "kept",
            Self::Draws => "draws",
            Self::After => "after",
            Self::Space => "space",
            Self::Brackets => "brackets",
        }
    }

    /// The picture that the settings open; `None` if they name none, or an unknown one.
    #[must_use]
    pub fn of(settings: &Settings) -> Option<Self> {
        let key = settings.written(Key::Picture);
        Self::ALL.into_iter().find(|picture| picture.key() == key)
    }

    /// Whether the picture needs the loss to be read from the layer shown, which holds for the top layer only. “Why”
    /// needs it if there is a decoder: the decoder reads the encoder's last cell state, too, and “why” does not follow
    /// that gradient.
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
    fn every_picture_stands_in_the_list_once() {
        let listed: Vec<Picture> = Purpose::ALL.iter().flat_map(|purpose| purpose.pictures()).copied().collect();
        assert_eq!(listed.len(), Picture::ALL.len());
        assert!(Picture::ALL.iter().all(|picture| listed.contains(picture)));
    }

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
