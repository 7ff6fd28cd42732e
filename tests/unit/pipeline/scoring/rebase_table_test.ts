import assert from "node:assert/strict";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { changesAfter } from "@lib/pipeline/scoring/rebase_table.ts";
import {
  COPYING,
  MOVED_AT,
  MOVED_DETECTOR as detector,
  movedServer,
} from "../../../support/moved_server.ts";

/** Above all that the cache does at its new level, something else. */
const table = movedServer({ feature: 1, start: 700, by: 9 });

Deno.test("scoreTable() tells a cache that settles elsewhere once, and finds what happens there later", async () => {
  const scored = await scoreTable(COPYING, table, { detector, perDay: 1 });
  const [change, later, ...others] = scored.incidents;
  assert.deepEqual(others, []);
  const moved = change!.change!.features;
  assert.equal(moved.length, 1);
  assert.equal(moved[0]!.feature, "sys-mem-cache");
  assert.equal(moved[0]!.since, "2026-01-01T20:00:00Z");
  assert.ok(Math.abs(moved[0]!.from - 5) < 0.5);
  assert.ok(Math.abs(moved[0]!.to - 25) < 0.5);
  assert.equal(later!.start, "2026-01-03T22:00:00Z");
  assert.equal(later!.change, null);
  // What is expected has moved along, and so have the bands around it.
  const i = 600 * 2 + 1;
  assert.ok(Math.abs(scored.expected[i]! - table.values[i]!) < 1e-3);
  assert.ok(scored.errors[i]! < 0.1);
  // The network had its whole window of values at the new level at once.
  assert.ok(scored.score.subarray(2).every(Number.isFinite));
});

Deno.test("scoreTable() takes nothing back that it has said, however much comes later", async () => {
  const options = { detector, perDay: 1 };
  const whole = await scoreTable(COPYING, table, options);
  for (const steps of [300, MOVED_AT + 240, MOVED_AT + 241, 800]) {
    const part = await scoreTable(COPYING, {
      ...table,
      steps,
      values: table.values.subarray(0, 2 * steps),
      imputed: table.imputed.subarray(0, 2 * steps),
      up: table.up.subarray(0, steps),
    }, options);
    assert.deepEqual(part.score, whole.score.subarray(0, steps), `${steps}`);
    assert.deepEqual(part.errors, whole.errors.subarray(0, 2 * steps));
  }
});

Deno.test("changesAfter() counts steps without those that only lead up", () => {
  const change = {
    ...{ feature: 0, since: 5, settled: 20, at: 40, from: 0, to: 1 },
    ...{ before: 0, after: 1, alarmed: true },
  };
  assert.deepEqual(changesAfter(10, [{ ...change, at: 10 }, change]), [
    { ...change, since: 0, settled: 10, at: 30 },
  ]);
});
