//! What a picture takes long for: it is worked out piece by piece, so that whoever asks can look on, and stop it.

use engine::trace::CellKind;
use learn::counter::Depths;
use model::lab::draws::{DRAWS, Draws as Seeds};
use model::lab::kept::{Probe, Swaps};
use model::sequence::Sequence;
use model::settings::Settings;

use crate::brackets::depths;
use crate::going::Going;
use crate::kept::reads_it;
use crate::measured::{Measured, measure};
use crate::picture::Picture;
use crate::scene::Scene;
use crate::space::Readings;

/// What is in the making for the open picture.
pub struct Work {
    picture: Picture,
    settings: Settings,
    sequence: Sequence,
    absent: bool,
    making: Making,
    /// Whether somebody has stopped it.
    pub is_stopped: bool,
}

enum Making {
    Kept(Box<(Swaps, Probe)>),
    Draws(Box<Seeds>),
    Space(Box<Readings>),
    Brackets(Box<Depths>),
}

impl Work {
    /// What the open picture takes long for, not begun; `None` if it takes nothing long.
    #[must_use]
    pub fn of(scene: &Scene) -> Option<Self> {
        let settings = &scene.state.settings;
        let picture = Picture::of(settings)?;
        let making = match picture {
            Picture::Kept => {
                let read = settings.read_step();
                let swaps = Swaps::new(scene.run, scene.sequence, reads_it(settings), read);
                Making::Kept(Box::new((swaps, Probe::new(scene.run, read))))
            }
            Picture::Draws => Making::Draws(Box::new(Seeds::new(settings, scene.sequence))),
            Picture::Space => Making::Space(Box::new(Readings::of(scene)?)),
            Picture::Brackets => Making::Brackets(Box::new(depths(scene)?)),
            _ => return None,
        };
        let (settings, sequence) = (settings.clone(), scene.sequence.clone());
        Some(Self { picture, settings, sequence, absent: scene.absent, making, is_stopped: false })
    }

    /// Whether it is for what is shown: the same picture of the same run.
    #[must_use]
    pub fn is_of(&self, scene: &Scene) -> bool {
        Picture::of(&scene.state.settings) == Some(self.picture)
            && scene.state.settings.same_run(&self.settings)
            && *scene.sequence == self.sequence
            && scene.absent == self.absent
    }

    /// Does a piece; whether there was one.
    pub fn advance(&mut self) -> bool {
        match &mut self.making {
            Making::Kept(own) => own.0.advance() || own.1.advance(),
            Making::Draws(draws) => draws.advance(),
            Making::Space(readings) => readings.advance(),
            Making::Brackets(depths) => depths.advance(),
        }
    }

    /// How far it is.
    #[must_use]
    pub fn going(&self) -> Going {
        let (done, all) = match &self.making {
            Making::Kept(own) => (own.0.done() + own.1.done(), own.0.pieces() + own.1.pieces()),
            Making::Draws(draws) => (draws.done(), DRAWS),
            Making::Space(readings) => readings.done(),
            Making::Brackets(depths) => (depths.done(), depths.pieces()),
        };
        Going { done, all, is_stopped: self.is_stopped }
    }

    /// Puts what there is of it into the numbers of its picture.
    pub fn put(&self, measured: &mut Measured) {
        match (&self.making, measured) {
            (Making::Kept(own), Measured::Kept(kept)) => {
                for cell in CellKind::ALL {
                    kept.take(cell, own.0.found(cell), &self.sequence, &self.settings);
                }
                kept.found = own.1.found();
                kept.going = self.going();
            }
            (Making::Draws(seeds), Measured::Draws(draws)) => draws.put(seeds, self.going()),
            (Making::Space(readings), Measured::Space(space)) => space.put(readings, self.going()),
            (Making::Brackets(depths), Measured::Brackets(own)) => own.put(depths, self.going()),
            _ => {}
        }
    }
}

/// The numbers of the open picture, with all that takes long, however long it takes.
#[must_use]
pub fn measure_whole(scene: &Scene) -> Measured {
    let mut measured = measure(scene);
    if let Some(mut work) = Work::of(scene) {
        while work.advance() {}
        work.put(&mut measured);
    }
    measured
}
