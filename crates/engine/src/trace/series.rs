//! A vector per time step, stored step after step; the form of everything a trace records.

use nalgebra::DMatrixView;

/// T vectors of one width: T × width, row-major. Step t (from 0) occupies `width` consecutive numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    width: usize,
    data: Vec<f64>,
}

impl Series {
    /// A series of zeros: `steps` vectors of `width` numbers.
    #[must_use]
    pub fn zeros(steps: usize, width: usize) -> Self {
        Self { width, data: vec![0.0; steps * width] }
    }

    /// A series from its numbers, step after step.
    ///
    /// # Panics
    /// If `data` is not a whole number of vectors.
    #[must_use]
    pub fn new(width: usize, data: Vec<f64>) -> Self {
        assert!(width > 0 && data.len().is_multiple_of(width), "a series is whole vectors");
        Self { width, data }
    }

    /// Numbers per step.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Number of steps.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.data.len() / self.width
    }

    /// The vector at step t (from 0).
    #[must_use]
    pub fn at(&self, t: usize) -> &[f64] {
        &self.data[t * self.width..(t + 1) * self.width]
    }

    /// The vector at step t, to be written.
    pub fn at_mut(&mut self, t: usize) -> &mut [f64] {
        &mut self.data[t * self.width..(t + 1) * self.width]
    }

    /// The vector at step t, and the one before it (`None` at the first step).
    pub fn at_and_before(&mut self, t: usize) -> (&mut [f64], Option<&mut [f64]>) {
        let (earlier, later) = self.data.split_at_mut(t * self.width);
        let before = t.checked_sub(1).map(|p| &mut earlier[p * self.width..]);
        (&mut later[..self.width], before)
    }

    /// Steps `from..to` as a matrix with one column per step (width × steps).
    #[must_use]
    pub fn columns(&self, from: usize, to: usize) -> DMatrixView<'_, f64> {
        DMatrixView::from_slice(&self.data[from * self.width..to * self.width], self.width, to - from)
    }

    /// The numbers of step t and of all later steps.
    #[must_use]
    pub fn from(&self, t: usize) -> &[f64] {
        &self.data[t * self.width..]
    }

    /// All numbers, step after step.
    #[must_use]
    pub fn as_slice(&self) -> &[f64] {
        &self.data
    }

    /// All numbers, to be written.
    pub fn as_mut_slice(&mut self) -> &mut [f64] {
        &mut self.data
    }

    /// Sets every number to zero.
    pub fn clear(&mut self) {
        self.data.fill(0.0);
    }
}
