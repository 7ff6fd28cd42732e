"""Writes expected.json: what TSB-AD and scikit-learn say of the scores beside it.

    python3 -m venv v
    v/bin/pip install numpy==2.4.6 scipy==1.17.1 pandas==3.1.1 pyarrow==26.0.1 \
        scikit-learn==1.9.1 statsmodels==0.15.0 matplotlib
    v/bin/pip install --no-deps TSB-AD==1.5
    v/bin/python tests/testdata/measure/make_expected.py
"""
import glob
import json
import os

import numpy as np
import pandas as pd
from sklearn.metrics import average_precision_score
from TSB_AD.evaluation.basic_metrics import basic_metricor
from TSB_AD.utils.slidingWindows import find_length_rank

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "../../../data/samples/server-1.train.parquet")


def measures(score, label, buffer):
    *_, vus_pr = basic_metricor().RangeAUC_volume_opt(label, score, buffer)
    return {
        "vusPr": float(vus_pr),
        "aucPr": float(average_precision_score(label, score)),
    }


def real(path):
    facts = json.load(open(path.replace(".f32", ".json")))
    score = np.fromfile(path, "<f4").astype(float)
    # a step without a score ranks last
    score[np.isnan(score)] = np.nanmin(score) - 1
    label = np.zeros(len(score), int)
    for start, end in facts["events"]:
        label[start:end] = 1
    found = measures(score, label, facts["period"])
    return {"file": os.path.basename(path), **facts, **found}


def small(seed):
    """Short events close together and at the ends, scores with many ties."""
    random = np.random.default_rng(seed)
    steps = int(random.integers(20, 400))
    label = np.zeros(steps, int)
    for start in random.integers(0, steps, int(random.integers(1, 8))):
        label[start:start + int(random.integers(1, 9))] = 1
    if seed % 3 == 0:
        label[0] = label[-1] = 1
    score = np.round(random.random(steps) + label * random.random(), 2)
    buffer = int(random.integers(0, 60))
    return {
        "label": label.tolist(),
        "score": score.tolist(),
        "maxBuffer": buffer,
        **measures(score, label, buffer),
    }


def periods():
    table = pd.read_parquet(SAMPLE)
    names = [name for name in table.columns if name not in ("timestamp", "host")]
    return {
        name: int(find_length_rank(table[name].to_numpy(float).reshape(-1, 1)))
        for name in names
    }


expected = {
    "real": [real(path) for path in sorted(glob.glob(os.path.join(HERE, "*.f32")))],
    "small": [small(seed) for seed in range(12)],
    "periods": periods(),
}
with open(os.path.join(HERE, "expected.json"), "w") as file:
    json.dump(expected, file)
    file.write("\n")
