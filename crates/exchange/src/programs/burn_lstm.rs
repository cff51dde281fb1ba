fn layer(weights: &Weights, place: usize, units: usize, x: Tensor<2>) -> Answer<Tensor<2>> {
    let mut network = LstmConfig::new(x.dims()[1], units, true)__OPTIONS__.init(&weights.device);
    network.input_gate = weights.gate(place, 0, units)?;
    network.forget_gate = Some(weights.gate(place, 1, units)?);
    network.cell_gate = weights.gate(place, 2, units)?;
    network.output_gate = weights.gate(place, 3, units)?;
    let (h, _) = network.forward(x.unsqueeze_dim(0), None); // a batch of one sequence
    Ok(h.squeeze_dim(0))
}
