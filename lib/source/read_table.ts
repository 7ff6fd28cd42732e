import { InputError } from "@lib/errors.ts";
import type { Clock, RawTable } from "@lib/frame/raw_table.ts";
import { listNames } from "@lib/source/columns.ts";
import { readCsv } from "@lib/source/csv.ts";
import { hostName } from "@lib/source/host_name.ts";
import { joinParts } from "@lib/source/join_parts.ts";
import { readParquet } from "@lib/source/parquet.ts";
import { readHead } from "@lib/source/table_file.ts";
import type { TablePart } from "@lib/source/table_part.ts";
import type { TimeForm } from "@lib/source/timestamps.ts";

/** How tables are read. */
export interface ReadTableOptions {
  /**
   * Where a table's zero lies, milliseconds since 1970 UTC; only for tables
   * whose times are seconds since their start.
   */
  readonly start?: number;
}

/**
 * Reads the metrics of one host from CSV and Parquet files.
 *
 * Several files are joined in time and have the union of their columns; of two
 * rows with one time the last wins, in the order of the files.
 *
 * @param files The paths; what a file is, its contents tell.
 * @param options Where the table's zero lies.
 * @returns The table, sorted by time, not yet on a grid.
 * @throws {InputError} If a file cannot be read as a table of one host.
 */
export async function readTable(
  files: readonly string[],
  options: ReadTableOptions = {},
): Promise<RawTable> {
  const parts: TablePart[] = [];
  for (const file of files) {
    const { kind, bytes } = await readHead(file);
    const part = kind === "csv"
      ? await readCsv(file, bytes)
      : await readParquet(file);
    requireNumbers(part);
    parts.push(part);
  }
  const clock = clockOf(parts, options);
  return joinParts(parts, {
    clock,
    host: hostName(parts),
    zeroMs: clock === "offset" ? options.start ?? 0 : 0,
  });
}

function requireNumbers({ file, columns }: TablePart) {
  if (columns.some(({ values }) => values.some((value) => !isNaN(value)))) {
    return;
  }
  throw new InputError(
    `read ${file}`,
    "it must have a column of numbers beside the timestamp",
    { hint: `it has ${listNames(columns.map(({ name }) => name)) || "none"}` },
  );
}

/** Forms that say the instant by themselves may stand beside each other. */
function clockOf(
  parts: readonly TablePart[],
  { start }: ReadTableOptions,
): Clock {
  const forms = new Set<TimeForm>(parts.map(({ times }) => times.form));
  const [form = "offset"] = forms;
  const absolute = !forms.has("offset") && !forms.has("naive");
  if (forms.size > 1 && !absolute) {
    const files = parts.map(({ file, times }) => `${file} (${times.form})`);
    throw new InputError(
      "join the files",
      "their timestamps must be of one kind",
      { hint: listNames(files) },
    );
  }
  if (form === "offset") return start === undefined ? "unplaced" : "offset";
  if (start !== undefined) {
    throw new InputError("use --start", "the times are already absolute", {
      hint: "leave --start out",
    });
  }
  return forms.has("epoch") ? "epoch" : form;
}
