# Prints how much of the gradient is left at each step: |dL/ds_t| / |dL/ds_T|, s_t being the {cell}'s state.
# pip install torch
import torch

torch.set_default_dtype(torch.float64)

# {steps} steps of {input}
x = {x}

# as PyTorch names them{order}
weights = {weights}

# the read-out: y = v · h_T
v = {v}

cell = torch.nn.{layer}Cell({inputs}, {units}{options})
cell.load_state_dict({name.removesuffix("_l0"): torch.tensor(value) for name, value in weights.items()})

s = torch.zeros({state})
states = []
for x_t in torch.tensor(x):
    {step}
    s.retain_grad()  # else PyTorch keeps the gradients of weights alone
    states.append(s)

y = torch.tensor(v) @ s[:{units}]
loss = {loss}
loss.backward()

for t, s in enumerate(states, start=1):
    print(t, f"{s.grad.norm() / states[-1].grad.norm():.12e}")
