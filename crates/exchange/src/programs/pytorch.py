# The hidden states of the network that Unrolled shows at
# __ADDRESS__
#
# pip install torch safetensors numpy
import numpy
import torch
from safetensors.torch import load_file

FILE = "__FILE__"  # or the .npz
LABELS = [__LABELS__]

if FILE.endswith(".npz"):
    tensors = {name: torch.from_numpy(array) for name, array in numpy.load(FILE).items()}
else:
    tensors = load_file(FILE)
x = tensors["x"]  # steps × inputs

# The file calls the weights what PyTorch calls them, after a prefix: __CELL__.weight_ih_l0 and so on.
weights = {name.removeprefix("__CELL__."): own for name, own in tensors.items() if name.startswith("__CELL__.")}
network = torch.nn.__MODULE__(__INPUTS__, __UNITS__, num_layers=__LAYERS____OPTIONS__, dtype=x.dtype)
network.load_state_dict(weights)

with torch.no_grad():
    h, _ = network(x)  # of the uppermost layer: steps × units

for t, label in enumerate(LABELS):
    print(t + 1, label, *(f"{number:.12f}" for number in h[t].tolist()), sep="\t")
print("greatest difference from Unrolled:", (h - tensors["h"]).abs().max().item())
