"""The job of `deno task report` in Python: from a CSV to HTML and PDF.

    report.py DATA.csv OUT '{"epochs": 10, "incidents": 16}'

The same split, network, windows, gradient steps and number of charts: pandas,
scikit-learn, Keras as PyPI has them; `report_pages.py` draws and writes. Prints its
versions. Incidents are the highest scores, so many as the other has found.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import pandas as pd
import plotly
import reportlab
import sklearn
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler

from report_pages import write

WINDOW, HIDDEN, BATCH = 10, 64, 64
TRAIN, PARTS = 0.7, (0.7, 0.85)
SCORE_BATCH = 512


def read(path):
    table = pd.read_csv(path, parse_dates=["timestamp"], index_col="timestamp")
    table = table[~table.index.duplicated(keep="last")].sort_index()
    table = table.resample("1min").mean().ffill(limit=3).astype(np.float32)
    fit = table.iloc[: int(len(table) * TRAIN * PARTS[0])]
    return table.loc[:, fit.nunique() > 1]


def windows(values):
    view = np.lib.stride_tricks.sliding_window_view(values, WINDOW, axis=0)
    return view.transpose(0, 2, 1)


def train(fit, stop, epochs):
    features = fit.shape[-1]
    layers = keras.layers
    model = keras.Sequential([
        keras.Input((WINDOW, features)),
        layers.LSTM(HIDDEN),
        layers.RepeatVector(WINDOW),
        layers.LSTM(HIDDEN, return_sequences=True),
        layers.Dense(features),
    ])
    model.compile(optimizer="adam", loss="mse")
    best = keras.callbacks.EarlyStopping(
        patience=epochs, restore_best_weights=True)
    history = model.fit(
        fit, fit, batch_size=BATCH, epochs=epochs, verbose=0,
        validation_data=(stop, stop), validation_batch_size=SCORE_BATCH,
        callbacks=[best])
    return model, history.history


def distances(model, scaled):
    clipped = windows(np.clip(scaled, 0, 1))
    answer = model.predict(clipped, batch_size=SCORE_BATCH, verbose=0)[:, -1]
    expected = np.clip(answer, 0, 1)
    return expected, scaled[WINDOW - 1:] - expected


def score_of(distance, scales):
    squares = np.minimum(30, np.abs(distance) / scales) ** 2
    lately = pd.DataFrame(np.minimum(10, squares)).ewm(
        halflife=1440, adjust=False).mean().shift(1, fill_value=0).to_numpy()
    raw = pd.Series((squares / (1 + 4 * lately)).mean(axis=1))
    return np.sqrt(raw.ewm(halflife=3, adjust=False).mean().to_numpy())


def incidents_of(score, errors, count):
    left = score.copy()
    found = []
    for _ in range(count):
        peak = int(np.argmax(left))
        start, end = peak, peak
        while start > 0 and score[start - 1] >= 1:
            start -= 1
        while end < len(score) - 1 and score[end + 1] >= 1:
            end += 1
        left[max(0, start - 5): end + 6] = -1
        worst = errors[start:end + 1].max(axis=0)
        found.append({"start": start, "end": end, "peak": float(score[peak]),
                      "shares": worst / worst.sum()})
    return sorted(found, key=lambda incident: incident["start"])


def main():
    data, out, text = sys.argv[1:]
    options = json.loads(text)
    table = read(data)
    steps = round(len(table) * TRAIN)
    ends = [int(steps * share) for share in PARTS]
    scaler = MinMaxScaler().fit(table.iloc[:ends[0]])
    scaled = scaler.transform(table).astype(np.float32)
    clipped = np.clip(scaled, 0, 1)
    model, history = train(
        windows(clipped[:ends[0]]),
        windows(clipped[ends[0] + WINDOW - 1:ends[1]]), options["epochs"])

    _, learned = distances(model, scaled[:steps])
    calibration = learned[ends[1]:]
    scales = np.maximum(0.02, np.maximum(
        np.quantile(np.abs(learned), 0.99, axis=0),
        np.quantile(np.abs(calibration), 0.99, axis=0)))
    factor = np.quantile((np.abs(learned) / scales).max(axis=1), 0.999)
    thresholds = scales * factor
    threshold = 1.1 * score_of(calibration, scales).max()

    expected, distance = distances(model, scaled[steps - WINDOW + 1:])
    errors = np.abs(distance) / thresholds
    score = score_of(distance, scales) / threshold
    charts_drawn = write(Path(out), {
        "table": table.iloc[steps:].to_numpy(),
        "names": list(table.columns),
        "times": table.index[steps:],
        "expected": scaler.inverse_transform(expected),
        "bands": thresholds * scaler.data_range_,
        "errors": errors,
        "score": score,
        "history": history,
        "incidents": incidents_of(score, errors, options["incidents"]),
    })
    print(json.dumps({
        "versions": f"Python {sys.version.split()[0]}, pandas {pd.__version__}, "
        f"scikit-learn {sklearn.__version__}, Keras {keras.__version__}, "
        f"TensorFlow {tf.__version__}, Plotly {plotly.__version__}, "
        f"ReportLab {reportlab.Version}",
        "charts": charts_drawn,
        "features": table.shape[1],
        "steps": options["epochs"] * -(-(ends[0] - WINDOW + 1) // BATCH),
    }))


main()
