//! The non-linearities, each with its slope written in terms of its own result.

/// σ(a) = 1 / (1 + e^{−a}); 0 and 1 are reached only where f64 cannot tell.
#[must_use]
pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// dσ/da, from s = σ(a).
#[must_use]
pub fn sigmoid_slope(s: f64) -> f64 {
    s * (1.0 - s)
}

/// d tanh/da, from y = tanh(a).
#[must_use]
pub fn tanh_slope(y: f64) -> f64 {
    1.0 - y * y
}

/// max(0, a).
#[must_use]
pub fn relu(a: f64) -> f64 {
    a.max(0.0)
}

/// d relu/da, from y = relu(a); 0 at the corner, as in PyTorch.
#[must_use]
pub fn relu_slope(y: f64) -> f64 {
    if y > 0.0 { 1.0 } else { 0.0 }
}
