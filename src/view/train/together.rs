//! The three runs together, for what is taken along of them.

use engine::trace::CellKind;
use figures::charts::{extent, losses, maps};
use figures::{Axes, Chart, Map, Scale};
use leptos::prelude::*;

use super::loss::Own;
use super::reach::map;
use crate::view::store::Store;

/// What a film of the three runs shows: their losses in one chart, how far each one's gradient reaches with the axes of all three,
/// and the last training step of the axes.
pub fn together(store: Store) -> (Chart, ([Map; 3], Axes), f64) {
    let lanes = store.training.lanes.map(|lane| lane.get());
    let before = Own::before(store);
    let own = lanes.each_ref().map(|lane| lane.as_ref().map_or_else(|| before.clone(), |lane| Own::of(&lane.losses)));
    let runs = CellKind::ALL.map(|cell| own[cell as usize].run(cell));
    let compared = own.iter().map(|own| &own.compared[..]).find(|own| !own.is_empty()).unwrap_or_default();
    let extent = extent(&runs, compared, own.iter().map(|own| own.last).max().unwrap_or_default());
    let last = if let Scale::Linear(_, last) = extent.x { last } else { 1.0 };
    let maps = lanes.each_ref().map(|lane| map(lane.as_ref().map(|lane| &lane.reach), last));
    let steps = lanes.iter().flatten().map(|lane| lane.reach.steps).max().unwrap_or_default();
    (losses(&runs, compared, &extent), (maps, maps::reach(extent.x, steps)), last)
}
