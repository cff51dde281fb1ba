

def in_keras_order(rows):
    """PyTorch stacks the rows of reset gate, update gate and new state; Keras has the update gate first."""
    reset, update, new = numpy.split(rows, 3)
    return numpy.concatenate([update, reset, new])


for place, layer in enumerate(layers):
    parts = (tensors[f"__CELL__.{part}_l{place}"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    w_ih, w_hh, b_ih, b_hh = map(in_keras_order, parts)
    layer.set_weights([w_ih.T, w_hh.T, __BIAS__])
