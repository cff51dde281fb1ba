//! One step of one panel, as a cell sees it: what it reads and writes, and a buffer's blocks in vectors.

use crate::kernel::real::LANES;

/// What a cell reads and writes in one step of one panel.
pub struct Forward<'a, T> {
    /// What came out of the products, a block a gate; then the gates.
    pub gates: &'a mut [T],
    /// h_{t−1}.
    pub h_before: &'a [T],
    /// h_t.
    pub h: &'a mut [T],
    /// LSTM: c_{t−1}.
    pub c_before: &'a [T],
    /// LSTM: c_t.
    pub c: &'a mut [T],
    /// LSTM: m_t = tanh(c_t). GRU with the reset before the product: r_t ⊙ h_{t−1}.
    pub m: &'a mut [T],
}

/// What a cell reads and writes in one step back of one panel.
pub struct Back<'a, T> {
    /// The gates; then the gradients of what came out of the products.
    pub gates: &'a mut [T],
    /// h_{t−1}.
    pub h_before: &'a [T],
    /// LSTM: c_{t−1}.
    pub c_before: &'a [T],
    /// LSTM: m_t.
    pub m: &'a [T],
    /// ∂L/∂h_t; then, for the GRU, what of it goes on to h_{t−1} past the products.
    pub d_h: &'a mut [T],
    /// LSTM: what of ∂L/∂c_t came from t + 1; then what goes on to c_{t−1}.
    pub d_c: &'a mut [T],
}

/// A buffer's equal blocks, in vectors.
#[inline(always)]
pub fn blocks_mut<T, const N: usize>(numbers: &mut [T]) -> [&mut [[T; LANES]]; N] {
    let mut blocks = numbers.chunks_exact_mut(numbers.len() / N);
    std::array::from_fn(|_| blocks.next().map_or_else(Default::default, |block| block.as_chunks_mut().0))
}

/// The same, to be read.
#[inline(always)]
pub fn blocks<T, const N: usize>(numbers: &[T]) -> [&[[T; LANES]]; N] {
    let mut blocks = numbers.chunks_exact((numbers.len() / N).max(1));
    std::array::from_fn(|_| blocks.next().map_or_else(Default::default, |block| block.as_chunks().0))
}
