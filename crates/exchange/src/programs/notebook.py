# %% [markdown]
# # The network that Unrolled shows
#
# <__ADDRESS__>
#
# This notebook runs the same network in PyTorch, prints its hidden states, and draws them beside how much of the gradient is left at each step.
# %%
# pip install torch safetensors matplotlib
import matplotlib.pyplot as plt
import torch
__LOAD__
LABELS = [__LABELS__]

x = tensors["x"]  # steps × inputs
x.shape
# %% [markdown]
# ## The network
#
# The weights have the names that PyTorch gives them, after a prefix: `__CELL__.weight_ih_l0` and so on.
# %%
weights = {name.removeprefix("__CELL__."): own for name, own in tensors.items() if name.startswith("__CELL__.")}
network = torch.nn.__MODULE__(__INPUTS__, __UNITS__, num_layers=__LAYERS____OPTIONS__, dtype=x.dtype)
network.load_state_dict(weights)
network
# %% [markdown]
# ## Its hidden states
# %%
with torch.no_grad():
    h, _ = network(x)  # of the uppermost layer: steps × units

for t, label in enumerate(LABELS):
    print(t + 1, label, *(f"{number:.12f}" for number in h[t].tolist()), sep="\t")
print("greatest difference from Unrolled:", (h - tensors["h"]).abs().max().item())
# %% [markdown]
# ## How much of the gradient is left
#
# The loss is the sum of what the read-out gives at the last step; of the hidden units, where there is no read-out. Its gradient with respect to the state of the uppermost layer (of an LSTM, h and c together) after each step:
# %%
state, states = None, []
for x_t in x:
    _, state = network(x_t[None], state)  # one step
    states.append(state if isinstance(state, tuple) else (state,))

output = states[-1][0][-1]  # h of the uppermost layer
if "head.weight" in tensors:
    output = tensors["head.weight"] @ output + tensors["head.bias"]

gradients = iter(torch.autograd.grad(output.sum(), [part for state in states for part in state], materialize_grads=True))
norms = [torch.cat([next(gradients)[-1] for _ in state]).norm().item() for state in states]

for t, label in enumerate(LABELS):
    print(t + 1, label, f"{norms[t]:.12e}", sep="\t")
# %%
figure, (above, below) = plt.subplots(2, sharex=True, layout="constrained")
steps = range(1, len(LABELS) + 1)
above.plot(steps, h)
above.set_ylabel("h, a line for each unit")
below.semilogy(steps, norms)
below.set_ylabel("norm of the gradient")
below.set_xlabel("step")
if len(LABELS) <= 30:
    below.set_xticks(steps, LABELS, rotation=90, parse_math=False)
plt.show()
