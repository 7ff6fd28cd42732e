import assert from "node:assert/strict";
import { join } from "node:path";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { SCHEMA, SERVER_UP } from "@lib/frame/schema.ts";
import { selectFeatures } from "@lib/frame/select_features.ts";
import { readTable } from "@lib/source/read_table.ts";
import { columnOf } from "../../../support/tables.ts";

const ROWS = 400;
const GIB = 2 ** 30;

/** One row of the schema's CSV: an outage at rows 200–209, no swap, a bad cell. */
function toLine(row: number): string {
  const isDown = row >= 200 && row < 210;
  const cells = SCHEMA.map(({ name }) => {
    if (name === SERVER_UP) return isDown ? 0 : 1;
    if (isDown) return "";
    if (name.startsWith("sys-mem-swap")) return 0;
    if (name === "sys-mem-total") return 16 * GIB;
    if (name === "sys-thermal" && row === 350) return "broken";
    return (Math.sin(row / 10) + 2).toFixed(4);
  });
  return [row * 60, ...cells].join(",");
}

async function readSchemaCsv(start?: number) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "system-1.csv");
    const header = ["timestamp", ...SCHEMA.map(({ name }) => name)].join(",");
    const lines = Array.from({ length: ROWS }, (_, row) => toLine(row));
    await Deno.writeTextFile(path, `${[header, ...lines].join("\n")}\n`);
    return await readTable([path], start === undefined ? {} : { start });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("readTable() and regularGrid() read the schema's CSV in seconds since its start", async () => {
  const start = Date.UTC(2026, 0, 1);
  const raw = await readSchemaCsv(start);
  assert.equal(raw.facts.clock, "offset");
  // A bad cell beyond any rows that types could be guessed from.
  assert.deepEqual(raw.facts.badCells, [
    { name: "sys-thermal", count: 1, firstLine: 352 },
  ]);

  const table = regularGrid(raw);
  assert.equal(table.host, "system-1");
  assert.equal(table.startMs, start);
  assert.equal(table.intervalMs, 60_000);
  assert.equal(table.metrics.length, SCHEMA.length - 1);
  assert.deepEqual(table.gaps, [{ start: 200, end: 210 }]);
  assert.equal(table.up.indexOf(0), 200);
  assert.equal(table.up.lastIndexOf(0), 209);
  const thermal = columnOf(table, "sys-thermal");
  assert.equal(thermal[350], thermal[349], "the bad cell is filled");
  assert.equal(table.imputed.reduce((sum, bit) => sum + bit, 0), 1);

  const features = selectFeatures(table);
  assert.deepEqual(
    features.excluded.map(({ name, detail }) => `${name} ${detail}`),
    [
      "sys-mem-swap-total always 0 B",
      "sys-mem-swap-free always 0 B",
      "sys-mem-total always 16.0 GiB",
    ],
  );
});

Deno.test("readTable() shows the schema's CSV from 1970 without --start", async () => {
  const raw = await readSchemaCsv();
  assert.equal(raw.facts.clock, "unplaced");
  assert.equal(raw.times[0], 0);
});
