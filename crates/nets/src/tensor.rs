//! Tensors as files hold them: a name, a shape, and numbers.

use std::collections::BTreeMap;

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, MOST_NUMBERS};

/// How wide a file's numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Float {
    /// 16 bits, as IEEE 754 has them.
    F16,
    /// 16 bits: the upper half of an [`Float::F32`].
    Bf16,
    /// 32 bits.
    F32,
    /// 64 bits.
    F64,
}

/// Numbers in the order of a row-major array. Every width that a file has is exact in f64.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// Its shape.
    pub shape: Vec<usize>,
    /// How wide its numbers are in the file.
    pub float: Float,
    /// Its numbers.
    pub values: Vec<f64>,
}

/// The tensors of a file by name, and the names of those that hold no real numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tensors {
    /// By name.
    pub all: BTreeMap<String, Tensor>,
    /// Those of another kind, each with its kind: they may still turn out to be needed.
    pub others: BTreeMap<String, String>,
}

impl Tensor {
    /// As a matrix of this many rows and columns.
    ///
    /// # Errors
    /// If its shape is another one.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<DMatrix<f64>, Fault> {
        self.expect(name, &[rows, columns])?;
        Ok(DMatrix::from_row_slice(rows, columns, &self.values))
    }

    /// As a vector of this length.
    ///
    /// # Errors
    /// If its shape is another one.
    pub fn vector(&self, name: &str, length: usize) -> Result<DVector<f64>, Fault> {
        self.expect(name, &[length])?;
        Ok(DVector::from_column_slice(&self.values))
    }

    /// Holds its shape to what is expected, and its numbers to be finite.
    pub(crate) fn expect(&self, name: &str, expected: &[usize]) -> Result<(), Fault> {
        if self.shape != expected {
            return Err(Fault::Shape {
                tensor: name.to_owned(),
                found: self.shape.clone(),
                expected: expected.to_vec(),
            });
        }
        match self.values.iter().position(|x| !x.is_finite()) {
            Some(place) => Err(Fault::NotFinite { tensor: name.to_owned(), place }),
            None => Ok(()),
        }
    }
}

/// How many numbers may still be read of a file. What a head claims, or what a packed file unpacks to, is no reason to make more
/// room than its bytes are worth.
pub(crate) struct Room(u64);

impl Room {
    /// Numbers that any file may have: a network's zeros may be packed to next to nothing.
    const ANY: u64 = 1 << 19;
    /// Bytes of a number, at most, and of an array's head.
    const BYTES: (u64, u64) = (8, 1 << 16);

    /// For a file.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self((Self::ANY + bytes.len() as u64).min(MOST_NUMBERS as u64))
    }

    /// The numbers of a shape.
    ///
    /// # Errors
    /// If they are too many.
    pub(crate) fn take(&mut self, shape: &[u64]) -> Result<usize, Fault> {
        let count = shape.iter().try_fold(1u64, |count, side| count.checked_mul(*side)).unwrap_or(u64::MAX);
        self.0 = self.0.checked_sub(count).ok_or(Fault::TooMany(count))?;
        usize::try_from(count).map_err(|_| Fault::TooMany(count))
    }

    /// The most bytes that may be unpacked.
    pub(crate) fn bytes(&self) -> u64 {
        Self::BYTES.0 * self.0 + Self::BYTES.1
    }
}
