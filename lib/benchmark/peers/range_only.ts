import { conformTo } from "../../frame/conform.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Recipe } from "../recipe.ts";
import { peerJudgement } from "./peer_judgement.ts";
import { rowMeans } from "./robust_deviation.ts";
import { smooth } from "./smooth.ts";
import { fitUsualRanges } from "./usual_ranges.ts";

/**
 * The peer `range-only`, without a model: the mean over the metrics of the squared
 * distance outside their usual ranges, smoothed. Unlike `robz2-ewma`, a metric
 * that wanders inside its range costs nothing. Metrics are blamed by how far they
 * were outside.
 */
export const rangeOnly: Recipe = {
  learns: "statistics",
  judge: ({ train, test }) => {
    const toOutside = fitUsualRanges(train);
    const squares = (table: MetricTable) => toOutside(table).map((x) => x * x);
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
