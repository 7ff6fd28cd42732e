"""Writes expected.json: the peers' scores of a small series, by numpy alone.

    python3 -m venv v && v/bin/pip install numpy==2.4.6
    v/bin/python tests/testdata/peers/make_expected.py

The series is that of tests/support/peer_series.ts. robz2 and windowed PCA are
written anew here, with numpy's own quantile, covariance and eigenvectors.
"""
import json
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
TRAIN, TEST, METRICS = 400, 120, 6


def series(first, steps):
    t = np.arange(first, first + steps)
    noise = ((t * 7919 + 104729) % 1009) / 1009
    flat = np.where(t >= 480, 0.9, 0.25)  # constant in train
    return np.column_stack([
        0.5 + 0.4 * np.sin(t / 7),
        0.5 + 0.3 * np.sin(t / 7 + 1) + 0.1 * noise,
        np.where((t >= 430) & (t < 440), 1.0, 0.2 * noise),
        flat,
        np.where(t >= 450, 0.508, 0.5),  # constant, moves by less than its floor
        np.where(t % 200 == 7, np.where(t < TRAIN, 1.0, 0.3), 0.0),  # seldom: its deviation is its spread
    ]).astype(np.float32).astype(float)


def deviations(train, scale):
    low, high = np.quantile(train, [0.01, 0.99], axis=0)
    spread = np.maximum.reduce([(high - low) / 2, train.std(0), 0.01 * scale])
    middle = np.median(train, 0)
    return lambda x: np.clip((x - middle) / spread, -10, 10)


def smooth(score):
    out = [score[0]]
    for value in score[1:]:
        out.append(0.7 * out[-1] + 0.3 * value)
    return np.array(out)


def robz2(train, test, scale):
    return smooth(np.mean(deviations(train, scale)(test) ** 2, 1))


def windows(x, w=10):
    x = np.concatenate([np.repeat(x[:1], w - 1, 0), x])
    return np.stack([x[i:i + w].ravel() for i in range(len(x) - w + 1)])


def pca(train, test, scale):
    z = deviations(train, scale)
    a = windows(z(train))
    values, vectors = np.linalg.eigh(np.cov(a.T))
    values, vectors = values[::-1], vectors[:, ::-1]
    k = np.searchsorted(np.cumsum(values) / values.sum(), 0.9) + 1
    u = vectors[:, :k]

    def squares(x):
        c = windows(z(x)) - a.mean(0)
        return (c[:, -METRICS:] - (c @ u) @ u[-METRICS:].T) ** 2

    normal = np.maximum(np.quantile(squares(train), 0.99, axis=0), 1e-4)
    return smooth((squares(test) / normal).mean(1))


train, test = series(0, TRAIN), series(TRAIN, TEST)
unit = np.ones(METRICS)
# the same in other units: the scale is the range in train, or the size
factor = np.array([100.0, 3.0, 7.0, 20.0, 40.0, 1.0])
range_ = np.ptp(train * factor, axis=0)
own = np.where(range_ > 0, range_, np.abs(train[0] * factor))
wide = lambda x: (x * factor).astype(np.float32).astype(float)
expected = {
    "robz2": robz2(train, test, unit).tolist(),
    "pca": pca(train, test, unit).tolist(),
    "robz2InUnits": robz2(wide(train), wide(test), own).tolist(),
}
with open(os.path.join(HERE, "expected.json"), "w") as file:
    json.dump(expected, file)
    file.write("\n")
