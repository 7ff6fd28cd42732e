import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { peerJudgement } from "./peer_judgement.ts";
import { rowMeans } from "./robust_deviation.ts";
import { fitRobustScale } from "./robust_scale.ts";
import { smooth } from "./smooth.ts";
import { padded, windowMoments } from "./window_moments.ts";
import type { Recipe } from "../recipe.ts";
import { quantile } from "../../detect/quantile.ts";
import { conformTo } from "../../frame/conform.ts";

/** Steps a window. */
const WINDOW = 10;

/** The share of train's variance that the components keep. */
const KEPT = 0.9;

/** Each metric's squared residual is measured by this quantile of its own on train. */
const NORMAL = 0.99;

/** The least that it is measured by, so that a constant metric does not explode. */
const LEAST = 1e-4;

/**
 * The peer `pca-w10`: principal components of windows of 10 robustly scaled steps
 * that keep 90 % of train's variance; the squared residual of a window's last step,
 * each metric's over its own 99th percentile on train, meaned and smoothed. Metrics
 * are blamed by their largest such residual.
 *
 * Source: Shyu et al., "A Novel Anomaly Detection Scheme Based on Principal Component
 * Classifier", ICDM Workshop 2003, for the residual; windows as in singular spectrum
 * analysis.
 */
export const pca: Recipe = {
  learns: "statistics",
  judge: ({ train, test }) => {
    const width = train.metrics.length;
    const toDeviations = fitRobustScale(train);
    const learned = toDeviations(train);
    const squares = fitResiduals(learned, width);
    const ofTrain = squares(learned);
    const normal = Float64Array.from(
      { length: width },
      (_, m) => Math.max(LEAST, quantile(column(ofTrain, m, width), NORMAL)),
    );
    const table = conformTo(test, train.metrics, train.metrics.map(() => NaN));
    const over = (values: Float64Array) =>
      values.map((value, i) => value / normal[i % width]!);
    const parts = over(squares(toDeviations(table)));
    return peerJudgement(table, {
      train: smooth(rowMeans(over(ofTrain), width)),
      test: smooth(rowMeans(parts, width)),
      parts,
      over: "maximum",
    });
  },
};

/**
 * Learns windows' principal components.
 *
 * @param series Row-major, shape `[steps, width]`.
 * @param width Values a step.
 * @returns Gives the squared residual of each window's last step, shape
 *   `[steps, width]`, of a series of the same width; the first windows are filled up
 *   with the first step.
 */
export function fitResiduals(
  series: Float64Array,
  width: number,
): (series: Float64Array) => Float64Array {
  const size = WINDOW * width;
  const { mean, covariance } = windowMoments(series, { width, window: WINDOW });
  const rest = residualRows(covariance, { size, rows: width });
  return (other) => {
    const rows = padded(other, { width, window: WINDOW });
    const centred = new Float64Array(size);
    const squares = new Float64Array(other.length);
    for (let t = 0; t * width < other.length; t++) {
      for (let i = 0; i < size; i++) {
        centred[i] = rows[t * width + i]! - mean[i]!;
      }
      for (let m = 0; m < width; m++) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += rest[m * size + i]! * centred[i]!;
        squares[t * width + m] = sum * sum;
      }
    }
    return squares;
  };
}

/** The last rows of I − U Uᵀ, U being the components kept, shape `[rows, size]`. */
function residualRows(
  covariance: Float64Array,
  { size, rows }: { readonly size: number; readonly rows: number },
): Float64Array {
  const square = Matrix.from1DArray(size, size, covariance);
  const { realEigenvalues, eigenvectorMatrix: u } = new EigenvalueDecomposition(
    square,
    { assumeSymmetric: true },
  );
  const falling = [...realEigenvalues.keys()]
    .sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const all = realEigenvalues.reduce((sum, value) => sum + value, 0);
  const kept: number[] = [];
  for (let sum = 0; sum < KEPT * all && kept.length < size;) {
    const next = falling[kept.length]!;
    kept.push(next);
    sum += realEigenvalues[next]!;
  }
  const rest = new Float64Array(rows * size);
  for (let m = 0; m < rows; m++) {
    const row = size - rows + m;
    for (let i = 0; i < size; i++) {
      const same = kept.reduce(
        (sum, k) => sum + u.get(row, k) * u.get(i, k),
        0,
      );
      rest[m * size + i] = (i === row ? 1 : 0) - same;
    }
  }
  return rest;
}

function* column(values: Float64Array, m: number, width: number) {
  for (let i = m; i < values.length; i += width) yield values[i]!;
}
