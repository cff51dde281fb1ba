import torch
from safetensors.torch import save_file

weights = torch.load("model.pt", weights_only=True)
save_file({name: w.contiguous() for name, w in weights.items()}, "model.safetensors")
