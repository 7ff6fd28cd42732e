"""Writes expected.json: known answers of SciPy and pyMannKendall.

python -m venv known && known/bin/pip install scipy==1.17.1 pymannkendall==1.4.3
known/bin/python tests/testdata/trend/make_expected.py > tests/testdata/trend/expected.json
"""
import json

import numpy as np
import pymannkendall as mk
from scipy.stats import theilslopes

rng = np.random.default_rng(20261123)
cases = []


def case(name, values, times=None):
    values = np.round(np.asarray(values, float), 4)
    steps = np.arange(len(values), dtype=float)
    line = theilslopes(values, steps if times is None else times, alpha=0.95)
    plain = mk.original_test(values)
    modified = mk.hamed_rao_modification_test(values)
    cases.append({
        "name": name,
        "times": (steps if times is None else times).tolist(),
        "values": values.tolist(),
        "slope": line.slope,
        "interval": [line.low_slope, line.high_slope],
        "s": float(plain.s),
        "variance": float(plain.var_s),
        "z": float(plain.z),
        # It takes values for equally far apart.
        "hamedRaoVariance": float(modified.var_s) if times is None else None,
    })


def autoregressive(rho, count):
    values = np.zeros(count)
    for i in range(1, count):
        values[i] = rho * values[i - 1] + rng.normal()
    return values


case("noise", rng.normal(size=40))
wander = autoregressive(0.85, 60)
case("autocorrelated", wander)
case("autocorrelated around a trend", wander - 0.2 * np.arange(60))
case("ties", np.round(5 - np.arange(30) * 0.1 + rng.normal(size=30)))
uneven = np.round(np.cumsum(rng.uniform(0.5, 2, 25)), 3)
case("uneven times", 2 * uneven + rng.normal(size=25), uneven)
print(json.dumps(cases))
