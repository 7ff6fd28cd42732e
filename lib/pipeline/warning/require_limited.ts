import { InputError } from "../../errors.ts";
import type { StatedLimits } from "../../frame/metric_limit.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { nameList } from "../../frame/name_list.ts";
import { nearest } from "../base/nearest.ts";

/**
 * Refuses a limit of a column that is not in the data: a slip of the pen would
 * be a warning that never comes.
 *
 * @param table The table to score, with its columns as in the file.
 * @param limits Limits that a person states.
 * @throws {InputError} If a limit names no column; says which there are.
 */
export function requireLimited(
  { host, metrics, excluded }: MetricTable,
  limits: StatedLimits,
): void {
  const names = [...metrics, ...excluded].map(({ name }) => name);
  const lost = [...limits.keys()].find((name) => !names.includes(name));
  if (lost === undefined) return;
  const near = nearest(lost, names);
  throw new InputError("use --limit", "it must name a column", {
    got: lost,
    hint: `${near ? `${near} ` : ""}${host} has ${nameList(names)}`,
  });
}
