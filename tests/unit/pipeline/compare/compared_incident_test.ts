import assert from "node:assert/strict";
import { compareRuns } from "@lib/pipeline/compare/compare_runs.ts";
import { event, quality, run } from "../../../support/compared_runs.ts";

Deno.test("compareRuns() counts delays to where an alarm has lasted each version's minimum duration", () => {
  const { current, candidate } = compareRuns({
    earlier: [],
    current: run({ version: "old", spots: [[10, 80]] }),
    candidate: run({
      ...{ version: "new", spots: [[10, 80]], minDurationMs: 1_800_000 },
    }),
  });
  assert.equal(current.medianDelaySeconds, 0);
  assert.equal(candidate.medianDelaySeconds, 29 * 60);
});

Deno.test("compareRuns() tells first signals that changed, and of them those of another group", () => {
  const found = compareRuns({
    earlier: [],
    current: run({
      version: "old",
      spots: [[10, 12, "load-1m", "load-1m"], [30, 32, "load-1m", "load-1m"]],
    }),
    candidate: run({
      version: "new",
      spots: [[10, 12, "load-5m", "load-1m"], [30, 32, "queue"]],
    }),
  });
  assert.deepEqual([found.firstSignalChanged, found.firstGroupChanged], [2, 1]);
});

Deno.test("compareRuns() on labels takes first signals' groups from the incidents that found them", () => {
  const labelled = (version: string, signal: string) =>
    run({
      ...{ version, spots: [[10, 12, signal, "load-1m"]] },
      labels: quality([
        { ...event(10, { found: "web-10" }), topFeature: signal },
      ], 0),
    });
  const found = compareRuns({
    earlier: [],
    current: labelled("old", "load-1m"),
    candidate: labelled("new", "load-5m"),
  });
  assert.deepEqual([found.firstSignalChanged, found.firstGroupChanged], [1, 0]);
});
