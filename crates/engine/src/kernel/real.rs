//! The scalar that training computes in, f32 or f64, and four of them side by side.
//!
//! Both run natively and in the browser (SIMD128), from one source and with the same bits: plain adds,
//! products, quotients and roots, our own tanh in f32, and nothing of the host's.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

use wide::{f32x4, f64x4};

/// Numbers in a [`Vector`].
pub const LANES: usize = 4;

/// The arithmetic that one number and four at a time have in common.
pub trait Arithmetic:
    Copy
    + Debug
    + Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
}

impl<T> Arithmetic for T where
    T: Copy
        + Debug
        + Add<Output = T>
        + AddAssign
        + Sub<Output = T>
        + Mul<Output = T>
        + Div<Output = T>
        + Neg<Output = T>
{
}

/// A scalar: f32 to train, f64 to test the same trainer.
pub trait Real: Arithmetic + Default + PartialOrd + 'static {
    /// Four numbers of this type.
    type Vector: Vector<Self>;

    /// The nearest number of this type.
    fn of(number: f64) -> Self;
    /// The number as f64; exact.
    fn to_f64(self) -> f64;
    /// e^x.
    fn exp(self) -> Self;
    /// ln x.
    fn ln(self) -> Self;
    /// √x, correctly rounded.
    fn sqrt(self) -> Self;
}

/// Four numbers side by side.
pub trait Vector<T>: Arithmetic {
    /// The same number four times.
    fn splat(number: T) -> Self;
    /// Loads four numbers.
    fn load(numbers: &[T; LANES]) -> Self;
    /// The four numbers.
    fn to_array(self) -> [T; LANES];
    /// The hyperbolic tangent of each; NaN stays NaN.
    fn tanh(self) -> Self;
    /// 1 / (1 + e^−x) of each; NaN stays NaN.
    fn sigmoid(self) -> Self;
    /// √x of each, correctly rounded.
    fn sqrt(self) -> Self;
    /// The element-wise maximum with `least`; NaN where `self` is NaN.
    fn at_least(self, least: Self) -> Self;
    /// 1 for each number above 0, else 0.
    fn is_positive(self) -> Self;
    /// In f32, numbers within 10⁻³⁰ of 0 become 0. Their products would be subnormal (below 1.2·10⁻³⁸), which makes
    /// processors a hundred times slower, and gradients that small change no weight.
    fn flush(self) -> Self;
}

impl Real for f32 {
    type Vector = f32x4;

    fn of(number: f64) -> Self {
        number as Self
    }

    fn to_f64(self) -> f64 {
        f64::from(self)
    }

    fn exp(self) -> Self {
        libm::expf(self)
    }

    fn ln(self) -> Self {
        libm::logf(self)
    }

    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }
}

impl Real for f64 {
    type Vector = f64x4;

    fn of(number: f64) -> Self {
        number
    }

    fn to_f64(self) -> f64 {
        self
    }

    fn exp(self) -> Self {
        libm::exp(self)
    }

    fn ln(self) -> Self {
        libm::log(self)
    }

    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }
}

/// tanh(x) = x P(x²) / Q(x²) on |x| ≤ 9.02, beyond which tanh is 1 in f32: the coefficients of P and Q from
/// the constant upwards. Fitted by least squares, weighted anew until the largest relative error was level
/// (Sanathanan and Koerner 1963; Lawson 1961); it is 2.2·10⁻⁸ before rounding.
const P: [f32; 5] = [1.0, 1.337_967_3e-1, 3.493_980_2e-3, 2.058_257_2e-5, 1.331_781e-8];
const Q: [f32; 5] = [1.0, 4.671_299e-1, 2.587_087e-2, 3.283_003e-4, 7.761_502e-7];
/// From here on tanh is 1 in f32.
const TANH_END: f32 = 9.02;

/// x, cut to −end and end; NaN stays. (The two instruction sets answer NaN with different operands.)
#[inline(always)]
fn within(x: f32x4, end: f32x4) -> f32x4 {
    if cfg!(target_arch = "wasm32") { x.fast_min(end).fast_max(-end) } else { (-end).fast_max(end.fast_min(x)) }
}

impl Vector<f32> for f32x4 {
    #[inline(always)]
    fn splat(number: f32) -> Self {
        Self::splat(number)
    }

    #[inline(always)]
    fn load(numbers: &[f32; LANES]) -> Self {
        Self::new(*numbers)
    }

    #[inline(always)]
    fn to_array(self) -> [f32; LANES] {
        self.to_array()
    }

    #[inline(always)]
    fn tanh(self) -> Self {
        let x = within(self, Self::splat(TANH_END));
        let s = x * x;
        let [p0, p1, p2, p3, p4] = P.map(Self::splat);
        let [q0, q1, q2, q3, q4] = Q.map(Self::splat);
        let p = (((p4 * s + p3) * s + p2) * s + p1) * s + p0;
        let q = (((q4 * s + q3) * s + q2) * s + q1) * s + q0;
        // Rounding may yield a result beyond ±1.
        within(x * p / q, Self::ONE)
    }

    #[inline(always)]
    fn sigmoid(self) -> Self {
        let half = Self::splat(0.5);
        half * Vector::tanh(self * half) + half
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        self.sqrt()
    }

    #[inline(always)]
    fn at_least(self, least: Self) -> Self {
        self.simd_lt(least).select(least, self)
    }

    #[inline(always)]
    fn is_positive(self) -> Self {
        self.simd_gt(Self::ZERO).select(Self::ONE, Self::ZERO)
    }

    #[inline(always)]
    fn flush(self) -> Self {
        self.abs().simd_lt(Self::splat(1e-30)).select(Self::ZERO, self)
    }
}

impl Vector<f64> for f64x4 {
    fn splat(number: f64) -> Self {
        Self::splat(number)
    }

    fn load(numbers: &[f64; LANES]) -> Self {
        Self::new(*numbers)
    }

    fn to_array(self) -> [f64; LANES] {
        self.to_array()
    }

    fn tanh(self) -> Self {
        Self::new(self.to_array().map(libm::tanh))
    }

    fn sigmoid(self) -> Self {
        Self::ONE / (Self::ONE + Self::new(self.to_array().map(|x| libm::exp(-x))))
    }

    fn sqrt(self) -> Self {
        self.sqrt()
    }

    fn at_least(self, least: Self) -> Self {
        self.simd_lt(least).select(least, self)
    }

    fn is_positive(self) -> Self {
        self.simd_gt(Self::ZERO).select(Self::ONE, Self::ZERO)
    }

    fn flush(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(from: f32, to: f32, by: f32) -> impl Iterator<Item = f32> {
        (0..((to - from) / by) as usize).map(move |n| from + n as f32 * by)
    }

    #[test]
    fn tanh_and_sigmoid_are_right_to_a_few_roundings() {
        for x in each(-12.0, 12.0, 1.7e-4).chain(each(-1e-3, 1e-3, 1e-7)) {
            let exact = f64::from(x).tanh();
            let ours = f64::from(Vector::tanh(f32x4::splat(x)).to_array()[0]);
            assert!((ours - exact).abs() <= 3e-7 * exact.abs(), "tanh {x}: {ours}, {exact}");
            assert!(ours.abs() <= 1.0, "tanh {x} is {ours}");
            let exact = 1.0 / (1.0 + (-f64::from(x)).exp());
            let ours = f64::from(f32x4::splat(x).sigmoid().to_array()[0]);
            assert!((ours - exact).abs() <= 2e-7, "sigmoid {x}: {ours}, {exact}");
        }
    }

    #[test]
    fn tanh_is_odd_and_knows_its_ends() {
        for x in [0.0, 0.3, 8.9, 9.01, 9.02, 9.1, 100.0, f32::INFINITY] {
            let [plus, minus, ..] = Vector::tanh(f32x4::new([x, -x, 0.0, 0.0])).to_array();
            assert_eq!(plus.to_bits(), (-minus).to_bits(), "{x}");
        }
        assert_eq!(Vector::tanh(f32x4::splat(f32::INFINITY)).to_array()[0], 1.0);
        assert!(Vector::tanh(f32x4::splat(f32::NAN)).to_array()[0].is_nan());
        assert!(f32x4::splat(f32::NAN).sigmoid().to_array()[0].is_nan());
    }
}
