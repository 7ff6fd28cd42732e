import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import type { BadCells } from "../../frame/raw_table.ts";
import { listNames } from "../rows/columns.ts";
import type { FileRows } from "../rows/file_rows.ts";
import { lineOfRow, type TablePart } from "./table_part.ts";
import { toWide } from "./to_wide.ts";

/**
 * Parts a file's rows by host. Where it names one host only, or none, all rows
 * are its; where it names several, rows without a host are left out.
 *
 * @param file The file as it was read.
 * @param options Which host is wanted, if not all are.
 * @returns One part a host, in the order in which they come.
 * @throws {InputError} If the file names hosts, and not the one that is wanted.
 */
export function splitHosts(
  file: FileRows,
  { host: wanted }: { readonly host?: string | undefined } = {},
): TablePart[] {
  const names = distinctHosts(file.hosts ?? []);
  if (wanted !== undefined && names.length > 0 && !names.includes(wanted)) {
    throw new InputError(
      `read ${file.file}`,
      `it must have the host ${wanted}`,
      {
        hint: `it has ${listNames(names)}`,
      },
    );
  }
  if (names.length <= 1) {
    return [partOf(file, null, names[0] ?? null)];
  }
  const all = new Map<string, number[]>(names.map((name) => [name, []]));
  let homeless = 0;
  file.hosts?.forEach((host, row) => {
    const rows = all.get(host?.trim() ?? "");
    if (rows) rows.push(row);
    else homeless++;
  });
  const notes = homeless === 0 ? [] : [
    `${homeless} ${homeless === 1 ? "row" : "rows"} of ${
      basename(file.file)
    } named no host and belong to none.`,
  ];
  const parts = [...all].filter(([host]) => host === (wanted ?? host));
  return parts.map(([host, rows]) => {
    const part = partOf(file, Uint32Array.from(rows), host);
    return { ...part, notes: [...part.notes, ...notes] };
  });
}

/**
 * Lists the hosts that rows name.
 *
 * @param hosts The host of each row, `null` where empty.
 * @returns The distinct names in the order in which they come.
 */
export function distinctHosts(hosts: readonly (string | null)[]): string[] {
  const names = new Set(hosts);
  return [...new Set([...names].map((name) => name?.trim() ?? ""))]
    .filter((name) => name !== "");
}

function partOf(
  file: FileRows,
  rows: Uint32Array | null,
  host: string | null,
): TablePart {
  const take = (values: Float64Array) =>
    rows === null
      ? values
      : Float64Array.from(rows, (row) => values[row] ?? NaN);
  const { form, bad: badTimes = [] } = file.times;
  const ms = take(file.times.ms);
  /** The row in the file of one of these rows. */
  const inFile = (row: number) => rows === null ? row : rows[row] ?? 0;
  const line = (row: number | undefined) =>
    row === undefined ? 0 : lineOfRow(inFile(row), file.breaks);
  const toBadCells = (name: string, rows: readonly number[]): BadCells => ({
    ...{ name, count: rows.length },
    firstLine: lineOfRow(rows[0] ?? 0, file.breaks),
  });
  const columns = file.columns.map(({ name, values }) => ({
    name,
    values: take(values),
  }));
  const own = rows === null ? null : new Set(rows);
  const badRows = file.badRows.map((bad) => ({
    ...bad,
    rows: own === null ? bad.rows : bad.rows.filter((row) => own.has(row)),
  })).filter((bad) => bad.rows.length > 0);
  const unread = new Set(badTimes);
  const isUnread = (row: number) => unread.has(inFile(row));
  const told = { file: file.file, host, notes: file.notes };
  if (file.metrics !== null) {
    const metrics = file.metrics;
    const bad = badRows.flatMap((bad) => bad.rows)
      .map((row) => ({ metric: metrics[row]?.trim() ?? "", row }));
    const { timeless, nameless, ...wide } = toWide({
      ms,
      metrics: rows === null
        ? metrics
        : Array.from(rows, (row) => metrics[row] ?? null),
      values: columns[0]?.values ?? new Float64Array(ms.length),
      badTimes: new Set(Array.from(ms.keys()).filter(isUnread)),
    });
    return {
      ...told,
      ...wide,
      notes: [...file.notes, ...namelessNote(file.file, nameless.map(line))],
      firstTimeless: line(timeless[0]),
      times: { ms: wide.ms, form },
      label: null,
      badCells: [...Map.groupBy(bad, ({ metric }) => metric)]
        .map(([name, cells]) => toBadCells(name, cells.map(({ row }) => row))),
    };
  }
  const silent: number[] = [];
  ms.forEach((time, row) => {
    if (Number.isNaN(time)) silent.push(row);
  });
  const isBlank = (row: number) =>
    !isUnread(row) && columns.every(({ values }) => Number.isNaN(values[row]));
  return {
    ...told,
    rows: ms.length,
    blank: silent.filter(isBlank).length,
    firstTimeless: line(silent.find((row) => !isBlank(row))),
    duplicates: 0,
    times: { ms, form },
    columns,
    label: file.label === null ? null : take(file.label),
    badCells: badRows.map(({ name, rows }) => toBadCells(name, rows)),
  };
}

function namelessNote(file: string, lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const [row, has] = lines.length === 1 ? ["row", "names"] : ["rows", "name"];
  return [
    `${lines.length} ${row} of ${basename(file)} ${has} no metric and ${
      lines.length === 1 ? "is" : "are"
    } left out, first line ${lines[0]}.`,
  ];
}
