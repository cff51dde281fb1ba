"""RNN, LSTM and GRU on the same sentences, each at the best of three learning rates.

Parameters, milliseconds a step, steps until 95 % are right, and then the share right on the test. Three seeds each; the
medians are printed. The rate is chosen without a look at the test. Needs sentiment.py beside it.

    python benchmark.py
"""

import random
import statistics
import time

import torch
from sentiment import BATCH, Model, batch, learn, right
from torch import nn

RATES, STEPS = (0.01, 0.005, 0.002), 2000

torch.set_num_threads(1)  # small matrices: more threads wait for each other


def run(cell, rate, seed):
    """Trains one network; returns milliseconds a step, steps until 95 % are right, and the shares right: watched, test."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = Model(cell, forget_bias=2.0)
    optimizer = torch.optim.Adam(model.parameters(), rate)
    watched = batch(random.Random(10 + seed), 500)
    unknown = batch(random.Random(20 + seed), 500, kept=True)
    seconds = 0.0
    for step in range(1, STEPS + 1):
        x, y = batch(draw, BATCH)
        start = time.perf_counter()  # the making of sentences is not counted
        learn(model, optimizer, x, y)
        seconds += time.perf_counter() - start
        if step % 25 == 0 and right(model, *watched) >= 0.95:
            break
    share = right(model, *watched)
    return 1000 * seconds / step, step if share >= 0.95 else float("inf"), share, right(model, *unknown)


print(f"{'':5}{'parameters':>11}{'rate':>8}{'ms/step':>9}{'steps to 95 %':>15}{'test':>8}")
for cell in (nn.RNN, nn.LSTM, nn.GRU):
    rows = []
    for rate in RATES:
        runs = [run(cell, rate, seed) for seed in (1, 2, 3)]
        rows.append((rate, *(statistics.median(values) for values in zip(*runs))))
    # The soonest at 95 %; where none gets there, the most right.
    rate, spent, steps, _, tested = min(rows, key=lambda row: (row[2], -row[3]))
    parameters = sum(p.numel() for p in Model(cell).layer.parameters())
    print(f"{cell.__name__:5}{parameters:11}{rate:8}{spent:9.2f}{steps:15}{tested:8.1%}")
