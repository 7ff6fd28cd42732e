import assert from "node:assert/strict";
import { grossSpans } from "@lib/detect/gross/gross_spans.ts";
import { seededRandom } from "@lib/model/random.ts";
import { tableOf } from "../../../support/tables.ts";

const STEPS = 4 * 1440;

function columns() {
  const random = seededRandom(5);
  const wave = (base: number) =>
    Array.from(
      { length: STEPS },
      (_, t) => base + Math.sin(t * 2 * Math.PI / 1440) + random() - 0.5,
    );
  return { "cpu-user": wave(3), "load-1m": wave(4), queue: wave(9) };
}

Deno.test("grossSpans() joins what metrics showed at once, and tells how each was", () => {
  const all = columns();
  all["cpu-user"].fill(64, 3000, 3100);
  all["load-1m"].fill(90, 3050, 3060);
  all.queue.fill(9.25, 1000, 1200);
  const spans = grossSpans(tableOf(all));
  assert.deepEqual(spans.map(({ range }) => range), [
    { start: 1000, end: 1200 },
    { start: 3000, end: 3100 },
  ]);
  assert.deepEqual(
    spans.map(({ signs }) =>
      signs.map(({ metric, kind, value }) => [metric, kind, value])
    ),
    [[[2, "stuck", 9.25]], [[0, "far", 64], [1, "far", 90]]],
  );
  const [low, high] = spans[1]!.signs[0]!.usual;
  assert.ok(
    low > 1.5 && low < 2.5 && high > 3.5 && high < 4.5,
    `${low} ${high}`,
  );
});

Deno.test("grossSpans() takes no filled-in value and no outage for evidence", () => {
  const all = columns();
  all.queue.fill(9.25, 1000, 1200);
  all["cpu-user"].fill(64, 3000, 3100);
  const table = tableOf(all);
  const imputed = table.imputed.slice();
  for (let t = 1000; t < 1200; t++) imputed[t * 3 + 2] = 1;
  const up = table.up.slice().fill(0, 3000, 3100);
  assert.deepEqual(grossSpans({ ...table, imputed, up }), []);
});
