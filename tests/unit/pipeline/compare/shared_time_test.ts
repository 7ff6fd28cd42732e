import assert from "node:assert/strict";
import { compareRuns } from "@lib/pipeline/compare/compare_runs.ts";
import { at, event, quality, run } from "../../../support/compared_runs.ts";

Deno.test("compareRuns() compares the time that both versions scored", () => {
  const found = compareRuns({
    earlier: [
      { start: at(2), end: at(5), mark: null },
      { start: at(1438), end: at(1439), mark: null },
    ],
    current: run({ version: "old", spots: [[0, 8], [30, 32]] }),
    candidate: run({
      ...{ version: "new", spots: [[30, 32]], perDay: 9 },
      scored: [720, 1439],
    }),
  });
  assert.deepEqual(found.span, { start: at(720), end: at(1439) });
  assert.deepEqual(found.incidents.map(({ start }) => start), [at(1438)]);
  assert.deepEqual(
    [found.current.incidentsPerDay, found.candidate.incidentsPerDay],
    [0, 9],
  );
});

Deno.test("compareRuns() counts no false alarm outside of the time that both versions scored", () => {
  const old = run({
    ...{ version: "old", spots: [[0, 8], [20, 25], [800, 802]] },
    labels: {
      ...quality([event(900, { found: null })], 2),
      days: 1,
      perIncident: [{ incident: "web-20", mark: "maintenance", note: "" }],
    },
  });
  const { current } = compareRuns({
    earlier: [],
    current: old,
    candidate: run({
      ...{ version: "new", scored: [720, 1439] },
      labels: quality([event(900, { found: null })], 0),
    }),
  });
  assert.deepEqual(current.falseAlarms, { count: 1, perDay: 2 });
  assert.equal(current.incidentsPerDay, 2);
});
