import type { MetricTable, StepRange } from "../../frame/metric_table.ts";
import { SCHEMA } from "../../frame/schema.ts";
import { completeLinkage } from "./complete_linkage.ts";
import { togetherness } from "./togetherness.ts";

/** Any two metrics of a group move together at least this much. */
const LEVEL = 0.8;

/**
 * One quantity, averaged over three times: a group by definition, also where a
 * short recording cannot show it.
 */
const LOADS = ["load-1m", "load-5m", "load-15m"];

/** Place of each metric in the schema. */
const PLACES = new Map(SCHEMA.map(({ name }, place) => [name, place]));

/**
 * Learns which metrics move together, such as bytes written and write operations
 * of a disk, so that one matter is told once.
 *
 * @param table The training table, features only.
 * @param ranges Its fit part.
 * @returns For each feature the name of its group, which is that of its first
 *   member in the order of the schema, then of the table; `null` where it stands
 *   alone.
 */
export function learnGroups(
  table: Pick<MetricTable, "metrics" | "values" | "imputed">,
  ranges: readonly StepRange[],
): (string | null)[] {
  const names = table.metrics.map(({ name }) => name);
  const together = togetherness(table, ranges);
  const isLoad = names.map((name) => LOADS.includes(name));
  isLoad.forEach((one, f) =>
    isLoad.forEach((other, g) => {
      if (one && other) together[f * names.length + g] = 1;
    })
  );
  const place = (f: number) => PLACES.get(names[f]!) ?? SCHEMA.length + f;
  const groups = names.map((): string | null => null);
  for (const members of completeLinkage(together, LEVEL)) {
    const first = members.reduce((a, b) => place(b) < place(a) ? b : a);
    members.forEach((f) => groups[f] = names[first]!);
  }
  return groups;
}
