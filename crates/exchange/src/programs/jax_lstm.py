    cell.dense_i.kernel[...] = w_ih
    cell.dense_h.kernel[...] = w_hh
    cell.dense_h.bias[...] = b_ih + b_hh  # one bias in Flax
