"""Charts, page and PDF of `report.py`, by Plotly and ReportLab.

A chart has all values on the page and 800 on paper, as is usual.
"""

import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

WIDTH, HEIGHT = 500, 110


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
