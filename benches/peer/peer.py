"""One Python peer of `deno task bench:peers`: the same network, data and sizes.

    peer.py keras|pytorch '{"window": 30, …}'

Reads `train`, `score` or `multiply` (PyTorch) from stdin, a line each, and
answers with the seconds that one epoch, scoring all windows, or a product of two
square matrices of 2048 rows took. The first line that it prints names its versions.
"""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np

SCORE_BATCH = 512


def windows(shape, count):
    window, features = shape["window"], shape["features"]
    t = np.arange(count + window - 1)[:, None]
    period = 7 + 3 * np.arange(features)[None, :]
    series = (0.5 + 0.5 * np.sin(2 * np.pi * t / period)).astype(np.float32)
    return np.stack([series[w:w + window] for w in range(count)])


def keras_peer(shape, fit, scored):
    import keras
    import tensorflow as tf

    window, features = shape["window"], shape["features"]
    hidden, batch = shape["hidden"], shape["batch"]
    layers = keras.layers
    model = keras.Sequential([
        keras.Input((window, features)),
        layers.LSTM(hidden),
        layers.RepeatVector(window),
        layers.LSTM(hidden, return_sequences=True),
        layers.Dense(features),
    ])
    model.compile(optimizer="adam", loss="mse")
    return {
        "train": lambda: model.fit(fit, fit, batch_size=batch, verbose=0),
        "score": lambda: model.predict(
            scored, batch_size=SCORE_BATCH, verbose=0)[:, -1],
        "version": f"Keras {keras.__version__}, TensorFlow {tf.__version__}",
    }


def pytorch_peer(shape, fit, scored):
    import torch
    from torch import nn

    window, hidden, batch = shape["window"], shape["hidden"], shape["batch"]

    class Autoencoder(nn.Module):
        def __init__(self):
            super().__init__()
            features = shape["features"]
            self.encoder = nn.LSTM(features, hidden, batch_first=True)
            self.decoder = nn.LSTM(hidden, hidden, batch_first=True)
            self.output = nn.Linear(hidden, features)

        def forward(self, x):
            _, (code, _) = self.encoder(x)
            repeated = code[-1].unsqueeze(1).expand(-1, window, -1)
            return self.output(self.decoder(repeated)[0])

    model = Autoencoder()
    optimizer = torch.optim.Adam(model.parameters())
    x, all_windows = torch.from_numpy(fit), torch.from_numpy(scored)

    def train():
        for chosen in torch.randperm(len(x)).split(batch):
            part = x[chosen]
            optimizer.zero_grad()
            ((model(part) - part) ** 2).mean().backward()
            optimizer.step()

    def score():
        with torch.inference_mode():
            for part in all_windows.split(SCORE_BATCH):
                model(part)[:, -1].numpy()

    square = torch.rand(2048, 2048)

    return {
        "train": train,
        "score": score,
        "multiply": lambda: square @ square,
        "version": f"PyTorch {torch.__version__}, "
        f"{torch.get_num_threads()} threads",
    }


def main():
    name, text = sys.argv[1:]
    shape = json.loads(text)
    peer = {"keras": keras_peer, "pytorch": pytorch_peer}[name](
        shape, windows(shape, shape["trained"]), windows(shape, shape["scored"]))
    print(peer["version"], flush=True)
    for line in sys.stdin:
        begun = time.perf_counter()
        peer[line.strip()]()
        print(time.perf_counter() - begun, flush=True)


main()
