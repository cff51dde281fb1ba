"""The same model in Keras. Needs sentiment.py beside it, which makes the sentences.

    pip install keras torch
    python sentiment-keras.py
"""

import os
import random

os.environ.setdefault("KERAS_BACKEND", "torch")  # or tensorflow, or jax
import keras
from sentiment import BATCH, RATE, STEPS, UNITS, WORDS, batch

CELL = keras.layers.LSTM  # keras.layers.GRU, keras.layers.SimpleRNN

keras.utils.set_random_seed(1)
model = keras.Sequential([
    keras.layers.CategoryEncoding(len(WORDS), output_mode="one_hot"),
    CELL(UNITS),  # gives the last hidden state alone, unless return_sequences=True
    keras.layers.Dense(2),
])
model.compile(
    keras.optimizers.Adam(RATE, global_clipnorm=1.0),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)

draw = random.Random(1)
test = [part.numpy() for part in batch(random.Random(2), 1000, kept=True)]
for step in range(1, STEPS + 1):
    loss, _ = model.train_on_batch(*(part.numpy() for part in batch(draw, BATCH)))
    if step == 1:
        print("parameters", model.count_params())
    if step % 100 == 0:
        print(f"step {step}  test {model.evaluate(*test, batch_size=1000, verbose=0)[1]:.1%}")
