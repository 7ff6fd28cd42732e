"""Writes simd_cases.json: losses and gradients of LSTM autoencoders, float64.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy
    .venv/bin/python tests/testdata/model/simd_cases.py

Weights and series are not stored: both sides draw them with mulberry32, whose
numbers are exact. Of the gradients, some are stored, evenly spread, and of each
weight the largest.
"""

import json
from pathlib import Path

import numpy as np
import torch

# window, features, hidden, windows; no multiple of 8 among the sizes but one.
SHAPES = [
    (1, 1, 1, 1),
    (2, 3, 7, 5),
    (9, 1, 9, 11),
    (5, 7, 3, 8),
    (4, 9, 22, 19),
    (30, 22, 16, 13),
    (3, 38, 65, 9),
    (2, 65, 38, 17),
    (3, 200, 1, 4),
    (512, 2, 3, 3),
]
STORED = 60

torch.set_default_dtype(torch.float64)


def mulberry32(seed):
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        bits = (state ^ (state >> 15)) * (state | 1) & 0xFFFFFFFF
        bits ^= (bits + ((bits ^ (bits >> 7)) * (bits | 61) & 0xFFFFFFFF)) & 0xFFFFFFFF
        yield ((bits ^ (bits >> 14)) & 0xFFFFFFFF) / 2**32


def draw(random, size, limit):
    values = [(2 * next(random) - 1) * limit for _ in range(size)]
    return np.array(values, dtype=np.float32).astype(np.float64)


def case(seed, window, features, hidden, windows):
    random = mulberry32(seed)
    encoder = torch.nn.LSTM(features, hidden, batch_first=True)
    decoder = torch.nn.LSTM(hidden, hidden, batch_first=True)
    output = torch.nn.Linear(hidden, features)
    limit = 1.5 / np.sqrt(hidden)
    weights = [
        encoder.weight_ih_l0,
        encoder.weight_hh_l0,
        encoder.bias_ih_l0,
        decoder.weight_ih_l0,
        decoder.weight_hh_l0,
        decoder.bias_ih_l0,
        output.weight,
        output.bias,
    ]
    with torch.no_grad():
        encoder.bias_hh_l0.zero_()
        decoder.bias_hh_l0.zero_()
        for weight in weights:
            # PyTorch's matrices are Keras' transposed.
            size = tuple(reversed(weight.shape))
            values = draw(random, weight.numel(), limit).reshape(size)
            weight.copy_(torch.from_numpy(values).t() if len(size) > 1
                         else torch.from_numpy(values))
    steps = windows + window - 1
    series = torch.from_numpy(
        draw(random, steps * features, 1.0).reshape(steps, features))
    x = torch.stack([series[w:w + window] for w in range(windows)])
    _, (code, _) = encoder(x)
    y = output(decoder(code[0].unsqueeze(1).repeat(1, window, 1))[0])
    loss = ((y - x) ** 2).mean()
    loss.backward()
    gradients = [w.grad.t().reshape(-1) for w in weights]
    flat = torch.cat(gradients)
    stride = max(1, len(flat) // STORED)
    last = y[:, -1].reshape(-1)
    short = lambda values: [float(f"{v:.9e}") for v in values.tolist()]
    return {
        "seed": seed,
        "window": window,
        "features": features,
        "hidden": hidden,
        "windows": windows,
        "loss": loss.item(),
        "stride": stride,
        "gradients": short(flat[::stride]),
        "largest": short(torch.stack([g.abs().max() for g in gradients])),
        "lastStride": max(1, len(last) // STORED),
        "last": short(last[::max(1, len(last) // STORED)]),
    }


cases = [case(100 + i, *shape) for i, shape in enumerate(SHAPES)]
path = Path(__file__).with_suffix(".json")
path.write_text(
    "[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
