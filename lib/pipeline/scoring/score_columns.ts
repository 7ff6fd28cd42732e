import { columnOf } from "../../frame/column_of.ts";
import { stepTime } from "../../frame/metric_table.ts";
import type { ParquetColumn } from "../../source/parquet/to_parquet.ts";
import type { ScoredTable } from "./score_table.ts";

/**
 * Gives the columns of `scores.parquet`, one at a time: all of them at once would
 * be the errors a second time.
 *
 * @param scored The scored table.
 * @returns `timestamp`, `score`, `imputed`, `up`, and `error:<feature>` for each.
 */
export function* scoreColumns(
  { table, score, errors }: Pick<ScoredTable, "table" | "score" | "errors">,
): Generator<ParquetColumn> {
  const { steps, metrics, imputed, up } = table;
  const width = metrics.length;
  const ms = Float64Array.from({ length: steps }, (_, t) => stepTime(table, t));
  const isImputed = Uint8Array.from(
    { length: steps },
    (_, t) => Number(imputed.subarray(t * width, (t + 1) * width).includes(1)),
  );
  yield { name: "timestamp", kind: "time", ms };
  yield { name: "score", kind: "number", values: score };
  yield { name: "imputed", kind: "flag", flags: isImputed };
  yield { name: "up", kind: "flag", flags: up };
  for (const [f, { name }] of metrics.entries()) {
    const values = columnOf(errors, { width, f });
    yield { name: `error:${name}`, kind: "number", values };
  }
}
