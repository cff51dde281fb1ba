fn layer(weights: &VarBuilder, place: usize, units: usize, x: &Tensor) -> Result<Tensor> {
    // A GRU of candle reads the weights of layer 0 alone, so the names of this layer are given to it as those.
    let own = weights.clone().rename_f(move |name| name.replace("_l0", &format!("_l{place}")));
    let network = GRU::new(x.dim(1)?, units, GRUConfig::default(), own.pp("__CELL__"))?;
    let states = network.seq(&x.unsqueeze(0)?)?; // a batch of one sequence
    Tensor::cat(&states.iter().map(|state| state.h()).collect::<Vec<_>>(), 0)
}
