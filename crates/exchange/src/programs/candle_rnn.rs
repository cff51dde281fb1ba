// candle has no plain RNN. This is one: h_t = __ACTIVATION__(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh).
fn layer(weights: &VarBuilder, place: usize, units: usize, x: &Tensor) -> Result<Tensor> {
    let get = |part: &str, shape: &[usize]| weights.get(shape, &format!("__CELL__.{part}_l{place}"));
    let (w_ih, w_hh) = (get("weight_ih", &[units, x.dim(1)?])?, get("weight_hh", &[units, units])?);
    let bias = (get("bias_ih", &[units])? + get("bias_hh", &[units])?)?;
    let from_x = x.matmul(&w_ih.t()?)?.broadcast_add(&bias)?;

    let mut h = Tensor::zeros((1, units), x.dtype(), x.device())?;
    let mut states = vec![];
    for t in 0..x.dim(0)? {
        h = (from_x.narrow(0, t, 1)? + h.matmul(&w_hh.t()?)?)?.__ACTIVATION__()?;
        states.push(h.clone());
    }
    Tensor::cat(&states, 0)
}
