"""Praise or blame? A recurrent network reads a sentence word by word and answers at its end.

    pip install torch
    python sentiment.py
"""

import random
import zlib

import torch
from torch import nn

CELL = nn.LSTM  # nn.GRU makes a GRU of it, nn.RNN a plain RNN: nothing else changes
FORGET_BIAS = 0.0  # 2.0 lets the forget gate of an LSTM start open
UNITS, RATE, STEPS, BATCH, GAP = 16, 0.01, 800, 32, 12

GOOD = "good great lovely funny clever fresh".split()
BAD = "bad dull poor ugly slow stale".split()
TOPICS = "film book meal song play room trip game".split()
NEGATORS = "not never hardly".split()
STRESS = "very quite really".split()
BETWEEN = ["with all our friends", "that day", "in town", "there"]
OTHERS = "the was but though .".split() + " ".join(BETWEEN).split()
WORDS = sorted(set(GOOD + BAD + TOPICS + NEGATORS + STRESS + OTHERS))
NUMBER = {word: number for number, word in enumerate(WORDS)}


def clause(draw):
    """ "the film was not very good", and whether it praises."""
    turned, good = draw.random() < 0.4, draw.random() < 0.5
    words = ["the", draw.choice(TOPICS), "was"]
    words += [draw.choice(NEGATORS)] if turned else []
    words += [draw.choice(STRESS)] if draw.random() < 0.5 else []
    return words + [draw.choice(GOOD if good else BAD)], good != turned


def sentence(draw, gap):
    """gap + 14 words, whether they praise, and whether they are kept for the test."""
    begin, praise = clause(draw)
    end, link = [], draw.choice(["", "but", "though"])
    if link:
        words, second = clause(draw)
        end = [link] + words
        praise = second if link == "but" else praise
    end.append(".")
    # What is tested has never been learned: it goes by the words that matter.
    kept = zlib.crc32(" ".join(begin + end).encode()) % 5 == 0
    while (left := gap + 14 - len(begin) - len(end)) > 0:
        begin += draw.choice([words for piece in BETWEEN if len(words := piece.split()) <= left])
    return begin + end, praise, kept


def batch(draw, size, kept=False, gap=GAP):
    """Words as numbers (size × steps), and classes (size)."""
    rows = []
    while len(rows) < size:
        words, praise, own = sentence(draw, gap)
        if own == kept:
            rows.append(([NUMBER[word] for word in words], int(praise)))
    x, y = zip(*rows)
    return torch.tensor(x), torch.tensor(y)


class Model(nn.Module):
    def __init__(self, cell=CELL, units=UNITS, forget_bias=FORGET_BIAS):
        super().__init__()
        self.layer = cell(len(WORDS), units, batch_first=True)
        if cell is nn.LSTM:
            with torch.no_grad():
                self.layer.bias_ih_l0[units : 2 * units] += forget_bias
        self.head = nn.Linear(units, 2)

    def forward(self, x):
        one_hot = nn.functional.one_hot(x, len(WORDS)).float()
        hidden, _ = self.layer(one_hot)
        return self.head(hidden[:, -1])  # what stands at the last step has read them all


def right(model, x, y):
    with torch.no_grad():
        return (model(x).argmax(1) == y).double().mean().item()


def learn(model, optimizer, x, y):
    loss = nn.functional.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return loss.item()


if __name__ == "__main__":
    torch.manual_seed(1)
    draw = random.Random(1)
    model = Model()
    optimizer = torch.optim.Adam(model.parameters(), RATE)
    test = batch(random.Random(2), 1000, kept=True)
    print("parameters", sum(p.numel() for p in model.parameters()))
    for step in range(1, STEPS + 1):
        loss = learn(model, optimizer, *batch(draw, BATCH))
        if step % 100 == 0:
            print(f"step {step}  loss {loss:.3f}  test {right(model, *test):.1%}")
