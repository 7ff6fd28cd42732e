import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { readTable } from "@lib/source/read_table.ts";
import { judgeText } from "./judge_text.ts";
import type { Mutant } from "./mutate.ts";
import type { Original } from "./originals.ts";

/** A mutant on disk. */
export interface MutantFile extends Mutant {
  /** Its path. */
  readonly path: string;
}

/** What a mutant comes from. */
export interface Source {
  /** The file that was mutated. */
  readonly original: Original;
  /** The table of it. */
  readonly expected: RawTable;
}

/**
 * Reads a mutant and holds what comes out against what must be true of it.
 *
 * @param mutant The mutant.
 * @param source What it comes from.
 * @returns Whether it is a table or was refused.
 * @throws If it is neither a right table nor refused in one clear line.
 */
export async function judge(
  mutant: MutantFile,
  { original, expected }: Source,
): Promise<"accepted" | "refused"> {
  let raw: RawTable;
  try {
    raw = await readTable([mutant.path], { decimal: original.decimal });
    judgeShape(raw);
    judgeGrid(raw);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    assert.match(error.message, /^Cannot [^\n]+$/);
    return "refused";
  }
  const { bytes } = mutant;
  if (original.delimiter !== null) {
    judgeText({ original, expected, bytes, raw });
  } else if (original.name === "plain.parquet") {
    judgeSetBytes(mutant, { original, expected }, raw);
  } else if (original.name.endsWith(".gz")) {
    // Its checksum leaves no other way.
    assert.deepEqual(withoutFacts(raw), withoutFacts(expected));
  }
  return "accepted";
}

function judgeShape({ times, columns, facts, label }: RawTable) {
  for (const { values } of columns) {
    assert.equal(values.length, times.length);
    assert.ok(values.every((value) => Math.abs(value) !== Infinity));
  }
  times.forEach((time, row) => {
    assert.ok(row === 0 || time > (times[row - 1] ?? NaN), "times must rise");
  });
  assert.ok(label === null || label.length === times.length);
  // A long table counts replaced values, of which a row may have several.
  assert.ok(facts.rows <= times.length + facts.duplicates + facts.badTimes);
}

function judgeGrid(raw: RawTable) {
  const grid = regularGrid(raw);
  const cells = grid.steps * grid.metrics.length;
  assert.equal(grid.values.length, cells);
  assert.equal(grid.imputed.length, cells);
  assert.ok(grid.values.every((value) => Math.abs(value) !== Infinity));
}

/** Where only bytes of one column's values changed, only their cells did. */
function judgeSetBytes(
  { set }: Mutant,
  { original, expected }: Source,
  raw: RawTable,
) {
  const column = expected.columns.find(({ name }) => name === "a");
  if (!column || set === null) return;
  const start = placeOf(new Uint8Array(column.values.buffer), original.bytes);
  const size = column.values.byteLength;
  if (set.some((at) => at < start || at >= start + size)) return;
  const changed = new Set(set.map((at) => Math.floor((at - start) / 8)));
  assert.deepEqual(raw.times, expected.times);
  for (const { name, values } of expected.columns) {
    const read = raw.columns.find((column) => column.name === name)?.values;
    values.forEach((value, row) => {
      if (name === "a" && changed.has(row)) return;
      assert.ok(Object.is(value, read?.[row]), `${name} of row ${row}`);
    });
  }
}

function placeOf(part: Uint8Array, whole: Uint8Array): number {
  const place = whole.findIndex((_, at) =>
    part.every((byte, i) => byte === whole[at + i])
  );
  assert.ok(place >= 0, "the column must lie in the file as it is");
  return place;
}

function withoutFacts({ times, columns }: RawTable) {
  return { times, columns };
}
