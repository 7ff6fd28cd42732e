import { basename, dirname } from "node:path";
import { InputError } from "../../errors.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { nameList } from "../../frame/name_list.ts";
import type { ParquetColumn } from "../../source/parquet/to_parquet.ts";
import {
  type NumberColumns,
  openNumbers,
} from "../../source/parquet/number_columns.ts";
import { countText } from "../../report/words.ts";
import { shownPath } from "../base/paths.ts";
import type { Check } from "./check.ts";
import { difference, FLOOR, TOLERANCE } from "./difference.ts";
import { LEADS_OUT, leadsOut } from "./leads_out.ts";

/** What `scores.parquet` would hold now. */
export interface ScoresNow {
  /** Gives its columns, one at a time. */
  readonly columns: () => Iterable<ParquetColumn>;
  /** Its rows. */
  readonly rows: number;
}

/** What came of comparing scores. */
export interface ComparedScores {
  /** Whether they are the same. */
  readonly check: Check;
  /** The greatest relative difference of a score; `null` where they have not one shape. */
  readonly greatest: number | null;
}

/**
 * Holds `scores.parquet` against what the same input gives now: each score to a
 * relative 1e-4, each error to 1e-4 of its threshold where it is below that, each
 * time and flag as it is.
 *
 * @param file The file.
 * @param now What it would hold now.
 * @returns What came of it.
 */
export async function compareScores(
  file: string,
  now: ScoresNow,
): Promise<ComparedScores> {
  if (await leadsOut(dirname(file), basename(file))) {
    return shapeless(`${basename(file)}: ${LEADS_OUT}`);
  }
  try {
    return compared(await openNumbers(file), now);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return shapeless(error.message.replaceAll(file, shownPath(file)));
  }
}

function compared(
  recorded: NumberColumns,
  { columns, rows }: ScoresNow,
): ComparedScores {
  // By name first, one at a time: all of them would be the errors a second time.
  const names = Array.from(columns(), ({ name }) => name);
  const lacking = names.filter((name) => !recorded.names.includes(name));
  const beyond = recorded.names.filter((name) => !names.includes(name));
  if (lacking.length > 0) {
    return shapeless(`scores.parquet lacks ${nameList(lacking)}`);
  }
  if (beyond.length > 0) {
    return shapeless(`scores.parquet has ${nameList(beyond)}, too`);
  }
  if (rows !== recorded.rows) {
    return shapeless(
      `scores.parquet has ${
        countText(recorded.rows, "row")
      }, ${rows} are scored now`,
    );
  }
  let greatest = 0;
  let worst: { of: string; by: number; row: number } | null = null;
  let times: Float64Array | null = null;
  for (const column of columns()) {
    const { name } = column;
    if (column.kind === "time") times ??= column.ms;
    const isExact = column.kind === "time" || column.kind === "flag";
    // An error is the difference of two large numbers: it is held against its
    // own threshold, which is 1.
    const scale = isExact ? 0 : name === "score" ? FLOOR : 1;
    const now = valuesOf(column);
    const then = recorded.column(name);
    for (let row = 0; row < rows; row++) {
      const by = difference(then[row] ?? NaN, now[row]!, { scale });
      if (name === "score") greatest = Math.max(greatest, by);
      const least = worst?.by ?? (isExact ? 0 : TOLERANCE);
      if (by > least) worst = { of: name, by, row };
    }
  }
  const shape = `${countText(rows, "step")}, ${names.length} columns`;
  if (worst === null) {
    const text = `${shape}; greatest relative difference ${byText(greatest)}`;
    return { check: { of: "scores", state: "holds", text }, greatest };
  }
  const at = times === null ? "" : isoTime(times[worst.row]!);
  const text = `${shape}; greatest relative difference ${
    byText(worst.by)
  }, of ${worst.of} at ${at}`;
  return { check: { of: "scores", state: "changed", text }, greatest };
}

function shapeless(text: string): ComparedScores {
  return { check: { of: "scores", state: "changed", text }, greatest: null };
}

function byText(by: number): string {
  return by === 0 || by === Infinity ? String(by) : by.toPrecision(2);
}

function valuesOf(column: ParquetColumn): ArrayLike<number> {
  switch (column.kind) {
    case "time":
      return column.ms;
    case "number":
    case "double":
      return column.values;
    case "flag":
      return column.flags;
    case "text":
      return [];
  }
}
