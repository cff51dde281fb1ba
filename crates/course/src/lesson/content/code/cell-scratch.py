# The page's {cell} from scratch, in plain Python: prints its hidden states, a step a line.
from math import tanh

# {steps} steps of {input}
x = {x}

# as PyTorch names them
weights = {weights}


def dot(row, vector):
    return sum(weight * number for weight, number in zip(row, vector))


h = [0.0] * {units}  # the first state is 0
for t, x_t in enumerate(x, start=1):
    h = [
        {activation}dot(row_x, x_t) + b_x + dot(row_h, h) + b_h)
        for row_x, b_x, row_h, b_h in zip(*weights.values())
    ]
    print(t, *(f"{number:15.12f}" for number in h))
