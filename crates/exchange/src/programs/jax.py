# The hidden states of the network that Unrolled shows at
# __ADDRESS__
#
# pip install jax flax safetensors numpy
import jax
import jax.numpy as jnp
import numpy
from flax import nnx
from safetensors.numpy import load_file

jax.config.update("jax_enable_x64", True)  # without it JAX rounds every number to 32 bits

FILE = "__FILE__"  # or the .npz
LABELS = [__LABELS__]
UNITS = [__UNITS__]  # of each layer

tensors = dict(numpy.load(FILE)) if FILE.endswith(".npz") else load_file(FILE)
h = jnp.asarray(tensors["x"])  # steps × inputs
kind = {"dtype": h.dtype, "param_dtype": h.dtype, "rngs": nnx.Rngs(0)}

for place, units in enumerate(UNITS):
    # Rows are units, gate by gate; Flax has the same gates in the same order, as columns.
    w_ih, w_hh, b_ih, b_hh = (
        jnp.asarray(tensors[f"__CELL__.{part}_l{place}"].T) for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    )
    cell = nnx.__MODULE__(h.shape[1], units__OPTIONS__, **kind)
__SET__
    h = nnx.RNN(cell, time_major=True)(h)  # steps × units

for t, label in enumerate(LABELS):
    print(t + 1, label, *(f"{number:.12f}" for number in h[t]), sep="\t")
print("greatest difference from Unrolled:", abs(h - tensors["h"]).max())
