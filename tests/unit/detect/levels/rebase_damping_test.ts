import assert from "node:assert/strict";
import { makeRebaser } from "@lib/detect/levels/rebase.ts";
import {
  levelSeries,
  rebased,
  REBASING,
  SCALE,
} from "../../../support/level_series.ts";

const AT = 300;

/** Minutes, with damping. */
const MINUTES = {
  settle: { settleSteps: 240, daySteps: 1440 },
  ...{ meanSquares: Array<number>(4).fill(0.1), dampingHalfLifeSteps: 1440 },
};

for (const hours of [0, 6, 12, 24]) {
  Deno.test(`rebase() tells a level that settles after ${hours} h of alarms, also where damping has made it quiet by then`, async () => {
    const settled = AT + 60 * hours;
    const series = levelSeries({
      steps: settled + 700,
      add: (t, f) =>
        f !== 0 || t < AT ? 0 : t >= settled ? 0.4 : 0.5 + 0.35 * Math.sin(t),
    });
    const found = await rebased(series, { rebasing: MINUTES });
    const [change, ...others] = found.changes;
    assert.deepEqual(others, []);
    assert.ok(change!.alarmed);
    assert.equal(change!.since, AT);
    assert.ok(change!.at >= settled + 200 && change!.at <= settled + 260);
    assert.ok(Math.abs(change!.to - 0.4) < SCALE / 5);
    // Its incident is told of it.
    const told = found.score.subarray(change!.settled, change!.at);
    assert.ok(told.some((score) => score >= 1));
  });
}

Deno.test("rebase() makes and scores each step of a series without changes once, however long it is", async () => {
  let made = 0;
  const series = levelSeries({ steps: 5000, add: () => 0 });
  const rebaser = makeRebaser(REBASING);
  const distance = new Float32Array(series.length);
  await rebaser({
    ...{ distance, imputed: new Uint8Array(series.length) },
    scaledAt: (t, f) => series[4 * t + f]! + 0.5,
    make: ({ start, end }) => {
      made += end - start;
      distance.set(series.subarray(4 * start, 4 * end), 4 * start);
    },
  });
  assert.equal(made, 5000);
});
