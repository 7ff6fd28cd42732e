/** Sizes of windows over a series. */
export interface WindowSizes {
  /** Values a step. */
  readonly width: number;
  /** Steps a window. */
  readonly window: number;
}

/** Mean and covariance of a series' windows. */
export interface WindowMoments {
  /** Shape `[window · width]`. */
  readonly mean: Float64Array;
  /** With n − 1, row-major, shape `[window · width, window · width]`. */
  readonly covariance: Float64Array;
}

/**
 * Puts the first step before a series as often as makes a window end at each of
 * its steps.
 *
 * @param series Row-major, shape `[steps, width]`.
 * @param sizes Sizes of the windows.
 * @returns Row-major, shape `[window − 1 + steps, width]`.
 */
export function padded(
  series: Float64Array,
  { width, window }: WindowSizes,
): Float64Array {
  const before = (window - 1) * width;
  const all = new Float64Array(before + series.length);
  for (let i = 0; i < before; i++) all[i] = series[i % width]!;
  all.set(series, before);
  return all;
}

/**
 * Takes the moments of the windows that end at each step of a series.
 *
 * Two cells of a window as far apart as two others are summed over nearly the same
 * steps, so that one pass a distance is enough: the others are what it gives, less the
 * products that leave at the start, and those that come in at the end.
 *
 * @param series Row-major, shape `[steps, width]`.
 * @param sizes Sizes of the windows.
 * @returns Mean and covariance.
 */
export function windowMoments(
  series: Float64Array,
  sizes: WindowSizes,
): WindowMoments {
  const { width, window } = sizes;
  const rows = padded(series, sizes);
  const steps = series.length / width;
  const size = window * width;
  const mean = new Float64Array(size);
  for (let t = 0; t < steps; t++) {
    for (let i = 0; i < size; i++) mean[i]! += rows[t * width + i]! / steps;
  }
  const covariance = new Float64Array(size * size);
  for (let lag = 0; lag < window; lag++) {
    const sums = new Float64Array(width * width);
    const add = (t: number, sign: 1 | -1) => {
      for (let m = 0; m < width; m++) {
        const value = sign * rows[t * width + m]!;
        if (value === 0) continue;
        for (let other = 0; other < width; other++) {
          sums[m * width + other]! += value * rows[(t + lag) * width + other]!;
        }
      }
    };
    for (let t = 0; t < steps; t++) add(t, 1);
    for (let first = 0; first + lag < window; first++) {
      if (first > 0) {
        add(first - 1, -1);
        add(first - 1 + steps, 1);
      }
      for (let m = 0; m < width; m++) {
        for (let other = 0; other < width; other++) {
          const [i, j] = [first * width + m, (first + lag) * width + other];
          const value = (sums[m * width + other]! -
            steps * mean[i]! * mean[j]!) / (steps - 1);
          covariance[i * size + j] = value;
          covariance[j * size + i] = value;
        }
      }
    }
  }
  return { mean, covariance };
}
