import assert from "node:assert/strict";
import { seriesPeriod } from "@lib/measure/series_period.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { readTable } from "@lib/source/read_table.ts";
import { EXPECTED } from "../../support/stored_measures.ts";

Deno.test("seriesPeriod() is TSB-AD's find_length_rank() on the sample's metrics", async () => {
  const { columns } = await readTable([
    fromRoot("data/samples/server-1.train.parquet"),
  ]);
  const own = columns.map(({ name, values }) => [name, seriesPeriod(values)]);
  assert.deepEqual(Object.fromEntries(own), EXPECTED.periods);
  assert.ok(new Set(Object.values(EXPECTED.periods)).size > 3);
});

Deno.test("seriesPeriod() is 125 where there is none, or one too long", () => {
  const wave = (period: number) =>
    Float64Array.from(
      { length: 2000 },
      (_, t) => Math.sin(2 * Math.PI * t / period),
    );
  assert.equal(seriesPeriod(wave(50)), 50);
  // a peak at the first lag is none: the next one is
  assert.equal(seriesPeriod(wave(3)), 6);
  assert.equal(seriesPeriod(wave(350)), 125);
  assert.equal(seriesPeriod(new Float64Array(500)), 125);
  assert.equal(seriesPeriod(new Float64Array(3)), 125);
  assert.equal(seriesPeriod(wave(50).fill(NaN, 9, 10)), 125);
});
