fn layer(weights: &VarBuilder, place: usize, units: usize, x: &Tensor) -> Result<Tensor> {
    let config = LSTMConfig { layer_idx: place, ..Default::default() };
    let network = LSTM::new(x.dim(1)?, units, config, weights.pp("__CELL__"))?;
    let states = network.seq(&x.unsqueeze(0)?)?; // a batch of one sequence
    Tensor::cat(&states.iter().map(|state| state.h()).collect::<Vec<_>>(), 0)
}
