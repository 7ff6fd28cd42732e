import assert from "node:assert/strict";
import {
  costTable,
  summarizeCosts,
} from "../../../../benches/report/summarize_costs.ts";

const cost = (seconds: number, peakMiB: number | null) => (
  { seconds, cpuSeconds: 2 * seconds, peakMiB }
);
const again = cost(2, 150);

Deno.test("summarizeCosts() takes medians, and of ratios those within a round", () => {
  // Busy in the second round, for both: the ratios are 4, 5 and 3.
  const result = summarizeCosts([
    { whenwhy: cost(10, 300), again, python: cost(40, 900) },
    { whenwhy: cost(20, 310), again, python: cost(100, 930) },
    { whenwhy: cost(11, 320), again, python: cost(33, 960) },
  ]);
  assert.deepEqual(result.whenwhy, cost(11, 310));
  assert.deepEqual(result.python, cost(40, 930));
  assert.deepEqual(result.ratio, { seconds: 4, cpuSeconds: 4, peakMiB: 3 });
  assert.equal(result.rounds, 3);
});

Deno.test("summarizeCosts() takes the mean of the middle two of an even number", () => {
  const round = (seconds: number) => (
    { whenwhy: cost(seconds, 1), again, python: cost(seconds, 1) }
  );
  assert.equal(summarizeCosts([round(1), round(2)]).whenwhy.seconds, 1.5);
});

Deno.test("summarizeCosts() says nothing of memory where it was not seen", () => {
  const unseen = cost(1, null);
  const round = { whenwhy: unseen, again: unseen, python: unseen };
  const result = summarizeCosts([round]);
  assert.equal(result.ratio.peakMiB, null);
  assert.match(
    costTable(result).join("\n"),
    /Python ÷ whenwhy \| 1 \| 1 \| – \|/,
  );
});
