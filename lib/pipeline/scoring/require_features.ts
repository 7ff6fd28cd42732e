import { InputError } from "../../errors.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Metric } from "../../frame/schema.ts";

/** Names that a message lists at most. */
const LISTED = 5;

/**
 * Refuses data without a column that the model learned from: with a value made
 * up for it, a score would say less than it seems to.
 *
 * A column that is there and empty is let through, and the report lists it: what
 * was recorded may have stopped being measured. Where all columns are lacking,
 * the data is of something else, which is refused elsewhere.
 *
 * @param table The table to score, with its columns as in the file.
 * @param features The model's features.
 * @throws {InputError} If a column is lacking; names it.
 */
export function requireFeatures(
  { host, metrics, excluded }: MetricTable,
  features: readonly Metric[],
): void {
  const empty = excluded.filter(({ reason }) => reason === "empty");
  const there = new Set([...metrics, ...empty].map(({ name }) => name));
  const lacking = features.filter(({ name }) => !there.has(name));
  if (lacking.length === 0 || lacking.length === features.length) return;
  const names = lacking.slice(0, LISTED).map(({ name }) => name).join(", ");
  const more = lacking.length - LISTED;
  throw new InputError(
    `score the data of ${host}`,
    `it must have each of the ${features.length} metrics that the model learned, and lacks ${names}${
      more > 0 ? ` and ${more} more` : ""
    }`,
    { hint: "add it, or train a model without it" },
  );
}
