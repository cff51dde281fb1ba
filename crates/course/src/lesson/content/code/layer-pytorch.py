# Prints the hidden states of the page's {cell}, a step a line.
# pip install torch
import torch

torch.set_default_dtype(torch.float64)

# {steps} steps of {input}
x = {x}

# as PyTorch names them{order}
weights = {weights}

layer = torch.nn.{layer}({inputs}, {units}{options})
layer.load_state_dict({name: torch.tensor(value) for name, value in weights.items()})

with torch.no_grad():
    hidden, _ = layer(torch.tensor(x))  # the first state is 0

for t, h in enumerate(hidden, start=1):
    print(t, *(f"{number:15.12f}" for number in h))
