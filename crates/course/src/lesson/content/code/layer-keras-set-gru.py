

def order(w):  # the update gate comes first
    reset, update, new = np.split(w, 3)
    return np.concatenate([update, reset, new])


W_ih, W_hh, b_ih, b_hh = map(order, (W_ih, W_hh, b_ih, b_hh))
layer.set_weights([W_ih.T, W_hh.T, {bias}])
