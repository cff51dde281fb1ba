
# The file has PyTorch's layout: rows are units, gate by gate. Keras has the same gates in the same order, as columns, and one bias.
for place, layer in enumerate(layers):
    w_ih, w_hh, b_ih, b_hh = (tensors[f"__CELL__.{part}_l{place}"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    layer.set_weights([w_ih.T, w_hh.T, b_ih + b_hh])
