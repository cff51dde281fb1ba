"""RNN, LSTM and GRU on the same sentences: parameters, milliseconds a step, steps to 95 %, test.

Three seeds each, the medians are printed. Needs sentiment.py beside it.

    python benchmark.py
"""

import random
import statistics
import time

import torch
from sentiment import BATCH, RATE, STEPS, Model, batch, learn, right
from torch import nn

torch.set_num_threads(1)  # small matrices: more threads wait for each other
print(f"{'':5}{'parameters':>11}{'ms/step':>9}{'steps to 95 %':>15}{'test':>8}")
for cell in (nn.RNN, nn.LSTM, nn.GRU):
    spent, steps, tested = [], [], []
    for seed in (1, 2, 3):
        torch.manual_seed(seed)
        draw = random.Random(seed)
        model = Model(cell, forget_bias=2.0)
        optimizer = torch.optim.Adam(model.parameters(), RATE)
        known = batch(random.Random(10 + seed), 500)
        unknown = batch(random.Random(20 + seed), 500, kept=True)
        reached, seconds = float("inf"), 0.0
        for step in range(1, STEPS + 1):
            x, y = batch(draw, BATCH)
            start = time.perf_counter()  # the making of sentences is not counted
            learn(model, optimizer, x, y)
            seconds += time.perf_counter() - start
            if step % 25 == 0 and reached > STEPS and right(model, *known) >= 0.95:
                reached = step
        spent.append(1000 * seconds / STEPS)
        steps.append(reached)
        tested.append(right(model, *unknown))
    parameters = sum(p.numel() for p in model.layer.parameters())
    row = statistics.median(spent), statistics.median(steps), statistics.median(tested)
    print(f"{cell.__name__:5}{parameters:11}{row[0]:9.2f}{row[1]:15}{row[2]:8.1%}")
