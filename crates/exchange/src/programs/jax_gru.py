    # Flax leaves out b_hn, the bias that the reset gate scales. With it, its cell is PyTorch's.
    cell.dense_h = nnx.Linear(units, 3 * units, **kind)
    cell.dense_i.kernel[...], cell.dense_i.bias[...] = w_ih, b_ih
    cell.dense_h.kernel[...], cell.dense_h.bias[...] = w_hh, b_hh
