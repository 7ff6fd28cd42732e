import assert from "node:assert/strict";
import { join } from "node:path";
import { METHOD_REVISION } from "@lib/pipeline/detector.ts";
import { sha256 } from "@lib/pipeline/hash.ts";
import { versionOf } from "@lib/pipeline/model_version.ts";
import { parseParams } from "@lib/pipeline/params.ts";
import { trainingData } from "@lib/pipeline/read_training.ts";
import { readTable } from "@lib/source/read_table.ts";

const ROWS = 900;
const wave = (row: number) => (row * 7919) % 101 + row / 8;
const from = (cells: (row: number) => readonly unknown[], ms = 60_000) =>
  Array.from(
    { length: ROWS },
    (_, row) => [1.7e12 + row * ms, ...cells(row)].join(","),
  );

/** Tables that are read or cleaned in ways of their own. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  dense: ["timestamp,a,b", ...from((row) => [wave(row), wave(row * 3)])],
  twoRates: [
    "timestamp,fast,slow",
    ...from((row) => [wave(row), row % 4 ? "" : wave(row)], 15_000),
  ],
  staggered: [
    "timestamp,early,late",
    ...from((row) => row % 2 ? ["", wave(row)] : [wave(row), ""], 30_000),
  ],
  gaps: [
    "timestamp,a,b",
    ...from((row) => [row % 40 < 3 ? "" : wave(row), wave(row * 3)])
      .filter((_, row) => row < 450 || row > 480),
  ],
  oddCells: [
    'timestamp,a,b"c',
    ...from((row) => [row === 40 ? "1e39" : wave(row), wave(row * 3)]),
  ],
};

/** What is learned from the tables, as the method of {@linkcode METHOD_REVISION} has it. */
const FROZEN = {
  revision: 3,
  version: "1d03f59ccb25",
  tables: {
    dense: "d602d81962f8",
    twoRates: "0423e3d7cdee",
    staggered: "b6333453647e",
    gaps: "15cd00e35b18",
    oddCells: "cf0b769a5511",
  },
};

Deno.test("METHOD_REVISION is raised when the same file is learned from differently", async () => {
  const dir = await Deno.makeTempDir();
  const tables: Record<string, string> = {};
  for (const [name, lines] of Object.entries(TABLES)) {
    const file = join(dir, "web-1.csv");
    await Deno.writeTextFile(file, lines.join("\n") + "\n");
    const { table, parts, scaler } = trainingData(await readTable([file]), 10);
    const { metrics, intervalMs, startMs, values, imputed, gaps } = table;
    // As text: NaN has more than one form in bytes.
    const names = metrics.map(({ name }) => name);
    const learned = [names, intervalMs, startMs, gaps, parts, scaler]
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
