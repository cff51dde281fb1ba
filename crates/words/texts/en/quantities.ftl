### What the cells compute, by name.

x = input
pre_activation = pre-activation
input_pre = input gate’s pre-activation
forget_pre = forget gate’s pre-activation
candidate_pre = candidate’s pre-activation
output_pre = output gate’s pre-activation
input = input gate
forget = forget gate
candidate = candidate
output = output gate
cell = cell state
cell_tanh = tanh of the cell state
reset_pre = reset gate’s pre-activation
update_pre = update gate’s pre-activation
new_hidden = hidden part of the new state
new_pre = new state’s pre-activation
reset = reset gate
update = update gate
new = new state
hidden = hidden state
