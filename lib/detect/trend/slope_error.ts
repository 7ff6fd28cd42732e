/**
 * Tells how far a slope may be off by chance where values depend on those before
 * them. Hamed and Rao's variance rests on the residuals' autocorrelation, which
 * a stretch of some 30 values shows far too small; their differences from one
 * value to the next show it without that error. As for a series of first-order
 * autocorrelation `ρ` with differences of variance `v`:
 *
 * `se² = −v / 2 · Σᵢⱼ wᵢ wⱼ (1 − ρ^|tᵢ − tⱼ|) / (1 − ρ)`, `w` being the weights
 * of the slope by least squares; with `ρ` to 1 it is that of a random walk. `ρ` is
 * estimated as 1 plus twice the differences' own autocorrelation, taken a
 * standard error higher.
 *
 * @param times Ascending, equally far apart but for what is missing.
 * @param residuals Values less their trend, one a time, all finite.
 * @returns Standard error of the slope, in values a unit of time.
 */
export function slopeError(
  times: Float64Array,
  residuals: Float64Array,
): number {
  const n = times.length;
  const { variance, correlation } = differences(residuals);
  const rho = Math.min(
    MOST,
    Math.max(0, 1 + 2 * (correlation + 1 / Math.sqrt(n))),
  );
  const unit = times.reduce(
    (least, time, i) => i === 0 ? least : Math.min(least, time - times[i - 1]!),
    Infinity,
  );
  const middle = mean(times);
  const squares = times.reduce((sum, time) => sum + (time - middle) ** 2, 0);
  const weights = times.map((time) => (time - middle) / squares);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const lag = (times[i]! - times[j]!) / unit;
      sum += weights[i]! * weights[j]! * (1 - rho ** lag) / (1 - rho);
    }
  }
  return Math.sqrt(Math.max(0, -variance * sum));
}

/** The largest autocorrelation: 1 would divide by zero. */
const MOST = 0.9999;

/** Variance of the changes from value to value, and their correlation with the next. */
function differences(values: Float64Array) {
  const changes = values.slice(1).map((value, i) => value - values[i]!);
  const middle = mean(changes);
  const centred = changes.map((change) => change - middle);
  const squares = centred.reduce((sum, change) => sum + change ** 2, 0);
  const products = centred.reduce(
    (sum, change, i) => sum + change * (centred[i + 1] ?? 0),
    0,
  );
  return {
    variance: squares / (changes.length - 1),
    correlation: squares > 0 ? products / squares : -0.5,
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
