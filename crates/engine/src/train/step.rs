//! The buffers of one time step of one panel, as a cell reads and writes them, and their blocks as vectors.

use crate::kernel::real::LANES;

/// The buffers of one forward step of one panel. Each block has H features (padded) of each sequence.
pub struct Forward<'a, T> {
    /// On entry the pre-activations, a block for each gate; on return the gates.
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

/// The buffers of one backward step of one panel.
pub struct Back<'a, T> {
    /// On entry the gates; on return the gradients of the pre-activations.
    pub gates: &'a mut [T],
    /// h_{t−1}.
    pub h_before: &'a [T],
    /// LSTM: c_{t−1}.
    pub c_before: &'a [T],
    /// LSTM: m_t.
    pub m: &'a [T],
    /// On entry ∂L/∂h_t; on return, for the GRU, the part of ∂L/∂h_{t−1} that bypasses the weights.
    pub d_h: &'a mut [T],
    /// LSTM: on entry the part of ∂L/∂c_t from step t + 1; on return the part of ∂L/∂c_{t−1} from step t.
    pub d_c: &'a mut [T],
}

/// A buffer's equal blocks, as vectors.
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
