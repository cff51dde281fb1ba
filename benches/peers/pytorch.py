"""One training step in PyTorch, on one thread.

pytorch.py times CELL,... SIZE,...   prints the median milliseconds of a step, by cell and size
pytorch.py losses                    reads {cell, size, start, count} on standard input, prints the losses
                                     of the first `count` steps from there, with one trained bias
"""

import json
import statistics
import sys
import time
from pathlib import Path

import torch
from torch import nn

CLASSES = 10
SECONDS = 0.8
LAYERS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


class Network:
    """A recurrent layer, a linear head on its last state, Adam."""

    def __init__(self, cell, size):
        self.layer = LAYERS[cell](size["inputs"], size["hidden"])
        self.head = nn.Linear(size["hidden"], CLASSES)
        self.loss = nn.CrossEntropyLoss()

    def train(self, x, classes):
        """Steps for ever; yields the loss before each."""
        parameters = [*self.layer.parameters(), *self.head.parameters()]
        adam = torch.optim.Adam([p for p in parameters if p.requires_grad], lr=1e-3)
        while True:
            adam.zero_grad()
            output, _ = self.layer(x)
            loss = self.loss(self.head(output[-1]), classes)
            loss.backward()
            adam.step()
            yield loss.item()


def milliseconds(cell, size):
    torch.manual_seed(1)
    x = torch.randn(size["steps"], size["batch"], size["inputs"])
    training = Network(cell, size).train(x, torch.arange(size["batch"]) % CLASSES)
    for _ in range(3):
        next(training)
    times = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        next(training)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def losses(cell, size, start, count):
    network = Network(cell, size)
    head = {"weight": "head_weight", "bias": "head_bias"}
    with torch.no_grad():
        for module, names in [(network.layer, {}), (network.head, head)]:
            for name, parameter in module.named_parameters():
                values = torch.tensor(start["weights"][names.get(name, name)])
                parameter.copy_(values.reshape(parameter.shape))
    network.layer.bias_hh_l0.requires_grad_(False)
    x = torch.tensor(start["x"]).reshape(size["steps"], size["batch"], size["inputs"])
    training = network.train(x, torch.tensor(start["classes"]))
    return [next(training) for _ in range(count)]


def main():
    torch.set_num_threads(1)
    if sys.argv[1] == "losses":
        print(json.dumps(losses(**json.load(sys.stdin))))
        return
    sizes = json.loads(Path(__file__).with_name("sizes.json").read_text())
    cells, names = (argument.split(",") for argument in sys.argv[2:4])
    times = {cell: {name: milliseconds(cell, sizes[name]) for name in names} for cell in cells}
    print(json.dumps({"version": torch.__version__, "milliseconds": times}))


main()
