import { InputError } from "../errors.ts";
import type { Clock, RawTable } from "../frame/raw_table.ts";
import { chooseColumns, keepColumns } from "../frame/choose_columns.ts";
import { cutRows } from "../frame/cut_rows.ts";
import { takeCounters } from "../frame/take_counters.ts";
import { listNames } from "./rows/columns.ts";
import { hostName } from "./parts/host_name.ts";
import { joinParts } from "./parts/join_parts.ts";
import { requireOneClock } from "./parts/one_clock.ts";
import { readFile } from "./read_file.ts";
import {
  type CommaColumns,
  commaColumns,
  requireDecimalPoint,
} from "./require_decimal_point.ts";
import { splitHosts } from "./parts/split_hosts.ts";
import type { TablePart } from "./parts/table_part.ts";
import type { TimeForm } from "./rows/timestamps.ts";

/** How tables are read. */
export interface ReadTableOptions {
  /**
   * Where a table's zero lies, milliseconds since 1970 UTC; only for tables
   * whose times are seconds since their start.
   */
  readonly start?: number;
  /** The host to read; where a file names none, this is its name. */
  readonly host?: string;
  /**
   * What stands between a number's whole part and its fraction in CSV.
   *
   * @default {"point"}
   */
  readonly decimal?: "point" | "comma";
  /** Names or patterns of columns that are counters; each must fit one. */
  readonly counters?: readonly string[];
  /** Columns that are counters where they are there. */
  readonly knownCounters?: readonly string[];
  /** Names or patterns of the columns to take; all by default. */
  readonly metrics?: readonly string[];
  /** Proposes a column for a name in `metrics` or `counters` that is none. */
  readonly propose?: (
    word: string,
    known: readonly string[],
  ) => string | undefined;
  /** The only columns that are of use, where a model says so. */
  readonly knownColumns?: ReadonlySet<string>;
  /**
   * Under which paths files are known that lie elsewhere now, since a host may be
   * called after its file.
   *
   * @default none
   */
  readonly knownAs?: ReadonlyMap<string, string>;
  /** First instant to keep, milliseconds since 1970 UTC. */
  readonly fromMs?: number;
  /** First instant not to keep, milliseconds since 1970 UTC. */
  readonly toMs?: number;
}

/**
 * Reads the metrics of one host from CSV and Parquet files.
 *
 * Several files are joined in time and have the union of their columns; of two
 * rows with one time the last wins, in the order of the files.
 *
 * @param files The paths; what a file is, its contents tell.
 * @param options Which host and time, and how numbers and times are written.
 * @returns The table, sorted by time, not yet on a grid.
 * @throws {InputError} If a file cannot be read as a table of one host.
 */
export async function readTable(
  files: readonly string[],
  options: ReadTableOptions = {},
): Promise<RawTable> {
  const parts: TablePart[] = [];
  const commas: CommaColumns[] = [];
  for (const file of files) {
    const { host, decimal = "point" } = options;
    const rows = await readFile(file, { decimal });
    const own = splitHosts(rows, { host });
    requireNumbers(file, own, decimal);
    commas.push(commaColumns(rows));
    own.forEach(requireOneClock);
    parts.push(...own);
  }
  requireOneHost(parts);
  const clock = clockOf(parts, options);
  const joined = joinParts(parts, {
    clock,
    host: options.host ?? hostName(parts.map(({ file, host }) => ({
      ...{ file: options.knownAs?.get(file) ?? file, host },
    }))),
    zeroMs: clock === "offset" ? options.start ?? 0 : 0,
  });
  const { counters = [], knownCounters = [], metrics = [] } = options;
  const { knownColumns, propose } = options;
  const known = knownColumns ? keepColumns(joined, knownColumns) : joined;
  const chosen = chooseColumns(known, {
    patterns: metrics,
    ...(propose ? { propose } : {}),
  });
  requireDecimalPoint(commas, chosen);
  // Before the cut, so that the first row kept has a rate.
  const rates = takeCounters(chosen, {
    required: counters,
    known: knownCounters,
    ...(propose ? { propose } : {}),
  });
  return cutRows(rates, options);
}

function requireOneHost(parts: readonly TablePart[]) {
  const names = parts.map((part) => part.host).filter((name) => name !== null);
  const hosts = [...new Set(names)];
  if (hosts.length <= 1) return;
  throw new InputError("read one table", "it must be of one host", {
    hint: `name one with --host: ${listNames(hosts)}`,
  });
}

function requireNumbers(
  file: string,
  parts: readonly TablePart[],
  decimal: "point" | "comma",
) {
  const columns = parts.flatMap((part) => part.columns);
  if (columns.some(({ values }) => values.some((value) => !isNaN(value)))) {
    return;
  }
  const names = [...new Set(columns.map(({ name }) => name))];
  const isComma = decimal === "point" && !/\.(parquet|pq)$/i.test(file);
  const other = isComma ? "; --decimal-comma reads 1,5" : "";
  throw new InputError(
    `read ${file}`,
    "it must have a column of numbers beside the timestamp",
    {
      hint: `it has ${listNames(names) || "none"}${
        names.length > 0 ? other : ""
      }`,
    },
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
