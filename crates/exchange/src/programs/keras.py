# The hidden states of the network that Unrolled shows at
# __ADDRESS__
#
# pip install keras tensorflow safetensors numpy
import os

# On PyTorch and JAX, Keras rounds to 32 bits what it computes itself; on TensorFlow it keeps all 64.
os.environ.setdefault("KERAS_BACKEND", "tensorflow")  # or torch, or jax
import keras
import numpy
from safetensors.numpy import load_file

FILE = "__FILE__"  # or the .npz
LABELS = [__LABELS__]
UNITS = [__UNITS__]  # of each layer

tensors = dict(numpy.load(FILE)) if FILE.endswith(".npz") else load_file(FILE)
x = tensors["x"]  # steps × inputs
keras.config.set_floatx(x.dtype.name)
keras.config.set_dtype_policy(x.dtype.name)

layers = [keras.layers.__MODULE__(units__OPTIONS__, return_sequences=True) for units in UNITS]
network = keras.Sequential([keras.Input((None, x.shape[1])), *layers])
__SET__

h = keras.ops.convert_to_numpy(network(x[None]))[0]  # of the uppermost layer: steps × units

for t, label in enumerate(LABELS):
    print(t + 1, label, *(f"{number:.12f}" for number in h[t]), sep="\t")
print("greatest difference from Unrolled:", abs(h - tensors["h"]).max())
