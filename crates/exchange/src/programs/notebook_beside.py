from safetensors.torch import load_file

tensors = load_file("__FILE__")  # it stands beside this notebook
