import { InputError } from "../../errors.ts";
import type {
  BadCells,
  Clock,
  ExcludedMetric,
  RawColumn,
  RawTable,
} from "../../frame/raw_table.ts";
import { metricByName } from "../../frame/schema.ts";
import { orderRows } from "./row_order.ts";
import type { TablePart } from "./table_part.ts";

/** What is known of the files together. */
export interface JoinOptions {
  /** How the times were told. */
  readonly clock: Clock;
  /** The host's name. */
  readonly host: string;
  /** Milliseconds to add to all times. */
  readonly zeroMs: number;
}

/**
 * Joins files in time: sorts the rows, keeps the last of those with one time,
 * drops those without one, and takes infinite values out.
 *
 * The parts' arrays become the table's where no row moves: they are not to be
 * used afterwards.
 *
 * @param parts The files as they were read.
 * @param options What is known of them together.
 * @returns The joined table.
 * @throws {InputError} If a label is neither 0 nor 1.
 */
export function joinParts(
  parts: readonly TablePart[],
  options: JoinOptions,
): RawTable {
  const order = orderRows(parts.map(({ times }) => times.ms));
  const join = (of: (part: TablePart) => Float64Array | undefined) =>
    takeRows(concat(parts, of), order.rows);

  const badCells = sumBadCells(parts);
  const columns: RawColumn[] = [];
  const excluded: ExcludedMetric[] = [];
  let infinite = 0;
  for (const name of columnNames(parts)) {
    const values = join((part) =>
      part.columns.find((column) => column.name === name)?.values
    );
    const { count: bad = 0, firstLine: line = 0 } = badCells.get(name) ?? {};
    if (bad > 0 && values.every(Number.isNaN)) {
      excluded.push({
        name,
        unit: metricByName(name).unit,
        reason: "text",
        detail: `no number in ${bad} ${
          bad === 1 ? "cell" : "cells"
        } from line ${line} on`,
      });
      badCells.delete(name);
    } else {
      infinite += dropInfinite(values);
      columns.push({ name, values });
    }
  }
  const firstBadTime = parts.map((part) => part.firstTimeless)
    .find((line) => line > 0);
  const blank = sum(parts.map((part) => part.blank));
  return {
    host: options.host,
    times: join(({ times }) => times.ms).map((ms) => ms + options.zeroMs),
    columns,
    label: parts.some(({ label }) => label !== null)
      ? toLabel(join(({ label }) => label ?? undefined), options.host)
      : null,
    excluded,
    facts: {
      files: parts.map(({ file }) => file),
      rows: sum(parts.map((part) => part.rows)) - blank,
      duplicates: order.duplicates +
        sum(parts.map((part) => part.duplicates)),
      unordered: order.unordered,
      badTimes: order.timeless - blank,
      ...(firstBadTime === undefined ? {} : { firstBadTime }),
      badCells: [...badCells.values()],
      infinite,
      clock: options.clock,
      notes: [...new Set(parts.flatMap((part) => part.notes))],
    },
  };
}

function columnNames(parts: readonly TablePart[]): Set<string> {
  return new Set(parts.flatMap((part) => part.columns.map(({ name }) => name)));
}

/** NaN stands in for the rows of a file that lacks the column. */
function concat(
  parts: readonly TablePart[],
  of: (part: TablePart) => Float64Array | undefined,
): Float64Array {
  const [first, ...others] = parts;
  const only = first && others.length === 0 ? of(first) : undefined;
  if (only) return only;
  const all = new Float64Array(sum(parts.map(({ rows }) => rows))).fill(NaN);
  let offset = 0;
  for (const part of parts) {
    all.set(of(part) ?? [], offset);
    offset += part.rows;
  }
  return all;
}

function takeRows(values: Float64Array, rows: Uint32Array | null) {
  return rows === null
    ? values
    : Float64Array.from(rows, (row) => values[row] ?? NaN);
}

/** Beyond what a Float32 holds, a value is as good as infinite. */
function dropInfinite(values: Float64Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (Math.abs(Math.fround(values[row] ?? NaN)) !== Infinity) continue;
    values[row] = NaN;
    count++;
  }
  return count;
}

function toLabel(values: Float64Array, host: string): Uint8Array {
  const wrong = values.find((value) =>
    !Number.isNaN(value) && value !== 0 && value !== 1
  );
  if (wrong !== undefined) {
    throw new InputError(
      `read the labels of ${host}`,
      "the column label must be 0 or 1",
      { got: wrong },
    );
  }
  return Uint8Array.from(values, (value) => value === 1 ? 1 : 0);
}

function sumBadCells(parts: readonly TablePart[]): Map<string, BadCells> {
  const all = new Map<string, BadCells>();
  for (const cells of parts.flatMap((part) => part.badCells)) {
    const before = all.get(cells.name);
    all.set(cells.name, {
      ...(before ?? cells),
      count: cells.count + (before?.count ?? 0),
    });
  }
  return all;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
