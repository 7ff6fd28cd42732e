/** Two-sided 5 % of a normal distribution: smaller autocorrelations are taken for chance. */
const SIGNIFICANT = 1.959963984540054;

/**
 * Tells by what Kendall's variance must be multiplied where values depend on
 * those before them: a series that only wanders slowly has long runs up and
 * down, which independent values would hardly have.
 *
 * Negative autocorrelation would make the test bolder than for independent
 * values; here it is not allowed to.
 *
 * Source: Hamed & Rao, "A modified Mann-Kendall trend test for autocorrelated
 * data", Journal of Hydrology 204 (1998), eqs. 12–16; autocorrelation of the
 * ranks after the Theil–Sen trend was taken off, significant lags only.
 *
 * @param residuals Values less their trend, in order of time, all finite.
 * @returns The factor, at least 1.
 */
export function hamedRaoFactor(residuals: ArrayLike<number>): number {
  const n = residuals.length;
  if (n < 4) return 1;
  const byLag = rankAutocorrelation(residuals);
  const limit = SIGNIFICANT / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag < n - 2; lag++) {
    const value = byLag[lag]!;
    if (Math.abs(value) <= limit) continue;
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * value;
  }
  return Math.max(1, 1 + 2 * sum / (n * (n - 1) * (n - 2)));
}

/** Biased autocorrelation of the ranks, by lag; 0 where all values are alike. */
function rankAutocorrelation(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const centred = meanRanks(values).map((rank) => rank - (n + 1) / 2);
  const byLag = new Float64Array(n);
  for (let lag = 0; lag < n; lag++) {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += centred[i]! * centred[i - lag]!;
    byLag[lag] = sum;
  }
  const variance = byLag[0]!;
  return byLag.map((sum) => variance > 0 ? sum / variance : 0);
}

/** Ranks from 1; equal values share the mean of theirs. */
function meanRanks(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i)
    .sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(n);
  for (let start = 0; start < n;) {
    let end = start + 1;
    while (end < n && values[order[end]!] === values[order[start]!]) end++;
    for (let i = start; i < end; i++) ranks[order[i]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
