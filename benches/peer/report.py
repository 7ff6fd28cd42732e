"""The job of `deno task report` in Python: from a CSV to HTML and PDF.

    report.py DATA.csv OUT '{"epochs": 10, "incidents": 16}'

The same split, network, windows, gradient steps and number of charts: pandas,
scikit-learn, Keras, Plotly, ReportLab. Prints its versions. A chart has all values
on the page and 800 on paper, as is usual; incidents are the highest scores, so
many as the other has found.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import keras
import numpy as np
import pandas as pd
import plotly
import plotly.graph_objects as go
import reportlab
import sklearn
import tensorflow as tf
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table
from sklearn.preprocessing import MinMaxScaler

WINDOW, HIDDEN, BATCH = 10, 64, 64
TRAIN, PARTS = 0.7, (0.7, 0.85)
SCORE_BATCH = 512
WIDTH, HEIGHT = 500, 110


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
    raw = np.sqrt(((np.clip(np.abs(distance), 0, 10) / scales) ** 2).mean(axis=1))
    return pd.Series(raw).ewm(halflife=2, adjust=False).mean().to_numpy()


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


def chart(title, times, lines, unit=""):
    """One chart twice: for the page, and for paper."""
    figure = go.Figure(
        [go.Scatter(x=times, y=y, name=name, mode="lines") for name, y in lines])
    figure.update_layout(title=title, height=300, yaxis_title=unit)
    return figure, drawing(title, [y for _, y in lines])


def drawing(title, lines):
    paper = Drawing(WIDTH, HEIGHT + 16)
    paper.add(String(0, HEIGHT + 4, title, fontSize=8))
    paper.add(Line(0, 0, WIDTH, 0, strokeColor=colors.grey))
    low = min(np.nanmin(y) for y in lines)
    span = max(np.nanmax(y) for y in lines) - low or 1
    for y, color in zip(lines, [colors.black, colors.green, colors.lightgreen,
                                colors.lightgreen]):
        part = np.array_split(np.asarray(y), min(len(y), WIDTH * 4 // 5))
        points = []
        for i, values in enumerate(part):
            x = i * WIDTH / len(part)
            for value in (values.min(), values.max()):
                points += [x, float((value - low) / span * HEIGHT)]
        paper.add(PolyLine(points, strokeColor=color, strokeWidth=0.6))
    return paper


def heatmap(title, times, names, errors):
    figure = go.Figure(go.Heatmap(x=times, y=names, z=errors.T))
    figure.update_layout(title=title, height=500)
    paper = Drawing(WIDTH, 8 * len(names) + 16)
    paper.add(String(0, 8 * len(names) + 4, title, fontSize=8))
    bins = np.array_split(np.arange(len(errors)), min(len(errors), 60))
    for i, steps in enumerate(bins):
        for f, value in enumerate(errors[steps].max(axis=0)):
            shade = 1 - min(1, value / 5)
            paper.add(Rect(i * WIDTH / len(bins), 8 * f, WIDTH / len(bins), 8,
                           fillColor=colors.Color(1, shade, shade),
                           strokeColor=None))
    return figure, paper


def bars(title, names, shares):
    order = np.argsort(shares)[-10:]
    figure = go.Figure(go.Bar(
        x=shares[order], y=[names[f] for f in order], orientation="h"))
    figure.update_layout(title=title, height=300)
    paper = Drawing(WIDTH, 10 * len(order) + 16)
    paper.add(String(0, 10 * len(order) + 4, title, fontSize=8))
    for i, f in enumerate(order):
        paper.add(String(0, 10 * i, names[f], fontSize=7))
        paper.add(Rect(150, 10 * i, 300 * float(shares[f]), 8, strokeColor=None))
    return figure, paper


def charts(job):
    table, names, times = job["table"], job["names"], job["times"]
    expected, bands, errors = job["expected"], job["bands"], job["errors"]
    yield chart("Score", times, [("score", job["score"])])
    yield heatmap("Coverage", times[::60], names, np.isnan(table[::60]) * 1.0)
    history = job["history"]
    yield chart("Loss", np.arange(len(history["loss"])),
                [("fit", history["loss"]), ("stop", history["val_loss"])])
    for f, name in enumerate(names):
        center, band = expected[:, f], bands[f]
        yield chart(name, times, [("actual", table[:, f]), ("expected", center),
                                  ("low", center - band), ("high", center + band)])
    for number, one in enumerate(job["incidents"], 1):
        first = max(0, one["start"] - 60)
        around = slice(first, one["end"] + 61)
        top = int(np.argmax(one["shares"]))
        yield chart(f"Incident {number}: {names[top]}", times[around],
                    [("actual", table[around, top]),
                     ("expected", expected[around, top])])
        yield heatmap(f"Incident {number}", times[around], names, errors[around])
        yield bars(f"Incident {number}", names, one["shares"])


def write(out, job):
    drawn = list(charts(job))
    out.mkdir(parents=True, exist_ok=True)
    rows = [[str(job["times"][one["start"]]), str(job["times"][one["end"]]),
             f"{one['peak']:.1f}", job["names"][int(np.argmax(one["shares"]))]]
            for one in job["incidents"]]
    head = ["start", "end", "peak", "first signal"]
    parts = [figure.to_html(full_html=False, include_plotlyjs=i == 0)
             for i, (figure, _) in enumerate(drawn)]
    page = pd.DataFrame(rows, columns=head).to_html(index=False) + "".join(parts)
    (out / "report.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Report</title>{page}")
    style = getSampleStyleSheet()
    flow = [Paragraph("Report", style["Title"]), Table([head, *rows])]
    for _, paper in drawn:
        flow += [Spacer(1, 12), paper]
    SimpleDocTemplate(str(out / "report.pdf"), pagesize=A4).build(flow)
    scores = pd.DataFrame(job["errors"], columns=job["names"], index=job["times"])
    scores.assign(score=job["score"]).to_parquet(
        out / "scores.parquet", compression="zstd")
    (out / "incidents.json").write_text(json.dumps(
        [{**one, "shares": dict(zip(job["names"], map(float, one["shares"])))}
         for one in job["incidents"]], indent=2))
    return len(drawn)


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
