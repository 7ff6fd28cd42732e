import type { MetricTable } from "../../frame/metric_table.ts";
import { SCHEMA, SERVER_UP } from "../../frame/schema.ts";
import { nameList } from "../../frame/name_list.ts";
import { nameText } from "../words.ts";

/** What is said of columns that are not known. */
export interface UnknownColumns {
  /** Names, cut where there are many; `""` where all columns are known. */
  readonly names: string;
  /** How many there are. */
  readonly count: number;
}

/**
 * Finds the columns that the schema does not know: nobody can say from their names
 * what they show or do not show.
 *
 * @param table The scored table.
 * @returns Their names, those that were scored first.
 */
export function unknownColumns(
  { metrics, excluded }: Pick<MetricTable, "metrics" | "excluded">,
): UnknownColumns {
  const known = new Set([...SCHEMA.map(({ name }) => name), SERVER_UP]);
  const names = [
    ...metrics,
    ...excluded.filter(({ reason }) => reason !== "absent"),
  ].map(({ name }) => name).filter((name) => !known.has(name));
  const unknown = [...new Set(names)];
  return { names: nameList(unknown.map(nameText)), count: unknown.length };
}
