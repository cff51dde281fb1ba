# Prints the hidden states of the page's {cell}, a step a line.
# pip install keras torch
import os

os.environ.setdefault("KERAS_BACKEND", "torch")  # or tensorflow, or jax
import keras
import numpy as np

keras.config.set_floatx("float64")

# {steps} steps of {input}
x = {x}

# as PyTorch names them{order}
weights = {weights}
W_ih, W_hh, b_ih, b_hh = (np.array(value) for value in weights.values())

layer = keras.layers.{layer}({units}, return_sequences=True{options})
layer.build((1, {steps}, {inputs}))
{convert}
hidden = keras.ops.convert_to_numpy(layer(np.array([x])))[0]

for t, h in enumerate(hidden, start=1):
    print(t, *(f"{number:15.12f}" for number in h))
