"""Writes lstm_reference.json: a tiny LSTM autoencoder in PyTorch, float64.

    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy
    .venv/bin/python tests/testdata/model/lstm_reference.py

PyTorch's gates stand in the order i, f, g, o, which is Keras' i, f, c, o; its
matrices are Keras' transposed, and it has two biases, of which one is left 0.
"""

import json
from pathlib import Path

import torch

WINDOW, FEATURES, HIDDEN, BATCH = 5, 3, 4, 2

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)

encoder = torch.nn.LSTM(FEATURES, HIDDEN, batch_first=True)
decoder = torch.nn.LSTM(HIDDEN, HIDDEN, batch_first=True)
output = torch.nn.Linear(HIDDEN, FEATURES)
for lstm in (encoder, decoder):
    torch.nn.init.zeros_(lstm.bias_hh_l0)
    lstm.bias_hh_l0.requires_grad_(False)

x = torch.rand(BATCH, WINDOW, FEATURES)
_, (code, _) = encoder(x)
repeated = code[0].unsqueeze(1).repeat(1, WINDOW, 1)
y = output(decoder(repeated)[0])
loss = ((y - x) ** 2).mean()
loss.backward()


def keras(parameters):
    return [p.t().reshape(-1).tolist() for p in parameters]


parameters = [
    encoder.weight_ih_l0,
    encoder.weight_hh_l0,
    encoder.bias_ih_l0,
    decoder.weight_ih_l0,
    decoder.weight_hh_l0,
    decoder.bias_ih_l0,
    output.weight,
    output.bias,
]
reference = {
    "window": WINDOW,
    "features": FEATURES,
    "hidden": HIDDEN,
    "weights": keras(parameters),
    "windows": x.reshape(-1).tolist(),
    "reconstruction": y.reshape(-1).tolist(),
    "loss": loss.item(),
    "gradients": keras([p.grad for p in parameters]),
}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference) + "\n")
