import assert from "node:assert/strict";
import { togetherness } from "@lib/detect/groups/togetherness.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { metricTable } from "../../../support/metric_table.ts";
import { uniform } from "../../../support/sample_series.ts";

const next = uniform(7);
const wave = Array.from({ length: 12_000 }, next);

/** How much two columns of so many steps move together. */
function alike(
  steps: number,
  pair: (t: number) => readonly [number, number],
): number {
  const table = metricTable({
    metrics: ["a", "b"].map(metricByName),
    values: Array.from({ length: steps }, (_, t) => pair(t)).flat(),
  });
  return togetherness(table, [{ start: 0, end: steps }])[1]!;
}

const close = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 0.03, `${actual}, not ${expected}`);

Deno.test("togetherness() of a metric with itself is 1, and of strangers near 0", () => {
  close(alike(2000, (t) => [wave[t]!, wave[t]!]), 1);
  assert.ok(alike(2000, (t) => [wave[t]!, wave[t + 2000]!]) < 0.1);
});

Deno.test("togetherness() is at most 0.4 above the smaller of values and changes", () => {
  // Both follow a slow ramp; their changes have nothing in common.
  close(
    alike(2000, (t) => [t + 9 * wave[t]!, t + 9 * wave[t + 2000]!]),
    0.4,
  );
});

Deno.test("togetherness() is not swayed by one outlier", () => {
  const plain = alike(2000, (t) => [wave[t]!, wave[t + 2000]!]);
  const odd = alike(
    2000,
    (t) => t === 5 ? [1e9, 1e9] : [wave[t]!, wave[t + 2000]!],
  );
  close(odd, plain);
});

Deno.test("togetherness() looks at every n-th of many steps, and at its change from the one before", () => {
  close(alike(12_000, (t) => [wave[t]!, 3 * wave[t]!]), 1);
  // At every third step both change alike from the step before, not from the
  // third before.
  close(
    alike(12_000, (t) => {
      const [a, b] = [wave[t - t % 3]!, wave[(t - t % 3 + 6001) % 12_000]!];
      const [nextA, nextB] = [
        wave[(t + 1) % 12_000]!,
        wave[(t + 6002) % 12_000]!,
      ];
      const by = 0.1 * wave[(t + 4001) % 12_000]!;
      return t % 3 === 2 ? [nextA - by, nextB - by] : [a, b];
    }),
    0.4,
  );
});
