fn layer(weights: &Weights, place: usize, units: usize, x: Tensor<2>) -> Answer<Tensor<2>> {
    let mut network = GruConfig::new(x.dims()[1], units, true)__OPTIONS__.init(&weights.device);
    network.reset_gate = weights.gate(place, 0, units)?;
    network.update_gate = weights.gate(place, 1, units)?;
    network.new_gate = weights.gate(place, 2, units)?;
    let h = network.forward(x.unsqueeze_dim(0), None); // a batch of one sequence
    Ok(h.squeeze_dim(0))
}
