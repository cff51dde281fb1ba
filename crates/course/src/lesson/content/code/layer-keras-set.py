# one row for each input, and one bias
layer.set_weights([W_ih.T, W_hh.T, b_ih + b_hh])
