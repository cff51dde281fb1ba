    cell.dense_i.kernel[...] = w_ih
    cell.dense_i.bias[...] = b_ih + b_hh  # one bias in Flax
    cell.dense_h.kernel[...] = w_hh
