"""Files of other libraries, and whether they come back: python round.py make FOLDER; then the page's program reads them and writes them
anew (cargo run -p exchange --example carry -- FOLDER); then python round.py check FOLDER.

PyTorch's weights have to come back as the same bits, in 32 and 64; Keras', which saves 32 bits, as the same numbers.
"""

import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy
import torch
from safetensors.torch import load_file, save_file

CELLS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
WIDTHS = {"f32": torch.float32, "f64": torch.float64}
LAYERS = {"rnn": keras.layers.SimpleRNN, "lstm": keras.layers.LSTM, "gru": keras.layers.GRU}
INPUT, HIDDEN = 3, 4
PARTS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")


def modules():
    for cell, kind in CELLS.items():
        for layers in range(1, 5):
            for width, dtype in WIDTHS.items():
                torch.manual_seed(layers)
                yield f"{cell}-{layers}-{width}", cell, kind(INPUT, HIDDEN, num_layers=layers, dtype=dtype)


def models():
    for cell, kind in LAYERS.items():
        for layers in range(1, 5):
            for before in (False, True) if cell == "gru" else (False,):
                keras.utils.set_random_seed(layers)
                own = {"reset_after": not before} if cell == "gru" else {}
                stack = [kind(HIDDEN, return_sequences=True, bias_initializer="random_normal", **own) for _ in range(layers)]
                model = keras.Sequential([keras.Input((None, INPUT)), *stack])
                yield f"keras-{cell}-{layers}{'-before' if before else ''}", cell, before, model


def make(folder):
    for name, _, module in modules():
        weights = {part: own.detach() for part, own in module.named_parameters()}
        save_file(weights, folder / f"{name}.safetensors")
        numpy.savez(folder / f"{name}-npz.npz", **{part: own.numpy() for part, own in weights.items()})
    for name, _, _, model in models():
        model.save(folder / f"{name}.keras")
        model.save_weights(folder / f"{name}-weights.weights.h5")


def in_keras_order(rows):
    reset, update, new = numpy.split(rows, 3)
    return numpy.concatenate([update, reset, new])


def check(folder):
    count = 0
    for name, cell, module in modules():
        for own in (name, f"{name}-npz"):
            first = load_file(folder / f"{own}.ours.safetensors")
            second = {part: torch.from_numpy(array) for part, array in numpy.load(folder / f"{own}.ours.npz").items()}
            for ours in (first, second):
                again = type(module)(INPUT, HIDDEN, num_layers=module.num_layers, dtype=module.weight_ih_l0.dtype)
                again.load_state_dict({part.removeprefix(f"{cell}."): array for part, array in ours.items() if part.startswith(f"{cell}.")})
                for (part, theirs), mine in zip(module.named_parameters(), again.parameters(), strict=True):
                    assert mine.dtype == theirs.dtype and torch.equal(mine, theirs), f"{own}: {part}"
                count += 1
    print(f"{count} networks of PyTorch came back bit by bit")
    count = 0
    for name, cell, before, model in models():
        for own in (name, f"{name}-weights"):
            ours = {part: array.numpy() for part, array in load_file(folder / f"{own}.ours.safetensors").items()}
            for place, layer in enumerate(model.layers):
                w_ih, w_hh, b_ih, b_hh = (ours[f"{cell}.{part}_l{place}"] for part in PARTS)
                if cell == "gru":
                    w_ih, w_hh, b_ih, b_hh = map(in_keras_order, (w_ih, w_hh, b_ih, b_hh))
                bias = numpy.stack([b_ih, b_hh]) if cell == "gru" and not before else b_ih + b_hh
                for theirs, mine in zip(layer.get_weights(), (w_ih.T, w_hh.T, bias), strict=True):
                    assert theirs.dtype == mine.dtype == numpy.float32 and numpy.array_equal(theirs, mine), own
            count += 1
    print(f"{count} networks of Keras came back as the same numbers of 32 bits")


{"make": make, "check": check}[sys.argv[1]](pathlib.Path(sys.argv[2]))
