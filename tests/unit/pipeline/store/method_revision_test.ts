import assert from "node:assert/strict";
import { join } from "node:path";
import { METHOD_REVISION } from "@lib/pipeline/store/detector.ts";
import { sha256 } from "@lib/pipeline/base/hash.ts";
import { versionOf } from "@lib/pipeline/store/model_version.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { trainingData } from "@lib/pipeline/training/read_training.ts";
import { readTable } from "@lib/source/read_table.ts";

const ROWS = 960;
const wave = (row: number) => (row * 7919) % 101 + row / 8;

/** A line a row; `at` gives its second. */
const lines = (
  cells: (row: number) => readonly unknown[],
  at = (row: number) => row * 60,
) =>
  Array.from(
    { length: ROWS },
    (_, row) => [1.7e12 + at(row) * 1000, ...cells(row)].join(","),
  );

/** A value every so many rows; some of each ten in a row are missing. */
const seldom = (row: number, every: number, missing: number) => {
  const value = row / every;
  return Number.isInteger(value) && value % 10 >= missing ? wave(row) : "";
};

/** Tables that are read or cleaned in ways of their own. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  dense: ["timestamp,a,b", ...lines((row) => [wave(row), wave(row * 3)])],
  twoRates: [
    "timestamp,fast,slow,slower,holes",
    ...lines((row) => [
      ...[wave(row), seldom(row, 4, 3), seldom(row, 20, 1)],
      seldom(row, 4, 5),
    ]),
  ],
  staggered: [
    "timestamp,early,late",
    ...lines(
      (row) => row % 2 ? ["", wave(row)] : [wave(row), ""],
      (row) => row * 30,
    ),
  ],
  together: [
    "timestamp,a,b,c",
    ...lines(
      (row) => [0, 1, 2].map((f) => row % 3 === f ? wave(row) : ""),
      (row) => Math.floor(row / 3) * 60 + 17 + row % 3,
    ),
  ],
  gaps: [
    "timestamp,a,b",
    ...lines((row) => [row % 40 < 3 ? "" : wave(row), wave(row * 3)])
      .filter((_, row) => row < 450 || row > 480),
  ],
  oddCells: [
    'timestamp,a,b"c',
    ...lines((row) => [row === 40 ? "1e39" : wave(row), wave(row * 3)]),
  ],
};

/** What is learned from the tables, as the method of {@linkcode METHOD_REVISION} has it. */
const FROZEN = {
  revision: 5,
  version: "d68b35dbf71a",
  tables: {
    dense: "42aef30188a4",
    twoRates: "95befe4e2d82",
    staggered: "fb2d0c39365a",
    together: "a5d632812c6a",
    gaps: "7caa727c50b4",
    oddCells: "b7fee0b9df2d",
  },
};

Deno.test("METHOD_REVISION is raised when the same file is learned from differently", async () => {
  const dir = await Deno.makeTempDir();
  const tables: Record<string, string> = {};
  for (const [name, table] of Object.entries(TABLES)) {
    const file = join(dir, "web-1.csv");
    await Deno.writeTextFile(file, table.join("\n") + "\n");
    const data = trainingData(await readTable([file]), 10);
    const { metrics, intervalMs, startMs, values, imputed, gaps } = data.table;
    // As text: NaN has more than one form in bytes.
    const names = metrics.map(({ name }) => name);
    const learned = [names, intervalMs, startMs, gaps, data.parts, data.scaler]
      .map((part) => JSON.stringify(part));
    tables[name] = sha256([...learned, values, imputed].join("\n"))
      .slice(0, 12);
  }
  await Deno.remove(dir, { recursive: true });
  const version = versionOf({
    params: parseParams({}),
    provenance: { inputs: [], split: null, cut: "whole" },
    engine: "wasm",
  });
  assert.deepEqual(
    { revision: METHOD_REVISION, version, tables },
    FROZEN,
    "raise METHOD_REVISION, then freeze these hashes",
  );
});
