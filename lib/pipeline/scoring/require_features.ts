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
 * was recorded may have stopped being measured. One that is there and holds no
 * numbers is named as that. Where all columns are lacking, the data is of something
 * else, which is refused elsewhere.
 *
 * @param table The table to score, with its columns as in the file.
 * @param features The model's features.
 * @throws {InputError} If a column is lacking or unreadable; names it.
 */
export function requireFeatures(
  { host, metrics, excluded }: MetricTable,
  features: readonly Metric[],
): void {
  const empty = excluded.filter(({ reason }) => reason === "empty");
  const there = new Set([...metrics, ...empty].map(({ name }) => name));
  const lost = features.filter(({ name }) => !there.has(name));
  if (lost.length === 0 || lost.length === features.length) return;
  const texts = new Map(
    excluded.filter(({ reason }) => reason === "text")
      .map(({ name, detail }) => [name, detail]),
  );
  const lacking = lost.filter(({ name }) => !texts.has(name))
    .map(({ name }) => name);
  const unread = lost.filter(({ name }) => texts.has(name))
    .map(({ name }) => `${name} (${texts.get(name)})`);
  const clauses = [
    ...(lacking.length > 0 ? [`lacks ${listed(lacking)}`] : []),
    ...(unread.length > 0 ? [`cannot be read in ${listed(unread)}`] : []),
  ];
  throw new InputError(
    `score the data of ${host}`,
    `it must have each of the ${features.length} metrics that the model learned, and ${
      clauses.join(", and ")
    }`,
    {
      hint: [
        ...(unread.length > 0
          ? ["--decimal-comma reads numbers like 1,5"]
          : []),
        ...(lacking.length > 0 ? ["add it, or train a model without it"] : []),
      ].join("; "),
    },
  );
}

function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  const shown = names.slice(0, LISTED).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
