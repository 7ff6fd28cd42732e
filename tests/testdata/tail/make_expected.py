"""Prints the profile-likelihood interval that tests/unit/detect/tail_test.ts holds.

pip install numpy scipy; python3 tests/testdata/tail/make_expected.py
"""

import numpy as np
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import chi2, genpareto

EXCESS = [0.3, 1.2, 0.1, 2.5, 0.7, 0.05, 1.9, 0.4, 3.6, 0.9]
FROM, DAYS, PER_DAY = 1, 4, 1 / 7
RARER = len(EXCESS) / DAYS / PER_DAY


def profile(level):
    """Highest log-likelihood of any shape in [-1/2, 1/2] that has this level."""

    def against(shape):
        flat = abs(shape) < 1e-9
        factor = np.log(RARER) if flat else (RARER**shape - 1) / shape
        return -genpareto.logpdf(EXCESS, shape, scale=(level - FROM) / factor).sum()

    grid = np.linspace(-0.5, 0.5, 401)
    values = [against(shape) for shape in grid]
    i = int(np.argmin(values))
    ends = (grid[max(0, i - 1)], grid[min(400, i + 1)])
    found = minimize_scalar(against, bounds=ends, method="bounded", options={"xatol": 1e-12})
    return -min(found.fun, values[i])


best = minimize_scalar(
    lambda log: -profile(FROM + np.exp(log)), bounds=(-3, 6), method="bounded", options={"xatol": 1e-10}
)


def beyond(log):
    return -best.fun - profile(FROM + np.exp(log)) - chi2.ppf(0.95, 1) / 2


print(FROM + np.exp(brentq(beyond, best.x - 5, best.x, xtol=1e-12)))
print(FROM + np.exp(brentq(beyond, best.x, best.x + 8, xtol=1e-12)))
