import { peerJudgement } from "./peer_judgement.ts";
import { fitRobustScale } from "./robust_scale.ts";
import { smooth } from "./smooth.ts";
import type { Recipe } from "../recipe.ts";
import { conformTo } from "../../frame/conform.ts";
import type { MetricTable } from "../../frame/metric_table.ts";

/**
 * The peer `robz2-ewma`, without a model: the mean over the metrics of the squared
 * robust deviation from train's median, smoothed. Metrics are blamed by their
 * largest squared deviation.
 */
export const robustDeviation: Recipe = {
  learns: "statistics",
  judge: ({ train, test }) => {
    const toDeviations = fitRobustScale(train);
    const squares = (table: MetricTable) =>
      toDeviations(table).map((z) => z * z);
    const table = conformTo(test, train.metrics, train.metrics.map(() => NaN));
    const parts = squares(table);
    const width = table.metrics.length;
    return peerJudgement(table, {
      train: smooth(rowMeans(squares(train), width)),
      test: smooth(rowMeans(parts, width)),
      parts,
      over: "maximum",
    });
  },
};

/**
 * Takes the mean of each row.
 *
 * @param values Row-major, shape `[steps, width]`.
 * @param width Values a row.
 * @returns Shape `[steps]`.
 */
export function rowMeans(values: Float64Array, width: number): Float64Array {
  return Float64Array.from(
    { length: values.length / width },
    (_, t) =>
      values.subarray(t * width, (t + 1) * width)
        .reduce((sum, value) => sum + value, 0) / width,
  );
}
