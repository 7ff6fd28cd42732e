import { InputError } from "../../errors.ts";
import type { StatedLimits } from "../../frame/metric_limit.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { nameList } from "../../frame/name_list.ts";
import { listColumns } from "../../source/list_columns.ts";
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
  refuseLost(names, { limits, of: host });
}

/**
 * Refuses the same before any row is read, where the headers of the files tell.
 *
 * @param files What is scored.
 * @param limits Limits that a person states.
 * @throws {InputError} If a limit names no column, or a file is no table.
 */
export async function requireLimitedIn(
  files: readonly string[],
  limits: StatedLimits,
): Promise<void> {
  if (limits.size === 0) return;
  const names = await listColumns(files);
  if (names !== null) refuseLost(names, { limits, of: "the data" });
}

function refuseLost(
  names: readonly string[],
  { limits, of }: { readonly limits: StatedLimits; readonly of: string },
): void {
  const lost = [...limits.keys()].find((name) => !names.includes(name));
  if (lost === undefined) return;
  const near = nearest(lost, names);
  throw new InputError("use --limit", "it must name a column", {
    got: lost,
    hint: `${near ? `${near} ` : ""}${of} has ${nameList(names)}`,
  });
}
