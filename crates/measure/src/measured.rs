//! The numbers of the open picture.

use serde::{Deserialize, Serialize};

use crate::ablation::Ablation;
use crate::after::After;
use crate::brackets::Brackets;
use crate::chain::Chains;
use crate::cures::Cures;
use crate::data::Data;
use crate::draws::Draws;
use crate::edit::Edit;
use crate::fork::Fork;
use crate::gates::Gates;
use crate::halflives::Halflives;
use crate::hears::Hears;
use crate::kept::Kept;
use crate::picture::Picture;
use crate::roads::Roads;
use crate::saturation::Saturation;
use crate::scene::Scene;
use crate::space::Space;
use crate::spectrum::Spectrum;
use crate::triangle::Triangle;
use crate::unit::Unit;
use crate::why::Why;

/// The numbers of the open picture, a variant for each picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Measured {
    /// No picture is open.
    Nothing,
    /// The picture needs the top layer, and the settings show a layer below it: there are no numbers.
    BelowTheLoss(Picture),
    /// The chain.
    Chain(Chains),
    /// The roads.
    Roads(Roads),
    /// The spectrum.
    Spectrum(Spectrum),
    /// Saturation.
    Saturation(Saturation),
    /// The triangle.
    Triangle(Triangle),
    /// What moves an output: gradients of an output with respect to inputs.
    Hears(Hears),
    /// Cures side by side.
    Cures(Cures),
    /// Ablation.
    Ablation(Ablation),
    /// One unit.
    Unit(Unit),
    /// Why.
    Why(Why),
    /// Edit.
    Edit(Edit),
    /// A person's own data. It has no numbers of a run.
    Data(Data),
    /// The gates at work.
    Gates(Gates),
    /// One unit at rest.
    Fork(Fork),
    /// Half-lives.
    Halflives(Halflives),
    /// What is kept of each step.
    Kept(Kept),
    /// Many draws.
    Draws(Draws),
    /// What came after.
    After(After),
    /// State space.
    Space(Space),
    /// The bracket counter.
    Brackets(Brackets),
}

impl Measured {
    /// The picture that these numbers belong to; `None` if no picture is open.
    #[must_use]
    pub fn picture(&self) -> Option<Picture> {
        Some(match self {
            Self::Nothing => return None,
            Self::BelowTheLoss(picture) => *picture,
            Self::Chain(_) => Picture::Chain,
            Self::Roads(_) => Picture::Roads,
            Self::Spectrum(_) => Picture::Spectrum,
            Self::Saturation(_) => Picture::Saturation,
            Self::Triangle(_) => Picture::Triangle,
            Self::Hears(_) => Picture::Hears,
            Self::Cures(_) => Picture::Cures,
            Self::Ablation(_) => Picture::Ablation,
            Self::Unit(_) => Picture::Unit,
            Self::Why(_) => Picture::Why,
            Self::Edit(_) => Picture::Edit,
            Self::Data(_) => Picture::Data,
            Self::Gates(_) => Picture::Gates,
            Self::Fork(_) => Picture::Fork,
            Self::Halflives(_) => Picture::Halflives,
            Self::Kept(_) => Picture::Kept,
            Self::Draws(_) => Picture::Draws,
            Self::After(_) => Picture::After,
            Self::Space(_) => Picture::Space,
            Self::Brackets(_) => Picture::Brackets,
        })
    }
}

/// Computes the numbers of the open picture, but for what takes long: see `Work`.
#[must_use]
pub fn measure(scene: &Scene) -> Measured {
    let settings = &scene.state.settings;
    let Some(picture) = Picture::of(settings) else { return Measured::Nothing };
    let (layer, layers) = settings.layer();
    if layer < layers && picture.is_of_the_loss(settings) {
        return Measured::BelowTheLoss(picture);
    }
    match picture {
        Picture::Chain => Measured::Chain(Chains::of(scene)),
        Picture::Roads => Measured::Roads(Roads::of(scene)),
        Picture::Spectrum => Measured::Spectrum(Spectrum::of(scene)),
        Picture::Saturation => Measured::Saturation(Saturation::of(scene)),
        Picture::Triangle => Measured::Triangle(Triangle::of(scene)),
        Picture::Hears => Measured::Hears(Hears::of(scene)),
        Picture::Cures => Measured::Cures(Cures::of(scene)),
        Picture::Ablation => Measured::Ablation(Ablation::of(scene)),
        Picture::Unit => Measured::Unit(Unit::of(scene)),
        Picture::Why => Measured::Why(Why::of(scene)),
        Picture::Edit => Measured::Edit(Edit::of(scene)),
        Picture::Data => Measured::Data(Data::of(settings)),
        Picture::Gates => Measured::Gates(Gates::of(scene)),
        Picture::Fork => Measured::Fork(Fork::of(scene)),
        Picture::Halflives => Measured::Halflives(Halflives::of(scene)),
        Picture::Kept => Measured::Kept(Kept::of(scene)),
        Picture::Draws => Measured::Draws(Draws::of(scene)),
        Picture::After => Measured::After(After::of(scene)),
        Picture::Space => Measured::Space(Space::of(scene)),
        Picture::Brackets => Measured::Brackets(Brackets::of(scene)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    /// Measures what an address opens.
    fn measured(fragment: &str) -> Measured {
        let (state, _) = State::from_fragment(fragment);
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        measure(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    #[test]
    fn the_open_picture_is_the_one_that_is_measured() {
        for picture in Picture::ALL {
            assert_eq!(measured(&format!("picture={}", picture.key())).picture(), Some(picture));
        }
        assert_eq!(measured(""), Measured::Nothing);
        assert_eq!(measured("picture=<b>"), Measured::Nothing);
    }

    #[test]
    fn below_the_top_layer_nothing_is_said_of_what_the_loss_hears() {
        let below = "t_layers=2&trained=0&layer=1";
        for picture in Picture::ALL {
            let found = measured(&format!("{below}&picture={}", picture.key()));
            let is_below = matches!(found, Measured::BelowTheLoss(_));
            let heard = ["roads", "triangle", "hears", "ablation"].contains(&picture.key());
            assert_eq!(is_below, heard, "{picture:?}");
        }
    }
}
