//! The matrix products of training, in tiles that stay in registers.
//!
//! States lie with the sequences of a batch side by side: eight sequences are a *panel*, and a panel of m features is m
//! × 8 numbers, feature by feature. So a product with weights reads states as they lie, and the result has the same
//! layout; weights are packed once a step. For a single sequence a panel is one number wide, and the units are computed
//! side by side instead.

use super::real::{LANES, Real, Vector};

/// Sequences in a panel, where there are several.
pub const PANEL: usize = 8;
/// Rows of weights in a tile, for panels of eight sequences.
const ROWS: usize = 4;

/// A matrix packed for [`Packed::times`].
#[derive(Clone, Debug, Default)]
pub struct Packed<T> {
    numbers: Vec<T>,
    columns: usize,
}

impl<T: Real> Packed<T> {
    /// Packs the `rows` × `columns` matrix `at(row, column)` for states of panels `width` wide. `rows` is a multiple of
    /// eight.
    pub fn pack(&mut self, width: usize, rows: usize, columns: usize, at: impl Fn(usize, usize) -> T) {
        let together = if width == 1 { PANEL } else { ROWS };
        assert!(rows.is_multiple_of(together), "whole groups of {together} rows");
        self.columns = columns;
        self.numbers.clear();
        self.numbers.reserve(rows * columns);
        for group in 0..rows / together {
            for column in 0..columns {
                self.numbers.extend((0..together).map(|row| at(group * together + row, column)));
            }
        }
    }

    /// out ← W s, or out ← out + W s where `add`, for each panel. A panel of `states` begins every
    /// `state_stride` numbers and one of `out` every `out_stride`; the first features of each are read and written.
    pub fn times(
        &self,
        width: usize,
        (states, state_stride): (&[T], usize),
        (out, out_stride): (&mut [T], usize),
        add: bool,
    ) {
        if width == 1 {
            self.times_one(states, out, add);
            return;
        }
        let k = self.columns;
        for (group, weights) in self.numbers.chunks_exact(ROWS * k).enumerate() {
            let panels = states.chunks(state_stride).zip(out.chunks_mut(out_stride));
            for (states, out) in panels {
                let out = &mut out[group * ROWS * PANEL..][..ROWS * PANEL];
                let mut sum = [[T::Vector::splat(T::default()); 2]; ROWS];
                if add {
                    for (sum, out) in sum.iter_mut().zip(out.as_chunks::<PANEL>().0) {
                        *sum = halves(out);
                    }
                }
                let rows = weights.as_chunks::<ROWS>().0;
                for (w, s) in rows.iter().zip(states[..k * PANEL].as_chunks::<PANEL>().0) {
                    let [left, right] = halves::<T>(s);
                    for (sum, w) in sum.iter_mut().zip(w) {
                        let w = T::Vector::splat(*w);
                        sum[0] += w * left;
                        sum[1] += w * right;
                    }
                }
                for (out, sum) in out.as_chunks_mut::<PANEL>().0.iter_mut().zip(sum) {
                    put(out, sum);
                }
            }
        }
    }

    /// The same for one sequence alone.
    fn times_one(&self, states: &[T], out: &mut [T], add: bool) {
        let k = self.columns;
        for (weights, out) in self.numbers.chunks_exact(PANEL * k).zip(out.as_chunks_mut::<PANEL>().0) {
            let zero = [T::Vector::splat(T::default()); 2];
            // Two independent sums, so that neither waits for the other.
            let mut sums = [if add { halves(out) } else { zero }, zero];
            let (pairs, last) = weights.as_chunks::<{ 2 * PANEL }>();
            let (twos, one) = states[..k].as_chunks::<2>();
            for (w, s) in pairs.iter().zip(twos) {
                for (half, sum) in sums.iter_mut().enumerate() {
                    let s = T::Vector::splat(s[half]);
                    let [left, right] = halves::<T>(chunk(&w[half * PANEL..]));
                    sum[0] += left * s;
                    sum[1] += right * s;
                }
            }
            if let [s] = one {
                let s = T::Vector::splat(*s);
                let [left, right] = halves::<T>(chunk(last));
                sums[0][0] += left * s;
                sums[0][1] += right * s;
            }
            put(out, [sums[0][0] + sums[1][0], sums[0][1] + sums[1][1]]);
        }
    }
}

/// The first eight numbers.
#[inline(always)]
fn chunk<T: Real>(numbers: &[T]) -> &[T; PANEL] {
    &numbers.as_chunks::<PANEL>().0[0]
}

/// Eight numbers as two vectors.
#[inline(always)]
fn halves<T: Real>(numbers: &[T; PANEL]) -> [T::Vector; 2] {
    let [left, right] = numbers.as_chunks::<LANES>().0 else { unreachable!("eight are twice four") };
    [T::Vector::load(left), T::Vector::load(right)]
}

#[inline(always)]
fn put<T: Real>(out: &mut [T; PANEL], [left, right]: [T::Vector; 2]) {
    out[..LANES].copy_from_slice(&left.to_array());
    out[LANES..].copy_from_slice(&right.to_array());
}

/// A stretch of features in every panel of a buffer.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a, T> {
    /// The buffer, panel after panel.
    pub numbers: &'a [T],
    /// Features of a whole panel.
    pub stride: usize,
    /// The first feature of the stretch.
    pub first: usize,
    /// Features of the stretch: a multiple of four for `delta`, of two for `state` (of eight with one
    /// sequence alone).
    pub count: usize,
}

/// sum\[i\]\[j\] += Σ δ_i s_j over all sequences and steps: the gradient of weights between `state` and
/// `delta`. `sum` has rows of `row_stride` numbers; its first row belongs to the first feature of `delta`.
/// `room` is a buffer that calls share.
pub fn add_outer<T: Real>(
    width: usize,
    delta: Stretch<'_, T>,
    state: Stretch<'_, T>,
    (sum, row_stride): (&mut [T], usize),
    room: &mut Room<T>,
) {
    if width == 1 {
        add_outer_of_one(delta, state, (sum, row_stride));
        return;
    }
    let panels = delta.numbers.chunks(NEAR * delta.stride * PANEL);
    for (deltas, states) in panels.zip(state.numbers.chunks(NEAR * state.stride * PANEL)) {
        room.states.clear();
        for column in (0..state.count).step_by(COLUMNS) {
            state.gather::<COLUMNS>(states, column, &mut room.states);
        }
        let of_pair = (states.len() / state.stride) * COLUMNS;
        for row in (0..delta.count).step_by(ROWS) {
            room.deltas.clear();
            delta.gather::<ROWS>(deltas, row, &mut room.deltas);
            for (pair, states) in room.states.chunks_exact(of_pair).enumerate() {
                let tile = tile(&room.deltas, states);
                for (sum, tile) in sum.chunks_mut(row_stride).skip(row).zip(tile) {
                    for (sum, tile) in sum[pair * COLUMNS..].iter_mut().zip(tile) {
                        *sum += tile;
                    }
                }
            }
        }
    }
}

/// Panels in a block of [`add_outer`], so that their numbers stay in the cache.
const NEAR: usize = 64;
/// Columns of a tile of [`add_outer`].
const COLUMNS: usize = 2;

/// The buffer in which [`add_outer`] gathers the numbers that it reads repeatedly.
#[derive(Clone, Debug, Default)]
pub struct Room<T> {
    deltas: Vec<T>,
    states: Vec<T>,
}

impl<T: Real> Stretch<'_, T> {
    /// Gathers `N` features of every panel from feature `first` on.
    fn gather<const N: usize>(&self, panels: &[T], first: usize, into: &mut Vec<T>) {
        for panel in panels.chunks_exact(self.stride * PANEL) {
            into.extend_from_slice(&panel[(self.first + first) * PANEL..][..N * PANEL]);
        }
    }
}

/// Σ over panels of δ_i s_j, for four i and two j.
#[inline(always)]
fn tile<T: Real>(deltas: &[T], states: &[T]) -> [[T; COLUMNS]; ROWS] {
    let mut sum = [[T::Vector::splat(T::default()); COLUMNS]; ROWS];
    let deltas = deltas.as_chunks::<{ ROWS * PANEL }>().0;
    for (delta, state) in deltas.iter().zip(states.as_chunks::<{ COLUMNS * PANEL }>().0) {
        let (delta, state) = (delta.as_chunks::<PANEL>().0, state.as_chunks::<PANEL>().0);
        let [s0, s1] = [halves::<T>(&state[0]), halves::<T>(&state[1])];
        for (sum, delta) in sum.iter_mut().zip(delta) {
            let [left, right] = halves::<T>(delta);
            sum[0] += left * s0[0];
            sum[1] += left * s1[0];
            sum[0] += right * s0[1];
            sum[1] += right * s1[1];
        }
    }
    sum.map(|row| {
        row.map(|lanes| {
            let [a, b, c, d] = lanes.to_array();
            (a + b) + (c + d)
        })
    })
}

/// The same for one sequence alone: a step is a panel.
fn add_outer_of_one<T: Real>(delta: Stretch<'_, T>, state: Stretch<'_, T>, (sum, row_stride): (&mut [T], usize)) {
    for row in (0..delta.count).step_by(ROWS) {
        for column in (0..state.count).step_by(PANEL) {
            let mut tile = [[T::Vector::splat(T::default()); 2]; ROWS];
            let steps = delta.numbers.chunks_exact(delta.stride).zip(state.numbers.chunks_exact(state.stride));
            for (delta_row, state_row) in steps {
                let [left, right] = halves::<T>(chunk(&state_row[state.first + column..][..PANEL]));
                let deltas = &delta_row[delta.first + row..][..ROWS];
                for (tile, delta) in tile.iter_mut().zip(deltas) {
                    let delta = T::Vector::splat(*delta);
                    tile[0] += left * delta;
                    tile[1] += right * delta;
                }
            }
            for (sum, tile) in sum.chunks_mut(row_stride).skip(row).zip(tile) {
                let sum = &mut sum[column..][..PANEL];
                let both = tile.into_iter().flat_map(Vector::to_array);
                sum.iter_mut().zip(both).for_each(|(sum, tile)| *sum += tile);
            }
        }
    }
}

/// Multiplies and adds in registers as fast as one thread can, without loads or stores, for `rounds` rounds. Returns
/// the number of operations and their result. It is the limit with which the products above are compared.
#[must_use]
pub fn peak(rounds: usize) -> (f64, f32) {
    type Four = <f32 as Real>::Vector;
    // Enough sums that none waits for another, and few enough to stay in registers.
    const SUMS: usize = 12;
    let (by, more) = (Four::splat(1.0 - 1e-6), Four::splat(1e-6));
    let mut sums: [Four; SUMS] = std::array::from_fn(|k| Four::splat(k as f32));
    for _ in 0..rounds {
        for sum in &mut sums {
            *sum = *sum * by + more;
        }
    }
    let made = sums.into_iter().flat_map(Vector::to_array).sum();
    ((rounds * 2 * SUMS * LANES) as f64, made)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that differ, from −1 to 1.
    fn numbers(n: usize, seed: usize) -> Vec<f64> {
        (0..n).map(|i| ((i * 7919 + seed * 104_729 + 13) % 2001) as f64 / 1000.0 - 1.0).collect()
    }

    fn product<T: Real>(width: usize, panels: usize, rows: usize, columns: usize, add: bool, tolerance: f64) {
        let (state_stride, out_stride) = ((columns + 3) * width, (rows + 2) * width);
        let weights: Vec<T> = numbers(rows * columns, 1).into_iter().map(T::of).collect();
        let states: Vec<T> = numbers(panels * state_stride, 2).into_iter().map(T::of).collect();
        let before: Vec<T> = numbers(panels * out_stride, 3).into_iter().map(T::of).collect();
        let mut packed = Packed::default();
        packed.pack(width, rows, columns, |i, j| weights[i * columns + j]);
        let mut out = before.clone();
        packed.times(width, (&states, state_stride), (&mut out, out_stride), add);
        for panel in 0..panels {
            for (row, lane) in (0..rows + 2).flat_map(|row| (0..width).map(move |lane| (row, lane))) {
                let place = panel * out_stride + row * width + lane;
                let start = if add || row >= rows { before[place].to_f64() } else { 0.0 };
                let more: f64 = (0..columns)
                    .filter(|_| row < rows)
                    .map(|j| {
                        weights[row * columns + j].to_f64() * states[panel * state_stride + j * width + lane].to_f64()
                    })
                    .sum();
                let difference = (out[place].to_f64() - start - more).abs();
                assert!(difference <= tolerance, "{width} {rows}×{columns}: {difference}");
            }
        }
    }

    #[test]
    fn products_are_those_of_plain_loops() {
        for columns in [1, 2, 7, 35, 97] {
            for add in [false, true] {
                product::<f64>(PANEL, 3, 8, columns, add, 1e-12);
                product::<f32>(PANEL, 4, 12, columns, add, 2e-5);
                product::<f64>(1, 1, 16, columns, add, 1e-12);
                product::<f32>(1, 1, 8, columns, add, 2e-5);
            }
        }
    }

    fn outer<T: Real>(width: usize, panels: usize, tolerance: f64) {
        let (rows, columns) = (12, 8 + 8 * usize::from(width == 1));
        let (delta_stride, state_stride) = (16, 27);
        let deltas: Vec<T> = numbers(panels * delta_stride * width, 4).into_iter().map(T::of).collect();
        let states: Vec<T> = numbers(panels * state_stride * width, 5).into_iter().map(T::of).collect();
        let delta = Stretch { numbers: &deltas[..], stride: delta_stride, first: 4, count: rows };
        let state = Stretch { numbers: &states[..], stride: state_stride, first: 3, count: columns };
        let mut sum = vec![T::of(0.25); rows * (columns + 1)];
        add_outer(width, delta, state, (&mut sum, columns + 1), &mut Room::default());
        for i in 0..rows {
            for j in 0..columns {
                let exact: f64 = (0..panels)
                    .flat_map(|panel| (0..width).map(move |lane| (panel, lane)))
                    .map(|(panel, lane)| {
                        deltas[(panel * delta_stride + 4 + i) * width + lane].to_f64()
                            * states[(panel * state_stride + 3 + j) * width + lane].to_f64()
                    })
                    .sum();
                let difference = (sum[i * (columns + 1) + j].to_f64() - 0.25 - exact).abs();
                assert!(difference <= tolerance, "{width}, row {i}, column {j}: {difference}");
            }
        }
    }

    #[test]
    fn gradients_of_weights_are_those_of_plain_loops() {
        for panels in [1, 5, 700] {
            outer::<f64>(PANEL, panels, 1e-10);
            outer::<f32>(PANEL, panels, 1e-5 * panels as f64 + 1e-4);
            outer::<f64>(1, panels, 1e-10);
        }
    }
}
