//! Names beside each other: pushed apart, each as near as can be to where it belongs.

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Its left and its right end.
    pub across: (f64, f64),
    /// The height at which its middle belongs.
    pub y: f64,
    /// How high it is.
    pub height: f64,
}

/// Names that touch, as one: those from `first` on, their middles by what each wants, and their height together.
struct Block {
    first: usize,
    wanted: Vec<f64>,
    height: f64,
}

impl Block {
    /// Where its upper edge stands: where its names are nearest to their wishes, within bounds.
    fn top(&self, (low, high): (f64, f64)) -> f64 {
        let mean = self.wanted.iter().sum::<f64>() / self.wanted.len() as f64;
        mean.min(high - self.height).max(low)
    }
}

/// The heights of the names' middles, so that none lies over another, between two bounds. Names that stand beside each
/// other keep their own heights. Where there is no room for all, they run over the lower bound.
#[must_use]
pub fn apart(names: &[Wanted], bounds: (f64, f64)) -> Vec<f64> {
    let mut places = vec![0.0; names.len()];
    for group in groups(names) {
        let mut blocks: Vec<Block> = Vec::new();
        for (place, &name) in group.iter().enumerate() {
            let Wanted { y, height, .. } = names[name];
            blocks.push(Block { first: place, wanted: vec![y - height / 2.0], height });
            while let [.., above, below] = &blocks[..] {
                if above.top(bounds) + above.height <= below.top(bounds) + 1e-9 {
                    break;
                }
                let Some(below) = blocks.pop() else { break };
                let Some(above) = blocks.last_mut() else { break };
                above.wanted.extend(below.wanted.iter().map(|top| top - above.height));
                above.height += below.height;
            }
        }
        for block in &blocks {
            let mut top = block.top(bounds);
            for &name in &group[block.first..block.first + block.wanted.len()] {
                places[name] = top + names[name].height / 2.0;
                top += names[name].height;
            }
        }
    }
    places
}

/// Names that lie in each other's way, from top to bottom; one way leads on to the next.
fn groups(names: &[Wanted]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| names[*a].across.0.total_cmp(&names[*b].across.0));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for name in order {
        let (left, right) = names[name].across;
        match groups.last_mut() {
            Some(group) if left < end => group.push(name),
            _ => groups.push(vec![name]),
        }
        end = if left < end { end.max(right) } else { right };
    }
    for group in &mut groups {
        group.sort_by(|a, b| names[*a].y.total_cmp(&names[*b].y));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(y: f64) -> Wanted {
        Wanted { across: (0.0, 30.0), y, height: 16.0 }
    }

    #[test]
    fn names_give_way_evenly_and_stay_inside() {
        // Far apart, they stay; at one height, they share the way.
        assert_eq!(apart(&[name(20.0), name(60.0)], (0.0, 100.0)), [20.0, 60.0]);
        assert_eq!(apart(&[name(50.0), name(50.0)], (0.0, 100.0)), [42.0, 58.0]);
        assert_eq!(apart(&[name(52.0), name(50.0)], (0.0, 100.0)), [59.0, 43.0]);
        // At a bound only one can give way.
        assert_eq!(apart(&[name(2.0), name(3.0)], (0.0, 100.0)), [8.0, 24.0]);
        assert_eq!(apart(&[name(99.0), name(99.0), name(70.0)], (0.0, 100.0)), [76.0, 92.0, 60.0]);
    }

    #[test]
    fn names_beside_each_other_keep_their_heights() {
        let beside = Wanted { across: (40.0, 70.0), ..name(50.0) };
        assert_eq!(apart(&[name(50.0), beside], (0.0, 100.0)), [50.0, 50.0]);
    }
}
